/** Bills of twenty senders who name their fields as nobody else does: what recognition takes for the due day is another day. */
import type { Reading } from '../reading/types.ts'
import { paper, type Run } from '../recognition/paper-for-tests.ts'
import type { FieldName } from '../recognition/types.ts'

export interface OddBill {
  readonly reading: Reading
  readonly truth: Readonly<Partial<Record<FieldName, string>>>
}

export interface OddSender {
  readonly name: string
  /** Its n-th bill. */
  bill(n: number): OddBill
}

const names =
  'Alm Björk Ceder Dahl Ek Fura Gran Hassel Idegran Jolster Kastanj Lind Mal Nypon Oxel Poppel Rönn Sälg Tall Ulm'.split(
    ' ',
  )
/** Words that no vocabulary has, or that it has for something else. */
const dueWords = [
  'Pengar hos oss',
  'Klart till',
  'Vi väntar till',
  'Orderdatum',
  'Leverans',
  'Dag två',
  'Sista stund',
  'Utskriven',
]
const issuedWords = ['Skrivet', 'Dag ett', 'Gjord', 'Leveransdatum', 'Vårt datum är', 'Utgick']
const numberWords = ['Blad', 'Kundnummer', 'Löpande', 'Verifikat', 'Kolli', 'Vårt tecken']
const totalWords = ['Kronor in alles', 'Till oss', 'Rabatt', 'Hela rasket', 'Förskott']

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const day = (n: number, plus: number): Temporal.PlainDate =>
  Temporal.PlainDate.from('2026-01-05').add({ months: n, days: plus + ((n * 7) % 11) })
const swedish = (minor: number): string =>
  `${Math.floor(minor / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ')},${String(minor % 100).padStart(2, '0')}`
const decimal = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`

/** Label and value beside one another, below one another, or the value alone at its spot. */
function stands(style: number, left: number, top: number, words: string, value: string): Run[] {
  if (style === 0) return [[left, top, `${words}: ${value}`]]
  if (style === 1)
    return [
      [left, top, words],
      [left + 130, top, value],
    ]
  if (style === 2)
    return [
      [left, top, words],
      [left, top + 13, value],
    ]
  return [[left, top, value]]
}

export function oddSender(which: number): OddSender {
  const name = `${names[which % names.length]} & Söner AB`
  const style = (field: number) => (which + field) % 3
  const alone = which % 5 === 4
  return {
    name,
    bill(n) {
      const issued = day(n, which % 4)
      const due = issued.add({ days: 20 + (which % 15) })
      const other = issued.add({ days: 3 + ((which + n) % 9) })
      const number =
        which % 3 === 0
          ? `${pick(['F', 'AB', 'K'], which)}-${2026}-${310 + n * 7}`
          : String(48_210 + which * 1000 + n * 13)
      const net = 100_000 + which * 7_300 + n * 11_104
      const vat = net / 4
      const total = net + vat
      const late = which % 2 === 0 ? 0 : 26
      const reading = paper('sv', [
        [60, 40, name, 14],
        [400, 40, 'Faktura', 16],
        [60, 120, 'Arkitekterna i Lund AB'],
        [60, 132, 'Storgatan 12'],
        [60, 144, '223 50 Lund'],
        ...stands(style(0), 330, 120, pick(numberWords, which), number),
        ...stands(style(1), 330, 160 + late, pick(issuedWords, which), issued.toString()),
        ...stands(alone ? 3 : style(2), 330, 210 + late, pick(dueWords, which), due.toString()),
        // On the first bill of some the day of the one before happens to be the same; later another day stands by the same words.
        [60, 250, `Förfallodatum för det förra: ${which % 4 === 1 && n === 0 ? due : other}`],
        ...(which % 7 === 3 && n % 5 === 4 ? stands(style(2), 60, 600, pick(dueWords, which), other.toString()) : []),
        [60, 300, `Arbete ${n + 1} tim`],
        [490, 300, swedish(net)],
        [320, 340, 'Grund'],
        [490, 340, swedish(net)],
        [320, 354, 'Påslag'],
        [490, 354, swedish(vat)],
        ...stands(1, 320, 380, pick(totalWords, which), swedish(total)),
        [320, 400, 'Summa förra gången'],
        [490, 400, swedish(total - 12_300)],
        [60, 780, `${name}, Verkstadsgatan ${which + 1}, 211 20 Malmö`, 8],
      ])
      return { reading, truth: { number, issuedOn: issued.toString(), dueOn: due.toString(), total: decimal(total) } }
    },
  }
}

export const oddSenders: readonly OddSender[] = Array.from({ length: 20 }, (_, which) => oddSender(which))
