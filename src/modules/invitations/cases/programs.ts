/**
 * The ways of Outlook and Exchange, Google and Apple, written as these programs are documented to write: through the pipe from the
 * mail to the ledger, each twice, since mails come twice.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { one } from '../../../formats/ical/component.ts'
import { eventsOf, sequenceOf } from '../../../formats/ical/itip/parts.ts'
import { answerEvent, getEvent, putObject } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { elinMail, mailWith, mariaMail, type Post } from '../testing.ts'
import { calendarIn, eventOfUid, guest, it, mailIn, meeting, methodIn, see, stands } from './stage.ts'

/** What Outlook calls Central Europe, with rules that begin in 1601. */
const outlookZone = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]
const ofExchange = [
  'CLASS:PUBLIC',
  'PRIORITY:5',
  'TRANSP:OPAQUE',
  'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
  'X-MICROSOFT-CDO-OWNERAPPTID:-611620904',
  'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
  'X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY',
  'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE',
  'X-MICROSOFT-CDO-IMPORTANCE:1',
  'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
]
const exchange = 'Microsoft Exchange Server 2010'
const google = '-//Google Inc//Google Calendar 70.9054//EN'
const apple = '-//Apple Inc.//macOS 15.1//EN'

const message = (method: string, maker: string, event: readonly string[], before: readonly string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    `PRODID:${maker}`,
    'VERSION:2.0',
    ...before,
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** What the guest's program knows of our meeting. */
const known = (post: Post) => {
  const [event] = eventsOf(calendarIn(post))
  return { uid: one(event!, 'UID')!.value, sequence: sequenceOf(event!) }
}

/** Comes, and comes again. */
async function twice(mail: Parameters<typeof mailWith>[0], envelope?: string): Promise<void> {
  for (let times = 0; times < 2; times++) await mailIn(mailWith(mail), envelope)
}

/** What came in and counted: a copy is known as one and left. */
const incoming = async (id: string) =>
  (await see(id)).messages
    .filter(({ direction, state }) => direction === 'in' && state !== 'left')
    .map(({ method, state, answer }) => [method, state, answer])

const occurrences = async (id: string): Promise<string[]> => {
  const { rows } = await it.superuser.query<{ at: Temporal.Instant; until: Temporal.Instant }>(
    'select distinct start_at as at, end_at as until from calendar.occurrence where event_id = $1 order by 1',
    [id],
  )
  return rows.map(({ at, until }) => `${at.toString().slice(0, 16)} ${at.until(until).total('minutes')}`)
}

const eventAs = async (id: string, as = it.maria) => {
  const answer = await it.query(getEvent, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('Exchange answers one time of a series: its own zone, no organiser, words of its own', async () => {
  const bengt = guest()
  const id = await meeting('Weekly', [bengt], { repeat: { rule: 'FREQ=WEEKLY;COUNT=5' } })
  const [post] = await it.deliver()
  const { uid, sequence } = known(post!)
  const time = (name: string, value: string) => `${name};TZID=W. Europe Standard Time:${value}`
  const answer = message(
    'REPLY',
    exchange,
    [
      `ATTENDEE;PARTSTAT=DECLINED;CN=Bengt Lind:mailto:${bengt.email.toUpperCase()}`,
      'COMMENT;LANGUAGE=sv-SE:Jag är på mässa\\n',
      `UID:${uid}`,
      time('RECURRENCE-ID', '20261208T100000'),
      'SUMMARY;LANGUAGE=sv-SE:Avböjd: Weekly',
      time('DTSTART', '20261208T100000'),
      time('DTEND', '20261208T110000'),
      'DTSTAMP:20261123T081300Z',
      `SEQUENCE:${sequence}`,
      'STATUS:CONFIRMED',
      'X-MICROSOFT-CDO-INSTTYPE:3',
      ...ofExchange,
    ],
    outlookZone,
  )
  await twice({ from: bengt.email, method: 'REPLY', calendar: answer, encoded: true })
  assert.deepEqual(await stands(id), ['asked'], 'the series itself is not answered')
  assert.deepEqual(await incoming(id), [['REPLY', 'taken', 'declined']])
  const { rows } = await it.superuser.query<{ recurrence: string; change: object }>(
    'select recurrence::text, change from calendar.instance where event_id = $1',
    [id],
  )
  assert.deepEqual(
    rows.map(row => row.recurrence.replace(' ', 'T')),
    ['2026-12-08T10:00:00'],
  )
  assert.match(JSON.stringify(rows[0]!.change), /Jag är på mässa.*"declined"/)
})

test('Outlook proposes another time, and says with it that it does not suit', async () => {
  const bengt = guest()
  const id = await meeting('Offer', [bengt])
  const [post] = await it.deliver()
  const { uid, sequence } = known(post!)
  const calendar = message(
    'COUNTER',
    '-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    [
      `ATTENDEE;PARTSTAT=TENTATIVE;CN="Bengt Lind":mailto:${bengt.email}`,
      'COMMENT:Can we take it after lunch?\\n',
      'DTSTART;TZID="W. Europe Standard Time":20261201T133000',
      'DTEND;TZID="W. Europe Standard Time":20261201T143000',
      'DTSTAMP:20261123T081300Z',
      `ORGANIZER:mailto:${elinMail}`,
      'SUMMARY;LANGUAGE=en-us:New Time Proposed: Offer',
      `UID:${uid}`,
      `SEQUENCE:${sequence}`,
      'X-MS-OLK-ORIGINALSTART:20261201T090000Z',
      'X-MS-OLK-ORIGINALEND:20261201T100000Z',
      'X-MS-OLK-AUTOFILLLOCATION:FALSE',
      ...ofExchange,
    ],
    outlookZone,
  )
  await twice({ from: bengt.email, method: 'COUNTER', calendar })
  const { proposals } = await see(id)
  assert.deepEqual(
    proposals.map(({ state, start, end, said }) => [state, start, end, said]),
    [['open', '2026-12-01T12:30:00Z', '2026-12-01T13:30:00Z', 'Can we take it after lunch?']],
  )
  assert.deepEqual(await stands(id), ['tentative'])
  await it.done(c.acceptProposal, { id, proposalId: proposals[0]!.id }, it.elin)
  const posts = await it.deliver()
  assert.deepEqual(posts.map(methodIn), ['REQUEST'])
})

test('an invitation from Outlook: its zone is understood, what only it knows is kept, a change without a new number is one', async () => {
  const uid = '040000008200E00074C5B7101A82E00800000000A0'
  const asked = (place: string, stamp: string, more: readonly string[] = []) =>
    message(
      'REQUEST',
      exchange,
      [
        'ORGANIZER;CN=Carla Dias:mailto:carla@outlook-house.example',
        `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${mariaMail}:mailto:${mariaMail}`,
        `UID:${uid}`,
        'SUMMARY;LANGUAGE=pt-PT:Quarter',
        'RRULE:FREQ=MONTHLY;UNTIL=20270401T090000Z;INTERVAL=1;BYDAY=1TH',
        'DTSTART;TZID=W. Europe Standard Time:20261203T100000',
        'DTEND;TZID=W. Europe Standard Time:20261203T110000',
        `DTSTAMP:${stamp}`,
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        `LOCATION;LANGUAGE=pt-PT:${place}`,
        'X-ALT-DESC;FMTTYPE=text/html:<html><body>Agenda</body></html>',
        'X-MS-OLK-CONFTYPE:0',
        'X-MICROSOFT-CDO-INSTTYPE:1',
        ...ofExchange,
        ...more,
        'BEGIN:VALARM',
        'DESCRIPTION:REMINDER',
        'TRIGGER;RELATED=START:-PT15M',
        'ACTION:DISPLAY',
        'END:VALARM',
      ],
      outlookZone,
    )
  const from = 'Carla Dias <carla@outlook-house.example>'
  await twice({ from, method: 'REQUEST', calendar: asked('Lisboa', '20261123T080000Z'), encoded: true })
  const id = await eventOfUid(uid)
  // by the clock of the wall, also where summer time has begun
  const at = ['2026-12-03', '2027-01-07', '2027-02-04', '2027-03-04', '2027-04-01']
  const times = at.map(day => `${day}T${day > '2027-03-28' ? '08' : '09'}:00 60`)
  assert.deepEqual(await occurrences(id), times)
  const { rows } = await it.superuser.query<{ ics: string }>('select ics from calendar.placing where event_id = $1', [
    id,
  ])
  assert.ok(rows.every(({ ics }) => /X-MS-OLK-CONFTYPE:0/.test(ics) && /X-ALT-DESC/.test(ics)))
  await twice({ from, method: 'REQUEST', calendar: asked('Porto', '20261123T090000Z') })
  assert.equal((await eventAs(id)).place, 'Porto')
  await it.done(answerEvent, { id, answer: 'accepted' }, it.maria)
  const [reply, ...more] = await it.deliver()
  assert.deepEqual([reply?.to, methodIn(reply!), more.length], ['carla@outlook-house.example', 'REPLY', 0])
  const cancel = asked('Porto', '20261124T090000Z', ['RECURRENCE-ID;TZID=W. Europe Standard Time:20270107T100000'])
    .replace('METHOD:REQUEST', 'METHOD:CANCEL')
    .replace('STATUS:CONFIRMED', 'STATUS:CANCELLED')
    .replace(/RRULE:.*UNTIL.*\r\n/, '')
    .replace('20261203T100000', '20270107T100000')
    .replace('20261203T110000', '20270107T110000')
    .replace('SEQUENCE:0', 'SEQUENCE:1')
  await twice({ from, method: 'CANCEL', calendar: cancel })
  assert.deepEqual(
    await occurrences(id),
    times.filter(time => !time.startsWith('2027-01')),
  )
})

test('Google: an answer sent by its own address, an exception that says only when it begins, and one of all guests', async () => {
  const anna = guest('Anna')
  const ours = await meeting('Ours', [anna])
  const [post] = await it.deliver()
  const { uid: own, sequence } = known(post!)
  const answer = message('REPLY', google, [
    'DTSTART:20261201T090000Z',
    'DTEND:20261201T100000Z',
    'DTSTAMP:20261123T081500Z',
    `ORGANIZER;CN=Elin:mailto:${elinMail}`,
    `UID:${own}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Anna;X-NUM-GUESTS=0:mailto:${anna.email}`,
    'CREATED:20261123T080000Z',
    'LAST-MODIFIED:20261123T081500Z',
    `SEQUENCE:${sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Ours',
    'TRANSP:OPAQUE',
  ])
  const relay = 'Anna (Google Calendar) <calendar-notification@google.com>'
  await twice(
    { from: relay, replyTo: `Anna <${anna.email}>`, method: 'REPLY', calendar: answer },
    'bounce@google.example',
  )
  assert.deepEqual([await stands(ours), await incoming(ours)], [['accepted'], [['REPLY', 'taken', 'accepted']]])

  const uid = '7kukuqrfedlm2f9t0d@google.com'
  const whoever = [
    `ORGANIZER;CN=Carla:mailto:carla@google-house.example`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Maria;X-NUM-GUESTS=0:mailto:${mariaMail}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Round',
  ]
  const series = message('REQUEST', google, [
    'DTSTART;TZID=Europe/Lisbon:20261207T090000',
    'DTEND;TZID=Europe/Lisbon:20261207T093000',
    'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO',
    'DTSTAMP:20261123T080000Z',
    'SEQUENCE:0',
    ...whoever,
  ])
  const from = 'Carla <carla@google-house.example>'
  await twice({ from, method: 'REQUEST', calendar: series })
  const id = await eventOfUid(uid)
  // the time it had, in UTC; when it begins now, and no end
  const exception = message('REQUEST', google, [
    'DTSTART;TZID=Europe/Lisbon:20261215T110000',
    'RECURRENCE-ID:20261214T090000Z',
    'DTSTAMP:20261123T090000Z',
    'SEQUENCE:1',
    ...whoever,
  ])
  await twice({ from, method: 'REQUEST', calendar: exception })
  assert.deepEqual(await occurrences(id), [
    '2026-12-07T09:00 30',
    '2026-12-15T11:00 30',
    '2026-12-21T09:00 30',
    '2026-12-28T09:00 30',
  ])
})

test('Apple: a guest named by a path, an answer sent by iCloud, a day that is a day wherever one is', async () => {
  const bo = guest('Bo')
  const ours = await meeting('Ours too', [bo])
  const [post] = await it.deliver()
  const { uid: own, sequence } = known(post!)
  const answer = message('REPLY', apple, [
    `ATTENDEE;CN="Bo";CUTYPE=INDIVIDUAL;EMAIL=${bo.email};PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:/aMTIzNDU2Nzg5MA/principal/`,
    'DTSTART;TZID=Europe/Stockholm:20261201T100000',
    'DTEND;TZID=Europe/Stockholm:20261201T110000',
    'DTSTAMP:20261123T081500Z',
    `ORGANIZER;CN="Elin Almgren";EMAIL=${elinMail}:mailto:${elinMail}`,
    `SEQUENCE:${sequence}`,
    `UID:${own}`,
    'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC',
  ])
  await twice({ from: 'Bo <noreply@email.apple.com>', replyTo: bo.email, method: 'REPLY', calendar: answer })
  assert.deepEqual([await stands(ours), await incoming(ours)], [['accepted'], [['REPLY', 'taken', 'accepted']]])
  // whoever writes in the name of no relay is who they say they are, whatever an answer would go to
  const [stranger] = [guest('Stranger')]
  await mailIn(
    mailWith({
      from: stranger!.email,
      replyTo: bo.email,
      method: 'REPLY',
      calendar: answer.replace('ACCEPTED', 'DECLINED').replace('081500Z', '091500Z'),
    }),
  )
  assert.deepEqual(await stands(ours), ['accepted'])

  const uid = '1F2E3D4C-5B6A-4978-8695-A4B3C2D1E0F9'
  const day = message('REQUEST', apple, [
    'ORGANIZER;CN="Carla":mailto:carla@me.com',
    `ATTENDEE;CN="Maria";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:${mariaMail}`,
    'CREATED:20261123T080000Z',
    'DTSTAMP:20261123T080000Z',
    'DTSTART;VALUE=DATE:20261224',
    'DTEND;VALUE=DATE:20261227',
    'SEQUENCE:0',
    'SUMMARY:Closed',
    'TRANSP:TRANSPARENT',
    `UID:${uid}`,
    'X-APPLE-CREATOR-IDENTITY:com.apple.calendar',
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  ])
  await twice({ from: 'Carla <carla@me.com>', method: 'REQUEST', calendar: day })
  const closed = await eventAs(await eventOfUid(uid))
  assert.deepEqual(closed.when, { allDay: true, from: '2026-12-24', until: '2026-12-26' })
  // of no zone at all: by the clock of the office that it came to
  const floating = day
    .replace('DTSTART;VALUE=DATE:20261224', 'DTSTART:20261228T080000')
    .replace('DTEND;VALUE=DATE:20261227', 'DTEND:20261228T090000')
    .replace('SEQUENCE:0', 'SEQUENCE:1')
  await twice({ from: 'Carla <carla@me.com>', method: 'REQUEST', calendar: floating })
  assert.deepEqual(await occurrences(await eventOfUid(uid)), ['2026-12-28T07:00 60'])
})

test('a time is added to a series once; who asks how it is, is told once an hour', async () => {
  const uid = 'added@dias.example'
  const facts = [
    'ORGANIZER;CN=Carla:mailto:carla@dias.example',
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${mariaMail}`,
    `UID:${uid}`,
    'SUMMARY:Course',
  ]
  const series = ['DTSTART:20261130T090000Z', 'DTEND:20261130T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SEQUENCE:0']
  const from = 'carla@dias.example'
  const calendar = message('REQUEST', apple, [...facts, ...series, 'DTSTAMP:20261123T080000Z'])
  await twice({ from, method: 'REQUEST', calendar })
  const id = await eventOfUid(uid)
  const added = ['DTSTART:20261209T130000Z', 'DTEND:20261209T140000Z', 'SEQUENCE:1', 'DTSTAMP:20261123T090000Z']
  await twice({ from, method: 'ADD', calendar: message('ADD', apple, [...facts, ...added]) })
  assert.deepEqual(await occurrences(id), ['2026-11-30T09:00 60', '2026-12-07T09:00 60', '2026-12-09T13:00 60'])

  const bengt = guest()
  const ours = await meeting('Asked again', [bengt])
  const [post] = await it.deliver()
  const refresh = message('REFRESH', apple, [
    `ATTENDEE:mailto:${bengt.email}`,
    `ORGANIZER:mailto:${elinMail}`,
    `UID:${known(post!).uid}`,
    'DTSTAMP:20261123T100000Z',
  ])
  const before = it.post.length
  it.setClock(Temporal.Instant.from('2026-11-23T10:00:00Z'))
  await twice({ from: bengt.email, method: 'REFRESH', calendar: refresh })
  await it.deliver()
  it.setClock(Temporal.Instant.from('2026-11-23T08:00:00Z'))
  assert.deepEqual(
    it.post.slice(before).map(one_ => [one_.to, methodIn(one_)]),
    [[bengt.email, 'REQUEST']],
  )
  assert.deepEqual(await stands(ours), ['asked'])
})

test('a program that sends its invitations itself (SCHEDULE-AGENT) has it left to it', async () => {
  const { rows } = await it.superuser.query<{ id: string }>(
    `select id from calendar.calendar where owner_id = $1 and type = 'main'`,
    [it.elin.id],
  )
  const put = async (agent: string): Promise<string[]> => {
    const [bengt] = [guest()]
    const ics = message('PUBLISH', apple, [
      `UID:agent-${agent}@thunderbird.example`,
      'DTSTAMP:20261123T080000Z',
      'DTSTART:20261130T090000Z',
      'DTEND:20261130T100000Z',
      'SUMMARY:By a program',
      `ORGANIZER:mailto:${elinMail}`,
      `ATTENDEE;SCHEDULE-AGENT=${agent};PARTSTAT=NEEDS-ACTION:mailto:${bengt!.email}`,
    ]).replace('METHOD:PUBLISH\r\n', '')
    await it.done(putObject, { calendarId: rows[0]!.id, href: `${agent}.ics`, ics } as never, it.elin)
    return (await it.deliver()).map(({ to }) => (to === bengt!.email ? 'told' : to))
  }
  assert.deepEqual([await put('CLIENT'), await put('NONE'), await put('SERVER')], [[], [], ['told']])
})
