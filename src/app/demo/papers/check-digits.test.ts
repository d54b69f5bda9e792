import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isValidBIC, isValidIBAN } from 'ibantools'
import { stdnum } from 'stdnum'
import { billOf, linesOf } from './bill.ts'
import { chanceFrom } from './chance.ts'
import {
  creditorReference,
  dutchReference,
  luhnDigit,
  multibancoReference,
  norwegianAccount,
  norwegianKid,
  swedishOcr,
} from './check-digits.ts'
import { almgrenTveit, officesByCountry } from './offices.ts'
import { parties } from './parties/index.ts'
import type { Country } from './types.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`))

/** Luhn as the textbooks say it, from the right, check digit included. */
const luhnHolds = (text: string): boolean =>
  [...text].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

/** stdnum's validators are looked up by name; a missing one is a mistake of this test. */
const holds = (country: string, kind: string, number: string): boolean => {
  const validator = stdnum[country]?.[kind]
  assert.ok(validator, `stdnum has ${country} ${kind}`)
  return validator.validate(number).isValid
}

const companyKinds: Readonly<Record<Country, readonly [company: string | null, vat: string]>> = {
  SE: ['orgnr', 'vat'],
  NO: ['orgnr', 'mva'],
  NL: [null, 'btw'],
  RO: ['onrc', 'cui'],
  PT: ['nif', 'nif'],
  GB: [null, 'vat'],
  IE: [null, 'vat'],
  DE: [null, 'vat'],
}

test('every company and VAT number of the suppliers and offices passes a validator of others', () => {
  for (const one of [...parties, ...Object.values(officesByCountry)]) {
    const [company, vat] = companyKinds[one.country]
    if (company !== null) assert.ok(holds(one.country, company, one.organisation), `${one.name}: ${one.organisation}`)
    assert.ok(holds(one.country, vat, one.vat), `${one.name}: ${one.vat}`)
  }
})

test('every IBAN and BIC is valid, every national account has its check digit', () => {
  for (const { name, country, bank } of parties) {
    assert.ok(isValidIBAN(bank.iban), `${name}: ${bank.iban}`)
    assert.ok(isValidBIC(bank.bic), `${name}: ${bank.bic}`)
    if (country === 'SE') assert.ok(luhnHolds(bank.account?.replace('-', '') ?? ''), `${name}: ${bank.account}`)
    if (country === 'NO')
      assert.ok(holds('NO', 'kontonr', bank.account?.replace(/ /g, '') ?? ''), `${name}: ${bank.account}`)
  }
})

test('no two suppliers share a key, a company number or an account', () => {
  for (const values of [
    parties.map(({ key }) => key),
    parties.map(({ vat }) => vat),
    parties.map(({ bank }) => bank.iban),
  ]) {
    assert.equal(new Set(values).size, parties.length)
  }
})

test('payment references of generated bills hold', () => {
  for (const seller of parties) {
    const bill = billOf({
      seller,
      buyer: almgrenTveit,
      number: `${seller.series}${seller.nextNumber}`,
      issuedOn: '2026-11-11',
      lines: linesOf(seller, chanceFrom(seller.key)),
    })
    const { reference } = bill
    if (seller.country === 'SE')
      assert.ok(
        reference !== null && luhnHolds(reference) && Number(reference.at(-2)) === reference.length % 10,
        `${reference}`,
      )
    if (seller.country === 'NO') assert.ok(reference !== null && luhnHolds(reference), `${reference}`)
    if (seller.country === 'IE') assert.match(reference ?? '', /^RF\d{2}/)
  }
})

test('OCR numbers state their own length and end in a Luhn digit', () => {
  fc.assert(
    fc.property(digits(9), payload => {
      const ocr = swedishOcr(payload)
      assert.ok(luhnHolds(ocr))
      assert.equal(Number(ocr.at(-2)), ocr.length % 10)
    }),
  )
})

test('one changed digit breaks a KID, a kontonummer, a Multibanco reference and an RF reference', () => {
  const changed = (text: string, at: number): string => {
    const i = at % text.length
    return `${text.slice(0, i)}${(Number(text[i]) + 1) % 10}${text.slice(i + 1)}`
  }
  fc.assert(
    fc.property(digits(10), fc.nat(20), (payload, at) => {
      const kid = norwegianKid(payload)
      assert.ok(luhnHolds(kid) && !luhnHolds(changed(kid, at)))
      const account = norwegianAccount(payload)
      assert.ok(holds('NO', 'kontonr', account))
      assert.notEqual(
        multibancoReference('21098', payload.slice(3), 69_323).slice(-2),
        multibancoReference('21098', changed(payload.slice(3), at), 69_323).slice(-2),
      )
      assert.notEqual(creditorReference(payload).slice(2, 4), creditorReference(changed(payload, at)).slice(2, 4))
    }),
  )
})

test('the ten digits at one place of a betalingskenmerk give at least nine check digits (its rule lets 1 and 10 fall together)', () => {
  fc.assert(
    fc.property(digits(15), fc.nat(14), (body, at) => {
      const checks = Array.from({ length: 10 }, (_, digit) =>
        dutchReference(`${body.slice(0, at)}${digit}${body.slice(at + 1)}`),
      )
      assert.ok(checks.every(one => /^\d{16}$/.test(one)))
      assert.ok(new Set(checks.map(one => one[0])).size >= 9)
    }),
  )
})

test('the numbers that the design draws are kept', () => {
  assert.equal(luhnDigit('407181126'), '1')
  const drawn = Object.fromEntries(parties.map(({ key, bank, organisation }) => [key, [bank.account, organisation]]))
  assert.deepEqual(drawn.lindholmen, ['5730-9122', '556710-2941'])
  assert.equal(drawn.hisings?.[0], '5128-4412')
})
