/** Which days somebody's calendar marks: the office's public holidays, where they have chosen nothing. */
import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'

export interface DayChoice {
  readonly chosen: boolean
  readonly holidays: boolean
  readonly countries: string[]
  readonly schools: string[]
  readonly birthdays: boolean
}

export async function dayChoiceOf({ office, principal, db }: Pick<View, 'office' | 'principal' | 'db'>) {
  const { rows } = await sql<DayChoice>`
    select true as chosen, holidays, countries, schools, birthdays from calendar.day_choice
    where organisation_id = ${office.id} and principal_id = ${principal.id}`.execute(db())
  return rows[0] ?? { chosen: false, holidays: true, countries: [], schools: [], birthdays: false }
}
