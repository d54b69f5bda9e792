/** What an advice says, in the language of who was paid; and what of it the check before sending doubts. */
import { check } from '../../../formats/proof/check.ts'
import { type Language, nearestLanguage, type Params, translate } from '../../../kernel/language/catalogue.ts'
import { decimalOfMoney, type Money } from '../../../kernel/money.ts'
import { checkAccount, type CheckedScheme } from '../../../formats/references/check.ts'
import type { AdvicePaper } from '../contract.ts'
import type { Keys } from '../messages/en.ts'
import { catalogues } from '../words.ts'

const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
  pt: 'pt-PT',
}

export const wordsIn =
  (language: Language) =>
  (key: Keys, params: Params = {}): string =>
    translate(catalogues[language][key], params, language)

export interface Figures {
  amount(money: Money): string
  money(money: Money): string
  /** With its weekday, so that a slip shows. */
  day(on: Temporal.PlainDate): string
  date(on: Temporal.PlainDate): string
}

export function figuresIn(language: Language): Figures {
  const locale = locales[language]
  const amount = (money: Money): string => {
    const decimal = decimalOfMoney(money)
    const digits = decimal.split('.')[1]?.length ?? 0
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(decimal as Intl.StringNumericLiteral)
      .replaceAll('\u202f', '\u00a0')
      .replaceAll('\u2212', '-')
  }
  return {
    amount,
    money: one => `${amount(one)}\u00a0${one.currency}`,
    day: on => on.toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    date: on => on.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
  }
}

/** As it is printed: an IBAN in fours, a giro with its hyphen. */
export function printed({ scheme, number }: { readonly scheme: string; readonly number: string }): string {
  const compact = number.replace(/[\s-]/g, '')
  if (scheme === 'iban') return compact.replace(/(.{4})(?=.)/g, '$1 ')
  if (scheme === 'bankgiro') return `Bankgiro ${compact.replace(/^(\d{3,4})(\d{4})$/, '$1-$2')}`
  if (scheme === 'plusgiro') return `Plusgiro ${compact.replace(/(\d)$/, '-$1')}`
  return number
}

export const lineWords = (language: Language, { number, issuedOn, amount }: AdvicePaper['lines'][number]): string => {
  const say = wordsIn(language)
  const what = amount.minor < 0n ? 'letter.advice.credit-note' : 'letter.advice.bill'
  const name = say(what, { number: number ?? '' }).trim()
  return issuedOn ? say('letter.advice.of', { name, on: figuresIn(language).date(issuedOn) }) : name
}

export function writeAdvice(paper: AdvicePaper): { subject: string; text: string } {
  const { language } = paper
  const say = wordsIn(language)
  const figures = figuresIn(language)
  const params = { amount: figures.money(paper.amount), on: figures.day(paper.on), office: paper.payer.name }
  const lines = paper.lines.flatMap(line => [
    `${lineWords(language, line)}: ${figures.money(line.amount)}`,
    ...(line.discount
      ? [`${say('letter.advice.discount')}: ${figures.money({ ...line.discount, minor: -line.discount.minor })}`]
      : []),
  ])
  return {
    subject: say('letter.advice.subject', params).slice(0, 200),
    text: [
      say('letter.advice.greeting'),
      say('letter.advice.paid', params),
      [...lines, `${say('letter.advice.sum')}: ${figures.money(paper.amount)}`].join('\n'),
      [
        `${say('letter.advice.from')}: ${printed(paper.from)}`,
        `${say('letter.advice.to')}: ${printed(paper.to)}`,
        ...(paper.reference ? [`${say('letter.advice.reference')}: ${paper.reference}`] : []),
      ].join('\n'),
      `${say('letter.advice.regards')}\n${paper.payer.name}`,
    ].join('\n\n'),
  }
}

/** Nothing that this doubts goes out without somebody who has seen it: the same check as beside the form, and the numbers' own digits. */
export function isDoubted(
  paper: AdvicePaper,
  text: string,
  to: { readonly name: string; readonly email: string },
  office: { readonly language: string; readonly country: string; readonly today: Temporal.PlainDate },
): boolean {
  const sum = paper.lines.reduce((all, line) => all + line.paid.minor, 0n)
  const accounts = [paper.from, paper.to] as readonly { scheme: CheckedScheme; number: string }[]
  if (sum !== paper.amount.minor) return true
  if (accounts.some(one => one.scheme === 'iban' && checkAccount('iban', one.number, office.country).right === false))
    return true
  const { findings } = check({
    purpose: 'advice',
    language: paper.language,
    officeLanguage: nearestLanguage(office.language),
    country: office.country,
    subject: null,
    text,
    sender: null,
    recipients: [
      {
        ...to,
        role: 'to',
        inside: false,
        mayStand: 1,
        knownName: to.name,
        language: paper.language,
        namesakes: [],
      },
    ],
    replyingTo: null,
    attachments: [],
    about: [],
    names: [to.name],
    domains: [],
    today: office.today,
    holiday: () => null,
  })
  return findings.some(one => one.severity === 'loud')
}
