import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, day, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const example = '019aa000-0000-7000-8000-0000000000c1'
export const exampleOther = '019aa000-0000-7000-8000-0000000000c2'
export const exampleThird = '019aa000-0000-7000-8000-0000000000c3'

/** `waiting`: has signed in, and nobody has come yet; `received`: is with the host; `missed`: the day went by. */
export const visitorStates = ['expected', 'waiting', 'received', 'gone', 'missed', 'cancelled'] as const
export type VisitorState = (typeof visitorStates)[number]
export const sources = ['calendar', 'person', 'desk', 'kiosk'] as const
/** Whom a kiosk finds for a visitor who types a name. */
export const hostModes = ['all', 'expected', 'none'] as const
export type HostMode = (typeof hostModes)[number]
export const signedWhats = ['rules', 'agreement'] as const
export type SignedWhat = (typeof signedWhats)[number]
export const keyTypes = ['key', 'card', 'other'] as const
export const keyStates = ['in', 'lent', 'lost'] as const
export const kioskStates = ['open', 'revoked'] as const
export const parcelStates = ['waiting', 'collected', 'returned'] as const
export const slipWhats = ['parking', 'wifi'] as const

export const person = () => id('principal', { control: 'person' })
export const language = () => choice(languages, { control: 'language', folded: true })
/** A path of SVG out of moves and lines in a box of 600 by 200: a signature as it was drawn. */
export const strokes = () =>
  z
    .string()
    .max(12_000)
    .regex(/^[ML0-9 ]*$/)
    .meta({ hidden: true })

/** A text for each language it was written in; others read the office's, else the first there is. */
export const texts = (max: number) =>
  z.strictObject(Object.fromEntries(languages.map(one => [one, longText(max).optional()]))) as z.ZodType<
    Partial<Record<(typeof languages)[number], string | undefined>>,
    Partial<Record<(typeof languages)[number], string | undefined>>
  >

/** What one says of somebody who comes. */
export const visitorFacts = {
  name: text(200),
  company: text(200).nullable().optional(),
  email: z.email().max(254).nullable().optional(),
  phone: text(40, { folded: true }).nullable().optional(),
  about: longText(500, { folded: true }).optional(),
  plate: text(20, { folded: true }).nullable().optional(),
  language: language().optional(),
}

/** A line of the day at the door. */
export const visitorLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(visitorStates),
  company: z.string().nullable(),
  host: named.nullable(),
  day: day(),
  start: instant(),
  end: instant().nullable(),
  place: z.string().nullable(),
  plate: z.string().nullable(),
  source: choice(sources),
  badgeNo: z.int().nullable(),
  ticket: z.int().nullable(),
  called: flag(),
  arrivedAt: instant().nullable(),
  receivedAt: instant().nullable(),
  leftAt: instant().nullable(),
  /** Nobody signed them out; the night did. */
  forgot: flag(),
  /** How often the host was told. */
  told: z.int(),
})

/** What colleagues do who are in the building, as presence says. */
export const insideStates = ['in', 'meeting', 'lunch'] as const
