import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { JobRun } from '../../../kernel/implement.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import {
  changeOwnKind,
  confirm,
  confirmSure,
  createOwnKind,
  getDocument,
  listClasses,
  listDocuments,
  listOwnKinds,
  ownKindOf,
  previewConfirm,
  recordReading,
  setKind,
  setUpPlan,
} from '../contract.ts'
import { bandsOf } from '../near-duplicate.ts'
import { readingOut } from '../reading-out.ts'
import { letter } from '../recognition/paper-for-tests.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { understand } from '../understand.ts'
import { chance, own, paperOf, usual } from './made-papers-for-tests.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

type Me = TestPrincipal
const draw = chance(20261122)
const inspections = own['sv']!['besiktning']!

async function ask<T>(answer: Promise<{ status: string; output?: T }>): Promise<T> {
  const got = await answer
  assert.equal(got.status, 'done', JSON.stringify(got))
  return got.output as T
}
const refusalOf = (outcome: { status: string }) =>
  outcome.status === 'refused' ? (outcome as unknown as { refusal: { name: string } }).refusal.name : outcome.status

/** A paper that says one thing or another arrives, and is read as the job reads it. */
async function arrive(me: Me, phrases: string): Promise<string> {
  const reading = letter('sv', paperOf(phrases, draw).split('\n'))
  const id = await kernel.takeIn(me, `${reading.text} ${draw()}`)
  const jobs = kernel.waitingJobs as unknown as { job: { payload: { documentId: string; readingId: string } } }[]
  const { readingId } = jobs.find(({ job }) => job.payload.documentId === id)!.job.payload
  const run = { query: async (query: never, input: never) => ask(kernel.query(query, input, me) as never) }
  const around = { country: 'SE', today: Temporal.PlainDate.from('2026-11-22'), ownKinds: true }
  const understood = await understand(run as unknown as JobRun, reading, around)
  await kernel.done(
    recordReading,
    { id, readingId, ...readingOut(reading, bandsOf), ...understood, mailFrom: null, error: null },
    { id: systemPrincipalId, organisationId: me.organisationId },
  )
  return id
}

const detail = (me: Me, id: string) => ask(kernel.query(getDocument, { id }, me))
const version = (me: Me, id: string) => kernel.version(me, id)
const confirmAs = async (me: Me, id: string, ownKindId?: string) =>
  kernel.done(
    confirm,
    { id, expectedVersion: await version(me, id), ...(ownKindId ? { ownKindId } : { kind: 'letter' as const }) },
    me,
  )

test('a kind of the office’s own is known again after three papers, proposed and never taken for sure', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  await kernel.done(setUpPlan, {}, me)
  const plan = await ask(kernel.query(listClasses, {}, me))
  const classCodeId = plan.rows.find(({ code }) => code === '6.3')!.id
  const facts = { kind: 'report', classCodeId, makesTask: true, title: 'Läs protokollet', daysAfterArrival: 3 } as const
  const { id: kind } = await kernel.done(
    createOwnKind,
    { name: 'Besiktningsprotokoll', ...facts, wants: ['issuedOn'] },
    me,
  )
  assert.equal(refusalOf(await kernel.dispatch(createOwnKind, { name: 'besiktningsprotokoll' }, me)), 'own-kind-taken')
  for (let n = 0; n < 4; n += 1) await confirmAs(me, await arrive(me, usual['sv']!['letter']!))
  for (let n = 0; n < 3; n += 1) {
    const id = await arrive(me, inspections)
    assert.equal((await detail(me, id)).ownKind, null, 'two examples are too few')
    await confirmAs(me, id, kind)
    assert.deepEqual((await detail(me, id)).ownKind, { id: kind, name: 'Besiktningsprotokoll' })
  }
  const [line] = (await ask(kernel.query(listOwnKinds, {}, me))).rows
  assert.deepEqual([line?.examples, line?.learnt], [3, true])

  const next = await arrive(me, inspections)
  const { row, ownKind, fields, asked } = await detail(me, next)
  assert.deepEqual([row.kind, ownKind?.id, row.sure], ['report', kind, false])
  assert.ok(fields.find(({ name }) => name === 'kind')?.reasons.includes('own-kind'))
  assert.ok(asked.some(({ name, needed }) => name === 'issuedOn' && needed))
  const preview = await ask(kernel.query(previewConfirm, { id: next }, me))
  assert.deepEqual(
    [preview.ownKind?.id, preview.classCode?.code, preview.task?.title, preview.missing.includes('issuedOn')],
    [kind, '6.3', 'Läs protokollet', true],
  )
  assert.equal(refusalOf(await kernel.dispatch(confirmSure, { ids: [next] }, me)), 'nothing-sure-to-confirm')
  assert.equal((await detail(me, await arrive(me, usual['sv']!['minutes']!))).ownKind, null)
  const listed = await ask(kernel.query(listDocuments, { ownKindId: kind }, me))
  assert.equal(listed.total, 4)

  // Said to be something else it is that.
  await kernel.done(setKind, { id: next, kind: 'letter', expectedVersion: await version(me, next) }, me)
  assert.equal((await detail(me, next)).ownKind, null)

  // Out of use it is proposed no more; nobody sees it who may not, nor another office.
  const other = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  assert.equal((await ask(kernel.query(ownKindOf, { text: paperOf(inspections, draw) }, other))).found, null)
  assert.equal(
    refusalOf(
      await kernel.dispatch(
        confirm,
        { id: next, expectedVersion: await version(me, next), ownKindId: classCodeId },
        me,
      ),
    ),
    'own-kind-not-found',
  )
  const done = await kernel.dispatch(changeOwnKind, { id: kind, retired: true }, me)
  assert.equal(done.status, 'done')
  assert.equal((await detail(me, await arrive(me, inspections))).ownKind, null)
})
