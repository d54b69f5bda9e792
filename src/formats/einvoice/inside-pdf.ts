/**
 * The e-invoice that lies in a hybrid PDF (Factur-X, ZUGFeRD): an embedded file is a stream of its own (ISO 32000-1, 7.11.4), so it is
 * found without opening the document. Bounded: hostile files cost no more than reading them through.
 */
import { inflateSync } from 'node:zlib'
import { syntaxOf } from './read.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRefused } from '../xml/refused.ts'

const mostBytes = 20_000_000
const mostFiles = 50
/** A dictionary before its stream is short: what is longer is none that we look for. */
const mostDictionary = 2_000
const embedded = /\/EmbeddedFile\b|\/(?:text|application)#2Fxml\b/i

/** The XML of the invoice in a PDF; null where there is none that can be read. */
export function invoiceInside(pdf: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  if (bytes.indexOf('%PDF-') !== 0) return null
  let at = 0
  for (let files = 0; files < mostFiles; ) {
    const stream = bytes.indexOf('stream', at, 'latin1')
    if (stream < 0) return null
    at = stream + 6
    if (bytes.toString('latin1', stream - 3, stream) === 'end') continue
    const before = bytes.toString('latin1', Math.max(0, stream - mostDictionary), stream)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (!embedded.test(dictionary)) continue
    files++
    const start = bytes[at] === 0x0d ? at + 2 : at + 1
    const end = bytes.indexOf('endstream', start, 'latin1')
    if (end < 0) return null
    const content = unpacked(bytes.subarray(start, end), dictionary)
    if (content && isInvoice(content)) return content
    at = end + 9
  }
  return null
}

function unpacked(packed: Buffer, dictionary: string): Uint8Array | null {
  if (!/\/Filter\b/.test(dictionary)) return packed.length <= mostBytes ? packed : null
  if (!/\/FlateDecode\b/.test(dictionary)) return null
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes })
  } catch {
    return null
  }
}

function isInvoice(content: Uint8Array): boolean {
  try {
    return syntaxOf(parseXml(content)) !== null
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return false
    throw thrown
  }
}
