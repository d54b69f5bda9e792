import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimal, decimalText, plus, round, times, whole } from '../decimal.ts'
import { checkInvoice } from './check.ts'
import type { Address, Adjustment, Invoice, Line, Party, VatCategory } from './model.ts'
import { plainInvoice } from './plain.ts'
import { readInvoiceFile } from './read.ts'
import { writeCii } from './write-cii.ts'
import { writeUbl } from './write-ubl.ts'

const word = fc
  .stringMatching(/^[A-Za-zÅäöșț&<"][A-Za-z0-9ÅäöșțãçéÆ&<>"' .-]{0,14}[a-z0-9]$/)
  .map(text => text.replace(/ +/g, ' '))
const number = fc.integer({ min: 1, max: 99_999 }).map(String)
const amount = fc.integer({ min: 0, max: 9_999_999 }).map(minor => decimalText({ units: BigInt(minor), scale: 2 }))
const on = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map(one => one.toISOString().slice(0, 10))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 })
const identifier = fc.record({ id: number, scheme: maybe(fc.constantFrom('0007', '0088', '0192')) })
const named = fc.record({ id: number, scheme: fc.constantFrom('0007', '0088', '0192') })

/** A group that is there says something. */
function some<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return arbitrary.filter(one =>
    Object.values(one).some(value => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

const address: fc.Arbitrary<Address> = some(
  fc.record({
    street: maybe(word),
    more: maybe(word),
    third: maybe(word),
    town: maybe(word),
    postalCode: maybe(number),
    region: maybe(word),
    country: maybe(fc.constantFrom('SE', 'NO', 'RO')),
  }),
)
const contact = some(fc.record({ name: maybe(word), telephone: maybe(number), mail: maybe(word) }))
const vat: fc.Arbitrary<VatCategory> = fc.record({
  code: fc.constantFrom('S', 'Z', 'AE'),
  rate: fc.constantFrom('25', '12', '0'),
  scheme: fc.constant('VAT'),
})

const party: fc.Arbitrary<Party> = fc.record({
  name: word,
  tradingName: maybe(word),
  identifiers: fc
    .array(identifier, { maxLength: 2 })
    .map(all => [...all.filter(one => !one.scheme), ...all.filter(one => one.scheme)]),
  legalId: maybe(identifier),
  vatId: maybe(number),
  taxId: maybe(number),
  legalForm: maybe(word),
  endpoint: maybe(named),
  address: maybe(address),
  contact: maybe(contact),
})
const representative: fc.Arbitrary<Party> = fc
  .record({ name: word, vatId: number, address: maybe(address) })
  .map(one => ({ ...nobody, ...one }))
const payee: fc.Arbitrary<Party> = fc
  .record({ name: word, identifiers: fc.array(identifier, { maxLength: 1 }), legalId: maybe(identifier) })
  .map(one => ({ ...nobody, ...one }))
const nobody: Party = {
  name: null,
  tradingName: null,
  identifiers: [],
  legalId: null,
  vatId: null,
  taxId: null,
  legalForm: null,
  endpoint: null,
  address: null,
  contact: null,
}

function adjustment(category: fc.Arbitrary<VatCategory | null>): fc.Arbitrary<Adjustment> {
  return fc.record({
    charge: fc.boolean(),
    amount,
    base: maybe(amount),
    percent: maybe(number),
    vat: category,
    reason: maybe(word),
    reasonCode: maybe(number),
  })
}

const line: fc.Arbitrary<Line> = fc.record({
  id: number,
  note: maybe(word),
  object: maybe(fc.record({ id: number, scheme: maybe(fc.constant('ABT')) })),
  quantity: number,
  unit: fc.constantFrom('C62', 'HUR'),
  amount,
  orderLine: maybe(number),
  buyerAccounting: maybe(word),
  period: maybe(some(fc.record({ from: maybe(on), to: maybe(on) }))),
  adjustments: fc.array(adjustment(fc.constant(null)), { maxLength: 2 }),
  price: fc
    .record({
      net: amount,
      gross: amount,
      discount: maybe(amount),
      base: maybe(fc.record({ baseQuantity: number, baseUnit: fc.constant('C62') })),
      hasGross: fc.boolean(),
    })
    .map(({ base, hasGross, ...one }) => ({
      net: one.net,
      gross: hasGross ? one.gross : null,
      discount: hasGross ? one.discount : null,
      baseQuantity: base?.baseQuantity ?? null,
      baseUnit: base?.baseUnit ?? null,
    })),
  vat,
  item: fc.record({
    name: word,
    description: maybe(word),
    sellersId: maybe(number),
    buyersId: maybe(number),
    standardId: maybe(named),
    classifications: fc.array(
      fc.record({ id: number, list: fc.constant('TST'), version: maybe(fc.constant('19.05.01')) }),
      { maxLength: 2 },
    ),
    originCountry: maybe(fc.constant('NL')),
    attributes: fc.array(fc.record({ name: word, value: word }), { maxLength: 2 }),
  }),
})

const invoice: fc.Arbitrary<Invoice> = fc
  .record({
    document: fc.constantFrom('invoice' as const, 'credit-note' as const),
    number,
    issuedOn: on,
    currency: fc.constant('SEK'),
    taxCurrency: fc.constant(null),
    taxPointOn: maybe(on),
    taxPointCode: fc.constant(null),
    dueOn: maybe(on),
    buyerReference: maybe(word),
    project: maybe(number),
    contract: maybe(number),
    order: number,
    salesOrder: maybe(number),
    receivingAdvice: maybe(number),
    despatchAdvice: maybe(number),
    tender: maybe(number),
    invoicedObject: maybe(fc.record({ id: number, scheme: maybe(fc.constant('ABT')) })),
    buyerAccounting: maybe(word),
    paymentTerms: maybe(word),
    notes: fc.array(fc.record({ text: word, subject: maybe(fc.constant('AAI')) }), { maxLength: 2 }),
    process: maybe(word),
    specification: fc.constant('urn:cen.eu:en16931:2017'),
    precedingInvoices: fc.array(fc.record({ number, issuedOn: maybe(on) }), { maxLength: 2 }),
    seller: party,
    buyer: party,
    payee: maybe(payee),
    taxRepresentative: maybe(representative),
    delivery: maybe(
      some(
        fc.record({ name: maybe(word), location: maybe(identifier), on: maybe(on), address: maybe(address) }),
      ).filter(one => one.name !== null),
    ),
    period: maybe(some(fc.record({ from: maybe(on), to: maybe(on) }))),
    payments: fc
      .record({
        code: fc.constantFrom('30', '58'),
        text: maybe(word),
        reference: maybe(number),
        account: fc.record({
          id: fc.constantFrom('SE4550000000058398257466', '5302195'),
          name: maybe(word),
          provider: maybe(number),
        }),
      })
      .map(one => [{ ...one, card: null, mandate: null }]),
    creditorId: maybe(word),
    adjustments: fc.array(adjustment(vat), { maxLength: 2 }),
    totals: fc.record({
      lines: amount,
      allowances: maybe(amount),
      charges: maybe(amount),
      net: amount,
      gross: amount,
      paid: maybe(amount),
      rounding: maybe(amount),
      due: amount,
    }),
    taxTotals: fc
      .record({
        amount,
        taxes: fc.array(
          fc.record({ base: amount, amount, category: vat, exemption: maybe(word), exemptionCode: maybe(word) }),
          { minLength: 1, maxLength: 2 },
        ),
      })
      .map(one => [{ ...one, currency: 'SEK' }]),
    attachments: fc.array(
      fc.record({
        id: number,
        description: maybe(word),
        address: maybe(word),
        file: maybe(
          fc.record({ name: word, mediaType: fc.constant('application/pdf'), content: fc.constant('JVBERi0=') }),
        ),
      }),
      { maxLength: 2 },
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(one => ({ ...one, typeCode: one.document === 'invoice' ? '380' : '381' }))

function back(xml: string): Invoice {
  const read = readInvoiceFile(xml)
  assert.ok(read)
  return plainInvoice(read.invoice)
}

test('what is written as UBL is read the same', () => {
  fc.assert(
    fc.property(invoice, one => assert.deepEqual(back(writeUbl(one)), JSON.parse(JSON.stringify(one)))),
    { numRuns: 80 },
  )
})

test('what is written as CII is read the same', () => {
  fc.assert(
    fc.property(invoice, one => assert.deepEqual(back(writeCii(one)), JSON.parse(JSON.stringify(one)))),
    { numRuns: 80 },
  )
})

/** An invoice whose figures add up, as Kontor writes them. */
function sound(nets: readonly number[], peppol: boolean): Invoice {
  const amounts = nets.map(minor => ({ units: BigInt(minor), scale: 2 }))
  const net = amounts.reduce(plus, { units: 0n, scale: 2 })
  const tax = round(times(net, decimal('0.25') ?? whole(0)), 2)
  const of = (name: string, vatId: string, org: string): Party => ({
    ...nobody,
    name,
    vatId,
    legalId: { id: org, scheme: '0007' },
    endpoint: { id: org, scheme: '0007' },
    address: {
      street: 'Storgatan 1',
      more: null,
      third: null,
      town: 'Umeå',
      postalCode: '903 26',
      region: null,
      country: 'SE',
    },
  })
  const standard: VatCategory = { code: 'S', rate: '25', scheme: 'VAT' }
  return {
    document: 'invoice',
    number: '2026-17',
    issuedOn: '2026-11-22',
    typeCode: '380',
    currency: 'SEK',
    taxCurrency: null,
    taxPointOn: null,
    taxPointCode: null,
    dueOn: '2026-12-22',
    buyerReference: 'Elin',
    project: null,
    contract: null,
    order: null,
    salesOrder: null,
    receivingAdvice: null,
    despatchAdvice: null,
    tender: null,
    invoicedObject: null,
    buyerAccounting: null,
    paymentTerms: null,
    notes: [],
    process: peppol ? 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0' : null,
    specification: peppol
      ? 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
      : 'urn:cen.eu:en16931:2017',
    precedingInvoices: [],
    seller: of('Almgren & Tveit AB', 'SE556677889901', '5566778899'),
    buyer: of('Köparen AB', 'SE556036079301', '5560360793'),
    payee: null,
    taxRepresentative: null,
    delivery: null,
    period: null,
    payments: [
      {
        code: '30',
        text: null,
        reference: '1002345500',
        account: { id: '5302195', name: null, provider: 'SE:BANKGIRO' },
        card: null,
        mandate: null,
      },
    ],
    creditorId: null,
    adjustments: [],
    totals: {
      lines: decimalText(net, 2),
      allowances: null,
      charges: null,
      net: decimalText(net, 2),
      gross: decimalText(plus(net, tax), 2),
      paid: null,
      rounding: null,
      due: decimalText(plus(net, tax), 2),
    },
    taxTotals: [
      {
        amount: decimalText(tax, 2),
        currency: 'SEK',
        taxes: [
          {
            base: decimalText(net, 2),
            amount: decimalText(tax, 2),
            category: standard,
            exemption: null,
            exemptionCode: null,
          },
        ],
      },
    ],
    attachments: [],
    lines: amounts.map((each, place) => ({
      id: String(place + 1),
      note: null,
      object: null,
      quantity: '1',
      unit: 'C62',
      amount: decimalText(each, 2),
      orderLine: null,
      buyerAccounting: null,
      period: null,
      adjustments: [],
      price: { net: decimalText(each, 2), discount: null, gross: null, baseQuantity: null, baseUnit: null },
      vat: standard,
      item: {
        name: 'Arbete',
        description: null,
        sellersId: null,
        buyersId: null,
        standardId: null,
        classifications: [],
        originCountry: null,
        attributes: [],
      },
    })),
  }
}

test('what Kontor writes passes its own rules in both syntaxes', () => {
  const nets = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(nets, fc.boolean(), (list, peppol) => {
      for (const xml of [writeUbl(sound(list, peppol)), writeCii(sound(list, false))]) {
        const read = readInvoiceFile(xml)
        assert.ok(read)
        assert.deepEqual(checkInvoice(read).findings, [])
      }
    }),
    { numRuns: 40 },
  )
})
