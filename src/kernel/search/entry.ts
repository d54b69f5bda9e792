/** What is found of a record beside its title: words in their language, the day it belongs to. */
export interface SearchText {
  readonly body?: string
  readonly language?: string | null
  readonly at?: Temporal.Instant
}
