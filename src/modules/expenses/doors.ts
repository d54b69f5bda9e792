/** A report as one file with its receipts, as its caller may see it. */
import {
  fileNamed,
  type FileStream,
  refusedAnswer,
  shut,
  type StreamRequest,
  unkept,
} from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { getReport } from './contract.ts'
import { type Receipt, reportPdf } from './paper.ts'

/** How the pages of a paper are drawn: told by whoever puts the modules together. */
export type PagePictures = (
  kernel: Kernel,
  request: Pick<StreamRequest, 'caller' | 'requestId'>,
  documentId: string,
  most: number,
) => Promise<readonly Uint8Array[]>

/** Pages of all receipts of one file. */
const mostPages = 200

export const expenseRoutes = (pictures: PagePictures): readonly FileStream[] => [
  {
    path: '/api/expenses/reports/:id/pdf',
    async answer(kernel, asked) {
      const { caller, requestId } = asked
      const answer = await kernel.ask({
        ...caller,
        query: getReport.name,
        input: { id: asked.params['id'] },
        requestId,
      })
      if (answer.status === 'refused') return refusedAnswer(kernel, asked, answer.refusal)
      const report = getReport.output.decode((answer as unknown as { output: never }).output)
      const receipts: Receipt[] = []
      let room = mostPages
      for (const [index, { document, text }] of report.lines.entries()) {
        if (!document || room === 0) continue
        const pages = await pictures(kernel, asked, document.id, room)
        room -= pages.length
        if (pages.length > 0) receipts.push({ nth: index + 1, text: text || document.title, pages })
      }
      const bytes = await reportPdf(report, receipts, nearestLanguage(asked.language ?? report.language))
      return {
        headers: {
          ...shut,
          ...unkept,
          'content-type': 'application/pdf',
          'content-disposition': fileNamed(
            `${report.number} ${report.record.title}.pdf`,
            asked.query['show'] === '1' ? 'inline' : 'attachment',
          ),
          'content-length': String(bytes.byteLength),
        },
        body: bytes,
      }
    },
  },
]
