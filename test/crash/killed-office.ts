/** An office that takes papers in from its watched folder while it is killed again and again; shared by the crash test and its bench. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { modules } from '../../src/app/modules.ts'
import { APP_ROLE } from '../../src/kernel/database/embedded/connection.ts'
import { createPool, type Pool } from '../../src/kernel/database/pool.ts'
import { inTransaction } from '../../src/kernel/database/transaction.ts'
import { newId } from '../../src/kernel/ids.ts'
import { installQueues } from '../../src/kernel/jobs/boss.ts'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { testDatabase } from '../../tools/testing/database.ts'

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Kills {
  readonly papers: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly kills: number
  readonly seed: number
  /** Documents that come of the papers, mails bring more than one. */
  readonly documents: number
  /** A kill falls up to this long after its act, into the middle of what then goes on. */
  readonly withinMs: number
}

/** What is there when everything has come to rest; `superuser` may look at the rest. */
export interface Aftermath {
  readonly organisationId: string
  readonly superuser: Pool
  readonly states: Readonly<Record<string, number>>
  /** Originals of which more than one document was made. */
  readonly doubled: number
  /** Papers that were laid and taken away from the folder. */
  readonly taken: number
  readonly readings: number
  readonly deadJobs: number
  /** Readings under way at each kill. */
  readonly broken: readonly number[]
  readonly journalBroken: unknown
}

interface Office {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  readonly ended: Promise<void>
}

function startOffice(given: object): Office {
  const child = fork(new URL('./office.ts', import.meta.url).pathname, {
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

async function openOrganisation(app: Pool): Promise<string> {
  const organisationId = newId()
  await inTransaction(app, organisationId, {}, async ({ client, at }) => {
    const office = ['Office', 'SE', 'SEK', 'Europe/Stockholm', 'sv', at]
    await client.query('select kernel.organisation_open($1, $2, $3, $4, $5, $6)', office)
    return { keep: true, value: undefined }
  })
  return organisationId
}

/** Papers appear in the folder whole, as a scanner that writes aside and renames lays them. */
async function lay(root: string, watched: string, papers: Kills['papers']): Promise<void> {
  const aside = join(root, 'aside')
  for (const folder of [watched, aside]) await mkdir(folder)
  for (const { name, bytes } of papers) {
    await writeFile(join(aside, name), bytes)
    await rename(join(aside, name), join(watched, name))
  }
}

/**
 * Lays the papers, kills the office at seeded moments of its work, lets the last one finish, and hands what is there to
 * `look`. Moments are counted in acts, so that they fall into taking in, reading and recording on any machine.
 */
export async function takeInUnderKills<T>(given: Kills, look: (is: Aftermath) => Promise<T>): Promise<T> {
  const chance = chanceOf(given.seed)
  const database = await testDatabase()
  const root = await mkdtemp(join(tmpdir(), 'kontor-crash-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, () => {})
  const app = createPool({ ...database.app, max: 1 }, () => {})
  let office: Office | null = null
  try {
    await installQueues(database.owner, buildRegistry(modules), APP_ROLE)
    const organisationId = await openOrganisation(app)
    const watched = join(root, 'watched')
    await lay(root, watched, given.papers)
    const start = async () => {
      office = startOffice({ app: database.app, files: join(root, 'files'), watched, organisationId })
      await office.ready
      return office
    }
    const number = async (text: string, values: readonly unknown[] = [organisationId]) =>
      Number((await superuser.query<{ n: number }>(text, [...values])).rows[0]!.n)
    const acts = () => number('select seq as n from kernel.journal_head where organisation_id = $1')
    const broken: number[] = []
    for (let n = 0; n < given.kills; n++) {
      const moment = Math.floor(((n + chance()) / given.kills) * 2 * given.documents * 0.95)
      const { child, ended } = await start()
      while ((await acts()) < moment) await wait(5)
      await wait(chance() * given.withinMs)
      broken.push(
        await number(`select count(*) as n from pgboss.job where name = 'documents.read' and state = 'active'`, []),
      )
      child.kill('SIGKILL')
      await ended
    }
    await start()
    const arrived = () =>
      number(`select count(*) as n from documents.document where organisation_id = $1 and state = 'arrived'`)
    const laid = async () => (await readdir(watched)).filter(name => name !== 'taken').length
    while ((await laid()) > 0 || (await arrived()) > 0) await wait(250)
    const { rows } = await superuser.query<{ state: string; n: number }>(
      'select state, count(*)::int as n from documents.document where organisation_id = $1 group by state',
      [organisationId],
    )
    return await look({
      organisationId,
      superuser,
      states: Object.fromEntries(rows.map(({ state, n }) => [state, n])),
      doubled: await number(
        `select count(*) as n from (select digest from documents.document where organisation_id = $1 group by digest having count(*) > 1) d`,
      ),
      taken: (await readdir(join(watched, 'taken'))).length,
      readings: await number(
        `select count(*) as n from kernel.journal where organisation_id = $1 and command = 'documents.record-reading'`,
      ),
      deadJobs: await number(`select count(*) as n from pgboss.job where name = 'kontor.dead'`, []),
      broken,
      journalBroken: (await verifyJournal(app, organisationId)).broken,
    })
  } finally {
    const last = office as Office | null
    last?.child.kill('SIGKILL')
    await last?.ended
    await app.end()
    await superuser.end()
    await database.close()
    await rm(root, { recursive: true, force: true })
  }
}
