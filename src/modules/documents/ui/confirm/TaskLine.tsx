import { useState } from 'react'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { readDay } from '../../../../web/format/entry.ts'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Consequence, DocumentKeys, TaskEdit } from './confirmTypes.ts'
import { learntWords } from './learntWords.ts'
import type { Confirming } from './useConfirm.ts'

interface Colleagues {
  readonly rows: readonly { readonly id: string; readonly name?: string; readonly title?: string }[]
}

/** Names of colleagues, where one may see them. */
export function useColleagues(when = true) {
  const may = usePermission('authority.list-principals')
  const asked = useQuery<unknown>('authority.list-principals', { limit: 200 }, { when: when && may, fresh_ms: 300_000 })
  return ((asked.data as Colleagues | undefined)?.rows ?? []).map(({ id, name, title }) => ({
    id,
    name: name ?? title ?? '',
  }))
}

/** The task that confirming makes: whose, until when; every part of it can be changed here. */
export function TaskLine({ work, effect }: { readonly work: Confirming; readonly effect: Consequence }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const [unread, setUnread] = useState(false)
  // What was just changed stands here at once, before the server has said what it makes of it.
  const task = effect.task && { ...effect.task, ...work.edits.task }
  const colleagues = useColleagues(open || Boolean(task?.ownerId))
  if (!task) {
    return (
      <li>
        <Icon name="list-check" small />
        <span>
          {say('page.confirm.no-task')}{' '}
          <button type="button" className="link" onClick={() => work.forget('task')}>
            {say('undo')}
          </button>
        </span>
      </li>
    )
  }
  const edit = (part: Partial<TaskEdit>) =>
    work.setTask({ title: task.title, ownerId: task.ownerId, role: task.role, dueOn: task.dueOn, ...part })
  const taught =
    work.edits.task === undefined
      ? effect.learnt.find(({ about }) => about === 'owner' || about === 'wording')
      : undefined
  const role = task.role
    ? (say.maybe(`choice.key.${task.role}`) ?? say.maybe(`role.${task.role}`) ?? task.role)
    : say('page.confirm.nobody')
  const who = colleagues.find(({ id }) => id === task.ownerId)?.name || role
  return (
    <li>
      <Icon name="list-check" small />
      <span>
        <b>{say('page.confirm.task-for', { who })}</b>
        {task.dueOn ? `, ${say('page.confirm.by', { day: formats.weekday(task.dueOn) })}` : ''}: {task.title}
        {taught ? <span className="t3"> ({learntWords(say, formats, taught)})</span> : null}{' '}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'page.confirm.close' : 'page.confirm.edit-task')}
        </button>
      </span>
      {open ? (
        <div className="edit">
          <input
            className="wide"
            aria-label={say('field.task')}
            defaultValue={task.title}
            onBlur={event => event.target.value.trim() && edit({ title: event.target.value.trim() })}
          />
          <select
            aria-label={say('page.confirm.owner')}
            value={task.ownerId ?? ''}
            onChange={event => edit({ ownerId: event.target.value || null })}
          >
            <option value="">{role}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <input
            aria-label={`${say('field.task')}: ${say('field.dueOn')}`}
            key={task.dueOn}
            aria-invalid={unread || undefined}
            defaultValue={task.dueOn ? formats.fullDay(task.dueOn) : ''}
            onBlur={event => {
              const typed = event.target.value.trim()
              if (typed === event.target.defaultValue) return setUnread(false)
              const day = typed ? readDay(typed, formats.today(), formats.language) : null
              setUnread(typed !== '' && !day)
              if (day !== task.dueOn && (day || !typed)) edit({ dueOn: day })
            }}
          />
          <button type="button" className="link" onClick={() => work.setTask(null)}>
            {say('page.confirm.drop-task')}
          </button>
        </div>
      ) : null}
    </li>
  )
}
