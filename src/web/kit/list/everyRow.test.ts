import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyRow } from './everyRow.ts'

test('all slices are asked for, each where the one before ended', async () => {
  const everything = Array.from({ length: 2_345 }, (_, id) => ({ id: String(id) }))
  const parts: number[] = []
  const rows = await everyRow(
    async ({ limit, after }) => {
      const from = Number(after ?? 0)
      const end = from + limit
      return {
        rows: everything.slice(from, end),
        total: everything.length,
        next: end < everything.length ? `${end}` : null,
      }
    },
    part => parts.push(part),
  )
  assert.deepEqual(rows, everything)
  assert.equal(parts.at(-1), 1)
  assert.deepEqual(
    parts.toSorted((a, b) => a - b),
    parts,
  )
})

test('an empty list is no part of anything', async () => {
  const rows = await everyRow(
    async () => ({ rows: [], total: 0, next: null }),
    () => assert.fail('nothing to tell'),
  )
  assert.deepEqual(rows, [])
})
