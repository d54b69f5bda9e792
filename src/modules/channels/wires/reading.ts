/** What adapters share in reading what came. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type Language, languages } from '../../../kernel/language/catalogue.ts'
import type { HeardMessage } from '../contract/messages.ts'
import type { Asked, Heard } from './wire.ts'

export const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export const hmac = (algorithm: 'sha1' | 'sha256', secret: string, what: string | Buffer): Buffer =>
  createHmac(algorithm, secret).update(what).digest()

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text of a stranger, as a record may hold it. */
export const clean = (value: unknown, most: number): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/\r\n?/g, '\n')
        .replace(unprintable, '')
        .toWellFormed()
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, '')
    : ''

/** On one line. */
export const line = (value: unknown, most: number): string => clean(value, most).replace(/\s+/g, ' ').trim()

/** A file's name as a stranger gave it, without the folders before it. */
export const fileNameOf = (value: unknown): string => line(line(value, 500).split(/[/\\]/).at(-1), 200) || 'file'

export type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {})
export const objectsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Null where it is no JSON object. */
export function jsonOf(body: Buffer): Json | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export const formOf = (body: Buffer): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(body.toString('utf8')))

/** A form, or JSON: what small gateways send. */
export function eitherOf({ header, body }: Pick<Asked, 'header' | 'body'>): Json {
  const told = body.toString('utf8').trim()
  if (header('content-type').includes('json') || told.startsWith('{')) return jsonOf(body) ?? {}
  return formOf(body)
}

export const languageOf = (told: unknown): { language: Language } | object => {
  const code = String(told ?? '')
    .slice(0, 2)
    .toLowerCase()
  const found = languages.find(one => one === (code === 'no' || code === 'nn' ? 'nb' : code))
  return found ? { language: found } : {}
}

/** A number in E.164; null for a name, or what is none. */
export function numberOf(told: string, country: string): string | null {
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const bare = told.trim().replace(/^00/, '+')
  const whole = /^\d{8,15}$/.test(bare) && !bare.startsWith('0') ? parsePhoneNumberFromString(`+${bare}`) : undefined
  const number = whole?.isValid()
    ? whole
    : parsePhoneNumberFromString(bare, home ? { defaultCountry: home, extract: false } : { extract: false })
  return number?.isPossible() ? number.number : null
}

/** As one reads it out: `+47 901 23 456`. */
export const numberShown = (digits: string): string =>
  parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`

/** Who sent a text message: a number, or a name of letters that nobody can answer. */
export function senderOf(told: unknown, country: string): { handle: string; number?: string; name?: string } {
  const written = line(told, 80)
  const number = numberOf(written, country)
  return number ? { handle: number, number: number.slice(1) } : { handle: written.toLowerCase(), name: written }
}

/** The same bytes told twice are one, where their sender gives them no name. */
export const digestOf = (body: Buffer | string): string => createHash('sha256').update(body).digest('hex').slice(0, 40)

/** What came from whom it should, and could not be read: kept as it came, for a person to look at. */
export const keptWhole = (body: Buffer): HeardMessage => ({
  externalId: `kept:${digestOf(body)}`,
  handle: '',
  text: clean(body.toString('utf8'), 20_000) || '…',
  kept: true,
})

export const nothing: Heard = { messages: [], statuses: [] }
