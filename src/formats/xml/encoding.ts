import { XmlRefused } from './refused.ts'

/** What is read, by declared name; everything else is refused rather than guessed. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-8': bytes => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  'utf-16le': bytes => new TextDecoder('utf-16le', { fatal: true }).decode(bytes),
  'utf-16be': bytes => new TextDecoder('utf-16be', { fatal: true }).decode(bytes),
  'iso-8859-1': latin1,
  'windows-1252': bytes => new TextDecoder('windows-1252', { fatal: true }).decode(bytes),
  'iso-8859-15': bytes => new TextDecoder('iso-8859-15', { fatal: true }).decode(bytes),
  'iso-8859-2': bytes => new TextDecoder('iso-8859-2', { fatal: true }).decode(bytes),
}

const otherNames: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  latin1: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  cp1252: 'windows-1252',
}

/** `TextDecoder` calls windows-1252 by the name of ISO 8859-1; the bytes 80 to 9F differ. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Bytes → text, by byte order mark, else by the declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  const decode = decoders[otherNames[encoding] ?? encoding]
  if (!decode) throw new XmlRefused('xml-encoding', 0, encoding)
  try {
    return decode(bytes)
  } catch {
    throw new XmlRefused('xml-encoding', 0, encoding)
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  const head = latin1(bytes.subarray(0, 256))
  const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)?.[1]
  return declared?.toLowerCase() ?? 'utf-8'
}
