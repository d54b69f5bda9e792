import '../shared/procedures.css'
import type { ReactNode } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { createTask } from '../../../work/contract.ts'
import type { createObligation, createProcedure, handOver } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import { useWeekday } from '../shared/RuleField.tsx'
import type { Words } from '../shared/words.ts'

type Sheet = OutputOf<typeof handOver>
type Habit = Sheet['habits'][number]

/** A person's work on paper, for whoever takes it over: it writes itself. */
export default function HandOverPage() {
  const say = useSay<Words>()
  const formats = useFormats()
  const { id = '' } = useParams()
  const asked = useQuery<typeof handOver>('procedures.hand-over', { personId: id })
  if (asked.isPending) return <PageSkeleton />
  if (!asked.data)
    return (
      <div className="body">
        <QueryProblem fault={asked.error as Error} again={() => void asked.refetch()} />
      </div>
    )
  const sheet = asked.data
  const due = (on: string | null) => (on ? formats.weekday(on) : '')
  return (
    <Page
      title={say('page.hand-over', { name: sheet.person.title })}
      crumbs={[{ label: say('page.cover'), href: '/cover' }]}
      beside={formats.fullDay(sheet.today)}
      end={
        <Button icon="printer" className="no-print" onClick={() => window.print()}>
          {say('page.hand-over.print')}
        </Button>
      }
    >
      <p className="t2">
        {[
          `${say('page.cover.deputy')}: ${sheet.deputy?.title ?? say('page.run.nobody')}`,
          ...sheet.away.map(
            one =>
              `${formats.weekday(one.fromOn)} – ${formats.weekday(one.untilOn)}${one.deputy ? ` (${one.deputy.title})` : ''}`,
          ),
        ].join(' · ')}
      </p>
      <Rows
        title={say('page.hand-over.tasks')}
        rows={sheet.tasks.map(line => [
          <RecordLink key="r" to={line.record} />,
          line.source?.title ?? '',
          due(line.dueOn),
        ])}
      />
      <Rows
        title={say('page.hand-over.steps')}
        rows={sheet.steps.map(line => [line.step, <RecordLink key="r" to={line.record} />, due(line.dueOn)])}
      />
      <Rows
        title={say('page.hand-over.owns')}
        rows={[...sheet.procedures, ...sheet.obligations].map(line => [
          <RecordLink key="r" to={line.record} />,
          say(`kind.${line.record.kind}`),
          due(line.dueOn),
        ])}
      />
      <Habits sheet={sheet} />
      <Rows
        title={say('page.hand-over.done', { on: formats.fullDay(sheet.since) })}
        count={sheet.doneTotal}
        rows={sheet.done.slice(0, 60).map(({ record, on }) => [<RecordLink key="r" to={record} />, '', due(on)])}
      />
      <Rows
        title={say('page.hand-over.acts')}
        rows={sheet.acts.map(({ command, count }) => [say(command), '', formats.number(count)])}
      />
    </Page>
  )
}

function Rows({
  title,
  rows,
  count,
}: {
  readonly title: string
  readonly rows: readonly (readonly [ReactNode, ReactNode, ReactNode])[]
  readonly count?: number
}) {
  const say = useSay<Words>()
  return (
    <Section title={title} count={count ?? rows.length}>
      {rows.length === 0 ? (
        <p className="t2">{say('page.hand-over.nothing')}</p>
      ) : (
        <div className="proc-scroll" tabIndex={0} role="region" aria-label={title}>
          <table>
            <tbody>
              {rows.map(([first, second, third], index) => (
                <tr key={index}>
                  <td>{first}</td>
                  <td className="t2">{second}</td>
                  <td className="num">{third}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function Habits({ sheet }: { readonly sheet: Sheet }) {
  const say = useSay<Words>()
  return (
    <Section title={say('page.hand-over.habits')} count={sheet.habits.length}>
      {sheet.habits.length === 0 ? <p className="t2">{say('page.hand-over.habits.none')}</p> : null}
      <ul className="proc-steps">
        {sheet.habits.map(habit => (
          <HabitRow key={habit.title} habit={habit} ownerId={sheet.person.id} />
        ))}
      </ul>
    </Section>
  )
}

/** A habit, and the three things it may become, each in one act. */
function HabitRow({ habit, ownerId }: { readonly habit: Habit; readonly ownerId: string }) {
  const say = useSay<Words>()
  const words = useHabitWords()
  const [mayProcedure, mayObligation, mayTask] = [
    usePermission('procedures.create-procedure'),
    usePermission('procedures.create-obligation'),
    usePermission('work.create-task'),
  ]
  const said = say('page.hand-over.adopted')
  const procedure = useCommand<typeof createProcedure>('procedures.create-procedure', { said })
  const obligation = useCommand<typeof createObligation>('procedures.create-obligation', { said })
  const task = useCommand<typeof createTask>('work.create-task', { said })
  const { title, rule, repeat, nextOn } = habit
  return (
    <li>
      <span className="no" />
      <div>
        <b>{title}</b>
        <p className="t2">
          {words(habit)} · {say('page.hand-over.times', { count: habit.times })}
        </p>
      </div>
      <div className="acts no-print">
        {mayProcedure ? (
          <Button
            size="s"
            busy={procedure.busy}
            onClick={() =>
              void procedure.run({
                title,
                ownerId,
                rule,
                inForce: true,
                content: { steps: [{ title, due: { from: 'anchor', days: 0 } }] },
              } as never)
            }
          >
            {say('page.hand-over.as-procedure')}
          </Button>
        ) : null}
        {mayObligation ? (
          <Button
            size="s"
            busy={obligation.busy}
            onClick={() => void obligation.run({ title, ownerId, rule } as never)}
          >
            {say('page.hand-over.as-obligation')}
          </Button>
        ) : null}
        {mayTask && nextOn ? (
          <Button
            size="s"
            busy={task.busy}
            onClick={() => void task.run({ title, ownerId, repeat, dueOn: nextOn } as never)}
          >
            {say('page.hand-over.as-task')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function useHabitWords(): (habit: Habit) => string {
  const say = useSay<Words>()
  const formats = useFormats()
  const weekday = useWeekday()
  return ({ rhythm, n, weekday: day, lastOn }) => {
    if (rhythm === 'workday-of-month' && n === -1) return say('rhythm.last-workday')
    if (rhythm === 'day-of-month' && n === 31) return say('rhythm.last-day')
    if (rhythm === 'weekday-of-month')
      return say(n === 5 ? 'rhythm.last-weekday' : 'rhythm.weekday-of-month', { n, day: weekday(day ?? 1) })
    return say(`rhythm.${rhythm}`, { n, day: weekday(n), on: formats.day(lastOn) })
  }
}
