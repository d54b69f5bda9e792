/** Reading and writing a template's rows. */
import { type Selectable, sql } from 'kysely'
import type { RichDoc } from '../../formats/rich/doc.ts'
import type { Act, Lock } from '../../kernel/implement.ts'
import type { Language } from '../../kernel/language/catalogue.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { textOf } from '../../formats/rich/walk.ts'
import { dbOf, type Reading } from './letter-row.ts'
import type { TemplateTable, VariantTable } from './tables.ts'

export type TemplateRow = Selectable<TemplateTable>
export type VariantRow = Selectable<VariantTable>

export const templateLock = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }): Lock[] => [
  { kind: 'letter-template', id, expectedVersion },
]

export async function templateOf(at: Reading & Pick<Act, 'refuse'>, id: string): Promise<TemplateRow> {
  const row = await dbOf(at)
    .selectFrom('letters.template')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? at.refuse(kernelRefusals.notFound, { kind: 'letter-template', id })
}

export const variantsOf = (at: Reading, id: string): Promise<VariantRow[]> =>
  dbOf(at)
    .selectFrom('letters.variant')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('template_id', '=', id)
    .orderBy('language')
    .execute()

/** The text in that language; else in the office's, in English, or in whichever there is. */
export async function variantFor(at: Reading, id: string, language: Language): Promise<VariantRow | null> {
  const all = await variantsOf(at, id)
  const by = (wanted: string) => all.find(one => one.language === wanted)
  return by(language) ?? by(at.office.language) ?? by('en') ?? all[0] ?? null
}

export async function putVariant(
  act: Act,
  templateId: string,
  {
    language,
    subject,
    body,
    fileId = null,
  }: {
    readonly language: Language
    readonly subject: string
    readonly body: RichDoc
    readonly fileId?: string | null
  },
): Promise<void> {
  await sql`insert into letters.variant (organisation_id, template_id, language, subject, body, file_id)
    values (${act.office.id}, ${templateId}, ${language}, ${subject}, ${JSON.stringify(body)}::jsonb, ${fileId})
    on conflict (organisation_id, template_id, language)
    do update set subject = excluded.subject, body = excluded.body, file_id = excluded.file_id`.execute(dbOf(act))
}

export const searchOf = (variants: readonly Pick<VariantRow, 'subject' | 'body'>[]): { body: string } => ({
  body: variants
    .map(({ subject, body }) => `${subject}\n${textOf(body)}`)
    .join('\n')
    .slice(0, 100_000),
})
