/** Kontor on a PostgreSQL that somebody else runs, over TCP with a password and TLS: migrated, used, copied, gone on with. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { giveTo } from '../../src/kernel/database/embedded/account.ts'
import { untilReady } from '../../src/kernel/database/embedded/bootstrap.ts'
import { bareEnvironment, prepareCluster } from '../../src/kernel/database/embedded/cluster.ts'
import { selfSigned } from '../../tools/testing/certificate.ts'
import { freePort, testServer } from '../../tools/testing/server.ts'

const password = "o'ffice @/? %"
let root: string
let port: number
let server: ChildProcess
let superuser: pg.Client

/** PostgreSQL as another would run it: started by its own program, with a port, TLS, and passwords for whoever is not local. */
async function startTheirs(): Promise<void> {
  const prepared = await prepareCluster(join(root, 'theirs'), false)
  const { cert, key } = selfSigned('127.0.0.1')
  const settings = join(root, 'settings')
  await mkdir(settings)
  await writeFile(join(root, 'root.crt'), cert)
  await writeFile(join(settings, 'server.crt'), cert)
  await writeFile(join(settings, 'server.key'), key, { mode: 0o600 })
  await writeFile(
    join(settings, 'pg_hba.conf'),
    'local all postgres trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n',
  )
  await giveTo(settings, prepared.account)
  const asked = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: prepared.socketDir,
    ssl: 'on',
    ssl_cert_file: join(settings, 'server.crt'),
    ssl_key_file: join(settings, 'server.key'),
    hba_file: join(settings, 'pg_hba.conf'),
  }
  server = spawn(
    join(prepared.binaries, 'bin', 'postgres'),
    ['-D', prepared.cluster, ...Object.entries(asked).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { cwd: prepared.cluster, ...prepared.account, env: bareEnvironment(), stdio: 'ignore' },
  )
  const local = { host: prepared.socketDir, port, user: 'postgres', database: 'postgres' }
  assert.ok(await untilReady(local, () => server.exitCode === null))
  superuser = new pg.Client(local)
  await superuser.connect()
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'kontor-outside-'))
  await chmod(root, 0o711)
  port = await freePort()
  await startTheirs()
  await superuser.query(`create role office login createrole password ${pg.escapeLiteral(password)}`)
  await superuser.query('create database office owner office')
})
after(async () => {
  await superuser?.end()
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  await ended
  await rm(root, { recursive: true })
})

const uri = (database: string): string =>
  `postgresql://office:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?sslmode=verify-full&sslrootcert=${encodeURIComponent(join(root, 'root.crt'))}`
const pairs = (database: string): string =>
  `host=127.0.0.1 port=${port} user=office dbname=${database} sslmode=verify-full sslrootcert=${join(root, 'root.crt')} password='${password.replace(/[\\']/g, '\\$&')}'`

function kontor(url: string, dataDir: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env['PATH'], KONTOR_DATA_DIR: dataDir, DATABASE_URL: url }
  const program = fileURLToPath(new URL('../../bin/kontor', import.meta.url))
  return new Promise(resolve => {
    execFile(program, args, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, said: stdout + stderr }),
    )
  })
}

test('a wrong password, and a certificate of somebody else’s, are told without the password', async () => {
  for (const [url, why] of [
    [uri('office').replace('office:', 'office:x'), /password authentication failed/],
    [uri('office').replace(/&sslrootcert=.*/, ''), /self-signed certificate/],
  ] as const) {
    const { code, said } = await kontor(url, join(root, 'none'), 'migrate')
    assert.equal(code, 1)
    assert.match(said, why)
    assert.ok(!said.includes(password) && !said.includes(encodeURIComponent(password)), said)
  }
})

test('migrated, used, copied by its own means, and gone on with from the copy', async t => {
  const [first, second] = [join(root, 'first'), join(root, 'second')]
  const migrated = await kontor(pairs('office'), first, 'migrate')
  assert.deepEqual([migrated.code, migrated.said], [0, 'The database is up to date.\n'])

  const ours = await testServer({ database: { ownerUrl: uri('office'), appUrl: undefined }, dataDir: first })
  let inUse = true
  t.after(() => inUse && ours.close())
  const elin = await ours.openOffice()
  await elin.act('work.create-task', { title: 'Call the landlord' })
  const fileId = await elin.store('note.txt', Buffer.from('Kept beside the database'))
  const taken = await elin.act('documents.take-in', { fileId, name: 'note.txt', arrivedBy: 'upload' })
  const { id } = taken['output'] as { id: string }
  const { rows } = await superuser.query(
    "select distinct usename, ssl from pg_stat_activity join pg_stat_ssl using (pid) where datname = 'office'",
  )
  assert.deepEqual(rows, [{ usename: 'office', ssl: true }])
  const refused = await kontor(uri('office'), first, 'backup', join(root, 'backup'))
  assert.equal(refused.code, 1)
  assert.match(refused.said, /DATABASE_URL .*pg_dump.*files/)
  inUse = false
  await ours.close()

  await superuser.query('create database copied template office owner office')
  await cp(join(first, 'files'), join(second, 'files'), { recursive: true })
  const again = await testServer({ database: { ownerUrl: pairs('copied'), appUrl: undefined }, dataDir: second })
  t.after(() => again.close())
  assert.equal(again.running.firstRun, null)
  const back = await again.signIn(elin.email, elin.password)
  const { rows: tasks } = (await back.see('work.list-tasks', { text: 'landlord' })) as { rows: { title: string }[] }
  assert.deepEqual(
    tasks.map(({ title }) => title),
    ['Call the landlord'],
  )
  const original = await back.fetch(`/api/documents/${id}/original`)
  assert.equal(await original.text(), 'Kept beside the database')
  const verified = await kontor(pairs('copied'), second, 'verify')
  assert.equal(verified.code, 0, verified.said)
  assert.match(verified.said, /lines, whole/)
})
