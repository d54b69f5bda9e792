import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { naming, namesOf } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { moneyOf } from '../account-row.ts'
import * as c from '../contract.ts'
import type { StatementRow } from '../statement-row.ts'

type Seen = StatementRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly accounts: string[]
  readonly from_on: Temporal.PlainDate | null
  readonly to_on: Temporal.PlainDate | null
  readonly place: string
}

const statementsSeen = (view: View): RawBuilder<unknown> => sql`
  (select s.*, r.title, r.class, r.version, parts.accounts, parts.from_on, parts.to_on,
    lpad((99999999 - to_char(s.taken_on, 'YYYYMMDD')::int)::text, 8, '0') || (case when s.state in ('asks', 'refused') then '0' else '1' end) as place
  from ${visibleRecords(view, 'bank-statement').selectAll()} r
  join banking.statement s on s.organisation_id = ${view.office.id} and s.id = r.id
  join lateral (
    select coalesce(array_agg(distinct p.account_id), '{}') as accounts, min(p.from_on) as from_on, max(p.to_on) as to_on
    from banking.statement_part p where p.organisation_id = s.organisation_id and p.statement_id = s.id) parts on true) l`

export const listStatementsBody = implementQuery(c.listStatements, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.states) conditions.push(sql`l.state = any(${input.states}::text[])`)
  if (input.text) conditions.push(sql`l.title ilike ${liked(input.text)}`)
  const lines = sql`(select l.* from ${statementsSeen(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => row.accounts),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      format: row.format,
      accounts: row.accounts.flatMap(account => name(account) ?? []),
      from: row.from_on,
      to: row.to_on,
      count: row.line_count,
      new: row.new_count,
      takenOn: row.taken_on,
    })),
    ...slice,
  }
})

interface PartRow {
  readonly account_id: string
  readonly kind: 'statement' | 'intraday' | 'advice'
  readonly sequence: string | null
  readonly currency: string
  readonly from_on: Temporal.PlainDate | null
  readonly to_on: Temporal.PlainDate | null
  readonly opening_on: Temporal.PlainDate | null
  readonly opening_minor: bigint | null
  readonly closing_on: Temporal.PlainDate | null
  readonly closing_minor: bigint | null
  readonly line_count: number
  readonly new_count: number
}
const balanceOf = (on: Temporal.PlainDate | null, minor: bigint | null, currency: string) =>
  on && minor !== null ? { on, amount: moneyOf(minor, currency) } : null

export const getStatementBody = implementQuery(c.getStatement, async (view, { id }) => {
  const { rows } = await sql<Seen>`select * from ${statementsSeen(view)} where l.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'bank-statement', id })
  const { rows: parts } = await sql<PartRow>`
    select * from banking.statement_part where organisation_id = ${view.office.id} and statement_id = ${id} order by position`.execute(
    view.db(),
  )
  const name = naming(await namesOf(view, [row.run_id, ...parts.map(part => part.account_id)]))
  const waits = row.state === 'asks' || row.state === 'refused'
  return {
    record: { id, kind: 'bank-statement', title: row.title, class: row.class, version: row.version, state: row.state },
    fileName: row.file_name,
    format: row.format,
    count: row.line_count,
    new: row.new_count,
    takenOn: row.taken_on,
    parts: parts.map(part => ({
      account: name(part.account_id),
      kind: part.kind,
      sequence: part.sequence,
      from: part.from_on,
      to: part.to_on,
      opening: balanceOf(part.opening_on, part.opening_minor, part.currency),
      closing: balanceOf(part.closing_on, part.closing_minor, part.currency),
      count: part.line_count,
      new: part.new_count,
    })),
    findings: row.findings.map(one => ({ name: one.name, line: one.line, data: one.data })),
    problem: row.problem,
    head: row.head?.rows ?? null,
    separator: row.head?.separator ?? null,
    accountId: row.account_id,
    run: name(row.run_id),
    can: [
      ...(waits ? can(view, c.readAgain, { id, expectedVersion: row.version }, { primary: true }) : []),
      ...can(view, addComment, { recordId: id }),
    ],
  }
})

/** The bytes of a run's file once it is handed out, or of a file of the bank: whoever may see the record. */
export const fileOfBody = implementQuery(c.fileOf, async (view, { id }) => {
  const { rows } = await sql<{ digest: Buffer; name: string; media_type: string; size_bytes: bigint; class: number }>`
    select f.digest, coalesce(u.file_name, s.file_name) as name, f.media_type, f.size_bytes, r.class
    from ${visibleRecords(view).selectAll()} r
    left join banking.run u on u.organisation_id = ${view.office.id} and u.id = r.id and u.handed_out_at is not null
    left join banking.statement s on s.organisation_id = ${view.office.id} and s.id = r.id
    join kernel.file f on f.organisation_id = ${view.office.id} and f.id = coalesce(u.file_id, s.file_id)
    where r.id = ${id} and r.kind in ('payment-run', 'bank-statement')`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'payment-run', id })
  view.noteRead({ id, class: row.class })
  return {
    digest: row.digest.toString('hex'),
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
  }
})
