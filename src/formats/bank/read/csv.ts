/** Tables that banks hand out: the columns are guessed from their headings, or given as the layout that the account remembers. */
import { type Money, minorDigits } from '../../../kernel/money.ts'
import {
  type CsvLayout,
  type Day,
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { accountOf, dayOf, said } from './parts.ts'
import { referencesIn } from './references-in-text.ts'

/** Rows of cells, with the line of the file where each begins. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/** Cells of a table: quotes may hold separators, quotes (doubled) and line ends (RFC 4180). */
export function rowsOf(text: string, separator: string): Row[] {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const end = (): void => {
    cells.push(cell)
    if (cells.length > 1 || cell.trim() !== '') rows.push({ cells: cells.map(one => one.trim()), line: began })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') continue
      end()
      began = line
    } else cell += sign
  }
  if (quoted) throw new StatementRefused('statement-truncated', line, 'a quoted cell has no end')
  end()
  return rows
}

/** Reads the table by its layout. Rows that are no booking (sums, blanks) are told and left out. */
export function readCsv(text: string, layout: CsvLayout, currency: string | undefined): StatementFile {
  const rows = rowsOf(text.replace(/^\ufeff/, ''), layout.separator).filter(row => row.line > layout.skip)
  const findings: StatementFinding[] = []
  const read = rows.flatMap(row => {
    const booking = bookingOf(row, layout, currency)
    if (typeof booking !== 'string') return [booking]
    findings.push({ name: 'row-left-out', line: row.line, data: { reason: booking } })
    return []
  })
  if (read.length === 0) throw new StatementRefused('statement-broken', rows[0]?.line ?? 1, 'no row is a booking')
  // Most banks put the newest first; a statement counts from the oldest.
  const descending = (read[0] as Booking).line.bookedOn > (read.at(-1) as Booking).line.bookedOn || balancesFall(read)
  const ordered = descending ? read.toReversed() : read
  const groups = Map.groupBy(ordered, one => `${one.own ?? ''}|${one.line.amount.currency}`)
  return {
    format: 'csv',
    version: null,
    statements: [...groups.values()].map(group => statementOf(group, findings)),
    findings,
  }
}

interface Booking {
  readonly line: StatementLine
  readonly balance: Money | null
  readonly own: string | null
}

function statementOf(group: readonly Booking[], findings: StatementFinding[]): Statement {
  const [first, last] = [group[0] as Booking, group.at(-1) as Booking]
  const { currency } = first.line.amount
  const account = (first.own ? accountOf(first.own) : null) ?? { scheme: 'account' as const, number: '' }
  const opening =
    first.balance === null
      ? null
      : { on: first.line.bookedOn, amount: { minor: first.balance.minor - first.line.amount.minor, currency } }
  let running = opening?.amount.minor ?? null
  for (const one of group) {
    if (running === null || one.balance === null) continue
    running += one.line.amount.minor
    if (running === one.balance.minor) continue
    findings.push({
      name: 'balance-differs',
      line: one.line.fileLine,
      data: { said: one.balance.minor.toString(), computed: running.toString(), currency, statement: '' },
    })
    running = one.balance.minor
  }
  return {
    kind: 'statement',
    account: { ...account, bic: null, name: null, currency },
    id: '',
    sequence: null,
    from: first.line.bookedOn,
    to: last.line.bookedOn,
    opening,
    closing: last.balance && { on: last.line.bookedOn, amount: last.balance },
    lines: group.map((one, index) => ({ ...one.line, position: index + 1 })),
  }
}

/** Within one day the order shows by the balances: the newest stands first where balance minus amount is the next row's balance. */
function balancesFall(read: readonly Booking[]): boolean {
  let up = 0
  let down = 0
  for (let at = 0; at + 1 < read.length; at += 1) {
    const [one, next] = [read[at] as Booking, read[at + 1] as Booking]
    if (!one.balance || !next.balance) continue
    if (one.balance.minor + next.line.amount.minor === next.balance.minor) up += 1
    if (next.balance.minor + one.line.amount.minor === one.balance.minor) down += 1
  }
  return down > up
}

function bookingOf(row: Row, layout: CsvLayout, known: string | undefined): Booking | string {
  const { columns } = layout
  const cell = (at: number | undefined): string => (at === undefined ? '' : (row.cells[at] ?? ''))
  const bookedOn = dayIn(cell(columns.bookedOn), layout.dayOrder)
  if (!bookedOn) return 'no day'
  const currency = (said(cell(columns.currency)) ?? known ?? '').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency))
    throw new StatementRefused('statement-layout-unknown', row.line, 'the table says no currency: say the account’s')
  const amount = amountIn(row, layout, currency)
  if (!amount) return 'no amount'
  const text = (columns.text ?? [])
    .map(at => cell(at))
    .filter(Boolean)
    .join('\n')
  const name = said(cell(columns.name))
  const account = accountOf(cell(columns.account))
  const said_ = said(cell(columns.reference))
  const references = said_
    ? [
        ...new Map(
          [...referencesIn(said_), { scheme: 'text' as const, value: said_, amount: null }].map(one => [
            one.value.replace(/\s/g, ''),
            one,
          ]),
        ).values(),
      ]
    : referencesIn(text)
  const balance = decimalIn(cell(columns.balance), layout.decimal, currency)
  return {
    own: said(cell(columns.ownAccount)),
    balance: balance === null ? null : { minor: balance, currency },
    line: {
      position: 0,
      fileLine: row.line,
      bookedOn,
      valueOn: dayIn(cell(columns.valueOn), layout.dayOrder),
      amount,
      exchange: null,
      fee: null,
      bankRef: said(cell(columns.bankRef)),
      endToEndId: null,
      instructionId: null,
      code: said(cell(columns.code)),
      counterparty: name || account ? { name, account, bic: null } : null,
      references,
      reference: references[0] ?? null,
      text,
      reversal: false,
      batch: null,
    },
  }
}

function amountIn(row: Row, layout: CsvLayout, currency: string): Money | null {
  const { columns, decimal } = layout
  const read = (at: number | undefined): bigint | null =>
    at === undefined ? null : decimalIn(row.cells[at] ?? '', decimal, currency)
  if (columns.amount !== undefined) {
    const minor = read(columns.amount)
    if (minor === null) return null
    const sign = columns.sign === undefined ? '' : (row.cells[columns.sign] ?? '')
    return { minor: isOut(sign) && minor > 0n ? -minor : minor, currency }
  }
  const moneyIn = read(columns.moneyIn) ?? 0n
  const moneyOut = read(columns.moneyOut) ?? 0n
  if (moneyIn === 0n && moneyOut === 0n) return null
  // Some write what goes out with a minus in a column of its own.
  return { minor: moneyIn - (moneyOut < 0n ? -moneyOut : moneyOut), currency }
}

/** `Af` and `Bij`, `D` and `C`, `Debet`, `DBIT`, `-`. */
function isOut(sign: string): boolean {
  return /^(?:af|d|db|dbit|debit|debet|débito|debito|ut|ute|out|-|s|soll)$/i.test(sign.trim())
}

/** `-1 234,50`, `1.234,50-`, `(12.00)`, `12.00 SEK` to minor units; null where it is no number. */
export function decimalIn(text: string, decimal: ',' | '.', currency: string): bigint | null {
  let body = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(?:[A-Z]{3}|[€£$]|kr\.?|lei)/i, '')
    .replace(/(?:[A-Z]{3}|€|kr\.?|lei)$/i, '')
  let out = false
  if (/^\(.*\)$/.test(body)) {
    out = true
    body = body.slice(1, -1)
  }
  const sign = /^[-−–+]|[-−–+]$/.exec(body)
  if (sign) {
    out = out || sign[0] !== '+'
    body = sign.index === 0 ? body.slice(1) : body.slice(0, -1)
  }
  const grouping = decimal === ',' ? /\./g : /,/g
  const match = /^(\d{1,15})(?:[.,](\d{1,4}))?$/.exec(body.replace(grouping, ''))
  if (!match?.[1]) return null
  const digits = minorDigits(currency)
  const part = (match[2] ?? '').replace(/0+$/, '')
  if (part.length > digits) return null
  const minor = BigInt(match[1] + part.padEnd(digits, '0'))
  return out ? -minor : minor
}

/** A day in one of the orders, with any sign between its parts or none. */
export function dayIn(text: string, order: CsvLayout['dayOrder']): Day | null {
  const head = text.trim().split(/[ T]\d{1,2}:/)[0] ?? ''
  const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})\.?$/.exec(head.trim())
  if (parts) {
    const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])] as const
    if ((parts[1] ?? '').length === 4) return dayOf(a, b, c)
    const year = (parts[3] ?? '').length === 4 ? c : 2000 + c
    if (order === 'ymd') return dayOf(2000 + a, b, c)
    return order === 'dmy' ? dayOf(year, b, a) : dayOf(year, a, b)
  }
  if (/^\d{8}$/.test(head)) {
    if (order === 'ymd') return dayOf(Number(head.slice(0, 4)), Number(head.slice(4, 6)), Number(head.slice(6)))
    const [a, b] = [Number(head.slice(0, 2)), Number(head.slice(2, 4))]
    return order === 'dmy' ? dayOf(Number(head.slice(4)), b, a) : dayOf(Number(head.slice(4)), a, b)
  }
  return null
}
