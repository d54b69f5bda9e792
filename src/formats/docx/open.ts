/** A Word file (ECMA-376, Office Open XML) that somebody has sent: opened within limits, and refused where it could do more than say something. */
import { attribute, childrenOf, type XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { unzipped, type ZipLimits, ZipRefused } from '../zip/read.ts'

/** `active`: parts that run something. `outside`: loads something from elsewhere when it is opened. */
export const docxReasons = ['not-docx', 'damaged', 'too-large', 'encrypted', 'active', 'outside'] as const
export type DocxReason = (typeof docxReasons)[number]

export class DocxRefused extends Error {
  readonly reason: DocxReason
  constructor(reason: DocxReason) {
    super(reason)
    this.reason = reason
  }
}

export interface Docx {
  /** Every part by its name, as it came. */
  readonly parts: ReadonlyMap<string, Buffer>
}

export const mostDocxBytes = 20_000_000
const limits: ZipLimits = { entries: 1000, totalBytes: 80_000_000, entryBytes: 40_000_000, ratio: 300 }
const xmlLimits = { bytes: 12_000_000, depth: 180, nodes: 800_000 }
/** All that is read of one file together, whatever number of heads and feet it is cut into. */
const mostRead = { words: 12_000_000, relations: 2_000_000 } as const

/** Parts whose words are read and filled in: heads first, then the text, notes, feet. */
const order = ['header', 'document', 'footnotes', 'endnotes', 'footer']
const worded = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/
const rankOf = (name: string): number => order.findIndex(part => name.startsWith(`word/${part}`))

export const wordParts = ({ parts }: Docx): string[] =>
  [...parts.keys()]
    .filter(name => worded.test(name))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b, 'en', { numeric: true }))

const mainTypes = /wordprocessingml\.(?:document|template)\.main\+xml/

export async function openDocx(bytes: Uint8Array): Promise<Docx> {
  if (bytes.byteLength > mostDocxBytes) throw new DocxRefused('too-large')
  const parts = await entriesOf(bytes)
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) throw new DocxRefused('not-docx')
  const docx = { parts }
  requirePassive(docx)
  for (const [name, part] of parts) if (/\.(?:xml|rels)$/i.test(name)) requirePlain(part)
  const words = wordParts(docx).map(name => parts.get(name)!)
  const relations = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, part]) => part)
  if (sizeOf(words) > mostRead.words || sizeOf(relations) > mostRead.relations) throw new DocxRefused('too-large')
  for (const part of words) parsed(part)
  for (const part of relations) requireWithin(parsed(part))
  return docx
}

const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0)

async function entriesOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  try {
    return await unzipped(bytes, limits)
  } catch (thrown) {
    if (!(thrown instanceof ZipRefused)) throw thrown
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    // a file with a password is no ZIP at all: it is wrapped in a compound file (MS-OFFCRYPTO)
    const isWrapped = bytes[0] === 0xd0 && bytes[1] === 0xcf
    if (isWrapped) throw new DocxRefused('encrypted')
    if (!isZip) throw new DocxRefused('not-docx')
    throw new DocxRefused(thrown.reason === 'odd-name' ? 'damaged' : thrown.reason)
  }
}

function parsed(part: Buffer): XmlElement {
  try {
    return parseXml(part, xmlLimits)
  } catch {
    throw new DocxRefused(part.length > xmlLimits.bytes ? 'too-large' : 'damaged')
  }
}

/** Macros, controls and packed programs are no letter. */
function requirePassive({ parts }: Docx): void {
  const types = parts.get('[Content_Types].xml')!.toString('utf8')
  if (/macroEnabled/i.test(types)) throw new DocxRefused('active')
  if (!mainTypes.test(types)) throw new DocxRefused('not-docx')
  for (const name of parts.keys())
    if (/vbaProject\.bin$|^word\/activeX\/|^word\/embeddings\/.*\.(?:bin|exe|docm|xlsm|pptm)$/i.test(name))
      throw new DocxRefused('active')
}

/** No part declares a document type: nobody needs entities but who would expand them without end. Nor is it hidden in another encoding. */
function requirePlain(part: Buffer): void {
  if (part.includes(0)) throw new DocxRefused('damaged')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1'))) throw new DocxRefused('damaged')
}

/** What may lie elsewhere: where a link leads to, and the template on the writer's own disk, which is looked at by nobody else. */
function requireWithin(relations: XmlElement): void {
  for (const one of childrenOf(relations, 'Relationship')) {
    const type = attribute(one, 'Type')?.split('/').at(-1) ?? ''
    if (type === 'aFChunk') throw new DocxRefused('outside')
    if (attribute(one, 'TargetMode') !== 'External' || type === 'hyperlink') continue
    const target = attribute(one, 'Target') ?? ''
    if (
      type === 'attachedTemplate' &&
      /^(?:file:\/\/\/[A-Za-z]:|[A-Za-z]:[\\/]|file:\/\/\/(?:home|Users)\/)/.test(target)
    )
      continue
    throw new DocxRefused('outside')
  }
}
