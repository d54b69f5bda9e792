/** Reading: any bytes to pages of positioned words. What others in this module may use of it. */
export { identify, type Identity } from './identify.ts'
export { closeReaders, readInChild, readingPool } from './in-child.ts'
export type { Source } from './jobs.ts'
export type { ReadOptions } from './options.ts'
export { read } from './read.ts'
export type * from './types.ts'
export { textOfPage, union } from './words.ts'
