import { useRef, useState } from 'react'
import type { JsonSchema } from '../../../../web/answers.ts'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { PropertyField } from '../../../../web/kit/form/PropertyField.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeTask } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import { changesOf, isBlank, type Values } from './changes.ts'
import { RepeatField } from './RepeatField.tsx'
import type { TaskDetail } from './Task.tsx'

const command = 'work.change-task' satisfies (typeof changeTask)['name']
const open = ['title', 'dueOn', 'effortMinutes', 'forId', 'ownerId', 'note'] as const
const folded = ['dueAt', 'askedById', 'urgency', 'ifLate', 'why', 'review'] as const

function valuesOf({ task, note, ifLate, repeat }: TaskDetail): Values {
  const { title, dueOn, dueAt, effortMinutes, urgency, why, review } = task
  return {
    title,
    dueOn,
    dueAt,
    effortMinutes,
    urgency,
    why,
    review,
    note,
    ifLate,
    repeat,
    forId: task.for?.id ?? null,
    ownerId: task.owner?.id ?? null,
    askedById: task.askedBy?.id ?? null,
  }
}

export interface ChangeTaskProps {
  readonly detail: TaskDetail
  /** The task and its version, as the server offers the command. */
  readonly input: Readonly<Record<string, unknown>>
  readonly onClose: () => void
}

/** The facts as they are, to be written over; only what differs is sent. */
export function ChangeTask({ detail, input, onClose }: ChangeTaskProps) {
  const say = useSay<WorkKeys>()
  const schema = useRegisteredCommand(command)?.inputSchema
  const [before] = useState(() => valuesOf(detail))
  const [now, setNow] = useState(before)
  // What stands there may be of another kind than the field would offer: a colleague with an account, an organisation.
  const kinds: Readonly<Record<string, string | undefined>> = {
    forId: detail.task.for?.kind,
    askedById: detail.task.askedBy?.kind,
  }
  const unreadable = useRef(new Set<string>())
  const changing = useCommand<typeof changeTask>(command, { quiet: true })
  const refusal = changing.answer?.status === 'refused' ? changing.answer.refusal : null
  const problems = refusal?.field ? { [refusal.field]: refusal.message } : {}
  const send = async () => {
    const changes = changesOf(before, now)
    if (unreadable.current.size || changes['title'] === null) return
    if (Object.keys(changes).length === 0) return onClose()
    const { status } = await changing.run({ ...input, ...changes } as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  const field = (name: string, first = false) => {
    const property: JsonSchema | undefined = schema?.properties?.[name]
    if (!property) return null
    return (
      <PropertyField
        key={name}
        command={command}
        path={name}
        schema={kinds[name] && now[name] === before[name] ? { ...property, kind: kinds[name] } : property}
        required={name === 'title'}
        value={now[name] ?? undefined}
        onChange={value => setNow(was => ({ ...was, [name]: value }))}
        problems={name === 'title' && isBlank(now['title']) ? { title: say('form.required') } : problems}
        onUnreadable={(path, is) => (is ? unreadable.current.add(path) : unreadable.current.delete(path))}
        autoFocus={first}
      />
    )
  }
  return (
    <Dialog title={say('work.change-task')} about={detail.record.title} onClose={onClose}>
      <SendForm
        sending={changing}
        submit={say('page.task.save')}
        saysItself={field => [...open, ...folded].some(name => name === field)}
        onSend={send}
        onCancel={onClose}
      >
        {field('title', true)}
        <div className="two">
          {field('dueOn')}
          {field('effortMinutes')}
        </div>
        <div className="two">
          {field('forId')}
          {field('ownerId')}
        </div>
        {field('note')}
        <RepeatField
          value={now['repeat'] as TaskDetail['repeat']}
          onChange={repeat => setNow(was => ({ ...was, repeat }))}
        />
        <details className="fold">
          <summary>{say('form.more')}</summary>
          <div className="form">{folded.map(name => field(name))}</div>
        </details>
      </SendForm>
    </Dialog>
  )
}
