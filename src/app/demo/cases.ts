/** The demo office's customers: what they ask, complain of and wish, in six languages, one of them rudely; and its answers. */

type Act = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>

interface DemoCase {
  readonly title: string
  readonly kind: 'question' | 'complaint' | 'request'
  readonly said: string
  readonly channel: string
  readonly from: string
  readonly email?: string
  readonly language: string
  readonly product?: string
  readonly tone?: 'upset' | 'rude'
  readonly hoursAgo: number
  readonly owner?: string
  readonly then?: readonly (readonly [command: string, input: Readonly<Record<string, unknown>>])[]
}

const answer = (body: string, more: object = {}) => ['cases.send-answer', { body, way: 'told', ...more }] as const
const note = (body: string) => ['cases.add-entry', { what: 'note', body }] as const

const demoCases: readonly DemoCase[] = [
  {
    title: 'Trappritningen saknar mått',
    kind: 'complaint',
    said: 'Hej, snickaren står på bygget och kan inte börja. Ritning A-40.1 saknar mått på trappan. Andra gången nu.',
    channel: 'call',
    from: 'Berit Holm',
    email: 'berit@holmsbygg.example',
    language: 'sv',
    product: 'Drawing A-40.1',
    tone: 'upset',
    hoursAgo: 22,
    owner: 'Elin Bergqvist',
    then: [note('Pratade med Ingrid. Vi skickar en rättad ritning på fredag.\n\nJag ringer Berit i morgon.')],
  },
  {
    title: 'Hvilke filformater leverer dere tegninger i?',
    kind: 'question',
    said: 'Vi trenger modellen i vårt eget program. Hvilke filformater leverer dere tegninger i?',
    channel: 'mail',
    from: 'Oddvar Lie',
    email: 'oddvar@lie-bygg.example',
    language: 'nb',
    hoursAgo: 5,
  },
  {
    title: 'Wanneer krijg ik de vergunningstekening?',
    kind: 'question',
    said: 'Goedemiddag, de gemeente vraagt om de tekening voor de vergunning. Wanneer kan ik die verwachten?',
    channel: 'mail',
    from: 'Anouk de Vries',
    email: 'anouk@devries.example',
    language: 'nl',
    hoursAgo: 3,
  },
  {
    title: 'Vreau o copie a contractului',
    kind: 'request',
    said: 'Bună ziua, am pierdut exemplarul nostru. Vă rog să-mi trimiteți o copie a contractului semnat.',
    channel: 'mail',
    from: 'Mihai Ionescu',
    email: 'mihai@ionescu.example',
    language: 'ro',
    hoursAgo: 28,
    owner: 'Nadia Rahimi',
    then: [['cases.wait-case', { waitingFor: 'customer', what: 'The number of the contract' }]],
  },
  {
    title: 'A fatura veio em duplicado',
    kind: 'complaint',
    said: 'Recebemos a mesma fatura duas vezes. Qual devemos pagar?',
    channel: 'mail',
    from: 'Sofia Marques',
    email: 'sofia@marques.example',
    language: 'pt',
    hoursAgo: 50,
    owner: 'Elin Bergqvist',
    then: [
      ['cases.change-case', { causeId: 'cause:0' }],
      [
        'cases.give-remedy',
        { way: 'credit', amount: { amount: '450.00', currency: 'SEK' }, note: 'The second one is taken back' },
      ],
      answer('Pedimos desculpa. A segunda fatura foi anulada por nós; paga-se só a primeira.', { apology: true }),
    ],
  },
  {
    title: 'Nobody in your office ever answers the bloody phone',
    kind: 'complaint',
    said: 'Three times I called. THREE. Are you all asleep in there? I want the drawings today or you will hear from my lawyer, you clowns.',
    channel: 'call',
    from: 'Gordon Pike',
    email: 'gordon@pike-estates.example',
    language: 'en',
    product: 'Drawing A-12',
    tone: 'rude',
    hoursAgo: 30,
    owner: 'Elin Bergqvist',
  },
  {
    title: 'Can the model be opened on a tablet?',
    kind: 'question',
    said: 'We would like to show the model to our tenants on a tablet. Is there a program for that?',
    channel: 'counter',
    from: 'Gordon Pike',
    email: 'gordon@pike-estates.example',
    language: 'en',
    hoursAgo: 200,
    owner: 'Nadia Rahimi',
    then: [answer('Yes: the IFC file opens in a free viewer, on a tablet too.', { answerIds: ['answer:0'] })],
  },
  {
    title: 'Parkering vid platsbesöket',
    kind: 'question',
    said: 'Var kan vi parkera när vi kommer till er på torsdag?',
    channel: 'call',
    from: 'Lars Ekdahl',
    language: 'sv',
    hoursAgo: 2,
    owner: 'Elin Bergqvist',
  },
  {
    title: 'Ritningen saknar mått igen',
    kind: 'complaint',
    said: 'Nu saknas måtten på dörrarna också.',
    channel: 'mail',
    from: 'Berit Holm',
    email: 'berit@holmsbygg.example',
    language: 'sv',
    product: 'Drawing A-40.1',
    hoursAgo: 1,
  },
  {
    title: 'Ønsker møte om tilbygget',
    kind: 'request',
    said: 'Vi tenker på et tilbygg til våren og vil gjerne ta en prat.',
    channel: 'web',
    from: 'Kari Nordli',
    email: 'kari@nordli.example',
    language: 'nb',
    hoursAgo: 20,
    owner: 'Ingrid Tveit',
    then: [note('Ringte. Vi sender et forslag på mandag.')],
  },
  {
    title: 'Samples of the facade panels',
    kind: 'request',
    said: 'Could you send us samples of the three panels you showed?',
    channel: 'meeting',
    from: 'Hannah Cole',
    email: 'hannah@cole-homes.example',
    language: 'en',
    hoursAgo: 330,
    owner: 'Elin Bergqvist',
    then: [answer('They left by parcel today.'), ['cases.close-case', {}]],
  },
  {
    title: 'De rekening klopt niet met de offerte',
    kind: 'complaint',
    said: 'In de offerte stond 12 uur, op de rekening 14.',
    channel: 'mail',
    from: 'Anouk de Vries',
    email: 'anouk@devries.example',
    language: 'nl',
    hoursAgo: 400,
    owner: 'Elin Bergqvist',
    then: [
      answer('U heeft gelijk, excuses. U krijgt twee uur terug.', { apology: true }),
      ['cases.close-case', { causeId: 'cause:0' }],
    ],
  },
]

const causes = [
  'Not checked before it left',
  'Nobody answered in time',
  'Said differently by two of us',
  'Late from a supplier',
]

const answers = [
  {
    question: 'Which file formats do you deliver drawings and models in?',
    body: 'PDF for reading and printing, DWG for drawing on, and IFC for the model. The IFC file opens in a free viewer, on a tablet too.',
    language: 'en',
    tags: ['drawings', 'files'],
    others: [
      [
        'sv',
        'I vilka filformat levererar ni ritningar och modeller?',
        'PDF för läsning och utskrift, DWG att rita vidare i och IFC för modellen.',
      ],
      [
        'nb',
        'Hvilke filformater leverer dere tegninger og modeller i?',
        'PDF til lesing og utskrift, DWG å tegne videre i og IFC for modellen.',
      ],
      [
        'nl',
        'In welke bestandsformaten leveren jullie tekeningen en modellen?',
        'PDF om te lezen en te printen, DWG om in verder te tekenen en IFC voor het model.',
      ],
    ],
  },
  {
    question: 'Var parkerar besökare?',
    body: 'På gården bakom huset, infart från Kungsgatan. Säg bilens nummer i receptionen, så gäller platsen hela dagen.',
    language: 'sv',
    tags: ['besök', 'parkering'],
    others: [
      [
        'en',
        'Where do visitors park?',
        'In the yard behind the house, entrance from Kungsgatan. Give the car’s number at reception and the place is yours all day.',
      ],
    ],
  },
  {
    question: 'How long does a building permit take?',
    body: 'The municipality has ten weeks from the day the application is complete. We send it complete, and tell you the day.',
    language: 'en',
    tags: ['permits'],
    others: [
      [
        'nl',
        'Hoe lang duurt een bouwvergunning?',
        'De gemeente heeft tien weken vanaf de dag waarop de aanvraag compleet is.',
      ],
    ],
  },
] as const

/** Two of them are in the directory, with how to meet them. */
const customers = [
  {
    name: 'Gordon Pike',
    email: 'gordon@pike-estates.example',
    language: 'en',
    notes: [
      ['manner', 'Let him finish, then say in one sentence what he wants. He calms down when he is given an hour.', 1],
      ['may-say', 'Who draws for him, and when she is back.', 1],
      ['must-not-say', 'That we look for larger rooms, and what other clients pay.', 2],
    ],
  },
  {
    name: 'Berit Holm',
    email: 'berit@holmsbygg.example',
    language: 'sv',
    notes: [['manner', 'On building sites all day: ring before eight, or send a message.', 1]],
  },
] as const

/** Puts the made ids where `cause:0` or `answer:0` stands. */
const filled = (input: object, ids: ReadonlyMap<string, string>): object =>
  JSON.parse(JSON.stringify(input).replace(/"(cause|answer):\d"/g, mark => JSON.stringify(ids.get(mark.slice(1, -1)))))

export async function seedCases(act: Act, people: ReadonlyMap<string, string>): Promise<void> {
  const ids = new Map<string, string>()
  for (const [n, name] of causes.entries())
    ids.set(`cause:${n}`, (await act('Elin Bergqvist', 'cases.set-cause', { name })).id)
  for (const [n, { others, ...one }] of answers.entries()) {
    const { id } = await act('Elin Bergqvist', 'cases.write-answer', one)
    ids.set(`answer:${n}`, id)
    for (const [language, question, body] of others)
      await act('Elin Bergqvist', 'cases.word-answer', { id, language, question, body })
  }
  const partyIds = new Map<string, string>()
  for (const { name, email, language, notes } of customers) {
    const { id } = await act('Elin Bergqvist', 'directory.create-person', { name, emails: [{ email }], language })
    partyIds.set(name, id)
    for (const [what, body, level] of notes)
      await act('Elin Bergqvist', 'directory.write-caller-note', { id, kind: 'person', what, body, class: level })
  }
  const now = Temporal.Now.instant().subtract({ hours: 2 })
  for (const one of demoCases.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    const { id } = await act('Elin Bergqvist', 'cases.open-case', {
      title: one.title,
      kind: one.kind,
      said: one.said,
      channel: one.channel,
      contactName: one.from,
      ...(partyIds.has(one.from) ? { partyId: partyIds.get(one.from) } : {}),
      ...(one.email ? { contactEmail: one.email } : {}),
      language: one.language,
      ...(one.product ? { product: one.product } : {}),
      tone: one.tone ?? 'calm',
      receivedAt: now.subtract({ hours: one.hoursAgo }).toString(),
    })
    if (one.owner) await act('Elin Bergqvist', 'cases.assign-case', { id, ownerId: people.get(one.owner) })
    for (const [command, input] of one.then ?? []) await act('Elin Bergqvist', command, { id, ...filled(input, ids) })
  }
}
