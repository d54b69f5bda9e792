/** What goes with bookings and days: rooms exchanged, the day at hand, holidays, birthdays. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import * as c from './contract.ts'
import { dayIn, readSchoolDays } from './days/read-school-days.ts'
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
const undone = async (outcome: Awaited<ReturnType<typeof office.dispatch>>, who = elin) => {
  assert.ok(outcome.status === 'done' && outcome.undo, JSON.stringify(outcome))
  const { command, input } = outcome.undo
  const answer = await office.kernel.dispatch({
    organisationId: house.organisationId,
    principalId: who.id,
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

const listed = async (input: object, who = elin) => {
  const answer = await office.query(c.listDays, { from: '2026-12-01', until: '2027-01-31', ...input }, who)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.map(({ set, title, from, until }) => [set, title, from, until].join(' '))
}

test('the day at hand: what one goes to, where, by which link; not what was declined or called off', async () => {
  const hall = await place('Hall')
  const link = 'https://meet.example/heat'
  const id = await make('Heating', at('2026-12-09 10:00'), [room(hall), person(karin.id)], { conferenceUrl: link })
  await make('Elsewhere', at('2026-12-10 10:00'), [])
  const off = await make('Called off', at('2026-12-09 12:00'), [person(karin.id)])
  await office.done(c.cancelEvent, { id: off }, elin)
  const day = async (who: typeof elin) => {
    const answer = await office.query(c.myDay, { on: '2026-12-09' }, who)
    return answer.status === 'done' ? answer.output.rows : assert.fail(JSON.stringify(answer))
  }
  const [mine, ...more] = await day(elin)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [mine!.title, mine!.rooms.map(({ title }) => title), mine!.conferenceUrl, mine!.people, mine!.others],
    ['Heating', ['Hall'], link, ['Karin Öberg'], 1],
  )
  assert.deepEqual(
    (await day(karin)).map(({ title, answer }) => [title, answer]),
    [['Heating', 'none']],
  )
  await office.done(c.answerEvent, { id, answer: 'declined' }, karin)
  assert.deepEqual(await day(karin), [])
  assert.deepEqual(await day(visitor), [])
})

test('holidays of countries and regions, in the language of whoever reads', async () => {
  const days = await listed({ countries: ['SE', 'DE-BY', 'GB-SCT'] })
  assert.ok(days.includes('holiday Christmas Eve 2026-12-24 2026-12-24'), days.join('\n'))
  assert.ok(days.some(day => /^holiday Epiphany 2027-01-06/.test(day)))
  assert.ok(
    days.some(day => /2027-01-02|2027-01-04/.test(day)),
    'the 2nd of January is kept in Scotland',
  )
  assert.deepEqual(await listed({ countries: ['XX'] }), [])
  const known = await office.query(c.listHolidayCountries, {}, visitor)
  assert.ok(known.status === 'done' && known.output.rows.length > 150)
  const tooLong = await office.query(c.listDays, { from: '2020-01-01', until: '2026-12-31' }, elin)
  assert.equal(tooLong.status === 'refused' && tooLong.refusal.name, 'input-invalid')
})

test('a birthday is shown by whose it is, without its year; the 29th of February is kept on the 28th', async () => {
  const own = await office.dispatch(c.setBirthday, { on: '12-29' }, karin)
  assert.deepEqual(await listed({ birthdays: true }), ['birthday Karin Öberg 2026-12-29 2026-12-29'])
  assert.deepEqual(await listed({}), [])
  const leap = await office.dispatch(c.setBirthday, { on: '02-29' }, karin)
  assert.deepEqual(await listed({ birthdays: true, from: '2027-02-01', until: '2028-03-01' }), [
    'birthday Karin Öberg 2027-02-28 2027-02-28',
    'birthday Karin Öberg 2028-02-29 2028-02-29',
  ])
  await undone(leap, karin)
  assert.deepEqual(await listed({ birthdays: true }), ['birthday Karin Öberg 2026-12-29 2026-12-29'])
  assert.equal(
    refusalOf(await office.dispatch(c.setBirthday, { on: '12-01', ofId: karin.id, allowed: true }, elin)),
    'birthday-not-yours',
  )
  assert.equal(refusalOf(await office.dispatch(c.removeBirthday, {}, elin)), 'birthday-unknown')
  assert.equal(refusalOf(await office.dispatch(c.setBirthday, { on: '02-30' }, elin)), 'input-invalid')
  await undone(own, karin)
  assert.deepEqual(await listed({ birthdays: true }), [])
})

test('school holidays from a table and from a calendar file; the layout is remembered; other years stay', async () => {
  const file = 'Lov;Från;Till\nJullov;2026-12-21;2027-01-08\nSportlov;2027-02-15;2027-02-19\n'
  const made = await office.done(c.importSchoolDays, { title: 'Göteborg', country: 'SE', file }, elin)
  assert.equal(made.days, 2)
  assert.deepEqual(await listed({ schools: [made.id] }), ['school Jullov 2026-12-21 2027-01-08'])
  const again = 'Lov;Från;Till\nSommarlov;2027-06-11;2027-08-16\n'
  await office.done(c.importSchoolDays, { id: made.id, title: 'Göteborg', country: 'SE', file: again }, elin)
  const detail = await office.query(c.getSchoolCalendar, { id: made.id }, karin)
  assert.ok(detail.status === 'done', JSON.stringify(detail))
  assert.deepEqual(detail.output.layout, {
    separator: 'semicolon',
    dates: 'ymd',
    from: 1,
    until: 2,
    title: 0,
    header: true,
  })
  assert.deepEqual(
    detail.output.stretches.map(({ title }) => title),
    ['Jullov', 'Sportlov', 'Sommarlov'],
  )
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;VALUE=DATE:20270329',
    'DTEND;VALUE=DATE:20270403',
    'SUMMARY:Påsklov',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  await office.done(c.importSchoolDays, { id: made.id, title: 'Göteborg', country: 'SE', file: ics }, elin)
  assert.deepEqual(await listed({ schools: [made.id], from: '2027-03-01', until: '2027-04-30' }), [
    'school Påsklov 2027-03-29 2027-04-02',
  ])
  const bad = await office.dispatch(c.importSchoolDays, { title: 'Bad', country: 'SE', file: 'a;b\nc;d\n' }, elin)
  assert.equal(refusalOf(bad), 'school-days-unreadable')
  const shown = await office.query(c.readSchoolDays, { file: 'from,to\n10/26/2026,10/30/2026\nnever,x\n' }, elin)
  assert.deepEqual(shown.status === 'done' && [shown.output.layout?.dates, shown.output.badLine], ['mdy', 3])

  await office.done(c.mindSchoolHolidays, { ids: [made.id] }, karin)
  const minds = async () =>
    (await rows('select from_on from calendar.school_choice_fact where principal_id = $1', [karin.id])).length
  assert.equal(await minds(), 4)
  const gone = await office.dispatch(c.changeSchoolCalendar, { id: made.id, retired: true }, elin)
  assert.equal(await minds(), 0)
  assert.deepEqual(await listed({ schools: [made.id] }), [])
  await undone(gone)
  assert.equal(await minds(), 4)
})

const order = fc.constantFrom<c.DayLayout['dates']>('ymd', 'dmy', 'mdy')

test('property: a day written in an order is read back, and the layout of a table is found', () => {
  const written = (day: string, dates: c.DayLayout['dates'], sign: string): string => {
    const [y, m, d] = day.split('-') as [string, string, string]
    return (dates === 'ymd' ? [y, m, d] : dates === 'dmy' ? [d, m, y] : [m, d, y]).join(sign)
  }
  const someDay = fc
    .integer({ min: 0, max: 9_000 })
    .map(n => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString())
  fc.assert(
    fc.property(
      order,
      fc.constantFrom('-', '.', '/'),
      fc.array(someDay, { minLength: 1, maxLength: 12 }),
      (dates, sign, days) => {
        for (const day of days) assert.equal(dayIn(written(day, dates, sign), dates), day)
        // A day past the 12th tells day from month.
        const sure = [...days, '2026-05-25']
        const file = sure.map((day, n) => `Lov ${n};${written(day, dates, sign)}`).join('\n')
        assert.deepEqual(
          readSchoolDays(file, null, '').stretches.map(({ from }) => from),
          sure.toSorted(),
        )
      },
    ),
    { numRuns: 40 },
  )
})

interface Told {
  readonly title: string
  readonly state: string
  readonly owner_id: string | null
}
const toldOf = (serviceId: string) =>
  rows(
    `select r.title, t.state, t.owner_id from work.task t join kernel.record r on r.id = t.id
     where t.raised_key like 'calendar service ' || $1 || ' %' order by t.raised_key`,
    [serviceId],
  ) as Promise<Told[]>
const ordersOf = async (eventId: string, who = elin) => {
  const answer = await office.query(c.listServices, { eventId }, who)
  return answer.status === 'done' ? answer.output.rows : assert.fail(JSON.stringify(answer))
}

test('what is ordered with a booking is a task of who keeps the room, and follows the event', async () => {
  const [salen, aulan] = [await place('Salen', { keeperId: karin.id }), await place('Aulan')]
  const id = await make('Board', at('2026-12-16 13:00 120'), [room(salen)])
  const order = { id, what: 'Lunch', heads: 8, time: '12:30', diets: '1 vegan', costCentre: '100' }
  const cost = { amount: '960.00', currency: 'SEK' }
  const made = await office.dispatch(c.orderService, { ...order, cost }, elin)
  assert.ok(made.status === 'done', JSON.stringify(made))
  const { serviceId } = made.output
  const [first] = await ordersOf(id)
  assert.deepEqual(
    [first!.at.toString(), first!.place?.title, first!.responsible?.title, first!.cost, first!.changeable],
    ['2026-12-16T11:30:00Z', 'Salen', 'Karin Öberg', cost, true],
  )
  const [task] = await toldOf(serviceId)
  assert.deepEqual([task!.owner_id, task!.state], [karin.id, 'open'])
  assert.match(task!.title, /Lunch \(8\).*Board, Salen/)
  assert.deepEqual(
    await rows('select cost_centre, cost_minor from calendar.service_cost_fact where service_id = $1', [serviceId]),
    [{ cost_centre: '100', cost_minor: 96000n }],
  )
  assert.deepEqual(await ordersOf(id, visitor), [])
  assert.equal(refusalOf(await office.dispatch(c.orderService, order, visitor)), 'record-not-found')

  await office.done(c.moveEvent, { id, when: at('2026-12-17 14:00 120') }, elin)
  assert.equal((await ordersOf(id))[0]!.at.toString(), '2026-12-17T12:30:00Z')
  assert.deepEqual(
    (await toldOf(serviceId)).map(({ state }) => state),
    ['dropped', 'open'],
  )
  await office.done(c.changeEvent, { id, change: { guests: [room(aulan)] } }, elin)
  assert.equal((await ordersOf(id))[0]!.place?.title, 'Aulan')
  await office.done(c.changeEvent, { id, change: { notes: 'Nothing that concerns it' } }, elin)
  assert.equal((await toldOf(serviceId)).length, 3)

  const more = await office.dispatch(c.changeService, { id, serviceId, heads: 12, cost: null }, elin)
  assert.deepEqual([(await ordersOf(id))[0]!.heads, (await ordersOf(id))[0]!.cost], [12, null])
  await undone(more)
  assert.deepEqual([(await ordersOf(id))[0]!.heads, (await ordersOf(id))[0]!.cost], [8, cost])

  // Once it is arranged, calling off is work.
  await office.superuser.query(
    `update work.task set state = 'done', ended_at = now(), ended_by_id = owner_id where raised_key = (select raised_key from work.task
     where raised_key like 'calendar service ' || $1 || ' %' and state = 'open')`,
    [serviceId],
  )
  await office.done(c.cancelEvent, { id }, elin)
  assert.equal((await ordersOf(id))[0]!.state, 'fallen')
  assert.match((await toldOf(serviceId)).find(({ state }) => state === 'open')!.title, /^(Call off|Avbeställ)/)
  await office.done(c.restoreEvent, { id }, elin)
  assert.equal((await ordersOf(id))[0]!.state, 'ordered')
  await office.done(c.cancelService, { id, serviceId }, elin)
  assert.equal(refusalOf(await office.dispatch(c.cancelService, { id, serviceId }, elin)), 'service-unknown')
})

test('an order for one time of a series moves with it, also where the series is split or moved as a whole', async () => {
  const hallen = await place('Hallen')
  const repeat = { rule: 'FREQ=WEEKLY', added: [], leftOut: [] }
  const id = await make('Weekly', at('2026-12-01 09:00'), [room(hallen)], { repeat })
  assert.equal(refusalOf(await office.dispatch(c.orderService, { id, what: 'Tea' }, elin)), 'instance-unknown')
  const { serviceId } = await office.done(c.orderService, { id, recurrence: '2026-12-15T09:00', what: 'Tea' }, elin)
  await office.done(
    c.moveEvent,
    { id, scope: 'all', recurrence: '2026-12-01T09:00', when: at('2026-12-01 10:00') },
    elin,
  )
  assert.deepEqual(
    (await ordersOf(id)).map(row => [row.recurrence, row.state]),
    [['2026-12-15T10:00:00', 'ordered']],
  )
  await office.done(
    c.moveEvent,
    { id, scope: 'following', recurrence: '2026-12-08T10:00', when: at('2026-12-08 11:00') },
    elin,
  )
  assert.deepEqual(await ordersOf(id), [])
  const [moved] = (await rows('select event_id, recurrence, state from calendar.service where id = $1', [
    serviceId,
  ])) as [{ event_id: string; recurrence: string; state: string }]
  assert.deepEqual([moved.recurrence, moved.state], ['2026-12-15T11:00:00', 'ordered'])
  await office.done(c.cancelEvent, { id: moved.event_id, scope: 'this', recurrence: '2026-12-15T11:00' }, elin)
  assert.deepEqual(
    (await ordersOf(moved.event_id)).map(({ state }) => state),
    ['fallen'],
  )
})

test('how a room is used: what was booked, who came, who did not, how full it was', async () => {
  const studio = await place('Studio', { seats: 4, releaseMinutes: 15 })
  await make('Long', at('2026-11-24 13:00 180'), [room(studio), person(karin.id)])
  await make('Nobody came', at('2026-11-24 16:30 60'), [room(studio)])
  const came = await make('Somebody came', at('2026-11-25 13:00 60'), [room(studio), person(karin.id)])
  house.goTo('2026-11-24T15:46:00Z')
  await office.done(c.releaseUnused, {}, house.system)
  house.goTo('2026-11-25T12:01:00Z')
  await office.done(c.checkIn, { id: came, calendarId: studio }, elin)
  const answer = await office.query(c.placeUse, { from: '2026-11-23', until: '2026-11-27', id: studio }, karin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  const [use] = answer.output.rows
  assert.deepEqual(
    [use!.bookings, use!.bookedMinutes, use!.checkedIn, use!.noShows, use!.people, use!.filled, use!.byWeekday],
    [3, 240, 1, 1, 1.667, 0.417, [0, 180, 60, 0, 0, 0, 0]],
  )
  assert.equal(use!.busy, 0.089)
  const all = await office.query(c.placeUse, { from: '2026-11-23', until: '2026-11-27' }, karin)
  assert.ok(all.status === 'done' && all.output.rows.some(({ id }) => id === studio))
  const none = await office.query(c.placeUse, { from: '2026-11-23', until: '2026-11-27', id: studio }, visitor)
  assert.equal(none.status === 'refused' && none.refusal.name, 'record-not-found')
})
