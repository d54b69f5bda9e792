/** Writes what guests of an event are due, and what its organiser outside is: by the state of things, each message once. */
import { all, type Component, one } from '../../formats/ical/component.ts'
import { type Due, dueTo, isMoved } from '../../formats/ical/itip/due.ts'
import { addressIn, attendeeOf, eventsOf, instanceOf, sequenceOf } from '../../formats/ical/itip/parts.ts'
import { request, reply, viewOf } from '../../formats/ical/itip/write.ts'
import type { Act } from '../../kernel/implement.ts'
import { accountsOf, answersAddressOf, correspondents, type EventFact, guestsOf, nameOf, calendarIn } from './facts.ts'
import { type GuestRow, guestRow, guestRows, hostRow, putHost, updateGuest, writeMessage } from './ledger.ts'
import { letterOf, type LetterKind } from './mail/letter.ts'
import { zoneOfCountry } from './mail/when.ts'
import { ourCalendar, outsiders } from './our-calendar.ts'
import { officeWords } from './words.ts'

const isOver = (event: EventFact, at: Temporal.Instant): boolean =>
  event.until_at !== null && Temporal.Instant.compare(event.until_at, at) <= 0

function kindOf(due: Due, told: Component | null, now: Component | null): LetterKind {
  if (due.method === 'REQUEST') return due.isFirst ? 'asked' : told && now && isMoved(told, now) ? 'moved' : 'changed'
  const forAll = eventsOf(due.calendar).some(event => one(event, 'STATUS') !== undefined)
  if (!forAll) return 'uninvited'
  return due.instance === null ? 'cancelled' : 'instance-cancelled'
}

/** The name by which a guest goes in the calendar. */
export function guestName(calendar: Component | null, email: string): string {
  for (const event of calendar ? eventsOf(calendar) : []) {
    const name = attendeeOf(event, email)?.name
    if (name) return name
  }
  return email
}

export interface Correspondence {
  readonly from: string
  readonly replyTo: string | null
  readonly now: Component | null
  readonly answersAddress: string | null
  letter(
    kind: LetterKind,
    email: string,
    about: Component,
    words: string | null,
    params?: Readonly<Record<string, string | number>>,
  ): ReturnType<typeof letterOf>
}

/** What all letters about an event have in common. */
export async function correspondence(act: Act, event: EventFact, emails: readonly string[]): Promise<Correspondence> {
  const answersAddress = await answersAddressOf(act)
  const now = ourCalendar(event.ics, answersAddress)
  const to = await correspondents(act, emails)
  const from = (await nameOf(act, event.organiser_id)) ?? event.organiser_name ?? act.office.name
  const organiser = now && eventsOf(now).flatMap(one_ => all(one_, 'ORGANIZER'))[0]
  const own = organiser ? addressIn(organiser.value) : ''
  const replyTo = answersAddress ?? (/^[^@\s]+@[^@\s]+$/.test(own) && !own.endsWith('.invalid') ? own : null)
  const zone = event.zone ?? act.office.zone
  return {
    from,
    replyTo,
    now,
    answersAddress,
    letter: (kind, email, calendar, words, params) => {
      const { language, country } = to(email)
      return letterOf({
        kind,
        language,
        calendar,
        at: act.at,
        from,
        office: act.office.name,
        zones: { event: zone, guest: zoneOfCountry(country) },
        words,
        replyTo,
        ...(params ? { params } : {}),
      })
    },
  }
}

/** The calendar a letter tells the times of: of what is called off as a whole, how it was. */
function shownIn(due: Due, told: Component | null, email: string, at: Temporal.Instant): Component {
  if (due.method === 'REQUEST' || due.instance !== null || !told) return due.calendar
  return request(told, email, { at }) ?? due.calendar
}

async function tellGuest(act: Act, event: EventFact, row: GuestRow, with_: Correspondence): Promise<number> {
  const { now, answersAddress } = with_
  const told = ourCalendar(row.told, answersAddress)
  const due = dueTo(row.email, told, now, { at: act.at, comment: row.words })
  let written = 0
  for (const one_ of isOver(event, act.at) ? [] : due) {
    const kind = kindOf(one_, told, now)
    const calendar = shownIn(one_, told, row.email, act.at)
    const put = await writeMessage(act, {
      eventId: event.event_id,
      method: one_.method,
      uid: event.uid,
      sequence: one_.sequence,
      instance: one_.instance ?? '',
      email: row.email,
      name: guestName(now ?? told, row.email),
      letter: with_.letter(kind, row.email, calendar, row.words),
      calendar: one_.calendar,
      // Asked again after being called off: not the message of the first time.
      occasion: one_.isFirst && row.asked_at ? String(act.at.epochMilliseconds) : '',
    })
    if (put) written++
  }
  const knows = now !== null && viewOf(now, row.email).length > 0
  if (due.length === 0 && row.told !== null) return 0
  const moved = due.some(
    ({ method, isFirst }) => method === 'REQUEST' && (isFirst || (told && now && isMoved(told, now))),
  )
  await updateGuest(act, row.id, {
    told: knows ? event.ics : null,
    words: null,
    ...(moved ? { since: event.sequence } : {}),
    ...(knows && !row.asked_at ? { asked_at: act.at } : {}),
    ...(knows ? { bounced_at: null, bounced_because: null } : {}),
  })
  return written
}

/** Tells the guests of a meeting of ours. */
export async function tellGuests(act: Act, event: EventFact): Promise<number> {
  const accounts = new Set((await accountsOf(act)).map(({ email }) => email))
  const known = await guestRows(act, event.event_id)
  const calendar = calendarIn(event.ics)
  const asked = new Set([
    ...outsiders(calendar, accounts),
    ...known.filter(({ told }) => told !== null).map(({ email }) => email),
  ])
  if (asked.size === 0) return 0
  const with_ = await correspondence(act, event, [...asked])
  let written = 0
  for (const email of asked)
    written += await tellGuest(
      act,
      event,
      known.find(one_ => one_.email === email) ?? (await guestRow(act, event.event_id, email)),
      with_,
    )
  return written
}

type Replied = Readonly<Record<string, Readonly<Record<string, string>>>>

/** How each of us has answered, by instance; '' is the whole. */
function answersIn(calendar: Component, email: string): Record<string, string> {
  return Object.fromEntries(
    eventsOf(calendar).flatMap(event => {
      const attendee = attendeeOf(event, email)
      return attendee ? [[instanceOf(calendar, event) ?? '', attendee.answer] as const] : []
    }),
  )
}

/** Answers the organiser outside, for each of us who has answered otherwise than they were told. */
export async function tellOrganiser(act: Act, event: EventFact): Promise<number> {
  const calendar = calendarIn(event.ics)
  if (!calendar || !event.organiser_email) return 0
  const host = await hostRow(act, event.event_id)
  const guests = new Set((await guestsOf(act, event.event_id)).flatMap(({ principal_id }) => principal_id ?? []))
  const ours = (await accountsOf(act)).filter(({ principalId }) => guests.has(principalId))
  const replied: Record<string, Record<string, string>> = { ...(host?.replied as Replied | undefined) } as never
  let written = 0
  for (const { principalId, email } of ours) {
    const now = answersIn(calendar, email)
    const before = replied[principalId]
    replied[principalId] = now
    // What came with its answers, from a client or a file, has been answered there.
    if (!host) continue
    const differing = eventsOf(calendar).filter(source => {
      const key = instanceOf(calendar, source) ?? ''
      const answer = now[key]
      return answer !== undefined && answer !== 'NEEDS-ACTION' && answer !== (before?.[key] ?? before?.[''])
    })
    // One that only follows the answer to the whole is told by it.
    const whole = differing.find(source => !one(source, 'RECURRENCE-ID'))
    const tell = whole
      ? [whole, ...differing.filter(source => source !== whole && now[instanceOf(calendar, source) ?? ''] !== now[''])]
      : differing
    for (const source of tell) if (await answerTo(act, event, { calendar, source, principalId, email })) written++
  }
  await putHost(act, {
    event_id: event.event_id,
    uid: event.uid,
    email: event.organiser_email.toLowerCase(),
    name: event.organiser_name ?? event.organiser_email,
    versions: host?.versions ?? {},
    replied,
  })
  return written
}

async function answerTo(
  act: Act,
  event: EventFact,
  {
    calendar,
    source,
    principalId,
    email,
  }: { calendar: Component; source: Component; principalId: string; email: string },
): Promise<boolean> {
  const attendee = attendeeOf(source, email)!
  const organiser = event.organiser_email!.toLowerCase()
  const name = (await nameOf(act, principalId)) ?? email
  const guests = await guestsOf(act, event.event_id)
  const note = guests.find(one_ => one_.principal_id === principalId)?.note ?? null
  const message = reply(calendar, [source], { at: act.at, guest: email, name, answer: attendee.answer, comment: note })
  const with_ = await correspondence(act, { ...event, organiser_id: principalId }, [organiser])
  const answer = officeWords(act)(
    `page.invitation-letter.says.${attendee.answer}` as 'page.invitation-letter.says.ACCEPTED',
  )
  return writeMessage(act, {
    eventId: event.event_id,
    method: 'REPLY',
    uid: event.uid,
    sequence: sequenceOf(source),
    instance: instanceOf(calendar, source) ?? '',
    email: organiser,
    name: event.organiser_name ?? organiser,
    letter: { ...with_.letter('reply', organiser, message, note, { name, answer }), replyTo: email, fromName: name },
    calendar: message,
    occasion: String(act.at.epochMilliseconds),
  })
}
