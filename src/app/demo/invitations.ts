/** The demo office's meetings with guests from outside: some have answered, some have not. */

type Act = (who: string, command: string, input: unknown) => Promise<unknown>

interface Guest {
  readonly name: string
  readonly email: string
  readonly answer?: 'accepted' | 'declined' | 'tentative'
  readonly note?: string
}

interface Meeting {
  readonly title: string
  readonly days: number
  readonly from: string
  readonly until: string
  readonly place: string
  readonly guests: readonly Guest[]
}

const meetings: readonly Meeting[] = [
  {
    title: 'Fire safety, walk through the house',
    days: 6,
    from: '09:00',
    until: '11:00',
    place: 'Kungsportsavenyen 12',
    guests: [
      { name: 'Göran Eklund', email: 'goran.eklund@brandkonsult.example', answer: 'accepted' },
      { name: 'Sara Holm', email: 'sara.holm@fastighet.example', answer: 'tentative', note: 'Only until ten' },
      { name: 'Piet van Dam', email: 'p.vandam@sprinkler.example' },
    ],
  },
  {
    title: 'Audit, first meeting',
    days: 9,
    from: '13:00',
    until: '14:30',
    place: 'Mälaren',
    guests: [
      { name: 'Camilla Ros', email: 'camilla@rosrevision.example', answer: 'accepted' },
      { name: 'Ivar Dahl', email: 'ivar@rosrevision.example', answer: 'accepted' },
    ],
  },
  {
    title: 'Lindholmen: ventilation, second look',
    days: 12,
    from: '10:00',
    until: '11:00',
    place: 'Lindholmspiren 5',
    guests: [
      { name: 'Marta Sousa', email: 'marta@arsaudavel.example' },
      { name: 'Radu Ionescu', email: 'radu@ventilatie.example', answer: 'declined', note: 'Away that week' },
    ],
  },
]

export async function seedInvitations(act: Act, today: Temporal.PlainDate): Promise<void> {
  const zone = 'Europe/Stockholm'
  for (const { title, days, from, until, place, guests } of meetings) {
    const day = today.add({ days }).toString()
    const { id } = (await act('Elin Bergqvist', 'calendar.create-event', {
      title,
      when: { allDay: false, start: `${day}T${from}`, end: `${day}T${until}`, zone },
      place,
      guests: guests.map(({ name, email }) => ({ who: { name, email } })),
    })) as { id: string }
    for (const { email, answer, note } of guests)
      if (answer) await act('Elin Bergqvist', 'calendar.answer-event', { id, email, answer, note: note ?? null })
  }
}
