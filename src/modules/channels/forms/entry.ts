/** What somebody filled in: read as the form asks it, each doubt beside its field, nothing of it lost on the way back. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import type { FormField, HeardMessage } from '../contract.ts'
import { wordsIn } from '../words.ts'
import { clean, fileNameOf, line, numberOf } from '../wires/reading.ts'

export interface AskedForm {
  readonly title: string
  readonly languages: readonly Language[]
  readonly intros: Partial<Record<Language, string | undefined>>
  readonly consents: Partial<Record<Language, string | undefined>>
  readonly thanks: Partial<Record<Language, string | undefined>>
  readonly fields: readonly FormField[]
}

export type FieldProblem = 'needed' | 'email' | 'phone' | 'day' | 'number' | 'choice' | 'file'
export interface Filled {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly files: readonly {
    readonly key: string
    readonly name: string
    readonly type: string
    readonly bytes: Buffer
  }[]
  readonly problems: Readonly<Record<string, FieldProblem>>
}

export const consentKey = '_consent'
/** Marks what came without a browser's work: whoever reads it looks twice. */
export const unworkedKey = '_unworked'
const mostValue = { longtext: 10_000 } as Partial<Record<FormField['type'], number>>
export const mostFiles = 10

export const worded = (words: Partial<Record<Language, string | undefined>>, language: Language): string =>
  words[language]?.trim() ||
  Object.values(words)
    .find(one => one?.trim())
    ?.trim() ||
  ''

function problemOf(field: FormField, values: readonly string[], country: string): FieldProblem | null {
  const [first = ''] = values
  if (first === '') return field.required ? 'needed' : null
  if (field.type === 'email')
    return /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(first) && first.length <= 254 ? null : 'email'
  if (field.type === 'phone') return numberOf(first, country) ? null : 'phone'
  if (field.type === 'day') return /^\d{4}-\d\d-\d\d$/.test(first) && !Number.isNaN(Date.parse(first)) ? null : 'day'
  if (field.type === 'number') return /^-?\d{1,15}([.,]\d{1,6})?$/.test(first) ? null : 'number'
  if (field.type === 'choice' || field.type === 'choices')
    return values.every(one => /^\d{1,2}$/.test(one) && Number(one) < field.options.length) ? null : 'choice'
  return null
}

/** Reads multipart or urlencoded alike: no script has to have run. */
export async function filledIn(form: AskedForm, sent: FormData, country: string, language: Language): Promise<Filled> {
  const values: Record<string, string[]> = {}
  const files: { key: string; name: string; type: string; bytes: Buffer }[] = []
  const problems: Record<string, FieldProblem> = {}
  for (const field of form.fields) {
    const given = sent.getAll(field.key)
    if (field.type === 'file') {
      const those = given.filter((one): one is File => typeof one !== 'string' && one.size > 0)
      for (const one of those.slice(0, mostFiles - files.length))
        files.push({
          key: field.key,
          name: fileNameOf(one.name),
          type: line(one.type, 120),
          bytes: Buffer.from(await one.arrayBuffer()),
        })
      if (field.required && those.length === 0) problems[field.key] = 'needed'
      continue
    }
    const most = mostValue[field.type] ?? 500
    const read = field.type === 'longtext' ? clean : line
    const texts = given.filter(one => typeof one === 'string').map(one => read(one, most).trim())
    values[field.key] = field.type === 'choices' ? texts.filter(Boolean) : texts.slice(0, 1)
    const problem = problemOf(field, values[field.key]!, country)
    if (problem) problems[field.key] = problem
  }
  if (worded(form.consents, language)) {
    values[consentKey] = sent.get(consentKey) === 'yes' ? ['yes'] : []
    if (values[consentKey].length === 0) problems[consentKey] = 'needed'
  }
  return { values, files, problems }
}

const shownOf = ({ type, options }: FormField, values: readonly string[], language: Language): string =>
  type === 'choice' || type === 'choices'
    ? values.map(one => worded(options[Number(one)] ?? {}, language)).join(', ')
    : values.join(', ')

export interface Entry {
  readonly form: AskedForm
  readonly filled: Filled
  readonly entryId: string
  /** Whether a browser has worked for it. */
  readonly worked: boolean
  readonly language: Language
  /** In which the office reads. */
  readonly office: Language
  readonly country: string
}

/** The entry as a message: who by the first fields that say so, what by the long ones, the rest as fields. */
export function heardOf({ form, filled, entryId, worked, language, office, country }: Entry): HeardMessage {
  const of = (type: FormField['type']): string => {
    const field = form.fields.find(one => one.type === type && filled.values[one.key]?.[0])
    return field ? (filled.values[field.key]?.[0] ?? '') : ''
  }
  const email = of('email').toLowerCase()
  const number = numberOf(of('phone'), country)
  const text = form.fields
    .filter(({ type }) => type === 'longtext')
    .flatMap(({ key }) => filled.values[key] ?? [])
    .filter(Boolean)
    .join('\n\n')
  const fields = form.fields.flatMap(field => {
    const value = field.type === 'longtext' ? '' : shownOf(field, filled.values[field.key] ?? [], language)
    return value ? [{ key: field.key, label: worded(field.labels, office), value }] : []
  })
  const consent = worded(form.consents, language)
  return {
    externalId: `entry:${entryId}`,
    handle: email || number || `entry:${entryId}`,
    ...(of('name') && { name: of('name').slice(0, 200) }),
    ...(email && { email }),
    ...(number && { number: number.slice(1) }),
    language,
    text: text.slice(0, 20_000),
    fields: [
      ...fields,
      ...(consent ? [{ key: consentKey, label: consent.slice(0, 1000), value: '✓' }] : []),
      ...(worked
        ? []
        : [
            {
              key: unworkedKey,
              label: wordsIn(office, 'page.form.look'),
              value: wordsIn(office, 'page.form.unworked'),
            },
          ]),
    ],
  }
}
