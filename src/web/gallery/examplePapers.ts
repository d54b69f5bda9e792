/** The papers of one office (Almgren Tveit Arkitekter, November 2026), then as many more as a list must bear. */
import type { WireMoney } from '../answers.ts'
import type { Glyph } from '../kit/State.tsx'

export interface ExamplePaper {
  readonly id: string
  readonly title: string
  readonly snippet: string
  readonly kind: string
  readonly receivedOn: string
  readonly amount: WireMoney | null
  readonly filed: string
  readonly glyph: Glyph
  readonly state: string
}

type Line = readonly [
  title: string,
  snippet: string,
  kind: string,
  received: string,
  amount: string,
  filed: string,
  glyph: Glyph,
  state: string,
]

// biome-ignore format: one paper a line
const lines: readonly Line[] = [
  ['Faktura 88214, Hisings Ventilation AB', 'Filterbyte ventilationsaggregat FTX plan 1–3, injustering av luftflöden plan 3', 'Bill', '2026-11-20', '48312.50 SEK', '3.2 Supplier bills', 'blocked', 'Payment blocked'],
  ['Sv: Värme och ventilation plan 3', 'Lars Ekdahl, Kustfast: vi kommer tisdag 10:30 och ser på ventilerna i Klippan', 'Mail', '2026-11-19', '', '6.1 Lease', 'settled', 'Answered'],
  ['A-40.1-02 Sektion B, rev C', 'Ventilationsschakt genom bjälklag, EI 60, se detalj 40.3-11', 'Drawing', '2026-11-18', '', '2.4 Kv. Hajen', 'late', 'Answer 1 day late'],
  ['Rechnung 2026-1187, Kranz Modellbau GmbH', 'Absaugung für Modellwerkstatt mit Rückschlagventil, DN 80', 'Bill', '2026-11-12', '1284.60 EUR', '3.2 Supplier bills', 'waits', 'Waits for approval'],
  ['Skyddsrond, fjärde kvartalet', 'CO₂ 1 140 ppm i Hamnen med åtta personer: ventilationen räcker inte', 'Record', '2026-11-03', '', '5.3 Work environment', 'half', '2 actions open'],
  ['Beställning 1167, filter och service', 'Service av ventilationsaggregat, tre stycken, och justering plan 3', 'Order', '2026-10-12', '44075.00 SEK', '4.1 Orders', 'settled', 'Delivered'],
  ['OVK-protokoll Stigbergsliden 18', 'Obligatorisk ventilationskontroll, godkänd med anmärkning: låg tilluft plan 3', 'Certificate', '2026-09-17', '', '6.4 Inspections', 'settled', 'Valid to Sep 2029'],
  ['Faktura 87655, Hisings Ventilation AB', 'Felsökning ventilation plan 3, driftstopp 21 augusti', 'Bill', '2026-08-28', '12475.00 SEK', '3.2 Supplier bills', 'settled', 'Paid 25 Sep'],
  ['Följesedel 55120, Hisings Ventilation AB', '12 st filter F7 592 × 592 för ventilationsaggregat', 'Delivery note', '2026-08-21', '', '4.2 Deliveries', 'settled', 'Received'],
  ['Faktura 86980, Hisings Ventilation AB', 'Rengöring av till- och frånluftsventiler, 34 stycken', 'Bill', '2026-06-04', '9812.50 SEK', '3.2 Supplier bills', 'settled', 'Paid 3 Jul'],
  ['Offert 31, Ringö Luft AB', 'Byte av brandventiler, sex stycken, inklusive provning', 'Quote', '2026-05-19', '61200.00 SEK', '4.3 Quotes', 'ended', 'Declined'],
  ['Försäkringsbrev 2026', 'Skada genom läckage från ventil eller packning omfattas intill 2 basbelopp', 'Policy', '2026-03-02', '', '7.1 Insurance', 'settled', 'To 28 Feb 2027'],
  ['Faktura 85512, Hisings Ventilation AB', 'Årlig service ventilation enligt avtal, andra halvåret', 'Bill', '2025-12-11', '11250.00 SEK', '3.2 Supplier bills', 'settled', 'Paid 9 Jan'],
  ['Serviceavtal Hisings Ventilation 2025–2027', 'Leverantören utför service av ventilationen två gånger per år', 'Contract', '2025-07-01', '', '4.4 Contracts', 'waits', 'Notice by 31 Mar'],
  ['Hyresavtal, bilaga 4, gränsdragning', 'Hyresvärden: fjärrvärme, ventilation, hiss. Hyresgästen: filterbyte', 'Contract', '2025-04-15', '', '6.1 Lease', 'settled', 'To 2031'],
]

const senders = [
  'Lindholmens Papper & Plott AB',
  'Västkust Städ AB',
  'Göteborgs Stad',
  'Primăria Municipiului Brașov',
  'Kopiera Väst AB',
  'Câmara Municipal de Évora',
  'Telefoni Väst',
  'Ångström & Sønner AS',
]

function paperOf(line: Line, id: string): ExamplePaper {
  const [title, snippet, kind, receivedOn, money, filed, glyph, state] = line
  const [amount, currency] = money.split(' ')
  return {
    id,
    title,
    snippet,
    kind,
    receivedOn,
    amount: amount && currency ? { amount, currency } : null,
    filed,
    glyph,
    state,
  }
}

/** How many there are: as many rows as a list must scroll smoothly. */
export const exampleCount = 5000

/** Further papers, each different, the same every time. */
function more(index: number): ExamplePaper {
  const sender = senders[index % senders.length] ?? ''
  const day = new Date(Date.UTC(2026, 10, 19) - index * 36_000_000).toISOString().slice(0, 10)
  const amount = `${((index * 7919) % 900_000) / 100 + 120}`.split('.')
  const line: Line = [
    `Faktura ${88_200 - index}, ${sender}`,
    `Enligt avtal, leverans ${(index % 12) + 1} av 12`,
    'Bill',
    day,
    `${amount[0]}.${(amount[1] ?? '').slice(0, 2).padEnd(2, '0')} SEK`,
    '3.2 Supplier bills',
    'settled',
    'Paid',
  ]
  return paperOf(line, `more-${index}`)
}

export const examplePapers: readonly ExamplePaper[] = [
  ...lines.map((line, index) => paperOf(line, `paper-${index}`)),
  ...Array.from({ length: exampleCount - lines.length }, (_, index) => more(index)),
]
