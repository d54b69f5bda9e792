import { useQueries, useQueryClient } from '@tanstack/react-query'
import { QueryFailure, runQuery } from '../../client.ts'
import { useSay } from '../../language/Say.tsx'
import { useRegistry } from '../../session.ts'
import { detailQueries } from './detailQueries.ts'
import { type Option, optionOf } from './option.ts'

const place = (id: string) => ['record-title', id] as const

/** How long a title counts as known, ms: it stands in an open form. */
const fresh_ms = 300_000

/** As many of a field's own list are looked through. */
const listed = 50

/** What the field's own list calls it: choices such as kinds and causes are no records with a page. */
async function titleInList(id: string, list: string, signal: AbortSignal): Promise<string | null> {
  const { rows = [] } = (await runQuery(list, { text: '', limit: listed }, signal)) as { rows?: readonly unknown[] }
  return rows.map(optionOf).find(option => option.id === id)?.title ?? null
}

/** Asks the details of one kind after the other until one knows the id; null: none does, or it is not open to the person. */
async function askTitle(
  id: string,
  details: readonly string[],
  list: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  if (details.length === 0 && list) return titleInList(id, list, signal)
  for (const detail of details) {
    try {
      return optionOf(await runQuery(detail, { id }, signal)).title
    } catch (fault) {
      if (!(fault instanceof QueryFailure) || fault.reason !== 'refused') throw fault
    }
  }
  return null
}

/** What given records are called, as chosen here or as the server says; `learn` keeps what was just chosen. */
export function useRecordTitles(kind: string, ids: readonly string[], list: string | null = null) {
  const say = useSay()
  const registry = useRegistry()
  const queries = useQueryClient()
  const details = detailQueries(registry?.kinds ?? [], kind, list)
  const asked = useQueries({
    queries: ids.map(id => ({
      queryKey: place(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => askTitle(id, details, list, signal),
      enabled: registry !== undefined,
      staleTime: fresh_ms,
      retry: false,
    })),
  })
  const titles = new Map(ids.map((id, index) => [id, asked[index]]))
  return {
    titleOf: (id: string): string => {
      const one = titles.get(id)
      return one?.data || say(one?.isPending && one.isFetching ? 'loading' : 'form.pick.unseen')
    },
    learn: (option: Option) => queries.setQueryData(place(option.id), option.title),
  }
}
