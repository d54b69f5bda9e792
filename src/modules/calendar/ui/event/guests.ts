import type { SayFunction } from '../../../../web/language/Say.tsx'
import type { CalendarKeys, Guest } from '../words.ts'

type Who = Guest['who']

export const keyOfGuest = (who: Who): string =>
  'principalId' in who ? who.principalId : 'calendarId' in who ? who.calendarId : who.email.toLowerCase()

export const isPlace = ({ who }: Pick<Guest, 'who'>): boolean => 'calendarId' in who

/** `4 invited: 2 come, 1 not answered` */
export function guestSummary(guests: readonly Guest[], say: SayFunction<CalendarKeys>): string {
  const people = guests.filter(guest => !isPlace(guest))
  const count = (answer: Guest['answer']) => people.filter(guest => guest.answer === answer).length
  const parts = [
    count('accepted') ? say('page.calendar-event.come', { count: count('accepted') }) : '',
    count('declined') ? say('page.calendar-event.decline', { count: count('declined') }) : '',
    count('none') ? say('page.calendar-event.unanswered', { count: count('none') }) : '',
  ].filter(Boolean)
  return [say('page.calendar-event.invited', { count: people.length }), parts.join(', ')].filter(Boolean).join(': ')
}
