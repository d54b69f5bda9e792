/** Signs a PDF by adding to it (ISO 32000-1, 12.8; ETSI EN 319 142-1): every byte that was there stays where it was. */
import { createHash, type KeyObject } from 'node:crypto'
import { detachedSignature } from './cms.ts'
import {
  dictionaryAt,
  openPdf,
  type PdfFile,
  PdfUnreadable,
  referenceOf,
  referencesIn,
  written,
} from './pdf-objects.ts'

export interface Sealing {
  readonly key: KeyObject
  readonly certificate: Uint8Array
  readonly at: Temporal.Instant
  /** Who signs, and why, as readers show it. */
  readonly name: string
  readonly reason: string
}

/** Room for the signature, bytes: it takes some 1,200 with its certificate. */
const room = 6_000
const rangeMark = '/ByteRange [0 ********** ********** **********]'

const textString = (text: string): string =>
  `<FEFF${Buffer.from(text.slice(0, 300), 'utf16le').swap16().toString('hex').toUpperCase()}>`

const dateString = (at: Temporal.Instant): string =>
  `(D:${at
    .round('second')
    .toString()
    .replace(/[-:TZ]/g, '')
    .slice(0, 14)}Z)`

function dictionaryOf(file: PdfFile, number: number): Map<string, string> {
  return dictionaryAt(file.object(number), 0).entries
}

function need(number: number | null, what: string): number {
  if (number === null) throw new PdfUnreadable(what)
  return number
}

function lastPageOf(file: PdfFile, root: ReadonlyMap<string, string>): number {
  let at = need(referenceOf(root.get('Pages')), 'pages')
  for (let depth = 0; depth < 50; depth++) {
    const entries = dictionaryOf(file, at)
    const kids = entries.get('Kids')
    if (kids === undefined) return at
    const direct = referenceOf(kids) === null ? kids : file.object(referenceOf(kids)!)
    at = need(referencesIn(direct).at(-1) ?? null, 'a page')
  }
  throw new PdfUnreadable('pages without end')
}

/** An array that stands in its place or elsewhere, with one more reference in it. */
function withOne(file: PdfFile, array: string | undefined, number: number): string {
  const elsewhere = referenceOf(array)
  const direct = elsewhere === null ? (array ?? '[]') : file.object(elsewhere)
  return direct.replace(/\]\s*$/, ` ${number} 0 R]`)
}

/** The objects that change or are new, as they are written after the file. */
function objectsOf(file: PdfFile, { at, name, reason }: Sealing): Map<number, string> {
  const size = Number(file.trailer.get('Size'))
  const [signature, field] = [size, size + 1]
  const rootNumber = need(referenceOf(file.trailer.get('Root')), 'root')
  const root = dictionaryOf(file, rootNumber)
  const pageNumber = lastPageOf(file, root)
  const page = dictionaryOf(file, pageNumber)
  page.set('Annots', withOne(file, page.get('Annots'), field))
  const objects = new Map<number, string>([[pageNumber, written(page)]])
  const formNumber = referenceOf(root.get('AcroForm'))
  const direct = root.get('AcroForm')
  const form =
    formNumber !== null
      ? dictionaryOf(file, formNumber)
      : direct
        ? dictionaryAt(direct, 0).entries
        : new Map<string, string>()
  form.set('Fields', withOne(file, form.get('Fields'), field))
  // Signatures there are, and what follows is added, never written anew.
  form.set('SigFlags', '3')
  if (formNumber === null) objects.set(rootNumber, written(root.set('AcroForm', written(form))))
  else objects.set(formNumber, written(form))
  objects.set(
    signature,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${textString(name)} /Reason ${textString(reason)} ` +
      `/M ${dateString(at)} ${rangeMark} /Contents <${'0'.repeat(room * 2)}> >>`,
  )
  objects.set(
    field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [0 0 0 0] /T (Seal${at.epochMilliseconds}) /V ${signature} 0 R /P ${pageNumber} 0 R >>`,
  )
  return objects
}

/** What is added to the file: objects, their table, and where that stands. */
function addition(file: PdfFile, from: number, objects: ReadonlyMap<number, string>): string {
  let text = '\n'
  const places: [number, number][] = []
  for (const [number, body] of [...objects].toSorted(([a], [b]) => a - b)) {
    places.push([number, from + text.length])
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const table = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = new Map(file.trailer)
  trailer.set('Size', String(Math.max(Number(file.trailer.get('Size')), ...objects.keys()) + 1))
  trailer.set('Prev', String(file.start))
  return `${text}xref\n${table}trailer\n${written(trailer)}\nstartxref\n${from + text.length}\n%%EOF\n`
}

/** Rejects with `PdfUnreadable` what was not written in one piece. */
export function signPdf(pdf: Buffer, sealing: Sealing): Buffer {
  const file = openPdf(pdf)
  const added = addition(file, pdf.length, objectsOf(file, sealing))
  const whole = Buffer.concat([pdf, Buffer.from(added, 'latin1')])
  const hole = whole.indexOf('/Contents <0000', pdf.length, 'latin1') + '/Contents '.length
  const after = hole + room * 2 + 2
  const range = [hole, after, whole.length - after].map(String)
  const shown = `/ByteRange [0 ${range.join(' ')}]`
  whole.write(shown.padEnd(rangeMark.length), whole.indexOf(rangeMark, pdf.length, 'latin1'), 'latin1')
  const digest = createHash('sha256').update(whole.subarray(0, hole)).update(whole.subarray(after)).digest()
  const signature = detachedSignature(digest, sealing.key, sealing.certificate)
  if (signature.length > room) throw new PdfUnreadable('the signature is too long')
  whole.write(signature.toString('hex'), hole + 1, 'latin1')
  return whole
}
