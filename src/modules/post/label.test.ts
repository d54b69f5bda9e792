import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, postLabelPdf } from './paper/label.ts'

test('an address that begins with the name says it once; a label for each piece, of the size of its paper', async () => {
  const address = 'Karin Öberg\n Storgatan 1 \n\n111 22 Stockholm'
  assert.deepEqual(linesOf({ recipient: 'Karin Öberg', address }), ['Karin Öberg', 'Storgatan 1', '111 22 Stockholm'])
  assert.deepEqual(linesOf({ recipient: 'Kustfast AB', address })[0], 'Kustfast AB')
  const at = Temporal.Instant.from('2026-11-24T09:30:00Z')
  const out = { number: '2026-0007', recipient: 'Kustfast AB', address, pieces: 2, office: 'Almgren', at, how: '' }
  const pdf = (await postLabelPdf({ ...out, sort: 'letter' }, { widthMm: 62, heightMm: 29 })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x]) => Math.round(Number(x)))
  assert.deepEqual(boxes, [176, 176])
})
