/** Sentences that the server names and leaves to be worded here: a catalogue's key with parameters as on the wire. */
import { useCallback } from 'react'
import type { Formats } from '../format/formats.ts'
import { useFormats, useSay } from './Say.tsx'

export interface Sentence {
  readonly key: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Writes a parameter by its name: `on` and `…On` are days, `at` and `…At` moments, `minutes` and `…Minutes` durations; `{amount, currency}` is money. */
export function formatted(name: string, value: unknown, formats: Formats): unknown {
  if (typeof value === 'string' && /^on$|On$/.test(name)) return formats.weekday(value)
  if (typeof value === 'string' && /^at$|At$/.test(name)) return formats.moment(value)
  if (typeof value === 'number' && /^minutes$|Minutes$/.test(name)) return formats.minutes(value)
  if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value)
    return formats.money(value as { amount: string; currency: string })
  return value
}

/** `const tell = useSentence(); tell(line.reason)` */
export function useSentence(): (sentence: Sentence) => string {
  const say = useSay<string>()
  const formats = useFormats()
  return useCallback(
    ({ key, params }) =>
      say(
        key,
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, formatted(name, value, formats)])),
      ),
    [say, formats],
  )
}
