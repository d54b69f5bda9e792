import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { partiesUnrelated, type RelationKind, relationUnknown, removeRelation } from '../contract.ts'
import { partyOf, requireCurrent } from '../party-row.ts'
import { saidFrom } from '../relations.ts'

interface Gone {
  readonly from_id: string
  readonly other_id: string
  readonly other_title: string
  readonly relation: RelationKind
  readonly note: string
}

/** Takes it away from either side; what a merged one brought along is taken away where that one stands. */
export const removeRelationBody = implementCommand(removeRelation, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  load: (act, { id }) => partyOf(act, id),
  async run(act, { id, kind, relationId }, party) {
    requireCurrent(act, party)
    const { rows } = await sql<Gone>`
      with gone as (
        delete from directory.relation where organisation_id = ${act.office.id} and id = ${relationId} and ${id} in (from_id, to_id)
        returning from_id, relation, note, case when from_id = ${id} then to_id else from_id end as other_id
      )
      select gone.*, r.title as other_title from gone
      join kernel.record r on r.organisation_id = ${act.office.id} and r.id = gone.other_id`.execute(act.db())
    const gone = rows[0]
    if (!gone) return act.refuse(relationUnknown, { id, relationId })
    const version = await act.changeRecord(id)
    act.emit(
      partiesUnrelated,
      { id, title: party.name, relation: gone.relation, otherId: gone.other_id, otherTitle: gone.other_title },
      [id, gone.other_id],
    )
    return {
      output: { id, version },
      undo: {
        command: 'directory.add-relation',
        input: {
          id,
          kind,
          expectedVersion: version,
          relation: saidFrom(gone.from_id === id, gone.relation),
          otherId: gone.other_id,
          ...(gone.note ? { note: gone.note } : {}),
        },
      },
    }
  },
})
