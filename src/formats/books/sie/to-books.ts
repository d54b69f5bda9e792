/** What a SIE file says, as books. */
import { readAmount, readDay, sumOf } from '../amounts.ts'
import { closingFindings } from '../check.ts'
import {
  type AccountType,
  type Balance,
  type BookAccount,
  type BookDimension,
  type BookEntry,
  type BookLine,
  type Books,
  BooksFault,
  type BooksFinding,
  type BooksRead,
  type BookYear,
  type DimensionPart,
  noCompany,
  type PeriodFigure,
} from '../model.ts'
import { checkRecord, sieLabels } from './labels.ts'
import { readSieLines, type SieField, type SieFile, type SieRecord } from './lines.ts'

/** Dimensions that the format reserves and that a file need not name (SIE 4C, section 8). */
const reserved: Readonly<Record<string, string>> = {
  '1': 'Kostnadsställe',
  '2': 'Kostnadsbärare',
  '6': 'Projekt',
  '7': 'Anställd',
  '8': 'Kund',
  '9': 'Leverantör',
  '10': 'Faktura',
}

/** Reads a SIE file of any type; refuses, with the line, what cannot be understood or does not balance. */
export function readSie(bytes: Uint8Array): BooksRead {
  return booksOfSie(readSieLines(bytes))
}

export function booksOfSie(file: SieFile): BooksRead {
  for (const record of file.records) checkRecord(record, null)
  const of = (label: string): SieRecord[] => file.records.filter(record => record.label === label)
  const first = (label: string, at = 0): string | null => {
    const field = of(label)[0]?.fields[at]
    return typeof field === 'string' && field.trim() !== '' ? field.trim() : null
  }
  const currency = first('VALUTA') ?? 'SEK'
  if (!/^[A-Z]{3}$/.test(currency)) throw new BooksFault('currency-wrong', of('VALUTA')[0]!.line, { value: currency })
  const entries = of('VER').map(record => entryOf(record, currency))
  const days = entries.map(entry => entry.on).sort()
  const years = yearsOf(file, currency)
  const [, town] = [null, first('ADRESS', 2)]
  const postal = town ? /^((?:[A-Z]{1,2}-)?\d{3} ?\d{2})\s+(.+)$/.exec(town) : null
  const books: Books = {
    company: {
      ...noCompany,
      name: first('FNAMN') ?? '',
      number: first('ORGNR'),
      country: 'SE',
      form: first('FTYP'),
      id: first('FNR'),
      contact: first('ADRESS', 0),
      street: first('ADRESS', 1),
      postalCode: postal?.[1] ?? null,
      town: postal?.[2] ?? town,
      phone: first('ADRESS', 3),
    },
    currency,
    program: { name: first('PROGRAM') ?? '', version: first('PROGRAM', 1) ?? '' },
    madeOn: first('GEN') ? readDay(first('GEN')!, of('GEN')[0]!.line) : (days.at(-1) ?? years[0]?.to ?? '1970-01-01'),
    madeBy: first('GEN', 1),
    chart: first('KPTYP'),
    years,
    span: years[0] ? { from: years[0].from, to: years[0].to } : null,
    accounts: accountsOf(file, entries, first('KPTYP')),
    dimensions: dimensionsOf(file, entries),
    vatCodes: [],
    parties: [],
    periodFigures: [...of('PSALDO'), ...of('PBUDGET')].map(record => figureOf(record, currency)),
    series: [...new Set(entries.map(entry => entry.series))].map(code => ({ code, name: '' })),
    entries,
  }
  return { books, findings: [...closingFindings(books), ...findingsOf(file)] }
}

const word = (field: SieField | undefined): string | null =>
  typeof field === 'string' && field.trim() !== '' ? field.trim() : null
const parts = (field: SieField | undefined): DimensionPart[] => {
  if (!Array.isArray(field)) return []
  const list = field as readonly string[]
  return Array.from({ length: list.length / 2 }, (_, at) => ({ dimension: list[at * 2]!, value: list[at * 2 + 1]! }))
}

function entryOf(record: SieRecord, currency: string): BookEntry {
  const [series, number, on, text, registered, by] = record.fields
  const lines: BookLine[] = []
  for (const one of record.records) {
    if (one.label !== 'TRANS') continue
    const [account, objects, amount, day, said, quantity, signed] = one.fields
    lines.push({
      account: account as string,
      amount: readAmount(amount as string, currency, one.line),
      text: word(said),
      on: word(day) ? readDay(word(day)!, one.line) : null,
      quantity: word(quantity),
      by: word(signed),
      dimensions: parts(objects),
      vat: null,
      party: null,
      foreign: null,
    })
  }
  const sum = sumOf(lines.map(line => line.amount))
  if (sum !== 0n)
    throw new BooksFault('entry-unbalanced', record.line, {
      entry: `${word(series) ?? ''} ${word(number) ?? ''}`.trim(),
      difference: sum.toString(),
    })
  return {
    series: word(series) ?? '',
    number: word(number) ?? '',
    on: readDay(on as string, record.line),
    registeredOn: word(registered) ? readDay(word(registered)!, record.line) : null,
    by: word(by),
    text: word(text) ?? '',
    lines,
  }
}

function yearsOf(file: SieFile, currency: string): BookYear[] {
  const years = new Map<number, { from: string; to: string; opening: Balance[]; closing: Balance[] }>()
  for (const record of file.records) {
    if (record.label !== 'RAR') continue
    const [number, from, to] = record.fields as readonly string[]
    const year = { from: readDay(from!, record.line), to: readDay(to!, record.line), opening: [], closing: [] }
    if (year.from > year.to) throw new BooksFault('year-reversed', record.line)
    years.set(-Number(number), year)
  }
  for (const record of file.records) {
    const { label, fields, line } = record
    if (!['IB', 'UB', 'OIB', 'OUB', 'RES'].includes(label)) continue
    const year = years.get(-Number(fields[0]))
    if (!year) throw new BooksFault('year-unknown', line, { year: String(fields[0]) })
    const ofObject = label.startsWith('O')
    const amount = fields[ofObject ? 3 : 2] as string
    const balance = {
      account: fields[1] as string,
      amount: readAmount(amount, currency, line),
      quantity: word(fields[ofObject ? 4 : 3]),
      dimensions: ofObject ? parts(fields[2]) : [],
    }
    if (label.endsWith('IB')) year.opening.push(balance)
    else year.closing.push(balance)
  }
  const order = [...years.keys()].sort((a, b) => a - b)
  order.forEach((number, at) => {
    if (number !== at) throw new BooksFault('years-unordered', null)
  })
  return order.map(number => years.get(number)!)
}

/** The type as the file says it, else by the first figure, which every Swedish chart shares; 20 is equity, 8999 the result. */
function typeOf(number: string, said: string | null): AccountType | null {
  const equity = /^20\d\d$/.test(number)
  if (said) {
    const types: Readonly<Record<string, AccountType>> = { T: 'asset', S: 'liability', K: 'cost', I: 'income' }
    const type = types[said.toUpperCase()] ?? null
    return type === 'liability' && equity ? 'equity' : type
  }
  if (!/^\d{4,}$/.test(number)) return null
  if (equity) return 'equity'
  if (/^8[0-3]/.test(number)) return 'income'
  const byFigure: Readonly<Record<string, AccountType>> = { '1': 'asset', '2': 'liability', '3': 'income' }
  return byFigure[number[0]!] ?? (/^[4-8]/.test(number) ? 'cost' : null)
}

function accountsOf(file: SieFile, entries: readonly BookEntry[], chart: string | null): BookAccount[] {
  const facts = new Map<string, { name: string; type: string | null; unit: string | null; taxCodes: string[] }>()
  const fact = (number: string) => {
    let one = facts.get(number)
    if (!one) {
      one = { name: number, type: null, unit: null, taxCodes: [] }
      facts.set(number, one)
    }
    return one
  }
  for (const { label, fields } of file.records) {
    const number = fields[0] as string
    if (label === 'KONTO') fact(number).name = word(fields[1]) ?? number
    else if (label === 'KTYP') fact(number).type = word(fields[1])
    else if (label === 'ENHET') fact(number).unit = word(fields[1])
    else if (label === 'SRU' && word(fields[1])) fact(number).taxCodes.push(word(fields[1])!)
    else if (['IB', 'UB', 'OIB', 'OUB', 'RES'].includes(label)) fact(fields[1] as string)
  }
  for (const entry of entries) for (const line of entry.lines) fact(line.account)
  const swedish = chart === null || /BAS|NE_K1/i.test(chart)
  return [...facts].map(([number, { name, type, unit, taxCodes }]) => ({
    number,
    name,
    type: swedish || type ? typeOf(number, type) : null,
    unit,
    taxCodes,
  }))
}

function dimensionsOf(file: SieFile, entries: readonly BookEntry[]): BookDimension[] {
  const found = new Map<string, { name: string; parent: string | null; values: Map<string, string> }>()
  const dimension = (code: string) => {
    let one = found.get(code)
    if (!one) {
      one = { name: reserved[code] ?? code, parent: null, values: new Map() }
      found.set(code, one)
    }
    return one
  }
  for (const { label, fields } of file.records) {
    const [code, name, third] = fields as readonly string[]
    if (label === 'DIM') dimension(code!).name = word(name) ?? code!
    else if (label === 'UNDERDIM') Object.assign(dimension(code!), { name: word(name) ?? code!, parent: word(third) })
    else if (label === 'OBJEKT') dimension(code!).values.set(name!, word(third) ?? name!)
  }
  const used = file.records.flatMap(({ label, fields }) =>
    label === 'OIB' || label === 'OUB' ? parts(fields[2]) : label.startsWith('P') ? parts(fields[3]) : [],
  )
  for (const part of [...used, ...entries.flatMap(entry => entry.lines.flatMap(line => line.dimensions))]) {
    const { values } = dimension(part.dimension)
    if (!values.has(part.value)) values.set(part.value, part.value)
  }
  return [...found].map(([code, { name, parent, values }]) => ({
    code,
    name,
    parent,
    values: [...values].map(([value, said]) => ({ code: value, name: said })),
  }))
}

function figureOf({ label, fields, line }: SieRecord, currency: string): PeriodFigure {
  const month = fields[1] as string
  return {
    year: -Number(fields[0]) || 0,
    month: readDay(`${month}01`, line).slice(0, 7),
    account: fields[2] as string,
    dimensions: parts(fields[3]),
    amount: readAmount(fields[4] as string, currency, line),
    quantity: word(fields[5]),
    budget: label === 'PBUDGET',
  }
}

/** What the file says beyond the books: lines changed afterwards, labels nobody knows, another character set. */
function findingsOf(file: SieFile): BooksFinding[] {
  const findings: BooksFinding[] = []
  if (file.encoding === 'utf-8') findings.push({ name: 'encoding-utf-8', line: null, data: {} })
  for (const record of file.records) {
    if (!sieLabels[record.label])
      findings.push({ name: 'label-unknown', line: record.line, data: { label: record.label } })
    const changed = record.records.find(one => one.label === 'RTRANS' || one.label === 'BTRANS')
    if (changed) findings.push({ name: 'entry-changed-later', line: record.line, data: {} })
  }
  return findings
}
