/**
 * BgMax, what Bankgirot tells of incoming payments. Source: Bankgirot, "Bankgiro Inbetalningar, teknisk manual" (2019). Records of
 * 80 signs in Latin-1: 01 start, then for each deposit 05 opening, 20 payment or 21 deduction with what belongs to it (22 and 23
 * further references, 25 information, 26-29 the payer), 15 deposit; 70 end.
 */
import type { Money } from '../../../kernel/money.ts'
import { isOcr } from '../../references/sweden.ts'
import {
  type LineReference,
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { fixedAmount, longDay, needDay, said } from './parts.ts'

export function looksLikeBgmax(text: string): boolean {
  return /^01BGMAX/.test(text)
}

interface Payment {
  readonly fileLine: number
  readonly sign: 1n | -1n
  readonly amount: Money
  readonly payerBankgiro: string | null
  readonly serial: string | null
  readonly channel: string
  readonly references: LineReference[]
  readonly texts: string[]
  name: string | null
  code: string | null
}

interface Section {
  readonly bankgiro: string
  readonly plusgiro: string | null
  readonly currency: string
  readonly payments: Payment[]
}

export function readBgmax(text: string): StatementFile {
  const lines = text.split(/\r\n|\n|\r/)
  const reader = new Reader(lines)
  return reader.file()
}

class Reader {
  private readonly lines: readonly string[]
  private readonly statements: Statement[] = []
  private readonly findings: StatementFinding[] = []
  private section: Section | null = null
  private payment: Payment | null = null
  private counts = { payments: 0, deductions: 0, references: 0, deposits: 0 }
  private ended = false

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  file(): StatementFile {
    for (const [index, line] of this.lines.entries()) {
      if (line.trim() === '') continue
      if (this.ended) throw new StatementRefused('statement-broken', index + 1, 'something stands after the end record')
      this.record(line, index + 1)
    }
    if (!this.ended)
      throw new StatementRefused('statement-truncated', this.lines.length, 'the end record (70) is missing')
    return { format: 'bgmax', version: null, statements: this.statements, findings: this.findings }
  }

  private record(line: string, at: number): void {
    const code = line.slice(0, 2)
    if (code === '01') return
    if (code === '05') return this.open(line, at)
    if (code === '20' || code === '21') return this.pay(line, at, code === '20' ? 1n : -1n)
    if (code === '22' || code === '23') return this.refer(line, at, code === '22' ? 1n : -1n)
    if (code === '15') return this.deposit(line, at)
    if (code === '70') return this.end(line, at)
    if (/^2[5-9]$/.test(code)) return this.describe(code, line, at)
    // The manual asks readers to pass over records they do not know.
    if (!/^\d{2}/.test(line)) throw new StatementRefused('statement-broken', at, 'no record of BgMax')
    this.findings.push({ name: 'record-unknown', line: at, data: { record: code } })
  }

  private open(line: string, at: number): void {
    if (this.section)
      throw new StatementRefused('statement-broken', at, 'a deposit (15) is missing before this opening')
    const bankgiro = line.slice(2, 12).trim().replace(/^0+/, '')
    this.section = {
      bankgiro,
      plusgiro: said(line.slice(12, 22).replace(/^[0 ]+/, '')),
      currency: said(line.slice(22, 25)) ?? 'SEK',
      payments: [],
    }
  }

  private pay(line: string, at: number, sign: 1n | -1n): void {
    const section = this.opened(at)
    const amount = fixedAmount(line.slice(37, 55), 2, section.currency, at)
    const payment: Payment = {
      fileLine: at,
      sign,
      amount: { minor: amount.minor * sign, currency: section.currency },
      payerBankgiro: said(line.slice(2, 12).trim().replace(/^0+/, '')),
      serial: said(line.slice(57, 69)),
      channel: line.slice(56, 57),
      references: referenceOf(line.slice(12, 37), line.slice(55, 56), null),
      texts: [],
      name: null,
      code: null,
    }
    section.payments.push(payment)
    this.payment = payment
    if (sign > 0n) this.counts.payments += 1
    else this.counts.deductions += 1
  }

  private refer(line: string, at: number, sign: 1n | -1n): void {
    const payment = this.paid(at)
    const digits = line.slice(37, 55)
    const minor = /^\d{18}$/.test(digits) ? fixedAmount(digits, 2, payment.amount.currency, at).minor * sign : 0n
    const part = minor === 0n ? null : { minor, currency: payment.amount.currency }
    payment.references.push(...referenceOf(line.slice(12, 37), line.slice(55, 56), part))
    this.counts.references += 1
  }

  private describe(code: string, line: string, at: number): void {
    const payment = this.paid(at)
    if (code === '25') {
      const text = said(line.slice(2, 52))
      if (text) payment.texts.push(text)
    } else if (code === '26') payment.name = said(line.slice(2, 37)) ?? said(line.slice(37, 72))
    else if (code === '29') payment.code = said(line.slice(2, 14).replace(/^0+/, ''))
  }

  private deposit(line: string, at: number): void {
    const section = this.opened(at)
    const day = needDay(longDay(line.slice(37, 45)), at, 'the day of the deposit')
    const sum = fixedAmount(line.slice(50, 68), 2, section.currency, at)
    const count = Number(line.slice(71, 79))
    const total = section.payments.reduce((all, one) => all + one.amount.minor, 0n)
    if (total !== sum.minor)
      throw new StatementRefused('statement-sums-differ', at, `the deposit is ${sum.minor}, its payments are ${total}`)
    if (count !== section.payments.length)
      throw new StatementRefused(
        'statement-sums-differ',
        at,
        `${count} payments are said, ${section.payments.length} stand here`,
      )
    const number = said(line.slice(45, 50))
    const account = said(line.slice(2, 37).replace(/^0+/, ''))
    const id = [section.bankgiro, day, number].filter(Boolean).join('/')
    const batch = { id, paymentInfoId: null, sum, count }
    this.statements.push({
      kind: 'advice',
      account: {
        scheme: 'bankgiro',
        number: section.bankgiro,
        bic: null,
        name: account,
        currency: section.currency,
      },
      id,
      sequence: number,
      from: day,
      to: day,
      opening: null,
      closing: null,
      lines: section.payments.map((one, index) => lineOf(one, index + 1, day, batch)),
    })
    this.counts.deposits += 1
    this.section = null
    this.payment = null
  }

  private end(line: string, at: number): void {
    if (this.section) throw new StatementRefused('statement-truncated', at, 'the last deposit (15) is missing')
    const said_ = [2, 10, 18, 26].map(from => Number(line.slice(from, from + 8)))
    const { payments, deductions, references, deposits } = this.counts
    const counted = [payments, deductions, references, deposits]
    // Some count further references, some do not; payments, deductions and deposits must be right.
    for (const index of [0, 1, 3])
      if (said_[index] !== counted[index])
        throw new StatementRefused(
          'statement-sums-differ',
          at,
          `${said_[index]} records are said, ${counted[index]} stand here`,
        )
    if (said_[2] !== counted[2])
      this.findings.push({ name: 'count-differs', line: at, data: { said: said_[2] ?? 0, counted: references } })
    this.ended = true
  }

  private opened(at: number): Section {
    if (!this.section) throw new StatementRefused('statement-broken', at, 'an opening record (05) is missing')
    return this.section
  }

  private paid(at: number): Payment {
    if (!this.payment) throw new StatementRefused('statement-broken', at, 'a payment record (20) is missing')
    return this.payment
  }
}

/** Code 2 and 3: a reference; 4 and 5: none, or one that does not check. The text is kept in every case. */
function referenceOf(field: string, code: string, amount: Money | null): LineReference[] {
  const value = said(field)
  if (!value || /^0+$/.test(value)) return []
  const digits = /^\d{2,25}$/.test(value)
  return [{ scheme: digits && code !== '5' && isOcr(value) ? 'ocr' : 'text', value, amount }]
}

function lineOf(payment: Payment, position: number, day: string, batch: StatementLine['batch']): StatementLine {
  const account = payment.payerBankgiro ? { scheme: 'bankgiro' as const, number: payment.payerBankgiro } : null
  return {
    position,
    fileLine: payment.fileLine,
    bookedOn: day,
    valueOn: day,
    amount: payment.amount,
    exchange: null,
    fee: null,
    bankRef: payment.serial,
    endToEndId: null,
    instructionId: null,
    code: payment.sign > 0n ? 'payment' : 'deduction',
    counterparty: payment.name || account ? { name: payment.name, account, bic: null } : null,
    references: payment.references,
    reference: payment.references[0] ?? null,
    text: payment.texts.join('\n'),
    reversal: payment.sign < 0n,
    batch,
  }
}
