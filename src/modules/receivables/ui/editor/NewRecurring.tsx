import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getInvoice, getInvoicing, getRecurring, getTerms } from '../../contract.ts'
import { Editor, type Started } from './Editor.tsx'

/** A new invoice that comes again, one after an invoice that was made, or one that is changed. */
export default function NewRecurring() {
  const { id } = useParams()
  const [search] = useSearch()
  const { invoice: like, customer: of } = search
  const invoicing = useQuery<typeof getInvoicing>('receivables.get-invoicing', {})
  const kept = useQuery<typeof getRecurring>('receivables.get-recurring', { id: id ?? '' }, { when: id !== undefined })
  const model = useQuery<typeof getInvoice>('receivables.get-invoice', { id: like ?? '' }, { when: like !== undefined })
  const customer = useQuery<typeof getTerms>('receivables.get-terms', { id: of ?? '' }, { when: of !== undefined })
  const fault = invoicing.error ?? (id ? kept.error : null) ?? (like ? model.error : null)
  if (fault) return <QueryProblem fault={fault} again={() => void kept.refetch()} />
  const waits = (id && !kept.data) || (like && !model.data) || (of && !customer.data && !customer.error)
  if (!invoicing.data || waits) return <PageSkeleton />
  return <Editor key={`${id ?? 'new'} ${like ?? ''}`} invoicing={invoicing.data} started={begun()} />

  function begun(): Started {
    if (kept.data) {
      const { record, content, customer: to, rhythm, nextOn, untilOn, period, way, owner } = kept.data
      const schedule = { rhythm, on: nextOn, untilOn: untilOn ?? '', period, way, owner }
      return { id: record.id, version: record.version, type: 'recurring', content, customer: to, schedule }
    }
    const schedule = { rhythm: 'month', on: '', untilOn: '', period: 'none', way: 'draft', owner: undefined } as const
    if (!model.data) return { type: 'recurring', content: {}, customer: customer.data?.customer ?? null, schedule }
    // days and rate are of that invoice alone
    const { issuedOn: _on, dueOn: _due, deliveredOn: _delivered, rate: _rate, ...content } = model.data.content
    return { type: 'recurring', content, customer: model.data.customer, schedule }
  }
}
