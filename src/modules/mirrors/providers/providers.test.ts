import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { allowPrivateAddresses } from '../../../kernel/outside/fetch.ts'
import { consentAddress, exchangeCode, openConsent, sealConsent } from '../../../kernel/outside/oauth.ts'
import { saysSame } from '../engine/same.ts'
import { digestOfUid } from '../names.ts'
import { MirrorFault, type Provider, type PutAnswer } from '../provider.ts'
import { setEndpoints, usualEndpoints } from './endpoints.ts'
import { expandedFrom } from './expanded-for-tests.ts'
import { NotSaid, readFile, writeFile } from './facts.ts'
import { googleStandIn } from './google/testing.ts'
import { graphStandIn } from './microsoft/testing.ts'
import { recurrenceOf, ruleOf } from './microsoft/recurrence.ts'
import { type Coming, linkThrough, oauthServer, providerFor } from './open.ts'

const mine = 'elin@example.com'
let google: Awaited<ReturnType<typeof googleStandIn>>
let graph: Awaited<ReturnType<typeof graphStandIn>>
let [atGoogle, atMicrosoft]: Provider[] = []
const renewed: string[] = []
const client = { clientId: 'client', clientSecret: 'client-secret', tenant: null }
const coming = (provider: 'google' | 'microsoft', key: string): Coming => ({
  server: oauthServer(provider, client),
  refresh: 'refresh-1',
  key,
  renewed: async refresh => void renewed.push(refresh),
})

before(async () => {
  allowPrivateAddresses(true)
  google = await googleStandIn()
  graph = await graphStandIn()
  setEndpoints({
    googleAuthorize: `${google.url}/authorize`,
    googleToken: `${google.url}/token`,
    googleCalendar: google.url,
    googleMeet: `${google.url}/meet`,
    microsoftLogin: graph.url,
    graph: `${graph.url}/v1.0`,
  })
  const facts = { address: 'https://x.example', username: mine }
  atGoogle = providerFor({ ...facts, provider: 'google' }, '', coming('google', 'g'))
  atMicrosoft = providerFor({ ...facts, provider: 'microsoft' }, '', coming('microsoft', 'm'))
})
after(async () => {
  setEndpoints(usualEndpoints)
  allowPrivateAddresses(false)
  await google.close()
  await graph.close()
})

const stockholm = 'TZID=Europe/Stockholm'
const file = (uid: string, lines: readonly string[], instances: readonly (readonly string[])[] = []): string =>
  writeFile(
    readFile(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        ...[lines, ...instances].flatMap(one => [
          'BEGIN:VEVENT',
          `UID:${uid}`,
          'DTSTAMP:20261101T000000Z',
          ...one,
          'END:VEVENT',
        ]),
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ),
  )
const meeting = [
  `DTSTART;${stockholm}:20261124T090000`,
  `DTEND;${stockholm}:20261124T100000`,
  'SUMMARY:Budget\\, spring',
  'LOCATION:Mälaren',
  'DESCRIPTION:Line one\\nline two',
  'STATUS:CONFIRMED',
  'TRANSP:OPAQUE',
]
const days = [
  'DTSTART;VALUE=DATE:20261224',
  'DTEND;VALUE=DATE:20261227',
  'SUMMARY:Away',
  'STATUS:CONFIRMED',
  'TRANSP:TRANSPARENT',
]
/** Over the change of clocks, with one called off and one moved. */
const series = file(
  'series@kontor',
  [
    `DTSTART;${stockholm}:20261005T090000`,
    `DTEND;${stockholm}:20261005T093000`,
    'RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=8',
    `EXDATE;${stockholm}:20261102T090000`,
    'SUMMARY:Monday',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
  ],
  [
    [
      `RECURRENCE-ID;${stockholm}:20261109T090000`,
      `DTSTART;${stockholm}:20261110T130000`,
      `DTEND;${stockholm}:20261110T133000`,
      'SUMMARY:Monday on Tuesday',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
    ],
  ],
)
const kept = (answer: PutAnswer) => {
  assert.equal(answer.is, 'kept', JSON.stringify(answer))
  return answer as PutAnswer & { is: 'kept' }
}
const outgoing = (uid: string, ics: string, name: string | null = null, tag: string | null = null) => ({
  uid,
  ics,
  name,
  tag,
})

/** What comes back of what was put says the same, under the same tag. */
async function comesBack(at: Provider, id: string, uid: string, ics: string) {
  const put = kept(await at.put(id, outgoing(uid, ics)))
  const whole = await at.changes(id, null, new Map())
  const there = whole.objects.find(({ name }) => name === put.name)!
  assert.equal(there.uid, uid)
  assert.equal(there.tag, put.tag, 'our own writing is known again')
  assert.ok(saysSame(there.ics, ics), `${there.ics}\n${ics}`)
  return { put, token: whole.token }
}

test('Google: what is put comes back as it was: times, days, series over the change of clocks', async () => {
  assert.deepEqual(
    (await atGoogle!.calendars()).map(({ id, writable }) => [id, writable]),
    [
      [mine, true],
      ['team@group', false],
    ],
  )
  await comesBack(atGoogle!, mine, 'one@kontor', file('one@kontor', meeting))
  await comesBack(atGoogle!, mine, 'days@kontor', file('days@kontor', days))
  const { put, token } = await comesBack(atGoogle!, mine, 'series@kontor', series)
  assert.equal(put.name, digestOfUid('series@kontor'))
  assert.ok(google.events.has(`${put.name}_20261109T080000Z`), 'an instance is named by its own time in UTC')
  // Nothing new; then an instance is changed there, and the series comes as a whole.
  assert.deepEqual((await atGoogle!.changes(mine, token, new Map())).objects, [])
  google.change(`${put.name}_20261109T080000Z`, { summary: 'Moved again' })
  const since = await atGoogle!.changes(mine, token, new Map())
  assert.equal(since.present, null)
  assert.match(since.objects[0]!.ics, /SUMMARY:Moved again/)
  assert.match(since.objects[0]!.ics, /SUMMARY:Monday\r/)
})

test('Google: twice is once, the quicker is not written over, what was deleted can come again', async () => {
  const [uid, ics] = ['twice@kontor', file('twice@kontor', meeting)]
  const put = kept(await atGoogle!.put(mine, outgoing(uid, ics)))
  assert.deepEqual(await atGoogle!.put(mine, outgoing(uid, ics)), { is: 'changed' })
  google.change(put.name, { summary: 'Somebody there' })
  assert.deepEqual(await atGoogle!.put(mine, outgoing(uid, ics, put.name, put.tag)), { is: 'changed' })
  assert.equal(await atGoogle!.remove(mine, put.name, put.tag), 'changed')
  const now = (await atGoogle!.changes(mine, null, new Map())).objects.find(({ name }) => name === put.name)!
  assert.equal(await atGoogle!.remove(mine, put.name, now.tag), 'gone')
  assert.equal(await atGoogle!.remove(mine, put.name, now.tag), 'gone')
  assert.ok(!(await atGoogle!.changes(mine, null, new Map())).present!.has(put.name))
  const again = kept(await atGoogle!.put(mine, outgoing(uid, ics)))
  assert.equal(again.name, put.name)
  google.refused = 'forbiddenForNonOrganizer'
  assert.deepEqual(await atGoogle!.put(mine, outgoing(uid, ics, again.name, again.tag)), {
    is: 'refused',
    because: '403 forbiddenForNonOrganizer',
  })
  google.refused = null
})

test('Google: a token that is over leads to the whole; what is no event is passed over; links and guests come', async () => {
  const token = (await atGoogle!.changes(mine, null, new Map())).token
  google.expire()
  google.make({ id: 'home', eventType: 'workingLocation', start: { date: '2026-11-24' }, end: { date: '2026-11-25' } })
  google.make({
    id: 'meet1',
    iCalUID: 'theirs@google.com',
    summary: 'Call',
    start: { dateTime: '2026-11-24T09:00:00+01:00', timeZone: 'Europe/Stockholm' },
    end: { dateTime: '2026-11-24T10:00:00+01:00', timeZone: 'Europe/Stockholm' },
    hangoutLink: 'https://meet.google.com/x',
    organizer: { email: 'boss@example.com' },
    attendees: [
      { email: mine, responseStatus: 'accepted' },
      { email: 'b@example.com', optional: true },
    ],
  })
  const found = await atGoogle!.changes(mine, token, new Map())
  assert.ok(found.present && !found.present.has('home'))
  const { uid, ics } = found.objects.find(({ name }) => name === 'meet1')!
  assert.equal(uid, 'theirs@google.com')
  assert.match(ics, /DTSTART;TZID=Europe\/Stockholm:20261124T090000/)
  assert.match(ics.replace(/\r\n /g, ''), /CONFERENCE[^\r]*:https:\/\/meet\.google\.com\/x/)
  assert.match(ics.replace(/\r\n /g, ''), /ATTENDEE[^\r]*PARTSTAT=ACCEPTED:mailto:elin@example\.com/)
  const ours = ics.replace('SUMMARY:Call', 'SUMMARY:Old\r\nX-KONTOR-SETUP;VALUE=DURATION:PT15M')
  assert.match(atGoogle!.merged(ours, ics), /X-KONTOR-SETUP/)
  assert.match(atGoogle!.merged(ours, ics), /SUMMARY:Call/)
})

test('Google: access that ended is renewed by itself; a consent that is over is told', async () => {
  google.endAccess()
  assert.ok((await atGoogle!.calendars()).length > 0)
  google.refresh.clear()
  google.endAccess()
  await assert.rejects(atGoogle!.calendars(), (fault: MirrorFault) => fault.problem === 'sign-in-refused')
  google.refresh.add('refresh-1')
  assert.equal(await linkThrough('google', coming('google', 'g')), 'https://meet.google.com/abc-defg-hij')
})

test('Microsoft: what is put comes back as it was; an instance called off and one moved', async () => {
  assert.deepEqual(await atMicrosoft!.calendars(), [{ id: 'cal', name: 'Calendar', writable: true, address: mine }])
  await comesBack(atMicrosoft!, 'cal', 'one@kontor', file('one@kontor', meeting))
  await comesBack(atMicrosoft!, 'cal', 'days@kontor', file('days@kontor', days))
  const { put, token } = await comesBack(atMicrosoft!, 'cal', 'series@kontor', series)
  assert.ok(
    renewed.some(one => one.startsWith('renewed-')),
    'the refresh token that came is kept',
  )
  const none = await atMicrosoft!.changes('cal', token, new Map([[put.name, put.tag]]))
  assert.deepEqual([none.objects, none.present], [[], null])
  graph.change(put.name, { subject: 'Changed there' })
  const since = await atMicrosoft!.changes('cal', none.token, new Map([[put.name, put.tag]]))
  assert.match(since.objects.find(({ name }) => name === put.name)!.ics, /SUMMARY:Changed there/)
  assert.equal(await linkThrough('microsoft', coming('microsoft', 'm')), 'https://teams.microsoft.com/l/meetup-join/1')
})

test('Microsoft: twice is once; the quicker is not written over; gone is gone; guests are not written to again', async () => {
  const [uid, ics] = [
    'twice@kontor',
    file('twice@kontor', [...meeting, 'ORGANIZER:mailto:elin@example.com', 'ATTENDEE:mailto:b@example.com']),
  ]
  const put = kept(await atMicrosoft!.put('cal', outgoing(uid, ics)))
  assert.equal(graph.events.get(put.name)!.attendees, undefined)
  assert.deepEqual(await atMicrosoft!.put('cal', outgoing(uid, ics)), { is: 'changed' })
  graph.change(put.name, { subject: 'Somebody there' })
  assert.deepEqual(await atMicrosoft!.put('cal', outgoing(uid, ics, put.name, put.tag)), { is: 'changed' })
  assert.equal(await atMicrosoft!.remove('cal', put.name, put.tag), 'changed')
  const now = (await atMicrosoft!.changes('cal', null, new Map())).objects.find(({ name }) => name === put.name)!
  assert.match(atMicrosoft!.merged(ics, now.ics), /ATTENDEE/)
  assert.equal(await atMicrosoft!.remove('cal', put.name, now.tag), 'gone')
  assert.equal(await atMicrosoft!.remove('cal', put.name, now.tag), 'gone')
})

test('Microsoft: what it has no words for is refused, and nothing is written', async () => {
  const before_ = graph.events.size
  const rules = [
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=DAILY;BYDAY=MO,TU',
    'FREQ=MONTHLY;BYDAY=5MO',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=WEEKLY;BYDAY=WE',
  ]
  for (const rule of rules) {
    const answer = await atMicrosoft!.put(
      'cal',
      outgoing(
        'odd@kontor',
        file('odd@kontor', [
          `DTSTART;${stockholm}:20261201T090000`,
          `DTEND;${stockholm}:20261201T100000`,
          `RRULE:${rule}`,
        ]),
      ),
    )
    assert.deepEqual(answer, { is: 'refused', because: `RRULE:${rule}` })
  }
  assert.equal(graph.events.size, before_)
})

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const anyDays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 })
const anyRule = fc.record({
  kind: fc.constantFrom('daily', 'weekly', 'monthly', 'nth', 'weekdays', 'yearly', 'nth-yearly'),
  interval: fc.integer({ min: 1, max: 3 }),
  days: anyDays,
  nth: fc.constantFrom(1, 2, 3, 4, -1),
  month: fc.integer({ min: 1, max: 12 }),
  end: fc.constantFrom('never', 'count', 'until', 'until-early'),
  start: fc.integer({ min: 0, max: 700 }),
})

test('rules that Graph can say mean the same there, for random ones, over changes of clocks', () => {
  fc.assert(
    fc.property(anyRule, ({ kind, interval, days: on, nth, month, end, start }) => {
      const day = Temporal.PlainDate.from('2026-01-01').add({ days: start })
      const begins = { allDay: false as const, local: `${day}T09:00:00`, zone: 'Europe/Stockholm' }
      const named = on.map(one => dayNames[one]).join(',')
      const own = dayNames[day.dayOfWeek - 1]!
      const body: Record<typeof kind, string> = {
        daily: 'FREQ=DAILY',
        weekly: `FREQ=WEEKLY;BYDAY=${[...new Set([own, ...on.map(one => dayNames[one]!)])].join(',')}`,
        monthly: 'FREQ=MONTHLY',
        nth: `FREQ=MONTHLY;BYDAY=${nth}${dayNames[on[0]!]}`,
        weekdays: `FREQ=MONTHLY;BYDAY=${named};BYSETPOS=${nth}`,
        yearly: 'FREQ=YEARLY',
        'nth-yearly': `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}${dayNames[on[0]!]}`,
      }
      const limit = {
        never: '',
        count: ';COUNT=7',
        until: ';UNTIL=20280301T080000Z',
        'until-early': ';UNTIL=20280301T050000Z',
      }[end]
      const rule = `${body[kind]};INTERVAL=${interval}${limit}`
      let said: ReturnType<typeof recurrenceOf>
      try {
        said = recurrenceOf(rule, begins)
      } catch (thrown) {
        assert.ok(thrown instanceof NotSaid && day.day > 28, String(thrown))
        return
      }
      assert.deepEqual(
        expandedFrom(ruleOf(said, begins), begins, 25),
        expandedFrom(rule, begins, 25),
        `${rule} ${ruleOf(said, begins)}`,
      )
    }),
    { numRuns: 300 },
  )
})

test('consent: sealed state, proof by S256, a code that is worth something once', async () => {
  const secret = Buffer.alloc(32, 7)
  const consent = {
    organisationId: 'o',
    principalId: 'p',
    provider: 'google',
    verifier: 'v',
    until: 2000,
    replacesId: null,
  }
  const state = sealConsent(secret, consent)
  assert.deepEqual(openConsent(secret, state, 1000), consent)
  assert.equal(openConsent(secret, state, 3000), null)
  assert.equal(openConsent(Buffer.alloc(32, 8), state, 1000), null)
  assert.equal(openConsent(secret, `${state.slice(0, -2)}AA`, 1000), null)
  const server = oauthServer('google', client)
  const url = new URL(consentAddress(server, { state, verifier: 'v', redirectUri: 'https://office.example/back' }))
  assert.equal(url.searchParams.get('code_challenge'), createHash('sha256').update('v').digest('base64url'))
  assert.equal(url.searchParams.get('code_challenge_method'), 'S256')
  assert.equal(url.searchParams.get('access_type'), 'offline')
  const tokens = await exchangeCode(server, {
    code: 'code-1',
    verifier: 'v',
    redirectUri: 'https://office.example/back',
  })
  assert.equal(tokens.refresh, 'refresh-1')
  await assert.rejects(exchangeCode(server, { code: 'other', verifier: 'v', redirectUri: 'x' }), /refused/)
})
