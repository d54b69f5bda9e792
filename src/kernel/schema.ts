/**
 * The one codec: each builder gives a zod schema whose input side is the wire (JSON: strings, numbers, booleans)
 * and whose output side is the domain (Temporal, bigint, Money). `meta` tells forms which control to draw.
 */
import { z } from 'zod'
import { decimalOfMoney, type Money, minorDigits, moneyFromDecimal } from './money.ts'

export { z }

/** What a form draws for a field, beside what its JSON Schema says. */
export interface FieldMeta {
  readonly control?:
    | 'text'
    | 'longtext'
    | 'choice'
    | 'boolean'
    | 'date'
    | 'instant'
    | 'money'
    | 'duration'
    | 'record'
    | 'person'
    | 'file'
    | 'language'
    | 'country'
    | 'class'
  /** Record kind that may be picked, or the kinds. */
  readonly kind?: string
  /** Not shown in forms: filled in by the page (id, expectedVersion). */
  readonly hidden?: boolean
  /** Folded away behind "more" in forms. */
  readonly folded?: boolean
  /** Words that leave the house: what they are looked through as before that. */
  readonly proof?: 'mail' | 'letter' | 'announcement' | 'invitation' | 'advice' | 'memo'
}

function issue<T>(payload: z.core.ParsePayload<unknown>, input: unknown, message: string): T {
  payload.issues.push({ code: 'custom', input, message })
  return z.NEVER as T
}

/** An office day, `YYYY-MM-DD`. */
export const day = (meta: FieldMeta = {}) =>
  z
    .codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
      decode: (text, payload) =>
        text < '0001' ? issue<Temporal.PlainDate>(payload, text, 'no such year') : Temporal.PlainDate.from(text),
      encode: date => date.toString({ calendarName: 'never' }),
    })
    .meta({ control: 'date', ...meta })

/** A moment, RFC 3339 with offset; written in UTC. */
export const instant = (meta: FieldMeta = {}) =>
  z
    .codec(z.iso.datetime({ offset: true }), z.instanceof(Temporal.Instant), {
      decode: (text, payload) => {
        try {
          if (text < '0001') return issue<Temporal.Instant>(payload, text, 'no such year')
          return Temporal.Instant.from(text)
        } catch {
          return issue<Temporal.Instant>(payload, text, 'not a moment in time')
        }
      },
      encode: moment => moment.toString(),
    })
    .meta({ control: 'instant', ...meta })

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** An amount with its currency; on the wire `{amount: "13980.00", currency: "SEK"}`. */
export const money = (meta: FieldMeta = {}) =>
  z
    .codec(
      z.strictObject({
        amount: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
      z.custom<Money>(),
      {
        decode: ({ amount, currency }, payload) => {
          if (!currencies.has(currency)) return issue<Money>(payload, currency, 'no such currency')
          try {
            return moneyFromDecimal(amount, currency)
          } catch {
            return issue<Money>(payload, amount, `${currency} has ${minorDigits(currency)} decimals`)
          }
        },
        encode: value => ({ amount: decimalOfMoney(value), currency: value.currency }),
      },
    )
    .meta({ control: 'money', ...meta })

/** Minutes of work, a whole number. */
export const minutes = (meta: FieldMeta = {}) =>
  z
    .int()
    .min(0)
    .max(100_000)
    .meta({ control: 'duration', ...meta })

/** The id of a record, or of anything else made here (UUIDv7). */
export const id = (kind?: string, meta: FieldMeta = {}) =>
  z.uuid().meta({ control: kind === 'person' ? 'person' : 'record', ...(kind ? { kind } : {}), ...meta })

/** The id of a file stored before by upload. */
export const fileId = (meta: FieldMeta = {}) => z.uuid().meta({ control: 'file', ...meta })

// Control characters but tab and line ends have no place in any text a person writes; NUL breaks PostgreSQL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** One line of text, trimmed. */
export const text = (max = 200, meta: FieldMeta = {}) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(value => !unprintable.test(value) && !value.includes('\n'), 'one line without control characters')
    .meta({ control: 'text', ...meta })

/** Text of many lines; may be empty. */
export const longText = (max = 20_000, meta: FieldMeta = {}) =>
  z
    .string()
    .max(max)
    .refine(value => !unprintable.test(value), 'without control characters')
    .meta({ control: 'longtext', ...meta })

export const choice = <const T extends readonly [string, ...string[]]>(values: T, meta: FieldMeta = {}) =>
  z.enum(values).meta({ control: 'choice', ...meta })

export const flag = (meta: FieldMeta = {}) => z.boolean().meta({ control: 'boolean', ...meta })

/** 0 open, 1 internal, 2 confidential, 3 secret. */
export const confidentiality = (meta: FieldMeta = {}) =>
  z
    .int()
    .min(0)
    .max(3)
    .meta({ control: 'class', ...meta })

/** The version the caller saw; the kernel refuses with the difference when the record has moved on. */
export const expectedVersion = () => z.int().min(1).optional().meta({ hidden: true })

/** Page of a list: rows are asked for in slices, `after` is what the last answer called `next`. */
export const slice = {
  limit: z.int().min(1).max(5000).default(100).meta({ hidden: true }),
  after: z.string().max(500).optional().meta({ hidden: true }),
}

/** A count that may be large, on the wire as a number. */
export const count = () => z.int().min(0)
