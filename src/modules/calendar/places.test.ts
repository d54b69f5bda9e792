/** Places and things: their rules, what a client asks of them, and a hundred who want one at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as c from './contract.ts'
import { calendarOffice, eyesOn, at, refusalOf, room, weekly } from './testing.ts'

const house = await calendarOffice()
const { office, elin, karin, system } = house
after(() => office.close())
const { place, eventOf, rows } = eyesOn(house)

test('rules of a place, its keeper, holds, unused bookings', async () => {
  const strict = await place('Hjälmaren', {
    longestMinutes: 120,
    aheadDays: 30,
    needsApproval: true,
    keeperId: karin.id,
    releaseMinutes: 15,
  })
  const book = (when: string, extra: object = {}) =>
    office.dispatch(c.createEvent, { title: 'Course', when: at(when), guests: [room(strict)], ...extra }, elin)
  const reason = async (answer: ReturnType<typeof book>) => {
    const given = await answer
    return given.status === 'refused' ? given.refusal.data['reason'] : given.status
  }
  assert.equal(await reason(book('2026-12-03 09:00 180')), 'too-long')
  assert.equal(await reason(book('2027-12-03 09:00')), 'too-far-ahead')
  assert.equal(await reason(book('2026-12-03 09:00', { repeat: weekly('FREQ=DAILY') })), 'too-far-ahead')
  const asked = await book('2026-12-03 09:00')
  assert.ok(asked.status === 'done')
  assert.deepEqual(
    [asked.output.places[0]?.answer, (await eventOf(asked.output.id)).places[0]?.answer],
    ['waiting', 'waiting'],
  )
  assert.equal(refusalOf(await book('2026-12-03 09:30')), 'place-taken')
  const decide = (as: typeof elin) =>
    office.dispatch(c.decideBooking, { id: asked.output.id, calendarId: strict, give: true }, as)
  assert.equal(refusalOf(await decide(elin)), 'calendar-read-only')
  assert.equal(refusalOf(await decide(karin)), 'done')
  assert.equal(refusalOf(await decide(karin)), 'nothing-to-decide')
  assert.equal((await eventOf(asked.output.id)).places[0]?.answer, 'accepted')
  const other = await book('2026-12-04 09:00')
  assert.ok(other.status === 'done')
  await office.done(c.decideBooking, { id: other.output.id, calendarId: strict, give: false }, karin)
  assert.equal((await eventOf(other.output.id)).places[0]?.answer, 'declined')
  await office.done(c.changeEvent, { id: other.output.id, change: { title: 'Course, elsewhere' } }, elin)
  assert.equal((await eventOf(other.output.id)).places[0]?.answer, 'declined')
  // Pencilled
  const times = [
    { start: '2026-12-04T08:00:00Z', end: '2026-12-04T09:00:00Z' },
    { start: '2026-12-04T10:00:00Z', end: '2026-12-04T11:00:00Z' },
  ]
  const held = await office.done(
    c.holdTimes,
    { title: 'Interview', calendarIds: [strict], times, until: '2026-11-25T12:00:00Z' },
    elin,
  )
  assert.equal(refusalOf(await book('2026-12-04 11:30')), 'place-taken')
  assert.equal(refusalOf(await office.dispatch(c.releaseHold, { holdId: held.holdId }, karin)), 'hold-unknown')
  const open = await place('Hjälmaren')
  const free = await office.query(
    c.findFreePlaces,
    { from: '2026-12-04T10:00:00Z', until: '2026-12-04T10:30:00Z', seats: 6 },
    elin,
  )
  const found = free.status === 'done' ? free.output.rows.map(row => row.id) : []
  assert.ok(found.includes(open) && !found.includes(strict))
  const taken = await book('2026-12-04 11:00', { holdId: held.holdId })
  assert.equal(taken.status, 'done')
  assert.equal((await rows('select count(*)::int as n from calendar.hold where id = $1', [held.holdId]))[0].n, 0)
  const late = await office.done(
    c.holdTimes,
    {
      title: 'Later',
      calendarIds: [strict],
      times: [{ start: '2026-12-10T08:00:00Z', end: '2026-12-10T09:00:00Z' }],
      until: '2026-11-25T12:00:00Z',
    },
    elin,
  )
  house.goTo('2026-11-26T08:00:00Z')
  assert.equal(refusalOf(await book('2026-12-10 09:00')), 'done')
  // Nobody came
  house.goTo('2026-12-03T08:10:00Z')
  await office.done(c.checkIn, { id: asked.output.id, calendarId: strict }, elin)
  house.goTo('2026-12-10T08:20:00Z')
  const released = await office.done(c.releaseUnused, {}, system)
  assert.deepEqual(released, { released: 1, holds: 1 })
  assert.ok(late.holdId)
  assert.equal(
    refusalOf(await office.dispatch(c.checkIn, { id: asked.output.id, calendarId: strict }, elin)),
    'not-time-to-check-in',
  )
  house.goTo('2026-11-24T08:42:00Z')
})

test('a client puts a file: what it wrote comes back, a room that is taken declines, and guests answer in theirs', async () => {
  const hall = await place('Storsjön')
  await office.done(c.createEvent, { title: 'First', when: at('2026-12-07 10:00'), guests: [room(hall)] }, karin)
  const list = await office.query(c.listCalendars, {}, elin)
  const own = list.status === 'done' ? list.output.rows.find(row => row.mine)!.id : assert.fail()
  const lines = (...more: string[]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Try//EN',
      'X-WR-CALNAME:Mine',
      'BEGIN:VEVENT',
      'UID:try-1@example.test',
      'DTSTAMP:20261101T000000Z',
      'DTSTART;TZID=Europe/Stockholm:20261207T100000',
      'DTEND;TZID=Europe/Stockholm:20261207T110000',
      'SUMMARY;LANGUAGE=sv:Möte',
      'X-ODD;X-P=1:kept',
      ...more,
      'BEGIN:VALARM',
      'ACTION:AUDIO',
      'TRIGGER:-PT5M',
      'X-SOUND:bell',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
  const put = (ics: string, more: object = {}) =>
    office.dispatch(c.putObject, { calendarId: own, href: 'try-1.ics', ics, ...more }, elin)
  const made = await put(lines('RRULE:FREQ=WEEKLY;COUNT=3'))
  assert.ok(made.status === 'done', JSON.stringify(made))
  assert.equal(made.output.created, true)
  const stored = async (who = elin, calendarId = own, href = 'try-1.ics') => {
    const answer = await office.query(c.getObject, { calendarId, hrefs: [href] }, who)
    return answer.status === 'done' ? answer.output.objects[0]! : assert.fail(JSON.stringify(answer))
  }
  assert.equal((await stored()).ics, lines('RRULE:FREQ=WEEKLY;COUNT=3'))
  assert.equal(refusalOf(await put(lines(), { ifMatch: 'other' })), 'object-changed')
  assert.equal(refusalOf(await put(lines(), { ifNew: true })), 'object-changed')
  assert.equal(refusalOf(await put(lines(), { href: 'other.ics' })), 'uid-taken')
  assert.equal(refusalOf(await put(lines('RRULE:FREQ=NEVER'))), 'object-unreadable')
  assert.equal(refusalOf(await put('BEGIN:VCALENDAR')), 'object-unreadable')
  // With guests and a room
  const asks = [
    `ORGANIZER:urn:uuid:${elin.id}`,
    `ATTENDEE;CN=Karin;X-OWN=1:urn:uuid:${karin.id}`,
    `ATTENDEE;CUTYPE=ROOM:urn:uuid:${hall}`,
    'ATTENDEE;CN=Out:mailto:out@example.test',
  ]
  const second = await put(lines(...asks), { ifMatch: made.output.etag })
  assert.ok(second.status === 'done', JSON.stringify(second))
  assert.deepEqual(
    [
      second.output.created,
      second.output.places[0]?.answer,
      second.output.places[0]?.reason,
      second.output.places[0]?.next.length,
    ],
    [false, 'declined', 'taken', 3],
  )
  const text = (await stored()).ics.replaceAll('\r\n ', '')
  assert.match(text, /ATTENDEE[^\n]*ROOM[^\n]*PARTSTAT=DECLINED/)
  for (const line of ['X-WR-CALNAME:Mine', 'SUMMARY;LANGUAGE=sv:Möte', 'X-ODD;X-P=1:kept', 'X-SOUND:bell'])
    assert.ok(text.includes(line), line)
  // Changed here: the rest stays as it was written
  await office.done(c.changeEvent, { id: made.output.id, change: { title: 'Möte, flyttat' } }, elin)
  const changed = (await stored()).ics
  assert.ok(
    changed.includes('SUMMARY:Möte\\, flyttat') &&
      changed.includes('X-ODD;X-P=1:kept') &&
      changed.includes('BEGIN:VTIMEZONE'),
  )
  // Karin's own copy: her answer and her alarm, nothing else
  const hers = await rows(
    'select p.calendar_id, p.href, p.ics from calendar.placing p where p.event_id = $1 and p.laying = $2',
    [made.output.id, 'guest'],
  )
  const reply = hers[0].ics
    .replace(/\r\n /g, '')
    .replace(/(ATTENDEE[^\r]*PARTSTAT=)NEEDS-ACTION([^\r]*:urn:uuid:)/, '$1ACCEPTED$2')
    .replace('SUMMARY:Möte\\, flyttat', 'SUMMARY:Hers')
  const answered = await office.dispatch(
    c.putObject,
    { calendarId: hers[0].calendar_id, href: hers[0].href, ics: reply },
    karin,
  )
  assert.ok(answered.status === 'done', JSON.stringify(answered))
  const now = await eventOf(made.output.id)
  assert.deepEqual(
    [now.record.title, now.guests.map(guest => guest.answer)],
    ['Möte, flyttat', ['accepted', 'declined', 'none']],
  )
  // Sync
  const since = await office.query(c.listObjects, { calendarId: own, since: made.output.changeNo }, elin)
  assert.deepEqual(since.status === 'done' && since.output.objects.map(one => one.href), ['try-1.ics'])
  await office.done(c.removeObject, { calendarId: hers[0].calendar_id, href: hers[0].href }, karin)
  assert.equal((await eventOf(made.output.id)).guests[0]?.answer, 'declined')
  const gone = await office.done(c.removeObject, { calendarId: own, href: 'try-1.ics' }, elin)
  const left = await office.query(c.listObjects, { calendarId: own, since: gone.changeNo - 1 }, elin)
  assert.deepEqual(left.status === 'done' && left.output.objects.map(one => [one.href, one.etag]), [
    ['try-1.ics', null],
  ])
  assert.equal(refusalOf(await put(lines())), 'done')
})

test('a hundred callers race for one hour of a room, in seven ways: exactly one has it, and each other is told when it is free', async () => {
  const id = await place('Siljan', { keeperId: elin.id })
  const list = await office.query(c.listCalendars, {}, elin)
  const own = list.status === 'done' ? list.output.rows.find(row => row.mine)!.id : assert.fail()
  const elsewhere = (n: number) =>
    office.done(c.createEvent, { title: `Move ${n}`, when: at('2026-12-09 18:00'), guests: [room(id)] }, elin)
  const bare: string[] = []
  for (let n = 0; n < 16; n++)
    bare.push((await office.done(c.createEvent, { title: `Bare ${n}`, when: at('2026-12-09 14:00') }, elin)).id)
  const other = await elsewhere(0)
  const ics = (n: number) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Race//EN',
      'BEGIN:VEVENT',
      `UID:race-${n}@example.test`,
      'DTSTAMP:20261101T000000Z',
      'DTSTART:20261209T133000Z',
      'DTEND:20261209T143000Z',
      'SUMMARY:Race',
      `ORGANIZER:urn:uuid:${elin.id}`,
      `ATTENDEE:urn:uuid:${id}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
  const bareIcs = (n: number) =>
    ics(n)
      .split('\r\n')
      .filter(line => !/^(?:ORGANIZER|ATTENDEE)/.test(line))
      .join('\r\n')
      .replace('UID:race', 'UID:own')
  const ways = [
    (n: number) =>
      office.dispatch(
        c.createEvent,
        { title: `One ${n}`, when: at('2026-12-09 14:00'), guests: [room(id)] },
        n % 2 ? elin : karin,
      ),
    (n: number) =>
      office.dispatch(
        c.createEvent,
        {
          title: `Series ${n}`,
          when: at('2026-12-02 14:30'),
          repeat: weekly('FREQ=WEEKLY;COUNT=4'),
          guests: [room(id)],
        },
        karin,
      ),
    (n: number) => office.dispatch(c.changeEvent, { id: bare[n % bare.length]!, change: { guests: [room(id)] } }, elin),
    () => office.dispatch(c.moveEvent, { id: other.id, when: at('2026-12-09 14:15') }, elin),
    () =>
      office.dispatch(
        c.holdTimes,
        {
          title: 'Held',
          calendarIds: [id],
          times: [{ start: '2026-12-09T13:00:00Z', end: '2026-12-09T14:00:00Z' }],
          until: '2026-12-01T00:00:00Z',
        },
        karin,
      ),
    (n: number) => office.dispatch(c.putObject, { calendarId: own, href: `race-${n}.ics`, ics: ics(n) }, elin),
    // Into the room's own calendar: nobody need invite it there.
    (n: number) => office.dispatch(c.putObject, { calendarId: id, href: `own-${n}.ics`, ics: bareIcs(n) }, elin),
  ] as const
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, n) => ({ way: n % ways.length, answer: await ways[n % ways.length]!(n) })),
  )
  const got = answers.filter(
    ({ way, answer }) =>
      answer.status === 'done' &&
      (way !== 5 || (answer.output as { places: { answer: string }[] }).places[0]?.answer === 'accepted'),
  )
  const lost = answers.filter(one => !got.includes(one))
  // Moving the same event to where it lies already is no second booking.
  const winners = new Set(
    got.map(({ way, answer }) => (way === 3 ? other.id : JSON.stringify((answer as { output: unknown }).output))),
  )
  assert.equal(winners.size, 1, JSON.stringify(got.map(({ way }) => way)))
  for (const { way, answer } of lost) {
    if (way === 5) {
      assert.ok(answer.status === 'done', JSON.stringify(answer))
      const [told] = (answer.output as { places: { answer: string; reason: string; next: string[] }[] }).places
      assert.deepEqual([told?.answer, told?.reason, told?.next.length], ['declined', 'taken', 3])
      continue
    }
    assert.ok(answer.status === 'refused', JSON.stringify(answer))
    assert.equal(answer.refusal.name, 'place-taken', JSON.stringify(answer))
    assert.equal((answer.refusal.data['next'] as string[]).length, 3)
  }
  const laid = await rows(
    `select count(*)::int as n from calendar.occurrence where calendar_id = $1 and exclusive and blocks && tstzrange('2026-12-09T13:00Z', '2026-12-09T14:30Z')`,
    [id],
  )
  assert.ok(laid[0].n >= 1)
  const twice = await rows(
    'select a.source_id from calendar.occurrence a join calendar.occurrence b on a.calendar_id = b.calendar_id and a.source_id < b.source_id and a.exclusive and b.exclusive and a.blocks && b.blocks',
  )
  assert.deepEqual(twice, [])
})
