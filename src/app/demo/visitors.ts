/** The demo office's door: a day of visitors, a kiosk, keys that are out, parcels that wait. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>

const elin = 'Elin Bergqvist'
const minutes = (count: number) => Temporal.Now.instant().add({ minutes: count })
const idOf = (answer: object): string => (answer as { readonly id: string }).id

const rules = {
  en: 'Please wear your badge so that it can be seen.\nTake no pictures in the studio.\nIf the alarm sounds, leave by the stairs; we meet at the gate in Stigbergsliden.',
  sv: 'Bär brickan så att den syns.\nTa inga bilder i ateljén.\nGår larmet: ta trappan. Vi samlas vid grinden mot Stigbergsliden.',
}

export async function seedVisitors(act: ActAs, people: ReadonlyMap<string, string>): Promise<void> {
  const id = (name: string) => people.get(name)!
  await act(elin, 'visitors.change-settings', {
    address: 'Stigbergsliden 18, floor 2',
    receptionId: id('Nadia Rahimi'),
    rules,
    directions: {
      en: 'Tram 3 or 9 to Stigbergstorget. The gate is to the left of the bakery; ring at “Almgren Tveit”.',
    },
  })
  await act(elin, 'visitors.create-kiosk', { title: 'Entrance', site: 'Stigbergsliden 18, floor 2' })
  const expect = (name: string, company: string, host: string, start: Temporal.Instant, facts: object = {}) =>
    act(elin, 'visitors.expect-visitor', { name, company, hostId: id(host), start: start.toString(), ...facts })
  const here = await expect('Amira Nasser', 'Nasser Konstruktion', 'Ingrid Tveit', minutes(-1), { place: 'Hamnen' })
  await act(elin, 'visitors.sign-in-visitor', { id: idOf(here) })
  await act('Ingrid Tveit', 'visitors.meet-visitor', { id: idOf(here) })
  const waiting = await expect('Lars Ekdahl', 'Kustfast AB', elin, minutes(2), { place: 'Klippan', plate: 'KUS 482' })
  await act('Nadia Rahimi', 'visitors.sign-in-visitor', { id: idOf(waiting) })
  await act(elin, 'visitors.issue-slip', { id: idOf(waiting), what: 'parking' })
  await expect('Henrik Dahl', 'Västra Hamnen Fastigheter', 'Johan Almgren', minutes(25), { place: 'Klippan' })
  await expect('Camelia Ionescu', 'Studio Ionescu', 'Andrei Munteanu', minutes(40), {
    place: 'Hamnen',
    email: 'camelia@ionescu.example',
  })
  const gone = await expect('Petra Lind', 'Lindholmens Papper AB', 'Nadia Rahimi', minutes(-2))
  await act(elin, 'visitors.sign-in-visitor', { id: idOf(gone) })
  await act('Nadia Rahimi', 'visitors.sign-out-visitor', { id: idOf(gone) })
  await act('Nadia Rahimi', 'visitors.sign-in-walk-in', {
    name: 'Mona Dahl',
    about: 'Wants to see the drawings of Lindholmen',
  })
  const keys = [
    ['Archive', 'key', '14'],
    ['Roof terrace', 'key', '7'],
    ['Guest card', 'card', 'G-03'],
    ['Bicycle store', 'key', '21'],
  ] as const
  const made: string[] = []
  for (const [title, type, number] of keys)
    made.push(idOf(await act(elin, 'visitors.create-key', { title, type, number })))
  await act(elin, 'visitors.lend-key', { id: made[0], toId: id('Johan Almgren'), due: minutes(240).toString() })
  await act(elin, 'visitors.lend-key', { id: made[2], toName: 'Amira Nasser', due: minutes(180).toString() })
  await act(elin, 'visitors.take-parcel', { forId: id('Ingrid Tveit'), sender: 'PostNord', place: 'Shelf 2' })
  await act(elin, 'visitors.take-parcel', {
    forId: id('Andrei Munteanu'),
    sender: 'DHL',
    count: 3,
    place: 'Under the counter',
  })
  await act(elin, 'visitors.import-vouchers', { codes: ['KX7P-22QM', 'KX7P-31TR', 'KX7P-48VA', 'KX7P-77LD'] })
}
