/**
 * Speaks with servers outside, by an address that a person typed: never from the office's own network unless the
 * operator allows it, since an address that leads inside would make the server a spy (SSRF). The name is looked up once and the
 * very address that was looked at is spoken to; each redirect is looked at anew.
 */
import { lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSafe } from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

export type FetchProblem =
  | 'address-wrong'
  | 'address-private'
  | 'unreachable'
  | 'too-large'
  | 'too-slow'
  | 'answer-wrong'

export class FetchFailed extends Error {
  readonly problem: FetchProblem
  constructor(problem: FetchProblem, about = '') {
    super(about ? `${problem}: ${about}` : problem)
    this.problem = problem
  }
}

export interface Fetched {
  readonly status: number
  readonly body: Buffer
  readonly etag: string | null
  readonly modified: string | null
  /** Where it was at last. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface FetchOptions {
  /** GET, where nothing is said. */
  readonly method?: string
  /** What shows who asks (`authorization`) is told to the host that was asked for, and to no other that it sends on to. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Ends it when whoever asks has to stop. */
  readonly signal?: AbortSignal | undefined
  readonly etag?: string | null
  readonly modified?: string | null
  readonly accept?: string
  readonly mostBytes: number
  readonly timeoutMs: number
}

let isPrivateAllowed = false
/** Told once by whoever starts the server, where the operator has said so. */
export function allowPrivateAddresses(allowed: boolean): void {
  isPrivateAllowed = allowed
}

/** What is not the public network: RFC 1918, 3927, 4193, 4291, 6598, 6890 and multicast. */
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Whether an address lies within somebody's own network. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  if (isIPv6(plain) && /^::ffff:/i.test(plain)) return true
  return isIP(plain) === 0 || inside.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** The address that a person typed; `webcal` is how programs call a calendar's. */
export function feedAddress(typed: string): URL {
  const text = typed.trim().replace(/^webcals?:/i, 'https:')
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') throw new FetchFailed('address-wrong')
  url.hash = ''
  return url
}

/** Looks a name up, and gives nothing that lies inside: what was looked at is what is connected to. */
const guarded: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true, verbatim: true }, (error, found) => {
    const addresses = (found ?? []) as { address: string; family: number }[]
    const [first] = addresses
    if (error || !first) return callback(error ?? new Error('no address'), '', 4)
    if (!isPrivateAllowed && addresses.some(({ address }) => isInside(address)))
      return callback(new FetchFailed('address-private') as NodeJS.ErrnoException, '', 4)
    if ((options as { all?: boolean }).all) return (callback as (e: null, a: typeof addresses) => void)(null, addresses)
    callback(null, first.address, first.family)
  })
}

const mostRedirects = 5

/** Rejects with `FetchFailed`. 304 comes back as it is, without a body. */
export async function fetchOutside(typed: string, options: FetchOptions): Promise<Fetched> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const until = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  let url = feedAddress(typed)
  let asked = options
  for (let n = 0; n <= mostRedirects; n++) {
    const answer = await once(url, asked, until)
    if (answer.next === null) return answer
    const next = feedAddress(new URL(answer.next, url).href)
    if (next.origin !== url.origin) {
      // What is written is written where it was meant for.
      if (!/^(GET|PROPFIND|REPORT)$/.test(asked.method ?? 'GET'))
        throw new FetchFailed('answer-wrong', 'sent elsewhere')
      asked = { ...asked, headers: withoutSecrets(asked.headers) }
    }
    url = next
  }
  throw new FetchFailed('answer-wrong', 'too many redirects')
}

const withoutSecrets = (headers: FetchOptions['headers'] = {}) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)))

type Answer = Fetched & { readonly next: string | null }

function once(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is not looked up.
  if (isIP(host) !== 0 && !isPrivateAllowed && isInside(host)) return Promise.reject(new FetchFailed('address-private'))
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestSafe : requestPlain)(
      url,
      {
        lookup: guarded,
        signal,
        method: options.method ?? 'GET',
        headers: {
          ...options.headers,
          ...(options.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(options.body)) }),
          accept: options.accept ?? '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'Kontor',
          ...(options.etag ? { 'if-none-match': options.etag } : {}),
          ...(options.modified ? { 'if-modified-since': options.modified } : {}),
        },
      },
      response => {
        const { statusCode: status = 0, headers } = response
        const next = status >= 300 && status < 400 && status !== 304 ? (headers.location ?? null) : null
        if (next !== null || status === 304) {
          response.destroy()
          return resolve({
            status,
            body: Buffer.alloc(0),
            etag: headers.etag ?? null,
            modified: headers['last-modified'] ?? null,
            url: url.href,
            headers,
            next,
          })
        }
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > options.mostBytes) {
            request.destroy(new FetchFailed('too-large'))
            return
          }
          chunks.push(chunk)
        })
        response.on('error', (error: Error) => reject(failure(error, signal)))
        response.on('end', () =>
          resolve({
            status,
            body: Buffer.concat(chunks),
            etag: headers.etag ?? null,
            modified: headers['last-modified'] ?? null,
            url: url.href,
            headers,
            next: null,
          }),
        )
      },
    )
    request.on('error', (error: Error) => reject(failure(error, signal)))
    request.end(options.body)
  })
}

function failure(error: Error, signal: AbortSignal): FetchFailed {
  if (error instanceof FetchFailed) return error
  if (signal.aborted) return new FetchFailed('too-slow')
  return new FetchFailed('unreachable', error.message.slice(0, 200))
}
