import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { betalingskenmerkOf } from '../../references/netherlands.ts'
import { creditorReferenceOf, ibanOf } from '../../references/international.ts'
import { kidOf, norwegianAccountOf } from '../../references/norway.ts'
import { ocrOf } from '../../references/sweden.ts'
import { every, first, textAt } from '../../xml/element.ts'
import { parseXml } from '../../xml/parse.ts'
import { findSchema, validateXml } from '../../xml/schema.ts'
import { StatementRefused } from '../model.ts'
import { payByHand } from './by-hand.ts'
import { checkOrder } from './check-order.ts'
import type { Payment, PaymentOrder } from './model.ts'
import { OrderRefused, writePain001 } from './pain001.ts'
import { looksLikeStatusReport, readPain002 } from './pain002.ts'
import { basicSigns } from './signs.ts'

process.env['KONTOR_DATA'] ??= path.join(import.meta.dirname, '../../../../../shared/data')
const skip = findSchema('pain.001.001.09.xsd') ? false : 'skipped: no outside data'

const home = { street: 'Storgatan 1', postalCode: '411 01', town: 'Göteborg', country: 'SE' }
const payment = (more: Partial<Payment> = {}): Payment => ({
  endToEndId: 'K-1',
  amount: { minor: 125_050n, currency: 'SEK' },
  payOn: '2026-11-30',
  payee: { name: 'Hisings Städ & Fönster AB', address: home },
  account: { scheme: 'bankgiro', number: '5302195' },
  bic: null,
  reference: { scheme: 'ocr', value: ocrOf('471100') },
  text: '',
  ...more,
})
const order = (payments: readonly Payment[] = [payment()]): PaymentOrder => ({
  messageId: 'KONTOR-2026-7',
  createdAt: '2026-11-22T09:30:00',
  payer: {
    name: 'Almgren Tveit Arkitekter AB',
    address: home,
    account: { scheme: 'iban', number: 'SE4550000000058398257466', bic: 'ESSESESS', currency: 'SEK' },
    customerId: { value: '5566043187', scheme: 'BANK' },
  },
  payments,
})
const options = { version: '09', batchBooking: true, signs: 'latin' } as const

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(list => list.join(''))
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 160 }).filter(text => text.trim() !== '')
const orNone = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null })
const addresses = fc.record({
  street: orNone(words),
  postalCode: orNone(words),
  town: orNone(words),
  country: fc.constantFrom('SE', 'NO', 'NL', 'PT', null),
})
const accounts = fc.oneof(
  digits(17).map(bban => ({
    currency: 'SEK',
    account: { scheme: 'iban' as const, number: ibanOf('SE', `500${bban}`) },
  })),
  digits(10).map(bban => ({
    currency: 'EUR',
    account: { scheme: 'iban' as const, number: ibanOf('NL', `INGB${bban}`) },
  })),
  digits(6).map(body => ({ currency: 'SEK', account: { scheme: 'bankgiro' as const, number: ocrOf(body) } })),
  digits(5).map(body => ({ currency: 'SEK', account: { scheme: 'plusgiro' as const, number: ocrOf(body) } })),
)
const references = fc.oneof(
  fc.constant(null),
  digits(8).map(body => ({ scheme: 'ocr' as const, value: ocrOf(body) })),
  digits(9).map(body => ({ scheme: 'rf' as const, value: creditorReferenceOf(body) })),
  digits(15).map(body => ({ scheme: 'betalingskenmerk' as const, value: betalingskenmerkOf(body) })),
  words.map(value => ({ scheme: 'text' as const, value })),
)
const payments = fc
  .array(
    fc.record({
      how: accounts,
      minor: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
      day: fc.constantFrom('2026-11-30', '2026-12-01', '2027-02-28'),
      name: words.map(text => `A${text}`),
      address: addresses,
      bic: fc.constantFrom(null, 'INGBNL2A', 'ESSESESSXXX'),
      reference: references,
      text: fc.oneof(fc.constant(''), words),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(list =>
    list.map(
      ({ how, minor, day, name, address, bic, reference, text }, index): Payment => ({
        endToEndId: `E${index + 1}`,
        amount: { minor, currency: how.currency },
        payOn: day,
        payee: { name, address },
        account: how.account,
        bic,
        reference,
        text,
      }),
    ),
  )

test('whatever is paid, the file obeys its schema, counts and sums right, and is the same when written again', {
  skip,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      payments,
      fc.constantFrom('09', '03'),
      fc.constantFrom('latin', 'sepa'),
      fc.boolean(),
      async (list, version, signs, batchBooking) => {
        const given = order(list)
        assert.deepEqual(checkOrder(given), [])
        const file = writePain001(given, { version, signs, batchBooking })
        const checked = await validateXml(file.bytes, file.schema)
        assert.deepEqual(checked, { schema: file.schema, reason: 'checked', problems: [] })
        const root = parseXml(file.bytes)
        const sums = every(root, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt').map(one =>
          BigInt(one.text.replace('.', '')),
        )
        const all = list.reduce((sum, one) => sum + one.amount.minor, 0n)
        assert.equal(
          sums.reduce((sum, one) => sum + one, 0n),
          all,
        )
        assert.equal(textAt(root, 'CstmrCdtTrfInitn/GrpHdr/CtrlSum')?.replace('.', ''), all.toString().padStart(3, '0'))
        assert.equal(textAt(root, 'CstmrCdtTrfInitn/GrpHdr/NbOfTxs'), String(list.length))
        const ids = every(root, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/EndToEndId').map(one => one.text)
        assert.deepEqual(ids.toSorted(), list.map(one => one.endToEndId).toSorted())
        if (signs === 'sepa') assert.match(new TextDecoder().decode(file.bytes), /^[\n\x20-\x7e]*$/)
        assert.deepEqual(writePain001(given, { version, signs, batchBooking }).bytes, file.bytes)
      },
    ),
    { numRuns: 60 },
  )
})

test('Bankgiro and Plusgiro as Swedish banks want them, OCR as structured reference', () => {
  const root = parseXml(
    writePain001(
      order([payment(), payment({ endToEndId: 'K-2', account: { scheme: 'plusgiro', number: ocrOf('482107') } })]),
      options,
    ).bytes,
  )
  const [one, two] = every(root, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf')
  assert.ok(one && two)
  assert.equal(textAt(one, 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId'), '9900')
  assert.equal(textAt(one, 'CdtrAcct/Id/Othr/SchmeNm/Prtry'), 'BGNR')
  assert.equal(textAt(one, 'RmtInf/Strd/CdtrRefInf/Ref'), ocrOf('471100'))
  assert.equal(first(one, 'RmtInf/Ustrd'), null)
  assert.equal(textAt(two, 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId'), '9960')
  assert.equal(textAt(two, 'CdtrAcct/Id/Othr/SchmeNm/Cd'), 'BBAN')
  assert.equal(textAt(root, 'CstmrCdtTrfInitn/PmtInf/PmtTpInf/SvcLvl/Cd'), 'NURG')
  assert.equal(textAt(root, 'CstmrCdtTrfInitn/PmtInf/ReqdExctnDt/Dt'), '2026-11-30')
  assert.equal(textAt(one, 'Cdtr/PstlAdr/TwnNm'), 'Göteborg')
})

test('euro within SEPA goes by its service level, a day and a way make a group each', () => {
  const euro = payment({
    endToEndId: 'K-2',
    amount: { minor: 990n, currency: 'EUR' },
    account: { scheme: 'iban', number: 'NL91ABNA0417164300' },
    reference: { scheme: 'rf', value: 'RF18539007547034' },
  })
  const file = writePain001(order([payment(), euro, payment({ endToEndId: 'K-3', payOn: '2026-12-01' })]), {
    ...options,
    version: '03',
  })
  assert.deepEqual(file.paymentInfoIds, ['KONTOR-2026-7-1', 'KONTOR-2026-7-2', 'KONTOR-2026-7-3'])
  assert.equal(file.sum, '2510.90')
  const groups = every(parseXml(file.bytes), 'CstmrCdtTrfInitn/PmtInf')
  assert.deepEqual(
    groups.map(one => [textAt(one, 'PmtTpInf/SvcLvl/Cd'), textAt(one, 'ChrgBr'), textAt(one, 'ReqdExctnDt')]),
    [
      ['NURG', 'SHAR', '2026-11-30'],
      ['SEPA', 'SLEV', '2026-11-30'],
      ['NURG', 'SHAR', '2026-12-01'],
    ],
  )
})

test('a Norwegian payment carries its KID; a Swedish account stands beside its clearing number', () => {
  const norwegian: PaymentOrder = {
    ...order(),
    payer: {
      ...order().payer,
      address: { ...home, country: 'NO' },
      account: { scheme: 'account', number: '15032045674', bic: 'DNBANOKK', currency: 'NOK' },
    },
    payments: [
      payment({
        amount: { minor: 5000n, currency: 'NOK' },
        payee: { name: 'Trønder Strøm', address: { ...home, country: 'NO' } },
        account: {
          scheme: 'account',
          number: norwegianAccountOf('1234567890') ?? norwegianAccountOf('1234567891') ?? '',
        },
        reference: { scheme: 'kid', value: kidOf('4711', 'mod11') },
      }),
    ],
  }
  const root = parseXml(writePain001(norwegian, options).bytes)
  assert.equal(textAt(root, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/RmtInf/Strd/CdtrRefInf/Ref'), kidOf('4711', 'mod11'))
  assert.equal(textAt(root, 'CstmrCdtTrfInitn/PmtInf/DbtrAcct/Id/Othr/Id'), '15032045674')
  const account = payment({
    account: { scheme: 'account', number: '5839-8257466' },
    reference: null,
    text: 'Faktura 12',
  })
  const swedish = (swedishAccounts: 'apart' | 'with-clearing') => {
    const transfer = first(
      parseXml(writePain001(order([account]), { ...options, swedishAccounts }).bytes),
      'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf',
    )
    assert.ok(transfer)
    return [
      textAt(transfer, 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId'),
      textAt(transfer, 'CdtrAcct/Id/Othr/Id'),
      textAt(transfer, 'RmtInf/Ustrd'),
    ]
  }
  assert.deepEqual(swedish('apart'), ['5839', '8257466', 'Faktura 12'])
  assert.deepEqual(swedish('with-clearing'), ['5839', '58398257466', 'Faktura 12'])
})

test('what a bank would turn down is said before', () => {
  const problem = (more: Partial<Payment>) => checkOrder(order([payment(more)])).map(one => one.name)
  assert.deepEqual(problem({}), [])
  assert.deepEqual(problem({ amount: { minor: 0n, currency: 'SEK' } }), ['amount-wrong'])
  assert.deepEqual(problem({ payOn: '2026-02-30' }), ['day-wrong'])
  assert.deepEqual(problem({ account: { scheme: 'bankgiro', number: '5302194' } }), ['account-wrong'])
  assert.deepEqual(problem({ reference: { scheme: 'ocr', value: '4711' } }), ['reference-wrong'])
  assert.deepEqual(problem({ reference: { scheme: 'multibanco', value: '21423123456781' } }), ['only-by-hand'])
  assert.deepEqual(problem({ amount: { minor: 100n, currency: 'EUR' } }), ['giro-currency-wrong'])
  assert.deepEqual(problem({ payee: { name: ' ', address: home } }), ['payee-name-missing'])
  assert.deepEqual(problem({ endToEndId: 'x'.repeat(36) }), ['end-to-end-id-wrong'])
  const abroad = {
    amount: { minor: 100n, currency: 'USD' },
    account: { scheme: 'iban', number: 'GB29NWBK60161331926819' },
    reference: null,
  } as const
  assert.deepEqual(
    problem({
      ...abroad,
      payee: { name: 'Ann', address: { street: null, postalCode: null, town: null, country: 'GB' } },
    }),
    ['bic-missing', 'address-missing'],
  )
  assert.deepEqual(problem({ ...abroad, bic: 'NWBKGB2L' }), [])
  assert.deepEqual(
    checkOrder(order([])).map(one => one.name),
    ['nothing-to-pay'],
  )
  assert.deepEqual(
    checkOrder(order([payment(), payment()])).map(one => one.name),
    ['end-to-end-id-twice'],
  )
  assert.throws(() => writePain001(order([]), options), OrderRefused)
})

test('signs are spelt as every bank takes them', () => {
  assert.equal(basicSigns('Åke & Øyvind Æble–Straße, № 5'), 'Ake + Oyvind AEble-Strasse, . 5')
  assert.equal(basicSigns('Ștefan Țurcanu'), 'Stefan Turcanu')
})

test('the list for the hand: by day, printed and compact, with sums', () => {
  const days = payByHand(
    [
      payment({ payOn: '2026-12-01' }),
      payment({
        endToEndId: 'K-2',
        account: { scheme: 'iban', number: 'NL91ABNA0417164300' },
        amount: { minor: 100n, currency: 'EUR' },
      }),
    ],
    'SE',
  )
  assert.deepEqual(
    days.map(one => one.payOn),
    ['2026-11-30', '2026-12-01'],
  )
  assert.equal(days[0]?.payments[0]?.account, 'NL91 ABNA 0417 1643 00')
  assert.equal(days[1]?.payments[0]?.account, '530-2195')
  assert.deepEqual(days[1]?.sums, [{ minor: 125_050n, currency: 'SEK' }])
})

const report = (body: string, version = '10') =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt><GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-11-23T08:00:00</CreDtTm></GrpHdr>${body}</CstmrPmtStsRpt></Document>`,
  )

test('a status report names what was turned down, of a payment, a group or the whole file', () => {
  const some = readPain002(
    report(
      `<OrgnlGrpInfAndSts><OrgnlMsgId>KONTOR-2026-7</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
       <OrgnlPmtInfAndSts><OrgnlPmtInfId>KONTOR-2026-7-1</OrgnlPmtInfId>
         <TxInfAndSts><OrgnlEndToEndId>K-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>No such Bankgiro</AddtlInf></StsRsnInf></TxInfAndSts>
         <TxInfAndSts><OrgnlEndToEndId>K-2</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
         <TxInfAndSts><OrgnlEndToEndId>K-3</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>`,
    ),
  )
  assert.equal(some.originalMessageId, 'KONTOR-2026-7')
  assert.deepEqual(
    some.statuses.map(one => [one.endToEndId, one.outcome]),
    [
      ['K-1', 'rejected'],
      ['K-2', 'accepted'],
      ['K-3', 'pending'],
    ],
  )
  assert.deepEqual(some.statuses[0]?.reasons, [{ code: 'AC01', key: 'account-wrong', text: 'No such Bankgiro' }])
  const all = readPain002(
    report(
      '<OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>X9</Prtry></Rsn></StsRsnInf></OrgnlGrpInfAndSts>',
      '03',
    ),
  )
  assert.deepEqual(
    all.statuses.map(one => [one.paymentInfoId, one.endToEndId, one.outcome, one.reasons[0]?.key]),
    [[null, null, 'rejected', 'other']],
  )
  assert.ok(looksLikeStatusReport(report('')))
  assert.throws(() => readPain002(report('')), StatementRefused)
  assert.throws(
    () => readPain002(new TextEncoder().encode('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    (thrown: unknown) => thrown instanceof StatementRefused && thrown.refusal === 'statement-hostile',
  )
})
