import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from '../../../kernel/schema.ts'
import { confirm, listClasses, listDocuments, previewConfirm, setUpPlan } from '../contract.ts'
import { type DocumentsKernel, documentsKernel, sureBill } from '../testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
  kernel.setClock(Temporal.Instant.from('2026-11-24T08:26:00Z'))
})
after(() => kernel.close())

const office = async () => kernel.principal(await kernel.openOrganisation('sv'))

type Asker = Awaited<ReturnType<typeof office>>

async function idsOf(me: Asker, input: z.input<typeof listDocuments.input>) {
  const answer = await kernel.query(listDocuments, input, me)
  return answer.status === 'done' ? answer.output.rows.map(({ id }) => id) : assert.fail(JSON.stringify(answer))
}

test('what ends is found by the day of its end, the soonest first; what lies nowhere is found too', async () => {
  const me = await office()
  await kernel.done(setUpPlan, {}, me)
  const contract = { kind: 'contract', senderName: 'Kustfast AB' }
  const later = await kernel.readPaper(me, { ...contract, validUntil: '2027-02-20' })
  const soon = await kernel.readPaper(me, { ...contract, validUntil: '2026-12-01' })
  const past = await kernel.readPaper(me, { ...contract, validUntil: '2026-11-01' })
  const endless = await kernel.readPaper(me, contract)
  const ending = { endsFrom: '2026-11-24', endsTo: '2027-02-22', sort: 'ends', order: 'ascending' } as const
  assert.deepEqual(await idsOf(me, ending), [soon, later])
  assert.deepEqual(await idsOf(me, { endsTo: '2026-11-23' }), [past])
  await kernel.done(confirm, { id: soon }, me)
  assert.deepEqual(new Set(await idsOf(me, { unfiled: true })), new Set([later, past, endless]))
})

test('a preview names the fields of the kind that a person chose, and a picker gets no more classes than it asks for', async () => {
  const me = await office()
  await kernel.done(setUpPlan, {}, me)
  const id = await kernel.readPaper(me, sureBill)
  const asked = async (kind?: 'permit') => {
    const answer = await kernel.query(previewConfirm, { id, ...(kind ? { kind } : {}) }, me)
    return answer.status === 'done' ? answer.output.asked : assert.fail(JSON.stringify(answer))
  }
  assert.ok((await asked()).some(({ name, needed }) => name === 'total' && needed))
  assert.ok((await asked('permit')).some(({ name, needed }) => name === 'validUntil' && needed))
  assert.ok(!(await asked('permit')).some(({ name }) => name === 'total'))
  const few = await kernel.query(listClasses, { limit: 3 }, me)
  assert.deepEqual(few.status === 'done' && few.output.rows.map(({ code }) => code), ['1', '1.1', '1.2'])
})
