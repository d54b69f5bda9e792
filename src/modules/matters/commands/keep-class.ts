import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { belowMatter, keepClass } from '../contract.ts'

/** Whatever is bound may be stricter than its matter, never laxer, also where somebody sets it apart by hand. */
export const keepClassBody = implementCommand(keepClass, {
  async run(act, { id }) {
    const { rows } = await sql<{ title: string }>`
      select r.title from matters.binding b
      join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.record_id
      join kernel.record m on m.organisation_id = b.organisation_id and m.id = b.matter_id
      where b.organisation_id = ${act.office.id} and b.record_id = ${id}
        and (r.class < m.class or (m.audience is not null and (r.audience is null or not r.audience <@ m.audience))) limit 1`.execute(
      act.db(),
    )
    if (rows[0]) act.refuse(belowMatter, { title: rows[0].title })
    return { output: {} }
  },
})
