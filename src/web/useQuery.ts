import { type UseQueryResult, useInfiniteQuery, useQuery as useTanstackQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, Slice } from './answers.ts'
import { QueryFailure, runQuery } from './client.ts'

export interface QueryOptions {
  /** False: not asked yet, for what must be known first. */
  readonly when?: boolean
  /** How long an answer counts as fresh, ms; changes by others still come at once by the live stream. */
  readonly fresh_ms?: number
  /** Shows the answer of the last input until the new one is there: for finding while typing. */
  readonly keep?: boolean
}

/** The cache's key of an answer: live changes find it by the query's name. */
export const queryKey = (name: string, input: unknown = {}) => ['query', name, input] as const

const retry = (count: number, fault: Error) => fault instanceof QueryFailure && fault.reason === 'offline' && count < 2

/**
 * Asks a query and stays up to date: `useQuery<typeof listTasks>('work.list-tasks', { state: 'open' })`, the declaration
 * by `import type` from the module's contract, so that no server code reaches the browser.
 */
export function useQuery<D = unknown>(
  name: string,
  input: InputOf<D> = {} as InputOf<D>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<D>, QueryFailure> {
  return useTanstackQuery<OutputOf<D>, QueryFailure>({
    queryKey: queryKey(name, input),
    queryFn: ({ signal }) => runQuery<D>(name, input, signal),
    enabled: options.when ?? true,
    staleTime: options.fresh_ms ?? 15_000,
    ...(options.keep ? { placeholderData: (previous: OutputOf<D> | undefined) => previous as never } : {}),
    retry,
  })
}

/** Rows of one answer: enough to fill two screens, few enough to be quick. */
const sliceLength = 200

export interface TimedSlice<Row> extends Slice<Row> {
  /** From asking to having it, ms. */
  readonly took_ms: number
}

/** Asks a list slice by slice as one scrolls. */
export function useSlices<Row>(name: string, input: Readonly<Record<string, unknown>>, when = true) {
  return useInfiniteQuery<
    TimedSlice<Row>,
    QueryFailure,
    { pages: TimedSlice<Row>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [...queryKey(name, input), 'slices'],
    queryFn: async ({ pageParam, signal }) => {
      const asked = performance.now()
      const more = pageParam ? { after: pageParam } : {}
      const slice = (await runQuery(name, { ...input, limit: sliceLength, ...more }, signal)) as Slice<Row>
      return { ...slice, took_ms: performance.now() - asked }
    },
    initialPageParam: null,
    getNextPageParam: last => last.next,
    placeholderData: previous => previous,
    enabled: when,
    staleTime: 15_000,
    retry,
  })
}
