/** What a merge gave, as files: the letters to print, each by itself in an archive, its addresses on labels. */
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import {
  fileNamed,
  type FileStream,
  refusedAnswer,
  shut,
  type StreamAnswer,
  type StreamRequest,
  unkept,
} from '../../../kernel/files/stream.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { zipOf } from '../../../formats/zip/write.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { getMerge, noConverter } from '../contract.ts'
import { fileName, letterPdf } from '../drawn.ts'
import { handed } from '../handed.ts'
import { dbOf } from '../letter-row.ts'
import { layLabels, sheetNames } from '../paper/labels.ts'
import { pdfOf } from '../paper/pdf.ts'
import { layLetter } from '../paper/sheet.ts'
import { filledApart } from '../office/apart.ts'
import { wordFilePdf } from '../office/convert.ts'
import { docxType } from '../office/take-in.ts'
import { type Laid, mergeOf, rowLayout, rowsAfter } from './rows.ts'

type Merge = ReturnType<(typeof getMerge)['output']['parse']>

const headers = (name: string, type: string) => ({
  ...shut,
  'content-type': type,
  'content-disposition': fileNamed(name),
  ...unkept,
})

async function asked(kernel: Kernel, request: StreamRequest): Promise<Merge | StreamAnswer> {
  const { caller, requestId } = request
  const answer = await kernel.ask({ ...caller, query: getMerge.name, input: { id: request.params['id'] }, requestId })
  return answer.status === 'refused'
    ? refusedAnswer(kernel, request, answer.refusal)
    : getMerge.output.parse(answer.output)
}
const isAnswer = (one: Merge | StreamAnswer): one is StreamAnswer => 'headers' in one

/** Rows that can be letters, laid out some at a time. */
async function* laidRows(kernel: Kernel, { caller, requestId }: StreamRequest, id: string) {
  let after = 0
  for (;;) {
    const some = await kernel.viewing({ ...caller, requestId }, async view => {
      const merge = await mergeOf(view, id)
      const rows = merge ? await rowsAfter(view, id, after, 50) : []
      const lay = merge ? await rowLayout(view, merge, rows) : null
      return rows.map(row => ({ position: row.position, laid: lay!(row), on: merge!.dated_on }))
    })
    if (some.length === 0) return
    for (const one of some) if (one.laid.problem === null) yield one
    after = some.at(-1)!.position
  }
}

interface Kept {
  readonly digest: Buffer
  readonly name: string
  readonly type: string
}

/** What was drawn last: a PDF, a Word file, or several packed together. */
const printed: FileStream = {
  path: '/api/letter-merges/:id/printed',
  async answer(kernel, request) {
    const merge = await asked(kernel, request)
    if (isAnswer(merge)) return merge
    const { caller, requestId } = request
    const kept = await kernel.viewing({ ...caller, requestId }, async view => {
      const { rows } = await sql<Kept>`
        select f.digest, f.name, f.media_type as type from letters.merge m join kernel.file f on f.organisation_id = m.organisation_id and f.id = m.file_id
        where m.organisation_id = ${view.office.id} and m.id = ${merge.record.id}`.execute(dbOf(view))
      return rows[0]
    })
    if (!kept)
      return refusedAnswer(kernel, request, {
        status: 404,
        name: 'record-not-found',
        data: { kind: 'letter-merge', id: merge.record.id },
      })
    const body = await kernel.files.open(caller.organisationId, kept.digest)
    return { headers: headers(kept.name, kept.type), body }
  },
}

const zip: FileStream = {
  path: '/api/letter-merges/:id/letters.zip',
  async answer(kernel, request) {
    const merge = await asked(kernel, request)
    if (isAnswer(merge)) return merge
    async function* entries() {
      for await (const { position, laid, on } of laidRows(kernel, request, (merge as Merge).record.id)) {
        if (laid.file) {
          const bytes = await wordFileOf(kernel, request, laid)
          if (bytes) yield { name: fileName(String(position).padStart(4, '0'), laid.name, 'docx'), bytes }
          continue
        }
        const facts = { title: laid.facts.subject, author: laid.facts.head.name, language: laid.language, on }
        const bytes = await letterPdf(kernel.files, request.caller.organisationId, layLetter(laid.facts), facts)
        yield { name: fileName(String(position).padStart(4, '0'), laid.name, 'pdf'), bytes }
      }
    }
    const at = merge.datedOn.toPlainDateTime()
    return {
      headers: headers(fileName(null, merge.record.title, 'zip'), 'application/zip'),
      body: Readable.from(zipOf(entries(), at)),
    }
  },
}

const labels: FileStream = {
  path: '/api/letter-merges/:id/labels.pdf',
  async answer(kernel, request) {
    const merge = await asked(kernel, request)
    if (isAnswer(merge)) return merge
    const addresses: (readonly string[])[] = []
    for await (const { laid } of laidRows(kernel, request, merge.record.id)) addresses.push(laid.facts.address)
    const name = sheetNames.find(one => one === request.query['sheet']) ?? 'L7160'
    const skip = Number(request.query['skip'] ?? 0) || 0
    const facts = { title: merge.record.title, author: '', language: 'en', on: merge.datedOn }
    const bytes = await pdfOf(layLabels(addresses, name, skip), facts)
    return { headers: headers(fileName(name, merge.record.title, 'pdf'), 'application/pdf'), body: bytes }
  },
}

/** The row's Word file filled in; null where it cannot be. */
async function wordFileOf(kernel: Kernel, { caller }: StreamRequest, { file, values }: Laid): Promise<Buffer | null> {
  const bytes = await kernel.files.bytes(caller.organisationId, file!.digest)
  const [filled] = await filledApart(bytes, [values])
  return filled ?? null
}

/** One letter of a merge that is written in Word files, to be looked at before all are made. */
const one = (ending: 'docx' | 'pdf'): FileStream => ({
  path: `/api/letter-merges/:id/rows/:position/letter.${ending}`,
  async answer(kernel, request) {
    const merge = await asked(kernel, request)
    if (isAnswer(merge)) return merge
    const { caller, requestId, params } = request
    const position = /^[1-9]\d{0,3}$/.test(params['position'] ?? '') ? Number(params['position']) : 0
    const laid = await kernel.viewing({ ...caller, requestId }, async view => {
      const whole = await mergeOf(view, merge.record.id)
      const [row] = whole && position > 0 ? await rowsAfter(view, whole.id, position - 1, 1) : []
      return whole && row?.position === position ? (await rowLayout(view, whole, [row]))(row) : null
    })
    const filled = laid?.file ? await wordFileOf(kernel, request, laid) : null
    if (!laid || !filled) {
      const data = { kind: 'letter-merge', id: merge.record.id }
      return refusedAnswer(kernel, request, { ...kernelRefusals.notFound, data })
    }
    const name = fileName(String(position), laid.name, ending)
    if (ending === 'docx') return handed(filled, name, docxType)
    const pdf = await wordFilePdf(filled).catch(() => null)
    return pdf
      ? handed(pdf, name, 'application/pdf', 'inline')
      : refusedAnswer(kernel, request, { ...noConverter, data: {} })
  },
})

export const mergeRoutes: readonly FileStream[] = [printed, zip, labels, one('docx'), one('pdf')]
