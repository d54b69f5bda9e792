import '../calls.css'
import { useMemo } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { slipStore } from '../store.ts'
import { type Keys, slipGlyphs, type SlipLine, slipStates } from '../words.ts'

const rowTitle = (row: SlipLine) => row.title
const href = (row: SlipLine) => `/slips/${row.id}`

/** Messages taken: the newest first. */
export default function Slips() {
  const say = useSay<Keys>()
  const mayTake = usePermission('calls.take-slip')
  return (
    <DataList
      title={say('page.slips')}
      kind="slip"
      query="calls.list-slips"
      columns={useColumns()}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={useFilters()}
      empty={say('page.slips.empty')}
      end={
        mayTake ? (
          <Button look="primary" icon="plus" keys="mod+." onClick={() => slipStore.set({})}>
            {say('calls.take-slip')}
          </Button>
        ) : null
      }
    />
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<Keys>()
  return useMemo(
    () => [
      {
        key: 'box',
        label: say('page.slip.to'),
        options: (['mine', 'taken', 'all'] as const).map(value => ({
          value,
          label: say(`choice.calls.box.${value}`),
        })),
      },
      {
        key: 'states',
        label: say('field.calls.states'),
        many: true,
        options: slipStates.map(value => ({ value, label: say(`state.slip.${value}`) })),
      },
    ],
    [say],
  )
}

function useColumns(): readonly Column<SlipLine>[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.slip'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.body || say(`choice.calls.wish.${row.wish}`)} />,
      },
      {
        key: 'for',
        label: say('page.slip.to'),
        width: 160,
        phone: 'below',
        text: row => row.for?.title ?? '',
        cell: row => row.for?.title ?? '–',
      },
      {
        key: 'wish',
        label: say('field.calls.wish'),
        width: 170,
        wide: true,
        text: row => say(`choice.calls.wish.${row.wish}`),
        cell: row =>
          row.urgent ? <span className="late">{say('page.slip.urgent')}</span> : say(`choice.calls.wish.${row.wish}`),
      },
      {
        key: 'takenAt',
        label: say('page.calls.when'),
        width: 120,
        phone: 'right',
        text: row => row.takenAt,
        cell: row => formats.moment(row.takenAt),
      },
      {
        key: 'state',
        label: say('field.calls.states'),
        width: 140,
        phone: 'left',
        text: row => say(`state.slip.${row.state}`),
        cell: row => <State glyph={slipGlyphs[row.state]}>{say(`state.slip.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
