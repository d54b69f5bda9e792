import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listTasks, setAway } from '../work/contract.ts'
import * as p from './contract.ts'
import { insertRecord, type PostOffice, postOffice, refusalOf } from './testing.ts'

let it: PostOffice
before(async () => {
  it = await postOffice()
})
after(() => it.office.close())

const see = async (id: string) => {
  const answer = await it.office.query(p.getItem, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const ask = async (query: Parameters<PostOffice['office']['query']>[0], input: object, who = it.elin) => {
  const answer = await it.office.query(query, input as never, who)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output as never as { rows: { id: string; title: string; number?: string }[]; total: number }
}
const tasksOf = async (id: string) => {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.state === 'open').map(task => [task.title, task.dueOn] as const)
}
const decision = { sort: 'registered' as const, sender: 'Skatteverket', title: 'Decision on VAT', tracking: 'RR12SE' }

test('a registered letter: entered, sorted, carried, signed for; every hand in the chain', async () => {
  const { office, elin, karin } = it
  it.goTo('2026-11-24')
  const { id, number } = await office.done(p.addItem, { ...decision, receiptRule: 'signed', answerDays: 21 }, elin)
  assert.match(number, /^2026-\d{4}$/)
  assert.equal(
    (await ask(p.listWaiting, {})).rows.some(row => row.id === id),
    true,
    'nobody’s yet',
  )
  assert.equal(refusalOf(await office.dispatch(p.beginRound, { ids: [id] }, elin)), 'post-not-sorted')
  assert.equal(refusalOf(await office.dispatch(p.beginRound, {}, elin)), 'nothing-to-deliver')
  const sorted = await office.dispatch(p.changeItem, { id, forId: karin.id }, elin)
  assert.ok(sorted.status === 'done')
  await office.done(p.changeItem, sorted.undo!.input as never, elin)
  assert.equal((await see(id)).for, null, 'taken back')
  await office.done(p.changeItem, { id, forId: karin.id }, elin)
  assert.equal(
    (await ask(p.listWaiting, {})).rows.some(row => row.id === id),
    false,
  )
  assert.equal(refusalOf(await office.dispatch(p.handOverItem, { id, toId: elin.id }, karin)), 'post-not-in-hand')
  assert.equal(refusalOf(await office.dispatch(p.takeItem, { id }, elin)), 'post-already-in-hand')
  await office.done(p.takeItem, { id }, karin)
  await office.done(p.handOverItem, { id, toId: elin.id }, karin)
  assert.equal((await office.done(p.beginRound, {}, elin)).count, 1)
  assert.deepEqual(
    (await ask(p.listRound, {})).rows.map(row => row.id),
    [id],
  )
  await office.done(p.missItem, { id, reason: 'absent' }, elin)
  assert.deepEqual([(await see(id)).record.state, (await see(id)).attempts], ['received', 1])
  assert.equal(refusalOf(await office.dispatch(p.removeItem, { id }, elin)), 'post-went-on')
  await office.done(p.beginRound, { ids: [id] }, elin)
  assert.equal(refusalOf(await office.dispatch(p.deliverItem, { id }, elin)), 'signature-missing')
  assert.deepEqual(await tasksOf(id), [], 'its time has not begun')
  const signature = 'M10 20L30 40L50 20M60 10L70 90'
  await office.done(p.deliverItem, { id, signature }, elin)
  const done = await see(id)
  assert.deepEqual(
    done.custody.map(link => [link.n, link.way, link.from?.title ?? null, link.to?.title ?? null, link.signature]),
    [
      [1, 'arrived', null, 'Elin Bergqvist', null],
      [2, 'taken', 'Elin Bergqvist', 'Karin Öberg', null],
      [3, 'handed', 'Karin Öberg', 'Elin Bergqvist', null],
      [4, 'delivered', 'Elin Bergqvist', 'Karin Öberg', signature],
    ],
  )
  assert.deepEqual(
    [done.record.state, String(done.receiptOn), String(done.answerBy)],
    ['delivered', '2026-11-24', '2026-12-15'],
  )
  assert.deepEqual(await tasksOf(id), [[`Answer: Decision on VAT (${number}, from Skatteverket)`, '2026-12-15']])
  assert.equal(refusalOf(await office.dispatch(p.missItem, { id, reason: 'absent' }, elin)), 'post-not-so-far')
})

test('the database itself refuses a chain that is broken, forged or rewritten', async () => {
  const { office, elin, karin, organisationId } = it
  const { id } = await office.done(p.addItem, { sender: 'A', forId: karin.id }, elin)
  const link = (n: number, from: string, to: string, by: string, way = 'handed') =>
    office.superuser.query(
      `insert into post.custody (organisation_id, item_id, n, prior_n, way, from_id, to_id, by_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
      [organisationId, id, n, n - 1, way, from, to, by],
    )
  await assert.rejects(link(2, karin.id, elin.id, karin.id), /custody_unbroken/, 'from whom it is not with')
  await assert.rejects(link(3, elin.id, karin.id, elin.id), /custody_unbroken/, 'with a link left out')
  await assert.rejects(link(2, elin.id, karin.id, karin.id), /custody_in_hand/, 'by somebody else')
  const both = await Promise.all([
    office.dispatch(p.handOverItem, { id, toId: karin.id }, elin),
    office.dispatch(p.deliverItem, { id, signerName: 'Anna' }, elin),
  ])
  assert.deepEqual(both.map(outcome => outcome.status).toSorted(), ['done', 'refused'], 'two cannot give it on')
})

test('who is away has a deputy, but not for what is personal; the round goes by its places', async () => {
  const { office, elin, karin, organisationId } = it
  it.goTo('2026-11-25')
  const { id: second } = await office.done(
    p.addStop,
    { name: 'Studio', place: 'Floor 3', position: 30, personIds: [karin.id] },
    elin,
  )
  const { id: first } = await office.done(p.addStop, { name: 'Accounts', place: 'Floor 1', position: 10 }, elin)
  const other = { name: 'Again', personIds: [karin.id] }
  assert.equal(refusalOf(await office.dispatch(p.addStop, other, elin)), 'person-at-other-stop')
  const add = async (facts: object) => (await office.done(p.addItem, { sender: 'B', ...facts } as never, elin)).id
  const [toPerson, toPlace, personal] = [
    await add({ forId: karin.id }),
    await add({ stopId: first }),
    await add({ forId: karin.id, personal: true }),
  ]
  await office.done(
    setAway,
    { personId: karin.id, fromOn: '2026-11-25', untilOn: '2026-11-27', deputyId: elin.id },
    elin,
  )
  const [one, own] = [await see(toPerson), await see(personal)]
  assert.deepEqual([one.deliverTo?.title, String(one.awayUntil)], ['Elin Bergqvist', '2026-11-27'])
  assert.deepEqual([own.deliverTo, own.stop?.id], [null, second])
  await office.done(p.beginRound, { ids: [toPerson, toPlace, personal] }, elin)
  const round = (await ask(p.listRound, {})).rows.map(row => row.id)
  assert.equal(round[0], toPlace)
  const moved = await office.dispatch(p.changeStop, { id: first, position: 90, retired: true }, elin)
  assert.ok(moved.status === 'done')
  await office.done(p.changeStop, moved.undo!.input as never, elin)
  await office.done(p.returnItem, { id: personal, reason: 'Moved' }, elin)
  await office.done(p.deliverItem, { id: toPlace }, elin)
  assert.equal((await see(toPlace)).custody.at(-1)?.toName, 'Accounts', 'left at its place')
  assert.equal((await see(personal)).record.state, 'returned')
  const paper = await insertRecord(office, organisationId, 'document', 'Scan.pdf')
  assert.deepEqual(
    (await office.done(p.addScanned, { documentIds: [paper] }, elin)).ids,
    [],
    'no paper of documents, no line',
  )
})

test('outgoing: postage by the list, collected, its receipt waited for, counted by month', async () => {
  const { office, elin } = it
  it.goTo('2026-11-25')
  const rate = { sort: 'registered' as const, zone: 'domestic' as const, validFrom: '2026-01-01' }
  const sek = (amount: string) => ({ amount, currency: 'SEK' })
  await office.done(p.addRate, { ...rate, maxGrams: 50, price: sek('138.00') }, elin)
  const { id: heavy } = await office.done(p.addRate, { ...rate, maxGrams: 500, price: sek('190.00') }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.addRate, { ...rate, maxGrams: 50, price: sek('1.00') }, elin)),
    'rate-twice',
  )
  const given = { sort: 'registered' as const, recipient: 'Göteborgs Stad', grams: 50, pieces: 2 }
  const { id } = await office.done(p.addOutgoing, given, elin)
  const out = async () => {
    const answer = await office.query(p.getOutgoing, { id }, elin)
    assert.ok(answer.status === 'done')
    return answer.output
  }
  assert.deepEqual([(await out()).postage?.amount, (await out()).postageListed], ['276.00', true])
  await office.done(p.changeOutgoing, { id, grams: 51 }, elin)
  assert.equal((await out()).postage?.amount, '380.00')
  const byHand = await office.dispatch(p.changeOutgoing, { id, postage: sek('5.00') }, elin)
  assert.ok(byHand.status === 'done')
  await office.done(p.changeOutgoing, byHand.undo!.input as never, elin)
  assert.equal((await out()).postage?.amount, '380.00')
  assert.equal(refusalOf(await office.dispatch(p.noteDelivered, { id }, elin)), 'outgoing-not-so-far')
  await office.done(p.handToCarrier, { ids: [id], carrier: 'PostNord' }, elin)
  assert.deepEqual(
    (await tasksOf(id)).map(([, due]) => due),
    ['2026-12-09'],
  )
  assert.equal(
    refusalOf(await office.dispatch(p.noteDelivered, { id, on: '2026-11-01' }, elin)),
    'outgoing-day-reversed',
  )
  await office.done(p.noteDelivered, { id }, elin)
  assert.deepEqual(await tasksOf(id), [])
  const costs = await office.query(p.listCosts, { from: '2026-11-01' }, elin)
  assert.ok(costs.status === 'done')
  assert.deepEqual(
    costs.output.rows.map(row => [row.month, row.pieces, row.postage.amount]),
    [['2026-11', 2, '380.00']],
  )
  assert.equal(
    refusalOf(await office.dispatch(p.endRate, { id: heavy, validUntil: '2025-01-01' }, elin)),
    'rate-reversed',
  )
  await office.done(p.endRate, { id: heavy, validUntil: '2026-11-24' }, elin)
  const { id: none } = await office.done(p.addOutgoing, { ...given, grams: 400 }, elin)
  const unpriced = await office.query(p.getOutgoing, { id: none }, elin)
  assert.ok(unpriced.status === 'done' && unpriced.output.postage === null, 'no price holds any more')
  await office.done(p.handToCarrier, { ids: [none], carrier: 'PostNord' }, elin)
  await office.done(p.noteReturned, { id: none, reason: 'Moved' }, elin)
  const small = office.principal(it.organisationId, {
    permissions: new Map([['post.add-outgoing', { minor: 1n, currency: 'SEK' }]]),
  })
  assert.equal((await office.dispatch(p.addOutgoing, { ...given, postage: sek('9.00') }, small)).status, 'asked')
})

test('boxes: a task when their day comes, once; looking through them settles it and sets the next', async () => {
  const { office, elin, karin, system } = it
  it.goTo('2026-11-27')
  const { id } = await office.done(p.addBox, { name: 'Kivra', provider: 'kivra', keeperId: karin.id }, elin)
  assert.equal((await office.done(p.raiseDue, {}, system)).count, 1)
  assert.equal((await office.done(p.raiseDue, {}, system)).count, 0)
  assert.deepEqual(await tasksOf(id), [['Look through Kivra', '2026-11-27']])
  await office.done(p.lookThrough, { id, found: 2 }, karin)
  assert.deepEqual(await tasksOf(id), [])
  const box = await office.query(p.getBox, { id }, elin)
  assert.ok(box.status === 'done')
  assert.deepEqual([String(box.output.nextOn), box.output.looks.map(look => look.found)], ['2026-11-30', [2]])
  const changed = await office.dispatch(p.changeBox, { id, retired: true }, elin)
  assert.ok(changed.status === 'done')
  assert.equal(refusalOf(await office.dispatch(p.lookThrough, { id }, karin)), 'box-retired')
  await office.done(p.changeBox, changed.undo!.input as never, elin)
})

test('what one may not see is not there; a dry run and a second key do nothing more', async () => {
  const { office, elin, visitor } = it
  const { id } = await office.done(p.addItem, { ...decision, class: 2 }, elin)
  const stranger = office.principal(await office.openOrganisation())
  for (const who of [visitor, stranger]) {
    for (const command of [p.takeItem, p.removeItem, p.deliverItem])
      assert.equal(refusalOf(await office.dispatch(command, { id }, who)), 'record-not-found', command.name)
    assert.equal((await office.query(p.getItem, { id }, who)).status, 'refused')
  }
  assert.equal(refusalOf(await office.dispatch(p.addItem, {}, elin)), 'post-sender-missing')
  assert.equal(
    refusalOf(await office.dispatch(p.addItem, { sender: 'A', receiptRule: 'third-day' }, elin)),
    'postmark-missing',
  )
  const dry = await office.dispatch(p.removeItem, { id }, elin, { dryRun: true })
  assert.ok(dry.status === 'done' && (await see(id)).record.state === 'received')
  const first = await office.dispatch(p.addItem, { sender: 'Twice' }, elin, { key: 'twice' })
  const again = await office.dispatch(p.addItem, { sender: 'Twice' }, elin, { key: 'twice' })
  assert.ok(first.status === 'done' && again.status === 'done')
  assert.equal(first.output.id, again.output.id)
  const removed = await office.dispatch(p.removeItem, { id }, elin)
  assert.ok(removed.status === 'done')
  await office.done(p.restoreItem, removed.undo!.input as never, elin)
})
