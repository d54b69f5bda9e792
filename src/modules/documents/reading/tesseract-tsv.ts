import type { Word } from './types.ts'

/**
 * Words out of tesseract's TSV: level 5 rows carry left, top, width, height in pixels, a confidence of 0 to 100, and the text.
 * Boxes become fractions of a picture of `width` by `height` pixels.
 */
export function wordsOfTsv(tsv: string, width: number, height: number): Word[] {
  const words: Word[] = []
  for (const row of tsv.split('\n')) {
    if (!row.startsWith('5\t')) continue
    const cells = row.split('\t')
    const [x, y, w, h, confidence] = cells.slice(6, 11).map(Number)
    const text = cells.slice(11).join('\t').trim().normalize('NFC')
    if (x === undefined || y === undefined || w === undefined || h === undefined || text === '') continue
    words.push({
      text,
      box: [x / width, y / height, w / width, h / height],
      confidence: Math.max(0, Math.min(1, (confidence ?? 0) / 100)),
    })
  }
  return words
}
