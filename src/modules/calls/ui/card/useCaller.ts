import { useQuery } from '../../../../web/useQuery.ts'
import type { callerCard } from '../../../directory/contract.ts'
import type { now } from '../../../presence/contract.ts'
import type { card } from '../../contract.ts'
import type { Card, Manner, Presence } from '../words.ts'

export interface Asked {
  readonly callId?: string | undefined
  readonly number?: string | undefined
  readonly partyId?: string | undefined
}

const given = (asked: Asked) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value))

/** What one may know of a caller; nothing is asked where nothing is known to ask by. */
export function useCaller(asked: Asked): { readonly card: Card | undefined; readonly manner: Manner | undefined } {
  const input = given(asked)
  const known = useQuery<typeof card>('calls.card', input, { when: Object.keys(input).length > 0, keep: true })
  const id = known.data?.party?.id ?? ''
  const manner = useQuery<typeof callerCard>('directory.caller-card', { id }, { when: id !== '' })
  return {
    card: Object.keys(input).length > 0 ? known.data : undefined,
    manner: id ? manner.data?.parties[0] : undefined,
  }
}

/** Where colleagues are, by id. */
export function useWhereabouts(ids: readonly string[]): ReadonlyMap<string, Presence> {
  const wanted = [...new Set(ids)].sort()
  const { data } = useQuery<typeof now>('presence.now', { personIds: wanted }, { when: wanted.length > 0, keep: true })
  return new Map((data?.rows ?? []).map(line => [line.id, line]))
}
