/** The scenes of reports, of the VAT return and of what comes from other programs' books. */
import type { TestPrincipal } from '../src/kernel/testing.ts'
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'

const today = Temporal.Now.plainDateISO('Europe/Stockholm')
const year = String(today.year)
const quarter = { from: `${year}-01-01`, until: `${year}-03-31` }
const sek = (amount: string) => ({ amount, currency: 'SEK' })

/** In an office of its own, whose owner acts: settling locks months, importing takes numbers. */
const apart =
  (stage: (office: Office, as: TestPrincipal) => Promise<object>): Stage =>
  async office => {
    const as = await office.open('Bo Books')
    await beginBooks(office, as)
    return { input: { ...(await stage(office, as)) }, as }
  }

async function sale(office: Office, as: TestPrincipal, text: string, on = quarter.from): Promise<void> {
  const lines = [
    { account: '3001', amount: sek('-1000.00'), vatCode: 'U25' },
    { account: '1930', amount: sek('1250.00') },
  ]
  await office.act('ledger.post-entry', { on, text, lines }, as)
}

const content = Buffer.from(
  [
    '#FLAGGA 0',
    '#FORMAT PC8',
    '#SIETYP 4',
    `#RAR 0 ${year}0101 ${year}1231`,
    `#VER A 1 ${year}0105 "Tea"`,
    '{',
    '#TRANS 7690 {} 10',
    '#TRANS 1930 {} -10',
    '}',
  ].join('\n'),
).toString('base64')

export const booksScenes: Readonly<Record<string, Stage>> = {
  'ledger.settle-vat': apart(async (office, as) => {
    await sale(office, as, 'Sale')
    return quarter
  }),
  'ledger.reopen-vat': apart(async (office, as) => {
    await sale(office, as, 'Sale')
    const { id } = await office.act('ledger.settle-vat', quarter, as)
    await office.act('ledger.unlock-periods', { from: quarter.from, reason: 'A bill came late' }, as)
    return { id }
  }),
  'ledger.import-books': apart(async () => ({ fileName: 'tea.se', content })),
  'ledger.set-account-code': apart(async () => ({ number: '1930', code: '7281' })),
  'ledger.set-company': apart(async () => ({ town: 'Lund' })),
}

const posted: Stage = async office => {
  await office.make.ledgerEntry()
  return {}
}

export const booksQuestions: Readonly<Record<string, Stage>> = {
  'ledger.get-trial-balance': posted,
  'ledger.get-income-statement': posted,
  'ledger.get-balance-sheet': posted,
  'ledger.list-general-ledger': posted,
  'ledger.get-vat-report': posted,
  'ledger.list-vat-entries': async office => {
    await beginBooks(office)
    const { record } = await office.see('ledger.get-entry', { id: await office.make.ledgerEntry() })
    await sale(office, office.owner, record.title, today.toString())
    return { input: { from: `${year}-01-01`, until: `${year}-12-31` } }
  },
  'ledger.print-report': posted,
  'ledger.export-books': posted,
  'ledger.list-account-codes': posted,
}
