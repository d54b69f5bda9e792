/** A mailbox with real wires, its office killed at any instant while mail is fetched and sent: each mail is here once, none goes out twice. */
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { modules } from '../../src/app/modules.ts'
import { APP_ROLE } from '../../src/kernel/database/embedded/connection.ts'
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { newId } from '../../src/kernel/ids.ts'
import { bossSink, installQueues, openBoss } from '../../src/kernel/jobs/boss.ts'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { openOrganisation } from '../../src/kernel/platform/first-run.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { mailActs } from '../../src/modules/mail/doors/acts.ts'
import { imapServer } from '../../src/modules/mail/fixtures/imap-server.ts'
import { mailText, smtpServer } from '../../src/modules/mail/testing.ts'
import { testDatabase } from '../../tools/testing/database.ts'
import { chanceOf } from '../crash/killed-office.ts'

const mails = Number(process.env['KONTOR_INTEROP_MAILS'] ?? 600)
const kills = Number(process.env['MAIL_KILLS'] ?? 6)
const seed = Number(process.env['MAIL_SEED'] ?? 20261122)
/** So many are on their way out each time. */
const answers = 8
const quiet = (): void => {}

async function startOffice(given: object) {
  const child = fork(new URL('../crash/mail-office.ts', import.meta.url).pathname, {
    env: { ...process.env, CRASH_OFFICE: JSON.stringify(given) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new Error(`the office ended by itself: ${code}`)))
  })
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test(`${mails} mails and ${kills * answers} answers, kill -9 at ${kills} moments (seed ${seed})`, {
  timeout: 400_000,
}, async () => {
  const chance = chanceOf(seed)
  const database = await testDatabase()
  const root = await mkdtemp(join(tmpdir(), 'kontor-mail-kill-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, quiet)
  const app = createPool({ ...database.app, max: 3 }, quiet)
  const registry = buildRegistry(modules)
  await installQueues(database.owner, registry, APP_ROLE)
  const queuePool = createPool({ ...database.app, max: 1 }, quiet)
  const boss = openBoss(queuePool, quiet, { workers: false })
  await boss.start()
  const files = join(root, 'files')
  const kernel = createKernel({
    registry,
    pool: app,
    authority: authorityPort(),
    jobs: bossSink(boss, quiet),
    files: diskFiles(files, app),
    secret: Buffer.alloc(32, 7),
    log: quiet,
  })
  const [imap, smtp] = [await imapServer(), await smtpServer()]
  smtp.thinksMs = 25
  for (let n = 0; n < mails; n++) imap.deliver('INBOX', mailText({ subject: `Many ${n}`, id: `many${n}@x.example` }))
  let office: Awaited<ReturnType<typeof startOffice>> | null = null
  try {
    const opened = await openOrganisation({ pool: app }, kernel.dispatch, {
      organisation: 'Office',
      country: 'SE',
      language: 'en',
      name: 'Olga Owner',
      email: 'olga@example.org',
      password: 'four words and a comma',
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    const { principalId, organisationId } = opened.value
    const act = async (command: string, input: object): Promise<Record<string, string>> => {
      const outcome = await kernel.dispatch({
        organisationId,
        principalId,
        command,
        input,
        requestId: newId(),
        surface: 'test',
      })
      if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`)
      return outcome.output as Record<string, string>
    }
    const number = async (text: string): Promise<number> =>
      Number((await superuser.query<{ n: number }>(text)).rows[0]!.n)
    const taken = () => number("select count(*) as n from mail.message where direction = 'in'")
    const onTheWay = () => number("select count(*) as n from mail.outgoing where state in ('waiting', 'sending')")
    const connected = await mailActs('https://kontor.example')
      .find(one => one.path === '/api/mail/mailboxes')!
      .act(
        kernel,
        { organisationId, principalId, mandateId: null },
        {
          name: 'Info',
          address: 'info@office.example',
          kind: 'shared',
          imapHost: '127.0.0.1',
          imapPort: imap.port,
          imapEncryption: 'none',
          smtpHost: '127.0.0.1',
          smtpPort: smtp.port,
          smtpEncryption: 'none',
          username: 'office',
          password: 'right',
        },
        newId(),
      )
    assert.equal(connected.status, 'done', JSON.stringify(connected))
    const mailboxId = (connected as { output: { id: string } }).output.id
    const answer = async (n: number) => {
      const to = [{ address: `eva${n}@x.example` }]
      const draft = await act('mail.save-draft', { mailboxId, to, subject: `Answer ${n}`, text: 'Yes' })
      await act('mail.send-draft', { id: draft['id'], threadId: draft['threadId'], undoSeconds: 0 })
    }
    const given = { app: database.app, files, organisationId }
    let midway = 0
    for (let kill = 0; kill < kills; kill++) {
      for (let n = 0; n < answers; n++) await answer(kill * answers + n)
      const posted = smtp.posted.length
      office = await startOffice(given)
      // every other time amid the fetch, every other amid what is being sent
      const moment = Math.floor(((kill + chance()) / kills) * mails * 0.9)
      if (kill % 2 === 0) while ((await taken()) < moment) await wait(2)
      else while (smtp.posted.length === posted) await wait(1)
      await wait(chance() * 30)
      await office.kill()
      midway += await number("select count(*) as n from mail.outgoing where state = 'sending'")
    }
    office = await startOffice(given)
    while ((await taken()) < mails || (await onTheWay()) > 0) await wait(100)
    const fresh = imap.deliver('INBOX', mailText({ subject: 'Fresh', id: 'fresh@x.example' }))
    while ((await taken()) < mails + 1) await wait(50)
    assert.ok(fresh.uid > mails)

    const { rows: came } = await superuser.query<{ all: number; apart: number; threads: number }>(
      `select count(*)::int as all, count(distinct digest)::int as apart, count(distinct thread_id)::int as threads
       from mail.message where direction = 'in'`,
    )
    assert.deepEqual(came[0], { all: mails + 1, apart: mails + 1, threads: mails + 1 })
    const { rows: out } = await superuser.query<{ subject: string; state: string }>(
      'select subject, state from mail.outgoing order by subject',
    )
    const subjects = smtp.posted.map(({ source }) => /^Subject: (.*)$/m.exec(source)![1]!.trim())
    assert.equal(new Set(subjects).size, subjects.length, 'nothing went out twice')
    assert.deepEqual(
      [...new Set(out.map(row => row.state))].filter(state => state !== 'sent' && state !== 'doubtful'),
      [],
    )
    const sent = out.filter(row => row.state === 'sent').map(row => row.subject)
    const doubtful = out.filter(row => row.state === 'doubtful').map(row => row.subject)
    for (const subject of sent) assert.ok(subjects.includes(subject), `${subject} went out`)
    for (const subject of subjects) assert.ok([...sent, ...doubtful].includes(subject))
    // whoever wrote it is asked about each that nobody knows of
    const asked = await number("select count(*) as n from kernel.record where kind = 'task' and title like '%Answer %'")
    assert.equal(asked, doubtful.length)
    const copies = () =>
      (imap.folders.get('Sent')?.mails ?? []).map(({ source }) => /^Subject: (.*)$/m.exec(`${source}`)![1]!.trim())
    while (copies().length < sent.length) await wait(50)
    await wait(1_500)
    assert.deepEqual(copies().sort(), [...sent].sort(), 'each lies there once')
    assert.equal((await verifyJournal(app, organisationId)).broken, null)
    console.log(
      `${midway} were being given to the server when it was killed; ${doubtful.length} asked about, ${sent.length} sent`,
    )
  } finally {
    await office?.kill()
    await boss.stop()
    await Promise.all([imap.close(), smtp.close(), queuePool.end(), app.end(), superuser.end()])
    await database.close()
    await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
})
