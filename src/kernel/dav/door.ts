/** What every protocol of WebDAV has in common at the door: how it is asked and answers, and who asks. */
import type { Readable } from 'node:stream'
import { shut } from '../files/stream.ts'
import type { Kernel } from '../kernel.ts'
import { type AppBearer, type Proof, recallAppPassword, resolveAppPassword } from '../platform/app-passwords.ts'
import { platformRefusals } from '../platform/refusals.ts'
import { Refusal } from '../refusal.ts'
import type { RefusalAnswer } from '../dispatch/outcome.ts'
import type { Ground } from '../platform/ground.ts'

export interface DavRequest {
  readonly method: string
  /** As it came: the path and whatever follows it. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Readable
  readonly address: string
  readonly requestId: string
  readonly host: string
}

export interface DavAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}

export interface DavDoor {
  readonly prefix: string
  readonly methods: readonly string[]
  /** Which of them carry a file, however long it takes to come. */
  readonly fileMethods: readonly string[]
  /** `count` refuses whoever asks too much, by the principal's id. */
  answer(kernel: Kernel, ground: Ground, request: DavRequest, count: (principalId: string) => void): Promise<DavAnswer>
}

/** Where a person stands, with whom a program speaks for (RFC 3744, 4; RFC 5397). */
export const principalHref = (principalId: string): string => `/dav/principals/${principalId}/`

export const plain = (status: number, headers: Readonly<Record<string, string>> = {}): DavAnswer => ({
  status,
  headers: { ...shut, 'content-length': '0', ...headers },
  body: null,
})

/** Ends a call with an answer that says no. */
export class DavRefused extends Error {
  readonly answer: DavAnswer
  constructor(answer: DavAnswer) {
    super(`${answer.status}`)
    this.answer = answer
  }
}

/** A whole document of XML as an answer. */
export function xmlAnswer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): DavAnswer {
  const body = Buffer.from(text)
  return {
    status,
    headers: {
      ...shut,
      'content-type': 'application/xml; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'no-store',
      ...headers,
    },
    body,
  }
}

/** E-mail and app password out of Basic (RFC 7617). */
function credentials(header: string | undefined): { email: string; password: string } | null {
  const given = /^Basic\s+([A-Za-z0-9+/=]{1,2000})$/i.exec(header ?? '')?.[1]
  if (!given) return null
  const text = Buffer.from(given, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 1 ? null : { email: text.slice(0, colon), password: text.slice(colon + 1) }
}

const signIn = (): DavAnswer => plain(401, { 'www-authenticate': 'Basic realm="Kontor", charset="UTF-8"' })

type SignedIn<T> = T | { readonly answer: DavAnswer }

const sentAway = ({ status, data }: RefusalAnswer): DavAnswer =>
  status === 429 ? plain(429, { 'retry-after': String(data['seconds'] ?? 60) }) : signIn()

/** Who asks, by an app password of theirs; or the answer that sends them away. */
export async function signInDav(
  ground: Ground,
  { headers, address }: DavRequest,
  count: (principalId: string) => void,
): Promise<SignedIn<{ readonly bearer: AppBearer }>> {
  const given = credentials(headers['authorization'])
  if (!given) return { answer: signIn() }
  const found = await resolveAppPassword(ground, { ...given, address })
  if (!found.ok) return { answer: sentAway(found.refusal) }
  count(found.value.principalId)
  return { bearer: found.value }
}

/**
 * The same for programs that ask again and again: `answering` gets a proof that has to hold in whatever transaction it opens. What it
 * answers without opening one is given only if the password is found to hold then.
 */
export async function answerSignedIn(
  ground: Ground,
  { headers, address }: DavRequest,
  count: (principalId: string) => void,
  answering: (bearer: AppBearer, proof: Proof | null) => Promise<DavAnswer>,
): Promise<DavAnswer> {
  const given = credentials(headers['authorization'])
  if (!given) return signIn()
  const found = await recallAppPassword(ground, { ...given, address })
  if (!found.ok) return sentAway(found.refusal)
  const { bearer, proof } = found.value
  count(bearer.principalId)
  let answer: DavAnswer
  try {
    answer = await answering(bearer, proof)
  } catch (error) {
    if (error instanceof Refusal && error.refusalName === platformRefusals.signInWrong.name) return signIn()
    throw error
  }
  if (!proof || proof.holds) return answer
  const again = await resolveAppPassword(ground, { ...given, address })
  return again.ok ? answer : sentAway(again.refusal)
}

/** Of what is too long this much is let by, so that whoever sends it hears why; more cuts the line. */
const letBy = 50_000_000

/** A body as text; null where it is longer than `mostBytes`. */
export async function bodyText(body: Readable, mostBytes: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes + letBy) return null
    if (size <= mostBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > mostBytes ? null : Buffer.concat(chunks).toString('utf8')
}
