import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { fold } from '../../../kernel/language/fold.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { kindsOf, kindTitle } from '../kinds.ts'

const holds = (text: string | undefined) => (title: string) => !text?.trim() || fold(title).includes(fold(text.trim()))

export const listKindsBody = implementQuery(c.listKinds, async (view, { text, retired, limit }) => {
  const fits = holds(text)
  const all = (await kindsOf(view))
    .map(kind => ({ kind, title: kindTitle(view, kind) }))
    .filter(({ kind, title }) => fits(title) && (retired || kind.retired_at === null))
  const name = naming(
    await namesOf(
      view,
      all.map(({ kind }) => kind.escalate_to_id),
    ),
  )
  return {
    rows: all.slice(0, limit).map(({ kind, title }) => ({
      id: kind.id,
      title,
      sort: kind.sort,
      name: kind.name,
      answerMinutes: kind.answer_minutes,
      warnMinutes: kind.warn_minutes,
      stopsForCustomer: kind.stops_for_customer,
      stopsInside: kind.stops_inside,
      asksVerdict: kind.asks_verdict,
      escalateTo: name(kind.escalate_to_id),
      retired: kind.retired_at !== null,
    })),
    total: all.length,
    next: null,
  }
})

export const listCausesBody = implementQuery(c.listCauses, async (view, { text, retired, limit }) => {
  const { rows } = await sql<{ id: string; title: string; retired: boolean; count: number }>`
    select c.id, c.name as title, c.retired_at is not null as retired, (
      select count(*)::int from cases.case_file f join ${visibleRecords(view, 'case').selectAll()} r on r.id = f.id
      where f.organisation_id = c.organisation_id and f.cause_id = c.id and f.state <> 'dropped') as count
    from cases.cause c where c.organisation_id = ${view.office.id} order by c.name`.execute(view.db())
  const fits = holds(text)
  const all = rows.filter(row => fits(row.title) && (retired || !row.retired))
  return { rows: all.slice(0, limit), total: all.length, next: null }
})
