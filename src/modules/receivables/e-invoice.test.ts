import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Content } from './content.ts'
import { units, type Paper } from './contract/shapes.ts'
import { hybridOf } from './jobs/papers.ts'
import { noTerms } from './customers.ts'
import { eInvoiceOf } from './e-invoice.ts'
import { paperOf } from './paper-of.ts'
import { paperPdf } from './paper/invoice-pdf.ts'
import type { SaleCode } from './vat-codes.ts'

const seed = Number(process.env['RECEIVABLES_SEED'] ?? 20261122)
const code = (name: string, rate: string, category: SaleCode['category']): [string, SaleCode] => [
  name,
  { code: name, name, names: {}, rate, category },
]
const codes = new Map([
  code('U25', '25', 'S'),
  code('U12', '12', 'S'),
  code('U6', '6', 'S'),
  code('U0', '0', 'E'),
  code('UEUV', '0', 'K'),
  code('UEXP', '0', 'G'),
  code('UOMV', '0', 'AE'),
])
const setting = {
  street: 'Kungsgatan 4',
  postcode: '411 19',
  town: 'Göteborg',
  companyNumber: '556036-0793',
  vatNumber: 'SE556036079301',
  email: 'office@example.org',
  phone: '+46 31 123 45 67',
  bankgiro: '5050-1055',
  iban: 'SE35 5000 0000 0549 1000 0003',
  bic: 'ESSESESS',
  taxNote: 'Godkänd för F-skatt',
  paymentDays: 30,
  quoteDays: 30,
  referenceWay: 'ocr' as const,
  wholeUnits: false,
  foot: '',
  reminderAfterDays: 5,
  reminderEveryDays: 14,
  feeFromStep: 1,
  reminderFee: null,
  interestRates: [],
}
const customer = {
  party_id: 'x',
  name: 'Lindholmens Papper & Co AB',
  company_number: '556677-8899',
  vat_number: 'SE556677889901',
  language: null,
  street: 'Hamngatan 1',
  postcode: '411 06',
  city: 'Göteborg',
  country: 'SE',
  email: 'invoices@example.org',
  terms: { ...noTerms, reference: 'Eva Lindholm' },
}
const office = {
  id: 'x',
  name: 'Almgren Tveit AB',
  country: 'SE',
  currency: 'SEK',
  zone: 'Europe/Stockholm',
  language: 'sv',
}

function issued(
  content: Content,
  { type = 'invoice' as Paper['type'], wholeUnits = false, abroad = false } = {},
): Paper {
  const buyer = abroad
    ? {
        ...customer,
        country: 'DE',
        vat_number: 'DE136695976',
        company_number: null,
        terms: { ...customer.terms, peppol_id: '9930:DE136695976' },
      }
    : customer
  const ground = {
    office,
    setting: { ...setting, wholeUnits },
    customer: buyer,
    codes,
    type,
    issuedOn: Temporal.PlainDate.from('2026-11-24'),
  }
  const { paper } = paperOf(content, ground, refusal => {
    throw new Error(refusal.name)
  })
  return {
    ...paper,
    number: '2026-0017',
    reference: { scheme: 'ocr', value: '202600178' },
    credits: type === 'credit-note' ? { number: '2026-0016', issuedOn: Temporal.PlainDate.from('2026-11-20') } : null,
  }
}

const told = (paper: Paper) =>
  (['ubl', 'cii'] as const).flatMap(form =>
    eInvoiceOf(paper, form).check.findings.map(one => `${form} ${one.rule} ${one.location} ${one.message}`),
  )

const figure = (most: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, '0')}`)
const someLine = (vatCode: fc.Arbitrary<string>) =>
  fc.record({
    text: fc.constantFrom('Hours', 'Paper & pens\nA4, <white>', 'Åäö șț'),
    quantity: figure(99, 2),
    unit: fc.constantFrom(...units),
    price: figure(9999, 2),
    discount: fc.option(figure(99, 1), { nil: null, freq: 3 }),
    vatCode,
  })
const drafts = fc.record({
  lines: fc.array(someLine(fc.constantFrom('U25', 'U12', 'U6')), { minLength: 1, maxLength: 8 }),
  discount: fc.option(figure(50, 1), { nil: null, freq: 3 }),
  intro: fc.constantFrom('', 'Thank you for the order.'),
  orderNumber: fc.constantFrom(null, 'PO 17'),
})

test(`property: whatever is issued is an e-invoice of EN 16931 and Peppol BIS 3 without a finding (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      drafts,
      fc.boolean(),
      fc.constantFrom('invoice' as const, 'credit-note' as const),
      (draft, wholeUnits, type) => {
        assert.deepEqual(told(issued(draft as Content, { type, wholeUnits })), [])
      },
    ),
    { seed, numRuns: 120 },
  )
})

test('exempt, reverse charge, supply within the EU, export and outside the scope: each with its reason', () => {
  for (const [vatCode, abroad] of [
    ['U0', false],
    ['UOMV', false],
    ['UEUV', true],
    ['UEXP', true],
    [null, false],
  ] as const) {
    const line = { text: 'Advice', quantity: '2', price: '500', vatCode }
    assert.deepEqual(told(issued({ lines: [line] }, { abroad })), [], String(vatCode))
  }
})

test('another currency states the tax in the office’s, and a negative price turns the quantity', () => {
  const lines = [
    { text: 'Advice', quantity: '2', price: '500', vatCode: 'U25' },
    { text: 'Given back', quantity: '1', price: '-20.5', vatCode: 'U25' },
  ]
  assert.deepEqual(told(issued({ lines, currency: 'EUR', rate: '11.2345' })), [])
})

test('a paper of many lines goes on from page to page, in every language, the same bytes each time', async () => {
  const lines = Array.from({ length: 70 }, (_, n) => ({
    text:
      n % 7 === 0 ? `Line ${n} with a long text that goes on and on over more than one row of the column` : `Line ${n}`,
    quantity: '1.5',
    price: '1234.5',
    vatCode: n % 3 === 0 ? 'U12' : 'U25',
  }))
  for (const language of ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const) {
    const paper = issued({ lines: language === 'sv' ? lines : lines.slice(0, 3), language })
    const [one, two] = [
      await paperPdf(paper, { cii: hybridOf(paper) }),
      await paperPdf(paper, { cii: hybridOf(paper) }),
    ]
    assert.match(one.toString('latin1'), /AFRelationship \/Alternative/)
    assert.ok(one.equals(two), language)
    assert.equal((one.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length, language === 'sv' ? 4 : 1)
  }
})
