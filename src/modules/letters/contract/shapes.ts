import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const letterStates = ['draft', 'finished', 'sent', 'discarded'] as const
export type LetterState = (typeof letterStates)[number]
/** How a letter leaves. */
export const sendWays = ['mail', 'post', 'handed'] as const
export type SendWay = (typeof sendWays)[number]
export const mailStates = ['sending', 'sent', 'failed'] as const
export const windowSides = ['left', 'right'] as const

export const example = '019aa000-0000-7000-8000-000000000490'
export const exampleOther = '019aa000-0000-7000-8000-000000000491'
export const exampleBody = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Thank you for your letter.' }] }],
}

export const language = () => choice(languages, { control: 'language' })

/** What was asked for, by the words it was asked with: `Amount`. */
export const answer = z.strictObject({ name: text(80), value: longText(2000) })
export type Answer = z.output<typeof answer>

export const letterFacts = {
  subject: z.string().trim().max(300).meta({ control: 'text' }).optional(),
  /** As it stands on the envelope, line by line. */
  recipient: longText(600).optional(),
  email: z.union([z.email().max(254), z.literal('')]).optional(),
  language: language().optional(),
  datedOn: day().optional(),
  yourReference: z.string().trim().max(60).meta({ control: 'text' }).optional(),
  signerName: z.string().trim().max(120).meta({ control: 'text' }).optional(),
  signerRole: z.string().trim().max(120).meta({ control: 'text' }).optional(),
  enclosures: z.string().trim().max(300).meta({ control: 'text' }).optional(),
  answers: z.array(answer).max(60).optional().meta({ hidden: true }),
}

export const letterheadFacts = {
  name: text(120),
  /** Street and town, a line each. */
  address: longText(300).default(''),
  /** Telephone, mail, web, a line each. */
  reach: longText(300).default(''),
  /** Company number, VAT number, account, a line each. */
  numbers: longText(300).default(''),
  logoFileId: id(undefined, { control: 'file' }).nullable().optional(),
  logoWidth: z.int().min(8).max(6000).optional().meta({ hidden: true }),
  logoHeight: z.int().min(8).max(6000).optional().meta({ hidden: true }),
  /** On which side of the envelope the window is; the country's usual one where it is left out. */
  window: choice(windowSides).nullable().optional(),
}

export const letterLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(letterStates),
  number: z.string().nullable(),
  recipient: z.string(),
  party: named.nullable(),
  author: named.nullable(),
  language: language(),
  datedOn: day(),
  sentBy: choice(sendWays).nullable(),
  mail: choice(mailStates).nullable(),
  changedAt: instant(),
})

const item = z.strictObject({
  kind: z.enum(['text', 'line', 'picture']),
  x: z.number(),
  y: z.number(),
  text: z.string().optional(),
  size: z.number().optional(),
  face: z.enum(['text', 'strong', 'slanted', 'strong-slanted']).optional(),
  ink: z.enum(['ink', 'pale', 'link', 'gap']).optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  toX: z.number().optional(),
  toY: z.number().optional(),
  weight: z.number().optional(),
  underline: flag().optional(),
  strike: flag().optional(),
  href: z.string().optional(),
  fileId: z.string().optional(),
  alt: z.string().optional(),
})
/** What stands where on a page, in points from its left upper corner: drawn beside the editor as it is printed. */
export const pages = z.array(z.strictObject({ items: z.array(item) }))

/** A field, and what it stands for now; null where nothing is known. */
export const filled = z.strictObject({ name: z.string(), value: z.string().nullable() })

export const versionLine = z.strictObject({
  number: count(),
  at: instant(),
  by: named.nullable(),
  /** A Word file. */
  isFile: flag(),
  /** Saved when somebody else had saved meanwhile: beside the others, not what the letter says. */
  aside: flag(),
})

export const variantFacts = {
  language: language(),
  subject: z.string().trim().max(300).default('').meta({ control: 'text' }),
}
