import { useCallback, useMemo } from 'react'
import { queryInput } from '../../../../web/kit/list/filters.ts'
import type { ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listSearches } from '../../contract.ts'

/** Searches kept in the office that one may see, as tabs of the list with how many documents each finds now. */
export function useSearchViews(): readonly ListView[] {
  const { data } = useQuery<typeof listSearches>('documents.list-searches', { limit: 12 }, { keep: true })
  return useMemo(
    () =>
      (data?.rows ?? []).map(({ id, title, search, documents }) => ({
        key: id,
        label: title,
        search,
        count: documents,
      })),
    [data],
  )
}

/** A flag of the address bar is a word; a command wants it as what it is. */
const plain = (value: unknown) => (value === 'true' ? true : value)

/** Keeps the present filters under a name. */
export function useKeepSearch(filters: readonly ListFilter[]) {
  return useCallback(
    (search: Readonly<Record<string, string>>) => {
      const { sort: _sort, ...asked } = queryInput(search, filters, {})
      const asks = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, plain(value)]))
      openCommand({ command: 'documents.keep-search', input: { search, asks } })
    },
    [filters],
  )
}
