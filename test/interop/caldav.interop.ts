/** Calendars in programs of others: vdirsyncer two-way over 2,000 events, khal, calcurse, python-caldav, cadaver. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type SignedIn, type TestServer, testServer } from '../../tools/testing/server.ts'
import { found, run, skippedWithout } from './clients.ts'

/** The one that Debian's packages are made for. */
const debianPython = '/usr/bin/python3'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Any = any

/** How many events go both ways. */
const events = Number(process.env['KONTOR_INTEROP_EVENTS'] ?? 2000)

let server: TestServer
let elin: SignedIn
let password: string
let folder: string
let home: string

const authorization = () => `Basic ${Buffer.from(`${elin.email}:${password}`).toString('base64')}`
const dav = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
  fetch(server.address + path, {
    method,
    headers: { authorization: authorization(), ...headers },
    ...(body === undefined ? {} : { body }),
  })

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-caldav-'))
  server = await testServer({ limits: { perAccount: 1_000_000, perAddress: 1_000_000 } })
  elin = await server.openOffice()
  const made = (await (
    await elin.fetch('/api/documents/app-passwords', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Clients' }),
    })
  ).json()) as Any
  password = made.output.password
  const { bookPath } = (await elin.see('caldav.get-connection')) as Any
  home = bookPath.replace('/addressbooks/', '/calendars/').replace(/people\/$/, '')
})
after(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const uidOf = (n: number) => `event-${n}@interop.test`
function eventText(n: number, summary = `Event ${n}`): string {
  const day = `2126${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//interop//EN',
    'BEGIN:VEVENT',
    `UID:${uidOf(n)}`,
    'DTSTAMP:20260101T000000Z',
  ]
  if (n % 10 === 9) lines.push(`DTSTART;VALUE=DATE:${day}`)
  else lines.push(`DTSTART:${day}T080000Z`, `DTEND:${day}T090000Z`)
  if (n % 5 === 3) lines.push('RRULE:FREQ=WEEKLY;COUNT=5')
  lines.push(`SUMMARY:${summary}`, `X-INTEROP:${n}`, 'END:VEVENT')
  if (n % 5 === 3 && n % 10 !== 9)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uidOf(n)}`,
      'DTSTAMP:20260101T000000Z',
      `RECURRENCE-ID:${day}T080000Z`,
      `DTSTART:${day}T100000Z`,
      `DTEND:${day}T110000Z`,
      `SUMMARY:${summary} moved`,
      'END:VEVENT',
    )
  lines.push('END:VCALENDAR', '')
  return lines.join('\r\n')
}

async function makeCalendar(slug: string): Promise<string> {
  const made = await dav('MKCALENDAR', `${home}${slug}/`)
  assert.equal(made.status, 201, await made.text())
  return `${home}${slug}/`
}

async function vdirsyncerHome(slug: string): Promise<{ local: string; sync(): Promise<string> }> {
  const own = await mkdtemp(join(folder, 'vdir-'))
  const local = join(own, 'local')
  await mkdir(join(local, slug), { recursive: true })
  await writeFile(
    join(own, 'config'),
    `[general]
status_path = "${own}/status/"
[pair office]
a = "here"
b = "there"
collections = ["${slug}"]
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "${local}"
fileext = ".ics"
[storage there]
type = "caldav"
url = "${server.address}/dav/"
username = "${elin.email}"
password = "${password}"
`,
  )
  const call = async (...words: string[]) => {
    const { code, text } = await run('vdirsyncer', ['-c', join(own, 'config'), ...words], {
      input: 'y\n'.repeat(20),
      timeoutMs: 400_000,
    })
    assert.equal(code, 0, text.slice(-3000))
    return text
  }
  await call('discover')
  return { local: join(local, slug), sync: () => call('sync') }
}

const hrefs = async (path: string): Promise<string[]> => {
  const answer = await dav('PROPFIND', path, undefined, { depth: '1' })
  return [...(await answer.text()).matchAll(/<D:href>([^<]+\.ics)<\/D:href>/g)].map(([, href]) => href!)
}

test('vdirsyncer: thousands of events both ways, edits on both sides, deletions; nothing lost or doubled', {
  skip: skippedWithout('vdirsyncer'),
}, async t => {
  const path = await makeCalendar('vdir')
  const { local, sync } = await vdirsyncerHome('vdir')
  for (let n = 0; n < events / 2; n++) await writeFile(join(local, `${n}.ics`), eventText(n))
  for (let n = events / 2; n < events; n++) {
    const put = await dav('PUT', `${path}${n}.ics`, eventText(n), { 'content-type': 'text/calendar' })
    assert.equal(put.status, 201, await put.text())
  }
  const began = performance.now()
  await sync()
  t.diagnostic(`first sync: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  assert.equal((await hrefs(path)).length, events)
  assert.equal((await readdir(local)).length, events)
  const fileOf = async (n: number) => {
    for (const name of await readdir(local))
      if ((await readFile(join(local, name), 'utf8')).includes(`UID:${uidOf(n)}\r`)) return join(local, name)
    throw new Error(`no file of event ${n}`)
  }
  const thereOf = async (n: number) => {
    for (const href of await hrefs(path))
      if ((await (await dav('GET', href)).text()).includes(`UID:${uidOf(n)}\r`)) return href
    return null
  }
  // Edited here, edited there, taken away here, taken away there, new here, new there.
  await writeFile(await fileOf(3), eventText(3, 'Edited here'))
  const there = (await thereOf(4))!
  assert.equal((await dav('PUT', there, eventText(4, 'Edited there'), { 'content-type': 'text/calendar' })).status, 204)
  await unlink(await fileOf(5))
  assert.equal((await dav('DELETE', (await thereOf(6))!)).status, 204)
  await writeFile(join(local, 'new.ics'), eventText(5000))
  assert.equal((await dav('PUT', `${path}5001.ics`, eventText(5001), { 'content-type': 'text/calendar' })).status, 201)
  await sync()
  assert.equal((await hrefs(path)).length, events)
  assert.equal((await readdir(local)).length, events)
  const edited = await (await dav('GET', (await thereOf(3))!)).text()
  assert.match(edited, /SUMMARY:Edited here[\s\S]*X-INTEROP:3[\s\S]*SUMMARY:Edited here moved/)
  assert.match(await readFile(await fileOf(4), 'utf8'), /SUMMARY:Edited there/)
  assert.equal(await thereOf(5), null)
  await assert.rejects(fileOf(6))
  const before_ = await hrefs(path)
  assert.doesNotMatch(await sync(), /Copying|Deleting/, 'nothing is left to do')
  assert.deepEqual((await hrefs(path)).toSorted(), before_.toSorted())
})

test('khal shows and adds what vdirsyncer brings', {
  skip: skippedWithout('khal') || skippedWithout('vdirsyncer'),
}, async () => {
  const path = await makeCalendar('khal')
  assert.equal(
    (await dav('PUT', `${path}a.ics`, eventText(0, 'Seen by khal'), { 'content-type': 'text/calendar' })).status,
    201,
  )
  const { local, sync } = await vdirsyncerHome('khal')
  await sync()
  const config = join(folder, 'khal.conf')
  await writeFile(
    config,
    `[calendars]\n[[office]]\npath = ${local}\n[locale]\nlocal_timezone = Europe/Stockholm\ndefault_timezone = Europe/Stockholm\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${join(folder, 'khal.db')}\n`,
  )
  const env = { XDG_DATA_HOME: folder, LC_ALL: 'C.UTF-8' }
  const listed = await run('khal', ['-c', config, 'list', '2126-01-01', '2126-01-02'], { env })
  assert.match(listed.text, /Seen by khal/, listed.text)
  const added = await run('khal', ['-c', config, 'new', '-a', 'office', '2126-02-03 10:00', '11:00', 'Made by khal'], {
    env,
  })
  assert.equal(added.code, 0, added.text)
  await sync()
  const texts = await Promise.all((await hrefs(path)).map(async href => (await dav('GET', href)).text()))
  assert.ok(texts.some(text => text.includes('Made by khal')))
})

test('calcurse-caldav takes events over and brings its own', {
  skip: skippedWithout('calcurse-caldav', 'calcurse'),
}, async t => {
  if ((await run(debianPython, ['-c', 'import httplib2'])).code !== 0)
    return t.skip('skipped: no python3-httplib2 on this machine (Debian: apt-get install python3-httplib2)')
  const path = await makeCalendar('calcurse')
  assert.equal(
    (await dav('PUT', `${path}a.ics`, eventText(1, 'Seen by calcurse'), { 'content-type': 'text/calendar' })).status,
    201,
  )
  const own = await mkdtemp(join(folder, 'calcurse-'))
  const data = join(own, 'data')
  const caldav = join(own, 'caldav')
  await mkdir(data, { recursive: true })
  await mkdir(caldav, { recursive: true })
  const url = new URL(server.address)
  await writeFile(
    join(caldav, 'config'),
    `[General]\nBinary = calcurse\nHostname = ${url.host}\nPath = ${path}\nInsecureSSL = Yes\nHTTPS = No\nDryRun = No\nVerbose = Yes\nAuthMethod = basic\nSyncFilter = cal\n[Auth]\nUsername = ${elin.email}\n`,
  )
  const sync = (...words: string[]) =>
    run(
      debianPython,
      [
        found('calcurse-caldav')!,
        '--config',
        join(caldav, 'config'),
        '--datadir',
        data,
        '--lockfile',
        join(caldav, 'lock'),
        '--syncdb',
        join(caldav, 'sync.db'),
        '--hookdir',
        join(caldav, 'hooks'),
        ...words,
      ],
      { env: { CALCURSE_CALDAV_PASSWORD: password, HOME: own } },
    )
  const first = await sync('--init', 'keep-remote')
  assert.equal(first.code, 0, first.text)
  assert.match(await readFile(join(data, 'apts'), 'utf8'), /Seen by calcurse/)
  await writeFile(
    join(data, 'apts'),
    `${await readFile(join(data, 'apts'), 'utf8')}02/05/2126 @ 10:00 -> 02/05/2126 @ 11:00 |Made by calcurse\n`,
  )
  const second = await sync()
  assert.equal(second.code, 0, second.text)
  const texts = await Promise.all((await hrefs(path)).map(async href => (await dav('GET', href)).text()))
  assert.ok(
    texts.some(text => text.includes('Made by calcurse')),
    second.text,
  )
})

const python = `
import caldav, sys, datetime
url, user, password = sys.argv[1:4]
client = caldav.DAVClient(url, username=user, password=password)
principal = client.principal()
calendar = principal.make_calendar(name="Python", cal_id="python")
made = calendar.save_event("""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//python//EN
BEGIN:VEVENT
UID:py@interop.test
DTSTAMP:20260101T000000Z
DTSTART:21260302T080000Z
DTEND:21260302T090000Z
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Made by python
END:VEVENT
END:VCALENDAR
""")
found = calendar.date_search(start=datetime.datetime(2126, 3, 1), end=datetime.datetime(2126, 4, 1), expand=True)
assert found, "date_search"
text = "".join(one.data for one in found)
assert text.count("BEGIN:VEVENT") == 4, text
event = calendar.event_by_uid("py@interop.test")
event.data = event.data.replace("Made by python", "Changed by python")
event.save()
token = calendar.objects(load_objects=False)
assert "Changed by python" in calendar.event_by_uid("py@interop.test").data
objects = calendar.objects_by_sync_token()
assert len(list(objects)) == 1
event.delete()
assert len(calendar.events()) == 0
print("names:", sorted(c.name for c in principal.calendars()))
calendar.delete()
print("done")
`

test('python-caldav makes a calendar, searches, expands, changes and syncs', {
  skip: skippedWithout('python3'),
}, async t => {
  const has = await run(debianPython, ['-c', 'import caldav'])
  if (has.code !== 0)
    return t.skip('skipped: no python3-caldav on this machine (Debian: apt-get install python3-caldav)')
  const { code, text } = await run(debianPython, ['-c', python, `${server.address}/dav/`, elin.email, password])
  assert.equal(code, 0, text)
  assert.match(text, /done/)
})

test('cadaver lists a calendar and fetches an event', { skip: skippedWithout('cadaver') }, async () => {
  const path = await makeCalendar('cadaver')
  assert.equal(
    (await dav('PUT', `${path}a.ics`, eventText(2, 'Seen by cadaver'), { 'content-type': 'text/calendar' })).status,
    201,
  )
  const own = await mkdtemp(join(folder, 'cadaver-'))
  await writeFile(
    join(own, '.netrc'),
    `machine ${new URL(server.address).hostname}\nlogin ${elin.email}\npassword ${password}\n`,
    { mode: 0o600 },
  )
  const { text } = await run('cadaver', [`${server.address}${path}`], {
    cwd: own,
    env: { HOME: own },
    input: 'ls\nget a.ics back.ics\nquit\n',
  })
  assert.match(text, /a\.ics/)
  assert.match(await readFile(join(own, 'back.ics'), 'utf8'), /Seen by cadaver/, text)
})

/**
 * litmus tries folders that hold anything; a calendar holds calendar objects alone. Of what fails each has its paragraph; whatever else fails
 * is a fault of ours.
 */
const text = 'RFC 4791, 4.1 and 5.3.2.1: only calendar objects are laid down in a calendar (supported-calendar-data)'
const within = 'RFC 4791, 4.2: a calendar holds no collections'
const notOfCalendars: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basic: {
    put_get: text,
    put_get_utf8_segment: text,
    delete_fragment: within,
    mkcol: within,
  },
  http: {},
  copymove: {
    copy_init: text,
    copy_coll: within,
    copy_shallow: within,
    move: text,
    move_coll: within,
  },
  props: {
    propinit: text,
    // Of a thing that could not be laid down.
    propmanyns: text,
  },
  locks: {},
}

for (const [suite, known] of Object.entries(notOfCalendars))
  test(`litmus ${suite} in a calendar home`, { skip: skippedWithout('litmus') }, async t => {
    const own = await mkdtemp(join(folder, 'litmus-'))
    const { text } = await run('litmus', ['-k', `${server.address}${home}`, elin.email, password], {
      cwd: own,
      env: { TESTS: suite },
    })
    const said = text.replace(/\r/g, '\n')
    const summary = /summary for `\w+': of (\d+) tests run: (\d+) passed, (\d+) failed/.exec(said)
    assert.ok(summary, said)
    t.diagnostic(summary[0])
    const failed = new Set([...said.matchAll(/^\s*\d+\. (\w+)\.* FAIL/gm)].map(([, name]) => name!))
    assert.deepEqual([...failed], Object.keys(known), said)
    for (const name of failed) t.diagnostic(`${name}: ${known[name]}`)
    assert.ok(Number(summary[2]) > 0)
  })
