import { useCallback } from 'react'
import { queryInput } from '../../../../web/kit/list/filters.ts'
import type { ListFilter } from '../../../../web/kit/list/types.ts'
import { openCommand } from '../../../../web/kit/openers.ts'

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
