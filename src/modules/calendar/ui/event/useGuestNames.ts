import { useState } from 'react'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Guest } from '../words.ts'
import { keyOfGuest } from './guests.ts'

interface People {
  readonly rows: readonly { readonly id: string; readonly name: string }[]
}

/** What guests are called: as they were chosen, as the event says, else as the office knows them. */
export function useGuestNames(guests: readonly Guest[]) {
  const [learnt, setLearnt] = useState<ReadonlyMap<string, string>>(new Map())
  const unknown = guests.some(({ who, name }) => 'principalId' in who && !name && !learnt.has(who.principalId))
  const people = useQuery('authority.list-principals', { limit: 200 }, { when: unknown, fresh_ms: 300_000 })
  const known = new Map(((people.data as People | undefined)?.rows ?? []).map(({ id, name }) => [id, name]))
  return {
    nameOf: ({ who, name }: Guest): string =>
      learnt.get(keyOfGuest(who)) ||
      name ||
      ('email' in who ? who.name || who.email : (known.get(keyOfGuest(who)) ?? '')),
    learn: (key: string, name: string) => setLearnt(before => new Map(before).set(key, name)),
  }
}
