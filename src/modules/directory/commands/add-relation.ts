import { implementCommand } from '../../../kernel/implement.ts'
import { addRelation, partiesRelated, relationKnown, relationSelf } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'
import { keptAs } from '../relations.ts'
import type { DirectoryTables } from '../tables.ts'

export const addRelationBody = implementCommand(addRelation, {
  locks: ({ id, kind, otherId, expectedVersion }) => [
    { kind, id, expectedVersion },
    { kind: ['person', 'organisation'], id: otherId },
  ],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, relation: said, otherId, note }, party) {
    if (id === otherId) act.refuse(relationSelf, { id })
    requireCurrent(act, party)
    const { from, to, relation } = keptAs(id, said, otherId)
    const relationId = act.newId()
    const kept = await act
      .db<DirectoryTables>()
      .insertInto('directory.relation')
      .values({
        organisation_id: act.office.id,
        id: relationId,
        from_id: from,
        to_id: to,
        relation,
        note: note ?? '',
        since_on: act.today,
      })
      .onConflict(conflict => conflict.columns(['organisation_id', 'from_id', 'to_id', 'relation']).doNothing())
      .returning('id')
      .executeTakeFirst()
    const otherTitle = act.locked(otherId).title
    if (!kept) return act.refuse(relationKnown, { title: otherTitle })
    const version = await act.changeRecord(id)
    await act.changeRecord(otherId)
    act.emit(partiesRelated, { id, title: party.name, relationId, relation, otherId, otherTitle }, [id, otherId])
    return {
      output: { id, version, relationId },
      undo: { command: 'directory.remove-relation', input: { id, kind, expectedVersion: version, relationId } },
    }
  },
})
