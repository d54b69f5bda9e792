/** Which column is what, by the headings that banks write in the languages of the house (and German). */
import type { CsvLayout } from '../model.ts'
import { dayIn, type Row, rowsOf } from './csv.ts'

type Column = Exclude<keyof CsvLayout['columns'], 'text'>

/** Headings folded: small letters without accents and signs. The first that fits a column has it. */
const headings: readonly (readonly [Column, readonly string[]])[] = [
  [
    'sign',
    [
      'af bij',
      'bij af',
      'd c',
      'c d',
      'debit credit',
      'credit debit',
      'creditdebet',
      'debet credit',
      'debet kredit',
      'cd',
    ],
  ],
  [
    'valueOn',
    [
      'valutadag',
      'valutadatum',
      'value date',
      'rentedato',
      'rentedatum',
      'data valor',
      'data valuta',
      'data valutei',
      'valuteringsdag',
      'valutadato',
      'wertstellung',
    ],
  ],
  [
    'bookedOn',
    [
      'bokforingsdag',
      'bokforingsdatum',
      'bokford',
      'bokfort',
      'bokforingsdato',
      'bokfort dato',
      'boekdatum',
      'boekingsdatum',
      'data contabila',
      'data inregistrarii',
      'data lancamento',
      'data do lancamento',
      'booking date',
      'buchungstag',
      'transaktionsdag',
      'transaktionsdatum',
      'transactiedatum',
      'transaction date',
      'data tranzactiei',
      'data procesarii',
      'data movimento',
      'data do movimento',
      'data mov',
      'data operacao',
      'completed date',
      'utfort dato',
      'datum',
      'dato',
      'data',
      'date',
    ],
  ],
  [
    'moneyIn',
    [
      'insattning',
      'insattningar',
      'inn pa konto',
      'inn',
      'bij',
      'bijschrijving',
      'credit',
      'credito',
      'credit amount',
      'paid in',
      'money in',
      'kredit',
      'haben',
      'intrari',
      'incasari',
    ],
  ],
  [
    'moneyOut',
    [
      'uttag',
      'ut fra konto',
      'ut',
      'af',
      'afschrijving',
      'debit',
      'debito',
      'debit amount',
      'paid out',
      'money out',
      'debet',
      'soll',
      'iesiri',
      'plati',
    ],
  ],
  [
    'balance',
    [
      'saldo',
      'bokfort saldo',
      'saldo na mutatie',
      'saldo na trn',
      'saldo contabilistico',
      'saldo apos movimento',
      'balance',
      'sold',
      'sold contabil',
      'sold final',
      'disponibelt saldo',
    ],
  ],
  [
    'amount',
    [
      'belopp',
      'belop',
      'beloep',
      'bedrag',
      'bedrag eur',
      'suma',
      'valor',
      'montante',
      'importancia',
      'amount',
      'betrag',
      'transaktionsbelopp',
      'transactiebedrag',
      'value',
      'valoare',
      'belopp sek',
      'belop nok',
    ],
  ],
  [
    'currency',
    ['valuta', 'munt', 'muntsoort', 'moneda', 'moeda', 'divisa', 'currency', 'wahrung', 'valutakod', 'deviza'],
  ],
  [
    'account',
    [
      'motkonto',
      'tegenrekening',
      'tegenrekening iban bban',
      'mottakerkonto',
      'mottagarkonto',
      'til konto',
      'counterparty account',
      'iban contraparte',
      'cont beneficiar',
      'cont partener',
      'kontonummer iban',
      'counterparty iban',
    ],
  ],
  [
    'ownAccount',
    [
      'kontonummer',
      'konto',
      'rekening',
      'iban bban',
      'account',
      'account number',
      'iban',
      'cont',
      'conta',
      'fra konto',
      'rekeningnummer',
      'eigen rekening',
    ],
  ],
  [
    'name',
    [
      'namn',
      'mottagare avsandare',
      'avsandare mottagare',
      'mottagare',
      'avsandare',
      'navn',
      'naam tegenpartij',
      'naam omschrijving',
      'tegenpartij',
      'naam',
      'beneficiar',
      'ordonator',
      'nume',
      'partener',
      'destinatario',
      'ordenante',
      'name',
      'counterparty',
      'counterparty name',
      'payee',
      'merchant',
      'payer payee',
      'avsender',
      'mottaker',
    ],
  ],
  [
    'bankRef',
    [
      'verifikationsnummer',
      'arkivref',
      'arkivreferanse',
      'volgnr',
      'transactiereferentie',
      'transaction id',
      'transaktions id',
      'id',
      'nr operatiune',
      'numero operacao',
      'lopnummer',
      'entry reference',
      'bank reference',
    ],
  ],
  [
    'reference',
    [
      'referens',
      'ocr',
      'ocr nummer',
      'kid',
      'betalingskenmerk',
      'referanse',
      'referinta',
      'referencia',
      'reference',
      'egen referens',
      'kid nummer',
    ],
  ],
  [
    'code',
    [
      'typ',
      'transaktionstyp',
      'type',
      'mutatiesoort',
      'code',
      'tip',
      'tip tranzactie',
      'tipo',
      'undertype',
      'transaction type',
      'produkt',
      'state',
    ],
  ],
]

/** What may stand in several columns: all of it is text. */
const textHeadings = [
  'text',
  'beskrivning',
  'meddelande',
  'forklaring',
  'beskrivelse',
  'tekst',
  'melding',
  'omschrijving',
  'mededelingen',
  'descriere',
  'detalii',
  'explicatii',
  'descricao',
  'descritivo',
  'description',
  'details',
  'memo',
  'narrative',
  'verwendungszweck',
  'specifikation',
  'rubrik',
  'message',
  'transaktion',
  'meddelelse',
  'betalingsomschrijving',
  'notes',
]

/** Small letters without accents, signs as one space. */
export function foldHeading(text: string): string {
  return text
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The table's first rows by its likeliest separator, for somebody who says what its columns are. */
export function headOfTable(
  text: string,
  most = 12,
): { readonly separator: CsvLayout['separator']; readonly rows: readonly Row[] } {
  const separator = separatorOf(text)
  return { separator, rows: rowsOf(head(text), separator).slice(0, most) }
}

function head(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  return lines.slice(0, 60).join('\n')
}

/** The separator that cuts the most lines into equally many cells. */
function separatorOf(text: string): CsvLayout['separator'] {
  const lines = head(text)
    .split('\n')
    .filter(line => line.trim() !== '')
  let best: CsvLayout['separator'] = ';'
  let most = 0
  for (const separator of [';', '\t', ',', '|'] as const) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const cells = line.replace(/"[^"]*"/g, '').split(separator).length
      if (cells > 2) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    }
    const score = Math.max(0, ...[...counts].map(([cells, count]) => count * Math.min(cells, 12)))
    if (score > most) [best, most] = [separator, score]
  }
  return best
}

/** The layout by the table's headings; null where they do not say day and amount. */
export function guessLayout(text: string): CsvLayout | null {
  const separator = separatorOf(text)
  let rows: Row[]
  try {
    rows = rowsOf(head(text), separator)
  } catch {
    return null
  }
  for (const [index, row] of rows.entries()) {
    const columns = columnsOf(row.cells)
    if (!columns) continue
    const samples = rows.slice(index + 1).filter(one => one.cells.length > 2)
    if (samples.length === 0) return null
    const cells = (at: number | undefined): string[] =>
      at === undefined ? [] : samples.map(one => one.cells[at] ?? '')
    const amounts = [...cells(columns.amount), ...cells(columns.moneyIn), ...cells(columns.moneyOut)]
    const dayOrder = orderOf(cells(columns.bookedOn))
    if (!dayOrder) continue
    return { separator, skip: row.line, decimal: decimalOf(amounts), dayOrder, columns }
  }
  return null
}

function columnsOf(cells: readonly string[]): CsvLayout['columns'] | null {
  const folded = cells.map(foldHeading)
  const columns: Partial<Record<Column, number>> = {}
  const taken = new Set<number>()
  for (const [column, names] of headings) {
    for (const name of names) {
      const at = folded.findIndex((one, index) => one === name && !taken.has(index))
      if (at < 0) continue
      columns[column] = at
      taken.add(at)
      break
    }
  }
  // A table that says only when money counts has no other day.
  if (columns.bookedOn === undefined && columns.valueOn !== undefined) {
    columns.bookedOn = columns.valueOn
    delete columns.valueOn
  }
  const { bookedOn } = columns
  const hasAmount = columns.amount !== undefined || (columns.moneyIn !== undefined && columns.moneyOut !== undefined)
  if (bookedOn === undefined || !hasAmount) return null
  if (columns.amount !== undefined) {
    delete columns.moneyIn
    delete columns.moneyOut
  }
  const text = folded.flatMap((one, index) =>
    !taken.has(index) && textHeadings.some(name => one === name || one.startsWith(`${name} `)) ? [index] : [],
  )
  // A table that calls the other side only by its text has no name.
  return { ...columns, bookedOn, ...(text.length > 0 ? { text } : {}) }
}

function decimalOf(amounts: readonly string[]): ',' | '.' {
  const comma = amounts.filter(one => /,\d{1,2}\D*$/.test(one)).length
  const point = amounts.filter(one => /\.\d{1,2}\D*$/.test(one)).length
  return comma >= point ? ',' : '.'
}

/** Year first, or where a day above twelve stands; days that may be either are read the European way. */
function orderOf(days: readonly string[]): CsvLayout['dayOrder'] | null {
  const filled = days.filter(one => /\d/.test(one))
  if (filled.length === 0) return null
  const fits = (order: CsvLayout['dayOrder']): boolean =>
    filled.filter(one => dayIn(one, order) !== null).length * 10 >= filled.length * 8
  const yearFirst = filled.some(one => /^\s*(?:19|20)\d{2}/.test(one))
  for (const order of yearFirst ? (['ymd'] as const) : (['dmy', 'mdy', 'ymd'] as const)) if (fits(order)) return order
  return null
}
