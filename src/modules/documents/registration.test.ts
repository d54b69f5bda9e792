import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { getRegistration, listRegister, register, registerDocuments, strikeRegistration } from './contract.ts'
import { documentRoutes } from './doors.routes.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let k: DocumentsKernel
let anna: TestPrincipal
before(async () => {
  k = await documentsKernel()
  anna = k.principal(await k.openOrganisation('sv'))
})
after(() => k.close())

const year = () => Temporal.Now.plainDateISO('Europe/Stockholm').year
const refusal = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status
const inquiry = { direction: 'in' as const, subject: 'Fråga om bygglov', correspondent: 'Eva Lindholm' }
const rows = async (input: object = {}, as = anna) => {
  const answer = await k.query(listRegister, { limit: 1000, ...input }, as)
  return answer.status === 'done' ? answer.output.rows : []
}

test('numbers go without gaps by direction and year; a dry run and a refusal take none; a key gives one', async () => {
  const first = await k.done(register, inquiry, anna)
  assert.equal(first.number, `IN ${year()}/1`)
  await k.dispatch(register, inquiry, anna, { dryRun: true })
  assert.equal(
    refusal(await k.dispatch(register, { direction: 'in', subject: 'Utan namn' }, anna)),
    'correspondent-missing',
  )
  await k.dispatch(register, inquiry, anna, { key: 'same' })
  await k.dispatch(register, inquiry, anna, { key: 'same' })
  const third = await k.done(register, inquiry, anna)
  assert.equal(third.number, `IN ${year()}/3`)
  const out = await k.done(register, { ...inquiry, direction: 'out' }, anna)
  assert.equal(out.number, `UT ${year()}/1`)
})

test('twenty at once get twenty numbers', async () => {
  const entries = await Promise.all(
    Array.from({ length: 20 }, () => k.done(register, { direction: 'internal', subject: 'Anteckning' }, anna)),
  )
  const serials = entries.map(({ number }) => Number(number.split('/')[1])).sort((a, b) => a - b)
  assert.deepEqual(
    serials,
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
})

test('papers are entered with what was read, in the order of their arrival, once', async () => {
  const ids = [
    await k.readPaper(anna, { kind: 'letter', senderName: 'Hisings Ventilation AB', subject: 'Offert' }),
    await k.readPaper(anna, { kind: 'letter', senderName: 'Göteborgs Stad', subject: 'Beslut' }),
  ]
  const { count, first, last } = await k.done(registerDocuments, { ids, direction: 'in' }, anna)
  assert.equal(count, 2)
  const entered = await rows({ direction: 'in' })
  assert.equal(entered.find(({ number }) => number === first)?.correspondent, 'Hisings Ventilation AB')
  assert.equal(entered.find(({ number }) => number === last)?.subject, 'Beslut')
  const again = await k.dispatch(registerDocuments, { ids, direction: 'in' }, anna)
  assert.equal(refusal(again), 'document-already-registered')
})

test('an entry is struck with a reason, stays in its place, and is changed by nobody', async () => {
  const { id, number } = await k.done(register, inquiry, anna)
  await k.done(strikeRegistration, { id, reason: 'Införd två gånger' }, anna)
  assert.equal(
    refusal(await k.dispatch(strikeRegistration, { id, reason: 'igen' }, anna)),
    'registration-already-struck',
  )
  const detail = await k.query(getRegistration, { id }, anna)
  assert.ok(detail.status === 'done')
  assert.deepEqual([detail.output.record.state, detail.output.entry.strikeReason], ['struck', 'Införd två gånger'])
  assert.ok((await rows()).some(entry => entry.number === number))
  await assert.rejects(
    k.superuser.query("update documents.registration set subject = 'Annat' where id = $1", [id]),
    /struck, never changed/,
  )
  const next = await k.done(register, inquiry, anna)
  assert.notEqual(next.number, number)
})

test('what is secret is seen by those alone who may; its rule needs the mark', async () => {
  const basis = 'OSL 21 kap. 1 §'
  const without = await k.dispatch(register, { ...inquiry, secrecyBasis: basis }, anna)
  assert.equal(refusal(without), 'secrecy-basis-without-secrecy')
  const { number } = await k.done(register, { ...inquiry, secret: true, secrecyBasis: basis }, anna)
  const low = k.principal(anna.organisationId, { clearance: 1 })
  assert.ok((await rows()).some(entry => entry.number === number))
  assert.ok(!(await rows({}, low)).some(entry => entry.number === number))
})

test('what has not come is not entered, nor what points at nothing', async () => {
  assert.equal(
    refusal(await k.dispatch(register, { ...inquiry, happenedOn: '2126-01-01' }, anna)),
    'registration-day-ahead',
  )
  const nowhere = { ...inquiry, matterId: '019aa000-0000-7000-8000-00000000dead' }
  assert.equal(refusal(await k.dispatch(register, nowhere, anna)), 'registration-link-not-found')
})

test('the register of a year is a PDF', async () => {
  const route = documentRoutes.find(({ path }) => path.endsWith('/register/pdf'))!
  const answer = await route.answer(k.kernel, {
    params: {},
    query: { year: String(year()) },
    caller: { organisationId: anna.organisationId, principalId: anna.id, mandateId: null },
    requestId: 'register',
    ifNoneMatch: undefined,
  })
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.ok((answer.body as Buffer).byteLength > 3000)
})
