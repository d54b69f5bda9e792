import { choice, day, flag, id, longText, money, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { changed, type Named, named } from '../../../kernel/shapes.ts'

export const matterStates = ['open', 'waiting', 'closed'] as const
export type MatterState = (typeof matterStates)[number]

/** How a matter ended; `mistake`: it should not have been opened, its number stays taken. */
export const outcomes = ['settled', 'granted', 'refused', 'withdrawn', 'moved', 'mistake'] as const
export type Outcome = (typeof outcomes)[number]

export const partyRoles = [
  'client',
  'counterpart',
  'authority',
  'contact',
  'adviser',
  'supplier',
  'witness',
  'other',
] as const
export type PartyRole = (typeof partyRoles)[number]

/** What becomes of a task that is still open when its matter is closed. */
export const openEnds = ['complete', 'drop', 'keep'] as const
export type OpenEnd = (typeof openEnds)[number]

/** What a person may say of a matter when opening or changing it. */
export const matterFacts = {
  name: text(300),
  forId: id('organisation', { control: 'record' }).nullable().optional(),
  targetOn: day().nullable().optional(),
  note: longText().optional(),
  startOn: day({ folded: true }).optional(),
  budget: money({ folded: true }).nullable().optional(),
}

/** A matter as a list shows it. */
export const matterLine = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  title: z.string(),
  class: z.int(),
  version: z.int(),
  state: choice(matterStates),
  outcome: choice(outcomes).nullable(),
  waitingFor: z.string().nullable(),
  waitingUntil: day().nullable(),
  owner: named.nullable(),
  for: named.nullable(),
  kindName: z.string().nullable(),
  startOn: day(),
  targetOn: day().nullable(),
  /** Its target day has passed and it is not closed. */
  late: flag(),
  /** Of those that the reader may see. */
  openTasks: z.int(),
  bound: z.int(),
})
export type MatterLine = z.output<typeof matterLine>

export const exampleMatter = '019aa000-0000-7000-8000-000000000081'
export const exampleOther = '019aa000-0000-7000-8000-000000000082'
export const examplePerson = '019aa000-0000-7000-8000-000000000002'
