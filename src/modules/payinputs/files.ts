/** The file that a payroll system reads. */
import { createHash } from 'node:crypto'
import { decimalOfMoney } from '../../kernel/money.ts'
import { type LayoutColumn, type LayoutFormat, type PayKind, unitOf } from './contract/shapes.ts'

export interface Layout {
  readonly format: LayoutFormat
  readonly separator: 'semicolon' | 'comma' | 'tab'
  readonly decimalSign: 'comma' | 'point'
  readonly header: boolean
  readonly columns: readonly LayoutColumn[]
  readonly codes: Readonly<Record<string, string>>
}

export interface FileInput {
  readonly number: string
  readonly name: string
  readonly kind: PayKind
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly minutes: number | null
  /** Working days of an absence in whole days, and what an ordinary one is. */
  readonly days: readonly Temporal.PlainDate[]
  readonly dailyMinutes: number
  readonly amount: { readonly minor: bigint; readonly currency: string } | null
  readonly note: string
}

export interface PayFile {
  readonly text: string
  readonly type: string
  readonly ending: string
  readonly lines: number
  readonly left: number
}

/** What PAXml 2.0 calls each kind of time (tidkod), where the office has not said otherwise. */
const paxCodes: Readonly<Partial<Record<PayKind, string>>> = {
  hours: 'TID',
  overtime: 'ÖT1',
  'overtime-high': 'ÖT2',
  'on-call': 'BE1',
  vacation: 'SEM',
  sick: 'SJK',
  'sick-child': 'VAB',
  parental: 'FPE',
  leave: 'TJL',
  training: 'UTB',
  away: 'FR1',
}

export const codeOf = (layout: Pick<Layout, 'codes'>, format: LayoutFormat, kind: PayKind): string =>
  layout.codes[kind] ?? (format === 'paxml' ? (paxCodes[kind] ?? kind) : kind)

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export const fileOf = (layout: Layout, inputs: readonly FileInput[]): PayFile =>
  layout.format === 'paxml' ? paxml(layout, inputs) : csv(layout, inputs)

const marks = { semicolon: ';', comma: ',', tab: '\t' } as const

/** Hours with two decimals. */
export function hoursOf(minutes: number): string {
  const hundredths = Math.round((Math.abs(minutes) * 100) / 60)
  return `${minutes < 0 ? '-' : ''}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

const minutesOf = ({ minutes, days, dailyMinutes, kind }: FileInput): number | null =>
  minutes ?? (unitOf(kind) === 'absence' ? days.length * dailyMinutes : null)

function csv(layout: Layout, inputs: readonly FileInput[]): PayFile {
  const mark = marks[layout.separator]
  const decimal = (text: string) => (layout.decimalSign === 'comma' ? text.replace('.', ',') : text)
  const quoted = (text: string) =>
    text.includes(mark) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  // What begins like a formula is text for a spreadsheet too.
  const plain = (text: string) => (/^[=+@-]/.test(text) ? `'${text}` : text)
  const cell: Readonly<Record<LayoutColumn, (input: FileInput) => string>> = {
    number: input => plain(input.number),
    name: input => plain(input.name),
    code: input => codeOf(layout, 'csv', input.kind),
    from: input => input.from.toString(),
    until: input => input.until.toString(),
    hours: input => (minutesOf(input) === null ? '' : decimal(hoursOf(minutesOf(input)!))),
    days: input => (unitOf(input.kind) === 'absence' && input.minutes === null ? String(input.days.length) : ''),
    amount: input => (input.amount ? decimal(decimalOfMoney(input.amount)) : ''),
    currency: input => input.amount?.currency ?? '',
    note: input => plain(input.note),
  }
  const rows = inputs.map(input => layout.columns.map(column => quoted(cell[column](input))).join(mark))
  const text = [...(layout.header ? [layout.columns.join(mark)] : []), ...rows].map(row => `${row}\r\n`).join('')
  return { text, type: 'text/csv;charset=utf-8', ending: 'csv', lines: rows.length, left: 0 }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * PAXml 2.0 (paxml.se): time and absence, a line for each day; amounts as pay transactions under the pay code (löneart) that
 * the office has given their kind. The format knows none of its own for amounts: those without a code stay for the table.
 */
function paxml(layout: Layout, inputs: readonly FileInput[]): PayFile {
  const lines: string[] = []
  const amounts: string[] = []
  let left = 0
  const line = (input: FileInput, on: Temporal.PlainDate, minutes: number) =>
    lines.push(
      `    <tidtrans anstid="${escaped(input.number)}">`,
      `      <tidkod>${escaped(codeOf(layout, 'paxml', input.kind))}</tidkod>`,
      `      <datum>${on}</datum>`,
      `      <timmar>${hoursOf(minutes)}</timmar>`,
      '    </tidtrans>',
    )
  for (const input of inputs) {
    if (unitOf(input.kind) === 'amount') {
      const code = layout.codes[input.kind]
      if (!code || !input.amount || input.amount.currency !== 'SEK') left++
      else
        amounts.push(
          `    <lonetrans anstid="${escaped(input.number)}">`,
          `      <lonart>${escaped(code)}</lonart>`,
          `      <datum>${input.from}</datum>`,
          `      <belopp>${decimalOfMoney(input.amount)}</belopp>`,
          '    </lonetrans>',
        )
    } else if (input.minutes !== null) line(input, input.from, input.minutes)
    else for (const day of input.days) line(input, day, input.dailyMinutes)
  }
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<paxml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.paxml.se/2.0/paxml.xsd">',
    '  <header>',
    '    <version>2.0</version>',
    '  </header>',
    ...(amounts.length > 0 ? ['  <lonetransaktioner>', ...amounts, '  </lonetransaktioner>'] : []),
    '  <tidtransaktioner>',
    ...lines,
    '  </tidtransaktioner>',
    '</paxml>',
    '',
  ].join('\n')
  return {
    text,
    type: 'application/xml;charset=utf-8',
    ending: 'pax',
    lines: (lines.length + amounts.length) / 5,
    left,
  }
}
