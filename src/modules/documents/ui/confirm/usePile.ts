import { useRef, useState } from 'react'
import type { Call } from '../../../../web/answers.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { stack } from '../../contract.ts'

export interface Settled {
  readonly id: string
  readonly title: string
  readonly undo: Call | null
  /** Done with it: its binding to a matter, taken back with it. */
  readonly also?: Call | null
  /** When the server said so, milliseconds since 1970; null while it is asked. */
  readonly at_ms: number | null
}

/** So many stand in the pile beside the paper. */
const mostShown = 200

/** The papers that wait, without those just settled, and which of them comes after this one. */
export function usePile(id: string | null) {
  const pile = useQuery<typeof stack>('documents.stack', { limit: mostShown } as never)
  const [settled, setSettled] = useState<readonly Settled[]>([])
  // What has just been settled is off the pile, before the server has counted it anew.
  const fresh = settled.filter(({ at_ms }) => at_ms === null || pile.dataUpdatedAt <= at_ms)
  const waiting = pile.data?.rows ?? []
  const rows = waiting.filter(row => !fresh.some(one => one.id === row.id))
  const here = id ?? rows[0]?.id ?? null
  // Where it stood: somebody else may have confirmed it meanwhile, and the work goes on from there.
  const stood = useRef(0)
  const index = rows.findIndex(row => row.id === here)
  if (index >= 0) stood.current = index
  const following = index >= 0 ? [...rows.slice(index + 1), ...rows.slice(0, index)] : rows.slice(stood.current)
  const next = following[0]?.id ?? (index < 0 ? rows[0]?.id : undefined) ?? null
  const total = (pile.data?.total ?? 0) - (waiting.length - rows.length)
  return { pile, rows, total, here, following, next, settled, setSettled }
}
