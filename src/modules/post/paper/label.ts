/** An address label for something that goes out: a label for each piece. */
import { fitted, labelInk, labelPdf, type LabelSize, mm } from '../../printing/contract.ts'
import type { getOutgoing } from '../contract.ts'

type Outgoing = ReturnType<typeof getOutgoing.output.parse>

export interface Addressed extends Pick<Outgoing, 'number' | 'recipient' | 'address' | 'pieces' | 'sort'> {
  readonly office: string
  readonly at: Temporal.Instant
  /** How it goes, where it is no plain letter. */
  readonly how: string
}

const natural = [89, 36] as const

/** An address often begins with the name already. */
export function linesOf({ recipient, address }: Pick<Addressed, 'recipient' | 'address'>): string[] {
  const lines = address
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  return (lines[0] === recipient ? lines : [recipient, ...lines]).slice(0, 7)
}

export function postLabelPdf(out: Addressed, size: LabelSize): Promise<Buffer> {
  const lines = linesOf(out)
  const edge = 3 * mm
  const room = natural[0] * mm - 2 * edge
  const step = (natural[1] * mm - 2 * edge - 9) / Math.max(4, lines.length)
  return labelPdf(
    { title: `${out.number} ${out.recipient}`, at: out.at, size, natural, pages: out.pieces },
    (pdf, page) => {
      const one = { lineBreak: false, ellipsis: true, width: room } as const
      const foot = [out.office, out.number, out.how, out.pieces > 1 ? `${page} / ${out.pieces}` : ''].filter(Boolean)
      for (const [at, line] of lines.entries()) {
        pdf.font(at === 0 ? 'strong' : 'text').fontSize(fitted(pdf, line, room, Math.min(15, step - 1), 6))
        pdf.text(line, edge, edge + at * step, one)
      }
      pdf.font('text').fontSize(6.5).fillColor(labelInk.grey)
      pdf.text(foot.join(' · '), edge, natural[1] * mm - edge - 7, one)
    },
  )
}
