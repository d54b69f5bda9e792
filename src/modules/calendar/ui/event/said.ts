/** An event as one says it in a line: `Lunch with Karin tue 12-13 @ Klippan`, `möte fre 14.30`. */
import { readDay } from '../../../../web/format/entry.ts'
import { readTime } from '../../../../web/format/moment.ts'

export interface SaidEvent {
  readonly title: string
  readonly day: string | null
  /** `12:00` */
  readonly from: string | null
  readonly until: string | null
  readonly place: string | null
}

const span =
  /(?:^|\s)(?:kl\.?\s*|at\s+|om\s+|la\s+|às\s+)?(\d{1,2}(?:[:.]\d\d)?)\s*[-–]\s*(\d{1,2}(?:[:.]\d\d)?)(?=\s|$)/iu
const hour = /(?:^|\s)(?:(?:kl\.?\s*|at\s+|om\s+|la\s+|às\s+)(\d{1,2}(?:[:.]\d\d)?)|(\d{1,2}[:.]\d\d))(?=\s|$)/iu
const where = /\s@\s*(.+)$/u

/** Words that may stand before a day. */
const before = /^(?:on|on the|på|den|op|pe|em|no|na|i|til|till)$/iu

export function readSaid(text: string, today: string, language: string): SaidEvent {
  let rest = ` ${text} `
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest.trimEnd())
    if (found) rest = rest.replace(found[0], ' ')
    return found
  }
  const place = take(where)?.[1]?.trim() ?? null
  const both = take(span)
  let [from, until] = [readTime(both?.[1] ?? ''), readTime(both?.[2] ?? '')]
  if (both && (!from || !until || until <= from)) {
    rest = ` ${text} `
    if (place) rest = rest.replace(where, ' ')
    from = until = null
  }
  if (!from) {
    const one = hour.exec(rest.trimEnd())
    from = readTime(one?.[1] ?? one?.[2] ?? '')
    if (one && from) rest = rest.replace(one[0], ' ')
  }
  const { day, words } = takeDay(rest.trim().split(/\s+/).filter(Boolean), today, language)
  return { title: words.join(' '), day, from, until, place }
}

/** The longest run of words that says a day; a bare number is none, and neither is a name that only begins like one. */
function takeDay(
  words: readonly string[],
  today: string,
  language: string,
): { readonly day: string | null; readonly words: readonly string[] } {
  for (const length of [3, 2, 1])
    for (let at = words.length - length; at >= 0; at--) {
      const said = words.slice(at, at + length)
      if (!saysDay(said)) continue
      const day = readDay(said.join(' '), today, language)
      if (!day) continue
      const start = at > 0 && before.test(words[at - 1] ?? '') ? at - 1 : at
      return { day, words: [...words.slice(0, start), ...words.slice(at + length)] }
    }
  return { day: null, words }
}

/** Short or long, but whole: `tue`, `tisdag`, `24 nov`, `24/11`, `v 47`; `Marta` is a person and not March. */
function saysDay(said: readonly string[]): boolean {
  if (said.length === 1) {
    const word = said[0] ?? ''
    return (
      /^(\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{4}-\d\d-\d\d|\+\d+\p{L}?|[wvus]\.?\d{1,2})$/iu.test(word) ||
      (/^\p{L}+\.?$/u.test(word) && word === word.toLocaleLowerCase() && word.length > 2)
    )
  }
  return (
    said.some(word => /^\d/.test(word)) &&
    said.every(word => /^(\d{1,4}(st|nd|rd|th|:e|\.)?|\p{L}+\.?|de)$/u.test(word))
  )
}
