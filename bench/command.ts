/**
 * What an act costs beside the same SQL: insert a record and its row with a job and the journal, 16 callers at once.
 * The baseline is hand-written: the same statements, the same journal function, pg-boss's own insert, the same pool.
 * `node bench/command.ts [--seconds 6] [--json]`
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { createPool } from '../src/kernel/database/pool.ts'
import { APP_ROLE } from '../src/kernel/database/embedded/connection.ts'
import { command, contract, job } from '../src/kernel/declare.ts'
import { diskFiles } from '../src/kernel/files/disk.ts'
import { newId } from '../src/kernel/ids.ts'
import { defineModule, implementCommand, implementJob } from '../src/kernel/implement.ts'
import { type Boss, bossSink, installQueues, openBoss } from '../src/kernel/jobs/boss.ts'
import { createKernel } from '../src/kernel/kernel.ts'
import { canonicalJson } from '../src/kernel/canonical.ts'
import { emptyCatalogues } from '../src/kernel/language/testing.ts'
import { buildRegistry } from '../src/kernel/registry.ts'
import { fakeAuthority } from '../src/kernel/testing.ts'
import { text, z } from '../src/kernel/schema.ts'
import { testDatabase } from '../tools/testing/database.ts'
import { table } from './measure.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    callers: { type: 'string', default: '16' },
    json: { type: 'boolean' },
  },
})
const callers = Number(values.callers)

interface Tables {
  'bench.note': { organisation_id: string; id: string; body: string }
}

const index = job('bench.index', z.strictObject({ id: z.uuid() }))
const write = command({
  name: 'bench.write',
  summary: 'Writes a note.',
  input: z.strictObject({ title: text(), body: text() }),
  output: z.strictObject({ id: z.uuid() }),
  jobs: [index],
  example: { title: 'a', body: 'b' },
})
const bench = defineModule({
  contract: contract({ name: 'bench', commands: [write], jobs: [index] }),
  commands: [
    implementCommand(write, {
      async run(act, input) {
        const id = await act.createRecord({ kind: 'note', title: input.title })
        await act
          .db<Tables>()
          .insertInto('bench.note')
          .values({ organisation_id: act.office.id, id, body: input.body })
          .execute()
        act.enqueue(index, { id })
        return { output: { id } }
      },
    }),
  ],
  jobs: [implementJob(index, { run: async () => {} })],
  catalogues: emptyCatalogues,
})

const database = await testDatabase()
const registry = buildRegistry([bench])
const owner = createPool({ ...database.owner, max: 1 }, () => {})
await owner.query(`create schema bench; grant usage on schema bench to ${APP_ROLE};
  create table bench.note (organisation_id uuid, id uuid, body text, primary key (organisation_id, id), foreign key (organisation_id, id) references kernel.record);
  call kernel.guard('bench.note')`)
await installQueues(database.owner, registry, APP_ROLE)
const pool = createPool({ ...database.app, max: callers }, () => {})
const boss: Boss = openBoss(pool, () => {}, { workers: false })
await boss.start()
const authority = fakeAuthority()
const kernel = createKernel({
  registry,
  pool,
  authority,
  jobs: bossSink(boss, () => {}),
  files: diskFiles('/dev/null', pool),
  secret: randomBytes(32),
  log: (_level, message, data) => console.error(message, data),
})

async function openOrganisation(): Promise<{ organisationId: string; principalId: string }> {
  const organisationId = newId()
  const client = await pool.connect()
  await client.query(`begin; set local kontor.organisation_id = '${organisationId}'`)
  await client.query("select kernel.organisation_open('Bench', 'SE', 'SEK', 'Europe/Stockholm', 'en', now())")
  await client.query('commit')
  client.release()
  const principalId = newId()
  authority.principals.set(principalId, {
    id: principalId,
    name: 'Bench',
    kind: 'person',
    clearance: 3,
    audiences: [principalId],
    language: 'en',
    onBehalfOf: null,
    permissions: new Map([['*', null]]),
  })
  return { organisationId, principalId }
}

type Office = Awaited<ReturnType<typeof openOrganisation>>

const byDispatch = async (office: Office): Promise<void> => {
  const outcome = await kernel.dispatch({
    ...office,
    command: 'bench.write',
    input: { title: 'A note', body: 'Its text' },
    key: newId(),
    requestId: newId(),
    surface: 'bench',
  })
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

const append = 'select kernel.journal_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)'

/** The same statements by hand, named as the dispatcher names its own. */
const byHand = async ({ organisationId, principalId }: Office): Promise<void> => {
  const client = await pool.connect()
  const q = (name: string, sql: string, parameters: unknown[]) => client.query({ name, text: sql, values: parameters })
  try {
    const [, , , clock] = (await client.query(
      `begin isolation level read committed; set local kontor.organisation_id = '${organisationId}'; set local lock_timeout = 5000; select clock_timestamp() as at; select * from kernel.organisation where organisation_id = '${organisationId}'`,
    )) as unknown as { rows: { at: Temporal.Instant }[] }[]
    const at = clock!.rows[0]!.at
    const [id, key] = [newId(), newId()]
    await q(
      'h1',
      'insert into kernel.idempotency (organisation_id, principal_id, command, key, input_digest, expires_at) values ($1, $2, $3, $4, $5, $6)',
      [organisationId, principalId, 'bench.write', key, randomBytes(32), at],
    )
    await q(
      'h2',
      'insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, $3, $4, 1, $5, $5)',
      [organisationId, id, 'note', 'A note', at],
    )
    await q('h3', 'insert into bench.note values ($1, $2, $3)', [organisationId, id, 'Its text'])
    await boss.send(
      'bench.index',
      { job: 'bench.index', organisationId, principalId, mandateId: null, payload: { id } },
      {
        db: {
          executeSql: async (sql: string, parameters?: unknown[]) => ({
            rows: (await client.query(sql, parameters)).rows as unknown[],
          }),
        },
        group: { id: organisationId },
      },
    )
    const body = Buffer.from(canonicalJson({ input: { title: 'A note', body: 'Its text' }, events: [], undo: null }))
    await q('h4', append, [
      at,
      newId(),
      'bench',
      [principalId],
      [null],
      [null],
      ['bench.write'],
      [0],
      [Buffer.from(canonicalJson({ v: 1, organisationId, principalId }))],
      [randomBytes(16)],
      [body],
      [id],
      'bench.write',
      key,
      JSON.stringify({ status: 'done', output: { id } }),
    ])
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function rate(
  act: (office: Office) => Promise<void>,
  offices: readonly Office[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let count = 0
  await Promise.all(
    Array.from({ length: callers }, async (_, i) => {
      while (performance.now() < until) {
        await act(offices[i % offices.length]!)
        count++
      }
    }),
  )
  return count / seconds
}

const one = [await openOrganisation()]
const many = await Promise.all(Array.from({ length: callers }, openOrganisation))
const rows: Record<string, unknown>[] = []
for (const [what, offices] of [
  ['one organisation', one],
  ['an organisation each', many],
] as const) {
  const ratios: number[] = []
  let [hand, walk] = [0, 0]
  // Turn about, so that whatever else the machine does meets both.
  for (let round = 0; round < 3; round++) {
    const seconds = Number(values.seconds) / 3
    hand = await rate(byHand, offices, seconds)
    walk = await rate(byDispatch, offices, seconds)
    if (round > 0) ratios.push(walk / hand)
  }
  rows.push({
    what,
    by_hand_per_s: hand,
    dispatched_per_s: walk,
    ratio: ratios.reduce((a, b) => a + b, 0) / ratios.length,
  })
}
console.log(values.json ? JSON.stringify({ bench: 'command', callers, rows }) : table(rows))
await boss.stop({ graceful: false, close: false })
await pool.end()
await owner.end()
await database.close()
