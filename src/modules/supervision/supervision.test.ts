import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../kernel/ids.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { invitePerson, type RoleKey, setRecordClass, standardRoles } from '../authority/contract.ts'
import { authority, authorityPort } from '../authority/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { listNotices } from '../notifications/contract.ts'
import { notifications } from '../notifications/index.ts'
import * as work from '../work/contract.ts'
import { work as workModule } from '../work/index.ts'
import { refusalOf } from '../work/testing.ts'
import * as s from './contract.ts'
import { supervision } from './index.ts'

let office: TestKernel
let olga: TestPrincipal
let boss: TestPrincipal
let maria: TestPrincipal
let nadia: TestPrincipal

async function colleague(name: string, role: RoleKey): Promise<TestPrincipal> {
  const roleIds = [standardRoles[role].id]
  const { principalId } = await office.done(invitePerson, { name, email: `${newId()}@example.org`, roleIds }, olga)
  return { id: principalId, organisationId: olga.organisationId }
}

before(async () => {
  office = await testKernel([authority, workModule, directory, documents, notifications, supervision], {
    authority: authorityPort(),
  })
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
  const opened = await openOrganisation({ pool: office.pool, clock: office.kernel.clock }, office.kernel.dispatch, {
    language: 'en',
    organisation: 'Almgren & Tveit',
    country: 'SE',
    name: 'Olga',
    email: 'olga@example.org',
    password: 'four words and a comma',
  })
  assert.ok(opened.ok)
  olga = { id: opened.value.principalId, organisationId: opened.value.organisationId }
  boss = await colleague('Bo', 'clerk')
  maria = await colleague('Maria', 'clerk')
  nadia = await colleague('Nadia', 'clerk')
})
after(() => office.close())

async function ask<In, Wire, Out, OutWire>(
  query: Parameters<typeof office.query<In, Wire, Out, OutWire>>[0],
  input: Wire,
  as: TestPrincipal,
): Promise<OutWire> {
  const answer = await office.query(query, input, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

const finished = async (title: string, as = maria) => {
  const { id } = await office.done(work.createTask, { title }, as)
  await office.done(work.completeTask, { id }, as)
  return id
}
const toReview = (as = boss) => ask(s.listReviews, { box: 'to-review' }, as)

test('who leads whom is said by who may, never in a circle, told to the led, and undone', async () => {
  const led = (personId: string, superiorId: string | null, as = olga) =>
    office.dispatch(s.setSuperior, { personId, superiorId, team: 'Accounts' }, as)
  assert.equal(refusalOf(await led(maria.id, boss.id, boss)), 'act-not-permitted')
  assert.equal(refusalOf(await led(maria.id, maria.id)), 'superior-circle')
  assert.equal(refusalOf(await led(maria.id, newId())), 'superior-unknown')
  assert.equal(refusalOf(await led(newId(), boss.id)), 'record-not-found')
  const set = await led(maria.id, boss.id)
  assert.ok(set.status === 'done')
  assert.ok((await led(nadia.id, maria.id)).status === 'done')
  assert.equal(refusalOf(await led(boss.id, nadia.id)), 'superior-circle')
  const { rows } = await ask(listNotices, {}, maria)
  assert.deepEqual([rows[0]!.titleKey, rows[0]!.params['superior']], ['notice.superior-set', 'Bo'])
  await office.done(s.setSuperior, set.undo!.input as never, olga)
  assert.deepEqual((await ask(s.liveDay, {}, boss)).people, [])
  await led(maria.id, boss.id)
  const { people } = await ask(s.liveDay, {}, boss)
  assert.deepEqual(
    people.map(day => [day.person.title, day.superior?.title]),
    [
      ['Maria', 'Bo'],
      ['Nadia', 'Maria'],
    ],
    'and those whom they lead',
  )
  const seen = await ask(s.whoSeesMe, {}, nadia)
  assert.deepEqual(
    seen.seenBy.map(one => [one.person.title, one.how]),
    [
      ['Maria', 'superior'],
      ['Bo', 'above'],
      ['Olga', 'role'],
    ],
  )
})

test('the live day tells what is done, due, late and stuck of those one leads, and only what one may see', async () => {
  await finished('Post the letters')
  const task = (title: string, facts: object) => office.done(work.createTask, { title, ...facts }, maria)
  await task('Pay the rent', { dueOn: '2026-11-20' })
  await task('Answer the authority', { dueOn: '2026-11-24', effortMinutes: 30 })
  const { id: waits } = await task('The lease', {})
  await office.done(work.waitFor, { id: waits, waitingFor: 'The landlord', chaseOn: '2026-11-24' }, maria)
  const { id: secret } = await task('Notice of dismissal', { dueOn: '2026-11-20' })
  await office.done(setRecordClass, { id: secret, kind: 'task', class: 3 }, olga)
  const [day] = (await ask(s.liveDay, {}, boss)).people
  assert.deepEqual(
    [day!.done.total, day!.late.rows.map(row => row.record.title), day!.today, day!.stuck.rows.map(row => row.what)],
    [1, ['Pay the rent'], { total: 1, minutes: 30 }, ['The landlord']],
  )
  assert.ok(day!.doing, 'what they did last')
  assert.doesNotMatch(JSON.stringify(day), /dismissal/)
  assert.deepEqual((await ask(s.liveDay, {}, nadia)).people, [], 'who leads nobody sees nobody')
  assert.equal(refusalOf(await office.query(s.liveDay, { scope: 'all' }, boss)), 'act-not-permitted')
  assert.ok((await ask(s.liveDay, { scope: 'all' }, olga)).people.length === 3)
})

test('every third piece called so is laid before who asked; right, a mistake, an answer; both see the same figures', async () => {
  assert.equal(refusalOf(await office.dispatch(s.askReview, { personId: boss.id }, maria)), 'not-their-superior')
  const asked = await office.dispatch(s.askReview, { personId: maria.id, every: 3, words: 'Bréf' }, boss)
  assert.ok(asked.status === 'done')
  assert.equal((await ask(listNotices, {}, maria)).rows[0]!.titleKey, 'notice.review-asked')
  assert.equal((await ask(s.whoSeesMe, {}, maria)).marks.length, 1)
  const ids = []
  for (let n = 1; n <= 6; n++) ids.push(await finished(`Bref ${n}`))
  await finished('Something else')
  const { rows } = await toReview()
  assert.deepEqual(rows.map(row => row.title).sort(), ['Bref 3', 'Bref 6'])
  assert.deepEqual((await toReview(olga)).rows, [], 'a review is between the two')
  const tasks = await ask(work.listTasks, { ownerId: boss.id, states: ['open'] }, boss)
  assert.deepEqual(tasks.rows.map(row => row.title).sort(), ['Review: Bref 3 (Maria)', 'Review: Bref 6 (Maria)'])
  await office.done(work.reopenTask, { id: ids[5]! }, maria)
  assert.deepEqual(
    (await toReview()).rows.map(row => row.title),
    ['Bref 3'],
    'what is not finished after all is taken back',
  )
  const id = rows.find(row => row.title === 'Bref 3')!.id
  const mistake = { id, mistakeKind: 'figures', note: 'The VAT is that of last year.' } as const
  assert.equal(refusalOf(await office.dispatch(s.markMistake, mistake, maria)), 'review-not-yours')
  assert.equal(refusalOf(await office.dispatch(s.answerReview, { id, answer: 'x' }, maria)), 'review-not-reviewed')
  assert.equal(refusalOf(await office.dispatch(s.markRight, { id }, nadia)), 'record-not-found')
  const said = await office.dispatch(s.markMistake, mistake, boss)
  assert.ok(said.status === 'done')
  assert.equal((await ask(work.listTasks, { ownerId: boss.id, states: ['open'] }, boss)).total, 0)
  assert.equal(refusalOf(await office.dispatch(s.markRight, { id }, boss)), 'review-not-open')
  await office.done(s.reopenReview, said.undo!.input as never, boss)
  assert.equal((await toReview()).total, 1)
  assert.equal((await ask(work.listTasks, { ownerId: boss.id, states: ['open'] }, boss)).total, 1)
  await office.done(s.markMistake, mistake, boss)
  await office.done(s.answerReview, { id, answer: 'Right: the new rate holds from July.' }, maria)
  assert.equal(refusalOf(await office.dispatch(s.answerReview, { id, answer: 'x' }, boss)), 'review-not-yours')
  assert.equal((await ask(listNotices, {}, boss)).rows[0]!.titleKey, 'notice.review-answered')
  const own = await ask(s.reviewFigures, {}, maria)
  assert.deepEqual(own.months, [
    { month: '2026-11-01', reviewed: 1, right: 0, kinds: [{ mistakeKind: 'figures', count: 1 }] },
  ])
  assert.deepEqual(await ask(s.reviewFigures, { personId: maria.id }, boss), own)
  assert.equal(refusalOf(await office.query(s.reviewFigures, { personId: maria.id }, nadia)), 'record-not-found')
  const ended = await office.dispatch(s.endReviewMark, { id: asked.output.id }, boss)
  assert.ok(ended.status === 'done')
  assert.equal(refusalOf(await office.dispatch(s.endReviewMark, { id: asked.output.id }, boss)), 'review-mark-ended')
  for (let n = 7; n <= 9; n++) await finished(`Bref ${n}`)
  assert.equal((await toReview()).total, 0)
  await office.done(s.resumeReviewMark, ended.undo!.input as never, boss)
  assert.equal(
    refusalOf(await office.dispatch(s.resumeReviewMark, { id: asked.output.id }, boss)),
    'review-mark-not-ended',
  )
  assert.equal(refusalOf(await office.dispatch(s.endReviewMark, { id: asked.output.id }, maria)), 'not-their-superior')
  await office.done(s.endReviewMark, { id: asked.output.id }, boss)
})

test('asked to be shown before: shown it is enough, done without it says so; what the superior may not see is not sampled', async () => {
  const { id: mark } = await office.done(s.askReview, { personId: maria.id, moment: 'before', words: 'Contract' }, boss)
  const { id: shown } = await office.done(work.createTask, { title: 'Contract with Hisings' }, maria)
  assert.equal(refusalOf(await office.dispatch(s.showWork, { id: shown }, nadia)), 'work-not-yours')
  const { id: review } = await office.done(s.showWork, { id: shown, note: 'Is clause 4 right?' }, maria)
  assert.equal(refusalOf(await office.dispatch(s.showWork, { id: shown }, maria)), 'work-already-shown')
  await office.done(s.markRight, { id: review }, boss)
  await office.done(work.completeTask, { id: shown }, maria)
  assert.equal((await toReview()).total, 0)
  assert.equal(refusalOf(await office.dispatch(s.showWork, { id: shown }, maria)), 'work-not-open')
  await finished('Contract with Lindholms')
  assert.deepEqual(
    (await toReview()).rows.map(row => [row.title, row.unshown]),
    [['Contract with Lindholms', true]],
  )
  const { id: secret } = await office.done(work.createTask, { title: 'Contract of the director' }, olga)
  await office.done(work.assignTask, { id: secret, ownerId: maria.id }, olga)
  await office.superuser.query('update authority.principal set clearance = 3 where id = $1', [maria.id])
  await office.done(setRecordClass, { id: secret, kind: 'task', class: 3 }, olga)
  await office.done(work.completeTask, { id: secret }, maria)
  assert.equal((await toReview()).total, 1, 'it would be above Bo’s clearance')
  const { id: own } = await office.done(work.createTask, { title: 'My own' }, olga)
  assert.equal(refusalOf(await office.dispatch(s.showWork, { id: own }, olga)), 'without-superior')
  await office.done(s.endReviewMark, { id: mark }, boss)
})

test('another office sees none of it; a dry run leaves nothing; the same key asks once', async () => {
  const { rows } = await toReview()
  const opened = await openOrganisation({ pool: office.pool, clock: office.kernel.clock }, office.kernel.dispatch, {
    language: 'en',
    organisation: 'Elsewhere',
    country: 'SE',
    name: 'Stranger',
    email: 'stranger@example.org',
    password: 'four words and a comma',
  })
  assert.ok(opened.ok)
  const stranger = { id: opened.value.principalId, organisationId: opened.value.organisationId }
  assert.equal(refusalOf(await office.query(s.getReview, { id: rows[0]!.id }, stranger)), 'record-not-found')
  assert.equal(refusalOf(await office.dispatch(s.markRight, { id: rows[0]!.id }, stranger)), 'record-not-found')
  assert.equal(refusalOf(await office.dispatch(s.askReview, { personId: maria.id }, stranger)), 'superior-unknown')
  const asked = async () => (await ask(s.whoSeesMe, {}, boss)).asked.length
  const before = await asked()
  await office.dispatch(s.askReview, { personId: maria.id }, boss, { dryRun: true })
  assert.equal(await asked(), before)
  await office.dispatch(s.askReview, { personId: maria.id }, boss, { key: 'once' })
  await office.dispatch(s.askReview, { personId: maria.id }, boss, { key: 'once' })
  assert.equal(await asked(), before + 1)
})
