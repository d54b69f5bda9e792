import type { Keys } from '../../messages/en.ts'

/** The module's own words, and those of work and the web that its pages say. */
export type Words = Keys | (string & {})
