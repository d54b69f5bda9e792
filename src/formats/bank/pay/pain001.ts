/**
 * Payment files: pain.001.001.09 and .03, customer credit transfer initiation of ISO 20022. Sources: the schemas; EPC132-08 (SEPA
 * credit transfer, customer to bank); for Sweden "Swedish Common Interpretation of ISO 20022 Payment Messages", appendix 1
 * (Bankgiro by clearing 9900 and BGNR, Plusgiro by clearing 9960); for Norway the banks' common guide (KID as creditor reference).
 */
import { decimalOfMoney, type Money } from '../../../kernel/money.ts'
import { checkReference } from '../../references/check.ts'
import { readSwedishAccount } from '../../references/swedish-accounts.ts'
import { element, writeXml, type XmlNode } from '../../xml/write.ts'
import type { AccountNumber } from '../model.ts'
import { checkOrder, countryOfPayee, countryOfPayer, type PaymentWay, wayOf } from './check-order.ts'
import type { PainOptions, Payer, Payment, PaymentOrder, PaymentProblem, PostalAddress } from './model.ts'
import { basicSigns, cut } from './signs.ts'

/** Thrown where an order cannot be written: ask `checkOrder` first. */
export class OrderRefused extends Error {
  readonly problems: readonly PaymentProblem[]

  constructor(problems: readonly PaymentProblem[]) {
    super(
      problems.map(one => (one.payment === null ? one.name : `${one.name} (payment ${one.payment + 1})`)).join(', '),
    )
    this.name = 'OrderRefused'
    this.problems = problems
  }
}

export interface PaymentFile {
  readonly bytes: Uint8Array
  readonly count: number
  /** The control sum: amounts of all currencies added up as numbers, as the schema wants it. */
  readonly sum: string
  /** The names of the groups, by which statements tell sums booked at once. */
  readonly paymentInfoIds: readonly string[]
  /** The file name of the schema that it follows. */
  readonly schema: string
}

interface Writing {
  readonly order: PaymentOrder
  readonly options: PainOptions
  readonly country: string
  readonly say: (text: string, most: number) => string
}

/** Writes an order. The same order and options give the same bytes. */
export function writePain001(order: PaymentOrder, options: PainOptions): PaymentFile {
  const problems = checkOrder(order)
  if (problems.length > 0) throw new OrderRefused(problems)
  const writing: Writing = {
    order,
    options,
    country: countryOfPayer(order),
    say: (text, most) => cut(options.signs === 'sepa' ? basicSigns(text) : text, most),
  }
  const groups = groupsOf(writing)
  const name = `pain.001.001.${options.version}`
  const sum = controlSum(order.payments)
  const root = node('Document', [
    element('CstmrCdtTrfInitn', [
      element('GrpHdr', [
        element('MsgId', order.messageId),
        element('CreDtTm', order.createdAt),
        element('NbOfTxs', String(order.payments.length)),
        element('CtrlSum', sum),
        element('InitgPty', [element('Nm', writing.say(order.payer.name, 70)), customerId(order.payer)]),
      ]),
      ...groups.map(group => paymentInfo(group, writing)),
    ]),
  ])
  const document: XmlNode = { ...root, attributes: { xmlns: `urn:iso:std:iso:20022:tech:xsd:${name}` } }
  return {
    bytes: new TextEncoder().encode(writeXml(document)),
    count: order.payments.length,
    sum,
    paymentInfoIds: groups.map(group => group.id),
    schema: `${name}.xsd`,
  }
}

const node = (name: string, content: (XmlNode | null)[]): XmlNode => element(name, content) as XmlNode

interface Group {
  readonly id: string
  readonly way: PaymentWay
  readonly payOn: string
  readonly payments: Payment[]
}

/** One group for each day, way and currency, in the order in which they first stand. */
function groupsOf({ order, country }: Writing): Group[] {
  const groups = new Map<string, Group>()
  for (const payment of order.payments) {
    const way = wayOf(payment, country)
    const key = `${payment.payOn} ${way} ${payment.amount.currency}`
    const group = groups.get(key) ?? {
      id: groupId(order.messageId, groups.size + 1),
      way,
      payOn: payment.payOn,
      payments: [],
    }
    group.payments.push(payment)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The message's name and the number of the group, within 35 signs. */
function groupId(messageId: string, number: number): string {
  const end = `-${number}`
  return `${messageId.slice(0, 35 - end.length).replace(/[/ ]+$/, '')}${end}`
}

/** Amounts added up without regard to currency, with as many decimals as the finest of them. */
function controlSum(payments: readonly Payment[]): string {
  const parts = payments.map(one => decimalOfMoney(one.amount).split('.') as [string, string?])
  const digits = Math.max(0, ...parts.map(part => part[1]?.length ?? 0))
  const total = parts.reduce((all, [whole, part = '']) => all + BigInt(whole + part.padEnd(digits, '0')), 0n)
  const text = total.toString().padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function paymentInfo(group: Group, writing: Writing): XmlNode | null {
  const { order, options, say } = writing
  const { payer } = order
  return element('PmtInf', [
    element('PmtInfId', group.id),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', String(options.batchBooking)),
    element('NbOfTxs', String(group.payments.length)),
    element('CtrlSum', controlSum(group.payments)),
    element('PmtTpInf', [
      element('SvcLvl', [element('Cd', group.way === 'sepa' ? 'SEPA' : 'NURG')]),
      group.way === 'giro' ? element('CtgyPurp', [element('Cd', 'SUPP')]) : null,
    ]),
    options.version === '09'
      ? element('ReqdExctnDt', [element('Dt', group.payOn)])
      : element('ReqdExctnDt', group.payOn),
    element('Dbtr', [element('Nm', say(payer.name, 70)), address(payer.address, writing), customerId(payer)]),
    element('DbtrAcct', [accountId(payer.account, null), element('Ccy', payer.account.currency)]),
    element('DbtrAgt', [element('FinInstnId', [bic(payer.account.bic, options) ?? other('NOTPROVIDED')])]),
    element('ChrgBr', group.way === 'sepa' ? 'SLEV' : 'SHAR'),
    ...group.payments.map(payment => transfer(payment, group.way, writing)),
  ])
}

function transfer(payment: Payment, way: PaymentWay, writing: Writing): XmlNode | null {
  const { say } = writing
  return element('CdtTrfTxInf', [
    element('PmtId', [element('InstrId', payment.endToEndId), element('EndToEndId', payment.endToEndId)]),
    element('Amt', [amount(payment.amount)]),
    payeeBank(payment, writing),
    element('Cdtr', [element('Nm', say(payment.payee.name, 70)), address(payment.payee.address, writing)]),
    element('CdtrAcct', [payeeAccount(payment, writing)]),
    remittance(payment, way, writing),
  ])
}

function amount(money: Money): XmlNode | null {
  return element('InstdAmt', decimalOfMoney(money), { Ccy: money.currency })
}

const other = (id: string): XmlNode | null => element('Othr', [element('Id', id)])

function customerId({ customerId: id }: Payer): XmlNode | null {
  if (!id) return null
  const scheme = element('SchmeNm', [element('Cd', id.scheme)])
  return element('Id', [element('OrgId', [element('Othr', [element('Id', cut(id.value, 35)), scheme])])])
}

/** Street, code, town and country each in their own element; an address without town or country is none. */
function address({ street, postalCode, town, country }: PostalAddress, { say }: Writing): XmlNode | null {
  if (!town?.trim() || !country) return null
  return element('PstlAdr', [
    element('StrtNm', say(street ?? '', 70) || null),
    element('PstCd', say(postalCode ?? '', 16) || null),
    element('TwnNm', say(town, 35)),
    element('Ctry', country),
  ])
}

function bic(code: string | null, { version }: PainOptions): XmlNode | null {
  return code === null ? null : element(version === '09' ? 'BICFI' : 'BIC', code)
}

/** Swedish giros and accounts are told by their clearing number, others by BIC where it is known. */
function payeeBank(payment: Payment, writing: Writing): XmlNode | null {
  const clearing = clearingOf(payment, writing)
  const content = clearing
    ? element('ClrSysMmbId', [element('ClrSysId', [element('Cd', 'SESBA')]), element('MmbId', clearing)])
    : bic(payment.bic, writing.options)
  return content && element('CdtrAgt', [element('FinInstnId', [content])])
}

function clearingOf(payment: Payment, { country }: Writing): string | null {
  const { scheme, number } = payment.account
  if (scheme === 'bankgiro') return '9900'
  if (scheme === 'plusgiro') return '9960'
  if (scheme !== 'account' || countryOfPayee(payment, country) !== 'SE') return null
  return readSwedishAccount(number)?.clearing.slice(0, 4) ?? null
}

function payeeAccount(payment: Payment, { country, options }: Writing): XmlNode | null {
  const { account } = payment
  if (account.scheme !== 'account' || countryOfPayee(payment, country) !== 'SE') return accountId(account, null)
  const digits = account.number.replace(/\D/g, '')
  // A fifth digit of the clearing number (Swedbank) belongs to the account then.
  return accountId(account, options.swedishAccounts === 'with-clearing' ? digits : digits.slice(4))
}

function accountId(account: AccountNumber, written: string | null): XmlNode | null {
  const number = account.number.replace(/[^0-9A-Za-z]/g, '')
  if (account.scheme === 'iban') return element('Id', [element('IBAN', number)])
  const scheme = account.scheme === 'bankgiro' ? element('Prtry', 'BGNR') : element('Cd', 'BBAN')
  return element('Id', [element('Othr', [element('Id', written ?? number), element('SchmeNm', [scheme])])])
}

/** Either the structured reference, by who issued its scheme, or the text. */
function remittance(payment: Payment, way: PaymentWay, { say }: Writing): XmlNode | null {
  const { reference } = payment
  if (!reference || reference.scheme === 'none' || reference.scheme === 'text') {
    const value = reference?.scheme === 'text' ? reference.value : ''
    const text = say(payment.text.includes(value) ? payment.text : `${value} ${payment.text}`, 140)
    return text === '' ? null : element('RmtInf', [element('Ustrd', text)])
  }
  const { compact } = checkReference({ scheme: reference.scheme, value: reference.value })
  const issuer = issuers[reference.scheme]
  const kind = reference.scheme === 'swiss' ? element('Prtry', 'QRR') : element('Cd', 'SCOR')
  const type = element('Tp', [element('CdOrPrtry', [kind]), issuer ? element('Issr', issuer) : null])
  // Giros check the sum of the references against the payment where it is said.
  const sum =
    way === 'giro'
      ? element('RfrdDocAmt', [element('RmtdAmt', decimalOfMoney(payment.amount), { Ccy: payment.amount.currency })])
      : null
  return element('RmtInf', [element('Strd', [sum, element('CdtrRefInf', [type, element('Ref', compact)])])])
}

const issuers: Readonly<Record<string, string>> = {
  rf: 'ISO',
  betalingskenmerk: 'CUR',
  'structured-communication': 'BBA',
}
