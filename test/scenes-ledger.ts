/** The scenes of the books. Whatever changes years and months has an office of its own, so that nobody else's day is locked. */
import type { TestPrincipal } from '../src/kernel/testing.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const yearFrom = today.with({ month: 1, day: 1 }).toString()
const sek = (amount: string) => ({ amount, currency: 'SEK' })

/** Begins the books where they have not been begun. */
export async function beginBooks(office: Office, as: TestPrincipal = office.owner): Promise<void> {
  const answer = await office.ask('ledger.get-settings', {}, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  if ((answer.output as { mode: string | null }).mode !== null) return
  await office.act('ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom }, as)
}

/** An entry of today on accounts of the Swedish chart. */
export async function newEntry(office: Office, text: string): Promise<string> {
  await beginBooks(office)
  const lines = [
    { account: '6310', amount: sek('1200.00') },
    { account: '1930', amount: sek('-1200.00') },
  ]
  return (await office.act('ledger.post-entry', { on: today.toString(), text, lines })).id
}

/** In the office itself, its books begun. */
const begun =
  (input: object = {}): Stage =>
  async office => {
    await beginBooks(office)
    return { input: { ...input } }
  }

/** In an office of its own, whose owner acts. */
const apart =
  (stage: (office: Office, as: TestPrincipal) => Promise<object>): Stage =>
  async office => {
    const as = await office.open('Bo Books')
    return { input: { ...(await stage(office, as)) }, as }
  }

const accrued: Stage = async office => {
  const id = await office.make.ledgerEntry()
  const facts = { account: '6310', amount: sek('1200.00'), from: today.toString(), months: 12 }
  const { accrualId } = await office.act('ledger.accrue-entry', { id, ...facts })
  return { input: { id, accrualId } }
}

const eur = (amount: string) => ({ amount, currency: 'EUR' })

/** A bill in euro that was worth less when it came than it is today. */
async function foreignBill(
  office: Office,
  as: TestPrincipal = office.owner,
  supplier: object = { supplierName: 'Köln Papier' },
): Promise<void> {
  await beginBooks(office, as)
  for (const [on, rate] of [
    [yearFrom, '11.00'],
    [today.toString(), '12.00'],
  ])
    await office.act('ledger.set-rate', { currency: 'EUR', on, rate }, as)
  await office.act('payables.set-settings', { fourEyesAbove: null }, as)
  const facts = { ...supplier, number: `E${++foreign}`, total: eur('100.00'), issuedOn: yearFrom }
  const { id } = await office.act('payables.enter-bill', { ...facts, dueOn: today.toString() }, as)
  await office.act('payables.code-bill', { id, lines: [{ net: eur('100.00'), account: '6110' }] }, as)
  await office.act('payables.approve-bill', { id }, as)
}
let foreign = 0

export const ledgerScenes: Readonly<Record<string, Stage>> = {
  'ledger.set-up-books': apart(async () => ({ yearFrom })),
  'ledger.post-entry': begun({ on: today.toString() }),
  'ledger.enter-opening-balances': begun({ on: yearFrom }),
  'ledger.accrue-entry': async office => ({
    input: { id: await office.make.ledgerEntry(), from: today.toString() },
  }),
  'ledger.stop-accrual': accrued,
  'ledger.change-settings': begun(),
  'ledger.add-account': begun(),
  'ledger.change-account': begun(),
  'ledger.assign-account-role': begun(),
  'ledger.set-vat-code': begun(),
  'ledger.add-dimension': begun(),
  'ledger.set-dimension-value': begun(),
  'ledger.set-rate': begun(),
  'ledger.import-rates': begun(),
  'ledger.lock-periods': apart(async (office, as) => {
    await beginBooks(office, as)
    return { until: today.with({ month: 1, day: 31 }).toString() }
  }),
  'ledger.unlock-periods': apart(async (office, as) => {
    await beginBooks(office, as)
    await office.act('ledger.lock-periods', { until: today.with({ month: 1, day: 31 }).toString() }, as)
    return { from: yearFrom }
  }),
  'ledger.open-year': apart(async (office, as) => {
    await beginBooks(office, as)
    return { from: today.with({ month: 1, day: 1 }).add({ years: 1 }).toString() }
  }),
  'ledger.close-year': apart(async (office, as) => {
    await beginBooks(office, as)
    return { yearId: (await office.see('ledger.list-periods', {}, as)).years[0].id }
  }),
  'ledger.reopen-year': apart(async (office, as) => {
    await beginBooks(office, as)
    const yearId = (await office.see('ledger.list-periods', {}, as)).years[0].id
    await office.act('ledger.close-year', { yearId }, as)
    return { yearId }
  }),
  'ledger.revalue-items': apart(async (office, as) => {
    await foreignBill(office, as)
    return { on: today.toString() }
  }),
  'ledger.take-back-revaluation': apart(async (office, as) => {
    await foreignBill(office, as)
    await office.act('ledger.revalue-items', { on: today.toString() }, as)
    return { on: today.toString() }
  }),
}

/** Something owed since the books began, with a name in it that is nobody else's to see. */
async function openItem(office: Office): Promise<void> {
  await beginBooks(office)
  const party = await office.make.organisation()
  const { record } = await office.see('directory.get-party', { id: party })
  const lines = [
    { account: '2440', amount: sek('-100.00') },
    { account: '2999', amount: sek('100.00') },
  ]
  const item = { side: 'payable', partyName: record.title, issuedOn: yearFrom, dueOn: yearFrom, amount: sek('100.00') }
  await office.act('ledger.enter-opening-balances', { on: yearFrom, lines, items: [item] })
}

export const ledgerQuestions: Readonly<Record<string, Stage>> = {
  'ledger.preview-revaluation': async office => {
    await foreignBill(office, office.owner, { supplierId: await office.make.organisation() })
    return { input: { on: today.toString() } }
  },
  'ledger.list-entries': async office => {
    await office.make.ledgerEntry()
    return {}
  },
  'ledger.get-account': async office => {
    await office.make.ledgerEntry()
    return {}
  },
  'ledger.list-items': async office => {
    await openItem(office)
    return {}
  },
  'ledger.list-accruals': async office => {
    await accrued(office)
    return {}
  },
}
