/** Inner steps: what is about to go, what is reported, which mails are looked into. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { faxOf, updateFax } from '../rows.ts'
import { reported } from './reported.ts'

export const noteSendingBody = implementCommand(c.noteSending, {
  locks: ({ id }) => [{ kind: 'fax', id }],
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id, fileId, pages }, row) {
    // Taken back meanwhile, or somebody else hands it over.
    if (row.state !== 'queued') return { output: { ours: false } }
    await updateFax(act, id, { state: 'sending', file_id: fileId, pages })
    await act.changeRecord(id)
    return { output: { ours: true } }
  },
})

/** What was reported already is not reported again; a report that comes late settles what was doubtful. */
const open: ReadonlySet<string> = new Set(['queued', 'sending', 'sent', 'doubtful'])

export const noteReportBody = implementCommand(c.noteReport, {
  locks: ({ id }) => [{ kind: 'fax', id }],
  load: (act, { id }) => faxOf(act, id),
  async run(act, { id: _id, ...report }, row) {
    const again = row.state === report.state && row.spool_job === (report.spoolJob ?? row.spool_job)
    if (open.has(row.state) && !again) await reported(act, row, report)
    return { output: {} }
  },
})

export const noteMailBody = implementCommand(c.noteMail, {
  async run(act, { documentId }) {
    const { rows } = await sql`
      select 1 from fax.line
      where organisation_id = ${act.office.id} and way = 'gateway' and not retired and senders <> '{}' limit 1`.execute(
      act.db(),
    )
    if (rows.length > 0) act.enqueue(c.lookJob, { documentId })
    return { output: {} }
  },
})
