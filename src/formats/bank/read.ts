/** Files of a bank: the format is known again by itself, broken and hostile ones are refused with the line named. */
import { type ReadOptions, type StatementFile, StatementRefused } from './model.ts'
import { looksLikeBgmax, readBgmax } from './read/bgmax.ts'
import { readCamt } from './read/camt.ts'
import { looksLikeCoda, readCoda } from './read/coda.ts'
import { readCsv } from './read/csv.ts'
import { guessLayout } from './read/csv-layout.ts'
import { looksLikeMt940, readMt940 } from './read/mt940.ts'
import { looksLikeOcrGiro, readOcrGiro } from './read/ocr-giro.ts'
import { decode, largestFile_bytes } from './read/parts.ts'

/** Reads a statement in any format that Kontor knows. Throws `StatementRefused`. */
export function readStatement(bytes: Uint8Array, options: ReadOptions = {}): StatementFile {
  if (bytes.length > largestFile_bytes) throw new StatementRefused('statement-too-large', null, `${bytes.length} bytes`)
  if (looksLikeXml(bytes)) return readCamt(bytes)
  const text = decode(bytes).replace(/^\ufeff/, '')
  if (text.trim() === '') throw new StatementRefused('statement-format-unknown', 1, 'the file is empty')
  if (isBinary(text)) throw new StatementRefused('statement-format-unknown', 1, 'the file is no text')
  if (options.layout) return readCsv(text, options.layout, options.currency)
  const trimmed = text.replace(/^[\r\n]+/, '')
  if (looksLikeBgmax(trimmed)) return readBgmax(text)
  if (looksLikeOcrGiro(trimmed)) return readOcrGiro(text)
  if (looksLikeCoda(trimmed)) return readCoda(text)
  if (looksLikeMt940(text)) return readMt940(text)
  const layout = guessLayout(text)
  if (layout) return readCsv(text, layout, options.currency)
  if (/\.(?:csv|tsv|txt)$/i.test(options.name ?? '') && /[;,\t|]/.test(text))
    throw new StatementRefused('statement-layout-unknown', 1, 'no headings say which column is day and amount')
  throw new StatementRefused('statement-format-unknown', 1, 'no format of a bank is known again')
}

/** The first sign of XML, whatever the encoding and the byte order mark. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64).filter(byte => byte !== 0)
  return /^(?:\ufeff|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*<[?!A-Za-z]/.test(String.fromCharCode(...head))
}

/** Signs that no text of a bank has: noughts, or many controls. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 4096)
  let controls = 0
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at)
    if (code === 0) return true
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls += 1
  }
  return controls > 16
}
