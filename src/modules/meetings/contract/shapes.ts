import { choice, day, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

/** Prepared, minutes being written, minutes that others must approve, approved and locked. */
export const meetingStates = ['preparing', 'underway', 'to-approve', 'approved', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]
export const itemKinds = ['information', 'discussion', 'decision'] as const
export type ItemKind = (typeof itemKinds)[number]
export const lineKinds = ['note', 'decision', 'action'] as const
export type LineKind = (typeof lineKinds)[number]
export const attendeeRoles = ['required', 'optional', 'informed'] as const
export type AttendeeRole = (typeof attendeeRoles)[number]
/** Whose part goes round from one meeting of a row to the next, among those who take turns. */
export const rotations = ['nobody', 'secretary', 'both'] as const
export type Rotation = (typeof rotations)[number]
/** How often a meeting comes again; `weekday-monthly`: on the same weekday of the month, as on the first Tuesday. */
export const rhythms = ['weekly', 'fortnightly', 'weekday-monthly', 'monthly', 'quarterly'] as const
export type Rhythm = (typeof rhythms)[number]
export const presences = ['present', 'absent', 'unknown'] as const
export type Presence = (typeof presences)[number]
export const paperSorts = ['agenda', 'minutes'] as const
export type PaperSort = (typeof paperSorts)[number]
export const boxes = ['coming', 'to-finish', 'past', 'all'] as const

export const example = '019aa000-0000-7000-8000-000000000081'
export const exampleOther = '019aa000-0000-7000-8000-000000000082'

const person = (folded = false) => id('principal', { control: 'person', folded }).nullable().optional()

export const meetingFacts = {
  place: text(200).nullable().optional(),
  chairId: person(),
  secretaryId: person(),
  /** Days ahead that the agenda goes out by itself; null: only by hand. */
  agendaDays: z.int().min(0).max(60).nullable().optional().meta({ folded: true }),
  /** Days ahead that colleagues are asked for their points by themselves; null: only by hand. */
  pointsDays: z.int().min(0).max(60).nullable().optional().meta({ folded: true }),
  approverIds: z
    .array(id('principal', { control: 'person' }))
    .max(5)
    .optional()
    .meta({ folded: true }),
  rotates: choice(rotations, { folded: true }).optional(),
  turnIds: z
    .array(id('principal', { control: 'person' }))
    .max(50)
    .optional()
    .meta({ folded: true }),
  /** What runs around each meeting of the row, its days counted from that of the meeting. */
  procedureId: id('procedure', { folded: true }).nullable().optional(),
}

export const itemFacts = {
  kind: choice(itemKinds),
  ownerId: person(),
  minutes: z.int().min(1).max(600).nullable().optional(),
  note: longText(4000, { folded: true }).optional(),
  /** Stands on the agenda of every meeting of the row. */
  standing: flag({ folded: true }).optional(),
  documentIds: z.array(id('document')).max(20).optional().meta({ folded: true }),
}

export const agendaItem = z.strictObject({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  kind: choice(itemKinds),
  owner: named.nullable(),
  minutes: z.int().nullable(),
  note: z.string(),
  standing: flag(),
  /** Comes over from the meeting before. */
  carried: flag(),
  finished: flag(),
  documents: z.array(named),
})

export const attendeeLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  person: named.nullable(),
  role: choice(attendeeRoles),
  presence: choice(presences),
})

/** A line of the minutes: as it was typed, and what it was understood as. */
export const minutesLine = z.strictObject({
  lineId: z.uuid(),
  itemId: z.uuid().nullable(),
  position: z.int(),
  typed: z.string(),
  kind: choice(lineKinds),
  text: z.string(),
  /** Who is to do it, as it was written; and whom that means, where it is clear. */
  who: z.string().nullable(),
  owner: named.nullable(),
  dueOn: day().nullable(),
  /** Of a decision, once the minutes are approved. */
  number: z.string().nullable(),
})

/** Something that a meeting agreed on and that is not done. */
export const openAction = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  who: z.string(),
  dueOn: day().nullable(),
  late: flag(),
  taskId: z.uuid(),
  meeting: named,
  heldAt: instant(),
})
