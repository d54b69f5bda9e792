import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { readDay } from '../../../../web/format/entry.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Consequence, DocumentDetail, DocumentKeys } from './confirmTypes.ts'
import type { Confirming } from './useConfirm.ts'

interface Colleagues {
  readonly rows: readonly { readonly id: string; readonly name?: string; readonly title?: string }[]
}

/** What confirming will do, said before it is done; the task can be edited here. */
export function Effects({ work, detail }: { readonly work: Confirming; readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const { effect } = work
  const settled = detail.row.state !== 'to-confirm'
  return (
    <div className="then">
      <h2>{say('page.confirm.then')}</h2>
      {effect ? <EffectList work={work} effect={effect} detail={detail} /> : <p className="t3">{settled ? say(`choice.state.${detail.row.state}`) : say('loading')}</p>}
      {work.refusal ? (
        <p className="late" role="alert">
          {work.refusal.message} {work.refusal.todo}
        </p>
      ) : null}
      <div className="acts">
        <Button look="primary" keys="mod+enter" busy={work.busy} onClick={() => void work.confirm()} refused={settled ? say('page.confirm.settled') : undefined}>
          {say('page.confirm.next')}
        </Button>
        <Button keys="s" onClick={() => void work.setAside()}>
          {say('documents.set-aside')}
        </Button>
        <Button className="opt" onClick={() => void work.discard()}>
          {say('documents.discard')}
        </Button>
      </div>
    </div>
  )
}

function EffectList({ work, effect, detail }: { readonly work: Confirming; readonly effect: Consequence; readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const kept = effect.keptForGood ? say('page.confirm.kept-for-good') : effect.keepUntil ? say('page.confirm.kept-until', { day: formats.fullDay(effect.keepUntil) }) : ''
  return (
    <ul>
      {effect.newSender && !effect.sender ? (
        <li>
          <Icon name="user-plus" small />
          <span>{say('page.confirm.new-sender', { name: effect.newSender.name })}</span>
        </li>
      ) : null}
      {effect.task || work.edits.task === null ? <TaskLine work={work} effect={effect} /> : null}
      {effect.classCode ? (
        <li>
          <Icon name="folder" small />
          <span>
            {say('page.confirm.filed', { class: `${effect.classCode.code} ${effect.classCode.name}` })}
            {kept ? `, ${kept}` : ''}
          </span>
        </li>
      ) : null}
      {effect.confidentiality > detail.record.class ? (
        <li>
          <Icon name="lock" small />
          <span>{say('page.confirm.confidential')}</span>
        </li>
      ) : null}
      {effect.discardProposed ? (
        <li>
          <Icon name="trash" small />
          <span>{say('page.confirm.discard-proposed')}</span>
        </li>
      ) : null}
    </ul>
  )
}

function TaskLine({ work, effect }: { readonly work: Confirming; readonly effect: Consequence }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const [open, setOpen] = useState(false)
  const colleagues = useQuery('authority.list-principals', {}, { when: open || Boolean(effect.task?.ownerId) }).data as Colleagues | undefined
  const nameOf = (id: string | null | undefined) => {
    const found = colleagues?.rows.find((row) => row.id === id)
    return found?.name ?? found?.title ?? ''
  }
  if (!effect.task) {
    return (
      <li>
        <Icon name="list-check" small />
        <span>
          {say('page.confirm.no-task')}{' '}
          <button type="button" className="link" onClick={() => work.setTask(undefined as never)}>
            {say('undo')}
          </button>
        </span>
      </li>
    )
  }
  const { task } = effect
  const edit = (part: object) => work.setTask({ title: task.title, ownerId: task.ownerId, role: task.role, dueOn: task.dueOn, ...part } as never)
  const who = nameOf(task.ownerId) || (task.role ? (say.maybe(`role.${task.role}`) ?? task.role) : say('page.confirm.nobody'))
  return (
    <li>
      <Icon name="list-check" small />
      <span>
        <b>{say('page.confirm.task-for', { who })}</b>
        {task.dueOn ? `, ${say('page.confirm.by', { day: formats.weekday(task.dueOn) })}` : ''}: {task.title}{' '}
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('page.confirm.edit-task')}
        </button>
        {open ? (
          <span className="edit" style={{ marginLeft: 0 }}>
            <input className="wide" aria-label={say('field.task')} defaultValue={task.title} onBlur={(event) => event.target.value.trim() && edit({ title: event.target.value.trim() })} />
            <select aria-label={say('page.confirm.owner')} value={task.ownerId ?? ''} onChange={(event) => edit({ ownerId: event.target.value || null })}>
              <option value="">{task.role ?? say('page.confirm.nobody')}</option>
              {colleagues?.rows.map((row) => (
                <option key={row.id} value={row.id}>
                  {row.name ?? row.title}
                </option>
              ))}
            </select>
            <input
              aria-label={say('field.dueOn')}
              defaultValue={task.dueOn ? formats.fullDay(task.dueOn) : ''}
              onBlur={(event) => {
                const day = readDay(event.target.value, formats.today(), formats.language)
                if (day) edit({ dueOn: day })
              }}
            />
            <button type="button" className="link" style={{ justifySelf: 'start' }} onClick={() => work.setTask(null)}>
              {say('page.confirm.drop-task')}
            </button>
          </span>
        ) : null}
      </span>
    </li>
  )
}
