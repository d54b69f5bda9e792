/** The letter of a reminder, as it is kept: what stands on it, in the wire's form. */
import { day, money, z } from '../../kernel/schema.ts'
import { languages } from '../../kernel/language/catalogue.ts'
import { paper } from './contract/shapes.ts'

export const letter = z.strictObject({
  step: z.int(),
  on: day(),
  language: z.enum(languages),
  seller: paper.shape.seller,
  buyer: paper.shape.buyer,
  foot: z.string(),
  currency: z.string(),
  payBy: day(),
  lines: z.array(
    z.strictObject({
      number: z.string(),
      issuedOn: day(),
      dueOn: day(),
      amount: money(),
      remaining: money(),
      interest: money(),
      reference: z.string().nullable(),
      daysLate: z.int(),
    }),
  ),
  fee: money(),
  /** Fees of earlier letters that nobody has paid. */
  earlierFees: money(),
  remaining: money(),
  interest: money(),
  /** What is asked for now: what remains and fees; interest is charged by an invoice of its own. */
  total: money(),
  interestPercent: z.string().nullable(),
})
export type Letter = z.output<typeof letter>
