/** Gives a message to a provider by HTTP, and says what that means: taken, refused, later, or nobody knows. */
import { FetchFailed, type Fetched, fetchOutside } from '../../../kernel/outside/fetch.ts'
import { jsonOf, line } from './reading.ts'
import type { Given, OutgoingFile } from './wire.ts'

const patience_ms = 20_000
const mostBytes = 200_000

/** Nobody was spoken to yet when this failed. */
const notSpoken = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

export async function give(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
  read: (answer: Fetched) => Given,
): Promise<Given> {
  try {
    const answer = await fetchOutside(url, {
      method: 'POST',
      headers,
      body,
      accept: 'application/json',
      mostBytes,
      timeoutMs: patience_ms,
    })
    if (answer.status < 300) return read(answer)
    if (answer.status === 429 || answer.status === 503) return { outcome: 'later', because: said(answer) }
    // Above 500 it may have been taken before something broke there.
    return { outcome: answer.status >= 500 ? 'doubtful' : 'refused', because: said(answer) }
  } catch (fault) {
    if (!(fault instanceof FetchFailed)) throw fault
    if (fault.problem.startsWith('address-')) return { outcome: 'refused', because: fault.problem }
    const isBefore = fault.problem === 'unreachable' && notSpoken.test(fault.message)
    return { outcome: isBefore ? 'later' : 'doubtful', because: fault.problem }
  }
}

/** Fields and a file as a browser sends them (multipart/form-data). */
export async function formOf(fields: Readonly<Record<string, string>>, part: string, file: OutgoingFile) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  data.append(part, new File([new Uint8Array(file.bytes)], file.name, { type: file.mediaType }))
  const whole = new Response(data)
  return { type: whole.headers.get('content-type')!, body: new Uint8Array(await whole.arrayBuffer()) }
}

/** What the provider says of it, in one line. */
export function said({ status, body }: Pick<Fetched, 'status' | 'body'>): string {
  const told = jsonOf(body)
  const error = told?.['error']
  const words =
    told?.['message'] ??
    told?.['description'] ??
    (typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error)
  return line(`${status} ${typeof words === 'string' ? words : body.toString('utf8')}`, 300)
}

/** Asks a provider for something; throws what it said where it does not give it. */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  most = mostBytes,
  accept = 'application/json',
): Promise<Fetched> {
  const answer = await fetchOutside(url, { headers, accept, mostBytes: most, timeoutMs: patience_ms })
  if (answer.status >= 300) throw new Error(said(answer))
  return answer
}

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

export const typeOf = (answer: Fetched): string =>
  String(answer.headers['content-type'] ?? '')
    .split(';')[0]!
    .trim()
