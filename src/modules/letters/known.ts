/** What the fields of a letter stand for: from the directory, the office, the matter, and what was asked for. */
import { type Language, wordLocale } from '../../kernel/language/catalogue.ts'
import type { Answer } from './contract/shapes.ts'
import { wordsIn } from './words.ts'

/** Fields that any letter may have, in the order in which they are offered. */
export const fieldNames = [
  'recipient.salutation',
  'recipient.name',
  'recipient.first-name',
  'recipient.town',
  'sender.name',
  'sender.role',
  'office.name',
  'office.town',
  'date',
  'number',
  'your-reference',
  'matter',
] as const
export type FieldName = (typeof fieldNames)[number]

export interface Party {
  readonly name: string
  readonly kind: 'person' | 'organisation'
  readonly city: string | null
}

export interface Known {
  readonly language: Language
  readonly party: Party | null
  /** As it stands on the envelope: its first line names whom nobody knows otherwise. */
  readonly recipient: string
  readonly signerName: string
  readonly signerRole: string
  readonly officeName: string
  readonly officeAddress: string
  readonly datedOn: Temporal.PlainDate
  readonly number: string | null
  readonly yourReference: string
  readonly matter: string | null
  readonly answers: readonly Answer[]
}

export const longDay = (day: Temporal.PlainDate, language: Language): string =>
  day.toLocaleString(wordLocale(language), { day: 'numeric', month: 'long', year: 'numeric' })

/** `Dear Karin Öberg,` to a person; to an organisation as its language writes to nobody in particular. */
export function salutation({ language, party, recipient }: Pick<Known, 'language' | 'party' | 'recipient'>): string {
  const say = wordsIn(language)
  const name = party?.name ?? recipient.split('\n')[0]?.trim()
  if (!name || party?.kind === 'organisation') return say('page.paper.salutation.anybody')
  return say('page.paper.salutation.person', { name })
}

/** Every field with what it stands for; null where nothing is known. */
export function valuesOf(known: Known): Map<string, string | null> {
  const { party, recipient } = known
  const name = party?.name ?? recipient.split('\n')[0]?.trim() ?? ''
  const town =
    known.officeAddress
      .split('\n')
      .at(-1)
      ?.replace(/^[\dA-Z -]*\d[\dA-Z]*\s+/, '') ?? ''
  const values: Readonly<Record<FieldName, string | null>> = {
    'recipient.salutation': salutation(known),
    'recipient.name': name,
    'recipient.first-name': party?.kind === 'organisation' ? null : (name.split(/\s+/)[0] ?? null),
    'recipient.town': party?.city ?? null,
    'sender.name': known.signerName,
    'sender.role': known.signerRole,
    'office.name': known.officeName,
    'office.town': town,
    date: longDay(known.datedOn, known.language),
    number: known.number,
    'your-reference': known.yourReference,
    matter: known.matter,
  }
  const all = new Map<string, string | null>(fieldNames.map(field => [field, values[field] || null]))
  for (const { name: asked, value } of known.answers) all.set(`ask.${asked}`, value.trim() || null)
  return all
}

/** A subject with its `{fields}` filled in. */
export const fillLine = (line: string, values: ReadonlyMap<string, string | null>): string =>
  line.replace(/\{([^{}\n]{1,80})\}/g, (whole, name: string) => values.get(name) ?? whole)

/** Fields named in one line. */
export const fieldsInLine = (line: string): string[] =>
  [...line.matchAll(/\{([^{}\n]{1,80})\}/g)].map(([, name]) => name!)
