import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type Keys, visitorGlyphs, type VisitorLine, visitorStates, whenOf } from '../words.ts'

const rowTitle = (row: VisitorLine) => row.title
const href = (row: VisitorLine) => `/visitors/${row.id}`

/** Every visit that is kept, by day, state and name. */
export default function AllVisits() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.visitors.filter.state'),
        many: true,
        options: visitorStates.map(value => ({ value, label: say(`state.visitor.${value}`) })),
      },
      { key: 'from', label: say('page.visitors.from'), type: 'day' },
      { key: 'until', label: say('page.visitors.until'), type: 'day' },
    ],
    [say],
  )
  const columns = useMemo<readonly Column<VisitorLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.visitor'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.company ?? ''} />,
      },
      {
        key: 'host',
        label: say('field.visitors.hostId'),
        width: 180,
        phone: 'below',
        text: row => row.host?.title ?? '',
        cell: row => row.host?.title,
      },
      {
        key: 'place',
        label: say('field.visitors.place'),
        width: 150,
        wide: true,
        text: row => row.place ?? '',
        cell: row => row.place,
      },
      {
        key: 'start',
        label: say('page.visitors.when'),
        width: 130,
        phone: 'right',
        text: row => row.arrivedAt ?? row.start,
        cell: row => whenOf(formats, row.arrivedAt ?? row.start),
      },
      {
        key: 'state',
        label: say('page.visitors.state'),
        width: 160,
        phone: 'left',
        text: row => say(`state.visitor.${row.state}`),
        cell: row => <State glyph={visitorGlyphs[row.state]}>{say(`state.visitor.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.visitors.all')}
      kind="visitor"
      query="visitors.list-visitors"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.visitors.all.empty')}
    />
  )
}
