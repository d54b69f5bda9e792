import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, fileId, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { networks } from './lengths.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'
export { type Network, networks } from './lengths.ts'

/** How it gets there: by a colleague's hand, or through the outlet's interface. */
export const wires = ['hand', 'mastodon', 'wordpress', 'webhook'] as const
export type Wire = (typeof wires)[number]
export const publicationStates = ['draft', 'asked', 'approved', 'published', 'dropped'] as const
export type PublicationState = (typeof publicationStates)[number]
export const placementStates = [
  'waiting',
  'sending',
  'handed',
  'published',
  'failed',
  'unsure',
  'missed',
  'skipped',
] as const
export type PlacementState = (typeof placementStates)[number]
export const rhythms = ['day', 'workday', 'week', 'two-weeks', 'month'] as const
export type Rhythm = (typeof rhythms)[number]
export const settlements = ['published', 'again', 'not'] as const
export const pageStates = ['requested', 'approved', 'done', 'dropped'] as const
export type PageState = (typeof pageStates)[number]
/** Why an outlet cannot be spoken with, or does not take something. */
export const wireProblems = [
  'address-wrong',
  'address-private',
  'unreachable',
  'too-slow',
  'sign-in-refused',
  'refused',
  'too-large',
  'answer-wrong',
] as const
export type WireProblem = (typeof wireProblems)[number]

export const webAddress = () =>
  z
    .string()
    .trim()
    .min(10)
    .max(1000)
    .regex(/^https?:\/\/[^\s]+$/)

export const zoneName = () =>
  z
    .string()
    .max(60)
    .refine(name => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
      } catch {
        return false
      }
    }, 'no such time zone')

export const person = (meta = {}) => id('principal', { control: 'person', ...meta })
export const language = () => choice(languages, { control: 'language', folded: true })
const outletIds = () =>
  z.array(z.uuid().meta({ control: 'record', kind: 'outlet', optionsFrom: 'publishing.list-outlets' })).max(20)

export const pictureGiven = z
  .strictObject({
    fileId: fileId().optional(),
    documentId: id('document').optional(),
    /** What somebody who does not see it is told. */
    alt: text(1500).nullable().optional(),
  })
  .refine(one => (one.fileId === undefined) !== (one.documentId === undefined), 'a file or a document')

/** What is said, where and when. */
export const publicationFacts = {
  text: longText(20_000, { proof: 'announcement' }).optional(),
  outletIds: outletIds().optional(),
  plannedAt: instant().nullable().optional(),
  zone: zoneName().optional().meta({ hidden: true }),
  link: webAddress().nullable().optional(),
  hashtags: text(400, { folded: true }).nullable().optional(),
  language: language().optional(),
  campaign: text(120, { folded: true }).nullable().optional(),
  ownerId: person({ folded: true }).optional(),
  approverId: person({ folded: true }).nullable().optional(),
  repeats: choice(rhythms, { folded: true }).nullable().optional(),
}

export const outletFacts = {
  language: language().nullable().optional(),
  address: webAddress().nullable().optional(),
  keeperId: person().nullable().optional(),
}

export const outletLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  network: choice(networks),
  wire: choice(wires),
  language: choice(languages).nullable(),
  address: z.string().nullable(),
  keeper: named.nullable(),
  url: z.string().nullable(),
  account: z.string().nullable(),
  problem: choice(wireProblems).nullable(),
  retired: flag(),
})

export const figures = z.strictObject({
  likes: z.int().nullable(),
  shares: z.int().nullable(),
  replies: z.int().nullable(),
  views: z.int().nullable(),
})

export const placement = z.strictObject({
  outlet: z.strictObject({ id: z.uuid(), title: z.string(), network: choice(networks), wire: choice(wires) }),
  state: choice(placementStates),
  /** Its own words; null where it says what all say. */
  ownText: z.string().nullable(),
  /** What stands there at last. */
  words: z.string(),
  length: count(),
  bound: z.int().nullable(),
  publishedAt: instant().nullable(),
  address: z.string().nullable(),
  said: z.string().nullable(),
  figures,
  figuresAt: instant().nullable(),
})

export const picture = z.strictObject({
  n: z.int(),
  fileId: z.uuid().nullable(),
  document: named.nullable(),
  alt: z.string().nullable(),
  mediaType: z.string(),
})

export const example = '019aa000-0000-7000-8000-000000000571'
export const exampleOutlet = '019aa000-0000-7000-8000-000000000572'
export const exampleOther = '019aa000-0000-7000-8000-000000000573'
