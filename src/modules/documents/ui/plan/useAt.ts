import { useEffect } from 'react'
import { useSearch } from '../../../../web/useAddress.ts'

/** What a row must carry to be found by `?at=`. */
export const atId = (id: string): string => `at-${id}`

/** The row that the address points at, from the palette or a search: it is brought into sight and has the keyboard. */
export function useAt(ids: readonly string[]): string | null {
  const [search] = useSearch()
  const at = search['at'] ?? null
  const there = at !== null && ids.includes(at)
  useEffect(() => {
    const row = there ? document.getElementById(atId(at)) : null
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [at, there])
  return at
}
