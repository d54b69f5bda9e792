/** The demo office's on-call: two layers that change each week, a swap, and an alarm that was taken and resolved. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>
type Ask = (query: string, input: unknown) => Promise<unknown>

export interface OncallSeed {
  readonly act: ActAs
  readonly ask: Ask
  readonly today: Temporal.PlainDate
  readonly people: ReadonlyMap<string, string>
}

const zone = 'Europe/Stockholm'
const everyDay = [1, 2, 3, 4, 5, 6, 7]

interface Detail {
  readonly layers: readonly { readonly id: string }[]
}

export async function seedOncall({ act, ask, today, people }: OncallSeed): Promise<void> {
  const [boss] = [...people.keys()]
  if (!boss) return
  const id = (name: string) => people.get(name)!
  // turns begin at eight: made on a Monday before that, the first has begun the week before
  const monday = today.subtract({ days: today.dayOfWeek === 1 ? 7 : today.dayOfWeek - 1 })
  const at = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
  const { id: rota } = (await act(boss, 'oncall.create-rota', {
    title: 'House and systems',
    purpose: 'Water, power, doors, servers: what cannot wait until the morning',
    alarmKinds: ['Water', 'Power', 'Doors', 'Servers'],
    zone,
  })) as { readonly id: string }
  const weekly = (names: readonly string[], startsOn: Temporal.PlainDate) => ({
    people: names.map(id),
    unit: 'week',
    every: 1,
    startsOn: startsOn.toString(),
    handOver: '08:00',
    days: everyDay,
    from: '00:00',
    until: '00:00',
  })
  await act(boss, 'oncall.set-layers', {
    id: rota,
    layers: [
      { name: 'First', ...weekly(['Johan Almgren', 'Nadia Rahimi', 'Andrei Munteanu'], monday) },
      { name: 'Behind', ...weekly(['Ingrid Tveit', boss], monday) },
    ],
  })
  const { layers } = (await ask('oncall.get-rota', { id: rota })) as Detail
  await act(boss, 'oncall.set-steps', {
    id: rota,
    rounds: 3,
    steps: [
      { minutes: 5, whom: 'on-call', ways: ['push', 'mail'] },
      { minutes: 10, whom: 'layer', layerId: layers[1]!.id, ways: ['push', 'mail'] },
    ],
  })
  await act(boss, 'oncall.publish-rota', { id: rota })
  const { final, people: named } = (await ask('oncall.get-schedule', {
    id: rota,
    from: today.toString(),
    until: today.add({ days: 35 }).toString(),
  })) as {
    readonly final: readonly { readonly personId: string; readonly start: string; readonly end: string }[]
    readonly people: readonly { readonly id: string; readonly title: string }[]
  }
  const nameOf = (personId: string) => named.find(one => one.id === personId)!.title
  const now = Temporal.Now.instant()
  const running = final.findIndex(({ end }) => Temporal.Instant.compare(now, end) < 0)
  const [current, first, second] = final.slice(Math.max(0, running))
  if (!current || !first || !second) return
  const saturday = Temporal.Instant.from(first.start).toZonedDateTimeISO(zone).toPlainDate().add({ days: 5 })
  const { swapId } = (await act(nameOf(first.personId), 'oncall.ask-swap', {
    id: rota,
    withId: second.personId,
    start: at(saturday, '08:00'),
    end: at(saturday.add({ days: 1 }), '08:00'),
    note: 'My sister is getting married',
  })) as { readonly swapId: string }
  await act(nameOf(second.personId), 'oncall.answer-swap', { id: rota, swapId, accept: true })
  const { id: alarm } = (await act(boss, 'oncall.raise-alarm', {
    rotaId: rota,
    title: 'Water on the floor of the archive',
    kind: 'Water',
    details: 'Comes from under the pipe behind the shelves; the caretaker is not there.',
  })) as { readonly id: string }
  await act(nameOf(current.personId), 'oncall.acknowledge-alarm', { id: alarm })
  await act(nameOf(current.personId), 'oncall.resolve-alarm', {
    id: alarm,
    outcome: 'A valve leaked; closed it and called the plumber for Monday',
    workedMinutes: 50,
  })
}
