/** A visit as it stands, and how one begins. */
import { randomInt } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Act, Standing, View } from '../../kernel/implement.ts'
import { fold } from '../../kernel/language/fold.ts'
import type { VisitorState } from './contract.ts'

export type At = Standing & Pick<View, 'db'>

export interface VisitorRow {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly state: VisitorState
  readonly source: 'calendar' | 'person' | 'desk' | 'kiosk'
  readonly name: string
  readonly company: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly language: string
  readonly party_id: string | null
  readonly host_id: string | null
  readonly event_id: string | null
  readonly recurrence: string | null
  readonly guest: string | null
  readonly dropped: boolean
  readonly day: Temporal.PlainDate
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant | null
  readonly place: string | null
  readonly about: string
  readonly plate: string | null
  readonly code: string
  readonly badge_no: number | null
  readonly ticket: number | null
  readonly called_at: Temporal.Instant | null
  readonly arrived_at: Temporal.Instant | null
  readonly received_at: Temporal.Instant | null
  readonly left_at: Temporal.Instant | null
  readonly forgot: boolean
  readonly told_times: number
  readonly welcomed_at: Temporal.Instant | null
}

/** Visits that fit, as rows with the head of their record. */
export async function visitorsWhere(at: At, where: RawBuilder<unknown>): Promise<VisitorRow[]> {
  const { rows } = await sql<VisitorRow>`
    select v.*, r.title, r.class, r.version::int as version from visitors.visitor v
    join kernel.record r on r.organisation_id = v.organisation_id and r.id = v.id
    where v.organisation_id = ${at.office.id} and ${where}`.execute(at.db())
  return rows
}

export async function visitorOf(at: At, id: string): Promise<VisitorRow> {
  const [row] = await visitorsWhere(at, sql`v.id = ${id}`)
  return row!
}

/** Who somebody is while inside: name and house without capitals, marks and doubled spaces. */
export const nameKey = (name: string, company: string | null | undefined): string =>
  [name, company ?? ''].map(part => fold(part).replace(/\s+/g, ' ').trim()).join('|')

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** Eight letters and figures that are not mistaken for each other: 40 bits, of use for one day at one door. */
const newCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

/** A code as somebody types it. */
export const codeTyped = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')

export interface NewVisitor {
  readonly source: VisitorRow['source']
  readonly name: string
  readonly company?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly language: string
  readonly partyId?: string | null | undefined
  readonly hostId?: string | null | undefined
  readonly event?: { readonly id: string; readonly recurrence: string; readonly guest: string; readonly class: number }
  readonly start: Temporal.Instant
  readonly end?: Temporal.Instant | null | undefined
  readonly place?: string | null | undefined
  readonly about?: string | undefined
  readonly plate?: string | null | undefined
  readonly entryId?: string
  readonly kioskId?: string
}

/** From this class on a visit follows the event it comes of in who may see it. */
const confidential = 2

const searched = (facts: {
  company?: string | null | undefined
  email?: string | null | undefined
  about?: string | undefined
}) => ({
  body: [facts.company, facts.email, facts.about].filter(Boolean).join('\n'),
})

export const dayAt = (at: Pick<Standing, 'office'>, moment: Temporal.Instant): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(at.office.zone).toPlainDate()

/** Expects somebody, in the state `expected`. */
export async function insertVisitor(act: Act, facts: NewVisitor): Promise<string> {
  const { event } = facts
  const id = await act.createRecord({
    kind: 'visitor',
    title: facts.name,
    class: 1,
    ...(event && event.class >= confidential ? { source: event.id } : {}),
    search: searched(facts),
  })
  act.write(sql`
    insert into visitors.visitor (organisation_id, id, state, source, name, company, email, phone, language, name_key, party_id, host_id,
      event_id, recurrence, guest, day, start_at, end_at, place, about, plate, code, entry_id, kiosk_id, made_at)
    values (${act.office.id}, ${id}, 'expected', ${facts.source}, ${facts.name}, ${facts.company || null}, ${facts.email || null},
      ${facts.phone || null}, ${facts.language}, ${nameKey(facts.name, facts.company)}, ${facts.partyId ?? null}, ${facts.hostId ?? null},
      ${event?.id ?? null}, ${event?.recurrence ?? null}, ${event?.guest ?? null}, ${dayAt(act, facts.start)}, ${facts.start},
      ${facts.end ?? null}, ${facts.place || null}, ${facts.about ?? ''}, ${facts.plate || null}, ${newCode()},
      ${facts.entryId ?? null}, ${facts.kioskId ?? null}, ${act.at})`)
  if (facts.partyId) await act.link(id, facts.partyId, 'about')
  return id
}

/** Changes columns of a visit, and what its record says of it. */
export async function updateVisitor(act: Act, row: VisitorRow, set: RawBuilder<unknown>): Promise<number> {
  await sql`update visitors.visitor set ${set} where organisation_id = ${act.office.id} and id = ${row.id}`.execute(
    act.db(),
  )
  return act.changeRecord(row.id)
}

export const searchOf = searched
/** `Lars Ekdahl, Kustfast AB` */
export const calledOf = ({ name, company }: Pick<VisitorRow, 'name' | 'company'>): string =>
  [name, company].filter(Boolean).join(', ').slice(0, 300)
