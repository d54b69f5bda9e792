import type { Selectable, Updateable } from 'kysely'
import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { z } from '../../../kernel/schema.ts'
import {
  changeSearch,
  dropSearch,
  keepSearch,
  mostSearches,
  restoreSearch,
  searchChanged,
  searchDropped,
  searchKept,
  searchRefusals,
  searchRestored,
} from '../contract/searches.ts'
import { documentFilters } from '../contract/queries.ts'
import type { DocumentsTables } from '../tables.ts'
import type { SavedSearchTable } from './tables.ts'

type Row = Pick<Selectable<SavedSearchTable>, 'id' | 'name' | 'owner_id' | 'shared'>

const rowsOf = (act: Act) =>
  act.db<DocumentsTables>().selectFrom('documents.saved_search').where('organisation_id', '=', act.office.id)

const rowOf = (act: Act, id: string): Promise<Row> =>
  rowsOf(act).select(['id', 'name', 'owner_id', 'shared']).where('id', '=', id).executeTakeFirstOrThrow()

/** One's own; what was shared also whoever looks after the file plan, for its owner may be gone. */
function requireMine(act: Act, { owner_id, shared, name }: Row): void {
  const keeper = shared && limitOf(act.principal, 'documents.change-plan') !== undefined
  if (owner_id !== act.principal.id && !keeper) act.refuse(searchRefusals.notYours, { name })
}

async function change(act: Act, id: string, set: Updateable<SavedSearchTable>) {
  await act
    .db<DocumentsTables>()
    .updateTable('documents.saved_search')
    .set(set)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** Kept to oneself it is its owner's alone to see. */
const audienceOf = (ownerId: string, shared: boolean) => (shared ? null : [ownerId])

export const keepSearchBody = implementCommand(keepSearch, {
  async run(act, { name, shared, search, asks }) {
    const mine = await rowsOf(act)
      .select(({ fn }) => fn.countAll<bigint>().as('count'))
      .where('owner_id', '=', act.principal.id)
      .where('dropped_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(mine.count) >= mostSearches) act.refuse(searchRefusals.tooMany, { most: mostSearches })
    const id = await act.createRecord({
      kind: 'saved-search',
      title: name,
      audience: audienceOf(act.principal.id, shared),
      search: { body: name },
    })
    await act
      .db<DocumentsTables>()
      .insertInto('documents.saved_search')
      .values({
        organisation_id: act.office.id,
        id,
        name,
        owner_id: act.principal.id,
        shared,
        search: JSON.stringify(search),
        asks: JSON.stringify(z.encode(z.strictObject(documentFilters), asks)),
        kept_at: act.at,
        dropped_at: null,
      })
      .execute()
    act.emit(searchKept, { searchId: id, name, shared }, [id])
    return { output: { id }, undo: { command: 'documents.drop-search', input: { id } } }
  },
})

export const changeSearchBody = implementCommand(changeSearch, {
  locks: ({ id, expectedVersion }) => [{ kind: 'saved-search', id, expectedVersion }],
  load: (act, { id }) => rowOf(act, id),
  async run(act, { id, name, shared }, before) {
    requireMine(act, before)
    const after = { name: name ?? before.name, shared: shared ?? before.shared }
    await change(act, id, after)
    const version = await act.changeRecord(id, {
      title: after.name,
      audience: audienceOf(before.owner_id, after.shared),
      search: { body: after.name },
    })
    act.emit(searchChanged, { searchId: id, ...after }, [id])
    const input = { id, name: before.name, shared: before.shared, expectedVersion: version }
    return { output: { version }, undo: { command: 'documents.change-search', input } }
  },
})

export const dropSearchBody = implementCommand(dropSearch, {
  locks: ({ id, expectedVersion }) => [{ kind: 'saved-search', id, expectedVersion }],
  load: (act, { id }) => rowOf(act, id),
  async run(act, { id }, row) {
    requireMine(act, row)
    await change(act, id, { dropped_at: act.at })
    // Gone from every search, and from the sight of all but its owner.
    const version = await act.changeRecord(id, { audience: [row.owner_id] })
    act.emit(searchDropped, { searchId: id, name: row.name, shared: row.shared }, [id])
    return {
      output: { version },
      undo: { command: 'documents.restore-search', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreSearchBody = implementCommand(restoreSearch, {
  locks: ({ id, expectedVersion }) => [{ kind: 'saved-search', id, expectedVersion }],
  load: (act, { id }) => rowOf(act, id),
  async run(act, { id }, row) {
    requireMine(act, row)
    await change(act, id, { dropped_at: null })
    const version = await act.changeRecord(id, { audience: audienceOf(row.owner_id, row.shared) })
    act.emit(searchRestored, { searchId: id, name: row.name, shared: row.shared }, [id])
    return { output: { version } }
  },
})
