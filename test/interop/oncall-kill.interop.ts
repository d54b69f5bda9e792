/** The timers of alarms, killed at any instant: no step is dropped, none is taken twice, and all come to their end by themselves. */
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { modules } from '../../src/app/modules.ts'
import { APP_ROLE } from '../../src/kernel/database/embedded/connection.ts'
import { createPool } from '../../src/kernel/database/pool.ts'
import { diskFiles } from '../../src/kernel/files/disk.ts'
import { bossSink, installQueues, openBoss } from '../../src/kernel/jobs/boss.ts'
import { verifyJournal } from '../../src/kernel/journal/verify.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { openOrganisation } from '../../src/kernel/platform/first-run.ts'
import { buildRegistry } from '../../src/kernel/registry.ts'
import { authorityPort } from '../../src/modules/authority/index.ts'
import { testDatabase } from '../../tools/testing/database.ts'
import { chanceOf } from '../crash/killed-office.ts'

const alarms = Number(process.env['ONCALL_ALARMS'] ?? 30)
const kills = Number(process.env['ONCALL_KILLS'] ?? 4)
const seed = Number(process.env['ONCALL_SEED'] ?? 20261122)
const steps = 4

const quiet = (): void => {}

/** A process that works on the jobs of the office, as the server does. */
async function startOffice(given: object) {
  const child = fork(new URL('../crash/office.ts', import.meta.url).pathname, {
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

test(`${alarms} alarms of ${steps} steps, kill -9 at ${kills} moments (seed ${seed}): each step once, none dropped`, {
  timeout: 400_000,
}, async () => {
  const chance = chanceOf(seed)
  const database = await testDatabase()
  const root = await mkdtemp(join(tmpdir(), 'kontor-oncall-'))
  const superuser = createPool({ ...database.superuser, max: 2 }, quiet)
  const app = createPool({ ...database.app, max: 3 }, quiet)
  const registry = buildRegistry(modules)
  await installQueues(database.owner, registry, APP_ROLE)
  const queuePool = createPool({ ...database.app, max: 1 }, quiet)
  const boss = openBoss(queuePool, quiet, { workers: false })
  await boss.start()
  const kernel = createKernel({
    registry,
    pool: app,
    authority: authorityPort(),
    jobs: bossSink(boss, quiet),
    files: diskFiles(join(root, 'files'), app),
    secret: Buffer.alloc(32, 7),
    log: quiet,
  })
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
    const act = async (command: string, input: object): Promise<{ id: string }> => {
      const outcome = await kernel.dispatch({
        organisationId,
        principalId,
        command,
        input,
        requestId: command,
        surface: 'test',
      })
      if (outcome.status !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`)
      return outcome.output as { id: string }
    }
    const { id } = await act('oncall.create-rota', { title: 'House' })
    const layer = {
      name: 'First',
      people: [principalId],
      unit: 'week',
      every: 1,
      startsOn: '2026-11-16',
      handOver: '09:00',
      days: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      until: '00:00',
    }
    await act('oncall.set-layers', { id, layers: [layer] })
    const step = { minutes: 5, whom: 'on-call', ways: ['mail'] }
    await act('oncall.set-steps', { id, rounds: steps / 2, steps: [step, step] })
    await act('oncall.publish-rota', { id })
    for (let n = 0; n < alarms; n++) await act('oncall.raise-alarm', { rotaId: id, title: `Alarm ${n}` })

    const number = async (text: string): Promise<number> =>
      Number((await superuser.query<{ n: number }>(text)).rows[0]!.n)
    const waiting = () => number('select count(*) as n from oncall.alarm where next_at is not null')
    const taken = () => number('select coalesce(sum(taken), 0) as n from oncall.alarm')
    /** The minutes of the timers pass at once. */
    const pass = () =>
      superuser.query(
        "update pgboss.job set start_after = now() where name = 'oncall.escalate' and state in ('created', 'retry') and start_after > now()",
      )
    const given = { app: database.app, files: join(root, 'files'), watched: join(root, 'watched'), organisationId }
    await mkdir(given.watched)
    let active = 0
    for (let kill = 0; kill < kills; kill++) {
      office = await startOffice(given)
      const moment = alarms + Math.floor(((kill + chance()) / kills) * alarms * (steps - 1) * 0.9)
      while ((await taken()) < moment && (await waiting()) > 0) {
        await pass()
        await wait(5)
      }
      await wait(chance() * 30)
      active += await number("select count(*) as n from pgboss.job where name = 'oncall.escalate' and state = 'active'")
      await office.kill()
    }
    office = await startOffice(given)
    while ((await waiting()) > 0) {
      await pass()
      await wait(100)
    }
    const { rows } = await superuser.query<{ taken: number; n: number }>(
      'select taken, count(*)::int as n from oncall.attempt group by taken order by taken',
    )
    assert.deepEqual(
      rows,
      Array.from({ length: steps }, (_, n) => ({ taken: n + 1, n: alarms })),
    )
    assert.equal(await number("select count(*) as n from kernel.record where kind = 'task'"), alarms)
    assert.equal(await number("select count(*) as n from pgboss.job where name = 'kontor.dead'"), 0)
    assert.equal((await verifyJournal(app, organisationId)).broken, null)
    console.log(`${active} timers were under way when it was killed`)
  } finally {
    await office?.kill()
    await boss.stop()
    await Promise.all([queuePool.end(), app.end(), superuser.end()])
    await database.close()
    await rm(root, { recursive: true, force: true })
  }
})
