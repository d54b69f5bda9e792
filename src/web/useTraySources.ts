import { useQueries } from '@tanstack/react-query'
import { modulePages } from '../app/pages.ts'
import { runQuery } from './client.ts'
import type { TraySource } from './page.ts'
import { holds } from './permissions.ts'
import { useSession } from './session.ts'
import { queryKey } from './useQuery.ts'
import type { z } from '../kernel/schema.ts'
import type { waitingRow } from '../kernel/shapes.ts'

type Row = z.input<typeof waitingRow>
interface Waiting {
  readonly rows: readonly Row[]
  readonly total: number
}

export interface TraySourceLine {
  readonly source: TraySource
  readonly row: Row
}

/** What one module has there: how much, and its lines as far as the tray shows them. */
export interface TrayModule {
  readonly source: TraySource
  readonly rows: readonly Row[]
  readonly total: number
}

const sources = modulePages.flatMap(({ tray }) => (tray ? [tray] : []))

/** As many of a module as the tray shows. */
const most = 200

/** What waits at every module that has something for the tray In, and how much it is in all. */
export function useTraySources(): {
  readonly lines: readonly TraySourceLine[]
  readonly modules: readonly TrayModule[]
  readonly total: number
} {
  const { permissions } = useSession()
  const mine = sources.filter(({ query, permission }) => holds(permissions, permission ?? query))
  return useQueries({
    queries: mine.map(({ query }) => ({
      queryKey: queryKey(query, { limit: most }),
      queryFn: ({ signal }: { signal: AbortSignal }) => runQuery(query, { limit: most }, signal) as Promise<Waiting>,
      staleTime: 15_000,
    })),
    combine: answers => ({
      lines: answers.flatMap(({ data }, at) => (data?.rows ?? []).map(row => ({ source: mine[at]!, row }))),
      modules: answers.flatMap(({ data }, at) => (data && data.total > 0 ? [{ source: mine[at]!, ...data }] : [])),
      total: answers.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
    }),
  })
}
