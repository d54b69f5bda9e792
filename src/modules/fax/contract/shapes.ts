import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, flag, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const directions = ['in', 'out'] as const
export type FaxDirection = (typeof directions)[number]
/** `gateway`: by mail to and from a provider; `server`: by the office's own HylaFAX. */
export const lineWays = ['gateway', 'server'] as const
export type LineWay = (typeof lineWays)[number]
/** How a gateway wants numbers: +4631…, 4631…, 004631…, 031…. */
export const numberForms = ['plus', 'digits', 'zeros', 'national'] as const
export type NumberForm = (typeof numberForms)[number]

export const inStates = ['new', 'given', 'done'] as const
export const outStates = ['queued', 'sending', 'sent', 'delivered', 'failed', 'doubtful', 'cancelled'] as const
export const faxStates = [...inStates, ...outStates] as const
export type FaxState = (typeof faxStates)[number]

/** Why a fax did not arrive, or is not known to have. */
export const faxProblems = [
  'busy',
  'no-answer',
  'no-fax',
  'number-unknown',
  'broken-off',
  'refused',
  'unreachable',
  'not-set-up',
  'not-drawable',
  'interrupted',
  'no-report',
  'other',
] as const
export type FaxProblem = (typeof faxProblems)[number]

/** What is doubtful of a number that something is about to be faxed to. */
export const doubts = ['unknown', 'not-theirs', 'similar'] as const
export type NumberDoubt = (typeof doubts)[number]

export const lineFacts = {
  number: text(40).nullable().optional(),
  senders: z.array(text(254)).max(20).optional(),
  subjectIn: text(200, { folded: true }).nullable().optional(),
  addressOut: text(254).nullable().optional(),
  subjectOut: text(200, { folded: true }).nullable().optional(),
  numberForm: choice(numberForms, { folded: true }).optional(),
  isDefault: flag().optional(),
}

export const language = () => choice(languages, { control: 'language', folded: true })

export const example = '019aa000-0000-7000-8000-000000000061'
export const exampleOther = '019aa000-0000-7000-8000-000000000062'
export const exampleDocument = '019aa000-0000-7000-8000-000000000063'
