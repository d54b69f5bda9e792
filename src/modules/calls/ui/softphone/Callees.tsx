import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listPhones } from '../../contract.ts'
import { useWhereabouts } from '../card/useCaller.ts'
import { Where } from '../card/Where.tsx'
import type { Keys } from '../words.ts'
import { isDialable } from './phone.ts'

export interface Callee {
  readonly number: string
  readonly name: string
  readonly personId: string | null
}

interface CalleesProps {
  readonly label: string
  /** What may be done with one; Enter does the first. */
  readonly acts: readonly { readonly label: string; readonly run: (callee: Callee) => void }[]
  readonly onClose: () => void
}

/** As many as stand above the strip without scrolling. */
const shown = 6

/** Colleagues, those first who can be reached now; or whatever number is typed. */
export function Callees({ label, acts, onClose }: CalleesProps) {
  const say = useSay<Keys>()
  const me = useSession().principal.id
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useQuery<typeof listPhones>('calls.list-phones', { text: text.trim(), limit: 40 }, { keep: true })
  const rows = (found.data?.rows ?? []).filter(row => row.id !== me)
  const where = useWhereabouts(rows.map(row => row.id))
  const rank = (id: string) => (where.get(id)?.reachable ? 0 : 1)
  const colleagues = [...rows].sort((a, b) => rank(a.id) - rank(b.id)).slice(0, shown)
  const callees: Callee[] = [
    ...colleagues.map(row => ({ number: row.username, name: row.person.title, personId: row.id })),
    ...(isDialable(text) && text.trim() ? [{ number: text.trim(), name: '', personId: null }] : []),
  ]
  const here = Math.min(at, callees.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      const callee = callees[here]
      if (callee) acts[0]?.run(callee)
    } else if (move && callees.length > 0) setAt((here + move + callees.length) % callees.length)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="phone-panel" role="dialog" aria-label={label} onKeyDown={onKeyDown}>
      <input
        className="input"
        aria-label={label}
        placeholder={say('page.slip.find')}
        autoFocus
        autoComplete="off"
        aria-controls={list}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <ul id={list}>
        {callees.map((callee, index) => (
          <li key={callee.personId ?? 'number'} data-here={index === here || undefined}>
            <Where line={callee.personId ? where.get(callee.personId) : undefined} dot />
            <span className="phone-callee">
              <b>{callee.name || callee.number}</b>
              <span>
                {callee.name ? `${callee.number}${where.has(callee.personId ?? '') ? ' · ' : ''}` : ''}
                {callee.personId ? <Where line={where.get(callee.personId)} /> : null}
              </span>
            </span>
            {acts.map(act => (
              <Button
                key={act.label}
                size="s"
                aria-label={`${act.label}: ${callee.name || callee.number}`}
                onClick={() => act.run(callee)}
              >
                {act.label}
              </Button>
            ))}
          </li>
        ))}
        {callees.length === 0 ? <li className="t3">{say('page.phone.nobody')}</li> : null}
      </ul>
    </div>
  )
}
