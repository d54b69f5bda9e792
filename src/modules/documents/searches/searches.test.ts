import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { changeSearch, dropSearch, keepSearch, listSearches, restoreSearch } from '../contract.ts'
import { mostSearches } from '../contract/searches.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

async function seen(me: TestPrincipal) {
  const answer = await kernel.query(listSearches, {}, me)
  if (answer.status !== 'done') assert.fail(JSON.stringify(answer))
  return answer.output.rows.map(({ title, documents, mine }) => [title, documents, mine])
}
const refusalOf = (outcome: { status: string }) =>
  outcome.status === 'refused' ? (outcome as unknown as { refusal: { name: string } }).refusal.name : outcome.status

const letters = { search: { kind: 'letter' }, asks: { kind: ['letter' as const] } }

test('a kept search is one’s own until shared, counts anew, and shows each only what they may see', async () => {
  const organisation = await kernel.openOrganisation('sv')
  const me = kernel.principal(organisation)
  const other = kernel.principal(organisation, {
    clearance: 1,
    permissions: new Map([['documents.list-documents', { minor: 1n, currency: 'SEK' }]]),
  })
  await kernel.readPaper(me, { kind: 'letter', subject: 'Om hyran' })
  const { id } = await kernel.done(keepSearch, { name: 'Brev', shared: false, ...letters }, me)
  assert.deepEqual(await seen(me), [['Brev', 1, true]])
  assert.deepEqual(await seen(other), [])
  assert.equal(refusalOf(await kernel.dispatch(changeSearch, { id, shared: true }, other)), 'record-not-found')

  await kernel.done(changeSearch, { id, shared: true }, me)
  const secret = await kernel.readPaper(me, { kind: 'letter', subject: 'Hemligt' })
  await kernel.superuser.query('update kernel.record set class = 3 where id = $1', [secret])
  assert.deepEqual(await seen(me), [['Brev', 2, true]], 'the count is of now')
  assert.deepEqual(await seen(other), [['Brev', 1, false]], 'and of what one may see')
  assert.equal(refusalOf(await kernel.dispatch(dropSearch, { id }, other)), 'saved-search-not-yours')
  assert.equal(refusalOf(await kernel.dispatch(changeSearch, { id, name: 'Mitt' }, other)), 'saved-search-not-yours')
  assert.deepEqual(await seen(kernel.principal(await kernel.openOrganisation('sv'))), [])

  await kernel.done(dropSearch, { id }, me)
  assert.deepEqual([await seen(me), await seen(other)], [[], []])
  await kernel.done(restoreSearch, { id }, me)
  assert.deepEqual(await seen(other), [['Brev', 1, false]])
  await kernel.done(changeSearch, { id, shared: false }, me)
  assert.deepEqual(await seen(other), [])
})

test('filters of every form are kept as they are asked; nonsense is refused; a hundred are enough', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  await kernel.readPaper(
    me,
    { kind: 'bill', total: '120.00', currency: 'SEK', dueOn: '2026-12-11' },
    { text: 'plotter' },
  )
  const asks = {
    text: 'plotter',
    dueTo: '2026-12-31',
    totalFrom: { amount: '100.00', currency: 'SEK' },
    unfiled: true,
  }
  await kernel.done(keepSearch, { name: 'Plotter', search: { find: 'plotter' }, asks }, me)
  assert.deepEqual(await seen(me), [['Plotter', 1, true]])
  const wrong = { name: 'x', search: {}, asks: { kind: ['nonsense'] } }
  assert.equal(refusalOf(await kernel.dispatch(keepSearch, wrong as never, me)), 'input-invalid')
  for (let kept = 1; kept < mostSearches; kept += 1)
    await kernel.done(keepSearch, { name: `Brev ${kept}`, ...letters }, me)
  assert.equal(
    refusalOf(await kernel.dispatch(keepSearch, { name: 'Ett till', ...letters }, me)),
    'saved-searches-full',
  )
})
