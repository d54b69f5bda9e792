import type { About, FoundChange, Read, Search } from '../words.ts'

export interface Person {
  readonly id: string
  readonly title: string
}

export interface Outsider {
  readonly name: string
  readonly email: string
  readonly partyId?: string | undefined
}

/** What is looked for, as the page keeps it. */
export interface Ask {
  readonly title: string
  readonly minutes: number
  readonly from: string
  readonly until: string
  readonly between: { readonly from: string; readonly until: string } | null
  readonly must: readonly Person[]
  readonly may: readonly Person[]
  readonly outside: readonly Outsider[]
  readonly room: boolean
  /** 0: as many as come. */
  readonly seats: number
  readonly equipment: readonly string[]
  readonly site: string | null
  readonly weeks: number
}

export const askOf = (read: Read): Ask => ({
  title: read.title,
  minutes: read.minutes,
  from: read.from,
  until: read.until,
  between: read.between,
  must: read.must,
  may: read.may,
  outside: read.outside.map(({ id, name, email }) => ({ name, email, partyId: id })),
  room: read.room,
  seats: read.seats,
  equipment: read.equipment,
  site: read.site,
  weeks: read.weeks,
})

const ids = (people: readonly Person[]) => people.map(({ id }) => id)

export const needsOf = ({ room, seats, equipment, site }: Ask) => ({
  room,
  ...(seats > 0 ? { seats } : {}),
  equipment: [...equipment],
  site,
})

export const searchOf = (ask: Ask): Search => ({
  minutes: ask.minutes,
  from: ask.from,
  until: ask.until,
  ...(ask.between ? { between: ask.between } : {}),
  must: ids(ask.must),
  may: ids(ask.may),
  outside: ask.outside.map(outsideOf),
  needs: needsOf(ask),
  weeks: ask.weeks,
})

export const outsideOf = ({ name, email, partyId }: Outsider) => ({ name, email, ...(partyId ? { partyId } : {}) })

/** Whether there is anything to look for. */
export const isAsked = ({ must, may, outside, room }: Ask): boolean =>
  must.length + may.length + outside.length > 0 || room

/** Where the line names nobody, it is a time of one’s own that is looked for. */
export const withMyself = (ask: Ask, me: Person): Ask => (isAsked(ask) ? ask : { ...ask, must: [me] })

/** The request with the one change that makes it fit; null for what nobody here can change by a press. */
export function changedBy(ask: Ask, change: FoundChange): Ask | null {
  switch (change.change) {
    case 'later':
      return { ...ask, until: new Date(Date.parse(change.start) + 3 * 86_400_000).toISOString() }
    case 'other-time':
      return { ...ask, between: null }
    case 'shorter':
      return { ...ask, minutes: change.minutes ?? ask.minutes }
    case 'site':
      return { ...ask, site: null }
    case 'seats':
      return { ...ask, seats: 1 }
    case 'equipment':
      return { ...ask, equipment: ask.equipment.filter(one => one !== change.title) }
    case 'room':
      return { ...ask, room: false }
    case 'without': {
      const person = ask.must.find(({ id }) => id === change.person?.id)
      return person ? { ...ask, must: ask.must.filter(one => one !== person), may: [...ask.may, person] } : null
    }
    default:
      return null
  }
}

/** What a record brings along: people that the line does not name yet. */
export function withAbout(ask: Ask, about: About | undefined): Ask {
  if (!about) return ask
  const named = new Set([...ask.must, ...ask.may].map(({ id }) => id))
  const asked = new Set(ask.outside.map(({ email }) => email.toLowerCase()))
  return {
    ...ask,
    must: [...ask.must, ...about.must.filter(({ id }) => !named.has(id))],
    outside: [
      ...ask.outside,
      ...about.outside.flatMap(({ id, name, email }) =>
        asked.has(email.toLowerCase()) ? [] : [{ name, email, partyId: id }],
      ),
    ],
  }
}

/** Somebody outside whom the link names: `Amira Nasser <amira@nasser.example>`. */
export function withGuest(ask: Ask, guest: string | undefined): Ask {
  const found = /^(.{1,200})<([^<>\s@]+@[^<>\s@]+)>$/.exec(guest ?? '')
  if (!found) return ask
  const [name, email] = [found[1]!.trim(), found[2]!]
  const isThere = ask.outside.some(one => one.email.toLowerCase() === email.toLowerCase())
  return isThere ? ask : { ...ask, outside: [...ask.outside, { name, email }] }
}
