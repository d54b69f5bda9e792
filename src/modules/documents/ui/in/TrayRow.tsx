import { Icon } from '../../../../web/kit/Icon.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentKeys, StackRow } from '../confirm/confirmTypes.ts'
import { NeedsHelp } from './NeedsHelp.tsx'
import { useKind } from '../../../../web/session.ts'
import { kindWords } from '../../../../web/kit/words.ts'
import type { TraySourceLine } from '../../../../web/useTraySources.ts'
import type { TrayItem, TrayTask } from './tray.ts'

/** One line of the tray: a paper, a task, or what another module has for it, that is nobody's yet. */
export function TrayRow({ item }: { readonly item: TrayItem }) {
  return (
    <li>
      {item.what === 'task' ? (
        <Task task={item.task} />
      ) : item.what === 'line' ? (
        <Line line={item.line} />
      ) : (
        <Paper row={item.paper} />
      )}
    </li>
  )
}

const iconOf = ({ arrivedBy, kind }: StackRow) =>
  arrivedBy === 'mail' || kind === 'mail' ? 'mail' : arrivedBy === 'scan' ? 'scan' : 'file-text'

function Paper({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const unread = row.state === 'arrived' || row.state === 'needs-help'
  const href = row.state === 'to-confirm' ? `/confirm/${row.id}` : `/documents/${row.id}`
  const detail = [unread ? '' : say(`choice.kind.${row.kind}`), say(`choice.arrivedBy.${row.arrivedBy}`)]
  return (
    <>
      <div className="paper-row">
        <Icon name={row.class >= 2 ? 'lock' : iconOf(row)} />
        <Link href={href} className="what">
          <b className="clip">{unread ? row.name : row.title}</b>
          <span className="d clip">{[...new Set(detail.filter(Boolean))].join(' · ')}</span>
        </Link>
        <span className="n sum">{row.total ? formats.money(row.total) : ''}</span>
        <PaperState row={row} />
        <time className="n t3" dateTime={row.receivedAt}>
          {formats.moment(row.receivedAt)}
        </time>
      </div>
      {row.state === 'needs-help' ? <NeedsHelp row={row} /> : null}
    </>
  )
}

/** What is to be done with it; a suspected duplicate says so first and leads to the earlier one beside it. */
function PaperState({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  if (row.duplicate)
    return (
      <Link className="st" href={`/documents/${row.id}`}>
        <State glyph="blocked" loud>
          {say('page.documents.duplicate')}
        </State>
      </Link>
    )
  if (row.state === 'needs-help')
    return <span className="st">{<State glyph="blocked">{say('page.in.help')}</State>}</span>
  if (row.state === 'arrived')
    return <span className="st">{<State glyph="waits">{say('page.in.reading')}</State>}</span>
  return (
    <span className="st">
      <State glyph={row.sure ? 'settled' : 'half'}>
        {row.sure ? say('page.confirm.all-sure') : say('page.confirm.unsure', { count: row.doubts })}
      </State>
    </span>
  )
}

function Task({ task }: { readonly task: TrayTask }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  return (
    <div className="paper-row">
      <Icon name="list-check" />
      <Link href={`/tasks/${task.id}`} className="what">
        <b className="clip">{task.title}</b>
        {task.why ? <span className="d clip">{task.why}</span> : null}
      </Link>
      <span className="n sum" />
      <span className="st">
        <State glyph="draft">{say('page.in.untaken')}</State>
      </span>
      <time className="n t3">{task.dueOn ? formats.weekday(task.dueOn) : ''}</time>
    </div>
  )
}

function Line({ line: { row } }: { readonly line: TraySourceLine }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const icon = useKind(row.kind)?.icon ?? 'inbox'
  return (
    <div className="paper-row">
      <Icon name={icon} />
      <Link href={row.path} className="what">
        <b className="clip">{row.title}</b>
        <span className="d clip">{[kindWords(say as never, row.kind), row.from].filter(Boolean).join(' · ')}</span>
      </Link>
      <span className="n sum" />
      <span className="st">
        <State glyph={row.urgent ? 'blocked' : 'draft'} loud={row.urgent}>
          {say(row.urgent ? 'page.in.urgent' : 'page.in.untaken')}
        </State>
      </span>
      <time className="n t3" dateTime={row.at}>
        {formats.moment(row.at)}
      </time>
    </div>
  )
}
