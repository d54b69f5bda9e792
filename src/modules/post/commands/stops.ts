import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { dbOf, nameOf, requirePerson } from '../item-row.ts'

const peopleOf = async (act: Act, id: string): Promise<string[]> =>
  (
    await dbOf(act)
      .selectFrom('post.stop_person')
      .select('person_id')
      .where('organisation_id', '=', act.office.id)
      .where('stop_id', '=', id)
      .orderBy('person_id')
      .execute()
  ).map(row => row.person_id)

/** Puts these people here, and nobody else; refuses whoever has their post at another place. */
async function setPeople(act: Act, id: string, people: readonly string[]): Promise<void> {
  for (const person of people) await requirePerson(act, person)
  const { rows } = await sql<{ person_id: string; stop_id: string }>`
    select person_id, stop_id from post.stop_person
    where organisation_id = ${act.office.id} and person_id = any(${people}::uuid[]) and stop_id <> ${id}`.execute(
    act.db(),
  )
  const [other] = rows
  if (other)
    act.refuse(c.stopHasPerson, { person: await nameOf(act, other.person_id), stop: await nameOf(act, other.stop_id) })
  const db = dbOf(act)
  await db
    .deleteFrom('post.stop_person')
    .where('organisation_id', '=', act.office.id)
    .where('stop_id', '=', id)
    .execute()
  if (people.length > 0)
    await db
      .insertInto('post.stop_person')
      .values([...new Set(people)].map(person => ({ organisation_id: act.office.id, stop_id: id, person_id: person })))
      .execute()
}

export const addStopBody = implementCommand(c.addStop, {
  constraints: { stop_person_pkey: c.stopHasPerson },
  async run(act, { name, place, position, personIds }) {
    const id = await act.createRecord({ kind: 'post-stop', title: name, search: { body: place ?? '' } })
    await dbOf(act)
      .insertInto('post.stop')
      .values({ organisation_id: act.office.id, id, place: place ?? '', position: position ?? 100 })
      .execute()
    await setPeople(act, id, personIds ?? [])
    act.emit(c.stopAdded, { id, title: name }, [id])
    return { output: { id, version: 1 } }
  },
})

export const changeStopBody = implementCommand(c.changeStop, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-stop', id, expectedVersion }],
  constraints: { stop_person_pkey: c.stopHasPerson },
  load: async (act, { id }) => ({
    row: await dbOf(act)
      .selectFrom('post.stop')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    people: await peopleOf(act, id),
  }),
  async run(act, { id, name, place, position, personIds, retired }, { row, people }) {
    const was = act.locked(id).title
    await dbOf(act)
      .updateTable('post.stop')
      .set({
        place: place === undefined ? row.place : (place ?? ''),
        position: position ?? row.position,
        retired: retired ?? row.retired,
      })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .execute()
    if (personIds) await setPeople(act, id, personIds)
    const title = name ?? was
    const version = await act.changeRecord(id, { title })
    act.emit(c.stopChanged, { id, title }, [id])
    const before = {
      name: was,
      place: row.place || null,
      position: row.position,
      personIds: people,
      retired: row.retired,
    }
    return {
      output: { id, version },
      undo: { command: 'post.change-stop', input: { id, expectedVersion: version, ...before } },
    }
  },
})
