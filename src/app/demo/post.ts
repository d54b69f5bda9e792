/** The demo office's tray of post on a Monday morning: the round half walked, what goes out, boxes elsewhere, two printers. */

type Act = (who: string, command: string, input: unknown) => Promise<object>

export interface PostSeed {
  readonly act: Act
  readonly ask: (query: string, input: unknown) => Promise<unknown>
  readonly today: Temporal.PlainDate
  readonly people: ReadonlyMap<string, string>
}

const clerk = 'Elin Bergqvist'
const id = (made: object): string => (made as { readonly id: string }).id
const sek = (amount: string) => ({ amount, currency: 'SEK' })
/** A name on a field of 600 by 200, drawn in a hurry. */
const signature =
  'M60 140L90 60L110 140L130 90L150 140M180 120L200 100L220 120L200 140L185 125M250 60L250 140L280 110L300 140M330 100L350 140L370 100L390 140M420 120L440 100L460 130L480 100L520 120'

async function seedStops({ act, people }: PostSeed): Promise<Map<string, string>> {
  const stops = new Map<string, string>()
  const places: readonly (readonly [string, string, number, readonly string[]])[] = [
    ['Reception', 'Ground floor', 10, [clerk]],
    ['Accounts', 'Floor 2, room 214', 20, ['Maria Lindqvist']],
    ['Partners', 'Floor 2, the corner', 30, ['Johan Almgren', 'Ingrid Tveit']],
    ['Studio', 'Floor 3', 40, ['Nadia Rahimi', 'Andrei Munteanu', 'Sofia Carvalho']],
  ]
  for (const [name, place, position, names] of places) {
    const personIds = names.flatMap(one => people.get(one) ?? [])
    stops.set(name, id(await act(clerk, 'post.add-stop', { name, place, position, personIds })))
  }
  return stops
}

async function seedItems({ act, today, people }: PostSeed, stops: ReadonlyMap<string, string>): Promise<void> {
  const on = (days: number) => today.add({ days }).toString()
  const add = async (facts: object) => id(await act(clerk, 'post.add-item', facts))
  const [maria, johan, ingrid, andrei] = ['Maria Lindqvist', 'Johan Almgren', 'Ingrid Tveit', 'Andrei Munteanu'].map(
    name => people.get(name),
  )
  const signed = await add({
    sort: 'registered',
    sender: 'Skatteverket',
    title: 'Decision on preliminary tax',
    tracking: 'RR418220317SE',
    forId: maria,
    arrivedOn: on(-3),
    receiptRule: 'signed',
    answerDays: 21,
  })
  await act(clerk, 'post.begin-round', { ids: [signed] })
  await act(clerk, 'post.deliver-item', { id: signed, signature })
  const missed = await add({
    sort: 'parcel',
    sender: 'Kranz Modellbau GmbH',
    title: 'Laser-cut façade, 1:50',
    tracking: '00340434161094042557',
    forId: andrei,
    arrivedOn: on(-1),
  })
  await act(clerk, 'post.begin-round', { ids: [missed] })
  await act(clerk, 'post.note-missed', { id: missed, reason: 'absent' })
  const out = [
    await add({ sender: 'Länsförsäkringar', title: 'Renewal of the office insurance', stopId: stops.get('Accounts') }),
    await add({
      sort: 'registered',
      sender: 'Mark- och miljödomstolen',
      title: 'Case M 4411-26, order to reply',
      tracking: 'RR418220711SE',
      forId: johan,
      receiptRule: 'two-weeks',
      postmarkOn: on(-2),
      answerDays: 14,
    }),
    await add({
      sender: 'Norske arkitekters landsforbund',
      title: 'Invitation to the jury',
      forId: ingrid,
      personal: true,
    }),
  ]
  await act(clerk, 'post.begin-round', { ids: out })
  await add({ sort: 'courier', sender: 'Stiller Ingenjörer AB', title: 'Calculations, signed originals', forId: johan })
  await add({ sender: 'Göteborgs Stad', title: 'Hearing of neighbours, Kv. Hajen' })
  await add({ sort: 'registered', sender: 'Unknown sender, Borås', tracking: 'RR552091184SE' })
}

async function seedOutgoing({ act, ask, today }: PostSeed, stops: ReadonlyMap<string, string>): Promise<void> {
  const validFrom = today.with({ month: 1, day: 1 }).toString()
  const rates: readonly (readonly [string, string, number, string])[] = [
    ['letter', 'domestic', 50, '22.00'],
    ['letter', 'domestic', 250, '66.00'],
    ['letter', 'europe', 50, '44.00'],
    ['registered', 'domestic', 100, '156.00'],
    ['parcel', 'domestic', 5000, '139.00'],
  ]
  for (const [sort, zone, maxGrams, price] of rates)
    await act(clerk, 'post.add-rate', { sort, zone, maxGrams, price: sek(price), validFrom })
  const add = async (who: string, facts: object) => id(await act(who, 'post.add-outgoing', facts))
  const { rows } = (await ask('documents.list-documents', { state: ['confirmed'], limit: 1 })) as {
    readonly rows: readonly { readonly id: string }[]
  }
  const reply = await add(clerk, {
    sort: 'registered',
    recipient: 'Mark- och miljödomstolen',
    address: 'Box 1070\n462 28 Vänersborg',
    grams: 80,
    tracking: 'RR700114523SE',
    title: 'Reply in case M 4411-26',
    stopId: stops.get('Partners'),
  })
  const model = await add('Andrei Munteanu', {
    sort: 'parcel',
    recipient: 'Kustfast Förvaltning AB',
    grams: 2400,
    title: 'Model for the meeting',
    stopId: stops.get('Studio'),
  })
  const cards = await add(clerk, {
    recipient: 'Neighbours of Kv. Hajen',
    grams: 20,
    pieces: 38,
    title: 'Invitation to the hearing',
    stopId: stops.get('Studio'),
  })
  await act(clerk, 'post.hand-to-carrier', { ids: [reply, model, cards], carrier: 'PostNord' })
  await act(clerk, 'post.note-delivered', { id: model })
  await add(clerk, {
    recipient: 'Revisor Anna Holm',
    grams: 180,
    title: 'Papers for the audit',
    stopId: stops.get('Accounts'),
    ...(rows[0] ? { aboutId: rows[0].id } : {}),
  })
  await add(clerk, {
    zone: 'europe',
    recipient: 'Norske arkitekters landsforbund',
    grams: 30,
    stopId: stops.get('Partners'),
  })
}

async function seedBoxes({ act, today, people }: PostSeed): Promise<void> {
  const box = async (facts: object) => id(await act(clerk, 'post.add-box', facts))
  const maria = people.get('Maria Lindqvist')
  const kivra = await box({
    name: 'Kivra',
    provider: 'kivra',
    address: 'https://kivra.se',
    rhythm: 'workday',
    keeperId: maria,
  })
  await act('Maria Lindqvist', 'post.look-through', {
    id: kivra,
    found: 2,
    note: 'Two reminders of rent, taken in as bills',
  })
  await box({
    name: 'Skatteverket, Mina sidor',
    provider: 'other',
    rhythm: 'week',
    keeperId: maria,
    nextOn: today.toString(),
  })
  await box({
    name: 'Altinn, Almgren & Tveit NUF',
    provider: 'altinn',
    rhythm: 'week',
    keeperId: people.get('Ingrid Tveit'),
    nextOn: today.subtract({ days: 2 }).toString(),
  })
  await box({ name: 'SEB, messages', provider: 'bank', rhythm: 'two-weeks', keeperId: null, nextOn: today.toString() })
}

async function seedPrinters({ act }: PostSeed): Promise<void> {
  const copier = {
    name: 'Copier, floor 2',
    uri: 'ipp://copier.almgrentveit.example/ipp/print',
    place: 'Floor 2, by the kitchen',
  }
  await act('Johan Almgren', 'printing.add-printer', { ...copier, isDefault: true })
  const labels = {
    name: 'Label printer, reception',
    uri: 'ipp://labels.almgrentveit.example/ipp/print',
    place: 'Reception',
  }
  const printerId = id(await act('Johan Almgren', 'printing.add-printer', labels))
  const rule = { printerId, widthMm: 62, heightMm: 100 }
  await act('Johan Almgren', 'printing.set-stock', { ...rule, stock: 'badge', automatic: true })
  await act('Johan Almgren', 'printing.set-stock', { ...rule, stock: 'parcel-label' })
  const plotter = { name: 'Plotter', uri: 'ipps://plotter.almgrentveit.example/ipp/print', place: 'Studio' }
  await act('Johan Almgren', 'printing.add-printer', plotter)
}

export async function seedPost(seed: PostSeed): Promise<void> {
  const stops = await seedStops(seed)
  await seedItems(seed, stops)
  await seedOutgoing(seed, stops)
  await seedBoxes(seed)
  await seedPrinters(seed)
}
