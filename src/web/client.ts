/**
 * The one way to the server: commands, queries, files, session. No page calls fetch itself.
 * Nothing here throws for what is expected: a command answers `refused` or `offline`; a query throws `QueryFailure`,
 * which the kit shows beside the thing.
 */
import type { Language } from '../kernel/language/catalogue.ts'
import type { CommandAnswer, InputOf, OutputOf, Refusal, Registry, Session } from './answers.ts'

let csrf: string | undefined
const signedOut = new Set<() => void>()
const reached = new Set<(online: boolean) => void>()

/** Called when the server no longer knows the session; the frame then asks to sign in, drafts stay. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Called with the outcome of every attempt to reach the server. */
export function onReached(listener: (online: boolean) => void): () => void {
  reached.add(listener)
  return () => reached.delete(listener)
}

export class QueryFailure extends Error {
  readonly refusal: Refusal | null
  /** `offline`: the server was not reached; `signed-out`; `refused`: see refusal; `broken`: a fault. */
  readonly reason: 'offline' | 'signed-out' | 'refused' | 'broken'
  constructor(reason: QueryFailure['reason'], refusal: Refusal | null = null) {
    super(refusal?.message ?? reason)
    this.reason = reason
    this.refusal = refusal
  }
}

export interface Reply {
  readonly status: number
  readonly body: any
}

type Answering = (
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
) => Promise<Reply> | Reply

const local = new Map<string, Answering>()

/** Answers everything beneath `/api/<module>/` in the browser: the gallery's examples need no server. */
export function answerLocally(module: string, answering: Answering): void {
  local.set(module, answering)
}

/** One request; null when the server was not reached. */
async function request(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Reply | null> {
  const answering = local.get(path.split('/')[2] ?? '')
  if (answering) return answering(method, path, body, headers)
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(csrf ? { 'x-csrf-token': csrf } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (fault) {
    if (signal?.aborted) throw fault
    for (const listener of reached) listener(false)
    return null
  }
  for (const listener of reached) listener(true)
  const text = await response.text()
  return { status: response.status, body: asJson(text) }
}

function asJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null
  } catch {
    return null
  }
}

function refusalOf(reply: Reply): Refusal {
  const refusal = reply.body?.refusal as Refusal | undefined
  return refusal ?? { name: 'fault', message: `${reply.status}` }
}

export interface RunOptions {
  /** What would happen, without its happening. */
  readonly dryRun?: boolean
  /** Keep it between attempts of the same act, so that a repeated attempt is not a second act. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** `work.create-task` → `/api/work/create-task`. */
export function pathOf(name: string): string {
  const dot = name.indexOf('.')
  return `/api/${name.slice(0, dot)}/${name.slice(dot + 1)}`
}

export async function runCommand<D = unknown>(
  name: string,
  input: InputOf<D>,
  options: RunOptions = {},
): Promise<CommandAnswer<OutputOf<D>>> {
  const headers: Record<string, string> = options.dryRun
    ? { 'dry-run': 'true' }
    : { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() }
  const reply = await request('POST', pathOf(name), input ?? {}, headers, options.signal)
  if (!reply) return { status: 'offline' }
  if (reply.status === 401) for (const listener of signedOut) listener()
  if (reply.status === 200 || reply.status === 202) return reply.body
  return { status: 'refused', refusal: refusalOf(reply) }
}

/** Flat query string; nested values as JSON, as the border says. Undefined, null and '' are left out. */
export function queryString(input: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    search.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

const longestAddress = 2_000

export async function runQuery<D = unknown>(
  name: string,
  input: InputOf<D> = {} as InputOf<D>,
  signal?: AbortSignal,
): Promise<OutputOf<D>> {
  const asked = queryString(input as Record<string, unknown>)
  // An address cannot say "null", nor hold a pasted sheet: the server takes such questions as a body too.
  const asBody = asked.length > longestAddress || Object.values(input as object).includes(null)
  const reply = asBody
    ? await request('POST', pathOf(name), input, {}, signal)
    : await request('GET', pathOf(name) + asked, undefined, {}, signal)
  return bodyOrThrow(reply)
}

function bodyOrThrow<T>(reply: Reply | null): T {
  if (!reply) throw new QueryFailure('offline')
  if (reply.status === 401) {
    for (const listener of signedOut) listener()
    throw new QueryFailure('signed-out', refusalOf(reply))
  }
  if (reply.status >= 500 && !reply.body?.refusal) throw new QueryFailure('broken')
  if (reply.status >= 400) throw new QueryFailure('refused', refusalOf(reply))
  return reply.body as T
}

export async function fetchRegistry(): Promise<Registry> {
  return bodyOrThrow(await request('GET', '/api/registry'))
}

/** The session, or null when nobody is signed in; throws `QueryFailure('offline')` when the server is away. */
export async function fetchSession(): Promise<Session | null> {
  const reply = await request('GET', '/api/session')
  if (reply?.status === 401) return null
  const session = bodyOrThrow<Session>(reply)
  csrf = session.csrf
  return session
}

export type SessionAnswer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal | null }

/** What the session routes share: done, or the refusal; null refusal: the server was not reached. */
async function session(method: string, path: string, body?: unknown): Promise<SessionAnswer> {
  const reply = await request(method, path, body)
  if (!reply) return { ok: false, refusal: null }
  return reply.status < 300 ? { ok: true } : { ok: false, refusal: refusalOf(reply) }
}

export const signIn = (email: string, password: string) => session('POST', '/api/session', { email, password })
/** What this browser kept of the office for when there is no connection goes with the session. */
export async function signOut(everywhere = false): Promise<SessionAnswer> {
  const answer = await session('DELETE', `/api/session${everywhere ? '?everywhere=true' : ''}`)
  if (answer.ok && 'caches' in globalThis)
    for (const name of await caches.keys()) if (name.startsWith('kontor.own.')) await caches.delete(name)
  return answer
}
export const chooseLanguage = (language: string) => session('PUT', '/api/session/language', { language })
export const chooseOrganisation = (id: string) => session('PUT', '/api/session/organisation', { id })
/** Stands in a mandate from now on: the session acts for whoever gave it. */
export const startActing = (mandateId: string) => session('PUT', '/api/session/acting', { mandateId })
export const stopActing = () => session('DELETE', '/api/session/acting')
export const firstRun = (start: FirstRun) => session('POST', '/api/session/first-run', start)
export interface Invited {
  readonly office: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly hasAccount: boolean
}

/** Who invites whom; the refusal, or null where the server was not reached. */
export async function readInvitation(token: string): Promise<Invited | { readonly refusal: Refusal | null }> {
  const reply = await request('POST', '/api/session/invitation', { token })
  if (!reply) return { refusal: null }
  return reply.status < 300 ? (reply.body as Invited) : { refusal: refusalOf(reply) }
}
export const acceptInvitation = (token: string, facts: { name?: string; password: string; language: Language }) =>
  session('POST', '/api/session/accept-invitation', { token, ...facts })
export const resetPassword = (token: string, password: string) =>
  session('POST', '/api/session/reset-password', { token, password })

export interface FirstRun {
  readonly token: string
  readonly language: string
  readonly organisation: string
  readonly country: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export interface StoredFile {
  readonly id: string
  readonly size: number
  readonly mediaType: string
}

/** Stores a file's bytes as they are; `progress` is told from 0 to 1. XMLHttpRequest because fetch tells no progress. */
export function storeFile(file: File, progress?: (part: number) => void, signal?: AbortSignal): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('PUT', `/api/files${queryString({ name: file.name })}`)
    if (csrf) sending.setRequestHeader('x-csrf-token', csrf)
    sending.setRequestHeader('content-type', file.type || 'application/octet-stream')
    sending.upload.onprogress = event => event.lengthComputable && progress?.(event.loaded / event.total)
    sending.onerror = () => reject(new QueryFailure('offline'))
    sending.onabort = () => reject(signal?.reason)
    sending.onload = () => {
      const body = asJson(sending.responseText) as Reply['body']
      if (sending.status < 300) resolve(body)
      else reject(new QueryFailure('refused', refusalOf({ status: sending.status, body })))
    }
    signal?.addEventListener('abort', () => sending.abort())
    sending.send(file)
  })
}

/** Address of a stored file's bytes. */
export const fileAddress = (id: string): string => `/api/files/${id}`
