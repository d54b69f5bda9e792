import './Notices.css'
import { useEffect } from 'react'
import { useSay, type WebKey } from '../language/Say.tsx'
import type { Call } from '../answers.ts'
import { Link } from '../Link.tsx'
import { useUndo } from '../useCommand.ts'
import { useUndoMany } from '../useMany.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { clearNotice, type Notice, noticeStore } from './notices.ts'
import { useStore } from './store.ts'
import { useHotkeys } from './useHotkeys.ts'

const words: Readonly<Record<Notice['kind'], WebKey>> = {
  done: 'notice.done',
  undone: 'notice.undone',
  asked: 'notice.asked',
  refused: 'notice.refused',
  offline: 'notice.offline',
  progress: 'notice.progress',
}

/** How long a notice stands, ms; refusals stay until they are read. */
const standing_ms: Partial<Record<Notice['kind'], number>> = { done: 9000, undone: 4000, asked: 9000 }

/** The ink bar at the foot of the page: what was done, with Undo (`z`). */
export function Notices() {
  const say = useSay()
  const undo = useUndo()
  const undoAll = useUndoMany()
  const notice = useStore(noticeStore)
  useEffect(() => {
    const standing = notice && standing_ms[notice.kind]
    if (!standing) return
    const timer = setTimeout(clearNotice, standing)
    return () => clearTimeout(timer)
  }, [notice])
  const acts = notice?.undoAll?.toReversed() ?? (notice?.undo ? [notice.undo] : [])
  const takeBack = acts.length === 0 ? null : () => void (acts.length > 1 ? undoAll(acts) : undo(acts[0] as Call))
  useHotkeys([takeBack && { keys: 'z', label: say('undo'), run: takeBack }])
  return (
    <div className="notices" role="status" aria-live="polite">
      {notice ? (
        <div className="notice on-ink" data-kind={notice.kind} key={notice.id}>
          <Icon name={iconOf(notice.kind)} small />
          <span>
            {notice.text ?? say(words[notice.kind])}
            {notice.todo ? <span className="todo"> {notice.todo}</span> : null}
          </span>
          {notice.part === undefined ? null : (
            <progress value={notice.part} aria-label={notice.text ?? say('notice.progress')} />
          )}
          {takeBack ? (
            <Button look="quiet" keys="z" onClick={takeBack}>
              {say('undo')}
            </Button>
          ) : null}
          {notice.stop ? (
            <Button look="quiet" onClick={notice.stop}>
              {say('notice.stop')}
            </Button>
          ) : null}
          {notice.href ? (
            <Link className="btn quiet" href={notice.href} onClick={clearNotice}>
              {say('open')}
            </Link>
          ) : null}
          {notice.kind === 'progress' ? null : (
            <button type="button" className="away" onClick={clearNotice} aria-label={say('close')}>
              <Icon name="x" small />
            </button>
          )}
        </div>
      ) : null}
    </div>
  )
}

const iconOf = (kind: Notice['kind']) =>
  kind === 'done'
    ? 'check'
    : kind === 'undone'
      ? 'arrow-back-up'
      : kind === 'offline'
        ? 'wifi-off'
        : kind === 'asked'
          ? 'hourglass'
          : kind === 'progress'
            ? 'clock'
            : 'alert-triangle'
