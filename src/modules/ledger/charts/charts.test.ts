import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoles } from '../contract/wish.ts'
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
    for (const { code, kind, rate, tax, due } of data.vatCodes) {
      const reversed = kind === 'reverse-charge' || kind === 'import'
      assert.equal(tax !== undefined, Number(rate) > 0, code)
      assert.equal(due !== undefined, reversed, code)
      for (const account of [tax, due]) assert.ok(!account || known.has(account), `${code} ${account}`)
    }
  })
}
