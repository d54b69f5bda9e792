/** One entry of a camt statement: a line, or a line for each payment within it. */
import { decimalOfMoney, type Money } from '../../../kernel/money.ts'
import { attribute, child, childrenOf, every, first, textAt, type XmlElement } from '../../xml/element.ts'
import type {
  AccountNumber,
  Batch,
  Counterparty,
  Day,
  Exchange,
  LineReference,
  StatementFinding,
  StatementLine,
} from '../model.ts'
import { StatementRefused } from '../model.ts'
import { isKid } from '../../references/norway.ts'
import { isOcr } from '../../references/sweden.ts'
import { accountFrom, agentBic, amountOf, dayIn, nameOf } from './camt-parts.ts'
import { referencesIn, structuredReference } from './references-in-text.ts'

/** The lines of an entry; `day` is used where the entry says none. */
export function linesOfEntry(
  entry: XmlElement,
  own: AccountNumber,
  day: Day | null,
  findings: StatementFinding[],
): StatementLine[] {
  const amount = signed(entry, amountOf(child(entry, 'Amt'), entry.line))
  const details = every(entry, 'NtryDtls/TxDtls')
  const inner = details.length > 1 ? amountsOf(details, entry, amount) : null
  if (!inner) {
    if (details.length > 1)
      findings.push({
        name: 'details-differ',
        line: entry.line,
        data: { count: details.length, sum: decimalOfMoney(amount) },
      })
    return [readLine(entry, details, amount, own, day, batchOf(entry, amount, 1, details.length > 1))]
  }
  const batch = batchOf(entry, amount, details.length, true)
  return details.map((one, index) => readLine(entry, [one], inner[index] as Money, own, day, batch))
}

function signed(element: XmlElement, amount: Money): Money {
  return textAt(element, 'CdtDbtInd') === 'DBIT' ? { minor: -amount.minor, currency: amount.currency } : amount
}

/** What each payment of a sum was, where all of them say it in the account's currency and they make up the sum; else null. */
function amountsOf(details: readonly XmlElement[], entry: XmlElement, sum: Money): Money[] | null {
  const out = textAt(entry, 'CdtDbtInd') === 'DBIT'
  const found: Money[] = []
  for (const one of details) {
    const element =
      child(one, 'Amt') ??
      first(one, 'AmtDtls/TxAmt/Amt') ??
      first(one, 'AmtDtls/CntrValAmt/Amt') ??
      first(one, 'AmtDtls/InstdAmt/Amt')
    if (!element || attribute(element, 'Ccy') !== sum.currency) return null
    const amount = amountOf(element, one.line)
    const says = textAt(one, 'CdtDbtInd')
    const isOut = says ? says === 'DBIT' : out
    found.push(isOut ? { minor: -amount.minor, currency: amount.currency } : amount)
  }
  return found.reduce((total, one) => total + one.minor, 0n) === sum.minor ? found : null
}

function batchOf(entry: XmlElement, sum: Money, count: number, several: boolean): Batch | null {
  const batch = first(entry, 'NtryDtls/Btch')
  const paymentInfoId = batch ? textAt(batch, 'PmtInfId') : null
  if (!several && !paymentInfoId) return null
  const id = textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef') ?? paymentInfoId ?? `line ${entry.line}`
  const counted = batch ? Number(textAt(batch, 'NbOfTxs') ?? count) : count
  return { id, paymentInfoId, sum, count: Number.isSafeInteger(counted) && counted > 0 ? counted : count }
}

function readLine(
  entry: XmlElement,
  details: readonly XmlElement[],
  amount: Money,
  own: AccountNumber,
  day: Day | null,
  batch: Batch | null,
): StatementLine {
  const detail = details[0] ?? null
  const booked = dayIn(entry, 'BookgDt/Dt') ?? dayIn(entry, 'BookgDt/DtTm')
  const valueOn = dayIn(entry, 'ValDt/Dt') ?? dayIn(entry, 'ValDt/DtTm')
  const bookedOn = booked ?? valueOn ?? day
  if (!bookedOn) throw new StatementRefused('statement-broken', entry.line, 'an entry has no day')
  const reversal =
    textAt(entry, 'RvslInd') === 'true' ||
    textAt(entry, 'RvslInd') === '1' ||
    details.some(one => child(one, 'RtrInf') !== null)
  const { text, references } = remittance(entry, details, amount, own)
  return {
    position: 0,
    fileLine: (details.length === 1 ? (detail as XmlElement) : entry).line,
    bookedOn,
    valueOn,
    amount,
    exchange: detail ? exchangeOf(detail, amount.currency) : exchangeOf(entry, amount.currency),
    fee: feeOf(detail ?? entry, amount.currency) ?? (details.length === 1 ? feeOf(entry, amount.currency) : null),
    bankRef:
      (detail && batch ? textAt(detail, 'Refs/AcctSvcrRef') : null) ??
      textAt(entry, 'AcctSvcrRef') ??
      (detail ? textAt(detail, 'Refs/AcctSvcrRef') : null),
    endToEndId: details.length === 1 ? notNone(textAt(detail as XmlElement, 'Refs/EndToEndId')) : null,
    instructionId: details.length === 1 ? notNone(textAt(detail as XmlElement, 'Refs/InstrId')) : null,
    code: codeOf(detail) ?? codeOf(entry),
    counterparty: details.length === 1 ? counterpartyOf(detail as XmlElement, amount, reversal, own) : null,
    references,
    reference: references[0] ?? null,
    text,
    reversal,
    batch,
  }
}

/** `PMNT/RCDT/ESCT`, or the bank's own code. */
function codeOf(element: XmlElement | null): string | null {
  const code = element ? child(element, 'BkTxCd') : null
  if (!code) return null
  const domain = textAt(code, 'Domn/Cd')
  if (domain)
    return [domain, textAt(code, 'Domn/Fmly/Cd'), textAt(code, 'Domn/Fmly/SubFmlyCd')].filter(Boolean).join('/')
  return textAt(code, 'Prtry/Cd')
}

/** Who paid or was paid. A payment that comes back names its parties as when it went out. */
function counterpartyOf(detail: XmlElement, amount: Money, reversal: boolean, own: AccountNumber): Counterparty | null {
  const parties = child(detail, 'RltdPties')
  if (!parties) return null
  const moneyIn = amount.minor > 0n
  const side = (role: 'Dbtr' | 'Cdtr'): Counterparty | null => {
    const acct = child(parties, `${role}Acct`)
    const account = acct ? accountFrom(acct) : null
    const name = nameOf(child(parties, role)) ?? nameOf(child(parties, `Ultmt${role}`))
    if (!name && !account) return null
    return { name, account, bic: agentBic(child(detail, 'RltdAgts'), `${role}Agt`) }
  }
  const [likely, other] = moneyIn === reversal ? (['Cdtr', 'Dbtr'] as const) : (['Dbtr', 'Cdtr'] as const)
  const first_ = side(likely)
  const isOwn = first_?.account?.number === own.number
  return isOwn ? (side(other) ?? first_) : (first_ ?? sideIfNotOwn(side(other), own))
}

function sideIfNotOwn(party: Counterparty | null, own: AccountNumber): Counterparty | null {
  return party?.account && party.account.number !== own.number ? party : null
}

function exchangeOf(element: XmlElement, currency: string): Exchange | null {
  const amounts = child(element, 'AmtDtls')
  if (!amounts) return null
  for (const kind of ['InstdAmt', 'TxAmt', 'CntrValAmt'] as const) {
    const amount = first(amounts, `${kind}/Amt`)
    if (!amount || attribute(amount, 'Ccy') === currency) continue
    const rates = ['InstdAmt', 'TxAmt', 'CntrValAmt'].map(one => textAt(amounts, `${one}/CcyXchg/XchgRate`))
    return { original: amountOf(amount, element.line), rate: rates.find(one => one !== null) ?? null }
  }
  return null
}

/** Charges that the bank says it has taken out of the amount. */
function feeOf(element: XmlElement, currency: string): Money | null {
  const charges = child(element, 'Chrgs')
  if (!charges) return null
  const records = [...childrenOf(charges, 'Rcrd'), ...(child(charges, 'Amt') ? [charges] : [])]
  let minor = 0n
  for (const one of records) {
    const amount = child(one, 'Amt')
    const included = textAt(one, 'ChrgInclInd')
    if (!amount || attribute(amount, 'Ccy') !== currency || !(included === 'true' || included === '1')) continue
    const value = amountOf(amount, one.line).minor
    minor += textAt(one, 'CdtDbtInd') === 'CRDT' ? -value : value
  }
  return minor > 0n ? { minor, currency } : null
}

interface Remittance {
  readonly text: string
  readonly references: readonly LineReference[]
}

function remittance(entry: XmlElement, details: readonly XmlElement[], amount: Money, own: AccountNumber): Remittance {
  const texts: string[] = []
  const references: LineReference[] = []
  for (const detail of details) {
    const info = child(detail, 'RmtInf')
    if (!info) continue
    for (const one of childrenOf(info, 'Ustrd')) if (one.text.trim()) texts.push(one.text.trim())
    for (const one of childrenOf(info, 'Strd')) {
      references.push(...structured(one, amount, own))
      for (const more of childrenOf(one, 'AddtlRmtInf')) if (more.text.trim()) texts.push(more.text.trim())
    }
  }
  if (texts.length === 0) {
    const added = details.flatMap(detail => textAt(detail, 'AddtlTxInf') ?? [])
    texts.push(...(added.length > 0 ? added : [textAt(entry, 'AddtlNtryInf') ?? '']).filter(Boolean))
  }
  const text = texts.join('\n')
  const known = new Set(references.map(one => one.value))
  return { text, references: [...references, ...referencesIn(text).filter(one => !known.has(one.value))] }
}

/** The creditor's reference, else the documents that are paid, each with its part. */
function structured(element: XmlElement, amount: Money, own: AccountNumber): LineReference[] {
  const part = (paths: readonly string[], sign: bigint): Money | null => {
    for (const path of paths) {
      const found = first(element, path)
      if (!found || attribute(found, 'Ccy') !== amount.currency) continue
      return {
        minor: amountOf(found, element.line).minor * sign * (amount.minor < 0n ? -1n : 1n),
        currency: amount.currency,
      }
    }
    return null
  }
  const paid = part(['RfrdDocAmt/RmtdAmt', 'RfrdDocAmt/DuePyblAmt'], 1n)
  const credited = paid ? null : part(['RfrdDocAmt/CdtNoteAmt'], -1n)
  const reference = child(element, 'CdtrRefInf')
  const value = reference ? textAt(reference, 'Ref') : null
  if (reference && value) {
    const issuer = textAt(reference, 'Tp/Issr') ?? ''
    const kind = textAt(reference, 'Tp/CdOrPrtry/Prtry') ?? ''
    return [{ ...schemed(value, issuer, kind, own), amount: paid ?? credited }]
  }
  return every(element, 'RfrdDocInf').flatMap(document => {
    const number = textAt(document, 'Nb')
    return number ? [{ scheme: 'text' as const, value: number, amount: paid ?? credited }] : []
  })
}

/** The scheme by who issued it, else by its check digits in the account's country. */
function schemed(value: string, issuer: string, kind: string, own: AccountNumber): LineReference {
  if (issuer === 'BBA' || kind === 'BBA') return structuredReference(value, 'structured-communication')
  if (issuer === 'CUR' || kind === 'CUR') return structuredReference(value, 'betalingskenmerk')
  if (kind === 'QRR') return structuredReference(value, 'swiss')
  const found = structuredReference(value)
  if (found.scheme !== 'structured') return found
  const country = own.scheme === 'iban' ? own.number.slice(0, 2) : own.scheme === 'account' ? '' : 'SE'
  if (country === 'NO' && isKid(found.value)) return { ...found, scheme: 'kid' }
  if (country === 'SE' && isOcr(found.value)) return { ...found, scheme: 'ocr' }
  return found
}

function notNone(text: string | null): string | null {
  return text === null || /^NOT ?PROVIDED$/i.test(text) ? null : text
}
