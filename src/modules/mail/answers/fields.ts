import { type Language, languages } from '../../../kernel/language/catalogue.ts'

/** What a saved answer, a signature and an answer while away may have filled in. */
export const fields = ['name', 'first-name', 'subject', 'my-name', 'my-mail', 'office', 'today', 'until'] as const
export type AnswerField = (typeof fields)[number]

/** What each field is called in the language of whoever writes the answer; kept by its English name. */
export const fieldNames: Readonly<Record<Language, Readonly<Record<AnswerField, string>>>> = {
  en: {
    name: 'name',
    'first-name': 'first-name',
    subject: 'subject',
    'my-name': 'my-name',
    'my-mail': 'my-mail',
    office: 'office',
    today: 'today',
    until: 'until',
  },
  sv: {
    name: 'namn',
    'first-name': 'förnamn',
    subject: 'ärende',
    'my-name': 'mitt-namn',
    'my-mail': 'min-e-post',
    office: 'kontoret',
    today: 'idag',
    until: 'till-och-med',
  },
  nb: {
    name: 'navn',
    'first-name': 'fornavn',
    subject: 'emne',
    'my-name': 'mitt-navn',
    'my-mail': 'min-e-post',
    office: 'kontoret',
    today: 'i-dag',
    until: 'til-og-med',
  },
  nl: {
    name: 'naam',
    'first-name': 'voornaam',
    subject: 'onderwerp',
    'my-name': 'mijn-naam',
    'my-mail': 'mijn-e-mail',
    office: 'kantoor',
    today: 'vandaag',
    until: 'tot-en-met',
  },
  ro: {
    name: 'nume',
    'first-name': 'prenume',
    subject: 'subiect',
    'my-name': 'numele-meu',
    'my-mail': 'adresa-mea',
    office: 'birou',
    today: 'azi',
    until: 'până-la',
  },
  pt: {
    name: 'nome',
    'first-name': 'nome-próprio',
    subject: 'assunto',
    'my-name': 'meu-nome',
    'my-mail': 'meu-e-mail',
    office: 'escritório',
    today: 'hoje',
    until: 'até',
  },
}

const braces = /\{\s*([\p{L}][\p{L}\p{M} _-]{0,40}?)\s*\}/gu

/** As two ways of writing one name are the same: small, without accents, with one dash between words. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ _-]+/g, '-')

const byName: ReadonlyMap<string, AnswerField> = new Map(
  [...languages].reverse().flatMap(language => fields.map(field => [folded(fieldNames[language][field]), field])),
)

/** The field that a name in any of the six languages means. */
export const fieldOf = (name: string): AnswerField | undefined => byName.get(folded(name))

/** What was typed, with each field by its English name: as it is kept. */
export const kept = (text: string): string =>
  text.replace(braces, (whole, name: string) => {
    const field = fieldOf(name)
    return field ? `{${field}}` : whole
  })

/** What is kept, with the fields as whoever reads it calls them. */
export const shownIn = (text: string, language: Language): string =>
  text.replace(braces, (whole, name: string) => {
    const field = fieldOf(name)
    return field ? `{${fieldNames[language][field]}}` : whole
  })

export type FieldValues = Readonly<Partial<Record<AnswerField, string>>>

/** Fills a text in. What nobody knows stays in its braces and is told, so that it is seen before it leaves. */
export function filled(text: string, values: FieldValues): { readonly text: string; readonly missing: string[] } {
  const missing = new Set<string>()
  const out = text.replace(braces, (whole, name: string) => {
    const field = fieldOf(name)
    const value = field && values[field]
    if (value) return value
    missing.add(name)
    return whole
  })
  return { text: out, missing: [...missing] }
}
