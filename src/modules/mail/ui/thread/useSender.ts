import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getParty } from '../../../directory/contract.ts'

interface Line {
  readonly id: string
  readonly title: string
  readonly number?: string
}
interface Contact extends Line {
  readonly kind: string
  readonly at: string
  readonly words: string
}

/** Asks a module that mail does not know of, by the names of its query and permission; nothing where it is not there. */
function useNext<T>(query: string, permission: string, input: object, when: boolean): T | undefined {
  const may = usePermission(permission)
  return useQuery(query, input as never, { when: may && when }).data as T | undefined
}

/** As many of a sort as stand beside a mail. */
const limit = 4

/** What is to be known of who writes at a glance: their numbers, what is open with them, when one spoke last. */
export function useSender(partyId: string | null) {
  const known = partyId !== null
  const may = usePermission('directory.get-party')
  const party = useQuery<typeof getParty>('directory.get-party', { id: partyId ?? '' }, { when: may && known }).data
  const open = { partyId: partyId ?? '', limit }
  const cases = useNext<{ rows: readonly Line[]; total: number }>(
    'cases.list-cases',
    'cases.list-cases',
    { ...open, states: ['new', 'owned', 'waiting'] },
    known,
  )
  const matters = useNext<{ rows: readonly Line[]; total: number }>(
    'matters.list-matters',
    'matters.list-matters',
    { ...open, states: ['open', 'waiting'] },
    known,
  )
  const calls = useNext<{ contacts: readonly Contact[] }>(
    'calls.card',
    'calls.list-calls',
    { partyId: partyId ?? '' },
    known,
  )
  return {
    phones: party?.phones ?? [],
    open: [
      ...(cases?.rows ?? []).map(row => ({ ...row, kind: 'case' })),
      ...(matters?.rows ?? []).map(row => ({ ...row, kind: 'matter' })),
    ],
    openCount: (cases?.total ?? 0) + (matters?.total ?? 0),
    contacts: calls?.contacts ?? [],
  }
}
export type Sender = ReturnType<typeof useSender>
