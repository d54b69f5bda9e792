/** GET /api/documents/register/pdf?year=…&direction=…: the register of a year, as it is bound or handed to an archive. */
import {
  type FileStream,
  fileNamed,
  languageOfCaller,
  refusedAnswer,
  shut,
  unkept,
} from '../../../kernel/files/stream.ts'
import PDFDocument from 'pdfkit'
import { listRegister } from '../contract/registration.ts'
import { officeOf, type Wording } from './certificate-pdf.ts'
import { wordsIn } from './doors.certificate.ts'
import { regularFace } from './pdf-face.ts'

type Rows = ReturnType<(typeof listRegister)['output']['parse']>['rows']

/** Points: number, day, from or to, what about. */
const widths = [84, 64, 150, 220] as const
const margin = 38

async function registerPdf(rows: Rows, heading: string, office: string, say: Wording): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin, info: { Title: heading } })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', regularFace()).font('text')
  pdf.fontSize(9).text(office).fontSize(16).text(heading).moveDown(0.6).fontSize(8)
  const line = (cells: readonly string[], isStruck = false) => {
    const height = Math.max(...cells.map((cell, at) => pdf.heightOfString(cell || ' ', { width: widths[at]! - 6 })))
    if (pdf.y + height > pdf.page.height - margin) pdf.addPage()
    const top = pdf.y
    let left = margin
    cells.forEach((cell, at) => {
      pdf.text(cell || ' ', left, top, { width: widths[at]! - 6, strike: isStruck && at < 4 })
      left += widths[at]!
    })
    pdf.x = margin
    pdf.y = top + height + 3
  }
  line([say('page.register.number'), say('field.happenedOn'), say('field.correspondent'), say('field.subject')])
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(pdf.page.width - margin, pdf.y)
    .lineWidth(0.5)
    .stroke('#888')
  pdf.y += 4
  for (const row of rows) {
    const subject = row.secret ? `${row.subject} [${row.secrecyBasis ?? say('field.secret')}]` : row.subject
    line([row.number, row.happenedOn.toString(), row.correspondent ?? '', subject], row.struckAt !== null)
    if (row.strikeReason) line(['', '', '', `${say('page.register.struck')}: ${row.strikeReason}`])
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** A year of a large office; what lies beyond is asked for by direction. */
const slices = 40

export const registerStream: FileStream = {
  path: '/api/documents/register/pdf',
  async answer(kernel, request) {
    const { query, caller, requestId } = request
    const { year, direction } = query
    const rows: Rows = []
    for (let after: string | null = '0', at = 0; after !== null && at < slices; at++) {
      const input = { limit: 5000, after, ...(year ? { year } : {}), ...(direction ? { direction } : {}) }
      const answer = await kernel.ask({ ...caller, query: listRegister.name, input, requestId })
      if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
      const slice = listRegister.output.parse(answer.output)
      rows.push(...slice.rows)
      after = slice.next
    }
    const say = wordsIn(kernel, request.language ?? (await languageOfCaller(kernel, { ...caller, requestId })))
    const heading = [say('page.register'), direction ? say(`choice.direction.${direction}`) : null, year]
      .filter(Boolean)
      .join(' ')
    const office = (await officeOf(kernel, caller, requestId)).name
    const pdf = await registerPdf(rows.toReversed(), heading, office, say)
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${heading}.pdf`),
        'content-length': String(pdf.byteLength),
        ...unkept,
      },
      body: pdf,
    }
  },
}
