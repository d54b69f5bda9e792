/** What is scanned behind a matter's separator sheet belongs to that matter, and is as confidential. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOffice } from './office.ts'

const { act, make, superuser, system, see } = await openOffice()

test('papers behind the sheet of a matter are bound to it, and follow its class; the others are not', async () => {
  const matterId = await make.matter()
  await act('authority.set-record-class', { id: matterId, kind: 'matter', class: 2, audience: null })
  const { id, readingId } = await make.arrived({ pages: 2 })
  const part = async (to: string | null) => ({
    fileId: await make.file(),
    name: 'part.pdf',
    pages: [1],
    classCodeId: null,
    matterId: to,
  })
  const input = {
    olds: [{ id, pages: [] }],
    cutId: readingId,
    by: 'separator',
    parts: [await part(matterId), await part(null)],
  }
  const { ids } = await act('documents.record-parts', input, system)
  const { rows } = await superuser.query('select record_id from matters.binding where matter_id = $1', [matterId])
  assert.deepEqual(
    rows.map(row => row.record_id),
    [ids[0]],
  )
  const classes = await Promise.all(
    (ids as string[]).map(async one => (await see('documents.get-document', { id: one })).record.class),
  )
  assert.deepEqual(classes, [2, 1])
})

test('a batch of envelopes that separator sheets have parted stands as its letters among the scans, and becomes the post book', async () => {
  const fileId = await make.file()
  const batch = await act('documents.take-in', { fileId, name: 'Post.pdf', arrivedBy: 'scan' })
  const { rows } = await superuser.query<{ reading_id: string }>(
    'select reading_id from documents.document where id = $1',
    [batch.id],
  )
  const part = async (name: string) => ({
    fileId: await make.file(),
    name,
    pages: [1],
    classCodeId: null,
    matterId: null,
  })
  const parts = [await part('Post 1.pdf'), await part('Post 2.pdf')]
  const cut = { olds: [{ id: batch.id, pages: [] }], cutId: rows[0]!.reading_id, by: 'separator', parts }
  const { ids } = await act('documents.record-parts', cut, system)
  const scans = async () => (await see('post.list-scanned', {})).rows.map((row: { id: string }) => row.id)
  const listed = await scans()
  assert.ok(ids.every((id: string) => listed.includes(id)) && !listed.includes(batch.id), 'the letters, not the batch')
  const made = await act('post.add-scanned', { documentIds: ids, sort: 'letter' })
  assert.equal(made.ids.length, 2)
  const left = await scans()
  assert.ok(!ids.some((id: string) => left.includes(id)))
  const item = await see('post.get-item', { id: made.ids[0] })
  assert.deepEqual([item.record.state, item.record.title, item.documents.length], ['received', 'Post 1', 1])
})
