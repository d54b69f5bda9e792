/** A mailbox on Dovecot feeds intake: a thousand mails, the process killed in the middle, the numbers begun anew. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { mailText } from '../../src/modules/documents/mailboxes/fixtures/imap-server.ts'
import { freePort, type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { found, run, skippedWithout } from './clients.ts'

const mails = Number(process.env['KONTOR_INTEROP_MAILS'] ?? 1_000)
const skip = skippedWithout('dovecot', 'dovecot-imapd')
let folder: string
let port: number
let stop: () => Promise<void> = async () => undefined

/** Dovecot with one user, in a folder of its own. */
async function startDovecot(): Promise<void> {
  port = await freePort()
  const user = userInfo().username
  const isRoot = user === 'root'
  const mailUser = isRoot ? 'nobody' : user
  await writeFile(join(folder, 'users'), `office:{PLAIN}right\n`)
  const group = (await run('id', ['-gn', mailUser])).text.trim()
  await writeFile(
    join(folder, 'dovecot.conf'),
    [
      'protocols = imap',
      'listen = 127.0.0.1',
      `base_dir = ${folder}/run`,
      `log_path = ${folder}/log`,
      'ssl = no',
      'disable_plaintext_auth = no',
      'first_valid_uid = 0',
      `default_internal_user = ${isRoot ? 'dovecot' : user}`,
      `default_login_user = ${isRoot ? 'dovenull' : user}`,
      ...(isRoot ? [] : [`default_internal_group = ${group}`]),
      `mail_location = maildir:${folder}/mail`,
      `passdb {\n driver = passwd-file\n args = ${folder}/users\n}`,
      `userdb {\n driver = static\n args = uid=${mailUser} gid=${group} home=${folder}/home\n}`,
      `service imap-login {\n chroot =\n inet_listener imap {\n port = ${port}\n }\n inet_listener imaps {\n port = 0\n }\n}`,
      ...(isRoot ? [] : ['service anvil {\n chroot =\n}']),
      '',
    ].join('\n'),
  )
  await mkdir(join(folder, 'mail/cur'), { recursive: true })
  for (const part of ['new', 'tmp']) await mkdir(join(folder, 'mail', part))
  await mkdir(join(folder, 'home'))
  if (isRoot) await run('chown', ['-R', `${mailUser}:${group}`, join(folder, 'mail'), join(folder, 'home')])
  startAgain()
}

/** Lays a mail into the maildir as a delivery would; `seen` never. */
async function deliver(n: number): Promise<void> {
  const path = join(folder, 'mail/new', `${1_700_000_000 + n}.M${n}.here`)
  await writeFile(path, mailText(n), { mode: 0o666 })
  await chmod(path, 0o666)
}

/** What lies in the mailbox, byte for byte, and whether anything of it was marked. */
async function state(): Promise<{ digests: string[]; flags: string[] }> {
  const digests: string[] = []
  const flags: string[] = []
  for (const part of ['new', 'cur'])
    for (const name of await readdir(join(folder, 'mail', part))) {
      digests.push(
        createHash('sha256')
          .update(await readFile(join(folder, 'mail', part, name)))
          .digest('hex'),
      )
      flags.push(/:2,(\w*)$/.exec(name)?.[1] ?? '')
    }
  return { digests: digests.sort(), flags: [...new Set(flags)] }
}

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'kontor-dovecot-'))
  await chmod(folder, 0o755)
  await startDovecot()
})
after(async () => {
  await stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

async function connect(elin: SignedIn): Promise<void> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const answer = await elin.fetch('/api/documents/mailboxes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Dovecot',
        host: '127.0.0.1',
        port,
        encryption: 'none',
        username: 'office',
        password: 'right',
        folder: 'INBOX',
        withOld: true,
      }),
    })
    const said = (await answer.json()) as { status: string }
    if (said.status === 'done') return
    if (performance.now() > deadline)
      throw new Error(`${JSON.stringify(said)} ${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`)
    await wait(200)
  }
}

const taken = async (elin: SignedIn): Promise<{ taken: number; problem: string | null }> =>
  ((await elin.see('documents.list-mailboxes')) as { rows: { taken: number; problem: string | null }[] }).rows[0]!

async function until(elin: SignedIn, count: number): Promise<void> {
  const deadline = performance.now() + 240_000
  for (;;) {
    const now = await taken(elin)
    if (now.taken >= count) return
    if (performance.now() > deadline) throw new Error(`${JSON.stringify(now)}, wanted ${count}`)
    await wait(200)
  }
}

const mailsTakenIn = async (server: TestServer): Promise<number> => {
  const { rows } = await server.running.composed.kernel.pool.query<{ id: string }>(
    'select organisation_id as id from platform.organisations()',
  )
  const client = await server.running.composed.kernel.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local kontor.organisation_id = '${rows[0]!.id}'`)
    const counted = await client.query<{ all: number; apart: number }>(
      `select count(*)::int as all, count(distinct digest)::int as apart from documents.document where name like 'Faktura %.eml'`,
    )
    assert.equal(counted.rows[0]!.all, counted.rows[0]!.apart, 'none is there twice')
    return counted.rows[0]!.all
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test(`${mails} mails, the line cut in the middle, and the numbers begun anew`, { skip }, async t => {
  for (let n = 1; n <= mails; n++) await deliver(n)
  const before = await state()
  const server = await testServer({ onLog: () => undefined })
  try {
    const elin = await server.openOffice()
    await connect(elin)
    const began = performance.now()
    await until(elin, Math.floor(mails / 4))
    // Dovecot's own process of this line is killed.
    for (const pid of await linesOf()) process.kill(pid, 'SIGKILL')
    await until(elin, mails)
    t.diagnostic(`${mails} mails taken in within ${Math.round((performance.now() - began) / 1000)} s`)
    assert.equal(await mailsTakenIn(server), mails)
    const still = await state()
    assert.deepEqual(still.digests, before.digests, 'byte for byte as it was')
    assert.deepEqual(still.flags, [''], 'nothing is marked as read')

    const validity = await uidValidity()
    const lines = await linesOf()
    await stop()
    // A line that still lives would write its numbers down once more.
    for (const pid of lines) await ended(pid)
    await run('find', [join(folder, 'mail'), '-maxdepth', '1', '-name', 'dovecot*', '-delete'])
    startAgain()
    await deliver(mails + 1)
    await until(elin, mails + 1)
    assert.equal(await mailsTakenIn(server), mails + 1)
    assert.notEqual(await uidValidity(), validity, 'its numbers did begin anew')
  } finally {
    await server.close()
  }
})

/** What Dovecot gives its numbers by: the first line of its list says it as V…. */
async function uidValidity(): Promise<string> {
  const list = await readFile(join(folder, 'mail/dovecot-uidlist'), 'utf8')
  return /\bV(\d+)\b/.exec(list)![1]!
}

/** Dovecot's processes that speak to somebody now. */
async function linesOf(): Promise<number[]> {
  const { text } = await run('pgrep', ['-P', String(await masterPid()), '-x', 'imap'])
  return text.split('\n').filter(Boolean).map(Number)
}

async function ended(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      return
    }
    await wait(20)
  }
}

async function masterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'run/master.pid'), 'utf8')).trim())
}

/** Starts it as it is set up; `stop` ends it. */
function startAgain(): void {
  const child = spawn(found('dovecot')!, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
}
