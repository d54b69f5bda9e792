import type { Reading } from '../reading/types.ts'
import type { Guess } from './found.ts'
import type { Hint, Title } from './titles.ts'
import { documentKinds, type DocumentKind } from './types.ts'

/** What the rest of recognition knows that bears on the kind. */
export interface KindSigns {
  readonly hasTotal: boolean
  readonly hasDue: boolean
  readonly hasAccount: boolean
  readonly hasVat: boolean
  readonly negativeTotal: boolean
  readonly hasTender: boolean
  readonly photograph: boolean
}

/** Words shared by languages count for the language of the text. */
function languageWeight(languages: ReadonlySet<string>, language: string | null): number {
  return language === null || languages.has(language) ? 1 : 0.6
}

/** The kind of paper, by its title first, then by its phrases, then by what it asks for. */
export function guessKind(
  reading: Reading,
  titles: readonly Title[],
  hints: readonly Hint[],
  signs: KindSigns,
  language: string | null,
): Guess[] {
  const scores = new Map<DocumentKind, { score: number; reasons: string[]; place: Title | null }>()
  const add = (kind: DocumentKind, score: number, reason: string, place: Title | null = null): void => {
    const known = scores.get(kind) ?? { score: 0, reasons: [], place: null }
    scores.set(kind, { score: known.score + score, reasons: [...known.reasons, reason], place: known.place ?? place })
  }
  for (const [kind, title] of withoutWhatItIsAbout(bestTitles(titles, language)))
    add(kind, title.weight, title.weight >= 2 ? 'title' : 'named', title.title)
  for (const [kind, count] of countHints(hints, language)) add(kind, Math.min(2.4, 0.45 * count), 'phrases')
  weighSigns(signs, add)
  if (reading.mediaKind === 'mail') add('mail', 1.3, 'is-mail')
  return ranked(scores, reading)
}

type Named = ReadonlyMap<DocumentKind, { readonly weight: number; readonly title: Title }>

/** A paper titled as a reminder or credit note names the bill that it is about: that is no title of its own. */
function withoutWhatItIsAbout(named: Named): Named {
  const bill = named.get('bill')?.weight ?? 0
  const about = (['reminder', 'credit-note'] as const).some(kind => (named.get(kind)?.weight ?? 0) > Math.max(bill, 2))
  return about ? new Map([...named].filter(([kind]) => kind !== 'bill')) : named
}

/** Sentences over whole lines, as letters have them. */
function isProse(reading: Reading): boolean {
  const lines = reading.pages.flatMap(page => page.lines)
  const long = lines.filter(line => line.words.length >= 9 && !/\d{3}/.test(line.words.map(word => word.text).join('')))
  return long.length >= 3 && lines.length >= 8 && lines.length <= 120
}

function ranked(
  scores: ReadonlyMap<DocumentKind, { score: number; reasons: string[]; place: Title | null }>,
  reading: Reading,
): Guess[] {
  const order = [...scores].sort(
    (a, b) => b[1].score - a[1].score || documentKinds.indexOf(a[0]) - documentKinds.indexOf(b[0]),
  )
  const [top, second] = [order[0]?.[1].score ?? 0, order[1]?.[1].score ?? 0]
  if (top < 0.8) {
    const letter = scores.has('letter') || isProse(reading)
    return [
      {
        value: letter ? 'letter' : 'other',
        span: null,
        confidence: letter ? 0.5 : 0.4,
        sure: false,
        reasons: [letter ? 'reads-like-a-letter' : 'nothing-known'],
      },
    ]
  }
  return order.map(([kind, { score, reasons, place }], index) => {
    const lead = index === 0 ? top - second : 0
    const confidence =
      index === 0
        ? Math.min(0.97, 0.5 + 0.12 * Math.min(score, 3) + 0.1 * Math.min(lead, 2))
        : 0.4 * (score / Math.max(top, 0.01))
    return {
      value: kind,
      span: place,
      confidence,
      sure: index === 0 && score >= 3 && lead >= 1.2 && reasons.includes('title'),
      reasons: [...new Set(reasons)],
    }
  })
}

/** For each kind its most prominent naming: large, early, alone in its column. */
function bestTitles(
  titles: readonly Title[],
  language: string | null,
): Map<DocumentKind, { weight: number; title: Title }> {
  const best = new Map<DocumentKind, { weight: number; title: Title }>()
  for (const title of titles) {
    const weight = prominence(title) * languageWeight(title.languages, language)
    for (const [index, kind] of title.kinds.entries()) {
      const shared = weight * (index === 0 ? 1 : 0.85)
      if (shared > (best.get(kind)?.weight ?? 0)) best.set(kind, { weight: shared, title })
    }
  }
  return best
}

function prominence(title: Title): number {
  const place = (title.depth < 0.45 ? 1 : title.depth < 0.8 ? 0.55 : 0.25) * (title.numbered ? 0.6 : 1)
  const stance = title.leads && title.alone ? 2.2 : title.leads ? 1.2 : 0.35
  const size = title.leads ? Math.min(1.2, Math.max(0, (title.size - 1.1) * 1.6)) : 0
  const words = Math.min(0.4, 0.2 * (title.to - title.from - 1))
  return place * (stance + size + words)
}

function countHints(hints: readonly Hint[], language: string | null): Map<DocumentKind, number> {
  const seen = new Set<string>()
  const counts = new Map<DocumentKind, number>()
  for (const hint of hints) {
    const key = hint.row.tokens
      .slice(hint.from, hint.to)
      .map(token => token.key)
      .join('')
    if (seen.has(key)) continue
    seen.add(key)
    const weight = languageWeight(hint.languages, language) / hint.kinds.length
    for (const kind of hint.kinds) counts.set(kind, (counts.get(kind) ?? 0) + weight)
  }
  return counts
}

function weighSigns(signs: KindSigns, add: (kind: DocumentKind, score: number, reason: string) => void): void {
  if (signs.hasTotal && (signs.hasDue || signs.hasAccount)) add('bill', 0.8, 'asks-for-payment')
  else if (signs.hasTotal && signs.hasVat) add('bill', 0.4, 'has-amounts')
  if (signs.hasTotal && signs.hasTender && !signs.hasDue) add('receipt', 1.2, 'paid-at-once')
  if (signs.photograph) add('receipt', signs.hasTotal ? 1.6 : 0.9, 'photograph')
  if (signs.negativeTotal) add('credit-note', 1.2, 'negative-total')
}
