/** Reads a file of the bank as it came: statements go to their accounts, answers to the runs they are about. */
import { identitiesOf } from '../../../formats/bank/identity.ts'
import { type CsvLayout, type Statement, type StatementFile, StatementRefused } from '../../../formats/bank/model.ts'
import { looksLikeStatusReport, readPain002, type StatusReport } from '../../../formats/bank/pay/pain002.ts'
import { readStatement } from '../../../formats/bank/read.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import * as c from '../contract.ts'
import { followed } from '../cut-day.ts'
import { accountFor, type KnownAccount } from '../own-accounts.ts'
import { headOf } from '../table-head.ts'
import { answerFor } from '../status-answer.ts'

export const readStatementJobBody = implementJob(c.readStatementJob, {
  retryLimit: 3,
  expireSeconds: 300,
  async run(run, { statementId: id }) {
    const known = await run.query(c.statementToRead, { id })
    if (!known.awaited) return
    const bytes = await run.files.bytes(run.organisationId, Buffer.from(known.digest, 'hex'))
    if (looksLikeStatusReport(bytes)) return takeStatus(run, id, bytes)
    const accounts = known.accounts as readonly KnownAccount[]
    const chosen = accounts.find(account => account.id === known.accountId)
    let file: StatementFile
    try {
      file = read(bytes, known.name, chosen)
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error
      const asks = error.refusal === 'statement-layout-unknown'
      return unread(run, id, {
        state: asks ? 'asks' : 'refused',
        name: error.refusal,
        line: error.line,
        detail: error.detail.slice(0, 1000),
        ...(asks ? { head: headOf(bytes) } : {}),
      })
    }
    const parts: unknown[] = []
    for (const statement of file.statements) {
      const account = accountFor(statement.account, accounts, known.accountId)
      if (!account)
        return unread(run, id, { state: 'asks', name: 'account-unknown', line: null, detail: statement.account.number })
      const currency = statement.account.currency ?? statement.lines[0]?.amount.currency ?? account.currency
      if (currency !== account.currency)
        return unread(run, id, {
          state: 'refused',
          name: 'currency-other',
          line: null,
          detail: `${currency} ${account.currency}`,
        })
      parts.push(await partOf(run, statement, account, currency))
    }
    if (parts.length === 0)
      return unread(run, id, {
        state: 'refused',
        name: 'statement-broken',
        line: null,
        detail: 'it holds no statement',
      })
    const outcome = await run.dispatch(
      c.recordStatement,
      {
        id,
        format: file.format,
        version: file.version?.slice(0, 60) ?? null,
        findings: file.findings.slice(0, 1000).map(({ name, line, data }) => ({ name, line, data: { ...data } })),
        parts: parts as never,
      },
      'record',
    )
    if (outcome.status !== 'done') throw new Error(`statement not recorded: ${JSON.stringify(outcome)}`)
  },
})

/** A table is read by the columns that were said of its account; without an account of one's own there is one at most. */
function read(bytes: Uint8Array, name: string, account: KnownAccount | undefined): StatementFile {
  const layout = account?.layout as CsvLayout | null | undefined
  const currency = account?.currency
  const plain = { name, ...(currency ? { currency } : {}) }
  if (!layout) return readStatement(bytes, plain)
  try {
    const file = readStatement(bytes, plain)
    if (file.format !== 'csv') return file
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error
    if (error.refusal !== 'statement-layout-unknown' && error.refusal !== 'statement-format-unknown') throw error
  }
  return readStatement(bytes, { ...plain, layout })
}

async function unread(run: JobRun, id: string, said: Omit<Parameters<typeof dispatchUnread>[1], 'id'>): Promise<void> {
  await dispatchUnread(run, { id, ...said })
}
async function dispatchUnread(
  run: JobRun,
  input: {
    readonly id: string
    readonly state: 'asks' | 'refused'
    readonly name: string
    readonly line: number | null
    readonly detail: string
    readonly head?: ReturnType<typeof headOf>
  },
): Promise<void> {
  const outcome = await run.dispatch(c.recordUnread, input, 'unread')
  if (outcome.status !== 'done') throw new Error(`statement not recorded: ${JSON.stringify(outcome)}`)
}

/** Where the statement cuts a day that others began, its twins are counted on from theirs. */
async function earlierOf(run: JobRun, statement: Statement, accountId: string): Promise<string[]> {
  const { opening, lines } = statement
  const [first] = lines
  if (statement.kind !== 'statement' || !opening || !first) return []
  const day = await run.query(c.dayOfAccount, { accountId, on: first.bookedOn })
  const before = followed(day.parts, String(opening.amount.minor))
  return day.lines.filter(line => before.has(line.statementId)).map(line => line.identity)
}

async function partOf(run: JobRun, statement: Statement, account: KnownAccount, currency: string) {
  const identities = identitiesOf(statement, await earlierOf(run, statement, account.id))
  const { opening, closing } = statement
  return {
    accountId: account.id,
    kind: statement.kind,
    sequence: clean(statement.sequence ?? statement.id, 100) || null,
    currency,
    from: statement.from,
    to: statement.to,
    opening: opening && { on: opening.on, minor: String(opening.amount.minor) },
    closing: closing && { on: closing.on, minor: String(closing.amount.minor) },
    lines: statement.lines.map((line, index) => ({
      identity: identities[index]!,
      position: index + 1,
      bookedOn: line.bookedOn,
      valueOn: line.valueOn,
      minor: String(line.amount.minor),
      partyName: cleanOrNull(line.counterparty?.name, 300),
      partyAccount: cleanOrNull(line.counterparty?.account?.number, 60),
      bankRef: cleanOrNull(line.bankRef, 200),
      endToEndId: cleanOrNull(line.endToEndId, 200),
      instructionId: cleanOrNull(line.instructionId, 200),
      code: cleanOrNull(line.code, 100),
      references: line.references.slice(0, 1000).map(one => ({
        scheme: one.scheme,
        value: clean(one.value, 300),
        minor: one.amount && String(one.amount.minor),
      })),
      text: cleanText(line.text),
      reversal: line.reversal,
      batch: line.batch && {
        id: clean(line.batch.id, 300),
        paymentInfoId: cleanOrNull(line.batch.paymentInfoId, 200),
        sumMinor: String(line.batch.sum.minor),
        count: line.batch.count,
      },
      fee: line.fee && String(line.fee.minor),
      original: line.exchange && originalOf(line.exchange.original, line.amount.minor),
    })),
  }
}

/** Signed as the line is; what is no currency is left out. */
function originalOf({ minor, currency }: Money, line: bigint): { minor: string; currency: string } | null {
  const size = minor < 0n ? -minor : minor
  return /^[A-Z]{3}$/.test(currency) ? { minor: String(line < 0n ? -size : size), currency } : null
}

/** What a bank writes may hold signs that no text of ours may. */
const clean = (text: string, most: number): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, most)
const cleanOrNull = (text: string | null | undefined, most: number): string | null => clean(text ?? '', most) || null
const cleanText = (text: string): string =>
  text
    .split('\n')
    .map(line => clean(line, 1000))
    .join('\n')
    .slice(0, 4000)

function reportOf(bytes: Uint8Array): StatusReport | StatementRefused {
  try {
    return readPain002(bytes)
  } catch (error) {
    if (error instanceof StatementRefused) return error
    throw error
  }
}

/** The bank's answer to a payment file (pain.002). */
async function takeStatus(run: JobRun, id: string, bytes: Uint8Array): Promise<void> {
  const report = reportOf(bytes)
  if (report instanceof StatementRefused)
    return unread(run, id, {
      state: 'refused',
      name: 'status-broken',
      line: report.line,
      detail: report.detail.slice(0, 1000),
    })
  const messageId = clean(report.originalMessageId, 40)
  const about = await run.query(c.runOfMessage, { messageId: messageId || '-' })
  if (!about.runId)
    return unread(run, id, { state: 'refused', name: 'status-of-nothing', line: null, detail: messageId })
  const said = answerFor(report, about.payments, about.language)
  const outcome = await run.dispatch(c.recordStatus, { id, runId: about.runId, format: 'pain.002', ...said }, 'record')
  if (outcome.status !== 'done') throw new Error(`status not recorded: ${JSON.stringify(outcome)}`)
}
