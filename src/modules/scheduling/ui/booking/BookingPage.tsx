import '../scheduling.css'
import '../booking.css'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { answerBooking } from '../../contract.ts'
import { weekdayNames } from '../weekdays.ts'
import { hoursOf, type Keys } from '../words.ts'
import { type BookingLine, bookingGlyphs, type PageDetail } from './words.ts'

export default function BookingPageOf() {
  const { id = '' } = useParams()
  return (
    <RecordOf<PageDetail> query="scheduling.get-booking-page" id={id}>
      {detail => <BookingPage detail={detail} key={id} />}
    </RecordOf>
  )
}

/** A page, its link, how it may be booked, and who has. */
function BookingPage({ detail }: { readonly detail: PageDetail }) {
  const say = useSay<Keys>()
  const { record, path } = detail
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}${path}`)
    tell({ kind: 'done', text: say('page.booking-pages.copied') })
  }
  useHotkeys([path ? { keys: 'c', label: say('page.booking-pages.copy'), run: () => void copy() } : null])
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.booking-pages'), href: '/calendar/booking-pages' }]}
      state={
        <>
          <State glyph={record.state === 'open' ? 'open' : 'ended'} loud>
            {say(`state.booking-page.${record.state}`)}
          </State>
          <span>{say(`choice.scheduling.way.${detail.way}`)}</span>
          <span>{say(detail.approval ? 'page.booking-pages.asks' : 'page.booking-pages.at-once')}</span>
        </>
      }
      can={detail.can as readonly Can[]}
      first={
        <>
          {path ? (
            <Button look="primary" icon="copy" keys="c" onClick={() => void copy()}>
              {say('page.booking-pages.copy')}
            </Button>
          ) : null}
          {detail.mayChange ? (
            <ButtonLink href={`/calendar/booking-page?id=${record.id}`}>
              {say('scheduling.change-booking-page')}
            </ButtonLink>
          ) : null}
          {path ? (
            <a className="btn" href={path} target="_blank" rel="noreferrer">
              {say('page.booking-pages.look')}
            </a>
          ) : null}
        </>
      }
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={[]} linked={[]} />}
    >
      <Kinds detail={detail} />
      <Bookings detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: PageDetail) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const names = weekdayNames(useLanguage())
  const hours = detail.hours.map(one => `${names[one.weekday - 1]} ${one.from}–${one.until}`).join(', ')
  const length = formats.minutes(detail.changeMinutes)
  return [
    { label: say('field.scheduling.hosts'), value: detail.hosts.map(({ title }) => title).join(', ') },
    { label: say('page.booking-pages.hours'), value: hours || say('page.booking-pages.hours.own') },
    {
      label: say('page.booking-pages.rules'),
      value: say('page.booking-pages.soon', { soon: formats.minutes(detail.soonMinutes), days: detail.aheadDays }),
    },
    {
      label: say('field.scheduling.changeMinutes'),
      value: say('page.booking-pages.change-until', { length }),
    },
    ...(detail.perDay === null ? [] : [{ label: say('field.scheduling.perDay'), value: detail.perDay }]),
  ]
}

function Kinds({ detail }: { readonly detail: PageDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <Section title={say('field.scheduling.kinds')} count={detail.kinds.length}>
      <ul className="book-lines">
        {detail.kinds.map(kind => (
          <li key={kind.id}>
            <span className="what">
              <b>{kind.title}</b> <span className="t2">{formats.minutes(kind.minutes)}</span>
            </span>
            <span className="t2">{kind.place?.title ?? say(`choice.scheduling.venue.${kind.venue}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Bookings({ detail }: { readonly detail: PageDetail }) {
  const say = useSay<Keys>()
  const may = usePermission('scheduling.answer-booking')
  const answer = useCommand<typeof answerBooking>('scheduling.answer-booking', {
    said: say('page.booking-pages.answered'),
  })
  const { id, version } = detail.record
  const send = (bookingId: string, accept: boolean) =>
    void answer.run({ id, expectedVersion: version, bookingId, accept })
  return (
    <Section title={say('page.booking-pages.bookings')} count={detail.bookings.length}>
      {detail.bookings.length === 0 ? <p className="t2">{say('page.booking-pages.bookings.none')}</p> : null}
      <ul className="book-lines">
        {detail.bookings.map(one => (
          <li key={one.id}>
            <Booking one={one} hosts={detail.hosts.length > 1} />
            <State glyph={bookingGlyphs[one.state]}>{say(`state.booking.${one.state}`)}</State>
            {one.wanted ? <Wanted at={one.wanted} /> : null}
            {(one.state === 'asked' || one.wanted) && may ? (
              <>
                <Button size="s" icon="check" busy={answer.busy} onClick={() => send(one.id, true)}>
                  {say('page.booking-pages.yes')}
                </Button>
                <Button size="s" look="quiet" busy={answer.busy} onClick={() => send(one.id, false)}>
                  {say('page.booking-pages.no')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** They have a time, and would rather have another. */
function Wanted({ at }: { readonly at: string }) {
  const say = useSay<Keys>()
  return <span className="t2">{say('page.booking-pages.wanted', { when: useFormats().moment(at) })}</span>
}

function Booking({ one, hosts }: { readonly one: BookingLine; readonly hosts: boolean }) {
  const formats = useFormats()
  const title = `${one.kind}: ${one.name}`
  return (
    <span className="what">
      <span className="num">
        {formats.weekday(formats.dayOf(one.start))} {hoursOf(formats, one)}
      </span>{' '}
      {one.event ? <Link href={`/calendar/${one.event.id}`}>{title}</Link> : <b>{title}</b>}
      <span className="more">
        {[one.email, one.contact, ...(hosts ? one.hosts.map(host => host.title) : [])].filter(Boolean).join(' · ')}
      </span>
      {one.answers.map(({ question, answer }) => (
        <span key={question} className="more">
          {question} <b>{answer}</b>
        </span>
      ))}
    </span>
  )
}
