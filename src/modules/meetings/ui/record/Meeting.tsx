import '../meetings.css'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { commandWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { type MeetingDetail, meetingGlyphs, type MeetingKeys } from '../words.ts'
import { Agenda } from './Agenda.tsx'
import { MinutesText } from './MinutesText.tsx'
import { People } from './People.tsx'

export default function MeetingPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<MeetingDetail> query="meetings.get-meeting" id={id}>
      {detail => <Meeting detail={detail} key={id} />}
    </RecordOf>
  )
}

const keys = { 'meetings.add-item': 'a', 'meetings.send-agenda': 'e', 'meetings.finish-minutes': 'e' }

function Meeting({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const { record } = detail
  // food is ordered by the module of events: known here by its name alone
  const mayFeed = usePermission('outings.order-food')
  const anySay = useSay<string>()
  const open = record.state === 'preparing' || record.state === 'underway'
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.meetings'), href: '/meetings' },
        { label: formats.fullDay(formats.dayOf(detail.startsAt)) },
      ]}
      state={
        <State glyph={meetingGlyphs[record.state]} loud>
          {say(`state.meeting.${record.state}`)}
        </State>
      }
      due={`${formats.weekday(formats.dayOf(detail.startsAt))} ${formats.time(detail.startsAt)}–${formats.time(detail.endsAt)}`}
      can={detail.can as readonly Can[]}
      keys={keys}
      first={
        open ? (
          <ButtonLink href={`/meeting-minutes/${record.id}`} icon="edit">
            {say('page.meeting.minutes.write')}
          </ButtonLink>
        ) : undefined
      }
      last={
        <>
          {mayFeed && open ? (
            <Button
              look="quiet"
              icon="package"
              onClick={() =>
                openCommand({
                  command: 'outings.order-food',
                  input: { forId: record.id, heads: Math.max(1, detail.people.length), deliverAt: detail.startsAt },
                  about: record.title,
                })
              }
            >
              {commandWords(anySay, 'outings.order-food')}
            </Button>
          ) : null}
          <a className="btn quiet" href={`/api/meetings/${record.id}/agenda.pdf`} download>
            {say('page.meeting.agenda.paper')}
          </a>
          {detail.lines.length > 0 ? (
            <a className="btn quiet" href={`/api/meetings/${record.id}/minutes.pdf`} download>
              {say('page.meeting.minutes.paper')}
            </a>
          ) : null}
        </>
      }
      alarm={
        detail.sentBackBecause ? <Alarm title={say('page.meeting.sent-back')} signs={[detail.sentBackBecause]} /> : null
      }
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={[...(detail.document ? [detail.document] : []), ...detail.agenda.flatMap(item => item.documents)]}
          linked={[detail.previous, detail.next]}
        />
      }
    >
      <Agenda detail={detail} />
      {detail.actions.length > 0 ? <Before detail={detail} /> : null}
      {detail.lines.length > 0 ? <MinutesText detail={detail} /> : null}
      <People detail={detail} />
      {detail.corrections.length > 0 ? (
        <Section title={say('page.meeting.corrections')} count={detail.corrections.length}>
          <ul className="meeting-rows">
            {detail.corrections.map(one => (
              <li key={one.id}>
                <span className="what meeting-text">{one.text}</span>
                <span className="t3">
                  {one.by?.title} {formats.moment(one.at)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </RecordPage>
  )
}

function useFacts(detail: MeetingDetail): readonly Fact[] {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const facts: (Fact | null)[] = [
    detail.place ? { label: say('field.meetings.place'), value: detail.place } : null,
    { label: say('field.meetings.chairId'), value: detail.chair?.title ?? '–' },
    { label: say('field.meetings.secretaryId'), value: detail.secretary?.title ?? '–' },
    detail.approvers.length > 0
      ? {
          label: say('page.meeting.approvers'),
          value: detail.approvers
            .map(
              one =>
                `${one.person.title} (${one.approvedAt ? say('page.meeting.approved-on', { on: formats.day(formats.dayOf(one.approvedAt)) }) : say('page.meeting.waits')})`,
            )
            .join(', '),
        }
      : null,
    detail.agendaSentAt
      ? {
          label: say('page.meetings.agenda'),
          value: say('page.meetings.agenda-sent', { on: formats.moment(detail.agendaSentAt) }),
        }
      : null,
    detail.eventId
      ? {
          label: say('field.meetings.eventId'),
          value: <Link href={`/calendar/${detail.eventId}`}>{detail.record.title}</Link>,
        }
      : null,
    detail.record.state === 'preparing' ? byItself(detail, say) : null,
    detail.run
      ? { label: say('page.meeting.run'), value: <Link href={`/runs/${detail.run.id}`}>{detail.run.title}</Link> }
      : null,
    detail.rotates !== 'nobody' && detail.turns.length > 0
      ? { label: say('page.meeting.turns'), value: detail.turns.map(one => one.title).join(' → ') }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}

/** What happens ahead of it without anybody pressing a button. */
function byItself(detail: MeetingDetail, say: ReturnType<typeof useSay<MeetingKeys>>): Fact | null {
  const { pointsDays, agendaDays } = detail
  const said = [
    pointsDays === null ? '' : say('page.meeting.by-itself.points', { count: pointsDays }),
    agendaDays === null ? '' : say('page.meeting.by-itself.agenda', { count: agendaDays }),
  ].filter(Boolean)
  return said.length > 0 ? { label: say('page.meeting.by-itself'), value: said.join(' · ') } : null
}

/** What this meeting and those before it agreed on and that is not done. */
function Before({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.meeting.before')} count={detail.actions.length}>
      <ul className="meeting-rows">
        {detail.actions.map(one => (
          <li key={one.id}>
            <Link className="what" href={`/tasks/${one.taskId}`}>
              {one.text}
            </Link>
            <span className="t2">{one.who}</span>
            {one.dueOn ? <State glyph={one.late ? 'late' : 'open'}>{formats.weekday(one.dueOn)}</State> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
