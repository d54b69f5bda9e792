/** The e-invoice that a bill came as, checked by its rules. */
import { sql } from 'kysely'
import { checkInvoiceFile } from '../../../formats/einvoice/check.ts'
import { invoiceInside } from '../../../formats/einvoice/inside-pdf.ts'
import { plainInvoice } from '../../../formats/einvoice/plain.ts'
import { readInvoiceFile } from '../../../formats/einvoice/read.ts'
import { termOf } from '../../../formats/einvoice/terms.ts'
import {
  type Act,
  implementCommand,
  implementJob,
  implementQuery,
  type Happened,
  type Reaction,
} from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { alarmsOf, billOf, updateBill } from '../bill-row.ts'
import { filled } from '../bill-work.ts'
import { takeLines } from '../contract/bill-commands.ts'
import { billTaken } from '../contract/events.ts'
import * as c from '../contract/e-invoice.ts'
import { readiness } from '../posting.ts'
import type { BillRow } from '../rows.ts'
import { officeWords } from '../words.ts'
import { statedLines } from './lines.ts'

/** Files larger than this are no invoice that anybody reads. */
const mostBytes = 20_000_000

/** Kinds of files that may be an e-invoice by themselves, or hold one. */
const kinds = ['ubl', 'cii', 'xml', 'pdf']

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

type Kind = 'ubl' | 'cii'
interface FindingTold {
  readonly rule: string
  readonly severity: 'fatal' | 'warning'
}

/**
 * What an e-invoice must not be like is a doubt to be accepted with a reason: it stops the bill. The same findings on a file
 * that is read anew are the same doubt.
 */
async function doubtFindings(act: Act, row: BillRow, findings: readonly FindingTold[]): Promise<BillRow> {
  const fatal = findings.filter(one => one.severity === 'fatal')
  const rules = [...new Set(fatal.map(({ rule }) => rule))].sort()
  if (rules.length === 0)
    await sql`
      delete from payables.alarm where organisation_id = ${act.office.id} and bill_id = ${row.id} and rule = 'einvoice-wrong'`.execute(
      act.db(),
    )
  else await keepAlarm(act, row.id, { count: fatal.length, rules: rules.slice(0, 5) }, rules.join(' ').slice(0, 300))
  const stopped = (await alarmsOf(act, row.id)).some(one => one.severity === 'stop' && one.settled_at === null)
  if (stopped !== row.stopped) updateBill(act, row.id, { stopped })
  return { ...row, stopped }
}

async function keepAlarm(act: Act, billId: string, data: object, about: string): Promise<void> {
  await sql`
    insert into payables.alarm as a (organisation_id, bill_id, rule, severity, data, about, found_at)
    values (${act.office.id}, ${billId}, 'einvoice-wrong', 'stop', ${JSON.stringify(data)}::jsonb, ${about}, ${act.at})
    on conflict (organisation_id, bill_id, rule) do update set data = excluded.data, about = excluded.about,
      found_at = case when a.about = excluded.about then a.found_at else excluded.found_at end,
      settled_at = case when a.about = excluded.about then a.settled_at end,
      settled_by_id = case when a.about = excluded.about then a.settled_by_id end,
      how = case when a.about = excluded.about then a.how end, said = case when a.about = excluded.about then a.said end`.execute(
    act.db(),
  )
}

async function keepFindings(
  act: Act,
  id: string,
  { syntax, profile, findings }: { syntax: Kind; profile: string; findings: readonly FindingTold[] },
): Promise<void> {
  await sql`
    insert into payables.e_invoice (organisation_id, bill_id, syntax, profile, findings, checked_at)
    values (${act.office.id}, ${id}, ${syntax}, ${profile}, ${JSON.stringify(findings)}::jsonb, ${act.at})
    on conflict (organisation_id, bill_id) do update
      set syntax = excluded.syntax, profile = excluded.profile, findings = excluded.findings, checked_at = excluded.checked_at`.execute(
    act.db(),
  )
}

export const noteEInvoiceBody = implementCommand(c.noteEInvoice, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  load: (act, { id }) => billOf(act, id),
  async run(act, input, before) {
    const { id, findings } = input
    await keepFindings(act, id, input)
    const row = await doubtFindings(act, before, findings)
    const fatal = findings.filter(one => one.severity === 'fatal').length
    const { title } = act.locked(id)
    const moved = row.posted && row.stopped !== before.stopped
    const itemsChanged = moved ? [readiness(row, officeWords(act, 'hold.alarm'))] : []
    act.emit(c.eInvoiceChecked, { id, title, fatal, warnings: findings.length - fatal, ...filled({ itemsChanged }) }, [
      id,
    ])
    return { output: {} }
  },
})

export const checkEInvoiceBody = implementJob(c.checkEInvoice, {
  run: async (run, { billId, fileId }) => {
    const file = await run.files.find(run.organisationId, fileId)
    if (!file || file.sizeBytes > mostBytes) return
    const kept = await run.files.bytes(run.organisationId, file.digest)
    const bytes = kept.subarray(0, 5).toString() === '%PDF-' ? invoiceInside(kept) : kept
    if (!bytes) return
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
