import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubtsOf, heads, type Looked, type OtherLine, type ReceiptFact } from './doubts.ts'
import type { LineRow } from './rows.ts'
import { rulesFrom } from './rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const line = (over: Partial<LineRow> = {}): LineRow => ({
  organisation_id: 'o',
  report_id: 'r',
  id: over.id ?? 'l1',
  position: 1,
  sort: 'receipt',
  category: 'meals',
  on_day: day('2026-11-17'),
  text: 'Bistro Viken',
  document_id: 'd1',
  proposed: false,
  currency: 'SEK',
  amount_minor: 22_400n,
  vat_minor: 2_400n,
  rate: null,
  rate_on: null,
  office_minor: over.amount_minor ?? 22_400n,
  paid_by: 'own',
  participants: null,
  distance_tenths: null,
  vehicle: null,
  country: null,
  share: null,
  breakfast: false,
  lunch: false,
  dinner: false,
  removed: false,
  ...over,
})

const rules = rulesFrom(
  {
    policies: [],
    categories: [
      {
        organisation_id: 'o',
        category: 'meals',
        from_on: day('2026-01-01'),
        account: '5831',
        vat_code: null,
        limit_minor: 30_000n,
        limit_currency: 'SEK',
        per: 'day',
        participants: false,
      },
      {
        organisation_id: 'o',
        category: 'representation',
        from_on: day('2026-01-01'),
        account: '6071',
        vat_code: null,
        limit_minor: 30_000n,
        limit_currency: 'SEK',
        per: 'person',
        participants: true,
      },
      {
        organisation_id: 'o',
        category: 'supplies',
        from_on: day('2026-01-01'),
        account: '6110',
        vat_code: null,
        limit_minor: 50_000n,
        limit_currency: 'SEK',
        per: 'receipt',
        participants: false,
      },
    ],
    rates: [],
  },
  { country: 'SE', currency: 'SEK' },
)

const codes = (lines: readonly LineRow[], over: Partial<Looked> = {}) =>
  doubtsOf({
    report: { left_on: null, back_on: null, handed_in_at: null, currency: 'SEK' },
    lines,
    receipts: new Map(),
    others: [],
    policyOn: on => rules.policyOn(on),
    ruleOn: (category, on) => rules.ruleOn(category, on),
    handedInOn: day('2026-11-24'),
    vatRates: [25, 12, 6],
    write: minor => String(minor),
    ...over,
  }).map(({ code }) => code)

const other = (over: Partial<OtherLine>): OtherLine => ({
  report_id: 'r2',
  document_id: null,
  on_day: day('2026-11-17'),
  amount_minor: 22_400n,
  currency: 'SEK',
  text: 'BISTRO VIKEN AB',
  ...over,
})
const fact = (over: Partial<ReceiptFact> = {}): ReceiptFact => ({
  document_id: 'd1',
  issued_on: day('2026-11-17'),
  total_minor: 22_400n,
  currency: 'SEK',
  duplicate_of: null,
  duplicate_settled: false,
  words: '',
  ...over,
})

test('a line as it should be gives no doubt', () => {
  assert.deepEqual(codes([line()]), [])
  assert.deepEqual(codes([line()], { receipts: new Map([['d1', fact()]]) }), [])
})

test('the same receipt, or the same shop, day and amount, is seen across people', () => {
  assert.deepEqual(codes([line()], { others: [other({ document_id: 'd1' })] }), ['same-receipt'])
  assert.deepEqual(codes([line()], { others: [other({})] }), ['same-facts'])
  assert.deepEqual(codes([line()], { others: [other({ text: 'Taxi Kurir' })] }), [])
  assert.deepEqual(codes([line()], { receipts: new Map([['d1', fact({ duplicate_of: 'd9' })]]) }), ['looks-alike'])
})

test('what stands on the receipt and what is asked must agree', () => {
  const receipts = (over: Partial<ReceiptFact>) => ({ receipts: new Map([['d1', fact(over)]]) })
  assert.deepEqual(codes([line()], receipts({ total_minor: 20_000n })), ['differs-from-receipt'])
  assert.deepEqual(codes([line()], receipts({ issued_on: day('2026-11-16') })), ['differs-from-receipt'])
  assert.deepEqual(codes([line()], receipts({ words: '2 glas rödvin' })), ['alcohol'])
  assert.deepEqual(codes([line({ vat_minor: 9_000n })]), ['vat-wrong'])
  assert.deepEqual(codes([line({ document_id: null })]), ['receipt-missing'])
  assert.deepEqual(codes([line({ proposed: true })]), ['not-looked-at'])
})

test('days: weekends, outside the journey, too late, not yet', () => {
  assert.deepEqual(codes([line({ on_day: day('2026-11-21') })]), ['weekend'])
  assert.deepEqual(codes([line({ on_day: day('2026-08-03') })]), ['late'])
  assert.deepEqual(codes([line({ on_day: day('2026-11-25') })]), ['ahead-of-time'])
  const report = { left_on: day('2026-11-16'), back_on: day('2026-11-17'), handed_in_at: null, currency: 'SEK' }
  assert.deepEqual(codes([line({ on_day: day('2026-11-13') })], { report }), ['outside-trip'])
  assert.deepEqual(codes([line({ on_day: day('2026-11-13'), category: 'travel' })], { report }), [])
})

test('limits for a day, a receipt, a person; one bill paid in pieces', () => {
  const two = [
    line(),
    line({ id: 'l2', position: 2, amount_minor: 12_000n, vat_minor: null, text: 'Kiosk', document_id: 'd2' }),
  ]
  assert.deepEqual(codes(two), ['above-limit'])
  const dinner = { category: 'representation' as const, amount_minor: 80_000n, vat_minor: null }
  assert.deepEqual(codes([line(dinner)]), ['participants-missing', 'above-limit'])
  assert.deepEqual(codes([line({ ...dinner, participants: 'Eva Lind, Bo Berg' })]), [])
  assert.equal(heads('Eva Lind, Bo Berg och Ada Alm'), 4)
  const chair = { category: 'supplies' as const, amount_minor: 40_000n, vat_minor: null, text: 'Kontorsbolaget' }
  const pieces = [line(chair), line({ ...chair, id: 'l2', position: 2, amount_minor: 39_000n, document_id: 'd2' })]
  assert.deepEqual(codes(pieces), ['split'])
})
