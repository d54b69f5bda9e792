import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { newId } from '../../kernel/ids.ts'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { agenda, cancelEvent, createEvent, shareCalendar, listCalendars } from '../calendar/contract.ts'
import { getReport } from '../expenses/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as t from './contract.ts'
import { travelRoutes } from './index.ts'
import { insertRecord, refusalOf, type TravelOffice, travelOffice } from './testing.ts'

let it: TravelOffice
before(async () => {
  it = await travelOffice()
  it.goTo('2026-11-24')
})
after(() => it.office.close())

const days = { startsOn: '2026-12-01', endsOn: '2026-12-04' }
const flight = {
  mode: 'flight',
  from: 'Stockholm ARN',
  fromZone: 'Europe/Stockholm',
  departs: '2026-12-01T10:05',
  to: 'Lisboa LIS',
  toZone: 'Europe/Lisbon',
  arrives: '2026-12-01T13:20',
  toCountry: 'PT',
  number: 'TP783',
  reference: 'K7QH2P',
} as const
const home = {
  ...flight,
  from: 'Lisboa LIS',
  fromZone: 'Europe/Lisbon',
  departs: '2026-12-04T14:10',
  to: 'Stockholm ARN',
  toZone: 'Europe/Stockholm',
  arrives: '2026-12-04T19:25',
  toCountry: 'SE',
  number: 'TP782',
} as const
const hotel = {
  name: 'Hotel Avenida',
  zone: 'Europe/Lisbon',
  checkIn: '2026-12-01T15:00',
  checkOut: '2026-12-04T11:00',
  country: 'PT',
  reference: '8841',
} as const
const plenty = { minor: 1_000_000_000n, currency: 'SEK' }
const sek = (amount: string) => ({ amount, currency: 'SEK' })

async function see(id: string, as = it.elin) {
  const answer = await it.office.query(t.getTrip, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const refused = async (command: Command, input: object, as = it.elin) =>
  refusalOf(await it.office.dispatch(command, input as never, as))

/** What lies in somebody's calendars on those days: when, what, shown how. */
async function lies(as = it.elin) {
  const range = { from: '2026-11-29T00:00:00Z', until: '2026-12-06T00:00:00Z' }
  const calendars = await it.office.query(listCalendars, {}, as)
  assert.ok(calendars.status === 'done')
  const calendarIds = calendars.output.rows.filter(row => row.mine && row.type === 'main').map(row => row.id)
  const answer = await it.office.query(agenda, { ...range, calendarIds }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows.map(row => `${row.start} ${row.title} ${row.showAs}`).toSorted()
}

/** Does it, takes it back, and does it again: what undo gives stands as before. */
async function backAndForth(command: Command, input: object, id: string): Promise<void> {
  const facts = async () => {
    const {
      record,
      startsOn,
      endsOn,
      travellers,
      budget,
      daysAs,
      legs,
      stays,
      visits,
      things,
      contacts,
      papers,
      costs,
    } = await see(id)
    return JSON.stringify([
      record.title,
      record.state,
      startsOn,
      endsOn,
      travellers,
      budget,
      daysAs,
      legs,
      stays,
      visits,
      things,
      contacts,
      papers,
      costs,
      await lies(),
    ])
  }
  const was = await facts()
  const first = await it.office.dispatch(command, input as never, it.elin)
  assert.ok(first.status === 'done' && first.undo, `${command.name} ${JSON.stringify(first)}`)
  const undone = await it.office.kernel.dispatch({
    organisationId: it.organisationId,
    principalId: it.elin.id,
    requestId: newId(),
    command: first.undo.command,
    input: first.undo.input as never,
    surface: 'test',
  })
  assert.equal(undone.status, 'done', JSON.stringify(undone))
  assert.equal(await facts(), was, command.name)
  await it.office.done(command, input as never, it.elin)
}

test('a trip lies in the calendar of who travels, in step with it, and leaves it', async () => {
  const { office, elin, karin } = it
  assert.equal(
    await refused(t.createTrip, { title: 'X', startsOn: '2026-12-04', endsOn: '2026-12-01' }),
    'trip-reversed',
  )
  assert.equal(await refused(t.createTrip, { title: 'X', ...days, travellerIds: [newId()] }), 'trip-person-unknown')
  const { id } = await office.done(
    t.createTrip,
    { title: 'Trade fair', ...days, destination: 'Lisboa', country: 'PT' },
    elin,
  )
  assert.deepEqual(await lies(), ['2026-11-30T23:00:00Z Trade fair, Lisboa away'])
  const { itemId } = await office.done(t.addLeg, { id, ...flight }, elin)
  await office.done(t.addLeg, { id, ...home }, elin)
  await office.done(t.addStay, { id, ...hotel }, elin)
  assert.deepEqual(await lies(), [
    '2026-11-30T23:00:00Z Hotel Avenida free',
    '2026-11-30T23:00:00Z Trade fair, Lisboa away',
    '2026-12-01T09:05:00Z Flight TP783 Stockholm ARN – Lisboa LIS away',
    '2026-12-04T14:10:00Z Flight TP782 Lisboa LIS – Stockholm ARN away',
  ])
  const trip = await see(id)
  assert.deepEqual(
    trip.legs.map(leg => leg.arrivesAt),
    ['2026-12-01T13:20:00Z', '2026-12-04T18:25:00Z'],
  )
  assert.deepEqual(trip.checks, [])
  // a change is one act with the calendar's
  await backAndForth(t.changeLeg, { id, itemId, departs: '2026-12-01T11:05', arrives: '2026-12-01T14:20' }, id)
  assert.ok((await lies()).includes('2026-12-01T10:05:00Z Flight TP783 Stockholm ARN – Lisboa LIS away'))
  assert.equal(await refused(t.changeLeg, { id, itemId, arrives: '2026-12-01T09:00' }), 'leg-reversed')
  assert.equal(await refused(t.changeLeg, { id, itemId, toZone: 'Europe/Nowhere' }), 'trip-zone-unknown')
  assert.equal(await refused(t.changeLeg, { id, itemId: newId(), seat: '1A' }), 'trip-item-unknown')
  assert.equal(await refused(t.addStay, { id, ...hotel, checkOut: '2026-12-01T14:00' }), 'stay-reversed')
  const stayId = trip.stays[0]!.id
  await backAndForth(t.changeStay, { id, itemId: stayId, name: 'Hotel Alfama', reference: null }, id)
  await backAndForth(
    t.changeTrip,
    {
      id,
      title: 'Fair',
      endsOn: '2026-12-05',
      budget: sek('9000.00'),
      daysAs: 'free',
      travellerIds: [elin.id, karin.id],
    },
    id,
  )
  assert.ok((await lies(karin)).some(line => line.includes('Flight TP783')))
  // somebody who took it out of the calendar gets it again with the next change
  const { rows } = await office.superuser.query<{ event_id: string }>(
    'select event_id from travel.entry where item_id = $1 and person_id = $2',
    [itemId, elin.id],
  )
  await office.done(cancelEvent, { id: rows[0]!.event_id }, elin)
  await office.done(t.changeLeg, { id, itemId, seat: '12A' }, elin)
  assert.ok((await lies()).some(line => line.includes('TP783')))
  await backAndForth(t.cancelTrip, { id }, id)
  assert.deepEqual(await lies(), [])
  assert.equal(await refused(t.addLeg, { id, ...flight }), 'trip-not-so-far')
  await office.done(t.restoreTrip, { id }, elin)
  assert.equal((await lies()).length, 4)
  // another's trip is nobody's to see, and nobody's to plan
  const stranger = await it.colleague('Stina Stranger', {
    permissions: new Map([
      ['travel.list-trips', plenty],
      ['travel.create-trip', plenty],
    ]),
  })
  const unseen = await office.query(t.getTrip, { id }, stranger)
  assert.equal(refusalOf(unseen), 'record-not-found')
  assert.equal(
    await refused(t.createTrip, { title: 'X', ...days, travellerIds: [elin.id] }, stranger),
    'trip-not-for-them',
  )
  const calendars = await office.query(listCalendars, {}, elin)
  assert.ok(calendars.status === 'done')
  const main = calendars.output.rows.find(row => row.mine && row.type === 'main')!
  await office.done(shareCalendar, { id: main.id, withId: stranger.id, degree: 'write' }, elin)
  const arranged = await office.done(t.createTrip, { title: 'Arranged', ...days, travellerIds: [elin.id] }, stranger)
  assert.equal((await see(arranged.id)).arranger?.id, stranger.id)
  await office.done(t.cancelTrip, { id: arranged.id }, elin)
  await office.done(t.cancelTrip, { id }, elin)
})

test('meetings there, papers, lists and costs; each act can be taken back', async () => {
  const { office, elin, karin, organisationId } = it
  const { id } = await office.done(t.createTrip, { title: 'Visit', ...days, country: 'PT' }, elin)
  await office.done(t.addLeg, { id, ...flight }, elin)
  const meeting = await office.done(
    createEvent,
    {
      title: 'Docas',
      when: { allDay: false, start: '2026-12-01T13:00', end: '2026-12-01T14:00', zone: 'Europe/Lisbon' },
      guests: [{ who: { principalId: karin.id } }],
      place: 'Alcântara',
    },
    elin,
  )
  assert.deepEqual(
    (await see(id)).alsoThen.map(one => [one.title, one.start]),
    [['Docas', '2026-12-01T13:00']],
  )
  await backAndForth(t.addVisit, { id, eventId: meeting.id }, id)
  assert.equal(await refused(t.addVisit, { id, eventId: meeting.id }), 'visit-there-already')
  const seen = await see(id)
  assert.deepEqual(
    seen.visits.map(one => [one.place, one.people]),
    [['Alcântara', [{ name: 'Karin Öberg', outside: false }]]],
  )
  assert.deepEqual(
    seen.checks.map(one => one.code),
    ['late-for-visit', 'night-without-bed', 'night-without-bed', 'night-without-bed'],
  )
  await backAndForth(t.removeVisit, { id, eventId: meeting.id }, id)
  assert.equal(await refused(t.removeVisit, { id, eventId: meeting.id }), 'trip-item-unknown')
  const visit = {
    title: 'Ministry',
    zone: 'Europe/Lisbon',
    start: '2026-12-02T10:00',
    end: '2026-12-02T11:00',
    guests: [{ name: 'Ana Silva', email: 'ana@docas.example' }],
  }
  assert.equal(await refused(t.arrangeVisit, { id, ...visit, end: '2026-12-02T09:00' }), 'visit-not-made')
  await office.done(t.arrangeVisit, { id, ...visit }, elin)
  assert.deepEqual(
    (await see(id)).visits.map(one => [one.title, one.startAt, one.people[0]?.name]),
    [['Ministry', '2026-12-02T10:00:00Z', 'Ana Silva']],
  )
  const ticket = await insertRecord(office, organisationId, 'document', 'Ticket.pdf')
  const leg = (await see(id)).legs[0]!
  await backAndForth(t.attachPaper, { id, documentId: ticket, itemId: leg.id }, id)
  assert.equal(await refused(t.attachPaper, { id, documentId: ticket }), 'trip-paper-there')
  await backAndForth(t.detachPaper, { id, documentId: ticket }, id)
  await backAndForth(
    t.setThings,
    {
      id,
      things: [
        { text: 'Samples', sort: 'bring' },
        { text: 'Call Ana', sort: 'do' },
      ],
    },
    id,
  )
  await backAndForth(t.tickThing, { id, position: 2 }, id)
  assert.equal(await refused(t.tickThing, { id, position: 3 }), 'trip-item-unknown')
  await backAndForth(
    t.setContacts,
    { id, contacts: [{ name: 'Embassy', phone: '+351 213 942 260', sort: 'emergency' }] },
    id,
  )
  assert.equal(
    await refused(t.setCosts, {
      id,
      lines: [{ kind: 'travel', what: 'Flights', planned: sek('1.00'), actual: { amount: '1.00', currency: 'EUR' } }],
    }),
    'trip-currency-mixed',
  )
  await backAndForth(
    t.setCosts,
    {
      id,
      lines: [
        { kind: 'travel', what: 'Flights', planned: sek('4200.00') },
        { kind: 'lodging', what: 'Hotel', planned: sek('3900.00'), actual: sek('4100.00') },
      ],
    },
    id,
  )
  const costed = await see(id)
  assert.deepEqual([costed.cost, costed.planned, costed.actual], [sek('8300.00'), sek('8100.00'), sek('4100.00')])
  await office.done(t.changeTrip, { id, budget: sek('8000.00') }, elin)
  assert.ok((await see(id)).checks.some(one => one.code === 'over-budget'))
  for (const [path, begins] of [
    ['itinerary.pdf', '%PDF'],
    ['trip.ics', 'BEGIN:VCALENDAR'],
  ] as const) {
    const route = travelRoutes.find(one => one.path.endsWith(path))!
    const request = {
      params: { id },
      query: {},
      requestId: newId(),
      language: 'pt',
      caller: { organisationId, principalId: elin.id, mandateId: null },
    }
    const answer = await route.answer(office.kernel, request)
    assert.equal(
      Buffer.from(answer.body as Uint8Array)
        .subarray(0, begins.length)
        .toString(),
      begins,
    )
  }
  await office.done(t.cancelTrip, { id }, elin)
})

test('approval where the rules ask for it, by somebody else; booked; changes reach those whom they concern', async () => {
  const { office, elin, karin } = it
  await office.done(t.setPolicy, { approval: 'abroad' }, elin)
  const { id } = await office.done(
    t.createTrip,
    { title: 'Lisbon', ...days, travellerIds: [karin.id], arrangerId: elin.id, budget: sek('8000.00') },
    elin,
  )
  await office.done(t.addLeg, { id, ...home, toCountry: null }, elin)
  await backAndForth(t.bookTrip, { id }, id)
  await office.done(t.unbookTrip, { id }, elin)
  await office.done(t.changeTrip, { id, country: 'PT' }, elin)
  assert.equal(await refused(t.bookTrip, { id }), 'trip-not-approved')
  assert.equal(await refused(t.approveTrip, { id }, karin), 'trip-own')
  await backAndForth(t.approveTrip, { id }, id)
  assert.equal((await see(id)).approvedBy?.id, elin.id)
  await office.done(t.bookTrip, { id }, elin)
  assert.equal(await refused(t.unapproveTrip, { id }), 'trip-not-so-far')

  const { itemId } = await office.done(t.addLeg, { id, ...flight }, elin)
  const visit = {
    title: 'Docas',
    zone: 'Europe/Lisbon',
    start: '2026-12-01T16:00',
    end: '2026-12-01T17:00',
    guests: [{ name: 'Ana Silva', email: 'ana@docas.example' }],
  }
  await office.done(t.arrangeVisit, { id, ...visit }, elin)
  const mails: OutgoingMail[] = []
  setMailDoor({ send: async mail => void mails.push(mail), close: () => {} })
  await office.done(t.changeLeg, { id, itemId, seat: '12A' }, elin)
  await office.runJobs()
  assert.equal(mails.length, 0)
  const later = { departs: '2026-12-01T12:05', arrives: '2026-12-01T15:20' }
  await office.done(t.changeLeg, { id, itemId, ...later, tellGuests: true }, elin)
  await office.runJobs()
  await office.runJobs()
  setMailDoor(null)
  assert.deepEqual(
    mails.map(mail => [mail.to.address, mail.subject]),
    [['ana@docas.example', 'Karin Öberg arrives at another time: Docas']],
  )
  assert.match(mails[0]!.text, /was: 2026-12-01 13:20 Lisboa LIS\nArrival is now: 2026-12-01 15:20 Lisboa LIS/)
  await office.done(t.setPolicy, { approval: 'never' }, elin)
  await office.done(t.cancelTrip, { id }, elin)
})

test('passports are for the person and who keeps them; they and doubtful trips become tasks in time', async () => {
  const { office, elin, system } = it
  const only = new Map([['travel.add-document', plenty]])
  const johan = await it.colleague('Johan Almgren', { permissions: only })
  const other = await it.colleague('Olle Other', { permissions: only })
  assert.equal(
    await refused(t.addDocument, { sort: 'passport', personId: johan.id }, other),
    'travel-document-not-yours',
  )
  assert.equal(
    await refused(t.addDocument, { sort: 'passport', issuedOn: '2026-01-02', expiresOn: '2026-01-01' }, johan),
    'travel-document-reversed',
  )
  const { id } = await office.done(
    t.addDocument,
    { sort: 'passport', country: 'SE', number: 'AA1234567', expiresOn: '2027-03-01' },
    johan,
  )
  const get = (as = johan) => office.query(t.getDocument, { id }, as)
  const seen = await get()
  assert.ok(seen.status === 'done')
  assert.deepEqual(
    [seen.output.record.title, seen.output.record.class, seen.output.record.state],
    ['Passport SE, Johan Almgren', 2, 'soon'],
  )
  assert.equal(refusalOf(await get(other)), 'record-not-found')
  await office.done(t.changeDocument, { id, readerIds: [other.id] }, johan)
  assert.equal((await get(other)).status, 'done')
  assert.equal(await refused(t.changeDocument, { id, number: 'B' }, other), 'travel-document-not-yours')
  await office.done(t.raiseDue, {}, system)
  const tasks = async (sourceId: string, as = elin) => {
    const answer = await office.query(listTasks, { sourceId }, as)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output.rows.map(row => `${row.title} ${row.state}`)
  }
  const { rows } = await office.superuser.query(
    "select raised_key, class from work.task t join kernel.record r on r.id = t.id where t.raised_key like 'travel.expires:%'",
  )
  assert.deepEqual([rows.length, rows[0].class], [1, 2])
  const count = await office.query(t.dueNow, {}, system)
  assert.deepEqual(count.status === 'done' && count.output.documents, 0)
  await office.done(t.changeDocument, { id, expiresOn: '2037-03-01' }, johan)
  await office.done(t.removeDocument, { id }, johan)
  assert.equal(await refused(t.removeDocument, { id }, johan), 'travel-document-state')
  await office.done(t.restoreDocument, { id }, johan)
  const trip = await office.done(t.createTrip, { title: 'Soon', startsOn: '2026-11-26', endsOn: '2026-11-28' }, elin)
  await office.done(t.raiseDue, {}, system)
  assert.deepEqual(await tasks(trip.id), ['Something is not right with the trip: Soon open'])
  await office.done(t.raiseDue, {}, system)
  assert.equal((await tasks(trip.id)).length, 1)
  await office.done(t.cancelTrip, { id: trip.id }, elin)
  assert.deepEqual(await tasks(trip.id), ['Something is not right with the trip: Soon dropped'])
})

test('afterwards an expense report is begun as a draft: what was laid out, kilometres; said is what could not be put on it', async () => {
  const { office, elin, karin } = it
  const { id } = await office.done(t.createTrip, { title: 'Fair', ...days, destination: 'Lisboa', country: 'PT' }, elin)
  await office.done(t.addLeg, { id, ...flight }, elin)
  await office.done(
    t.addLeg,
    {
      id,
      ...flight,
      mode: 'car',
      from: 'Lisboa',
      fromZone: 'Europe/Lisbon',
      to: 'Sintra',
      departs: '2026-12-02T09:00',
      arrives: '2026-12-02T10:00',
      kilometres: 30,
    },
    elin,
  )
  await office.done(t.addLeg, { id, ...home }, elin)
  const lines = [
    { kind: 'travel', what: 'Flights', planned: sek('4200.00'), actual: sek('4300.00'), paidBy: 'invoice' },
    { kind: 'meals', what: 'Dinner', actual: sek('410.00'), paidBy: 'own', on: '2026-12-02' },
    { kind: 'lodging', what: 'Hotel', actual: sek('3900.00'), paidBy: 'card' },
    { kind: 'other', what: 'Nothing yet', planned: sek('100.00'), paidBy: 'own' },
  ] as const
  await office.done(t.setCosts, { id, lines: [...lines] }, elin)
  assert.equal(await refused(t.claimExpenses, { id }), 'claim-too-early')
  it.goTo('2026-12-07')
  assert.equal((await see(id)).record.state, 'done')
  assert.equal(await refused(t.claimExpenses, { id, personId: karin.id }), 'trip-person-unknown')
  const claimed = await office.done(t.claimExpenses, { id }, elin)
  const report = await office.query(getReport, { id: claimed.reportId }, elin)
  assert.ok(report.status === 'done', JSON.stringify(report))
  const texts = report.output.lines
    .filter(line => line.sort === 'receipt')
    .map(line => [line.text, line.total.amount, line.paidBy])
  assert.deepEqual(texts, [
    ['Hotel', '3900.00', 'company'],
    ['Dinner', '410.00', 'own'],
  ])
  assert.equal(report.output.lines.length, claimed.lines)
  assert.equal(await refused(t.claimExpenses, { id }), 'claim-there-already')
  assert.deepEqual(
    (await see(id)).claims.map(one => one.report?.id),
    [claimed.reportId],
  )
})
