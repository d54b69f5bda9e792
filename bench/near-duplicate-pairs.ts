/** Pairs of papers for telling a second scan from next month's bill; a few senders, so that many bills are alike. */
type Chance = () => number

const senders = [
  'Göteborgs Energi AB',
  'Lindholmens Papper AB',
  'Hisservice Väst AB',
  'Västra Städ AB',
  'Nordisk Telefoni AB',
]
const streets = ['Östra Hamngatan 12', 'Lindholmsallén 4', 'Kungsgatan 88', 'Storgatan 7', 'Industrivägen 31']
const things = ['Förbrukning', 'Abonnemang', 'Underhåll', 'Städning', 'Samtal', 'Service', 'Transport', 'Material']

const pad = (n: number) => String(n).padStart(2, '0')
const money = (ore: number) => `${Math.floor(ore / 100)},${pad(ore % 100)}`

interface Month {
  readonly year: number
  readonly month: number
  readonly number: number
  /** Hundredths a line. */
  readonly amounts: readonly number[]
}

function bill(sender: number, { year, month, number, amounts }: Month): string {
  const net = amounts.reduce((sum, one) => sum + one, 0)
  const vat = Math.round(net / 4)
  const due = month === 12 ? `${year + 1}-01-15` : `${year}-${pad(month + 1)}-15`
  return [
    senders[sender]!,
    `${streets[sender]!}, 411 0${sender} Göteborg`,
    `Organisationsnummer 556${300 + sender}-12${10 + sender}`,
    'FAKTURA',
    `Fakturanummer ${number}`,
    `Fakturadatum ${year}-${pad(month)}-15`,
    `Förfallodatum ${due}`,
    'Kund: Almgren & Tveit AB, Första Långgatan 3, 413 03 Göteborg',
    'Specifikation av månadens tjänster enligt gällande avtal mellan parterna',
    ...amounts.map((amount, n) => `${things[(sender + n) % things.length]!} enligt avtal för lokalen ${money(amount)}`),
    `Summa exklusive moms ${money(net)}`,
    `Moms 25 % ${money(vat)}`,
    `Att betala SEK ${money(net + vat)}`,
    `Betalas till bankgiro 5730-91${20 + sender} senast ${due}. Ange alltid fakturanumret som meddelande vid betalningen.`,
    'Efter förfallodagen debiteras dröjsmålsränta enligt räntelagen och lagstadgad påminnelseavgift.',
    'Har du frågor om fakturan når du vår kundtjänst vardagar mellan åtta och sexton på telefon och via vår webbplats.',
    'Anmärkningar mot fakturan ska göras skriftligen inom åtta dagar från fakturadatum för att kunna beaktas.',
    'Vi tackar för förtroendet och ser fram emot ett fortsatt gott samarbete under det kommande året.',
  ].join('\n')
}

const alike: Readonly<Record<string, string>> = {
  l: '1',
  I: 'l',
  O: '0',
  å: 'a',
  ä: 'a',
  ö: 'o',
  m: 'rn',
  e: 'c',
  t: 'f',
  i: 'í',
}

/** As a recogniser reads the same paper another time: one letter in a hundred another, one line of small print lost. */
function misread(text: string, chance: Chance): string {
  const lines = text.split('\n')
  if (chance() < 0.5) lines.splice(lines.length - 1 - Math.floor(chance() * 3), 1)
  return lines
    .map(line =>
      [...line]
        .map(letter =>
          chance() < 0.01 && !/\d/.test(letter)
            ? (alike[letter] ?? letter)
            : chance() < 0.002 && /\d/.test(letter)
              ? '8'
              : letter,
        )
        .join(''),
    )
    .join('\n')
}

/** A bill, and either the same one scanned again or the same sender's of the next month. */
export function madePair(n: number, rescan: boolean, chance: Chance): { first: string; again: string } {
  const sender = n % senders.length
  const lines = 2 + Math.floor(chance() * 4)
  // Every third sender asks the same sums each month, as rent and subscriptions are.
  const amounts = Array.from({ length: lines }, () =>
    sender % 3 === 0 ? 125_000 : 10_000 + Math.floor(chance() * 900_000),
  )
  const month: Month = { year: 2016 + (n % 11), month: 1 + (Math.floor(n / 11) % 12), number: 40_000 + n * 7, amounts }
  const first = bill(sender, month)
  if (rescan) return { first, again: misread(first, chance) }
  const next: Month = {
    ...(month.month === 12 ? { year: month.year + 1, month: 1 } : { year: month.year, month: month.month + 1 }),
    number: month.number + 3,
    amounts: sender % 3 === 0 ? amounts : amounts.map(amount => amount + 1 + Math.floor(chance() * 5_000)),
  }
  return { first, again: bill(sender, next) }
}
