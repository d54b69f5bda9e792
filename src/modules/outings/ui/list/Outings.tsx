import '../outings.css'
import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { answerGlyphs, outingGlyphs, type OutingKeys, type OutingLine } from '../words.ts'

const rowTitle = (row: OutingLine) => row.title
const href = (row: OutingLine) => `/outings/${row.id}`
const boxes = ['coming', 'past'] as const

/** Events and outings: those that come first. */
export default function Outings() {
  const say = useSay<OutingKeys>()
  const columns = useColumns()
  const mayMake = usePermission('outings.create-outing')
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'box',
        label: say('page.outings.box'),
        options: boxes.map(value => ({ value, label: say(`page.outings.box.${value}`) })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.outings')}
      kind="outing"
      query="outings.list-outings"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.outings.empty')}
      emptyAction={mayMake ? <MakeButton command="outings.create-outing" path="/outings" /> : undefined}
      end={<MakeButton command="outings.create-outing" path="/outings" look="primary" />}
    />
  )
}

function useColumns(): readonly Column<OutingLine>[] {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.outing'),
        phone: 'title',
        text: rowTitle,
        cell: row => <TitleCell title={row.title} snippet={row.place ?? ''} />,
      },
      {
        key: 'startsAt',
        label: say('page.outings.when'),
        width: 170,
        phone: 'right',
        text: row => row.startsAt,
        cell: row => `${formats.weekday(formats.dayOf(row.startsAt))} ${formats.time(row.startsAt)}`,
      },
      {
        key: 'seats',
        label: say('page.outings.seats'),
        width: 170,
        phone: 'below',
        text: row => String(row.taken),
        cell: row =>
          [
            row.capacity === null ? row.taken : say('page.outings.taken', { taken: row.taken, capacity: row.capacity }),
            row.waiting > 0 ? say('page.outings.waiting', { count: row.waiting }) : null,
          ]
            .filter(part => part !== null)
            .join(' · '),
      },
      {
        key: 'mine',
        label: say('page.outings.mine'),
        width: 160,
        wide: true,
        text: row => (row.mine ? say(`choice.outings.answer.${row.mine}`) : ''),
        cell: row =>
          row.mine ? <State glyph={answerGlyphs[row.mine]}>{say(`choice.outings.answer.${row.mine}`)}</State> : null,
      },
      {
        key: 'state',
        label: say('page.outings.state'),
        width: 190,
        phone: 'left',
        text: row => say(`state.outing.${row.state}`),
        cell: row => <State glyph={outingGlyphs[row.state]}>{say(`state.outing.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}
