/** The lines of a SIE file: a label and fields each, some with lines of their own between braces (SIE 4C, section 5). */
import { BooksFault } from '../model.ts'
import { decodeCp437, encodeCp437, fitCp437 } from './cp437.ts'

/** A text, or a list of objects between braces. */
export type SieField = string | readonly string[]

export interface SieRecord {
  readonly line: number
  /** Without `#`, in capitals. */
  readonly label: string
  readonly fields: readonly SieField[]
  /** What stands between braces beneath a voucher. */
  readonly records: readonly SieRecord[]
}

export interface SieFile {
  /** CP437, as the text of the format asks; some programs write UTF-8 all the same. */
  readonly encoding: 'cp437' | 'utf-8'
  readonly records: readonly SieRecord[]
}

const largest = 128 * 1024 * 1024
const longestLine = 32_768

/** Reads the lines of a file, whatever their labels; refuses what is not SIE, what is cut off and what is not closed. */
export function readSieLines(bytes: Uint8Array): SieFile {
  if (bytes.length > largest) throw new BooksFault('file-too-large', null, { bytes: String(bytes.length) })
  if (bytes.includes(0)) throw new BooksFault('not-sie', 1)
  const { text, encoding } = decode(bytes)
  const records: SieRecord[] = []
  let open: { record: SieRecord; inside: SieRecord[] | null } | null = null
  let number = 0
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1
    if (raw.length > longestLine) throw new BooksFault('line-too-long', number)
    const line = raw.trim()
    if (line === '' || line === '\u001a') continue
    if (line === '{') {
      if (!open || open.inside) throw new BooksFault('brace-unexpected', number)
      open.inside = []
    } else if (line === '}') {
      if (!open?.inside) throw new BooksFault('brace-unexpected', number)
      records.push({ ...open.record, records: open.inside })
      open = null
    } else {
      const record = readLine(line, number)
      if (open?.inside) open.inside.push(record)
      else {
        if (open) records.push(open.record)
        open = { record, inside: null }
      }
    }
    if (
      records.length === 0 &&
      open &&
      open.record.line === number &&
      !/^(FLAGGA|PROGRAM|FORMAT|SIETYP|GEN)$/.test(open.record.label)
    )
      throw new BooksFault('not-sie', number)
  }
  if (open?.inside) throw new BooksFault('not-closed', open.record.line, { label: open.record.label })
  if (open) records.push(open.record)
  if (records.length === 0) throw new BooksFault('not-sie', 1)
  return { encoding, records }
}

/** UTF-8 where the bytes are that and nothing was lost before; else the code page, byte for letter. */
function decode(bytes: Uint8Array): { text: string; encoding: SieFile['encoding'] } {
  if (bytes.some(byte => byte >= 0x80)) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      if (!text.includes('\ufffd')) return { text, encoding: 'utf-8' }
    } catch {
      // not UTF-8: the code page it is
    }
  }
  return { text: decodeCp437(bytes), encoding: 'cp437' }
}

function readLine(line: string, number: number): SieRecord {
  const label = /^#([A-Za-z]+)(?=\s|$)/.exec(line)
  if (!label) throw new BooksFault('label-missing', number)
  const fields: SieField[] = []
  let at = label[0].length
  while (at < line.length) {
    const letter = line[at]!
    if (letter === ' ' || letter === '\t') at += 1
    else if (letter === '{') {
      const list: string[] = []
      at += 1
      for (;;) {
        while (line[at] === ' ' || line[at] === '\t') at += 1
        if (at >= line.length) throw new BooksFault('list-not-closed', number)
        if (line[at] === '}') break
        const [word, next] = readWord(line, at, number, true)
        list.push(word)
        at = next
      }
      at += 1
      fields.push(list)
    } else {
      const [word, next] = readWord(line, at, number, false)
      fields.push(word)
      at = next
    }
  }
  return { line: number, label: label[1]!.toUpperCase(), fields, records: [] }
}

/** A word, or a text between quotation marks in which `\"` stands for one; a text that is the last field may lack its end mark. */
function readWord(line: string, from: number, number: number, inList: boolean): [string, number] {
  if (line[from] !== '"') {
    let to = from
    while (to < line.length && line[to] !== ' ' && line[to] !== '\t' && !(inList && line[to] === '}')) to += 1
    return [line.slice(from, to), to]
  }
  let word = ''
  for (let at = from + 1; at < line.length; at += 1) {
    const letter = line[at]!
    if (letter === '\\' && line[at + 1] === '"') {
      word += '"'
      at += 1
    } else if (letter === '"') return [word, at + 1]
    else word += letter
  }
  // some programs cut a long text at a fixed width, its end mark too: in the last field of a line that says the same
  if (inList) throw new BooksFault('quote-not-closed', number)
  return [word.trimEnd(), line.length]
}

/** Writes the lines; says how many letters the code page lacked. */
export function writeSieLines(file: SieFile): { readonly bytes: Uint8Array; readonly replaced: number } {
  let replaced = 0
  const fit = (word: string): string => {
    if (file.encoding === 'utf-8') return word
    const fitted = fitCp437(word)
    replaced += fitted.replaced
    return fitted.text
  }
  const field = (one: SieField): string =>
    typeof one === 'string' ? quoted(fit(one)) : `{${one.map(word => quoted(fit(word))).join(' ')}}`
  const lines: string[] = []
  const write = (record: SieRecord, indent: string): void => {
    lines.push([`${indent}#${record.label}`, ...record.fields.map(field)].join(' '))
    if (record.records.length === 0) return
    lines.push(`${indent}{`)
    for (const inner of record.records) write(inner, `${indent}  `)
    lines.push(`${indent}}`)
  }
  for (const record of file.records) write(record, '')
  const text = `${lines.join('\r\n')}\r\n`
  return { bytes: file.encoding === 'utf-8' ? new TextEncoder().encode(text) : encodeCp437(text), replaced }
}

/** Quoted unless it is a plain word; control characters have no place in the format. */
function quoted(word: string): string {
  if (/^[\w.+#-]+$/.test(word) && !word.startsWith('#')) return word
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = word.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/\\$/, '\\ ')
  return `"${clean.replaceAll('"', '\\"')}"`
}
