/**
 * Mails that are signed or encrypted by their sender (S/MIME, RFC 8551; OpenPGP, RFC 9580 and 3156): which it is, and what a signature
 * that wraps its mail holds. Signatures are not checked and nothing is decrypted: no keys or certificates are kept here.
 */
import type { MailProtection } from '../contract/shapes.ts'

interface Enclosed {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

const signature = /^application\/(x-)?(pkcs7|pgp)-signature$/
const smimeSigned = /^application\/(x-)?pkcs7-signature$/
const smimeWrapped = /^application\/(x-)?pkcs7-mime$/

/** Belongs to how the mail was sent: nothing that somebody would file. */
export const isSealPart = (mediaType: string): boolean =>
  signature.test(mediaType) || mediaType === 'application/pgp-encrypted'

export function protectionOf(parts: readonly Enclosed[], text: string): MailProtection | null {
  const has = (fits: (mediaType: string) => boolean) => parts.some(one => fits(one.mediaType))
  if (has(type => type === 'application/pgp-encrypted') || text.startsWith('-----BEGIN PGP MESSAGE-----'))
    return 'openpgp-encrypted'
  const wrapped = parts.find(one => smimeWrapped.test(one.mediaType))
  if (wrapped) return signedContent(wrapped.bytes) ? 'smime-signed' : 'smime-encrypted'
  if (has(type => smimeSigned.test(type))) return 'smime-signed'
  if (has(type => signature.test(type)) || text.startsWith('-----BEGIN PGP SIGNED MESSAGE-----'))
    return 'openpgp-signed'
  return null
}

/** The mail inside a signature that wraps it; null where nothing is wrapped so, or it is encrypted. */
export function wrappedMail(parts: readonly Enclosed[]): Uint8Array | null {
  const wrapped = parts.find(one => smimeWrapped.test(one.mediaType))
  return wrapped ? signedContent(wrapped.bytes) : null
}

interface Element {
  readonly tag: number
  /** Bytes of one that holds no others. */
  readonly bytes: Uint8Array
  readonly inside: readonly Element[]
}

const isConstructed = (tag: number): boolean => (tag & 0x20) !== 0
/** Deeper nobody nests what is meant to be read. */
const deepest = 12
const signedData = '2a864886f70d010702'

/** Reads BER from `at` on, with lengths that are told and such that end by two zeros; throws for what is cut off. */
function elementAt(bytes: Uint8Array, at: number, depth = 0): { element: Element; end: number } {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined || depth > deepest) throw new Error('not BER')
  let from = at + 2
  let length = first
  if (first > 0x80) {
    length = 0
    for (let left = first & 0x7f; left > 0; left--) length = length * 256 + (bytes[from++] ?? Number.NaN)
  }
  const end = first === 0x80 ? null : from + length
  if (end !== null && !(end <= bytes.length)) throw new Error('cut off')
  if (!isConstructed(tag) && end !== null)
    return { element: { tag, bytes: bytes.subarray(from, end), inside: [] }, end }
  const inside: Element[] = []
  while (end === null ? bytes[from] !== 0 || bytes[from + 1] !== 0 : from < end) {
    const one = elementAt(bytes, from, depth + 1)
    inside.push(one.element)
    from = one.end
  }
  return { element: { tag, bytes: new Uint8Array(), inside }, end: end ?? from + 2 }
}

/** Octets may be told in pieces. */
const octets = ({ bytes, inside }: Element): Uint8Array =>
  inside.length === 0 ? bytes : Buffer.concat(inside.map(octets))

/** What a CMS SignedData encloses (RFC 5652): its content, where it has some. */
function signedContent(bytes: Uint8Array): Uint8Array | null {
  try {
    const [type, wrapped] = elementAt(bytes, 0).element.inside
    if (!type || Buffer.from(type.bytes).toString('hex') !== signedData) return null
    const enclosed = wrapped?.inside[0]?.inside[2]?.inside[1]
    return enclosed ? octets(enclosed) : null
  } catch {
    return null
  }
}
