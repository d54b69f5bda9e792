/** GET /api/meetings/:id/agenda.pdf and …/minutes.pdf: on paper, as it stands; approved minutes as they were kept. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { getPaper, type PaperSort } from './contract.ts'
import { meetingPdf, paperName } from './paper/meeting-pdf.ts'

const route = (what: PaperSort): FileStream => ({
  path: `/api/meetings/:id/${what}.pdf`,
  async answer(kernel, request) {
    const { caller, requestId } = request
    const input = { id: request.params['id'], what }
    const answer = await kernel.ask({ ...caller, query: getPaper.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const paper = getPaper.output.parse(answer.output)
    const kept = what === 'minutes' && paper.digest && paper.corrections.length === 0
    const pdf = kept
      ? await kernel.files.bytes(caller.organisationId, Buffer.from(paper.digest!, 'hex'))
      : await meetingPdf(paper)
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(paperName(paper), request.query['show'] === '1' ? 'inline' : 'attachment'),
        'content-length': String(pdf.byteLength),
        ...unkept,
      },
      body: pdf,
    }
  },
})

export const meetingRoutes: readonly FileStream[] = [route('agenda'), route('minutes')]
