import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { listGoals } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'

type GoalRow = OutputOf<typeof listGoals>['rows'][number]

const rowTitle = (goal: GoalRow) => goal.title
const href = (goal: GoalRow) => `/goals/${goal.id}`

/** The goals of the office and of people, those that end first at the top. */
export default function Goals() {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const may = usePermission('work.create-goal')
  const columns = useMemo<readonly Column<GoalRow>[]>(
    () => [
      {
        key: 'title',
        label: say('kind.goal'),
        phone: 'title',
        text: rowTitle,
        cell: goal => (
          <TitleCell
            title={goal.title}
            snippet={goal.tasks ? say('page.goals.progress', { done: goal.done, tasks: goal.tasks }) : ''}
          />
        ),
      },
      {
        key: 'owner',
        label: say('field.ownerId'),
        width: 170,
        phone: 'below',
        text: goal => goal.owner?.title ?? '',
        cell: goal => (goal.ofOffice ? say('page.goals.office') : goal.owner?.title),
      },
      {
        key: 'weight',
        label: say('field.weight'),
        width: 110,
        wide: true,
        text: goal => say(`choice.weight.${goal.weight}`),
        cell: goal => say(`choice.weight.${goal.weight}`),
      },
      {
        key: 'until',
        label: say('field.untilOn'),
        width: 142,
        phone: 'right',
        text: goal => goal.untilOn,
        cell: goal => <time dateTime={goal.untilOn}>{formats.weekday(goal.untilOn)}</time>,
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
        options: (['open', 'reached', 'dropped'] as const).map(value => ({ value, label: say(`state.goal.${value}`) })),
      },
    ],
    [say],
  )
  const make = (look?: 'primary') => (
    <Button {...(look ? { look } : {})} icon="plus" onClick={() => openCommand({ command: 'work.create-goal' })}>
      {say('work.create-goal')}
    </Button>
  )
  return (
    <DataList
      title={say('page.goals')}
      kind="goal"
      query="work.list-goals"
      columns={columns}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={filters}
      empty={say('page.goals.empty')}
      emptyAction={may ? make() : undefined}
      end={may ? make('primary') : undefined}
    />
  )
}
