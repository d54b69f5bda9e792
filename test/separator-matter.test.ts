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
