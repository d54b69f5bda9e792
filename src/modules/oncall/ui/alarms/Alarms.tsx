import '../oncall.css'
import { useMemo } from 'react'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { alarmGlyphs, type AlarmLine, alarmStates, type Keys } from '../words.ts'

const rowTitle = (row: AlarmLine) => row.title
const href = (row: AlarmLine) => `/alarms/${row.id}`

/** Alarms: those that are open first, then the newest. */
export default function Alarms() {
  const say = useSay<Keys>()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.alarms.state'),
        many: true,
        options: alarmStates.map(value => ({ value, label: say(`state.oncall-alarm.${value}`) })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.alarms')}
      kind="oncall-alarm"
      query="oncall.list-alarms"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.alarms.empty')}
      end={<MakeButton command="oncall.raise-alarm" path="/alarms" look="primary" />}
    />
  )
}

function useColumns(): readonly Column<AlarmLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.oncall-alarm'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={[row.rota?.title, row.kind].filter(Boolean).join(' · ')} />,
      },
      {
        key: 'raisedBy',
        label: say('page.alarms.by'),
        width: 170,
        wide: true,
        text: row => row.raisedBy?.title ?? '',
        cell: row => row.raisedBy?.title,
      },
      {
        key: 'raisedAt',
        label: say('page.alarms.raised'),
        width: 130,
        phone: 'right',
        text: row => row.raisedAt,
        cell: row => formats.moment(row.raisedAt),
      },
      {
        key: 'taken',
        label: say('page.alarms.taken'),
        width: 170,
        phone: 'below',
        text: row => row.acknowledgedBy?.title ?? '',
        cell: row => row.acknowledgedBy?.title,
      },
      {
        key: 'state',
        label: say('page.alarms.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.oncall-alarm.${row.state}`),
        cell: row => <State glyph={alarmGlyphs[row.state]}>{say(`state.oncall-alarm.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
