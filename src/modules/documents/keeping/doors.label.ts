/** GET /api/documents/places/label?place=…: a label for the spine of a binder or the front of a box. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../../kernel/files/stream.ts'
import PDFDocument from 'pdfkit'
import { listPlaces } from '../contract/paper-places.ts'
import { officeOf } from './certificate-pdf.ts'
import { regularFace } from './pdf-face.ts'

/** Points in a millimetre. */
const mm = 72 / 25.4
/** The usual insert of a wide binder. */
const spine = { width: 55 * mm, height: 190 * mm }

interface Label {
  readonly office: string
  readonly place: string
  readonly years: string
  readonly classes: readonly string[]
}

/** The label on a sheet of its own, with the line to cut along. */
async function labelPdf({ office, place, years, classes }: Label): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 20 * mm, info: { Title: place } })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', regularFace()).font('text')
  const [left, top] = [20 * mm, 20 * mm]
  pdf.lineWidth(0.5).rect(left, top, spine.width, spine.height).stroke('#888')
  const inside = { width: spine.width - 8 * mm, align: 'center' as const }
  pdf
    .fillColor('#000')
    .fontSize(8)
    .text(office, left + 4 * mm, top + 6 * mm, inside)
  pdf.fontSize(place.length > 14 ? 16 : 26).text(place, left + 4 * mm, top + 24 * mm, inside)
  pdf.fontSize(14).text(years, left + 4 * mm, pdf.y + 6 * mm, inside)
  pdf.fontSize(9)
  for (const one of classes.slice(0, 24)) pdf.text(one, left + 4 * mm, pdf.y + 2 * mm, inside)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

export const labelStream: FileStream = {
  path: '/api/documents/places/label',
  async answer(kernel, request) {
    const { query, caller, requestId } = request
    const place = query['place'] ?? ''
    const answer = await kernel.ask({ ...caller, query: listPlaces.name, input: { text: place }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const row = listPlaces.output.parse(answer.output).rows.find(one => one.place === place)
    if (!row)
      return refusedAnswer(kernel, request, { status: 404, name: 'record-not-found', data: { kind: 'document' } })
    const years = [...new Set([row.firstOn?.year, row.lastOn?.year])].filter(Boolean).join(' – ')
    const office = (await officeOf(kernel, caller, requestId)).name
    const pdf = await labelPdf({ office, place, years, classes: row.classes })
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${place}.pdf`),
        'content-length': String(pdf.byteLength),
        ...unkept,
      },
      body: pdf,
    }
  },
}
