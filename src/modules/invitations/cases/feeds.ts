/** Calendars that others publish, and files that are brought in. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { allowPrivateAddresses, isInside } from '../../../kernel/outside/fetch.ts'
import * as c from '../contract.ts'
import { mariaMail } from '../testing.ts'
import { it } from './stage.ts'

const published = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schools//EN',
    ...events.flatMap(lines => ['BEGIN:VEVENT', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const holiday = (uid: string, title: string, more: string[] = []) => [
  `UID:${uid}@schools.example`,
  'DTSTART;VALUE=DATE:20270222',
  'DTEND;VALUE=DATE:20270301',
  `SUMMARY:${title}`,
  ...more,
]

test('a calendar from elsewhere is fetched, kept up to date, and never trusted', async () => {
  let body = published(
    holiday('winter', 'Winter holidays', [`ATTENDEE:mailto:${mariaMail}`, 'ORGANIZER:mailto:spy@elsewhere.example']),
    holiday('easter', 'Easter holidays'),
    ['UID:broken@schools.example', 'DTSTART:not a time', 'SUMMARY:Broken'],
  )
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers['if-none-match'])
    const etag = `"${body.length}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    if (request.url === '/moved') return void response.writeHead(302, { location: '/feed.ics' }).end()
    response.writeHead(200, { etag, 'content-type': 'text/calendar' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}/moved`
  const { id } = await it.done(c.subscribeFeed, { title: 'School', url }, it.elin)
  const feed = async () => {
    const answer = await it.query(c.listFeeds, {}, it.elin)
    assert.ok(answer.status === 'done')
    return answer.output.rows.find(row => row.id === id)!
  }
  await it.runJobs()
  assert.deepEqual([(await feed()).problem, (await feed()).events, asked.length], ['address-private', 0, 0])
  allowPrivateAddresses(true)
  const fetch = async () => {
    await it.done(c.refreshFeed, { id }, it.elin)
    await it.runJobs()
  }
  await fetch()
  assert.deepEqual([(await feed()).problem, (await feed()).events, (await feed()).refused], [null, 2, 1])
  const titles = async () => {
    const { rows } = await it.superuser.query<{ title: string }>(
      `select r.title from calendar.event e join kernel.record r on r.id = e.id where e.home_id = $1 and e.status <> 'cancelled' order by 1`,
      [id],
    )
    return rows.map(({ title }) => title)
  }
  assert.deepEqual(await titles(), ['Easter holidays', 'Winter holidays'])
  const { rows: guestsThere } = await it.superuser.query(
    'select 1 from calendar.guest g join calendar.event e on e.id = g.event_id where e.home_id = $1',
    [id],
  )
  assert.equal(guestsThere.length, 0, 'what others publish asks nobody here')
  await fetch()
  assert.match(String(asked.at(-1)), /^"\d+"$/)
  body = published(holiday('winter', 'Winter break'))
  await fetch()
  assert.deepEqual(await titles(), ['Winter break'])
  assert.deepEqual([(await feed()).events, (await feed()).refused], [1, 0])
  body = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'
  await fetch()
  assert.match((await feed()).problem ?? '', /^ical-unclosed/)
  assert.deepEqual(await titles(), ['Winter break'], 'what cannot be read changes nothing')
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  await fetch()
  assert.equal((await feed()).problem, 'unreachable')
  allowPrivateAddresses(false)
  const wrong = await it.dispatch(c.subscribeFeed, { title: 'X', url: 'file:///etc/passwd' }, it.elin)
  assert.ok(wrong.status === 'refused' && wrong.refusal.name === 'feed-address-wrong')
})

test('private addresses are known in all their writings', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '224.0.0.1',
    'localhost',
    '',
  ])
    assert.equal(isInside(address), true, address)
  for (const address of ['8.8.8.8', '172.32.0.1', '2600::1', '193.10.0.1'])
    assert.equal(isInside(address), false, address)
})

test('a file is brought in once: looked at first, refused by the line, and nobody is told', async () => {
  const file = published(
    holiday('autumn', 'Autumn holidays', [`ATTENDEE:mailto:${mariaMail}`]),
    ['UID:bad@schools.example', 'DTSTART:20261399', 'SUMMARY:Bad'],
    ['DTSTART:20270101T100000Z', 'SUMMARY:No name of its own'],
  )
  const preview = await it.query(c.previewFile, { calendar: file }, it.elin)
  assert.ok(preview.status === 'done')
  assert.deepEqual(
    [preview.output.total, preview.output.rows[0]?.start, preview.output.problem],
    [3, '2027-02-22', null],
  )
  const broken = await it.query(c.previewFile, { calendar: 'BEGIN:VCALENDAR\r\nnonsense' }, it.elin)
  assert.ok(broken.status === 'done' && broken.output.problem?.line === 2)
  const { rows } = await it.superuser.query<{ id: string }>(
    `select id from calendar.calendar where owner_id = $1 and type = 'main'`,
    [it.elin.id],
  )
  const calendarId = rows[0]!.id
  const done = await it.done(c.importEvents, { calendarId, calendar: file }, it.elin)
  assert.equal(done.imported, 2)
  assert.deepEqual(
    done.refused.map(({ title, line }) => [title, line]),
    [['Bad', 12]],
  )
  const again = await it.done(c.importEvents, { calendarId, calendar: file }, it.elin)
  assert.equal(again.imported, 2)
  const { rows: once } = await it.superuser.query(
    `select 1 from calendar.event e join kernel.record r on r.id = e.id where r.title = 'Autumn holidays'`,
  )
  assert.equal(once.length, 1, 'the same file twice is the same events')
  assert.deepEqual(await it.deliver(), [])
  const empty = await it.dispatch(
    c.importEvents,
    { calendarId, calendar: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    it.elin,
  )
  assert.ok(empty.status === 'refused' && empty.refusal.name === 'calendar-file-empty')
  const unreadable = await it.dispatch(c.importEvents, { calendarId, calendar: 'no' }, it.elin)
  assert.ok(unreadable.status === 'refused' && unreadable.refusal.name === 'calendar-file-unreadable')
})
