import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, day, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { changed, named } from '../../../kernel/shapes.ts'

export { changed, named }

export const signingStates = ['open', 'completed', 'declined', 'withdrawn'] as const
export type SigningState = (typeof signingStates)[number]

/** `later`: others come before · `asked`: it is their turn. */
export const signerStates = ['later', 'asked', 'signed', 'declined'] as const
export type SignerState = (typeof signerStates)[number]

/** On the screen here, on the screen by a link without an account, on paper, by a service for e-signatures. */
export const ways = ['screen', 'link', 'paper', 'service'] as const
export type Way = (typeof ways)[number]

/** For oneself; for the company, alone or one of two who sign together; to witness. */
export const roles = ['self', 'company', 'company-together', 'witness'] as const
export type Role = (typeof roles)[number]

/** By what it was shown who signed. */
export const proofs = ['sign-in', 'link', 'link-sms', 'link-mail', 'paper', 'service'] as const
export type Proof = (typeof proofs)[number]

export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000001'
export const examplePerson = '019aa000-0000-7000-8000-000000000002'
export const exampleSigner = '019aa000-0000-7000-8000-000000000072'

/** Strokes of a pen in a box of 600 by 200, as a path of SVG. */
export const strokes = () =>
  z
    .string()
    .min(4)
    .max(12_000)
    .regex(/^[ML0-9 ]*$/)
    .meta({ hidden: true })

/** A signature: drawn, or the name written. */
export const mark = () =>
  z
    .strictObject({ strokes: strokes().optional(), typed: text(120).optional() })
    .refine(one => (one.strokes === undefined) !== (one.typed === undefined), 'drawn or written')
    .meta({ hidden: true })
export type Mark = z.output<ReturnType<typeof mark>>

/** A place on a page as it is shown: left, top, width, height as parts of it. */
export const field = () =>
  z.strictObject({
    page: z.int().min(1).max(2_000),
    box: z
      .array(z.number().min(0).max(1))
      .length(4)
      .refine(
        ([x = 0, y = 0, w = 0, h = 0]) => w >= 0.02 && h >= 0.01 && x + w <= 1.001 && y + h <= 1.001,
        'on the page',
      ),
  })

const digestPattern = /^[0-9a-f]{64}$/
/** SHA-256 of the file that was shown. */
export const digest = () => z.string().regex(digestPattern).meta({ hidden: true })

/** Who shall sign, as whoever puts a document in says it. */
export const wanted = z.strictObject({
  way: choice(ways),
  /** A colleague; needed on the screen here. */
  personId: id('principal').optional(),
  name: text(120).optional(),
  email: z.email().max(254).optional(),
  /** With it a code by text message is asked for. */
  phone: text(30).optional(),
  language: choice(languages).optional(),
  role: choice(roles).default('self'),
  /** Where it goes; without it on the sheet that is added. */
  field: field().optional(),
})
export type Wanted = z.output<typeof wanted>

/** One signer as the folder shows them. */
export const signerLine = z.strictObject({
  id: z.uuid(),
  place: z.int(),
  name: z.string(),
  person: named.nullable(),
  way: z.enum(ways),
  role: z.enum(roles),
  state: z.enum(signerStates),
  email: z.string().nullable(),
  hasPhone: flag(),
  field: field().nullable(),
  mine: flag(),
  askedAt: instant().nullable(),
  openedAt: instant().nullable(),
  remindedTimes: count(),
  signedAt: instant().nullable(),
  /** A deputy who signed instead. */
  signedBy: z.string().nullable(),
  proof: z.enum(proofs).nullable(),
  strokes: z.string().nullable(),
  typed: z.string().nullable(),
  reason: z.string().nullable(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  /** How the mail with the link went. */
  mail: z.enum(['sending', 'sent', 'failed', 'no-door']).nullable(),
  paper: z.strictObject({ document: named.nullable(), ink: flag() }).nullable(),
})

export const signingLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: z.enum(signingStates),
  digest: z.string(),
  dueOn: day().nullable(),
  late: flag(),
  putInBy: z.string(),
  putInAt: instant(),
  signed: count(),
  signers: count(),
  /** Whose turn it is. */
  waitsFor: z.array(z.string()),
  /** It is mine to sign now, or that of whom I stand in for. */
  mine: flag(),
  standsFor: z.string().nullable(),
  opened: flag(),
})
export type SigningLine = z.output<typeof signingLine>

export const reason = () => longText(1_000)
