import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { inBook, insertItem } from '../new-item.ts'

interface Scan {
  readonly document_id: string
  readonly name: string
  readonly subject: string | null
  readonly sender_id: string | null
  readonly sender_name: string | null
  readonly received_at: Temporal.Instant
}

const scansOf = async (act: Act, ids: readonly string[]): Promise<Scan[]> =>
  (
    await sql<Scan>`
      select document_id, name, subject, sender_id, sender_name, received_at from documents.scanned_fact
      where organisation_id = ${act.office.id} and document_id = any(${ids}::uuid[])`.execute(act.db())
  ).rows

/** Each scanned paper becomes a line; who reads the envelope corrects what the machine did not. */
async function enter(act: Act, scan: Scan, sort: c.PostSort): Promise<string> {
  const plain = scan.name.replace(/\.[a-z0-9]{2,5}$/i, '').slice(0, 200)
  const sender = { id: scan.sender_id, name: scan.sender_name?.slice(0, 200) || plain }
  const made = await insertItem(act, {
    sender,
    title: scan.subject?.slice(0, 200) || sender.name,
    documentIds: [scan.document_id],
    facts: {
      sort,
      for_id: null,
      stop_id: null,
      tracking: null,
      arrived_on: scan.received_at.toZonedDateTimeISO(act.office.zone).toPlainDate(),
      postmark_on: null,
      receipt_rule: 'arrival',
      answer_days: null,
    },
  })
  return made.id
}

export const addScannedBody = implementCommand(c.addScanned, {
  locks: ({ documentIds }) => [...new Set(documentIds)].map(id => ({ kind: 'document', id })),
  async run(act, { documentIds, sort }) {
    const wanted = [...new Set(documentIds)]
    for (const id of wanted) await requireVisible(act, id, ['document'])
    const [already] = await inBook(act, wanted)
    if (already) act.refuse(c.scannedTwice, { title: act.locked(already).title })
    const scans = new Map((await scansOf(act, wanted)).map(scan => [scan.document_id, scan]))
    const ids: string[] = []
    for (const id of wanted) {
      const scan = scans.get(id)
      if (scan) ids.push(await enter(act, scan, sort ?? 'letter'))
    }
    act.emit(c.scannedAdded, { count: ids.length }, ids)
    return { output: { ids } }
  },
})
