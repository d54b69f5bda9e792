import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { limitOf } from '../../../kernel/authority.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  addField,
  addRow,
  addRule,
  changeRegister,
  getRegister,
  importRows,
  listRegisters,
  listRuleRuns,
  listTemplates,
  restoreRegister,
  retireRegister,
  type RuleLine,
  templateKeys,
} from '../contract.ts'
import { allFieldsOf, fieldLines, namesOf } from '../fields.ts'
import { mayWrite, type Register, registerOf } from '../register-row.ts'
import { requireRegister } from '../require-register.ts'
import { rulesOf } from '../rules.ts'
import { templateIn } from '../templates/index.ts'

interface ListedRegister {
  id: string
  title: string
  name: string
  icon: string
  description: string
  class: number
  rows: number
  fields: number
  retired: boolean
  changedAt: Temporal.Instant
}

/** An office has some dozens of registers, which are read whole and shown by name. */
export const listRegistersBody = implementQuery(listRegisters, async (view, { text = '', retired, limit, after }) => {
  const { rows } = await sql<ListedRegister>`
    select r.id, r.title, g.name, g.icon, g.description, r.class, g.retired_at is not null as retired, r.changed_at as "changedAt",
      (select count(*)::int from registers.field f where f.organisation_id = g.organisation_id and f.register_id = g.id and f.dropped_at is null) as fields,
      (select count(*)::int from registers.row w join ${visibleRecords(view, 'register-row').selectAll()} v on v.id = w.id
        where w.organisation_id = g.organisation_id and w.register_id = g.id and w.discarded_at is null) as rows
    from registers.register g join ${visibleRecords(view, 'register').selectAll()} r on r.id = g.id
    where g.organisation_id = ${view.office.id} and ${retired ? sql`g.retired_at is not null` : sql`g.retired_at is null`}
    order by lower(r.title), r.id`.execute(view.db())
  const words = foldInPlace(text).split(/\s+/).filter(Boolean)
  const found = rows.filter(row =>
    words.every(word => foldInPlace(`${row.title} ${row.name} ${row.description}`).includes(word)),
  )
  const from = after ? found.findIndex(row => row.id === after) + 1 : 0
  const shown = found.slice(from, from + limit)
  return { rows: shown, total: found.length, next: from + limit < found.length ? shown.at(-1)!.id : null }
})

export const getRegisterBody = implementQuery(getRegister, async (view, { id }) => {
  const record = await requireRegister(view, id)
  const register = await registerOf(view, id)
  const all = await allFieldsOf(view, id)
  const lines = await fieldLines(view, all)
  const audienceNames = await namesOf(view, [...(record.audience ?? []), ...(register.writers ?? [])])
  const named = (ids: readonly string[] | null) =>
    ids && ids.map(one => ({ id: one, title: audienceNames.get(one) ?? '' }))
  const counts = await countRows(view, id)
  const dropped = await countValues(view, id)
  return {
    record: {
      id,
      kind: record.kind,
      title: record.title,
      class: record.class,
      version: record.version,
      state: register.retired_at ? 'retired' : 'current',
    },
    name: register.name,
    plural: register.plural,
    icon: register.icon,
    description: register.description,
    titlePattern: register.title_pattern,
    audience: named(record.audience),
    writers: named(register.writers),
    mayWrite:
      !register.retired_at && mayWrite(view, register) && limitOf(view.principal, addRow.permission) !== undefined,
    ...counts,
    fields: lines.filter(line => !line.dropped),
    dropped: lines.filter(line => line.dropped).map(line => ({ ...line, values: dropped.get(line.id) ?? 0 })),
    rules: await ruleLines(view, id),
    troubles: await runsOf(view, id, { troubles: true, limit: 20 }),
    can: canOf(view, register, record.version),
  }
})

function canOf(view: View, register: Register, version: number) {
  const input = { id: register.id, expectedVersion: version }
  if (register.retired_at) return can(view, restoreRegister, input, { primary: true })
  const writes = mayWrite(view, register)
  return [
    ...(writes ? can(view, addRow, { register: register.id }, { primary: true }) : []),
    ...(writes ? can(view, importRows, { id: register.id }) : []),
    ...can(view, changeRegister, input),
    ...can(view, addField, input),
    ...can(view, addRule, input),
    ...can(view, retireRegister, input),
  ]
}

async function countRows(view: View, id: string): Promise<{ rows: number; discarded: number }> {
  const { rows } = await sql<{ rows: number; discarded: number }>`
    select count(*) filter (where w.discarded_at is null)::int as rows, count(*) filter (where w.discarded_at is not null)::int as discarded
    from registers.row w join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = w.id
    where w.organisation_id = ${view.office.id} and w.register_id = ${id}`.execute(view.db())
  return rows[0]!
}

/** How many values dropped fields keep. */
async function countValues(view: View, id: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select f.id, count(v.*)::int as count from registers.field f
    left join registers.value v on v.organisation_id = f.organisation_id and v.field_id = f.id and v.ordinal = 0
    where f.organisation_id = ${view.office.id} and f.register_id = ${id} and f.dropped_at is not null group by f.id`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.id, row.count]))
}

/** Rules with what they did of late, counted over rows that the reader may see. */
async function ruleLines(view: View, registerId: string): Promise<RuleLine[]> {
  const rules = await rulesOf(view, registerId)
  const authors = await namesOf(
    view,
    rules.map(rule => rule.authorId),
  )
  const since = view.at.subtract({ hours: 24 * 30 })
  const { rows } = await sql<{ rule_id: string; done: number; failed: number; last: Temporal.Instant | null }>`
    select u.rule_id, count(*) filter (where u.outcome = 'done')::int as done,
      count(*) filter (where u.outcome not in ('done', 'passed'))::int as failed, max(u.at) as last
    from registers.rule_run u join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = u.row_id
    where u.organisation_id = ${view.office.id} and u.register_id = ${registerId} and u.outcome <> 'passed' and u.at >= ${since}
    group by u.rule_id`.execute(view.db())
  return rules.map(({ id, rule, authorId, enabled, version }) => {
    const run = rows.find(row => row.rule_id === id)
    return {
      id,
      ...rule,
      author: { id: authorId, title: authors.get(authorId) ?? '' },
      enabled,
      version,
      done: run?.done ?? 0,
      failed: run?.failed ?? 0,
      lastAt: run?.last ?? null,
    }
  })
}

interface Run {
  id: string
  rule: string
  row_id: string
  title: string
  at: Temporal.Instant
  outcome: string
  day: Temporal.PlainDate | null
}

/** Runs on rows that the reader may see, so that nobody learns of a row by a rule that met it. */
async function runsOf(
  view: View,
  registerId: string,
  options: { troubles?: boolean; ruleId?: string | undefined; limit: number },
) {
  const since = view.at.subtract({ hours: 24 * 30 })
  const { rows } = await sql<Run>`
    select u.id, rule.name as rule, u.row_id, r.title, u.at, u.outcome, u.day
    from registers.rule_run u
    join registers.rule rule on rule.organisation_id = u.organisation_id and rule.register_id = u.register_id and rule.id = u.rule_id
    join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = u.row_id
    where u.organisation_id = ${view.office.id} and u.register_id = ${registerId} and u.outcome <> 'passed'
      and ${options.troubles ? sql`u.outcome <> 'done' and u.at >= ${since}` : sql`true`}
      and ${options.ruleId ? sql`u.rule_id = ${options.ruleId}` : sql`true`}
    order by u.at desc, u.id desc limit ${options.limit}`.execute(view.db())
  return rows.map(({ id, rule, row_id, title, at, outcome, day }) => ({
    id,
    rule,
    row: { id: row_id, title },
    at,
    outcome,
    day,
  }))
}

export const listRuleRunsBody = implementQuery(listRuleRuns, async (view, { id, ruleId, limit }) => {
  await requireRegister(view, id)
  return { rows: await runsOf(view, id, { ruleId, limit }) }
})

export const listTemplatesBody = implementQuery(listTemplates, async (view, { language }) => ({
  rows: templateKeys.map(key => {
    const { name, plural, icon, description, fields } = templateIn(
      language ?? nearestLanguage(view.principal.language),
      key,
    )
    return { key, name, plural, icon: icon!, description: description!, fields: fields!.map(field => field.name) }
  }),
}))
