import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listProcedures } from '../../contract.ts'
import { Tabs } from '../shared/Tabs.tsx'
import type { Words } from '../shared/words.ts'

type Row = OutputOf<typeof listProcedures>['rows'][number]

const rowTitle = (row: Row) => row.title
const href = (row: Row) => `/procedures/${row.id}`
const inUse = { states: ['draft', 'in-force'] }
export const glyphs = { draft: 'draft', 'in-force': 'open', retired: 'ended' } as const

/** Every procedure one may see. */
export default function Procedures() {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('procedures.create-procedure')
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.procedure'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={row.title}
            snippet={[
              say('page.procedures.steps', { count: row.steps }),
              row.running ? `${say('page.procedures.running')}: ${row.running}` : null,
              row.changed ? say('page.procedures.changed') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        key: 'owner',
        label: say('field.ownerId'),
        width: 160,
        phone: 'below',
        text: row => row.owner?.title ?? row.ownerRole ?? '',
        cell: row => row.owner?.title ?? row.ownerRole ?? <span className="t3">{say('page.run.nobody')}</span>,
      },
      {
        key: 'next',
        label: say('page.procedures.next'),
        width: 150,
        phone: 'right',
        text: row => row.nextOn ?? '',
        cell: row => row.nextOn && formats.weekday(row.nextOn),
      },
      {
        key: 'onTime',
        label: say('page.procedures.on-time'),
        width: 120,
        wide: true,
        text: row => (row.ended ? `${row.onTime}/${row.ended}` : ''),
        cell: row => (row.ended ? say('page.procedures.of', { part: row.onTime, all: row.ended }) : ''),
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 140,
        phone: 'left',
        text: row => say(`choice.state.${row.state}`),
        cell: row => <State glyph={glyphs[row.state]}>{say(`choice.state.${row.state}`)}</State>,
      },
    ],
    [say, formats],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'states',
        label: say('field.state'),
        many: true,
        options: (['draft', 'in-force', 'retired'] as const).map(value => ({
          value,
          label: say(`choice.state.${value}`),
        })),
      },
    ],
    [say],
  )
  const make = (look?: 'primary') => (
    <Button
      {...(look ? { look } : {})}
      icon="plus"
      onClick={() => openCommand({ command: 'procedures.create-procedure' })}
    >
      {say('procedures.create-procedure')}
    </Button>
  )
  return (
    <DataList
      title={say('page.procedures')}
      kind="procedure"
      query="procedures.list-procedures"
      input={inUse}
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={filters}
      empty={say('page.procedures.empty')}
      emptyAction={may ? make() : undefined}
      end={
        <>
          <Tabs here="procedures" />
          {may ? make('primary') : null}
        </>
      }
    />
  )
}
