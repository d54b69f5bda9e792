import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type OutgoingMail, setMailDoor } from '../../../kernel/mail/door.ts'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../../../kernel/outside/link.ts'
import { cancelEvent, createEvent, createPlace, getEvent, moveEvent } from '../../calendar/contract.ts'
import { calendar } from '../../calendar/index.ts'
import { listTasks } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { bookingPublic } from '../doors.booking.ts'
import { named, refusalOf, schedulingOffice } from '../testing.ts'

const it = await schedulingOffice(named('documents'), named('notifications'), calendar)
const { office, organisationId, elin, karin, system } = it
const samir = await it.colleague('Samir Haddad')
after(() => office.close())
const { id: klippan } = await office.done(createPlace, { title: 'Klippan', type: 'room', seats: 8 }, elin)
const sent: OutgoingMail[] = []
setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })

const talk = { title: 'Talk', minutes: 60, venue: 'telephone' as const }
const visit = { title: 'Visit', minutes: 60, venue: 'room' as const, placeId: klippan }
const at = (time: string, on = '2026-11-25') => `${on}T${time}:00+01:00`
const utc = (time: string, on?: string) => Temporal.Instant.from(at(time, on)).toString()
const plain = { kinds: [talk], soonMinutes: 0, stepMinutes: 60 as const, verify: false, changeMinutes: 120 }
const newPage = async (facts: object = {}, as = karin): Promise<string> =>
  (await office.done(c.createBookingPage, { title: 'Book a time', ...plain, ...facts } as never, as)).id
const pageOf = async (id: string, as = elin) => {
  const answer = await office.query(c.getBookingPage, { id }, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}

/** What somebody outside is told, or the name of the refusal with its data. */
async function outside(purpose: 'book' | 'booking', path: string, id: string, body: object = {}) {
  const token = outsideToken(await linkSecretOf(office.pool), purpose, { organisationId, id })
  const door = bookingPublic.find(one => one.path === `/public/${purpose}/${path}`)!
  try {
    const { body: told } = await door.answer(office.kernel, { token, body, requestId: 'test', language: 'sv' } as never)
    return JSON.parse(told.toString())
  } catch (fault) {
    const { refusalName, data } = fault as { refusalName?: string; data?: object }
    if (!refusalName) throw fault
    return { refused: refusalName, ...data }
  }
}
let guests = 0
const asked = (kindId: string, start: string, facts: object = {}) => ({
  kindId,
  start,
  name: `Guest ${++guests}`,
  email: `guest${guests}@outside.example`,
  zone: 'Europe/Lisbon',
  contact: '+351 21 000 00 00',
  ...facts,
})
const take = (page: string, body: object) => outside('book', 'take', page, body)
const idIn = (token: string) =>
  Buffer.from(token, 'base64url')
    .subarray(16, 32)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const day = (starts: readonly string[], on: string) =>
  starts.filter(one => one.startsWith(on)).map(one => one.slice(11, 16))

test('a page tells the free hours alone: within hours, beside what stands, with its pauses, soon enough and not too far', async () => {
  await office.done(
    createEvent,
    {
      title: 'Secret',
      when: { allDay: false, start: '2026-11-25T10:00', end: '2026-11-25T11:00', zone: 'Europe/Stockholm' },
      privacy: 'private',
    },
    karin,
  )
  const id = await newPage({
    soonMinutes: 60,
    aheadDays: 3,
    beforeMinutes: 15,
    hours: [{ weekday: 3, from: '08:00', until: '16:00' }],
  })
  const shown = await outside('book', 'open', id)
  assert.deepEqual(day(shown.starts, '2026-11-25'), ['07:00', '08:00', '12:00', '13:00', '14:00'])
  assert.deepEqual([...new Set(shown.starts.map((one: string) => one.slice(0, 10)))], ['2026-11-25'])
  assert.deepEqual([shown.hosts, shown.kinds[0].place], [['Karin Öberg'], null])
  assert.doesNotMatch(JSON.stringify(shown), /Secret/)
  const preview = await office.query(
    c.previewBookingPage,
    {
      minutes: 60,
      hosts: [karin.id],
      stepMinutes: 60,
      hours: [{ weekday: 3, from: '08:00', until: '16:00' }],
      beforeMinutes: 15,
      soonMinutes: 60,
      aheadDays: 3,
    },
    karin,
  )
  assert.ok(preview.status === 'done')
  assert.deepEqual(preview.output.starts.map(String), shown.starts)
})

test('twenty want one hour: one has it, the others are told the next ones; the guest is asked as the calendar asks guests', async () => {
  const id = await newPage({ kinds: [visit] })
  const { kindId } = await outside('book', 'open', id)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => take(id, asked(kindId, utc('13:00', '2026-11-26')))),
  )
  assert.equal(answers.filter(({ state }) => state === 'booked').length, 1)
  const gone = answers.filter(({ refused }) => refused === 'booking-time-gone')
  assert.equal(gone.length, 19)
  assert.deepEqual(gone[0].next, [utc('14:00', '2026-11-26'), utc('15:00', '2026-11-26'), utc('16:00', '2026-11-26')])
  const { bookings } = await pageOf(id, karin)
  const event = await office.query(getEvent, { id: bookings[0]!.event!.id }, karin)
  assert.ok(event.status === 'done')
  assert.deepEqual(
    event.output.guests.map(({ who }) => ('email' in who ? who.email : 'calendarId' in who ? 'room' : 'colleague')),
    [bookings[0]!.email, 'room'],
  )
})

test('two pages with the same person, and a colleague who books her, meet in one hour: one of them has it', async () => {
  const pages = await Promise.all([newPage(), newPage()])
  const kinds = await Promise.all(pages.map(async id => (await outside('book', 'open', id)).kindId))
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => take(pages[n % 2]!, asked(kinds[n % 2], utc('09:00', '2026-11-27')))),
  )
  assert.equal(answers.filter(({ state }) => state === 'booked').length, 1)
})

test('what is asked is answered, by people: needed fields, few at a time, no programs', async () => {
  const id = await newPage({ questions: [{ text: 'What about?', required: true }] })
  const { kindId } = await outside('book', 'open', id)
  const on = (hour: number) => utc(`${hour}:00`.padStart(5, '0'), '2026-12-01')
  assert.equal((await take(id, asked(kindId, on(9)))).refused, 'answers-missing')
  assert.equal((await take(id, asked(kindId, on(9), { answers: ['Roof'], contact: '' }))).refused, 'answers-missing')
  assert.equal(
    (await take(id, asked(kindId, on(9), { answers: ['Roof'], zone: 'Mars/Olympus' }))).refused,
    'scheduling-zone-unknown',
  )
  assert.equal((await take(id, asked(kindId, on(9), { answers: ['Roof'], email: 'nobody' }))).refused, 'input-invalid')
  assert.deepEqual(await take(id, asked(kindId, on(9), { website: 'https://spam.example' })), {
    state: 'unconfirmed',
    token: null,
  })
  const one = { email: 'often@outside.example', answers: ['Roof'] }
  const often = [
    await take(id, asked(kindId, on(9), one)),
    await take(id, asked(kindId, on(10), one)),
    await take(id, asked(kindId, on(11), one)),
    await take(id, asked(kindId, on(13), one)),
  ]
  assert.deepEqual(
    often.map(({ state, refused }) => state ?? refused),
    ['booked', 'booked', 'booked', 'bookings-too-many'],
  )
  assert.deepEqual((await pageOf(id)).bookings[0]!.answers, [{ question: 'What about?', answer: 'Roof' }])
})

test('whoever books confirms by the link of the mail; until then the hour is held, and frees itself', async () => {
  setOutsideLinks({ address: 'https://desk.example', secret: await linkSecretOf(office.pool) })
  const id = await newPage({ verify: true }, samir)
  const { kindId } = await outside('book', 'open', id)
  const [nine, ten] = [utc('09:00', '2026-12-02'), utc('10:00', '2026-12-02')]
  const first = await take(id, asked(kindId, nine))
  assert.deepEqual(first, { state: 'unconfirmed', token: null })
  await take(id, asked(kindId, ten))
  assert.equal((await take(id, asked(kindId, nine))).refused, 'booking-time-gone')
  sent.length = 0
  await office.runJobs()
  const mail = sent.find(({ text }) => text.includes('om en halvtimme'))!
  assert.match(mail.subject, /^Bekräfta: Talk, onsdag 2 december/)
  assert.match(mail.text, /08:00 \(Europe\/Lisbon\)[\s\S]*https:\/\/desk\.example\/booked#/)
  const { bookings } = await pageOf(id)
  const shown = await outside('booking', 'confirm', bookings[0]!.id)
  assert.deepEqual([shown.state, shown.mayMove], ['booked', true])
  assert.equal((await outside('booking', 'confirm', bookings[0]!.id)).state, 'booked')
  office.setClock(Temporal.Instant.from(utc('09:00', '2026-12-01')))
  const due = await office.query(c.countBookingsDue, {}, system)
  assert.ok(due.status === 'done' && due.output.count > 0)
  const { lapsed, reminded } = await office.done(c.endBookings, {}, system)
  assert.deepEqual([lapsed, reminded >= 1], [1, true])
  assert.equal((await outside('booking', 'confirm', bookings[1]!.id)).refused, 'booking-over')
  assert.deepEqual(day((await outside('book', 'open', id)).starts, '2026-12-02').slice(0, 2), ['07:00', '09:00'])
  sent.length = 0
  await office.runJobs()
  assert.ok(sent.some(({ subject }) => subject.startsWith('I morgon: Talk')))
})

test('whoever is asked first says yes or no; a task waits for the answer', async () => {
  const id = await newPage({ approval: true }, samir)
  const { kindId } = await outside('book', 'open', id)
  const [yes, no] = [
    await take(id, asked(kindId, utc('13:00', '2026-12-03'))),
    await take(id, asked(kindId, utc('14:00', '2026-12-03'))),
  ]
  assert.deepEqual([yes.state, no.state], ['asked', 'asked'])
  const tasks = async () => {
    const list = await office.query(listTasks, { text: 'asks for a time', states: ['open'] } as never, samir)
    return list.status === 'done' ? list.output.rows.length : -1
  }
  assert.equal(await tasks(), 2)
  const answer = (token: string, accept: boolean) =>
    office.dispatch(c.answerBooking, { id, bookingId: idIn(token), accept }, samir)
  assert.equal((await answer(yes.token, true)).status, 'done')
  assert.equal((await answer(no.token, false)).status, 'done')
  assert.equal(refusalOf(await answer(no.token, true)), 'booking-over')
  assert.equal(await tasks(), 0)
  const states = await Promise.all(
    [yes, no].map(async ({ token }) => (await outside('booking', 'open', idIn(token))).state),
  )
  assert.deepEqual(states, ['booked', 'declined'])
})

test('a guest moves and cancels by the link until the time that was said; the calendar agrees', async () => {
  const id = await newPage({}, samir)
  const { kindId } = await outside('book', 'open', id)
  const bookingId = idIn((await take(id, asked(kindId, utc('09:00', '2026-12-04')))).token)
  const moved = await outside('booking', 'move', bookingId, { start: utc('15:00', '2026-12-04') })
  assert.equal(moved.start, utc('15:00', '2026-12-04'))
  assert.equal(
    (await outside('booking', 'move', bookingId, { start: utc('12:00', '2026-12-04') })).refused,
    'booking-time-gone',
  )
  const { bookings } = await pageOf(id, samir)
  const event = bookings[0]!.event!.id
  // What a host moves or cancels in the calendar is what the link tells
  const when = { allDay: false as const, start: '2026-12-04T10:00', end: '2026-12-04T11:00', zone: 'Europe/Stockholm' }
  await office.done(moveEvent, { id: event, when }, samir)
  assert.equal((await outside('booking', 'open', bookingId)).start, utc('10:00', '2026-12-04'))
  assert.equal((await outside('booking', 'cancel', bookingId)).state, 'cancelled')
  assert.deepEqual(day((await outside('book', 'open', id)).starts, '2026-12-04')[2], '09:00')
  const other = idIn((await take(id, asked(kindId, utc('09:00', '2026-12-07')))).token)
  await office.done(cancelEvent, { id: (await pageOf(id, samir)).bookings.at(-1)!.event!.id }, samir)
  assert.equal((await outside('booking', 'open', other)).state, 'cancelled')
  const late = idIn((await take(id, asked(kindId, utc('16:00', '2026-12-07')))).token)
  office.setClock(Temporal.Instant.from(utc('15:00', '2026-12-07')))
  assert.equal((await outside('booking', 'cancel', late)).refused, 'booking-too-late')
  assert.equal((await outside('booking', 'open', late)).late, true)
})

test('by turns: whoever is free and had fewest; together: all of them', async () => {
  const hosts = [elin.id, karin.id, samir.id]
  const id = await newPage({ way: 'turns', hosts }, elin)
  const { kindId } = await outside('book', 'open', id)
  for (const hour of ['09', '10', '11', '13', '14', '15'])
    assert.equal((await take(id, asked(kindId, utc(`${hour}:00`, '2026-12-09')))).state, 'booked')
  const count = Map.groupBy((await pageOf(id)).bookings, one => one.hosts[0]!.id)
  assert.deepEqual(
    hosts.map(host => count.get(host)?.length),
    [2, 2, 2],
  )
  // One is taken: the next of those who are free has it
  const nine = await Promise.all(Array.from({ length: 4 }, () => take(id, asked(kindId, utc('09:00', '2026-12-10')))))
  assert.equal(nine.filter(({ state }) => state === 'booked').length, 3)
  assert.equal(nine.filter(({ refused }) => refused === 'booking-time-gone').length, 1)
  const all = await newPage({ way: 'together', hosts, perDay: 1 }, elin)
  const shown = await outside('book', 'open', all)
  assert.ok(!day(shown.starts, '2026-12-10').includes('08:00') && day(shown.starts, '2026-12-10').includes('09:00'))
  assert.equal((await take(all, asked(shown.kindId, utc('10:00', '2026-12-10')))).state, 'booked')
  assert.deepEqual(day((await outside('book', 'open', all)).starts, '2026-12-10'), [])
})

test('who may be booked, what is closed, what is undone', async () => {
  const refused = async (facts: object, as = karin) =>
    refusalOf(await office.dispatch(c.createBookingPage, { title: 'Page', ...plain, ...facts } as never, as))
  const clerk = office.principal(organisationId, {
    permissions: new Map([[c.createBookingPage.name, { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal(await refused({ hosts: [samir.id] }, clerk), 'host-not-given')
  assert.equal(await refused({ way: 'one', hosts: [karin.id, samir.id] }), 'hosts-unfit')
  assert.equal(await refused({ hosts: [klippan] }, elin), 'scheduling-person-unknown')
  assert.equal(await refused({ hours: [{ weekday: 1, from: '10:00', until: '09:00' }] }), 'hours-overlap')
  const id = await newPage()
  const { kindId } = await outside('book', 'open', id)
  const changed = await office.dispatch(
    c.changeBookingPage,
    { id, title: 'Other', ...plain, kinds: [{ ...talk, id: kindId }, visit] } as never,
    karin,
  )
  assert.ok(changed.status === 'done' && changed.undo)
  assert.equal((await pageOf(id)).kinds[0]!.id, kindId)
  await office.done(c.changeBookingPage, changed.undo.input as never, karin)
  assert.deepEqual([(await pageOf(id)).record.title, (await pageOf(id)).kinds.length], ['Book a time', 1])
  const closed = await office.dispatch(c.closeBookingPage, { id }, karin)
  assert.ok(closed.status === 'done' && closed.undo)
  assert.equal((await outside('book', 'open', id)).refused, 'booking-page-shut')
  assert.equal((await take(id, asked(kindId, utc('09:00', '2026-12-15')))).refused, 'booking-page-shut')
  assert.equal(refusalOf(await office.dispatch(c.closeBookingPage, { id }, karin)), 'booking-page-shut')
  await office.done(c.reopenBookingPage, closed.undo.input as never, karin)
  assert.equal(refusalOf(await office.dispatch(c.reopenBookingPage, { id }, karin)), 'booking-page-open')
  assert.equal((await take(id, asked(klippan, utc('09:00', '2026-12-15')))).refused, 'booking-page-shut')
  assert.equal((await outside('book', 'open', kindId)).refused, 'booking-page-shut')
  assert.equal((await outside('booking', 'open', id)).refused, 'booking-link-closed')
})

test('asked for, a guest takes another time or cancels; granted, theirs stands until another is granted', async () => {
  office.setClock(Temporal.Instant.from(utc('08:00', '2026-12-17')))
  const id = await newPage({ approval: true }, samir)
  const { kindId } = await outside('book', 'open', id)
  const on = (time: string) => utc(time, '2026-12-22')
  const bookingId = idIn((await take(id, asked(kindId, on('13:00')))).token)
  const see = () => outside('booking', 'open', bookingId, { times: true })
  const open = async () => {
    const list = await office.query(listTasks, { text: 'asks for a time', states: ['open'] } as never, samir)
    return list.status === 'done' ? list.output.rows.length : -1
  }
  const free = async () => day((await outside('book', 'open', id)).starts, '2026-12-22')
  const answer = (accept: boolean) => office.dispatch(c.answerBooking, { id, bookingId, accept }, samir)
  const before = await open()
  assert.equal((await see()).mayMove, true)
  assert.ok(!(await free()).includes('12:00'), 'held')
  const moved = await outside('booking', 'move', bookingId, { start: on('14:00') })
  assert.deepEqual([moved.state, moved.start, moved.wanted], ['asked', on('14:00'), null])
  assert.ok((await free()).includes('12:00') && !(await free()).includes('13:00'), 'the other is held instead')
  assert.equal(await open(), before, 'the same task waits')
  assert.equal((await answer(true)).status, 'done')
  assert.equal((await see()).state, 'booked')
  // Granted: another is asked for, and theirs stands.
  const wish = await outside('booking', 'move', bookingId, { start: on('15:00') })
  assert.deepEqual([wish.state, wish.start, wish.wanted], ['booked', on('14:00'), on('15:00')])
  assert.equal(await open(), before)
  assert.ok(!(await free()).includes('13:00') && !(await free()).includes('14:00'), 'both are held')
  await office.runJobs()
  sent.length = 0
  assert.equal((await answer(false)).status, 'done')
  await office.runJobs()
  assert.ok(sent.some(({ subject }) => subject.startsWith('Din tid står kvar')))
  assert.deepEqual([(await see()).start, (await see()).wanted, await open()], [on('14:00'), null, before - 1])
  assert.ok((await free()).includes('14:00'))
  // Asked for once more, changed, granted: the event moves, and the half hour beside it was no hindrance.
  await outside('booking', 'move', bookingId, { start: on('15:00') })
  await outside('booking', 'move', bookingId, { start: on('16:00') })
  assert.equal(await open(), before, 'of two wishes the later waits')
  assert.equal((await answer(true)).status, 'done')
  assert.deepEqual([(await see()).start, (await see()).wanted, (await see()).state], [on('16:00'), null, 'booked'])
  const { bookings } = await pageOf(id, samir)
  assert.equal(String(bookings.find(one => one.id === bookingId)!.start), on('16:00'))
  // Nobody answers: theirs stands.
  await outside('booking', 'move', bookingId, { start: on('09:00') })
  office.setClock(Temporal.Instant.from(utc('09:00', '2026-12-21')))
  await office.done(c.endBookings, {}, system)
  assert.deepEqual([(await see()).start, (await see()).wanted, (await see()).state], [on('16:00'), null, 'booked'])
  assert.equal((await outside('booking', 'cancel', bookingId)).state, 'cancelled')
})
