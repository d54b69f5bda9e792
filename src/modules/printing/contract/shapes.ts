import { choice, count, flag, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const printerStates = ['unknown', 'idle', 'printing', 'stopped', 'unreachable'] as const
export type PrinterState = (typeof printerStates)[number]
export const printerProblems = ['not-allowed', 'unreachable', 'certificate-changed', 'no-printer', 'refused'] as const
export type PrinterProblem = (typeof printerProblems)[number]
export const jobStates = ['queued', 'sending', 'printing', 'held', 'done', 'cancelled', 'failed'] as const
export type JobState = (typeof jobStates)[number]
export const openStates: readonly JobState[] = ['queued', 'sending', 'printing', 'held']
/** As IPP names them (RFC 8011 5.2.8). */
export const sides = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const
export type Sides = (typeof sides)[number]
export const colours = ['auto', 'colour', 'grey'] as const
export type Colour = (typeof colours)[number]

/** Kinds of paper that a desk prints at a press, each on the printer that was set for it. */
export const stocks = ['badge', 'wifi-slip', 'parking-slip', 'parcel-label', 'post-label'] as const
export type Stock = (typeof stocks)[number]
/** Width and height, mm, where nobody has said otherwise: the continuous labels and receipt rolls that are usual. */
export const usualSizes: Readonly<Record<Stock, readonly [number, number]>> = {
  badge: [100, 62],
  'wifi-slip': [80, 70],
  'parking-slip': [80, 70],
  'parcel-label': [100, 62],
  'post-label': [89, 36],
}
export const stockSize = { widthMm: z.int().min(20).max(420), heightMm: z.int().min(15).max(600) }

const keywords = z.array(z.string().max(200)).max(500)

/** What a printer says that it can do. */
export const abilities = z.strictObject({
  model: z.string().max(200),
  formats: keywords,
  sides: keywords,
  trays: keywords,
  colour: flag(),
  staple: flag(),
  copies: z.int().min(1),
  operations: z.array(z.int()).max(200),
  media: z.string().max(200),
  rasterTypes: keywords,
  rasterDpi: z.int().min(0),
  sheetBack: z.string().max(40),
  /** Sizes of paper it takes, in hundredths of a millimetre, from the least to the most it says. */
  sizes: z
    .array(z.strictObject({ x: z.tuple([z.int(), z.int()]), y: z.tuple([z.int(), z.int()]) }))
    .max(500)
    .optional(),
})
export type Abilities = z.output<typeof abilities>

/** `level`: per cent; null where the printer does not know. */
export const marker = z.strictObject({ name: z.string().max(200), level: z.int().min(0).max(100).nullable() })
export type Marker = z.output<typeof marker>

export const printFacts = {
  copies: z.int().min(1).max(999).optional(),
  sides: choice(sides).optional(),
  colour: choice(colours, { folded: true }).optional(),
  staple: flag({ folded: true }).optional(),
  tray: text(80, { folded: true }).nullable().optional(),
}
export const printed = {
  copies: count(),
  sides: choice(sides),
  colour: choice(colours),
  staple: flag(),
  tray: z.string().nullable(),
}

export const example = '019aa000-0000-7000-8000-000000000061'
export const exampleDocument = '019aa000-0000-7000-8000-000000000062'
