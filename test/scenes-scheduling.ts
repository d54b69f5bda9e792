/** The scenes of scheduling: times that were held, offered and put to a vote. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

let made = 0

/** Proposed times under a name that bears the office's mark; each on days of its own, since a day is held once. */
async function proposed(
  office: Office,
  way: 'hold' | 'offer' | 'poll',
): Promise<{ id: string; timeId: string; inviteeId: string }> {
  const { act, make, see } = office
  const title = (await see('work.get-task', { id: await make.task() })).record.title
  const day = Temporal.PlainDate.from('2126-11-25').add({ days: ++made })
  const { id } = await act('scheduling.propose-times', {
    way,
    title,
    minutes: 60,
    starts: [`${day}T09:00:00Z`, `${day}T13:00:00Z`],
    answerUntil: '2126-11-24T12:00:00Z',
    ...(way === 'hold' ? {} : { outside: [{ name: 'Bengt', email: `bengt${made}@outside.example` }] }),
  })
  const { times, invitees } = await see('scheduling.get-proposal', { id })
  return { id, timeId: times[0].id, inviteeId: invitees[0]?.id }
}

export const newProposal = async (office: Office): Promise<string> => (await proposed(office, 'hold')).id

let pages = 0

/** A page that is booked by turns of one, under a name that bears the office's mark. */
async function bookingPage({ act, make, see }: Office, facts: object = {}): Promise<string> {
  const { title } = (await see('work.get-task', { id: await make.task() })).record
  pages++
  const kinds = [{ title: title.slice(0, 200), minutes: 30, venue: 'telephone' }]
  const { id } = await act('scheduling.create-booking-page', { title, kinds, soonMinutes: 0, ...facts })
  return id
}

export const newBookingPage = (office: Office): Promise<string> => bookingPage(office)

/** Somebody has asked for a time on a page of their own. */
async function taken(office: Office, facts: object = { verify: false, approval: true }) {
  const id = await bookingPage(office, { ...facts, aheadDays: 180 })
  const { kinds } = await office.see('scheduling.get-booking-page', { id })
  const on = Temporal.Now.zonedDateTimeISO('Europe/Stockholm')
    .toPlainDate()
    .add({ days: 7 + pages * 2 })
  const { starts } = await office.see('scheduling.preview-booking-page', {
    minutes: 30,
    from: String(on),
    aheadDays: 180,
  })
  const guest = {
    kindId: kinds[0].id,
    start: starts[0],
    name: 'Bengt',
    email: `bengt${pages}@outside.example`,
    language: 'sv',
    zone: 'Europe/Stockholm',
    contact: '070',
  }
  const { bookingId } = await office.act('scheduling.take-booking', { id, ...guest }, office.system)
  return { id, bookingId, start: starts[4], guest: { ...guest, start: starts[8] } }
}

const onBooking =
  (facts: object | undefined, input: (one: Awaited<ReturnType<typeof taken>>) => object): Stage =>
  async office => ({ input: { ...input(await taken(office, facts)) } })
const bookingOf = ({ id, bookingId }: { readonly id: string; readonly bookingId: string }) => ({ id, bookingId })

const asked =
  (way: 'offer' | 'poll', input: (one: { id: string; timeId: string; inviteeId: string }) => object): Stage =>
  async office => ({ input: { ...input(await proposed(office, way)) } })

export const schedulingScenes: Readonly<Record<string, Stage>> = {
  'scheduling.book-slot': async ({ make }) => ({ input: { must: [await make.principal()] } }),
  'scheduling.choose-time': async office => {
    const { id, timeId } = await proposed(office, 'hold')
    return { input: { id, timeId } }
  },
  'scheduling.remind-invitees': asked('offer', ({ id }) => ({ id })),
  'scheduling.take-time': asked('offer', ({ id, timeId, inviteeId }) => ({ id, timeId, inviteeId })),
  'scheduling.cast-vote': asked('poll', ({ id, timeId, inviteeId }) => ({
    id,
    inviteeId,
    votes: [{ timeId, says: 'if-need-be' }],
  })),
  'scheduling.record-times-sent': asked('offer', ({ id, inviteeId }) => ({ id, inviteeId })),
}

export const bookingScenes: Readonly<Record<string, Stage>> = {
  'scheduling.reopen-booking-page': async office => {
    const id = await bookingPage(office)
    await office.act('scheduling.close-booking-page', { id })
    return { input: { id } }
  },
  'scheduling.answer-booking': onBooking(undefined, bookingOf),
  'scheduling.take-booking': onBooking({ verify: false }, ({ id, guest }) => ({ id, ...guest })),
  'scheduling.confirm-booking': onBooking({ verify: true }, bookingOf),
  'scheduling.move-booking': onBooking({ verify: false }, one => ({ ...bookingOf(one), start: one.start })),
  'scheduling.cancel-booking': onBooking(undefined, bookingOf),
  'scheduling.record-booking-sent': onBooking(undefined, bookingOf),
}

export const schedulingQuestions: Readonly<Record<string, Stage>> = {
  'scheduling.about-record': async ({ make }) => ({ input: { id: await make.task() } }),
  'scheduling.day-of': async ({ make }) => ({ input: { must: [await make.principal()] } }),
  'scheduling.get-hours': async ({ make }) => ({ input: { principalId: await make.principal() } }),
  'scheduling.list-proposals': async office => {
    await newProposal(office)
    return {}
  },
  'scheduling.list-booking-pages': async office => {
    await bookingPage(office)
    return {}
  },
  'scheduling.booking-letter': async office => ({ input: { ...bookingOf(await taken(office)), what: 'asked' } }),
  'scheduling.times-letter': asked('offer', ({ id, inviteeId }) => ({ id, inviteeId })),
}
