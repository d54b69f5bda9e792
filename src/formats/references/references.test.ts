import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { checkAccount, checkReference } from './check.ts'
import * as world from './international.ts'
import { recursiveMod10Digit } from './modulus.ts'
import * as dutch from './netherlands.ts'
import * as norway from './norway.ts'
import * as portugal from './portugal.ts'
import { readSwedishAccount, swedishAccountPrinted } from './swedish-accounts.ts'
import * as sweden from './sweden.ts'

const digits = (least: number, most = least) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map(list => list.join(''))

/** Another digit in place of one. */
function changed(text: string, at: number, by: number): string {
  const places = [...text].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []))
  const index = places[at % places.length] as number
  return text.slice(0, index) + ((Number(text[index]) + by) % 10) + text.slice(index + 1)
}

/** One changed digit is always seen: what the algorithm of each of these promises. */
const seesEverySlip: readonly [string, fc.Arbitrary<string>, (text: string) => boolean][] = [
  ['OCR', digits(1, 24).map(sweden.ocrOf), sweden.isOcr],
  ['KID mod 10', digits(1, 24).map(one => norway.kidOf(one, 'mod10')), one => norway.isKid(one, 'mod10')],
  ['KID mod 11', digits(1, 24).map(one => norway.kidOf(one, 'mod11')), one => norway.isKid(one, 'mod11')],
  ['Bankgiro', digits(6, 7).map(sweden.ocrOf), sweden.isBankgiro],
  ['Plusgiro', digits(1, 7).map(sweden.ocrOf), sweden.isPlusgiro],
  ['RF', digits(1, 21).map(world.creditorReferenceOf), world.isCreditorReference],
  ['NIB', digits(19).map(portugal.nibOf), portugal.isNib],
  ['Belgian communication', digits(10).map(world.structuredCommunicationOf), world.isStructuredCommunication],
  ['Swiss reference', digits(25).map(one => `1${one}${recursiveMod10Digit(`1${one}`)}`), world.isSwissReference],
  [
    'creditor identifier',
    digits(11).map(one => world.creditorIdentifierOf('PT', 'ZZZ', one)),
    world.isCreditorIdentifier,
  ],
  [
    'kontonummer',
    digits(10)
      .map(norway.norwegianAccountOf)
      .filter(one => one !== null && !/^0+$/.test(one)) as fc.Arbitrary<string>,
    norway.isNorwegianAccount,
  ],
  [
    'Multibanco',
    digits(7).map(one => portugal.multibancoOf('21098', one, 69_323n)),
    one => portugal.isMultibanco('21098', one, 69_323n),
  ],
]

for (const [name, number, holds] of seesEverySlip) {
  test(`${name}: what is completed is right, and one changed digit is seen`, () => {
    fc.assert(
      fc.property(number, fc.nat(30), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        assert.ok(holds(text), text)
        assert.ok(!holds(changed(text, at, by)), `${text} → ${changed(text, at, by)}`)
      }),
      { numRuns: 300 },
    )
  })
}

test('betalingskenmerk: of the nine other digits at one place, one at most passes (ten is written as one)', () => {
  fc.assert(
    fc.property(digits(15), digits(7, 12), fc.nat(14), (fifteen, payload, at) => {
      for (const [number, holds] of [
        [dutch.betalingskenmerkOf(fifteen), dutch.isLongBetalingskenmerk],
        [dutch.shortBetalingskenmerkOf(payload), dutch.isShortBetalingskenmerk],
      ] as const) {
        assert.ok(holds(number), number)
        const pass = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter(by => holds(changed(number, at, by)))
        assert.ok(pass.length <= 1, `${number} at ${at}: ${pass}`)
      }
    }),
    { numRuns: 300 },
  )
})

test('a swapped pair of neighbours is seen by the moduli 97 and 11', () => {
  const swapped = (text: string, at: number): string => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  fc.assert(
    fc.property(digits(10), fc.nat(8), (payload, at) => {
      const rf = world.creditorReferenceOf(payload)
      const kid = norway.kidOf(payload, 'mod11')
      if (payload[at] === payload[at + 1]) return
      assert.ok(!world.isCreditorReference(swapped(rf, at + 4)))
      // Weights repeat after six: neighbours have weights that differ, so the swap is seen.
      assert.ok(!norway.isKid(swapped(kid, at), 'mod11'))
    }),
    { numRuns: 200 },
  )
})

test('known numbers', () => {
  assert.ok(sweden.isBankgiro('9912346'))
  assert.ok(sweden.isBankgiro('5302195'))
  assert.ok(!sweden.isBankgiro('5302194'))
  assert.ok(norway.isNorwegianAccount('15032045674'))
  assert.ok(norway.isKid('004123456719'))
  assert.ok(dutch.isLongBetalingskenmerk('5000056789012345'), 'the example of Betaalvereniging')
  assert.ok(dutch.isShortBetalingskenmerk('12234534622567'), 'its example with a length digit')
  assert.ok(world.isStructuredCommunication('090933755493'))
  assert.ok(world.isCreditorReference('RF18539007547034'))
  assert.ok(world.isSwissReference('210000000003139471430009017'))
  assert.ok(world.isCreditorIdentifier('DE98ZZZ09999999999'), 'the example of the Bundesbank')
  assert.ok(portugal.isMultibanco('21423', '123456781', 12_300n))
  assert.ok(!portugal.isMultibanco('21423', '123456781', 12_301n))
  assert.ok(portugal.isNib('000201231234567890154'), 'the national part of PT50 0002 0123 1234 5678 9015 4')
  assert.ok(sweden.hasLengthDigit('1002345500'))
})

test('others agree: stdnum on kontonummer', () => {
  const validator = stdnum['NO']?.['kontonr']
  assert.ok(validator)
  fc.assert(
    fc.property(digits(11), text => {
      if (!/^0+$/.test(text) && !text.startsWith('0000'))
        assert.equal(norway.isNorwegianAccount(text), validator.validate(text).isValid, text)
    }),
    { numRuns: 300 },
  )
})

test('Swedish accounts: the rule follows the clearing number', () => {
  // The national part of the IBAN that the registry gives as its example: SE45 5000 0000 0583 9825 7466.
  assert.deepEqual(readSwedishAccount('5839-8257466'), {
    clearing: '5839',
    account: '8257466',
    bank: 'SEB',
    right: true,
  })
  assert.equal(readSwedishAccount('5839-8257467')?.right, false)
  assert.equal(readSwedishAccount('3300-1212121212')?.bank, 'Nordea')
  assert.equal(readSwedishAccount('3300-1212121212')?.right, true, 'a personal account is a personal number')
  assert.equal(readSwedishAccount('9999-1234567')?.right, null, 'a range that is not known')
  assert.equal(readSwedishAccount('12-3'), null)
  const swedbank = readSwedishAccount('8327-9, 123 456 789-7')
  assert.equal(swedbank && swedishAccountPrinted(swedbank).startsWith('8327-9, '), true)
  fc.assert(
    fc.property(
      fc.constantFrom('5001', '4005', '3300', '6112', '9500', '7001'),
      digits(10),
      fc.nat(20),
      (clearing, body, at) => {
        const length = clearing === '3300' || clearing === '9500' ? 10 : clearing === '6112' ? 9 : 7
        const right = Array.from({ length: 10 }, (_, last) => clearing + body.slice(0, length - 1) + last).filter(
          one => readSwedishAccount(one)?.right,
        )
        assert.ok(right.length <= 1, 'one last digit at most is right')
        if (right[0]) {
          const other = right[0].slice(0, 4) + changed(right[0].slice(4), at, 1 + (at % 9))
          assert.equal(readSwedishAccount(other)?.right, false, other)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('one question for all schemes', () => {
  const asked = (scheme: Parameters<typeof checkReference>[0]['scheme'], value: string) => {
    const { right, why } = checkReference({ ...(scheme ? { scheme } : {}), value })
    return [right, why]
  }
  assert.deepEqual(asked('ocr', '1002345501'), [false, 'check-digits-wrong'])
  assert.deepEqual(asked('ocr', sweden.ocrOf('4711')), [true, 'check-digits-right'])
  assert.deepEqual(asked('ocr', '12a4'), [false, 'signs-wrong'])
  assert.deepEqual(asked('kid', '0041234567 19'), [true, 'check-digits-right'])
  assert.deepEqual(asked('rf', 'RF18 5390 0754 7034'), [true, 'check-digits-right'])
  assert.deepEqual(asked('rf', 'RF19 5390 0754 7034'), [false, 'check-digits-wrong'])
  assert.deepEqual(asked('betalingskenmerk', '1234567'), [null, 'nothing-to-check'])
  assert.deepEqual(asked('betalingskenmerk', '12345678'), [false, 'length-wrong'])
  assert.deepEqual(asked('betalingskenmerk', '13234534622567'), [false, 'length-digit-wrong'])
  assert.deepEqual(asked('multibanco', '21423 123 456 781'), [null, 'amount-needed'])
  assert.deepEqual(asked('structured-communication', '+++090/9337/55493+++'), [true, 'check-digits-right'])
  assert.deepEqual(asked('text', 'Faktura 4711'), [null, 'nothing-to-check'])
  const length = { control: 'length-digit' } as const
  assert.equal(checkReference({ scheme: 'ocr', value: sweden.ocrOf('123456'), ocr: length }).why, 'length-digit-wrong')
  assert.equal(checkReference({ scheme: 'ocr', value: sweden.ocrWithLength('123456'), ocr: length }).right, true)
  const fixed = { control: 'fixed-length', lengths: [7, 9] } as const
  assert.equal(checkReference({ scheme: 'ocr', value: sweden.ocrOf('1234567'), ocr: fixed }).why, 'length-wrong')
})

test('a scheme is known again by the country, and what does not fit is a text', () => {
  const scheme = (country: string, value: string) => checkReference({ country, value }).scheme
  assert.equal(scheme('SE', sweden.ocrWithLength('20261122')), 'ocr')
  assert.equal(scheme('SE', 'Faktura 12'), 'text')
  assert.equal(scheme('NO', norway.kidOf('4711', 'mod11')), 'kid')
  assert.equal(scheme('NL', '5000056789012345'), 'betalingskenmerk')
  assert.equal(scheme('PT', '21423 123456781'), 'multibanco')
  assert.equal(scheme('IE', 'RF18 5390 0754 7034'), 'rf')
  assert.equal(checkReference({ country: 'SE', value: '4711' }).right, null, 'an invoice number is no wrong OCR')
})

test('accounts', () => {
  assert.equal(checkAccount('iban', 'SE45 5000 0000 0583 9825 7466').right, true)
  assert.equal(checkAccount('iban', 'SE46 5000 0000 0583 9825 7466').right, false)
  assert.equal(checkAccount('bankgiro', '530-2195').right, true)
  assert.equal(checkAccount('bankgiro', '530-21').why, 'length-wrong')
  assert.equal(checkAccount('account', '1503.20.45674', 'NO').right, true)
  assert.equal(checkAccount('account', '5839-8257466', 'SE').right, true)
  assert.equal(checkAccount('account', '12345678', 'GB').right, null)
  assert.equal(sweden.bankgiroPrinted('57309122'), '5730-9122')
  assert.equal(sweden.plusgiroPrinted('4821073'), '48 21 07-3')
  assert.equal(norway.norwegianAccountPrinted('15032045674'), '1503.20.45674')
  assert.equal(world.ibanOf('SE', '50000000058398257466'), 'SE4550000000058398257466')
  assert.equal(world.structuredCommunicationPrinted('090933755493'), '+++090/9337/55493+++')
})
