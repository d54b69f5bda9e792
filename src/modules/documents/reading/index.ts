/**
 * Reading: any bytes to pages of positioned words. What others in this module may use of it. Importing it costs a server
 * nothing: the libraries that read (some 300 MB at work) are loaded in the child, or when `read` itself is first called here.
 */
import type { ReadOptions } from './options.ts'
import type { Reading } from './types.ts'

export { identify, type Identity } from './identify.ts'
export {
  closeReaders,
  drawSearchablePdfInChild,
  readInChild,
  readingPool,
  renderPageInChild,
  writeSearchablePdfInChild,
} from './in-child.ts'
export type { Source } from './jobs.ts'
export type { ReadOptions } from './options.ts'
export { ReadingProblem } from './problem.ts'
export type { RenderOptions } from './render.ts'
export type * from './types.ts'
export { textOfPage, union } from './words.ts'

/** Reads any bytes in this process, which the file may then slow down or bring down: for tools and tests. See `read.ts`. */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  const { read: readHere } = await import('./read.ts')
  return readHere(bytes, name, options)
}
