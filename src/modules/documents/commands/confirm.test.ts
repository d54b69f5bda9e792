import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listTasks } from '../../work/contract.ts'
import {
  confirm,
  confirmSure,
  correctField,
  fileUnder,
  getDocument,
  listClasses,
  previewConfirm,
  reopen,
  reopenMany,
  setUpPlan,
  stack,
} from '../contract.ts'
import { type DocumentsKernel, documentsKernel, sureBill } from '../testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
  kernel.setClock(Temporal.Instant.from('2026-11-24T08:26:00Z'))
})
after(() => kernel.close())

async function office(language = 'sv', country = 'SE') {
  const organisation = await kernel.openOrganisation(language, country)
  const me = kernel.principal(organisation)
  await kernel.done(setUpPlan, {}, me)
  return me
}

type Me = Awaited<ReturnType<typeof office>>

async function detail(id: string, me: Me) {
  const answer = await kernel.query(getDocument, { id }, me)
  assert.equal(answer.status, 'done')
  return answer.status === 'done' ? answer.output : assert.fail()
}

async function tasksOf(me: Me) {
  const answer = await kernel.query(listTasks, {}, me)
  return answer.status === 'done' ? answer.output.rows : assert.fail(JSON.stringify(answer))
}

const refusalOf = (outcome: { status: string }) =>
  outcome.status === 'refused' ? (outcome as unknown as { refusal: { name: string } }).refusal.name : outcome.status

test('what the preview shows is what confirming does: task, filing, retention; and undo takes all of it back', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill)
  const preview = await kernel.query(previewConfirm, { id }, me)
  assert.equal(preview.status, 'done')
  if (preview.status !== 'done') return
  const { task, classCode, keepUntil, newSender } = preview.output
  assert.equal(task?.title.replace(/\s/gu, ' '), 'Betala Lindholmens Papper & Plott AB 13 980,00 SEK')
  assert.deepEqual([task?.dueOn, task?.role, task?.ifLate], ['2026-12-08', 'bookkeeper', 'costs-money'])
  assert.deepEqual([classCode?.code, classCode?.name, keepUntil], ['3.2', 'Leverantörsfakturor', '2033-12-31'])
  assert.equal(newSender?.name, 'Lindholmens Papper & Plott AB')

  const outcome = await kernel.dispatch(confirm, { id, expectedVersion: await kernel.version(me, id) }, me)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  const confirmed = await detail(id, me)
  assert.deepEqual(
    [confirmed.record.state, confirmed.row.classCode?.code, confirmed.keepUntil],
    ['confirmed', '3.2', '2033-12-31'],
  )
  const tasks = await tasksOf(me)
  assert.deepEqual(
    tasks.map(line => [line.title, line.dueOn, line.source?.id]),
    [[task?.title, '2026-12-08', id]],
  )

  await kernel.done(reopen, outcome.undo!.input as never, me)
  const back = await detail(id, me)
  assert.deepEqual([back.record.state, back.row.classCode, back.keepUntil], ['to-confirm', null, null])
  assert.equal((await tasksOf(me)).filter(line => line.state === 'open').length, 0)
  const again = await kernel.done(confirm, { id }, me)
  assert.equal((await tasksOf(me)).filter(line => line.state === 'open').length, 1)
  assert.notEqual(again.taskKey, outcome.output.taskKey)
})

test('a person settles fields, kind, task and class while confirming; impossible values are refused', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill, { doubtful: ['dueOn'] })
  assert.equal((await detail(id, me)).row.sure, false)
  assert.equal(
    refusalOf(await kernel.dispatch(confirm, { id, fields: [{ name: 'dueOn', value: '2026-02-30' }] }, me)),
    'field-value-invalid',
  )
  assert.equal(
    refusalOf(await kernel.dispatch(confirm, { id, fields: [{ name: 'total', value: '1.234' }] }, me)),
    'field-value-invalid',
  )
  assert.equal(
    refusalOf(await kernel.dispatch(confirm, { id, fields: [{ name: 'iban', value: 'SE00 1234' }] }, me)),
    'field-value-invalid',
  )
  await kernel.done(
    confirm,
    {
      id,
      fields: [{ name: 'dueOn', value: '2026-12-17' }],
      classCodeId: null,
      task: { title: 'Why 3 cartridges?', dueOn: '2026-12-03', effortMinutes: 15 },
      newSender: false,
    },
    me,
  )
  const after = await detail(id, me)
  assert.equal(after.row.dueOn, '2026-12-17')
  const due = after.fields.find(field => field.name === 'dueOn')
  assert.deepEqual([due?.value, due?.correctedFrom, due?.sure], ['2026-12-17', '2026-12-11', true])
  assert.equal(after.row.classCode, null)
  assert.deepEqual(
    (await tasksOf(me)).map(line => [line.title, line.dueOn, line.ownerRole]),
    [['Why 3 cartridges?', '2026-12-03', 'bookkeeper']],
  )
  assert.equal(refusalOf(await kernel.dispatch(confirm, { id }, me)), 'document-state-unfit')
})

test('a stale version and an unseen change are refused', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill)
  const seen = await kernel.version(me, id)
  await kernel.done(correctField, { id, name: 'number', value: '40719' }, me)
  assert.equal(refusalOf(await kernel.dispatch(confirm, { id, expectedVersion: seen }, me)), 'version-changed')
})

test('a correction is undone to what stood there before', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill)
  const outcome = await kernel.dispatch(correctField, { id, name: 'total', value: '13980.50' }, me)
  assert.equal(outcome.status, 'done')
  assert.deepEqual((await detail(id, me)).row.total, { amount: '13980.50', currency: 'SEK' })
  if (outcome.status === 'done') await kernel.done(correctField, outcome.undo!.input as never, me)
  assert.deepEqual((await detail(id, me)).row.total, { amount: '13980.00', currency: 'SEK' })
})

test('a dry run of confirming changes nothing and tells its task', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill)
  const dry = await kernel.dispatch(confirm, { id }, me, { dryRun: true })
  assert.equal(dry.status === 'done' && dry.events[0]?.name, 'documents.document-confirmed')
  assert.equal((await detail(id, me)).record.state, 'to-confirm')
  assert.equal((await tasksOf(me)).length, 0)
})

test('the pile of sure ones is one act and one undo; doubtful, duplicate and strange ones stay', async () => {
  const me = await office()
  const known = await partyOf(me)
  const sure: string[] = []
  for (let n = 0; n < 25; n++)
    sure.push(await kernel.readPaper(me, { ...sureBill, number: `5${n}`, total: `${100 + n}.00` }, { senderId: known }))
  const doubtful = await kernel.readPaper(
    me,
    { ...sureBill, number: '900', total: '1.00' },
    { senderId: known, doubtful: ['total'] },
  )
  const stranger = await kernel.readPaper(me, {
    ...sureBill,
    number: '901',
    total: '2.00',
    senderName: 'Nobody Knows AB',
  })
  const twice = await kernel.readPaper(
    me,
    { ...sureBill, number: '50', total: '100.00' },
    { senderId: known, text: 'The same bill, put in other words.' },
  )
  const advertising = await kernel.readPaper(me, { kind: 'advertising', senderName: 'Kontorsmässan' })
  const pile = await kernel.query(stack, {}, me)
  assert.deepEqual(pile.status === 'done' && [pile.output.total, pile.output.sure], [29, 25])

  const outcome = await kernel.dispatch(confirmSure, {}, me)
  assert.equal(outcome.status, 'done')
  if (outcome.status !== 'done') return
  assert.deepEqual([...outcome.output.ids].sort(), [...sure].sort())
  assert.equal((await tasksOf(me)).length, 25)
  for (const id of [doubtful, stranger, twice, advertising])
    assert.equal((await detail(id, me)).record.state, 'to-confirm')
  assert.equal((await detail(twice, me)).duplicate?.by, 'number')
  assert.equal(refusalOf(await kernel.dispatch(confirmSure, {}, me)), 'nothing-sure-to-confirm')

  await kernel.done(reopenMany, outcome.undo!.input as never, me)
  assert.equal((await tasksOf(me)).filter(line => line.state === 'open').length, 0)
  const again = await kernel.done(confirmSure, { ids: sure.slice(0, 3) }, me)
  assert.equal(again.count, 3)
})

test('two who confirm the same pile at once confirm each paper once', async () => {
  const me = await office()
  const other = kernel.principal(me.organisationId)
  const known = await partyOf(me)
  for (let n = 10; n < 22; n++) {
    const bill = { ...sureBill, number: `77${n}` }
    await kernel.readPaper(me, bill, { senderId: known, text: JSON.stringify(bill) })
  }
  const outcomes = await Promise.all([kernel.dispatch(confirmSure, {}, me), kernel.dispatch(confirmSure, {}, other)])
  const counted = outcomes.map(outcome => (outcome.status === 'done' ? outcome.output.count : 0))
  assert.equal(
    counted.reduce((a, b) => a + b, 0),
    12,
  )
  assert.equal((await tasksOf(me)).length, 12)
})

test('an application becomes confidential when it is read, and whoever may not see that class gets nothing', async () => {
  const me = await office()
  const clerk = kernel.principal(me.organisationId, { clearance: 1 })
  const id = await kernel.readPaper(me, { kind: 'application', senderName: 'Ida Fransson' })
  assert.equal((await detail(id, me)).record.class, 2)
  const seen = await kernel.query(getDocument, { id }, clerk)
  assert.equal(seen.status === 'refused' && seen.refusal.name, 'record-not-found')
  assert.equal(refusalOf(await kernel.dispatch(confirm, { id }, clerk)), 'record-not-found')
  await kernel.done(confirm, { id }, me)
  const clerks = await kernel.query(listTasks, {}, clerk)
  assert.equal(clerks.status === 'done' && clerks.output.rows.length, 0, 'the task is as confidential as its paper')
})

test('without the permission nothing is confirmed, filed or corrected', async () => {
  const me = await office()
  const id = await kernel.readPaper(me, sureBill)
  const nobody = kernel.principal(me.organisationId, { permissions: new Map([['documents.get-document', null]]) })
  for (const [command, input] of [
    [confirm, { id }],
    [correctField, { id, name: 'number', value: '1' }],
    [fileUnder, { ids: [id], classCodeId: null }],
  ] as const) {
    assert.equal(
      refusalOf(await kernel.dispatch(command as typeof confirm, input as never, nobody)),
      'act-not-permitted',
    )
  }
  const shown = await detail(id, nobody)
  assert.deepEqual(shown.can, [])
})

test('many are filed at once, and each goes back to where it lay', async () => {
  const me = await office()
  const classes = await kernel.query(listClasses, {}, me)
  const [first, second] =
    classes.status === 'done'
      ? [classes.output.rows.find(row => row.code === '5.1')!, classes.output.rows.find(row => row.code === '6.2')!]
      : assert.fail()
  const ids = [
    await kernel.readPaper(me, sureBill),
    await kernel.readPaper(me, { kind: 'letter', senderName: 'Kustfast AB', validUntil: '2030-06-30' }),
  ]
  await kernel.done(fileUnder, { ids: [ids[0]!], classCodeId: first.id }, me)
  const outcome = await kernel.dispatch(fileUnder, { ids, classCodeId: second.id }, me)
  assert.equal((await detail(ids[1]!, me)).keepUntil, '2028-12-31')
  assert.equal(outcome.status, 'done')
  if (outcome.status === 'done')
    await kernel.dispatch({ name: outcome.undo!.command } as typeof fileUnder, outcome.undo!.input as never, me)
  assert.equal((await detail(ids[0]!, me)).row.classCode?.code, '5.1')
  assert.equal((await detail(ids[1]!, me)).row.classCode, null)
})

/** A party of the directory, by its record: the directory itself is not what is tried here. */
async function partyOf(me: Me): Promise<string> {
  const { rows } = await kernel.superuser.query<{ id: string }>(
    `insert into kernel.record (organisation_id, id, kind, title, created_at, changed_at)
     values ($1, gen_random_uuid(), 'organisation', 'Lindholmens Papper & Plott AB', $2, $2) returning id`,
    [me.organisationId, '2026-01-01T00:00:00Z'],
  )
  return rows[0]!.id
}
