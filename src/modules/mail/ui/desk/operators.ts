/** What can be typed among the words looked for: `from:anna has:attachment before:2026-11-01`, in English or in one's own language. */
export const operators = ['from', 'to', 'has', 'is', 'in', 'label', 'before', 'since'] as const
export type Operator = (typeof operators)[number]

/** How operators and their values are called in the reader's language; English is understood beside it. */
export interface OperatorWords {
  readonly operator: (name: Operator) => string
  readonly attachment: string
  readonly unread: string
  readonly flagged: string
  /** The name of a view, as it stands beside the list. */
  readonly box: (name: string) => string
}

const english: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(operators.map(name => [name, name])),
  after: 'since',
}

/** Accents and case apart, which nobody types when in a hurry. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const same = (typed: string, ...names: readonly string[]): boolean =>
  names.some(name => folded(name).startsWith(folded(typed)))

/** A day as far as it was written: `2026`, `2026-11`, `2026-11-05`. */
function dayOf(text: string): string | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(text) ?? []
  if (!year) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T12:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

type Question = Record<string, string | boolean>

/** What an operator asks for; null where its value says nothing (yet). */
function askedBy(operator: Operator, value: string, boxes: readonly string[], words: OperatorWords): Question | null {
  switch (operator) {
    case 'before':
    case 'since': {
      const day = dayOf(value)
      return day ? { [operator]: day } : null
    }
    case 'has':
      return same(value, 'attachment', words.attachment) ? { attachments: true } : null
    case 'is':
      if (same(value, 'unread', words.unread)) return { unread: true }
      return same(value, 'flagged', words.flagged) ? { flagged: true } : null
    case 'in': {
      const box = boxes.find(name => same(value, name, words.box(name)))
      return box ? { box } : null
    }
    default:
      return { [operator]: value }
  }
}

/** Takes the operators out of what was typed. One that is not finished, or says nothing, is left out; the rest is looked for as words. */
export function asked(typed: string, boxes: readonly string[], words: OperatorWords): Question {
  const names = new Map<string, Operator>(Object.entries(english))
  for (const name of operators) names.set(folded(words.operator(name)), name)
  const question: Question = {}
  const text = typed
    .replace(/(^|\s)([\p{L}\p{M}-]+):(?:"([^"]*)"?|(\S*))/gu, (whole, before: string, name: string, quoted, bare) => {
      const operator = names.get(folded(name))
      if (!operator) return whole
      const value = String(quoted ?? bare ?? '').trim()
      if (value) Object.assign(question, askedBy(operator, value, boxes, words))
      return before
    })
    .replace(/\s+/g, ' ')
    .trim()
  return text ? { ...question, text } : question
}
