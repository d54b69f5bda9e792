/** What the check knows of a language. Alternatives are parts of regular expressions, in lower case; they match whole words. */
export interface ProofWords {
  /** From Monday; names and the short forms people write. */
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  /** What may stand after the figure of a day: `24th`, `24:e`, `24.`. */
  readonly dayMark: string
  /** Between a weekday and a day, and between day, month and year. */
  readonly beforeDay: string
  readonly between: string
  readonly clock: string
  readonly week: string
  /** Days from today. */
  readonly relative: Readonly<Record<string, number>>
  readonly rangeWords: string
  /** Until a day, by a day, a thing that lies ahead. */
  readonly ahead: string
  /** What has been: a day in the past is meant. */
  readonly behind: string
  readonly meeting: string
  /** That something comes with the message. */
  readonly attached: readonly string[]
  /** Something that is not attached to this, or was. */
  readonly notAttached: readonly string[]
  readonly greeting: string
  readonly everybody: string
  readonly titles: string
  readonly total: string
  readonly subtotal: string
  readonly vat: string
  readonly deduct: string
  /** Between amounts that do not add up: from … to, instead of. */
  readonly noSum: string
  readonly inTotal: string
  readonly ofWhich: string
  readonly inside: readonly string[]
  readonly secret: string
  readonly phone: string
  readonly fillIn: readonly string[]
  /** Words that may stand twice. */
  readonly twice: string
  /** Words so common that they tell the language. */
  readonly common: string
  readonly numbers: readonly string[]
  readonly hours: string
  readonly closing: string
}
