/** The demo office's calendars: rooms and a projector, people's weeks, the department's meeting, the manager's trip. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

const zone = 'Europe/Stockholm'
const elin = 'Elin Bergqvist'

const rooms = [
  { title: 'Klippan', seats: 12, equipment: ['Screen', 'Video', 'Whiteboard'], site: 'Gothenburg', releaseMinutes: 15 },
  { title: 'Hamnen', seats: 8, equipment: ['Screen'], site: 'Gothenburg' },
  { title: 'Stigberget', seats: 6, equipment: ['Video'], site: 'Gothenburg' },
  { title: 'Ateljén', seats: 20, equipment: ['Model table'], site: 'Gothenburg', setupMinutes: 15, cleanupMinutes: 15 },
] as const

interface Standing {
  readonly who: string
  readonly title: string
  /** Day of the week, Monday 0. */
  readonly day: number
  readonly from: string
  readonly until: string
  readonly rule: string
  readonly guests?: readonly string[]
  readonly room?: string
  readonly more?: object
}

const everybody = [
  'Maria Lindqvist',
  'Johan Almgren',
  'Ingrid Tveit',
  'Nadia Rahimi',
  'Andrei Munteanu',
  'Sofia Carvalho',
]

const standing: readonly Standing[] = [
  {
    who: elin,
    title: 'Monday meeting',
    day: 0,
    from: '08:30',
    until: '09:15',
    rule: 'FREQ=WEEKLY',
    guests: everybody,
    room: 'Klippan',
  },
  {
    who: 'Johan Almgren',
    title: 'Department meeting',
    day: 3,
    from: '13:00',
    until: '14:30',
    rule: 'FREQ=WEEKLY;INTERVAL=2',
    guests: [elin, 'Ingrid Tveit', 'Andrei Munteanu', 'Sofia Carvalho'],
    room: 'Ateljén',
  },
  {
    who: elin,
    title: 'Bills and payments',
    day: 1,
    from: '10:00',
    until: '11:00',
    rule: 'FREQ=WEEKLY',
    guests: ['Maria Lindqvist'],
    room: 'Stigberget',
  },
  {
    who: 'Maria Lindqvist',
    title: 'Close the month',
    day: 2,
    from: '09:00',
    until: '12:00',
    rule: 'FREQ=WEEKLY;INTERVAL=4',
  },
  {
    who: 'Nadia Rahimi',
    title: 'Dentist',
    day: 4,
    from: '08:00',
    until: '09:00',
    rule: '',
    more: { privacy: 'private', travelBeforeMinutes: 20, travelAfterMinutes: 20 },
  },
  {
    who: 'Andrei Munteanu',
    title: 'Model workshop',
    day: 2,
    from: '13:00',
    until: '14:30',
    rule: 'FREQ=WEEKLY',
    room: 'Ateljén',
  },
  {
    who: 'Sofia Carvalho',
    title: 'Design review',
    day: 1,
    from: '14:00',
    until: '15:00',
    rule: 'FREQ=WEEKLY',
    guests: ['Johan Almgren', 'Andrei Munteanu'],
    room: 'Hamnen',
  },
  {
    who: 'Ingrid Tveit',
    title: 'Oslo office',
    day: 4,
    from: '09:00',
    until: '10:00',
    rule: 'FREQ=WEEKLY',
    guests: ['Johan Almgren'],
    more: { conferenceUrl: 'https://meet.example/oslo' },
  },
]

export async function seedCalendar(
  act: Act,
  ask: Ask,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { rows } = (await ask('calendar.list-places', {})) as { rows: readonly { id: string; title: string }[] }
  const places = new Map(rows.map(({ id, title }) => [title, id]))
  for (const room of rooms)
    if (!places.has(room.title)) places.set(room.title, (await act(elin, 'calendar.create-place', room)).id)
  await act(elin, 'calendar.create-place', { title: 'Projector', type: 'thing', site: 'Gothenburg' })

  // The month has been going on for three weeks.
  const monday = today.subtract({ days: today.dayOfWeek - 1 + 21 })
  const person = (name: string) => ({ who: { principalId: people.get(name) } })
  for (const { who, title, day, from, until, rule, guests = [], room, more } of standing) {
    const on = monday.add({ days: rule === '' ? day + 21 : day })
    const { id } = await act(who, 'calendar.create-event', {
      title,
      when: { allDay: false, start: `${on}T${from}`, end: `${on}T${until}`, zone },
      ...(rule === '' ? {} : { repeat: { rule, added: [], leftOut: [] } }),
      guests: [
        ...guests.flatMap(name => (people.has(name) ? [person(name)] : [])),
        ...(room ? [{ who: { calendarId: places.get(room) }, role: 'required' }] : []),
      ],
      ...more,
    })
    if (title === 'Monday meeting') await orderBreakfast(act, id, `${on.add({ days: 28 })}T${from}`)
  }
  const away = monday.add({ days: 28 })
  await act('Johan Almgren', 'calendar.create-event', {
    title: 'Oslo: site visits and the Tveit family',
    when: { allDay: true, from: away.add({ days: 1 }).toString(), until: away.add({ days: 3 }).toString() },
    showAs: 'away',
    place: 'Oslo',
    notes: 'Train 06.32 from Gothenburg, seat 41. Hotel at the harbour, two nights.',
  })
  await seedDays(act, today)
}

/** Rolls before next week's meeting, seen to by whoever arranges the meeting. */
async function orderBreakfast(act: Act, id: string, recurrence: string): Promise<void> {
  await act(elin, 'calendar.order-service', {
    id,
    recurrence,
    what: 'Coffee and rolls',
    heads: 7,
    time: '08:20',
    diets: '1 vegan, 1 without gluten',
    cost: { amount: '420.00', currency: 'SEK' },
  })
}

/** Birthdays that people let be shown, and the schools' holidays of this winter. */
async function seedDays(act: Act, today: Temporal.PlainDate): Promise<void> {
  await act(elin, 'calendar.set-birthday', { on: '12-09' })
  await act('Johan Almgren', 'calendar.set-birthday', { on: '11-25' })
  const { year } = today
  const rows = [
    ['Höstlov', `${year}-10-26`, `${year}-10-30`],
    ['Jullov', `${year}-12-21`, `${year + 1}-01-08`],
    ['Sportlov', `${year + 1}-02-15`, `${year + 1}-02-19`],
  ]
  const file = [['Lov', 'Från', 'Till'], ...rows].map(row => row.join(';')).join('\n')
  await act(elin, 'calendar.import-school-days', {
    title: 'Schools in Gothenburg',
    country: 'SE',
    region: 'Göteborg',
    file,
  })
}
