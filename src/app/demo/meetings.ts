/** The demo office's meetings and its summer outing: made through the dispatcher, as people would. */

type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<unknown>

interface Detail {
  readonly agenda: readonly { readonly id: string; readonly title: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

export interface MeetingsSeed {
  readonly act: ActAs
  readonly ask: Ask
  readonly today: Temporal.PlainDate
  readonly people: ReadonlyMap<string, string>
}

let made = 0
/** Names of lines, as a browser would give them. */
const lineId = () => `019aa000-0000-7000-9000-${String(++made).padStart(12, '0')}`

export async function seedMeetings({ act, ask, today, people }: MeetingsSeed): Promise<void> {
  const [first, second] = [...people]
  if (!first || !second) return
  const [writer] = first
  const [, approver] = second
  const at = (days: number, time: string) =>
    today.add({ days }).toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: time }).toInstant().toString()
  const attendeeIds = [...people.values()]
  const held = await act(writer, 'meetings.create-meeting', {
    title: 'Department meeting',
    startsAt: at(-7, '09:00'),
    endsAt: at(-7, '10:00'),
    place: 'Vinga',
    attendeeIds,
    approverIds: [approver],
    turnIds: attendeeIds,
    rotates: 'secretary',
    agendaDays: 3,
  })
  for (const item of [
    { title: 'How the month went', kind: 'information', minutes: 10, standing: true },
    { title: 'New copier', kind: 'decision', minutes: 15, ownerId: approver },
    { title: 'Cover during the holidays', kind: 'discussion', minutes: 20 },
    { title: 'Round the table', kind: 'discussion', minutes: 10, standing: true },
  ])
    await act(writer, 'meetings.add-item', { id: held.id, ...item })
  const { agenda, people: there } = (await ask('meetings.get-meeting', { id: held.id })) as Detail
  const [month, copier, cover] = agenda
  for (const one of there.slice(0, 4))
    await act(writer, 'meetings.set-presence', { id: held.id, attendeeId: one.id, presence: 'present' })
  const who = second[0].split(' ')[0]!
  const typed = [
    [month, 'All bills of October are paid. Two reminders went out.'],
    [copier, 'Three offers were compared; the second has the cheapest service.'],
    [copier, 'd The copier of the second offer is leased for four years'],
    [copier, `a ${who} fri: sign the lease`],
    [cover, 'Nobody is here between Christmas and New Year so far.'],
    [cover, `a ${who} tue: ask who can take the telephone`],
  ] as const
  await act(writer, 'meetings.write-lines', {
    id: held.id,
    lines: typed.map(([item, text], position) => ({ lineId: lineId(), itemId: item!.id, position, typed: text })),
  })
  await act(writer, 'meetings.finish-minutes', { id: held.id })
  await act(second[0], 'meetings.approve-minutes', { id: held.id })
  const next = await act(writer, 'meetings.create-next', { id: held.id, startsAt: at(7, '09:00') })
  await act(writer, 'meetings.add-item', {
    id: next.id,
    title: 'Budget for next year',
    kind: 'decision',
    minutes: 20,
  })

  // set up once: what is before and after each of them happens by itself
  await act(writer, 'meetings.create-series', {
    title: 'Monday round',
    startsAt: at(15 - today.dayOfWeek, '08:30'),
    endsAt: at(15 - today.dayOfWeek, '08:50'),
    rhythm: 'weekly',
    place: 'Kitchen',
    attendeeIds,
    items: [
      { title: 'Who is away this week', minutes: 5, kind: 'information' },
      { title: 'What must not be forgotten', minutes: 10 },
      { title: 'Praise and complaints', minutes: 5 },
    ],
    pointsDays: 3,
    agendaDays: 1,
  })

  const sek = (amount: string) => ({ amount, currency: 'SEK' })
  const outing = await act(writer, 'outings.create-outing', {
    title: 'Christmas lunch on Styrsö',
    description: 'Boat from Saltholmen, a walk, lunch at the inn. Warm shoes.',
    startsAt: at(18, '11:00'),
    endsAt: at(18, '16:00'),
    place: 'Styrsö Skäret',
    capacity: 6,
    plusOnes: 1,
  })
  const { id } = outing
  await act(writer, 'outings.set-registration', { id, open: true })
  await act(writer, 'outings.set-programme', {
    id,
    lines: [
      { time: '11:10', what: 'Boat from Saltholmen' },
      { time: '12:30', what: 'Lunch' },
      { time: '14:30', what: 'Walk round the island' },
    ],
  })
  await act(writer, 'outings.set-budget', {
    id,
    lines: [
      { what: 'Lunch', planned: sek('3900.00') },
      { what: 'Boat', planned: sek('720.00'), actual: sek('720.00') },
    ],
  })
  await act(writer, 'outings.invite-guests', {
    id,
    guests: [{ name: 'Eva Lindholm', email: 'eva@lindholms.example', language: 'sv' }],
    wholeOffice: true,
  })
  const guests = [1, 0, 1, 0, 0, 0]
  let n = 0
  for (const [name] of people) {
    const many = guests[n++]
    if (many === undefined) break
    await act(name, 'outings.register', { id, guests: many })
    if (n === 2) await act(name, 'outings.state-diets', { id, diets: ['vegan'], note: '' })
    if (n === 3) await act(name, 'outings.state-diets', { id, diets: ['gluten', 'lactose'], note: '' })
  }
  await act(writer, 'outings.order-food', { forId: id, what: 'Christmas lunch, buffet', deliverAt: at(18, '12:30') })
}
