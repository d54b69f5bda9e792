import { useMemo } from 'react'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { Confirming } from './useConfirm.ts'
import { matterNumbers } from './matterNumbers.ts'
import type { DocumentDetail } from './confirmTypes.ts'

/** A matter as that module lists it. */
export interface Matter {
  readonly id: string
  readonly title: string
}
interface Matters {
  readonly rows: readonly Matter[]
}

const open = ['open', 'waiting']
const fresh_ms = 60_000

/**
 * The matters a paper may belong to: those it is bound to, the one whose number stands in it, the open ones of its sender. Chosen is
 * what a person chose, else the one that is named.
 */
export function useMatters(work: Confirming, detail: DocumentDetail) {
  const may = usePermission('matters.bind-record')
  const mayList = usePermission('matters.list-matters')
  const when = may && mayList
  const numbers = useMemo(() => matterNumbers(detail.text), [detail.text])
  const senderId = work.effect?.sender?.id ?? detail.row.sender?.id ?? null
  const bound = useQuery<unknown>('matters.list-matters', { recordId: detail.record.id }, { when, fresh_ms })
  const named = useQuery<unknown>(
    'matters.list-matters',
    { numbers, states: open, limit: 5 },
    { when: when && numbers.length > 0, fresh_ms },
  )
  const senders = useQuery<unknown>(
    'matters.list-matters',
    { partyId: senderId, states: open, limit: 8 },
    { when: when && senderId !== null, fresh_ms },
  )
  const rowsOf = (answer: { data?: unknown }) => (answer.data as Matters | undefined)?.rows ?? []
  const byNumber = numbers.length > 0 ? rowsOf(named) : []
  const bySender = senderId === null ? [] : rowsOf(senders)
  const offered = [...new Map([...byNumber, ...bySender].map(matter => [matter.id, matter])).values()]
  // One number is meant; several may each be only mentioned.
  const proposed = byNumber.length === 1 ? byNumber[0]! : null
  const chosenId = work.edits.matterId === undefined ? (proposed?.id ?? null) : work.edits.matterId
  return { when, bound: rowsOf(bound), offered, proposed, bySender, chosenId }
}
