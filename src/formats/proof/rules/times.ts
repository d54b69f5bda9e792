/** Times that no clock shows, and stretches that end before they begin. */
import { found, type Passage, type ProofFinding, type Rule } from '../model.ts'
import { wholeOf, wordsOf } from '../words/index.ts'

export const times: Rule = prepared =>
  prepared.passages.flatMap(passage => {
    const wrong = impossible(passage)
    return [
      ...wrong,
      ...ranges(passage).filter(
        range => !wrong.some(one => one.at!.start < range.at!.end && range.at!.start < one.at!.end),
      ),
    ]
  })

function impossible(passage: Passage): ProofFinding[] {
  const { clock } = wordsOf[passage.language]
  const led = wholeOf(
    passage.language,
    'clock time',
    () => `(?:${clock})\\.?\\s*(\\d{1,2})(?:([:.h])(\\d{2}))?(?![\\d%]|[.,:/-]\\d)`,
  )
  const wrong: ProofFinding[] = []
  const say = (start: number, end: number) => wrong.push(found(passage, start, end, { rule: 'time', severity: 'loud' }))
  const cannot = (h: number, m: number) => h > 24 || m > 59 || (h === 24 && m > 0)
  for (const match of passage.text.matchAll(led)) {
    const [all, hour, mark, minute] = match
    const rest = passage.text.slice(match.index + all.length)
    const bare = /^(?:kl|klokk|klock|la ora|ora|às|orele)/iu.test(all)
    // `at 25.50` may be a price
    const meant =
      minute === undefined ? bare && !counted.test(rest) : mark !== '.' || bare || /^\s*(?:uur|h\b|am|pm)/iu.test(rest)
    if (meant && cannot(Number(hour), Number(minute ?? 0))) say(match.index, match.index + all.length)
  }
  for (const match of passage.text.matchAll(/(?<![\d:.,/-])(\d{2}):(\d{2})(?![\d:])/g)) {
    const [h, m] = [Number(match[1]), Number(match[2])]
    const inside = wrong.some(
      one => one.at!.start - passage.offset <= match.index && match.index < one.at!.end - passage.offset,
    )
    if (!inside && ((h <= 24 && m > 59) || (h > 24 && h < 30 && m <= 59) || (h === 24 && m > 0)))
      say(match.index, match.index + match[0].length)
  }
  if (passage.language === 'en')
    for (const match of passage.text.matchAll(/(?<![\d:.])(1[3-9]|2\d)(?:[:.](\d{2}))?\s?[ap]\.?m\b/gi))
      say(match.index, match.index + match[0].length)
  return wrong
}

/** What follows a figure that is no hour. */
const counted = /^\s*(?:%|kr|€|eur|sek|lei|ron|nok|grad|km|m\b|kg|st\b|pcs|\p{L}+)/iu

interface Half {
  readonly minutes: number
  readonly exact: boolean
}

function half(hour: string, minute: string | undefined, suffix: string | undefined): Half | null {
  let h = Number(hour)
  const m = Number(minute ?? 0)
  if (h > 24 || m > 59) return null
  if (/^p/i.test(suffix ?? '') && h < 12) h += 12
  if (/^a/i.test(suffix ?? '') && h === 12) h = 0
  return { minutes: h * 60 + m, exact: suffix !== undefined && suffix !== '' }
}

function ranges(passage: Passage): ProofFinding[] {
  const words = wordsOf[passage.language]
  const time = '(\\d{1,2})(?:[:.h](\\d{2}))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s?(?:h|uur|u))?'
  const expression = wholeOf(
    passage.language,
    'time range',
    () =>
      `(?:(${words.clock}|between|from|från|mellan|fra|mellom|van|tussen|de la|între|entre|das|dela)\\.?\\s*)?${time}\\s*(?:[-–—]|${words.rangeWords}|till|tot|og|och|and|en|și|e|às|la)\\s*(?:(?:${words.clock})\\.?\\s*)?${time}`,
  )
  return [...passage.text.matchAll(expression)].flatMap(match => {
    const [, lead, h1, m1, s1, h2, m2, s2] = match
    const clocked =
      (m1 !== undefined && m2 !== undefined) ||
      s1 !== undefined ||
      s2 !== undefined ||
      (lead !== undefined && new RegExp(`^(?:${words.clock})$`, 'iu').test(lead))
    if (!clocked) return []
    const after = passage.text.slice(match.index + match[0].length)
    if (
      /^\s*(?:%|kr|€|eur|sek|nok|ron|lei|st\b|km|kg|mm|cm|m²|[.,]?\d)/iu.test(after) ||
      /[\d.,/:-]$/.test(passage.text.slice(0, match.index))
    )
      return []
    const one = half(h1!, m1, s1)
    const two = half(h2!, m2, s2 ?? undefined)
    const end = match.index + match[0].length
    // `between 9.00 and 16.75`: one half is a quarter of an hour, so the other is no price
    if (!two && one && lead !== undefined && Number(m1 ?? 1) % 15 === 0 && m2 !== undefined && Number(h2) <= 24)
      return [found(passage, match.index, end, { rule: 'time', severity: 'loud' })]
    if (!one || !two) return []
    const long = stated(passage, end)
    const span = two.minutes - one.minutes
    if (span < 0 && !overnight(one.minutes, two.minutes) && !byHalfDays(one, two))
      return [found(passage, match.index, end, { rule: 'reversed', reason: 'reversed.times', severity: 'loud' })]
    if (
      long &&
      span > 0 &&
      Math.abs(span - long.minutes) > 1 &&
      Math.abs(span + (two.exact ? 0 : 720) - long.minutes) > 1
    )
      return [
        found(passage, match.index, long.end, {
          rule: 'duration',
          severity: 'quiet',
          data: { isMinutes: span, saidMinutes: long.minutes },
        }),
      ]
    return []
  })
}

/** A watch goes on past midnight. */
const overnight = (from: number, until: number) => from >= 17 * 60 && until <= 12 * 60
/** From 10 to 4: the afternoon goes without saying. */
const byHalfDays = (from: Half, until: Half) =>
  !from.exact && !until.exact && from.minutes <= 12 * 60 + 59 && until.minutes < 8 * 60 && until.minutes % 30 === 0

/** `(3 hours)` right behind. */
function stated(passage: Passage, from: number): { readonly minutes: number; readonly end: number } | null {
  const expression = new RegExp(
    `^\\s*[,(]\\s*(?:dvs\\.?|d\\.v\\.s\\.?|i\\.e\\.?|=)?\\s*(\\d{1,2})(?:[,.](5))?\\s*(?:${wordsOf[passage.language].hours})(?!\\p{L})`,
    'iu',
  )
  const match = expression.exec(passage.text.slice(from))
  return match ? { minutes: Number(match[1]) * 60 + (match[2] ? 30 : 0), end: from + match[0].length } : null
}
