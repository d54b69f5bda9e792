import type { Code, Page, Reading, Word } from '../reading/types.ts'

/** One run of text on a paper: points from the left and top edge, the words, and their size (10 unless said). */
export type Run = readonly [left: number, top: number, text: string, size?: number]

const width = 595
const height = 842

/** Sets runs of text on A4 pages as a printer would: proportional enough for columns, gaps and boxes to mean something. */
export function pageOf(runs: readonly Run[], number = 1): Page {
  const lines = runs.map(([left, top, text, size = 10]) => {
    const words: Word[] = []
    let x = left
    for (const part of text.split(' ')) {
      const wide = part.length * size * 0.5
      if (part !== '')
        words.push({ text: part, box: [x / width, top / height, wide / width, size / height], confidence: 1 })
      x += wide + size * 0.28
    }
    return { words, box: [left / width, top / height, (x - left) / width, size / height] as const }
  })
  return { number, width, height, lines, source: 'text-layer', turn: 0, skew: 0 }
}

/** A reading of pages that never stood in a file. */
export function readingOf(pages: readonly Page[], language: string | null, codes: readonly Code[] = []): Reading {
  return {
    mediaKind: 'pdf',
    mediaType: 'application/pdf',
    pages,
    text: pages.map(page => page.lines.map(line => line.words.map(word => word.text).join(' ')).join('\n')).join('\f'),
    parts: [],
    codes,
    mail: null,
    language,
    warnings: [],
    error: null,
  }
}

/** A one-page paper in one go. */
export function paper(language: string | null, runs: readonly Run[], codes: readonly Code[] = []): Reading {
  return readingOf([pageOf(runs)], language, codes)
}

/** Lines of plain text under one another, for letters. */
export function letter(language: string, lines: readonly string[]): Reading {
  return paper(
    language,
    lines.map((text, index) => [60, 60 + index * 14, text, index === 0 ? 16 : 10] as const),
  )
}
