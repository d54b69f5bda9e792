/** Promises in the story of a case that nobody has kept or passed over yet. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { workingCalendar } from '../work/contract.ts'
import type { EntryRow } from './case-row.ts'
import { findPromisesIn, type FoundPromise } from './promises/find.ts'

type Reader = Pick<View | Act, 'db' | 'office'>

export interface InEntry extends FoundPromise {
  readonly entryId: string
}

/** What we said or noted promises; what the customer said is theirs to keep. */
export function promisesOf(at: Pick<Reader, 'office'>, entries: readonly EntryRow[]): InEntry[] {
  const { isWorkday } = workingCalendar(at.office.country)
  return entries
    .filter(entry => entry.what !== 'said')
    .flatMap(entry => {
      const today = entry.at.toZonedDateTimeISO(at.office.zone).toPlainDate()
      return findPromisesIn(entry.body, { language: entry.language, today, isWorkday }).map(found => ({
        ...found,
        entryId: entry.id,
      }))
    })
}

export async function settledOf(
  at: Reader,
  caseId: string,
): Promise<{ entry_id: string; place: number; task_id: string | null }[]> {
  const { rows } = await sql<{ entry_id: string; place: number; task_id: string | null }>`
    select entry_id, place, task_id from cases.found_promise
    where organisation_id = ${at.office.id} and case_id = ${caseId}`.execute(at.db())
  return rows
}
