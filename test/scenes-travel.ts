/** The scenes of travel: trips with their legs, passports. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

const day = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const sek = { amount: '5000.00', currency: 'SEK' }

/** One that is planned, of whoever makes it where nobody else is said to travel. */
export const newTrip = async ({ act }: Office, title: string, facts: object = {}): Promise<string> =>
  (await act('travel.create-trip', { title, startsOn: day(40), endsOn: day(43), purpose: `For ${title}`, ...facts })).id

/** A passport of somebody's, with a note that bears the office's mark. */
export const newPassport = async ({ act, make }: Office, note: string): Promise<string> =>
  (
    await act('travel.add-document', {
      sort: 'passport',
      personId: await make.principal(),
      country: 'SE',
      expiresOn: day(2000),
      note,
    })
  ).id

const leg = {
  mode: 'flight',
  from: 'Stockholm ARN',
  fromZone: 'Europe/Stockholm',
  departs: `${day(40)}T10:05`,
  to: 'Lisboa LIS',
  toZone: 'Europe/Lisbon',
  arrives: `${day(40)}T13:20`,
}
const stay = { name: 'Hotel', zone: 'Europe/Lisbon', checkIn: `${day(40)}T15:00`, checkOut: `${day(43)}T11:00` }

const onTrip =
  (...commands: readonly (readonly [string, object?])[]): Stage =>
  async ({ make, act }) => {
    const id = await make.trip()
    for (const [command, input] of commands) await act(`travel.${command}`, { id, ...input })
    return { input: { id } }
  }
const withItem =
  (command: 'add-leg' | 'add-stay', facts: object, more: object = {}): Stage =>
  async ({ make, act }) => {
    const id = await make.trip()
    const { itemId } = await act(`travel.${command}`, { id, ...facts })
    return { input: { id, itemId, ...more } }
  }
const withVisit: Stage = async ({ make, act }) => {
  const [id, eventId] = [await make.trip(), await make.event()]
  await act('travel.add-visit', { id, eventId })
  return { input: { id, eventId } }
}
const withPaper: Stage = async ({ make, act }) => {
  const [id, documentId] = [await make.trip(), await make.document()]
  await act('travel.attach-paper', { id, documentId })
  return { input: { id, documentId } }
}
/** Read by everybody, so that whoever is asked about its cost sees it. */
async function opened({ act }: Office, id: string): Promise<string> {
  await act('authority.set-record-class', { id, kind: 'trip', class: 1, audience: null })
  return id
}
/** Of somebody else, with what it may cost. */
const toApprove = async (office: Office): Promise<string> =>
  opened(office, await office.make.trip({ travellerIds: [await office.make.principal()], budget: sek }))

export const travelScenes: Readonly<Record<string, Stage>> = {
  'travel.create-trip': async () => ({ input: { budget: sek } }),
  'travel.change-trip': async office => ({
    input: { id: await opened(office, await office.make.trip()), budget: sek },
  }),
  'travel.approve-trip': async office => ({ input: { id: await toApprove(office) } }),
  'travel.unapprove-trip': async office => {
    const id = await toApprove(office)
    await office.act('travel.approve-trip', { id })
    return { input: { id } }
  },
  'travel.unbook-trip': onTrip(['book-trip']),
  'travel.restore-trip': onTrip(['cancel-trip']),
  'travel.add-leg': async ({ make }) => ({ input: { id: await make.trip(), ...leg } }),
  'travel.change-leg': withItem('add-leg', leg, { departs: `${day(40)}T11:05`, arrives: `${day(40)}T14:20` }),
  'travel.remove-leg': withItem('add-leg', leg),
  'travel.change-stay': withItem('add-stay', stay),
  'travel.remove-stay': withItem('add-stay', stay),
  'travel.add-visit': async ({ make }) => ({ input: { id: await make.trip(), eventId: await make.event() } }),
  'travel.remove-visit': withVisit,
  'travel.tick-thing': onTrip(['set-things', { things: [{ text: 'Samples', sort: 'bring' }] }]),
  'travel.attach-paper': async ({ make }) => ({ input: { id: await make.trip(), documentId: await make.document() } }),
  'travel.detach-paper': withPaper,
  'travel.claim-expenses': async ({ make }) => ({
    input: { id: await make.trip({ startsOn: day(-3), endsOn: day(-3) }) },
  }),
  'travel.restore-document': async ({ make, act }) => {
    const id = await make.passport()
    await act('travel.remove-document', { id })
    return { input: { id } }
  },
}

/** Booked, with somebody outside who is met after a leg that has been changed. */
const withLetter: Stage = async ({ make, act, see }) => {
  const id = await make.trip()
  const { itemId } = await act('travel.add-leg', { id, ...leg })
  const { record } = await see('travel.get-trip', { id })
  await act('travel.arrange-visit', {
    id,
    title: `Meeting on ${record.title}`,
    zone: 'Europe/Lisbon',
    start: `${day(40)}T16:00`,
    end: `${day(40)}T17:00`,
    guests: [{ name: 'Ana Silva', email: 'ana@docas.example' }],
  })
  await act('travel.book-trip', { id })
  await act('travel.change-leg', { id, itemId, arrives: `${day(40)}T14:20`, tellGuests: true })
  return { input: { id } }
}

export const travelQuestions: Readonly<Record<string, Stage>> = {
  'travel.list-documents': async ({ make }) => {
    await make.passport()
    return {}
  },
  // opened: that a confidential one is read stands in the read log, and asking is to change nothing
  'travel.get-document': async ({ make, act }) => {
    const id = await make.passport()
    await act('authority.set-record-class', { id, kind: 'travel-document', class: 1, audience: null })
    return { input: { id } }
  },
  'travel.changes-to-tell': withLetter,
}
