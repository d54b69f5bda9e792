import type { OutputOf } from '../../../../web/answers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getEInvoice } from '../../contract.ts'
import type { FindingKeys } from '../../messages/findings/en.ts'

type Checked = NonNullable<OutputOf<typeof getEInvoice>['checked']>
type Found = Checked['findings'][number]

const unchecked = new Set(['factur-x-minimum', 'factur-x-extended', 'zugferd-1'])

/** What the rules say of the e-invoice that a bill came as, in plain words; the rule's number stands behind. */
export function EInvoice({ billId }: { readonly billId: string }) {
  const say = useSay<FindingKeys>()
  const found = useQuery<typeof getEInvoice>('payables.get-e-invoice', { id: billId })
  const checked = found.data?.checked
  if (!checked) return null
  const profile = say(`page.einvoice.profile.${checked.profile}` as FindingKeys)
  return (
    <Section title={say('page.bill.e-invoice')}>
      <p className="bill-say">{say(sentence(checked), { profile })}</p>
      {checked.findings.length > 0 ? (
        <ul className="bill-findings">
          {checked.findings.map((one, place) => (
            // Findings have no names of their own: one rule may speak of many places.
            <Finding key={`${one.rule} ${place}`} found={one} />
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function sentence({ profile, findings }: Checked): FindingKeys {
  if (unchecked.has(profile)) return 'page.bill.e-invoice.unchecked'
  if (findings.length === 0) return 'page.bill.e-invoice.clean'
  const fatal = findings.some(one => one.severity === 'fatal')
  return fatal ? 'page.bill.e-invoice.departs' : 'page.bill.e-invoice.remarks'
}

function Finding({ found }: { readonly found: Found }) {
  const say = useSay<FindingKeys>()
  return (
    <li>
      <State glyph={found.severity === 'fatal' ? 'blocked' : 'open'}>
        {say(`page.bill.e-invoice.${found.severity}`)}
      </State>
      <span>{say(`page.einvoice.finding.${found.words}` as FindingKeys, useParams(found))}</span>
      <span className="t2 num" title={found.location}>
        {found.rule}
      </span>
    </li>
  )
}

/** The term by the word people use for it, and of whom it is said; the category of VAT by its name. */
function useParams({ params, term }: Found): Record<string, string> {
  const say = useSay<FindingKeys>()
  const word = term && say(`page.einvoice.term.${term.word}` as FindingKeys)
  const part = term?.part && say(`page.einvoice.part.${term.part}` as FindingKeys)
  const category = params['category']
  return {
    says: '–',
    computed: '–',
    ...params,
    term: word ? (part ? `${word} (${part})` : word) : (params['value'] ?? '–'),
    ...(category ? { category: say(`page.einvoice.category.${category}` as FindingKeys) } : {}),
  }
}
