/** What could not be read whole is tried anew by each better reader; its bytes were kept for that. */
import { implementJob } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { keepReading } from '../intake/keep-reading.ts'
import { readApart } from '../reading/apart.ts'
import { reader } from '../reading/types.ts'
import { rowsOf } from '../wires/accounts.ts'
import { mailKernel } from '../wires/kernel.ts'

interface Unread {
  readonly id: string
  readonly mailbox_id: string
  readonly file_id: string
  readonly digest: string
}

const atOnce = 200

export const readAgainJobBody = implementJob(c.readAgainJob, {
  schedule: { cron: '20 3 * * *', zone: 'organisation', atStart: true },
  retryLimit: 3,
  async run(run) {
    const kernel = mailKernel()
    for (let last = ''; ; ) {
      const rows = await rowsOf<Unread>(
        kernel,
        run.organisationId,
        `select m.id, m.mailbox_id, m.file_id, encode(m.digest, 'hex') as digest from mail.reading r
         join mail.message m on m.organisation_id = r.organisation_id and m.file_id = r.file_id
         where r.organisation_id = $1 and r.parse <> 'whole' and r.reader < $2 and ($3 = '' or m.id > $3::uuid) order by m.id limit ${atOnce}`,
        [reader, last],
      )
      for (const { file_id, digest } of rows) {
        run.signal.throwIfAborted()
        const read = await readApart(await run.files.bytes(run.organisationId, Buffer.from(digest, 'hex')))
        await keepReading(kernel, run.organisationId, [{ fileId: file_id, read }])
      }
      for (const [id, group] of Map.groupBy(rows, row => row.mailbox_id))
        await run.dispatch(c.noteReadings, { id, messageIds: group.map(row => row.id) }, `read ${id} ${group[0]!.id}`)
      if (rows.length < atOnce) return
      last = rows.at(-1)!.id
    }
  },
})
