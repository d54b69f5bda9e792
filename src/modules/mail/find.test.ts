/** Threads found by words, by who wrote, by who was written to, by day. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestKernel, TestPrincipal } from '../../kernel/testing.ts'
import * as c from './contract.ts'
import { arrive, type Box, mailKernelForTests, mailText, plainBox } from './testing.ts'

let k: TestKernel
let me: TestPrincipal
let box: Box

before(async () => {
  k = await mailKernelForTests()
  me = k.principal(await k.openOrganisation('sv'), { name: 'Elin' })
  await k.superuser.query(
    `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now())`,
    [me.organisationId, me.id],
  )
  box = await plainBox(k, me)
  const anna = 'Anna Åkesson <anna@nyman.example>'
  const written: readonly (readonly [subject: string, from: string, to: string, on: string])[] = [
    ['Roof', anna, 'info@office.example', '2025-03-01'],
    ['Rent', 'Bo <bo@example.org>', `info@office.example, ${anna}`, '2025-10-31'],
    ['Rent again', anna, 'info@office.example, 100%_sure <sure@example.org>', '2026-11-01'],
  ]
  for (const [subject, from, to, on] of written) {
    await arrive(k, me, box, [mailText({ subject, from, to, text: 'About the cellar' })])
    const at = `${on}T10:00:00Z`
    await k.superuser.query('update mail.thread set last_at = $1 where subject = $2', [at, subject])
    await k.superuser.query(
      'update kernel.search_entry set at = $1, words = kernel.search_vector(language, title || chr(10) || body) || kernel.search_month($1) where title = $2',
      [at, subject],
    )
  }
})
after(() => k.close())

async function found(input: object, as = me) {
  const answer = await k.query(c.listThreads, { box: 'all', ...input } as never, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  assert.equal(answer.output.total, answer.output.rows.length)
  return answer.output.rows.map(({ subject }) => subject)
}

test('by who wrote and who was written to, folded, by the beginning of a name or a part of an address', async () => {
  assert.deepEqual(await found({ from: 'akesson' }), ['Rent again', 'Roof'])
  assert.deepEqual(await found({ from: 'Anna Å' }), ['Rent again', 'Roof'])
  assert.deepEqual(await found({ to: 'nyman.example' }), ['Rent'])
  assert.deepEqual(await found({ from: 'bo', to: 'anna' }), ['Rent'])
  assert.deepEqual(await found({ to: '100%_' }), ['Rent again'])
  assert.deepEqual(await found({ to: 'a_na' }), [])
  assert.deepEqual(await found({ text: 'rent', from: 'anna' }), ['Rent again'])
})

test('by day: with words and without', async () => {
  for (const words of [{}, { text: 'cellar' }]) {
    assert.deepEqual(await found({ ...words, before: '2025-10-31' }), ['Roof'])
    assert.deepEqual(await found({ ...words, before: '2025-11-01' }), ['Rent', 'Roof'])
    assert.deepEqual(await found({ ...words, since: '2025-10-31' }), ['Rent again', 'Rent'])
    assert.deepEqual(await found({ ...words, since: '2025-10-31', before: '2026-11-01' }), ['Rent'])
  }
})

test('slice by slice, each once, with how many there are; a stranger finds and counts nothing', async () => {
  const first = await k.query(c.listThreads, { box: 'all', text: 'cellar', limit: 2 } as never, me)
  assert.ok(first.status === 'done')
  assert.deepEqual([first.output.rows.length, first.output.total], [2, 3])
  const rest = await k.query(
    c.listThreads,
    { box: 'all', text: 'cellar', limit: 2, after: first.output.next } as never,
    me,
  )
  assert.ok(rest.status === 'done')
  assert.deepEqual([rest.output.rows.map(({ subject }) => subject), rest.output.next], [['Roof'], null])
  const stranger = k.principal(await k.openOrganisation())
  const low = k.principal(me.organisationId, { clearance: 0 })
  for (const input of [{ text: 'cellar' }, { from: 'anna' }, { to: 'anna' }, { before: '2026-01-01' }])
    for (const as of [stranger, low]) assert.deepEqual(await found(input, as), [])
})
