import { choice, count, flag, id, instant, longText, money, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const outingStates = ['planning', 'open', 'closed', 'cancelled'] as const
export type OutingState = (typeof outingStates)[number]
export const answers = ['invited', 'coming', 'waiting', 'declined'] as const
export type Answer = (typeof answers)[number]
/** What somebody does not eat, as kitchens know it. */
export const diets = ['vegetarian', 'vegan', 'gluten', 'lactose', 'nuts', 'fish', 'pork', 'alcohol'] as const
export type Diet = (typeof diets)[number]
export const letterSorts = ['invitation', 'moved-up', 'changed', 'feedback', 'cancelled'] as const
export type LetterSort = (typeof letterSorts)[number]

export const example = '019aa000-0000-7000-8000-000000000091'
export const exampleOther = '019aa000-0000-7000-8000-000000000092'

export const outingFacts = {
  place: text(200).nullable().optional(),
  description: longText(10_000).optional(),
  ownerId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  /** Seats in all, whoever somebody brings counted in; null: as many as come. */
  capacity: z.int().min(1).max(100_000).nullable().optional(),
  /** How many each may bring. */
  plusOnes: z.int().min(0).max(10).optional(),
  registerUntil: instant({ folded: true }).nullable().optional(),
  /** Days after the end that what people eat is forgotten. */
  keepDays: z.int().min(0).max(90).optional().meta({ folded: true }),
}

export const programmeLine = z.strictObject({
  /** `HH:MM` on the office's clock. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  what: text(200),
})

/** A value of a dimension of the books: a project, a cost centre. */
export const project = z.strictObject({ dimension: text(20), code: text(40) })

export const budgetLine = z.strictObject({
  what: text(200),
  planned: money(),
  /** What it cost; where a paper is named and this is not, what stands on the paper. */
  actual: money().nullable().optional(),
  documentId: id('document').nullable().optional(),
})

export const registrationLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  person: named.nullable(),
  email: z.string().nullable(),
  answer: choice(answers),
  guests: count(),
  checkedInAt: instant().nullable(),
  /** Whether the invitation has gone out; null for colleagues. */
  mailed: flag().nullable(),
})

export const dietTotal = z.strictObject({ diet: choice(diets), count: count() })
