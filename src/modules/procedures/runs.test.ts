import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import {
  attachRecord,
  completeMany,
  completeTask,
  createTask,
  dropTask,
  listTasks,
  reopenTask,
} from '../work/contract.ts'
import * as p from './contract.ts'
import { insertRecord, type ProceduresOffice, proceduresOffice, refusalOf } from './testing.ts'

let it: ProceduresOffice
before(async () => {
  it = await proceduresOffice()
})
after(() => it.office.close())

const content = (steps: readonly object[], questions: readonly object[] = []) => ({ questions, steps }) as never

async function procedure(steps: readonly object[], extra: object = {}, questions: readonly object[] = []) {
  const { id } = await it.office.done(
    p.createProcedure,
    { title: 'Month-end', content: content(steps, questions), inForce: true, ...extra },
    it.elin,
  )
  return id
}

async function run(id: string) {
  const seen = await it.office.query(p.getRun, { id }, it.elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  return seen.output
}

const states = async (id: string) => (await run(id)).steps.map(step => step.state)

async function tasksOf(runId: string) {
  const seen = await it.office.query(listTasks, { sourceId: runId }, it.elin)
  assert.ok(seen.status === 'done')
  return seen.output.rows
}

const monthEnd = [
  {
    title: 'Count the box',
    due: { from: 'anchor', days: -2, unit: 'workday' },
    who: 'starter',
    checklist: ['Coins', 'Notes'],
  },
  { title: 'Report', due: { from: 'anchor', days: 0, shift: 'after' }, waits: 'step', afterStep: 1, evidence: true },
  { title: 'Tell the car pool', when: { question: 'cars', is: 'yes' } },
  { title: 'File', waits: 'all-before' },
]
const cars = [{ key: 'cars', text: 'Are cars used?', kind: 'yes-no' }]

test('a run: steps by dates, conditions and each other; tasks do them; evidence is asked for; undo goes back', async () => {
  const { office, elin, karin, organisationId } = it
  it.goTo('2026-11-24')
  const id = await procedure(monthEnd, {}, cars)
  assert.equal(refusalOf(await office.dispatch(p.startRun, { id }, elin)), 'answer-missing')
  const { runId } = await office.done(p.startRun, { id, anchorOn: '2026-11-28', answers: { cars: 'no' } }, karin)
  const first = await run(runId)
  assert.deepEqual(
    first.steps.map(step => [step.state, step.dueOn, step.owner?.title]),
    [
      ['open', '2026-11-26', 'Karin Öberg'],
      ['waiting', '2026-11-30', 'Elin Bergqvist'],
      ['left-out', null, 'Elin Bergqvist'],
      ['waiting', null, 'Elin Bergqvist'],
    ],
  )
  const [count] = await tasksOf(runId)
  assert.deepEqual(
    [count!.title, count!.owner?.title, count!.checklist.total, count!.dueOn],
    ['Count the box', 'Karin Öberg', 2, '2026-11-26'],
  )
  const completed = await office.dispatch(completeTask, { id: count!.id }, karin)
  assert.ok(completed.status === 'done')
  assert.deepEqual(await states(runId), ['done', 'open', 'left-out', 'waiting'])
  // undone in the queue: what followed and nobody has touched waits again
  await office.done(reopenTask, completed.undo!.input as never, karin)
  assert.deepEqual(await states(runId), ['open', 'waiting', 'left-out', 'waiting'])
  assert.deepEqual(
    (await tasksOf(runId)).map(task => [task.title, task.state]).sort(([a = ''], [b = '']) => a.localeCompare(b)),
    [
      ['Count the box', 'open'],
      ['Report', 'dropped'],
    ],
  )
  await office.done(completeMany, { ids: [count!.id] }, karin)
  const report = (await tasksOf(runId)).find(task => task.title === 'Report' && task.state === 'open')!
  assert.equal(refusalOf(await office.dispatch(completeTask, { id: report.id }, elin)), 'evidence-missing')
  assert.deepEqual(await states(runId), ['done', 'open', 'left-out', 'waiting'], 'refused as a whole')
  const paper = await insertRecord(office, organisationId, 'document', 'Report.pdf')
  await office.done(attachRecord, { id: report.id, recordId: paper }, elin)
  await office.done(completeTask, { id: report.id }, elin)
  const reported = (await run(runId)).steps[1]!
  assert.deepEqual([reported.state, reported.evidenceRecord?.title], ['done', 'Report.pdf'])
  const file = (await run(runId)).steps[3]!
  const ended = await office.dispatch(p.completeStep, { id: runId, stepId: file.id }, elin)
  assert.ok(ended.status === 'done', JSON.stringify(ended))
  assert.equal((await run(runId)).record.state, 'done')
  assert.ok(
    (await tasksOf(runId)).every(task => task.state !== 'open'),
    'its task ended with it',
  )
  await office.done(p.reopenStep, ended.undo!.input as never, elin)
  assert.deepEqual([(await run(runId)).record.state, (await states(runId))[3]], ['running', 'open'])
  assert.equal((await tasksOf(runId)).filter(task => task.title === 'File' && task.state === 'open').length, 1)
})

test('deviating takes a reason, in the run and in the queue; late ones are explained', async () => {
  const { office, elin } = it
  it.goTo('2026-11-24')
  const id = await procedure([
    { title: 'One', due: { from: 'start', days: 1 } },
    { title: 'Two', due: { from: 'start', days: 1 } },
    { title: 'Three', due: { from: 'start', days: 1 } },
    { title: 'Four' },
  ])
  const { runId } = await office.done(p.startRun, { id }, elin)
  const [one, two, three, four] = (await run(runId)).steps.map(step => step.id) as [string, string, string, string]
  const skipped = await office.dispatch(
    p.deviateStep,
    { id: runId, stepId: four, how: 'skipped', because: 'No need' },
    elin,
  )
  assert.ok(skipped.status === 'done')
  await office.done(p.reopenStep, skipped.undo!.input as never, elin)
  await office.done(p.deviateStep, { id: runId, stepId: four, how: 'otherwise', because: 'By phone' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.deviateStep, { id: runId, stepId: four, how: 'skipped', because: 'x' }, elin)),
    'step-not-open',
  )
  const task = (await tasksOf(runId)).find(row => row.title === 'One')!
  assert.equal(refusalOf(await office.dispatch(dropTask, { id: task.id }, elin)), 'reason-missing')
  await office.done(dropTask, { id: task.id, because: 'The bank did it' }, elin)
  it.goTo('2026-11-30')
  assert.equal(
    refusalOf(await office.dispatch(p.completeStep, { id: runId, stepId: two }, elin)),
    'late-reason-missing',
  )
  await office.done(p.completeStep, { id: runId, stepId: two, because: 'I was ill' }, elin)
  await office.done(completeTask, { id: (await tasksOf(runId)).find(row => row.title === 'Three')!.id }, elin)
  let seen = await run(runId)
  assert.deepEqual(
    seen.steps.map(step => [step.state, step.late, step.because, step.unexplained]),
    [
      ['skipped', false, 'The bank did it', false],
      ['done', true, 'I was ill', false],
      ['done', true, null, true],
      ['otherwise', false, 'By phone', false],
    ],
  )
  assert.equal(
    refusalOf(await office.dispatch(p.explainLateness, { id: runId, stepId: one, because: 'x' }, elin)),
    'step-not-late',
  )
  await office.done(p.explainLateness, { id: runId, stepId: three, because: 'Forgotten' }, elin)
  seen = await run(runId)
  assert.deepEqual([seen.steps[2]!.unexplained, seen.record.state], [false, 'done'])
  const figures = await office.query(p.figures, { id }, elin)
  assert.ok(figures.status === 'done')
  assert.deepEqual(figures.output.runs, { ended: 1, onTime: 0, cancelled: 0 })
  assert.deepEqual(
    figures.output.steps.map(step => [
      step.title,
      step.ended,
      step.onTime,
      step.skipped,
      step.otherwise,
      step.medianDaysLate,
    ]),
    [
      ['One', 0, 0, 1, 0, 0],
      ['Two', 1, 0, 0, 0, 5],
      ['Three', 1, 0, 0, 0, 5],
      ['Four', 0, 0, 0, 1, 0],
    ],
  )
  assert.deepEqual(figures.output.months.at(-1), { month: '2026-11', ended: 1, onTime: 0 })
})

test('versions: a change waits, runs keep theirs, a run is moved and keeps what it did; steps are added; a run is cancelled', async () => {
  const { office, elin } = it
  it.goTo('2026-11-24')
  const id = await procedure([
    { key: 'a', title: 'A' },
    { key: 'b', title: 'B', waits: 'step', afterStep: 1 },
    { key: 'c', title: 'C' },
  ])
  const { runId } = await office.done(p.startRun, { id }, elin)
  const [a] = (await run(runId)).steps
  await office.done(p.completeStep, { id: runId, stepId: a!.id }, elin)
  assert.equal(refusalOf(await office.dispatch(p.moveRun, { id: runId }, elin)), 'run-up-to-date')
  const changed = await office.dispatch(
    p.changeProcedure,
    {
      id,
      content: content([
        { key: 'a', title: 'A' },
        { key: 'd', title: 'D' },
        { key: 'b', title: 'B, better', waits: 'all-before' },
      ]),
    },
    elin,
  )
  assert.ok(changed.status === 'done')
  assert.equal(refusalOf(await office.dispatch(p.moveRun, { id: runId }, elin)), 'run-up-to-date')
  await office.done(p.putInForce, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(p.putInForce, { id }, elin)), 'nothing-to-put-in-force')
  assert.deepEqual([(await run(runId)).run.number, (await run(runId)).newer], [1, 2])
  await office.done(p.addStep, { id: runId, title: 'Ask the auditor' }, elin)
  await office.done(p.moveRun, { id: runId }, elin)
  const moved = await run(runId)
  assert.deepEqual(
    moved.steps.map(step => [step.position, step.title, step.state, step.added]),
    [
      [1, 'A', 'done', false],
      [2, 'D', 'open', false],
      [3, 'B, better', 'waiting', false],
      [4, 'Ask the auditor', 'open', true],
    ],
  )
  assert.deepEqual(
    (await tasksOf(runId))
      .filter(task => task.state === 'open')
      .map(task => task.title)
      .sort(),
    ['Ask the auditor', 'D'],
  )
  await office.done(p.cancelRun, { id: runId, because: 'Called off' }, elin)
  assert.deepEqual(
    (await tasksOf(runId)).filter(task => task.state === 'open'),
    [],
  )
  assert.equal(refusalOf(await office.dispatch(p.addStep, { id: runId, title: 'x' }, elin)), 'run-not-running')
})

test('a rule starts runs on its days, moved off holidays, once each; steps begin when their day has come', async () => {
  const { office, elin, system } = it
  it.goTo('2026-11-24')
  const id = await procedure([{ title: 'Pay', due: { from: 'anchor', days: 0 }, beginDays: 1 }], {
    title: 'Pay the rent',
    rule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=26', fromOn: '2026-11-01', shift: 'before', leadDays: 3 },
  })
  const due = async () => {
    const seen = await office.query(p.countDue, {}, elin)
    return seen.status === 'done' ? seen.output.count : -1
  }
  const runs = async () => {
    const seen = await office.query(p.listRuns, { procedureId: id }, elin)
    assert.ok(seen.status === 'done')
    return seen.output.rows
  }
  assert.equal(await due(), 1, '26 November less three days has come')
  assert.deepEqual(await office.done(p.raiseDue, {}, system), { runs: 1, steps: 0, obligations: 0 })
  assert.deepEqual(await office.done(p.raiseDue, {}, system), { runs: 0, steps: 0, obligations: 0 })
  const [november] = await runs()
  assert.deepEqual([november!.anchorOn, november!.how], ['2026-11-26', 'rule'])
  assert.deepEqual(await states(november!.id), ['waiting'])
  it.goTo('2026-11-25')
  assert.equal(await due(), 1)
  assert.deepEqual(await office.done(p.raiseDue, {}, system), { runs: 0, steps: 1, obligations: 0 })
  assert.deepEqual(await states(november!.id), ['open'])
  it.goTo('2026-12-20')
  await office.done(p.raiseDue, {}, system)
  assert.deepEqual(
    (await runs()).map(one => one.anchorOn),
    ['2026-12-23', '2026-11-26'],
    'Boxing Day: the working day before',
  )
  await office.done(p.retireProcedure, { id }, elin)
  it.goTo('2027-03-01')
  assert.deepEqual(
    await office.done(p.raiseDue, {}, system),
    { runs: 0, steps: 1, obligations: 0 },
    'what runs goes on',
  )
  assert.equal(await due(), 0)
  await office.done(p.restoreProcedure, { id }, elin)
  const seen = await office.query(p.getProcedure, { id }, elin)
  assert.deepEqual(
    seen.status === 'done' && seen.output.nextOn[0],
    '2027-03-25',
    'the 26th is Good Friday; what passed meanwhile is not made up for',
  )
  for (const [rrule, wanted] of [
    ['nonsense', 'rule-unreadable'],
    ['FREQ=DAILY;UNTIL=20200101', 'rule-without-days'],
  ] as const)
    assert.equal(
      refusalOf(await office.dispatch(p.setStart, { id, rule: { rrule, fromOn: '2026-01-01' } }, elin)),
      wanted,
    )
  const zone = { rrule: 'FREQ=DAILY', fromOn: '2026-01-01', zone: 'Nowhere/City' }
  assert.equal(refusalOf(await office.dispatch(p.setStart, { id, rule: zone }, elin)), 'zone-unknown')
})

test('an event of another module starts a run about its record, once, where its value is as said', async () => {
  const { office, elin, karin, system } = it
  it.goTo('2027-04-01')
  const id = await procedure([{ title: 'Look into it', who: 'starter' }], { title: 'After a task' })
  await office.done(createTask, { title: 'Rent' }, elin)
  await office.done(p.setStart, { id, event: { event: 'work.task-created', field: 'title', is: 'rent' } }, elin)
  await office.done(createTask, { title: 'Something else' }, elin)
  await office.done(createTask, { title: 'Rent' }, karin)
  await office.done(p.raiseDue, {}, system)
  await office.done(p.raiseDue, {}, system)
  const seen = await office.query(p.listRuns, { procedureId: id }, elin)
  assert.ok(seen.status === 'done')
  assert.deepEqual(
    seen.output.rows.map(row => [row.how, row.about?.title, row.title]),
    [['event', 'Rent', 'After a task · Rent']],
  )
  assert.equal((await run(seen.output.rows[0]!.id)).steps[0]!.owner?.title, 'Karin Öberg')
  const quiet = await office.query(p.countDue, {}, elin)
  assert.ok(quiet.status === 'done' && quiet.output.count === 0)
})

test('content that does not hang together is refused; so are strangers, stale versions and the class of what is hidden', async () => {
  const { office, elin, visitor } = it
  const tries: readonly (readonly [string, readonly object[]])[] = [
    ['step-order-wrong', [{ title: 'A', waits: 'step', afterStep: 1 }]],
    ['step-question-unknown', [{ title: 'A', when: { question: 'q', is: 'yes' } }]],
    ['step-without-who', [{ title: 'A', who: 'person' }]],
    [
      'step-key-twice',
      [
        { key: 'a', title: 'A' },
        { key: 'a', title: 'B' },
      ],
    ],
    ['procedure-person-unknown', [{ title: 'A', who: 'person', personId: it.organisationId }]],
    ['procedure-empty', []],
  ]
  for (const [name, steps] of tries)
    assert.equal(
      refusalOf(await office.dispatch(p.createProcedure, { title: 'x', content: content(steps), inForce: true }, elin)),
      name,
    )
  const draft = await office.done(p.createProcedure, { title: 'Draft' }, elin)
  assert.equal(refusalOf(await office.dispatch(p.startRun, { id: draft.id }, elin)), 'procedure-not-in-force')
  const id = await procedure([{ title: 'A' }])
  const { runId } = await office.done(p.startRun, { id }, elin)
  const [step] = (await run(runId)).steps
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [p.changeProcedure, { id, title: 'Other' }],
    [p.putInForce, { id }],
    [p.setStart, { id, rule: null }],
    [p.startRun, { id }],
    [p.retireProcedure, { id }],
    [p.completeStep, { id: runId, stepId: step!.id }],
    [p.deviateStep, { id: runId, stepId: step!.id, how: 'skipped', because: 'x' }],
    [p.addStep, { id: runId, title: 'x' }],
    [p.cancelRun, { id: runId, because: 'x' }],
    [p.moveRun, { id: runId }],
  ]
  for (const [command, input] of acts) {
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
    if (command !== p.startRun)
      assert.equal(
        refusalOf(await office.dispatch(command, { ...input, expectedVersion: 99 } as never, elin)),
        'version-changed',
        command.name,
      )
    const nobody = office.principal(it.organisationId, { permissions: new Map() })
    assert.equal(refusalOf(await office.dispatch(command, input as never, nobody)), 'act-not-permitted', command.name)
  }
  const twice = { key: 'once' }
  const first = await office.dispatch(p.startRun, { id }, elin, twice)
  const second = await office.dispatch(p.startRun, { id }, elin, twice)
  assert.ok(first.status === 'done' && second.status === 'done' && first.output.runId === second.output.runId)
  const dry = await office.dispatch(p.cancelRun, { id: runId, because: 'x' }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await run(runId)).record.state, 'running')
  const seen = await office.query(p.listProcedures, { text: 'Month' }, visitor)
  assert.ok(seen.status === 'done' && seen.output.rows.length === 0)
})

test('the days of a run are counted from another day: what has not ended moves with its task, what has ended stays', async () => {
  const { office, elin, karin } = it
  it.goTo('2026-11-24')
  const id = await procedure([
    { title: 'Book the room', due: { from: 'anchor', days: -7 }, who: 'starter' },
    { title: 'Send the papers', due: { from: 'anchor', days: -2 }, who: 'starter' },
    { title: 'Tell the office', due: { from: 'start', days: 3 }, who: 'starter' },
    { title: 'Lay the table', due: { from: 'anchor', days: 0 }, beginDays: 1, who: 'starter' },
  ])
  const { runId } = await office.done(p.startRun, { id, anchorOn: '2026-12-10' }, karin)
  const steps = async () => (await run(runId)).steps.map(step => [step.title, step.state, step.dueOn])
  const dueOf = async () => (await tasksOf(runId)).map(task => `${task.title} ${task.dueOn}`).sort()
  const [booking] = (await run(runId)).steps
  await office.done(p.completeStep, { id: runId, stepId: booking!.id } as never, karin)
  const changed = await office.done(p.changeAnchor, { id: runId, anchorOn: '2026-12-17' }, elin)
  assert.deepEqual(await steps(), [
    ['Book the room', 'done', '2026-12-03'],
    ['Send the papers', 'open', '2026-12-15'],
    ['Tell the office', 'open', '2026-11-27'],
    ['Lay the table', 'waiting', '2026-12-17'],
  ])
  assert.deepEqual(
    (await dueOf()).filter(line => !line.startsWith('Book')),
    ['Send the papers 2026-12-15', 'Tell the office 2026-11-27'],
  )
  const stale = { id: runId, anchorOn: '2026-12-18', expectedVersion: changed.version - 1 }
  assert.equal(refusalOf(await office.dispatch(p.changeAnchor, stale, elin)), 'version-changed')
  // Brought nearer, what begins a day before it begins now.
  await office.done(p.changeAnchor, { id: runId, anchorOn: '2026-11-25' }, elin)
  assert.deepEqual((await steps()).at(-1), ['Lay the table', 'open', '2026-11-25'])
  await office.done(p.cancelRun, { id: runId, because: 'Called off' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.changeAnchor, { id: runId, anchorOn: '2026-12-18' }, elin)),
    'run-not-running',
  )
  assert.deepEqual(
    (await tasksOf(runId)).filter(({ state }) => state === 'open').map(({ title }) => title),
    [],
    'what only moved was untouched, and was taken back',
  )
})
