/** Accounts, parties, amounts and days of ISO 20022 messages, of any version. */
import { type Money, moneyFromDecimal } from '../../../kernel/money.ts'
import { attribute, child, first, textAt, type XmlElement } from '../../xml/element.ts'
import { type AccountNumber, type Day, StatementRefused } from '../model.ts'
import { accountOf, bicOf, dayOf } from './parts.ts'

/** The account in `<Acct>`, `<DbtrAcct>` or `<CdtrAcct>`; null where none is said. */
export function accountFrom(element: XmlElement): AccountNumber | null {
  const iban = textAt(element, 'Id/IBAN')
  if (iban) return accountOf(iban) ?? { scheme: 'iban', number: iban.replace(/\s/g, '') }
  const other = first(element, 'Id/Othr')
  const number = other ? textAt(other, 'Id') : null
  if (!other || !number) return null
  const scheme = textAt(other, 'SchmeNm/Prtry') ?? textAt(other, 'SchmeNm/Cd') ?? ''
  const digits = number.replace(/[\s.-]/g, '')
  if (/^(?:BGNR|BG|BANKGIRO)$/i.test(scheme)) return { scheme: 'bankgiro', number: digits }
  if (/^(?:PGNR|PG|PLUSGIRO)$/i.test(scheme)) return { scheme: 'plusgiro', number: digits }
  return accountOf(number)
}

/** The name of whose account it is. */
export function ownerOf(acct: XmlElement): string | null {
  return textAt(acct, 'Ownr/Nm') ?? textAt(acct, 'Nm')
}

/** The name of a party: since version 8 it stands within `<Pty>` (or the party is a bank, within `<Agt>`). */
export function nameOf(party: XmlElement | null): string | null {
  if (!party) return null
  return textAt(party, 'Nm') ?? textAt(party, 'Pty/Nm') ?? textAt(party, 'Agt/FinInstnId/Nm')
}

export function agentBic(agents: XmlElement | null, name: string): string | null {
  const agent = agents ? child(agents, name) : null
  return agent ? bicOf(textAt(agent, 'FinInstnId/BICFI') ?? textAt(agent, 'FinInstnId/BIC')) : null
}

/** `<Amt Ccy="SEK">12.50</Amt>`. */
export function amountOf(element: XmlElement | null, line: number): Money {
  const currency = element ? attribute(element, 'Ccy') : null
  if (!element || !currency || !/^[A-Z]{3}$/.test(currency))
    throw new StatementRefused('statement-broken', line, 'an amount is missing or has no currency')
  try {
    return moneyFromDecimal(element.text.trim().replace(/^\+/, '').replace(/^\./, '0.').replace(/\.$/, ''), currency)
  } catch {
    throw new StatementRefused('statement-broken', element.line, `“${element.text.trim()}” is no amount in ${currency}`)
  }
}

/** The day of a date or of a moment: the bank's own calendar day, whatever zone it wrote. */
export function dayIn(element: XmlElement, path: string): Day | null {
  const text = textAt(element, path)
  const match = text ? /^(\d{4})-(\d{2})-(\d{2})/.exec(text) : null
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
