import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../../kernel/outside/link.ts'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import { calendar } from '../calendar/index.ts'
import {
  agenda,
  cancelEvent,
  createEvent,
  createPlace,
  getEvent,
  importSchoolDays,
  mindSchoolHolidays,
} from '../calendar/contract.ts'
import { createTask, setAway } from '../work/contract.ts'
import * as c from './contract.ts'
import { timesPublic } from './doors.public.ts'
import { insertRecord, named, refusalOf, schedulingOffice } from './testing.ts'

const it = await schedulingOffice(named('documents'), named('notifications'), calendar)
const { office, organisationId, elin, karin, system } = it
const samir = await it.colleague('Samir Haddad')
after(() => office.close())

const room = (title: string, facts: object = {}) =>
  office.done(createPlace, { title, type: 'room', seats: 8, equipment: ['Screen'], ...facts }, elin)
const { id: klippan } = await room('Klippan', { site: 'City' })
const local = (start: string, end: string, on = '2026-11-25') => ({
  allDay: false as const,
  start: `${on}T${start}`,
  end: `${on}T${end}`,
  zone: 'Europe/Stockholm',
})
const wednesday = { from: '2026-11-25T00:00:00Z', until: '2026-11-26T00:00:00Z' }
const at = (time: string, on = '2026-11-25') => `${on}T${time}:00+01:00`
const starts = (found: { slots: readonly { start: string }[] }) =>
  found.slots.map(({ start }) =>
    Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Stockholm').toPlainTime().toString().slice(0, 5),
  )
const asked = async (input: object) => {
  const answer = await office.query(c.findTimes, { minutes: 60, ...wednesday, ...input } as never, elin)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}

test('a time is found beside what stands, in a room that is free, and booked with its guests in one act', async () => {
  await office.done(createEvent, { title: 'Economy', when: local('08:00', '16:00') }, karin)
  const found = await asked({ must: [karin.id], may: [samir.id], needs: { room: true, equipment: ['Screen'] } })
  assert.deepEqual(starts(found)[0], '16:00')
  assert.equal(found.slots[0]!.room!.id, klippan)
  const input = {
    title: 'Design review',
    start: found.slots[0]!.start,
    minutes: 60,
    must: [karin.id],
    may: [samir.id],
    placeId: klippan,
  }
  const dry = await office.dispatch(c.bookSlot, input, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const first = await office.dispatch(c.bookSlot, input, elin, { key: 'one' })
  const again = await office.dispatch(c.bookSlot, input, elin, { key: 'one' })
  assert.ok(first.status === 'done' && again.status === 'done')
  assert.equal(first.output.id, again.output.id)
  const event = await office.query(getEvent, { id: first.output.id }, elin)
  assert.ok(event.status === 'done')
  assert.deepEqual(
    event.output.guests.map(({ role }) => role),
    ['required', 'optional', 'required'],
  )
  // The room is taken: by the database's word, whoever asks
  assert.equal(refusalOf(await office.dispatch(c.bookSlot, { ...input, must: [samir.id] }, karin)), 'place-taken')
  assert.equal((await asked({ must: [elin.id], from: at('16:00'), until: at('17:00') })).total, 0)
  assert.ok(first.undo)
  await office.done(cancelEvent, first.undo.input as never, elin)
  assert.equal(starts(await asked({ must: [karin.id] }))[0], '16:00')
})

test('what cannot be booked is refused by name', async () => {
  const input = { title: 'Meeting', start: at('10:00'), minutes: 30, must: [karin.id] }
  const refused = async (part: object) => refusalOf(await office.dispatch(c.bookSlot, { ...input, ...part }, elin))
  assert.equal(await refused({ start: at('10:00', '2026-11-20') }), 'slot-over')
  assert.equal(await refused({ must: [] }), 'nobody-comes')
  assert.equal(await refused({ must: ['019aa000-0000-7000-8000-000000000099'] }), 'scheduling-person-unknown')
  assert.equal(await refused({ zone: 'Mars/Olympus' }), 'scheduling-zone-unknown')
  assert.equal(await refused({ aboutId: '019aa000-0000-7000-8000-000000000099' }), 'record-not-found')
  const long = await office.query(c.findTimes, { minutes: 60, until: '2028-01-01T00:00:00Z', must: [karin.id] }, elin)
  assert.equal(refusalOf(long), 'window-too-long')
})

test('the same time for some weeks is one series', async () => {
  const { id } = await office.done(
    c.bookSlot,
    { title: 'Weekly', start: at('09:00', '2026-12-01'), minutes: 30, must: [samir.id], weeks: 3 },
    elin,
  )
  const seen = await office.query(agenda, { from: '2026-12-01T00:00:00Z', until: '2027-01-15T00:00:00Z' }, elin)
  assert.ok(seen.status === 'done')
  assert.equal(seen.output.rows.filter(row => row.eventId === id && row.laying === 'home').length, 3)
})

test('in the holidays of schools that somebody minds they are rather not booked, but can be', async () => {
  const petra = await it.colleague('Petra Wallin')
  const days = { from: '2026-12-09T00:00:00Z', until: '2026-12-11T00:00:00Z' }
  const first = async () => (await asked({ must: [petra.id], ...days })).slots[0]!.start.slice(0, 10)
  assert.equal(await first(), '2026-12-09')
  const file = '2026-12-09;2026-12-09;Lov'
  const { id } = await office.done(importSchoolDays, { title: 'Schools', country: 'SE', file }, elin)
  assert.equal(await first(), '2026-12-09')
  await office.done(mindSchoolHolidays, { ids: [id] }, petra)
  assert.equal(await first(), '2026-12-10')
  assert.ok((await asked({ must: [petra.id], ...days, until: '2026-12-10T00:00:00Z' })).total > 0)
})

test('hours, holidays, absences and what one would rather not are reckoned with; what may move is not in the way', async () => {
  const nora = await it.colleague('Nora Nordin')
  const hours = [1, 2, 3, 4, 5].map(weekday => ({ weekday, from: '09:00', until: '12:00' }))
  const set = await office.dispatch(c.setWorkingHours, { zone: 'Europe/Lisbon', country: 'PT', hours }, nora)
  assert.ok(set.status === 'done')
  // Nine in Lisbon is ten in Stockholm
  assert.equal(starts(await asked({ must: [nora.id], wanted: 1 }))[0], '10:00')
  await office.done(
    c.setPreferences,
    { avoid: [{ weekday: 3, from: '09:00', until: '10:00' }], restMinutes: 0, movable: ['Focus'] },
    nora,
  )
  assert.equal(starts(await asked({ must: [nora.id], wanted: 1 }))[0], '11:00')
  await office.done(createEvent, { title: 'Reading', when: local('11:00', '13:00'), category: 'focus' }, nora)
  const { slots } = await asked({ must: [nora.id], from: at('11:00'), until: at('13:00') })
  assert.deepEqual(
    slots[0]!.reasons.map(({ key }) => key),
    ['moves'],
  )
  // 1 December is a holiday in Portugal
  assert.equal((await asked({ must: [nora.id], from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' })).total, 0)
  await office.done(setAway, { personId: nora.id, fromOn: '2026-11-25', untilOn: '2026-11-25' }, elin)
  const away = await asked({ must: [nora.id] })
  assert.deepEqual([away.total, away.changes.some(({ change }) => change === 'later')], [0, true])

  const told = await office.query(c.getHours, {}, nora)
  assert.ok(told.status === 'done' && told.output.ownHours && told.output.hours.length === 5)
  assert.ok(set.undo)
  await office.done(c.setWorkingHours, set.undo.input as never, nora)
  const back = await office.query(c.getHours, {}, nora)
  assert.ok(back.status === 'done' && back.output.zone === 'Europe/Stockholm' && back.output.hours.length === 10)
})

test('hours that cannot be, and hours of others by whoever may not', async () => {
  const twice = [
    { weekday: 1, from: '08:00', until: '12:00' },
    { weekday: 1, from: '11:00', until: '17:00' },
  ]
  const refused = async (part: object, as = elin) =>
    refusalOf(await office.dispatch(c.setWorkingHours, { zone: 'Europe/Oslo', country: 'NO', hours: [], ...part }, as))
  assert.equal(await refused({ hours: twice }), 'hours-overlap')
  assert.equal(await refused({ zone: 'Mars/Olympus' }), 'scheduling-zone-unknown')
  assert.equal(await refused({ principalId: klippan }), 'scheduling-person-unknown')
  const clerk = office.principal(organisationId, { permissions: new Map([['scheduling.set-working-hours', null]]) })
  assert.equal(await refused({ principalId: karin.id }, clerk), 'act-not-permitted')
})

test('a part of the day is kept to, or told as the one change', async () => {
  const between = { from: '13:00', until: '15:00' }
  const on = { from: '2026-12-09T00:00:00Z', until: '2026-12-10T00:00:00Z', must: [samir.id], wanted: 20 }
  const found = await asked({ ...on, between })
  assert.equal(found.total, 5)
  assert.deepEqual(starts(found).toSorted(), ['13:00', '14:00'])
  await office.done(createEvent, { title: 'Visit', when: local('12:30', '15:30', '2026-12-09') }, samir)
  const { slots, changes } = await asked({ ...on, between })
  assert.deepEqual([slots.length, changes.some(({ change }) => change === 'other-time')], [0, true])
})

test('a record brings its people and its papers along, as far as the asker may see them', async () => {
  const task = await office.done(createTask, { title: 'Call about the roof', ownerId: samir.id }, elin)
  const paper = await insertRecord(office, organisationId, 'document', 'Drawing of the roof')
  const hidden = await insertRecord(office, organisationId, 'document', 'Secret of the roof')
  await office.superuser.query('update kernel.record set audience = array[$2]::uuid[] where id = $1', [
    hidden,
    samir.id,
  ])
  await office.superuser.query(
    `insert into kernel.link (organisation_id, from_id, to_id, relation) select $1, $2, unnest($3::uuid[]), 'attachment'`,
    [organisationId, task.id, [paper, hidden]],
  )
  const told = await office.query(c.aboutRecord, { id: task.id }, elin)
  assert.ok(told.status === 'done')
  const { about, must, documents } = told.output
  assert.deepEqual(
    [about.title, must.map(({ id }) => id), documents.map(({ id }) => id)],
    ['Call about the roof', [samir.id], [paper]],
  )
  assert.equal(refusalOf(await office.query(c.aboutRecord, { id: hidden }, elin)), 'record-not-found')
})

test('a way that is too long is reckoned with', async () => {
  const petra = await it.colleague('Petra')
  const { id: harbour } = await room('Harbour', { site: 'Harbour', seats: 30 })
  await office.done(c.setTravel, { site: 'City', other: 'Harbour', minutes: 40 }, elin)
  assert.equal(
    refusalOf(await office.dispatch(c.setTravel, { site: 'City', other: 'City', minutes: 4 }, elin)),
    'sites-alike',
  )
  await office.done(
    createEvent,
    { title: 'Out there', when: local('08:00', '09:00', '2026-11-26'), guests: [{ who: { calendarId: harbour } }] },
    petra,
  )
  const city = {
    must: [petra.id],
    from: at('09:00', '2026-11-26'),
    until: '2026-11-27T00:00:00Z',
    wanted: 20,
    needs: { room: true, site: 'City' },
  }
  assert.equal(starts(await asked(city)).toSorted()[0], '09:45')
  const undone = await office.dispatch(c.setTravel, { site: 'Harbour', other: 'City', minutes: 0 }, elin)
  assert.ok(undone.status === 'done' && (undone.undo!.input as { minutes: number }).minutes === 40)
  assert.equal(starts(await asked(city)).toSorted()[0], '09:00')
})

test('a line names colleagues before anybody else', async () => {
  await office.superuser.query(
    `insert into authority.principal (organisation_id, id, kind, email, language) select $1, id, 'person', id || '@x.example', 'en' from unnest($2::uuid[]) id`,
    [organisationId, [karin.id, samir.id]],
  )
  const read = await office.query(
    c.readRequest,
    { text: 'review 90 min with karin samir by fri room with screen' },
    elin,
  )
  assert.ok(read.status === 'done')
  const { must, minutes, title, room: needed, equipment } = read.output
  assert.deepEqual(
    [must.map(one => one.id), minutes, title, needed, equipment],
    [[karin.id, samir.id], 90, 'review', true, ['Screen']],
  )
})

const guests = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `Guest ${n}`,
    email: `guest${n}@outside.example`,
    language: 'sv' as const,
  }))
const offering = (way: 'hold' | 'offer' | 'poll', on: string, part: object = {}) => ({
  way,
  title: `Meeting of ${on}`,
  minutes: 60,
  starts: [at('09:00', on), at('13:00', on), at('15:00', on)],
  answerUntil: '2026-11-27T12:00:00Z',
  must: [karin.id],
  placeId: klippan,
  ...part,
})
const proposal = async (id: string) => {
  const answer = await office.query(c.getProposal, { id }, elin)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output
}
const taken = async (on: string) => {
  const seen = await office.query(
    c.dayOf,
    { on, must: [], needs: { room: true, seats: 0, equipment: ['Screen'], site: 'City' } },
    elin,
  )
  return seen.status === 'done' ? seen.output.rooms[0]!.taken.length : -1
}

test('times that are pencilled in hold the room; one is booked and the others are free at once', async () => {
  const on = '2026-12-02'
  const paper = await insertRecord(office, organisationId, 'document', 'Drawing')
  const { id } = await office.done(c.proposeTimes, offering('hold', on, { documentIds: [paper] }), elin)
  assert.equal(await taken(on), 3)
  const other = { title: 'Other', start: at('13:00', on), minutes: 60, must: [samir.id], placeId: klippan }
  assert.equal(refusalOf(await office.dispatch(c.bookSlot, other, samir)), 'place-taken')
  const { times } = await proposal(id)
  assert.equal(refusalOf(await office.dispatch(c.chooseTime, { id, timeId: id }, elin)), 'proposed-time-unknown')
  const { eventId } = await office.done(c.chooseTime, { id, timeId: times[1]!.id }, elin)
  assert.equal(await taken(on), 1)
  const { record, event } = await proposal(id)
  assert.deepEqual([record.state, event?.id], ['settled', eventId])
  const booked = await office.query(getEvent, { id: eventId }, elin)
  assert.ok(booked.status === 'done')
  assert.deepEqual(booked.output.documentIds, [paper])
  assert.equal(refusalOf(await office.dispatch(c.chooseTime, { id, timeId: times[0]!.id }, elin)), 'proposal-not-open')
  assert.equal(refusalOf(await office.dispatch(c.withdrawProposal, { id }, elin)), 'proposal-not-open')
  await office.done(c.bookSlot, { ...other, start: at('09:00', on) }, samir)
})

test('what is proposed about something confidential is as confidential, and so is what is booked of it', async () => {
  const about = await insertRecord(office, organisationId, 'document', 'Candidate')
  await office.superuser.query('update kernel.record set class = 2, audience = $2::uuid[] where id = $1', [
    about,
    [elin.id, samir.id],
  ])
  const on = '2026-12-10'
  const { id } = await office.done(
    c.proposeTimes,
    offering('hold', on, { aboutId: about, must: [samir.id], placeId: null }),
    elin,
  )
  assert.equal(refusalOf(await office.query(c.getProposal, { id }, karin)), 'record-not-found')
  const { times } = await proposal(id)
  const { eventId } = await office.done(c.chooseTime, { id, timeId: times[0]!.id }, elin)
  const booked = await office.query(getEvent, { id: eventId }, samir)
  assert.ok(booked.status === 'done' && booked.output.privacy === 'confidential')
  assert.equal(refusalOf(await office.query(getEvent, { id: eventId }, karin)), 'record-not-found')
  const told = await office.query(c.aboutRecord, { id: about }, elin)
  assert.ok(told.status === 'done')
})

test('what is proposed wrongly is refused; what is withdrawn frees what it held', async () => {
  const on = '2026-12-03'
  const refused = async (part: object) =>
    refusalOf(await office.dispatch(c.proposeTimes, offering('offer', on, part), elin))
  assert.equal(await refused({}), 'nobody-to-ask')
  assert.equal(await refused({ outside: guests(1), starts: [at('09:00', on), at('09:00', on)] }), 'times-twice')
  assert.equal(await refused({ outside: guests(1), starts: [at('09:00', '2026-11-01')] }), 'slot-over')
  // The one room with a screen in the city is taken at one of the times; without that one it is held
  await office.done(c.bookSlot, { title: 'There', start: at('13:00', on), minutes: 30, placeId: klippan }, elin)
  const any = { placeId: null, needs: { room: true, seats: 1, equipment: ['Screen'], site: 'City' } }
  const refusedAll = await office.dispatch(c.proposeTimes, offering('hold', on, any), elin)
  assert.equal(refusalOf(refusedAll), 'no-room-for-all')
  const two = { ...any, starts: [at('09:00', on), at('15:00', on)] }
  const proposed = await office.dispatch(c.proposeTimes, offering('hold', on, two), elin)
  assert.ok(proposed.status === 'done' && proposed.undo)
  assert.equal(await taken(on), 3)
  await office.done(c.withdrawProposal, proposed.undo.input as never, elin)
  assert.equal(await taken(on), 1)
})

const request = (token: string, body: object = {}) =>
  ({ token, body, requestId: 'test', params: {}, query: {}, file: null, said: () => '', language: 'sv' }) as never
const door = (path: string) => timesPublic.find(one => one.path === `/public/times/${path}`)!
const asGuest = async (path: string, inviteeId: string, body: object = {}) => {
  const token = outsideToken(await linkSecretOf(office.pool), 'times', { organisationId, id: inviteeId })
  try {
    const { body: told } = await door(path).answer(office.kernel, request(token, body))
    return JSON.parse(told.toString())
  } catch (fault) {
    return (fault as { refusalName?: string }).refusalName ?? fault
  }
}

test('fifty guests take one of the offered times at once: exactly one has it, the others are told that it has gone', async () => {
  const on = '2026-12-04'
  const { id } = await office.done(c.proposeTimes, offering('offer', on, { outside: guests(50) }), elin)
  const { times, invitees } = await proposal(id)
  assert.equal((await asGuest('open', invitees[0]!.id)).times.length, 3)
  const answers = await Promise.all(
    invitees.map(({ id: guest }, n) => asGuest('take', guest, { timeId: times[n % 3]!.id })),
  )
  assert.equal(answers.filter(answer => answer.mine === true).length, 1)
  assert.equal(answers.filter(answer => answer === 'time-gone').length, 49)
  assert.equal(await taken(on), 1)
  const { record, event } = await proposal(id)
  assert.equal(record.state, 'settled')
  const meeting = await office.query(getEvent, { id: event!.id }, elin)
  assert.ok(meeting.status === 'done' && 'principalId' in meeting.output.organiser)
  assert.equal(meeting.output.organiser.principalId, elin.id)
})

test('a poll: each says which times suit and may say otherwise, until the organiser books one', async () => {
  const on = '2026-12-07'
  const { id } = await office.done(c.proposeTimes, offering('poll', on, { outside: guests(2) }), elin)
  const { times, invitees } = await proposal(id)
  const [one, two] = [invitees[0]!, invitees[1]!]
  const says = (...words: string[]) => ({
    votes: words.map((word, n) => ({ timeId: times[n]!.id, says: word })),
    note: 'By train',
  })
  await asGuest('vote', one.id, says('no', 'no', 'yes'))
  await asGuest('vote', one.id, says('yes', 'no', 'if-need-be'))
  const shown = await asGuest('vote', two.id, says('yes', 'if-need-be', 'no'))
  assert.equal(shown.answered, true)
  assert.equal(await asGuest('take', two.id, { timeId: times[0]!.id }), 'times-link-closed')
  const told = await proposal(id)
  assert.deepEqual(
    told.times.map(({ yes, ifNeedBe, no }) => [yes, ifNeedBe, no]),
    [
      [2, 0, 0],
      [0, 1, 1],
      [0, 1, 1],
    ],
  )
  assert.equal(told.invitees[0]!.note, 'By train')
  assert.equal(refusalOf(await office.dispatch(c.remindInvitees, { id }, elin)), 'nobody-to-remind')
  await office.done(c.chooseTime, { id, timeId: times[0]!.id }, elin)
  assert.equal((await asGuest('open', two.id)).chosen, times[0]!.start)
  assert.equal(await asGuest('vote', two.id, says('no')), 'times-link-closed')
})

test('each is written in their language; who has not answered is reminded a day before it ends; then it lapses', async () => {
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  setOutsideLinks({ address: 'https://desk.example', secret: await linkSecretOf(office.pool) })
  const on = '2026-12-08'
  await office.runJobs()
  sent.length = 0
  const { id } = await office.done(
    c.proposeTimes,
    offering('offer', on, { outside: guests(1), title: 'Lägesmöte' }),
    elin,
  )
  await office.runJobs()
  assert.equal(sent[0]!.subject, 'Välj en tid: Lägesmöte')
  assert.match(sent[0]!.text, /tisdag 8 december[\s\S]*https:\/\/desk\.example\/times#/)
  const tick = async (now: string) => {
    office.setClock(Temporal.Instant.from(now))
    return office.done(c.endProposals, {}, system)
  }
  assert.deepEqual(await tick('2026-11-26T11:00:00Z'), { lapsed: 0, reminded: 0 })
  assert.deepEqual(await tick('2026-11-26T13:00:00Z'), { lapsed: 0, reminded: 1 })
  await office.runJobs()
  assert.match(sent[1]!.subject, /^Påminnelse/)
  const due = await office.query(c.countProposalsDue, {}, system)
  assert.ok(due.status === 'done' && due.output.count === 0)
  const { lapsed } = await tick('2026-11-27T12:30:00Z')
  assert.equal(lapsed, 1)
  const { record, invitees } = await proposal(id)
  assert.equal(record.state, 'lapsed')
  assert.equal(await asGuest('open', invitees[0]!.id), 'times-link-closed')
  assert.equal(await asGuest('open', id), 'times-link-closed')
})
