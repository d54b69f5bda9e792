import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { type Day, daysOf, type Entry, minutesBetween, shiftOf, zoneCity } from '../days.ts'
import { type Check, type Leg, modeIcons, type Stay, type TravelKeys, type TripDetail } from '../words.ts'
import { useSayCheck } from './sayCheck.ts'

export interface TimelineProps {
  readonly detail: TripDetail
  /** Null where nothing may be changed. */
  readonly onLeg: ((leg: Leg) => void) | null
  readonly onStay: ((stay: Stay) => void) | null
}

/** The itinerary: each day on the clock of wherever one is, what is wrong beside what it is about. */
export function Timeline(props: TimelineProps) {
  const formats = useFormats()
  return (
    <div className="trip-days">
      {daysOf(props.detail).map(day => (
        <section key={day.on} className="trip-day" aria-label={formats.longDay(day.on)}>
          <h3>
            {formats.longDay(day.on)} <span className="t3">{formats.relative(day.on)}</span>
          </h3>
          <ol>
            {day.entries.map(entry => (
              <EntryRow key={entry.key} entry={entry} {...props} />
            ))}
            <Night day={day} />
          </ol>
        </section>
      ))}
    </div>
  )
}

function Night({ day }: { readonly day: Day }) {
  const say = useSay<TravelKeys>()
  if (day.night === undefined) return null
  return (
    <li className="trip-night" data-missing={day.night === null || undefined}>
      <span />
      <Icon name={day.night === null ? 'alert-triangle' : 'moon'} small />
      <span>{day.night === null ? say('page.trip.no-bed') : say('page.trip.night', { name: day.night })}</span>
    </li>
  )
}

function Doubts({ checks }: { readonly checks: readonly Check[] }) {
  const sayCheck = useSayCheck()
  return checks.map(check => (
    <p key={check.code} className={check.loud ? 'blocked' : 't3'}>
      {sayCheck(check)}
    </p>
  ))
}

function EntryRow({ entry, detail, onLeg, onStay }: TimelineProps & { readonly entry: Entry }) {
  const checksOf = (id: string) => detail.checks.filter(check => check.itemId === id)
  if (entry.what === 'leg')
    return <LegRow entry={entry} home={detail.homeZone} checks={checksOf(entry.leg.id)} onLeg={onLeg} />
  if (entry.what === 'visit')
    return <VisitRow entry={entry} home={detail.homeZone} checks={checksOf(entry.visit.eventId)} />
  return <StayRow entry={entry} checks={entry.what === 'in' ? checksOf(entry.stay.id) : []} onStay={onStay} />
}

type EntryOf<What> = Extract<Entry, { readonly what: What }>

/** Whose clock it is, where it is not the office's. */
function ZoneNote({ zone, home }: { readonly zone: string; readonly home: string }) {
  const say = useSay<TravelKeys>()
  return zone === home ? null : <span className="vh"> {say('page.trip.on-clock', { zone: zoneCity(zone) })}</span>
}

interface LegRowProps {
  readonly entry: EntryOf<'leg'>
  readonly home: string
  readonly checks: readonly Check[]
  readonly onLeg: TimelineProps['onLeg']
}

function LegRow({ entry: { leg, wait }, home, checks, onLeg }: LegRowProps) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const shift = shiftOf(leg)
  const hours = String(Math.abs(shift) / 60).replace('.', ',')
  const later = leg.arrives.slice(0, 10) === leg.departs.slice(0, 10) ? null : formats.day(leg.arrives.slice(0, 10))
  const facts = [
    [say(`choice.travel.mode.${leg.mode}`), leg.number].filter(Boolean).join(' '),
    leg.carrier,
    leg.seat ? `${say('field.travel.seat')} ${leg.seat}` : null,
    formats.minutes(minutesBetween(leg.departsAt, leg.arrivesAt)),
    shift > 0 ? say('page.trip.clock-forward', { hours }) : shift < 0 ? say('page.trip.clock-back', { hours }) : null,
  ]
  return (
    <>
      {wait === null ? null : (
        <li className="trip-wait t3">
          <span />
          <span />
          <span>{say('page.trip.wait', { time: formats.minutes(wait) })}</span>
        </li>
      )}
      <li>
        <span className="time num">
          <b>{leg.departs.slice(11)}</b>
          <ZoneNote zone={leg.fromZone} home={home} />
          <span className="t3">
            {leg.arrives.slice(11)}
            <ZoneNote zone={leg.toZone} home={home} />
            {later ? ` ${later}` : ''}
          </span>
        </span>
        <Icon name={modeIcons[leg.mode]} />
        <div className="what">
          <p className="head">
            <b>
              {leg.from} – {leg.to}
            </b>
            {leg.reference ? <span className="ref num">{leg.reference}</span> : null}
          </p>
          <p className="t2">{facts.filter(Boolean).join(' · ')}</p>
          {leg.note ? <p className="t3">{leg.note}</p> : null}
          <Doubts checks={checks} />
        </div>
        {onLeg ? (
          <Button
            size="s"
            look="quiet"
            icon="edit"
            aria-label={`${say('travel.change-leg')}: ${leg.from} – ${leg.to}`}
            onClick={() => onLeg(leg)}
          />
        ) : null}
      </li>
    </>
  )
}

function VisitRow({
  entry: { visit },
  home,
  checks,
}: {
  readonly entry: EntryOf<'visit'>
  readonly home: string
  readonly checks: readonly Check[]
}) {
  const say = useSay<TravelKeys>()
  const names = visit.people.map(({ name }) => name).join(', ')
  return (
    <li>
      <span className="time num">
        <b>{visit.start.slice(11)}</b>
        <ZoneNote zone={visit.zone} home={home} />
        <span className="t3">{visit.end.slice(11)}</span>
      </span>
      <Icon name="users" />
      <div className="what">
        <p className="head">
          <Link href={`/calendar/${visit.eventId}`}>{visit.title}</Link>
        </p>
        <p className="t2">
          {[visit.place, names ? say('page.trip.with', { names }) : null].filter(Boolean).join(' · ')}
        </p>
        <Doubts checks={checks} />
      </div>
    </li>
  )
}

function StayRow({
  entry,
  checks,
  onStay,
}: {
  readonly entry: EntryOf<'in' | 'out'>
  readonly checks: readonly Check[]
  readonly onStay: TimelineProps['onStay']
}) {
  const say = useSay<TravelKeys>()
  const { stay, what } = entry
  const isIn = what === 'in'
  return (
    <li>
      <span className="time num">
        <b>{(isIn ? stay.checkIn : stay.checkOut).slice(11)}</b>
      </span>
      <Icon name="bed" />
      <div className="what">
        <p className="head">
          <span>
            <span className="t2">{say(isIn ? 'page.trip.check-in' : 'page.trip.check-out')}</span> <b>{stay.name}</b>
          </span>
          {isIn && stay.reference ? <span className="ref num">{stay.reference}</span> : null}
        </p>
        {isIn ? <p className="t2">{[stay.address, stay.phone].filter(Boolean).join(' · ')}</p> : null}
        <Doubts checks={checks} />
      </div>
      {isIn && onStay ? (
        <Button
          size="s"
          look="quiet"
          icon="edit"
          aria-label={`${say('travel.change-stay')}: ${stay.name}`}
          onClick={() => onStay(stay)}
        />
      ) : null}
    </li>
  )
}
