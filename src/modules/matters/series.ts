/** The series that matters are numbered in: the office's standard one, made when it is first wanted, and those of kinds. */
import { sql, type Selectable } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { kindCreated, kindRetired } from './contract.ts'
import { skeletonOf, standardPattern, writeNumber, yearOf } from './numbering.ts'
import type { MatterKindTable, MattersTables } from './tables.ts'
import { inOffice } from './words.ts'

export type KindRow = Selectable<MatterKindTable>

export const kindOf = (act: Pick<Act, 'db' | 'office'>, id: string): Promise<KindRow | undefined> =>
  act
    .db<MattersTables>()
    .selectFrom('matters.matter_kind')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()

const standardOf = (act: Pick<View, 'office'> & { db: Act['db'] }): Promise<KindRow | undefined> =>
  act
    .db<MattersTables>()
    .selectFrom('matters.matter_kind')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('is_standard', '=', true)
    .executeTakeFirst()

/** The standard series; the first matter of an office makes it. */
async function standardSeries(act: Act): Promise<KindRow> {
  const known = await standardOf(act)
  if (known) return known
  // two first matters at once: the second waits here and finds the series of the first
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matters:${act.office.id}`}, 0))`.execute(act.db())
  const made = await standardOf(act)
  if (made) return made
  const name = inOffice(act.office.language)('page.matters.standard')
  const id = await act.createRecord({ kind: 'matter-kind', title: name, class: 0, search: {} })
  const row = {
    organisation_id: act.office.id,
    id,
    name,
    pattern: standardPattern,
    skeleton: skeletonOf(standardPattern),
    checklist: [],
    is_standard: true,
    retired_at: null,
  }
  await act.db<MattersTables>().insertInto('matters.matter_kind').values(row).execute()
  act.emit(kindCreated, { id, title: name }, [id])
  return row
}

export interface Numbered {
  readonly number: string
  readonly seriesId: string
  readonly year: number
  readonly serial: bigint
}

/** Takes the next number; it is given back when the act comes to nothing, so that no number is ever missing. */
export async function takeNumber(act: Act, kind: KindRow | undefined): Promise<Numbered> {
  if (kind?.retired_at) act.refuse(kindRetired, { title: kind.name })
  const series = kind?.pattern ? kind : await standardSeries(act)
  const year = yearOf(series.pattern!, act.today)
  const serial = await act.nextNumber(counterOf(series.id, year))
  return { number: writeNumber(series.pattern!, act.today, serial), seriesId: series.id, year, serial }
}

export const counterOf = (seriesId: string, year: number): string => `matters:${seriesId}:${year}`
