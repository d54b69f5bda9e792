import { query } from '../../../kernel/declare.ts'
import { named } from '../../../kernel/shapes.ts'
import { count, instant, z } from '../../../kernel/schema.ts'
import { answers, wallDay } from './shapes.ts'

export const myDay = query({
  name: 'calendar.my-day',
  summary:
    "What stands in one's own calendars on a day of the office, with rooms, links and papers: today, where no day is named.",
  input: z.strictObject({ on: wallDay().optional() }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        eventId: z.uuid(),
        /** Null for what does not repeat. */
        recurrence: z.string().nullable(),
        title: z.string(),
        start: instant(),
        end: instant(),
        allDay: z.boolean(),
        place: z.string().nullable(),
        rooms: z.array(named),
        conferenceUrl: z.string().nullable(),
        documents: z.array(named),
        /** The answer of whoever asks, where they are a guest. */
        answer: z.enum(answers).nullable(),
        /** The first of the others who take part, by their names, and how many there are. */
        people: z.array(z.string()),
        others: count(),
      }),
    ),
  }),
  kinds: ['event'],
  example: {},
})
