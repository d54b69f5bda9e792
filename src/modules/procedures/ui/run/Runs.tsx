import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { listRuns } from '../../contract.ts'
import { Tabs } from '../shared/Tabs.tsx'
import type { Words } from '../shared/words.ts'

type Row = OutputOf<typeof listRuns>['rows'][number]

const rowTitle = (row: Row) => row.title
const href = (row: Row) => `/runs/${row.id}`
const going = { states: ['running'] }
/** A run is called after its procedure and the day it leads to: the day as the reader writes days. */
export const runTitle = (title: string, formats: Formats): string =>
  title.replace(/\d{4}-\d\d-\d\d$/, day => formats.fullDay(day))

export const runGlyph = ({ state, late }: { readonly state: Row['state']; readonly late: number }) =>
  state === 'done' ? 'done' : state === 'cancelled' ? 'ended' : late > 0 ? 'late' : 'half'

/** What is being gone through, and how far it is. */
export default function Runs() {
  const say = useSay<Words>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.procedure-run'),
        phone: 'title',
        text: rowTitle,
        cell: row => (
          <TitleCell
            title={runTitle(row.title, formats)}
            snippet={[
              say('page.run.progress', { done: row.done, steps: row.steps }),
              row.late ? say('page.run.late', { count: row.late }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        key: 'due',
        label: say('field.dueOn'),
        width: 150,
        phone: 'right',
        text: row => row.dueOn ?? '',
        cell: row => row.dueOn && <span className={row.late ? 'late' : undefined}>{formats.weekday(row.dueOn)}</span>,
      },
      {
        key: 'started',
        label: say('page.run.started'),
        width: 150,
        wide: true,
        text: row => row.startedAt,
        cell: row => formats.moment(row.startedAt),
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 130,
        phone: 'left',
        text: row => say(`choice.state.${row.state}`),
        cell: row => <State glyph={runGlyph(row)}>{say(`choice.state.${row.state}`)}</State>,
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
        options: (['running', 'done', 'cancelled'] as const).map(value => ({
          value,
          label: say(`choice.state.${value}`),
        })),
      },
    ],
    [say],
  )
  return (
    <DataList
      title={say('page.runs')}
      kind="procedure-run"
      query="procedures.list-runs"
      input={going}
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={filters}
      empty={say('page.runs.empty')}
      end={<Tabs here="runs" />}
    />
  )
}
