import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { conversionLoses, fieldUnknown, previewConversion, previewImport, tryRule } from '../contract.ts'
import { asType, convert, mayConvert, optionsFrom } from '../conversion.ts'
import { fieldsOf } from '../fields.ts'
import { planImport } from '../import-plan.ts'
import { requireRegister } from '../require-register.ts'
import { loadValues } from '../row-values.ts'
import { requireRule } from '../rules.ts'
import { dayOf, doesWords, ruleHolds } from '../weigh-rule.ts'

const shownExamples = 8

export const previewConversionBody = implementQuery(previewConversion, async (view, { id, fieldId, type }) => {
  await requireRegister(view, id)
  const field =
    (await fieldsOf(view, id)).find(one => one.id === fieldId) ?? view.refuse(fieldUnknown, { field: fieldId })
  if (!mayConvert(field.type, type)) view.refuse(conversionLoses, { name: field.name })
  const isChoice = type === 'choice' || type === 'choices'
  const options = isChoice ? await optionsFrom(view, field) : []
  if (!options) return view.refuse(conversionLoses, { name: field.name })
  const to = asType(field, type, options)
  let [filled, converts] = [0, 0]
  const failing: { rowId: string; words: string }[] = []
  for await (const part of convert(view, field, to)) {
    filled += part.length
    converts += part.filter(({ stored }) => stored).length
    if (failing.length < 200) failing.push(...part.filter(({ stored }) => !stored))
  }
  const { rows: seen } = await sql<{ id: string; title: string }>`
    select id, title from ${visibleRecords(view, 'register-row').selectAll()} r
    where id = any(${failing.slice(0, 200).map(({ rowId }) => rowId)}::uuid[])`.execute(view.db())
  const titles = new Map(seen.map(row => [row.id, row.title]))
  return {
    filled,
    converts,
    fails: filled - converts,
    examples: failing
      .filter(({ rowId }) => titles.has(rowId))
      .slice(0, shownExamples)
      .map(({ rowId, words }) => ({ row: titles.get(rowId)!, value: words.slice(0, 200) })),
  }
})

export const previewImportBody = implementQuery(previewImport, async (view, { id, text, columns }) => {
  await requireRegister(view, id)
  const plan = await planImport(view, await fieldsOf(view, id), { text, columns })
  const wrong = plan.rows.filter(row => row.problems.length > 0)
  return {
    columns: plan.columns,
    headers: [...plan.headers],
    sample: plan.sample.map(cells => [...cells]),
    total: plan.rows.length,
    fits: plan.rows.length - wrong.length,
    problems: wrong.slice(0, 200).map(({ row, problems }) => ({ row, problems: [...problems] })),
    missing: [...plan.missing],
  }
})

/** Rows looked at in one go. */
const atOnce = 2000
const shownRows = 50

export const tryRuleBody = implementQuery(tryRule, async (view, { id, ...rule }) => {
  await requireRegister(view, id)
  const fields = await fieldsOf(view, id)
  await requireRule(view, rule, fields)
  const { rows } = await sql<{ id: string; title: string }>`
    select r.id, r.title from registers.row w join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = w.id
    where w.organisation_id = ${view.office.id} and w.register_id = ${id} and w.discarded_at is null order by w.id desc`.execute(
    view.db(),
  )
  let fires = 0
  const found: { id: string; title: string; does: string[]; on: string | null }[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce)
    const loaded = await loadValues(
      view,
      part.map(row => row.id),
    )
    for (const row of part) {
      const values = loaded.get(row.id)!
      const day = dayOf(rule, fields, values)
      if ((rule.when.on === 'date' && day === null) || !ruleHolds(rule, fields, values, view.office)) continue
      fires++
      if (found.length < shownRows)
        found.push({ ...row, does: doesWords(rule, fields, values), on: day?.toString() ?? null })
    }
  }
  return { looked: rows.length, fires, rows: found }
})
