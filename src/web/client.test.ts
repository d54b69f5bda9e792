import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import {
  answerLocally,
  onReached,
  onSignedOut,
  pathOf,
  QueryFailure,
  queryString,
  runCommand,
  runQuery,
} from './client.ts'

const realFetch = globalThis.fetch
afterEach(() => {
  globalThis.fetch = realFetch
})

/** Answers the next requests and remembers them. */
function answering(status: number, body: unknown): Request[] {
  const asked: Request[] = []
  globalThis.fetch = async (path, options) => {
    asked.push(new Request(`http://kontor${path}`, options as RequestInit))
    return new Response(JSON.stringify(body), { status })
  }
  return asked
}

test('a command is posted under its module with a key of its own', async () => {
  const asked = answering(200, { status: 'done', output: { id: '1' }, undo: null })
  const answer = await runCommand('work.create-task', { title: 'Call' })
  assert.equal(answer.status, 'done')
  assert.equal(new URL(asked[0]?.url ?? '').pathname, '/api/work/create-task')
  assert.match(asked[0]?.headers.get('idempotency-key') ?? '', /^[0-9a-f-]{36}$/)
})

test('a dry run says so and takes no key', async () => {
  const asked = answering(200, { status: 'done', output: {}, undo: null })
  await runCommand('work.create-task', { title: 'Call' }, { dryRun: true })
  assert.equal(asked[0]?.headers.get('dry-run'), 'true')
  assert.equal(asked[0]?.headers.get('idempotency-key'), null)
})

test('a refusal is an answer; a lost network is offline and told', async () => {
  answering(409, { status: 'refused', refusal: { name: 'task-not-open', message: 'Done already.' } })
  const refused = await runCommand('work.complete-task', { id: '1' })
  assert.ok(refused.status === 'refused' && refused.refusal.name === 'task-not-open')
  globalThis.fetch = async () => {
    throw new TypeError('network')
  }
  const heard: boolean[] = []
  const stop = onReached(online => heard.push(online))
  assert.equal((await runCommand('work.complete-task', { id: '1' })).status, 'offline')
  stop()
  assert.deepEqual(heard, [false])
})

test('a query that is refused throws what was said; an ended session is told', async () => {
  answering(403, { status: 'refused', refusal: { name: 'act-not-permitted', message: 'Not yours.' } })
  await assert.rejects(
    runQuery('work.desk'),
    fault => fault instanceof QueryFailure && fault.reason === 'refused' && fault.message === 'Not yours.',
  )
  answering(401, { refusal: { name: 'sign-in-needed', message: '' } })
  let ended = 0
  const stop = onSignedOut(() => ended++)
  await assert.rejects(runQuery('work.desk'), fault => fault instanceof QueryFailure && fault.reason === 'signed-out')
  stop()
  assert.equal(ended, 1)
})

test('query strings are flat, nested values as JSON, nothing for nothing', () => {
  assert.equal(
    queryString({ text: 'å b', states: ['open'], sort: undefined, after: '', limit: 5 }),
    `?text=%C3%A5+b&states=${encodeURIComponent('["open"]')}&limit=5`,
  )
  assert.equal(queryString({}), '')
  assert.equal(pathOf('documents.list-documents'), '/api/documents/list-documents')
})

test('a module may be answered in the browser', async () => {
  answerLocally('example', () => ({ status: 200, body: { rows: [] } }))
  assert.deepEqual(await runQuery('example.anything'), { rows: [] })
})
