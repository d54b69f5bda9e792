import '../calendar.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { useWhen } from '../../../../web/kit/calendar/useWhen.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { type Fact, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { type Glyph, State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getEvent } from '../../contract.ts'
import type { CalendarKeys, EventDetail, Guest } from '../words.ts'
import { stretchOfWhen } from '../zones.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { CancelButton, CancelScope } from './CancelButton.tsx'
import { EventDialog } from './EventDialog.tsx'
import { isPlace, keyOfGuest } from './guests.ts'
import { useRuleWords } from './ruleWords.ts'
import { Services } from './Services.tsx'
import { SwapDialog } from './SwapDialog.tsx'

/** An event, or one instance of a series (`?at=`). */
export default function EventPage() {
  const { id = '' } = useParams()
  const [search] = useSearch()
  const recurrence = search['at'] ?? null
  const asked = useQuery<typeof getEvent>('calendar.get-event', { id, ...(recurrence ? { recurrence } : {}) })
  if (asked.isPending) return <PageSkeleton />
  if (asked.isError && !asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
      </div>
    )
  return <Event detail={asked.data} recurrence={recurrence} key={`${id} ${recurrence}`} />
}

/** These have forms of their own. */
const own = [
  'calendar.swap-bookings',
  'calendar.change-event',
  'calendar.move-event',
  'calendar.cancel-event',
  'calendar.answer-event',
]

const answerGlyphs: Readonly<Record<NonNullable<Guest['answer']>, Glyph>> = {
  none: 'waits',
  accepted: 'done',
  declined: 'ended',
  tentative: 'half',
  delegated: 'half',
}
const placeGlyphs = { accepted: 'done', waiting: 'waits', declined: 'ended' } as const
const statusGlyphs = { confirmed: 'done', tentative: 'half', cancelled: 'ended' } as const

/** What other modules make of an event: its letters to guests outside, the meeting with agenda and minutes. */
function OfOthers({ detail, recurrence }: { readonly detail: EventDetail; readonly recurrence: string | null }) {
  const say = useSay<string>()
  const go = useGo()
  const [mayInvite, mayPrepare] = [usePermission('invitations.list-meetings'), usePermission('meetings.create-meeting')]
  const prepare = useCommand('meetings.prepare-event')
  const { id } = detail.record
  const begin = async () => {
    const answer = await prepare.run({ eventId: id, ...(recurrence ? { recurrence } : {}) })
    if (answer.status === 'done') go(`/meetings/${(answer.output as { readonly id: string }).id}`)
  }
  const outside = detail.guests.some(({ who }) => 'email' in who)
  return (
    <>
      {mayInvite && outside ? <ButtonLink href={`/invitations/${id}`}>{say('page.invitations')}</ButtonLink> : null}
      {mayPrepare && detail.status !== 'cancelled' ? (
        <Button busy={prepare.busy} onClick={() => void begin()}>
          {say('meetings.prepare-event')}
        </Button>
      ) : null}
    </>
  )
}

function Event({ detail, recurrence }: { readonly detail: EventDetail; readonly recurrence: string | null }) {
  const say = useSay<CalendarKeys>()
  const [mode, setMode] = useState<'look' | 'change' | 'cancel' | 'swap'>('look')
  const facts = useFacts(detail)
  const may = detail.can.some(({ command, refusedBecause }) => command === 'calendar.change-event' && !refusedBecause)
  useHotkeys([may && { keys: 'e', label: say('page.calendar-event.change'), run: () => setMode('change') }])
  const people = detail.guests.filter(guest => !isPlace(guest))
  return (
    <>
      <RecordPage
        record={detail.record}
        title={detail.title}
        crumbs={[{ label: say('page.calendar'), href: `/calendar?on=${dayOf(detail)}` }]}
        state={
          <>
            <State glyph={statusGlyphs[detail.status]} loud>
              {say(`page.calendar-event.status.${detail.status}`)}
            </State>
            {detail.privacy === 'open' ? null : <span>{say(`page.calendar-event.privacy.${detail.privacy}`)}</span>}
          </>
        }
        can={detail.can.filter(({ command }) => !own.includes(command)) as readonly Can[]}
        first={
          <>
            {may ? (
              <Button look="primary" icon="edit" keys="e" onClick={() => setMode('change')}>
                {say('page.calendar-event.change')}
              </Button>
            ) : null}
            <AnswerButtons detail={detail} recurrence={recurrence} />
            <OfOthers detail={detail} recurrence={recurrence} />
          </>
        }
        last={
          <CancelButton detail={detail} recurrence={recurrence} onAsk={() => setMode('cancel')} onDone={() => {}} />
        }
        facts={facts}
        side={
          <RecordSide
            id={detail.record.id}
            documents={detail.documents.map(one => ({ ...one, kind: 'document' }))}
            linked={[]}
          />
        }
      >
        {detail.notes ? (
          <Section title={say('page.calendar-event.notes')}>
            <p className="event-notes">{detail.notes}</p>
          </Section>
        ) : null}
        {detail.places.length ? (
          <Section
            title={say('page.rooms')}
            count={detail.places.length}
            more={
              detail.can.some(({ command }) => command === 'calendar.swap-bookings') ? (
                <Button size="s" icon="repeat" onClick={() => setMode('swap')}>
                  {say('page.calendar-event.swap.open')}
                </Button>
              ) : null
            }
          >
            <ul className="event-lines">
              {detail.places.map(({ calendarId, title, answer, reason }) => (
                <li key={calendarId}>
                  <Link className="link" href={`/rooms/${calendarId}`}>
                    {title}
                  </Link>
                  <State glyph={placeGlyphs[answer]}>{say(`page.calendar-event.place.${answer}`)}</State>
                  {reason ? <span className="t3">{say(`page.calendar-event.reason.${reason}`)}</span> : null}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Services detail={detail} may={may} />
        {people.length ? (
          <Section title={say('page.calendar-event.guests')} count={people.length}>
            <ul className="event-lines">
              {people.map(guest => (
                <li key={keyOfGuest(guest.who)}>
                  <span className="what">
                    {guest.name}
                    {'email' in guest.who ? <span className="t3"> {guest.who.email}</span> : null}
                  </span>
                  <span className="t3">{say(`page.calendar-event.role.${guest.role ?? 'required'}`)}</span>
                  <State glyph={answerGlyphs[guest.answer ?? 'none']}>
                    {say(`page.calendar-event.answer.${guest.answer ?? 'none'}`)}
                  </State>
                  {guest.note ? <q className="t2">{guest.note}</q> : null}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </RecordPage>
      {mode === 'change' ? (
        <EventDialog detail={detail} recurrence={recurrence} onClose={() => setMode('look')} />
      ) : null}
      {mode === 'swap' ? <SwapDialog detail={detail} onClose={() => setMode('look')} /> : null}
      {mode === 'cancel' ? (
        <CancelScope detail={detail} recurrence={recurrence} onDone={() => setMode('look')} />
      ) : null}
    </>
  )
}

const dayOf = ({ when }: EventDetail): string => (when.allDay ? when.from : when.start.slice(0, 10))

function useFacts(detail: EventDetail): Fact[] {
  const say = useSay<CalendarKeys>()
  const formats = useFormats()
  const when = useWhen()
  const ruleWords = useRuleWords()
  const at = stretchOfWhen(detail.when, formats.zone)
  const isElsewhere = !detail.when.allDay && detail.when.zone !== formats.zone
  const facts: (Fact | null)[] = [
    { label: say('page.calendar-event.when'), value: when(at) },
    isElsewhere && !detail.when.allDay
      ? { label: detail.when.zone.replaceAll('_', ' '), value: when(stretchOfWhen(detail.when, detail.when.zone)) }
      : null,
    detail.repeat?.rule
      ? { label: say('page.calendar-event.repeats'), value: ruleWords(detail.repeat.rule, dayOf(detail)) }
      : null,
    detail.place ? { label: say('page.calendar-event.where'), value: detail.place } : null,
    {
      label: say('page.calendar-event.organiser'),
      value: detail.sentByName
        ? say('page.calendar-event.sent-by', { who: detail.organiserName, by: detail.sentByName })
        : detail.organiserName,
    },
    detail.calendar ? { label: say('page.calendar-event.calendar'), value: detail.calendar.title } : null,
    detail.conferenceUrl
      ? {
          label: say('page.calendar-event.link'),
          value: (
            <a className="link" href={detail.conferenceUrl} target="_blank" rel="noreferrer">
              {say('page.calendar-event.join')}
            </a>
          ),
        }
      : null,
    { label: say('page.calendar-event.shown-as'), value: say(`page.calendar-event.showAs.${detail.showAs}`) },
    detail.category ? { label: say('page.calendar-event.category'), value: detail.category } : null,
    detail.travelBeforeMinutes
      ? { label: say('page.calendar-event.travelBeforeMinutes'), value: formats.minutes(detail.travelBeforeMinutes) }
      : null,
    detail.setupMinutes
      ? { label: say('page.calendar-event.setupMinutes'), value: formats.minutes(detail.setupMinutes) }
      : null,
  ]
  return facts.filter(one => one !== null)
}
