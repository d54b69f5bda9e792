import { sql } from 'kysely'
import { docOfLines, emptyDoc, type RichDoc } from '../../../formats/rich/doc.ts'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { languages, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import * as c from '../contract.ts'
import { dbOf, keepPictures } from '../letter-row.ts'
import { standardTemplates } from '../standard-templates.ts'
import { requireOfficeFile } from '../office/rows.ts'
import {
  putVariant,
  searchOf,
  templateLock,
  templateOf,
  type TemplateRow,
  type VariantRow,
  variantsOf,
} from '../template-row.ts'

interface NewTemplate {
  readonly title: string
  readonly needsApproval: boolean
  readonly class?: number | undefined
  readonly variants: readonly Parameters<typeof putVariant>[2][]
}

async function addTemplate(act: Act, { title, needsApproval, class: level, variants }: NewTemplate): Promise<string> {
  const id = await act.createRecord({
    kind: 'letter-template',
    title,
    ...(level === undefined ? {} : { class: level }),
    search: searchOf(variants),
  })
  const row = { organisation_id: act.office.id, id, needs_approval: needsApproval }
  await dbOf(act).insertInto('letters.template').values(row).execute()
  for (const variant of variants) await putVariant(act, id, variant)
  await keepPictures(act, id, ...variants.map(({ body }) => body))
  return id
}

export const createTemplateBody = implementCommand(c.createTemplate, {
  async run(act, { title, needsApproval, class: level, language, subject, body }) {
    const text = body ?? docOfLines('{recipient.salutation}', '', '')
    const id = await addTemplate(act, {
      title,
      needsApproval,
      class: level,
      variants: [{ language, subject, body: text }],
    })
    act.emit(c.templateCreated, { id, title }, [id])
    return { output: { id, version: 1 }, undo: { command: 'letters.retire-template', input: { id } } }
  },
})

async function inUse(act: Act, id: string): Promise<TemplateRow> {
  const row = await templateOf(act, id)
  if (row.retired) act.refuse(c.templateRetired, { title: act.locked(id).title })
  return row
}

async function changed(act: Act, id: string, title = act.locked(id).title): Promise<number> {
  const variants = await variantsOf(act, id)
  await keepPictures(act, id, ...variants.map(({ body }) => body))
  act.emit(c.templateChanged, { id, title }, [id])
  return act.changeRecord(id, { title, search: searchOf(variants) })
}

export const changeTemplateBody = implementCommand(c.changeTemplate, {
  locks: input => templateLock(input),
  load: (act, { id }) => inUse(act, id),
  async run(act, { id, title, needsApproval }, before) {
    const was = act.locked(id).title
    await sql`update letters.template set needs_approval = ${needsApproval ?? before.needs_approval}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(dbOf(act))
    const version = await changed(act, id, title ?? was)
    const input = { id, expectedVersion: version, title: was, needsApproval: before.needs_approval }
    return { output: { id, version }, undo: { command: 'letters.change-template', input } }
  },
})

/** A text of Kontor's own, a Word file all of whose fields mean something, or what stands there now. */
async function variantText(
  act: Act,
  { body, fileId }: Pick<InputOf<typeof c.writeVariant>, 'body' | 'fileId'>,
  before: VariantRow | undefined,
): Promise<{ body: RichDoc; fileId: string | null }> {
  if (fileId) {
    const file = await requireOfficeFile(act, fileId)
    if (file.unknown.length > 0) act.refuse(c.officeFieldsUnknown, { fields: file.unknown.join(' · ').slice(0, 900) })
    return { body: file.body, fileId }
  }
  if (body) return { body, fileId: null }
  return { body: before?.body ?? emptyDoc, fileId: before?.file_id ?? null }
}

const asGiven = ({ subject, body, file_id }: VariantRow) => ({ subject, ...(file_id ? { fileId: file_id } : { body }) })

export const writeVariantBody = implementCommand(c.writeVariant, {
  locks: input => templateLock(input),
  load: (act, { id }) => inUse(act, id),
  async run(act, { id, language, subject, body, fileId }) {
    const before = (await variantsOf(act, id)).find(one => one.language === language)
    await putVariant(act, id, { language, subject, ...(await variantText(act, { body, fileId }, before)) })
    const version = await changed(act, id)
    const one = { id, expectedVersion: version, language }
    return {
      output: { id, version },
      undo: before
        ? { command: 'letters.write-variant', input: { ...one, ...asGiven(before) } }
        : { command: 'letters.remove-variant', input: one },
    }
  },
})

export const removeVariantBody = implementCommand(c.removeVariant, {
  locks: input => templateLock(input),
  load: (act, { id }) => inUse(act, id),
  async run(act, { id, language }) {
    const all = await variantsOf(act, id)
    const before = all.find(one => one.language === language) ?? act.refuse(c.variantUnknown, { language })
    if (all.length === 1) act.refuse(c.variantLast, { title: act.locked(id).title })
    await sql`delete from letters.variant
      where organisation_id = ${act.office.id} and template_id = ${id} and language = ${language}`.execute(dbOf(act))
    const version = await changed(act, id)
    const input = { id, expectedVersion: version, language, ...asGiven(before) }
    return { output: { id, version }, undo: { command: 'letters.write-variant', input } }
  },
})

const setRetired = (act: Act, id: string, retired: boolean) =>
  sql`update letters.template set retired = ${retired} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    dbOf(act),
  )

export const retireTemplateBody = implementCommand(c.retireTemplate, {
  locks: input => templateLock(input),
  load: (act, { id }) => inUse(act, id),
  async run(act, { id }) {
    await setRetired(act, id, true)
    act.emit(c.templateRetiredEvent, { id, title: act.locked(id).title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'letters.restore-template', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreTemplateBody = implementCommand(c.restoreTemplate, {
  locks: input => templateLock(input),
  load: (act, { id }) => templateOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (!row.retired) act.refuse(c.letterNotSoFar, { title })
    await setRetired(act, id, false)
    act.emit(c.templateRestored, { id, title }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'letters.retire-template', input: { id, expectedVersion: version } },
    }
  },
})

export const addStandardTemplatesBody = implementCommand(c.addStandardTemplates, {
  async run(act) {
    const mine = nearestLanguage(act.office.language)
    const { rows } = await sql<{ title: string }>`
      select r.title from letters.template t join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
      where t.organisation_id = ${act.office.id}`.execute(dbOf(act))
    const there = new Set(rows.map(({ title }) => title))
    const wanted = standardTemplates.filter(one => !there.has(one.title[mine]))
    if (wanted.length === 0) act.refuse(c.templatesThere)
    const ids: string[] = []
    for (const { title, text } of wanted) {
      const variants = languages.map(language => {
        const [subject, ...lines] = text[language]
        return { language, subject: subject!, body: docOfLines(...lines) }
      })
      ids.push(await addTemplate(act, { title: title[mine], needsApproval: false, variants }))
    }
    act.emit(c.templatesAdded, { count: ids.length }, ids)
    return { output: { count: ids.length } }
  },
})
