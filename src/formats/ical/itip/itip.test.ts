import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { all, type Component, icalText, one, parseIcal } from '../component.ts'
import { IcalRefused } from '../refused.ts'
import { dueTo, isMoved } from './due.ts'
import { type KnownEvent, type KnownGuest, type Outcome, outcomeOf } from './outcome.ts'
import { addressIn, attendeesOf, eventsOf, messagesOf, organiserOf, stampOf } from './parts.ts'
import { escapedText, property } from '../write.ts'
import * as write from './write.ts'

const at = Temporal.Instant.from('2026-11-22T09:30:00Z')
const uid = 'calsrv.example.com-873970198738777@example.com'

/** A calendar of lines; zones of the tz database need not be described. */
const calendar = (method: string | null, ...events: string[][]): Component =>
  parseIcal(
    [
      'BEGIN:VCALENDAR',
      'PRODID:-//Example/ExampleCalendarClient//EN',
      'VERSION:2.0',
      ...(method ? [`METHOD:${method}`] : []),
      ...events.flatMap(lines => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n'),
  )[0]!

const group = (lines: string[] = []) => [
  'ORGANIZER:mailto:a@example.com',
  'ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@example.com',
  'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;CN=B:mailto:b@example.com',
  'ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL;CN=C:MAILTO:C@example.com',
  'DTSTAMP:19970611T190000Z',
  'DTSTART:19970701T200000Z',
  'DTEND:19970701T210000Z',
  'SUMMARY:Conference',
  `UID:${uid}`,
  ...(lines.some(line => line.startsWith('SEQUENCE')) ? [] : ['SEQUENCE:0']),
  ...lines,
]

const guest = (address: string, more: Partial<KnownGuest> = {}): KnownGuest => ({
  address,
  others: [],
  since: 0,
  delegatedTo: [],
  answered: new Map(),
  ...more,
})

const here = (more: Partial<KnownEvent> = {}): KnownEvent => ({
  organiser: null,
  versions: new Map([[null, { sequence: 0, stamp: 0 }]]),
  guests: [guest('b@example.com'), guest('c@example.com', { others: ['carla@home.example'] })],
  cancelled: false,
  isInstance: () => true,
  ...more,
})

const elsewhere = (more: Partial<KnownEvent> = {}): KnownEvent =>
  here({ organiser: 'a@example.com', guests: [], ...more })

const becomes = (
  message: Component,
  known: KnownEvent | null,
  { from = null, ours = ['b@example.com'] }: { from?: string | null; ours?: string[] } = {},
): Outcome => outcomeOf({ message: messagesOf(message)[0]!, known, from, ours })

const why = (outcome: Outcome): string => (outcome.what === 'nothing' ? outcome.why : outcome.what)

const replyLines = (attendee: string, more: string[] = []) => [
  attendee,
  'ORGANIZER:mailto:a@example.com',
  `UID:${uid}`,
  'SEQUENCE:0',
  'REQUEST-STATUS:2.0;Success',
  'DTSTAMP:19970612T190000Z',
  ...more,
]
const accepts = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.com'

test('a request asks, and asks again when it is newer (RFC 5546, 4.2.1, 4.2.3)', () => {
  assert.equal(why(becomes(calendar('REQUEST', group()), null)), 'invited')
  const first = new Map([[null, { sequence: 0, stamp: stampOf(eventsOf(calendar('REQUEST', group()))[0]!) }]])
  assert.equal(why(becomes(calendar('REQUEST', group()), elsewhere({ versions: first }))), 'repeated')
  const later = calendar('REQUEST', group(['SEQUENCE:1', 'LOCATION:Conference Room']))
  assert.equal(why(becomes(later, elsewhere({ versions: first }))), 'changed')
  const old = new Map([[null, { sequence: 2, stamp: 0 }]])
  assert.equal(why(becomes(later, elsewhere({ versions: old }))), 'stale')
})

test('what is organised here, or by somebody else, is not changed by a mail', () => {
  const message = calendar('REQUEST', group(['SEQUENCE:9', 'LOCATION:Elsewhere']))
  assert.equal(why(becomes(message, here())), 'organised-here')
  assert.equal(why(becomes(calendar('CANCEL', group(['SEQUENCE:9', 'STATUS:CANCELLED'])), here())), 'organised-here')
  assert.equal(why(becomes(message, elsewhere({ organiser: 'z@example.com' }))), 'other-organiser')
  assert.equal(why(becomes(message, elsewhere(), { from: 'thief@elsewhere.example' })), 'other-sender')
  assert.equal(why(becomes(message, elsewhere(), { from: 'calendar@example.com' })), 'changed')
  // Neighbours by a public domain are strangers.
  const byGmail = group(['SEQUENCE:9']).map(line => line.replaceAll('a@example.com', 'a@gmail.com'))
  const known = elsewhere({ organiser: 'a@gmail.com' })
  assert.equal(why(becomes(calendar('REQUEST', byGmail), known, { from: 'thief@gmail.com' })), 'other-sender')
})

test('a request that asks nobody here is nobody’s', () => {
  assert.equal(why(becomes(calendar('REQUEST', group()), null, { ours: ['x@here.example'] })), 'not-invited')
  const anonymous = group().filter(line => !line.startsWith('ORGANIZER'))
  assert.equal(why(becomes(calendar('REQUEST', anonymous), null)), 'not-understood')
})

test('an answer is its guest’s (4.2.2), by whatever address they write from', () => {
  const reply = calendar('REPLY', replyLines(accepts, ['COMMENT:With pleasure\\, as always']))
  const outcome = becomes(reply, here(), { from: 'b@example.com' })
  assert.ok(outcome.what === 'answered')
  assert.deepEqual(
    outcome.answers.map(({ guest: who, answer, comment }) => [who, answer, comment]),
    [['b@example.com', 'ACCEPTED', 'With pleasure, as always']],
  )
  const other = becomes(calendar('REPLY', replyLines('ATTENDEE;PARTSTAT=DECLINED:mailto:carla@home.example')), here(), {
    from: 'carla@home.example',
  })
  assert.ok(other.what === 'answered' && other.answers[0]?.guest === 'c@example.com')
})

test('an answer that somebody else writes changes nothing', () => {
  const reply = calendar('REPLY', replyLines(accepts))
  assert.equal(why(becomes(reply, here(), { from: 'mallory@elsewhere.example' })), 'other-sender')
  assert.equal(why(becomes(reply, null)), 'unknown-event')
  assert.equal(why(becomes(reply, elsewhere())), 'other-organiser')
  assert.equal(why(becomes(reply, here({ cancelled: true }))), 'cancelled-before')
  const crasher = calendar('REPLY', replyLines('ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.com'))
  assert.deepEqual(becomes(crasher, here()), { what: 'nothing', why: 'not-a-guest', about: 'x@example.com' })
  const byAssistant = 'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:s@example.com":mailto:b@example.com'
  assert.equal(why(becomes(calendar('REPLY', replyLines(byAssistant)), here(), { from: 's@example.com' })), 'answered')
})

test('old and repeated answers are known as such', () => {
  const reply = calendar('REPLY', replyLines(accepts))
  const stamp = stampOf(eventsOf(reply)[0]!)
  const answered = (sequence: number, time: number) =>
    here({ guests: [guest('b@example.com', { answered: new Map([[null, { sequence, stamp: time }]]) })] })
  assert.equal(why(becomes(reply, answered(0, stamp))), 'repeated')
  assert.equal(why(becomes(reply, answered(0, stamp + 1))), 'stale')
  assert.equal(why(becomes(reply, answered(0, stamp - 1))), 'answered')
  const moved = here({ guests: [guest('b@example.com', { since: 3 })] })
  assert.equal(why(becomes(reply, moved)), 'stale')
  // A program that names no number answers what there is.
  const bare = replyLines(accepts).filter(line => !line.startsWith('SEQUENCE'))
  assert.equal(why(becomes(calendar('REPLY', bare), moved)), 'answered')
})

test('programs that leave out the organiser or send the whole list back are understood', () => {
  const google = replyLines(accepts).filter(line => !line.startsWith('ORGANIZER'))
  assert.equal(why(becomes(calendar('REPLY', google), here(), { from: 'b@example.com' })), 'answered')
  const list = replyLines(accepts, ['ATTENDEE;PARTSTAT=DECLINED:mailto:c@example.com'])
  const outcome = becomes(calendar('REPLY', list), here(), { from: 'c@example.com' })
  assert.ok(outcome.what === 'answered')
  assert.deepEqual(
    outcome.answers.map(({ guest: who, answer }) => [who, answer]),
    [['c@example.com', 'DECLINED']],
  )
  assert.equal(why(becomes(calendar('REPLY', list), here(), { from: 'z@example.com' })), 'not-understood')
  const [byMail] = messagesOf(calendar(null, replyLines(accepts)), 'reply')
  assert.equal(byMail?.method, 'REPLY')
  assert.throws(() => messagesOf(calendar(null, replyLines(accepts))), IcalRefused)
})

test('who passes it on says so, and then the other may answer (4.2.5 to 4.2.7)', () => {
  const delegates = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:e@example.com":mailto:c@example.com'
  const outcome = becomes(calendar('REPLY', replyLines(delegates)), here(), { from: 'c@example.com' })
  assert.ok(outcome.what === 'answered')
  assert.equal(outcome.answers[0]?.answer, 'DELEGATED')
  assert.equal(outcome.answers[0]?.delegatedTo, 'e@example.com')
  const delegate = calendar(
    'REPLY',
    replyLines('ATTENDEE;PARTSTAT=ACCEPTED;CN=E;DELEGATED-FROM="mailto:c@example.com":mailto:e@example.com'),
  )
  assert.equal(why(becomes(delegate, here(), { from: 'e@example.com' })), 'not-a-guest')
  const passed = here({ guests: [guest('c@example.com', { delegatedTo: ['e@example.com'] })] })
  const then = becomes(delegate, passed, { from: 'e@example.com' })
  assert.ok(then.what === 'answered')
  assert.deepEqual([then.answers[0]?.guest, then.answers[0]?.delegate?.name], ['c@example.com', 'E'])
})

test('another time is a proposal (4.2.4), and is declined by its organiser', () => {
  const lines = group(['COMMENT:This is on my way home']).map(line =>
    line.replace('19970701T200000Z', '19970701T160000Z').replace('19970701T210000Z', '19970701T190000Z'),
  )
  const only = lines.filter(line => !line.startsWith('ATTENDEE') || line.includes('CN=B'))
  const outcome = becomes(calendar('COUNTER', only), here(), { from: 'b@example.com' })
  assert.ok(outcome.what === 'countered')
  assert.deepEqual(
    [outcome.guest, outcome.start.value, outcome.end?.value],
    ['b@example.com', '19970701T160000Z', '19970701T190000Z'],
  )
  assert.equal(why(becomes(calendar('COUNTER', only), here(), { from: 'm@elsewhere.example' })), 'other-sender')
  assert.equal(why(becomes(calendar('DECLINECOUNTER', group(['COMMENT:No'])), elsewhere())), 'counter-declined')
})

test('called off as a whole, for one guest, and by instances (4.2.9, 4.2.10, 4.4.2, 4.4.4)', () => {
  const bare = (more: string[]) => [
    'ORGANIZER:mailto:a@example.com',
    'ATTENDEE:mailto:b@example.com',
    `UID:${uid}`,
    'DTSTAMP:19970613T190000Z',
    'SEQUENCE:1',
    ...more,
  ]
  const whole = becomes(calendar('CANCEL', bare(['STATUS:CANCELLED', 'COMMENT:It is raining'])), elsewhere())
  assert.deepEqual(whole, { what: 'cancelled', instances: 'all', uninvited: false, comment: 'It is raining' })
  const mine = becomes(calendar('CANCEL', bare([])), elsewhere())
  assert.ok(mine.what === 'cancelled' && mine.uninvited)
  assert.equal(why(becomes(calendar('CANCEL', bare([])), elsewhere(), { ours: ['x@here.example'] })), 'not-invited')
  const some = calendar(
    'CANCEL',
    bare(['STATUS:CANCELLED', 'RECURRENCE-ID:19970801T210000Z']),
    bare(['STATUS:CANCELLED', 'RECURRENCE-ID:19970901T210000Z']),
  )
  const outcome = becomes(some, elsewhere())
  assert.ok(outcome.what === 'cancelled' && outcome.instances !== 'all')
  assert.deepEqual(
    outcome.instances.map(key => Temporal.Instant.fromEpochMilliseconds(Number(key)).toString()),
    ['1997-08-01T21:00:00Z', '1997-09-01T21:00:00Z'],
  )
  assert.equal(why(becomes(some, elsewhere({ isInstance: () => false }))), 'no-such-instance')
  assert.equal(why(becomes(some, null)), 'unknown-event')
})

test('refresh and add (4.4.6, 4.4.8)', () => {
  const asks = [
    'ORGANIZER:mailto:a@example.com',
    'ATTENDEE:mailto:b@example.com',
    `UID:${uid}`,
    'DTSTAMP:19970605T193000Z',
  ]
  assert.deepEqual(becomes(calendar('REFRESH', asks), here(), { from: 'b@example.com' }), {
    what: 'asked-again',
    guest: 'b@example.com',
  })
  assert.equal(why(becomes(calendar('ADD', group(['SEQUENCE:4'])), elsewhere())), 'added')
  assert.equal(why(becomes(calendar('ADD', group(['SEQUENCE:4'])), null)), 'unknown-event')
})

test('a clock that Outlook describes by rules names the same instance as UTC does', () => {
  const outlook = parseIcal(`BEGIN:VCALENDAR
METHOD:REPLY
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Custom Oslo
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN=B:MAILTO:B@Example.com
COMMENT;LANGUAGE=nb-NO:Kan ikke\\n
UID:${uid}
RECURRENCE-ID;TZID=Custom Oslo:20260706T090000
DTSTART;TZID=Custom Oslo:20260706T090000
DTSTAMP:20260601T080000Z
SEQUENCE:0
X-MICROSOFT-CDO-APPT-SEQUENCE:0
END:VEVENT
END:VCALENDAR
`)[0]!
  const keys: string[] = []
  const outcome = becomes(outlook, here({ isInstance: key => keys.push(key) > 0 }), { from: 'b@example.com' })
  assert.ok(outcome.what === 'answered')
  assert.deepEqual(keys, [String(Temporal.Instant.from('2026-07-06T07:00:00Z').epochMilliseconds)])
  assert.equal(outcome.answers[0]?.comment, 'Kan ikke')
})

const weekly = (more: string[] = []) => [
  'DTSTART;TZID=Europe/Stockholm:20261201T090000',
  'DTEND;TZID=Europe/Stockholm:20261201T100000',
  'RRULE:FREQ=WEEKLY;COUNT=6',
  `UID:${uid}`,
  'DTSTAMP:20261120T080000Z',
  'SUMMARY:Weekly',
  'ORGANIZER;CN=Elin;SENT-BY="mailto:maria@here.example":mailto:elin@here.example',
  'ATTENDEE;CN=B;PARTSTAT=NEEDS-ACTION;SCHEDULE-AGENT=SERVER;SCHEDULE-STATUS="1.1":mailto:b@example.com',
  'ATTENDEE;CN=C:mailto:c@example.com',
  'CATEGORIES:Inside only',
  'X-OWN:Inside only',
  ...more,
]
const instance = (id: string, more: string[], guests = ['b@example.com', 'c@example.com']) => [
  `RECURRENCE-ID;TZID=Europe/Stockholm:${id}`,
  `DTSTART;TZID=Europe/Stockholm:${id}`,
  `UID:${uid}`,
  'SUMMARY:Weekly',
  'ORGANIZER:mailto:elin@here.example',
  ...guests.map(address => `ATTENDEE:mailto:${address}`),
  ...more,
]
const b = 'b@example.com'

test('what is sent bears nothing that is the owner’s alone', () => {
  const text = icalText(write.request(calendar(null, weekly()), b, { at, comment: 'Hej; hopp' })!)
  assert.doesNotMatch(text, /CATEGORIES|X-OWN|SCHEDULE-/)
  assert.match(text, /METHOD:REQUEST\r\n/)
  assert.match(text, /DTSTAMP:20261122T093000Z/)
  assert.match(text, /COMMENT:Hej\\; hopp/)
  assert.equal(organiserOf(eventsOf(parseIcal(text)[0]!)[0]!)?.sentBy, 'maria@here.example')
})

test('a guest of some instances is asked to those alone; one that they are not asked to is left out of their series', () => {
  const some = calendar(
    null,
    weekly().filter(line => !line.includes(b)),
    instance('20261208T090000', []),
  )
  const forB = eventsOf(write.request(some, b, { at })!)
  assert.deepEqual(
    forB.map(event => one(event, 'RECURRENCE-ID')?.value),
    ['20261208T090000'],
  )
  const without = calendar(null, weekly(), instance('20261208T090000', [], ['c@example.com']))
  const [series, ...rest] = eventsOf(write.request(without, b, { at })!)
  assert.equal(rest.length, 0)
  assert.deepEqual(
    all(series!, 'EXDATE').map(({ value }) => value),
    ['20261208T090000'],
  )
  assert.equal(write.request(without, 'x@example.com', { at }), null)
})

const dueFor = (told: Component | null, now: Component | null) =>
  dueTo(b, told, now, { at }).map(
    ({ method, instance: key, isFirst }) => `${method}${key ? ' one' : ''}${isFirst ? ' first' : ''}`,
  )

test('what is due is what they do not know yet', () => {
  const first = calendar(null, weekly())
  assert.deepEqual(dueFor(null, first), ['REQUEST first'])
  assert.deepEqual(dueFor(first, first), [])
  assert.deepEqual(dueFor(first, null), ['CANCEL'])
  assert.deepEqual(dueFor(null, null), [])
  const others = calendar(null, weekly(['ATTENDEE:mailto:d@example.com', 'LAST-MODIFIED:20261121T080000Z']))
  assert.deepEqual(dueFor(first, others), [], 'who else comes is told to nobody')
  assert.deepEqual(dueFor(first, calendar(null, weekly(['LOCATION:Room 4']))), ['REQUEST'])
  assert.deepEqual(dueFor(first, calendar(null, weekly(['EXDATE;TZID=Europe/Stockholm:20261215T090000']))), [
    'CANCEL one',
  ])
  assert.deepEqual(dueFor(first, calendar(null, weekly(), instance('20261208T090000', ['LOCATION:Room 4']))), [
    'REQUEST',
  ])
  const off = calendar(null, weekly(), instance('20261208T090000', ['STATUS:CANCELLED']))
  assert.deepEqual(dueFor(first, off), ['CANCEL one'])
  assert.deepEqual(dueFor(off, first), ['REQUEST'], 'an instance that takes place again')
  assert.deepEqual(dueFor(off, off), [])
  assert.deepEqual(dueFor(first, calendar(null, weekly(['STATUS:CANCELLED']))), ['CANCEL'])
})

test('called off tells whether for everybody, and is newer than what was told', () => {
  const first = calendar(null, weekly(['SEQUENCE:3']))
  const [all_] = dueTo(b, first, null, { at })
  assert.equal(one(eventsOf(all_!.calendar)[0]!, 'STATUS')?.value, 'CANCELLED')
  assert.equal(all_!.sequence, 4)
  const goesOn = calendar(
    null,
    weekly(['SEQUENCE:3']).filter(line => !line.includes(b)),
  )
  const [mine] = dueTo(b, first, goesOn, { at })
  assert.equal(one(eventsOf(mine!.calendar)[0]!, 'STATUS'), undefined)
  assert.deepEqual(
    attendeesOf(eventsOf(mine!.calendar)[0]!).map(({ address }) => address),
    [b],
  )
})

test('only a change of time makes an answer count no more', () => {
  const first = calendar(null, weekly())
  assert.equal(isMoved(first, calendar(null, weekly(['LOCATION:Room 4']))), false)
  assert.equal(
    isMoved(
      first,
      calendar(
        null,
        weekly().map(line => line.replace('T090000', 'T093000')),
      ),
    ),
    true,
  )
})

test('what is answered is understood by who asked', () => {
  const asked = write.request(calendar(null, weekly()), b, { at })!
  const events = eventsOf(asked)
  const known = here({ guests: [guest(b)] })
  const reply = write.reply(asked, events, { at, guest: b, answer: 'ACCEPTED', comment: 'Ja, gärna' })
  const outcome = becomes(parseIcal(icalText(reply))[0]!, known, { from: b })
  assert.ok(outcome.what === 'answered' && outcome.answers[0]?.answer === 'ACCEPTED')
  const [start, end] = ['DTSTART', 'DTEND'].map(name => property(name, '20261202T090000', { TZID: 'Europe/Stockholm' }))
  const proposal = write.counter(asked, events[0]!, { at, guest: b, start: start!, end: end!, comment: 'Wednesday?' })
  const proposed = becomes(proposal, known, { from: b })
  assert.ok(
    proposed.what === 'countered' && proposed.start.value === '20261202T090000' && proposed.comment === 'Wednesday?',
  )
  assert.equal(why(becomes(write.refresh(asked, events[0]!, { at, guest: b }), known, { from: b })), 'asked-again')
  const declined = write.declineCounter(asked, events[0]!, { at, guest: b })
  assert.equal(why(becomes(declined, elsewhere({ organiser: 'elin@here.example' }))), 'counter-declined')
  assert.equal(one(eventsOf(write.publish(asked, { at }))[0]!, 'ATTENDEE'), undefined)
  const more = write.add(asked, [events[0]!], { at })
  assert.equal(one(eventsOf(more)[0]!, 'RRULE'), undefined)
})

test('after being told, nothing is due, whatever happened', () => {
  const change = fc.record({
    moved: fc.boolean(),
    place: fc.option(fc.constantFrom('Room 4', 'Room; 5, left')),
    exdates: fc.subarray(['20261208T090000', '20261215T090000']),
    struck: fc.subarray(['20261222T090000', '20261229T090000']),
    invited: fc.boolean(),
    cancelled: fc.boolean(),
  })
  type Change = typeof change extends fc.Arbitrary<infer One> ? One : never
  const of = ({ moved, place, exdates, struck, invited, cancelled }: Change) =>
    calendar(
      null,
      weekly([
        ...(place ? [`LOCATION:${escapedText(place)}`] : []),
        ...exdates.map(value => `EXDATE;TZID=Europe/Stockholm:${value}`),
        ...(cancelled ? ['STATUS:CANCELLED'] : []),
      ])
        .filter(line => invited || !line.includes(b))
        .map(line =>
          moved
            ? line.replace('DTEND;TZID=Europe/Stockholm:20261201T100000', 'DTEND;TZID=Europe/Stockholm:20261201T110000')
            : line,
        ),
      ...struck.map(value => instance(value, ['STATUS:CANCELLED'], invited ? undefined : [])),
    )
  fc.assert(
    fc.property(change, change, (before, after) => {
      const [told, now] = [of(before), of(after)]
      assert.deepEqual(dueTo(b, now, now, { at }), [])
      const due = dueTo(b, told, now, { at })
      const has = (one_: typeof before) => one_.invited && !one_.cancelled
      if (!has(before))
        assert.equal(
          due.some(({ method }) => method === 'CANCEL'),
          false,
        )
      if (has(before) && !has(after))
        assert.deepEqual(
          due.map(({ method }) => method),
          ['CANCEL'],
        )
      if (!has(before) && has(after))
        assert.deepEqual(
          due.map(({ method, isFirst }) => [method, isFirst]),
          [['REQUEST', true]],
        )
      // Each message that is written can be read, and is of this event.
      for (const { calendar: sent, method } of due) {
        const [read] = messagesOf(parseIcal(icalText(sent))[0]!)
        assert.deepEqual([read?.uid, read?.method], [uid, method])
      }
    }),
    { numRuns: 300 },
  )
})

test('addresses are the same in any writing', () => {
  for (const written of [
    'mailto:A@Example.com',
    'MAILTO:a@example.com',
    ' mailto:a%40example.com',
    'mailto:a@example.com?subject=x',
  ])
    assert.equal(addressIn(written), 'a@example.com')
  assert.equal(addressIn('mailto:%E0%A4%A'), '%e0%a4%a')
})
