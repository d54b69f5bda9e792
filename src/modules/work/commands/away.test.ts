import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import {
  assignTask,
  changeAway,
  completeTask,
  countCover,
  coverTasks,
  createTask,
  desk,
  endAway,
  getTask,
  listAway,
  reopenTask,
  setAway,
} from '../contract.ts'
import { refusalOf, tuesday, type WorkOffice, workOffice } from '../testing.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
  for (const { id } of [it.elin, it.karin]) await insertPrincipal(id, 3)
})
after(() => it.office.close())

/** What authority knows of a colleague: the tests' own authority writes no rows. */
async function insertPrincipal(id: string, clearance: number, deputyId: string | null = null) {
  await it.office.superuser.query(
    `insert into authority.principal (organisation_id, id, kind, email, language, clearance, deputy_id) values ($1, $2, 'person', $3, 'en', $4, $5)`,
    [it.organisationId, id, `${id}@example.org`, clearance, deputyId],
  )
}

const day = (days: number) => tuesday.toZonedDateTimeISO('Europe/Stockholm').add({ days })
const on = (days: number) => day(days).toPlainDate().toString()

async function ownerOf(id: string, as: TestPrincipal = it.elin) {
  const seen = await it.office.query(getTask, { id }, as)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  return [seen.output.task.owner?.title, seen.output.task.standsInFor?.title ?? null]
}

test('tasks due in the absence go to the deputy when it begins, say for whom, and come back by themselves', async () => {
  const { office, elin, karin } = it
  const make = async (title: string, dueIn: number | null) =>
    (await office.done(createTask, { title, ...(dueIn === null ? {} : { dueOn: on(dueIn) }) }, elin)).id
  const [late, within, after, undated] = [
    await make('Late', -3),
    await make('Within', 3),
    await make('After', 30),
    await make('Undated', null),
  ]
  const set = await office.dispatch(
    setAway,
    { personId: elin.id, fromOn: on(1), untilOn: on(5), deputyId: karin.id },
    elin,
  )
  assert.ok(set.status === 'done' && set.output.covered === 0, 'nothing moves before it begins')
  const seen = await office.query(listAway, {}, elin)
  assert.deepEqual(seen.status === 'done' && seen.output.rows.map(row => [row.due, row.uncovered, row.now]), [
    [2, 0, false],
  ])
  office.setClock(day(1).toInstant())
  const waiting = await office.query(countCover, {}, elin)
  assert.ok(waiting.status === 'done' && waiting.output.count === 2)
  assert.deepEqual(await office.done(coverTasks, {}, system()), { covered: 2, returned: 0 })
  assert.deepEqual(await ownerOf(late), ['Karin Öberg', 'Elin Bergqvist'])
  assert.deepEqual(await ownerOf(within), ['Karin Öberg', 'Elin Bergqvist'])
  assert.deepEqual(await ownerOf(after), ['Elin Bergqvist', null])
  assert.deepEqual(await ownerOf(undated), ['Elin Bergqvist', null])
  const queue = await office.query(desk, {}, karin)
  assert.ok(queue.status === 'done')
  assert.ok(queue.output.groups.flatMap(group => group.rows).some(row => row.standsInFor?.title === 'Elin Bergqvist'))
  const done = await office.dispatch(completeTask, { id: late }, karin)
  assert.ok(done.status === 'done')
  assert.deepEqual(
    done.events.filter(({ name }) => name === 'work.task-done-for').map(({ payload }) => payload),
    [{ id: late, title: 'Late', forId: elin.id, for: 'Elin Bergqvist' }],
  )
  office.setClock(day(6).toInstant())
  assert.deepEqual(await office.done(coverTasks, {}, system()), { covered: 0, returned: 1 })
  assert.deepEqual(await ownerOf(within), ['Elin Bergqvist', null])
  assert.deepEqual(await ownerOf(late), ['Karin Öberg', 'Elin Bergqvist'], 'what is done stays with whoever did it')
  await office.done(reopenTask, { id: late }, karin)
  assert.deepEqual(await office.done(coverTasks, {}, system()), { covered: 0, returned: 1 })
  assert.deepEqual(await office.done(coverTasks, {}, system()), { covered: 0, returned: 0 })
  office.setClock(tuesday)
})

/** Kontor itself, whom inner commands run as. */
function system(): TestPrincipal {
  return { id: '00000000-0000-7000-8000-000000000000', organisationId: it.organisationId }
}

test('ending early brings everything back at once; undo covers it again', async () => {
  const { office, karin } = it
  const nils = await it.colleague('Nils Ek')
  await insertPrincipal(nils.id, 2, karin.id)
  const { id } = await office.done(createTask, { title: 'Water the plants', dueOn: on(0) }, nils)
  const set = await office.done(setAway, { fromOn: on(0), untilOn: on(9) }, nils)
  assert.deepEqual([set.deputyId, set.covered], [karin.id, 1], 'the standing deputy is taken')
  const ended = await office.dispatch(endAway, { id: set.id }, nils)
  assert.ok(ended.status === 'done')
  assert.deepEqual(await ownerOf(id), ['Nils Ek', null])
  assert.equal(refusalOf(await office.dispatch(endAway, { id: set.id }, nils)), 'away-ended')
  await office.done(changeAway, ended.undo!.input as never, nils)
  assert.deepEqual(await ownerOf(id), ['Karin Öberg', 'Nils Ek'])
  await office.done(assignTask, { id, ownerId: it.elin.id }, karin)
  assert.deepEqual(await ownerOf(id), ['Elin Bergqvist', null], 'whoever is given it owns it')
})

test('what the deputy may not see stays, and is told of before the absence begins', async () => {
  const { office, organisationId } = it
  const [per, low] = [await it.colleague('Per Holm'), await it.colleague('Lisa Low', { clearance: 0 })]
  await insertPrincipal(per.id, 2)
  await insertPrincipal(low.id, 0)
  const { id } = await office.done(createTask, { title: 'Salaries', dueOn: on(2) }, per)
  await office.superuser.query('update kernel.record set class = 2 where organisation_id = $1 and id = $2', [
    organisationId,
    id,
  ])
  const set = await office.done(setAway, { fromOn: on(1), untilOn: on(4), deputyId: low.id }, per)
  const seen = await office.query(listAway, { personId: per.id }, per)
  assert.deepEqual(seen.status === 'done' && seen.output.rows.map(row => [row.due, row.uncovered]), [[1, 1]])
  office.setClock(day(2).toInstant())
  await office.done(coverTasks, {}, system())
  assert.deepEqual(await ownerOf(id, per), ['Per Holm', null])
  office.setClock(tuesday)
  await office.done(endAway, { id: set.id }, per)
})

test('an absence that cannot be is refused, with what to do', async () => {
  const { office, elin, karin } = it
  const [a, b] = [await it.colleague('Ada'), await it.colleague('Bo')]
  await office.done(setAway, { personId: b.id, fromOn: on(10), untilOn: on(12) }, elin)
  const tries: readonly (readonly [string, object])[] = [
    ['away-reversed', { fromOn: on(5), untilOn: on(4) }],
    ['away-past', { fromOn: on(-5), untilOn: on(-1) }],
    ['deputy-is-self', { fromOn: on(1), untilOn: on(2), deputyId: a.id }],
    ['deputy-away', { fromOn: on(12), untilOn: on(14), deputyId: b.id }],
    ['owner-unknown', { fromOn: on(1), untilOn: on(2), deputyId: it.organisationId }],
  ]
  for (const [name, input] of tries)
    assert.equal(refusalOf(await office.dispatch(setAway, { personId: a.id, ...input } as never, elin)), name)
  const { id } = await office.done(setAway, { personId: a.id, fromOn: on(1), untilOn: on(3), deputyId: karin.id }, elin)
  const twice = { personId: a.id, fromOn: on(3), untilOn: on(8) }
  assert.equal(refusalOf(await office.dispatch(setAway, twice, elin)), 'away-twice')
  const stranger = office.principal(await office.openOrganisation())
  assert.equal(refusalOf(await office.dispatch(endAway, { id }, stranger)), 'record-not-found')
  assert.equal(refusalOf(await office.dispatch(changeAway, { id, expectedVersion: 9 }, elin)), 'version-changed')
  const dry = await office.dispatch(endAway, { id }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  assert.equal(refusalOf(await office.dispatch(setAway, twice, elin)), 'away-twice', 'a dry run changes nothing')
})
