/** Killed at any instant, looking into a mailbox loses no mail and takes none in twice. */
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createPool } from '../../src/kernel/database/pool.ts'
import { newId } from '../../src/kernel/ids.ts'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { imapServer, mailText } from '../../src/modules/documents/mailboxes/fixtures/imap-server.ts'
import { testDatabase } from '../../tools/testing/database.ts'
import { chanceOf } from '../crash/killed-office.ts'

const mails = Number(process.env['CRASH_MAILS'] ?? 60)
const kills = Number(process.env['CRASH_KILLS'] ?? 3)
const seed = Number(process.env['CRASH_SEED'] ?? 20261122)

test(`${mails} mails, kill -9 at ${kills} moments (seed ${seed}), the numbers begun anew after the second`, {
  timeout: 200_000,
}, async () => {
  const chance = chanceOf(seed)
  const imap = await imapServer()
  imap.mails = Array.from({ length: mails }, (_, index) => ({ uid: index + 1, source: mailText(index + 1) }))
  const database = await testDatabase()
  const files = await mkdtemp(join(tmpdir(), 'kontor-crash-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, () => {})
  const app = createPool({ ...database.app, max: 1 }, () => {})
  let child: ChildProcess | null = null
  try {
    const organisationId = newId()
    await app.query('select platform.organisation_open($1, $2, $3, $4, $5, $6, $7)', [
      organisationId,
      'Office',
      'SE',
      'SEK',
      'Europe/Stockholm',
      'sv',
      Temporal.Now.instant().round('microsecond'),
    ])
    const start = async () => {
      const started = fork(new URL('../crash/mailbox.ts', import.meta.url).pathname, {
        env: {
          ...process.env,
          CRASH_MAILBOX: JSON.stringify({ app: database.app, files, organisationId, port: imap.port }),
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      child = started
      await new Promise<void>((resolve, reject) => {
        started.once('message', () => resolve())
        started.once('exit', code => reject(new Error(`it ended by itself: ${code}`)))
      })
      return started
    }
    const taken = async () =>
      Number((await superuser.query<{ n: string }>('select count(*) as n from documents.document')).rows[0]!.n)
    for (let n = 0; n < kills; n++) {
      const running = await start()
      const moment = Math.floor(((n + chance()) / kills) * mails * 0.95)
      while ((await taken()) < moment) await wait(5)
      await wait(chance() * 40)
      const ended = new Promise(resolve => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
      if (n !== 1) continue
      imap.uidValidity++
      imap.mails = imap.mails.toReversed().map(({ source }, index) => ({ uid: index + 1, source }))
    }
    await start()
    while ((await taken()) < mails) await wait(50)
    imap.add(mailText(mails + 1))
    while ((await taken()) < mails + 1) await wait(50)
    const { rows } = await superuser.query<{ all: string; apart: string; kept: string }>(
      `select count(*) as all, count(distinct digest) as apart, (select count(*) from documents.mailbox_mail) as kept
       from documents.document`,
    )
    assert.deepEqual(Object.values(rows[0]!).map(Number), [mails + 1, mails + 1, mails + 1])
    assert.equal((await verifyJournal(app, organisationId)).broken, null)
  } finally {
    const last = child as ChildProcess | null
    last?.kill('SIGKILL')
    await imap.close()
    await app.end()
    await superuser.end()
    await database.close()
    await rm(files, { recursive: true, force: true })
  }
})
