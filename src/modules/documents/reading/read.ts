import { textOfDocx } from './docx.ts'
import { textOfHtml } from './html.ts'
import { identify, type Identity } from './identify.ts'
import { readImage } from './image.ts'
import { languageOf } from './language.ts'
import { mailOf, safeName } from './mail.ts'
import { sheetsOfOds, textOfOds } from './ods.ts'
import { textOfOdt } from './odt.ts'
import { OUTLOOK_TYPE } from './outlook/is-outlook-mail.ts'
import { outlookMailOf } from './outlook/message.ts'
import { limitsOf, type Limits, type ReadOptions } from './options.ts'
import { readPdf } from './pdf.ts'
import { decodeText } from './plain.ts'
import { findingOf, ReadingProblem } from './problem.ts'
import { sheetsOfText } from './sheets.ts'
import type { Finding, MailHead, Page, Part, Reading, Sheet } from './types.ts'
import { flowPage, textOfPage } from './words.ts'
import { sheetsOfXlsx, textOfXlsx } from './xlsx.ts'
import { textOfXml } from './xml.ts'
import { decodeXml } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'

type Content = Partial<Pick<Reading, 'pages' | 'codes' | 'parts' | 'mail' | 'text' | 'sheets'>>

/** A file larger than this is kept, not read. */
const MAX_BYTES = 300_000_000
const MAX_TEXT = 10_000_000

/**
 * Reads any bytes: pages of positioned words, text, what is inside, codes, language. Never throws: what could not be read
 * says why in `error`. It runs in this process; servers call `readInChild`, which can be killed.
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  const warnings: Finding[] = []
  let identity: Identity = { mediaKind: 'unknown', mediaType: 'application/octet-stream' }
  try {
    if (bytes.length === 0) throw new ReadingProblem('file-empty')
    if (bytes.length > MAX_BYTES) throw new ReadingProblem('file-too-large', { bytes: bytes.length, limit: MAX_BYTES })
    identity = identify(bytes, name)
    const content = await contentOf(bytes, name, identity, limitsOf(options), warnings)
    return readingOf(identity, content, warnings, null)
  } catch (thrown) {
    return readingOf(identity, {}, warnings, findingOf(thrown))
  }
}

function readingOf(identity: Identity, content: Content, warnings: readonly Finding[], error: Finding | null): Reading {
  const pages = content.pages ?? []
  const text = (content.text ?? pages.map(textOfPage).join('\f')).slice(0, MAX_TEXT)
  return {
    ...identity,
    pages,
    text,
    parts: content.parts ?? [],
    codes: content.codes ?? [],
    ...(content.sheets ? { sheets: content.sheets } : {}),
    mail: content.mail ?? null,
    language: languageOf(text),
    warnings,
    error,
  }
}

async function contentOf(
  bytes: Uint8Array,
  name: string,
  { mediaKind, mediaType }: Identity,
  limits: Limits,
  warnings: Finding[],
): Promise<Content> {
  switch (mediaKind) {
    case 'pdf':
      return readPdf(bytes, limits, warnings)
    case 'image':
      return readImage(bytes, limits, warnings)
    case 'mail':
      return mailContent(bytes, mediaType, warnings)
    case 'docx':
      return flow(await textOfDocx(bytes, warnings))
    case 'xlsx':
      return tables(await sheetsOfXlsx(bytes, warnings), textOfXlsx)
    case 'ods':
      return tables(await sheetsOfOds(bytes, warnings), textOfOds)
    case 'odt':
      return flow(await textOfOdt(bytes, warnings))
    case 'ubl':
    case 'cii':
      return flow(textOfXml(bytes), [{ name: safeName(name) || 'invoice.xml', mediaType, bytes }])
    case 'xml':
      return flow(textOfXml(bytes))
    case 'zip':
      return { parts: await zipParts(bytes, warnings) }
    case 'html':
      return flow(textOfHtml(decodeXml(bytes)))
    case 'text':
      return textOrTable(decodeText(bytes), name)
    case 'unknown':
      throw new ReadingProblem('kind-unknown')
  }
}

/** Text without places; pages end at form feeds. */
function flow(text: string, parts: readonly Part[] = [], mail: MailHead | null = null): Content {
  const pages: Page[] = text
    .slice(0, MAX_TEXT)
    .split('\f')
    .map((page, index) => flowPage(index + 1, page))
  return { pages, text, parts, mail }
}

function tables(sheets: readonly Sheet[], textOf: (sheets: readonly Sheet[]) => string): Content {
  return { ...flow(textOf(sheets)), sheets }
}

function textOrTable(text: string, name: string): Content {
  const sheets = sheetsOfText(text, name)
  return { ...flow(text), ...(sheets.length > 0 ? { sheets } : {}) }
}

async function mailContent(bytes: Uint8Array, mediaType: string, warnings: Finding[]): Promise<Content> {
  const mail = mediaType === OUTLOOK_TYPE ? outlookMailOf(bytes, warnings) : mailOf(bytes)
  const { head, text, parts } = await mail
  return flow(text, parts, head)
}

async function zipParts(bytes: Uint8Array, warnings: Finding[]): Promise<Part[]> {
  const entries = await unzip(bytes, name => !/(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name), warnings)
  return entries.map((entry, index) => {
    const name = safeName(entry.name) || `entry-${index + 1}`
    return { name, mediaType: identify(entry.bytes, name).mediaType, bytes: entry.bytes }
  })
}
