import { useCallback, useMemo, useState } from 'react'
import type { ThreadLine } from '../words.ts'

export interface Chosen {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string, range?: boolean) => void
  readonly all: () => void
  readonly clear: () => void
}

/** Threads that are ticked; with Shift all from the last one to this one. */
export function useChosen(rows: readonly ThreadLine[]): Chosen {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  const ids = useMemo(() => new Set(rows.flatMap(row => (picked.has(row.id) ? [row.id] : []))), [rows, picked])
  const toggle = useCallback(
    (id: string, range = false) => {
      const [from, to] = [rows.findIndex(row => row.id === last), rows.findIndex(row => row.id === id)]
      setPicked(before => {
        const next = new Set(before)
        if (range && from >= 0)
          for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(row.id)
        else if (!next.delete(id)) next.add(id)
        return next
      })
      setLast(id)
    },
    [rows, last],
  )
  const all = useCallback(
    () => setPicked(before => (before.size >= rows.length ? new Set() : new Set(rows.map(row => row.id)))),
    [rows],
  )
  return { ids, toggle, all, clear: useCallback(() => setPicked(new Set()), []) }
}
