/**
 * CODA, the coded statement of account of Belgian banks. Source: Febelfin, "Coded statement of account", version 2.6 (positions
 * unchanged in 2.8). Records of 128 signs: 0 header, 1 old balance, 2.1 to 2.3 a movement, 3.1 to 3.3 information, 4 free text,
 * 8 new balance, 9 trailer with counts and sums.
 */
import type { Money } from '../../../kernel/money.ts'
import {
  type AccountNumber,
  type Balance,
  type Counterparty,
  type LineReference,
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { checkBalance } from './balance.ts'
import { accountOf, bicOf, fixedAmount, linesOf, needDay, said, shortDay } from './parts.ts'
import { referencesIn, structuredReference } from './references-in-text.ts'

export function looksLikeCoda(text: string): boolean {
  const [line = ''] = text.split(/\r?\n/, 1)
  return line.length >= 127 && line.length <= 129 && /^00000\d{6}/.test(line) && line.slice(14, 16) === '05'
}

interface Movement {
  readonly fileLine: number
  readonly sequence: string
  readonly detail: string
  readonly amount: Money
  readonly bankRef: string | null
  readonly valueOn: string | null
  readonly bookedOn: string
  readonly code: string
  structured: boolean
  communication: string
  readonly information: string[]
  endToEndId: string | null
  bic: string | null
  account: AccountNumber | null
  name: string | null
}

interface Open {
  readonly at: number
  readonly account: AccountNumber
  readonly currency: string
  readonly name: string | null
  readonly bic: string | null
  readonly sequence: string
  readonly opening: Balance
  readonly movements: Movement[]
  closing: Balance | null
}

export function readCoda(text: string): StatementFile {
  const reader = new Reader()
  const lines = linesOf(text)
  for (const [index, line] of lines.entries()) if (line.trim() !== '') reader.record(line.padEnd(128), index + 1)
  return reader.file(lines.length)
}

class Reader {
  private readonly statements: Statement[] = []
  private readonly findings: StatementFinding[] = []
  private open: Open | null = null
  private bic: string | null = null
  private records = 0
  private started = false
  private version = ''

  file(at: number): StatementFile {
    if (this.started) throw new StatementRefused('statement-truncated', at, 'the trailer record (9) is missing')
    if (this.statements.length === 0) throw new StatementRefused('statement-broken', at, 'no statement stands in it')
    return { format: 'coda', version: this.version, statements: this.statements, findings: this.findings }
  }

  record(line: string, at: number): void {
    const kind = line[0] as string
    if (kind === '0') return this.header(line, at)
    if (!this.started) throw new StatementRefused('statement-broken', at, 'the header record (0) is missing')
    if (/^(?:1|2[123]|3[123]|8)/.test(line)) this.records += 1
    if (kind === '1') this.begin(line, at)
    else if (kind === '9') this.trailer(line, at)
    else if (kind === '8') this.close(line, at)
    else if (kind === '2') this.movement(line, at)
    else if (kind === '3') this.inform(line, at)
    else if (kind !== '4') throw new StatementRefused('statement-broken', at, `record “${kind}” is none of CODA`)
  }

  private header(line: string, at: number): void {
    if (this.started)
      throw new StatementRefused('statement-truncated', at, 'a header stands where the trailer (9) should')
    this.started = true
    this.records = 0
    this.bic = bicOf(line.slice(60, 71))
    this.version = line[127]?.trim() ?? ''
  }

  private begin(line: string, at: number): void {
    if (this.open)
      throw new StatementRefused('statement-broken', at, 'the new balance (8) of the statement before is missing')
    const [account, currency] = ownAccount(line.slice(5, 42), line[1] ?? '0', at)
    const amount = signed(line[42], fixedAmount(line.slice(43, 58), 3, currency, at), at)
    this.open = {
      at,
      account,
      currency,
      name: said(line.slice(64, 90)),
      bic: this.bic,
      sequence: said(line.slice(2, 5).replace(/^000$/, '')) ?? line.slice(125, 128).trim(),
      opening: { on: needDay(shortDay(line.slice(58, 64), 'dmy'), at, 'the day of the old balance'), amount },
      movements: [],
      closing: null,
    }
  }

  private movement(line: string, at: number): void {
    const open = this.opened(at)
    const part = line[1]
    if (part === '1') {
      const bookedOn = needDay(shortDay(line.slice(115, 121), 'dmy'), at, 'the booking day')
      open.movements.push({
        fileLine: at,
        sequence: line.slice(2, 6),
        detail: line.slice(6, 10),
        bankRef: said(line.slice(10, 31).replace(/^0+$/, '')),
        amount: signed(line[31], fixedAmount(line.slice(32, 47), 3, open.currency, at), at),
        valueOn: shortDay(line.slice(47, 53), 'dmy'),
        bookedOn,
        code: line.slice(53, 61),
        structured: line[61] === '1',
        communication: line.slice(62, 115),
        information: [],
        endToEndId: null,
        bic: null,
        account: null,
        name: null,
      })
      return
    }
    const movement = this.belongs(line, at)
    if (part === '2') {
      movement.communication += line.slice(10, 63)
      movement.endToEndId = said(line.slice(63, 98))
      movement.bic = bicOf(line.slice(98, 109))
    } else if (part === '3') {
      movement.account = accountOf(line.slice(10, 44).trim().split(/\s+/)[0] ?? '')
      movement.name = said(line.slice(47, 82))
      movement.communication += line.slice(82, 125)
    } else throw new StatementRefused('statement-broken', at, `record 2.${part} is none of CODA`)
  }

  private inform(line: string, at: number): void {
    const movement = this.opened(at).movements.findLast(one => one.sequence === line.slice(2, 6))
    if (!movement) throw new StatementRefused('statement-broken', at, 'information that belongs to no movement')
    const structured = line[1] === '1' && line[39] === '1'
    const text = line[1] === '1' ? line.slice(40, 113) : line[1] === '2' ? line.slice(10, 115) : line.slice(10, 100)
    // 001 within information is who the other side is: name, then street and town.
    if (structured && text.startsWith('001')) movement.name ??= said(text.slice(3))
    else if (text.trim() !== '') movement.information.push(structured ? text.slice(3).trim() : text.trim())
  }

  private close(line: string, at: number): void {
    const open = this.opened(at)
    const [, currency] = ownAccount(line.slice(4, 41), accountKind(open.account), at, open.currency)
    const amount = signed(line[41], fixedAmount(line.slice(42, 57), 3, currency, at), at)
    open.closing = { on: needDay(shortDay(line.slice(57, 63), 'dmy'), at, 'the day of the new balance'), amount }
  }

  private trailer(line: string, at: number): void {
    const open = this.opened(at)
    if (!open.closing) throw new StatementRefused('statement-truncated', at, 'the new balance (8) is missing')
    if (Number(line.slice(16, 22)) !== this.records)
      throw new StatementRefused(
        'statement-sums-differ',
        at,
        `${Number(line.slice(16, 22))} records are said, ${this.records} stand here`,
      )
    const booked = open.movements.filter(one => one.detail === '0000')
    for (const [field, isOut] of [
      [line.slice(22, 37), true],
      [line.slice(37, 52), false],
    ] as const) {
      const total = booked.reduce((sum, one) => (one.amount.minor < 0n === isOut ? sum + one.amount.minor : sum), 0n)
      const says = fixedAmount(field, 3, open.currency, at).minor
      if (says !== (total < 0n ? -total : total))
        throw new StatementRefused('statement-sums-differ', at, `the trailer says ${says}, the movements make ${total}`)
    }
    const statement = statementOf(open, this.findings)
    this.findings.push(...checkBalance(statement, open.at))
    this.statements.push(statement)
    this.open = null
    this.started = false
  }

  private opened(at: number): Open {
    if (!this.open) throw new StatementRefused('statement-broken', at, 'the old balance (1) is missing')
    return this.open
  }

  private belongs(line: string, at: number): Movement {
    const movement = this.opened(at).movements.at(-1)
    if (!movement || movement.sequence !== line.slice(2, 6) || movement.detail !== line.slice(6, 10))
      throw new StatementRefused('statement-broken', at, 'a continuation that belongs to no movement')
    return movement
  }
}

function accountKind(account: AccountNumber): string {
  return account.scheme === 'iban' ? '3' : '1'
}

/** Structure 0 is an old Belgian number with its currency behind it, 1 a foreign one, 2 and 3 IBANs; the currency stands last. */
function ownAccount(field: string, structure: string, at: number, known?: string): [AccountNumber, string] {
  const belgian = structure === '0'
  const account = accountOf(belgian ? field.slice(0, 12) : field.slice(0, 34))
  const currency = (belgian ? field.slice(13, 16) : field.slice(34, 37)).trim() || known
  if (!account || !currency)
    throw new StatementRefused('statement-broken', at, 'the account or its currency is missing')
  return [account, known ?? currency]
}

function signed(sign: string | undefined, amount: Money, at: number): Money {
  if (sign !== '0' && sign !== '1') throw new StatementRefused('statement-broken', at, 'a sign that is neither 0 nor 1')
  return sign === '1' ? { minor: -amount.minor, currency: amount.currency } : amount
}

/** A movement with details that make it up becomes one line for each; else it is one line. */
function statementOf(open: Open, findings: StatementFinding[]): Statement {
  const lines: StatementLine[] = []
  for (const main of open.movements.filter(one => one.detail === '0000')) {
    const details = open.movements.filter(one => one.sequence === main.sequence && one.detail !== '0000')
    const inner = leaves(main, details)
    if (details.length > 0 && inner.length === 0)
      findings.push({
        name: 'details-differ',
        line: main.fileLine,
        data: { count: details.length, sum: main.amount.minor.toString() },
      })
    const id = main.bankRef ?? `${main.sequence} ${main.bookedOn}`
    const batch = { id, paymentInfoId: null, sum: main.amount, count: inner.length }
    if (inner.length === 0) lines.push(lineOf(main, lines.length + 1, null))
    else for (const one of inner) lines.push(lineOf(one, lines.length + 1, batch))
  }
  return {
    kind: 'statement',
    account: { ...open.account, bic: open.bic, name: open.name, currency: open.currency },
    id: open.sequence,
    sequence: open.sequence,
    from: open.opening.on,
    to: open.closing?.on ?? null,
    opening: open.opening,
    closing: open.closing,
    lines,
  }
}

/** Details of the kinds 5, 6, 7 (and 9 within 7) that sum up to the movement; 8 tells what a single amount was made of. */
function leaves(main: Movement, details: readonly Movement[]): Movement[] {
  const sums = (list: readonly Movement[]): boolean =>
    list.length > 1 && list.reduce((sum, one) => sum + one.amount.minor, 0n) === main.amount.minor
  const first = details.filter(one => /^[567]/.test(one.code))
  const finest = details.filter(
    one => /^[569]/.test(one.code) || (one.code[0] === '7' && !details.some(x => x.code[0] === '9')),
  )
  return sums(finest) ? finest : sums(first) ? first : []
}

function lineOf(one: Movement, position: number, batch: StatementLine['batch']): StatementLine {
  const { text, references } = communicationOf(one)
  const counterparty: Counterparty | null =
    one.name || one.account ? { name: one.name, account: one.account, bic: one.bic } : null
  return {
    position,
    fileLine: one.fileLine,
    bookedOn: one.bookedOn,
    valueOn: one.valueOn,
    amount: one.amount,
    exchange: null,
    fee: null,
    bankRef: one.bankRef,
    endToEndId: one.endToEndId && !/^NOT ?PROVIDED$/i.test(one.endToEndId) ? one.endToEndId : null,
    instructionId: null,
    code: one.code,
    counterparty,
    references,
    reference: references[0] ?? null,
    text,
    // Family and transaction: 01 49 and the like are transfers sent back, 05 x3 a direct debit sent back.
    reversal: /^.(?:0149|0199|0503|0505)/.test(one.code),
    batch,
  }
}

/** 101 and 102 are the twelve digits of a structured communication, 103 and after are told as text. */
function communicationOf(one: Movement): { text: string; references: LineReference[] } {
  const whole = one.communication.trimEnd()
  const more = one.information.join('\n')
  if (!one.structured) {
    const text = [whole.trim(), more].filter(Boolean).join('\n')
    return { text, references: referencesIn(text) }
  }
  const kind = whole.slice(0, 3)
  const value = whole.slice(3).trim()
  if ((kind === '101' || kind === '102') && /^\d{12}/.test(value))
    return { text: more, references: [structuredReference(value.slice(0, 12), 'structured-communication')] }
  const text = [value, more].filter(Boolean).join('\n')
  return { text, references: referencesIn(text) }
}
