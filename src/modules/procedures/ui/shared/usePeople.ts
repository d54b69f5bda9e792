import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'

interface Colleague {
  readonly id: string
  readonly name?: string
  readonly title?: string
}

/** The colleagues there are, for selects. */
export function usePeople(): readonly { readonly id: string; readonly name: string }[] {
  const may = usePermission('authority.list-principals')
  const { data } = useQuery('authority.list-principals', { limit: 500 }, { when: may, fresh_ms: 300_000 })
  const rows = (data as { readonly rows: readonly Colleague[] } | undefined)?.rows ?? []
  return rows.map(({ id, name, title }) => ({ id, name: name ?? title ?? '' }))
}
