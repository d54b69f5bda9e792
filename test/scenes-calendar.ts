/** The scenes of the calendar: calendars, places, events and series, pencilled times, clients' files. */
import type { Office } from './office.ts'
import type { Scene } from './scenes.ts'

type Stage = (office: Office) => Promise<Scene>

let hours = 0
/** Each an hour of its own, so that no two want the same place at once. */
function hour(): { allDay: false; start: string; end: string; zone: string } {
  const at = Temporal.PlainDateTime.from('2126-01-07T08:00').add({ hours: 2 * ++hours })
  const text = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'second' })
  return { allDay: false, start: text(at), end: text(at.add({ hours: 1 })), zone: 'Europe/Stockholm' }
}

export const newCalendar = async ({ act }: Office, title: string): Promise<string> =>
  (await act('calendar.create-calendar', { title })).id
export const newPlace = async ({ act }: Office, title: string, facts: object = {}): Promise<string> =>
  (await act('calendar.create-place', { title, seats: 8, ...facts })).id
export const newEvent = async ({ act }: Office, title: string, facts: object = {}): Promise<string> =>
  (await act('calendar.create-event', { title, when: hour(), ...facts })).id

const calendarWith =
  (command: string, facts: (office: Office) => Promise<object>): Stage =>
  async office => {
    const id = await office.make.calendar()
    const given = await facts(office)
    await office.act(command, { id, ...given })
    const { degree: _, ...named } = given as { degree?: string }
    return { input: { id, ...named } }
  }

const shared = async ({ make }: Office) => ({ withId: await make.principal(), degree: 'read' })

/** An event of a place whose keeper has still to say yes. */
const waiting: Stage = async office => {
  const { make } = office
  const calendarId = await make.place({ needsApproval: true, keeperId: await make.principal() })
  const id = await make.event({ guests: [{ who: { calendarId } }] })
  const share = { id: calendarId, withId: office.owner.id, degree: 'manage' }
  await office.act('calendar.share-calendar', share, office.system)
  return { input: { id, calendarId } }
}

const cancelled: Stage = async ({ make, act }) => {
  const id = await make.event()
  await act('calendar.cancel-event', { id })
  return { input: { id } }
}

const invited: Stage = async office => ({
  input: { id: await office.make.event({ guests: [{ who: { principalId: office.owner.id } }] }) },
})

export const newSchoolCalendar = async ({ act }: Office, title: string): Promise<string> =>
  (await act('calendar.import-school-days', { title, country: 'SE', file: `2126-10-26;2126-10-30;${title}\n` })).id

const born: Stage = async ({ make, act }) => {
  const ofId = await make.person()
  await act('calendar.set-birthday', { ofId, on: '11-25', allowed: true })
  return { input: { ofId } }
}

const ordered = async ({ make, act }: Office) => {
  const id = await make.event({ guests: [{ who: { calendarId: await make.place() } }] })
  const { serviceId } = (await act('calendar.order-service', { id, what: 'Coffee' })) as { serviceId: string }
  return { id, serviceId }
}

/** Two bookings, each with a room of its own. */
const bookedTwice: Stage = async ({ make }) => {
  const booked = async () => make.event({ guests: [{ who: { calendarId: await make.place() } }] })
  return { input: { id: await booked(), otherId: await booked() } }
}

/** A booking of this very hour. */
const begun: Stage = async ({ make }) => {
  const now = Temporal.Now.zonedDateTimeISO('Europe/Stockholm').toPlainDateTime()
  const text = (moment: Temporal.PlainDateTime) => moment.toString({ smallestUnit: 'second' }).slice(0, 19)
  const when = { allDay: false, start: text(now), end: text(now.add({ hours: 1 })), zone: 'Europe/Stockholm' }
  const calendarId = await make.place()
  return { input: { id: await make.event({ when, guests: [{ who: { calendarId } }] }), calendarId } }
}

let files = 0
const file = async ({ make, act, see }: Office) => {
  // A name that bears the office's mark.
  const { title } = (await see('work.get-task', { id: await make.task() })).record
  const calendarId = await make.calendar()
  const href = `file-${++files}.ics`
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//scenes//EN',
    'BEGIN:VEVENT',
    `UID:file-${files}@scenes.example`,
    'DTSTAMP:21260101T000000Z',
    'DTSTART:21261124T090000Z',
    'DTEND:21261124T100000Z',
    `SUMMARY:${title}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  await act('calendar.put-object', { calendarId, href, ics })
  return { calendarId, href }
}

const held = async ({ make, act }: Office) => {
  const times = [{ start: '2126-11-24T09:00:00Z', end: '2126-11-24T10:00:00Z' }]
  const facts = { title: 'Interview', calendarIds: [await make.place()], times, until: '2126-11-23T12:00:00Z' }
  return act('calendar.hold-times', facts) as Promise<{ holdId: string }>
}

export const calendarScenes: Readonly<Record<string, Stage>> = {
  'calendar.unshare-calendar': calendarWith('calendar.share-calendar', shared),
  'calendar.share-calendar': async office => ({ input: { withId: await office.make.principal() } }),
  'calendar.bring-back-calendar': calendarWith('calendar.retire-calendar', async () => ({})),
  'calendar.create-event': async ({ make }) => ({ input: { calendarId: await make.calendar() } }),
  'calendar.swap-bookings': bookedTwice,
  'calendar.set-birthday': async ({ make }) => ({ input: { ofId: await make.person(), allowed: true } }),
  'calendar.remove-birthday': born,
  'calendar.change-school-calendar': async office => ({ input: { id: await office.make.schoolCalendar() } }),
  'calendar.mind-school-holidays': async office => ({ input: { ids: [await office.make.schoolCalendar()] } }),
  'calendar.choose-days': async office => ({
    input: { holidays: true, countries: [], schools: [await office.make.schoolCalendar()], birthdays: true },
  }),
  'calendar.change-service': async office => ({ input: await ordered(office) }),
  'calendar.cancel-service': async office => ({ input: await ordered(office) }),
  'calendar.restore-event': cancelled,
  'calendar.answer-event': invited,
  'calendar.decide-booking': waiting,
  'calendar.check-in': begun,
  'calendar.remove-object': async office => ({ input: await file(office) }),
  'calendar.release-hold': async office => ({ input: { holdId: (await held(office)).holdId } }),
}

export const calendarQuestions: Readonly<Record<string, Stage>> = {
  'calendar.agenda': async ({ make }) => {
    await make.event({ when: { allDay: true, from: '2126-11-10', until: '2126-11-10' } })
    return {}
  },
  'calendar.list-days': async office => ({
    input: { from: '2126-10-01', until: '2126-12-31', schools: [await office.make.schoolCalendar()], birthdays: true },
  }),
  'calendar.list-school-calendars': async office => {
    await office.make.schoolCalendar()
    return {}
  },
  'calendar.get-school-calendar': async office => ({ input: { id: await office.make.schoolCalendar() } }),
  'calendar.list-birthdays': async office => {
    await born(office)
    return {}
  },
  'calendar.list-services': async office => ({ input: { eventId: (await ordered(office)).id } }),
  'calendar.place-use': async ({ make }) => {
    await make.place()
    return {}
  },
  'calendar.my-day': async ({ make }) => {
    await make.event({ when: { allDay: true, from: '2126-11-10', until: '2126-11-10' } })
    return { input: { on: '2126-11-10' } }
  },
  'calendar.list-objects': async ({ make }) => {
    const calendarId = await make.calendar()
    await make.event({ calendarId })
    return { input: { calendarId } }
  },
  'calendar.get-object': async office => {
    const { calendarId, href } = await file(office)
    return { input: { calendarId, hrefs: [href] } }
  },
  'calendar.list-holds': async office => {
    await held(office)
    return {}
  },
}
