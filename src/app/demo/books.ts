/** The demo office's books, before its papers of the autumn come: begun in January, with what was posted by hand since. */

type Must = (command: string, input: unknown) => Promise<{ readonly id: string }>

const sek = (amount: string) => ({ amount, currency: 'SEK' })
const line = (account: string, amount: string, more: object = {}) => ({ account, amount: sek(amount), ...more })

/** What stood in the books before Kontor: equipment, bank, equity, holiday pay. */
const opening = [
  line('1250', '184000.00'),
  line('1259', '-92000.00'),
  line('1630', '14200.00'),
  line('1930', '1286450.00'),
  line('2081', '-50000.00'),
  line('2091', '-1058650.00'),
  line('2920', '-284000.00'),
]

/** Pay of a month: salaries, tax withheld, employer's contributions. */
const pay = [
  line('7210', '318000.00'),
  line('2710', '-95400.00'),
  line('1930', '-222600.00'),
  line('7510', '99916.00'),
  line('2731', '-99916.00'),
]

const rates = `Date,USD,GBP,NOK,RON,SEK
2026-01-02,1.1640,0.8710,11.7200,5.0890,11.0100
2026-06-30,1.1580,0.8655,11.6400,5.0840,10.9650
2026-08-31,1.1610,0.8672,11.6900,5.0860,11.0240`

export async function seedBooks(must: Must): Promise<void> {
  await must('ledger.set-up-books', { mode: 'books', chart: 'SE', yearFrom: '2026-01-01' })
  for (const [code, name] of [
    ['100', 'Studio'],
    ['200', 'Office'],
    ['300', 'Competitions'],
  ])
    await must('ledger.set-dimension-value', { dimension: 'cost-centre', code, name })
  for (const [code, name] of [
    ['2601', 'Lindholmen quay'],
    ['2602', 'School in Mölndal'],
  ])
    await must('ledger.set-dimension-value', { dimension: 'project', code, name })
  await must('ledger.import-rates', { table: rates })
  await must('ledger.enter-opening-balances', { on: '2026-01-01', lines: opening })
  for (let month = 1; month <= 8; month++) {
    const on = Temporal.PlainDate.from({ year: 2026, month, day: 25 }).toString()
    await must('ledger.post-entry', { on, text: `Pay ${on.slice(0, 7)}`, lines: pay })
    const fee = {
      on,
      text: `Drawings, part ${month}`,
      lines: [line('1930', '562500.00'), line('3041', '-450000.00', { vatCode: 'U25' })],
    }
    await must('ledger.post-entry', fee)
  }
  const insured = [line('6310', '25200.00', { dimensions: { 'cost-centre': '200' } }), line('1930', '-25200.00')]
  const { id } = await must('ledger.post-entry', {
    on: '2026-07-01',
    text: 'Insurance of the office, a year',
    lines: insured,
  })
  await must('ledger.accrue-entry', { id, account: '6310', amount: sek('25200.00'), from: '2026-07-01', months: 12 })
  await must('ledger.lock-periods', { until: '2026-06-30' })
}
