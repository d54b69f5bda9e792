/** Values of fields: from what people write to the columns that hold them, and back to what is shown. */
import { decimalOfMoney, moneyFromDecimal } from '../../kernel/money.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import type { Given, Shown } from './contract.ts'
import type { Field } from './fields.ts'
import { looseDay, looseDecimal, looseMoney, looseYes } from './loose.ts'
import type { ValueTable } from './tables.ts'

/** One value in the column of its type. */
export type Stored = Pick<
  ValueTable,
  | 'ordinal'
  | 'words'
  | 'number'
  | 'minor'
  | 'currency'
  | 'day'
  | 'yes'
  | 'choice_id'
  | 'ref_id'
  | 'sort_key'
  | 'unique_key'
>

/** Why a field does not take a value: `because.<this>` words it. */
export type Because =
  | 'required'
  | 'too-long'
  | 'not-text'
  | 'not-number'
  | 'not-money'
  | 'not-day'
  | 'not-yes'
  | 'not-option'
  | 'not-email'
  | 'not-phone'
  | 'not-record'
  | 'ambiguous'
  | 'computed'
  | 'unknown'

export type ReadValue = { readonly stored: readonly Stored[] } | { readonly because: Because }

const nothing = {
  ordinal: 0,
  words: null,
  number: null,
  minor: null,
  currency: null,
  day: null,
  yes: null,
  choice_id: null,
  ref_id: null,
  sort_key: null,
  unique_key: null,
} satisfies Stored

const one = (value: Partial<Stored>): ReadValue => ({ stored: [{ ...nothing, ...value }] })
const not = (because: Because): ReadValue => ({ because })

const keyLength = 120
const longest: Readonly<Record<string, number>> = { text: 500, longtext: 20_000, email: 254, phone: 60, address: 1_000 }

/** Letters of a text in the order a list sorts them. */
export const textKey = (text: string): string => [...foldInPlace(text.trim())].slice(0, keyLength).join('')

const scale = 1_000_000n
const offset = 10n ** 22n

/** A decimal with at most 15 digits before and 6 behind the point, so that text order is its order. */
export function decimalKey(decimal: string): string | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6})0*)?$/.exec(decimal)
  if (!match) return null
  const size = BigInt(match[2]!) * scale + BigInt((match[3] ?? '').padEnd(6, '0'))
  return (offset + (match[1] ? -size : size)).toString().padStart(23, '0')
}

/** An order of amounts within their currency. */
export const moneyKey = (minor: bigint, currency: string): string =>
  `${currency}${(offset + minor).toString().padStart(23, '0')}`

/** Reads a value for a field. A link is read as an id or a name, which `resolveLinks` then looks up. */
export function readValue(field: Field, given: Given, office: { readonly currency: string }): ReadValue {
  if (given === null || given === '' || (Array.isArray(given) && given.length === 0)) return { stored: [] }
  if (typeof given === 'string' && given.trim() === '') return { stored: [] }
  const read = readers[field.type](field, given, office.currency)
  if (!field.unique || 'because' in read) return read
  return { stored: read.stored.map(value => ({ ...value, unique_key: uniqueKey(value) })) }
}

/** What may stand once in a register, where its field says so. */
export const uniqueKey = ({ words, ref_id, sort_key }: Stored): string | null =>
  (words === null ? null : words.toLowerCase().slice(0, 300)) ?? ref_id ?? sort_key

type Reader = (field: Field, given: NonNullable<Given>, currency: string) => ReadValue

const readWords: Reader = (field, given) => {
  const text = typeof given === 'number' ? String(given) : given
  if (typeof text !== 'string' || hasUnprintable(text)) return not('not-text')
  const words = field.type === 'longtext' || field.type === 'address' ? text.trim() : text.trim().replace(/\s+/g, ' ')
  if (words.length > longest[field.type]!) return not('too-long')
  return one({ words, sort_key: textKey(words) })
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const hasUnprintable = (text: string): boolean => unprintable.test(text) || !text.isWellFormed()

const readNumber: Reader = (_field, given) => {
  const decimal =
    typeof given === 'number' ? plainDecimal(given) : typeof given === 'string' ? looseDecimal(given) : null
  const key = decimal === null ? null : decimalKey(decimal)
  return decimal === null || key === null ? not('not-number') : one({ number: decimal, sort_key: key })
}

/** A number of JSON without an exponent, as far as a register keeps it. */
function plainDecimal(number: number): string | null {
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return null
  return Number.isInteger(number) ? String(number) : number.toFixed(6).replace(/\.?0+$/, '')
}

const readMoney: Reader = (_field, given, currency) => {
  const written =
    typeof given === 'object' && 'amount' in given
      ? given
      : typeof given === 'string'
        ? looseMoney(given, currency)
        : typeof given === 'number'
          ? { amount: String(given), currency }
          : null
  if (!written || !/^[A-Z]{3}$/.test(written.currency) || !currencies.has(written.currency)) return not('not-money')
  try {
    const { minor } = moneyFromDecimal(written.amount, written.currency)
    return one({ minor, currency: written.currency, sort_key: moneyKey(minor, written.currency) })
  } catch {
    return not('not-money')
  }
}
const currencies = new Set(Intl.supportedValuesOf('currency'))

const readDay: Reader = (_field, given) => {
  const day = typeof given === 'string' ? looseDay(given) : null
  return day === null ? not('not-day') : one({ day: Temporal.PlainDate.from(day), sort_key: day })
}

const readYes: Reader = (_field, given) => {
  const yes =
    typeof given === 'boolean' ? given : typeof given === 'object' ? null : looseYes(foldInPlace(String(given)))
  return yes === null ? not('not-yes') : one({ yes, sort_key: yes ? '1' : '0' })
}

const optionOf = (field: Field, written: unknown) => {
  const folded = typeof written === 'string' ? foldInPlace(written.trim()) : null
  return (
    field.options.find(option => option.id === written) ??
    field.options.find(option => foldInPlace(option.name) === folded) ??
    null
  )
}

const readChoice: Reader = (field, given) => {
  const option = optionOf(field, given)
  return option ? one({ choice_id: option.id, sort_key: textKey(option.name) }) : not('not-option')
}

const readChoices: Reader = (field, given) => {
  const parts = Array.isArray(given) ? given : typeof given === 'string' ? given.split(/[;,|]/) : [given]
  const chosen = parts
    .filter(part => part !== '')
    .map(part => optionOf(field, typeof part === 'string' ? part.trim() : part))
  if (chosen.some(option => option === null)) return not('not-option')
  const options = field.options.filter(option => chosen.some(one => one!.id === option.id))
  return {
    stored: options.map((option, ordinal) => ({
      ...nothing,
      ordinal,
      choice_id: option.id,
      sort_key: textKey(option.name),
    })),
  }
}

/** The name stands in `words` until it is looked up. */
const readLink: Reader = (_field, given) => {
  if (typeof given !== 'string') return not('not-record')
  return isId.test(given.trim())
    ? one({ ref_id: given.trim().toLowerCase() })
    : one({ words: given.trim().slice(0, 500) })
}
export const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const readEmail: Reader = (_field, given) => {
  const words = typeof given === 'string' ? given.trim().toLowerCase() : ''
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(words) && words.length <= 254
    ? one({ words, sort_key: textKey(words) })
    : not('not-email')
}

const readPhone: Reader = (_field, given) => {
  const words = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : ''
  return /^\+?[\d\s\u00a0()./-]{3,40}$/.test(words) && /\d.*\d.*\d/.test(words)
    ? one({ words, sort_key: words.replace(/[^\d+]/g, '') })
    : not('not-phone')
}

const readers: Readonly<Record<Field['type'], Reader>> = {
  text: readWords,
  longtext: readWords,
  address: readWords,
  number: readNumber,
  money: readMoney,
  date: readDay,
  yesno: readYes,
  choice: readChoice,
  choices: readChoices,
  party: readLink,
  record: readLink,
  email: readEmail,
  phone: readPhone,
  computed: () => not('computed'),
}

/** A stored value with what it names, as far as the reader may see that. */
export type Seen = Stored & {
  readonly linked?: { readonly id: string; readonly kind: string; readonly title: string } | null
  /** Whoever sees the row may see what it names, too: only then may the name stand in what is made of the row. */
  readonly shared?: boolean
}

/** The values of a field as they are shown; nothing where there is none, or none that the reader may see. */
export function shownOf(field: Field, values: readonly Seen[]): Shown | undefined {
  const [value] = values
  if (!value) return undefined
  switch (field.type) {
    case 'number':
      return decimalOf(value.number!)
    case 'money':
      return { amount: decimalOfMoney({ minor: value.minor!, currency: value.currency! }), currency: value.currency! }
    case 'date':
      return value.day!.toString()
    case 'yesno':
      return value.yes!
    case 'choice':
      return optionNamed(field, value.choice_id!)
    case 'choices':
      return values.map(({ choice_id }) => optionNamed(field, choice_id!))
    case 'party':
    case 'record':
      return value.linked ?? undefined
    case 'computed':
      return undefined
    default:
      return value.words!
  }
}

const decimalOf = (numeric: string): string => (numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric)

const optionNamed = (field: Field, id: string) => ({
  id,
  name: field.allOptions.find(option => option.id === id)?.name ?? '',
})

/** Years since a day, or days until it. */
export function countOf(counts: 'age' | 'until', day: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return counts === 'age' ? day.until(today, { largestUnit: 'year' }).years : today.until(day).days
}

/** A value in words, as it stands in titles, tables and conversions. */
export function wordsOf(shown: Shown | undefined): string {
  if (shown === undefined) return ''
  if (typeof shown === 'string') return shown
  if (typeof shown === 'boolean') return shown ? 'true' : 'false'
  if (Array.isArray(shown)) return shown.map(option => option.name).join(', ')
  if ('amount' in shown) return `${shown.amount} ${shown.currency}`
  if ('name' in shown) return shown.name
  if ('title' in shown) return shown.title
  return String(shown.count)
}

/** A value as a command takes it back: what undo writes. */
export function givenOf(field: Field, shown: Shown | undefined): Given {
  if (shown === undefined || field.type === 'computed') return null
  if (Array.isArray(shown)) return shown.map(option => option.id)
  if (typeof shown === 'object' && 'id' in shown) return shown.id
  if (typeof shown === 'object' && 'count' in shown) return null
  return shown
}
