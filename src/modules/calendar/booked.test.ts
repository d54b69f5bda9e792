/** What goes with a booking: rooms exchanged, catering and set-up, how rooms are used, the day at hand. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as c from './contract.ts'
import { at, calendarOffice, person, refusalOf, room } from './testing.ts'

const house = await calendarOffice()
const { office, elin, karin, visitor } = house
after(() => office.close())

const place = (title: string, facts: object = {}) =>
  office.done(c.createPlace, { title, seats: 6, ...facts }, elin).then(({ id }) => id)
const make = (title: string, when: c.EventTime, guests: c.Guest[], facts: object = {}, who = elin) =>
  office.done(c.createEvent, { title, when, guests, ...facts }, who).then(({ id }) => id)
const eventOf = async (id: string, recurrence?: string) => {
  const answer = await office.query(c.getEvent, { id, ...(recurrence ? { recurrence } : {}) }, elin)
  return answer.status === 'done' ? answer.output : assert.fail(JSON.stringify(answer))
}
const roomOf = async (id: string, recurrence?: string) =>
  (await eventOf(id, recurrence)).places.map(({ title, answer }) => `${title} ${answer}`)
const undone = async (outcome: Awaited<ReturnType<typeof office.dispatch>>) => {
  assert.ok(outcome.status === 'done' && outcome.undo, JSON.stringify(outcome))
  const { command, input } = outcome.undo
  const answer = await office.kernel.dispatch({
    organisationId: house.organisationId,
    principalId: elin.id,
    requestId: house.organisationId,
    surface: 'test',
    command,
    input,
  })
  assert.equal(answer.status, 'done', JSON.stringify(answer))
}
const rows = async (text: string, values: unknown[] = []) => (await office.superuser.query(text, values)).rows

test('two bookings change rooms, and back; or times; or one time of a series; what cannot be is refused', async () => {
  const [vanern, vattern, projector] = [
    await place('Vänern'),
    await place('Vättern'),
    await place('Projector', { type: 'thing' }),
  ]
  const when = at('2026-11-25 10:00')
  const budget = await make('Budget', when, [room(vanern), room(projector), person(karin.id)])
  const review = await make('Review', when, [room(vattern)], {}, karin)
  const share = async (who: typeof elin, withId: string, degree: c.Degree) => {
    const list = await office.query(c.listCalendars, {}, who)
    const own = list.status === 'done' ? list.output.rows.find(({ mine }) => mine)! : assert.fail()
    await office.done(c.shareCalendar, { id: own.id, withId, degree }, who)
  }
  const swap = (input: object, who = elin) =>
    office.dispatch(c.swapBookings, { id: budget, otherId: review, ...input }, who)
  assert.equal(refusalOf(await swap({})), 'record-not-found')
  await share(karin, elin.id, 'read')
  assert.equal(refusalOf(await swap({})), 'calendar-read-only')
  assert.equal(refusalOf(await swap({}, visitor)), 'record-not-found')
  await share(karin, elin.id, 'write')
  const swapped = await swap({})
  assert.ok(swapped.status === 'done', JSON.stringify(swapped))
  assert.deepEqual(await roomOf(budget), ['Projector accepted', 'Vättern accepted'])
  assert.deepEqual(await roomOf(review), ['Vänern accepted'])
  await undone(swapped)
  assert.deepEqual((await roomOf(budget)).toSorted(), ['Projector accepted', 'Vänern accepted'])
  assert.equal(refusalOf(await swap({ otherId: budget })), 'nothing-to-swap')
  assert.equal(refusalOf(await swap({ otherVersion: 1 })), 'version-changed')

  const series = await make('Weekly', at('2026-11-24 14:00'), [room(vanern)], {
    repeat: { rule: 'FREQ=WEEKLY', added: [], leftOut: [] },
  })
  assert.equal(refusalOf(await swap({ otherId: series })), 'instance-unknown')
  const second = { otherId: series, otherRecurrence: '2026-12-01T14:00', what: 'times' }
  const times = await swap(second)
  assert.ok(times.status === 'done', JSON.stringify(times))
  assert.equal((await eventOf(budget)).start.toString(), '2026-12-01T13:00:00Z')
  assert.equal((await eventOf(series, '2026-12-01T14:00:00')).start.toString(), '2026-11-25T09:00:00Z')
  assert.equal((await eventOf(series, '2026-12-08T14:00:00')).start.toString(), '2026-12-08T13:00:00Z')
  await undone(times)
  assert.equal((await eventOf(budget)).start.toString(), '2026-11-25T09:00:00Z')

  // A third stands where the longer one would come to stand.
  const long = await make('Long', at('2026-11-26 10:00 180'), [room(vattern)])
  await make('Third', at('2026-11-25 11:30'), [room(vattern)])
  assert.equal(refusalOf(await swap({ otherId: long, what: 'times' })), 'place-taken')
  assert.deepEqual((await roomOf(budget)).toSorted(), ['Projector accepted', 'Vänern accepted'])
  assert.equal((await rows('select 1 from calendar.occurrence where source_id = $1 and exclusive', [long])).length, 1)
  const days = await make('Fair', { allDay: true, from: '2026-12-14', until: '2026-12-15' }, [room(vattern)])
  assert.equal(refusalOf(await swap({ otherId: days, what: 'times' })), 'nothing-to-swap')
  const dry = await office.dispatch(c.swapBookings, { id: budget, otherId: review }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.deepEqual((await roomOf(budget)).toSorted(), ['Projector accepted', 'Vänern accepted'])
})

test('while two bookings change rooms again and again, nobody else ever gets one of them', async () => {
  const [mimer, tor] = [await place('Mimer'), await place('Tor')]
  const when = at('2026-11-27 10:00')
  const [one, two] = [await make('One', when, [room(mimer)]), await make('Two', when, [room(tor)])]
  const swaps = async () => {
    for (let n = 0; n < 8; n++) await office.done(c.swapBookings, { id: one, otherId: two }, elin)
  }
  const others = Array.from({ length: 32 }, (_, n) =>
    office.dispatch(c.createEvent, { title: `Other ${n}`, when, guests: [room(n % 2 ? mimer : tor)] }, karin),
  )
  const [, ...outcomes] = await Promise.all([swaps(), ...others])
  assert.deepEqual([...new Set(outcomes.map(refusalOf))], ['place-taken'])
  assert.deepEqual([await roomOf(one), await roomOf(two)], [['Mimer accepted'], ['Tor accepted']])
})
