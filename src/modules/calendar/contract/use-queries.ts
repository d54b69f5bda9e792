import { query } from '../../../kernel/declare.ts'
import { count, id, slice, text, z } from '../../../kernel/schema.ts'
import { placeTypes, wallDay } from './shapes.ts'

export const placeUse = query({
  name: 'calendar.place-use',
  summary:
    'How rooms and things are used between two days, both included (four weeks up to today, where none are named): booked and checked in to, freed since nobody came, by weekday, seats taken against seats there are.',
  input: z.strictObject({
    /** Left out: four weeks up to today. */
    from: wallDay().optional(),
    until: wallDay().optional(),
    id: id('place').optional(),
    text: text(100).optional(),
    sort: z
      .string()
      .regex(/^-?(title|bookings|bookedMinutes|noShows|people|filled|busy)$/)
      .optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        type: z.enum(placeTypes),
        site: z.string().nullable(),
        seats: z.int().nullable(),
        bookings: count(),
        bookedMinutes: count(),
        /** Of those over which somebody had to check in: how many did. Null where nobody has to. */
        checkedIn: count().nullable(),
        /** Freed by the clock, since nobody came. */
        noShows: count(),
        /** Booked minutes of each weekday, Monday first. */
        byWeekday: z.array(count()).length(7),
        /** People asked to a booking and not declined, on average; null where nothing was booked. */
        people: z.number().nullable(),
        /** The part of the seats that they take; null where seats are not known. */
        filled: z.number().nullable(),
        /** The part of the working hours, eight to seventeen on weekdays, that is booked. */
        busy: z.number(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['place', 'event'],
  example: { from: '2126-11-01', until: '2126-11-30' },
})
