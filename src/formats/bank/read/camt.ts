/**
 * camt.053 (statement), camt.052 (intraday report) and camt.054 (advice) of ISO 20022, all versions: they differ in where a party
 * or a status stands, which is read by name, wherever it is.
 */
import { attribute, child, childrenOf, first, textAt, type XmlElement } from '../../xml/element.ts'
import { parseXml } from '../../xml/parse.ts'
import { XmlRefused } from '../../xml/refused.ts'
import {
  type Balance,
  type Statement,
  type StatementFile,
  type StatementFinding,
  type StatementKind,
  type StatementLine,
  StatementRefused,
} from '../model.ts'
import { checkBalance } from './balance.ts'
import { linesOfEntry } from './camt-entry.ts'
import { accountFrom, amountOf, dayIn, ownerOf } from './camt-parts.ts'
import { bicOf, largestFile_bytes } from './parts.ts'

const messages: Readonly<
  Record<string, readonly [format: 'camt.052' | 'camt.053' | 'camt.054', list: string, kind: StatementKind]>
> = {
  BkToCstmrStmt: ['camt.053', 'Stmt', 'statement'],
  BkToCstmrAcctRpt: ['camt.052', 'Rpt', 'intraday'],
  BkToCstmrDbtCdtNtfctn: ['camt.054', 'Ntfctn', 'advice'],
}

export function readCamt(bytes: Uint8Array): StatementFile {
  const root = parsed(bytes)
  // Some banks hand the document out inside an envelope of their own.
  const message = [root, ...root.children, ...root.children.flatMap(one => one.children)].find(one =>
    Object.hasOwn(messages, one.name),
  )
  if (!message) throw new StatementRefused('statement-format-unknown', root.line, `<${root.name}> is no statement`)
  const [format, list, kind] = messages[message.name] as (typeof messages)[string]
  const findings: StatementFinding[] = []
  const pages = childrenOf(message, list).map(element => readPage(element, kind, findings))
  if (pages.length === 0) throw new StatementRefused('statement-broken', message.line, `<${list}> is missing`)
  const statements = joinPages(pages)
  for (const { statement, line } of statements) findings.push(...checkBalance(statement, line))
  const version = /camt\.05[234]\.001\.\d{2}/.exec(message.namespace)?.[0] ?? null
  return { format, version, statements: statements.map(one => one.statement), findings }
}

function parsed(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(bytes, { bytes: largestFile_bytes, depth: 60 })
  } catch (thrown) {
    if (!(thrown instanceof XmlRefused)) throw thrown
    const { refusal, message } = thrown
    const line = thrown.line || null
    if (refusal === 'xml-doctype' || refusal === 'xml-entity' || refusal === 'xml-too-deep')
      throw new StatementRefused('statement-hostile', line, message)
    if (refusal === 'xml-too-large' || refusal === 'xml-too-many-nodes')
      throw new StatementRefused('statement-too-large', line, message)
    // A file that was cut ends within a tag, or with elements that nothing closes.
    const isCut = /not closed/.test(message) || !/>\s*$/.test(new TextDecoder().decode(bytes.subarray(-200)))
    throw new StatementRefused(isCut ? 'statement-truncated' : 'statement-broken', line, message)
  }
}

interface Page {
  readonly line: number
  readonly number: number
  readonly last: boolean
  readonly statement: Statement
}

function readPage(element: XmlElement, kind: StatementKind, findings: StatementFinding[]): Page {
  const acct = child(element, 'Acct')
  const account = acct ? accountFrom(acct) : null
  if (!acct || !account) throw new StatementRefused('statement-broken', element.line, '<Acct> is missing')
  const balances = childrenOf(element, 'Bal').map(readBalance)
  const opening = pick(balances, 'OPBD') ?? pick(balances, 'PRCD')
  const closing = pick(balances.toReversed(), 'CLBD')
  const currency =
    textAt(acct, 'Ccy') ?? closing?.amount.currency ?? opening?.amount.currency ?? entryCurrency(element) ?? null
  const entries = childrenOf(element, 'Ntry')
  const day = dayIn(element, 'FrToDt/ToDtTm') ?? dayIn(element, 'CreDtTm')
  const lines: StatementLine[] = []
  let pending = 0
  for (const entry of entries) {
    const status = textAt(entry, 'Sts') ?? textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts/Prtry') ?? 'BOOK'
    if (/^(?:PDNG|INFO|FUTR)$/.test(status)) pending += 1
    else
      for (const line of linesOfEntry(entry, account, day, findings))
        lines.push({ ...line, position: lines.length + 1 })
  }
  if (pending > 0) findings.push({ name: 'pending-left-out', line: element.line, data: { count: pending } })
  if (kind === 'statement' && !(opening && closing))
    findings.push({ name: 'balance-missing', line: element.line, data: {} })
  const counted = textAt(element, 'TxsSummry/TtlNtries/NbOfNtries')
  if (counted && Number(counted) !== entries.length)
    findings.push({
      name: 'count-differs',
      line: element.line,
      data: { said: Number(counted), counted: entries.length },
    })
  const days = lines.map(line => line.bookedOn).sort()
  return {
    line: element.line,
    number: Number(textAt(element, 'StmtPgntn/PgNb') ?? textAt(element, 'RptPgntn/PgNb') ?? '1'),
    last: (textAt(element, 'StmtPgntn/LastPgInd') ?? textAt(element, 'RptPgntn/LastPgInd') ?? 'true') === 'true',
    statement: {
      kind,
      account: {
        ...account,
        bic: bicOf(textAt(acct, 'Svcr/FinInstnId/BICFI') ?? textAt(acct, 'Svcr/FinInstnId/BIC')),
        name: ownerOf(acct),
        currency,
      },
      id: textAt(element, 'Id') ?? '',
      sequence: textAt(element, 'LglSeqNb') ?? textAt(element, 'ElctrncSeqNb'),
      from: dayIn(element, 'FrToDt/FrDtTm') ?? days[0] ?? opening?.on ?? null,
      to: dayIn(element, 'FrToDt/ToDtTm') ?? closing?.on ?? days.at(-1) ?? null,
      opening: opening && { on: opening.on, amount: opening.amount },
      closing: closing && { on: closing.on, amount: closing.amount },
      lines,
    },
  }
}

interface TypedBalance extends Balance {
  readonly type: string
}

function readBalance(element: XmlElement): TypedBalance {
  const amount = amountOf(child(element, 'Amt'), element.line)
  const out = textAt(element, 'CdtDbtInd') === 'DBIT'
  const day = dayIn(element, 'Dt/Dt') ?? dayIn(element, 'Dt/DtTm')
  if (!day) throw new StatementRefused('statement-broken', element.line, 'a balance has no day')
  return {
    type: textAt(element, 'Tp/CdOrPrtry/Cd') ?? textAt(element, 'Tp/CdOrPrtry/Prtry') ?? '',
    on: day,
    amount: out ? { minor: -amount.minor, currency: amount.currency } : amount,
  }
}

function pick(balances: readonly TypedBalance[], type: string): TypedBalance | null {
  return balances.find(one => one.type === type) ?? null
}

function entryCurrency(element: XmlElement): string | null {
  const amount = first(element, 'Ntry/Amt')
  return amount ? attribute(amount, 'Ccy') : null
}

/** Pages of one statement become one, so that twins on two pages stay two. */
function joinPages(pages: readonly Page[]): Page[] {
  const whole: Page[] = []
  for (const page of pages) {
    const before = whole.at(-1)
    const one = page.statement
    const follows =
      before !== undefined &&
      page.number === before.number + 1 &&
      !before.last &&
      before.statement.account.number === one.account.number &&
      before.statement.sequence === one.sequence
    if (!follows) {
      whole.push(page)
      continue
    }
    const lines = [...before.statement.lines]
    for (const line of one.lines) lines.push({ ...line, position: lines.length + 1 })
    whole[whole.length - 1] = {
      ...page,
      line: before.line,
      statement: { ...before.statement, to: one.to, closing: one.closing ?? before.statement.closing, lines },
    }
  }
  return whole
}
