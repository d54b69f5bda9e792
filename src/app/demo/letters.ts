/** The demo office's letters: its paper, the six usual templates, one being written, and four that have left or are about to. */
import { wordLetter } from './word-letter.ts'

type ActAs = (who: string, command: string, input: unknown) => Promise<{ readonly id: string }>
type Ask = (query: string, input: unknown) => Promise<any>

const elin = 'Elin Bergqvist'

const line = (...words: readonly (string | { readonly field: string })[]) => ({
  type: 'paragraph',
  content: words.map(word =>
    typeof word === 'string' ? { type: 'text', text: word } : { type: 'field', attrs: { name: word.field } },
  ),
})
const hello = line({ field: 'recipient.salutation' })
const doc = (...content: readonly object[]) => ({ type: 'doc', content })
const item = (words: string) => ({ type: 'listItem', content: [line(words)] })
const cell = (type: 'tableCell' | 'tableHeader', words: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [line(words)],
})
const row = (type: 'tableCell' | 'tableHeader', ...cells: readonly string[]) => ({
  type: 'tableRow',
  content: cells.map(words => cell(type, words)),
})

/** A report of two pages, with a heading, a list and a table. */
const kvHajen = doc(
  hello,
  line('Tack för mötet i tisdags. Nedan följer vad vi kom överens om och vad som händer härnäst i Kv. Hajen.'),
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Det här gör vi' }] },
  {
    type: 'bulletList',
    content: [
      item('Ritningarna över takterrassen revideras efter brandkonsultens synpunkter.'),
      item('Bygglovet kompletteras med en ny situationsplan.'),
      item('Modellen i skala 1:100 står klar till samrådet.'),
    ],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Tider' }] },
  {
    type: 'table',
    content: [
      row('tableHeader', 'Skede', 'Klart', 'Timmar'),
      row('tableCell', 'Reviderade ritningar', '11 december', '48'),
      row('tableCell', 'Komplettering till bygglovet', '18 december', '20'),
      row('tableCell', 'Modell', '15 januari', '64'),
    ],
  },
  line('Hör gärna av er om något ska ändras. Annars går vi vidare enligt tidplanen.'),
)

/** Stores a Word file and looks it through. */
type TakeWord = (name: string, bytes: Uint8Array) => Promise<string>

export async function seedLetters(
  act: ActAs,
  ask: Ask,
  { parties, takeWord }: { readonly parties: ReadonlyMap<string, string>; readonly takeWord: TakeWord },
): Promise<void> {
  await act(elin, 'letters.set-letterhead', {
    name: 'Almgren Tveit Arkitekter AB',
    address: 'Kvarnbygatan 12\n431 34  Mölndal',
    reach: '031-700 41 00\nkontor@almgrentveit.example\nalmgrentveit.example',
    numbers: 'Org.nr 556812-4409\nBankgiro 5512-8841',
  })
  await act(elin, 'letters.add-standard-templates', {})
  const templates: readonly { readonly id: string; readonly languages: readonly string[] }[] = (
    await ask('letters.list-templates', {})
  ).rows
  /** Whom the directory knows by that name. */
  const to = async (text: string) => {
    const { rows } = await ask('directory.list-parties', { text, limit: 1 })
    return rows[0] ? { partyId: rows[0].id as string } : {}
  }
  const signed = { signerName: elin, signerRole: 'Kontorschef' }
  const report = await act(elin, 'letters.create-letter', {
    ...(await to('Brf Kaprifolen')),
    subject: 'Kv. Hajen: efter mötet',
    language: 'sv',
    ...signed,
    body: kvHajen,
  })
  await act(elin, 'letters.save-letter', {
    id: report.id,
    recipient: 'Brf Kaprifolen\nEva Lindholm\nKaprifolgatan 30\n417 03  Göteborg',
    enclosures: 'Situationsplan, tidplan',
  })
  const sent = async (how: 'post' | 'handed', facts: object) => {
    const { id } = await act(elin, 'letters.create-letter', { ...signed, ...facts })
    await act(elin, 'letters.finish-letter', { id })
    await act(elin, 'letters.send-letter', { id, how })
  }
  await sent('post', {
    ...(await to('Bredband Väst')),
    subject: 'Uppsägning av bredband',
    recipient: 'Bredband Väst AB\nKundtjänst\nIndustrigatan 4\n431 53  Mölndal',
    body: doc(
      hello,
      line('Härmed säger vi upp avtalet om bredband till modellverkstaden till närmast möjliga dag.'),
      line('Vänligen bekräfta uppsägningen och sista dagen skriftligen.'),
    ),
  })
  await sent('handed', {
    subject: 'Nyckelkvittens',
    recipient: 'Tilde Ros\nAlmgren Tveit Arkitekter AB',
    body: doc(
      hello,
      line(
        'Du har i dag fått nyckel 14 till modellverkstaden och en larmkod. Lämna båda till receptionen när du slutar.',
      ),
    ),
  })
  const finished = await act(elin, 'letters.create-letter', {
    subject: 'Invitasjon til samråd',
    language: 'nb',
    recipient: 'Trondheim kommune\nByplankontoret\nPostboks 2300\n7004 Trondheim\nNORWAY',
    signerName: elin,
    signerRole: 'Kontorleder',
    body: doc(
      hello,
      line(
        'Vi inviterer til samråd om kaiområdet torsdag 14. januar kl. 13.00 hos oss i Mølndal. Gi oss gjerne beskjed om dere kan komme.',
      ),
    ),
  })
  await act(elin, 'letters.finish-letter', { id: finished.id })
  const person = parties.get('Karin Öberg')
  const cover = templates.find(one => one.languages.length === 6)
  await act(elin, 'letters.create-letter', {
    ...(person ? { partyId: person } : {}),
    ...(cover ? { templateId: cover.id } : {}),
    ...signed,
    recipient: 'Karin Öberg\nLinnégatan 8\n413 04  Göteborg',
    language: 'sv',
  })
  const invitation = templates.find(one => /meeting|möte|møte|overleg/i.test((one as { title?: string }).title ?? ''))
  await act(elin, 'letters.create-merge', {
    title: 'Provningsavgifter, hyresgästerna',
    fileId: await takeWord('Provningsavgift.docx', await charges()),
    table: tenants,
    ...signed,
  })
  if (!invitation) return
  await act(elin, 'letters.create-merge', {
    title: 'Samråd om Kv. Hajen, grannarna',
    templateId: invitation.id,
    table: neighbours,
    language: 'sv',
    ...signed,
    answers: [{ name: 'När och var', value: 'Torsdag 14 januari kl. 18 hos oss på Kvarnbygatan 12.' }],
  })
}

/** Their own Word file, as it was used with a spreadsheet before. */
const charges = () =>
  wordLetter(
    '[Namn]',
    '[Adress]',
    '',
    'Hej [Förnamn],',
    'avgiften för provrummet i [Lokal] är [Belopp] kronor och betalas senast den 15 december.',
    'Hör av er om något är oklart.',
    '',
    'Almgren Tveit Arkitekter',
  )

/** Of one nobody knows what they are to pay. */
const tenants = [
  'Namn;Gata;Postnummer;Ort;E-post;Lokal;Belopp',
  'Birgitta Ahl;Verkstadsgatan 3;431 34;Mölndal;birgitta@ahl.example;hus A;450',
  'Jonas Wiklund;Verkstadsgatan 5;431 34;Mölndal;jonas@wiklund.example;hus A;450',
  'Parisa Karimi;Kvarnbygatan 9;431 34;Mölndal;parisa@karimi.example;hus B;',
].join('\n')

/** One of them cannot be reached: nobody knows where they live. */
const neighbours = [
  'Namn;Gata;Postnummer;Ort;E-post;Vad det gäller',
  'Brf Hajen;Hajgatan 2;414 51;Göteborg;styrelsen@brfhajen.example;takterrassen i Kv. Hajen',
  'Göran Lind;Hajgatan 4;414 51;Göteborg;;takterrassen i Kv. Hajen',
  'Amina Yusuf;Hajgatan 4;414 51;Göteborg;amina@yusuf.example;takterrassen i Kv. Hajen',
  'Kajens Café AB;Kajen 1;414 58;Göteborg;hej@kajenscafe.example;uteserveringen under bygget',
  ';;;;okand@granne.example;takterrassen i Kv. Hajen',
].join('\n')
