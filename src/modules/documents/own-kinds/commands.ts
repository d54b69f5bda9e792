import { sql, type Updateable } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { refusals } from '../contract.ts'
import { changeOwnKind, createOwnKind, ownKindChanged, ownKindCreated, ownKindRefusals } from '../contract/own-kinds.ts'
import { classOf } from '../plan-store.ts'
import type { DocumentsTables } from '../tables.ts'
import { requireOwner } from '../task-owner.ts'
import type { OwnKindTable } from './tables.ts'

async function requireFree(act: Act, name: string, exceptId: string | null): Promise<void> {
  const { rows } = await sql`
    select 1 from documents.own_kind where organisation_id = ${act.office.id} and lower(name) = lower(${name}) and not retired
      and (${exceptId}::uuid is null or id <> ${exceptId})`.execute(act.db())
  if (rows.length > 0) act.refuse(ownKindRefusals.taken, { name })
}

async function requireClass(act: Act, id: string | null | undefined): Promise<void> {
  if (id && !(await classOf(act, id))) act.refuse(refusals.classCodeUnknown, { id })
}

export const createOwnKindBody = implementCommand(createOwnKind, {
  async run(act, { name, kind, classCodeId, makesTask, title, ownerId, daysAfterArrival, wants }) {
    await requireFree(act, name, null)
    await requireClass(act, classCodeId)
    await requireOwner(act, ownerId)
    const id = await act.createRecord({ kind: 'own-kind', title: name, search: { body: name } })
    await act
      .db<DocumentsTables>()
      .insertInto('documents.own_kind')
      .values({
        organisation_id: act.office.id,
        id,
        name,
        base: kind,
        class_code_id: classCodeId ?? null,
        makes_task: makesTask ?? false,
        title: title ?? null,
        owner_id: ownerId ?? null,
        days_after_arrival: daysAfterArrival ?? null,
        wants: wants ?? [],
      })
      .execute()
    act.emit(ownKindCreated, { ownKindId: id, name }, [id])
    return { output: { id } }
  },
})

/** What the wire calls a fact, and the column it stands in. */
const columns = {
  name: 'name',
  classCodeId: 'class_code_id',
  makesTask: 'makes_task',
  title: 'title',
  ownerId: 'owner_id',
  daysAfterArrival: 'days_after_arrival',
  wants: 'wants',
  retired: 'retired',
} as const satisfies Record<string, keyof OwnKindTable>
type Fact = keyof typeof columns
const factsOf = Object.keys(columns) as Fact[]

export const changeOwnKindBody = implementCommand(changeOwnKind, {
  locks: ({ id, expectedVersion }) => [{ kind: 'own-kind', id, expectedVersion }],
  load: (act, { id }) =>
    act
      .db<DocumentsTables>()
      .selectFrom('documents.own_kind')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  async run(act, { id, expectedVersion: _version, ...input }, before) {
    const standing = !(input.retired ?? before.retired)
    if (standing) await requireFree(act, input.name ?? before.name, id)
    await requireClass(act, input.classCodeId)
    await requireOwner(act, input.ownerId)
    const said = factsOf.filter(fact => input[fact] !== undefined)
    const set = Object.fromEntries(said.map(fact => [columns[fact], input[fact]])) as Updateable<OwnKindTable>
    if (said.length > 0)
      await act
        .db<DocumentsTables>()
        .updateTable('documents.own_kind')
        .set(set)
        .where('organisation_id', '=', act.office.id)
        .where('id', '=', id)
        .execute()
    const name = input.name ?? before.name
    const version = await act.changeRecord(id, { title: name, search: { body: name } })
    act.emit(ownKindChanged, { ownKindId: id, name }, [id])
    const was = Object.fromEntries(said.map(fact => [fact, before[columns[fact]]]))
    return {
      output: { version },
      undo: { command: 'documents.change-own-kind', input: { id, ...was, expectedVersion: version } },
    }
  },
})
