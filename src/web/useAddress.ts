import { useLocation, useParams as useRouterParams } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useGo } from './Link.tsx'

/** What stands in the path: `/documents/$id` → `{ id }`. */
export const useParams = (): Readonly<Record<string, string>> =>
  useRouterParams({ strict: false }) as Record<string, string>

export type Search = Readonly<Record<string, string>>

/**
 * What stands after `?`: the one place where a view's filters, sort and open thing are kept, so that it can be bookmarked
 * and sent. `change({ state: null })` takes one away.
 */
export function useSearch(): readonly [
  search: Search,
  change: (changes: Readonly<Record<string, string | null | undefined>>, options?: { replace?: boolean }) => void,
] {
  const { pathname, searchStr } = useLocation()
  const go = useGo()
  const search = useMemo(() => Object.fromEntries(new URLSearchParams(searchStr)), [searchStr])
  const change = useCallback(
    (changes: Readonly<Record<string, string | null | undefined>>, options: { replace?: boolean } = {}) => {
      const next = new URLSearchParams(location.search)
      for (const [key, value] of Object.entries(changes)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      const text = next.toString()
      go(pathname + (text ? `?${text}` : ''), { replace: options.replace ?? true })
    },
    [go, pathname],
  )
  return [search, change]
}

/** Opens the page's own form when the palette or New came here for it (`?make=1`); the address forgets it at once. */
export function useAskedToMake(open: () => void): void {
  const [{ make }, change] = useSearch()
  const opening = useRef(open)
  opening.current = open
  useEffect(() => {
    if (!make) return
    change({ make: null })
    opening.current()
  }, [make, change])
}
