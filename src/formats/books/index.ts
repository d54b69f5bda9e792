/** The exchange formats of books by name: how each is written, read, and by what it was checked. */
import { validateXml } from '../xml/schema.ts'
import { checkBooks } from './check.ts'
import { writeHledger } from './hledger.ts'
import { type Books, BooksFault, type BooksFinding, type BooksRead } from './model.ts'
import { readSaftNo, saftNoSchema, writeSaftNo } from './saft/norway.ts'
import { checkSaftPt, readSaftPt, writeSaftPt } from './saft/portugal.ts'
import { readD406, writeD406 } from './saft/romania.ts'
import { readSie } from './sie/to-books.ts'
import { writeSie } from './sie/write.ts'
import { readXaf, writeXaf, xafSchema } from './xaf.ts'

export const bookFormats = ['sie4', 'saft-no', 'saft-pt', 'd406', 'xaf', 'hledger'] as const
export type BookFormat = (typeof bookFormats)[number]

/** The country whose format it is; null where any may use it. */
export const countryOfFormat: Readonly<Record<BookFormat, string | null>> = {
  sie4: 'SE',
  'saft-no': 'NO',
  'saft-pt': 'PT',
  d406: 'RO',
  xaf: 'NL',
  hledger: null,
}

export const extensionOf: Readonly<Record<BookFormat, string>> = {
  sie4: 'se',
  'saft-no': 'xml',
  'saft-pt': 'xml',
  d406: 'xml',
  xaf: 'xaf',
  hledger: 'journal',
}

export interface Written {
  readonly bytes: Uint8Array
  /** By what the file was checked before it was handed out. */
  readonly checkedBy: 'schema' | 'own-rules'
  readonly schema: string | null
  /** Why no schema was used, where the format has one. */
  readonly reason: 'checked' | 'not-at-hand' | 'does-not-load' | 'none'
  readonly findings: readonly BooksFinding[]
  /** Letters that the format's character set lacks and that were written otherwise. */
  readonly replaced: number
}

/**
 * Writes the books and tries the file before handing it out: own rules, then the schema where one is at hand, then read back and
 * compared in what counts. What does not hold is refused with the place named.
 */
export async function writeBooks(books: Books, format: BookFormat): Promise<Written> {
  const broken = [...checkBooks(books), ...(format === 'saft-pt' ? checkSaftPt(books) : [])]
  const stopping = broken.find(one => one.name !== 'closing-differs')
  if (stopping) throw new BooksFault(stopping.name, stopping.line, stopping.data)
  const { bytes, replaced } = bytesOf(books, format)
  const schema = format === 'saft-no' ? saftNoSchema : format === 'xaf' ? xafSchema : null
  const checked = schema ? await validateXml(bytes, schema) : null
  const problem = checked?.problems[0]
  if (problem) throw new BooksFault('schema-broken', problem.line, { message: problem.message.slice(0, 300) })
  readBack(books, bytes, format)
  return {
    bytes,
    checkedBy: checked?.schema ? 'schema' : 'own-rules',
    schema: checked?.schema ?? null,
    reason: checked?.reason ?? 'none',
    findings: broken,
    replaced,
  }
}

function bytesOf(books: Books, format: BookFormat): { bytes: Uint8Array; replaced: number } {
  if (format === 'sie4') return writeSie(books)
  const writers = {
    'saft-no': writeSaftNo,
    'saft-pt': writeSaftPt,
    d406: writeD406,
    xaf: writeXaf,
    hledger: writeHledger,
  }
  return { bytes: new TextEncoder().encode(writers[format](books)), replaced: 0 }
}

/** The written file, read again, has the same entries with the same numbers and sums. */
function readBack(books: Books, bytes: Uint8Array, format: BookFormat): void {
  if (format === 'hledger') return
  const again = readBooks(bytes, format).books
  const sums = (one: Books): Map<string, bigint> => {
    const found = new Map<string, bigint>()
    for (const entry of one.entries)
      for (const line of entry.lines) found.set(line.account, (found.get(line.account) ?? 0n) + line.amount)
    return found
  }
  const [before, after] = [sums(books), sums(again)]
  const differs = [...before].find(([account, amount]) => (after.get(account) ?? 0n) !== amount)
  if (again.entries.length !== books.entries.length || differs)
    throw new BooksFault('read-back-differs', null, { account: differs?.[0] ?? '' })
}

export type ReadableFormat = Exclude<BookFormat, 'hledger'>

export function readBooks(bytes: Uint8Array, format: ReadableFormat): BooksRead {
  const readers = { sie4: readSie, 'saft-no': readSaftNo, 'saft-pt': readSaftPt, d406: readD406, xaf: readXaf }
  return readers[format](bytes)
}

/** Which format a file is, by what stands in it; null where it is none of them. */
export function formatOf(bytes: Uint8Array): ReadableFormat | null {
  let start = 0
  while (start < bytes.length && (bytes[start]! <= 0x20 || [0xef, 0xbb, 0xbf].includes(bytes[start]!))) start += 1
  if (bytes[start] === 0x23) return 'sie4'
  if (bytes[start] !== 0x3c) return null
  const head = new TextDecoder('latin1').decode(bytes.subarray(start, start + 4000))
  if (head.includes('urn:StandardAuditFile-Taxation-Financial:NO')) return 'saft-no'
  if (head.includes('StandardAuditFile-Tax:PT')) return 'saft-pt'
  if (head.includes('anaf:dgti:d406')) return 'd406'
  if (/<(?:\w+:)?auditfile[\s>]/.test(head)) return 'xaf'
  return null
}

/** Reads a file of any format; what is none of them is refused. */
export function readAnyBooks(bytes: Uint8Array): BooksRead & { readonly format: ReadableFormat } {
  const format = formatOf(bytes)
  if (!format) throw new BooksFault('not-books', 1)
  return { ...readBooks(bytes, format), format }
}
