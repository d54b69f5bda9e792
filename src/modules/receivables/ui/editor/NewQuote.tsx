import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getInvoicing, getQuote, getTerms } from '../../contract.ts'
import { Editor } from './Editor.tsx'

/** A new quote, one for a customer that is known already, or a draft that is changed. */
export default function NewQuote() {
  const { id } = useParams()
  const [search] = useSearch()
  const given = search['customer']
  const invoicing = useQuery<typeof getInvoicing>('receivables.get-invoicing', {})
  const draft = useQuery<typeof getQuote>('receivables.get-quote', { id: id ?? '' }, { when: id !== undefined })
  const customer = useQuery<typeof getTerms>(
    'receivables.get-terms',
    { id: given ?? '' },
    { when: given !== undefined },
  )
  const fault = invoicing.error ?? (id ? draft.error : null)
  if (fault) return <QueryProblem fault={fault} again={() => void draft.refetch()} />
  if (!invoicing.data || (id && !draft.data) || (given && !customer.data && !customer.error)) return <PageSkeleton />
  const { record, content, customer: of } = draft.data ?? {}
  return (
    <Editor
      key={`${id ?? 'new'} ${given ?? ''}`}
      invoicing={invoicing.data}
      started={
        record
          ? { id: record.id, version: record.version, type: 'quote', content: content ?? {}, customer: of ?? null }
          : { type: 'quote', content: {}, customer: customer.data?.customer ?? null }
      }
    />
  )
}
