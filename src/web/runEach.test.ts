import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call, CommandAnswer } from './answers.ts'
import { runEach } from './runEach.ts'

const calls: readonly Call[] = ['a', 'b', 'c', 'd'].map(id => ({ command: 'directory.retire-party', input: { id } }))
const done: CommandAnswer = { status: 'done', output: {}, undo: null }

test('each is run once, in order, and told', async () => {
  const run: unknown[] = []
  const told: number[] = []
  const answers = await runEach(
    calls,
    async ({ input }) => {
      run.push(input['id'])
      return done
    },
    new AbortController().signal,
    count => told.push(count),
  )
  assert.deepEqual(run, ['a', 'b', 'c', 'd'])
  assert.deepEqual(told, [1, 2, 3, 4])
  assert.equal(answers.length, 4)
})

test('after a stop nothing more is begun; the one under way is answered', async () => {
  const stop = new AbortController()
  const answers = await runEach(
    calls,
    async ({ input }) => {
      if (input['id'] === 'b') stop.abort()
      return done
    },
    stop.signal,
    () => {},
  )
  assert.equal(answers.length, 2)
})

test('a refusal does not hold the others up; a server that is away does', async () => {
  const refused: CommandAnswer = {
    status: 'refused',
    refusal: { name: 'party-not-active', message: 'Retired already' },
  }
  const given: CommandAnswer[] = [refused, done, { status: 'offline' }, done]
  const answers = await runEach(
    calls,
    async () => given.shift() ?? done,
    new AbortController().signal,
    () => {},
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['refused', 'done', 'offline'],
  )
})
