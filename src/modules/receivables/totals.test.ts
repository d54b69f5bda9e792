import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { interestOn } from './interest.ts'
import { converted, shareOut, totalsOf } from './totals.ts'
import { paymentCode } from './paper/codes.ts'

const seed = Number(process.env['RECEIVABLES_SEED'] ?? 20261122)
const s25 = { code: 'U25', rate: '25', category: 'S' as const }
const s12 = { code: 'U12', rate: '12', category: 'S' as const }
const line = (quantity: string, price: string, vat = s25, discount: string | null = null) => ({
  quantity,
  price,
  discount,
  vat,
  account: 'role:sales',
})
const sek = { currency: 'SEK', discount: null, wholeUnits: false }

test('tax is computed on what each rate adds up to, not line by line', () => {
  // three lines of 0.33 at 25 %: 0.08 a line would be 0.24, the rate on 0.99 is 0.25
  const totals = totalsOf([line('1', '0.33'), line('1', '0.33'), line('1', '0.33')], sek)
  assert.deepEqual([totals.net, totals.vat, totals.payable], [99n, 25n, 124n])
})

test('discounts of lines and of the whole, several rates, rounding to whole kronor', () => {
  const lines = [line('3', '199.50', s25, '10'), line('2.5', '80', s12), line('-1', '20', s12)]
  const totals = totalsOf(lines, { currency: 'SEK', discount: '5', wholeUnits: true })
  // 538.65 and 180.00; less 5 % each: 511.72 and 171.00; tax 127.93 and 20.52
  assert.deepEqual(totals.lines, [53865n, 20000n, -2000n])
  assert.deepEqual(
    totals.groups.map(group => [group.rate, group.base, group.tax]),
    [
      ['25', 51172n, 12793n],
      ['12', 17100n, 2052n],
    ],
  )
  assert.deepEqual([totals.total, totals.rounding, totals.payable], [83117n, -17n, 83100n])
})

const decimals = (most: number, places: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, '0')}`)
const someLine = fc.record({
  quantity: decimals(999, 3),
  price: decimals(99_999, 4),
  discount: fc.option(decimals(99, 2), { nil: null }),
  vat: fc.constantFrom(
    s25,
    s12,
    { code: 'U12B', rate: '12.0', category: 'S' as const },
    {
      code: 'U0',
      rate: '0',
      category: 'E' as const,
    },
  ),
  account: fc.constantFrom('role:sales', '3010', '3020'),
})

test(`property: the sums of EN 16931 hold to the last unit, and what is booked is the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.array(someLine, { minLength: 1, maxLength: 12 }),
      fc.option(decimals(99, 2), { nil: null }),
      fc.constantFrom('SEK', 'EUR', 'JPY', 'KWD'),
      fc.boolean(),
      (lines, discount, currency, wholeUnits) => {
        const t = totalsOf(lines, { currency, discount, wholeUnits })
        const sum = (all: readonly bigint[]) => all.reduce((a, b) => a + b, 0n)
        assert.equal(t.linesSum, sum(t.lines), 'BR-CO-10')
        assert.equal(t.discount, sum(t.groups.map(group => group.discount)), 'BR-CO-11')
        assert.equal(t.net, t.linesSum - t.discount, 'BR-CO-13')
        assert.equal(t.net, sum(t.groups.map(group => group.base)), 'BR-S-08')
        assert.equal(t.vat, sum(t.groups.map(group => group.tax)), 'BR-CO-14')
        assert.equal(t.total, t.net + t.vat, 'BR-CO-15')
        assert.equal(t.payable, t.total + t.rounding, 'BR-CO-16')
        assert.equal(t.net, sum(t.parts.map(part => part.net)))
        assert.equal(t.vat, sum(t.parts.map(part => part.tax)))
        assert.equal(new Set(t.groups.map(group => `${group.category}${Number(group.rate)}`)).size, t.groups.length)
        for (const group of t.groups) {
          // BR-CO-17, by whole numbers: twice the difference is at most one unit
          const hundredths = BigInt(Math.round(Number(group.rate) * 100))
          const off = group.tax * 10_000n - group.base * hundredths
          assert.ok((off < 0n ? -off : off) * 2n <= 10_000n)
        }
        const unit = currency === 'JPY' ? 1n : currency === 'KWD' ? 1000n : 100n
        if (wholeUnits) assert.equal(t.payable % unit, 0n)
        else assert.equal(t.rounding, 0n)
        assert.ok((t.rounding < 0n ? -t.rounding : t.rounding) * 2n <= unit)
      },
    ),
    { seed, numRuns: 400 },
  )
})

test(`property: what is shared out is all of it, and nobody is a unit off (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.bigInt(-100_000n, 100_000n),
      fc.array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 8 }),
      (amount, weights) => {
        const shares = shareOut(amount, weights)
        const all = weights.reduce((a, b) => a + b, 0n)
        assert.equal(
          shares.reduce((a, b) => a + b, 0n),
          amount,
        )
        if (all > 0n)
          shares.forEach((share, at) => {
            const off = share * all - amount * weights[at]!
            assert.ok(off < all && off > -all)
          })
      },
    ),
    { seed, numRuns: 300 },
  )
})

const day = (text: string) => Temporal.PlainDate.from(text)

test('interest runs from the day after, on what remained, at the rate of each day', () => {
  const rates = [
    { fromOn: day('2026-01-01'), percent: '10' },
    { fromOn: day('2026-07-01'), percent: '8' },
  ]
  const whole = [{ fromOn: day('2026-05-31'), minor: 3_650_000n }]
  // 30 days of June at 10 % and 10 of July at 8 % on 36,500.00
  assert.equal(interestOn(whole, rates, { after: day('2026-05-31'), until: day('2026-07-10') }), 38_000n)
  const paid = [...whole, { fromOn: day('2026-06-11'), minor: 1_825_000n }]
  // ten days whole, twenty and ten days half
  assert.equal(interestOn(paid, rates, { after: day('2026-05-31'), until: day('2026-07-10') }), 24_000n)
  assert.equal(interestOn(whole, rates, { after: day('2026-05-31'), until: day('2026-05-31') }), 0n)
  assert.equal(interestOn(whole, [], { after: day('2026-05-31'), until: day('2026-07-10') }), 0n)
})

test(`property: interest of two spans is that of both, within the rounding (seed ${seed})`, () => {
  const days = fc.integer({ min: 0, max: 400 }).map(n => day('2026-01-01').add({ days: n }))
  const owed = fc
    .array(fc.record({ fromOn: days, minor: fc.bigInt(0n, 10_000_000n) }), { minLength: 1, maxLength: 5 })
    .map(all => all.toSorted((a, b) => Temporal.PlainDate.compare(a.fromOn, b.fromOn)))
  const rate = fc.record({ fromOn: days, percent: decimals(20, 2) })
  fc.assert(
    fc.property(owed, fc.array(rate, { maxLength: 4 }), days, days, days, (remaining, rates, a, b, c) => {
      const [from, mid, until] = [a, b, c].sort(Temporal.PlainDate.compare) as [typeof a, typeof a, typeof a]
      const apart =
        interestOn(remaining, rates, { after: from, until: mid }) + interestOn(remaining, rates, { after: mid, until })
      const off = apart - interestOn(remaining, rates, { after: from, until })
      assert.ok(off >= -1n && off <= 1n, String(off))
    }),
    { seed, numRuns: 200 },
  )
})

test('an amount is converted exactly', () => {
  assert.equal(converted(12_345n, 'EUR', 'SEK', '11.2345'), 138_690n)
  assert.equal(converted(100n, 'JPY', 'SEK', '0.0655'), 655n)
})

test('the payment code is that of EPC069-12, for euros to an IBAN only', () => {
  const seller = { name: 'Kontor BV', iban: 'NL91 ABNA 0417 1643 00', bic: 'ABNANL2A' }
  const paper = {
    type: 'invoice',
    number: '2026-0001',
    seller,
    payable: { minor: 12_345n, currency: 'EUR' },
    reference: null,
  } as never
  assert.equal(
    paymentCode(paper),
    'BCD\n002\n1\nSCT\nABNANL2A\nKontor BV\nNL91ABNA0417164300\nEUR123.45\n\n\n2026-0001',
  )
  assert.equal(paymentCode({ ...(paper as object), payable: { minor: 1n, currency: 'SEK' } } as never), null)
})
