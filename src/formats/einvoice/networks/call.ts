import { NetworkFault } from './access-point.ts'

export interface Call {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** The largest answer that is taken. */
  readonly mostBytes?: number
}

const timeoutMs = 60_000
const usualBytes = 5_000_000

/** An address of a network: encrypted, unless it is this machine. */
export function networkAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  const local = url && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (!url || (url.protocol !== 'https:' && !(local && url.protocol === 'http:')))
    throw new NetworkFault('settings-wrong', `not an https address: ${text}`)
  return url
}

/** `base` and what follows, its slashes as they should be. */
export function under(base: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** One call, within time and size; redirects are not followed, since the token would go with them. */
export async function call(
  url: URL,
  { method = 'GET', headers = {}, body, mostBytes = usualBytes }: Call = {},
): Promise<Buffer> {
  let answer: Response
  try {
    answer = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    })
  } catch (thrown) {
    throw new NetworkFault('unreachable', thrown instanceof Error ? String(thrown.cause ?? thrown.message) : '')
  }
  const bytes = await read(answer, mostBytes)
  if (answer.status === 401 || answer.status === 403) throw new NetworkFault('sign-in-refused', bytes.toString('utf8'))
  if (!answer.ok) throw new NetworkFault('refused', `${answer.status} ${bytes.toString('utf8')}`)
  return bytes
}

async function read(answer: Response, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > mostBytes) throw new NetworkFault('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function jsonOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // told below, with what stood there
  }
  throw new NetworkFault('answer-not-understood', bytes.subarray(0, 200).toString('utf8'))
}

export function said(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
}
