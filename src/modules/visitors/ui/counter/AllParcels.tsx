import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { type Keys, parcelGlyphs, type ParcelLine, whenOf } from '../words.ts'

const rowTitle = (row: ParcelLine) => row.title
const href = (row: ParcelLine) => `/visitors/parcels/${row.id}`
const states = ['waiting', 'collected', 'returned'] as const

/** What lies and lay at the counter. */
export default function AllParcels() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.visitors.filter.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.held-parcel.${value}`) })),
      },
    ],
    [say],
  )
  const columns = useMemo<readonly Column<ParcelLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.held-parcel'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.forName} snippet={row.sender} />,
      },
      {
        key: 'place',
        label: say('field.visitors.place'),
        width: 150,
        wide: true,
        text: row => row.place,
        cell: row => row.place,
      },
      {
        key: 'came',
        label: say('page.visitor.arrived'),
        width: 140,
        phone: 'right',
        text: row => row.cameAt,
        cell: row => whenOf(formats, row.cameAt),
      },
      {
        key: 'by',
        label: say('field.visitors.collectedBy'),
        width: 180,
        phone: 'below',
        text: row => row.collectedBy ?? '',
        cell: row => row.collectedBy,
      },
      {
        key: 'state',
        label: say('page.visitors.state'),
        width: 160,
        phone: 'left',
        text: row => say(`state.held-parcel.${row.state}`),
        cell: row => <State glyph={parcelGlyphs[row.state]}>{say(`state.held-parcel.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('kind.held-parcel.plural')}
      kind="held-parcel"
      query="visitors.list-held-parcels"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.counter.parcels.empty')}
      end={
        <MakeButton
          command="visitors.take-parcel"
          permission="visitors.hand-over-parcel"
          path="/visitors/parcels"
          look="primary"
        />
      }
    />
  )
}
