/** What the tests of receivables share: an office with books, a customer and its own address. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { contract } from '../../kernel/declare.ts'
import { defineModule, implementCommand } from '../../kernel/implement.ts'
import { takeIn } from '../documents/contract.ts'
import { createOrganisation } from '../directory/contract.ts'
import { directory } from '../directory/index.ts'
import { setUpBooks } from '../ledger/contract.ts'
import { ledger } from '../ledger/index.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import * as r from './contract.ts'
import { receivables } from './index.ts'

export { refusalOf } from '../work/testing.ts'

/** Stands for intake: a paper is a record here, and no more. */
const documents = defineModule({
  contract: contract({ name: 'documents', depends: ['directory', 'work'], commands: [takeIn], events: takeIn.emits }),
  commands: [
    implementCommand(takeIn, {
      async run(act, { name }) {
        const id = await act.createRecord({ kind: 'document', title: name })
        return { output: { id, created: true, duplicateOf: null } }
      },
    }),
  ],
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

export interface SellingOffice extends WorkOffice {
  readonly system: TestPrincipal
  readonly customer: string
  goTo(day: string): void
  /** A firm with an address and a mail address. */
  firm(name: string, more?: object): Promise<string>
  draft(lines?: readonly object[], more?: object): Promise<string>
  see(id: string): Promise<Seen>
  /** What the ledger holds of open items, by number. */
  open(): Promise<Record<string, string>>
  /** Balances of accounts by number, in minor units. */
  balances(): Promise<Record<string, bigint>>
}
type Seen = ReturnType<(typeof r.getInvoice)['output']['encode']>

export const sek = (amount: string) => ({ amount, currency: 'SEK' })
export const hours = { text: 'Hours', quantity: '4', unit: 'hour', price: '1000', vatCode: 'U25' }

export async function sellingOffice(): Promise<SellingOffice> {
  const it = await workOffice([directory, documents, ledger, receivables])
  const { office, elin, organisationId } = it
  await office.done(setUpBooks, { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' }, elin)
  await office.done(
    r.setInvoicing,
    {
      street: 'Kungsgatan 4',
      postcode: '411 19',
      town: 'Göteborg',
      companyNumber: '556677-8899',
      vatNumber: 'SE556677889901',
      bankgiro: '5050-1055',
      interestRates: [{ fromOn: '2026-01-01', percent: '10' }],
    },
    elin,
  )
  const firm = async (name: string, more: object = {}) =>
    (
      await office.done(
        createOrganisation,
        {
          name,
          addresses: [{ street: 'Hamngatan 1', postcode: '411 06', city: 'Göteborg', country: 'SE' }],
          emails: [{ email: 'invoices@example.org' }],
          ...more,
        },
        elin,
      )
    ).id
  const customer = await firm('Lindholmens Papper AB')
  const see = async (id: string) => {
    const answer = await office.query(r.getInvoice, { id }, elin)
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
    return answer.output
  }
  return {
    ...it,
    system: { id: systemPrincipalId, organisationId },
    customer,
    firm,
    see,
    goTo: day =>
      office.setClock(
        Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '09:00' }).toInstant(),
      ),
    draft: async (lines = [hours], more = {}) =>
      (await office.done(r.createInvoice, { customerId: customer, lines: lines as never, ...more }, elin)).id,
    async open() {
      const { rows } = await office.superuser.query<{ number: string; remaining: string }>(
        `select coalesce(number, key) as number, remaining_minor::text as remaining from ledger.item_fact
         where organisation_id = $1 and state = 'open' and key not like 'receivables.fee:%'`,
        [organisationId],
      )
      return Object.fromEntries(rows.map(row => [row.number, row.remaining]))
    },
    async balances() {
      const { rows } = await office.superuser.query<{ account: string; sum: bigint }>(
        `select account, sum(amount_minor)::bigint as sum from ledger.posting where organisation_id = $1
         group by account having sum(amount_minor) <> 0`,
        [organisationId],
      )
      return Object.fromEntries(rows.map(row => [row.account, BigInt(row.sum)]))
    },
  }
}
