import { useMemo } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { busy, listCalendars } from '../../contract.ts'
import type { CalendarKeys, Guest } from '../words.ts'
import { localIn, momentFrom } from '../zones.ts'
import { GuestPicker } from './GuestPicker.tsx'
import { isPlace, keyOfGuest } from './guests.ts'
import { useGuestNames } from './useGuestNames.ts'
import type { EventFieldsProps } from './WhenFields.tsx'

const roles = ['chair', 'required', 'optional', 'informed'] as const

interface WhoFieldsProps extends EventFieldsProps {
  /** The event itself, at whose hours its guests are no less free. */
  readonly own: string | null
}

/** Who comes: colleagues, people outside; beside each who has something else then. */
export function WhoFields({ draft, own, onChange }: WhoFieldsProps) {
  const say = useSay<CalendarKeys>()
  const { principal } = useSession()
  const people = draft.guests.filter(guest => !isPlace(guest))
  const { nameOf, learn } = useGuestNames(people)
  const busyUntil = useBusy(people, draft, own)
  const set = (key: string, changes: Partial<Guest>) =>
    onChange({ guests: draft.guests.map(one => (keyOfGuest(one.who) === key ? { ...one, ...changes } : one)) })
  const add = (who: Guest['who'], name: string) => {
    const key = keyOfGuest(who)
    learn(key, name)
    if (key === principal.id || draft.guests.some(one => keyOfGuest(one.who) === key)) return
    onChange({
      guests: [...draft.guests, { who, role: 'required', answer: 'none', note: null, name, answeredAt: null }],
    })
  }
  return (
    <div className="event-who">
      <GuestPicker without={[principal.id, ...people.map(({ who }) => keyOfGuest(who))]} onPick={add} />
      {people.length ? (
        <ul className="event-guests">
          {people.map(guest => {
            const key = keyOfGuest(guest.who)
            const clash = busyUntil.get(key)
            const name = nameOf(guest)
            return (
              <li key={key}>
                <Icon name={'email' in guest.who ? 'at' : 'user'} small />
                <span className="clip">
                  {name}
                  {clash ? <em>{say('page.calendar-event.busy', { hours: clash })}</em> : null}
                </span>
                <select
                  aria-label={say('page.calendar-event.role', { name })}
                  value={guest.role}
                  onChange={event => set(key, { role: event.target.value as Guest['role'] })}
                >
                  {roles.map(role => (
                    <option key={role} value={role}>
                      {say(`page.calendar-event.role.${role}`)}
                    </option>
                  ))}
                </select>
                <button
                  type="button"
                  aria-label={say('page.calendar-event.remove', { name })}
                  onClick={() => onChange({ guests: draft.guests.filter(one => keyOfGuest(one.who) !== key) })}
                >
                  <Icon name="x" small />
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </div>
  )
}

/** Hours that somebody of the office is taken then; said, never refused. */
function useBusy(
  people: readonly Guest[],
  { at, zone }: EventFieldsProps['draft'],
  own: string | null,
): ReadonlyMap<string, string> {
  const { zone: shown } = useFormats()
  const calendars = useQuery<typeof listCalendars>('calendar.list-calendars', {}, { fresh_ms: 60_000 })
  const mainOf = useMemo(
    () =>
      new Map(
        (calendars.data?.rows ?? []).flatMap(({ id, type, owner }) =>
          type === 'main' && owner ? [[owner.id, id] as const] : [],
        ),
      ),
    [calendars.data],
  )
  const asked = people.flatMap(({ who }) => {
    const calendarId = 'principalId' in who ? mainOf.get(who.principalId) : undefined
    return calendarId ? [{ key: keyOfGuest(who), calendarId }] : []
  })
  const [from, until] = at.allDay ? ['', ''] : [momentFrom(at.from, zone), momentFrom(at.until, zone)]
  const { data } = useQuery<typeof busy>(
    'calendar.busy',
    { from, until, calendarIds: asked.map(({ calendarId }) => calendarId), ...(own ? { exceptId: own } : {}) },
    { when: from !== '' && asked.length > 0, keep: true },
  )
  return new Map(
    asked.flatMap(({ key, calendarId }) => {
      const taken = data?.calendars
        .find(one => one.calendarId === calendarId)
        ?.intervals.find(({ start, end }) => start < until && end > from)
      return taken
        ? [[key, `${localIn(shown, taken.start).slice(11)}–${localIn(shown, taken.end).slice(11)}`] as const]
        : []
    }),
  )
}
