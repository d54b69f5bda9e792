import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../src/app/config.ts'
import { type Running, startServer } from '../../src/app/server.ts'
import type { Connection } from '../../src/kernel/database/embedded/connection.ts'
import type { Limits } from '../../src/surfaces/http/limits.ts'
import type { Log } from '../../src/kernel/kernel.ts'
import { testDatabase } from './database.ts'
import { queues } from './queues.ts'

/*
 * The whole of Kontor for a test file, as people reach it:
 *
 *   const server = await testServer()                    // all modules, workers, doors, on a free port, its own database
 *   const elin = await server.openOffice()               // the first run: an organisation and its owner, signed in
 *   const answer = await elin.act('work.create-task', { title: 'Call the landlord' })
 *   const desk = await elin.see('work.desk')
 *   after(() => server.close())
 *
 * `testServer({ web: true })` serves the built interface too (npm test builds it before the run).
 */

/** Somebody signed in. */
export interface SignedIn {
  readonly cookie: string
  readonly email: string
  readonly password: string
  /** `fetch` with a path, as this person. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Runs a command; answers the outcome as it comes: done, asked or refused. */
  act(
    command: string,
    input: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: string; [field: string]: unknown }>
  /** Asks a query. */
  see(query: string, input?: Record<string, unknown>): Promise<unknown>
  /** Stores a file and gives its id. */
  store(name: string, bytes: Uint8Array): Promise<string>
}

/** A server of a test's own. */
export interface TestServer {
  readonly address: string
  readonly running: Running
  readonly dataDir: string
  /** Opens the first organisation by the one-time link. */
  openOffice(options?: { language?: string; country?: string; name?: string }): Promise<SignedIn>
  signIn(email: string, password: string): Promise<SignedIn>
  close(): Promise<void>
}

/** What a test may set. */
export interface TestServerOptions {
  readonly web?: boolean
  readonly smtpPort?: number
  /** The SMTP server that mail leaves by. */
  readonly mail?: Config['mail']
  readonly watchDir?: string
  /** Places in which printers are spoken to. */
  readonly printers?: readonly string[]
  /** Told of every line logged at `warn` and above; by default they are printed. */
  readonly onLog?: (level: string, message: string, data?: unknown) => void
  /** Takes the place of the log altogether: lines of every level. */
  readonly log?: Log
  /** A database that somebody else brings and drops. */
  readonly database?: Config['database']
  /** Kept by the caller, who removes it. */
  readonly dataDir?: string
  readonly tls?: Config['tls']
  readonly httpPort?: number
  readonly trustedProxies?: readonly string[]
  readonly limits?: Partial<Limits>
  /** Where people reach it, when that is not where it listens. */
  readonly address?: string
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** The address of a database, as DATABASE_URL has it. */
export const urlOf = ({ host, user, database }: Connection): string =>
  `postgres://${user}@/${database}?host=${encodeURIComponent(host ?? '')}`

/** Starts everything (see the top of this file). */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = options.database ? null : await testDatabase({ prepared: queues })
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'kontor-server-')))
  const port = await freePort()
  const address = options.address ?? `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`
  const config: Config = {
    host: '127.0.0.1',
    port,
    address,
    dataDir,
    database: database ? { ownerUrl: urlOf(database.owner), appUrl: urlOf(database.app) } : options.database,
    tls: options.tls,
    httpPort: options.httpPort ?? 0,
    trustedProxies: options.trustedProxies ?? [],
    smtpPort: options.smtpPort ?? 0,
    mail: options.mail,
    watchDir: options.watchDir,
    printers: options.printers ?? [],
    logLevel: 'warn',
    file: undefined,
  }
  const say = options.onLog ?? ((level, message, data) => console.error(level, message, data ?? ''))
  const running = await startServer({
    config,
    log:
      options.log ??
      ((level, message, data) => void ((level === 'warn' || level === 'error') && say(level, message, data))),
    tell: () => undefined,
    onLost: cause => {
      throw cause
    },
    web: options.web ?? false,
    limits: options.limits ?? {},
  })
  return {
    address,
    running,
    dataDir,
    openOffice: person => openOffice(running, address, person),
    signIn: (email, password) => begin(address, '/api/session', { email, password }, email, password),
    close: async () => {
      await running.stop()
      await database?.close()
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function openOffice(
  { firstRun }: Running,
  address: string,
  {
    language = 'en',
    country = 'SE',
    name = 'Elin Bergqvist',
  }: { language?: string; country?: string; name?: string } = {},
): Promise<SignedIn> {
  if (!firstRun) throw new Error('This server has been opened already')
  const token =
    new URL(firstRun).hash.slice(1) || new URL(firstRun).searchParams.get('token') || firstRun.split('/').at(-1)
  const email = 'elin@example.org'
  const password = 'a longer password than most'
  const office = { language, country, name, organisation: 'Bergqvist & Öberg' }
  return begin(address, '/api/session/first-run', { token, email, password, ...office }, email, password)
}

async function begin(address: string, path: string, body: unknown, email: string, password: string): Promise<SignedIn> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const as = (url: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address + url, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } })
  return { cookie, email, password, fetch: as, ...acting(as) }
}

function acting(as: SignedIn['fetch']): Pick<SignedIn, 'act' | 'see' | 'store'> {
  const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`
  return {
    async act(command, input, headers = {}) {
      const asked = { 'content-type': 'application/json', ...headers }
      const response = await as(pathOf(command), { method: 'POST', headers: asked, body: JSON.stringify(input) })
      return response.json() as Promise<{ status: string }>
    },
    async see(query, input = {}) {
      const words = Object.entries(input).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ])
      const response = await as(`${pathOf(query)}?${new URLSearchParams(words)}`)
      return response.json()
    },
    async store(name, bytes) {
      const response = await as(`/api/files?name=${encodeURIComponent(name)}`, {
        method: 'PUT',
        body: bytes as BodyInit,
      })
      const { id } = (await response.json()) as { id: string }
      return id
    },
  }
}
