import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { WorkKeys } from './deskTypes.ts'
import { useNow } from './useNow.ts'

/** A line of the calendar's `my-day`, read as its query answers it; where the calendar is switched off the section is missing. */
interface Meeting {
  readonly eventId: string
  readonly recurrence: string | null
  readonly title: string
  readonly start: string
  readonly end: string
  readonly allDay: boolean
  readonly place: string | null
  readonly rooms: readonly { readonly id: string; readonly title: string }[]
  readonly conferenceUrl: string | null
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly string[]
  readonly others: number
}

/** How long before it begins the next one says how soon, and that one is late can be told, minutes. */
const soon = 60

/** Today's meetings in their order: where, with whom, by which link and with which papers; the next one tells how soon it begins. */
export function Meetings() {
  const say = useSay<WorkKeys>()
  const may = usePermission('calendar.my-day')
  const now = useNow(may)
  const { data } = useQuery('calendar.my-day', {}, { when: may })
  const rows = (data as { readonly rows: readonly Meeting[] } | undefined)?.rows
  if (!may || !rows) return null
  const next = rows.find(
    ({ allDay, start, end }) => !allDay && Date.parse(end) > now && Date.parse(start) - now < soon * 60_000,
  )
  return (
    <Section
      title={say('page.desk.meetings')}
      more={<Link href="/calendar?view=day">{say('page.desk.meetings-all')}</Link>}
    >
      {rows.length === 0 ? <p className="side-row t3">{say('page.desk.meetings-none')}</p> : null}
      {rows.map(meeting => (
        <Line key={`${meeting.eventId} ${meeting.start}`} meeting={meeting} now={now} isNext={meeting === next} />
      ))}
    </Section>
  )
}

function Line({ meeting, now, isNext }: { readonly meeting: Meeting; readonly now: number; readonly isNext: boolean }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const { eventId, recurrence, title, start, end, allDay, people, others } = meeting
  const over = !allDay && Date.parse(end) <= now
  const minutes = Math.max(0, Math.ceil((Date.parse(start) - now) / 60_000))
  const names = people.join(', ')
  const rest = others - people.length
  const where = [...meeting.rooms.map(room => room.title), meeting.place].filter(Boolean).join(', ')
  const who = rest > 0 ? say('page.desk.people-more', { names, count: rest }) : names
  return (
    <div className={over ? 'side-row meetrow gone' : 'side-row meetrow'}>
      <time dateTime={start}>
        {allDay ? say('page.desk.whole-day') : `${formats.time(start)}–${formats.time(end)}`}
      </time>
      <div>
        <Link href={`/calendar/${eventId}${recurrence ? `?at=${encodeURIComponent(recurrence)}` : ''}`}>
          <b>{title}</b>
        </Link>
        <div className="d">
          {where}
          {isNext ? (
            <>
              {where ? ' · ' : ''}
              <span className="soon">
                {minutes === 0 ? say('page.desk.now') : say('page.desk.in', { time: formats.minutes(minutes) })}
              </span>
            </>
          ) : null}
          {who && (where || isNext) ? ' · ' : ''}
          {who}
        </div>
        {over ? null : <Acts meeting={meeting} isNext={isNext} />}
      </div>
    </div>
  )
}

/** What one needs on the way in: the link, the papers, and a word to those who wait. */
function Acts({ meeting, isNext }: { readonly meeting: Meeting; readonly isNext: boolean }) {
  const say = useSay<WorkKeys>()
  const mayWarn = usePermission('invitations.warn-late')
  const { eventId, recurrence, title, conferenceUrl, documents, others } = meeting
  const warns = isNext && mayWarn && others > 0
  if (!conferenceUrl && documents.length === 0 && !warns) return null
  return (
    <div className="meet-acts">
      {conferenceUrl ? (
        <a className="btn s" href={conferenceUrl} target="_blank" rel="noreferrer">
          <Icon name="external-link" small />
          {say('page.desk.join')}
        </a>
      ) : null}
      {warns ? (
        <Button
          size="s"
          look="quiet"
          icon="clock"
          aria-label={say('page.desk.late-of', { title })}
          onClick={() =>
            openCommand({
              command: 'invitations.warn-late',
              input: { id: eventId, ...(recurrence ? { recurrence } : {}) },
              about: title,
            })
          }
        >
          {say('page.desk.late')}
        </Button>
      ) : null}
      {documents.map(({ id, title: name }) => (
        <Link key={id} className="meet-paper" href={`/documents/${id}`}>
          <Icon name="file-text" small />
          <span className="clip">{name}</span>
        </Link>
      ))}
    </div>
  )
}
