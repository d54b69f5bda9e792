import { useEffect, useRef, useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import { runCommand } from '../../../../web/client.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getCall, noteCall } from '../../contract.ts'
import type { Keys } from '../words.ts'

/** After this long without a stroke it stands in the log, ms. */
const keepAfter_ms = 600

/** What is said, written while it is said: it goes to the call’s entry in the log by itself. */
export function CallNote({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay<Keys>()
  const call = useQuery<typeof getCall>('calls.get-call', { id })
  const [typed, setTyped] = useState<string | null>(null)
  const [isKept, setKept] = useState(true)
  const latest = useRef<string | null>(null)
  latest.current = isKept ? null : typed
  useEffect(() => {
    if (typed === null || isKept) return
    const timer = setTimeout(() => void keep(id, typed).then(done => done && setKept(true)), keepAfter_ms)
    return () => clearTimeout(timer)
  }, [id, typed, isKept])
  // Closed, or the call over, between two strokes.
  useEffect(() => () => void (latest.current === null ? undefined : keep(id, latest.current)), [id])
  return (
    <div
      className="phone-panel"
      role="dialog"
      aria-label={say('page.calls.note')}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <textarea
        className="cc-text"
        aria-label={say('page.calls.note')}
        autoFocus
        maxLength={5_000}
        value={typed ?? call.data?.note ?? ''}
        onChange={event => {
          setTyped(event.target.value)
          setKept(false)
        }}
      />
      <p className="t3" role="status">
        {typed === null ? '' : say(isKept ? 'page.phone.note-kept' : 'page.phone.note-typing')}
      </p>
    </div>
  )
}

const keep = async (id: string, note: string): Promise<boolean> =>
  (await runCommand<typeof noteCall>('calls.note-call', { id, note })).status === 'done'
