/** GET /api/documents/separator?token=… and /api/documents/labels?run=…: papers that are printed to be scanned again. */
import {
  type FileStream,
  type StreamAnswer,
  type StreamRequest,
  fileNamed,
  languageOfCaller,
  refusedAnswer,
  shut,
  unkept,
} from '../../../kernel/files/stream.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { listLabelRuns, listSeparators } from '../contract/pages.ts'
import { catalogues } from '../messages/index.ts'
import type { Keys } from '../messages/en.ts'
import { archiveName } from './archive-number.ts'
import { labelToken } from './queries.ts'
import { labelSheets } from './label-formats.ts'
import { labelsPdf, separatorPdf } from './sheets-pdf.ts'

const pdfAnswer = (pdf: Buffer, name: string): StreamAnswer => ({
  headers: {
    ...shut,
    'content-type': 'application/pdf',
    'content-disposition': fileNamed(`${name}.pdf`),
    'content-length': String(pdf.byteLength),
    ...unkept,
  },
  body: pdf,
})

const notThere = (kernel: Kernel, request: StreamRequest) =>
  refusedAnswer(kernel, request, { status: 404, name: 'record-not-found', data: { kind: 'document' } })

async function wordsOf(kernel: Kernel, { caller, requestId, language }: StreamRequest) {
  const messages = catalogues[nearestLanguage(language ?? (await languageOfCaller(kernel, { ...caller, requestId })))]
  return (key: Keys): string => {
    const message = messages[key]
    return typeof message === 'string' ? message : message.other
  }
}

/** All rows of a list that its caller may see; these lists are short. */
async function rowsOf<Row>(
  kernel: Kernel,
  { caller, requestId }: StreamRequest,
  query: { readonly name: string; readonly output: { parse(value: unknown): { readonly rows: readonly Row[] } } },
  input: object,
): Promise<readonly Row[] | { status: number; name: string }> {
  const answer = await kernel.ask({ ...caller, query: query.name as never, input, requestId })
  return answer.status === 'refused' ? answer.refusal : query.output.parse(answer.output).rows
}

export const separatorStream: FileStream = {
  path: '/api/documents/separator',
  async answer(kernel, request) {
    const rows = await rowsOf(kernel, request, listSeparators, { limit: 5000 })
    if ('status' in rows) return refusedAnswer(kernel, request, rows)
    const row = rows.find(({ id }) => id === request.query['token'])
    if (!row) return notThere(kernel, request)
    const say = await wordsOf(kernel, request)
    const name = row.classCode ? `${row.classCode.code} ${row.classCode.name}` : (row.matter?.title ?? null)
    const pdf = await separatorPdf(row.id, {
      title: say('sheet.separator'),
      under: [
        ...(row.classCode ? [[say('sheet.separator.class'), name!] as const] : []),
        ...(row.matter ? [[say('sheet.separator.matter'), row.matter.title] as const] : []),
      ],
      use: say('sheet.separator.use'),
    })
    return pdfAnswer(pdf, [say('sheet.separator'), name].filter(Boolean).join(' '))
  },
}

export const labelsStream: FileStream = {
  path: '/api/documents/labels',
  async answer(kernel, request) {
    const runs = await rowsOf(kernel, request, listLabelRuns, { limit: 5000 })
    if ('status' in runs) return refusedAnswer(kernel, request, runs)
    const run = runs.find(({ id }) => id === request.query['run'])
    if (!run) return notThere(kernel, request)
    const { caller, requestId } = request
    const token = await kernel.viewing({ ...caller, requestId }, labelToken)
    if (token === null) return notThere(kernel, request)
    const { across, down } = labelSheets[run.format]
    const skip = Number(/^\d{1,3}$/.exec(request.query['skip'] ?? '')?.[0] ?? 0) % (across * down)
    const pdf = await labelsPdf({ token, ...run, skip })
    return pdfAnswer(pdf, `${archiveName(run.first)}-${archiveName(run.last)}`)
  },
}
