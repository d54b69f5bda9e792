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
