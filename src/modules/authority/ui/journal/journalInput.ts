import type { OutputOf } from '../../../../web/answers.ts'
import { addDays } from '../../../../web/format/day.ts'
import { momentOf } from '../../../../web/format/moment.ts'
import type { Search } from '../../../../web/useAddress.ts'
import type { readJournal } from '../../contract.ts'

export type JournalLine = OutputOf<typeof readJournal>['rows'][number]

/** What of the address filters the journal. */
export const journalKeys = ['who', 'act', 'record', 'from', 'until'] as const

/** The address as the query is asked: days become the moments at which they begin, the last one counts whole. */
export function journalInput(search: Search, zone: string): Record<string, string> {
  const { who, act, record, from, until } = search
  return {
    ...(who ? { who } : {}),
    ...(act ? { command: act } : {}),
    ...(record ? { recordId: record } : {}),
    ...(from ? { from: momentOf(from, '00:00', zone) } : {}),
    ...(until ? { until: momentOf(addDays(until, 1), '00:00', zone) } : {}),
  }
}
