/** Whether a case is an earlier one again: of the same customer, about the same thing, for the same cause, or in the same words. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { fold } from '../../kernel/language/fold.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { CaseRow } from './case-row.ts'

export interface Alike {
  readonly id: string
  readonly title: string
  /** Sure enough to be linked without asking. */
  readonly sure: boolean
}

const lookBackDays = 365
const most = 20
const sharedWords = 0.6

const wordsOf = (title: string) => new Set(fold(title).match(/[\p{L}\d]{4,}/gu) ?? [])

function shareOf(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const fewer = Math.min(one.size, other.size)
  return fewer < 2 ? 0 : [...one].filter(word => other.has(word)).length / fewer
}

type Asked = Pick<CaseRow, 'id' | 'party_id' | 'contact_email' | 'product' | 'cause_id' | 'received_at'>

/** Earlier cases that it looks like, the latest first, among those that one may see. */
export async function alikeOf(view: Act | View, row: Asked, title: string): Promise<Alike[]> {
  if (!row.party_id && !row.contact_email) return []
  const { rows } = await sql<{ id: string; title: string; product: string | null; cause_id: string | null }>`
    select c.id, r.title, c.product, c.cause_id from cases.case_file c
    join ${visibleRecords(view as View, 'case').selectAll()} r on r.id = c.id
    where c.organisation_id = ${view.office.id} and c.id <> ${row.id} and c.state <> 'dropped'
      and (c.party_id = ${row.party_id} or c.contact_email = ${row.contact_email})
      and (c.received_at, c.id) < (${row.received_at}, ${row.id}::uuid)
      and c.received_at > ${row.received_at}::timestamptz - ${`${lookBackDays} days`}::interval
    order by c.received_at desc, c.id desc limit ${most}`.execute(view.db())
  return rows.flatMap(one => {
    const sameThing = one.product !== null && row.product !== null && fold(one.product) === fold(row.product)
    const sameCause = one.cause_id !== null && one.cause_id === row.cause_id
    const share = shareOf(one.title, title)
    const sure = sameThing || sameCause || share >= sharedWords
    return sure || share > 0.3 ? [{ id: one.id, title: one.title, sure }] : []
  })
}

/** Links a case with the earlier one that it surely is again, unless a person has settled it; gives that one's id. */
export async function findRepeat(
  act: Act,
  row: Asked & Pick<CaseRow, 'repeats_id' | 'repeat_settled'>,
  title: string,
): Promise<string | null> {
  if (row.repeat_settled) return row.repeats_id
  const found = (await alikeOf(act, row, title)).find(({ sure }) => sure)?.id ?? null
  return found ?? row.repeats_id
}
