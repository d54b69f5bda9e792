import { Icon } from '../../../../web/kit/Icon.tsx'
import { Kbd } from '../../../../web/kit/Kbd.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentKeys, StackRow } from './confirmTypes.ts'
import type { Confirming } from './useConfirm.ts'

const Leaf = ({ many }: { readonly many?: boolean }) => (
  <span className={many ? 'leaf many' : 'leaf'} aria-hidden="true">
    <i />
    <i />
    <i />
    <i />
    <i />
  </span>
)

/** The papers that wait, and those just confirmed with their way back. */
export function Pile({ work }: { readonly work: Confirming }) {
  const say = useSay<DocumentKeys>()
  const all = work.total + work.settled.length
  return (
    <nav className="stack" aria-label={say('page.confirm.pile')}>
      <header>
        <h2 className="h3">{say('page.confirm.pile')}</h2>
        <p>{say('page.confirm.progress', { done: work.settled.length, all })}</p>
        <div className="bar">
          <i style={{ width: `${all ? (work.settled.length / all) * 100 : 0}%` }} />
        </div>
        {work.sureCount > 0 ? (
          <button type="button" className="all-sure" onClick={() => void work.confirmSure()}>
            <span>{say('page.in.sure', { count: work.sureCount })}</span>
            <Kbd keys="alt+a" />
          </button>
        ) : null}
      </header>
      <ol>
        {work.settled.slice(-3).map(one => (
          <li key={one.id} className="done">
            <Leaf />
            <b className="clip">{one.title}</b>
            <span className="d">
              <Icon name="check" />
              {say('choice.state.confirmed')}
              {one.undo ? (
                <button type="button" onClick={() => void work.undo(one)}>
                  {say('undo')}
                </button>
              ) : null}
            </span>
          </li>
        ))}
        {work.rows.map(row => (
          <li key={row.id}>
            <Link href={`/confirm/${row.id}`} aria-current={row.id === work.here ? 'true' : undefined}>
              <Leaf many={(row.pageCount ?? 1) > 1} />
              <b className="clip">{row.sender?.name ?? row.title}</b>
              <PileLine row={row} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function PileLine({ row }: { readonly row: StackRow }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  return (
    <span className="d">
      {row.class >= 2 ? <Icon name="lock" /> : null}
      <span className="clip">
        {say(`choice.kind.${row.kind}`)}
        {row.total ? ` · ${formats.money(row.total)}` : row.subject ? ` · ${row.subject}` : ''}
      </span>
    </span>
  )
}
