/** Reading and writing a case's own rows, and what every act with one says of it. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import type { TaskWish } from '../work/contract.ts'
import { caseNotSoFar, type CaseState, type channels, type Tone, type Verdict } from './contract.ts'
import { officeWords } from './words.ts'

export interface CaseRow {
  readonly id: string
  readonly year: number
  readonly serial: bigint
  readonly state: CaseState
  readonly kind_id: string
  readonly channel: (typeof channels)[number]
  readonly party_id: string | null
  readonly contact_name: string | null
  readonly contact_email: string | null
  readonly contact_phone: string | null
  readonly language: Language
  readonly product: string | null
  readonly tone: Tone
  readonly owner_id: string | null
  readonly source_id: string | null
  readonly received_at: Temporal.Instant
  readonly due_at: Temporal.Instant | null
  readonly warn_at: Temporal.Instant | null
  readonly left_minutes: number | null
  readonly waiting_for: 'customer' | 'inside' | null
  readonly waiting_what: string | null
  readonly warned_at: Temporal.Instant | null
  readonly escalated_at: Temporal.Instant | null
  readonly cause_id: string | null
  readonly responsible_id: string | null
  readonly answered_at: Temporal.Instant | null
  readonly kept: boolean | null
  readonly closed_at: Temporal.Instant | null
  readonly reopened: number
  readonly verdict: Verdict | null
  readonly verdict_words: string | null
  readonly verdict_at: Temporal.Instant | null
  readonly repeats_id: string | null
  readonly repeat_settled: boolean
}

type Reader = Pick<View | Act, 'db' | 'office'>

export async function caseOf(at: Reader, id: string): Promise<CaseRow> {
  const { rows } = await sql<CaseRow>`
    select * from cases.case_file where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

export type CaseChange = { [Name in keyof CaseRow]?: CaseRow[Name] }

/** What is changed of a row, as `set` has it. */
const assignments = (change: object): RawBuilder<unknown> =>
  sql.join(Object.entries(change).map(([name, value]) => sql`${sql.id(name)} = ${value}`))

export function updateCase(act: Act, id: string, change: CaseChange): void {
  act.write(
    sql`update cases.case_file set ${assignments(change)} where organisation_id = ${act.office.id} and id = ${id}`,
  )
}

export interface EntryRow {
  readonly id: string
  readonly what: 'said' | 'note' | 'answer'
  readonly body: string
  readonly language: Language
  readonly by_id: string | null
  readonly at: Temporal.Instant
  readonly mail: 'waits' | 'sent' | 'failed' | 'no-door' | null
  readonly mail_to: string | null
  readonly mail_error: string | null
  readonly apology: boolean
  readonly asks_verdict: boolean
  /** The mail thread it goes out in; null: by the house's door. */
  readonly thread_id: string | null
}

export async function entriesOf(at: Reader, caseId: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select id, what, body, language, by_id, at, mail, mail_to, mail_error, apology, asks_verdict, thread_id from cases.entry
    where organisation_id = ${at.office.id} and case_id = ${caseId} order by at, id`.execute(at.db())
  return rows
}

export interface NewEntry {
  readonly what: EntryRow['what']
  readonly body: string
  readonly language: string
  readonly mailTo?: string | null
  readonly apology?: boolean
  readonly asksVerdict?: boolean
  readonly threadId?: string | null
}

/** Adds to the story; gives the entry's id. */
export function insertEntry(act: Act, caseId: string, entry: NewEntry): string {
  const id = act.newId()
  const byId = act.principal.kind === 'system' ? null : act.principal.id
  act.write(sql`
    insert into cases.entry (organisation_id, case_id, id, what, body, language, by_id, at, mail, mail_to, apology, asks_verdict, thread_id)
    values (${act.office.id}, ${caseId}, ${id}, ${entry.what}, ${entry.body}, ${entry.language}, ${byId}, ${act.at},
      ${entry.mailTo ? 'waits' : null}, ${entry.mailTo ?? null}, ${entry.apology ?? false}, ${entry.asksVerdict ?? false}, ${entry.threadId ?? null})`)
  return id
}

/** What is found of a case besides its title: who, what about, and all that was said. */
export const searchOf = (
  row: Pick<CaseRow, 'contact_name' | 'contact_email' | 'product' | 'language'>,
  texts: readonly string[],
) => ({
  body: [row.contact_name, row.contact_email, row.product, ...texts].filter(Boolean).join('\n').slice(0, 200_000),
  language: row.language,
})

/** The number that a case is called by: `C-2026-14`, the letter as the office's language has it. */
export const numberOf = (row: { year: number; serial: bigint | number | string }): string => `${row.year}-${row.serial}`

export const told = (row: Pick<CaseRow, 'id' | 'year' | 'serial'>, title: string) => ({
  id: row.id,
  title,
  number: numberOf(row),
})

export function requireCase(act: Act, row: CaseRow, states: readonly CaseState[]): void {
  if (!states.includes(row.state)) act.refuse(caseNotSoFar, { title: act.locked(row.id).title })
}

export const openStates = ['new', 'owned', 'waiting'] as const satisfies readonly CaseState[]

const prefix = (id: string) => `cases.case:${id}:`

/** Open tasks of a case, by the keys that its acts raised them with. */
export async function openKeys(act: Act, id: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id} and source_id = ${id}
      and raised_key like ${`${prefix(id)}%`} and state in ('open', 'waiting')`.execute(act.db())
  return rows
}

interface Wish {
  readonly what: 'answer' | 'failed' | 'not-content' | 'broken'
  readonly ownerId?: string | null
  readonly role?: string
  readonly dueAt?: Temporal.Instant | null
}

type Wished = Pick<CaseRow, 'id' | 'year' | 'serial' | 'party_id'>

/** A task about a case: each version of the case may raise one. */
export function caseWish(
  act: Act,
  row: Wished,
  { what, ownerId, role, dueAt }: Wish,
  { title, version } = act.locked(row.id) as { title: string; version: number },
): TaskWish {
  return {
    key: `${prefix(row.id)}${what}:${version + 1}`,
    title: officeWords(act, `task.${what}`, { title, number: numberOf(row) }).slice(0, 300),
    sourceId: row.id,
    ifLate: 'breaks-promise',
    ...(what === 'answer' ? {} : { urgency: 'high' as const }),
    ...(ownerId ? { ownerId } : role ? { role } : {}),
    ...(row.party_id ? { forId: row.party_id } : {}),
    ...(dueAt && Temporal.Instant.compare(dueAt, act.at) > 0
      ? { dueAt, dueOn: dueAt.toZonedDateTimeISO(act.office.zone).toPlainDate() }
      : { dueOn: act.today }),
  }
}
