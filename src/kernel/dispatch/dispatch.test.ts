import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { command, contract, event, job, query } from '../declare.ts'
import { defineModule, implementCommand, implementJob, implementQuery, type Module } from '../implement.ts'
import { newId } from '../ids.ts'
import { verifyJournal } from '../journal/verify.ts'
import { emptyCatalogues } from '../language/testing.ts'
import { refusal } from '../refusal.ts'
import { day, expectedVersion, id, money, text, z } from '../schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../testing.ts'
import { visibleRecords } from '../visibility.ts'

// Two small modules: `till` keeps boxes with an amount, `echo` counts in the same transaction what happens to them.
interface Tables {
  'till.box': {
    organisation_id: string
    id: string
    name: string
    minor: bigint
    currency: string
    opened_on: Temporal.PlainDate
  }
  'till.share': { organisation_id: string; box_id: string; minor: bigint }
  'echo.heard': { organisation_id: string; box_id: string; times: number }
}

const boxOpened = event('till.box-opened', z.strictObject({ id: z.uuid(), name: z.string() }))
const nameTaken = refusal('name-taken')
const boxEmpty = refusal('box-empty')
const nameEmbarrassing = refusal('name-embarrassing')
const sweep = job('till.sweep', z.strictObject({ id: z.uuid() }))

const openBox = command({
  name: 'till.open-box',
  summary: 'Opens a box.',
  input: z.strictObject({ name: text(), amount: money(), on: day(), shares: z.array(z.int()).max(5).default([]) }),
  output: z.strictObject({ id: z.uuid(), amount: money(), on: day() }),
  emits: [boxOpened],
  refusals: [nameTaken, nameEmbarrassing],
  jobs: [sweep],
  kinds: ['box'],
  undoable: true,
  example: { name: 'Tea', amount: { amount: '10.00', currency: 'SEK' }, on: '2026-11-21' },
})
const spend = command({
  name: 'till.spend',
  summary: 'Takes money out of a box.',
  input: z.strictObject({
    id: id('box'),
    amount: money(),
    expectedVersion: expectedVersion(),
    also: id('box').optional(),
  }),
  output: z.strictObject({ left: money(), version: z.int() }),
  refusals: [boxEmpty],
  kinds: ['box'],
  subject: 'id',
  example: { id: newId(), amount: { amount: '1.00', currency: 'SEK' } },
})
const linkBoxes = command({
  name: 'till.link-boxes',
  summary: 'Lays one box beside another.',
  input: z.strictObject({ from: id('box'), to: id('box') }),
  output: z.null(),
  kinds: ['box'],
  example: { from: newId(), to: newId() },
})
const boxesShaken = event('till.boxes-shaken', z.strictObject({}))
const shakeBoxes = command({
  name: 'till.shake-boxes',
  summary: 'Shakes many boxes at once, by one statement.',
  input: z.strictObject({ ids: z.array(z.uuid()) }),
  output: z.null(),
  emits: [boxesShaken],
  kinds: ['box'],
  example: { ids: [] },
})
const listBoxes = query({
  name: 'till.list-boxes',
  summary: 'The boxes one may see.',
  input: z.strictObject({}),
  output: z.array(z.strictObject({ id: z.uuid(), name: z.string(), amount: money() })),
  example: {},
})
const hear = command({
  name: 'echo.hear',
  summary: 'Counts.',
  input: z.strictObject({ id: z.uuid(), name: z.string() }),
  output: z.null(),
  door: 'none',
  refusals: [nameEmbarrassing],
  example: { id: newId(), name: 'x' },
})

const openBoxBody = implementCommand(openBox, {
  weigh: input => ({ amount: input.amount }),
  async run(act, input) {
    const boxId = await act.createRecord({
      kind: 'box',
      title: input.name,
      search: { body: `box called ${input.name}`, language: 'en' },
    })
    act.write(
      act.db<Tables>().insertInto('till.box').values({
        organisation_id: act.office.id,
        id: boxId,
        name: input.name,
        minor: input.amount.minor,
        currency: input.amount.currency,
        opened_on: input.on,
      }),
    )
    for (const share of input.shares)
      act.write(
        act
          .db<Tables>()
          .insertInto('till.share')
          .values({ organisation_id: act.office.id, box_id: boxId, minor: BigInt(share) }),
      )
    act.emit(boxOpened, { id: boxId, name: input.name }, [boxId])
    act.enqueue(sweep, { id: boxId })
    return {
      output: { id: boxId, amount: input.amount, on: input.on },
      undo: { command: 'till.spend', input: { id: boxId } },
    }
  },
  constraints: { box_name: nameTaken },
})
const spendBody = implementCommand(spend, {
  locks: input => [
    { kind: 'box', id: input.id, expectedVersion: input.expectedVersion },
    ...(input.also ? [{ kind: 'box', id: input.also }] : []),
  ],
  load: async (act, input) =>
    act.db<Tables>().selectFrom('till.box').selectAll().where('id', '=', input.id).executeTakeFirstOrThrow(),
  weigh: input => ({ amount: input.amount }),
  basis: (input, box) => ({
    title: `Spend from ${box.name}`,
    shown: { amount: String(input.amount.minor), left: String(box.minor) },
  }),
  async run(act, input, box) {
    const left = box.minor - input.amount.minor
    if (left < 0n) act.refuse(boxEmpty, { left: String(box.minor) })
    await act.db<Tables>().updateTable('till.box').set({ minor: left }).where('id', '=', input.id).execute()
    const version = await act.changeRecord(input.id)
    return { output: { left: { minor: left, currency: box.currency }, version } }
  },
})
const linkBoxesBody = implementCommand(linkBoxes, {
  async run(act, { from, to }) {
    await act.link(from, to, 'beside')
    return { output: null }
  },
})
const shakeBoxesBody = implementCommand(shakeBoxes, {
  async run(act, { ids }) {
    await sql`update kernel.record set version = version + 1, changed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`.execute(act.db())
    act.emit(boxesShaken, {}, ids)
    return { output: null }
  },
})
const hearBody = implementCommand(hear, {
  async run(act, input) {
    if (input.name === 'Embarrassing') act.refuse(nameEmbarrassing)
    await act
      .db<Tables>()
      .insertInto('echo.heard')
      .values({ organisation_id: act.office.id, box_id: input.id, times: 1 })
      .execute()
    return { output: null }
  },
})
const till: Module = defineModule({
  contract: contract({
    name: 'till',
    commands: [openBox, spend, linkBoxes, shakeBoxes],
    queries: [listBoxes],
    events: [boxOpened, boxesShaken],
    jobs: [sweep],
    kinds: [{ kind: 'box', icon: 'box', detail: null, list: listBoxes, path: '/boxes/:id' }],
  }),
  commands: [openBoxBody, spendBody, linkBoxesBody, shakeBoxesBody],
  queries: [
    implementQuery(listBoxes, async view => {
      const rows = await visibleRecords<Tables>(view, 'box')
        .innerJoin('till.box', join =>
          join
            .onRef('till.box.organisation_id', '=', 'kernel.record.organisation_id')
            .onRef('till.box.id', '=', 'kernel.record.id'),
        )
        .select(['till.box.id', 'till.box.name', 'minor', 'currency'])
        .execute()
      return rows.map(row => ({ id: row.id, name: row.name, amount: { minor: row.minor, currency: row.currency } }))
    }),
  ],
  jobs: [
    implementJob(sweep, {
      run: async (run, { id: boxId }) =>
        void (await run.dispatch(spend, { id: boxId, amount: { amount: '1', currency: 'SEK' } }, 'spend')),
    }),
  ],
  catalogues: emptyCatalogues,
})
const echo: Module = defineModule({
  contract: contract({ name: 'echo', depends: ['till'], commands: [hear] }),
  commands: [hearBody],
  reactions: [{ on: 'till.box-opened', command: hear, inputs: happened => [happened.payload] }],
  catalogues: emptyCatalogues,
})

let k: TestKernel
let owner: TestPrincipal
const sek = (amount: string) => ({ amount, currency: 'SEK' })
const tea = { name: 'Tea', amount: sek('10.00'), on: '2026-11-21' }
const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await k.superuser.query(sql, values)).rows as Record<string, unknown>[]

before(async () => {
  k = await testKernel([till, echo])
  await k.superuser.query(`
    create schema till; create schema echo; grant usage on schema till, echo to kontor_app;
    create table till.box (organisation_id uuid, id uuid, name text, minor bigint check (minor >= 0), currency text, opened_on date,
      primary key (organisation_id, id), foreign key (organisation_id, id) references kernel.record, constraint box_name unique (organisation_id, name));
    create table till.share (organisation_id uuid, box_id uuid, minor bigint);
    create table echo.heard (organisation_id uuid, box_id uuid, times int);
    create function till.balanced() returns trigger language plpgsql as $$ begin
      if (select sum(minor) from till.share where box_id = new.box_id) <> 0 then
        raise exception 'unbalanced' using errcode = '23514', constraint = 'share_balance'; end if; return null; end $$;
    create constraint trigger share_balance after insert on till.share deferrable initially deferred for each row execute function till.balanced();
    call kernel.guard('till.box'); call kernel.guard('till.share'); call kernel.guard('echo.heard')`)
})
beforeEach(async () => {
  owner = k.principal(await k.openOrganisation())
})
after(() => k.close())

test('an act writes its rows, its consequence in another module, its job and one chained line each', async () => {
  const outcome = await k.dispatch(openBox, tea, owner)
  assert.equal(outcome.status, 'done')
  assert.deepEqual(outcome.status === 'done' && [outcome.output.amount, outcome.output.on, outcome.journal], [
    sek('10.00'),
    '2026-11-21',
    1,
  ])
  const lines = await rowsOf('select command, cause_seq from kernel.journal where organisation_id = $1 order by seq', [
    owner.organisationId,
  ])
  assert.deepEqual(lines, [
    { command: 'till.open-box', cause_seq: null },
    { command: 'echo.hear', cause_seq: 1n },
  ])
  assert.equal((await rowsOf('select * from echo.heard where organisation_id = $1', [owner.organisationId])).length, 1)
  assert.equal(await k.runJobs(), 1)
  assert.equal((await verifyJournal(k.pool, owner.organisationId)).broken, null)
  assert.equal((await verifyJournal(k.pool, owner.organisationId)).lines, 3)
})

test('a refusal of the consequence refuses the whole act and leaves nothing', async () => {
  const outcome = await k.dispatch(openBox, { ...tea, name: 'Embarrassing' }, owner)
  assert.equal(outcome.status === 'refused' && outcome.refusal.name, 'name-embarrassing')
  assert.equal(
    (await rowsOf('select * from kernel.record where organisation_id = $1', [owner.organisationId])).length,
    0,
  )
})

test('what was written and not waited for is what the act fails with, before whatever failed behind it', async () => {
  const embarrassing = { ...tea, name: 'Embarrassing' }
  // The write fails, and the consequence asked behind it would refuse too.
  await k.superuser.query(`alter table till.box add constraint till_no_name check (name <> 'Embarrassing')`)
  try {
    const both = await k.dispatch(openBox, embarrassing, owner)
    assert.equal(both.status === 'refused' && both.refusal.name, 'rule-broken')
  } finally {
    await k.superuser.query('alter table till.box drop constraint till_no_name')
  }
  await k.done(openBox, tea, owner)
  const behind = await k.dispatch(openBox, { ...tea, shares: [1, 2] }, owner)
  assert.equal(behind.status === 'refused' && behind.refusal.name, 'name-taken')
  const dry = await k.dispatch(openBox, { ...tea, shares: [1, 2] }, owner, { dryRun: true })
  assert.equal(dry.status === 'refused' && dry.refusal.name, 'name-taken')
  assert.equal((await rowsOf('select * from till.box where organisation_id = $1', [owner.organisationId])).length, 1)
})

test('the same key twice gives the same answer once; another input under it is refused; a refusal stores nothing', async () => {
  const first = await k.dispatch(openBox, tea, owner, { key: 'a' })
  const second = await k.dispatch(openBox, tea, owner, { key: 'a' })
  assert.ok(first.status === 'done' && second.status === 'done')
  assert.equal(second.output.id, first.output.id)
  assert.equal(second.journal, first.journal)
  const other = await k.dispatch(openBox, { ...tea, name: 'Coffee' }, owner, { key: 'a' })
  assert.equal(other.status === 'refused' && other.refusal.name, 'key-reused')
  const refused = await k.dispatch(openBox, tea, owner, { key: 'b' })
  assert.equal(refused.status === 'refused' && refused.refusal.name, 'name-taken')
  assert.equal((await k.dispatch(openBox, { ...tea, name: 'Milk' }, owner, { key: 'b' })).status, 'done')
})

test('twenty at once under one key: one act', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => k.dispatch(openBox, tea, owner, { key: 'same' })))
  assert.equal(new Set(outcomes.map(o => o.status === 'done' && o.output.id)).size, 1)
  assert.equal((await rowsOf('select * from till.box where organisation_id = $1', [owner.organisationId])).length, 1)
})

test('a dry run answers like the act, breaks on deferred constraints, consumes no key and leaves nothing', async () => {
  const dry = await k.dispatch(openBox, tea, owner, { key: 'dry', dryRun: true })
  assert.ok(dry.status === 'done' && dry.events.length === 1 && dry.jobs.length === 1 && dry.journal === null)
  const broken = await k.dispatch(openBox, { ...tea, shares: [1, 2] }, owner, { dryRun: true })
  assert.equal(broken.status === 'refused' && broken.refusal.data['rule'], 'share_balance')
  assert.equal((await k.dispatch(openBox, { ...tea, shares: [1, 2] }, owner)).status, 'refused')
  assert.equal((await k.dispatch(openBox, { ...tea, shares: [1, -1] }, owner, { key: 'dry' })).status, 'done')
  assert.equal(
    (await rowsOf('select * from kernel.journal where organisation_id = $1', [owner.organisationId])).length,
    2,
  )
})

test('above the limit the act is asked for, not done; approving dispatches it anew unless what was shown has changed', async () => {
  const box = await k.done(openBox, tea, owner)
  const clerk = k.principal(owner.organisationId, {
    permissions: new Map([['till.spend', { minor: 500n, currency: 'SEK' }]]),
  })
  const asked = await k.dispatch(spend, { id: box.id, amount: sek('8.00') }, clerk)
  assert.equal(asked.status, 'asked')
  const lines = await rowsOf(
    'select command from kernel.journal where organisation_id = $1 order by seq desc limit 1',
    [owner.organisationId],
  )
  assert.deepEqual(lines, [{ command: 'kernel.ask' }])
  assert.equal((await k.dispatch(spend, { id: box.id, amount: sek('4.00') }, clerk)).status, 'done')
  assert.equal(
    (await k.dispatch(spend, { id: box.id, amount: { amount: '1.00', currency: 'EUR' } }, clerk)).status,
    'asked',
  )
})

test('a stale version is refused with what changed since, and by whom', async () => {
  const box = await k.done(openBox, tea, owner)
  await k.done(spend, { id: box.id, amount: sek('1.00'), expectedVersion: 1 }, owner)
  const stale = await k.dispatch(spend, { id: box.id, amount: sek('1.00'), expectedVersion: 1 }, owner)
  assert.ok(stale.status === 'refused' && stale.refusal.name === 'version-changed')
  const changes = stale.refusal.data['changes'] as { command: string; by: string }[]
  assert.deepEqual(
    changes.map(c => [c.command, c.by]),
    [['till.spend', owner.id]],
  )
})

test('the difference tells versions, not lines: what only touched the record does not count, what raised it by SQL does', async () => {
  const box = await k.done(openBox, { ...tea, name: 'Versions' }, owner)
  const other = await k.done(openBox, { ...tea, name: 'Beside' }, owner)
  const touchedBy = async (as: TestPrincipal) => k.done(linkBoxes, { from: other.id, to: box.id }, as)
  const spent = async () => k.done(spend, { id: box.id, amount: sek('1.00') }, owner)
  await spent() // 2
  await touchedBy(owner)
  await spent() // 3
  const clerk = k.principal(owner.organisationId)
  await k.done(shakeBoxes, { ids: [box.id, other.id] }, clerk) // 4
  await touchedBy(clerk)
  const since = async (expectedVersion: number) => {
    const stale = await k.dispatch(spend, { id: box.id, amount: sek('1.00'), expectedVersion }, owner)
    assert.ok(stale.status === 'refused' && stale.refusal.name === 'version-changed')
    return (stale.refusal.data['changes'] as { command: string; by: string; version: number }[]).map(
      ({ command, by, version }) => [command, by, version],
    )
  }
  assert.deepEqual(await since(3), [['till.shake-boxes', clerk.id, 4]])
  assert.deepEqual(await since(1), [
    ['till.shake-boxes', clerk.id, 4],
    ['till.spend', owner.id, 3],
    ['till.spend', owner.id, 2],
  ])
  assert.deepEqual(await since(9), [])
  assert.equal((await verifyJournal(k.pool, owner.organisationId)).broken, null)
})

test('a stranger, a lower clearance, one outside the audience: all get the words of what does not exist', async () => {
  const box = await k.done(openBox, tea, owner)
  const missing = await k.dispatch(spend, { id: newId(), amount: sek('1.00') }, owner)
  const stranger = k.principal(await k.openOrganisation())
  const low = k.principal(owner.organisationId, { clearance: 0 })
  for (const as of [stranger, low]) {
    const outcome = await k.dispatch(spend, { id: box.id, amount: sek('1.00') }, as)
    assert.ok(outcome.status === 'refused' && missing.status === 'refused')
    assert.equal(outcome.refusal.name, missing.refusal.name)
    const boxes = await k.query(listBoxes, {}, as)
    assert.deepEqual(boxes.status === 'done' && boxes.output, [])
  }
  await k.superuser.query('update kernel.record set audience = $1 where id = $2', [[owner.id], box.id])
  const outsider = k.principal(owner.organisationId)
  assert.equal((await k.dispatch(spend, { id: box.id, amount: sek('1.00') }, outsider)).status, 'refused')
  assert.equal((await k.dispatch(spend, { id: box.id, amount: sek('1.00') }, owner)).status, 'done')
  const nobody = k.principal(owner.organisationId, { permissions: new Map() })
  const denied = await k.dispatch(openBox, tea, nobody)
  assert.equal(denied.status === 'refused' && denied.refusal.name, 'act-not-permitted')
})

test('a question sees one moment, whatever is done while it is answered', async () => {
  const request = { organisationId: owner.organisationId, principalId: owner.id, requestId: newId() }
  const [first, second] = await k.kernel.viewing(request, async view => {
    const boxes = async () => (await visibleRecords<Tables>(view, 'box').select('id').execute()).length
    const seen = await boxes()
    await k.done(openBox, tea, owner)
    return [seen, await boxes()] as const
  })
  assert.equal(second, first)
  const boxes = await k.query(listBoxes, {}, owner)
  assert.equal(boxes.status === 'done' && boxes.output.length, first + 1)
})

test('forty callers over two records in opposite order: every act is answered, none deadlocks, the sum is right', async () => {
  const [a, b] = [
    await k.done(openBox, { ...tea, amount: sek('100.00') }, owner),
    await k.done(openBox, { ...tea, name: 'Milk', amount: sek('100.00') }, owner),
  ]
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      k.dispatch(
        spend,
        i % 2 ? { id: a.id, also: b.id, amount: sek('1.00') } : { id: b.id, also: a.id, amount: sek('1.00') },
        owner,
      ),
    ),
  )
  assert.equal(outcomes.filter(o => o.status === 'done').length, 40)
  const rows = await rowsOf('select sum(minor)::int as sum from till.box where organisation_id = $1', [
    owner.organisationId,
  ])
  assert.equal(rows[0]!['sum'], 16_000)
  const [deadlocks] = await rowsOf('select deadlocks::int from pg_stat_database where datname = current_database()')
  assert.equal(deadlocks!['deadlocks'], 0)
  assert.equal((await verifyJournal(k.pool, owner.organisationId)).broken, null)
})

test('bad input is refused with the field; commands without a door cannot be called', async () => {
  const bad = await k.dispatch(openBox, { ...tea, on: '2026-02-30' }, owner)
  assert.ok(bad.status === 'refused' && bad.refusal.name === 'input-invalid')
  assert.equal((bad.refusal.data['issues'] as { path: string }[])[0]!.path, 'on')
  const door = await k.dispatch(hear, { id: newId(), name: 'x' }, owner)
  assert.equal(door.status === 'refused' && door.refusal.name, 'act-unknown')
})

test('verify finds a changed body, a changed column and a cut tail; redaction keeps the chain', async () => {
  for (const name of ['A', 'B', 'C']) await k.done(openBox, { ...tea, name }, owner)
  const org = owner.organisationId
  const asOrganisation = `set kontor.organisation_id = '${org}'`
  await k.superuser.query(`${asOrganisation}; select kernel.journal_redact(3)`)
  const redacted = await verifyJournal(k.pool, org)
  assert.deepEqual([redacted.broken, redacted.redacted, redacted.lines], [null, 1, 6])
  await k.superuser.query(`update kernel.journal set surface = 'other' where organisation_id = '${org}' and seq = 5`)
  assert.equal((await verifyJournal(k.pool, org)).broken?.seq, 5)
  await k.superuser.query(`update kernel.journal set surface = 'test' where organisation_id = '${org}' and seq = 5`)
  await k.superuser.query(`update kernel.journal_body set body = '{}' where organisation_id = '${org}' and seq = 2`)
  assert.deepEqual((await verifyJournal(k.pool, org)).broken, { seq: 2, why: 'its body was changed' })
})

test('the application may neither change nor remove a line, nor see another organisation', async () => {
  await k.done(openBox, tea, owner)
  for (const sql of [
    "update kernel.journal set surface = 'x'",
    'delete from kernel.journal',
    'delete from kernel.journal_body',
    'update kernel.journal_head set seq = 0',
  ]) {
    await assert.rejects(k.pool.query(sql), /permission denied/)
  }
  assert.equal((await k.pool.query('select * from kernel.record')).rows.length, 0)
})
