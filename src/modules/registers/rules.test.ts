import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { desk, getTask, listTasks } from '../work/contract.ts'
import {
  addRule,
  changeRow,
  getRegister,
  getRow,
  listRuleRuns,
  type NewField,
  type Rule,
  switchRule,
  tryRule,
} from './contract.ts'
import { lookForDatesJobBody } from './jobs/rules.ts'
import { refusalOf, type RegistersOffice, registersOffice, tuesday } from './testing.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'

let it: RegistersOffice
before(async () => {
  it = await registersOffice()
})
after(() => it.office.close())

const fields: NewField[] = [
  { name: 'Number', type: 'text', required: true },
  { name: 'State', type: 'choice', options: [{ name: 'In' }, { name: 'Out' }, { name: 'Lost' }] },
  { name: 'Back by', type: 'date', remind: { days: 3 } },
  { name: 'Paper', type: 'record' },
  { name: 'Copies', type: 'number' },
]

const add = async (register: string, rule: Partial<Rule> & Pick<Rule, 'when' | 'actions'>, as = it.elin) =>
  (await it.office.done(addRule, { id: register, name: 'A rule', conditions: [], ...rule } as never, as)).ruleId
const task = (title: string) => ({ do: 'task' as const, title })
const titles = async (text: string, as = it.elin) => {
  const answer = await it.office.query(listTasks, { text }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.map(row => row.title).toSorted()
}
const outcomes = async (register: string, as = it.elin) => {
  const answer = await it.office.query(listRuleRuns, { id: register }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.map(run => run.outcome)
}
const page = async (register: string, as = it.elin) => {
  const answer = await it.office.query(getRegister, { id: register }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('when … and … then: a row is added, a field changes, a field is set; each once', async () => {
  const { office, elin } = it
  const register = await it.register(fields)
  await add(register, {
    when: { on: 'added' },
    conditions: [{ field: 'copies', is: 'above', value: 2 }],
    actions: [task('Many of {number}')],
  })
  await add(register, {
    when: { on: 'changed', field: 'state', to: 'Lost' },
    actions: [task('Find {number}'), { do: 'set', field: 'copies', value: 0 }],
  })
  const few = await it.add(register, { number: 'F1', copies: 1, state: 'In' })
  await it.add(register, { number: 'M1', copies: 3 })
  await office.runJobs()
  assert.deepEqual(await titles('Many of'), ['Many of M1'])
  await office.done(changeRow, { id: few, values: { state: 'Out' } }, elin)
  await office.runJobs()
  assert.deepEqual(await titles('Find'), [])
  await office.done(changeRow, { id: few, values: { state: 'Lost' } }, elin)
  await office.runJobs()
  await office.runJobs()
  assert.deepEqual(await titles('Find'), ['Find F1'])
  const row = await office.query(getRow, { id: few }, elin)
  assert.ok(row.status === 'done')
  assert.deepEqual([row.output.values['copies'], row.output.tasks.length], ['0', 1])
  assert.deepEqual(await outcomes(register), ['done', 'done'])
})

test('a trial tells how often it would have fired, and where, and writes nothing', async () => {
  const { office, elin } = it
  const register = await it.register(fields)
  for (let n = 0; n < 20; n++) await it.add(register, { number: `T${n}`, copies: n, state: n % 2 ? 'In' : 'Out' })
  const rule = {
    name: 'r',
    when: { on: 'changed' as const, field: 'state', to: 'Out' },
    conditions: [{ field: 'copies', is: 'below' as const, value: 6 }],
    actions: [task('Tried {number}')],
  }
  const answer = await office.query(tryRule, { id: register, ...rule }, elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  assert.deepEqual([answer.output.looked, answer.output.fires], [20, 3])
  assert.deepEqual(answer.output.rows.flatMap(row => row.does).toSorted(), ['Tried T0', 'Tried T2', 'Tried T4'])
  assert.deepEqual(await titles('Tried'), [])
})

test('dates: a reminder comes once, goes when the day moves; a rule of dates fires once for a day', async () => {
  const { office, elin } = it
  const register = await it.register(fields)
  const look = async () => {
    await lookForDates(office, it.organisationId)
    await office.runJobs()
  }
  await add(register, { when: { on: 'date', field: 'back_by', days: 1 }, actions: [task('Overdue {number}')] })
  const id = await it.add(register, { number: 'D1', back_by: '2026-11-26' })
  await office.runJobs()
  await look()
  assert.deepEqual(await titles('D1: Back by'), ['D1: Back by 26 November 2026'])
  await office.done(changeRow, { id, values: { back_by: '2026-12-10' } }, elin)
  await office.runJobs()
  const moved = await office.query(listTasks, { text: 'D1: Back by' }, elin)
  assert.ok(moved.status === 'done')
  assert.deepEqual(
    moved.output.rows.map(row => row.state),
    ['dropped'],
  )
  assert.deepEqual(await titles('Overdue'), [])
  try {
    office.setClock(tuesday.add({ hours: 24 * 17 }))
    await look()
    await look()
    assert.deepEqual(await titles('Overdue'), ['Overdue D1'])
  } finally {
    office.setClock(tuesday)
  }
})

async function lookForDates(office: RegistersOffice['office'], organisationId: string) {
  const { kernel } = office
  const answer = await kernel.dispatch({
    organisationId,
    principalId: '00000000-0000-7000-8000-000000000000',
    command: 'registers.remind-of-dates',
    input: {},
    requestId: lookForDatesJobBody.job.name,
    surface: 'job',
  })
  assert.equal(answer.status, 'done', JSON.stringify(answer))
}

test('rules that set each other off are stopped and told, on the page and to their author', async () => {
  const { office, elin } = it
  const register = await it.register(fields)
  await add(register, {
    name: 'There',
    when: { on: 'changed', field: 'state' },
    actions: [{ do: 'set', field: 'copies', value: 1 }],
    conditions: [{ field: 'copies', is: 'not', value: 1 }],
  })
  await add(register, {
    name: 'Back',
    when: { on: 'changed', field: 'copies' },
    actions: [
      { do: 'set', field: 'state', value: 'In' },
      { do: 'set', field: 'copies', value: 2 },
    ],
  })
  const id = await it.add(register, { number: 'L1' })
  await office.done(changeRow, { id, values: { state: 'Out' } }, elin)
  assert.ok((await office.runJobs()) < 20, 'it ends')
  const seen = await outcomes(register)
  assert.ok(seen.includes('rule-loop'), seen.join())
  assert.ok((await page(register)).troubles.some(run => run.outcome === 'rule-loop'))
  assert.ok((await titles('does not work')).length > 0)
})

/** An author of a rule that makes a task of whatever is added, and of the paper that the row names. */
async function reaching(as: TestPrincipal, register: string) {
  await add(register, { name: 'Reach', when: { on: 'added' }, actions: [task('Seen {number} {paper}')] }, as)
}

test('a rule never reaches what its author may not see: rows, links, registers whose class was raised', async () => {
  const { office, elin } = it
  const low = await it.colleague('Lisa Low', { clearance: 1 })
  const register = await it.register(fields)
  await reaching(low, register)
  const secret = await it.record('document', 'CANARY acquisition', 3)
  const open = await it.record('document', 'Open paper', 1)
  await it.add(register, { number: 'S1', paper: open })
  await it.add(register, { number: 'S2', paper: secret })
  const { id: closed } = await office.done(
    (await import('./contract.ts')).addRow,
    { register, values: { number: 'S3 CANARY' }, class: 3 },
    elin,
  )
  await office.runJobs()
  assert.deepEqual(await titles('Seen'), ['Seen S1 Open paper', 'Seen S2'])
  assert.deepEqual((await outcomes(register)).toSorted(), ['done', 'done', 'unseen'])
  assert.deepEqual(await outcomes(register, low), ['done', 'done'], 'the author does not even hear of it')
  const answers = JSON.stringify([await page(register, low), await office.query(desk, {}, low), await titles('', low)])
  assert.doesNotMatch(answers, /CANARY/)
  assert.ok(!answers.includes(closed))
  const trial = await office.query(
    tryRule,
    { id: register, name: 'r', when: { on: 'added' }, actions: [task('{number} {paper}')] },
    low,
  )
  assert.ok(trial.status === 'done')
  assert.equal(trial.output.fires, 2)
  assert.doesNotMatch(JSON.stringify(trial), /CANARY/)
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [register])
  await it.add(register, { number: 'S4' })
  await office.runJobs()
  assert.deepEqual(await titles('Seen S4'), [])
})

test('a condition cannot feel for a hidden link; an author who sees more does not tell those who see less', async () => {
  const { office, elin } = it
  const low = await it.colleague('Lars Low', { clearance: 1 })
  const register = await it.register(fields)
  const secret = await it.record('document', 'CANARY merger', 3)
  await add(
    register,
    {
      name: 'Feel',
      when: { on: 'added' },
      conditions: [{ field: 'paper', is: 'filled' }],
      actions: [task('Felt {number}')],
    },
    low,
  )
  assert.equal(
    refusalOf(
      await office.dispatch(
        addRule,
        {
          id: register,
          name: 'x',
          when: { on: 'added' },
          conditions: [{ field: 'paper', is: 'equals', value: secret }],
          actions: [task('x')],
        },
        low,
      ),
    ),
    'values-invalid',
  )
  await add(register, { name: 'Tell', when: { on: 'added' }, actions: [task('Told {number} {paper}')] }, elin)
  await it.add(register, { number: 'H1', paper: secret })
  await office.runJobs()
  assert.deepEqual(await titles('Felt'), [])
  assert.deepEqual(await titles('Told', low), ['Told H1'])
})

test('an author who loses a right, or leaves, fails openly; the row stays as it was', async () => {
  const { office, elin } = it
  const author = await it.colleague('Anna Author')
  const register = await it.register(fields)
  await add(
    register,
    { name: 'Theirs', when: { on: 'added' }, actions: [{ do: 'set', field: 'copies', value: 7 }] },
    author,
  )
  const may = (...names: string[]) => office.permit(author, new Map(names.map(name => [name, null])))
  const tried = async (number: string) => {
    const id = await it.add(register, { number })
    await office.runJobs()
    const row = await office.query(getRow, { id }, elin)
    assert.ok(row.status === 'done')
    return [row.output.values['copies'] ?? null, (await outcomes(register))[0]]
  }
  assert.deepEqual(await tried('1'), ['7', 'done'])
  may('registers.add-rule', 'registers.list-rows')
  assert.deepEqual(await tried('2'), [null, 'act-not-permitted'])
  may('registers.list-rows', 'registers.change-row')
  assert.deepEqual(await tried('3'), [null, 'act-not-permitted'])
  may('registers.add-rule', 'registers.change-row')
  assert.deepEqual(await tried('4'), [null, 'act-not-permitted'])
  may('*')
  assert.deepEqual(await tried('5'), ['7', 'done'])
  const gone = await it.record('principal', 'Gone Away', 0)
  const author_id = 'update registers.rule set author_id = $2 where register_id = $1'
  await office.superuser.query(author_id, [register, gone])
  assert.deepEqual(await tried('6'), [null, 'act-not-permitted'])
  await office.superuser.query(author_id, [register, author.id])
  const { troubles, rules } = await page(register)
  assert.equal(troubles.length, 4)
  assert.deepEqual([rules[0]!.done, rules[0]!.failed], [2, 4])
  await office.done(switchRule, { id: register, ruleId: rules[0]!.id, on: false }, elin)
  const id = await it.add(register, { number: '8' })
  await office.runJobs()
  const row = await office.query(getRow, { id }, elin)
  assert.ok(row.status === 'done')
  assert.equal(row.output.values['copies'], undefined, 'a rule that is off does nothing')
})

test('a part that is refused undoes the whole rule, and the task it made bears the row’s class', async () => {
  const { office, elin } = it
  const register = await it.register(fields, { class: 2 })
  await add(register, {
    when: { on: 'added' },
    actions: [task('Half {number}'), { do: 'task', title: 'x', ownerId: it.organisationId }],
  })
  await it.add(register, { number: 'P1' })
  await office.runJobs()
  assert.deepEqual(await titles('Half'), [])
  assert.deepEqual(await outcomes(register), ['owner-unknown'])
  const whole = await it.register(fields, { class: 2 })
  await add(whole, { when: { on: 'added' }, actions: [task('Whole {number}')] })
  const id = await it.add(whole, { number: 'P2' })
  await office.runJobs()
  const row = await office.query(getRow, { id }, elin)
  assert.ok(row.status === 'done')
  const made = await office.query(getTask, { id: row.output.tasks[0]!.id }, elin)
  assert.ok(made.status === 'done')
  assert.equal(made.output.record.class, 2)
})
