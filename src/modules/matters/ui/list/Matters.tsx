import { useMemo } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listKinds } from '../../contract.ts'
import { MatterState } from '../MatterState.tsx'
import type { MatterRow, MattersKeys } from '../words.ts'

const unfinished = { states: ['open', 'waiting'] }
const rowTitle = (matter: MatterRow) => matter.title
const href = (matter: MatterRow) => `/matters/${matter.id}`

/** Every matter one may see, the newest number first. */
export default function Matters() {
  const say = useSay<MattersKeys>()
  const mayOpen = usePermission('matters.create-matter')
  const make = (look?: 'primary') => (
    <Button {...(look ? { look } : {})} icon="plus" onClick={() => openCommand({ command: 'matters.create-matter' })}>
      {say('matters.create-matter')}
    </Button>
  )
  return (
    <DataList
      title={say('page.matters')}
      kind="matter"
      query="matters.list-matters"
      input={unfinished}
      columns={useColumns()}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={useFilters()}
      views={useViews()}
      empty={say('page.matters.empty')}
      emptyAction={mayOpen ? make() : undefined}
      end={
        <>
          <ButtonLink look="quiet" href="/matter-kinds" icon="list-numbers">
            {say('page.matters.kinds')}
          </ButtonLink>
          {mayOpen ? make('primary') : null}
        </>
      }
    />
  )
}

function useColumns(): readonly Column<MatterRow>[] {
  const say = useSay<string>()
  const formats = useFormats()
  return useMemo(() => {
    const snippet = (matter: MatterRow) =>
      [
        matter.waitingFor ? say('page.matters.waits-for', { name: matter.waitingFor }) : null,
        matter.kindName,
        matter.openTasks > 0 ? say('page.matters.open-tasks', { count: matter.openTasks }) : null,
      ]
        .filter(Boolean)
        .join(' · ')
    return [
      {
        key: 'number',
        label: say('field.number'),
        width: 104,
        sortable: true,
        phone: 'left',
        text: matter => matter.number,
        cell: matter => <span className="num">{matter.number}</span>,
      },
      {
        key: 'name',
        label: say('field.matters.create-matter.name'),
        phone: 'title',
        sortable: true,
        text: matter => matter.name,
        cell: matter => <TitleCell title={matter.name} snippet={snippet(matter)} />,
      },
      {
        key: 'for',
        label: say('field.forId'),
        width: 170,
        wide: true,
        text: matter => matter.for?.title ?? '',
        cell: matter => matter.for?.title,
      },
      {
        key: 'owner',
        label: say('field.ownerId'),
        width: 150,
        phone: 'below',
        text: matter => matter.owner?.title ?? '',
        cell: matter => matter.owner?.title,
      },
      {
        key: 'target',
        label: say('field.targetOn'),
        width: 122,
        phone: 'right',
        sortable: true,
        text: matter => matter.targetOn ?? '',
        cell: matter =>
          matter.targetOn ? (
            <time className={matter.late ? 'late' : undefined} dateTime={matter.targetOn}>
              {formats.weekday(matter.targetOn)}
            </time>
          ) : null,
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 160,
        text: matter => say(`state.matter.${matter.state}`),
        cell: matter => <MatterState matter={matter} />,
      },
    ]
  }, [say, formats])
}

interface Colleague {
  readonly id: string
  readonly name?: string
  readonly title?: string
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<string>()
  const may = usePermission('authority.list-principals')
  const people = useQuery('authority.list-principals', { limit: 200 }, { when: may, fresh_ms: 300_000 })
  const kinds = useQuery<typeof listKinds>('matters.list-kinds', {}, { fresh_ms: 300_000 })
  return useMemo(() => {
    const owners = ((people.data as { readonly rows: readonly Colleague[] } | undefined)?.rows ?? []).map(
      ({ id, name, title }) => ({ value: id, label: name ?? title ?? '' }),
    )
    const states = (['open', 'waiting', 'closed'] as const).map(value => ({
      value,
      label: say(`state.matter.${value}`),
    }))
    return [
      { key: 'states', label: say('field.state'), many: true, options: states },
      { key: 'ownerId', label: say('field.ownerId'), options: owners },
      {
        key: 'kindId',
        label: say('field.kindId'),
        options: (kinds.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title })),
      },
      { key: 'targetFrom', label: say('field.targetFrom'), type: 'day' },
      { key: 'targetTo', label: say('field.targetTo'), type: 'day' },
      { key: 'late', label: say('field.late'), options: [{ value: 'true', label: say('field.late') }] },
    ]
  }, [say, people.data, kinds.data])
}

function useViews(): readonly ListView[] {
  const say = useSay<MattersKeys>()
  const { principal } = useSession()
  return useMemo(
    () => [
      { key: 'mine', label: say('page.matters.mine'), search: { ownerId: principal.id } },
      { key: 'late', label: say('page.matters.late'), search: { late: 'true' } },
      { key: 'waiting', label: say('state.matter.waiting'), search: { states: 'waiting' } },
      { key: 'closed', label: say('page.matters.closed'), search: { states: 'closed', sort: '-changed' } },
    ],
    [say, principal.id],
  )
}
