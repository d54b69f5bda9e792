import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { ActionLine, MeetingKeys } from '../words.ts'

const rowTitle = (row: ActionLine) => row.text
const href = (row: ActionLine) => `/tasks/${row.taskId}`

/** What meetings agreed on and that is not done. */
export default function Actions() {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<ActionLine>[]>(
    () => [
      {
        key: 'text',
        label: say('page.minutes.action'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.text} snippet={row.meeting.title} />,
      },
      {
        key: 'who',
        label: say('page.actions.who'),
        width: 200,
        phone: 'left',
        text: row => row.who,
        cell: row => row.who,
      },
      {
        key: 'dueOn',
        label: say('field.meetings.byOn'),
        width: 140,
        phone: 'right',
        text: row => row.dueOn ?? '',
        cell: row =>
          row.dueOn &&
          (row.late ? <State glyph="late">{formats.weekday(row.dueOn)}</State> : formats.weekday(row.dueOn)),
      },
      {
        key: 'heldAt',
        label: say('kind.meeting'),
        width: 130,
        wide: true,
        text: row => row.heldAt,
        cell: row => formats.day(formats.dayOf(row.heldAt)),
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.meetings.actions')}
      kind="task"
      query="meetings.list-actions"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      empty={say('page.meetings.actions.empty')}
    />
  )
}
