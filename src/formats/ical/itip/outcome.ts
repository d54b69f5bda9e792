/**
 * What a message that came in means, by what is known of its event (RFC 5546, 2.1.5 and 3.2; the ways of Outlook, Google and Apple
 * where they differ). A message is what somebody wrote: it never changes an event that is not the writer's to change.
 */
import { type Component, one, type Property } from '../component.ts'
import {
  andFuture,
  type Attendee,
  attendeesOf,
  instanceOf,
  type InstanceKey,
  type Message,
  type Organiser,
  organiserOf,
  type PartStat,
  sequenceOf,
  stampOf,
  wordsOf,
} from './parts.ts'

/** Somebody asked here, by every address of theirs that is known. */
export interface KnownGuest {
  readonly address: string
  readonly others: readonly string[]
  /** Number of the message that last moved it for them: an answer to an older one counts no more. */
  readonly since: number
  /** To whom they have passed it on. */
  readonly delegatedTo: readonly string[]
  /** Of the newest answer that was taken, by instance. */
  readonly answered: ReadonlyMap<InstanceKey | null, { readonly sequence: number; readonly stamp: number }>
}

export interface KnownEvent {
  /** Who may change it; null: it is organised here. */
  readonly organiser: string | null
  /** Of the newest message of its organiser, or of the event here, by instance; the whole under null. */
  readonly versions: ReadonlyMap<InstanceKey | null, { readonly sequence: number; readonly stamp: number }>
  readonly guests: readonly KnownGuest[]
  readonly cancelled: boolean
  isInstance(key: InstanceKey): boolean
}

export interface Incoming {
  readonly message: Message
  /** Who the mail says it is from; null where nobody says. */
  readonly from: string | null
  /** Addresses of people here to whom it may be meant. */
  readonly ours: readonly string[]
  readonly known: KnownEvent | null
}

export type Why =
  | 'unknown-event'
  | 'organised-here'
  | 'other-organiser'
  | 'other-sender'
  | 'not-invited'
  | 'not-a-guest'
  | 'no-such-instance'
  | 'stale'
  | 'repeated'
  | 'not-understood'
  | 'cancelled-before'

export type Outcome =
  | {
      readonly what: 'invited' | 'changed' | 'added' | 'published'
      readonly events: readonly Component[]
      readonly ours: readonly string[]
    }
  | {
      readonly what: 'cancelled'
      readonly instances: readonly InstanceKey[] | 'all'
      readonly uninvited: boolean
      readonly comment: string | null
    }
  | { readonly what: 'answered'; readonly answers: readonly Answer[] }
  | {
      readonly what: 'countered'
      readonly guest: string
      readonly instance: InstanceKey | null
      readonly start: Property
      readonly end: Property | null
      readonly duration: Property | null
      /** What they answer to the time as it is; Outlook says with it whether that suits. */
      readonly answer: PartStat
      readonly comment: string | null
    }
  | { readonly what: 'counter-declined'; readonly comment: string | null }
  | { readonly what: 'asked-again'; readonly guest: string }
  | { readonly what: 'nothing'; readonly why: Why; readonly about: string | null }

export interface Answer {
  /** The guest whose answer it is, by the address under which they were asked. */
  readonly guest: string
  readonly answer: PartStat
  readonly instance: InstanceKey | null
  readonly comment: string | null
  readonly delegatedTo: string | null
  /** Who answers in their place, being passed it on. */
  readonly delegate: { readonly address: string; readonly name: string | null } | null
  readonly sequence: number
  readonly stamp: number
}

const nothing = (why: Why, about: string | null = null): Outcome => ({ what: 'nothing', why, about })

/** What becomes of a message. */
export function outcomeOf(incoming: Incoming): Outcome {
  const { message } = incoming
  if (message.events.length === 0) return nothing('not-understood')
  switch (message.method) {
    case 'REPLY':
      return answered(incoming)
    case 'COUNTER':
      return countered(incoming)
    case 'REFRESH':
      return askedAgain(incoming)
    case 'PUBLISH':
      return incoming.known
        ? (fromOrganiser(incoming) ?? { what: 'published', events: message.events, ours: [] })
        : { what: 'published', events: message.events, ours: [] }
    case 'REQUEST':
      return asked(incoming)
    case 'ADD':
    case 'CANCEL':
    case 'DECLINECOUNTER':
      return told(incoming)
  }
}

/** Why a message that only the organiser may send is not taken; null where it is. */
function fromOrganiser({ message, known, from }: Incoming): Outcome | null {
  const organiser = organiserOf(message.events[0]!)
  if (!organiser) return nothing('not-understood', 'ORGANIZER')
  if (!known) return null
  if (known.organiser === null) return nothing('organised-here', from ?? organiser.address)
  if (known.organiser !== organiser.address) return nothing('other-organiser', organiser.address)
  return isFrom(from, organiser) ? null : nothing('other-sender', from)
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** Whether the mail of a change comes from its organiser, from whom the organiser names, or from the organiser's own house. */
function isFrom(from: string | null, { address, sentBy }: Organiser): boolean {
  if (from === null || from === address || from === sentBy) return true
  return domainOf(from) === domainOf(address) && !publicDomains.has(domainOf(from))
}

/** Where neighbours by domain are strangers. */
const publicDomains = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com icloud.com me.com yahoo.com proton.me protonmail.com gmx.net gmx.de web.de telia.com online.no ziggo.nl kpnmail.nl sapo.pt'.split(
    ' ',
  ),
)

type Version = { readonly sequence: number; readonly stamp: number }
const versionOf = (event: Component): Version => ({ sequence: sequenceOf(event), stamp: stampOf(event) })
/** Below zero: older; zero: the same message again (RFC 5546, 2.1.5). */
const compare = (a: Version, b: Version): number => a.sequence - b.sequence || a.stamp - b.stamp

/** Those components that are newer than what is known; null where all are old, with what they are. */
function newer({ message, known }: Incoming): { events: readonly Component[] } | { why: 'stale' | 'repeated' } {
  const ages = message.events.map(event => {
    const key = instanceOf(message.calendar, event)
    const have = known?.versions.get(key) ?? (key === null ? undefined : known?.versions.get(null))
    // An instance may have a lower number than its series was changed to; its own time of writing decides then.
    return { event, age: have ? compare(versionOf(event), have) : 1 }
  })
  const events = ages.filter(({ age }) => age > 0).map(({ event }) => event)
  if (events.length > 0) return { events }
  return { why: ages.every(({ age }) => age === 0) ? 'repeated' : 'stale' }
}

function asked(incoming: Incoming): Outcome {
  const { message, known, ours } = incoming
  const refused = fromOrganiser(incoming)
  if (refused) return refused
  const addresses = new Set(message.events.flatMap(event => attendeesOf(event).map(({ address }) => address)))
  const meant = ours.filter(address => addresses.has(address))
  if (!known && meant.length === 0) return nothing('not-invited', organiserOf(message.events[0]!)?.address ?? null)
  const fresh = newer(incoming)
  if ('why' in fresh) return nothing(fresh.why)
  return { what: known ? 'changed' : 'invited', events: fresh.events, ours: meant }
}

function told(incoming: Incoming): Outcome {
  const { message, known, ours } = incoming
  const refused = fromOrganiser(incoming)
  if (refused) return refused
  if (!known) return nothing('unknown-event')
  const first = message.events[0]!
  if (message.method === 'DECLINECOUNTER') return { what: 'counter-declined', comment: wordsOf(first, 'COMMENT') }
  const fresh = newer(incoming)
  if ('why' in fresh) return nothing(fresh.why)
  if (message.method === 'ADD') return { what: 'added', events: fresh.events, ours }
  if (known.cancelled) return nothing('cancelled-before')
  const named = attendeesOf(first).map(({ address }) => address)
  // Without a status it is this guest who is asked no more; addressed to others alone it concerns nobody here.
  const uninvited = one(first, 'STATUS')?.value.trim().toUpperCase() !== 'CANCELLED'
  if (uninvited && named.length > 0 && !named.some(address => ours.includes(address)))
    return nothing('not-invited', named[0])
  const keys = fresh.events.map(event => (andFuture(event) ? null : instanceOf(message.calendar, event)))
  const instances = keys.includes(null) ? 'all' : keys.filter(key => key !== null)
  if (instances !== 'all') {
    const there = instances.filter(key => known.isInstance(key))
    if (there.length === 0) return nothing('no-such-instance')
    return { what: 'cancelled', instances: there, uninvited, comment: wordsOf(first, 'COMMENT') }
  }
  return { what: 'cancelled', instances, uninvited, comment: wordsOf(first, 'COMMENT') }
}

const isOf = (guest: KnownGuest, address: string): boolean =>
  guest.address === address || guest.others.includes(address)

/** Which line of a reply is the writer's: some programs send the whole list back. */
function writerOf(attendees: readonly Attendee[], from: string | null, known: KnownEvent): Attendee | undefined {
  if (attendees.length <= 1) return attendees[0]
  const writer = known.guests.find(guest => from !== null && isOf(guest, from))
  return (
    attendees.find(({ address }) => address === from) ??
    attendees.find(({ address }) => writer !== undefined && isOf(writer, address)) ??
    attendees.find(({ sentBy }) => sentBy !== null && sentBy === from)
  )
}

interface Found {
  readonly attendee: Attendee
  readonly guest: KnownGuest
  readonly delegate: Answer['delegate']
}

/** Whose answer it is, and whether the one who writes may give it. */
function guestOf({ from, known }: Incoming, event: Component): Found | Outcome {
  const attendees = attendeesOf(event)
  const attendee = writerOf(attendees, from, known!)
  if (!attendee) return nothing('not-understood', 'ATTENDEE')
  const guest = known!.guests.find(one_ => isOf(one_, attendee.address))
  if (guest) {
    const isWriter = from === null || from === attendee.address || isOf(guest, from) || attendee.sentBy === from
    return isWriter ? { attendee, guest, delegate: null } : nothing('other-sender', from)
  }
  // Passed on: the guest must have said so, else anybody could answer for anybody.
  const passed = known!.guests.find(
    one_ => attendee.delegatedFrom.some(address => isOf(one_, address)) && one_.delegatedTo.includes(attendee.address),
  )
  if (!passed) return nothing('not-a-guest', attendee.address)
  if (from !== null && from !== attendee.address && attendee.sentBy !== from) return nothing('other-sender', from)
  return { attendee, guest: passed, delegate: { address: attendee.address, name: attendee.name } }
}

function ofOurs({ known }: Incoming): Outcome | null {
  if (!known) return nothing('unknown-event')
  return known.organiser === null ? null : nothing('other-organiser', known.organiser)
}

function answered(incoming: Incoming): Outcome {
  const { message, known } = incoming
  const refused = ofOurs(incoming)
  if (refused) return refused
  if (known!.cancelled) return nothing('cancelled-before')
  const answers: Answer[] = []
  let last: Outcome = nothing('not-understood')
  for (const event of message.events) {
    const taken = answerOf(incoming, event)
    if ('what' in taken) last = taken
    else answers.push(taken)
  }
  return answers.length > 0 ? { what: 'answered', answers } : last
}

function answerOf(incoming: Incoming, event: Component): Answer | Outcome {
  const { message, known } = incoming
  const found = guestOf(incoming, event)
  if ('what' in found) return found
  const { attendee, guest, delegate } = found
  const instance = instanceOf(message.calendar, event)
  if (instance !== null && !known!.isInstance(instance)) return nothing('no-such-instance')
  const version = versionOf(event)
  // An answer to how it was before it was moved; programs that name no number answer what there is.
  if (one(event, 'SEQUENCE') && version.sequence < guest.since) return nothing('stale', guest.address)
  const before = guest.answered.get(instance)
  const age = before ? compare(version, before) : 1
  if (age <= 0) return nothing(age === 0 ? 'repeated' : 'stale', guest.address)
  return {
    guest: guest.address,
    answer: attendee.answer,
    instance,
    comment: wordsOf(event, 'COMMENT') ?? wordsOf(event, 'X-RESPONSE-COMMENT'),
    delegatedTo: attendee.delegatedTo[0] ?? null,
    delegate,
    ...version,
  }
}

function countered(incoming: Incoming): Outcome {
  const { message, known } = incoming
  const refused = ofOurs(incoming)
  if (refused) return refused
  if (known!.cancelled) return nothing('cancelled-before')
  const event = message.events[0]!
  const found = guestOf(incoming, event)
  if ('what' in found) return found
  const instance = instanceOf(message.calendar, event)
  if (instance !== null && !known!.isInstance(instance)) return nothing('no-such-instance')
  const start = one(event, 'DTSTART')
  if (!start) return nothing('not-understood', 'DTSTART')
  return {
    what: 'countered',
    guest: found.guest.address,
    instance,
    start,
    end: one(event, 'DTEND') ?? null,
    duration: one(event, 'DURATION') ?? null,
    answer: found.attendee.answer,
    comment: wordsOf(event, 'COMMENT'),
  }
}

function askedAgain(incoming: Incoming): Outcome {
  const refused = ofOurs(incoming)
  if (refused) return refused
  const found = guestOf(incoming, incoming.message.events[0]!)
  return 'what' in found ? found : { what: 'asked-again', guest: found.guest.address }
}
