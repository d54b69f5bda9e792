import './task.css'
import { useState } from 'react'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { type Fact, Facts, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getTask } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import { ChangeTask } from './ChangeTask.tsx'
import { Chase, Promised } from './Promised.tsx'
import { Checklist } from './Checklist.tsx'
import { Comments } from './Comments.tsx'
import { RecordLink } from './RecordLink.tsx'
import { TaskSide } from './TaskSide.tsx'
import { TaskState } from './TaskState.tsx'
import { useRepeatWords } from './useRepeatWords.ts'

export type TaskDetail = OutputOf<typeof getTask>

/** What the page itself offers in its place: not among the buttons as well. */
const inPlace = new Set(['work.change-task', 'work.add-checklist-item', 'work.add-comment'])
const keys = {
  'work.complete-task': 'e',
  'work.reopen-task': 'e',
  'work.snooze-task': 's',
  'work.assign-task': 'a',
  'work.take-task': 't',
  'work.wait-for': 'w',
  'work.pin-task': 'p',
  'work.unpin-task': 'p',
}

export default function TaskPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<TaskDetail> query="work.get-task" id={id}>
      {detail => <TaskRecord detail={detail} key={id} />}
    </RecordOf>
  )
}

function TaskRecord({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const { record, task } = detail
  const due = task.dueOn
    ? say('page.task.due', {
        on: formats.weekday(task.dueOn) + (task.dueAt ? ` ${formats.time(task.dueAt)}` : ''),
        when: formats.relative(task.dueOn),
      })
    : null
  return (
    <RecordPage
      record={record}
      crumbs={[
        { label: say('page.desk'), href: '/' },
        { label: say('page.tasks'), href: '/tasks' },
      ]}
      state={
        <>
          <TaskState task={task} loud />
          {task.pinned ? <span>{say('reason.pinned')}</span> : null}
          {task.waitingFor ? <span>{say('page.tasks.waits-for', { name: task.waitingFor })}</span> : null}
          {task.standsInFor ? <span>{say('page.tasks.for-away', { name: task.standsInFor.title })}</span> : null}
          {task.why ? <span>{task.why}</span> : null}
        </>
      }
      figure={task.effortMinutes ? formats.minutes(task.effortMinutes) : null}
      due={due ? <Rich>{due}</Rich> : null}
      can={detail.can.filter(({ command }) => !inPlace.has(command)) as readonly Can[]}
      keys={keys}
      side={<TaskSide detail={detail} />}
    >
      <About detail={detail} />
      {detail.note ? (
        <Section title={say('field.note')}>
          <p className="note">{detail.note}</p>
        </Section>
      ) : null}
      <Promised detail={detail} />
      <Chase detail={detail} />
      <Checklist detail={detail} />
      <Comments detail={detail} />
    </RecordPage>
  )
}

/** The facts in their columns, and the door to changing them. */
function About({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const [changing, setChanging] = useState(false)
  const change = detail.can.find(({ command, refusedBecause }) => command === 'work.change-task' && !refusedBecause)
  const words = say('work.change-task')
  useHotkeys([change ? { keys: 'shift+e', label: words, group: say('kind.task'), run: () => setChanging(true) } : null])
  return (
    <Section
      title={say('page.task.facts')}
      more={
        change ? (
          <button type="button" className="quietly" onClick={() => setChanging(true)}>
            {words}
          </button>
        ) : null
      }
    >
      <Facts facts={useFacts(detail)} />
      {changing && change ? (
        <ChangeTask detail={detail} input={change.input} onClose={() => setChanging(false)} />
      ) : null}
    </Section>
  )
}

function useFacts({
  task,
  ifLate,
  repeat,
  nextOn,
  repeats,
  next,
  endedAt,
  endedBy,
  createdAt,
  reminders,
  goals,
}: TaskDetail): readonly Fact[] {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const repeating = useRepeatWords()
  const nobody = <span className="t3">{say('page.tasks.nobody')}</span>
  const facts: (Fact | null)[] = [
    { label: say('field.ownerId'), value: task.owner?.title ?? nobody },
    task.for ? { label: say('field.forId'), value: <RecordLink to={task.for} /> } : null,
    task.askedBy && task.askedBy.id !== task.owner?.id
      ? { label: say('field.askedById'), value: <RecordLink to={task.askedBy} /> }
      : null,
    task.urgency === 'normal' ? null : { label: say('field.urgency'), value: say(`choice.urgency.${task.urgency}`) },
    ifLate === 'nothing' ? null : { label: say('field.ifLate'), value: say(`choice.ifLate.${ifLate}`) },
    task.chaseOn ? { label: say('field.chaseOn'), value: formats.weekday(task.chaseOn) } : null,
    goals.length
      ? {
          label: say('page.task.goals'),
          value: goals.map(goal => <RecordLink key={goal.id} to={goal} />),
        }
      : null,
    reminders > 0 ? { label: say('page.task.reminders'), value: formats.number(reminders) } : null,
    repeat ? { label: say('page.task.repeats'), value: repeating(repeat) } : null,
    repeat && nextOn && !next ? { label: say('page.task.next'), value: formats.weekday(nextOn) } : null,
    next ? { label: say('page.task.next'), value: <RecordLink to={next} /> } : null,
    repeats ? { label: say('page.task.previous'), value: <RecordLink to={repeats} /> } : null,
    { label: say('page.task.made'), value: formats.moment(createdAt) },
    endedAt
      ? {
          label: say(`choice.state.${task.state}`),
          value: [formats.moment(endedAt), endedBy?.title].filter(Boolean).join(', '),
        }
      : null,
  ]
  return facts.filter(fact => fact !== null)
}
