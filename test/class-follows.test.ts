/**
 * What is made from a record is as confidential as the record: with a canary in a paper from which all is made that can be made, after
 * it has been raised. That every command of every module makes it so is seen where every command is tried (conformance.test.ts).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '../src/kernel/ids.ts'
import { wireSchema } from '../src/surfaces/wire-schema.ts'
import { inputFor } from './arbitrary.ts'
import { holding } from './following.ts'
import { openOffice } from './office.ts'
import { setQuestion } from './scenes.ts'

const mark = 'Zqmarke'
const canary = 'Zqkanarie'
const seed = Number(process.env['CLASS_SEED'] ?? 20261122)
const office = await openOffice({ mark })
const { registry, superuser, owner, make } = office
const everything = (clearance: number, name: string) =>
  office.act('authority.create-role', { name, clearance, grants: [{ permission: '*' }] })
const low = await office.colleague('Lisa Low', [(await everything(1, 'Low')).id])
const high = await office.colleague('Hilda High', [(await everything(2, 'High')).id])

const rowsOf = async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
  (await superuser.query<Row>(text, values)).rows
const setClass = (id: string, kind: string, level: number, as = owner) =>
  office.act('authority.set-record-class', { id, kind, class: level }, as)

const allIds = async () => (await rowsOf<{ id: string }>('select id from kernel.record', [])).map(({ id }) => id)

/** A bill with the canary in all that it says, and everything that comes of it; gives the bill and what was made. */
async function story(): Promise<{ bill: string; made: Map<string, string> }> {
  const before = new Set(await allIds())
  const bill = await make.document({ word: canary, name: `${canary}.pdf` })
  const fields = [
    { name: 'senderName', value: `${canary} AB` },
    { name: 'subject', value: canary },
  ]
  await office.act('documents.confirm', { id: bill, kind: 'bill', fields })
  await office.runJobs()
  const own = await office.act('work.create-task', {
    title: `Call ${canary}`,
    sourceId: bill,
    dueOn: '2026-12-01',
    repeat: { every: 'week' },
  })
  await office.act('work.complete-task', { id: own.id })
  await office.act('work.add-comment', { recordId: bill, text: `A word on ${canary}` })
  await office.act('work.quick-add', { text: `look at ${canary}`, sourceId: own.id })
  const small = await office.act('authority.create-role', {
    name: 'Small',
    clearance: 1,
    grants: [{ permission: 'probe.*', limit: { amount: '1.00', currency: 'SEK' } }],
  })
  const asker = await office.colleague('Albin Asker', [small.id])
  const pay = { id: own.id, amount: { amount: '5.00', currency: 'SEK' } }
  assert.equal((await office.try('probe.pay-task', pay, asker)).status, 'asked')
  const found = (await holding(superuser, canary, await allIds())).filter(({ id }) => id !== bill && !before.has(id))
  return { bill, made: new Map(found.map(({ id, kind }) => [id, kind])) }
}

test('raising a paper raises all that was made from it, wherever it is told; taking it back takes it back', async () => {
  const { bill, made } = await story()
  assert.deepEqual([...new Set(made.values())].sort(), ['approval', 'bill', 'organisation', 'task'])
  assert.ok([...made.values()].filter(kind => kind === 'task').length >= 4, 'raised, own, its next one, quick')
  const journalBefore = await office.see('authority.read-journal', { limit: 500 }, low)
  assert.match(JSON.stringify(journalBefore), new RegExp(canary), 'told while it was open')

  await setClass(bill, 'document', 2)
  const classes = await rowsOf<{ id: string; class: number }>(
    'select id, class from kernel.record where id = any($1) union all select record_id, class from kernel.search_entry where record_id = any($1)',
    [[bill, ...made.keys()]],
  )
  for (const row of classes) assert.equal(row.class, 2, made.get(row.id) ?? 'the paper')

  const drawn = { ids: [bill, ...made.keys(), newId()], words: [canary, canary.slice(0, 5), 'task', 'a'] }
  const told: string[] = []
  let toHigh = 0
  for (const query of registry.queries) {
    const asked = fc.sample(inputFor(wireSchema(query.input), drawn), { seed, numRuns: 2 })
    const telling = [{ text: canary }, {}, { recordId: bill }, ...drawn.ids.map(id => ({ id }))]
    // What a question does not take is refused unread.
    const taken = [...asked, ...telling].filter(input => query.input.safeDecode(input as never).success)
    for (const input of [await setQuestion(office, query), ...taken]) {
      const said = JSON.stringify(await office.ask(query.name, input, low))
      // What is asked for comes back in some answers; what is found does not.
      if (
        said.includes(canary) &&
        !/quick-entry|read-request|calls\.who-is|find-promises|check-number|preview-import|input-invalid|account-unknown|run-of-message/.test(
          `${query.name}${said}`,
        )
      )
        told.push(`${query.name} ${JSON.stringify(input)}: ${said.slice(0, 200)}`)
      if (toHigh <= 10 && JSON.stringify(await office.ask(query.name, input, high)).includes(canary)) toHigh++
    }
  }
  assert.deepEqual(told, [])
  assert.ok(toHigh > 10, 'who may see it is told')

  await setClass(bill, 'document', 1)
  for (const { class: level } of await rowsOf<{ class: number }>('select class from kernel.record where id = any($1)', [
    [...made.keys()],
  ]))
    assert.equal(level, 1)
  assert.match(JSON.stringify(await office.see('kernel.search', { text: canary }, low)), new RegExp(canary))
})

test('need-to-know follows too; nothing made from it is opened below it, unless it is set apart', async () => {
  const { bill, made } = await story()
  const [taskId] = [...made].find(([, kind]) => kind === 'task')!
  await office.act('authority.set-record-class', { id: bill, kind: 'document', class: 1, audience: [owner.id] })
  const see = async (id: string) => (await office.ask('work.get-task', { id }, high)).status
  assert.equal(await see(taskId), 'refused')
  const open = { id: taskId, kind: 'task', class: 1, audience: null }
  const below = await office.try('authority.set-record-class', open)
  assert.equal(below.status === 'refused' && below.refusal.name, 'class-below-source', JSON.stringify(below))
  const apart = await office.try('authority.set-record-class', { ...open, apart: true })
  assert.ok(apart.status === 'done' && apart.undo)
  assert.equal(await see(taskId), 'done')
  await setClass(bill, 'document', 3)
  assert.equal(await see(taskId), 'done', 'it stands apart')
  assert.equal((await office.try(apart.undo.command, apart.undo.input)).status, 'refused', 'the paper was raised since')
})

test('what is made while the paper is being raised is raised with it', async () => {
  for (let round = 0; round < 8; round++) {
    const bill = await make.document()
    const [task] = await Promise.all([
      office.act('work.create-task', { title: 'Made just then', sourceId: bill }),
      setClass(bill, 'document', 2),
    ])
    const [row] = await rowsOf<{ class: number }>('select class from kernel.record where id = $1', [task.id])
    assert.equal(row!.class, 2, `round ${round}`)
  }
})

test('whatever is made from whatever, and raised in whatever order, nothing stands below what it was made from', async () => {
  const act = fc.oneof(
    fc.record({ make: fc.nat(9) }),
    fc.record({ set: fc.nat(9), class: fc.nat(3), only: fc.constantFrom(null, 'owner', 'both') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
      const tasks = [await make.task()]
      for (const one of acts) {
        if ('make' in one)
          tasks.push(
            (await office.act('work.create-task', { title: 'One', sourceId: tasks[one.make % tasks.length] })).id,
          )
        else {
          const audience = one.only === null ? null : one.only === 'owner' ? [owner.id] : [owner.id, high.id]
          const id = tasks[one.set % tasks.length]
          const outcome = await office.try('authority.set-record-class', {
            id,
            kind: 'task',
            class: one.class,
            audience,
          })
          assert.ok(
            outcome.status === 'done' ||
              (outcome.status === 'refused' && outcome.refusal.name === 'class-below-source'),
          )
        }
      }
      const below = await rowsOf(
        `select from kernel.derivation d join kernel.record r on r.id = d.record_id join kernel.record s on s.id = d.source_id
         where d.record_id = any($1) and (r.class < s.class or (s.audience is not null and not coalesce(r.audience <@ s.audience, false)))`,
        [tasks],
      )
      assert.equal(below.length, 0)
    }),
    { seed, numRuns: 12 },
  )
})
