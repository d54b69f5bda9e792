/** A reading as the acts take it: clean text, packed pages, findings without what the database cannot hold. */
import { cleanLine, cleanText } from './clean-text.ts'
import { packLines } from './reading-pack.ts'
import type { LeftPage } from './pages/lay-out.ts'
import type { Finding, Page, Reading } from './reading/types.ts'
import { packSheet } from './sheets.ts'

/** Words are kept for this many pages; the text of all of them is. */
const mostPagesWithWords = 300
const mostCharacters = 5_000_000

export function readingOut(reading: Reading, bandsOf: (text: string) => readonly bigint[]) {
  const text = cleanText(reading.text).slice(0, mostCharacters).toWellFormed()
  return {
    mediaKind: reading.mediaKind,
    mediaType: cleanLine(reading.mediaType, 200),
    language: reading.language,
    pageCount: reading.pages.length,
    pages: reading.pages.slice(0, mostPagesWithWords).map(page => ({ number: page.number, ...pageOut(page) })),
    text,
    sheets: (reading.sheets ?? []).map(packSheet),
    bands: bandsOf(text).map(String),
    warnings: reading.warnings.slice(0, 90).map(findingOut),
    error: reading.error && findingOut(reading.error),
  }
}

function pageOut({ width, height, turn, skew, source, lines, origin, turned, blank }: Page) {
  return {
    width,
    height,
    turn,
    skew,
    source,
    words: packLines(lines).toString('base64'),
    ...(origin === undefined ? {} : { origin }),
    ...(turned === undefined ? {} : { turned }),
    ...(blank ? { blank } : {}),
  }
}

/** Pages that are kept and not shown. */
export const leftOut = (left: readonly LeftPage[]) =>
  left.slice(0, mostPagesWithWords).map(({ page, text }) => ({
    ...pageOut(page),
    origin: page.number,
    text: cleanText(text).slice(0, 200_000).toWellFormed(),
  }))

export const findingOut = ({ name, data }: Finding) => ({
  name,
  ...(data
    ? {
        data: Object.fromEntries(
          Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? cleanLine(value, 500) : value]),
        ),
      }
    : {}),
})
