import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { DiaryLine, PermitKeys } from '../words.ts'

const rowTitle = (row: DiaryLine) => row.title

/** What everybody may know of the register: printed, or sent as a file. */
export default function Diary() {
  const say = useSay<PermitKeys>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<DiaryLine>[]>(
    () => [
      {
        key: 'number',
        label: say('page.permits.number'),
        width: 110,
        phone: 'below',
        text: row => row.number,
        cell: row => <span className="num">{row.number}</span>,
      },
      { key: 'title', label: say('kind.permit-application'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'permitType',
        label: say('field.permitType'),
        width: 180,
        wide: true,
        text: row => row.permitType ?? '',
        cell: row => row.permitType,
      },
      {
        key: 'receivedOn',
        label: say('field.receivedOn'),
        width: 130,
        phone: 'right',
        text: row => row.receivedOn,
        cell: row => formats.day(row.receivedOn),
      },
      {
        key: 'outcome',
        label: say('field.outcome'),
        width: 170,
        phone: 'left',
        text: row => (row.outcome ? say(`choice.outcome.${row.outcome}`) : ''),
        cell: row => row.outcome && say(`choice.outcome.${row.outcome}`),
      },
      {
        key: 'decidedOn',
        label: say('field.decidedOn'),
        width: 130,
        wide: true,
        text: row => row.decidedOn ?? '',
        cell: row => row.decidedOn && formats.day(row.decidedOn),
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.permits.diary')}
      kind="permit-application"
      query="permits.list-diary"
      columns={columns}
      rowTitle={rowTitle}
      empty={say('page.permits.diary.empty')}
    />
  )
}
