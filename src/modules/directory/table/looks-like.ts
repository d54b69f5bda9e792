import { isValidIBAN } from 'ibantools'
import type { ColumnMeaning } from '../contract/table.ts'
import { fold } from '../../../kernel/language/fold.ts'
import { luhn } from '../numbers.ts'

export interface Likely {
  readonly meaning: ColumnMeaning
  readonly confidence: number
}

const digits = (value: string) => value.replace(/\D/g, '')
const compact = (value: string) => value.toUpperCase().replace(/[^A-Z0-9]/g, '')

const tests: readonly (readonly [meaning: ColumnMeaning, weight: number, test: (value: string) => boolean])[] = [
  ['email', 1, value => /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i.test(value.replace(/^.*<(.+)>$/, '$1'))],
  ['account', 1, value => isValidIBAN(compact(value))],
  ['website', 1, value => /^(https?:\/\/|www\.)\S+\.\S+$/i.test(value)],
  [
    'vatNumber',
    0.98,
    value =>
      /^(SE\d{12}|NO\d{9}(MVA)?|NL\d{9}B\d{2}|RO\d{2,10}|PT\d{9}|GB\d{9}|IE\d{7}[A-Z]{1,2}|DE\d{9}|DK\d{8}|FI\d{8})$/.test(
        compact(value),
      ),
  ],
  [
    'companyNumber',
    0.9,
    value => /^(16)?\d{6}-?\d{4}$/.test(value) && luhn(digits(value).slice(-10)) && digits(value).slice(-10)[2]! >= '2',
  ],
  [
    'mobile',
    0.85,
    value =>
      isPhone(value) &&
      /^(\+?46|0046|0)\s?\(?0?\)?7|^(\+47|0047)?\s?[49]\d{2}\s?\d|^(\+31|0031|0)\s?6|^(\+40|0040|0)\s?7|^(\+351|00351)?\s?9[1236]/.test(
        value.replace(/[-()/]/g, ''),
      ),
  ],
  ['phone', 0.84, isPhone],
  [
    'postcodeCity',
    0.9,
    value => /^(?:[A-Z]{1,2}-?)?(?:\d{3} ?\d{2}|\d{4,6}|\d{4} ?[A-Z]{2}|\d{4}-\d{3})\s+\p{L}[\p{L} .'-]+$/u.test(value),
  ],
  ['postcode', 0.8, value => /^(?:[A-Z]{1,2}-)?(?:\d{3} ?\d{2}|\d{4}|\d{4} ?[A-Z]{2}|\d{4}-\d{3}|\d{6})$/.test(value)],
  [
    'country',
    0.8,
    value => /^(SE|NO|NL|RO|PT|GB|UK|IE|DE|DK|FI|BE|FR|ES|US|CH|AT|PL)$/.test(value) || countryNames.has(fold(value)),
  ],
  ['language', 0.5, value => /^(en|sv|nb|no|nl|ro|pt)$/i.test(value)],
  [
    'street',
    0.8,
    value =>
      /^(?=.*\p{L}{3})(?!.*@)[\p{L}\d .,'/-]*\p{L}[\p{L} .']+\s\d+\s?[A-Za-z]?([ ,].*)?$/u.test(value) ||
      /^(strada|str\.|bd\.|bulevardul|calea|rua|avenida|av\.|travessa|largo|box|postboks|postbus)\s/i.test(value),
  ],
  ['organisation', 0.75, value => legalForm.test(value)],
  [
    'name',
    0.6,
    value =>
      /^\p{Lu}[\p{L}.'-]*(,?\s+(van|van der|de|den|der|da|do|dos|von|af|al)?\s*\p{Lu}[\p{L}.'-]*){1,3}$/u.test(value),
  ],
  ['givenName', 0.35, value => /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(value)],
]

const legalForm =
  /(^|\s)(AB|HB|KB|AS|ASA|ANS|DA|BV|B\.V\.|NV|N\.V\.|VOF|SRL|S\.R\.L\.?|SA|S\.A\.?|PFA|Lda\.?|Limitada|Ltd\.?|Limited|PLC|LLP|Inc\.?|GmbH|AG|ApS|A\/S|Oy|kommun|Kommune|Gemeente|Primăria|Câmara|Stiftelse|Stichting|Fundația)(\s|$|\()/u

const countryNames = new Set(
  'sweden sverige suedia suecia zweden norway norge norvegia noruega noorwegen netherlands nederland olanda paisesbaixos romania rumanien rumania roemenie portugal portugalia denmark danmark finland germany tyskland tyskland duitsland germania alemanha'.split(
    ' ',
  ),
)

function isPhone(value: string): boolean {
  const count = digits(value).length
  return (
    count >= 6 &&
    count <= 15 &&
    /^[+(]?[\d\s()/.+-]+$/.test(value) &&
    !/^\d{6}-\d{4}$/.test(value) &&
    !/^\d{4}-\d{3}$/.test(value)
  )
}

/** What values look like, the likeliest first; below a third of the values it is nothing. */
export function looksLike(values: readonly string[]): Likely[] {
  const sample = values.slice(0, 200)
  if (sample.length === 0) return []
  return tests
    .map(([meaning, weight, test]) => ({
      meaning,
      confidence: Math.round(weight * (sample.filter(test).length / sample.length) * 100) / 100,
      weight,
    }))
    .filter(({ confidence, weight }) => confidence >= weight / 3)
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ meaning, confidence }) => ({ meaning, confidence }))
}

/** Whether a name bears the form of a company or public body. */
export function bearsLegalForm(name: string): boolean {
  return legalForm.test(name)
}
