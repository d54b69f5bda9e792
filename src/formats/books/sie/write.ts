/** Books as a SIE file of type 4 (all of a year), with every figure that the format knows. */
import { writeAmount } from '../amounts.ts'
import type { AccountType, Balance, Books, DimensionPart } from '../model.ts'
import { type SieField, type SieFile, type SieRecord, writeSieLines } from './lines.ts'

const letters: Readonly<Record<AccountType, string>> = {
  asset: 'T',
  liability: 'S',
  equity: 'S',
  cost: 'K',
  income: 'I',
}

export function writeSie(books: Books): { readonly bytes: Uint8Array; readonly replaced: number } {
  return writeSieLines(sieOfBooks(books))
}

export function sieOfBooks(books: Books): SieFile {
  const records: SieRecord[] = []
  const put = (label: string, ...fields: readonly SieField[]): void =>
    void records.push({ line: records.length + 1, label, fields, records: [] })
  const { company } = books
  put('FLAGGA', '0')
  put('PROGRAM', books.program.name, books.program.version)
  put('FORMAT', 'PC8')
  put('GEN', day(books.madeOn), ...(books.madeBy ? [books.madeBy] : []))
  put('SIETYP', '4')
  if (company.form) put('FTYP', company.form)
  if (company.id) put('FNR', company.id)
  if (company.number) put('ORGNR', company.number)
  if (company.street || company.town || company.contact || company.phone)
    put(
      'ADRESS',
      company.contact ?? '',
      company.street ?? '',
      [company.postalCode, company.town].filter(Boolean).join(' '),
      company.phone ?? '',
    )
  put('FNAMN', company.name)
  books.years.forEach((year, at) => put('RAR', yearNumber(at), day(year.from), day(year.to)))
  if (books.chart) put('KPTYP', books.chart)
  put('VALUTA', books.currency)
  for (const account of books.accounts) {
    put('KONTO', account.number, account.name)
    if (account.type) put('KTYP', account.number, letters[account.type])
    if (account.unit) put('ENHET', account.number, account.unit)
    for (const code of account.taxCodes) put('SRU', account.number, code)
  }
  for (const dimension of books.dimensions) {
    if (dimension.parent) put('UNDERDIM', dimension.code, dimension.name, dimension.parent)
    else put('DIM', dimension.code, dimension.name)
    for (const value of dimension.values) put('OBJEKT', dimension.code, value.code, value.name)
  }
  putBalances(books, put)
  for (const entry of books.entries) {
    const lines = entry.lines.map(
      (line, at): SieRecord => ({
        line: at,
        label: 'TRANS',
        fields: untilLast([
          line.account,
          objects(line.dimensions),
          writeAmount(line.amount, books.currency),
          line.on ? day(line.on) : '',
          line.text ?? '',
          line.quantity ?? '',
          line.by ?? '',
        ]),
        records: [],
      }),
    )
    records.push({
      line: records.length + 1,
      label: 'VER',
      fields: untilLast([
        entry.series,
        entry.number,
        day(entry.on),
        entry.text,
        entry.registeredOn ? day(entry.registeredOn) : '',
        entry.by ?? '',
      ]),
      records: lines,
    })
  }
  return { encoding: 'cp437', records }
}

function putBalances(books: Books, put: (label: string, ...fields: readonly SieField[]) => void): void {
  const results = new Set(
    books.accounts.filter(({ type }) => type === 'income' || type === 'cost').map(account => account.number),
  )
  const balance = (label: string, at: number, { account, amount, quantity, dimensions }: Balance): void =>
    put(
      label,
      yearNumber(at),
      account,
      ...(dimensions.length > 0 ? [objects(dimensions)] : []),
      writeAmount(amount, books.currency),
      ...(quantity ? [quantity] : []),
    )
  books.years.forEach((year, at) => {
    for (const one of year.opening) balance(one.dimensions.length > 0 ? 'OIB' : 'IB', at, one)
    for (const one of year.closing)
      balance(one.dimensions.length > 0 ? 'OUB' : results.has(one.account) ? 'RES' : 'UB', at, one)
  })
  for (const one of books.periodFigures)
    put(
      one.budget ? 'PBUDGET' : 'PSALDO',
      yearNumber(one.year),
      one.month.replace('-', ''),
      one.account,
      objects(one.dimensions),
      writeAmount(one.amount, books.currency),
      ...(one.quantity ? [one.quantity] : []),
    )
}

const yearNumber = (at: number): string => (at === 0 ? '0' : `-${at}`)
const day = (on: string): string => on.replaceAll('-', '')
const objects = (dimensions: readonly DimensionPart[]): SieField =>
  dimensions.flatMap(({ dimension, value }) => [dimension, value])

/** Empty fields at the end are left out; those between stay, so that each keeps its place. */
function untilLast(fields: readonly SieField[]): SieField[] {
  let length = fields.length
  while (length > 3 && fields[length - 1] === '') length -= 1
  return fields.slice(0, length)
}
