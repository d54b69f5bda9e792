import { heifKind } from './heic.ts'
import { isOutlookMail, OUTLOOK_TYPE } from './outlook/is-outlook-mail.ts'
import type { MediaKind } from './types.ts'

export interface Identity {
  readonly mediaKind: MediaKind
  readonly mediaType: string
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT = 'application/vnd.oasis.opendocument.text'
const ODS = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * What a file is, by its bytes. The name decides nothing but between kinds of plain text that look alike
 * (a mail whose first header is odd), because names are chosen by strangers.
 */
export function identify(bytes: Uint8Array, name: string): Identity {
  return (
    bySignature(bytes) ??
    (isZip(bytes) ? identifyZip(bytes) : null) ??
    identifyText(bytes, name) ?? { mediaKind: 'unknown', mediaType: 'application/octet-stream' }
  )
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset + from,
    Math.max(0, Math.min(length, bytes.length - from)),
  ).toString('latin1')
}

/** Formats told by their first bytes (PDF allows 1,024 bytes of rubbish before its header, ISO 32000-1 annex H). */
function bySignature(bytes: Uint8Array): Identity | null {
  const head = ascii(bytes, 0, 16)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return { mediaKind: 'image', mediaType: 'image/png' }
  if (head.startsWith('\xff\xd8\xff')) return { mediaKind: 'image', mediaType: 'image/jpeg' }
  if (/^(II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head)) return { mediaKind: 'image', mediaType: 'image/tiff' }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { mediaKind: 'image', mediaType: 'image/webp' }
  if (/^GIF8[79]a/.test(head)) return { mediaKind: 'image', mediaType: 'image/gif' }
  const heif = heifKind(bytes)
  if (heif !== null) return { mediaKind: 'image', mediaType: `image/${heif}` }
  if (isOutlookMail(bytes)) return { mediaKind: 'mail', mediaType: OUTLOOK_TYPE }
  const early = ascii(bytes, 0, 1024)
  const pdf = early.indexOf('%PDF-')
  if (pdf === 0 || (pdf > 0 && !/^[\s\ufeff]*(<\?xml|<!doctype|<html|[A-Za-z-]+:)/i.test(early.slice(0, pdf)))) {
    return { mediaKind: 'pdf', mediaType: 'application/pdf' }
  }
  return null
}

function isZip(bytes: Uint8Array): boolean {
  return /^PK(\x03\x04|\x05\x06)/.test(ascii(bytes, 0, 4))
}

/** Office files are ZIPs; their parts are named in the local headers and again in the central directory at the end. */
function identifyZip(bytes: Uint8Array): Identity {
  const names = ascii(bytes, 0, 4096) + ascii(bytes, Math.max(0, bytes.length - 65_536), 65_536)
  if (names.includes(`mimetype${ODS}`)) return { mediaKind: 'ods', mediaType: ODS }
  if (names.includes(`mimetype${ODT}`)) return { mediaKind: 'odt', mediaType: ODT }
  if (names.includes('[Content_Types].xml') || names.includes('_rels/.rels')) {
    if (names.includes('word/document')) return { mediaKind: 'docx', mediaType: DOCX }
    if (names.includes('xl/workbook')) return { mediaKind: 'xlsx', mediaType: XLSX }
  }
  return { mediaKind: 'zip', mediaType: 'application/zip' }
}

const MAIL_HEADER =
  /^(received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|content-type|reply-to|sender|x-[\w-]+|dkim-signature|arc-[\w-]+|references|in-reply-to|content-transfer-encoding|user-agent|importance|list-[\w-]+)[ \t]*:/i

/** Text kinds: XML by its root's namespace, HTML, mail by its headers, else plain text where the bytes are text. */
function identifyText(bytes: Uint8Array, name: string): Identity | null {
  const start = decodeStart(bytes)
  if (start === null) return null
  const trimmed = start.replace(/^[\ufeff\s]+/, '')
  const xml = identifyXml(trimmed)
  if (xml !== null) return xml
  if (/^<(!doctype\s+html|html|head|body|meta|table|div|p|!--)/i.test(trimmed)) {
    return { mediaKind: 'html', mediaType: 'text/html' }
  }
  if (looksLikeMail(trimmed, name)) return { mediaKind: 'mail', mediaType: 'message/rfc822' }
  if (trimmed.length === 0) return null
  return { mediaKind: 'text', mediaType: 'text/plain' }
}

/** The first 16 KB as text, or null where they hold bytes that no text has. */
function decodeStart(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 16_384)
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) odd++
  if (odd > head.length / 200) return null
  return new TextDecoder('utf-8').decode(head)
}

const UBL = /urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2/
const CII = /urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:|urn:ferd:CrossIndustryDocument:/

function identifyXml(start: string): Identity | null {
  if (!start.startsWith('<')) return null
  const declared = /^<\?xml[\s?]/.test(start)
  const root = /<(?![?!])([\w.-]+:)?([\w.-]+)([^>]*)>?/.exec(start.replace(/<!--[\s\S]*?-->/g, ''))
  if (root === null) return declared ? { mediaKind: 'xml', mediaType: 'application/xml' } : null
  const local = root[2] ?? ''
  if (local.toLowerCase() === 'html') return { mediaKind: 'html', mediaType: 'text/html' }
  const namespaced = /\sxmlns(:[\w.-]+)?\s*=/.test(root[3] ?? '')
  if (!declared && !namespaced) return null
  const attributes = root[3] ?? ''
  if (UBL.test(attributes) && /^(Invoice|CreditNote)$/.test(local)) {
    return { mediaKind: 'ubl', mediaType: 'application/xml' }
  }
  if (CII.test(attributes) && /^CrossIndustry(Invoice|Document)$/.test(local)) {
    return { mediaKind: 'cii', mediaType: 'application/xml' }
  }
  return { mediaKind: 'xml', mediaType: 'application/xml' }
}

/** A mail begins with header lines (RFC 5322), after an mbox `From ` line at most; at least two known names among them. */
function looksLikeMail(start: string, name: string): boolean {
  const lines = start.split(/\r\n|\r|\n/, 60)
  if (/^>?From \S/.test(lines[0] ?? '')) lines.shift()
  let known = 0
  for (const line of lines) {
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    if (MAIL_HEADER.test(line)) known++
    else if (!/^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(line)) break
  }
  return known >= 2 || (known >= 1 && /\.(eml|msg|mbox)$/i.test(name)) || /\.eml$/i.test(name)
}
