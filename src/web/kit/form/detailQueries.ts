import type { RegisteredKind } from '../../answers.ts'

/** The queries that tell of one record: its kind's, or those of every kind where a field takes any; each once. */
export function detailQueries(kinds: readonly RegisteredKind[], kind: string): string[] {
  const meant = kinds.filter(one => one.kind === kind)
  return [...new Set((kind ? meant : kinds).flatMap(({ detailQuery }) => detailQuery ?? []))]
}
