import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { yearArrivals, yearPapers } from './year.ts'

const call = { seed: 7, count: 60, until: '2026-11-21' }

const bytesOf = async (): Promise<string[]> => {
  const digests: string[] = []
  for await (const { bytes } of yearPapers(call)) digests.push(createHash('sha256').update(bytes).digest('hex'))
  return digests
}

test('4,000 papers arrive on working days of the twelve months, in order, in every month', () => {
  const arrivals = yearArrivals({ ...call, count: 4000 })
  assert.equal(arrivals.length, 4000)
  const months = new Map<string, number>()
  let before = ''
  for (const { at } of arrivals) {
    const on = Temporal.PlainDate.from(at.slice(0, 10))
    assert.ok(on.dayOfWeek <= 5 && at >= before && at > '2025-11-21' && at < '2026-11-22', at)
    before = at
    months.set(at.slice(0, 7), (months.get(at.slice(0, 7)) ?? 0) + 1)
  }
  assert.ok(months.size >= 12)
  for (const [month, papers] of months)
    if (month !== '2025-11' && month !== '2026-11') assert.ok(papers > 200 && papers < 500, `${month}: ${papers}`)
})

test('the same seed gives the same papers, all different; a supplier bills again and again under new numbers', async () => {
  const first = await bytesOf()
  assert.deepEqual(await bytesOf(), first)
  assert.equal(new Set(first).size, call.count)
  const bills = new Map<string, string[]>()
  const names = new Set<string>()
  for await (const { name, truth, arrivedAt } of yearPapers(call)) {
    assert.ok(!names.has(name), name)
    names.add(name)
    const facts = truth.kind === 'mail' ? (truth.inside[0]?.truth ?? truth) : truth
    if (facts.issuedOn && facts.kind === 'bill') assert.ok(facts.issuedOn <= arrivedAt.slice(0, 10), name)
    if (facts.kind !== 'bill' || !facts.senderName || !facts.number) continue
    bills.set(facts.senderName, [...(bills.get(facts.senderName) ?? []), facts.number])
  }
  assert.ok(Math.max(...[...bills.values()].map(numbers => numbers.length)) >= 3)
  for (const [sender, numbers] of bills) assert.equal(new Set(numbers).size, numbers.length, sender)
})
