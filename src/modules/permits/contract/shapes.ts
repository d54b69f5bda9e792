import { day, id, longText, money, text, z } from '../../../kernel/schema.ts'

export { can, changed, head, type Named, named } from '../../../kernel/shapes.ts'

export const permitStates = [
  'preparing',
  'sent',
  'completion',
  'granted',
  'partly',
  'refused',
  'withdrawn',
  'ended',
] as const
export type PermitState = (typeof permitStates)[number]
export const outcomes = ['granted', 'partly', 'refused'] as const
export const conditionEvery = ['once', 'month', 'quarter', 'half-year', 'year'] as const
export type ConditionEvery = (typeof conditionEvery)[number]
export const applicationStates = [
  'registered',
  'completion',
  'complete',
  'decided',
  'notified',
  'appealed',
  'final',
  'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]
/** `dismissed`: not tried in substance, as what was asked for never came. */
export const caseOutcomes = ['granted', 'partly', 'refused', 'dismissed'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

export const permitFacts = {
  permitType: text(120).nullable().optional(),
  authorityId: id('organisation').nullable().optional(),
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  fee: money().nullable().optional(),
  reference: text(120, { folded: true }).nullable().optional(),
  receivedOn: day({ folded: true }).nullable().optional(),
  renewalLeadDays: z.int().min(0).max(1000).optional().meta({ folded: true }),
  note: longText(20_000, { folded: true }).optional(),
}

export const example = '019aa000-0000-7000-8000-000000000061'
export const exampleOther = '019aa000-0000-7000-8000-000000000062'
