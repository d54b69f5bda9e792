/** What every outlet that has an interface can do; each wire is a file beside this one. */
import { type Fetched, FetchFailed, fetchOutside } from '../../../kernel/outside/fetch.ts'
import type { WireProblem } from '../contract.ts'

export interface WirePicture {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly alt: string
}

export interface WirePost {
  /** Names it for as long as it exists: sent twice under it, it stands there once. */
  readonly key: string
  readonly title: string
  /** All of it, as it is read. */
  readonly words: string
  readonly text: string
  readonly link: string | null
  readonly hashtags: readonly string[]
  readonly language: string
  readonly pictures: readonly WirePicture[]
}

export interface Standing {
  readonly foreignId: string
  readonly address: string | null
}

export interface Figures {
  readonly likes: number | null
  readonly shares: number | null
  readonly replies: number | null
}

export interface OutletWire {
  /** Whose account it is, by its own name; throws where one may not come in. */
  check(): Promise<string>
  publish(post: WirePost): Promise<Standing>
  /** For how long sending the same again makes no second one, minutes. */
  readonly repeatableMinutes: number
  figures?(foreignId: string): Promise<Figures>
}

export interface WireSettings {
  readonly url: string
  readonly account: string | null
  readonly secret: string
  readonly signal?: AbortSignal | undefined
}

export class WireFault extends Error {
  readonly problem: WireProblem
  /** Nobody knows whether it was taken. */
  readonly isDoubtful: boolean
  constructor(problem: WireProblem, about = '', isDoubtful = false) {
    super(about ? `${problem}: ${about}` : problem)
    this.problem = problem
    this.isDoubtful = isDoubtful
  }
}

interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly signal?: AbortSignal | undefined
  /** What is made by it may stand there although no answer came. */
  readonly makes?: boolean
}

const mostBytes = 2_000_000
const timeoutMs = 60_000

/** Asks an outlet; what is not a good answer is thrown in words of ours, with the outlet's own where it gives some. */
export async function askOutlet(
  url: string,
  asked: Ask,
): Promise<Fetched & { readonly json: Record<string, unknown> }> {
  const { makes = false, body, ...more } = asked
  const answer = await fetchOutside(url, {
    ...more,
    // bytes pass through as they are: what is written is measured and sent by Node, which takes both
    ...(body === undefined ? {} : { body }),
    accept: 'application/json',
    mostBytes,
    timeoutMs,
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof FetchFailed)) throw thrown
    const never = thrown.problem === 'address-wrong' || thrown.problem === 'address-private'
    throw new WireFault(thrown.problem, thrown.message.slice(0, 200), makes && !never)
  })
  const { status } = answer
  if (status === 401 || status === 403) throw new WireFault('sign-in-refused', saidBy(answer))
  if (status === 413) throw new WireFault('too-large', saidBy(answer))
  if (status === 429) throw new WireFault('too-slow', saidBy(answer))
  if (status >= 500) throw new WireFault('answer-wrong', `HTTP ${status}`, makes)
  if (status >= 400) throw new WireFault('refused', saidBy(answer))
  return { ...answer, json: jsonOf(answer) ?? {} }
}

function jsonOf({ body }: Fetched): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

function saidBy(answer: Fetched): string {
  const json = jsonOf(answer)
  const said = json?.['error_description'] ?? json?.['error'] ?? json?.['message']
  return typeof said === 'string' ? said.slice(0, 300) : `HTTP ${answer.status}`
}

export const textIn = (json: Record<string, unknown>, key: string): string | null =>
  typeof json[key] === 'string' && json[key] !== '' ? json[key] : null
export const numberIn = (json: Record<string, unknown>, key: string): number | null =>
  typeof json[key] === 'number' && Number.isInteger(json[key]) && json[key] >= 0 ? json[key] : null

export const extensionOf = (mediaType: string): string =>
  ({ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif' })[mediaType] ?? 'bin'
