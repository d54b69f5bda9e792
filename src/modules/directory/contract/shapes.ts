import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, confidentiality, count, day, flag, id, longText, text, z } from '../../../kernel/schema.ts'

export const partyKinds = ['person', 'organisation'] as const
export type PartyKind = (typeof partyKinds)[number]

export const accountSchemes = ['iban', 'bankgiro', 'plusgiro', 'account'] as const
export type AccountScheme = (typeof accountSchemes)[number]

/** By what a party is found. */
export const keySchemes = ['vat', 'number', 'account', 'mail', 'phone', 'name', 'word'] as const
export type KeyScheme = (typeof keySchemes)[number]

export const email = () => z.string().trim().toLowerCase().max(254).pipe(z.email())
export const country = () =>
  z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ control: 'country' })

export const phoneFacts = { number: text(60), label: text(60, { folded: true }).optional() }
export const emailFacts = { email: email(), label: text(60, { folded: true }).optional() }
export const addressFacts = {
  street: z.string().trim().max(300).optional(),
  postcode: z.string().trim().max(20).optional(),
  city: z.string().trim().max(100).optional(),
  country: country().optional(),
  label: text(60, { folded: true }).optional(),
}
export const accountFacts = {
  number: text(60),
  /** Left out: an IBAN where it is one, else an account number of the country. */
  scheme: choice(accountSchemes, { folded: true }).optional(),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
    .optional()
    .meta({ folded: true }),
  sourceId: id(undefined, { hidden: true }).optional(),
}

/** ISO 639-1: what people around an office here speak. */
export const spokenLanguages = [
  ...languages,
  'da',
  'fi',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'uk',
  'ru',
  'ar',
  'tr',
  'hu',
] as const
export const preferredWays = ['telephone', 'message', 'mail', 'letter', 'visit'] as const

/** What both kinds of party have. */
export const commonFacts = {
  country: country().nullable().optional().meta({ folded: true }),
  language: choice(languages, { control: 'language', folded: true }).nullable().optional(),
  languages: z.array(choice(spokenLanguages)).max(10).optional().meta({ folded: true }),
  preferredWay: choice(preferredWays, { folded: true }).nullable().optional(),
  website: text(300, { folded: true }).nullable().optional(),
  note: longText(20_000, { folded: true }).optional(),
  manner: longText(2_000, { folded: true }).optional(),
}

export const personNames = {
  name: text(200),
  givenName: text(100, { folded: true }).nullable().optional(),
  familyName: text(100, { folded: true }).nullable().optional(),
}
export const companyNumbers = {
  companyNumber: text(40).nullable().optional(),
  vatNumber: text(40).nullable().optional(),
}

/** How to reach a new party, given with its making. */
export const reachFacts = {
  phones: z.array(z.strictObject(phoneFacts)).max(20).optional(),
  emails: z.array(z.strictObject(emailFacts)).max(20).optional(),
  addresses: z.array(z.strictObject(addressFacts)).max(10).optional().meta({ folded: true }),
  accounts: z.array(z.strictObject(accountFacts)).max(20).optional().meta({ folded: true }),
}

/** How one stands to another, as it is kept; each has its other direction. */
export const relations = [
  'reports-to',
  'deputy-of',
  'assistant-of',
  'spouse-of',
  'parent-of',
  'accountant-of',
  'auditor-of',
  'lawyer-of',
  'landlord-of',
  'owner-of',
  'contact-for',
] as const
export type RelationKind = (typeof relations)[number]

/** The same from the other side; a spouse is one from both. */
export const otherDirection = {
  'reports-to': 'leads',
  'deputy-of': 'has-deputy',
  'assistant-of': 'has-assistant',
  'spouse-of': 'spouse-of',
  'parent-of': 'child-of',
  'accountant-of': 'has-accountant',
  'auditor-of': 'has-auditor',
  'lawyer-of': 'has-lawyer',
  'landlord-of': 'tenant-of',
  'owner-of': 'owned-by',
  'contact-for': 'has-contact',
} as const satisfies Record<RelationKind, string>

/** Both directions, as one says them. */
export const saidRelations = [
  'reports-to',
  'leads',
  'deputy-of',
  'has-deputy',
  'assistant-of',
  'has-assistant',
  'spouse-of',
  'parent-of',
  'child-of',
  'accountant-of',
  'has-accountant',
  'auditor-of',
  'has-auditor',
  'lawyer-of',
  'has-lawyer',
  'landlord-of',
  'tenant-of',
  'owner-of',
  'owned-by',
  'contact-for',
  'has-contact',
] as const
export type SaidRelation = (typeof saidRelations)[number]

/** What a note about a caller says: how to meet them, what they may hear, what not. */
export const callerNoteKinds = ['manner', 'may-say', 'must-not-say'] as const
export type CallerNoteKind = (typeof callerNoteKinds)[number]

export const partyName = z.strictObject({ id: z.uuid(), kind: choice(partyKinds), title: z.string() })
export type PartyName = z.output<typeof partyName>

/** A party as a list shows it. */
export const partyLine = z.strictObject({
  ...partyName.shape,
  class: confidentiality(),
  version: z.int(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  city: z.string().nullable(),
  companyNumber: z.string().nullable(),
  memberOf: partyName.nullable(),
  role: z.string().nullable(),
  accounts: count(),
  retired: flag(),
})
export type PartyLine = z.output<typeof partyLine>

export const accountLine = z.strictObject({
  accountId: z.uuid(),
  scheme: choice(accountSchemes),
  number: z.string(),
  /** As it is written on paper: IBAN in fours, bankgiro with its hyphen. */
  shown: z.string(),
  bic: z.string().nullable(),
  since: day(),
  sourceId: z.uuid().nullable(),
})
