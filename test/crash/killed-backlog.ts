/** An office that takes an archive of old files in while it is killed again and again; shared by the crash test and the bench. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
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
import { chanceOf } from './killed-office.ts'

export interface BacklogKills {
  /** The archive: a folder of the machine. */
  readonly folder: string
  /** How many files lie in it. */
  readonly files: number
  readonly kills: number
  readonly seed: number
}

export interface BacklogAftermath {
  readonly organisationId: string
  readonly superuser: Pool
  readonly backlog: Readonly<Record<string, string | number | null>>
  readonly documents: number
  /** Originals of which more than one document was made. */
  readonly doubled: number
  readonly tasks: number
  readonly waiting: number
  /** Files that were dealt with at each kill. */
  readonly killedAt: readonly number[]
  readonly acts: number
  readonly journalBroken: unknown
  /** From the acceptance to the end, without the time in which nothing ran because it had been killed. */
  readonly seconds: number
  /** Resident memory of the office and its readers at most, MB. */
  readonly peakMB: number
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

function startOffice(given: object): { child: ChildProcess; ready: Promise<void>; ended: Promise<void> } {
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

/** Takes the archive in, kills the office at seeded shares of it, lets the last one finish, and hands what is there to `look`. */
export async function takeBacklogUnderKills<T>(
  given: BacklogKills,
  look: (is: BacklogAftermath) => Promise<T>,
): Promise<T> {
  const chance = chanceOf(given.seed)
  const database = await testDatabase()
  const root = await mkdtemp(join(tmpdir(), 'kontor-backlog-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, () => {})
  const app = createPool({ ...database.app, max: 1 }, () => {})
  let office: ReturnType<typeof startOffice> | null = null
  try {
    await installQueues(database.owner, buildRegistry(modules), APP_ROLE)
    const organisationId = await openOrganisation(app)
    const watched = join(root, 'watched')
    await mkdir(watched)
    let peakBytes = 0
    const start = async () => {
      office = startOffice({
        app: database.app,
        files: join(root, 'files'),
        watched,
        organisationId,
        backlog: given.folder,
      })
      office.child.on('message', said => {
        if (typeof said === 'object') peakBytes = Math.max(peakBytes, (said as { bytes: number }).bytes)
      })
      await office.ready
      return office
    }
    const number = async (text: string) =>
      Number((await superuser.query<{ n: number }>(text, [organisationId])).rows[0]?.n ?? 0)
    const dealtWith = () => number('select count(*) as n from documents.backlog_file where organisation_id = $1')
    const running = () =>
      number(
        `select count(*) as n from documents.backlog where organisation_id = $1 and state in ('finished', 'failed')`,
      )
    const killedAt: number[] = []
    let workedMs = 0
    for (let n = 0; n < given.kills; n++) {
      const moment = Math.floor(((n + chance()) / given.kills) * given.files * 0.95)
      const { child, ended } = await start()
      const before = await dealtWith()
      while ((await dealtWith()) === before) await wait(20)
      const began = performance.now()
      while ((await dealtWith()) < moment) await wait(20)
      await wait(chance() * 400)
      workedMs += performance.now() - began
      child.kill('SIGKILL')
      await ended
      killedAt.push(await dealtWith())
    }
    await start()
    const before = await dealtWith()
    while ((await dealtWith()) === before && (await running()) === 0) await wait(20)
    const began = performance.now()
    while ((await running()) === 0) await wait(100)
    workedMs += performance.now() - began
    const { rows } = await superuser.query('select * from documents.backlog where organisation_id = $1', [
      organisationId,
    ])
    return await look({
      organisationId,
      superuser,
      backlog: rows[0],
      documents: await number('select count(*) as n from documents.document where organisation_id = $1'),
      doubled: await number(
        `select count(*) as n from (select digest from documents.document where organisation_id = $1 group by digest having count(*) > 1) d`,
      ),
      tasks: await number('select count(*) as n from work.task where organisation_id = $1'),
      waiting: await number(
        `select count(*) as n from documents.document where organisation_id = $1 and state <> 'confirmed'`,
      ),
      killedAt,
      acts: await number('select seq as n from kernel.journal_head where organisation_id = $1'),
      journalBroken: (await verifyJournal(app, organisationId)).broken,
      seconds: workedMs / 1000,
      peakMB: peakBytes / 1e6,
    })
  } finally {
    const last = office as ReturnType<typeof startOffice> | null
    last?.child.kill('SIGKILL')
    await last?.ended
    await app.end()
    await superuser.end()
    await database.close()
    await rm(root, { recursive: true, force: true })
  }
}
