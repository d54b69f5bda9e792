/** The words of one language that a quick entry understands; each a phrase in small letters with its marks. */
export interface EntryWords {
  /** Monday to Sunday: full names first, then what people shorten them to. */
  readonly weekdays: readonly (readonly string[])[]
  readonly months: readonly (readonly string[])[]
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  readonly dayAfterTomorrow: readonly string[]
  /** Before a weekday, week or month: the one after this. */
  readonly next: readonly string[]
  /** After it, where a language says "luna viitoare". */
  readonly nextAfter: readonly string[]
  /** Before a number of units: from today on. */
  readonly within: readonly string[]
  /** Number words for one to ten, as far as people write them. */
  readonly one: readonly string[]
  readonly two: readonly string[]
  readonly three: readonly string[]
  readonly day: readonly string[]
  readonly workday: readonly string[]
  readonly week: readonly string[]
  readonly month: readonly string[]
  readonly year: readonly string[]
  readonly every: readonly string[]
  readonly everyOther: readonly string[]
  /** Whole words that say how often. */
  readonly daily: readonly string[]
  readonly weekly: readonly string[]
  readonly monthly: readonly string[]
  readonly yearly: readonly string[]
  /** First to fifth. */
  readonly ordinals: readonly (readonly string[])[]
  readonly last: readonly string[]
  readonly and: readonly string[]
  /** Before a date: on, by, before. */
  readonly by: readonly string[]
  /** Before a time of day. */
  readonly at: readonly string[]
  /** After the number of a time of day. */
  readonly hour: readonly string[]
  /** Between day and month: "14 de novembro". */
  readonly of: readonly string[]
  /** Before a week's number. */
  readonly weekNumber: readonly string[]
}
