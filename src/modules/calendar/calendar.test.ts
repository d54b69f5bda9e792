/** Events: where they lie, series, answers and shares, what is tried twice or dry, the horizon. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as c from './contract.ts'
import { calendarOffice, eyesOn, at, person, refusalOf, room, weekly } from './testing.ts'

const house = await calendarOffice()
const { office, elin, karin, visitor, system, organisationId } = house
after(() => office.close())
const { place, agendaOf, eventOf, rows } = eyesOn(house)

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
  assert.deepEqual(
    karins
      .map(row => [row.laying, row.title, row.changeable])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    [
      ['booking', 'Budget', false],
      ['guest', 'Budget', false],
      ['home', 'Budget', false],
    ],
  )
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

test('a series: this, following, all; cancelled and brought back; undone', async () => {
  const id = await place('Vättern')
  const made = await office.done(
    c.createEvent,
    {
      title: 'Stand-up',
      when: at('2026-11-30 09:00 30'),
      repeat: weekly('FREQ=WEEKLY;BYDAY=MO'),
      guests: [person(karin.id), room(id)],
    },
    elin,
  )
  const ofRoom = async () =>
    (await agendaOf(elin, '2026-11-29T00:00:00Z', '2027-01-01T00:00:00Z', [id])).map(row => [
      row.recurrence?.slice(5, 16),
      row.start.slice(5, 16),
      row.title,
    ])
  assert.deepEqual(
    (await ofRoom()).map(([own]) => own),
    ['11-30T09:00', '12-07T09:00', '12-14T09:00', '12-21T09:00', '12-28T09:00'],
  )
  assert.equal(
    (
      await rows('select count(*)::int as n from calendar.occurrence where source_id = $1 and calendar_id = $2', [
        made.id,
        id,
      ])
    )[0].n,
    79,
  )
  // This one
  const moved = await office.done(
    c.moveEvent,
    { id: made.id, scope: 'this', recurrence: '2026-12-07T09:00', when: at('2026-12-08 13:00 45') },
    elin,
  )
  assert.equal(moved.version, 2)
  assert.deepEqual((await ofRoom())[1], ['12-07T09:00', '12-08T12:00', 'Stand-up'])
  assert.deepEqual((await eventOf(made.id, elin, '2026-12-07T09:00')).when, at('2026-12-08 13:00 45'))
  // Cancelled, and brought back
  const cancelled = await office.dispatch(
    c.cancelEvent,
    { id: made.id, scope: 'this', recurrence: '2026-12-14T09:00' },
    elin,
  )
  assert.ok(cancelled.status === 'done' && cancelled.undo)
  assert.equal((await ofRoom()).length, 4)
  assert.equal(
    (
      await office.kernel.dispatch({
        ...cancelled.undo,
        organisationId,
        principalId: elin.id,
        requestId: made.id,
        surface: 'test',
        key: 'undo',
      } as never)
    ).status,
    'done',
  )
  assert.equal((await ofRoom()).length, 5)
  // All: one day later, the changed one stays where it was put
  await office.done(
    c.moveEvent,
    { id: made.id, scope: 'all', recurrence: '2026-11-30T09:00', when: at('2026-12-01 10:00 30') },
    elin,
  )
  assert.deepEqual(
    (await ofRoom()).map(([own, start]) => [own, start]),
    [
      ['12-01T10:00', '12-01T09:00'],
      ['12-08T10:00', '12-08T12:00'],
      ['12-15T10:00', '12-15T09:00'],
      ['12-22T10:00', '12-22T09:00'],
      ['12-29T10:00', '12-29T09:00'],
    ],
  )
  // Following
  const split = await office.done(
    c.changeEvent,
    {
      id: made.id,
      scope: 'following',
      recurrence: '2026-12-22T10:00',
      change: { title: 'Stand-up, short', when: at('2026-12-22 08:00 15') },
    },
    elin,
  )
  assert.notEqual(split.id, made.id)
  assert.deepEqual(
    (await ofRoom()).map(([own, start, title]) => [own, start, title]),
    [
      ['12-01T10:00', '12-01T09:00', 'Stand-up'],
      ['12-08T10:00', '12-08T12:00', 'Stand-up'],
      ['12-15T10:00', '12-15T09:00', 'Stand-up'],
      ['12-22T08:00', '12-22T07:00', 'Stand-up, short'],
      ['12-29T08:00', '12-29T07:00', 'Stand-up, short'],
    ],
  )
  assert.equal((await eventOf(made.id)).repeat?.rule, 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T085959Z')
  // All of it
  const gone = await office.done(c.cancelEvent, { id: made.id }, elin)
  assert.equal((await ofRoom()).length, 2)
  assert.equal((await rows('select count(*)::int as n from calendar.gone g where g.calendar_id = $1', [id]))[0].n, 1)
  await office.done(c.restoreEvent, { id: made.id, expectedVersion: gone.version }, elin)
  assert.equal((await ofRoom()).length, 5)
})

test('an answer shows in the guest calendar and to the organiser; a private event is busy to others, and shares follow', async () => {
  const dinner = await office.done(
    c.createEvent,
    { title: 'Dentist', when: at('2026-12-02 15:00'), privacy: 'private' },
    elin,
  )
  const seenBy = async (who: typeof elin) =>
    (await agendaOf(who, '2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z')).map(row => [
      row.title,
      row.eventId,
      row.showAs,
    ])
  assert.deepEqual(await seenBy(karin), [[null, null, 'busy']])
  assert.equal((await office.query(c.getEvent, { id: dinner.id }, karin)).status, 'refused')
  const list = await office.query(c.listCalendars, {}, elin)
  const own = list.status === 'done' ? list.output.rows.find(row => row.mine)! : assert.fail()
  const open = await office.done(c.createEvent, { title: 'Lunch with the bank', when: at('2026-12-02 12:00') }, elin)
  const share = await office.dispatch(c.shareCalendar, { id: own.id, withId: karin.id, degree: 'read' }, elin)
  assert.ok(share.status === 'done' && share.undo)
  assert.deepEqual(
    (await seenBy(karin)).map(([title]) => title),
    ['Lunch with the bank', null],
  )
  const found = await rows('select audience from kernel.record where id = $1', [open.id])
  assert.deepEqual(found[0].audience, [elin.id, karin.id].toSorted())
  assert.equal(
    refusalOf(await office.dispatch(c.changeEvent, { id: open.id, change: { title: 'Mine' } }, karin)),
    'calendar-read-only',
  )
  await office.done(c.shareCalendar, { id: own.id, withId: karin.id, degree: 'manage' }, elin)
  assert.deepEqual(
    (await seenBy(karin)).map(([title]) => title),
    ['Lunch with the bank', 'Dentist'],
  )
  const arranged = await office.done(
    c.createEvent,
    { calendarId: own.id, title: 'Board', when: at('2026-12-03 09:00'), guests: [person(karin.id)] },
    karin,
  )
  assert.deepEqual((await eventOf(arranged.id)).organiser, { principalId: elin.id, sentBy: karin.id })
  await office.done(c.answerEvent, { id: arranged.id, answer: 'declined', note: 'On leave' }, karin)
  const after_ = (await eventOf(arranged.id)).guests[0]!
  assert.deepEqual([after_.answer, after_.note, after_.answeredAt], ['declined', 'On leave', '2026-11-24T08:42:00Z'])
  await office.done(c.unshareCalendar, { id: own.id, withId: karin.id }, elin)
  assert.deepEqual(
    (await seenBy(karin)).map(([title]) => title),
    [null, null],
  )
  const now = await rows(
    'select r.id, r.audience, calendar.event_audience(r.organisation_id, r.id) as wanted from kernel.record r where r.kind = $1 and r.organisation_id = $2',
    ['event', organisationId],
  )
  for (const row of now) assert.deepEqual(row.audience, row.wanted)
})

test('same key twice, a dry run, and what is refused leave nothing behind', async () => {
  const id = await place('Torne')
  const count = async () =>
    (
      await rows(
        'select (select count(*) from calendar.event)::int as e, (select count(*) from calendar.occurrence)::int as o, (select count(*) from calendar.guest)::int as g',
      )
    )[0]
  const facts = { title: 'Once', when: at('2026-12-11 09:00'), guests: [room(id), person(karin.id)] }
  const before = await count()
  assert.equal((await office.dispatch(c.createEvent, facts, elin, { dryRun: true })).status, 'done')
  assert.deepEqual(await count(), before)
  const first = await office.dispatch(c.createEvent, facts, elin, { key: 'once' })
  const again = await office.dispatch(c.createEvent, facts, elin, { key: 'once' })
  assert.ok(first.status === 'done' && again.status === 'done')
  assert.equal(again.output.id, first.output.id)
  const after_ = await count()
  assert.deepEqual([after_.e - before.e, after_.g - before.g], [1, 2])
  const refused = async (facts_: object, name: string, as = elin) =>
    assert.equal(
      refusalOf(
        await office.dispatch(c.createEvent, { title: 'No', when: at('2026-12-11 09:30'), ...facts_ } as never, as),
      ),
      name,
    )
  await refused({ guests: [room(id)] }, 'place-taken')
  await refused({ repeat: weekly('FREQ=NEVER') }, 'rule-unreadable')
  await refused({ repeat: weekly('FREQ=HOURLY') }, 'too-many-instances')
  await refused({ repeat: weekly('FREQ=MINUTELY') }, 'rule-too-costly')
  await refused({ repeat: weekly('FREQ=DAILY;COUNT=1', ['2026-12-11T09:30']) }, 'no-instances')
  await refused({ when: at('2026-12-11 09:30 60', 'Europe/Nowhere') }, 'zone-unknown')
  await refused({ when: { ...at('2026-12-11 09:30'), end: '2026-12-11T09:00' } }, 'time-reversed')
  await refused({ guests: [person(id)] }, 'calendar-person-unknown')
  await refused({ guests: [room(karin.id)] }, 'record-not-found')
  await refused({ calendarId: id }, 'calendar-read-only')
  await office.done(c.retireCalendar, { id }, elin)
  await refused({ when: at('2026-12-21 09:30'), guests: [room(id)] }, 'place-not-given')
  assert.deepEqual(await count(), after_)
  const stale = await office.dispatch(
    c.changeEvent,
    { id: first.output.id, expectedVersion: 7, change: { title: 'X' } },
    elin,
  )
  assert.equal(refusalOf(stale), 'version-changed')
  const own = await office.dispatch(
    c.changeEvent,
    { id: first.output.id, scope: 'this', recurrence: '2026-12-12T09:00', change: { title: 'X' } },
    elin,
  )
  assert.equal(refusalOf(own), 'done', 'what does not repeat has one instance')
  assert.equal((await office.query(c.getEvent, { id: first.output.id }, visitor)).status, 'refused')
  assert.deepEqual(
    (await agendaOf(visitor)).filter(row => row.title !== null),
    [],
  )
})

test('the horizon moves on; a clash there is a task; what a changed zone moved is reckoned again; reminders come once', async () => {
  const id = await place('Vänern', { horizonMonths: 1, keeperId: karin.id })
  const when = at('2026-11-26 10:00')
  const list = await office.query(c.listCalendars, {}, elin)
  const mine = list.status === 'done' ? list.output.rows.find(row => row.mine)! : assert.fail()
  await office.done(c.changeCalendar, { id: mine.id, horizonMonths: 1 }, elin)
  const series = await office.done(
    c.createEvent,
    { title: 'Endless', when, repeat: weekly('FREQ=WEEKLY'), guests: [room(id)] },
    elin,
  )
  const laid = async () =>
    (await rows(
      'select recurrence, exclusive, start_at from calendar.occurrence where source_id = $1 and calendar_id = $2 order by 1',
      [series.id, id],
    )) as { recurrence: string; exclusive: boolean; start_at: Temporal.Instant }[]
  assert.equal((await laid()).length, 5)
  // Beyond it is reckoned when asked for.
  const far = await agendaOf(elin, '2027-03-01T00:00:00Z', '2027-04-01T00:00:00Z', [id])
  assert.deepEqual(
    far.map(row => row.start),
    ['2027-03-04T09:00:00Z', '2027-03-11T09:00:00Z', '2027-03-18T09:00:00Z', '2027-03-25T09:00:00Z'],
  )
  await office.done(c.createEvent, { title: 'Elsewhere', when: at('2027-01-07 10:00'), guests: [room(id)] }, karin)
  house.goTo('2026-12-20T08:00:00Z')
  // As if the zone's rules had been others when it was laid out.
  await office.superuser.query(
    `update calendar.occurrence set start_at = start_at + interval '1 hour', end_at = end_at + interval '1 hour' where source_id = $1 and recurrence > '2026-12-20'`,
    [series.id],
  )
  await office.superuser.query(`update calendar.event set zones_edition = '2020a' where id = $1`, [series.id])
  const led = await office.dispatch(c.extendHorizon, {}, system)
  assert.ok(led.status === 'done', JSON.stringify(led))
  assert.equal((led.output as { clashes: number }).clashes, 1)
  const now = await laid()
  assert.deepEqual(
    now.map(row => [row.recurrence.slice(5, 10), row.exclusive, row.start_at.toString().slice(11, 16)]).slice(4),
    [
      ['12-24', true, '09:00'],
      ['12-31', true, '09:00'],
      ['01-07', false, '09:00'],
      ['01-14', true, '09:00'],
    ],
  )
  const tasks = await rows(
    `select r.title from work.task t join kernel.record r on r.id = t.id where t.raised_key like 'calendar clash%'`,
  )
  assert.equal(tasks.length, 1)
  assert.deepEqual((await office.done(c.extendHorizon, {}, system)).events, 0)
  house.goTo('2026-12-24T08:46:00Z')
  const due = await office.query(c.countDue, {}, system)
  assert.ok(due.status === 'done' && due.output.reminders >= 1)
  const secret = await office.done(
    c.createEvent,
    { title: 'Dismissal', when: at('2026-12-24 10:00'), reminders: [15] },
    elin,
  )
  await office.superuser.query(`update kernel.record set class = 2 where id = $1`, [secret.id])
  const given = await office.done(c.giveReminders, {}, system)
  assert.ok(given.given >= 2)
  // Of what is confidential the words that go to a telephone name the time alone.
  const [{ body }] = (await rows(
    `select convert_from(b.body, 'UTF8') as body from kernel.journal j join kernel.journal_body b using (organisation_id, seq)
      where j.command = 'calendar.give-reminders' order by j.seq desc limit 1`,
  )) as [{ body: string }]
  assert.match(body, /notice\.calendar\.reminder-closed/)
  assert.doesNotMatch(body, /Dismissal/)
  assert.equal((await office.done(c.giveReminders, {}, system)).given, 0)
  house.goTo('2026-11-24T08:42:00Z')
})

test('what is being changed does not stand in its own way', async () => {
  const when = at('2026-12-03 10:00')
  const { id } = await office.done(c.createEvent, { title: 'Own hours', when, guests: [person(karin.id)] }, elin)
  const list = await office.query(c.listCalendars, {}, karin)
  assert.ok(list.status === 'done')
  const calendarIds = [list.output.rows.find(({ mine }) => mine)!.id]
  const taken = async (more: object) => {
    const day = { from: '2026-12-03T00:00:00Z', until: '2026-12-04T00:00:00Z' }
    const answer = await office.query(c.busy, { ...day, calendarIds, ...more } as never, karin)
    return answer.status === 'done' ? answer.output.calendars[0]!.intervals.length : assert.fail(JSON.stringify(answer))
  }
  assert.deepEqual([await taken({}), await taken({ exceptId: id })], [1, 0])
})
