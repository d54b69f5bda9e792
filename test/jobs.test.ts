/** Work that runs behind, on the real queue: tried again, given up and revived, stopped, scheduled in each office's zone. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { listJobs } from '../src/kernel/builtin/contract.ts'
import { kernelModule } from '../src/kernel/builtin/index.ts'
import { APP_ROLE } from '../src/kernel/database/embedded/connection.ts'
import { createPool } from '../src/kernel/database/pool.ts'
import { command, contract, job } from '../src/kernel/declare.ts'
import { diskFiles } from '../src/kernel/files/disk.ts'
import { newId } from '../src/kernel/ids.ts'
import { defineModule, implementCommand, implementJob } from '../src/kernel/implement.ts'
import { bossSink, installQueues, openBoss } from '../src/kernel/jobs/boss.ts'
import { startWorkers } from '../src/kernel/jobs/workers.ts'
import { createKernel } from '../src/kernel/kernel.ts'
import { emptyCatalogues } from '../src/kernel/language/testing.ts'
import { buildRegistry } from '../src/kernel/registry.ts'
import { z } from '../src/kernel/schema.ts'
import { fakeAuthority } from '../src/kernel/testing.ts'
import { testDatabase } from '../tools/testing/database.ts'

const payload = z.strictObject({ id: z.uuid() })
const flaky = job('trial.flaky', payload)
const doomed = job('trial.doomed', payload)
const slow = job('trial.slow', payload)
const silent = job('trial.silent', payload)
const daily = job('trial.daily', z.strictObject({}))
const paired = job('trial.paired', payload)

const begin = command({
  name: 'trial.begin',
  summary: 'Begins a job.',
  input: z.strictObject({
    id: z.uuid(),
    which: z.enum(['flaky', 'doomed', 'slow', 'silent']),
    later: z.boolean().optional(),
  }),
  output: z.null(),
  jobs: [flaky, doomed, slow, silent],
  example: { id: '019aa000-0000-7000-8000-000000000001', which: 'flaky' },
})

/** What the jobs of this file have lived through, by the id they were given. */
const tries = new Map<string, { attempt: number; atMs: number }[]>()
const stopped = new Set<string>()
let healed = false
const bothRun = Promise.withResolvers<void>()

const note = (id: string, attempt: number): void =>
  void tries.set(id, [...(tries.get(id) ?? []), { attempt, atMs: performance.now() }])

const trial = defineModule({
  contract: contract({ name: 'trial', commands: [begin], jobs: [flaky, doomed, slow, silent, daily, paired] }),
  catalogues: emptyCatalogues,
  commands: [
    implementCommand(begin, {
      run: async (act, { id, which, later }) => {
        act.enqueue(
          { flaky, doomed, slow, silent }[which],
          { id },
          later ? { startAfter: act.at.add({ hours: 24 }) } : {},
        )
        return { output: null }
      },
    }),
  ],
  jobs: [
    implementJob(flaky, {
      retryLimit: 3,
      run: async (run, { id }) => {
        note(id, run.attempt)
        if (run.attempt < 2) throw new Error('not yet')
      },
    }),
    implementJob(doomed, {
      retryLimit: 0,
      run: async (run, { id }) => {
        note(id, run.attempt)
        await run.progress(0, 1, 'began')
        if (!healed) throw new Error('it cannot be done')
      },
    }),
    implementJob(slow, {
      run: async (run, { id }) => {
        note(id, run.attempt)
        for (let done = 0; !run.signal.aborted; done++) {
          await run.progress(done, 1_000_000, 'counting')
          await wait(20)
        }
        stopped.add(id)
        run.signal.throwIfAborted()
      },
    }),
    implementJob(silent, {
      run: async (run, { id }) => {
        note(id, run.attempt)
        await once(run.signal, 'abort')
        await run.query(listJobs, {})
      },
    }),
    implementJob(paired, {
      concurrency: 2,
      run: async (_run, { id }) => {
        note(id, 0)
        await bothRun.promise
      },
    }),
    implementJob(daily, { schedule: { cron: '0 5 * * *', zone: 'organisation' }, run: async () => {} }),
  ],
})

const database = await testDatabase()
const complain = () => {}
const pool = createPool({ ...database.app, max: 6 }, complain)
const queuePool = createPool({ ...database.app, max: 3 }, complain)
const superuser = createPool({ ...database.superuser, max: 1 }, complain)
const folder = await mkdtemp(join(tmpdir(), 'kontor-jobs-'))
const registry = buildRegistry([kernelModule, trial])
await installQueues(database.owner, registry, APP_ROLE)

async function openOrganisation(zone: string): Promise<string> {
  const id = newId()
  await pool.query('select platform.organisation_open($1, $2, $3, $4, $5, $6, now())', [
    id,
    `Office in ${zone}`,
    'SE',
    'SEK',
    zone,
    'sv',
  ])
  return id
}
const organisationId = await openOrganisation('Europe/Stockholm')
const elsewhere = await openOrganisation('Atlantic/Azores')

const authority = fakeAuthority()
const everything = new Map([['*', null]])
function principalOf(permissions: ReadonlyMap<string, null> = everything): string {
  const id = newId()
  authority.principals.set(id, {
    id,
    name: 'Somebody',
    kind: 'person',
    clearance: 3,
    audiences: [id],
    language: 'en',
    onBehalfOf: null,
    permissions,
  })
  return id
}
const me = principalOf()

const boss = openBoss(queuePool, complain, { workers: true })
await boss.start()
let wake: (names: readonly string[]) => void = () => {}
const kernel = createKernel({
  registry,
  pool,
  authority,
  jobs: bossSink(boss, names => wake(names)),
  files: diskFiles(folder, pool),
  secret: Buffer.alloc(32, 1),
  log: () => {},
})
const workers = await startWorkers(kernel, boss)
wake = workers.wake
after(async () => {
  await workers.stop()
  await Promise.all([pool.end(), queuePool.end(), superuser.end()])
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

// biome-ignore lint/suspicious/noExplicitAny: answers of acts named by a string
type Any = any

async function act(name: string, input: unknown, organisation = organisationId): Promise<Any> {
  const outcome = await kernel.dispatch({
    organisationId: organisation,
    principalId: me,
    command: name,
    input,
    requestId: newId(),
    surface: 'test',
  })
  return outcome.status === 'done' ? (outcome.output ?? 'done') : outcome
}

async function jobs(
  state?: string,
  organisation = organisationId,
): Promise<{ rows: Any[]; waiting: number; dead: number }> {
  const answer = await kernel.ask({
    organisationId: organisation,
    principalId: me,
    query: 'kernel.list-jobs',
    input: state ? { state } : {},
    requestId: newId(),
  })
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output as Any
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(50)) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`waited for ${what}`)
}

const rowOf = async (state: string, name: string): Promise<Any> =>
  (await jobs(state)).rows.find(row => row.name === name)

test('what fails is tried again, each time after a longer while, until it is done', async () => {
  const id = newId()
  await act('trial.begin', { id, which: 'flaky' })
  const lived = await until('the third try', async () => tries.get(id)?.length === 3 && tries.get(id))
  assert.deepEqual(
    lived.map(({ attempt }) => attempt),
    [0, 1, 2],
  )
  const [first, second, third] = lived.map(({ atMs }) => atMs) as [number, number, number]
  // pg-boss keeps whole seconds and adds some chance to them: two seconds, then up to twice as long.
  assert.ok(second - first >= 1_000, `${second - first} ms`)
  assert.ok(third - second >= 2_000, `${third - second} ms`)
  await until('an empty queue', async () => (await jobs()).waiting === 0)
  assert.equal((await jobs()).dead, 0)
})

test('what fails for good is a dead letter: listed with its cause, hidden from others, revived, and then done', async () => {
  const id = newId()
  await act('trial.begin', { id, which: 'doomed' })
  const dead = await until('the dead letter', () => rowOf('dead', 'trial.doomed'))
  assert.equal((await jobs()).dead, 1)
  assert.equal(dead.error, 'it cannot be done')
  assert.deepEqual(await jobs(undefined, elsewhere), { rows: [], waiting: 0, dead: 0 })
  assert.equal((await act('kernel.revive-job', { jobId: dead.id }, elsewhere)).refusal.name, 'job-not-found')
  healed = true
  assert.deepEqual(await act('kernel.revive-job', { jobId: dead.id }), { queue: 'trial.doomed' })
  await until('its second life', async () => tries.get(id)?.length === 2)
  await until('its end', () => rowOf('done', 'trial.doomed'))
  assert.equal((await jobs()).dead, 0)
  assert.equal((await act('kernel.revive-job', { jobId: dead.id })).refusal.name, 'job-not-found')
})

test('a running job tells how far it has come, and stops when it is asked to; it is not tried again', async () => {
  const id = newId()
  await act('trial.begin', { id, which: 'slow' })
  const running = await until('progress', async () => {
    const row = await rowOf('running', 'trial.slow')
    return row?.done > 2 && row
  })
  assert.deepEqual([running.total, running.note], [1_000_000, 'counting'])
  assert.equal((await act('kernel.cancel-job', { jobId: running.id }, elsewhere)).refusal.name, 'job-not-found')
  assert.deepEqual(await act('kernel.cancel-job', { jobId: running.id }), { running: true })
  await until('its end', async () => stopped.has(id))
  await until('its line', async () => !(await rowOf('running', 'trial.slow')))
  assert.equal(tries.get(id)?.length, 1)
  assert.deepEqual([(await jobs()).dead, (await jobs()).waiting], [0, 0])
  const ended = (await jobs()).rows.find(row => row.id === running.id)
  assert.deepEqual([ended.state, ended.cancelled, ended.error], ['done', true, null])
})

test('a running job that tells nothing is listed and stopped too', async () => {
  const id = newId()
  await act('trial.begin', { id, which: 'silent' })
  const running = await until('the job', () => rowOf('running', 'trial.silent'))
  assert.deepEqual([running.done, running.total, running.note, running.cancelled], [0, null, '', false])
  assert.equal((await act('kernel.cancel-job', { jobId: running.id }, elsewhere)).refusal.name, 'job-not-found')
  assert.deepEqual(await act('kernel.cancel-job', { jobId: running.id }), { running: true })
  const ended = await until('its end', () => rowOf('done', 'trial.silent'))
  assert.deepEqual([ended.id, ended.cancelled, ended.error], [running.id, true, null])
  assert.equal(tries.get(id)?.length, 1)
  assert.equal((await act('kernel.cancel-job', { jobId: running.id })).refusal.name, 'job-not-found')
})

test('what another process put into the queue is found soon, by all the workers that it has', async () => {
  const [one, other] = [newId(), newId()]
  for (const id of [one, other]) {
    const envelope = { job: paired.name, organisationId, principalId: me, mandateId: null, payload: { id } }
    await boss.send(paired.name, envelope)
  }
  const began = performance.now()
  // Neither ends before both have begun.
  await until('both', async () => tries.has(one) && tries.has(other))
  bothRun.resolve()
  // Workers by themselves would ask within a minute.
  assert.ok(performance.now() - began < 30_000)
  await until('an empty queue', async () => (await jobs()).waiting === 0 && !(await rowOf('running', paired.name)))
})

test('a waiting job is taken out of the queue', async () => {
  await act('trial.begin', { id: newId(), which: 'slow', later: true })
  const waiting = await until('the job', () => rowOf('waiting', 'trial.slow'))
  assert.deepEqual(await act('kernel.cancel-job', { jobId: waiting.id }), { running: false })
  assert.equal((await jobs()).waiting, 0)
  const ended = (await jobs('done')).rows.find(row => row.id === waiting.id)
  assert.deepEqual([ended.cancelled, ended.error], [true, null])
})

test('a job that waits to be tried again is listed once, with what it failed of', async () => {
  const id = newId()
  await act('trial.begin', { id, which: 'flaky' })
  const row = await until('the failure', async () => {
    const found = await rowOf('waiting', 'trial.flaky')
    return found?.error && found
  })
  assert.equal(row.error, 'not yet')
  assert.equal((await jobs()).rows.filter(other => other.id === row.id).length, 1)
  assert.deepEqual(await act('kernel.cancel-job', { jobId: row.id }), { running: false })
})

test('a job begun by an act that was only tried, or refused, is never run', async () => {
  const id = newId()
  const dry = await kernel.dispatch({
    organisationId,
    principalId: me,
    command: 'trial.begin',
    input: { id, which: 'slow' },
    dryRun: true,
    requestId: newId(),
    surface: 'test',
  })
  assert.deepEqual(dry.status === 'done' && dry.jobs.map(({ name }) => name), ['trial.slow'])
  const nobody = principalOf(new Map())
  const denied = await kernel.dispatch({
    organisationId,
    principalId: nobody,
    command: 'trial.begin',
    input: { id, which: 'slow' },
    requestId: newId(),
    surface: 'test',
  })
  assert.equal(denied.status, 'refused')
  const { rows } = await superuser.query("select from pgboss.job where data -> 'payload' ->> 'id' = $1", [id])
  assert.equal(rows.length, 0)
})

test('a schedule stands once for each organisation, in its own zone', async () => {
  const { rows } = await superuser.query<{ key: string; cron: string; timezone: string }>(
    'select key, cron, timezone from pgboss.schedule where name = $1 order by timezone',
    ['trial.daily'],
  )
  assert.deepEqual(rows, [
    { key: elsewhere, cron: '0 5 * * *', timezone: 'Atlantic/Azores' },
    { key: organisationId, cron: '0 5 * * *', timezone: 'Europe/Stockholm' },
  ])
})

test('an organisation that is opened while Kontor runs has its schedules with its first act', async () => {
  const opened = await openOrganisation('Europe/Lisbon')
  await act('trial.begin', { id: newId(), which: 'silent', later: true }, opened)
  const zone = await until('its schedule', async () => {
    const { rows } = await superuser.query<{ timezone: string }>(
      'select timezone from pgboss.schedule where name = $1 and key = $2',
      ['trial.daily', opened],
    )
    return rows[0]?.timezone
  })
  assert.equal(zone, 'Europe/Lisbon')
})
