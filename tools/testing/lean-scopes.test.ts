import assert from 'node:assert/strict'
import { executionAsyncId } from 'node:async_hooks'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CLUSTER_VARIABLE } from './cluster.ts'

const folder = mkdtempSync(join(tmpdir(), 'kontor-scopes-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const outer = `
  import { after, afterEach, describe, it, test } from 'node:test'
  const wait = ms => new Promise(resolve => setTimeout(resolve, ms))
  test('a file within a test', () => import('./inner.ts'))
  test('thrown behind its back', async () => {
    setTimeout(() => { throw new Error('from a timer') }, 5)
    await wait(100)
  })
  test('rejected behind its back', async () => {
    void wait(5).then(() => { throw new Error('from a promise') })
    await wait(100)
  })
  test('too late', async () => void setTimeout(() => { throw new Error('after its end') }, 20))
  describe('a suite', () => {
    afterEach(() => console.log('each'))
    it('passes', t => t.test('deep', () => wait(1)))
    it('fails', async () => { await wait(1); throw new Error('plainly') })
  })
  test('at the same time', t => Promise.all([
    t.test('one', { timeout: 50 }, () => wait(1000)),
    t.test('other', async () => { await wait(5); throw new Error('of the other') }),
  ]))
`
const inner = `
  import { after, test } from 'node:test'
  after(() => console.log('inner is over'))
  await new Promise(resolve => setTimeout(resolve, 5))
  test('inner passes', t => t.test('deep', () => {}))
  test('inner fails', async () => { await null; throw new Error('within') })
`

/** What the runner says of the planted file, without how long it took and what Node itself has on its stacks. */
function said(...options: string[]): Promise<string[]> {
  const file = join(folder, 'outer.test.ts')
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  return new Promise(resolve =>
    execFile(process.execPath, [...options, '--test-reporter=tap', file], { env }, (_failed, text) =>
      resolve(text.split('\n').filter(line => !/duration_ms|^\s+(at |async |node:)|node:internal/.test(line))),
    ),
  )
}

test('told of each test without a hook on every promise, the runner says the same', async () => {
  writeFileSync(join(folder, 'outer.test.ts'), outer)
  writeFileSync(join(folder, 'inner.ts'), inner)
  const [lean, plain] = await Promise.all([said('--import', join(import.meta.dirname, 'lean-scopes.ts')), said()])
  assert.deepEqual(lean, plain)
  for (const words of ['from a timer', 'from a promise', 'after its end', 'within', 'inner is over', 'of the other'])
    assert.ok(plain.join('\n').includes(words), words)
})

test('no promise is followed while the tests of a run are run', {
  skip: !process.env[CLUSTER_VARIABLE],
}, async () => {
  await new Promise(resolve => setTimeout(resolve, 1))
  await Promise.resolve()
  // Where promises are followed each continuation has a number of its own.
  assert.equal(executionAsyncId(), 0)
})
