import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesTo, nextSort, queryInput, savedSearch, sortOf, toggled, viewOf } from './filters.ts'
import type { ListFilter, ListView } from './types.ts'

const filters: readonly ListFilter[] = [
  { key: 'kind', label: 'Kind', many: true },
  { key: 'state', label: 'State' },
]
const views: readonly ListView[] = [
  { key: 'all', label: 'All', search: {} },
  { key: 'bills', label: 'Bills', search: { kind: 'bill', sort: '-due' } },
]

test('a column’s head goes up, down, and back to the list’s own order', () => {
  assert.equal(nextSort(null, 'due'), 'due')
  assert.equal(nextSort(sortOf('due'), 'due'), '-due')
  assert.equal(nextSort(sortOf('-due'), 'due'), null)
  assert.equal(nextSort(sortOf('-due'), 'title'), 'title')
})

test('values of a filter are added and taken away', () => {
  assert.equal(toggled(undefined, 'bill', true), 'bill')
  assert.equal(toggled('bill', 'mail', true), 'bill,mail')
  assert.equal(toggled('bill,mail', 'bill', true), 'mail')
  assert.equal(toggled('mail', 'mail', true), null)
  assert.equal(toggled('open', 'done', false), 'done')
})

test('only what the list knows goes to the server', () => {
  const input = queryInput({ find: 'ventil', sort: '-due', kind: 'bill,mail', state: 'open', panel: '3' }, filters, {
    mine: true,
  })
  assert.deepEqual(input, { mine: true, text: 'ventil', sort: '-due', kind: ['bill', 'mail'], state: 'open' })
})

test('a query may be told the order in its own way', () => {
  const input = queryInput({ sort: '-due' }, filters, {}, ({ key, descending }) => ({
    sort: key,
    order: descending ? 'descending' : 'ascending',
  }))
  assert.deepEqual(input, { sort: 'due', order: 'descending' })
})

test('a view is the one whose filters are just those of the address', () => {
  assert.equal(viewOf({}, views, filters)?.key, 'all')
  assert.equal(viewOf({ kind: 'bill', sort: '-due', panel: '3' }, views, filters)?.key, 'bills')
  assert.equal(viewOf({ kind: 'bill' }, views, filters), undefined)
})

test('choosing a view clears the filters it does not have', () => {
  const bills = views[1]
  assert.ok(bills)
  assert.deepEqual(changesTo(bills, filters), { find: null, sort: '-due', kind: 'bill', state: null })
  assert.deepEqual(savedSearch({ kind: 'bill', panel: '3', find: '' }, filters), { kind: 'bill' })
})
