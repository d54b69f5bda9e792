import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { DatabaseInUse, type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'

const supported = process.platform === 'linux' || process.platform === 'darwin'
const MODULE = pathToFileURL(join(import.meta.dirname, 'embedded.ts')).href

/** Another process that starts a server, says so, and holds it until its input closes or it is killed. */
const HOLDER = `
  import { startEmbedded } from '${MODULE}'
  const [dataDir, purpose] = process.argv.slice(1)
  try {
    const database = await startEmbedded({ dataDir, purpose, patience_ms: 200 })
    console.log(database.adopted ? 'adopted' : 'started')
    process.stdin.once('end', async () => { await database.stop(); process.exit(0) }).resume()
  } catch (error) {
    console.log(error.name)
  }`

interface Holder {
  readonly child: ChildProcess
  readonly said: string
}

async function hold(dataDir: string, purpose: string, env: NodeJS.ProcessEnv = process.env): Promise<Holder> {
  const args = ['--input-type=module-typescript', '-e', HOLDER, dataDir, purpose]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env })
  for await (const said of createInterface(child.stdout)) return { child, said }
  throw new Error('The holder ended without a word')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise(resolve => child.once('exit', resolve))
}

async function release({ child }: Holder): Promise<void> {
  child.stdin?.end()
  await ended(child)
}

async function killHard({ child }: Holder): Promise<void> {
  child.kill('SIGKILL')
  await ended(child)
}

async function ask(
  database: EmbeddedDatabase,
  sql: string,
  as: 'owner' | 'app' | 'superuser' = 'owner',
): Promise<unknown[]> {
  const client = new pg.Client(database[as])
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function untilGone(cluster: string): Promise<void> {
  while (await findPostmaster(cluster)) await wait(5)
}

describe('a PostgreSQL of our own', { skip: supported ? false : 'no binaries for this platform' }, () => {
  let dataDir: string
  const cluster = (): string => join(dataDir, 'postgres')
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kontor-embedded-'))
  })
  after(async () => {
    await rm(dataDir, { recursive: true, force: true })
  })
  const start = () => startEmbedded({ dataDir, purpose: 'command', patience_ms: 5_000 })

  test('two at once on an empty folder: one starts it, the other is told who has it', async () => {
    const both = await Promise.all([hold(dataDir, 'server'), hold(dataDir, 'server')])
    assert.deepEqual(both.map(({ said }) => said).sort(), ['DatabaseInUse', 'started'])
    await Promise.all(both.map(release))
    assert.equal(await findPostmaster(cluster()), undefined)
  })

  test('only its socket is open, in a folder of its own; the roles may no more than they should', async () => {
    const database = await start()
    assert.deepEqual(await ask(database, 'show listen_addresses'), [''])
    assert.equal((await stat(database.app.host as string)).mode & 0o777, 0o700)
    assert.deepEqual(await ask(database, 'select current_user', 'app'), ['kontor_app'])
    await assert.rejects(ask(database, 'create table public.mine ()', 'app'), { code: '42501' })
    const flags = 'select rolname from pg_roles where (rolsuper or rolbypassrls or rolcreaterole) and rolcanlogin'
    assert.deepEqual(await ask(database, flags, 'superuser'), ['postgres'])
    await database.stop()
    await database.stop()
  })

  test('letters, words and order do not hang on the machine’s language', async () => {
    const database = await start()
    assert.deepEqual(await ask(database, "select upper('ăîșțåäöøæç'), 'Å' < 'a', 'Z' < 'a'"), [
      'ĂÎȘȚÅÄÖØÆÇ',
      false,
      true,
    ])
    assert.deepEqual(await ask(database, "select tsvector_to_array(to_tsvector('simple', 'café–bar'))::text"), [
      '{bar,café}',
    ])
    await database.stop()
  })

  test('a command uses the running server’s, and leaves it running', async () => {
    const server = await hold(dataDir, 'server')
    const command = await start()
    assert.equal(command.adopted, true)
    await ask(command, 'create table if not exists kept (n integer primary key)')
    await command.stop()
    assert.notEqual(await findPostmaster(cluster()), undefined)
    await release(server)
    assert.equal(await findPostmaster(cluster()), undefined)
  })

  test('a server waits for a command that holds the database', async () => {
    const command = await hold(dataDir, 'command')
    const [server] = await Promise.all([startEmbedded({ dataDir, patience_ms: 30_000 }), release(command)])
    assert.equal(server.adopted, false)
    await server.stop()
  })

  test('and is refused when the command does not end', async () => {
    const command = await hold(dataDir, 'command')
    await assert.rejects(startEmbedded({ dataDir, patience_ms: 100 }), DatabaseInUse)
    await release(command)
  })

  test('its starter killed: the server goes, and what was acknowledged is there again', async () => {
    const holder = await hold(dataDir, 'server')
    const visitor = await start()
    await ask(visitor, 'insert into kept select generate_series(1, 1000)')
    await killHard(holder)
    await untilGone(cluster())
    const again = await start()
    assert.deepEqual(await ask(again, 'select count(*)::int from kept'), [1000])
    await again.stop()
  })

  test('where nothing stops it, the next one takes it over and stops it', async () => {
    const holder = await hold(dataDir, 'server', { ...process.env, PATH: '/nowhere' })
    const orphan = await findPostmaster(cluster())
    await killHard(holder)
    const next = await start()
    assert.deepEqual([next.pid, next.adopted], [orphan?.pid, false])
    await next.stop()
    assert.equal(await findPostmaster(cluster()), undefined)
  })

  test('the server itself killed: the loss is told, and the next start recovers', async () => {
    const lost = Promise.withResolvers<Error>()
    const database = await startEmbedded({ dataDir, onLost: lost.resolve })
    await ask(database, 'insert into kept select generate_series(1001, 2000)')
    process.kill(database.pid, 'SIGKILL')
    assert.match((await lost.promise).message, /SIGKILL/)
    await database.stop()
    const again = await start()
    assert.deepEqual(await ask(again, 'select count(*)::int from kept'), [2000])
    await again.stop()
  })

  test('a postmaster.pid that names somebody else’s process does not stop it', async () => {
    await writeFile(join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n`)
    const database = await start()
    assert.equal(Number.parseInt(await readFile(join(cluster(), 'postmaster.pid'), 'utf8'), 10), database.pid)
    await database.stop()
  })

  test('the operator’s postgres.conf has the last word', async () => {
    await writeFile(join(dataDir, 'postgres.conf'), "work_mem = '9MB'\n", { mode: 0o644 })
    const database = await start()
    assert.deepEqual(await ask(database, 'show work_mem'), ['9MB'])
    await database.stop()
    await rm(join(dataDir, 'postgres.conf'))
  })

  test('a mistake in it is shown, with PostgreSQL’s own words', async () => {
    await writeFile(join(dataDir, 'postgres.conf'), 'no_such_setting = 1\n', { mode: 0o644 })
    await assert.rejects(start(), /no_such_setting/)
    await rm(join(dataDir, 'postgres.conf'))
  })

  test('a path too long for a socket gets one elsewhere', async () => {
    const deep = join(dataDir, 'an-office-with-a-very-long-name'.repeat(3), 'and-a-folder-in-it')
    const database = await startEmbedded({ dataDir: deep, durable: false })
    assert.ok(Buffer.byteLength(database.app.host as string) < 80)
    assert.deepEqual(await ask(database, 'select 1'), [1])
    await database.stop()
    await rm(database.app.host as string, { recursive: true })
  })
})
