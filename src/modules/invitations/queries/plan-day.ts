import { implementQuery } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { apologyIn } from '../apology.ts'
import * as c from '../contract.ts'
import { dayBounds, meetingsOf } from '../day-meetings.ts'
import { correspondents, guestsOf, nameOf } from '../facts.ts'

export const planDayBody = implementQuery(c.planDay, async (view, { personId = view.principal.id, on, to = null }) => {
  const { from, until } = dayBounds(on, view.office.zone)
  const meetings = await meetingsOf(view, personId, from, until)
  const name = (await nameOf(view, personId)) ?? view.office.name
  return {
    meetings: await Promise.all(
      meetings.map(async meeting => {
        const guests = (await guestsOf(view, meeting.id)).filter(({ principal_id }) => principal_id !== personId)
        const language = await correspondents(
          view,
          guests.flatMap(({ email }) => email ?? []),
        )
        const titles = await Promise.all(guests.map(({ principal_id }) => nameOf(view, principal_id)))
        return {
          id: meeting.id,
          title: meeting.title,
          recurrence: meeting.repeats ? meeting.recurrence : null,
          start: meeting.start_at,
          end: meeting.end_at,
          allDay: meeting.from_day !== null,
          own: meeting.organiser_id === personId,
          guests: guests.map((guest, n) => {
            const own = guest.email ? language(guest.email).language : nearestLanguage(view.office.language)
            return {
              name: titles[n] ?? guest.name ?? guest.email ?? '',
              email: guest.email,
              language: own,
              text: apologyIn(own, { name, moved: to !== null }),
            }
          }),
        }
      }),
    ),
  }
})
