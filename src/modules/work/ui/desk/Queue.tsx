import { tied } from '../../../../web/format/tied.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useSentence } from '../../../../web/language/sentence.ts'
import { Link } from '../../../../web/Link.tsx'
import type { DeskGroup, DeskLine, WorkKeys } from './deskTypes.ts'
import type { QueueKeys } from './useQueueKeys.ts'

export interface QueueProps {
  readonly groups: readonly DeskGroup[]
  readonly here: string | null
  readonly onHere: (id: string) => void
  readonly keys: QueueKeys
}

export function Queue({ groups, here, onHere, keys }: QueueProps) {
  const say = useSay<WorkKeys>()
  return groups.map((group, index) => (
    <section key={group.group} aria-labelledby={`group-${group.group}`}>
      <div className="grp">
        <h2 className="t" id={`group-${group.group}`}>
          {say(`page.desk.group.${group.group}`)} <span className="c">{group.total}</span>
        </h2>
        {index === 0
          ? ['for', 'work', 'due'].map(head => (
              <span key={head} className="h">
                {say(`page.desk.head.${head as 'for'}`)}
              </span>
            ))
          : null}
      </div>
      <ul>
        {group.rows.map(line => (
          <Row key={line.id} line={line} here={line.id === here} onHere={onHere} keys={keys} />
        ))}
      </ul>
    </section>
  ))
}

interface RowProps {
  readonly line: DeskLine
  readonly here: boolean
  readonly onHere: (id: string) => void
  readonly keys: QueueKeys
}

function Row({ line, here, onHere, keys }: RowProps) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const leaving = keys.leaving.has(line.id)
  return (
    <li
      id={`task-${line.id}`}
      className={`task${here ? ' here' : ''}${leaving ? ' leaving' : ''}`}
      aria-current={here || undefined}
      onFocus={() => onHere(line.id)}
      onPointerDown={() => onHere(line.id)}
    >
      <input
        className="box"
        type="checkbox"
        checked={leaving}
        onChange={() => keys.complete(line)}
        aria-label={say('page.desk.tick', { title: line.title })}
      />
      <div>
        <Link className="ttl" href={`/tasks/${line.id}`}>
          {tied(line.title)}
        </Link>
        <Why line={line} />
      </div>
      <span className="for">{line.for?.title ?? line.askedBy?.title ?? ''}</span>
      <span className="eff">{line.effortMinutes ? formats.minutes(line.effortMinutes) : ''}</span>
      <Due line={line} />
      {here ? <More line={line} keys={keys} /> : null}
    </li>
  )
}

function Why({ line }: { readonly line: DeskLine }) {
  const say = useSay<WorkKeys>()
  const tell = useSentence()
  const loud = line.group === 'late' ? (line.reason.key.startsWith('reason.late') ? 'late' : 'blocked') : undefined
  return (
    <p className="why">
      {line.pinned ? (
        <span className="pinned">
          <Icon name="pin" />
        </span>
      ) : null}
      <span className={loud}>{tied(tell(line.reason))}</span>
      {line.standsInFor ? (
        <>
          {' · '}
          <Link href={`/hand-over/${line.standsInFor.id}`}>
            {say('page.tasks.for-away', { name: line.standsInFor.title })}
          </Link>
        </>
      ) : null}
      {line.goal && !line.reason.key.startsWith('reason.serves-goal')
        ? ` · ${say('reason.serves-goal', { name: line.goal.title })}`
        : null}
      {line.why ? ` · ${tied(line.why)}` : null}
    </p>
  )
}

function Due({ line }: { readonly line: DeskLine }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  if (!line.dueOn) return <span className="due" />
  const today = formats.today()
  const text =
    line.dueAt && line.dueOn === today
      ? formats.time(line.dueAt)
      : line.dueOn === today
        ? say('today')
        : formats.weekday(line.dueOn)
  return (
    <span className={line.dueOn < today ? 'due late' : 'due'}>
      <time dateTime={line.dueOn}>{text}</time>
    </span>
  )
}

function More({ line, keys }: { readonly line: DeskLine; readonly keys: QueueKeys }) {
  const say = useSay<WorkKeys>()
  const { ticked, total } = line.checklist
  return (
    <div className="more">
      <p>{total > 0 ? say('page.desk.steps', { ticked, total }) : (line.source?.title ?? '')}</p>
      <Button size="s" keys="Enter" onClick={() => keys.open(line)}>
        {say('open')}
      </Button>
      <Button size="s" keys="e" onClick={() => keys.complete(line)}>
        {say('work.complete-task')}
      </Button>
      <Button size="s" keys="s" onClick={() => keys.snooze(line)}>
        {say('work.snooze-task')}
      </Button>
      <Button size="s" keys="a" className="opt" onClick={() => keys.assign(line)}>
        {say('work.assign-task')}
      </Button>
    </div>
  )
}
