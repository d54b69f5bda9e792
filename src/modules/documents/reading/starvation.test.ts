import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Starvation } from './starvation.ts'

test('waiting for a processor is counted from the first sample, and never more than has passed', () => {
  const starvation = new Starvation()
  const startMs = performance.now()
  assert.equal(starvation.sample(process.pid), 0)
  for (let turn = 0; turn < 20; turn += 1) {
    let sum = 0
    for (let at = 0; at < 200_000; at += 1) sum += at
    assert.ok(sum > 0)
    const waitedMs = starvation.sample(process.pid)
    assert.ok(waitedMs >= 0 && waitedMs <= performance.now() - startMs, String(waitedMs))
  }
})

test('a process that is gone has waited for nothing', () => {
  const starvation = new Starvation()
  starvation.sample(2 ** 30)
  assert.equal(starvation.sample(2 ** 30), 0)
})
