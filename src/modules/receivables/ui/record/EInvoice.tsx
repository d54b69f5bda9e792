import { termOf } from '../../../../formats/einvoice/terms.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { type Glyph, GlyphMark, State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { checkEInvoice } from '../../contract.ts'
import type { InvoiceDetail, InvoiceKeys } from '../words.ts'

/** Whether it may go out as an e-invoice; what stands in the way, in plain words with the number of the rule behind. */
export function EInvoice({ id, delivery }: { readonly id: string; readonly delivery: InvoiceDetail['delivery'] }) {
  const say = useSay<InvoiceKeys>()
  const words = useSay<string>()
  const { data } = useQuery<typeof checkEInvoice>('receivables.check-e-invoice', { id })
  if (!data?.profile) return null
  const isWrong = data.findings.some(one => one.severity === 'fatal')
  const named = (params: Readonly<Record<string, string>>): Record<string, string> => {
    const term = params['term'] ? termOf(params['term']) : null
    const word = term ? words.maybe(`page.einvoice.term.${term.word}`) : undefined
    const category = params['category'] ? words.maybe(`page.einvoice.category.${params['category']}`) : undefined
    return {
      says: '–',
      computed: '–',
      ...params,
      term: word ?? params['value'] ?? '–',
      ...(category ? { category } : {}),
    }
  }
  return (
    <Section title={say('page.invoice.e-invoice')}>
      {delivery ? <Delivered delivery={delivery} /> : null}
      <p>{say(isWrong ? 'page.invoice.e-invoice.wrong' : 'page.invoice.e-invoice.right')}</p>
      <ul className="invoice-plain">
        {data.findings.map((one, at) => (
          <li key={`${one.rule} ${at}`}>
            <GlyphMark glyph={one.severity === 'fatal' ? 'blocked' : 'open'} />
            <span className="what">
              {words.maybe(`page.einvoice.finding.${one.words}`, named(one.params)) ?? one.message}
            </span>
            <span className="t2 num" title={one.location}>
              {one.rule}
            </span>
          </li>
        ))}
      </ul>
      {isWrong ? null : (
        <a className="btn" href={`/api/receivables/papers/${id}/ubl`} download>
          {say('page.invoice.e-invoice.download')}
        </a>
      )}
    </Section>
  )
}

const glyphs: Readonly<Record<NonNullable<InvoiceDetail['delivery']>['state'], Glyph>> = {
  waiting: 'waits',
  sending: 'waits',
  'under-way': 'half',
  delivered: 'done',
  rejected: 'blocked',
  failed: 'blocked',
  unsure: 'late',
}

/** Where it stands at the network, in its own words too. */
function Delivered({ delivery }: { readonly delivery: NonNullable<InvoiceDetail['delivery']> }) {
  const say = useSay<InvoiceKeys>()
  const formats = useFormats()
  return (
    <p className="invoice-delivery">
      <State glyph={glyphs[delivery.state]}>{say(`state.delivery.${delivery.state}`)}</State>
      <span className="t2">{formats.moment(delivery.at)}</span>
      {delivery.said ? <span>{delivery.said}</span> : null}
    </p>
  )
}
