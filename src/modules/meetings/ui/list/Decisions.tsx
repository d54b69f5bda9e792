import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DecisionLine, MeetingKeys } from '../words.ts'

const rowTitle = (row: DecisionLine) => row.text
const href = (row: DecisionLine) => (row.meeting ? `/meetings/${row.meeting.id}` : '/decisions')

/** What meetings decided, found by its words; each leads to the minutes it stands in. */
export default function Decisions() {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<DecisionLine>[]>(
    () => [
      {
        key: 'number',
        label: say('page.meetings.number'),
        width: 110,
        phone: 'left',
        text: row => row.number,
        cell: row => row.number,
      },
      {
        key: 'text',
        label: say('kind.meeting-decision'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.text} snippet="" />,
      },
      {
        key: 'meeting',
        label: say('kind.meeting'),
        width: 260,
        phone: 'below',
        text: row => row.meeting?.title ?? '',
        cell: row => row.meeting?.title,
      },
      {
        key: 'decidedOn',
        label: say('page.meetings.decided-on'),
        width: 130,
        phone: 'right',
        text: row => row.decidedOn,
        cell: row => formats.fullDay(row.decidedOn),
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.meetings.decisions')}
      kind="meeting-decision"
      query="meetings.list-decisions"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.meetings.decisions.empty')}
    />
  )
}
