import '../travel.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addVisit } from '../../contract.ts'
import { type Leg, type Stay, type TravelKeys, type TripDetail, tripGlyphs } from '../words.ts'
import { Costs } from './Costs.tsx'
import { LegDialog } from './LegDialog.tsx'
import { Contacts, Things } from './Lists.tsx'
import { ReadDialog } from './ReadDialog.tsx'
import { StayDialog } from './StayDialog.tsx'
import { useSayCheck } from './sayCheck.ts'
import { Timeline } from './Timeline.tsx'
import { VisitDialog } from './VisitDialog.tsx'

export default function TripPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<TripDetail> query="travel.get-trip" id={id}>
      {detail => <Trip detail={detail} key={id} />}
    </RecordOf>
  )
}

type Open =
  | { readonly what: 'leg'; readonly leg: Leg | null }
  | { readonly what: 'stay'; readonly stay: Stay | null }
  | { readonly what: 'visit' | 'read' }
  | null

const keys = { 'travel.book-trip': 'e', 'travel.approve-trip': 'p', 'travel.claim-expenses': 'e' }

function Trip({ detail }: { readonly detail: TripDetail }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const [open, setOpen] = useState<Open>(null)
  const { record } = detail
  const may = usePermission('travel.change-trip') && record.state !== 'cancelled'
  useHotkeys([
    ...(may ? [{ keys: 'l', label: say('travel.add-leg'), run: () => setOpen({ what: 'leg', leg: null }) }] : []),
    ...(may ? [{ keys: 'h', label: say('travel.add-stay'), run: () => setOpen({ what: 'stay', stay: null }) }] : []),
  ])
  const days =
    detail.startsOn === detail.endsOn
      ? formats.weekday(detail.startsOn)
      : `${formats.weekday(detail.startsOn)} – ${formats.weekday(detail.endsOn)}`
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.travel'), href: '/travel' }, { label: detail.destination ?? days }]}
      state={
        <>
          <State glyph={tripGlyphs[record.state]} loud>
            {say(`state.trip.${record.state}`)}
          </State>
          <span className="t2">{detail.travellers.map(({ title }) => title).join(', ')}</span>
        </>
      }
      figure={detail.cost ? formats.money(detail.cost) : undefined}
      due={days}
      can={detail.can as readonly Can[]}
      keys={keys}
      last={
        <>
          <a
            className="btn quiet"
            href={`/api/travel/${record.id}/itinerary.pdf?show=1`}
            target="_blank"
            rel="noreferrer"
          >
            {say('page.trip.pdf')}
          </a>
          <a className="btn quiet" href={`/api/travel/${record.id}/trip.ics`} download>
            {say('page.trip.ics')}
          </a>
          <ButtonLink href={`/travel-phone/${record.id}`} look="quiet" icon="phone">
            {say('page.trip.phone')}
          </ButtonLink>
        </>
      }
      alarm={<Doubts detail={detail} />}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.papers.map(({ document }) => document)}
          linked={detail.claims.map(({ report }) => report)}
        />
      }
    >
      {detail.purpose ? <p className="trip-text">{detail.purpose}</p> : null}
      <Section title={say('page.trip.itinerary')} more={may ? <Adding onOpen={setOpen} detail={detail} /> : undefined}>
        {detail.legs.length + detail.stays.length + detail.visits.length === 0 ? (
          <p className="t3">{say('page.trip.empty')}</p>
        ) : null}
        <Timeline
          detail={detail}
          onLeg={may ? leg => setOpen({ what: 'leg', leg }) : null}
          onStay={may ? stay => setOpen({ what: 'stay', stay }) : null}
        />
      </Section>
      <AlsoThen detail={detail} may={may} />
      <Things detail={detail} may={may} />
      <Contacts detail={detail} may={may} />
      <Costs detail={detail} may={may} />
      {open?.what === 'leg' ? <LegDialog detail={detail} leg={open.leg} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'stay' ? <StayDialog detail={detail} stay={open.stay} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'visit' ? <VisitDialog detail={detail} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'read' ? <ReadDialog detail={detail} onClose={() => setOpen(null)} /> : null}
    </RecordPage>
  )
}

function Adding({ detail, onOpen }: { readonly detail: TripDetail; readonly onOpen: (open: Open) => void }) {
  const say = useSay<TravelKeys>()
  const attach = () =>
    openCommand({
      command: 'travel.attach-paper',
      input: { id: detail.record.id, expectedVersion: detail.record.version },
      about: detail.record.title,
    })
  return (
    <span className="trip-adding">
      <Button size="s" icon="plane" keys="l" onClick={() => onOpen({ what: 'leg', leg: null })}>
        {say('travel.add-leg')}
      </Button>
      <Button size="s" icon="bed" keys="h" onClick={() => onOpen({ what: 'stay', stay: null })}>
        {say('travel.add-stay')}
      </Button>
      <Button size="s" icon="users" onClick={() => onOpen({ what: 'visit' })}>
        {say('travel.arrange-visit')}
      </Button>
      <Button size="s" look="quiet" icon="file-import" onClick={() => onOpen({ what: 'read' })}>
        {say('page.trip.read')}
      </Button>
      <Button size="s" look="quiet" icon="paperclip" onClick={attach}>
        {say('travel.attach-paper')}
      </Button>
    </span>
  )
}

/** What is wrong with the whole of it; what is about one leg or meeting stands there too. */
function Doubts({ detail }: { readonly detail: TripDetail }) {
  const say = useSay<TravelKeys>()
  const sayCheck = useSayCheck()
  const loud = detail.checks.filter(check => check.loud)
  if (loud.length === 0) return null
  return <Alarm title={say('page.trip.checks', { count: loud.length })} signs={loud.map(sayCheck)} />
}

function AlsoThen({ detail, may }: { readonly detail: TripDetail; readonly may: boolean }) {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const add = useCommand<typeof addVisit>('travel.add-visit')
  const { record, alsoThen } = detail
  if (alsoThen.length === 0 || !may) return null
  return (
    <Section title={say('page.trip.also')} count={alsoThen.length}>
      <ul className="trip-also">
        {alsoThen.map(visit => (
          <li key={visit.eventId}>
            <span className="t2 nw num">
              {formats.weekday(visit.start.slice(0, 10))} {visit.start.slice(11)}–{visit.end.slice(11)}
            </span>
            <span className="what">{visit.title}</span>
            <Button
              size="s"
              look="quiet"
              icon="plus"
              aria-label={`${say('page.trip.add')}: ${visit.title}`}
              busy={add.busy}
              onClick={() => void add.run({ id: record.id, expectedVersion: record.version, eventId: visit.eventId })}
            >
              {say('page.trip.add')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function useFacts(detail: TripDetail): readonly Fact[] {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    detail.destination ? { label: say('field.travel.destination'), value: detail.destination } : null,
    detail.arranger ? { label: say('field.travel.arrangerId'), value: detail.arranger.title } : null,
    detail.budget ? { label: say('field.travel.budget'), value: formats.money(detail.budget) } : null,
    detail.costCentre ? { label: say('field.travel.costCentre'), value: detail.costCentre } : null,
    detail.approvedBy ? { label: say('state.trip.approved'), value: detail.approvedBy.title } : null,
  ]
  return facts.filter(fact => fact !== null)
}
