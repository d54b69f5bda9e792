import { useMemo } from 'react'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { MakeButton } from '../../../../web/kit/MakeButton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { keyGlyphs, type KeyLine, type Keys, whenOf } from '../words.ts'

const rowTitle = (row: KeyLine) => row.title
const href = (row: KeyLine) => `/visitors/keys/${row.id}`
const states = ['in', 'lent', 'lost'] as const

/** All keys and cards; those that are out too long come first. */
export default function AllKeys() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('page.visitors.filter.state'),
        many: true,
        options: states.map(value => ({ value, label: say(`state.door-key.${value}`) })),
      },
    ],
    [say],
  )
  const columns = useMemo<readonly Column<KeyLine>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.door-key'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={[say(`choice.visitors.type.${row.type}`), row.number].filter(Boolean).join(' ')}
          />
        ),
      },
      {
        key: 'to',
        label: say('page.counter.who-had'),
        width: 200,
        phone: 'below',
        text: row => row.toName ?? '',
        cell: row => row.toName,
      },
      {
        key: 'due',
        label: say('field.visitors.due'),
        width: 150,
        phone: 'right',
        text: row => row.due ?? '',
        cell: row =>
          row.due && (row.late ? <State glyph="late">{whenOf(formats, row.due)}</State> : whenOf(formats, row.due)),
      },
      {
        key: 'state',
        label: say('page.visitors.state'),
        width: 140,
        phone: 'left',
        text: row => say(`state.door-key.${row.state}`),
        cell: row => <State glyph={keyGlyphs[row.state]}>{say(`state.door-key.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
  return (
    <DataList
      title={say('page.counter.keys')}
      kind="door-key"
      query="visitors.list-keys"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      rowHeight={45}
      filters={filters}
      empty={say('page.counter.keys.empty')}
      end={
        <MakeButton command="visitors.create-key" permission="visitors.lend-key" path="/visitors/keys" look="primary" />
      }
    />
  )
}
