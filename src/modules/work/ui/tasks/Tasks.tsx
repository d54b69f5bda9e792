import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { addDays } from '../../../../web/format/day.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type SayFunction, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { completeMany, listTasks, snoozeMany } from '../../contract.ts'
import { tomorrowMorning } from '../desk/snooze.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import { TaskState } from '../task/TaskState.tsx'
import { AssignMany } from './AssignMany.tsx'

type TaskRow = OutputOf<typeof listTasks>['rows'][number]

/** What is still to be done, unless a filter says otherwise. */
const unfinished = { states: ['open', 'waiting'] }

const rowTitle = (task: TaskRow) => task.title
const href = (task: TaskRow) => `/tasks/${task.id}`

/** Every task one may see, in the order of the due dates. */
export default function Tasks() {
  const say = useSay<WorkKeys>()
  const columns = useColumns()
  const filters = useFilters()
  const views = useViews()
  const { actions, dialog } = useActions()
  const mayMake = usePermission('work.create-task')
  const maySeePromises = usePermission('work.list-promises')
  const maySeeGoals = usePermission('work.list-goals')
  const make = (look?: 'primary') => (
    <Button {...(look ? { look } : {})} icon="plus" onClick={() => openCommand({ command: 'work.create-task' })}>
      {say('work.create-task')}
    </Button>
  )
  return (
    <>
      <DataList
        title={say('page.tasks')}
        kind="task"
        query="work.list-tasks"
        input={unfinished}
        columns={columns}
        rowTitle={rowTitle}
        rowHeight={45}
        href={href}
        filters={filters}
        views={views}
        actions={actions}
        empty={say('page.tasks.empty')}
        emptyAction={mayMake ? make() : undefined}
        end={
          <>
            {maySeePromises ? (
              <ButtonLink look="quiet" href="/promises">
                {say('page.promises')}
              </ButtonLink>
            ) : null}
            {maySeeGoals ? (
              <ButtonLink look="quiet" href="/goals" icon="flag">
                {say('page.goals')}
              </ButtonLink>
            ) : null}
            {mayMake ? make('primary') : null}
          </>
        }
      />
      {dialog}
    </>
  )
}

/** Beneath the title: why it was raised, from what it came, how far its checklist is. */
function snippetOf(task: TaskRow, say: SayFunction<WorkKeys>): string {
  const { ticked, total } = task.checklist
  const parts = [
    task.waitingFor ? say('page.tasks.waits-for', { name: task.waitingFor }) : null,
    task.standsInFor ? say('page.tasks.for-away', { name: task.standsInFor.title }) : null,
    task.why,
    total > 0 ? say('page.desk.steps', { ticked, total }) : null,
    task.source && task.source.title !== task.title ? task.source.title : null,
  ]
  return parts.filter(Boolean).join(' · ')
}

function Due({ task, formats }: { readonly task: TaskRow; readonly formats: Formats }) {
  if (!task.dueOn) return null
  const late = task.dueOn < formats.today() && (task.state === 'open' || task.state === 'waiting')
  const time = task.dueAt ? ` ${formats.time(task.dueAt)}` : ''
  return (
    <time className={late ? 'late' : undefined} dateTime={task.dueOn}>
      {formats.weekday(task.dueOn)}
      {time}
    </time>
  )
}

function useColumns(): readonly Column<TaskRow>[] {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  return useMemo(
    () => [
      {
        key: 'title',
        label: say('kind.task'),
        phone: 'title',
        text: rowTitle,
        cell: task => <TitleCell title={task.title} snippet={snippetOf(task, say)} />,
      },
      {
        key: 'for',
        label: say('field.forId'),
        width: 150,
        wide: true,
        text: task => task.for?.title ?? '',
        cell: task => task.for?.title,
      },
      {
        key: 'owner',
        label: say('field.ownerId'),
        width: 150,
        phone: 'below',
        text: task => task.owner?.title ?? '',
        cell: task => task.owner?.title ?? <span className="t3">{say('page.tasks.nobody')}</span>,
      },
      {
        key: 'effort',
        label: say('field.effortMinutes'),
        width: 96,
        align: 'end',
        wide: true,
        text: task => String(task.effortMinutes ?? ''),
        cell: task => task.effortMinutes && formats.minutes(task.effortMinutes),
      },
      {
        key: 'due',
        label: say('field.dueOn'),
        width: 142,
        phone: 'right',
        sortable: true,
        text: task => task.dueOn ?? '',
        cell: task => <Due task={task} formats={formats} />,
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 150,
        phone: 'left',
        text: task => say(`choice.state.${task.state}`),
        cell: task => <TaskState task={task} />,
      },
    ],
    [say, formats],
  )
}

/** A colleague as the directory of accounts tells of them, as far as a filter needs it. */
interface Colleague {
  readonly id: string
  readonly name?: string
  readonly title?: string
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<WorkKeys>()
  const may = usePermission('authority.list-principals')
  const { data } = useQuery('authority.list-principals', { limit: 200 }, { when: may, fresh_ms: 300_000 })
  return useMemo(() => {
    const people = ((data as { readonly rows: readonly Colleague[] } | undefined)?.rows ?? []).map(
      ({ id, name, title }) => ({ value: id, label: name ?? title ?? '' }),
    )
    const states = (['open', 'waiting', 'done', 'dropped'] as const).map(value => ({
      value,
      label: say(`choice.state.${value}`),
    }))
    const yes = [{ value: 'true', label: say('page.tasks.yes') }]
    return [
      { key: 'states', label: say('field.state'), many: true, options: states },
      { key: 'ownerId', label: say('field.ownerId'), options: people },
      { key: 'untaken', label: say('field.untaken'), options: yes },
      { key: 'dueFrom', label: say('field.dueFrom'), type: 'day' },
      { key: 'dueTo', label: say('field.dueTo'), type: 'day' },
      { key: 'repeats', label: say('field.repeats'), options: yes },
      { key: 'review', label: say('field.review'), options: yes },
    ]
  }, [say, data])
}

function useViews(): readonly ListView[] {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const { principal } = useSession()
  const today = formats.today()
  return useMemo(
    () => [
      { key: 'mine', label: say('page.tasks.mine'), search: { ownerId: principal.id } },
      { key: 'untaken', label: say('field.untaken'), search: { untaken: 'true' } },
      { key: 'late', label: say('page.tasks.late'), search: { dueTo: addDays(today, -1) } },
      { key: 'waiting', label: say('choice.state.waiting'), search: { states: 'waiting' } },
      { key: 'done', label: say('choice.state.done'), search: { states: 'done', sort: '-changed' } },
    ],
    [say, principal.id, today],
  )
}

function useActions() {
  const say = useSay<WorkKeys>()
  const completing = useCommand<typeof completeMany>('work.complete-many', { said: say('page.tasks.completed') })
  const snoozing = useCommand<typeof snoozeMany>('work.snooze-many', { said: say('page.desk.snoozed-until-morning') })
  const [assigned, setAssigned] = useState<{ readonly rows: readonly TaskRow[]; readonly clear: () => void } | null>(
    null,
  )
  const { run: complete } = completing
  const { run: snooze } = snoozing
  const actions = useMemo<readonly BulkAction<TaskRow>[]>(() => {
    const ended = (rows: readonly TaskRow[]) =>
      rows.some(({ state }) => state === 'done' || state === 'dropped') ? say('page.tasks.some-ended') : undefined
    const idsOf = (rows: readonly TaskRow[]) => rows.map(({ id }) => id)
    return [
      {
        label: say('work.complete-task'),
        keys: 'e',
        refused: ended,
        run: (rows, clear) => void complete({ ids: idsOf(rows) }).then(({ status }) => status === 'done' && clear()),
      },
      {
        label: `${say('work.assign-task')}…`,
        keys: 'a',
        refused: ended,
        run: (rows, clear) => setAssigned({ rows, clear }),
      },
      {
        label: say('work.snooze-task'),
        keys: 's',
        refused: ended,
        run: (rows, clear) =>
          void snooze({ ids: idsOf(rows), until: tomorrowMorning() }).then(
            ({ status }) => status === 'done' && clear(),
          ),
      },
    ]
  }, [say, complete, snooze])
  const dialog = assigned ? (
    <AssignMany ids={assigned.rows.map(({ id }) => id)} onClose={() => setAssigned(null)} onDone={assigned.clear} />
  ) : null
  return { actions, dialog }
}
