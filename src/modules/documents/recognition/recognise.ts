import type { Reading } from '../reading/types.ts'
import { accountGuesses, bicGuesses, findIbans, ibanGuesses } from './accounts.ts'
import { organisationGuesses } from './company-numbers.ts'
import { currencyGuesses } from './currency.ts'
import { fromHundredths } from './decimal.ts'
import { readEInvoice } from './einvoice.ts'
import { asSeen } from './eye.ts'
import { findAmounts } from './find-amounts.ts'
import { findDates } from './find-dates.ts'
import { choose, type Guess } from './found.ts'
import { guessKind } from './kind.ts'
import { knownGuess, matchSender } from './known-sender.ts'
import { findLabels, inLanguage } from './labels.ts'
import { layOut } from './layout.ts'
import { weighAmounts } from './money.ts'
import { findIdentifiers, numberGuesses, orderGuesses, referenceAsOrder } from './numbers.ts'
import { cleanName } from './names.ts'
import { findParties } from './parties.ts'
import { readPaymentCode } from './payment-code.ts'
import { findGiroLine, multibancoGuesses, referenceGuesses } from './references.ts'
import { vatNumberGuesses } from './sender-numbers.ts'
import { isAmerican, isNarrow, languageOfLabels, senderCountry } from './surroundings.ts'
import { subjectGuesses } from './subject.ts'
import { sumGuesses } from './sums.ts'
import { findHints, findTitles } from './titles.ts'
import {
  fieldNames,
  type DocumentKind,
  type Field,
  type FieldName,
  type RecogniseOptions,
  type Recognition,
} from './types.ts'
import { vocabularyLanguage } from './vocabulary/index.ts'
import { weighDates, type When } from './when.ts'
import { codeGuess, mailDate, mailSender, witnessesOf } from './witnesses.ts'

/**
 * What a paper says: its kind and fields, each with its place, how sure it is, why, and what else it could be. Pure: the same
 * reading gives the same answer. Nothing that a hostile text may hold makes it throw or take long.
 */
export function recognise(reading: Reading, options: RecogniseOptions = {}): Recognition {
  const visible = fromWords(reading, options)
  const invoice = options.visibleOnly ? null : readEInvoice(reading)
  if (!invoice) return visible
  const stated = new Map(invoice.fields.map(field => [field.name, field]))
  const rest = visible.fields.filter(field => !stated.has(field.name) && !amounts.has(field.name))
  const placed = invoice.fields.map(field => withPlace(field, visible.fields))
  return { kind: invoice.kind, fields: [...placed, ...rest], knownSender: visible.knownSender }
}

const amounts = new Set<FieldName>(['net', 'vat', 'total', 'payable'])

/** What the XML states exactly is shown where the paper says the same. */
function withPlace(field: Field, visible: readonly Field[]): Field {
  const same = visible.find(one => one.name === field.name && one.value === field.value)
  return same ? { ...field, page: same.page, box: same.box } : field
}

function fromWords(reading: Reading, options: RecogniseOptions): Recognition {
  const sheet = layOut(reading)
  const everyLabel = findLabels(sheet)
  const language = vocabularyLanguage(options.language ?? reading.language) ?? languageOfLabels(everyLabel)
  const labels = inLanguage(everyLabel, language)
  const titles = findTitles(sheet)
  const hints = findHints(sheet)
  const code = readPaymentCode(reading.codes)
  const parties = findParties(sheet, labels, titles)
  const vatNumbers = [...codeGuess(code, code?.senderVatNumber), ...vatNumberGuesses(sheet, labels, parties.isBuyers)]
  const ibans = findIbans(sheet, labels)
  const country = senderCountry(
    vatNumbers,
    ibans.filter(one => one.valid).map(one => one.value),
    language,
    options,
  )
  const dates = findDates(sheet, {
    language,
    country: options.country ?? null,
    american: isAmerican(reading.text) && country === null,
  })
  const found = findAmounts(sheet)
  const weighed = weighAmounts(sheet, labels, found, dates)
  const giro = findGiroLine(sheet)
  const multibanco = multibancoGuesses(
    sheet,
    labels,
    found.map(amount => amount.value),
  )
  const when = weighDates(sheet, labels, titles, dates)
  const posted = ibans.length > 0 || parties.addressee.some(one => one.reasons.includes('address-window'))
  const till = sheet.recognised && isNarrow(sheet) && when.due.length === 0 && !posted
  const sums = sumGuesses(
    weighed,
    witnessesOf(
      code,
      giro?.total ?? null,
      multibanco.map(one => one.total),
    ),
    code,
    till,
  )
  const identifiers = findIdentifiers(sheet, dates, labels)
  const accounts = [...codeGuess(code, code?.account), ...accountGuesses(sheet, labels)]
  const references = [
    ...codeGuess(code, code?.reference),
    ...(giro
      ? [
          {
            value: giro.reference,
            span: giro,
            confidence: 0.99,
            sure: true,
            reasons: ['giro-line', 'check-digits-right', 'ocr'],
          },
        ]
      : []),
    ...multibanco.map(one => one.reference),
    ...referenceGuesses(sheet, labels, language),
  ]
  const organisations = organisationGuesses(sheet, labels, country, parties.isBuyers, vatNumbers)
  const names = [...mailSender(reading), ...codeGuess(code, code?.senderName), ...parties.sender]
    .map(one => ({ ...one, value: cleanName(one.value) }))
    .filter(one => one.value !== '')
  const known = matchSender(options.knownSenders ?? [], {
    vatNumbers: vatNumbers.filter(one => one.confidence > 0.4).map(one => one.value),
    organisationNumbers: organisations.map(one => one.value),
    ibans: ibans.map(one => one.value),
    accounts: accounts.map(one => one.value),
    names: names.slice(0, 3).map(one => one.value),
  })
  const kinds = guessKind(
    reading,
    titles,
    hints,
    {
      hasTotal: (sums.total[0]?.confidence ?? 0) > 0.5,
      hasDue: when.due.length > 0,
      hasAccount: ibans.length + accounts.length + references.length > 0,
      hasVat: sums.vat.length > 0,
      negativeTotal: sums.total[0]?.value.startsWith('-') ?? false,
      hasTender: sums.tendered,
      photograph: till && found.filter(amount => amount.decimals).length >= 2,
    },
    language,
  )
  const kind = (options.kind ?? code?.kind ?? kinds[0]?.value ?? 'other') as DocumentKind
  const numbers = numberGuesses(sheet, labels, titles, identifiers, kind)
  const mine = orderGuesses(sheet, labels, identifiers, 'orderNumber')
  const yours = orderGuesses(sheet, labels, identifiers, 'yourOrder')
  const orders = kind === 'order' ? yours : [...yours, ...mine, ...referenceAsOrder(sheet, labels, identifiers)]
  const guesses: readonly (readonly [FieldName, readonly Guess[]])[] = [
    ['kind', [...codeGuess(code, code?.kind), ...kinds]],
    ['senderName', known ? [knownGuess(known, names), ...names] : names],
    ['senderVatNumber', vatNumbers],
    ['senderOrganisationNumber', organisations],
    ['addressee', parties.addressee],
    ['number', [...codeGuess(code, code?.number, numbers), ...(kind === 'order' ? mine : []), ...numbers]],
    [
      'issuedOn',
      [
        ...codeGuess(code, code?.issuedOn, when.issued),
        ...when.issued,
        ...datesOfAct(kind, when),
        ...mailDate(reading),
      ],
    ],
    ['dueOn', [...codeGuess(code, code?.dueOn, when.due), ...when.due]],
    ['periodFrom', when.periodFrom],
    ['periodTo', when.periodTo],
    ['validUntil', when.validUntil],
    [
      'currency',
      [...codeGuess(code, code?.currency), ...currencyGuesses(sheet, labels, found, sums.totals, language, country)],
    ],
    ['net', sums.net],
    ['vat', sums.vat],
    [
      'total',
      sums.total.length > 0
        ? sums.total
        : codeGuess(code, code?.total === undefined ? undefined : fromHundredths(code.total)),
    ],
    ['payable', sums.payable],
    ['iban', [...codeGuess(code, code?.iban), ...ibanGuesses(ibans, country, parties.isBuyers)]],
    ['account', accounts],
    ['bic', [...codeGuess(code, code?.bic), ...bicGuesses(sheet, labels)]],
    ['reference', references],
    ['orderNumber', orders],
    ['subject', subjectGuesses(reading, sheet, labels)],
  ]
  const fields = guesses
    .flatMap(([name, list]) => choose(name, seen.has(name) ? asSeen(list) : list) ?? [])
    .filter(field => belongs(field, kind))
    .map(field => (kind === 'mail' && field.name === 'number' ? { ...field, sure: false } : field))
  return { kind, fields, knownSender: known?.sender.id ?? null }
}

/** Kind and currency are believed by more than one word. */
const seen = new Set<FieldName>(fieldNames.filter(name => name !== 'kind' && name !== 'currency' && name !== 'subject'))

const billed = new Set<DocumentKind>([
  'bill',
  'credit-note',
  'reminder',
  'receipt',
  'order',
  'quote',
  'statement',
  'delivery-note',
])

/** Amounts and payment particulars are said of papers that ask for money, and of others only where a label named them. */
function belongs(field: Field, kind: DocumentKind): boolean {
  if (billed.has(kind)) return true
  if (!['net', 'vat', 'total', 'payable', 'currency', 'reference'].includes(field.name)) return true
  return field.confidence >= 0.55 && field.reasons.length > 0
}

/** Orders and delivery notes are dated by what they are about. */
function datesOfAct(kind: DocumentKind, when: When): Guess[] {
  if (kind !== 'order' && kind !== 'delivery-note') return []
  return when.other.map(one => ({ ...one, confidence: one.confidence * 0.85, sure: false }))
}
