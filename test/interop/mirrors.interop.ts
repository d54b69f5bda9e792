/** Calendars held elsewhere, by real servers: Radicale, Xandikos, and Kontor's own CalDAV. Both sides are edited; nothing is lost or doubled. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { allowPrivateAddresses } from '../../src/kernel/outside/fetch.ts'
import { keepUpAll } from '../../src/modules/mirrors/doors/door.ts'
import { freePort, type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { skippedWithout } from './clients.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Any = any

const events = Number(process.env['KONTOR_INTEROP_MIRRORED'] ?? 300)

let server: TestServer
let elin: SignedIn
let folder: string
let organisationId: string
const children: ChildProcess[] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-mirrors-'))
  server = await testServer({ limits: { perAccount: 1_000_000, perAddress: 1_000_000 } })
  allowPrivateAddresses(true)
  elin = await server.openOffice()
  const { rows } = await server.running.composed.kernel.pool.query<{ organisation_id: string }>(
    'select organisation_id from platform.organisations()',
  )
  organisationId = rows[0]!.organisation_id
})
after(async () => {
  allowPrivateAddresses(false)
  for (const child of children) child.kill()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const post = async (path: string, body: object) =>
  (await (
    await elin.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()) as Any
const done = async (command: string, input: object): Promise<Any> => {
  const answer = await elin.act(command, input)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer['output']
}

interface Far {
  readonly address: string
  readonly username: string
  readonly password: string
  /** The calendar's address. */
  readonly calendar: string
}

const dav = (far: Far, method: string, url: string, body?: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${far.username}:${far.password}`).toString('base64')}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })

const eventText = (n: number, summary: string, sequence = 0): string => {
  const day = `2126${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//interop//EN',
    'BEGIN:VEVENT',
    `UID:far-${n}@interop.test`,
    'DTSTAMP:20260101T000000Z',
    `SEQUENCE:${sequence}`,
    `DTSTART:${day}T080000Z`,
    `DTEND:${day}T090000Z`,
    ...(n % 5 === 3 ? ['RRULE:FREQ=WEEKLY;COUNT=5', `EXDATE:${day}T080000Z`] : []),
    `SUMMARY:${summary}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** Names of what lies there, by title. */
async function titlesThere(far: Far): Promise<string[]> {
  const body =
    '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"/></C:comp-filter></C:filter></C:calendar-query>'
  const answer = await dav(far, 'REPORT', far.calendar, body, { depth: '1', 'content-type': 'application/xml' })
  return [...(await answer.text()).matchAll(/^SUMMARY:(.*?)(?:&#13;)?\r?$/gm)].map(found => found[1]!).sort()
}
async function titlesHere(calendarId: string): Promise<string[]> {
  const listed = (await elin.see('calendar.list-objects', { calendarId })) as Any
  const hrefs: string[] = listed.objects.map((one: Any) => one.href)
  const found: string[] = []
  for (let n = 0; n < hrefs.length; n += 20) {
    const { objects } = (await elin.see('calendar.get-object', { calendarId, hrefs: hrefs.slice(n, n + 20) })) as Any
    for (const { ics } of objects) found.push(/^SUMMARY:(.*)\r$/m.exec(ics)![1]!)
  }
  return found.sort()
}

const mirrorOf = async (calendarId: string): Promise<Any> =>
  ((await elin.see('mirrors.list-accounts', {})) as Any).rows
    .flatMap((row: Any) => row.mirrors)
    .find((one: Any) => one.calendar.id === calendarId)

/** Until both sides have been looked at after the last change, and nothing waits. */
async function inStep(calendarId: string): Promise<void> {
  const begun = Temporal.Now.instant()
  await done('mirrors.try-again', { calendarId })
  for (let turn = 0; turn < 300; turn++) {
    await keepUpAll(server.running.composed.kernel, organisationId, () => {})
    const mirror = await mirrorOf(calendarId)
    assert.equal(mirror.problem, null)
    if (mirror.waiting === 0 && mirror.inStepAt && Temporal.Instant.compare(mirror.inStepAt, begun) > 0) return
    await wait(100)
  }
  assert.fail('it did not come in step')
}

async function walk(far: Far): Promise<void> {
  for (let n = 0; n < events; n++) {
    const put = await dav(far, 'PUT', `${far.calendar}${n}.ics`, eventText(n, `Event ${n}`), {
      'content-type': 'text/calendar',
    })
    assert.ok(put.status < 300, `${put.status}`)
  }
  const made = await post('/api/mirrors/accounts', {
    address: far.address,
    username: far.username,
    password: far.password,
    name: 'Far',
  })
  assert.equal(made.status, 'done', JSON.stringify(made))
  const accountId = made.output.id
  const { rows } = (await post('/api/mirrors/remote-calendars', { accountId })).output
  const path = new URL(far.calendar).pathname
  const remote = rows.find(({ id }: Any) => decodeURIComponent(new URL(id).pathname) === decodeURIComponent(path))
  assert.ok(remote, JSON.stringify(rows))
  const chosen = { accountId, remoteId: remote.id, remoteName: remote.name, writable: remote.writable }
  const { calendarId } = await done('mirrors.mirror-calendar', chosen)
  await inStep(calendarId)
  assert.deepEqual(await titlesHere(calendarId), await titlesThere(far))

  const listed = (await elin.see('calendar.list-objects', { calendarId })) as Any
  const idOf = (n: number): string => listed.objects[n].eventId
  const when = { allDay: false, start: '2126-11-24T10:00', end: '2126-11-24T11:00', zone: 'Europe/Stockholm' }
  await done('calendar.create-event', { calendarId, title: 'New here', when })
  await done('calendar.create-event', {
    calendarId,
    title: 'Series here',
    when,
    repeat: { rule: 'FREQ=WEEKLY;COUNT=4', leftOut: ['2126-12-01T10:00:00'] },
  })
  await done('calendar.change-event', { id: idOf(0), change: { title: 'Changed here' } })
  await done('calendar.cancel-event', { id: idOf(1) })
  await dav(far, 'PUT', `${far.calendar}new.ics`, eventText(5000, 'New there'), { 'content-type': 'text/calendar' })
  // The last of the list is none of those changed here.
  const spare = listed.objects.slice(2).map((one: Any) => one.eventId)
  const uid = ((await elin.see('calendar.get-event', { id: spare.at(-1) })) as Any).uid
  const n = Number(/far-(\d+)@/.exec(uid)![1])
  await dav(far, 'PUT', `${far.calendar}${n}.ics`, eventText(n, 'Changed there', 1), {
    'content-type': 'text/calendar',
  })
  const gone = Number(/far-(\d+)@/.exec(((await elin.see('calendar.get-event', { id: spare.at(-2) })) as Any).uid)![1])
  assert.ok((await dav(far, 'DELETE', `${far.calendar}${gone}.ics`)).status < 300)
  await inStep(calendarId)
  const [here, there] = [await titlesHere(calendarId), await titlesThere(far)]
  assert.deepEqual(here, there)
  assert.equal(here.length, events + 1)
  for (const title of ['New here', 'Series here', 'Changed here', 'New there', 'Changed there'])
    assert.ok(here.includes(title), title)
  assert.deepEqual((await mirrorOf(calendarId)).findings, [])

  // Both: the newer holds; and a second look finds nothing to do.
  await done('calendar.change-event', { id: spare.at(-1), change: { title: 'Both here' } })
  await dav(far, 'PUT', `${far.calendar}${n}.ics`, eventText(n, 'Both there', 9), { 'content-type': 'text/calendar' })
  await inStep(calendarId)
  assert.deepEqual(await titlesHere(calendarId), await titlesThere(far))
  assert.ok((await titlesHere(calendarId)).includes('Both there'))
  assert.deepEqual(
    (await mirrorOf(calendarId)).findings.map((one: Any) => one.kind),
    ['ours-lost'],
  )
}

async function started(program: string, words: readonly string[], port: number): Promise<void> {
  children.push(spawn(program, words, { stdio: 'ignore' }))
  for (let turn = 0; turn < 300; turn++) {
    const open = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
      () => true,
      () => false,
    )
    if (open) return
    await wait(50)
  }
  throw new Error(`${program} did not start`)
}

test('Radicale', { skip: skippedWithout('radicale') }, async () => {
  const port = await freePort()
  const own = join(folder, 'radicale')
  await mkdir(own)
  await writeFile(
    join(own, 'config'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = none\n[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = ${join(own, 'data')}\n[logging]\nlevel = error\n`,
  )
  await started('radicale', ['--config', join(own, 'config')], port)
  const address = `http://127.0.0.1:${port}/`
  const far = { address, username: 'far', password: 'x', calendar: `${address}far/work/` }
  assert.equal((await dav(far, 'MKCALENDAR', far.calendar)).status, 201)
  await walk(far)
})

test('Xandikos', { skip: skippedWithout('xandikos') }, async () => {
  const port = await freePort()
  const words = [
    '-d',
    join(folder, 'xandikos'),
    '-l',
    '127.0.0.1',
    '-p',
    String(port),
    '--current-user-principal',
    '/far/',
    '--defaults',
  ]
  await started('xandikos', words, port)
  const address = `http://127.0.0.1:${port}/`
  await walk({ address, username: 'far', password: 'x', calendar: `${address}far/calendars/calendar/` })
})

test("Kontor's own server of calendars", async () => {
  const { output } = await post('/api/documents/app-passwords', { name: 'Mirror' })
  const { bookPath } = (await elin.see('caldav.get-connection')) as Any
  const home = bookPath.replace('/addressbooks/', '/calendars/').replace(/people\/$/, '')
  const far = {
    address: `${server.address}/dav/`,
    username: elin.email,
    password: output.password,
    calendar: `${server.address}${home}far/`,
  }
  assert.equal((await dav(far, 'MKCALENDAR', far.calendar)).status, 201)
  await walk(far)
})
