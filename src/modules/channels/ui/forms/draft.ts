/** A form as it is being built: its fields and texts, not saved yet. */
import { type Language, languages as allLanguages } from '../../../../kernel/language/catalogue.ts'
import type { FormDetail } from '../words.ts'

type WireField = FormDetail['fields'][number]
export type DraftField = Omit<WireField, 'options'> & { readonly options: NonNullable<WireField['options']> }
export type Draft = Pick<
  FormDetail,
  'languages' | 'intros' | 'consents' | 'thanks' | 'sites' | 'acknowledges' | 'replyTo'
> & {
  readonly title: string
  readonly fields: readonly DraftField[]
}
export type FieldType = DraftField['type']

export const fieldTypes = [
  'name',
  'email',
  'phone',
  'text',
  'longtext',
  'choice',
  'choices',
  'day',
  'number',
  'file',
] as const

export const draftOf = (form: FormDetail): Draft => ({
  title: form.record.title,
  languages: form.languages,
  intros: form.intros,
  consents: form.consents,
  thanks: form.thanks,
  fields: form.fields.map(field => ({ ...field, options: field.options ?? [] })),
  sites: form.sites,
  acknowledges: form.acknowledges,
  replyTo: form.replyTo,
})

export function newField(fields: readonly DraftField[], type: FieldType): DraftField {
  const taken = new Set(fields.map(field => field.key))
  let n = fields.length + 1
  while (taken.has(`${type}-${n}`)) n++
  return { key: `${type}-${n}`, type, required: false, labels: {}, options: [] }
}

export function moved(fields: readonly DraftField[], from: number, to: number): DraftField[] {
  const next = [...fields]
  const [field] = next.splice(from, 1)
  if (field) next.splice(Math.max(0, Math.min(next.length, to)), 0, field)
  return next
}

export const isChoice = ({ type }: DraftField): boolean => type === 'choice' || type === 'choices'

/** Choices of a field in one language, a line each; those of the others stay with theirs. */
export const withOptions = (field: DraftField, language: Language, lines: readonly string[]): DraftField => ({
  ...field,
  options: lines.map((line, n) => ({ ...field.options[n], [language]: line })).slice(0, 40),
})

/** Languages of the form in which something is not called anything yet. */
export const unworded = ({ languages, fields }: Draft): Language[] =>
  allLanguages.filter(
    one =>
      languages.includes(one) &&
      fields.some(field =>
        [field.labels, ...(isChoice(field) ? field.options : [])].some(words => !words[one]?.trim()),
      ),
  )

/** As each language calls itself. */
export const names: Readonly<Record<Language, string>> = {
  en: 'English',
  sv: 'Svenska',
  nb: 'Norsk',
  nl: 'Nederlands',
  ro: 'Română',
  pt: 'Português',
}

/** What each part of the page is given. */
export interface PartProps {
  readonly draft: Draft
  readonly language: Language
  readonly change: (part: Partial<Draft>) => void
}
