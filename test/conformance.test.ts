/**
 * Every command keeps what the dispatcher promises, whoever wrote it: tried over the whole registry, each in a scene of its own; and what
 * it makes from a record follows that record in who may see it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Command } from '../src/kernel/declare.ts'
import type { Outcome } from '../src/kernel/dispatch/outcome.ts'
import { newId } from '../src/kernel/ids.ts'
import { verifyJournal } from '../src/kernel/journal/verify.ts'
import { languages } from '../src/kernel/language/catalogue.ts'
import { kernelRefusals } from '../src/kernel/refusal.ts'
import { type JsonSchema, wireSchema } from '../src/surfaces/wire-schema.ts'
import { wordRefusal } from '../src/surfaces/wording.ts'
import { holding, idsIn } from './following.ts'
import { openOffice } from './office.ts'
import { askedByJobs, sceneNames, setQuestion, setScene } from './scenes.ts'
import { recordsMade, type Traces, traces } from './traces.ts'

/** Stands in whatever the makers make. */
const mark = 'Zqmarke'
const office = await openOffice({ mark })
const { registry, superuser, waitingJobs } = office
const nobody = await office.colleague('Rolf Roleless', [
  await office.make.role({ name: 'Nothing', grants: [{ permission: 'probe.nothing' }] }),
])

/** Commands that the system itself has done when the office opened: they can only be refused, with this. */
const refusedHere: Readonly<Record<string, string>> = { 'authority.open-organisation': 'organisation-already-open' }

const show = (outcome: unknown): string => JSON.stringify(outcome)

/** A refusal says in six languages what happened and what to do, with nothing left unfilled. */
function assertWorded(outcome: Outcome): void {
  if (outcome.status !== 'refused') return
  for (const language of languages) {
    const { message, todo } = wordRefusal(registry, language, outcome.refusal)
    assert.ok(
      !message.startsWith('refusal.') && !todo.startsWith('refusal.'),
      `${outcome.refusal.name} is not worded in ${language}`,
    )
    assert.doesNotMatch(
      `${message} ${todo}`,
      /[{}]/,
      `${outcome.refusal.name} in ${language}: ${message} ${todo} ← ${show(outcome.refusal.data)}`,
    )
  }
}

const refusedWith = (outcome: Outcome): string | null => (outcome.status === 'refused' ? outcome.refusal.name : null)

/** Null: whatever it answers. */
type Tried = readonly [wanted: string | null, work: () => Promise<Outcome>]

/** Tries what must come to nothing: each refused as it should be, and not a row changed by any. */
async function assertNothing(tries: readonly Tried[]): Promise<Outcome[]> {
  const [before, jobs] = [await traces(superuser), waitingJobs.length]
  const outcomes: Outcome[] = []
  for (const [wanted, work] of tries) {
    const outcome = await work()
    if (wanted !== null) assert.equal(refusedWith(outcome), wanted, show(outcome))
    assertWorded(outcome)
    outcomes.push(outcome)
  }
  assert.deepEqual(await traces(superuser), before)
  assert.equal(waitingJobs.length, jobs)
  return outcomes
}

/** The difference that a caller of a stale version is told. */
async function assertStale(
  command: Command,
  input: Record<string, unknown>,
  as: { id: string; organisationId: string },
  before: number,
): Promise<void> {
  const id = String(input[command.subject!])
  const now = await office.versionOf(id)
  const stale = { ...input, expectedVersion: now === before ? before + 1 : before }
  const [outcome] = await assertNothing([
    [kernelRefusals.versionChanged.name, () => office.try(command.name, stale, as)],
  ])
  if (outcome?.status !== 'refused') return
  assert.equal(outcome.refusal.data['version'], now)
  const changes = outcome.refusal.data['changes'] as { command: string; by: string }[]
  if (now !== before)
    assert.ok(
      changes.some(({ command: name, by }) => name === command.name && by === as.id),
      `the change that was missed is told: ${show(changes)}`,
    )
}

let followed = 0
/** What an act made of a record that holds the word, and holds it too, follows that record. */
async function assertFollowing(command: Command, input: unknown, made: readonly string[]): Promise<void> {
  followed += (await holding(superuser, '', made)).filter(({ derived }) => derived).length
  const repeating = (await holding(superuser, mark, made)).filter(({ derived }) => !derived)
  // Where nothing that the act names holds the word, the word came with the input itself.
  if (repeating.length === 0 || (await holding(superuser, mark, idsIn(input))).length === 0) return
  assert.fail(`${command.name} made ${repeating.map(({ kind, title }) => `the ${kind} “${title}”`)} without following`)
}

for (const command of registry.commands) {
  test(`${command.name} keeps its promises`, async () => {
    assert.ok(command.input.safeDecode(command.example as never).success, 'its example is valid')
    const { input, as } = await setScene(office, command)
    assert.ok(command.input.safeDecode(input as never).success, show(input))

    let dry: Outcome | undefined
    await assertNothing([
      command.door === 'none'
        ? ['act-unknown', () => office.try(command.name, input, office.owner)]
        : ['act-not-permitted', () => office.try(command.name, input, nobody)],
      ['act-not-permitted', () => office.try(command.name, input, { ...as, id: newId() })],
      ['input-invalid', () => office.try(command.name, { ...input, somethingElse: 1 }, as)],
      // Last, since its answer may be any.
      [null, async () => (dry = await office.try(command.name, input, as, { key: newId(), dryRun: true }))],
    ])
    if (dry?.status === 'done') assert.equal(dry.journal, null)
    const versionBefore = command.subject ? await office.versionOf(String(input[command.subject])) : null
    const key = newId()
    await recordsMade(superuser)
    const done = await office.try(command.name, input, as, { key })
    assert.equal(dry?.status, done.status, `${show(dry)} in the dry run, then ${show(done)}`)
    assertWorded(done)
    if (done.status !== 'done') return assert.equal(refusedWith(done), refusedHere[command.name], show(done))
    await assertFollowing(command, input, await recordsMade(superuser))

    const after = await traces(superuser)
    const again = await office.try(command.name, input, as, { key })
    assert.ok(again.status === 'done')
    assert.deepEqual([again.output, again.undo], [done.output, done.undo], 'the same answer under the same key')
    const otherInput = { ...input, expectedVersion: 999_999 }
    const reused = await office.try(command.name, otherInput, as, { key })
    assert.equal(refusedWith(reused), 'key-reused', show(reused))
    assertWorded(reused)
    assert.deepEqual(await traces(superuser), after, 'one effect')

    if (wireSchema(command.input).properties?.['expectedVersion'] && command.subject)
      await assertStale(command, input, as, versionBefore!)
    assert.equal(
      done.undo !== null,
      command.undoable,
      command.undoable ? 'its inverse is given' : 'it gives no inverse, as declared',
    )
    if (!done.undo) return
    const undone = await office.try(done.undo.command, done.undo.input, as)
    assert.equal(undone.status, 'done', `undo ${show(done.undo)}: ${show(undone)}`)
  })
}

/** That somebody opened what is confidential is noted: the one thing that asking leaves behind. */
const unread = ({ 'kernel.read_log': _noted, ...others }: Traces): Traces => others

for (const query of registry.queries) {
  test(`${query.name} answers who may ask, and nobody else`, async () => {
    assert.ok(query.input.safeDecode(query.example as never).success, 'its example is valid')
    const input = await setQuestion(office, query)
    const before = await traces(superuser)
    for (const as of [nobody, { ...office.owner, id: newId() }]) {
      const denied = await office.ask(query.name, input, as)
      assert.equal(denied.status === 'refused' && denied.refusal.name, 'act-not-permitted', show(denied))
    }
    const asker = askedByJobs.includes(query.name) ? office.system : office.owner
    if (asker !== office.owner) {
      const owner = await office.ask(query.name, input)
      assert.equal(owner.status === 'refused' && owner.refusal.name, 'record-not-found', show(owner))
    }
    const answer = await office.ask(query.name, input, asker)
    assert.equal(answer.status, 'done', show(answer))
    assert.ok(
      query.output.safeDecode((answer as unknown as { output: never }).output).success,
      'the answer is as declared',
    )
    const invalid = await office.ask(query.name, { ...input, somethingElse: 1 }, asker)
    assert.equal(invalid.status === 'refused' && invalid.refusal.name, 'input-invalid')
    assert.deepEqual(unread(await traces(superuser)), unread(before), 'asking changes nothing')
  })
}

/** Fields of a schema that take an amount of money, by their names. */
function amountsIn(schema: JsonSchema, name = ''): string[] {
  if (schema['control'] === 'money') return [name]
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>
    readonly items?: JsonSchema
    readonly anyOf?: readonly JsonSchema[]
  }
  return [
    ...Object.entries(properties).flatMap(([field, inner]) => amountsIn(inner, field)),
    ...[items ?? [], anyOf].flat().flatMap(inner => amountsIn(inner as JsonSchema, name)),
  ]
}

/** An amount that bounds is not spent: a limit, from and to of a search; nor is one of a budget, what is noted of a bill that others weigh, or what is expected that an order will cost. */
const bounds = new Set([
  'limit',
  'totalFrom',
  'totalTo',
  'fourEyesAbove',
  'usualFrom',
  'usualTo',
  'receiptAbove',
  'planned',
  'actual',
  'cost',
])

/** What follows from what was allowed is not asked for again: consequences weigh nothing. */
const taking = registry.commands.filter(
  ({ door, input }) => door !== 'none' && amountsIn(wireSchema(input)).some(name => !bounds.has(name)),
)

/** Whether a command weighs an amount when it is tried so: what is asked of a second person for another reason has no limit to be above. */
async function weighsAmount({ name }: Command, input: unknown): Promise<boolean> {
  const body = registry.commandBody(name)
  const { weigh } = body ?? {}
  if (!body || !weigh) return false
  let weighed = false
  Object.assign(body, {
    weigh(...given: Parameters<typeof weigh>) {
      const weight = weigh(...given)
      weighed ||= weight.amount !== undefined
      return weight
    },
  })
  await office.try(name, input, undefined, { dryRun: true })
  Object.assign(body, { weigh })
  return weighed
}

test('every act that takes an amount weighs it; a limit that is set is no amount that is spent', () => {
  assert.ok(
    taking.some(({ name }) => name === 'probe.pay-task'),
    'the amount of the probe is seen',
  )
  assert.ok(registry.commands.some(({ input }) => amountsIn(wireSchema(input)).includes('limit')))
  const unweighed = taking.filter(({ name }) => !registry.commandBody(name)?.weigh)
  assert.deepEqual(
    unweighed.map(({ name }) => name),
    [],
  )
})

test('what weighs an amount is asked for above the limit, and approving does it', async () => {
  for (const command of registry.commands.filter(({ name }) => registry.commandBody(name)?.weigh)) {
    const { input } = await setScene(office, command)
    if (!(await weighsAmount(command, input))) {
      assert.ok(!taking.includes(command), `${command.name} takes an amount and weighs none`)
      continue
    }
    const limit = { amount: '0.01', currency: 'SEK' }
    const small = await office.colleague(`Small ${command.name}`, [
      await office.make.role({ grants: [{ permission: command.permission, limit }] }),
    ])
    const before = await traces(superuser)
    const asked = await office.try(command.name, input, small, { key: 'once' })
    assert.ok(asked.status === 'asked', show(asked))
    const after = await traces(superuser)
    // That who can decide is told is all that happens beside.
    for (const table of Object.keys(after).filter(name => !/^(kernel|authority|notifications)\./.test(name)))
      assert.equal(after[table], before[table], `${table} waits for the approval`)
    const again = await office.try(command.name, input, small, { key: 'once' })
    assert.deepEqual(
      again.status === 'asked' && [again.approval, again.because],
      [asked.approval, asked.because],
      'the same answer under the same key',
    )
    const twice = await office.try(command.name, input, small)
    assert.deepEqual(twice.status === 'asked' && twice.approval, asked.approval, 'one open approval for one act')
    const approved = await office.act('authority.approve', { id: asked.approval.id })
    assert.deepEqual([approved.state, approved.refusal], ['approved', null], command.name)
    assert.ok(command.output.safeDecode(approved.output).success, `${command.name} answers its approver as declared`)
    const wide = await office.colleague(`Wide ${command.name}`, [
      await office.make.role({
        grants: [{ permission: command.permission, limit: { ...limit, amount: '900000.00' } }],
      }),
    ])
    const within = await office.try(command.name, (await setScene(office, command)).input, wide)
    assert.equal(within.status, 'done', `${command.name} within the limit: ${show(within)}`)
    assert.equal((await office.see('authority.get-approval', { id: asked.approval.id })).approval.state, 'approved')
  }
})

test('the walk looked where records follow others', () => {
  assert.ok(followed >= 3, `${followed} records followed`)
})

test('every scene is of a command or query that exists', () => {
  for (const name of sceneNames) assert.ok(registry.commandBody(name) ?? registry.queryBody(name), name)
})

test('after all of it the journal is whole, and every line can be read in six languages', async () => {
  const report = await verifyJournal(office.pool, office.owner.organisationId)
  assert.equal(report.broken, null)
  assert.ok(report.lines > registry.commands.length)
  for (const language of languages) {
    await superuser.query('update platform.account set language = $1', [language])
    let after: string | undefined
    do {
      const page = await office.see('authority.read-journal', { limit: 500, ...(after ? { after } : {}) })
      for (const row of page.rows)
        assert.doesNotMatch(show(row), /"(event|journal|kind)\.[a-z.-]+"|\{[a-zA-Z]+\}/, language)
      after = page.next ?? undefined
    } while (after)
  }
})
