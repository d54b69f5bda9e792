/** The demo office's bills of the month: coded by Maria, approved by Johan, some held, one sent twice; and what bills are expected by. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

interface Line {
  readonly id: string
  readonly state: string
  readonly kind: string
  readonly dueOn: string
  readonly issuedOn: string
  readonly stopped: boolean
}

interface Detail {
  readonly record: { readonly title: string }
  readonly kind: string
  readonly number: string | null
  readonly supplier: { readonly id: string } | null
  readonly total: Money
  readonly vat: Money | null
  readonly issuedOn: string
  readonly dueOn: string
  readonly lines: readonly {
    readonly net: Money
    readonly vat: Money
    readonly vatCode: string | null
    readonly account: string | null
  }[]
}

interface Money {
  readonly amount: string
  readonly currency: string
}

const keeper = 'Maria Lindqvist'
const approver = 'Johan Almgren'

/** Bills of the last days that still wait to be coded, and those before them that wait for approval. */
const leftToCode = 4
const leftToApprove = 5
/** Where a supplier's words say nothing: other outside services. */
const otherCosts = '6990'

export async function seedBills(act: Act, ask: Ask, today: Temporal.PlainDate): Promise<void> {
  await act(keeper, 'payables.set-settings', { fourEyesAbove: { amount: '25000.00', currency: 'SEK' } })
  const { rows } = (await ask('payables.list-bills', { states: ['to-code'], limit: 500 })) as { rows: readonly Line[] }
  const inOrder = rows.toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn) || a.id.localeCompare(b.id))
  const coded = inOrder.slice(0, Math.max(0, inOrder.length - leftToCode))
  for (const { id } of coded) await code(act, ask, id)
  const approved = coded.slice(0, Math.max(0, coded.length - leftToApprove))
  for (const { id } of approved) await act(approver, 'payables.approve-bill', { id })
  await oddities(act, ask, approved)
  await agreements(act, today)
}

async function code(act: Act, ask: Ask, id: string): Promise<void> {
  const { lines } = (await ask('payables.get-bill', { id })) as Detail
  await act(keeper, 'payables.code-bill', {
    id,
    lines: lines.map(line => ({
      net: line.net,
      vat: line.vat,
      account: line.account ?? otherCosts,
      ...(line.vatCode ? { vatCode: line.vatCode } : {}),
    })),
  })
}

/** One held, one disputed, one that was sent twice, and one credited. */
async function oddities(act: Act, ask: Ask, approved: readonly Line[]): Promise<void> {
  const plain = approved.filter(({ kind, stopped }) => kind === 'bill' && !stopped)
  const [held, disputed] = [plain.at(-2), plain.at(-3)]
  if (held) await act(keeper, 'payables.hold-bill', { id: held.id, reason: 'The delivery was one box short' })
  if (disputed)
    await act(keeper, 'payables.dispute-bill', { id: disputed.id, reason: 'Two hours more than were worked' })
  const last = plain.at(-1)
  if (!last) return
  const bill = (await ask('payables.get-bill', { id: last.id })) as Detail
  if (!bill.supplier) return
  const again = {
    supplierId: bill.supplier.id,
    issuedOn: bill.issuedOn,
    dueOn: bill.dueOn,
    ...(bill.vat ? { vat: bill.vat } : {}),
  }
  await act(keeper, 'payables.enter-bill', {
    ...again,
    total: bill.total,
    ...(bill.number ? { number: bill.number } : {}),
  })
  const { id } = await act(keeper, 'payables.enter-bill', {
    supplierId: bill.supplier.id,
    issuedOn: bill.issuedOn,
    dueOn: bill.dueOn,
    number: 'K-1042',
    total: { amount: '250.00', currency: bill.total.currency },
    vat: { amount: '50.00', currency: bill.total.currency },
    kind: 'credit-note',
  })
  await code(act, ask, id)
}

async function agreements(act: Act, today: Temporal.PlainDate): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const sek = (amount: string) => ({ amount, currency: 'SEK' })
  const terms = [
    {
      name: 'Lease, Stigbergsliden 18',
      about: 'rent',
      supplierName: 'Kustfast AB',
      usualFrom: sek('118500.00'),
      rhythm: 'quarter',
      nextOn: on(9),
      startsOn: '2022-01-01',
      endsOn: '2027-12-31',
      noticeMonths: 9,
    },
    {
      name: 'Broadband and telephone',
      about: 'telephone',
      supplierName: 'Västnät AB',
      usualFrom: sek('3900.00'),
      usualTo: sek('4600.00'),
      rhythm: 'month',
      nextOn: on(-16),
      customerNumber: '70-118842',
    },
    {
      name: 'Office insurance',
      about: 'insurance',
      supplierName: 'Tryggvik Försäkring',
      usualFrom: sek('21400.00'),
      rhythm: 'year',
      nextOn: on(38),
      endsOn: on(52),
      noticeMonths: 1,
    },
  ]
  for (const one of terms) await act(keeper, 'payables.create-agreement', one)
}
