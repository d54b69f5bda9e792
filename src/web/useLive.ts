import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Registry } from './answers.ts'
import { type Heard, listenLive } from './live.ts'

/** Changes that come in a burst are answered together, after this many ms. */
const gather_ms = 150

/** Asks anew whatever a change by somebody else made stale. */
export function useLive(registry: Registry | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!registry) return
    const stop = new AbortController()
    const stale = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      const names = new Set(stale)
      stale.clear()
      void queries.invalidateQueries({ predicate: ({ queryKey }) => names.has('*') || names.has(String(queryKey[1])) })
    }
    listenLive(heard => {
      for (const name of staleQueries(heard, registry)) stale.add(name)
      timer ??= setTimeout(flush, gather_ms)
    }, stop.signal)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [registry, queries])
}

/** Names of the queries whose answers a change touches: those that declare one of its kinds. `*`: all. */
export function staleQueries(heard: Heard, registry: Registry): string[] {
  if (heard === 'all') return ['*']
  const kinds = new Set(heard.kinds)
  const declared = registry.queries
    .filter(query => query.kinds?.some(kind => kind === '*' || kinds.has(kind)))
    .map(({ name }) => name)
  const shown = registry.kinds
    .filter(({ kind }) => kinds.has(kind))
    .flatMap(({ listQuery, detailQuery }) => [listQuery, detailQuery])
  return [...new Set([...declared, ...shown.filter((name): name is string => Boolean(name))])]
}
