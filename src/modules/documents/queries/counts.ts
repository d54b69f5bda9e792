import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { counts } from '../contract.ts'
import { visibleDocuments } from './document-rows.ts'

export const countsBody = implementQuery(counts, async view => {
  const { rows } = await sql<{ state: string; total: number; sure: number; duplicates: number }>`
    select d.state, count(*)::int as total, (count(*) filter (where d.sure))::int as sure,
      (count(*) filter (where d.duplicate_of is not null and not d.duplicate_settled))::int as duplicates
    from ${visibleDocuments(view)} where d.state in ('arrived', 'to-confirm', 'needs-help', 'set-aside') group by d.state`.execute(
    view.db(),
  )
  const of = (state: string) => rows.find(row => row.state === state)
  const total = (of('to-confirm')?.total ?? 0) + (of('needs-help')?.total ?? 0)
  return {
    total,
    arrived: of('arrived')?.total ?? 0,
    toConfirm: of('to-confirm')?.total ?? 0,
    sure: of('to-confirm')?.sure ?? 0,
    needsHelp: of('needs-help')?.total ?? 0,
    setAside: of('set-aside')?.total ?? 0,
    duplicates: rows.reduce((sum, row) => sum + row.duplicates, 0),
  }
})
