import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import type { JobRun } from '../../../kernel/implement.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { createOrganisation, mergeParties } from '../../directory/contract.ts'
import {
  confirm,
  confirmSure,
  forgetLessons,
  getDocument,
  listClasses,
  listLessons,
  previewConfirm,
  recallLessons,
  recordReading,
  reopen,
  setKind,
  setUpPlan,
} from '../contract.ts'
import { bandsOf } from '../near-duplicate.ts'
import type { Reading } from '../reading/types.ts'
import { readingOut } from '../reading-out.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { understand } from '../understand.ts'
import { heldForSure } from './lesson.ts'
import { type OddBill, type OddSender, oddSender } from './odd-bills-for-tests.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
  kernel.setClock(Temporal.Instant.from('2026-03-12T08:26:00Z'))
})
after(() => kernel.close())

type Me = TestPrincipal

async function office(): Promise<Me> {
  const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  await kernel.done(setUpPlan, {}, me)
  return me
}

async function ask<T>(answer: Promise<{ status: string; output?: T }>): Promise<T> {
  const got = await answer
  assert.equal(got.status, 'done', JSON.stringify(got))
  return got.output as T
}

/** The paper arrives and is read as the job reads it. */
async function arrive(me: Me, reading: Reading): Promise<string> {
  const id = await kernel.takeIn(me, `${reading.text} ${Math.random()}`)
  const jobs = kernel.waitingJobs as unknown as { job: { payload: { documentId: string; readingId: string } } }[]
  const { readingId } = jobs.find(({ job }) => job.payload.documentId === id)!.job.payload
  const run = {
    query: async (query: never, input: never) => ask(kernel.query(query, input, me) as never),
  } as unknown as JobRun
  const today = Temporal.PlainDate.from('2026-03-12')
  await kernel.done(
    recordReading,
    {
      id,
      readingId,
      ...readingOut(reading, bandsOf),
      ...(await understand(run, reading, { country: 'SE', today })),
      mailFrom: null,
      error: null,
    },
    { id: systemPrincipalId, organisationId: me.organisationId },
  )
  return id
}

const detail = (me: Me, id: string) => ask(kernel.query(getDocument, { id }, me))
const lessons = (me: Me, input = {}) => ask(kernel.query(listLessons, input, me)).then(({ rows }) => rows)

/** What a person finds wrong in it. */
async function wrongIn(me: Me, id: string, { truth }: OddBill) {
  const { fields } = await detail(me, id)
  return Object.entries(truth).flatMap(([name, value]) =>
    fields.find(field => field.name === name)?.value === value ? [] : [{ name: name as 'dueOn', value }],
  )
}

/** A person looks at it, puts right what is wrong and confirms; gives what was wrong. */
async function confirmPaper(me: Me, id: string, bill: OddBill, choices: object = {}) {
  const fields = await wrongIn(me, id, bill)
  const version = await kernel.version(me, id)
  const done = await kernel.done(confirm, { id, expectedVersion: version, fields, ...choices }, me)
  return { wrong: fields.map(({ name }) => name), version: done.version }
}

async function known(me: Me, sender: OddSender): Promise<string> {
  return (await kernel.done(createOrganisation, { name: sender.name }, me)).id
}

test('two corrections teach, held papers make sure, and it is said where it came from', async () => {
  const me = await office()
  const sender = oddSender(2)
  const party = await known(me, sender)
  const first = await arrive(me, sender.bill(0).reading)
  const { wrong } = await confirmPaper(me, first, sender.bill(0))
  assert.ok(wrong.length >= 2, `${wrong}`)

  const taught = await lessons(me, { documentId: first })
  assert.deepEqual(new Set(taught.map(({ field }) => field)), new Set(wrong))
  assert.ok(taught.every(one => one.sender.id === party && !one.sure && one.about === 'place' && one.words))

  for (let n = 1; n <= heldForSure; n += 1) {
    const id = await arrive(me, sender.bill(n).reading)
    const { fields } = await detail(me, id)
    for (const name of wrong) {
      const field = fields.find(one => one.name === name)!
      assert.equal(field.value, sender.bill(n).truth[name], `${name} of bill ${n}`)
      assert.deepEqual([field.learnt?.mine, field.learnt?.held], [true, n - 1])
      assert.match(field.learnt!.taughtAt, /^2026-03-12/)
    }
    assert.deepEqual((await confirmPaper(me, id, sender.bill(n))).wrong, [])
  }
  const id = await arrive(me, sender.bill(5).reading)
  const { fields } = await detail(me, id)
  assert.ok(wrong.every(name => fields.find(one => one.name === name)!.sure))
  assert.ok((await lessons(me)).every(({ held, sure }) => held === heldForSure && sure))
})

test('forgotten, it is read as before; remembered, it holds again; another office and a stranger know nothing of it', async () => {
  const [me, other] = [await office(), await office()]
  const sender = oddSender(3)
  await known(me, sender)
  await known(other, sender)
  const id = await arrive(me, sender.bill(0).reading)
  await confirmPaper(me, id, sender.bill(0))
  const taught = await lessons(me)
  const ids = taught.map(one => one.id)
  const wrong = async (who: Me) => wrongIn(who, await arrive(who, sender.bill(1).reading), sender.bill(1))
  assert.deepEqual(await wrong(me), [])
  const elsewhere = await wrong(other)
  assert.ok(elsewhere.length >= taught.length, 'the other office reads as it did')
  assert.deepEqual(await lessons(other), [])

  const outcome = await kernel.dispatch(forgetLessons, { ids }, me)
  assert.equal(outcome.status, 'done')
  assert.equal((await wrong(me)).length, elsewhere.length)
  assert.equal((await lessons(me)).length, 0)
  assert.equal((await lessons(me, { forgotten: true })).length, ids.length)
  await kernel.done(recallLessons, { ids }, me)
  assert.deepEqual(await wrong(me), [])
  assert.equal((await kernel.dispatch(forgetLessons, { ids }, other)).status, 'refused')
})

test('no paper teaches by itself, no pile, no machine; a confirmation taken back takes its lessons back', async () => {
  const me = await office()
  const sender = oddSender(6)
  await known(me, sender)
  const bill = sender.bill(0)
  const id = await arrive(me, bill.reading)
  assert.deepEqual(await lessons(me), [], 'arriving teaches nothing')
  await kernel.dispatch(confirmSure, { ids: [id] }, me)
  assert.deepEqual(await lessons(me), [], 'nor does a pile')
  const fields = await wrongIn(me, id, bill)
  const machine = kernel.principal(me.organisationId, { kind: 'assistant' } as never)
  const version = await kernel.version(me, id)
  const done = await kernel.done(confirm, { id, expectedVersion: version, fields }, machine)
  assert.deepEqual(await lessons(me), [], 'nor does an assistant')
  await kernel.done(reopen, { id, expectedVersion: done.version }, me)
  const again = await confirmPaper(me, id, bill)
  assert.ok((await lessons(me)).length > 0, 'a person does, with what was corrected before')
  await kernel.done(reopen, { id, expectedVersion: again.version }, me)
  assert.deepEqual(await lessons(me), [])
})

test('a sender seen for the first time is learnt of as soon as the directory knows them; merged parties share', async () => {
  const me = await office()
  const sender = oddSender(8)
  const id = await arrive(me, sender.bill(0).reading)
  const { row } = await detail(me, id)
  await confirmPaper(me, id, sender.bill(0), { newSender: { name: sender.name } })
  assert.equal(row.sender?.id, null)
  const [one] = await lessons(me)
  assert.equal(one?.sender.name, sender.name)
  const other = (await kernel.done(createOrganisation, { name: 'Gran Holding AB' }, me)).id
  await kernel.done(mergeParties, { id: other, kind: 'organisation', mergedId: one!.sender.id }, me)
  const listed = await lessons(me, { senderId: other })
  assert.deepEqual([listed.length > 0, listed[0]!.sender.name], [true, 'Gran Holding AB'])
})

test('what one sender taught leaves the papers of all others as they were; what came of a secret paper is hidden', async () => {
  const me = await office()
  const [one, another] = [oddSender(1), oddSender(9)]
  await known(me, one)
  await known(me, another)
  const before = await wrongIn(me, await arrive(me, another.bill(1).reading), another.bill(1))
  const id = await arrive(me, one.bill(0).reading)
  await confirmPaper(me, id, one.bill(0), { confidentiality: 3 })
  const after = await wrongIn(me, await arrive(me, another.bill(1).reading), another.bill(1))
  assert.deepEqual(
    after.map(({ name }) => name),
    before.map(({ name }) => name),
  )
  assert.ok((await lessons(me)).length > 0)
  const low = kernel.principal(me.organisationId, { clearance: 1 })
  assert.deepEqual(await lessons(low), [])
})

test('what a person chose for its class, its owner and its wording is proposed next time, and a pile waits until it has held', async () => {
  const me = await office()
  const sender = oddSender(5)
  await known(me, sender)
  const plan = await ask(kernel.query(listClasses, {}, me))
  const chosen = plan.rows.find(({ code }) => code === '5.2')!
  const bill = sender.bill(0)
  const id = await arrive(me, bill.reading)
  const proposed = await ask(kernel.query(previewConfirm, { id }, me))
  assert.deepEqual(proposed.learnt, [])
  await confirmPaper(me, id, bill, {
    kind: 'bill',
    classCodeId: chosen.id,
    task: { title: `Attestera ${sender.name}, faktura ${bill.truth.number}`, role: 'registrar' },
  })
  assert.deepEqual(
    (await lessons(me))
      .map(({ about }) => about)
      .filter(about => about !== 'place')
      .toSorted(),
    ['class', 'owner', 'wording'],
  )
  const next = await arrive(me, sender.bill(1).reading)
  const preview = await ask(kernel.query(previewConfirm, { id: next, kind: 'bill' }, me))
  assert.equal(preview.classCode?.code, '5.2')
  assert.deepEqual([preview.task?.ownerId, preview.task?.role], [null, 'registrar'])
  assert.equal(preview.task?.title, `Attestera ${sender.name}, faktura ${sender.bill(1).truth.number}`)
  assert.equal(preview.learnt.length, 3)
})

test('what looks like it is taken for what a person said it is; said otherwise it is forgotten', async () => {
  const me = await office()
  const sender = oddSender(4)
  await known(me, sender)
  const id = await arrive(me, sender.bill(0).reading)
  const read = (await detail(me, id)).row.kind
  await kernel.done(setKind, { id, kind: 'statement', expectedVersion: await kernel.version(me, id) }, me)
  await confirmPaper(me, id, sender.bill(0))
  const next = await arrive(me, sender.bill(1).reading)
  assert.equal((await detail(me, next)).row.kind, 'statement')
  assert.equal((await detail(me, next)).fields.find(({ name }) => name === 'kind')?.sure, false)
  await confirmPaper(me, next, sender.bill(1), { kind: read })
  assert.equal((await detail(me, await arrive(me, sender.bill(2).reading))).row.kind, read)
})
