import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../kernel/ids.ts'
import { allowPrivateAddresses } from '../../kernel/outside/fetch.ts'
import {
  cancelEvent,
  changeEvent,
  createEvent,
  createPlace,
  listCalendars,
  listObjects,
  getObject,
} from '../calendar/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as c from './contract.ts'
import { mirrorRoutes } from './index.ts'
import { keepUpAll } from './doors/door.ts'
import { setEndpoints, usualEndpoints } from './providers/endpoints.ts'
import { googleStandIn } from './providers/google/testing.ts'
import { type DavStandIn, davStandIn, fileOf, type MirrorsOffice, mirrorsOffice } from './testing.ts'

let office: MirrorsOffice
let there: DavStandIn
let [accountId, calendarId] = ['', '']
const when = { allDay: false as const, start: '2126-11-24T10:00', end: '2126-11-24T11:00', zone: 'Europe/Stockholm' }
const routes = mirrorRoutes('https://office.example')

const post = async (path: string, input: Record<string, unknown>, as = office.elin) =>
  routes
    .find(route => route.path === `/api/mirrors/${path}`)!
    .act(office.kernel, { organisationId: as.organisationId, principalId: as.id, mandateId: null }, input, newId())
const minutes = (n: number) => office.setClock((office.kernel.clock?.() ?? Temporal.Now.instant()).add({ minutes: n }))
/** Everything that is due, until nothing is. */
async function keepUp(n = 6) {
  for (let round = 0; round < 3; round++) {
    minutes(n)
    await keepUpAll(office.kernel, office.elin.organisationId, (level, message, data) => {
      if (level !== 'info') throw new Error(`${message} ${JSON.stringify(data)}`)
    })
  }
}
const titlesHere = async () => {
  const listed = await office.query(listObjects, { calendarId }, office.elin)
  if (listed.status !== 'done') throw new Error(JSON.stringify(listed))
  const hrefs = listed.output.objects.flatMap(({ href, etag }) => (etag ? [href] : []))
  if (hrefs.length === 0) return []
  const found = await office.query(getObject, { calendarId, hrefs }, office.elin)
  if (found.status !== 'done') throw new Error(JSON.stringify(found))
  return found.output.objects.map(({ ics }) => /SUMMARY:(.*)\r/.exec(ics)![1]!).sort()
}
const titlesThere = () => [...there.objects.values()].map(({ ics }) => /SUMMARY:(.*)\r/.exec(ics)![1]!).sort()
const accounts = async (as = office.elin) => {
  const answer = await office.query(c.listAccounts, {}, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output.rows
}
const mirror = async () => (await accounts())[0]!.mirrors[0]!
const tasks = async () => {
  const answer = await office.query(listTasks, { states: ['open'] }, office.elin)
  return answer.status === 'done' ? answer.output.rows.map(({ title }) => title) : []
}
const refusalOf = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status

before(async () => {
  allowPrivateAddresses(true)
  office = await mirrorsOffice()
  there = await davStandIn()
  office.setClock(Temporal.Instant.from('2126-11-20T08:00:00Z'))
})
after(async () => {
  allowPrivateAddresses(false)
  await there.close()
  await office.close()
})

test('an account is tried before it is kept; what it says stands nowhere', async () => {
  const facts = { address: there.url, username: 'elin', name: 'At home' }
  assert.equal(refusalOf(await post('accounts', { ...facts, password: 'wrong' })), 'mirror-sign-in-refused')
  assert.equal(
    refusalOf(await post('accounts', { ...facts, address: 'http://127.0.0.1:9/', password: 'right' })),
    'mirror-unreachable',
  )
  const made = await post('accounts', { ...facts, password: 'right' })
  assert.equal(made.status, 'done')
  accountId = (await accounts())[0]!.id
  const { rows } = await office.superuser.query(`select count(*)::int as n from platform.sealed_secret`)
  assert.equal(rows[0].n, 1, 'what came to nothing is forgotten')
  const { rows: lines } = await office.superuser.query<{ body: Buffer }>('select body from kernel.journal_body')
  assert.ok(lines.length > 0 && !lines.some(({ body }) => body.includes('"password"')))
  allowPrivateAddresses(false)
  assert.equal(refusalOf(await post('accounts', { ...facts, password: 'right' })), 'mirror-address-private')
  allowPrivateAddresses(true)
})

test('a calendar is chosen and comes; what is made here goes there, and comes back as no change', async () => {
  there.put('one.ics', fileOf('one', 'Theirs'))
  const listed = await post('remote-calendars', { accountId })
  assert.equal(listed.status, 'done')
  const [remote] = (listed as { output: { rows: { id: string; name: string; writable: boolean }[] } }).output.rows
  assert.deepEqual({ name: remote!.name, writable: remote!.writable }, { name: 'Work & more', writable: true })
  const chosen = { accountId, remoteId: remote!.id, remoteName: remote!.name, writable: true }
  const dry = await office.dispatch(c.mirrorCalendar, chosen, office.elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  calendarId = (await office.done(c.mirrorCalendar, chosen, office.elin)).calendarId
  assert.equal(refusalOf(await office.dispatch(c.mirrorCalendar, chosen, office.elin)), 'calendar-mirrored-already')
  await office.done(createEvent, { calendarId, title: 'Ours', when }, office.elin)
  await keepUp()
  assert.deepEqual(await titlesHere(), ['Ours', 'Theirs'])
  assert.deepEqual(titlesThere(), ['Ours', 'Theirs'])
  const asked = there.asked.length
  await keepUp()
  assert.ok(!there.asked.slice(asked).some(line => /^(PUT|DELETE)/.test(line)))
  const row = await mirror()
  assert.deepEqual([row.events, row.waiting, row.problem, row.findings], [2, 0, null, []])
  assert.ok(row.inStepAt)
})

test('changes and deletions go both ways; with a ctag alone too', async () => {
  const { rows } = await office.superuser.query<{ id: string }>(
    `select id from kernel.record where title = 'Theirs' and kind = 'event'`,
  )
  await office.done(changeEvent, { id: rows[0]!.id, change: { title: 'Theirs changed here' } }, office.elin)
  there.syncs = false
  await keepUp()
  assert.deepEqual(titlesThere(), ['Ours', 'Theirs changed here'])
  there.put('one.ics', fileOf('one', 'Changed there'))
  there.put('two.ics', fileOf('two', 'New there', ['RRULE:FREQ=WEEKLY;COUNT=3', 'X-OWN:kept']))
  await keepUp()
  assert.deepEqual(await titlesHere(), ['Changed there', 'New there', 'Ours'])
  there.drop('two.ics')
  await office.done(cancelEvent, { id: rows[0]!.id }, office.elin)
  await keepUp()
  assert.deepEqual(await titlesHere(), ['Ours'])
  assert.deepEqual(titlesThere(), ['Ours'])
  there.syncs = true
})

test('both changed: the newer holds, what gave way is kept and told', async () => {
  there.put('three.ics', fileOf('three', 'Three'))
  await keepUp()
  const { rows } = await office.superuser.query<{ id: string }>(`select id from kernel.record where title = 'Three'`)
  await office.done(changeEvent, { id: rows[0]!.id, change: { title: 'Three here' } }, office.elin)
  there.put('three.ics', fileOf('three', 'Three there', ['SEQUENCE:7']))
  await keepUp()
  assert.deepEqual(await titlesHere(), ['Ours', 'Three there'])
  const [found] = (await mirror()).findings
  assert.equal(found!.kind, 'ours-lost')
  assert.match(found!.kept!, /SUMMARY:Three here/)
  await office.done(c.dismissFinding, { calendarId, findingId: found!.id }, office.elin)
  assert.equal(
    refusalOf(await office.dispatch(c.dismissFinding, { calendarId, findingId: found!.id }, office.elin)),
    'mirror-finding-unknown',
  )
})

test('what may not lie here or there is a task, and both sides stay as they are', async () => {
  there.put('bad.ics', fileOf('bad', 'No such rhythm', ['RRULE:FREQ=SOMETIMES']))
  await office.done(createEvent, { calendarId, title: 'Not here', when }, office.elin)
  await keepUp()
  const { findings } = await mirror()
  assert.deepEqual(findings.map(({ kind, because }) => `${kind} ${because}`).sort(), [
    'refused-here object-unreadable',
    'refused-there 403 valid-calendar-data',
  ])
  assert.equal((await tasks()).filter(title => /could not be brought in step/.test(title)).length, 1)
  const puts = there.asked.filter(line => line.startsWith('PUT')).length
  await keepUp()
  assert.equal(there.asked.filter(line => line.startsWith('PUT')).length, puts, 'the same is not tried again')
  there.put('bad.ics', fileOf('bad', 'Once a week', ['RRULE:FREQ=WEEKLY;COUNT=2']))
  const { rows } = await office.superuser.query<{ id: string }>(`select id from kernel.record where title = 'Not here'`)
  await office.done(changeEvent, { id: rows[0]!.id, change: { title: 'Here' } }, office.elin)
  await keepUp()
  assert.deepEqual((await mirror()).findings, [])
  assert.deepEqual(await titlesHere(), titlesThere())
  assert.equal((await tasks()).filter(title => /could not be brought in step/.test(title)).length, 0)
})

test('a room that is taken declines what comes; what is confidential goes nowhere', async () => {
  const room = await office.done(createPlace, { title: 'Mälaren', type: 'room' }, office.elin)
  await office.done(
    createEvent,
    {
      title: 'Board',
      when: { ...when, start: '2126-11-24T09:00', end: '2126-11-24T12:00' },
      guests: [{ who: { calendarId: room.id } }],
    },
    office.elin,
  )
  there.put(
    'room.ics',
    fileOf('room', 'Wants the room', [`ATTENDEE;CUTYPE=ROOM:urn:uuid:${room.id}`], '21261124T090000Z'),
  )
  await keepUp()
  assert.ok((await titlesHere()).includes('Wants the room'))
  const { rows: placings } = await office.superuser.query<{ ics: string }>(
    `select ics from calendar.placing where ics like '%Wants the room%'`,
  )
  assert.match(placings[0]!.ics.replace(/\r\n /g, ''), /ATTENDEE[^\r]*PARTSTAT=DECLINED/)
  const secret = await office.done(createEvent, { calendarId, title: 'Dismissal', when }, office.elin)
  await office.superuser.query('update kernel.record set class = 2 where id = $1', [secret.id])
  await keepUp()
  assert.ok(!titlesThere().includes('Dismissal'))
  assert.ok((await titlesHere()).includes('Dismissal'))
})

test('away: tried again later; signed out: its owner is told at once, and mends it', async () => {
  there.mode = 'busy'
  await keepUp()
  assert.equal((await accounts())[0]!.problem, 'too-slow')
  assert.equal((await tasks()).filter(title => /Mend/.test(title)).length, 0)
  await keepUp(200)
  assert.equal((await tasks()).filter(title => /Mend the calendar account elin/.test(title)).length, 1)
  there.mode = 'well'
  await keepUp(200)
  assert.equal((await accounts())[0]!.problem, null)
  assert.equal((await tasks()).filter(title => /Mend/.test(title)).length, 0)
  there.mode = 'refuses'
  await keepUp()
  assert.equal((await accounts())[0]!.problem, 'sign-in-refused')
  assert.equal((await tasks()).filter(title => /Mend/.test(title)).length, 1)
  there.mode = 'well'
  const again = { address: there.url, username: 'elin', name: 'At home', password: 'right', replacesId: accountId }
  assert.equal((await post('accounts', again)).status, 'done')
  assert.equal((await tasks()).filter(title => /Mend/.test(title)).length, 0)
  await keepUp()
  assert.equal((await accounts())[0]!.problem, null)
})

test('most of it gone at once is asked about; then it goes here too', async () => {
  for (let n = 0; n < 30; n++) there.put(`m${n}.ics`, fileOf(`m${n}`, `Many ${n}`))
  await keepUp()
  const before_ = (await titlesHere()).length
  for (let n = 0; n < 30; n++) there.drop(`m${n}.ics`)
  await keepUp()
  assert.equal((await mirror()).problem, 'many-gone')
  assert.equal((await titlesHere()).length, before_)
  await office.done(c.tryAgain, { calendarId, acceptGone: true }, office.elin)
  await keepUp()
  assert.equal((await titlesHere()).length, before_ - 30)
  assert.equal((await mirror()).problem, null)
})

test('one way only; undo; a stranger sees and does nothing', async () => {
  const turned = await office.dispatch(c.changeMirror, { calendarId, direction: 'in' }, office.elin)
  assert.deepEqual(turned.status === 'done' && turned.undo, {
    command: 'mirrors.change-mirror',
    input: { calendarId, direction: 'both' },
  })
  await office.done(createEvent, { calendarId, title: 'Stays here', when }, office.elin)
  await keepUp()
  assert.ok(!titlesThere().includes('Stays here'))
  const stranger = { id: office.system.id, organisationId: await office.openOrganisation() }
  assert.equal(refusalOf(await post('remote-calendars', { accountId }, stranger)), 'mirror-account-ended')
  assert.equal(refusalOf(await office.dispatch(c.tryAgain, { calendarId }, stranger)), 'record-not-found')
})

test('disconnected: what came stays, or goes', async () => {
  const { rows } = await accounts().then(all => ({ rows: all }))
  const ended = await office.done(
    c.disconnectAccount,
    { id: accountId, expectedVersion: rows[0]!.version, remove: true },
    office.elin,
  )
  assert.ok(ended.version > 1)
  assert.deepEqual(await accounts(), [])
  const calendars = await office.query(listCalendars, {}, office.elin)
  assert.ok(calendars.status === 'done' && !calendars.output.rows.some(({ id }) => id === calendarId))
  const { rows: secrets } = await office.superuser.query(`select count(*)::int as n from platform.sealed_secret`)
  assert.equal(secrets[0].n, 0)
  assert.equal(
    refusalOf(await office.dispatch(c.disconnectAccount, { id: accountId }, office.elin)),
    'mirror-account-ended',
  )
})

test('links of meetings: one nobody guesses, a fixed one, the first that is set up', async () => {
  assert.equal(refusalOf(await post('links', {})), 'link-way-unknown')
  assert.equal(
    refusalOf(await office.dispatch(c.addLinkWay, { type: 'teams', name: 'Teams' }, office.elin)),
    'link-way-incomplete',
  )
  const jitsi = { type: 'jitsi' as const, name: 'Ours', address: 'https://meet.example.org/room/', forOffice: true }
  await office.done(c.addLinkWay, jitsi, office.elin)
  const made = async (input = {}) => ((await post('links', input)) as { output: { url: string } }).output.url
  const [a, b] = [await made(), await made()]
  assert.match(a, /^https:\/\/meet\.example\.org\/room\/([a-z0-9]{6}-){3}[a-z0-9]{6}$/)
  assert.notEqual(a, b)
  const fixed = await office.done(
    c.addLinkWay,
    { type: 'fixed', name: 'My room', address: 'https://video.example.org/elin' },
    office.elin,
  )
  assert.equal(await made(), 'https://video.example.org/elin', "one's own comes first")
  await office.done(c.removeLinkWay, { id: fixed.id }, office.elin)
  assert.equal(refusalOf(await office.dispatch(c.removeLinkWay, { id: fixed.id }, office.elin)), 'link-way-unknown')
})

test('Google by consent: asked for by one person, worth something to that person alone; its calendar comes and goes', async () => {
  const google = await googleStandIn()
  const at = {
    googleAuthorize: `${google.url}/authorize`,
    googleToken: `${google.url}/token`,
    googleCalendar: google.url,
  }
  setEndpoints({ ...usualEndpoints, ...at, googleMeet: `${google.url}/meet` })
  try {
    assert.equal(refusalOf(await post('consents', { provider: 'google' })), 'mirror-client-missing')
    const client = { provider: 'google', clientId: '1234.apps.example', clientSecret: 'client-secret' }
    assert.equal((await post('clients', client)).status, 'done')
    const begun = (await post('consents', { provider: 'google' })) as { output: { address: string } }
    const asked = new URL(begun.output.address)
    assert.equal(asked.searchParams.get('redirect_uri'), 'https://office.example/calendar/elsewhere/back')
    assert.ok(!asked.href.includes('client-secret'))
    const state = asked.searchParams.get('state')!
    const stranger = { id: office.system.id, organisationId: office.elin.organisationId }
    assert.equal(refusalOf(await post('consented', { state, code: 'code-1' }, stranger)), 'mirror-consent-over')
    assert.equal(refusalOf(await post('consented', { state, code: 'forged' })), 'mirror-sign-in-refused')
    assert.equal((await post('consented', { state, code: 'code-1' })).status, 'done')
    const [account] = await accounts()
    assert.deepEqual([account!.provider, account!.username], ['google', 'elin@example.com'])
    google.make({
      id: 'one',
      summary: 'At Google',
      start: { dateTime: '2126-11-24T08:00:00Z' },
      end: { dateTime: '2126-11-24T09:00:00Z' },
    })
    const chosen = { accountId: account!.id, remoteId: 'elin@example.com', remoteName: 'Elin', writable: true }
    calendarId = (await office.done(c.mirrorCalendar, chosen, office.elin)).calendarId
    await office.done(createEvent, { calendarId, title: 'From Kontor', when }, office.elin)
    await keepUp()
    assert.deepEqual(await titlesHere(), ['At Google', 'From Kontor'])
    assert.deepEqual([...google.events.values()].map(({ summary }) => summary ?? '').sort(), [
      'At Google',
      'From Kontor',
    ])
    await office.done(c.addLinkWay, { type: 'meet', name: 'Meet', accountId: account!.id }, office.elin)
    assert.equal(
      ((await post('links', {})) as { output: { url: string } }).output.url,
      'https://meet.google.com/abc-defg-hij',
    )
    await office.done(c.forgetClient, { provider: 'google' }, office.elin)
    await keepUp()
    assert.equal((await accounts())[0]!.problem, 'sign-in-refused')
  } finally {
    setEndpoints(usualEndpoints)
    await google.close()
  }
})
