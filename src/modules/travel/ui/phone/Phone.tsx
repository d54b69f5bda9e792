import '../travel.css'
import { useEffect, useState } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { type Entry, upNext, zoneCity } from '../days.ts'
import { ContactList } from '../record/Lists.tsx'
import { Timeline } from '../record/Timeline.tsx'
import { modeIcons, type TravelKeys, type TripDetail } from '../words.ts'

/** The trip in the hand: what is now and what comes next, large; whom to call; then day by day. */
export default function PhonePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<TripDetail> query="travel.get-trip" id={id}>
      {detail => <Phone detail={detail} key={id} />}
    </RecordOf>
  )
}

const minute_ms = 60_000

function Phone({ detail }: { readonly detail: TripDetail }) {
  const say = useSay<TravelKeys>()
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), minute_ms)
    return () => clearInterval(timer)
  }, [])
  const { current, next } = upNext(detail, now)
  return (
    <Page
      title={detail.record.title}
      beside={detail.destination ?? undefined}
      end={
        <>
          <a
            className="btn"
            href={`/api/travel/${detail.record.id}/itinerary.pdf?show=1`}
            target="_blank"
            rel="noreferrer"
          >
            {say('page.trip.pdf')}
          </a>
          <ButtonLink href={`/travel/${detail.record.id}`} look="quiet">
            {say('page.trip.itinerary')}
          </ButtonLink>
        </>
      }
    >
      <div className="trip-hand">
        {current ? <Card entry={current} title={say('page.trip.now')} /> : null}
        {next ? <Card entry={next} title={say('page.trip.next')} /> : null}
        {current || next ? null : <p className="t2">{say('page.trip.over')}</p>}
        {detail.contacts.length > 0 ? (
          <Section title={say('page.trip.contacts')}>
            <ContactList detail={detail} />
          </Section>
        ) : null}
        <Section title={say('page.trip.itinerary')}>
          <Timeline detail={detail} onLeg={null} onStay={null} />
        </Section>
      </div>
    </Page>
  )
}

function Card({ entry, title }: { readonly entry: Entry; readonly title: string }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const { local, zone, icon, what, reference, more } = cardOf(entry)
  const seat = entry.what === 'leg' && entry.leg.seat ? `${say('field.travel.seat')} ${entry.leg.seat}` : null
  return (
    <section className="trip-card" aria-label={title}>
      <p className="t2">
        {title} · {formats.longDay(local.slice(0, 10))}
      </p>
      <p className="when num">
        <Icon name={icon} /> {local.slice(11)}{' '}
        <span className="t3">{say('page.trip.on-clock', { zone: zoneCity(zone) })}</span>
      </p>
      <p className="to">{what}</p>
      {reference || seat ? <p className="ref num">{[reference, seat].filter(Boolean).join(' · ')}</p> : null}
      {more ? <p className="t2">{more}</p> : null}
    </section>
  )
}

function cardOf(entry: Entry) {
  if (entry.what === 'leg') {
    const { leg } = entry
    const more = [leg.number, leg.carrier, `${leg.to} ${leg.arrives.slice(11)}`].filter(Boolean).join(' · ')
    return {
      local: leg.departs,
      zone: leg.fromZone,
      icon: modeIcons[leg.mode],
      what: `${leg.from} – ${leg.to}`,
      reference: leg.reference,
      more,
    }
  }
  if (entry.what === 'visit') {
    const { visit } = entry
    const more = [visit.place, visit.people.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')
    return { local: visit.start, zone: visit.zone, icon: 'users', what: visit.title, reference: null, more }
  }
  const { stay } = entry
  return {
    local: stay.checkIn,
    zone: stay.zone,
    icon: 'bed',
    what: stay.name,
    reference: stay.reference,
    more: [stay.address, stay.phone].filter(Boolean).join(' · '),
  }
}
