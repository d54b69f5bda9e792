import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoles } from '../contract/wish.ts'
import { boxesOf, type CodeSum } from '../reports/vat.ts'
import { vatReturnOf } from '../reports/vat-returns.ts'
import { charts } from './index.ts'

for (const [chart, data] of Object.entries(charts)) {
  test(`${chart}: every account, role and VAT code is whole, and names only what is there`, () => {
    const numbers = data.accounts.map(({ number }) => number)
    const known = new Set(numbers)
    const types = new Map(data.accounts.map(account => [account.number, account.accountType]))
    assert.ok(numbers.length >= 120, String(numbers.length))
    assert.equal(known.size, numbers.length, `twice: ${numbers.filter((n, i) => numbers.indexOf(n) !== i)}`)
    for (const role of accountRoles) assert.ok(known.has(data.roles[role] ?? ''), `${role}: ${data.roles[role]}`)
    for (const role of ['retained-earnings', 'result-of-year'] as const)
      assert.equal(types.get(data.roles[role]!), 'equity', role)
    const codes = new Set(data.vatCodes.map(({ code }) => code))
    assert.equal(codes.size, data.vatCodes.length)
    for (const { number, vatCode } of data.accounts) assert.ok(!vatCode || codes.has(vatCode), `${number} ${vatCode}`)
    for (const [number, code] of Object.entries(data.taxCodes ?? {})) {
      assert.ok(known.has(number), number)
      // of the reference classification: balance or result, then groups of three letters; a balance account is none of result
      assert.match(code, /^[BW]([A-Z][a-z]{2}){2,4}$/)
      const result = types.get(number) === 'income' || types.get(number) === 'cost'
      assert.equal(code[0], result ? 'W' : 'B', number)
    }
    for (const { code, kind, rate, tax, due } of data.vatCodes) {
      const reversed = kind === 'reverse-charge' || kind === 'import'
      assert.equal(tax !== undefined, Number(rate) > 0, code)
      assert.equal(due !== undefined, reversed, code)
      for (const account of [tax, due]) assert.ok(!account || known.has(account), `${code} ${account}`)
    }
  })
}

/** A code's sums in a period, debit less credit, in cents. */
function summed(chart: keyof typeof charts, code: string, base: bigint): CodeSum {
  const { kind, rate, tax, due, boxes, name } = charts[chart].vatCodes.find(one => one.code === code)!
  const of = (base * BigInt(Math.round(Number(rate) * 100))) / 10_000n
  const [base_box = null, tax_box = null, due_box = null] = boxes ?? []
  const rest = { code, name, kind, rate: Number(rate) * 100, deductible: 100, base_box, tax_box, due_box, entries: 1 }
  return { ...rest, base, tax: tax ? of : 0n, due: due ? -of : 0n }
}
const shown = (chart: keyof typeof charts, codes: readonly CodeSum[]) => {
  const { boxes, toPay } = boxesOf(codes, vatReturnOf(chart), 100n)
  return [Object.fromEntries(boxes.map(({ box, of, amount }) => [`${box} ${of}`, Number(amount)])), Number(toPay)]
}

test('every box that a chart fills has its name on the return', () => {
  for (const [chart, { vatCodes }] of Object.entries(charts)) {
    const { names } = vatReturnOf(chart)
    const used = vatCodes.flatMap(({ boxes }) => (boxes ?? []).flatMap(box => box?.split(',') ?? []))
    assert.deepEqual(
      used.filter(box => !names[box]),
      [],
      chart,
    )
  }
})

test('the Portuguese return: sales, goods from the EU and services from outside it, and what is deducted', () => {
  const codes = [
    summed('PT', 'L23', -100_000n),
    summed('PT', 'AIC', 20_000n),
    summed('PT', 'ASX', 10_000n),
    summed('PT', 'D23', 30_000n),
  ]
  assert.deepEqual(shown('PT', codes), [
    {
      '3 base': 110_000,
      '4 tax': 25_300,
      '10 base': 20_000,
      '11 tax': 4_600,
      '12 base': 20_000,
      '13 tax': 4_600,
      '24 tax': 13_800,
      '91 tax': 13_800,
      '92 tax': 29_900,
      '93 tax': 16_100,
    },
    16_100,
  ])
})

test('Ireland shares the English chart, and has a return of its own', () => {
  const sale = charts.EN.vatCodes.find(({ boxes }) => boxes?.[1] === 'T1')!
  const [boxes, toPay] = shown('EN', [summed('EN', sale.code, -10_000n)])
  assert.deepEqual(Object.keys(boxes as object), ['T1 tax', 'T3 tax'])
  assert.equal(toPay, (10_000 * Number(sale.rate)) / 100)
})
