import './confirm.css'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { Bed } from './Bed.tsx'
import type { DocumentKeys, FieldName } from './confirmTypes.ts'
import { Fields } from './Fields.tsx'
import { Pile } from './Pile.tsx'
import { firstField, isOpen } from './doubts.ts'
import { type Confirming, useConfirm } from './useConfirm.ts'

/** The pile, the page, the fields: a paper is confirmed by Tab, Enter, done. */
export default function Confirm() {
  const say = useSay<DocumentKeys>()
  const { id } = useParams()
  const work = useConfirm(id ?? null)
  const [now, setNow] = useState<FieldName | null>(null)
  const detail = work.detail.data
  const title = detail?.record.title ?? say('page.confirm')
  useTitle(title)
  // A new paper begins at its first doubtful field, once it is known; on a touch screen no keyboard jumps up by itself.
  const begun = useRef<string | null>(null)
  const known = detail !== undefined && (work.previewed || !isOpen(detail))
  const here = detail?.record.id ?? null
  useEffect(() => {
    if (!detail || !known || begun.current === here) return
    begun.current = here
    const first = firstField(detail, work.effect)
    setNow(first)
    if (!matchMedia('(pointer: coarse)').matches)
      document.getElementById(`field-${first}`)?.focus({ preventScroll: true })
  }, [here, known, detail, work.effect])
  useConfirmKeys(work)
  if (work.pile.isError) return <QueryProblem fault={work.pile.error} again={() => void work.pile.refetch()} />
  if (work.pile.data && work.here === null) return <Done />
  const at = work.rows.findIndex(row => row.id === work.here)
  return (
    <div className="confirm">
      <h1 className="vh">{title}</h1>
      <div className="phone-head">
        {at >= 0 ? <b className="nw">{say('page.confirm.position', { at: at + 1, all: work.total })}</b> : null}
        <span className="t3 clip">{detail?.row.sender?.name ?? title}</span>
        <Link className="sp nw" href="/in">
          {say('page.confirm.pile')}
        </Link>
      </div>
      <Pile work={work} />
      {detail ? <Bed detail={detail} work={work} now={now} onNow={setNow} /> : <div className="bed" aria-busy="true" />}
      {detail ? (
        <Fields key={detail.record.id} work={work} detail={detail} now={now} onNow={setNow} />
      ) : (
        <section className="fields" aria-label={say('loading')}>
          {work.detail.isError ? (
            <QueryProblem fault={work.detail.error} again={() => void work.detail.refetch()} />
          ) : (
            <SkeletonRows rows={10} />
          )}
        </section>
      )}
    </div>
  )
}

function Done() {
  const say = useSay<DocumentKeys>()
  return (
    <div className="page">
      <div className="body">
        <h1 className="vh">{say('page.confirm')}</h1>
        <Empty text={say('page.confirm.empty')}>
          <ButtonLink href="/in" look="primary" icon="inbox">
            {say('page.in')}
          </ButtonLink>
        </Empty>
      </div>
    </div>
  )
}

/** Everything without the mouse, also from within a field: a plain key types there, the same key with Alt acts. */
function useConfirmKeys(work: Confirming): void {
  const say = useSay<DocumentKeys>()
  const latest = useRef(work)
  latest.current = work
  const group = say('page.confirm')
  /** A key held down settles one paper, not the pile. */
  const once = (run: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat) run()
  }
  const both = (key: string, label: string, run: () => void) => [
    { keys: `alt+${key}`, label, group, whileTyping: true, run: once(run) },
    { keys: key, label, silent: true, run: once(run) },
  ]
  /** What stands half typed in a field counts; what cannot be read there keeps the paper. */
  const confirm = () => {
    flushSync(() => (document.activeElement as HTMLElement | null)?.blur())
    const wrong = document.querySelector<HTMLElement>('.fields [aria-invalid="true"]')
    if (wrong && !latest.current.refusal) wrong.focus()
    else void latest.current.confirm()
  }
  useHotkeys([
    { keys: 'mod+enter', label: say('page.confirm.next'), group, run: once(confirm) },
    ...both('s', say('documents.set-aside'), () => void work.setAside()),
    ...both('x', say('documents.discard'), () => void work.discard()),
    { keys: 'alt+ArrowDown', label: say('page.confirm.next-paper'), group, whileTyping: true, run: () => work.move(1) },
    {
      keys: 'alt+ArrowUp',
      label: say('page.confirm.paper-before'),
      group,
      whileTyping: true,
      run: () => work.move(-1),
    },
    { keys: 'j', label: say('page.confirm.next-paper'), silent: true, run: () => work.move(1) },
    { keys: 'k', label: say('page.confirm.paper-before'), silent: true, run: () => work.move(-1) },
    { keys: 'alt+z', label: say('undo'), group, whileTyping: true, run: once(() => void work.undoLast()) },
    work.sureCount > 0 && {
      keys: 'alt+a',
      label: say('page.in.sure', { count: work.sureCount }),
      group,
      whileTyping: true,
      run: once(() => void work.confirmSure()),
    },
  ])
}
