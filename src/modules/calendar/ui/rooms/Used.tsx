import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { placeUse } from '../../contract.ts'
import type { CalendarKeys, PlaceDetail } from '../words.ts'
import { WeekdayBars } from './WeekdayBars.tsx'

/** How it was used in the last four weeks. */
export function Used({ place }: { readonly place: PlaceDetail }) {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const { data } = useQuery<typeof placeUse>('calendar.place-use', { id: place.id }, { fresh_ms: 300_000 })
  const use = data?.rows[0]
  if (!use || use.bookings === 0) return null
  const facts = [
    say('page.rooms.use.text', { count: use.bookings, time: formats.minutes(use.bookedMinutes) }),
    say('page.rooms.use.of-hours', { part: formats.percent(use.busy) }),
    use.noShows ? say('page.rooms.use.nobody', { count: use.noShows }) : '',
    use.filled === null ? '' : say('page.rooms.use.of-seats', { part: formats.percent(use.filled) }),
  ].filter(Boolean)
  return (
    <Section title={say('page.rooms.use')} more={<Link href="/rooms/use">{say('page.rooms.use.all')}</Link>}>
      <p className="t2">{facts.join(' · ')}</p>
      <WeekdayBars minutes={use.byWeekday} />
    </Section>
  )
}
