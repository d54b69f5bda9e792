import '../task/task.css'
import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPromises } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'

type PromiseLine = OutputOf<typeof listPromises>['rows'][number]

const rowTitle = (promise: PromiseLine) => promise.title
const href = (promise: PromiseLine) => `/tasks/${promise.id}`
const glyphs = { open: 'open', kept: 'done', broken: 'late' } as const

/** What was promised to whom, the latest day first, and how it went. */
export default function Promises() {
  const say = useSay<WorkKeys>()
  return (
    <DataList
      title={say('page.promises')}
      kind="task"
      query="work.list-promises"
      columns={useColumns()}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={useFilters()}
      views={useViews()}
      empty={say('page.promises.empty')}
      end={<Figures />}
    />
  )
}

function Figures() {
  const say = useSay<WorkKeys>()
  const asked = useQuery<typeof listPromises>('work.list-promises', { limit: 1 })
  return asked.data ? <span className="t3 figures">{say('page.promises.figures', asked.data.figures)}</span> : null
}

function useColumns(): readonly Column<PromiseLine>[] {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.task'),
        phone: 'title',
        text: rowTitle,
        cell: promise => (
          <TitleCell
            title={promise.title}
            snippet={[promise.moves ? say('page.promises.moved', { count: promise.moves }) : null, promise.words]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        key: 'to',
        label: say('field.promisedTo'),
        width: 190,
        phone: 'below',
        text: promise => promise.to,
        cell: promise => promise.party?.title ?? promise.to,
      },
      {
        key: 'owner',
        label: say('field.ownerId'),
        width: 150,
        wide: true,
        text: promise => promise.task.owner?.title ?? '',
        cell: promise => promise.task.owner?.title,
      },
      {
        key: 'for',
        label: say('field.forOn'),
        width: 142,
        phone: 'right',
        text: promise => promise.forOn,
        cell: promise => <time dateTime={promise.forOn}>{formats.weekday(promise.forOn)}</time>,
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 150,
        phone: 'left',
        text: promise => say(`choice.promise.${promise.state}`),
        cell: promise => <State glyph={glyphs[promise.state]}>{say(`choice.promise.${promise.state}`)}</State>,
      },
    ],
    [say, formats],
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<WorkKeys>()
  return useMemo(
    () => [
      {
        key: 'state',
        label: say('field.state'),
        options: (['open', 'kept', 'broken'] as const).map(value => ({ value, label: say(`choice.promise.${value}`) })),
      },
      { key: 'from', label: say('field.dueFrom'), type: 'day' },
      { key: 'until', label: say('field.dueTo'), type: 'day' },
    ],
    [say],
  )
}

function useViews(): readonly ListView[] {
  const say = useSay<WorkKeys>()
  const { principal } = useSession()
  return useMemo(
    () => [
      { key: 'mine', label: say('page.tasks.mine'), search: { ownerId: principal.id } },
      { key: 'open', label: say('choice.promise.open'), search: { state: 'open' } },
      { key: 'broken', label: say('choice.promise.broken'), search: { state: 'broken' } },
    ],
    [say, principal.id],
  )
}
