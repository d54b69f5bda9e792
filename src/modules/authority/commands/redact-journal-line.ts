import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { journalLineErased, redactJournalLine, refusals } from '../contract.ts'

export const redactJournalLineBody = implementCommand(redactJournalLine, {
  async load(act, { seq }) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from kernel.journal where organisation_id = ${act.office.id} and seq = ${seq}) as found`.execute(
      act.db(),
    )
    return rows[0]!.found
  },
  async run(act, { seq, reason }, found) {
    if (!found) act.refuse(refusals.journalLineMissing, { seq })
    const { rows } = await sql<{ erased: boolean }>`select kernel.journal_redact(${seq}::bigint) as erased`.execute(
      act.db(),
    )
    if (!rows[0]!.erased) act.refuse(refusals.journalLineErased, { seq })
    act.emit(journalLineErased, { seq, reason })
    return { output: { seq } }
  },
})
