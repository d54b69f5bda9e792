import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as c from './contract.ts'
import { at, calendarOffice, person, refusalOf, room } from './testing.ts'

const house = await calendarOffice()
const { office, elin, karin, visitor, system, organisationId } = house
after(() => office.close())

const place = (title: string, facts: object = {}) =>
  office.done(c.createPlace, { title, seats: 6, ...facts }, elin).then(({ id }) => id)
const agendaOf = async (
  who: typeof elin,
  from = '2026-11-01T00:00:00Z',
  until = '2027-02-01T00:00:00Z',
  calendarIds?: string[],
) => {
  const answer = await office.query(c.agenda, { from, until, ...(calendarIds ? { calendarIds } : {}) }, who)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output.rows : []
}
const eventOf = async (id: string, who = elin, recurrence?: string) => {
  const answer = await office.query(c.getEvent, { id, ...(recurrence ? { recurrence } : {}) }, who)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output : assert.fail()
}
const rows = async (text: string, values: unknown[] = []) => (await office.superuser.query(text, values)).rows

test('an event lies in its home, in its guests calendars and in the room; the room is not given twice', async () => {
  const id = await place('Mälaren')
  const made = await office.done(
    c.createEvent,
    { title: 'Budget', when: at('2026-11-25 10:00'), guests: [person(karin.id), room(id)] },
    elin,
  )
  assert.deepEqual(made.places, [{ calendarId: id, title: 'Mälaren', answer: 'accepted', reason: null, next: [] }])
  const [own] = (await agendaOf(elin)).filter(row => row.laying === 'home')
  assert.deepEqual(
    [own?.title, own?.start, own?.end, own?.recurrence, own?.changeable],
    ['Budget', '2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z', null, true],
  )
  const karins = await agendaOf(karin)
  assert.deepEqual(karins.map(row => [row.laying, row.title, row.changeable]).sort(), [
    ['booking', 'Budget', false],
    ['guest', 'Budget', false],
    ['home', 'Budget', false],
  ])
  const again = await office.dispatch(
    c.createEvent,
    { title: 'Other', when: at('2026-11-25 10:30'), guests: [room(id)] },
    karin,
  )
  assert.ok(again.status === 'refused', JSON.stringify(again))
  assert.equal(again.refusal.name, 'place-taken')
  assert.deepEqual(again.refusal.data['next'], ['2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z', '2026-11-25T12:00:00Z'])
  assert.equal(again.refusal.data['title'], 'Mälaren')
  assert.equal(
    refusalOf(
      await office.dispatch(c.createEvent, { title: 'After', when: at('2026-11-25 11:00'), guests: [room(id)] }, karin),
    ),
    'done',
  )
  const seen = await eventOf(made.id, karin)
  assert.deepEqual(
    seen.guests.map(guest => [guest.name, guest.answer]),
    [
      ['Karin Öberg', 'none'],
      ['Mälaren', 'accepted'],
    ],
  )
})
