import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type ChartFacts,
  compose,
  converted,
  type Posting,
  reversed,
  roundedQuotient,
  taxOf,
  type VatFacts,
} from './compose.ts'
import type { BookLine } from './contract/wish.ts'

const code = (kind: VatFacts['kind'], rate: number, deductible = 10_000): VatFacts => ({
  kind,
  rate,
  deductible,
  taxAccount: rate > 0 ? 'tax' : null,
  dueAccount: kind === 'reverse-charge' || kind === 'import' ? 'due' : null,
})
const codes = new Map([
  ['S25', code('sale', 2500)],
  ['P25', code('purchase', 2500)],
  ['P12H', code('purchase', 1200, 5000)],
  ['P13', code('purchase', 1350, 3333)],
  ['RC', code('reverse-charge', 2100, 7500)],
  ['IM', code('import', 2500)],
  ['X', code('none', 0)],
])
const facts: ChartFacts = {
  currency: 'SEK',
  accounts: new Map(['cost', 'other', 'tax', 'due'].map(number => [number, { inUse: true }])),
  roles: new Map([['payables', 'other']]),
  vatCodes: codes,
}
const rates: Readonly<Record<string, string>> = { EUR: '11.0370', JPY: '0.0672', KWD: '35.91234', USD: '9.5' }
const rateOf = (currency: string) => rates[currency] ?? null

const sum = (postings: readonly Posting[]) => postings.reduce((total, { amount }) => total + amount, 0n)
const done = (made: ReturnType<typeof compose>): readonly Posting[] => {
  assert.ok(
    !('refused' in made),
    JSON.stringify(made, (_k, v) => (typeof v === 'bigint' ? String(v) : v)),
  )
  return made as readonly Posting[]
}

const money = (minor: bigint, currency: string) => ({ minor, currency })
const line = fc.record({
  minor: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  vatCode: fc.constantFrom('S25', 'P25', 'P12H', 'P13', 'RC', 'IM', 'X', null),
})

/** Lines in one currency, with a last one that pays for all of them and their tax. */
const paid = (lines: readonly { minor: bigint; vatCode: string | null }[], currency: string): BookLine[] => {
  const owed = lines.reduce((total, { minor, vatCode }) => {
    const known = vatCode ? codes.get(vatCode)! : null
    const counts = known && (known.kind === 'sale' || known.kind === 'purchase')
    return total + minor + (counts ? taxOf(minor, known.rate) : 0n)
  }, 0n)
  return [
    ...lines.map(({ minor, vatCode }) => ({
      account: 'cost',
      amount: money(minor, currency),
      ...(vatCode ? { vatCode } : {}),
    })),
    { role: 'payables' as const, amount: money(-owed, currency) },
  ]
}

test('whatever the codes, currency and amounts: postings add up to nothing, in the books and in their own currency', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('SEK', 'EUR', 'JPY', 'KWD', 'USD'),
      (lines, currency) => {
        const postings = done(compose(paid(lines, currency), facts, rateOf))
        assert.equal(sum(postings), 0n)
        assert.equal(
          postings.reduce((total, { foreign, amount }) => total + (foreign?.minor ?? amount), 0n),
          0n,
        )
        assert.equal(sum(reversed(postings)), 0n)
      },
    ),
    { numRuns: 300 },
  )
})

test('a minor unit too much is refused, with the difference', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (lines, more) => {
        const [first, ...rest] = paid(lines, 'SEK')
        const wrong = {
          ...first!,
          amount: money(first!.amount.minor + more, 'SEK'),
          vat: first!.vatCode ? money(taxOf(first!.amount.minor, codes.get(first!.vatCode)!.rate), 'SEK') : undefined,
        }
        const { vat, ...plain } = wrong
        const made = compose([vat ? { ...plain, vat } : plain, ...rest], facts, rateOf)
        assert.ok('refused' in made && made.refused.name === 'entry-not-balanced')
      },
    ),
    { numRuns: 100 },
  )
})

test('what may not be deducted is cost; reverse charge stands on both sides', () => {
  const made = done(compose(paid([{ minor: 10_000n, vatCode: 'P12H' }], 'SEK'), facts, rateOf))
  assert.deepEqual(
    made.map(({ account, amount, vatPart }) => [account, amount, vatPart]),
    [
      ['cost', 10_000n, 'base'],
      ['cost', 600n, null],
      ['tax', 600n, 'tax'],
      ['other', -11_200n, null],
    ],
  )
  const both = done(compose(paid([{ minor: 10_000n, vatCode: 'RC' }], 'SEK'), facts, rateOf))
  assert.deepEqual(
    both.map(({ account, amount, vatPart }) => [account, amount, vatPart]),
    [
      ['cost', 10_000n, 'base'],
      ['cost', 525n, null],
      ['tax', 1575n, 'tax'],
      ['due', -2100n, 'due'],
      ['other', -10_000n, null],
    ],
  )
})

test('halves are rounded away from nothing, amounts converted between currencies of any decimals', () => {
  assert.deepEqual(
    [5n, -5n, 4n, -4n, 15n].map(n => roundedQuotient(n, 10n)),
    [1n, -1n, 0n, 0n, 2n],
  )
  assert.equal(converted(money(1000n, 'JPY'), '0.0672', 'SEK'), 6720n)
  assert.equal(converted(money(1000n, 'KWD'), '35.91234', 'SEK'), 3591n)
  assert.equal(converted(money(3333n, 'EUR'), '11', 'SEK'), 36_663n)
})
