import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { setSuperior, superiorCircle, superiorSet, superiorUnknown } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'

export const setSuperiorBody = implementCommand(setSuperior, {
  constraints: { place_not_oneself: superiorCircle },
  locks: ({ personId }) => [{ kind: 'principal', id: personId }],
  load: (act, { personId }) =>
    act
      .db<SupervisionTables>()
      .selectFrom('supervision.place')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  async run(act, { personId, superiorId, team }, before) {
    const { title: person } = act.locked(personId)
    await requireColleague(act, superiorId, superiorUnknown)
    if (superiorId) {
      const { rows } = await sql`
        select 1 where ${superiorId} = ${personId} or exists (select from supervision.leads l
          where l.organisation_id = ${act.office.id} and l.leader_id = ${personId} and l.person_id = ${superiorId})`.execute(
        act.db(),
      )
      if (rows.length > 0) act.refuse(superiorCircle, { name: person })
    }
    const place = {
      superior_id: superiorId,
      team: team === undefined ? (before?.team ?? null) : team,
      since_at: act.at,
      set_by_id: act.principal.id,
    }
    await act
      .db<SupervisionTables>()
      .insertInto('supervision.place')
      .values({ organisation_id: act.office.id, person_id: personId, ...place })
      .onConflict(conflict => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(place))
      .execute()
    const { rows } = await sql<{ title: string }>`
      select title from kernel.record where organisation_id = ${act.office.id} and id = ${superiorId}`.execute(act.db())
    const superior = rows[0]?.title ?? null
    const told = superior
      ? [
          {
            key: `superior:${personId}`,
            toId: personId,
            titleKey: 'notice.superior-set',
            params: { superior },
            urgency: 'today' as const,
          },
        ]
      : []
    act.emit(superiorSet, { personId, person, superior, ...(told.length > 0 ? { notify: told } : {}) }, [personId])
    return {
      output: { personId },
      undo: {
        command: setSuperior.name,
        input: { personId, superiorId: before?.superior_id ?? null, team: before?.team ?? null },
      },
    }
  },
})
