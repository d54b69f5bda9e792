import { sql } from 'kysely'
import { fieldsIn } from '../../../formats/rich/walk.ts'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { dbOf } from '../letter-row.ts'
import { fieldsInLine } from '../known.ts'
import { officeFileOf } from '../office/rows.ts'
import { variantsOf, type VariantRow } from '../template-row.ts'

interface Seen {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly needs_approval: boolean
  readonly retired: boolean
  readonly letters: number
  readonly sort: string
}

const seen = (view: View) => sql`
  from ${visibleRecords(view, 'letter-template').selectAll()} r
  join letters.template t on t.organisation_id = ${view.office.id} and t.id = r.id`

/** What a text asks for that only whoever writes knows. */
const asked = (variants: readonly VariantRow[]): string[] => [
  ...new Set(
    variants
      .flatMap(one => [...fieldsInLine(one.subject), ...fieldsIn(one.body)])
      .flatMap(name => (name.startsWith('ask.') ? [name.slice(4)] : [])),
  ),
]

export const listTemplatesBody = implementQuery(c.listTemplates, async (view, { text, retired = false, ...input }) => {
  const conditions = [sql`t.retired = ${retired}`]
  if (text) conditions.push(sql`r.title ilike ${liked(text)}`)
  const lines = sql`(select r.id, r.title, r.class, r.version, t.needs_approval, t.retired, lower(r.title) as sort,
    (select count(*)::int from letters.letter l where l.organisation_id = t.organisation_id and l.template_id = t.id) as letters
    ${seen(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const ids = shown.map(row => row.id)
  const all =
    ids.length > 0
      ? await dbOf(view)
          .selectFrom('letters.variant')
          .selectAll()
          .where('organisation_id', '=', view.office.id)
          .where('template_id', 'in', ids)
          .orderBy('language')
          .execute()
      : []
  const mine = nearestLanguage(view.principal.language)
  return {
    rows: shown.map(row => {
      const variants = all.filter(one => one.template_id === row.id)
      // asked in the reader's own language where the template has it
      const own = variants.filter(one => one.language === mine)
      return {
        id: row.id,
        version: row.version,
        title: row.title,
        retired: row.retired,
        needsApproval: row.needs_approval,
        languages: variants.map(one => one.language),
        letters: row.letters,
        asks: asked(own.length > 0 ? own : variants.slice(0, 1)),
      }
    }),
    ...slice,
  }
})

export const getTemplateBody = implementQuery(c.getTemplate, async (view, { id }) => {
  const { rows } = await sql<Seen>`select r.id, r.title, r.class, r.version, t.needs_approval, t.retired ${seen(view)}
    where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'letter-template', id })
  const variants = await variantsOf(view, id)
  return {
    record: {
      id,
      kind: 'letter-template',
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.retired ? ('retired' as const) : ('current' as const),
    },
    needsApproval: row.needs_approval,
    variants: await Promise.all(
      variants.map(async ({ language, subject, body, file_id }) => ({
        language: language as Language,
        subject,
        body,
        file: file_id ? ((await officeFileOf(view, file_id))?.name ?? null) : null,
      })),
    ),
    can: canOf(view, row),
  }
})

function canOf(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  if (row.retired) return can(view, c.restoreTemplate, input, { primary: true })
  return [
    ...can(view, c.createLetter, { templateId: row.id }),
    ...can(view, c.writeVariant, input),
    ...can(view, c.removeVariant, input),
    ...can(view, c.changeTemplate, { ...input, title: row.title, needsApproval: row.needs_approval }),
    ...can(view, c.retireTemplate, input),
  ]
}
