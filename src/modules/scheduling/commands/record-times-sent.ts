import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'

export const recordTimesSentBody = implementCommand(c.recordTimesSent, {
  locks: ({ id }) => [{ kind: 'time-proposal', id }],
  async run(act, { id, inviteeId, mail, error }) {
    const { rows } = await sql<{ name: string }>`
      update scheduling.invitee set mail = ${mail}, mail_error = ${mail === 'failed' ? (error ?? '?') : null}
      where organisation_id = ${act.office.id} and proposal_id = ${id} and id = ${inviteeId} returning name`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    if (rows[0] && mail === 'failed')
      act.emit(c.proposalNotSent, { id, title: act.locked(id).title, name: rows[0].name, error: error ?? '?' }, [id])
    return { output: {} }
  },
})
