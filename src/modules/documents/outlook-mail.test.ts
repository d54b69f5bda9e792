import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { getDocument, listDocuments, takeIn } from './contract.ts'
import { makeMsg } from './reading/fixtures/msg.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let k: DocumentsKernel
let anna: TestPrincipal
before(async () => {
  k = await documentsKernel()
  anna = k.principal(await k.openOrganisation('sv'))
})
after(() => k.close())

async function only(text: string) {
  const answer = await k.query(listDocuments, { text }, anna)
  assert.ok(answer.status === 'done')
  assert.equal(answer.output.rows.length, 1, text)
  return answer.output.rows[0]!
}

test('a mail of Outlook is a paper, and so is the mail in it, and what lies in that', async () => {
  const msg = makeMsg({
    subject: 'Offert',
    from: { name: 'Eva Lindholm', address: 'eva@lindholms.example' },
    sentAt: '2026-11-05T08:15:30.000Z',
    body: 'Här kommer offerten, snöskata.',
    attachments: [
      {
        name: 'Förfrågan',
        mail: {
          body: 'Vad kostar det, bofink?',
          attachments: [{ name: 'mått.txt', bytes: Buffer.from('Mått: grönsiska') }],
        },
      },
    ],
  })
  const name = 'offert.msg'
  const { id } = await k.done(takeIn, { fileId: await k.store(anna, msg, name), name, arrivedBy: 'upload' }, anna)
  await k.runJobs()
  const [whole, inner, deepest] = [await only('snöskata'), await only('bofink'), await only('grönsiska')]
  assert.deepEqual([whole.id, whole.kind, whole.mediaKind, whole.parentId], [id, 'mail', 'mail', null])
  assert.deepEqual([inner.name, inner.kind, inner.parentId], ['Förfrågan.msg', 'mail', id])
  assert.deepEqual([deepest.name, deepest.parentId], ['mått.txt', inner.id])
  const detail = await k.query(getDocument, { id }, anna)
  assert.equal(detail.status === 'done' && detail.output.row.sender?.name, 'Eva Lindholm')
})
