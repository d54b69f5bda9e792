/** Proof of transmission: what went where, when, and what was said of it, with the digest of the very bytes. */
import {
  shut,
  type FileStream,
  fileNamed,
  languageOfCaller,
  refusedAnswer,
  unkept,
} from '../../../kernel/files/stream.ts'
import { getFax } from '../contract.ts'
import { type Keys, wordsIn } from '../words.ts'
import { momentIn, table } from './cover.ts'
import { pdfOf, sheet } from './fax-pdf.ts'

type Fax = ReturnType<typeof getFax.output.parse>

export function proofPdf(fax: Fax, language: string): Promise<Buffer> {
  const say = wordsIn(language)
  const moment = (at: Temporal.Instant | null) => (at ? momentIn(language, fax.zone, at) : '')
  const state = say(`state.fax.${fax.record.state}` as Keys)
  const rows: readonly (readonly [string, string])[] = [
    [say('page.fax.paper.to'), [fax.party?.title, fax.name].find(Boolean) ?? ''],
    [say('page.fax.paper.number'), fax.fax ?? ''],
    [say('page.fax.paper.from'), [fax.by?.title, fax.office].filter(Boolean).join(', ')],
    [say('page.fax.paper.own'), fax.own ?? ''],
    [say('page.fax.paper.about'), fax.document?.title ?? ''],
    [say('page.fax.pages'), fax.pages === null ? '' : String(fax.pages)],
    [say('page.fax.when'), moment(fax.at)],
    [say('page.fax.result'), fax.problem ? `${state}: ${say(`choice.fax.problem.${fax.problem}` as Keys)}` : state],
    [say('page.fax.ended'), moment(fax.endedAt)],
    [say('page.fax.line'), fax.line?.title ?? ''],
    [say('page.fax.spool'), fax.spoolJob ?? ''],
    [say('page.fax.report'), fax.report],
    [say('page.fax.digest'), fax.digest ?? ''],
  ]
  const title = `${say('page.fax.proof')} ${fax.number}`
  return pdfOf(title, fax.endedAt ?? fax.at, pdf => {
    pdf.addPage({ size: sheet, margin: 0 })
    pdf
      .font('strong')
      .fontSize(22)
      .fillColor('#16181a')
      .text(title, 62, 64, { width: sheet[0] - 124 })
    table(pdf, rows, 118)
  })
}

export const proofRoute: FileStream = {
  path: '/api/fax/:id/proof.pdf',
  async answer(kernel, request) {
    const { caller, requestId, params } = request
    const answer = await kernel.ask({ ...caller, query: getFax.name, input: { id: params['id'] }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const fax = getFax.output.parse(answer.output)
    const language = request.language ?? (await languageOfCaller(kernel, { ...caller, requestId }))
    const body = await proofPdf(fax, language)
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${fax.number}.pdf`, 'inline'),
        'content-length': String(body.byteLength),
        ...unkept,
      },
      body,
    }
  },
}
