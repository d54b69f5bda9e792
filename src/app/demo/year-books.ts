/**
 * The books of the year's office: begun before its first paper; each month its bills are coded, approved and paid, its pay is posted,
 * its customers are invoiced and pay two months later; what lies behind is locked by the quarter.
 */
import { act, ask, must, runQueued, type Seeding } from './seeding.ts'
import { at } from './year-days.ts'

/** Whose customers are invoiced, for what: hours a month, more in spring than in July. */
const customers = [
  { name: 'Lindholmen Fastigheter AB', subject: 'Lindholmen quay', hours: 212 },
  { name: 'Mölndals stad, lokalförvaltningen', subject: 'School in Mölndal', hours: 156 },
  { name: 'Hisings Bostäder AB', subject: 'Stairwells', hours: 84 },
  { name: 'Stiftelsen Skärgårdshuset', subject: 'Pier building', hours: 118 },
] as const
const busy = [0.8, 0.95, 1.1, 1.1, 1.15, 1, 0.35, 0.8, 1.05, 1.1, 1.1, 0.75]
const hourPrice = '1150'

/** Where a supplier's words say nothing: other outside services. */
const otherCosts = '6990'

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const line = (account: string, amount: string, more: object = {}) => ({ account, amount: sek(amount), ...more })

const opening = [
  line('1250', '412000.00'),
  line('1259', '-206000.00'),
  line('1930', '2140000.00'),
  line('2081', '-100000.00'),
  line('2091', '-1734000.00'),
  line('2920', '-512000.00'),
]

/** Pay of a month for those on the payroll: salaries, tax withheld, employer's contributions. */
const pay = [
  line('7210', '486000.00'),
  line('2710', '-145800.00'),
  line('1930', '-340200.00'),
  line('7510', '152701.20'),
  line('2731', '-152701.20'),
]
/** Tax and contributions of the month before, paid to the tax account's creditor. */
const taxes = [line('2710', '145800.00'), line('2731', '152701.20'), line('1930', '-298501.20')]

interface Issued {
  readonly id: string
  readonly on: Temporal.PlainDate
}

export interface YearBooks {
  readonly keeper: string
  readonly approver: string
  readonly customers: readonly string[]
  /** What customers have not paid yet. */
  readonly unpaid: Issued[]
}

/** Books from the first of January before the first paper. */
export async function openYearBooks(
  seeding: Seeding,
  { keeper, approver }: { keeper: string; approver: string },
): Promise<YearBooks> {
  const first = seeding.now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate()
  const yearFrom = first.with({ month: 1, day: 1 })
  const tell = (command: string, input: unknown) => must(seeding, keeper, command, input)
  await tell('ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: yearFrom.toString() })
  await tell('ledger.import-rates', { table: ratesFrom(yearFrom) })
  await tell('ledger.enter-opening-balances', { on: yearFrom.toString(), lines: opening })
  await tell('payables.set-settings', { fourEyesAbove: sek('25000.00') })
  await tell('receivables.set-invoicing', {
    street: 'Stigbergsliden 18',
    postcode: '414 63',
    town: 'Göteborg',
    companyNumber: '556036-0793',
    vatNumber: 'SE556036079301',
    taxNote: 'Godkänd för F-skatt',
    bankgiro: '5050-1055',
  })
  const ids: string[] = []
  for (const { name } of customers) {
    const addresses = [{ street: 'Lindholmspiren 5', postcode: '417 56', city: 'Göteborg', country: 'SE' }]
    ids.push((await tell('directory.create-organisation', { name, addresses })).id)
  }
  return { keeper, approver, customers: ids, unpaid: [] }
}

/** Units for one euro, month by month; they move a little. */
function ratesFrom(first: Temporal.PlainDate): string {
  const lines = Array.from({ length: 26 }, (_, month) => {
    const moved = (rate: number) => (rate * (1 + ((month * 7) % 11) / 1000)).toFixed(4)
    return [first.add({ months: month }), moved(1.16), moved(0.87), moved(11.7), moved(5.08), moved(11.0)].join(',')
  })
  return ['Date,USD,GBP,NOK,RON,SEK', ...lines].join('\n')
}

interface BillLine {
  readonly id: string
  readonly dueOn: string
}
interface Bill {
  readonly lines: readonly {
    readonly net: unknown
    readonly vat: unknown
    readonly vatCode: string | null
    readonly account: string | null
  }[]
}

/** A month is over: what it brought stands in the books by the day `on`. */
export async function bookMonth(seeding: Seeding, books: YearBooks, on: Temporal.PlainDate): Promise<number> {
  seeding.now = at(on, '09:30')
  await payBills(seeding, books, on)
  await post(seeding, books, on)
  const booked = await enterBills(seeding, books)
  await invoice(seeding, books, on)
  await runQueued(seeding)
  if (on.month % 3 === 1 && on.month !== 1) {
    const until = on.with({ day: 1 }).subtract({ days: 1 }).subtract({ months: 3 })
    await act(seeding, books.keeper, 'ledger.lock-periods', {
      until: until.with({ day: until.daysInMonth }).toString(),
    })
  }
  return booked
}

const billsIn = async (seeding: Seeding, as: string, states: readonly string[]): Promise<readonly BillLine[]> =>
  ((await ask(seeding, as, 'payables.list-bills', { states, limit: 500 })) as never as { rows: BillLine[] }).rows

/** Coded as the bill's own lines propose, approved by another; what an alarm stops stays where it is. */
async function enterBills(seeding: Seeding, { keeper, approver }: YearBooks): Promise<number> {
  let booked = 0
  for (const { id } of await billsIn(seeding, keeper, ['to-code'])) {
    seeding.now = seeding.now.add({ seconds: 40 })
    const { lines } = (await ask(seeding, keeper, 'payables.get-bill', { id })) as never as Bill
    const coded = await act(seeding, keeper, 'payables.code-bill', {
      id,
      lines: lines.map(({ net, vat, vatCode, account }) => ({
        net,
        vat,
        account: account ?? otherCosts,
        ...(vatCode ? { vatCode } : {}),
      })),
    })
    if (coded.status !== 'done') continue
    const approved = await act(seeding, approver, 'payables.approve-bill', { id })
    if (approved.status === 'done') booked++
  }
  return booked
}

/** What fell due was drawn from the bank on its day. */
async function payBills(seeding: Seeding, { keeper }: YearBooks, on: Temporal.PlainDate): Promise<void> {
  for (const { id, dueOn } of await billsIn(seeding, keeper, ['approved', 'part-paid'])) {
    if (Temporal.PlainDate.compare(dueOn, on) >= 0) continue
    await act(seeding, keeper, 'payables.mark-paid', { id, how: 'bank', on: dueOn })
  }
}

async function post(seeding: Seeding, { keeper }: YearBooks, on: Temporal.PlainDate): Promise<void> {
  const last = on.subtract({ months: 1 })
  const month = last.toString().slice(0, 7)
  const entry = (day: number, text: string, lines: readonly object[]) =>
    act(seeding, keeper, 'ledger.post-entry', { on: last.with({ day }).toString(), text, lines })
  await entry(12, `Tax and contributions ${month}`, taxes)
  await entry(25, `Pay ${month}`, pay)
}

/** Each customer for the hours of the month; who was invoiced two months ago has paid. */
async function invoice(seeding: Seeding, books: YearBooks, on: Temporal.PlainDate): Promise<void> {
  const { keeper, unpaid } = books
  const last = on.subtract({ months: 1 })
  for (const [index, { subject, hours }] of customers.entries()) {
    const quantity = Math.round(hours * busy[last.month - 1]!).toString()
    const lines = [{ text: 'Drawings', quantity, unit: 'hour', price: hourPrice, vatCode: 'U25' }]
    const facts = { customerId: books.customers[index], subject: `${subject}, ${last.toString().slice(0, 7)}`, lines }
    const { id } = await must(seeding, keeper, 'receivables.create-invoice', facts)
    await must(seeding, keeper, 'receivables.issue-invoice', { id })
    await must(seeding, keeper, 'receivables.send-invoice', { id, sendBy: 'print' })
    unpaid.push({ id, on })
  }
  const due = unpaid.filter(one => Temporal.PlainDate.compare(one.on.add({ days: 40 }), on) <= 0)
  for (const one of due) {
    const { remaining } = (await ask(seeding, keeper, 'receivables.get-invoice', { id: one.id })) as never as {
      remaining: unknown
    }
    const paidOn = one.on.add({ days: 31 }).toString()
    await act(seeding, keeper, 'receivables.note-payment', { id: one.id, amount: remaining, on: paidOn })
    unpaid.splice(unpaid.indexOf(one), 1)
  }
}
