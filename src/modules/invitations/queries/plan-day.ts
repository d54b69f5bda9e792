import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { apologyIn } from '../apology.ts'
import * as c from '../contract.ts'
import { dayBounds, meetingsOf } from '../day-meetings.ts'
import { correspondents, type GuestFact, guestsOf, nameOf } from '../facts.ts'

export const planDayBody = implementQuery(c.planDay, async (view, { personId = view.principal.id, on, to = null }) => {
  const { from, until } = dayBounds(on, view.office.zone)
  const meetings = await meetingsOf(view, personId, from, until)
  const name = (await nameOf(view, personId)) ?? view.office.name
  const told = []
  for (const meeting of meetings) {
    const guests = (await guestsOf(view, meeting.id)).filter(({ principal_id }) => principal_id !== personId)
    told.push({
      id: meeting.id,
      title: meeting.title,
      recurrence: meeting.repeats ? meeting.recurrence : null,
      start: meeting.start_at,
      end: meeting.end_at,
      allDay: meeting.from_day !== null,
      own: meeting.organiser_id === personId,
      guests: await whomItTells(view, guests, { name, moved: to !== null }),
    })
  }
  return { meetings: told }
})

async function whomItTells(view: View, guests: readonly GuestFact[], about: { name: string; moved: boolean }) {
  const language = await correspondents(
    view,
    guests.flatMap(({ email }) => email ?? []),
  )
  const title = naming(
    await namesOf(
      view,
      guests.map(({ principal_id }) => principal_id),
    ),
  )
  return guests.map(guest => {
    const own = guest.email ? language(guest.email).language : nearestLanguage(view.office.language)
    return {
      name: title(guest.principal_id)?.title ?? guest.name ?? guest.email ?? '',
      email: guest.email,
      language: own,
      text: apologyIn(own, about),
    }
  })
}
