import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf } from '../../../kernel/named.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { writeBooking } from '../booking/letter.ts'
import { bookingOf } from '../booking/rows.ts'
import { changesUntil } from '../commands/bookings.ts'
import * as c from '../contract.ts'
import { pageSeen } from './booking-pages.ts'

/** In which state a mail still says what is so. */
const fits = {
  confirm: 'unconfirmed',
  asked: 'asked',
  booked: 'booked',
  kept: 'booked',
  reminder: 'booked',
  declined: 'declined',
  lapsed: 'lapsed',
} as const

export const bookingLetterBody = implementQuery(c.bookingLetter, async (view, { id, bookingId, what }) => {
  const page = await pageSeen(view, id)
  const row = page && (await bookingOf(view, bookingId))
  if (!page || row?.page_id !== id) return view.refuse(kernelRefusals.notFound, { kind: 'booking-page', id })
  const names = await namesOf(view, [...row.hosts, row.place_id])
  const host = row.hosts.flatMap(one => names.get(one)?.title ?? []).join(', ') || view.office.name
  const letter = writeBooking(row, {
    what,
    host,
    office: view.office.name,
    place: (row.place_id && names.get(row.place_id)?.title) || row.contact || row.details,
    changesUntil: changesUntil(page, row),
  })
  const isOver = what === 'declined' || what === 'lapsed'
  const wanted = row.state === fits[what] && (isOver || letter.body.includes(linkMark))
  return { ...letter, name: row.name, email: row.email, wanted }
})
