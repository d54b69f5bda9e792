import { command, event } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { changed, example, exampleOther } from './shapes.ts'

/** Data: `line`, counted from 1. */
export const schoolDaysUnreadable = refusal('school-days-unreadable', 422)
export const birthdayNotYours = refusal('birthday-not-yours', 403)
export const birthdayUnknown = refusal('birthday-unknown', 404)

/** How dates are written in a table. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export const separators = ['semicolon', 'comma', 'tab'] as const
const column = () => z.int().min(0).max(99)
/** Columns are counted from 0; without `until` each row is one day, without `title` all bear the calendar's name. */
export const dayLayout = z.strictObject({
  separator: choice(separators),
  dates: choice(dateOrders),
  from: column(),
  until: column().nullable(),
  title: column().nullable(),
  /** Whether the first row names the columns. */
  header: z.boolean(),
})
export type DayLayout = z.output<typeof dayLayout>

const about = { id: z.uuid(), title: z.string() }
export const schoolDaysImported = event('calendar.school-days-imported', z.strictObject({ ...about, days: z.int() }))
export const schoolCalendarChanged = event('calendar.school-calendar-changed', z.strictObject(about))
export const schoolHolidaysMinded = event('calendar.school-holidays-minded', z.strictObject({ count: z.int() }))
export const daysChosen = event('calendar.days-chosen', z.strictObject({}))
export const birthdaySet = event('calendar.birthday-set', z.strictObject({ ofId: z.uuid(), name: z.string() }))
export const birthdayRemoved = event('calendar.birthday-removed', z.strictObject({ ofId: z.uuid(), name: z.string() }))

/** `11-25`: without the year. */
const monthDay = () =>
  z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .refine(written => !/^(02-3\d|(04|06|09|11)-31)$/.test(written), 'no such day')
    .meta({ control: 'text' })

export const setBirthday = command({
  name: 'calendar.set-birthday',
  summary:
    'Shows a birthday, without its year, to whoever may see the person: one’s own, or that of somebody in the address list who has allowed it.',
  input: z.strictObject({
    on: monthDay(),
    /** Left out: one's own. */
    ofId: id('person').optional(),
    /** Of somebody else: they have said that it may be shown. */
    allowed: flag().optional(),
  }),
  output: z.strictObject({ ofId: z.uuid() }),
  emits: [birthdaySet],
  refusals: [birthdayNotYours],
  kinds: ['principal', 'person'],
  undoable: true,
  example: { on: '11-25' },
})

export const removeBirthday = command({
  name: 'calendar.remove-birthday',
  summary: 'Shows a birthday no more, and forgets it.',
  input: z.strictObject({ ofId: id('person').optional() }),
  output: z.strictObject({ ofId: z.uuid() }),
  emits: [birthdayRemoved],
  refusals: [birthdayNotYours, birthdayUnknown],
  kinds: ['principal', 'person'],
  undoable: true,
  example: {},
})

export const importSchoolDays = command({
  name: 'calendar.import-school-days',
  summary:
    'Reads the school holidays of a country or region from a calendar file or a table, into a new calendar or one that is there; years that the file does not tell of stay.',
  input: z.strictObject({
    id: id('school-calendar', { hidden: true }).optional(),
    title: text(200),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .meta({ control: 'country' }),
    region: text(100).nullable().optional(),
    file: longText(500_000),
    /** How a table is read; left out: as the last one of this calendar, else as it looks. */
    layout: dayLayout.optional(),
  }),
  output: changed.extend({ days: count() }),
  emits: [schoolDaysImported],
  refusals: [schoolDaysUnreadable],
  kinds: ['school-calendar'],
  example: { title: 'Schools in Gothenburg', country: 'SE', file: '2126-10-26;2126-10-30;Autumn break\n' },
})

export const changeSchoolCalendar = command({
  name: 'calendar.change-school-calendar',
  summary: 'Renames a calendar of school holidays, or takes it out of use and into use again.',
  input: z.strictObject({
    id: id('school-calendar', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: text(200).optional(),
    region: text(100).nullable().optional(),
    retired: flag().optional(),
  }),
  output: changed,
  emits: [schoolCalendarChanged],
  kinds: ['school-calendar'],
  subject: 'id',
  undoable: true,
  example: { id: example, retired: true },
})

export const mindSchoolHolidays = command({
  name: 'calendar.mind-school-holidays',
  summary: 'Says in which school holidays one would rather not be booked: these, and no others.',
  input: z.strictObject({ ids: z.array(id('school-calendar')).max(20) }),
  output: z.strictObject({ count: count() }),
  emits: [schoolHolidaysMinded],
  kinds: ['school-calendar'],
  undoable: true,
  example: { ids: [exampleOther] },
})

/** `SE`, `GB-SCT`: a country, or a region of it. */
export const countryPattern = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/

export const dayChoice = {
  /** Those of the office's country. */
  holidays: flag(),
  /** Countries and regions besides. */
  countries: z.array(z.string().regex(countryPattern)).max(12),
  schools: z.array(id('school-calendar')).max(20),
  birthdays: flag(),
}

export const chooseDays = command({
  name: 'calendar.choose-days',
  summary:
    'Chooses which days one’s calendar marks, on the page and in one’s own programs: public holidays, school holidays, birthdays.',
  input: z.strictObject(dayChoice),
  output: z.strictObject({}),
  emits: [daysChosen],
  kinds: ['school-calendar'],
  undoable: true,
  example: { holidays: true, countries: ['NO'], schools: [], birthdays: true },
})

export const dayCommands = [
  setBirthday,
  removeBirthday,
  importSchoolDays,
  changeSchoolCalendar,
  mindSchoolHolidays,
  chooseDays,
]
export const dayEvents = [
  birthdaySet,
  birthdayRemoved,
  schoolDaysImported,
  schoolCalendarChanged,
  schoolHolidaysMinded,
  daysChosen,
]
