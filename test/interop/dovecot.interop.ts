/** A mailbox on Dovecot feeds intake: a thousand mails, the process killed in the middle, the numbers begun anew. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { mailText } from '../../src/modules/documents/mailboxes/fixtures/imap-server.ts'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { run, skippedWithout } from './clients.ts'
import { type Dovecot, openDovecot } from './dovecot.ts'

const mails = Number(process.env['KONTOR_INTEROP_MAILS'] ?? 1_000)
const skip = skippedWithout('dovecot', 'dovecot-imapd')
let dovecot: Dovecot
let folder: string

const deliver = (n: number): Promise<void> => dovecot.deliver(n, mailText(n))

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
  dovecot = await openDovecot()
  folder = dovecot.folder
})
after(() => dovecot?.close())

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
    await dovecot.connect(elin)
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
    await dovecot.stop()
    // A line that still lives would write its numbers down once more.
    for (const pid of lines) await ended(pid)
    await run('find', [join(folder, 'mail'), '-maxdepth', '1', '-name', 'dovecot*', '-delete'])
    dovecot.start()
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
