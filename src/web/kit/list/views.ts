/** Views a person saved, kept with the person: they are there on every computer. */
import type { getPreferences, setPreference } from '../../../kernel/builtin/contract.ts'
import { useCommand } from '../../useCommand.ts'
import { useQuery } from '../../useQuery.ts'
import type { ListView } from './types.ts'

/** The views saved for a list, by the name of its query, and what keeps others instead. */
export function useSavedViews(list: string): [views: readonly ListView[], keep: (views: readonly ListView[]) => void] {
  const key = `views.${list}`
  const kept = useQuery<typeof getPreferences>('kernel.get-preferences', { prefix: 'views.' }, { fresh_ms: 60_000 })
  const set = useCommand<typeof setPreference>('kernel.set-preference')
  const views = (kept.data?.preferences[key] ?? []) as unknown as readonly ListView[]
  return [views, next => void set.run({ key, value: next.length > 0 ? (next as never) : null })]
}
