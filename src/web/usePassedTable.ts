import { useEffect, useRef } from 'react'
import { useSearch } from './useAddress.ts'
import { useQuery } from './useQuery.ts'

interface Table {
  readonly name: string
  readonly text: string | null
}

/** The document whose table an import page was given. */
export interface PassedTable {
  readonly id: string
  /** Null until it is known. */
  readonly name: string | null
}

/**
 * A table handed over by the page of a document (`?document=…&sheet=…`): its text is given to `take` once, when it is there.
 * Null where nothing was handed over.
 */
export function usePassedTable(take: (text: string) => void): PassedTable | null {
  const [{ document: id, sheet }] = useSearch()
  const input = { id: id ?? '', sheet: Number(sheet) || 1, whole: true }
  const { data } = useQuery('documents.get-table', input as never, { when: Boolean(id) })
  const taken = useRef(false)
  const table = data as Table | undefined
  useEffect(() => {
    if (taken.current || !table?.text) return
    taken.current = true
    take(table.text)
  })
  return id ? { id, name: table?.name ?? null } : null
}
