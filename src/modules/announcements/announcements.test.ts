import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { completeTask, listTasks, reopenTask } from '../work/contract.ts'
import * as a from './contract.ts'
import { type AnnouncementsOffice, announcementsOffice, insertRecord, refusalOf } from './testing.ts'

let it: AnnouncementsOffice
before(async () => {
  it = await announcementsOffice()
})
after(() => it.office.close())

const request = {
  kind: 'request' as const,
  title: 'Summer weeks',
  body: 'Which weeks?',
  toEverybody: true,
  answerBy: '2026-12-18',
  questions: [
    { question: 'First week', answerKind: 'number' as const },
    { question: 'Away at all?', answerKind: 'yes-no' as const },
    { question: 'Where', answerKind: 'choice' as const, options: ['Home', 'Abroad'], optional: true },
  ],
}

async function see(id: string, as: TestPrincipal, language?: 'sv') {
  const answer = await it.office.query(a.getAnnouncement, { id, ...(language ? { language } : {}) }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

async function inbox(as: TestPrincipal, input: object = {}) {
  const answer = await it.office.query(a.listAnnouncements, input, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}

async function unread(as: TestPrincipal): Promise<number> {
  const answer = await it.office.query(a.countUnread, {}, as)
  assert.ok(answer.status === 'done')
  return answer.output.count
}

async function tasksOf(id: string, as: TestPrincipal) {
  const answer = await it.office.query(listTasks, { sourceId: id, ownerId: as.id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.map(row => [row.title, row.state, row.dueOn] as const)
}

test('a request is a draft nobody else sees, reaches all, asks each by a task, and its answers add up', async () => {
  const { office, elin, karin, ingrid, sofia, visitor } = it
  const { id } = await office.done(a.createAnnouncement, request, elin)
  assert.equal(refusalOf(await office.query(a.getAnnouncement, { id }, karin)), 'record-not-found')
  const published = await office.done(a.publishAnnouncement, { id, expectedVersion: 1 }, elin)
  assert.equal(
    published.readers,
    3,
    'everybody with the clearance, without the author; the visitor may not see internal',
  )
  assert.deepEqual(await tasksOf(id, karin), [['Answer: Summer weeks', 'open', '2026-12-18']])
  assert.equal((await inbox(karin))[0]!.reading, 'answer')
  assert.equal(refusalOf(await office.query(a.getAnnouncement, { id }, visitor)), 'record-not-found')

  const answers = (first: string, away: string) => ({
    id,
    answers: [
      { position: 1, value: first },
      { position: 2, value: away },
    ],
  })
  for (const [value, away, wanted] of [
    ['soon', 'yes', 'answer-unreadable'],
    ['28', 'perhaps', 'answer-unreadable'],
  ] as const)
    assert.equal(refusalOf(await office.dispatch(a.answerRequest, answers(value, away), karin)), wanted)
  assert.equal(
    refusalOf(await office.dispatch(a.answerRequest, { id, answers: [{ position: 1, value: '28' }] }, karin)),
    'question-missing',
  )
  assert.equal(
    refusalOf(await office.dispatch(a.answerRequest, { id, answers: [{ position: 9, value: '28' }] }, karin)),
    'answer-not-asked',
  )
  await office.done(a.answerRequest, answers('28,5', 'yes'), karin)
  await office.done(
    a.answerRequest,
    { id, answers: [...answers('29', 'no').answers, { position: 3, value: 'Abroad' }] },
    ingrid,
  )
  assert.deepEqual(
    (await tasksOf(id, karin)).map(([, state]) => state),
    ['done'],
  )
  assert.equal((await inbox(karin))[0]!.reading, 'read')
  const seen = await see(id, karin)
  assert.deepEqual(
    seen.questions.map(one => one.answer),
    ['28.5', 'yes', null],
  )
  assert.equal(seen.receipts, null, 'who has read is not told to readers')
  assert.equal(refusalOf(await office.query(a.listAnswers, { id }, karin)), 'announcement-not-yours')

  const table = await office.query(a.listAnswers, { id }, elin)
  assert.ok(table.status === 'done')
  assert.deepEqual(
    table.output.questions.map(one => [one.answered, one.sum, one.counts.map(({ count }) => count)]),
    [
      [2, '57.5', []],
      [2, null, [1, 1]],
      [1, null, [0, 1]],
    ],
  )
  const missing = await office.query(a.listAnswers, { id, missing: 'true' }, elin)
  assert.deepEqual(missing.status === 'done' && missing.output.rows.map(row => row.person), ['Sofia Visser'])

  const reminded = await office.done(a.remindReaders, { id }, elin)
  assert.equal(reminded.reminded, 1)
  assert.deepEqual(
    (await tasksOf(id, sofia)).map(([, state]) => state).sort(),
    ['dropped', 'open'],
    'the untouched task is made anew, as a reminder',
  )
  const closed = await office.dispatch(a.closeAnnouncement, { id }, elin)
  assert.ok(closed.status === 'done')
  assert.equal(
    refusalOf(await office.dispatch(a.answerRequest, answers('30', 'no'), sofia)),
    'announcement-not-published',
  )
  assert.equal((await tasksOf(id, sofia)).filter(([, state]) => state === 'open').length, 0)
  assert.equal(await unread(sofia), 0)
  await office.done(a.reopenAnnouncement, closed.undo!.input as never, elin)
  assert.equal((await tasksOf(id, sofia)).filter(([, state]) => state === 'open').length, 1)
  assert.equal(refusalOf(await office.dispatch(a.reopenAnnouncement, { id }, elin)), 'announcement-not-closed')
  await office.done(a.answerRequest, answers('31', 'no'), sofia)
  assert.equal(refusalOf(await office.dispatch(a.remindReaders, { id }, elin)), 'nobody-to-remind')
})

test('a second person reads first: held, sent back with a question, corrected, released', async () => {
  const { office, elin, karin, sofia } = it
  const { id } = await office.done(
    a.createAnnouncement,
    { kind: 'announcement', title: 'New lease', body: 'We move.', toPeople: [sofia.id], checkerId: karin.id },
    elin,
  )
  assert.equal(refusalOf(await office.dispatch(a.publishAnnouncement, { id }, elin)), 'announcement-not-checked')
  const asked = await office.dispatch(a.askCheck, { id }, elin)
  assert.ok(asked.status === 'done')
  await office.done(a.takeBackCheck, asked.undo!.input as never, elin)
  assert.equal(refusalOf(await office.query(a.getAnnouncement, { id }, karin)), 'record-not-found')
  await office.done(a.askCheck, { id }, elin)
  assert.equal(await unread(karin), 1 + (await inbox(karin)).filter(row => row.reading === 'unread').length)
  assert.equal((await inbox(karin))[0]!.id, id, 'what one is to check stands first among all')
  assert.ok((await inbox(karin, { unread: 'true' })).some(row => row.id === id))
  assert.ok(!(await inbox(karin, { box: 'received' })).some(row => row.id === id))
  assert.ok(
    (await inbox(elin)).some(row => row.id === id && row.reading === 'own'),
    'all holds what one wrote oneself',
  )
  assert.deepEqual(
    (await tasksOf(id, karin)).filter(([, state]) => state === 'open').map(([title]) => title),
    ['Read before it is published: New lease'],
  )
  assert.equal(refusalOf(await office.dispatch(a.publishAnnouncement, { id }, elin)), 'announcement-not-checked')
  assert.equal(
    refusalOf(await office.dispatch(a.changeAnnouncement, { id, title: 'x' }, elin)),
    'announcement-not-draft',
  )
  assert.equal(
    refusalOf(await office.dispatch(a.returnAnnouncement, { id, checkNote: 'x' }, elin)),
    'announcement-not-yours',
  )
  await office.done(a.returnAnnouncement, { id, checkNote: 'When?' }, karin)
  assert.equal((await see(id, elin)).checkNote, 'When?')
  assert.deepEqual(
    (await tasksOf(id, elin)).map(([title]) => title),
    ['Correct and publish: New lease'],
  )
  await office.done(a.changeAnnouncement, { id, body: 'We move in May.' }, elin)
  await office.done(a.askCheck, { id }, elin)
  const { readers } = await office.done(a.publishAnnouncement, { id }, karin)
  assert.equal(readers, 1)
  assert.equal((await see(id, sofia)).body, 'We move in May.')
  assert.equal(
    refusalOf(await office.query(a.getAnnouncement, { id }, it.ingrid)),
    'record-not-found',
    'it is for Sofia alone',
  )
})

test('roles are told, each in their language; opened, read, corrected and told what changed', async () => {
  const { office, elin, karin, ingrid, sofia, roleId } = it
  const paper = await insertRecord(office, it.organisationId, 'document', 'Plan.pdf')
  const secret = await insertRecord(office, it.organisationId, 'document', 'Secret.pdf', { class: 3 })
  const { id } = await office.done(
    a.createAnnouncement,
    {
      kind: 'announcement',
      title: 'Winter tyres',
      body: 'Before the first of December.',
      language: 'en',
      toRoles: [roleId],
      toPeople: [sofia.id],
      pinnedUntil: '2026-12-24',
      documentIds: [paper, secret],
      translations: [{ language: 'nl', title: 'Winterbanden', body: 'Vóór 1 december.' }],
    },
    elin,
  )
  await office.done(a.publishAnnouncement, { id }, elin)
  assert.equal((await see(id, sofia)).title, 'Winterbanden')
  assert.equal((await see(id, sofia, 'sv')).title, 'Winterbanden', 'what is not there in the language asked for')
  assert.equal((await see(id, ingrid)).title, 'Winter tyres')
  assert.equal(refusalOf(await office.query(a.getAnnouncement, { id }, karin)), 'record-not-found')
  const before = await unread(ingrid)
  await office.done(a.openAnnouncement, { id }, ingrid)
  await office.done(a.confirmRead, { id }, ingrid)
  assert.equal(await unread(ingrid), before - 1)
  assert.deepEqual((await see(id, elin)).receipts, { readers: 2, opened: 1, read: 1, answered: 0 })
  await office.done(a.correctAnnouncement, { id, changed: 'The day.', body: 'Before the fifteenth of November.' }, elin)
  const [line] = await inbox(ingrid, { text: 'tyres' })
  assert.deepEqual([line!.reading, line!.pinned], ['corrected', true])
  assert.deepEqual(
    (await see(id, ingrid)).corrections.map(one => [one.number, one.changed, one.unseen]),
    [[2, 'The day.', true]],
  )
  assert.equal((await see(id, sofia)).title, 'Winterbanden', 'the translation stays')
  await office.done(a.openAnnouncement, { id }, ingrid)
  assert.equal((await inbox(ingrid, { text: 'tyres' }))[0]!.reading, 'read')
  const { rows } = await office.superuser.query<{ count: number }>(
    `select count(*)::int as count from kernel.journal_record where organisation_id = $1 and record_id = $2`,
    [it.organisationId, id],
  )
  assert.equal(rows[0]!.count, 3, 'written, published, corrected: who read it is not in its timeline')
  await office.done(a.remindReaders, { id }, elin)
  assert.deepEqual(
    (await tasksOf(id, sofia)).map(([title]) => title),
    ['Read: Winter tyres'],
  )
  await office.done(a.confirmRead, { id }, sofia)
  assert.deepEqual(
    (await tasksOf(id, sofia)).map(([, state]) => state),
    ['done'],
  )
})

test('a decision replaces another; drafts are changed, thrown away and brought back; a task done by hand stays done', async () => {
  const { office, elin, karin } = it
  const decision = { kind: 'decision' as const, body: 'Two days a week.', toEverybody: true }
  const old = await office.done(a.createAnnouncement, { ...decision, title: 'Home office' }, elin)
  await office.done(a.publishAnnouncement, { id: old.id }, elin)
  const { id } = await office.done(
    a.createAnnouncement,
    { ...decision, title: 'Home office anew', replacesId: old.id, appliesFrom: '2027-01-01', decidedBy: 'The board' },
    elin,
  )
  const changed = await office.dispatch(a.changeAnnouncement, { id, title: 'Home, anew', toEverybody: false }, elin)
  assert.ok(changed.status === 'done')
  assert.equal(refusalOf(await office.dispatch(a.publishAnnouncement, { id }, elin)), 'reader-missing')
  await office.done(a.changeAnnouncement, changed.undo!.input as never, elin)
  assert.deepEqual([(await see(id, elin)).title, (await see(id, elin)).toEverybody], ['Home office anew', true])
  const gone = await office.dispatch(a.discardAnnouncement, { id }, elin)
  assert.ok(gone.status === 'done')
  assert.equal(refusalOf(await office.dispatch(a.discardAnnouncement, { id }, elin)), 'announcement-not-draft')
  await office.done(a.restoreAnnouncement, gone.undo!.input as never, elin)
  assert.equal(refusalOf(await office.dispatch(a.restoreAnnouncement, { id }, elin)), 'announcement-not-discarded')
  assert.equal(refusalOf(await office.dispatch(a.confirmRead, { id }, elin)), 'announcement-not-published')
  await office.done(a.publishAnnouncement, { id }, elin)
  const before = await see(old.id, karin)
  assert.deepEqual(
    before.replacedBy.map(one => one.id),
    [id],
  )
  assert.equal((await see(id, karin)).replaces?.id, old.id)

  const asked = await office.done(a.createAnnouncement, { ...request, title: 'Lunch' }, karin)
  await office.done(a.publishAnnouncement, { id: asked.id }, karin)
  const tasks = await office.query(listTasks, { sourceId: asked.id, ownerId: elin.id }, elin)
  assert.ok(tasks.status === 'done')
  await office.done(completeTask, { id: tasks.output.rows[0]!.id }, elin)
  assert.equal((await inbox(elin, { text: 'Lunch' }))[0]!.reading, 'answer', 'the question is still open')
})

test('what cannot be written is refused by name; strangers are told nothing; a dry run and a second key change nothing', async () => {
  const { office, elin, karin, sofia } = it
  const text = { kind: 'announcement' as const, title: 'T', body: 'B' }
  const tries: readonly (readonly [object, string])[] = [
    [{ ...text, checkerId: elin.id }, 'checker-is-author'],
    [{ ...text, toPeople: ['019aa000-0000-7000-8000-00000000ffff'] }, 'reader-unknown'],
    [{ ...text, toRoles: ['019aa000-0000-7000-8000-00000000ffff'] }, 'reader-unknown'],
    [{ ...text, language: 'en', translations: [{ language: 'en', title: 'x', body: 'y' }] }, 'language-twice'],
    [{ ...text, documentIds: ['019aa000-0000-7000-8000-00000000ffff'] }, 'record-not-found'],
  ]
  for (const [input, wanted] of tries)
    assert.equal(refusalOf(await office.dispatch(a.createAnnouncement, input as never, elin)), wanted)
  const mute = await office.done(a.createAnnouncement, { ...request, questions: [] }, elin)
  assert.equal(refusalOf(await office.dispatch(a.publishAnnouncement, { id: mute.id }, elin)), 'request-not-asking')
  assert.equal(
    refusalOf(await office.dispatch(a.askCheck, { id: mute.id, checkerId: karin.id }, elin)),
    'request-not-asking',
  )
  const plain = await office.done(a.createAnnouncement, { ...text, toEverybody: true }, elin)
  assert.equal(refusalOf(await office.dispatch(a.askCheck, { id: plain.id }, elin)), 'checker-missing')
  assert.equal(refusalOf(await office.dispatch(a.takeBackCheck, { id: plain.id }, elin)), 'announcement-not-checking')
  await office.done(a.publishAnnouncement, { id: plain.id }, elin)
  assert.equal(refusalOf(await office.dispatch(a.closeAnnouncement, { id: plain.id }, karin)), 'announcement-not-yours')
  assert.equal(
    refusalOf(await office.dispatch(a.answerRequest, { id: plain.id, answers: [] }, karin)),
    'request-not-asking',
  )
  const dry = await office.dispatch(a.confirmRead, { id: plain.id }, sofia, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal((await see(plain.id, sofia)).mine?.readAt, null)
  const twice = [
    await office.dispatch(a.createAnnouncement, text, elin, { key: 'one' }),
    await office.dispatch(a.createAnnouncement, text, elin, { key: 'one' }),
  ]
  assert.equal(new Set(twice.map(one => one.status === 'done' && one.output.id)).size, 1)

  const { id } = await office.done(a.createAnnouncement, text, elin)
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [a.changeAnnouncement, { id, title: 'x' }],
    [a.discardAnnouncement, { id }],
    [a.restoreAnnouncement, { id }],
    [a.askCheck, { id }],
    [a.takeBackCheck, { id }],
    [a.returnAnnouncement, { id, checkNote: 'x' }],
    [a.publishAnnouncement, { id }],
    [a.correctAnnouncement, { id, changed: 'x' }],
    [a.closeAnnouncement, { id }],
    [a.reopenAnnouncement, { id }],
    [a.remindReaders, { id }],
    [a.openAnnouncement, { id }],
    [a.confirmRead, { id }],
    [a.answerRequest, { id, answers: [] }],
  ]
  for (const [command, input] of acts)
    for (const who of [karin, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
})

test('an order goes to those one leads, is acknowledged and reported done, by its page or by its task', async () => {
  const { office, elin, karin, sofia, organisationId } = it
  const lead = (person: TestPrincipal, leader: TestPrincipal) =>
    office.superuser.query(
      `insert into supervision.place (organisation_id, person_id, superior_id, since_at, set_by_id) values ($1, $2, $3, now(), $3)`,
      [organisationId, person.id, leader.id],
    )
  const order = {
    kind: 'order' as const,
    title: 'Move the binders',
    body: 'To the archive in the basement.',
    answerBy: '2126-12-18',
    toPeople: [karin.id, sofia.id],
  }
  const { id } = await office.done(a.createAnnouncement, order, elin)
  await lead(sofia, karin)
  assert.equal(refusalOf(await office.dispatch(a.publishAnnouncement, { id }, elin)), 'order-not-led')
  await lead(karin, elin)
  await office.done(a.publishAnnouncement, { id }, elin)
  const standing = async (as: TestPrincipal) => (await inbox(as)).find(row => row.id === id)!.reading
  assert.deepEqual(await tasksOf(id, sofia), [['Order: Move the binders', 'open', '2126-12-18']])
  assert.equal(await standing(sofia), 'acknowledge')
  await office.done(a.confirmRead, { id }, sofia)
  assert.equal(await standing(sofia), 'carry-out')
  assert.equal((await tasksOf(id, sofia))[0]![1], 'open', 'acknowledged is not done')
  await office.done(a.reportDone, { id, report: 'They stand on shelf 4.' }, sofia)
  assert.equal((await tasksOf(id, sofia))[0]![1], 'done')
  assert.deepEqual([await standing(sofia), (await see(id, sofia)).mine?.report], ['read', 'They stand on shelf 4.'])
  assert.equal(refusalOf(await office.dispatch(a.reportDone, { id }, it.visitor)), 'record-not-found')

  const asked = await office.query(listTasks, { sourceId: id, ownerId: karin.id }, elin)
  assert.ok(asked.status === 'done')
  const task = asked.output.rows[0]!.id
  await office.done(completeTask, { id: task }, karin)
  assert.equal(await standing(karin), 'read', 'its task done is the order carried out')
  await office.done(reopenTask, { id: task }, karin)
  assert.equal(await standing(karin), 'carry-out')
  assert.deepEqual((await see(id, elin)).receipts, { readers: 2, opened: 2, read: 2, answered: 1 })
  const gathered = await office.query(a.listAnswers, { id }, elin)
  assert.ok(gathered.status === 'done')
  assert.deepEqual(
    gathered.output.rows.map(row => row.report),
    [null, 'They stand on shelf 4.'],
  )
  assert.equal(refusalOf(await office.dispatch(a.remindReaders, { id }, elin)), 'nobody-to-remind')
  await office.done(a.closeAnnouncement, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(a.reportDone, { id }, karin)), 'announcement-not-published')
  const { id: other } = await office.done(
    a.createAnnouncement,
    { kind: 'announcement', title: 'Lunch at noon', body: 'Soup.', toPeople: [sofia.id] },
    elin,
  )
  await office.done(a.publishAnnouncement, { id: other }, elin)
  assert.equal(refusalOf(await office.dispatch(a.reportDone, { id: other }, sofia)), 'not-an-order')
})
