/** The demo office's journeys: the director's to Lisbon, by two flights there and one back, arranged for him. */

type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>

const elin = 'Elin Bergqvist'
const director = 'Johan Almgren'
const sek = (amount: string) => ({ amount, currency: 'SEK' })

export async function seedTravel(
  act: ActAs,
  today: Temporal.PlainDate,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const directorId = people.get(director)
  const elinId = people.get(elin)
  if (!directorId || !elinId) return
  const on = (days: number, time: string) => `${today.add({ days })}T${time}`
  await act(director, 'travel.add-document', {
    sort: 'passport',
    country: 'SE',
    number: 'AB1234567',
    expiresOn: today.add({ months: 7 }).toString(),
    readerIds: [elinId],
  })
  await act(elin, 'travel.add-document', {
    sort: 'id-card',
    country: 'SE',
    expiresOn: today.add({ years: 3 }).toString(),
  })
  const { id } = await act(elin, 'travel.create-trip', {
    title: 'Docks in Lisbon',
    startsOn: today.add({ days: 9 }).toString(),
    endsOn: today.add({ days: 12 }).toString(),
    destination: 'Lisboa',
    country: 'PT',
    purpose: 'The city of Lisbon shows the docks that are to be rebuilt; two meetings about the competition.',
    travellerIds: [directorId],
    costCentre: 'Competitions',
    budget: sek('16000.00'),
  })
  const leg = async (facts: object) =>
    act(elin, 'travel.add-leg', { id, mode: 'flight', carrier: 'KLM', reference: 'K7QH2P', ...facts })
  await leg({
    from: 'Stockholm ARN',
    fromZone: 'Europe/Stockholm',
    departs: on(9, '07:05'),
    to: 'Amsterdam AMS',
    toZone: 'Europe/Amsterdam',
    arrives: on(9, '09:15'),
    toCountry: 'NL',
    number: 'KL1220',
    seat: '4C',
  })
  await leg({
    from: 'Amsterdam AMS',
    fromZone: 'Europe/Amsterdam',
    departs: on(9, '10:40'),
    to: 'Lisboa LIS',
    toZone: 'Europe/Lisbon',
    arrives: on(9, '12:35'),
    toCountry: 'PT',
    number: 'KL1583',
    seat: '7A',
  })
  await leg({
    from: 'Lisboa LIS',
    fromZone: 'Europe/Lisbon',
    departs: on(12, '14:10'),
    to: 'Stockholm ARN',
    toZone: 'Europe/Stockholm',
    arrives: on(12, '19:40'),
    toCountry: 'SE',
    carrier: 'TAP',
    number: 'TP782',
    reference: 'ZL8M2T',
  })
  await act(elin, 'travel.add-stay', {
    id,
    name: 'Hotel Alcântara',
    address: 'Rua da Cozinha Económica 12, 1300-149 Lisboa',
    zone: 'Europe/Lisbon',
    checkIn: on(9, '15:00'),
    checkOut: on(11, '11:00'),
    country: 'PT',
    reference: '8841-220',
    phone: '+351 21 000 04 10',
  })
  const visit = async (facts: object) => act(elin, 'travel.arrange-visit', { id, zone: 'Europe/Lisbon', ...facts })
  await visit({
    title: 'Câmara Municipal: the docks',
    start: on(10, '10:00'),
    end: on(10, '12:00'),
    place: 'Praça do Município',
    guests: [{ name: 'Ana Silva', email: 'ana.silva@municipio.example' }],
  })
  await visit({
    title: 'Walk through the docks with Docas Lda',
    start: on(11, '09:30'),
    end: on(11, '11:30'),
    place: 'Doca de Alcântara',
  })
  await act(elin, 'travel.set-things', {
    id,
    things: [
      { text: 'Model of the quay, in hand luggage', sort: 'bring' },
      { text: 'Passport and European health card', sort: 'bring' },
      { text: 'Send the drawings to Ana Silva', sort: 'do', done: true },
      { text: 'Ask for a taxi to Arlanda at 04:45', sort: 'do' },
    ],
  })
  await act(elin, 'travel.set-contacts', {
    id,
    contacts: [
      { name: 'Ana Silva', phone: '+351 21 000 05 20', what: 'Câmara Municipal' },
      { name: 'Emergency', phone: '112', what: null, sort: 'emergency' },
    ],
  })
  await act(elin, 'travel.set-costs', {
    id,
    lines: [
      { kind: 'travel', what: 'Flights', planned: sek('7200.00'), actual: sek('7345.00'), paidBy: 'invoice' },
      { kind: 'lodging', what: 'Hotel, three nights', planned: sek('5100.00') },
      { kind: 'meals', what: 'Dinner with the city', planned: sek('1800.00'), paidBy: 'own' },
    ],
  })
  const past = await act(elin, 'travel.create-trip', {
    title: 'Site visit in Trondheim',
    startsOn: today.subtract({ days: 20 }).toString(),
    endsOn: today.subtract({ days: 19 }).toString(),
    destination: 'Trondheim',
    country: 'NO',
  })
  await act(elin, 'travel.set-costs', {
    id: past.id,
    lines: [{ kind: 'travel', what: 'Train', planned: sek('2100.00'), actual: sek('2085.00'), paidBy: 'own' }],
  })
}
