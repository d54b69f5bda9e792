/** Figures and days on papers that leave the house, as the reader's language writes them. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import { decimalOfMoney, minorDigits, type Money } from '../../../kernel/money.ts'
import { plain } from '../decimal.ts'

const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
  pt: 'pt-PT',
}

export interface PaperFigures {
  amount(money: Money): string
  /** With its currency. */
  money(money: Money): string
  number(text: string): string
  /** A price: with the decimals of the currency at least. */
  price(text: string, currency: string): string
  percent(text: string): string
  day(on: Temporal.PlainDate): string
}

export function figuresIn(language: Language): PaperFigures {
  const locale = locales[language]
  // the narrow space is in few faces
  const write = (text: string, least: number, most: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most })
      .format(text as Intl.StringNumericLiteral)
      .replaceAll('\u202f', '\u00a0')
  const amount = (money: Money) => {
    const text = decimalOfMoney(money)
    const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
    return write(text, decimals, decimals)
  }
  return {
    amount,
    money: money => `${amount(money)}\u00a0${money.currency}`,
    number: text => write(plain(text), 0, 6),
    price: (text, currency) => write(plain(text), minorDigits(currency), 6),
    percent: text => `${write(plain(text), 0, 4)}\u00a0%`,
    day: on => on.toLocaleString(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }),
  }
}
