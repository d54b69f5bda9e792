import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/rules.ts'
import type { RuleTable } from '../desk/tables.ts'
import { asksSomething, meets } from './match.ts'
import { factsOf, mailColumns, type MailRow, mailTables } from './rows.ts'

type Line = RuleTable & {
  readonly folder: string | null
  readonly title: string
  readonly version: number
  readonly paused: boolean
  sort: string
}

export const listRulesBody = implementQuery(c.listRules, async (view, input) => {
  const found = input.text ? sql`and r.title ilike ${liked(input.text)}` : sql``
  const lines = sql`(select u.*, r.title, r.version, f.path as folder, u.id::text as sort
    from ${visibleRecords(view, 'mail-rule').selectAll()} r
    join mail.rule u on u.organisation_id = ${view.office.id} and u.id = r.id
    left join mail.folder f on f.organisation_id = u.organisation_id and f.id = u.folder_id where not u.removed ${found}) l`
  const { shown, ...slice } = await sliceOf<Line>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.mailbox_id, row.owner_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      mailbox: name(row.mailbox_id),
      from: row.from_has,
      to: row.to_has,
      subject: row.subject_has,
      words: row.words,
      hasAttachment: row.has_attachment,
      owner: name(row.owner_id),
      label: row.label,
      folder: row.folder_id && row.folder ? { id: row.folder_id, title: row.folder } : null,
      outcome: row.outcome,
      paused: row.paused,
    })),
    ...slice,
  }
})

/** As many mails as conditions are tried on. */
const tried = 100

export const tryRuleBody = implementQuery(c.tryRule, async (view, asked) => {
  const { rows } = await sql<MailRow>`
    select ${mailColumns} from ${mailTables}
    join ${visibleRecords(view, 'mail-thread').selectAll()} r on r.id = m.thread_id
    where m.organisation_id = ${view.office.id} and m.direction = 'in' order by m.at desc, m.id limit ${tried}`.execute(
    view.db(),
  )
  const met = asksSomething(asked) ? rows.filter(row => meets(factsOf(row), asked)) : []
  return {
    tried: rows.length,
    met: met.map(row => ({
      id: row.thread_id,
      title: row.subject,
      from: row.from_name || row.from_address,
      at: row.at,
    })),
  }
})
