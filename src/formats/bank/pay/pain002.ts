/** pain.002, what the bank says of a payment file: taken, or which payments it turned down and why. All versions. */
import { child, childrenOf, every, first, textAt, type XmlElement } from '../../xml/element.ts'
import { parseXml } from '../../xml/parse.ts'
import { XmlRefused } from '../../xml/refused.ts'
import { StatementRefused } from '../model.ts'
import { largestFile_bytes } from '../read/parts.ts'

export type StatusOutcome = 'accepted' | 'pending' | 'rejected'

/** Why a bank turned a payment down, in the words of the office; the rest is `other`. */
export const statusReasonKeys = [
  'account-wrong',
  'account-closed',
  'account-blocked',
  'not-allowed',
  'amount-wrong',
  'funds-missing',
  'twice',
  'payee-wrong',
  'address-wrong',
  'bank-wrong',
  'day-wrong',
  'too-late',
  'reference-wrong',
  'format-wrong',
  'limit',
  'turned-down-by-payer',
  'by-law',
  'other',
] as const
export type StatusReasonKey = (typeof statusReasonKeys)[number]

/** External status reason codes of ISO 20022. */
const keys: Readonly<Record<string, StatusReasonKey>> = {
  AC01: 'account-wrong',
  AC02: 'account-wrong',
  AC03: 'account-wrong',
  AC04: 'account-closed',
  AC05: 'account-closed',
  AC06: 'account-blocked',
  AC07: 'account-closed',
  AG01: 'not-allowed',
  AG02: 'format-wrong',
  AG03: 'not-allowed',
  AG07: 'account-wrong',
  AM01: 'amount-wrong',
  AM02: 'limit',
  AM03: 'amount-wrong',
  AM04: 'funds-missing',
  AM05: 'twice',
  AM06: 'amount-wrong',
  AM07: 'account-blocked',
  AM09: 'amount-wrong',
  AM10: 'amount-wrong',
  AM11: 'amount-wrong',
  AM12: 'amount-wrong',
  AM13: 'limit',
  AM14: 'limit',
  AM18: 'format-wrong',
  AM21: 'limit',
  BE01: 'payee-wrong',
  BE04: 'address-wrong',
  BE06: 'payee-wrong',
  BE07: 'address-wrong',
  BE08: 'payee-wrong',
  BE22: 'payee-wrong',
  CH03: 'day-wrong',
  CH04: 'day-wrong',
  CUST: 'turned-down-by-payer',
  DS02: 'turned-down-by-payer',
  DT01: 'day-wrong',
  DT02: 'day-wrong',
  DT06: 'day-wrong',
  DU01: 'twice',
  DU02: 'twice',
  DU03: 'twice',
  DU04: 'twice',
  DUPL: 'twice',
  FF01: 'format-wrong',
  FF03: 'format-wrong',
  FF05: 'format-wrong',
  NARR: 'other',
  RC01: 'bank-wrong',
  RC03: 'bank-wrong',
  RC04: 'bank-wrong',
  RC06: 'bank-wrong',
  RC10: 'bank-wrong',
  RF01: 'reference-wrong',
  RR01: 'by-law',
  RR02: 'by-law',
  RR03: 'by-law',
  RR04: 'by-law',
  RR05: 'by-law',
  RR07: 'reference-wrong',
  RR08: 'reference-wrong',
  TM01: 'too-late',
}

export interface StatusReason {
  /** `AC01`, or the bank's own; null where it only wrote words. */
  readonly code: string | null
  readonly key: StatusReasonKey
  /** What the bank wrote beside it. */
  readonly text: string
}

/** What is said of one payment, of a group (`endToEndId` null), or of the whole file (both null). */
export interface PaymentStatus {
  readonly paymentInfoId: string | null
  readonly endToEndId: string | null
  readonly instructionId: string | null
  readonly outcome: StatusOutcome
  /** `RJCT`, `ACSC`, … */
  readonly status: string
  readonly reasons: readonly StatusReason[]
}

export interface StatusReport {
  readonly id: string
  readonly createdAt: string | null
  /** The message id of the file it speaks of. */
  readonly originalMessageId: string
  readonly statuses: readonly PaymentStatus[]
}

/** Whether bytes are a status report, so that a file of the bank can be taken to the right reader. */
export function looksLikeStatusReport(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?CstmrPmtStsRpt[\s>]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
}

/** Reads a status report. Throws `StatementRefused`. */
export function readPain002(bytes: Uint8Array): StatusReport {
  const root = parsed(bytes)
  const report = root.name === 'CstmrPmtStsRpt' ? root : child(root, 'CstmrPmtStsRpt')
  if (!report) throw new StatementRefused('statement-format-unknown', root.line, `<${root.name}> is no status report`)
  const original = child(report, 'OrgnlGrpInfAndSts')
  const originalMessageId = original ? textAt(original, 'OrgnlMsgId') : null
  if (!original || !originalMessageId)
    throw new StatementRefused('statement-broken', report.line, 'the file it speaks of is not named')
  const statuses: PaymentStatus[] = []
  const whole = statusOf(original, 'GrpSts', null, null)
  if (whole) statuses.push(whole)
  for (const group of childrenOf(report, 'OrgnlPmtInfAndSts')) {
    const id = textAt(group, 'OrgnlPmtInfId')
    const said = statusOf(group, 'PmtInfSts', id, null)
    if (said) statuses.push(said)
    for (const one of childrenOf(group, 'TxInfAndSts')) {
      const status = statusOf(one, 'TxSts', id, one)
      if (status) statuses.push(status)
    }
  }
  return {
    id: textAt(report, 'GrpHdr/MsgId') ?? '',
    createdAt: textAt(report, 'GrpHdr/CreDtTm'),
    originalMessageId,
    statuses,
  }
}

function parsed(bytes: Uint8Array): XmlElement {
  try {
    return parseXml(bytes, { bytes: largestFile_bytes, depth: 60 })
  } catch (thrown) {
    if (!(thrown instanceof XmlRefused)) throw thrown
    const hostile =
      thrown.refusal === 'xml-doctype' || thrown.refusal === 'xml-entity' || thrown.refusal === 'xml-too-deep'
    throw new StatementRefused(hostile ? 'statement-hostile' : 'statement-broken', thrown.line || null, thrown.message)
  }
}

/** Without a status there is nothing said (`PART` says only that the payments say it). */
function statusOf(
  element: XmlElement,
  name: string,
  paymentInfoId: string | null,
  payment: XmlElement | null,
): PaymentStatus | null {
  const status = textAt(element, name)
  if (!status || status === 'PART') return null
  return {
    paymentInfoId,
    endToEndId: payment ? (textAt(payment, 'OrgnlEndToEndId') ?? textAt(payment, 'OrgnlInstrId')) : null,
    instructionId: payment ? textAt(payment, 'OrgnlInstrId') : null,
    status,
    outcome:
      status === 'RJCT' || status === 'CANC'
        ? 'rejected'
        : /^(?:PDNG|RCVD|ACWP)$/.test(status)
          ? 'pending'
          : 'accepted',
    reasons: childrenOf(element, 'StsRsnInf').map(reasonOf),
  }
}

function reasonOf(element: XmlElement): StatusReason {
  const reason = first(element, 'Rsn')
  const code = reason ? (textAt(reason, 'Cd') ?? textAt(reason, 'Prtry')) : null
  const text = every(element, 'AddtlInf')
    .map(one => one.text.trim())
    .filter(Boolean)
    .join('\n')
  return { code, key: keys[code?.toUpperCase() ?? ''] ?? 'other', text }
}
