import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createEvent } from '../calendar/contract.ts'
import { setAway } from '../work/contract.ts'
import { refusalOf } from '../work/testing.ts'
import * as c from './contract.ts'
import { addPerson, presenceOffice } from './testing.ts'

const it = await presenceOffice()
const { office, elin, karin, visitor } = it
after(() => office.close())

const lines = async (input: object = {}, as = elin) => {
  const answer = await office.query(c.now, input, as)
  assert.equal(answer.status, 'done')
  return answer.status === 'done' ? answer.output.rows : []
}
const of = async (id: string) => (await lines({ personIds: [id] }))[0]!
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant()

test('without a word, hours and the calendar say it: in, in a meeting until its end, at lunch, off until Monday', async () => {
  assert.deepEqual(
    (await lines()).map(line => [line.title, line.state]),
    [
      ['Elin Bergqvist', 'in'],
      ['Karin Öberg', 'in'],
    ],
  )
  await office.done(
    createEvent,
    {
      title: 'Landlord',
      when: { allDay: false, start: '2026-11-24T10:30', end: '2026-11-24T11:00', zone: 'Europe/Stockholm' },
    },
    karin,
  )
  office.setClock(at('2026-11-24T10:40'))
  const met = await of(karin.id)
  assert.deepEqual(
    [met.state, met.until, met.reachable, met.reachableAt],
    ['meeting', '2026-11-24T10:00:00Z', false, '2026-11-24T10:00:00Z'],
  )
  office.setClock(at('2026-11-27T18:00'))
  assert.deepEqual([(await of(karin.id)).state, (await of(karin.id)).reachableAt], ['off', '2026-11-30T07:00:00Z'])
  office.setClock(at('2026-11-24T09:42'))
})

test('one’s own word counts until it ends, is taken back, and undone to what held before', async () => {
  const first = await office.dispatch(
    c.setWord,
    { state: 'home', until: '2026-11-24T15:00:00Z', note: 'On the phone' },
    karin,
  )
  assert.ok(first.status === 'done' && first.undo?.command === 'presence.clear-word')
  const home = await of(karin.id)
  assert.deepEqual([home.state, home.said, home.note, home.reachable], ['home', true, 'On the phone', true])
  const second = await office.dispatch(c.setWord, { state: 'lunch' }, karin)
  assert.ok(second.status === 'done')
  assert.deepEqual([(await of(karin.id)).state, (await of(karin.id)).until], ['lunch', '2026-11-24T09:42:00Z'])
  assert.deepEqual(second.undo, {
    command: 'presence.set-word',
    input: { state: 'home', until: '2026-11-24T15:00:00Z', note: 'On the phone' },
  })
  await office.done(c.setWord, second.undo!.input as never, karin)
  assert.equal((await of(karin.id)).state, 'home')
  const cleared = await office.dispatch(c.clearWord, {}, karin)
  assert.ok(cleared.status === 'done' && cleared.output.cleared && cleared.undo?.command === 'presence.set-word')
  assert.equal((await of(karin.id)).state, 'in')
  assert.deepEqual(await office.done(c.clearWord, {}, karin), { cleared: false })
  assert.equal(
    refusalOf(await office.dispatch(c.setWord, { state: 'off', until: '2026-11-24T08:00:00Z' }, karin)),
    'presence-until-past',
  )
  const dry = await office.dispatch(c.setWord, { state: 'off' }, karin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await of(karin.id)).state, 'in')
  const mine = await office.query(c.mine, {}, karin)
  assert.ok(mine.status === 'done' && mine.output.line?.id === karin.id)
})

test('reception says it for a colleague, who may not be anybody; without the permission nobody does', async () => {
  const given = await office.dispatch(c.setFor, { personId: karin.id, state: 'off' }, elin, { key: 'k1' })
  const again = await office.dispatch(c.setFor, { personId: karin.id, state: 'off' }, elin, { key: 'k1' })
  assert.ok(given.status === 'done' && again.status === 'done')
  assert.deepEqual(again.output, given.output)
  assert.equal((await of(karin.id)).state, 'off')
  assert.equal(given.undo?.command, 'presence.clear-for')
  await office.done(c.clearFor, { personId: karin.id }, elin)
  assert.equal((await of(karin.id)).state, 'in')
  const nobody = '019aa000-0000-7000-8000-0000000000ff'
  assert.equal(refusalOf(await office.dispatch(c.setFor, { personId: nobody, state: 'off' }, elin)), 'record-not-found')
  office.permit(visitor, new Map([['presence.set-word', null]]))
  assert.equal(
    refusalOf(await office.dispatch(c.setFor, { personId: karin.id, state: 'off' }, visitor)),
    'act-not-permitted',
  )
})

test('whoever is on leave is told with who deputises, and back on the first day of work', async () => {
  await office.done(
    setAway,
    { personId: karin.id, fromOn: '2026-11-24', untilOn: '2026-11-26', deputyId: elin.id },
    karin,
  )
  const away = await of(karin.id)
  assert.deepEqual(
    [away.state, away.deputy?.title, away.reachableAt],
    ['leave', 'Elin Bergqvist', '2026-11-27T07:00:00Z'],
  )
})

test('fifty people are told at once, in few statements', async t => {
  for (let n = 0; n < 50; n++) {
    const { id } = await it.colleague(`Colleague ${n}`)
    await addPerson(it, id, `Colleague ${n}`)
  }
  await lines({ limit: 60 })
  const took: number[] = []
  for (let n = 0; n < 9; n++) {
    const from = performance.now()
    assert.ok((await lines({ limit: 60 })).length >= 50)
    took.push(performance.now() - from)
  }
  const median = took.sort((a, b) => a - b)[4]!
  t.diagnostic(`50 people: ${median.toFixed(1)} ms`)
  assert.ok(median < 120, `${median} ms`)
})
