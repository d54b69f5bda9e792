/** The demo office's other ways in: text messages, a chat and a web form, with conversations in several languages. */

type ActAs = (who: string, command: string, input: unknown) => Promise<object>

export interface ChannelsSeed {
  readonly act: ActAs
  /** What a provider or a form tells, as Kontor itself hears it. */
  readonly hear: (input: object) => Promise<unknown>
  /** What became of a message, as the job that sends it notes it. */
  readonly note: (command: string, input: object) => Promise<unknown>
  readonly goTo: (moment: Temporal.Instant) => void
  readonly people: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

const id = (made: object): string => (made as { readonly id: string }).id

interface Said {
  readonly minutesAgo: number
  readonly channelId: string
  readonly handle: string
  readonly name?: string
  readonly number?: string
  readonly email?: string
  readonly language?: string
  readonly text: string
  readonly fields?: readonly { readonly key: string; readonly label: string; readonly value: string }[]
}

async function addForm(act: ActAs, boss: string): Promise<string> {
  const formId = id(
    await act(boss, 'channels.create-form', { title: 'Almgren Tveit Arkitekter', languages: ['sv', 'en', 'nb'] }),
  )
  await act(boss, 'channels.change-form', {
    id: formId,
    intros: {
      sv: 'Berätta vad du vill bygga, eller fråga om ett hus vi har ritat. Vi svarar inom två arbetsdagar.',
      en: 'Tell us what you want to build, or ask about a house of ours. We answer within two working days.',
      nb: 'Fortell hva du vil bygge, eller spør om et hus vi har tegnet. Vi svarer innen to virkedager.',
    },
    consents: {
      sv: 'Ni får spara det jag skriver i två år för att kunna svara mig.',
      en: 'You may keep what I write for two years to be able to answer me.',
      nb: 'Dere kan lagre det jeg skriver i to år for å kunne svare meg.',
    },
    thanks: {
      sv: 'Tack! Vi har fått din fråga och svarar inom två arbetsdagar.',
      en: 'Thank you! We have your question and will answer within two working days.',
      nb: 'Takk! Vi har fått spørsmålet ditt og svarer innen to virkedager.',
    },
    sites: ['https://www.almgrentveit.example'],
    acknowledges: true,
    replyTo: 'info@almgrentveit.example',
  })
  await act(boss, 'channels.publish-form', { id: formId })
  return formId
}

export async function seedChannels({ act, hear, note, goTo, people, now }: ChannelsSeed): Promise<void> {
  const [boss] = [...people.keys()]
  if (!boss) return
  const formId = await addForm(act, boss)
  const sms = id(
    await act(boss, 'channels.connect-channel', {
      title: 'Text messages',
      wire: 'gateway',
      sender: '+46766861004',
      memberIds: [people.get('Nadia Rahimi')].filter(Boolean),
    }),
  )
  const chat = id(await act(boss, 'channels.connect-channel', { title: 'Chat on the web site', wire: 'webhook' }))
  let told = 0
  const say = async ({ minutesAgo, channelId, ...message }: Said): Promise<string> => {
    goTo(now.subtract({ minutes: minutesAgo }))
    const one = { externalId: `demo-${++told}`, ...message }
    return ((await hear({ channelId, messages: [one] })) as { conversationIds: string[] }).conversationIds[0]!
  }
  /** Written, taken by the provider, and where it tells so, arrived. */
  const answer = async (
    who: string,
    minutesAgo: number,
    talk: string,
    text: string,
    leaves = 'waiting',
    arrived = false,
  ) => {
    const began = now.subtract({ minutes: minutesAgo })
    goTo(began)
    const { messageId } = (await act(who, 'channels.send-message', { id: talk, text, leaves })) as { messageId: string }
    goTo(began.add({ seconds: 10 }))
    await note('channels.begin-sending', { id: messageId })
    const externalId = `demo-out-${messageId}`
    await note('channels.note-sent', { id: messageId, outcome: 'given', externalId })
    if (arrived) await hear({ channelId: chat, statuses: [{ externalId, state: 'seen' }] })
  }

  await say({ channelId: sms, handle: '+46701740612', number: '46701740612', minutesAgo: 4000, text: 'STOPP' })
  const lars = { channelId: sms, handle: '+46317112048', number: '46317112048', language: 'sv' }
  const heating = await say({
    ...lars,
    minutesAgo: 1560,
    text: 'Hej! Fläkten på plan 3 låter igen, kan nån komma och lyssna?',
  })
  await answer('Nadia Rahimi', 1548, heating, 'Hej Lars! Johan kommer i morgon mellan 9 och 10. Är du på plats?')
  await say({
    ...lars,
    minutesAgo: 38,
    text: 'Ja jag är i undercentralen. Ring när ni står vid porten, koden är ändrad',
  })

  const ines = {
    channelId: chat,
    handle: 'visitor-8812',
    name: 'Inês Duarte',
    language: 'pt',
    email: 'ines.duarte@casanova.example',
  }
  const lisbon = await say({
    ...ines,
    minutesAgo: 190,
    text: 'Bom dia! Fazem projetos de reabilitação também em Portugal?',
  })
  await answer(
    'Ingrid Tveit',
    176,
    lisbon,
    'Bom dia, Inês! Sim, com um gabinete parceiro em Lisboa. De que edifício se trata?',
    'waiting',
    true,
  )
  await say({
    ...ines,
    minutesAgo: 21,
    text: 'Um prédio de 1908 na Graça, quatro pisos. Posso enviar as plantas por aqui?',
  })

  await say({
    channelId: chat,
    handle: 'visitor-8840',
    name: 'Mihai Dobre',
    language: 'ro',
    minutesAgo: 52,
    text: 'Bună ziua, detaliul de fațadă A-40.1 este ultima revizie? La noi apare revizia B.',
  })
  const fields = (name: string, email: string, more: Said['fields'] = []) => [
    { key: 'name', label: 'Your name', value: name },
    { key: 'email', label: 'Your mail address', value: email },
    ...more,
    { key: '_consent', label: 'You may keep what I write for two years to be able to answer me.', value: '✓' },
  ]
  await say({
    channelId: formId,
    handle: 'solveig.aas@nordhytte.example',
    email: 'solveig.aas@nordhytte.example',
    name: 'Solveig Aas',
    language: 'nb',
    minutesAgo: 97,
    text: 'Vi har en tomt ved Hvaler med mye fjell og ønsker en hytte på rundt 90 kvadratmeter. Når kan dere ta en prat, og hva koster et forprosjekt?',
    fields: fields('Solveig Aas', 'solveig.aas@nordhytte.example'),
  })
  const open = await say({
    channelId: formId,
    handle: 'tom.hale@example.org',
    email: 'tom.hale@example.org',
    name: 'Tom Hale',
    language: 'en',
    minutesAgo: 2900,
    text: 'Is the courtyard of Kv. Hajen open to visitors during the architecture week?',
    fields: fields('Tom Hale', 'tom.hale@example.org', [
      { key: 'phone', label: 'Your telephone', value: '+44 20 7946 0018' },
    ]),
  })
  await answer(
    'Johan Almgren',
    2700,
    open,
    'Dear Tom, yes: on Thursday and Friday from 12 to 16. The gate on Stigbergsliden is open then.',
    'done',
  )
  const late = await say({
    channelId: sms,
    handle: '+4790123456',
    number: '4790123456',
    language: 'nb',
    minutesAgo: 300,
    text: 'Får ikke åpnet tegningene dere sendte, kan dere sende PDF?',
  })
  await act(boss, 'channels.assign-conversation', { id: late, ownerId: people.get('Ingrid Tveit') ?? null })
  goTo(now)
}
