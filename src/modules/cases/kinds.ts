/** The office's kinds of cases: three from the beginning, which get a row when they are first used or changed. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { caseKindUnknown, type Sort, sorts } from './contract.ts'
import { wordsIn } from './words.ts'

export interface KindRow {
  readonly id: string
  readonly sort: Sort
  readonly name: string | null
  readonly answer_minutes: number | null
  readonly warn_minutes: number
  readonly stops_for_customer: boolean
  readonly stops_inside: boolean
  readonly escalate_to_id: string | null
  readonly asks_verdict: boolean
  readonly retired_at: Temporal.Instant | null
}

type Reader = Pick<View | Act, 'db' | 'office'>

const standard = (id: string, sort: Sort, answerMinutes: number, warnMinutes: number): KindRow => ({
  id,
  sort,
  name: null,
  answer_minutes: answerMinutes,
  warn_minutes: warnMinutes,
  stops_for_customer: true,
  stops_inside: false,
  escalate_to_id: null,
  asks_verdict: sort !== 'question',
  retired_at: null,
})

/** A working day for a question, three for a complaint, two for a request: eight hours each. */
export const standardKinds: readonly KindRow[] = [
  standard('00000000-0000-7000-8000-0000000ca501', 'question', 480, 120),
  standard('00000000-0000-7000-8000-0000000ca502', 'complaint', 1440, 480),
  standard('00000000-0000-7000-8000-0000000ca503', 'request', 960, 240),
]

export async function kindsOf(view: Reader): Promise<KindRow[]> {
  const { rows } = await sql<KindRow>`
    select id, sort, name, answer_minutes, warn_minutes, stops_for_customer, stops_inside, escalate_to_id, asks_verdict, retired_at
    from cases.kind where organisation_id = ${view.office.id}`.execute(view.db())
  const own = new Map(rows.map(row => [row.id, row]))
  const begun = standardKinds.map(kind => own.get(kind.id) ?? kind)
  const others = rows.filter(row => !standardKinds.some(kind => kind.id === row.id))
  return [...begun, ...others.toSorted((a, b) => sorts.indexOf(a.sort) - sorts.indexOf(b.sort))]
}

/** What a kind is called by whoever reads: its own name, or the catalogue's for the three that every office has. */
export function kindTitle(view: Pick<View, 'principal'>, kind: Pick<KindRow, 'name' | 'sort'>): string {
  return kind.name ?? wordsIn(nearestLanguage(view.principal.language), `choice.cases.sort.${kind.sort}`)
}

export async function requireKind(act: Act, id: string): Promise<KindRow> {
  return (await kindsOf(act)).find(kind => kind.id === id) ?? act.refuse(caseKindUnknown)
}

/** Gives one of the three its row, so that cases may refer to it. */
export function keepKind(act: Act, kind: KindRow): void {
  act.write(sql`
    insert into cases.kind (organisation_id, id, sort, name, answer_minutes, warn_minutes, stops_for_customer, stops_inside, escalate_to_id, asks_verdict)
    values (${act.office.id}, ${kind.id}, ${kind.sort}, ${kind.name}, ${kind.answer_minutes}, ${kind.warn_minutes},
      ${kind.stops_for_customer}, ${kind.stops_inside}, ${kind.escalate_to_id}, ${kind.asks_verdict})
    on conflict (organisation_id, id) do nothing`)
}
