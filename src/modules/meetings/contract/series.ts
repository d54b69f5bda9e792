import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, day, id, instant, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { itemKinds, meetingFacts, rhythms } from './shapes.ts'

const item = z.strictObject({
  title: text(200),
  minutes: z.int().min(1).max(600).nullable().optional(),
  kind: choice(itemKinds).optional(),
})

/** Said once; what follows is done by itself: the next meeting, the asking for points, the agenda, the chasing of minutes. */
export const createSeries = command({
  name: 'meetings.create-series',
  summary:
    'Sets up a meeting that comes again: puts it into the calendar with its people and room, and prepares each with the same agenda.',
  permission: 'meetings.create-meeting',
  input: z.strictObject({
    title: text(200),
    startsAt: instant(),
    endsAt: instant(),
    rhythm: choice(rhythms),
    untilOn: day({ folded: true }).optional(),
    roomId: id('place').nullable().optional(),
    attendeeIds: z
      .array(id('principal', { control: 'person' }))
      .max(100)
      .optional(),
    /** What stands on the agenda of every meeting. */
    items: z.array(item).max(50).optional(),
    ...meetingFacts,
    // what most offices want of a meeting that is to run by itself
    pointsDays: z.int().min(0).max(60).nullable().default(7).meta({ folded: true }),
    agendaDays: z.int().min(0).max(60).nullable().default(3).meta({ folded: true }),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), eventId: z.uuid() }),
  emits: [e.meetingCreated],
  refusals: [r.meetingReversed, r.meetingPersonUnknown, r.seriesUnending, r.procedureNotBegun],
  kinds: ['meeting', 'event'],
  undoable: true,
  example: {
    title: 'Department meeting',
    startsAt: '2126-12-03T08:00:00Z',
    endsAt: '2126-12-03T09:00:00Z',
    rhythm: 'fortnightly',
    items: [{ title: 'Since last time', minutes: 10 }, { title: 'Round the table' }],
    agendaDays: 3,
    pointsDays: 7,
  },
})
