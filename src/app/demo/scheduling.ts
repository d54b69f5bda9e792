/** When the demo office's people work and like to meet, the ways between its sites, and times that wait for an answer. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

const week = (from: string, until: string) =>
  [1, 2, 3, 4, 5].flatMap(weekday => [
    { weekday, from, until: '12:00' },
    { weekday, from: '13:00', until },
  ])

const rooms = [
  { title: 'Klippan', seats: 12, equipment: ['Screen', 'Video'], site: 'Gothenburg' },
  { title: 'Hamnen', seats: 8, equipment: ['Screen'], site: 'Gothenburg' },
  { title: 'Stigberget', seats: 6, equipment: ['Video'], site: 'Gothenburg' },
  { title: 'Ateljén', seats: 20, equipment: ['Model table'], site: 'Gothenburg' },
]

export async function seedScheduling(
  act: Act,
  ask: Ask,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { rows } = (await ask('calendar.list-places', {})) as { rows: readonly { readonly id: string }[] }
  const elin = 'Elin Bergqvist'
  if (rows.length === 0) for (const room of rooms) await act(elin, 'calendar.create-place', room)
  await act('Ingrid Tveit', 'scheduling.set-working-hours', {
    zone: 'Europe/Oslo',
    country: 'NO',
    hours: week('07:30', '15:30'),
  })
  await act('Sofia Carvalho', 'scheduling.set-working-hours', {
    zone: 'Europe/Lisbon',
    country: 'PT',
    hours: week('09:00', '18:00'),
  })
  await act('Nadia Rahimi', 'scheduling.set-preferences', {
    avoid: [{ weekday: 5, from: '13:00', until: '17:00' }],
    restMinutes: 15,
    movable: ['Focus'],
  })
  await act(elin, 'scheduling.set-travel', { site: 'Gothenburg', other: 'Oslo', minutes: 240 })

  const monday = today.add({ days: 8 - today.dayOfWeek })
  const at = (days: number, time: string) =>
    monday.add({ days }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: time }).toInstant().toString()
  const local = (days: number, from: string, until: string) => ({
    allDay: false,
    start: `${monday.add({ days })}T${from}`,
    end: `${monday.add({ days })}T${until}`,
    zone: 'Europe/Stockholm',
  })
  await act('Nadia Rahimi', 'calendar.create-event', {
    title: 'Focus time',
    category: 'Focus',
    when: local(2, '13:30', '15:30'),
  })
  await act('Johan Almgren', 'calendar.create-event', {
    title: 'Train from Stockholm',
    when: local(2, '08:00', '11:52'),
    showAs: 'away',
  })

  const [maria, johan, ingrid] = ['Maria Lindqvist', 'Johan Almgren', 'Ingrid Tveit'].map(name => people.get(name)!)
  const guests = [
    { name: 'Gunilla Westman', email: 'gunilla@westman.example', language: 'sv' },
    { name: 'Peter Claesson', email: 'peter@claesson.example', language: 'en' },
  ]
  await act(elin, 'scheduling.propose-times', {
    way: 'poll',
    title: 'Inspection of the roof, Kv. Hajen',
    minutes: 90,
    starts: [at(7, '09:00'), at(8, '13:30'), at(10, '09:30')],
    answerUntil: at(4, '12:00'),
    must: [maria],
    outside: guests,
  })
  const interview = [at(8, '09:00'), at(9, '15:00'), at(11, '10:00')]
  await act(elin, 'scheduling.propose-times', {
    way: 'offer',
    title: 'Interview, structural engineer',
    minutes: 60,
    starts: interview,
    answerUntil: at(3, '12:00'),
    must: [johan, ingrid],
    outside: [{ name: 'Amira Nasser', email: 'amira@nasser.example', language: 'en' }],
    placeId: await roomFree(ask, interview, 60),
  })
  await seedBookingPages(act, [maria, johan])
}

/** The smallest room that is free at all of these times, whatever the day on which the demo is made has put where. */
async function roomFree(ask: Ask, starts: readonly string[], minutes: number): Promise<string | null> {
  const free = await Promise.all(
    starts.map(async from => {
      const until = Temporal.Instant.from(from).add({ minutes }).toString()
      const { rows } = (await ask('calendar.find-free-places', { from, until, type: 'room' })) as {
        rows: readonly { readonly id: string }[]
      }
      return rows.map(({ id }) => id)
    }),
  )
  return free[0]?.find(id => free.every(ids => ids.includes(id))) ?? null
}

/** Clients book Maria by themselves, and whoever of two is free for a first talk. */
async function seedBookingPages(act: Act, hosts: readonly (string | undefined)[]): Promise<void> {
  const [maria, johan] = hosts
  await act('Maria Lindqvist', 'scheduling.create-booking-page', {
    title: 'Book a time with Maria',
    intro: 'Questions about a drawing, a permit or a bill? Choose a time that suits you.',
    kinds: [
      { title: 'Call', minutes: 30, venue: 'telephone' },
      { title: 'Meeting at the office', minutes: 60, venue: 'room', details: 'Ring at the door on the yard.' },
      { title: 'Video meeting', minutes: 45, venue: 'video', details: 'https://meet.almgrentveit.example/maria' },
    ],
    hosts: [maria],
    beforeMinutes: 10,
    afterMinutes: 10,
    questions: [{ text: 'What is it about?', required: true }],
  })
  await act('Elin Bergqvist', 'scheduling.create-booking-page', {
    title: 'First talk about your house',
    intro: 'Half an hour, free of charge. Whoever of us is free calls you.',
    kinds: [{ title: 'First talk', minutes: 30, venue: 'telephone' }],
    way: 'turns',
    hosts: [maria, johan],
    approval: true,
    soonMinutes: 1440,
    hours: [
      { weekday: 2, from: '13:00', until: '16:00' },
      { weekday: 4, from: '09:00', until: '12:00' },
    ],
  })
}
