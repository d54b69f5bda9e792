/** The e-invoice that a bill came as, checked by its rules. */
import { sql } from 'kysely'
import { checkInvoiceFile } from '../../../formats/einvoice/check.ts'
import { plainInvoice } from '../../../formats/einvoice/plain.ts'
import { readInvoiceFile } from '../../../formats/einvoice/read.ts'
import { termOf } from '../../../formats/einvoice/terms.ts'
import {
  implementCommand,
  implementJob,
  implementQuery,
  type Happened,
  type Reaction,
} from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { takeLines } from '../contract/bill-commands.ts'
import { billTaken } from '../contract/events.ts'
import * as c from '../contract/e-invoice.ts'
import { statedLines } from './lines.ts'

/** Files larger than this are no invoice that anybody reads. */
const mostBytes = 20_000_000

/** Kinds of files that may be an e-invoice by themselves. */
const kinds = ['ubl', 'cii', 'xml']

export const seekEInvoiceBody = implementCommand(c.seekEInvoice, {
  async run(act, { id }) {
    const { rows } = await sql<{ file_id: string }>`
      select f.file_id from payables.bill b
      join documents.payable_fact f on f.organisation_id = b.organisation_id and f.document_id = b.document_id
      where b.organisation_id = ${act.office.id} and b.id = ${id} and f.media_kind = any(${kinds}::text[])`.execute(
      act.db(),
    )
    const [found] = rows
    if (found) act.enqueue(c.checkEInvoice, { billId: id, fileId: found.file_id })
    return { output: { sought: found !== undefined } }
  },
})

export const noteEInvoiceBody = implementCommand(c.noteEInvoice, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  async run(act, { id, syntax, profile, findings }) {
    await sql`
      insert into payables.e_invoice (organisation_id, bill_id, syntax, profile, findings, checked_at)
      values (${act.office.id}, ${id}, ${syntax}, ${profile}, ${JSON.stringify(findings)}::jsonb, ${act.at})
      on conflict (organisation_id, bill_id) do update
        set syntax = excluded.syntax, profile = excluded.profile, findings = excluded.findings, checked_at = excluded.checked_at`.execute(
      act.db(),
    )
    const fatal = findings.filter(one => one.severity === 'fatal').length
    const { title } = act.locked(id)
    act.emit(c.eInvoiceChecked, { id, title, fatal, warnings: findings.length - fatal }, [id])
    return { output: {} }
  },
})

export const checkEInvoiceBody = implementJob(c.checkEInvoice, {
  run: async (run, { billId, fileId }) => {
    const file = await run.files.find(run.organisationId, fileId)
    if (!file || file.sizeBytes > mostBytes) return
    const bytes = await run.files.bytes(run.organisationId, file.digest)
    const checked = checkInvoiceFile(bytes)
    if (checked === null || typeof checked === 'string') return
    const findings = checked.findings.slice(0, c.mostFindings).map(({ rule, severity, location, words, params }) => ({
      rule,
      severity,
      location: location.slice(0, 500),
      words,
      params: { ...params },
    }))
    const { syntax, profile } = checked
    const noted = await run.dispatch(c.noteEInvoice, { id: billId, syntax, profile, findings }, 'note')
    if (noted.status !== 'done') throw new Error(JSON.stringify(noted))
    const read = readInvoiceFile(bytes)
    const lines = read ? statedLines(plainInvoice(read.invoice)) : []
    if (lines.length === 0) return
    const taken = await run.dispatch(takeLines, { id: billId, lines }, 'lines')
    if (taken.status !== 'done') throw new Error(JSON.stringify(taken))
  },
})

interface Kept {
  readonly syntax: 'ubl' | 'cii'
  readonly profile: string
  readonly findings: readonly {
    readonly rule: string
    readonly severity: 'fatal' | 'warning'
    readonly location: string
    readonly words: string
    readonly params: Record<string, string>
  }[]
  readonly checked_at: Temporal.Instant
}

export const getEInvoiceBody = implementQuery(c.getEInvoice, async (view, { id }) => {
  const bill = await visibleRecords(view, 'bill')
    .select('kernel.record.id')
    .where('kernel.record.id', '=', id)
    .executeTakeFirst()
  if (!bill) return view.refuse(kernelRefusals.notFound, { kind: 'bill', id })
  const { rows } = await sql<Kept>`
    select syntax, profile, findings, checked_at from payables.e_invoice
    where organisation_id = ${view.office.id} and bill_id = ${id}`.execute(view.db())
  const [kept] = rows
  if (!kept) return { checked: null }
  const { syntax, profile, findings, checked_at } = kept
  const worded = findings.map(one => ({ ...one, term: termOf(one.params['term'] ?? '') }))
  return { checked: { syntax, profile, at: checked_at, findings: worded } }
})

/** A bill that was made of a paper has its file checked, once it is there. */
export const eInvoiceReactions: readonly Reaction[] = [
  {
    on: billTaken.name,
    command: c.seekEInvoice,
    inputs: ({ payload }: Happened<{ id: string }>) => [{ id: payload.id }],
  },
]

export const eInvoiceBodies = {
  commands: [seekEInvoiceBody, noteEInvoiceBody],
  queries: [getEInvoiceBody],
  jobs: [checkEInvoiceBody],
}
