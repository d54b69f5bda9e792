/**
 * Last values of forms that are entered many times: kept on this computer for each person and command. Only what tends to
 * repeat is kept (a choice without a usual value, country, language, confidentiality); people and records only while a pile
 * is being entered, since yesterday's client is rarely today's. A form says which of its values came this way.
 */
import type { JsonSchema } from '../../answers.ts'
import { recall, remember } from '../../preferences.ts'
import { controlOf, type FormValue, type Kind, plain, shownProperties } from './schema.ts'

const lasting: ReadonlySet<Kind> = new Set(['choice', 'country', 'language', 'class'])
const ofThePile: ReadonlySet<Kind> = new Set(['person', 'record'])

/** How long a pile is one pile, ms, from the last form of it. */
const pile_ms = 30 * 60_000

interface Last {
  readonly at: number
  readonly value: FormValue
}

export const lastPlace = (account: string, command: string): string => `kontor.last.${account}.${command}`

function repeating(schema: JsonSchema, kinds: (kind: Kind) => boolean): string[] {
  return shownProperties(schema)
    .filter(([, property]) => plain(property).default === undefined && kinds(controlOf(property)))
    .map(([name]) => name)
}

/** The part of what was sent that the next form of the same command begins with. */
export function lastOf(schema: JsonSchema, sent: FormValue): FormValue {
  const names = repeating(schema, kind => lasting.has(kind) || ofThePile.has(kind))
  return Object.fromEntries(
    names.flatMap(name => (sent[name] === undefined || sent[name] === null ? [] : [[name, sent[name]]])),
  )
}

/** What of it still holds: records fall out when the pile is done, and whatever the form no longer has. */
export function stillHolding(schema: JsonSchema, last: Last, now: number): FormValue {
  const inPile = now - last.at < pile_ms
  const names = repeating(schema, kind => lasting.has(kind) || (inPile && ofThePile.has(kind)))
  const offers = (name: string) => plain(schema.properties?.[name] ?? {}).enum
  return Object.fromEntries(
    names.flatMap(name => {
      const value = last.value[name]
      const known = offers(name)?.includes(value) ?? true
      return value !== undefined && known ? [[name, value]] : []
    }),
  )
}

/** `pile`: the form begins empty, as one of many. One made of a mail or a call is about that: the last one’s customer is not in it. */
export function readLast(place: string, schema: JsonSchema, pile: boolean, now = Date.now()): FormValue {
  const text = recall(place)
  if (!text) return {}
  try {
    const last = JSON.parse(text) as Last
    return stillHolding(schema, pile ? last : { ...last, at: Number.NEGATIVE_INFINITY }, now)
  } catch {
    return {}
  }
}

export function keepLast(place: string, schema: JsonSchema, sent: FormValue, now = Date.now()): void {
  const value = lastOf(schema, sent)
  remember(place, Object.keys(value).length ? JSON.stringify({ at: now, value } satisfies Last) : null)
}
