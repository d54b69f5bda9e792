/**
 * A kernel for tests: real PostgreSQL, the real walk, files in a folder of its own, jobs kept in a list until a test
 * runs them. `authority` defaults to one that knows only the principals a test makes.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Prepared, testDatabase } from '../../tools/testing/database.ts'
import type { AuthorityPort, Principal } from './authority.ts'
import { kernelModule } from './builtin/index.ts'
import { createPool, type Pool } from './database/pool.ts'
import { inTransaction } from './database/transaction.ts'
import type { Command, Query } from './declare.ts'
import type { Outcome } from './dispatch/outcome.ts'
import type { JobToInsert } from './dispatch/parts.ts'
import { diskFiles } from './files/disk.ts'
import { newId, systemPrincipalId } from './ids.ts'
import type { JobRun, Module } from './implement.ts'
import { createKernel, type Kernel } from './kernel.ts'
import { buildRegistry } from './registry.ts'

export interface TestPrincipal {
  readonly id: string
  readonly organisationId: string
}

export interface TestKernel {
  readonly kernel: Kernel
  readonly pool: Pool
  /** May look past row-level security. */
  readonly superuser: Pool
  /** Opens one more organisation, with its own owner when the fake authority is used. */
  openOrganisation(language?: string, country?: string): Promise<string>
  /** A principal of the fake authority: `permissions` default to everything. */
  principal(
    organisationId: string,
    options?: Partial<Omit<Principal, 'id'>> & { permissions?: Principal['permissions'] },
  ): TestPrincipal
  /** Takes a principal's permissions away, or gives others. */
  permit(principal: TestPrincipal, permissions: Principal['permissions']): void
  dispatch<In, Wire, Out, OutWire>(
    command: Command<In, Wire, Out, OutWire>,
    input: Wire,
    as: TestPrincipal,
    options?: { key?: string; dryRun?: boolean },
  ): Promise<Outcome<OutWire>>
  query<In, Wire, Out, OutWire>(
    query: Query<In, Wire, Out, OutWire>,
    input: Wire,
    as: TestPrincipal,
  ): Promise<{ status: 'done'; output: OutWire } | { status: 'refused'; refusal: { name: string; data: unknown } }>
  /** Like dispatch, but fails the test unless the act was done. */
  done<In, Wire, Out, OutWire>(
    command: Command<In, Wire, Out, OutWire>,
    input: Wire,
    as: TestPrincipal,
  ): Promise<OutWire>
  /** Runs the jobs that acts have enqueued, and those that they enqueue, in order; gives how many. */
  runJobs(most?: number): Promise<number>
  readonly waitingJobs: readonly { organisationId: string; job: JobToInsert }[]
  setClock(instant: Temporal.Instant | null): void
  close(): Promise<void>
}

type FakeAuthority = AuthorityPort & {
  readonly principals: Map<string, Principal>
  readonly approvals: Map<string, Parameters<AuthorityPort['freeze']>[1]>
}

const kontorItself: Principal = {
  id: systemPrincipalId,
  name: 'Kontor',
  kind: 'system',
  clearance: 3,
  audiences: [systemPrincipalId],
  permissions: new Map([['*', null]]),
  language: 'en',
  onBehalfOf: null,
}

/** Knows the principals a test makes; allows within the limit, asks above it. */
export function fakeAuthority(): FakeAuthority {
  const principals = new Map<string, Principal>()
  const approvals = new Map<string, Parameters<AuthorityPort['freeze']>[1]>()
  return {
    principals,
    approvals,
    principal: async (_tx, id) => principals.get(id) ?? (id === systemPrincipalId ? kontorItself : null),
    decide: async (_tx, principal, command, weight) => {
      const limit = principal.permissions.get(command.permission) ?? principal.permissions.get('*')
      if (limit === undefined) return { verdict: 'deny', because: 'permission' }
      const over =
        limit && weight.amount && (weight.amount.currency !== limit.currency || weight.amount.minor > limit.minor)
      return over || weight.fourEyes ? { verdict: 'ask', because: 'limit' } : { verdict: 'allow' }
    },
    freeze: async (_tx, act) => {
      approvals.set(act.id, act)
      return act.id
    },
  }
}

/** Opens a test kernel over the modules given, in the order of their dependencies. */
export async function testKernel(
  modules: readonly Module[],
  options: { authority?: AuthorityPort; prepared?: Prepared } = {},
): Promise<TestKernel> {
  const database = await testDatabase(options)
  const fail = (error: Error) => {
    if (!/terminating connection|Connection terminated/.test(error.message)) throw error
  }
  const pool = createPool(database.app, fail)
  const superuser = createPool({ ...database.superuser, max: 2 }, fail)
  const folder = await mkdtemp(join(tmpdir(), 'kontor-test-'))
  const waiting: { organisationId: string; job: JobToInsert }[] = []
  let fixed: Temporal.Instant | null = null
  const clock = () => fixed ?? Temporal.Now.instant().round('microsecond')
  const fake = fakeAuthority()
  const kernel = createKernel({
    registry: buildRegistry([kernelModule, ...modules]),
    pool,
    authority: options.authority ?? fake,
    jobs: {
      insert: async (_client, organisationId, jobs) => void waiting.push(...jobs.map(job => ({ organisationId, job }))),
      wake: () => {},
    },
    files: diskFiles(folder, pool, clock),
    secret: randomBytes(32),
    clock,
    log: (level, message, data) => {
      if (level === 'error') console.error(message, data)
    },
  })
  const request = (as: TestPrincipal) => ({ organisationId: as.organisationId, principalId: as.id, requestId: newId() })

  const self: TestKernel = {
    kernel,
    pool,
    superuser,
    waitingJobs: waiting,
    async openOrganisation(language = 'en', country = 'SE') {
      const organisationId = newId()
      await inTransaction(pool, organisationId, {}, async ({ client }) => {
        await client.query('select kernel.organisation_open($1, $2, $3, $4, $5, $6)', [
          `Office ${organisationId.slice(-4)}`,
          country,
          'SEK',
          'Europe/Stockholm',
          language,
          clock(),
        ])
        return { keep: true, value: undefined }
      })
      return organisationId
    },
    principal(organisationId, { permissions = new Map([['*', null]]), ...given } = {}) {
      const id = newId()
      fake.principals.set(id, {
        id,
        name: 'Somebody',
        kind: 'person',
        clearance: 3,
        audiences: [id],
        language: 'en',
        onBehalfOf: null,
        permissions,
        ...given,
      })
      return { id, organisationId }
    },
    permit(principal, permissions) {
      fake.principals.set(principal.id, { ...fake.principals.get(principal.id)!, permissions })
    },
    dispatch: (command, input, as, { key, dryRun } = {}) =>
      kernel.dispatch({
        ...request(as),
        command: command.name,
        input,
        key,
        ...(dryRun ? { dryRun } : {}),
        surface: 'test',
      }),
    query: async (query, input, as) => (await kernel.ask({ ...request(as), query: query.name, input })) as never,
    async done(command, input, as) {
      const outcome = await self.dispatch(command, input, as)
      if (outcome.status !== 'done') throw new Error(`${command.name}: ${JSON.stringify(outcome)}`)
      return outcome.output
    },
    async runJobs(most = Number.POSITIVE_INFINITY) {
      let count = 0
      for (; count < most && waiting.length > 0; count++) await runOne(kernel, waiting.shift()!)
      return count
    },
    setClock: instant => {
      fixed = instant
    },
    async close() {
      await pool.end()
      await superuser.end()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return self
}

async function runOne(
  kernel: Kernel,
  { organisationId, job }: { organisationId: string; job: JobToInsert },
): Promise<void> {
  const body = kernel.registry.jobBody(job.name)
  if (!body) throw new Error(`no body for job ${job.name}`)
  const jobId = newId()
  const as = { organisationId, principalId: job.principalId, mandateId: job.mandateId, requestId: `job:${jobId}` }
  const run: JobRun = {
    organisationId,
    jobId,
    principalId: job.principalId,
    attempt: 0,
    signal: new AbortController().signal,
    files: kernel.files,
    dispatch: (command, input, step) =>
      kernel.dispatch({ ...as, command: command.name, input, key: `job:${jobId}:${step}`, surface: 'job' }),
    query: async (query, input) => {
      const answer = await kernel.ask({ ...as, query: query.name, input })
      if (answer.status === 'refused') throw new Error(`${query.name} refused: ${JSON.stringify(answer.refusal)}`)
      return query.output.decode(answer.output as never)
    },
    progress: async () => {},
  }
  await body.run(run, body.job.payload.decode(job.payload as never))
}
