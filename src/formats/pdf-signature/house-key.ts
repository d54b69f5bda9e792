/** The office's own key and its certificate, which nobody but the office vouches for (X.509 v3, RFC 5280). */
import { createECDH, createHash, createPrivateKey, hkdfSync, type KeyObject, createPublicKey, sign } from 'node:crypto'
import { bits, integer, moment, objectId, octets, opened, sequence, setOf, tagged, words, yes } from './der.ts'

/** ecdsa-with-SHA256 (RFC 5758) */
export const ecdsaSha256 = sequence(objectId('1.2.840.10045.4.3.2'))

/** The key of one office, P-256: the same for the same secret and office, kept nowhere else. */
export function houseKey(secret: Uint8Array, organisationId: string): KeyObject {
  const curve = createECDH('prime256v1')
  for (let turn = 0; ; turn++) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, organisationId, `house-key ${turn}`, 32))
    try {
      curve.setPrivateKey(scalar)
    } catch {
      // One of four thousand million numbers is no key of this curve.
      continue
    }
    const point = curve.getPublicKey()
    const part = (from: number, until: number) => point.subarray(from, until).toString('base64url')
    const jwk = { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65), d: scalar.toString('base64url') }
    return createPrivateKey({ key: jwk, format: 'jwk' })
  }
}

const named = (office: string): Buffer => {
  const attribute = (id: string, value: string) => setOf(sequence(objectId(id), words(value)))
  // commonName and organizationName are 64 letters at most (RFC 5280, A.1).
  const short = [...office].slice(0, 64).join('')
  return sequence(attribute('2.5.4.10', short), attribute('2.5.4.3', short))
}

const extension = (id: string, critical: boolean, value: Uint8Array): Buffer =>
  sequence(objectId(id), ...(critical ? [yes] : []), octets(value))

/** Thirty years: what was signed shall still be looked at when the key is long out of use. */
const validYears = 30

/** A certificate that the key signs for itself, good for signing and nothing else. */
export function houseCertificate(key: KeyObject, office: string, from: Temporal.Instant): Buffer {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const digest = createHash('sha256').update(publicKey).update(from.toString()).digest()
  const serial = Buffer.from(digest.subarray(0, 16))
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const name = named(office)
  const until = from.toZonedDateTimeISO('UTC').add({ years: validYears }).toInstant()
  const facts = sequence(
    tagged(0, integer(2)),
    integer(serial),
    ecdsaSha256,
    name,
    sequence(moment(from), moment(until)),
    name,
    publicKey,
    tagged(
      3,
      sequence(
        extension('2.5.29.19', true, sequence()),
        // digitalSignature, nonRepudiation
        extension('2.5.29.15', true, bits(Buffer.of(0xc0), 6)),
        extension('2.5.29.14', false, octets(createHash('sha1').update(publicKey).digest())),
      ),
    ),
  )
  return sequence(facts, ecdsaSha256, bits(sign('sha256', facts, key)))
}

/** Issuer and serial number, as signatures name the certificate. */
export function issuerAndSerial(certificate: Uint8Array): Buffer {
  const facts = opened(opened(certificate).content).content
  const version = opened(facts)
  const serial = opened(facts, version.next)
  const algorithm = opened(facts, serial.next)
  const issuer = opened(facts, algorithm.next)
  return sequence(issuer.whole, serial.whole)
}
