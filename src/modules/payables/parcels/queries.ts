import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { moneyOf } from '../bill-row.ts'
import * as c from '../contract.ts'
import { officeWords } from '../words.ts'
import { bankTable, billsOf, billTable, codingTable, papersOf } from './contents.ts'
import type { ParcelRow } from './parcel-row.ts'
import { monthOf, type WaitingBill, waitingBills, waitingLines } from './waiting.ts'

type Shown = Pick<WaitingBill, 'id' | 'title' | 'kind' | 'book_on' | 'currency' | 'total_minor' | 'late' | 'again'>

const billFacts = (one: Shown) => ({
  id: one.id,
  title: one.title,
  bookOn: one.book_on,
  total: moneyOf(one.kind === 'credit-note' ? -one.total_minor : one.total_minor, one.currency),
  late: one.late,
  again: one.again,
})

export const previewParcelBody = implementQuery(c.previewParcel, async (view, input) => {
  const month = monthOf(input.month ?? view.today.subtract({ months: 1 }))
  const bills = await waitingBills(view, month)
  const lines = await waitingLines(view, month)
  const ahead = Temporal.PlainDate.compare(month, view.today) > 0
  return {
    month,
    bills: bills.length,
    lines: lines.length,
    late: bills.filter(one => one.late).length + lines.filter(one => one.late).length,
    rows: bills.slice(0, 500).map(billFacts),
    can:
      bills.length + lines.length === 0 || ahead
        ? []
        : can(view, c.makeParcel, { month: String(month) }, { primary: true }),
  }
})

type Seen = ParcelRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: string
}

const parcelsSeen = (view: View) => sql`
  (select p.*, r.title, r.class, r.version, (999999 - extract(year from p.month_on)::int * 100 - extract(month from p.month_on)::int)::text as place
  from ${visibleRecords(view, 'parcel').selectAll()} r
  join payables.parcel p on p.organisation_id = ${view.office.id} and p.id = r.id) l`

const sizesOf = (row: ParcelRow) => ({
  month: row.month_on,
  bills: row.bill_count,
  lines: row.line_count,
  late: row.late_count,
  madeOn: row.made_on,
  sentTo: row.sent_to,
  mail: row.mail,
})

export const listParcelsBody = implementQuery(c.listParcels, async (view, input) => {
  const states = input.states ?? ['making', 'ready', 'sent']
  const lines = sql`(select l.* from ${parcelsSeen(view)} where l.state = any(${states}::text[])) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  return {
    rows: shown.map(row => ({ id: row.id, version: row.version, title: row.title, state: row.state, ...sizesOf(row) })),
    ...slice,
  }
})

async function seenParcel(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select * from ${parcelsSeen(view)} where l.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'parcel', id })
}

export const getParcelBody = implementQuery(c.getParcel, async (view, { id }) => {
  const row = await seenParcel(view, id)
  const { rows: bills } = await sql<Shown>`
    select b.id, r.title, b.kind, b.book_on, b.currency, b.total_minor, g.late, g.again from payables.parcel_bill g
    join ${visibleRecords(view, 'bill').selectAll()} r on r.id = g.bill_id
    join payables.bill b on b.organisation_id = g.organisation_id and b.id = g.bill_id
    where g.organisation_id = ${view.office.id} and g.parcel_id = ${id} order by g.position limit 2000`.execute(
    view.db(),
  )
  const input = { id, expectedVersion: row.version }
  const open = row.state === 'ready' || row.state === 'sent'
  return {
    record: { id, kind: 'parcel', title: row.title, class: row.class, version: row.version, state: row.state },
    ...sizesOf(row),
    papers: row.paper_count,
    file: row.digest ? { name: row.file_name ?? '', digest: row.digest.toString('hex') } : null,
    email: row.email,
    mailError: row.mail_error,
    sentAt: row.sent_at,
    withdrawnReason: row.withdrawn_reason,
    rows: bills.map(billFacts),
    can: [
      ...(open ? can(view, c.sendParcel, input, { primary: row.state === 'ready' }) : []),
      ...(row.state === 'withdrawn' ? [] : can(view, c.withdrawParcel, input)),
    ],
  }
})

async function fileOf(view: View, row: ParcelRow) {
  const { rows } = await sql<{ size_bytes: bigint }>`
    select size_bytes from kernel.file where organisation_id = ${view.office.id} and id = ${row.file_id}::uuid`.execute(
    view.db(),
  )
  return row.digest && rows[0]
    ? { digest: row.digest.toString('hex'), name: row.file_name ?? 'parcel.zip', sizeBytes: Number(rows[0].size_bytes) }
    : null
}

export const parcelFileBody = implementQuery(c.parcelFile, async (view, { id }) => {
  const row = await seenParcel(view, id)
  const file = await fileOf(view, row)
  view.noteRead({ id, class: row.class })
  return file ?? view.refuse(kernelRefusals.notFound, { kind: 'parcel', id })
})

function requireKontor(view: View, id: string): void {
  if (view.principal.id !== systemPrincipalId) view.refuse(kernelRefusals.notFound, { kind: 'parcel', id })
}

export const parcelToWriteBody = implementQuery(c.parcelToWrite, async (view, { id }) => {
  requireKontor(view, id)
  const row = await seenParcel(view, id)
  const bills = await billsOf(view, id)
  return {
    awaited: row.state === 'making',
    title: row.title,
    office: view.office.name,
    month: row.month_on,
    madeAt: row.made_at,
    language: nearestLanguage(view.office.language),
    tables: [await billTable(view, bills), await codingTable(view, bills), await bankTable(view, id)].map(table => ({
      name: table.name,
      heads: [...table.heads],
      rows: table.rows.map(cells => [...cells]),
    })),
    papers: await papersOf(view, bills),
    late: row.late_count,
  }
})

export const parcelLetterBody = implementQuery(c.parcelLetter, async (view, { id }) => {
  requireKontor(view, id)
  const row = await seenParcel(view, id)
  const params = {
    month: row.month_on.toString().slice(0, 7),
    office: view.office.name,
    bills: row.bill_count,
    lines: row.line_count,
    late: row.late_count,
    name: row.sent_to ?? '',
  }
  return {
    mail: row.mail,
    to: row.email ? { name: row.sent_to ?? '', address: row.email } : null,
    subject: officeWords(view, 'letter.parcel.subject', params).slice(0, 200),
    body: [
      officeWords(view, 'letter.parcel.greeting', params),
      officeWords(view, 'letter.parcel.holds', params),
      ...(row.late_count > 0 ? [officeWords(view, 'letter.parcel.late', params)] : []),
      ...(row.note.trim() ? [row.note.trim()] : []),
      `${officeWords(view, 'letter.question.regards')}\n${view.office.name}`,
    ].join('\n\n'),
    file: await fileOf(view, row),
  }
})
