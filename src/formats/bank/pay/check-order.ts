/** What must hold before an order goes to a bank: what a bank would turn down is said here first. */
import { checkAccount, checkReference } from '../../references/check.ts'
import { isBic } from '../../references/international.ts'
import { dayOf } from '../read/parts.ts'
import type { Payment, PaymentOrder, PaymentProblem } from './model.ts'
import { basicSigns, cut, isIdentifier } from './signs.ts'

/**
 * Countries and territories of SEPA by the letters of their IBANs. Source: EPC409-09 (as of 2025: Albania, Montenegro, Moldova,
 * North Macedonia and Serbia joined; check the list when a country is missed).
 */
const sepaCountries = new Set(
  'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(
    ' ',
  ),
)

/**
 * How a payment goes. `sepa`: euro to an IBAN of SEPA. `giro`: Bankgiro or Plusgiro. `domestic`: the account's own currency within
 * its country. `abroad`: all else.
 */
export type PaymentWay = 'sepa' | 'giro' | 'domestic' | 'abroad'

const currencyOfCountry: Readonly<Record<string, string>> = {
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  RO: 'RON',
  GB: 'GBP',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  CH: 'CHF',
  IS: 'ISK',
}

/** Where the payer's account is kept. */
export function countryOfPayer({ payer }: Pick<PaymentOrder, 'payer'>): string {
  const { account, address } = payer
  if (account.scheme === 'iban') return account.number.slice(0, 2)
  return account.scheme === 'bankgiro' || account.scheme === 'plusgiro' ? 'SE' : (address.country ?? '')
}

/** Where a payment goes to. */
export function countryOfPayee(payment: Payment, payerCountry: string): string {
  const { account } = payment
  if (account.scheme === 'iban') return account.number.slice(0, 2)
  if (account.scheme === 'bankgiro' || account.scheme === 'plusgiro') return 'SE'
  return payment.payee.address.country ?? payerCountry
}

export function wayOf(payment: Payment, payerCountry: string): PaymentWay {
  const { account, amount } = payment
  if (account.scheme === 'bankgiro' || account.scheme === 'plusgiro') return 'giro'
  const country = countryOfPayee(payment, payerCountry)
  if (amount.currency === 'EUR' && account.scheme === 'iban' && sepaCountries.has(country)) return 'sepa'
  return country === payerCountry && currencyOfCountry[country] === amount.currency ? 'domestic' : 'abroad'
}

/** All that stands in the way of writing an order, in its order; empty where it can go. */
export function checkOrder(order: PaymentOrder): PaymentProblem[] {
  const problems: PaymentProblem[] = []
  const add = (name: PaymentProblem['name'], payment: number | null): void => {
    problems.push({ name, payment })
  }
  const country = countryOfPayer(order)
  if (order.payments.length === 0) add('nothing-to-pay', null)
  if (!isIdentifier(order.messageId)) add('message-id-wrong', null)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})?$/.test(order.createdAt))
    add('moment-wrong', null)
  const own = order.payer.account
  if (checkAccount(own.scheme, own.number, country).right === false) add('payer-account-wrong', null)
  if (own.bic !== null && !isBic(own.bic)) add('bic-wrong', null)
  const seen = new Set<string>()
  for (const [index, payment] of order.payments.entries()) {
    if (!isIdentifier(payment.endToEndId)) add('end-to-end-id-wrong', index)
    if (seen.has(payment.endToEndId)) add('end-to-end-id-twice', index)
    seen.add(payment.endToEndId)
    for (const name of problemsOf(payment, country)) add(name, index)
  }
  return problems
}

function problemsOf(payment: Payment, payerCountry: string): PaymentProblem['name'][] {
  const { account, amount, bic, payee, payOn, reference } = payment
  const found: PaymentProblem['name'][] = []
  const way = wayOf(payment, payerCountry)
  const country = countryOfPayee(payment, payerCountry)
  if (amount.minor <= 0n || amount.minor > 99_999_999_999n) found.push('amount-wrong')
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(payOn)
  if (!parts || dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === null) found.push('day-wrong')
  if (cut(basicSigns(payee.name), 70) === '') found.push('payee-name-missing')
  if (account.number.trim() === '' || checkAccount(account.scheme, account.number, country).right === false)
    found.push('account-wrong')
  if (bic !== null && !isBic(bic)) found.push('bic-wrong')
  if (way === 'giro' && (amount.currency !== 'SEK' || payerCountry !== 'SE')) found.push('giro-currency-wrong')
  if (way === 'abroad') {
    if (bic === null) found.push('bic-missing')
    if (!payee.address.town?.trim() || !payee.address.country) found.push('address-missing')
  }
  if (!reference || reference.scheme === 'none' || reference.scheme === 'text') return found
  if (reference.scheme === 'multibanco') return [...found, 'only-by-hand']
  if (checkReference({ scheme: reference.scheme, value: reference.value }).right === false)
    found.push('reference-wrong')
  return found
}
