import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { documentText, getDocument, listDocuments, original, pageWords } from './contract.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

async function readersOf(id: string): Promise<string[]> {
  const { rows } = await kernel.superuser.query<{ principal_id: string }>(
    'select principal_id from kernel.read_log where record_id = $1 order by read_at',
    [id],
  )
  return rows.map(row => row.principal_id)
}

test('whoever opens a confidential document stands in the read log, by whichever query; lists and open ones do not', async () => {
  const organisation = await kernel.openOrganisation('sv')
  const me = kernel.principal(organisation)
  const open = await kernel.readPaper(me, { kind: 'letter', subject: 'Öppet' })
  const secret = await kernel.readPaper(me, { kind: 'application', senderName: 'Karin Öberg' })
  const readers: TestPrincipal[] = []
  const ways = [
    (who: TestPrincipal) => kernel.query(getDocument, { id: secret }, who),
    (who: TestPrincipal) => kernel.query(documentText, { id: secret }, who),
    (who: TestPrincipal) => kernel.query(pageWords, { id: secret, page: 1 }, who),
    (who: TestPrincipal) => kernel.query(original, { id: secret }, who),
  ]
  for (const way of ways) {
    const who = kernel.principal(organisation)
    readers.push(who)
    assert.equal((await way(who)).status, 'done')
    assert.equal((await way(who)).status, 'done', 'once a minute is enough')
  }
  assert.deepEqual(
    await readersOf(secret),
    readers.map(({ id }) => id),
  )
  await kernel.query(listDocuments, {}, me)
  await kernel.query(getDocument, { id: open }, me)
  const low = kernel.principal(organisation, { clearance: 1 })
  assert.equal((await kernel.query(getDocument, { id: secret }, low)).status, 'refused')
  assert.deepEqual([(await readersOf(secret)).length, await readersOf(open)], [readers.length, []])
})
