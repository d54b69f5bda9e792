import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { policyOf } from '../trip-row.ts'

export const setPolicyBody = implementCommand(c.setPolicy, {
  async run(act, { approval }) {
    const before = await policyOf(act)
    await sql`
      insert into travel.policy (organisation_id, approval) values (${act.office.id}, ${approval})
      on conflict (organisation_id) do update set approval = excluded.approval`.execute(act.db())
    act.emit(c.policySet, { approval }, [])
    return { output: { approval }, undo: { command: 'travel.set-policy', input: { approval: before } } }
  },
})
