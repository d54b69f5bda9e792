/** Reading: any bytes to pages of positioned words. What others in this module may use of it. */
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
export { read } from './read.ts'
export { renderPage, type RenderOptions } from './render.ts'
export { searchablePdf, writeSearchablePdf } from './searchable/write.ts'
export type * from './types.ts'
export { textOfPage, union } from './words.ts'
