/** Calendars and contacts in people's own programs: what tsdav and hand-written requests of other clients do, over HTTP. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createDAVClient } from 'tsdav'
import { type SignedIn, type TestServer, testServer } from '../tools/testing/server.ts'
import { mcpDoor, restDoor } from './doors.ts'
import { done, invite } from './journeys/small-office.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Any = any

const faults: string[] = []
let server: TestServer
let elin: SignedIn
let password: string
let home: string
let main: string

before(async () => {
  server = await testServer({
    onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)),
    limits: { perAccount: 100_000, perAddress: 100_000 },
  })
  elin = await server.openOffice()
  password = await makePassword(elin)
  home = await homeOf(elin, password)
  // A newcomer's main calendar is made when their program comes; it stands first.
  await propfind(home, '<D:displayname/>', { depth: '1' })
  main = ((await elin.see('caldav.get-connection')) as Any).calendars[0].id
})
after(async () => {
  await server.close()
  assert.deepEqual(faults, [])
})

async function makePassword(who: SignedIn): Promise<string> {
  const answer = (await (
    await who.fetch('/api/documents/app-passwords', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Telephone' }),
    })
  ).json()) as Any
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.output.password
}

interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

async function dav(
  method: string,
  path: string,
  { headers = {}, body, as }: { headers?: Record<string, string>; body?: string; as?: string } = {},
): Promise<Answered> {
  const response = await fetch(server.address + path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(as ?? `${elin.email}:${password}`).toString('base64')}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const propfind = (path: string, props: string, { depth = '0', as }: { depth?: string; as?: string } = {}) =>
  dav('PROPFIND', path, {
    headers: { depth },
    body: `<D:propfind xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="http://apple.com/ns/ical/" xmlns:CS="http://calendarserver.org/ns/" xmlns:X="urn:x"><D:prop>${props}</D:prop></D:propfind>`,
    ...(as ? { as } : {}),
  })

async function homeOf(who: SignedIn, secret: string): Promise<string> {
  const { text } = await propfind('/dav/', '<D:current-user-principal/>', { as: `${who.email}:${secret}` })
  const principal = /<D:current-user-principal><D:href>([^<]+)</.exec(text)?.[1]
  assert.ok(principal, text)
  const found = await propfind(principal, '<C:calendar-home-set/>', { as: `${who.email}:${secret}` })
  const href = /<C:calendar-home-set><D:href>([^<]+)</.exec(found.text)?.[1]
  assert.ok(href, found.text)
  return href
}

const lines = (...text: string[]) => `${text.join('\r\n')}\r\n`
interface Written {
  readonly uid: string
  readonly start?: string
  readonly end?: string
  readonly summary?: string
  readonly more?: readonly string[]
  readonly after?: readonly string[]
}
const ics = ({
  uid,
  start = '21260302T090000',
  end = '21260302T100000',
  summary = 'Möte',
  more = [],
  after: later = [],
}: Written) =>
  lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/Stockholm:${start}`,
    `DTEND;TZID=Europe/Stockholm:${end}`,
    `SUMMARY:${summary}`,
    ...more,
    'END:VEVENT',
    ...later,
    'END:VCALENDAR',
  )
const put = (path: string, body: string, headers: Record<string, string> = {}, as?: string) =>
  dav('PUT', path, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', ...headers },
    body,
    ...(as ? { as } : {}),
  })
const report = (path: string, body: string, headers: Record<string, string> = {}, as?: string) =>
  dav('REPORT', path, { headers: { depth: '1', ...headers }, body, ...(as ? { as } : {}) })
const C = 'xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"'
const sync = (path: string, token: string, limit = '', as?: string) =>
  report(
    path,
    `<D:sync-collection ${C}><D:sync-token>${token}</D:sync-token><D:sync-level>1</D:sync-level>${limit}<D:prop><D:getetag/></D:prop></D:sync-collection>`,
    {},
    as,
  )
const tokenIn = ({ text }: Answered) => /<D:sync-token>([^<]+)<\/D:sync-token><\/D:multistatus>/.exec(text)?.[1] ?? ''
const hrefsIn = ({ text }: Answered) => [...text.matchAll(/<D:response><D:href>([^<]+)</g)].map(([, href]) => href!)

const idOf = async (title: string): Promise<string> =>
  ((await elin.see('caldav.get-connection')) as Any).calendars.find((one: Any) => one.title === title).id

async function makeCalendar(slug: string, name = slug): Promise<string> {
  const made = await dav('MKCALENDAR', `${home}${slug}/`, {
    body: `<C:mkcalendar ${C} xmlns:A="http://apple.com/ns/ical/"><D:set><D:prop><D:displayname>${name}</D:displayname><A:calendar-color>#D1383DFF</A:calendar-color></D:prop></D:set></C:mkcalendar>`,
  })
  assert.equal(made.status, 201, made.text)
  return `${home}${slug}/`
}

test('a program finds everything from the server’s name alone, and nobody without a password of theirs', async () => {
  for (const name of ['caldav', 'carddav']) {
    const sent = await dav('PROPFIND', `/.well-known/${name}`, { as: ':' })
    assert.deepEqual([sent.status, sent.headers.get('location')], [301, '/dav/'])
  }
  const options = await dav('OPTIONS', home)
  assert.match(options.headers.get('dav') ?? '', /calendar-access.*calendar-auto-schedule.*addressbook/)
  for (const as of [':', `${elin.email}:wrong`, `${elin.email}:${elin.password}`])
    assert.equal((await propfind(home, '<D:displayname/>', { as })).status, 401, as)
  const listed = await propfind(
    home,
    '<D:resourcetype/><D:displayname/><CS:getctag/><D:sync-token/><A:calendar-color/><C:supported-calendar-component-set/><D:current-user-privilege-set/><D:supported-report-set/><X:none/>',
    { depth: '1' },
  )
  assert.ok(hrefsIn(listed).includes(`${home}${main}/`), listed.text)
  assert.ok(hrefsIn(listed).includes(`${home}inbox/`) && hrefsIn(listed).includes(`${home}outbox/`))
  assert.match(listed.text, /<D:propstat><D:prop><none xmlns="urn:x"\/><\/D:prop><D:status>HTTP\/1.1 404 Not Found/)
  assert.equal((await propfind(home, '<D:displayname/>', { depth: 'infinity' })).status, 403)
  const allOf = await dav('PROPFIND', `${home}${main}/`, { headers: { depth: '0' } })
  assert.match(allOf.text, /<D:displayname>/)
  assert.doesNotMatch(allOf.text, /supported-report-set/, 'not unless asked for')
})

test('a password that was used a moment ago and is revoked does nothing more: neither asks, nor looks, nor writes', async () => {
  const own = await makePassword(elin)
  const as = `${elin.email}:${own}`
  const file = (uid: string) =>
    dav('PUT', `${home}${main}/${uid}.ics`, {
      as,
      headers: { 'content-type': 'text/calendar' },
      body: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260601T090000Z\r\nSUMMARY:Still here\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    })
  for (const uid of ['holds-1', 'holds-2']) assert.equal((await file(uid)).status, 201)
  assert.equal((await propfind(home, '<D:displayname/>', { as })).status, 207)
  assert.equal((await propfind(home, '<D:displayname/>', { as: `somebody@else.example:${own}` })).status, 401)
  const { rows } = (await elin.see('documents.list-app-passwords')) as Any
  await done(elin, 'documents.revoke-app-password', { id: rows[0].id })
  const after_ = await file('holds-3')
  assert.equal(after_.status, 401)
  assert.match(after_.headers.get('www-authenticate') ?? '', /^Basic /)
  assert.equal((await file('holds-4')).status, 401, 'nor when it is looked up anew')
  assert.equal((await propfind(home, '<D:displayname/>', { as })).status, 401)
  for (const uid of ['holds-3', 'holds-4']) assert.equal((await dav('GET', `${home}${main}/${uid}.ics`)).status, 404)
})

test('what is answered without looking anything up is given to nobody whose password was revoked', async () => {
  const own = await makePassword(elin)
  const as = `${elin.email}:${own}`
  const homes = () => dav('PROPFIND', '/dav/calendars/', { as, headers: { depth: '0' } })
  const [first, second] = [await homes(), await homes()]
  assert.deepEqual([first.status, second.status], [207, 207])
  const { rows } = (await elin.see('documents.list-app-passwords')) as Any
  await done(elin, 'documents.revoke-app-password', { id: rows[0].id })
  assert.equal((await homes()).status, 401)
})

test('tsdav: 200 events go out and come back, changes on both sides meet', async () => {
  const client = await createDAVClient({
    serverUrl: server.address,
    credentials: { username: elin.email, password },
    authMethod: 'Basic',
    defaultAccountType: 'caldav',
  })
  await makeCalendar('tsdav', 'Kören')
  const calendars = await client.fetchCalendars()
  const calendar = calendars.find(one => one.displayName === 'Kören')!
  assert.ok(calendar, JSON.stringify(calendars.map(one => one.displayName)))
  const names = Array.from({ length: 200 }, (_, n) => n)
  const bodyOf = (n: number) =>
    ics({
      uid: `t${n}@x`,
      summary: `Händelse ${n}`,
      start: `2126${String(1 + (n % 12)).padStart(2, '0')}05T080000`,
      end: `2126${String(1 + (n % 12)).padStart(2, '0')}05T090000`,
      more: [`X-OWN-${n}:kept`],
    })
  for (let from = 0; from < 200; from += 20)
    for (const answer of await Promise.all(
      names
        .slice(from, from + 20)
        .map(n => client.createCalendarObject({ calendar, filename: `t${n}.ics`, iCalString: bodyOf(n) })),
    ))
      assert.equal(answer.status, 201)
  const objects = await client.fetchCalendarObjects({ calendar })
  assert.equal(objects.length, 200)
  for (const n of [0, 57, 199])
    assert.equal(objects.find(({ url }) => url.endsWith(`/t${n}.ics`))?.data.trim(), bodyOf(n).trim())
  const march = await client.fetchCalendarObjects({
    calendar,
    timeRange: { start: '2126-03-01T00:00:00Z', end: '2126-04-01T00:00:00Z' },
  })
  assert.equal(march.length, 17)
  const before_ = await sync(new URL(calendar.url).pathname, '')
  assert.equal(hrefsIn(before_).length, 200)
  // One is changed here, one there, one is taken away, one is new.
  const agenda = (await elin.see('calendar.agenda', {
    from: '2126-01-01T00:00:00Z',
    until: '2127-01-01T00:00:00Z',
  })) as Any
  const eventId = agenda.rows.find((row: Any) => row.title === 'Händelse 5').eventId
  await done(elin, 'calendar.change-event', { id: eventId, change: { title: 'Händelse fem' } })
  const six = objects.find(({ url }) => url.endsWith('/t6.ics'))!
  assert.equal(
    (
      await client.updateCalendarObject({
        calendarObject: { ...six, data: bodyOf(6).replace('Händelse 6', 'Händelse sex') },
      })
    ).status,
    204,
  )
  assert.equal(
    (await client.deleteCalendarObject({ calendarObject: objects.find(({ url }) => url.endsWith('/t7.ics'))! })).status,
    204,
  )
  const stale = await client.updateCalendarObject({ calendarObject: { ...six, data: bodyOf(6) } })
  assert.equal(stale.status, 412, 'nobody’s change is overwritten')
  const changes = await sync(new URL(calendar.url).pathname, tokenIn(before_))
  assert.deepEqual(
    hrefsIn(changes)
      .map(href => href.split('/').at(-1)!)
      .toSorted((a, b) => a.localeCompare(b)),
    ['t5.ics', 't6.ics', 't7.ics'],
  )
  assert.match(changes.text, /t7\.ics<\/D:href><D:status>HTTP\/1.1 404/)
  const five = await dav('GET', `${new URL(calendar.url).pathname}t5.ics`)
  assert.match(five.text, /SUMMARY:Händelse fem/)
  assert.match(five.text, /X-OWN-5:kept/, 'what Kontor does not know survives a change made here')
  assert.equal(hrefsIn(await sync(new URL(calendar.url).pathname, tokenIn(changes))).length, 0)
  assert.equal((await sync(new URL(calendar.url).pathname, 'urn:x')).status, 403)
})

test('a first sync comes in parts where a program wants no more at once', async () => {
  const path = `${home}tsdav/`
  const seen = new Set<string>()
  let token = ''
  for (let turn = 0; turn < 20; turn++) {
    const answer = await sync(path, token, '<D:limit><D:nresults>60</D:nresults></D:limit>')
    for (const href of hrefsIn(answer)) if (href !== path) seen.add(href)
    token = tokenIn(answer)
    if (!answer.text.includes('HTTP/1.1 507 ')) break
    assert.match(answer.text, /number-of-matches-within-limits/)
  }
  assert.equal([...seen].filter(href => !href.endsWith('/t7.ics')).length, 199)
})

test('a series keeps its exceptions; queries expand it, and find what is within a range', async () => {
  const path = await makeCalendar('series')
  const series = ics({
    uid: 'weekly@x',
    start: '21260304T090000',
    end: '21260304T100000',
    more: ['RRULE:FREQ=WEEKLY;COUNT=8', 'EXDATE;TZID=Europe/Stockholm:21260318T090000'],
    after: [
      'BEGIN:VEVENT',
      'UID:weekly@x',
      'DTSTAMP:20260101T000000Z',
      'RECURRENCE-ID;TZID=Europe/Stockholm:21260311T090000',
      'DTSTART;TZID=Europe/Stockholm:21260312T140000',
      'DTEND;TZID=Europe/Stockholm:21260312T150000',
      'SUMMARY:Flyttat',
      'END:VEVENT',
    ],
  })
  const made = await put(`${path}weekly.ics`, series)
  assert.equal(made.status, 201, made.text)
  assert.equal((await dav('GET', `${path}weekly.ics`)).text, series, 'as it was written')
  const query = (inner: string, data = '<C:calendar-data/>') =>
    report(
      path,
      `<C:calendar-query ${C}><D:prop><D:getetag/>${data}</D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${inner}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`,
    )
  const range = (start: string, end: string) => `<C:time-range start="${start}" end="${end}"/>`
  assert.equal(hrefsIn(await query(range('21260312T120000Z', '21260312T160000Z'))).length, 1, 'where it was moved')
  assert.equal(hrefsIn(await query(range('21260311T000000Z', '21260312T000000Z'))).length, 0, 'not where it was')
  assert.equal(
    hrefsIn(await query(range('21260318T000000Z', '21260319T000000Z'))).length,
    0,
    'nor where it was left out',
  )
  assert.equal(
    hrefsIn(await query('<C:prop-filter name="SUMMARY"><C:text-match>flytt</C:text-match></C:prop-filter>')).length,
    1,
  )
  const expanded = await query(
    range('21260301T000000Z', '21260401T000000Z'),
    '<C:calendar-data><C:expand start="21260301T000000Z" end="21260401T000000Z"/></C:calendar-data>',
  )
  assert.equal(expanded.text.match(/BEGIN:VEVENT/g)?.length, 3)
  assert.match(expanded.text, /SUMMARY:Flyttat/)
  assert.doesNotMatch(expanded.text, /RRULE/)
  const multiget = await report(
    path,
    `<C:calendar-multiget ${C}><D:prop><D:getetag/><C:calendar-data/></D:prop><D:href>${path}weekly.ics</D:href><D:href>${path}none.ics</D:href><D:href>/elsewhere</D:href></C:calendar-multiget>`,
  )
  assert.equal(multiget.text.match(/404 Not Found/g)?.length, 2)
  const busy = await report(
    path,
    `<C:free-busy-query ${C}>${range('21260301T000000Z', '21260401T000000Z')}</C:free-busy-query>`,
  )
  assert.match(
    busy.text.replace(/\r\n /g, ''),
    /FREEBUSY;FBTYPE=BUSY:21260304T080000Z\/21260304T090000Z,21260312T130000Z\/21260312T140000Z,21260325T080000Z\/21260325T090000Z\r\n/,
  )
})

test('a file that is wrong is refused by name and line, whatever it is; what stands there is not overwritten', async () => {
  const path = await makeCalendar('wrong')
  const good = ics({ uid: 'good@x' })
  const made = await put(`${path}good.ics`, good, { 'if-none-match': '*' })
  assert.equal(made.status, 201, made.text)
  const cases: readonly [string, string, Record<string, string>, number, RegExp][] = [
    ['x.ics', good.replace('END:VEVENT\r\n', ''), {}, 403, /C:valid-calendar-data[\s\S]*line/],
    [
      'x.ics',
      ics({ uid: 'bad@x' }).replace('DTSTART;TZID=Europe/Stockholm:21260302T090000', 'DTSTART:tomorrow'),
      {},
      403,
      /valid-calendar-data[\s\S]*line 7/,
    ],
    ['x.ics', good.replace('UID:good@x\r\n', ''), {}, 403, /valid-calendar-data/],
    ['x.ics', 'not a calendar', {}, 403, /valid-calendar-data/],
    ['x.ics', '', {}, 403, /valid-calendar-data/],
    [
      'x.ics',
      ics({ uid: 'bomb@x', more: ['RRULE:FREQ=SECONDLY;COUNT=99999999'] }),
      {},
      403,
      /C:(?:valid-calendar-data|max-instances)/,
    ],
    ['x.ics', good.replaceAll('VEVENT', 'VTODO'), {}, 403, /C:supported-calendar-component/],
    ['x.ics', good.replace('PRODID', 'METHOD:REQUEST\r\nPRODID'), {}, 403, /C:valid-calendar-object-resource/],
    ['x.ics', good, {}, 403, /C:no-uid-conflict><D:href>[^<]*good\.ics/],
    ['x.ics', ics({ uid: 'big@x', more: [`X-BIG:${'x'.repeat(2_100_000)}`] }), {}, 403, /C:max-resource-size/],
    ['x.json', '{}', { 'content-type': 'application/json' }, 403, /C:supported-calendar-data/],
    ['good.ics', good, { 'if-none-match': '*' }, 412, /^$/],
    ['good.ics', good, { 'if-match': '"other"' }, 412, /^$/],
    ['none.ics', ics({ uid: 'n@x' }), { 'if-match': '*' }, 412, /^$/],
  ]
  for (const [name, body, headers, status, words] of cases) {
    const answer = await put(`${path}${name}`, body, headers)
    assert.equal(answer.status, status, `${body.slice(0, 80)} ${answer.text}`)
    assert.match(answer.text, words, body.slice(0, 400))
  }
  assert.equal(hrefsIn(await sync(path, '')).length, 1)
  assert.equal((await put(`${home}none/x.ics`, good)).status, 404)
  assert.equal((await put(`${home.replace(/[0-9a-f]{12}\/$/, '000000000000/')}x/x.ics`, good)).status, 404)
  for (const [body, status] of [
    ['<D:propfind xmlns:D="DAV:"><D:prop>', 400],
    ['<!DOCTYPE a [<!ENTITY b "c">]><D:propfind xmlns:D="DAV:"/>', 400],
    [`<D:propfind xmlns:D="DAV:">${'<D:a>'.repeat(60)}${'</D:a>'.repeat(60)}</D:propfind>`, 400],
    ['<x/>', 400],
    [`<D:propfind xmlns:D="DAV:"><D:prop>${'<D:a/>'.repeat(500_000)}</D:prop></D:propfind>`, 413],
  ] as const)
    assert.equal((await dav('PROPFIND', home, { headers: { depth: '0' }, body })).status, status, body.slice(0, 60))
  assert.equal((await report(path, `<C:nothing ${C}/>`)).status, 403)
  assert.equal((await dav('PATCH', path)).status, 404)
  assert.equal((await dav('GET', path)).status, 405)
})

test('a program makes, names, colours and takes away calendars; what else it sets is kept for it', async () => {
  const path = await makeCalendar('0b1c', 'Resor')
  const props = '<D:displayname/><A:calendar-color/><A:calendar-order/><X:note/>'
  const patch = (inner: string) =>
    dav('PROPPATCH', path, {
      body: `<D:propertyupdate ${C} xmlns:A="http://apple.com/ns/ical/" xmlns:X="urn:x">${inner}</D:propertyupdate>`,
    })
  assert.match((await propfind(path, props)).text, /<D:displayname>Resor<\/D:displayname><A:calendar-color>#D1383DFF</)
  const set = await patch(
    '<D:set><D:prop><D:displayname>Resor &amp; möten</D:displayname><A:calendar-color>#0F8C8EFF</A:calendar-color><A:calendar-order>3</A:calendar-order><X:note>a<X:b c="d"/></X:note></D:prop></D:set>',
  )
  assert.match(set.text, /200 OK/)
  const told = (await propfind(path, props)).text
  assert.match(
    told,
    /<D:displayname>Resor &amp; möten<\/D:displayname><A:calendar-color>#0F8C8EFF<\/A:calendar-color><A:calendar-order>3</,
  )
  assert.match(told, /<note xmlns="urn:x">a<b xmlns="urn:x" c="d"\/><\/note>/)
  const { rows } = (await elin.see('calendar.list-calendars')) as Any
  assert.deepEqual(
    rows.filter((row: Any) => row.title === 'Resor & möten').map((row: Any) => row.colour),
    ['teal'],
    'here too',
  )
  const wrong = await patch('<D:set><D:prop><D:getetag>x</D:getetag><X:note>b</X:note></D:prop></D:set>')
  assert.match(wrong.text, /403 Forbidden[\s\S]*cannot-modify-protected-property[\s\S]*424/)
  assert.equal((await dav('MKCALENDAR', path)).status, 405)
  // MKCOL without a word makes what a home holds; with words that are not understood nothing.
  assert.equal((await dav('MKCOL', `${home}plain/`)).status, 201)
  assert.match((await propfind(`${home}plain/`, '<D:resourcetype/>')).text, /<C:calendar\/>/)
  assert.equal((await dav('MKCOL', `${home}plain/inner/`)).status, 403)
  assert.equal((await dav('DELETE', `${home}plain/`)).status, 204)
  const weird = await dav('MKCOL', `${home}weird/`, { body: 'abc', headers: { 'content-type': 'xyzzy-foo/bar-blah' } })
  assert.equal(weird.status, 415)
  assert.equal((await dav('DELETE', path)).status, 204)
  assert.equal((await propfind(path, props)).status, 404)
  await makeCalendar('0b1c', 'Resor igen')
  assert.equal((await dav('DELETE', `${home}${main}/`)).status, 409, 'one’s main calendar stays')
})

test('an event is moved to another calendar, and copied', async () => {
  const [from, to] = [await makeCalendar('from'), await makeCalendar('to')]
  const body = ics({ uid: 'moving@x' })
  assert.equal((await put(`${from}m.ics`, body)).status, 201)
  const destination = `${server.address}${to}m.ics`
  const copied = await dav('COPY', `${from}m.ics`, { headers: { destination } })
  assert.equal(copied.status, 201, copied.text)
  assert.equal((await dav('COPY', `${from}m.ics`, { headers: { destination, overwrite: 'F' } })).status, 412)
  assert.equal((await dav('DELETE', `${to}m.ics`)).status, 204)
  const other = await makeCalendar('third')
  const moved = await dav('MOVE', `${from}m.ics`, { headers: { destination: `${server.address}${other}m.ics` } })
  assert.equal(moved.status, 201, moved.text)
  assert.equal((await dav('GET', `${from}m.ics`)).status, 404)
  assert.match((await dav('GET', `${other}m.ics`)).text, /UID:moving@x/)
})

test('a room is given once, whichever program asks; an event that comes late is kept, and the room says no', async () => {
  const { id: room } = await done(elin, 'calendar.create-place', { title: 'Mälaren', type: 'room' })
  const names = Array.from({ length: 8 }, (_, n) => `${home}${main}/race${n}.ics`)
  const wish = (n: number) =>
    ics({
      uid: `race${n}@x`,
      start: '21260505T090000',
      end: '21260505T100000',
      more: [`ATTENDEE;CUTYPE=ROOM;CN=Mälaren:urn:uuid:${room}`],
    })
  const answers = await Promise.all(names.map((name, n) => put(name, wish(n))))
  assert.deepEqual(
    answers.map(({ status }) => status),
    names.map(() => 201),
  )
  const said = await Promise.all(
    names.map(async name => /PARTSTAT=(\w+)/.exec((await dav('GET', name)).text.replace(/\r\n /g, ''))?.[1]),
  )
  assert.deepEqual(
    said.map(String).toSorted((a, b) => a.localeCompare(b)),
    ['ACCEPTED', ...Array(7).fill('DECLINED')],
  )
  assert.ok(
    answers.every(({ headers }) => !headers.has('etag')),
    'what was changed is fetched anew',
  )
})

test('colleagues see what is shared and no more; when somebody is busy is asked of the outbox', async () => {
  const maria = await invite(server, elin, 'Maria Öberg', 'clerk')
  const secret = await makePassword(maria)
  const as = `${maria.email}:${secret}`
  const hers = await homeOf(maria, secret)
  assert.equal((await propfind(home, '<D:displayname/>', { as })).status, 404, 'not one’s own home')
  const shared = await makeCalendar('shared')
  assert.equal((await put(`${shared}open.ics`, ics({ uid: 'open@x', summary: 'Öppet' }))).status, 201)
  assert.equal(
    (await put(`${shared}own.ics`, ics({ uid: 'own@x', summary: 'Läkare', more: ['CLASS:PRIVATE'] }))).status,
    201,
  )
  const id = await idOf('shared')
  const people = ((await elin.see('authority.list-principals')) as Any).rows
  const mariaId = people.find((row: Any) => row.name === 'Maria Öberg').id
  assert.equal((await propfind(`${hers}${id}/`, '<D:displayname/>', { as })).status, 404)
  await done(elin, 'calendar.share-calendar', { id, withId: mariaId, degree: 'read' })
  const list = await propfind(hers, '<D:displayname/><D:current-user-privilege-set/>', { depth: '1', as })
  assert.ok(hrefsIn(list).includes(`${hers}${id}/`), list.text)
  const seen = await sync(`${hers}${id}/`, '', '', as)
  assert.deepEqual(hrefsIn(seen), [`${hers}${id}/open.ics`], 'what is private is not there')
  assert.equal((await dav('GET', `${hers}${id}/own.ics`, { as })).status, 404)
  const refused = await put(`${hers}${id}/new.ics`, ics({ uid: 'new@x' }), {}, as)
  assert.deepEqual([refused.status, /need-privileges/.test(refused.text)], [403, true], refused.text)
  const found = await report(
    '/dav/principals/',
    `<D:principal-property-search ${C}><D:property-search><D:prop><D:displayname/></D:prop><D:match>maria</D:match></D:property-search><D:prop><D:displayname/><C:calendar-user-address-set/></D:prop></D:principal-property-search>`,
    { depth: '0' },
  )
  assert.match(found.text, /mailto:/)
  assert.equal(
    (await put(`${home}${main}/busy.ics`, ics({ uid: 'busy@x', start: '21260601T090000', end: '21260601T110000' })))
      .status,
    201,
  )
  const ask = lines(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//t//EN',
    'METHOD:REQUEST',
    'BEGIN:VFREEBUSY',
    'UID:fb@x',
    'DTSTAMP:20260101T000000Z',
    'DTSTART:21260601T000000Z',
    'DTEND:21260602T000000Z',
    `ORGANIZER:mailto:${maria.email}`,
    `ATTENDEE:mailto:${elin.email}`,
    'ATTENDEE:mailto:nobody@else.example',
    'END:VFREEBUSY',
    'END:VCALENDAR',
  )
  const headers = { 'content-type': 'text/calendar' }
  const answer = await dav('POST', `${hers}outbox/`, { headers, body: ask, as })
  assert.match(answer.text, /2\.0;Success[\s\S]*FREEBUSY;FBTYPE=BUSY:21260601T070000Z\/21260601T090000Z/)
  assert.match(answer.text, /3\.7;Invalid calendar user/)
  assert.equal((await dav('POST', `${home}outbox/`, { headers, body: ask })).status, 403, 'in nobody else’s name')
  await done(elin, 'calendar.unshare-calendar', { id, withId: mariaId })
  assert.equal((await dav('GET', `${hers}${id}/open.ics`, { as })).status, 404)
  const expanded = await report(
    home,
    `<D:expand-property xmlns:D="DAV:"><D:property name="owner"><D:property name="displayname"/></D:property></D:expand-property>`,
    { depth: '0' },
  )
  assert.match(
    expanded.text,
    /<D:owner><D:response><D:href>[^<]*<\/D:href><D:propstat><D:prop><D:displayname>Elin Bergqvist/,
  )
})

test('contacts: the directory is an address book, written by its own commands, and what it does not know survives', async () => {
  await done(elin, 'directory.create-organisation', {
    name: 'Hisings Ventilation AB',
    emails: [{ email: 'info@hisings.example' }],
  })
  const book = home.replace('/calendars/', '/addressbooks/') + 'people/'
  const R = 'xmlns:R="urn:ietf:params:xml:ns:carddav" xmlns:D="DAV:"'
  const listed = () =>
    report(
      book,
      `<R:addressbook-query ${R}><D:prop><D:getetag/><R:address-data/></D:prop><R:filter/></R:addressbook-query>`,
    )
  assert.match((await listed()).text, /FN:Hisings Ventilation AB/)
  const first = await sync(book, '')
  const card = lines(
    'BEGIN:VCARD',
    'VERSION:3.0',
    'UID:karin@x',
    'FN:Karin Öberg',
    'N:Öberg;Karin;;;',
    'ORG:Hisings Ventilation AB',
    'EMAIL;TYPE=WORK:karin@hisings.example',
    'TEL;TYPE=CELL:+46 70 123 45 67',
    'X-SKYPE:karin.oberg',
    'BDAY:1980-02-03',
    'END:VCARD',
  )
  const headers = { 'content-type': 'text/vcard' }
  const made = await dav('PUT', `${book}karin.vcf`, { headers: { ...headers, 'if-none-match': '*' }, body: card })
  assert.equal(made.status, 201, made.text)
  const changes = await sync(book, tokenIn(first))
  assert.ok(hrefsIn(changes).includes(`${book}karin.vcf`), changes.text)
  const got = await dav('GET', `${book}karin.vcf`)
  for (const line of [
    'UID:karin@x',
    'FN:Karin Öberg',
    'X-SKYPE:karin.oberg',
    'BDAY:1980-02-03',
    'ORG:Hisings Ventilation AB',
  ])
    assert.ok(got.text.includes(line), `${line} in ${got.text}`)
  const party = ((await elin.see('directory.list-parties', { text: 'Karin' })) as Any).rows[0]
  assert.ok(party, 'in the directory too')
  const changed = got.text
    .replace(/\r\nTEL[^\r]*/, '')
    .replace('BDAY:1980-02-03', 'BDAY:1981-02-03')
    .replace('END:VCARD', 'EMAIL:karin@home.example\r\nEND:VCARD')
  const etag = got.headers.get('etag')!
  assert.equal(
    (await dav('PUT', `${book}karin.vcf`, { headers: { ...headers, 'if-match': etag }, body: changed })).status,
    204,
  )
  assert.equal(
    (await dav('PUT', `${book}karin.vcf`, { headers: { ...headers, 'if-match': etag }, body: changed })).status,
    412,
  )
  const known = (await elin.see('directory.get-party', { id: party.id })) as Any
  assert.deepEqual(
    [known.phones.length, known.emails.map((one: Any) => one.email).toSorted()],
    [0, ['karin@hisings.example', 'karin@home.example']],
  )
  assert.match((await dav('GET', `${book}karin.vcf`)).text, /BDAY:1981-02-03/)
  const again = await dav('PUT', `${book}other.vcf`, { headers, body: card })
  assert.match(again.text, /CR:no-uid-conflict/)
  assert.match((await dav('PUT', `${book}x.vcf`, { headers, body: 'BEGIN:VCARD\r\n' })).text, /CR:valid-address-data/)
  assert.equal((await dav('DELETE', `${book}karin.vcf`)).status, 204)
  assert.match((await sync(book, tokenIn(changes))).text, /karin\.vcf<\/D:href><D:status>HTTP\/1.1 404/)
  const query = await report(
    book,
    `<R:addressbook-query ${R}><D:prop><D:getetag/></D:prop><R:filter><R:prop-filter name="EMAIL"><R:text-match match-type="contains">hisings</R:text-match></R:prop-filter></R:filter></R:addressbook-query>`,
  )
  assert.equal(hrefsIn(query).length, 1)
})

test('a link shows a calendar to whoever has it, without what is private, until it is ended', async () => {
  const path = await makeCalendar('public')
  const calendarId = await idOf('public')
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const at = { start: `${soon}T090000`, end: `${soon}T100000` }
  assert.equal(
    (
      await put(
        `${path}a.ics`,
        ics({ uid: 'a@x', summary: 'Öppet hus', ...at, more: ['ATTENDEE:mailto:guest@else.example'] }),
      )
    ).status,
    201,
  )
  assert.equal(
    (await put(`${path}b.ics`, ics({ uid: 'b@x', summary: 'Läkare', ...at, more: ['CLASS:PRIVATE'] }))).status,
    201,
  )
  const make = async (scope: string) =>
    ((await elin.act('caldav.create-feed', { calendarId, name: 'Hallen', scope })) as Any).output.id
  const [full, busy] = [await make('full'), await make('busy')]
  const linkOf = async (id: string) =>
    ((await elin.see('caldav.list-feeds')) as Any).rows.find((row: Any) => row.id === id).path
  const read = (link: string, headers: Record<string, string> = {}) => fetch(server.address + link, { headers })
  const open = await read(await linkOf(full))
  const text = await open.text()
  assert.equal(open.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.match(text, /SUMMARY:Öppet hus/)
  assert.match(text, /SUMMARY:Busy/)
  assert.doesNotMatch(text, /Läkare|guest@else/)
  assert.equal((await read(await linkOf(full), { 'if-none-match': open.headers.get('etag')! })).status, 304)
  const shut = await (await read(await linkOf(busy))).text()
  assert.doesNotMatch(shut, /Öppet|Läkare/)
  assert.match(
    await (await read((await linkOf(busy)).replace(/ics$/, 'ifb'))).text(),
    /BEGIN:VFREEBUSY[\s\S]*FREEBUSY;FBTYPE=BUSY:/,
  )
  const link = await linkOf(full)
  await done(elin, 'caldav.revoke-feed', { id: full })
  assert.equal((await read(link)).status, 404)
  assert.equal((await read(link.replace(/.\.ics$/, 'x.ics'))).status, 404)
  const { connection } = { connection: (await elin.see('caldav.get-connection')) as Any }
  assert.equal(connection.email, elin.email)
  assert.ok(connection.calendars.some((one: Any) => one.path === path))
})

const calendarQueryAll = (expand = '') =>
  `<C:calendar-query ${C}><D:prop><D:getetag/><C:calendar-data>${expand}</C:calendar-data></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter></C:calendar-query>`

test('days that a calendar marks: calendars that are only read, each person’s by their choice and in their language', async () => {
  const year = new Date().getFullYear()
  const tokenOf = async (path: string) =>
    /<D:sync-token>([^<]+)</.exec((await propfind(path, '<D:sync-token/>')).text)?.[1] ?? ''
  const titles = async () =>
    [
      ...(await propfind(home, '<D:displayname/>', { depth: '1' })).text.matchAll(
        /days-[^<]*<\/D:href>.*?<D:displayname>([^<]*)</g,
      ),
    ].map(([, title]) => title!)
  assert.equal((await titles()).length, 1, 'the office’s own country, where nothing was chosen')
  const schoolId = (
    await done(elin, 'calendar.import-school-days', {
      title: 'Skolorna i Solna',
      country: 'SE',
      file: `${year}-10-26;${year}-10-30;Höstlov\n`,
    })
  ).id
  await done(elin, 'calendar.set-birthday', { on: '02-29' })
  await done(elin, 'calendar.choose-days', {
    holidays: true,
    countries: ['NO', 'GB-SCT'],
    schools: [schoolId],
    birthdays: true,
  })
  assert.equal((await titles()).length, 5)
  const norway = `${home}days-holidays-NO/`
  const told = await propfind(norway, '<D:displayname/><D:current-user-privilege-set/><D:resourcetype/><CS:getctag/>')
  assert.match(told.text, /<C:calendar\/>/)
  assert.doesNotMatch(told.text, /<D:write\/>|<D:bind\/>|<D:unbind\/>|<D:write-content\/>/)
  const all = await report(norway, calendarQueryAll())
  assert.match(all.text, new RegExp(`UID:holidays-NO-${year}-05-17@kontor`))
  assert.match(all.text, /TRANSP:TRANSPARENT/)
  const mine = await report(
    norway,
    `<C:calendar-query ${C}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="${year}0517T000000Z" end="${year}0518T000000Z"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`,
  )
  assert.deepEqual(hrefsIn(mine), [`${norway}${year}-05-17.ics`])
  const got = await dav('GET', `${norway}${year}-05-17.ics`)
  assert.equal(got.status, 200)
  assert.match(got.text, new RegExp(`DTSTART;VALUE=DATE:${year}0517\r\nDTEND;VALUE=DATE:${year}0518`))
  const etag = got.headers.get('etag')!
  assert.equal((await dav('GET', `${norway}${year}-05-17.ics`, { headers: { 'if-none-match': etag } })).status, 304)
  const named = await report(
    home,
    `<C:calendar-multiget ${C}><D:prop><D:getetag/></D:prop><D:href>${norway}${year}-05-17.ics</D:href><D:href>${norway}${year}-05-16.ics</D:href><D:href>${home}days-holidays-XX/a.ics</D:href></C:calendar-multiget>`,
  )
  assert.equal([...named.text.matchAll(/404 Not Found/g)].length, 2)
  assert.ok(named.text.includes(etag.replaceAll('"', '&quot;')) || named.text.includes(etag))
  // Nobody writes there, and is told why.
  const denied: readonly (readonly [string, string, Parameters<typeof dav>[2]])[] = [
    ['PUT', `${norway}mine.ics`, { body: ics({ uid: 'days-1' }), headers: { 'content-type': 'text/calendar' } }],
    [
      'PUT',
      `${norway}${year}-05-17.ics`,
      { body: ics({ uid: 'days-2' }), headers: { 'content-type': 'text/calendar' } },
    ],
    ['DELETE', `${norway}${year}-05-17.ics`, {}],
    ['DELETE', norway, {}],
    ['MOVE', `${norway}${year}-05-17.ics`, { headers: { destination: `${server.address}${home}${main}/days-3.ics` } }],
  ]
  for (const [method, path, options] of denied) {
    const answer = await dav(method, path, options)
    assert.equal(answer.status, 403, `${method} ${path}`)
    assert.match(answer.text, /<D:need-privileges><D:resource>/, method)
  }
  const moved = await dav('COPY', `${norway}${year}-05-17.ics`, {
    headers: { destination: `${server.address}${norway}other.ics` },
  })
  assert.equal(moved.status, 403)
  assert.equal((await dav('GET', `${norway}${year}-05-17.ics`)).headers.get('etag'), etag)
  assert.equal((await dav('MKCALENDAR', `${home}days-mine/`)).status, 403)
  assert.equal((await dav('MKCALENDAR', norway)).status, 405)
  assert.equal((await propfind(`${home}days-holidays-DK/`, '<D:displayname/>')).status, 404, 'nobody chose it')
  // A colour of one's own is kept.
  await dav('PROPPATCH', norway, {
    body: `<D:propertyupdate xmlns:D="DAV:" xmlns:A="http://apple.com/ns/ical/"><D:set><D:prop><A:calendar-color>#123456FF</A:calendar-color></D:prop></D:set></D:propertyupdate>`,
  })
  assert.match((await propfind(norway, '<A:calendar-color/>')).text, /#123456FF/)
  // Tokens: the same until something changes, then begun anew.
  const before = await tokenOf(norway)
  const first = await sync(norway, '')
  assert.equal(tokenIn(first), before)
  assert.equal(hrefsIn(first).length, hrefsIn(all).length)
  assert.deepEqual(hrefsIn(await sync(norway, before)), [])
  const birthdays = `${home}days-birthdays/`
  const born = await tokenOf(birthdays)
  assert.match((await report(birthdays, calendarQueryAll())).text, /RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1/)
  const leap = await report(birthdays, calendarQueryAll('<C:expand start="21250101T000000Z" end="21260101T000000Z"/>'))
  assert.match(leap.text, /DTSTART;VALUE=DATE:21250228/)
  await done(elin, 'calendar.remove-birthday', {})
  assert.notEqual(await tokenOf(birthdays), born)
  const stale = await sync(birthdays, born)
  assert.equal(stale.status, 403)
  assert.match(stale.text, /<D:valid-sync-token\/>/)
  assert.equal(await tokenOf(norway), before)
  assert.match((await report(`${home}days-school-${schoolId}/`, calendarQueryAll())).text, /SUMMARY:Höstlov/)
  // In the reader's language.
  await done(elin, 'authority.set-own-language', { language: 'nl' }).catch(() => undefined)
  const undone = await done(elin, 'calendar.choose-days', {
    holidays: false,
    countries: [],
    schools: [],
    birthdays: false,
  })
  assert.ok(undone !== undefined)
  assert.deepEqual(await titles(), [])
})

test('a link to days that are marked: a file that programs only read, until it is ended', async () => {
  const { id } = await done(elin, 'caldav.create-day-feed', { days: 'holidays', name: 'Hallen' })
  const { rows } = (await elin.see('caldav.list-feeds')) as Any
  const row = rows.find((one: Any) => one.id === id)
  assert.equal(row.days, 'holidays')
  assert.equal(row.calendar, null)
  const text = await (await fetch(server.address + row.path)).text()
  assert.match(text, new RegExp(`DTSTART;VALUE=DATE:${new Date().getFullYear()}1225`))
  assert.match(text, /X-WR-CALNAME:/)
  const free = await (await fetch(server.address + row.path.replace(/ics$/, 'ifb'))).text()
  assert.match(free, /BEGIN:VFREEBUSY/)
  assert.doesNotMatch(free, /FREEBUSY;/)
  await done(elin, 'caldav.revoke-feed', { id })
  assert.equal((await fetch(server.address + row.path)).status, 404)
})

test('a hundred race for one hour of a room by REST, MCP and CalDAV: exactly one has it, the others are told when it is free', async () => {
  const { id: tokenId } = (await done(elin, 'authority.create-api-token', { name: 'Race' })) as Any
  const { token } = (await elin.see('authority.show-api-token', { id: tokenId })) as Any
  const { id: roomId } = (await done(elin, 'calendar.create-place', {
    title: 'Vättern',
    type: 'room',
    seats: 8,
  })) as Any
  const [rest, mcp] = [restDoor(server.address, token), await mcpDoor(server.address, token)]
  const wish = (n: number) => ({
    title: `Race ${n}`,
    when: { allDay: false, start: '2126-11-27T14:00', end: '2126-11-27T15:00', zone: 'Europe/Stockholm' },
    guests: [{ who: { calendarId: roomId }, role: 'required', answer: 'none', note: null }],
  })
  const file = (n: number) =>
    lines(
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Race//EN',
      'BEGIN:VEVENT',
      `UID:race-${n}@example.test`,
      'DTSTAMP:20261101T000000Z',
      'DTSTART:21261127T133000Z',
      'DTEND:21261127T143000Z',
      `SUMMARY:Race ${n}`,
      `ORGANIZER:mailto:${elin.email}`,
      `ATTENDEE:urn:uuid:${roomId}`,
      'END:VEVENT',
      'END:VCALENDAR',
    )
  const callers = Array.from({ length: 100 }, async (_, n): Promise<Any> => {
    if (n % 3 < 2) return (n % 3 ? mcp : rest).act('calendar.create-event', wish(n))
    // A file is kept, and the room in it answers for itself (decision 14).
    const path = `${home}${main}/race-${n}.ics`
    const put = await dav('PUT', path, { headers: { 'content-type': 'text/calendar' }, body: file(n) })
    assert.equal(put.status, 201, put.text)
    const { text } = await dav('GET', path)
    return { status: /PARTSTAT=ACCEPTED/.test(text) ? 'done' : /PARTSTAT=DECLINED/.test(text) ? 'declined' : text }
  })
  const outcomes = await Promise.all(callers)
  assert.equal(outcomes.filter(({ status }) => status === 'done').length, 1)
  for (const { status, refusal } of outcomes.filter(outcome => outcome.status !== 'done')) {
    if (refusal) assert.equal(refusal.name, 'place-taken')
    if (refusal) assert.ok(refusal.data.next.length > 0)
    else assert.equal(status, 'declined')
  }
  const { rows } = (await elin.see('calendar.agenda', {
    from: '2126-11-27T00:00:00Z',
    until: '2126-11-28T00:00:00Z',
    calendarIds: [roomId],
  })) as Any
  assert.equal(rows.length, 1)
})
