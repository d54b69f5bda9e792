import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { calendar } from '../calendar/index.ts'
import { cancelEvent, getEvent } from '../calendar/contract.ts'
import { bookSlot } from '../scheduling/contract.ts'
import { scheduling } from '../scheduling/index.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { named } from '../scheduling/testing.ts'
import { listTasks } from '../work/contract.ts'
import { insertRecord, refusalOf, workOffice } from '../work/testing.ts'
import * as c from './contract.ts'
import { interviews } from './index.ts'

const it = await workOffice([
  named('directory'),
  named('documents'),
  named('notifications'),
  calendar,
  scheduling,
  interviews,
])
const { office, organisationId, elin, karin } = it
const samir = await it.colleague('Samir Haddad')
const nora = await it.colleague('Nora Nordin')
const system = { id: systemPrincipalId, organisationId }
after(() => office.close())

const criteria = ['Steel and timber', 'Clear with clients']
const plain = {
  title: 'Engineer',
  candidateName: 'Amira Nasser',
  candidateEmail: 'amira@nasser.example',
  panelIds: [karin.id, samir.id],
  criteria,
}
const newInterview = async (facts: object = {}) =>
  (await office.done(c.createInterview, { ...plain, ...facts } as never, elin)).id
const seen = async (id: string, as = elin) => {
  const answer = await office.query(c.getInterview, { id }, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}
const card = (first: number, second: number, facts: object = {}) => ({
  scores: [{ score: first, word: 'Bridges' }, { score: second }],
  recommends: 'yes' as const,
  ...facts,
})
const tasksOf = async (who: typeof karin) => {
  const list = await office.query(
    listTasks,
    { text: 'Send in your card', states: ['open'], ownerId: who.id } as never,
    who,
  )
  return list.status === 'done' ? list.output.rows.length : -1
}
const start = (hour: string, on = '2026-12-01') => `${on}T${hour}:00:00+01:00`
const book = (id: string, at: string) =>
  office.done(
    bookSlot,
    {
      title: 'Interview',
      start: at,
      minutes: 60,
      must: [karin.id, samir.id],
      aboutId: id,
      outside: [{ name: 'Amira Nasser', email: 'amira@nasser.example' }],
    },
    elin,
  )

test('only the panel, whoever prepares it and whoever decides see an interview, its papers and its hour', async () => {
  const paper = await insertRecord(office, organisationId, 'document', 'Letter')
  const id = await newInterview({ documentIds: [paper] })
  const detail = await seen(id, karin)
  assert.deepEqual([detail.record.class, detail.documents.map(one => one.id), detail.panel.length], [2, [paper], 2])
  for (const query of [c.getInterview])
    assert.equal(refusalOf(await office.query(query, { id }, nora)), 'record-not-found')
  const list = await office.query(c.listInterviews, {} as never, nora)
  assert.ok(list.status === 'done' && list.output.total === 0)
  const { id: eventId } = await book(id, start('09'))
  assert.equal(refusalOf(await office.query(getEvent, { id: eventId }, nora)), 'record-not-found')
  assert.deepEqual(
    (await seen(id)).events.map(({ event }) => event.id),
    [eventId],
  )
  const mine = await office.query(c.listInterviews, { text: 'amira' } as never, karin)
  assert.ok(mine.status === 'done')
  assert.deepEqual(
    mine.output.rows.map(row => [row.panel, row.sent, row.mine, String(row.start)]),
    [[2, 0, true, '2026-12-01T08:00:00Z']],
  )
  assert.equal(
    refusalOf(await office.dispatch(c.createInterview, { ...plain, panelIds: [paper] } as never, elin)),
    'interview-person-unknown',
  )
})

test('cards: nobody of the panel sees the others before their own is in; the decider sees all, with the means', async () => {
  const id = await newInterview()
  assert.equal(refusalOf(await office.dispatch(c.sendCard, { id, ...card(4, 5) }, elin)), 'not-of-panel')
  assert.equal(
    refusalOf(await office.dispatch(c.sendCard, { id, ...card(4, 5), scores: [{ score: 3 }] }, karin)),
    'scores-incomplete',
  )
  assert.equal(refusalOf(await office.dispatch(c.sendCard, { id, ...card(6, 5) }, karin)), 'input-invalid')
  await office.done(c.sendCard, { id, ...card(4, 5) }, karin)
  const before = await seen(id, samir)
  assert.deepEqual([before.hidden, before.panel.map(one => one.card), before.means], [true, [null, null], [null, null]])
  assert.doesNotMatch(JSON.stringify(before), /Bridges/)
  assert.deepEqual((await seen(id)).means, [40, 50])
  await office.done(c.sendCard, { id, ...card(1, 2, { recommends: 'strong-no', summary: 'No' }) }, samir)
  const after = await seen(id, samir)
  assert.deepEqual(
    [after.hidden, after.panel[0]!.card?.scores[0], after.means],
    [false, { score: 4, word: 'Bridges' }, [25, 35]],
  )
  await office.done(c.sendCard, { id, ...card(3, 3) }, samir)
  assert.deepEqual((await seen(id, karin)).means, [35, 40])
})

test('when it has been held, whose card is missing has a task; it is done with the card', async () => {
  const id = await newInterview()
  await book(id, start('13', '2026-12-02'))
  office.setClock(Temporal.Instant.from(start('13', '2026-12-02')))
  const before = (await office.done(c.askCards, {}, system)).asked
  await office.done(c.sendCard, { id, ...card(4, 4) }, karin)
  office.setClock(Temporal.Instant.from(start('15', '2026-12-02')))
  assert.deepEqual(
    [before, (await office.done(c.askCards, {}, system)).asked, (await office.done(c.askCards, {}, system)).asked],
    [2, 1, 0],
  )
  const [waiting, none] = [await tasksOf(samir), await tasksOf(karin)]
  assert.deepEqual([waiting, none], [2, 1])
  await office.done(c.sendCard, { id, ...card(4, 4) }, samir)
  assert.equal(await tasksOf(samir), 1)
})

test('who decides decides; then cards are locked, until it is taken up again', async () => {
  const id = await newInterview({ deciderId: nora.id })
  assert.equal(
    refusalOf(await office.dispatch(c.decideInterview, { id, outcome: 'offer' }, karin)),
    'not-yours-to-decide',
  )
  assert.equal(refusalOf(await office.dispatch(c.reopenInterview, { id }, nora)), 'interview-still-open')
  const decided = await office.dispatch(c.decideInterview, { id, outcome: 'offer', reason: 'Both say so' }, nora)
  assert.ok(decided.status === 'done' && decided.undo)
  assert.deepEqual([(await seen(id)).outcome, (await seen(id)).record.state], ['offer', 'decided'])
  assert.equal(refusalOf(await office.dispatch(c.sendCard, { id, ...card(4, 4) }, karin)), 'interview-not-open')
  assert.equal(
    refusalOf(await office.dispatch(c.changePanel, { id, panelIds: [karin.id] }, elin)),
    'interview-not-open',
  )
  await office.done(c.reopenInterview, decided.undo.input as never, nora)
  await office.done(c.sendCard, { id, ...card(4, 4) }, karin)
})

test('whoever leaves the panel sees it no more; what is undone is as it was', async () => {
  const id = await newInterview()
  const changed = await office.dispatch(c.changePanel, { id, panelIds: [karin.id, nora.id] }, elin)
  assert.ok(changed.status === 'done' && changed.undo)
  assert.equal(refusalOf(await office.query(c.getInterview, { id }, samir)), 'record-not-found')
  assert.equal((await seen(id, nora)).isOfPanel, true)
  await office.done(c.changePanel, changed.undo.input as never, elin)
  assert.equal(refusalOf(await office.query(c.getInterview, { id }, nora)), 'record-not-found')
})

test('cancelled, its hour is free; taken up again, it comes back', async () => {
  const id = await newInterview()
  const { id: eventId } = await book(id, start('15', '2026-12-04'))
  const cancelled = await office.dispatch(c.cancelInterview, { id }, elin)
  assert.ok(cancelled.status === 'done' && cancelled.undo)
  const status = async () => {
    const event = await office.query(getEvent, { id: eventId }, elin)
    return event.status === 'done' ? event.output.status : 'gone'
  }
  assert.deepEqual([await status(), (await seen(id)).events.length], ['cancelled', 0])
  assert.equal(refusalOf(await office.dispatch(c.cancelInterview, { id }, elin)), 'interview-not-open')
  await office.done(c.reopenInterview, cancelled.undo.input as never, elin)
  assert.deepEqual([await status(), (await seen(id)).events.length], ['confirmed', 1])
  await office.done(cancelEvent, { id: eventId }, elin)
  assert.equal((await seen(id)).events.length, 0)
})
