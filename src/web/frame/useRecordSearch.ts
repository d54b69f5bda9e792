import { useQueries } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { RegisteredKind, Registry } from '../answers.ts'
import { runQuery } from '../client.ts'
import { queryKey } from '../useQuery.ts'
import type { FoundRecord, Typed } from './paletteOptions.ts'

/** Records by name: the registry's search where there is one, else every kind's own list, a few of each. */
const each = 8

/** A query that finds records of every kind is called `<module>.search` or `<module>.search-records`. */
const isSearch = (name: string): boolean => /\.search(-records|-everything)?$/.test(name)

interface Source {
  readonly query: string
  readonly kind: string | null
}

function sourcesOf(registry: Registry | undefined, mode: Typed['mode']): Source[] {
  if (!registry || mode === 'commands') return []
  const people = registry.kinds.filter(({ kind }) => kind === 'person' || kind === 'organisation')
  if (mode === 'people') return listsOf(people)
  const search = registry.queries.find(({ name }) => isSearch(name))
  return search ? [{ query: search.name, kind: null }] : listsOf(registry.kinds)
}

const listsOf = (kinds: readonly RegisteredKind[]): Source[] =>
  kinds.flatMap(({ kind, listQuery }) => (listQuery ? [{ query: listQuery, kind }] : []))

function foundOf(row: any, kind: string | null): FoundRecord {
  return {
    id: row.id ?? row.record?.id,
    kind: row.kind ?? kind ?? row.record?.kind,
    title: row.title ?? row.name ?? row.record?.title ?? '',
    detail: row.detail ?? row.snippet?.text ?? row.subtitle ?? row.email ?? undefined,
  }
}

/** What is found while typing; the answers of the last stroke stay until the next are there. */
export function useRecordSearch(registry: Registry | undefined, typed: Typed): readonly FoundRecord[] {
  const text = useDeferredValue(typed.text)
  const sources = text.length < 2 ? [] : sourcesOf(registry, typed.mode)
  const answers = useQueries({
    queries: sources.map(({ query }) => {
      const input = { text, limit: each }
      return {
        queryKey: queryKey(query, input),
        queryFn: ({ signal }: { signal: AbortSignal }) => runQuery(query, input, signal),
        staleTime: 15_000,
        retry: false,
      }
    }),
  })
  const most = sources.length > 1 ? 3 : each
  return answers.flatMap((answer, index) =>
    ((answer.data?.rows ?? answer.data?.hits ?? []) as unknown[])
      .slice(0, most)
      .map(row => foundOf(row, sources[index]?.kind ?? null)),
  )
}
