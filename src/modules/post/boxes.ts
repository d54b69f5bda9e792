import { type Selectable, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { type TaskWish, workingCalendar } from '../work/contract.ts'
import { boxDue, type BoxRhythm } from './contract.ts'
import { dbOf } from './item-row.ts'
import type { BoxTable } from './tables.ts'
import { officeWords } from './words.ts'

export type BoxRow = Selectable<BoxTable>

export const boxOf = (act: Act, id: string): Promise<BoxRow> =>
  dbOf(act)
    .selectFrom('post.box')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const steps: Readonly<Record<BoxRhythm, Temporal.DurationLike>> = {
  workday: { days: 1 },
  week: { weeks: 1 },
  'two-weeks': { weeks: 2 },
  month: { months: 1 },
}

/** The next day a box is looked through after one: always a day on which somebody works. */
export const nextLook = (after: Temporal.PlainDate, rhythm: BoxRhythm, country: string): Temporal.PlainDate =>
  workingCalendar(country).onOrAfter(after.add(steps[rhythm]))

export const lookKey = (id: string, on: Temporal.PlainDate): string => `post.box:${id}:${on}`
/** The key of the task for its present day, where there is one. */
export const openLook = (row: Pick<BoxRow, 'id' | 'raised_on'>) =>
  row.raised_on ? [{ key: lookKey(row.id, row.raised_on) }] : []

const dueBoxes = (at: Pick<View, 'office' | 'today'>) => sql`
  from post.box b where b.organisation_id = ${at.office.id} and not b.retired and b.next_on <= ${at.today}::date
    and b.raised_on is distinct from b.next_on`

export async function dueCount(view: View): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${dueBoxes(view)}`.execute(view.db())
  return rows[0]!.count
}

/** A task for each box whose day has come, once for each day; deputies get them as they get any task. */
export async function raiseBoxes(act: Act): Promise<number> {
  const { rows } = await sql<BoxRow & { title: string }>`
    select b.*, (select r.title from kernel.record r where r.organisation_id = b.organisation_id and r.id = b.id) as title
    ${dueBoxes(act)} order by b.id for update of b`.execute(act.db())
  for (const { title, ...row } of rows) {
    await dbOf(act)
      .updateTable('post.box')
      .set({ raised_on: row.next_on })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', row.id)
      .execute()
    const wish: TaskWish = {
      key: lookKey(row.id, row.next_on),
      title: officeWords(act, 'task.box', { title }).slice(0, 300),
      dueOn: row.next_on,
      sourceId: row.id,
      ...(row.keeper_id ? { ownerId: row.keeper_id } : {}),
    }
    act.emit(boxDue, { id: row.id, title, work: [wish] }, [row.id])
  }
  return rows.length
}
