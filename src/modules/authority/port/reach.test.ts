import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Limit, limitOf, type Principal } from '../../../kernel/authority.ts'
import { covers, holdsAll, lent, narrower, type Reach, reachOf, union, wider } from './reach.ts'

const acts = ['money.pay', 'money.count', 'work.do', 'work.see']
const patterns = [...acts, 'money.*', 'work.*', '*']
const limit: fc.Arbitrary<Limit> = fc.option(
  fc.bigInt(0n, 5n).map(minor => ({ minor, currency: 'SEK' })),
  { nil: null },
)
const reach: fc.Arbitrary<Reach> = fc
  .array(fc.tuple(fc.constantFrom(...patterns), limit), { maxLength: 5 })
  .map(entries => new Map(entries))

/** Undefined below null-less numbers below null: how far a limit lets one go. */
const size = (value: Limit | undefined): number =>
  value === undefined ? -1 : value === null ? Number.POSITIVE_INFINITY : Number(value.minor)

test('a pattern covers its acts, itself, and nothing of another module', () => {
  assert.ok(covers('*', 'money.*') && covers('money.*', 'money.pay') && covers('money.*', 'money.*'))
  assert.ok(!covers('money.*', 'moneyed.pay') && !covers('money.pay', 'money.*') && !covers('work.*', 'money.pay'))
})

test('the kernel reads a reach as this module does', () => {
  fc.assert(
    fc.property(reach, fc.constantFrom(...acts), (held, act) => {
      assert.deepEqual(limitOf({ permissions: held } as Principal, act), reachOf(held, act))
    }),
  )
})

test('roles together reach, for every act, as far as the role that goes furthest', () => {
  fc.assert(
    fc.property(fc.array(reach, { maxLength: 4 }), roles => {
      const together = union(roles)
      for (const act of acts) {
        const furthest = Math.max(-1, ...roles.map(role => size(reachOf(role, act))))
        assert.equal(size(reachOf(together, act)), furthest, act)
      }
    }),
  )
})

test('an own limit replaces what roles say, and grants nothing they do not', () => {
  fc.assert(
    fc.property(reach, reach, (role, own) => {
      const together = union([role], own)
      for (const act of acts) {
        const granted = reachOf(role, act)
        const wanted = granted === undefined ? undefined : reachOf(own, act) === undefined ? granted : reachOf(own, act)
        assert.equal(size(reachOf(together, act)), size(wanted), act)
      }
    }),
  )
})

test('what is lent is named, held by the giver, and never above the giver or the mandate', () => {
  fc.assert(
    fc.property(
      reach,
      fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 4 }),
      limit,
      (giver, named, top) => {
        const left = lent(giver, named, top)
        for (const act of acts) {
          const isNamed = named.some(pattern => covers(pattern, act))
          const wanted = isNamed ? Math.min(size(reachOf(giver, act)), size(top)) : -1
          assert.equal(size(reachOf(left, act)), wanted, act)
        }
      },
    ),
  )
})

test('whoever holds all of another can do each of its acts as far', () => {
  fc.assert(
    fc.property(reach, reach, (holder, other) => {
      if (!holdsAll(holder, other)) return
      for (const act of acts) assert.ok(size(reachOf(holder, act)) >= size(reachOf(other, act)), act)
    }),
  )
  assert.ok(holdsAll(new Map([['*', null]]), new Map([['work.*', null]])))
  assert.ok(
    !holdsAll(
      new Map<string, Limit>([
        ['money.*', null],
        ['money.pay', { minor: 1n, currency: 'SEK' }],
      ]),
      new Map([['money.*', null]]),
    ),
  )
})

test('limits in different currencies are never mixed up', () => {
  const sek = { minor: 100n, currency: 'SEK' }
  const eur = { minor: 100n, currency: 'EUR' }
  assert.deepEqual(narrower(sek, eur), { minor: 0n, currency: 'SEK' })
  assert.deepEqual(wider(sek, eur), sek)
  assert.equal(holdsAll(new Map([['money.pay', sek]]), new Map([['money.pay', eur]])), false)
})
