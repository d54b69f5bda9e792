/**
 * OCR giro of Norway. Source: Mastercard Payment Services (Nets), "OCR giro, systemspesifikasjon". Records of 80 signs in Latin-1
 * that begin `NY`: 10 start, 20 start of an assignment, 30 to 32 a transaction, 88 end of the assignment, 89 end.
 */
import type { Money } from '../../../kernel/money.ts'
import { isKid } from '../../references/norway.ts'
import {
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { accountOf, fixedAmount, needDay, said, shortDay } from './parts.ts'

const currency = 'NOK'

export function looksLikeOcrGiro(text: string): boolean {
  return /^NY000010\d{8}/.test(text)
}

interface Transaction {
  readonly fileLine: number
  readonly day: string
  readonly type: string
  readonly number: string
  readonly amount: Money
  readonly kid: string | null
  archive: string | null
  account: string | null
  text: string | null
}

interface Assignment {
  readonly number: string
  readonly account: string
  readonly at: number
  readonly transactions: Transaction[]
}

/** `NY` and the codes for service, type and record. */
const head = /^NY(\d{2})(\d{2})(\d{2})/

export function readOcrGiro(text: string): StatementFile {
  const lines = text.split(/\r\n|\n|\r/)
  const statements: Statement[] = []
  const findings: StatementFinding[] = []
  let assignment: Assignment | null = null
  let passed = false
  let records = 0
  let transactions = 0
  let total = 0n
  let ended = false
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const at = index + 1
    const match = head.exec(line)
    if (!match || ended)
      throw new StatementRefused(
        'statement-broken',
        at,
        ended ? 'something stands after the end record' : 'no record of OCR giro',
      )
    records += 1
    const [service, type, record] = [match[1], match[2], match[3]] as [string, string, string]
    if (record === '10' && service === '00') continue
    if (record === '89' && service === '00') {
      if (assignment) throw new StatementRefused('statement-truncated', at, 'the end of the assignment (88) is missing')
      checkEnd(line, at, transactions, records, total)
      ended = true
    } else if (record === '20') {
      if (assignment)
        throw new StatementRefused('statement-broken', at, 'the assignment before this one has no end (88)')
      // AvtaleGiro (21) tells agreements, not payments.
      passed = service !== '09'
      if (passed) findings.push({ name: 'record-unknown', line: at, data: { record: `service ${service}` } })
      assignment = { number: line.slice(17, 24), account: line.slice(24, 35), at: records, transactions: [] }
    } else if (!assignment)
      throw new StatementRefused('statement-broken', at, 'the start of an assignment (20) is missing')
    else if (record === '88') {
      const sum = sumOf(assignment)
      if (!passed) {
        checkEnd(line, at, assignment.transactions.length, records - assignment.at + 1, sum)
        statements.push(statementOf(assignment, sum))
        transactions += assignment.transactions.length
        total += sum
      } else {
        transactions += Number(line.slice(8, 16))
        total += BigInt(line.slice(24, 41) || '0')
      }
      assignment = null
    } else if (passed) continue
    else if (record === '30') assignment.transactions.push(begin(line, at, type))
    else amend(assignment.transactions.at(-1), line, at, record)
  }
  if (!ended) throw new StatementRefused('statement-truncated', lines.length, 'the end record (89) is missing')
  return { format: 'ocr-giro', version: null, statements, findings }
}

function begin(line: string, at: number, type: string): Transaction {
  const plain = fixedAmount(line.slice(32, 49), 2, currency, at)
  return {
    fileLine: at,
    day: needDay(shortDay(line.slice(15, 21), 'dmy'), at, 'the day of a transaction'),
    type,
    number: line.slice(8, 15),
    amount: line[31] === '-' ? { minor: -plain.minor, currency } : plain,
    kid: said(line.slice(49, 74)),
    archive: null,
    account: null,
    text: null,
  }
}

function amend(transaction: Transaction | undefined, line: string, at: number, record: string): void {
  if (!transaction || line.slice(8, 15) !== transaction.number)
    throw new StatementRefused('statement-broken', at, 'a record that belongs to no transaction')
  if (record === '31') {
    transaction.archive = said(line.slice(25, 34).replace(/^0+$/, ''))
    transaction.account = said(line.slice(47, 58).replace(/^0+$/, ''))
  } else if (record === '32') transaction.text = said(line.slice(15, 55))
  else throw new StatementRefused('statement-broken', at, `record ${record} is not known within a transaction`)
}

function sumOf(assignment: Assignment): bigint {
  return assignment.transactions.reduce((sum, one) => sum + one.amount.minor, 0n)
}

/** Number of transactions, number of records and sum, as the end record says them. */
function checkEnd(line: string, at: number, transactions: number, records: number, sum: bigint): void {
  const said_ = [line.slice(8, 16), line.slice(16, 24), line.slice(24, 41)]
  if (!said_.every(one => /^\d+$/.test(one)))
    throw new StatementRefused('statement-broken', at, 'an end record without counts')
  if (Number(said_[0]) !== transactions)
    throw new StatementRefused(
      'statement-sums-differ',
      at,
      `${Number(said_[0])} transactions are said, ${transactions} stand here`,
    )
  if (Number(said_[1]) !== records)
    throw new StatementRefused(
      'statement-sums-differ',
      at,
      `${Number(said_[1])} records are said, ${records} stand here`,
    )
  if (BigInt(said_[2] as string) !== (sum < 0n ? -sum : sum))
    throw new StatementRefused(
      'statement-sums-differ',
      at,
      `the sum is said to be ${said_[2]}, the transactions make ${sum}`,
    )
}

function statementOf(assignment: Assignment, sum: bigint): Statement {
  const days = assignment.transactions.map(one => one.day).sort()
  const id = `${assignment.account}/${days[0] ?? ''}/${assignment.number}`
  const batch = { id, paymentInfoId: null, sum: { minor: sum, currency }, count: assignment.transactions.length }
  return {
    kind: 'advice',
    account: { scheme: 'account', number: assignment.account, bic: null, name: null, currency },
    id,
    sequence: assignment.number,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    opening: null,
    closing: null,
    lines: assignment.transactions.map((one, index) => lineOf(one, index + 1, batch)),
  }
}

function lineOf(one: Transaction, position: number, batch: StatementLine['batch']): StatementLine {
  const account = one.account ? accountOf(one.account) : null
  const reference = one.kid
    ? { scheme: isKid(one.kid) ? ('kid' as const) : ('structured' as const), value: one.kid, amount: null }
    : null
  return {
    position,
    fileLine: one.fileLine,
    bookedOn: one.day,
    valueOn: one.day,
    amount: one.amount,
    exchange: null,
    fee: null,
    bankRef: one.archive,
    endToEndId: null,
    instructionId: null,
    code: one.type,
    counterparty: account ? { name: null, account, bic: null } : null,
    references: reference ? [reference] : [],
    reference,
    text: one.text ?? '',
    // 18 and 20 take back a purchase with and without KID.
    reversal: one.type === '18' || one.type === '20',
    batch,
  }
}
