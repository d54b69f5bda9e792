/** A year of the drawn office, made and then served: the office in which a colleague goes on holiday. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import type { Browser } from 'playwright-core'
import { compose } from '../../src/app/compose.ts'
import type { Config } from '../../src/app/config.ts'
import { demoOwner, demoPassword } from '../../src/app/demo/office.ts'
import { almgrenTveit } from '../../src/app/demo/papers/offices.ts'
import { type YearCall, type YearReport, seedYear } from '../../src/app/demo/year.ts'
import { yearUsers } from '../../src/app/demo/year-people.ts'
import { lendBrowser } from '../../tools/testing/shared-browser.ts'
import { CLUSTER_VARIABLE } from '../../tools/testing/cluster.ts'
import { testDatabase } from '../../tools/testing/database.ts'
import { type SignedIn, type TestServer, testServer, urlOf } from '../../tools/testing/server.ts'

export interface YearOffice {
  readonly report: YearReport
  readonly server: TestServer
  readonly browser: Browser
  readonly password: string
  /** Signs in by the address that somebody of the office has; they read English here. */
  enter(name: string): Promise<SignedIn>
  close(): Promise<void>
}

/** Makes the year, then starts the server and a browser on it. */
export async function openYearOffice(call: YearCall, tell: (line: string) => void): Promise<YearOffice> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).toReversed()) await end().catch(console.error)
  }
  try {
    const made = await testDatabase()
    closing.push(() => made.close())
    const dataDir = await mkdtemp(join(tmpdir(), 'kontor-year-'))
    closing.push(() => rm(dataDir, { recursive: true, force: true }))
    const database = { ownerUrl: urlOf(made.owner), appUrl: urlOf(made.app) }
    if (!process.env[CLUSTER_VARIABLE]) await tidyAsInAnOffice(made.superuser)
    const report = await makeYear(call, tell, { dataDir, database })
    const server = await testServer({ web: true, database, dataDir })
    closing.push(() => server.close())
    const { browser, close: closeBrowser } = await lendBrowser()
    closing.push(closeBrowser)
    return { report, server, browser, password: demoPassword, close, enter: name => enter(server, name) }
  } catch (fault) {
    await close()
    throw fault
  }
}

/** The clusters of tests do nothing by themselves; over a year the database must know how its tables have grown. */
async function tidyAsInAnOffice(superuser: ClientConfig): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query('alter system set autovacuum to on')
  await client.query('select pg_reload_conf()')
  await client.end()
}

async function makeYear(
  call: YearCall,
  tell: (line: string) => void,
  place: Pick<Config, 'dataDir' | 'database'>,
): Promise<YearReport> {
  const config: Config = {
    ...place,
    host: '127.0.0.1',
    port: 0,
    address: 'http://127.0.0.1',
    tls: undefined,
    httpPort: 0,
    trustedProxies: [],
    smtpPort: 0,
    mail: undefined,
    watchDir: undefined,
    logLevel: 'warn',
    file: undefined,
  }
  const log = (level: string, message: string, data?: unknown): void =>
    void ((level === 'warn' || level === 'error') && console.error(level, message, data ?? ''))
  const composed = await compose({ config, log, purpose: 'command' })
  try {
    return await seedYear(composed, tell, call)
  } finally {
    await composed.close()
  }
}

async function enter(server: TestServer, name: string): Promise<SignedIn> {
  const signedIn = await server.signIn(emailOf(name), demoPassword)
  const language = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"language":"en"}' }
  const answer = await signedIn.fetch('/api/session/language', language)
  if (!answer.ok) throw new Error(`${name} reads no English: ${answer.status}`)
  return signedIn
}

/** The address with which somebody of the office signs in. */
export function emailOf(name: string): string {
  const user = [demoOwner, ...yearUsers(almgrenTveit.people.length)].find(one => one.name === name)
  if (!user) throw new Error(`${name} has no account`)
  return user.email
}
