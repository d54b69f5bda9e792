import '../invitations.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { countOpen } from '../../contract.ts'
import type { InvitationKeys, MeetingLine } from '../words.ts'

const rowTitle = (row: MeetingLine) => row.title
const href = (row: MeetingLine) => `/invitations/${row.id}`

/** Meetings with guests from outside: who comes, who has not answered, what did not arrive. */
export default function Invitations() {
  const say = useSay<InvitationKeys>()
  const formats = useFormats()
  const mayClear = usePermission('invitations.clear-day')
  const columns = useMemo<readonly Column<MeetingLine>[]>(
    () => [
      {
        key: 'title',
        label: say('page.invitations.meeting'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.organiser?.title ?? ''} />,
      },
      {
        key: 'start',
        label: say('page.invitations.next'),
        width: 190,
        phone: 'below',
        text: row => row.start,
        cell: row => (row.allDay ? formats.weekday(row.start.slice(0, 10)) : formats.moment(row.start)),
      },
      {
        key: 'accepted',
        label: say('page.invitations.answers'),
        width: 110,
        phone: 'right',
        text: row => String(row.accepted),
        cell: row => (
          <span className="num">{say('page.invitations.of', { accepted: row.accepted, guests: row.guests })}</span>
        ),
      },
      {
        key: 'state',
        label: say('page.invitations.guests'),
        width: 230,
        phone: 'left',
        text: row => String(row.missing),
        cell: row => <Stand row={row} />,
      },
    ],
    [say, formats],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.invitations.box'),
        options: (['open', 'trouble', 'all'] as const).map(value => ({
          value,
          label: say(`page.invitations.box.${value}`),
        })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.invitations')}
      kind="event"
      query="invitations.list-meetings"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.invitations.empty')}
      end={
        <>
          <AnswersLink />
          {mayClear ? (
            <ButtonLink href="/invitations/day" icon="calendar-event">
              {say('page.invitations.clear-day')}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  )
}

/** What waits for somebody stands in the button. */
function AnswersLink() {
  const say = useSay<InvitationKeys>()
  const open = useQuery<typeof countOpen>('invitations.count-open', {})
  const count = open.data?.count ?? 0
  return (
    <ButtonLink href="/invitations/answers" icon="mail">
      {say('page.invitations.settings')}
      {count > 0 ? ` (${count})` : ''}
    </ButtonLink>
  )
}

function Stand({ row }: { readonly row: MeetingLine }) {
  const say = useSay<InvitationKeys>()
  if (row.cancelled) return <State glyph="ended">{say('page.invitations.cancelled')}</State>
  if (row.bounced > 0) return <State glyph="blocked">{say('page.invitations.bounced', { count: row.bounced })}</State>
  if (row.proposals > 0)
    return <State glyph="half">{say('page.invitations.proposals', { count: row.proposals })}</State>
  if (row.missing > 0) return <State glyph="waits">{say('page.invitations.missing', { count: row.missing })}</State>
  return <State glyph="done">{say('page.invitations.all-answered')}</State>
}
