import { query } from '../../../kernel/declare.ts'
import { named } from '../../../kernel/shapes.ts'
import { count, flag, id, instant, longText, z } from '../../../kernel/schema.ts'
import { countryPattern, dayLayout } from './day-commands.ts'
import { answers, canList, example, headOf, wallDay } from './shapes.ts'

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

export const daySets = ['holiday', 'school', 'birthday'] as const

export const listDays = query({
  name: 'calendar.list-days',
  summary:
    'Days that calendars mark, in the reader’s language: public holidays of countries and regions, school holidays, birthdays that people let be shown.',
  input: z.strictObject({
    from: wallDay(),
    until: wallDay(),
    countries: z.array(z.string().regex(countryPattern)).max(12).default([]),
    schools: z.array(id('school-calendar')).max(20).default([]),
    birthdays: flag().default(false),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        set: z.enum(daySets),
        /** The country or region, the calendar of school holidays, whose birthday. */
        of: z.string(),
        title: z.string(),
        from: z.string(),
        /** The last day, which is of it. */
        until: z.string(),
      }),
    ),
  }),
  kinds: ['school-calendar', 'principal', 'person'],
  example: { from: '2126-12-01', until: '2126-12-31', countries: ['SE'] },
})

export const listHolidayCountries = query({
  name: 'calendar.list-holiday-countries',
  summary: 'Countries whose public holidays are known, with their regions where those have holidays of their own.',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        country: z.string(),
        regions: z.array(z.strictObject({ code: z.string(), name: z.string() })),
      }),
    ),
  }),
  example: {},
})

const schoolRow = {
  id: z.uuid(),
  title: z.string(),
  country: z.string(),
  region: z.string().nullable(),
  retired: z.boolean(),
  days: count(),
  /** The last day that is known. */
  until: z.string().nullable(),
  /** Whether whoever asks would rather not be booked in them. */
  minded: z.boolean(),
  version: z.int(),
}

export const listSchoolCalendars = query({
  name: 'calendar.list-school-calendars',
  summary: 'Calendars of school holidays, with how far they reach.',
  input: z.strictObject({ retired: flag().optional() }),
  output: z.strictObject({ rows: z.array(z.strictObject(schoolRow)), total: count(), next: z.string().nullable() }),
  kinds: ['school-calendar'],
  example: {},
})

export const getSchoolCalendar = query({
  name: 'calendar.get-school-calendar',
  summary: 'One calendar of school holidays with its days, and what may be done with it.',
  input: z.strictObject({ id: id('school-calendar') }),
  output: z.strictObject({
    record: headOf,
    ...schoolRow,
    layout: dayLayout.nullable(),
    stretches: z.array(z.strictObject({ from: z.string(), until: z.string(), title: z.string() })),
    can: canList,
  }),
  kinds: ['school-calendar'],
  example: { id: example },
})

export const readSchoolDays = query({
  name: 'calendar.read-school-days',
  summary: 'Shows what a calendar file or a table of school holidays would be read as, before it is imported.',
  input: z.strictObject({
    id: id('school-calendar').optional(),
    file: longText(500_000),
    layout: dayLayout.optional(),
  }),
  output: z.strictObject({
    /** Null for a calendar file, and where nothing could be read. */
    layout: dayLayout.nullable(),
    /** Of a table: its first rows, as they are written. */
    sample: z.array(z.array(z.string())),
    stretches: z.array(z.strictObject({ from: z.string(), until: z.string(), title: z.string() })),
    /** The first line that cannot be read; null where all can. */
    badLine: z.int().nullable(),
  }),
  kinds: ['school-calendar'],
  tool: false,
  example: { file: '2126-10-26;2126-10-30;Autumn break\n' },
})

export const listBirthdays = query({
  name: 'calendar.list-birthdays',
  summary: 'Birthdays that people let be shown, and one’s own.',
  input: z.strictObject({}),
  output: z.strictObject({
    /** One's own, `11-25`. */
    own: z.string().nullable(),
    rows: z.array(z.strictObject({ ofId: z.uuid(), kind: z.string(), name: z.string(), on: z.string() })),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['principal', 'person'],
  example: {},
})

export const getDayChoice = query({
  name: 'calendar.get-day-choice',
  summary: 'Which days one’s calendar marks, on the page and in one’s own programs.',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Whether whoever asks has ever chosen: else it is the office's country alone. */
    chosen: z.boolean(),
    holidays: z.boolean(),
    countries: z.array(z.string()),
    schools: z.array(z.uuid()),
    birthdays: z.boolean(),
  }),
  tool: false,
  example: {},
})

export const dayQueries = [
  getDayChoice,
  myDay,
  listDays,
  listHolidayCountries,
  listSchoolCalendars,
  getSchoolCalendar,
  readSchoolDays,
  listBirthdays,
]
