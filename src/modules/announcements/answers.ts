/** Answers as they are kept: yes or no, one of the options, a decimal with a point, a day; and their sums. */
import type { AnswerKind } from './contract/shapes.ts'

export interface Asked {
  readonly answer_kind: AnswerKind
  readonly options: readonly string[]
}

/** Reads what somebody answered; null where it cannot be that question's answer. */
export function readAnswer({ answer_kind: kind, options }: Asked, given: string): string | null {
  const value = given.trim()
  switch (kind) {
    case 'yes-no':
      return value === 'yes' || value === 'no' ? value : null
    case 'choice':
      return options.includes(value) ? value : null
    case 'number': {
      const plain = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : null
    }
    case 'date':
      try {
        return /^\d{4}-\d\d-\d\d$/.test(value)
          ? Temporal.PlainDate.from(value, { overflow: 'reject' }).toString()
          : null
      } catch {
        return null
      }
    case 'text':
      return value || null
  }
}

/** Adds decimals exactly, however many digits they have. */
export function sumOf(decimals: readonly string[]): string {
  const places = Math.max(0, ...decimals.map(one => one.split('.')[1]?.length ?? 0))
  let sum = 0n
  for (const one of decimals) {
    const [whole = '0', fraction = ''] = one.replace('-', '').split('.')
    const scaled = BigInt(whole + fraction.padEnd(places, '0'))
    sum += one.startsWith('-') ? -scaled : scaled
  }
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  const text = places > 0 ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
  const trimmed = places > 0 ? text.replace(/\.?0+$/, '') : text
  return sum < 0n ? `-${trimmed}` : trimmed
}
