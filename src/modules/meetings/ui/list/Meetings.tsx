import '../meetings.css'
import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { meetingGlyphs, type MeetingKeys, type MeetingLine } from '../words.ts'

const rowTitle = (row: MeetingLine) => row.title
const href = (row: MeetingLine) => `/meetings/${row.id}`
const making = 'meetings.create-meeting'
const boxes = ['coming', 'to-finish', 'past'] as const

/** Meetings: those that come, those whose minutes are to be finished, those that were. */
export default function Meetings() {
  const say = useSay<MeetingKeys>()
  const columns = useColumns()
  const mayMake = usePermission(making)
  const mayDecisions = usePermission('meetings.list-decisions')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.meetings.box'),
        options: boxes.map(value => ({ value, label: say(`page.meetings.box.${value}`) })),
      },
    ],
    [say],
  )
  const views = useMemo<readonly ListView[]>(
    () => boxes.map(box => ({ key: box, label: say(`page.meetings.box.${box}`), search: { box } })),
    [say],
  )
  return (
    <DataList
      title={say('page.meetings')}
      kind="meeting"
      query="meetings.list-meetings"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      views={views}
      empty={say('page.meetings.empty')}
      emptyAction={
        mayMake ? <MakeButton command="meetings.create-series" path="/meetings" permission={making} /> : undefined
      }
      end={
        <div className="meeting-ends">
          <ButtonLink href="/meeting-actions">{say('page.meetings.actions')}</ButtonLink>
          {mayDecisions ? <ButtonLink href="/decisions">{say('page.meetings.decisions')}</ButtonLink> : null}
          <MakeButton command="meetings.create-series" path="/meetings" permission={making} />
          <MakeButton command="meetings.create-meeting" path="/meetings" look="primary" />
        </div>
      }
    />
  )
}

function useColumns(): readonly Column<MeetingLine>[] {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.meeting'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.place ?? ''} />,
      },
      {
        key: 'startsAt',
        label: say('page.meetings.when'),
        width: 190,
        phone: 'right',
        text: row => row.startsAt,
        cell: row =>
          `${formats.weekday(formats.dayOf(row.startsAt))} ${formats.time(row.startsAt)}–${formats.time(row.endsAt)}`,
      },
      {
        key: 'agenda',
        label: say('page.meetings.agenda'),
        width: 190,
        wide: true,
        text: row => String(row.items),
        cell: row =>
          [
            say('page.meetings.items', { count: row.items }),
            row.agendaSentAt
              ? say('page.meetings.agenda-sent', { on: formats.day(formats.dayOf(row.agendaSentAt)) })
              : null,
          ]
            .filter(Boolean)
            .join(' · '),
      },
      {
        key: 'secretary',
        label: say('page.paper.secretary'),
        width: 170,
        wide: true,
        text: row => row.secretary?.title ?? '',
        cell: row => row.secretary?.title,
      },
      {
        key: 'openActions',
        label: say('page.meetings.open'),
        width: 90,
        align: 'end',
        phone: 'below',
        text: row => String(row.openActions),
        cell: row => (row.openActions > 0 ? say('page.meetings.open-count', { count: row.openActions }) : null),
      },
      {
        key: 'state',
        label: say('page.meetings.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.meeting.${row.state}`),
        cell: row => <State glyph={meetingGlyphs[row.state]}>{say(`state.meeting.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
