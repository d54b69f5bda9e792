/** The certificate of destruction as a PDF, in its reader's language: what an auditor or an archive gets. */
import PDFDocument from 'pdfkit'
import { regularFace } from './pdf-face.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { getCertificate } from '../contract/keeping.ts'

type Certificate = ReturnType<(typeof getCertificate)['output']['parse']>

/** Points. */
const margin = 48
const mono = 'Courier'

export interface Wording {
  (key: string, params?: Record<string, unknown>): string
}

/** Draws it on A4; gives the whole file. */
export async function certificatePdf(
  { certificate, lines, linesErased, linesKept }: Certificate,
  office: Awaited<ReturnType<typeof officeOf>>,
  say: Wording,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    info: { Title: `${say('keeping.certificate')} ${certificate.number}` },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', regularFace())
  const moment = (iso: string) =>
    Temporal.Instant.from(iso)
      .toZonedDateTimeISO(office.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ')
  pdf.font('text').fontSize(9).text(office.name)
  pdf
    .moveDown(0.5)
    .fontSize(18)
    .text(`${say('keeping.certificate')} ${certificate.number}`)
  pdf.moveDown(0.5).fontSize(10)
  const facts: readonly (readonly [string, string | null])[] = [
    [say('page.keeping.decided'), moment(certificate.decidedAt)],
    [say('page.keeping.decided-by'), certificate.decidedBy],
    [say('page.keeping.reason'), certificate.reason],
    [say('field.handedTo'), certificate.handedTo],
    [say('kind.document.plural'), String(certificate.papers)],
  ]
  for (const [label, value] of facts) if (value) pdf.text(`${label}: ${value}`)
  if (certificate.again) pdf.text(say('page.keeping.again'))
  pdf.moveDown(0.5).text(say('page.keeping.statement'))
  pdf.text(say('page.keeping.lines', { erased: linesErased, kept: linesKept }))
  pdf.moveDown()
  for (const line of lines) {
    if (pdf.y > pdf.page.height - margin - 64) pdf.addPage()
    const title = line.title ?? say('page.keeping.confidential')
    pdf.font('text').fontSize(9).text(`${line.position}. ${title}`)
    const about = [
      say(`choice.kind.${line.kind}`),
      line.classCode,
      line.basis,
      line.issuedOn?.toString() ?? line.receivedOn.toString(),
      line.keepUntil ? `${say('field.keepUntil')} ${line.keepUntil.toString()}` : null,
      line.goneAt ? `${say('page.keeping.gone')} ${moment(line.goneAt)}` : say('page.keeping.waiting'),
      line.shared ? say('page.keeping.shared') : null,
    ].filter(Boolean)
    pdf.fontSize(8).text(about.join(' · '), { indent: 14 })
    pdf.font(mono).fontSize(7).text(`SHA-256 ${line.digest}`, { indent: 14 })
    pdf.moveDown(0.4)
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** Who destroyed, and by which clock. */
export async function officeOf(
  kernel: Kernel,
  caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null },
  requestId: string,
) {
  return kernel.viewing({ ...caller, requestId }, async view => view.office)
}
