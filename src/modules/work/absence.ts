/** What setting, changing and ending an absence share. */
import { type Selectable, sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { awayReversed, awayTwice, deputyAway, deputyIsSelf } from './contract.ts'
import type { AbsenceTable, WorkTables } from './tables.ts'
import { ownerName } from './task-row.ts'

export type AbsenceRow = Selectable<AbsenceTable>

export async function absenceOf(act: Act, id: string): Promise<AbsenceRow> {
  return act
    .db<WorkTables>()
    .selectFrom('work.absence')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface Period {
  readonly personId: string
  readonly deputyId: string | null
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate
}

/** Refuses an absence that cannot be: reversed, twice at once, or with a deputy who is the same or away as well. */
export async function requireSound(act: Act, period: Period, except: string | null): Promise<string> {
  const { personId, deputyId, fromOn, untilOn } = period
  const person = await ownerName(act, personId)
  if (Temporal.PlainDate.compare(untilOn, fromOn) < 0)
    act.refuse(awayReversed, { fromOn: String(fromOn), untilOn: String(untilOn) })
  if (deputyId === personId) act.refuse(deputyIsSelf, { person })
  const twice = await overlapping(act, personId, period, except)
  if (twice) act.refuse(awayTwice, { person, fromOn: String(twice.from_on), untilOn: String(twice.until_on) })
  if (deputyId) {
    const deputy = await ownerName(act, deputyId)
    const away = await overlapping(act, deputyId, period, except)
    if (away) act.refuse(deputyAway, { deputy, fromOn: String(away.from_on), untilOn: String(away.until_on) })
  }
  return person
}

async function overlapping(act: Act, personId: string, { fromOn, untilOn }: Period, except: string | null) {
  return act
    .db<WorkTables>()
    .selectFrom('work.absence')
    .select(['from_on', 'until_on'])
    .where('organisation_id', '=', act.office.id)
    .where('person_id', '=', personId)
    .where('cancelled_at', 'is', null)
    .where('from_on', '<=', untilOn)
    .where('until_on', '>=', fromOn)
    .$if(except !== null, query => query.where('id', '<>', except!))
    .executeTakeFirst()
}

/** Who stands in for somebody whenever nobody else is named. */
export async function standingDeputy(act: Act, personId: string): Promise<string | null> {
  const { rows } = await sql<{ deputy_id: string | null }>`
    select deputy_id from authority.colleague where organisation_id = ${act.office.id} and principal_id = ${personId}`.execute(
    act.db(),
  )
  return rows[0]?.deputy_id ?? null
}

/** How an absence is called wherever a record is named. */
export const absenceTitle = (person: string, { fromOn, untilOn }: Pick<Period, 'fromOn' | 'untilOn'>): string =>
  `${person}, ${fromOn} – ${untilOn}`
