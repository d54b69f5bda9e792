/** Killed at any instant, intake loses nothing and doubles nothing, and finishes by itself. */
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { modules } from '../src/app/modules.ts'
import { createPool } from '../src/kernel/database/pool.ts'
import { inTransaction } from '../src/kernel/database/transaction.ts'
import { APP_ROLE } from '../src/kernel/database/embedded/connection.ts'
import { newId } from '../src/kernel/ids.ts'
import { installQueues } from '../src/kernel/jobs/boss.ts'
import { verifyJournal } from '../src/kernel/journal/verify.ts'
import { buildRegistry } from '../src/kernel/registry.ts'
import { testDatabase } from '../tools/testing/database.ts'
import { crashPaper } from './crash/papers.ts'

const papers = Number(process.env['CRASH_PAPERS'] ?? 500)
const kills = Number(process.env['CRASH_KILLS'] ?? 10)
const seed = Number(process.env['CRASH_SEED'] ?? 20261121)

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function startOffice(given: object): { child: ChildProcess; ready: Promise<void>; ended: Promise<void> } {
  const child = fork(new URL('./crash/office.ts', import.meta.url).pathname, {
    env: { ...process.env, CRASH_OFFICE: JSON.stringify(given) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', code => reject(new Error(`the office ended by itself: ${code}`)))
  })
  return { child, ready, ended }
}

test(`${papers} papers, kill -9 at ${kills} moments (seed ${seed}): none lost, none doubled, all finished`, {
  timeout: 280_000,
}, async t => {
  const chance = chanceOf(seed)
  const database = await testDatabase()
  const root = await mkdtemp(join(tmpdir(), 'kontor-crash-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, () => {})
  let office: ReturnType<typeof startOffice> | null = null
  t.after(async () => {
    office?.child.kill('SIGKILL')
    await office?.ended
    await superuser.end()
    await database.close()
    await rm(root, { recursive: true, force: true })
  })
  await installQueues(database.owner, buildRegistry(modules), APP_ROLE)
  const organisationId = newId()
  const app = createPool({ ...database.app, max: 1 }, () => {})
  await inTransaction(app, organisationId, {}, async ({ client, at }) => {
    await client.query('select kernel.organisation_open($1, $2, $3, $4, $5, $6)', [
      'Office',
      'SE',
      'SEK',
      'Europe/Stockholm',
      'sv',
      at,
    ])
    return { keep: true, value: undefined }
  })
  await app.end()

  const watched = join(root, 'watched')
  const aside = join(root, 'aside')
  for (const folder of [watched, aside]) await mkdir(folder)
  const words: string[] = []
  for (let n = 0; n < papers; n++) {
    const paper = crashPaper(n)
    words.push(...paper.words)
    await writeFile(join(aside, paper.name), paper.bytes)
    await rename(join(aside, paper.name), join(watched, paper.name))
  }

  const given = { app: database.app, files: join(root, 'files'), watched, organisationId }
  // Moments are counted in acts, not in time, so that they fall into taking in, reading and recording on any machine.
  const acts = async () =>
    Number(
      (
        await superuser.query<{ seq: bigint }>('select seq from kernel.journal_head where organisation_id = $1', [
          organisationId,
        ])
      ).rows[0]!.seq,
    )
  for (let n = 0; n < kills; n++) {
    const moment = Math.floor(((n + chance()) / kills) * 2 * words.length * 0.95)
    office = startOffice(given)
    await office.ready
    while ((await acts()) < moment) await wait(5)
    await wait(chance() * 60)
    office.child.kill('SIGKILL')
    await office.ended
  }
  office = startOffice(given)
  await office.ready
  const waiting = async () =>
    (
      await superuser.query<{ n: number }>(
        `select count(*)::int as n from documents.document where organisation_id = $1 and state = 'arrived'`,
        [organisationId],
      )
    ).rows[0]!.n
  const laid = async () => (await readdir(watched)).filter(name => name !== 'taken').length
  while ((await laid()) > 0 || (await waiting()) > 0) await wait(250)

  const { rows: states } = await superuser.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from documents.document where organisation_id = $1 group by state',
    [organisationId],
  )
  assert.deepEqual(states, [{ state: 'to-confirm', n: words.length }])
  assert.deepEqual((await readdir(join(watched, 'taken'))).length, papers)
  const { rows: found } = await superuser.query<{ body: string }>(
    'select body from kernel.search_entry where organisation_id = $1',
    [organisationId],
  )
  const texts = found.map(({ body }) => body).join('\n')
  for (const word of words) assert.equal(texts.split(word).length - 1, 1, `${word} stands in one document`)
  const { rows: lines } = await superuser.query<{ taken: number; read: number }>(
    `select count(*) filter (where command = 'documents.take-in')::int as taken, count(*) filter (where command = 'documents.record-reading')::int as read
     from kernel.journal where organisation_id = $1`,
    [organisationId],
  )
  assert.equal(lines[0]!.read, words.length)
  assert.ok(lines[0]!.taken >= words.length)
  const { rows: dead } = await superuser.query<{ n: number }>(
    `select count(*)::int as n from pgboss.job where name = 'kontor.dead'`,
  )
  assert.equal(dead[0]!.n, 0)
  const journal = createPool({ ...database.app, max: 1 }, () => {})
  const report = await verifyJournal(journal, organisationId).finally(() => journal.end())
  assert.equal(report.broken, null)
})
