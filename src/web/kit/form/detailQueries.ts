import type { RegisteredKind } from '../../answers.ts'

/**
 * The queries that tell of one record: its kind's, those of the kinds that the field's own list shows, or those of every kind where a
 * field takes any; each once.
 */
export function detailQueries(kinds: readonly RegisteredKind[], kind: string, list: string | null = null): string[] {
  const meant = kinds.filter(one => (kind ? one.kind === kind : one.listQuery === list))
  return [...new Set((kind || list ? meant : kinds).flatMap(({ detailQuery }) => detailQuery ?? []))]
}
