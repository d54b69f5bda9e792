import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { request } from '../../../formats/ical/itip/write.ts'
import * as c from '../contract.ts'
import { type DayMeeting, dayBounds, meetingsOf } from '../day-meetings.ts'
import { correspondence, guestName } from '../due-messages.ts'
import { type EventFact, eventOf, guestsOf, mayWrite, nameOf } from '../facts.ts'
import { guestRows, writeMessage } from '../ledger.ts'

/** Who is late: whoever says so where they take part, else whose meeting it is. */
async function lateOne(act: Act, event: EventFact): Promise<string> {
  if (event.organiser_id === act.principal.id) return act.principal.id
  const isGuest = (await guestsOf(act, event.event_id)).some(({ principal_id }) => principal_id === act.principal.id)
  return isGuest ? act.principal.id : (event.organiser_id ?? act.principal.id)
}

export const warnLateBody = implementCommand(c.warnLate, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, minutes, whom, words }) {
    await keepLinkSecret(act.db())
    const event = (await eventOf(act, id))!
    const personId = await lateOne(act, event)
    if (personId !== act.principal.id && !(await mayWrite(act, event)))
      act.refuse(c.notYourMeeting, { title: event.title })
    const name = (await nameOf(act, personId)) ?? act.office.name
    const meetings = whom === 'rest' ? await restOfDay(act, personId) : []
    const ids = [...new Set([id, ...meetings.map(one => one.id)])]
    const told = new Set<string>()
    let outside = 0
    for (const eventId of ids) {
      const about = eventId === id ? event : await eventOf(act, eventId)
      if (!about) continue
      for (const { principal_id } of await guestsOf(act, eventId))
        if (principal_id && principal_id !== personId) told.add(principal_id)
      if (about.organiser_id && about.organiser_id !== personId) told.add(about.organiser_id)
      outside += await tellOutside(act, about, { minutes, name, words: words ?? null })
    }
    told.delete(act.principal.id)
    const notify = [...told].slice(0, 200).map(toId => ({
      key: `invitations.late:${id}`,
      toId,
      titleKey: 'notice.invitations.late',
      params: { name: name.slice(0, 200), minutes, title: event.title.slice(0, 300) },
      recordId: id,
      urgency: 'now' as const,
    }))
    act.emit(c.latenessTold, { id, title: event.title, minutes, count: told.size + outside, notify }, ids)
    return { output: { told: told.size + outside } }
  },
})

/** What begins from now on until the office's day ends. */
function restOfDay(act: Act, personId: string): Promise<DayMeeting[]> {
  const { until } = dayBounds(act.today, act.office.zone)
  return meetingsOf(act, personId, act.at, until)
}

async function tellOutside(
  act: Act,
  event: EventFact,
  late: { readonly minutes: number; readonly name: string; readonly words: string | null },
): Promise<number> {
  if (!event.organiser_id) return 0
  const rows = (await guestRows(act, event.event_id)).filter(({ told }) => told !== null)
  if (rows.length === 0) return 0
  const answers = new Map((await guestsOf(act, event.event_id)).map(({ email, answer }) => [email, answer]))
  const with_ = await correspondence(
    act,
    event,
    rows.map(({ email }) => email),
  )
  let count = 0
  for (const row of rows) {
    const calendar = with_.now && request(with_.now, row.email, { at: act.at })
    // Who does not come need not know.
    if (!calendar || answers.get(row.email) === 'declined') continue
    const written = await writeMessage(act, {
      eventId: event.event_id,
      method: 'LATE',
      uid: event.uid,
      sequence: event.sequence,
      instance: '',
      email: row.email,
      name: guestName(with_.now, row.email),
      letter: with_.letter('late', row.email, calendar, late.words, { name: late.name, minutes: late.minutes }),
      calendar: null,
      occasion: String(act.at.epochMilliseconds),
    })
    if (written) count++
  }
  if (count > 0) act.enqueue(c.sendJob, { eventId: event.event_id }, { singletonKey: event.event_id })
  return count
}
