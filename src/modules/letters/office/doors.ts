/** Word files of letters and templates, handed out: filled in, as a PDF, as an earlier version, as they came. */
import { sql } from 'kysely'
import { type FileStream, refusedAnswer, type StreamAnswer, type StreamRequest } from '../../../kernel/files/stream.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { getTemplate, noConverter } from '../contract.ts'
import { fileName } from '../drawn.ts'
import { asked, handed, isAnswer, type Letter } from '../handed.ts'
import { dbOf, letterOf } from '../letter-row.ts'
import { NotConverted, wordFilePdf } from './convert.ts'
import { filledOffice } from './apart.ts'
import { officeFileOf } from './rows.ts'
import { docxType } from './take-in.ts'

type Values = ReadonlyMap<string, string | null>

/** The letter's Word file with what is known filled in. */
export async function filledLetterFile(
  kernel: Kernel,
  { caller, requestId }: Pick<StreamRequest, 'caller' | 'requestId'>,
  id: string,
  values: Values,
): Promise<Buffer> {
  const file = await kernel.viewing({ ...caller, requestId }, async view => {
    const { file_id } = await letterOf(view, id)
    return file_id ? officeFileOf(view, file_id) : null
  })
  if (!file) throw new Error('the letter is no Word file any more')
  return filledOffice(await kernel.files.bytes(caller.organisationId, file.digest), values)
}

export async function wordFileAsPdf(
  kernel: Kernel,
  request: StreamRequest,
  letter: Letter,
  values: Values,
): Promise<StreamAnswer> {
  const filled = await filledLetterFile(kernel, request, letter.record.id, values)
  const pdf = await wordFilePdf(filled).catch(thrown => {
    if (thrown instanceof NotConverted) return null
    throw thrown
  })
  if (!pdf) return refusedAnswer(kernel, request, noConverter)
  const how = request.query['show'] === undefined ? 'attachment' : 'inline'
  return handed(pdf, fileName(letter.number, letter.record.title, 'pdf'), 'application/pdf', how)
}

const missing = (kernel: Kernel, request: StreamRequest, kind: string) =>
  refusedAnswer(kernel, request, { ...kernelRefusals.notFound, data: { kind, id: request.params['id'] ?? null } })

async function storedFile(
  kernel: Kernel,
  request: StreamRequest,
  found: { readonly digest: Buffer; readonly name: string } | null,
  kind: string,
): Promise<StreamAnswer> {
  if (!found) return missing(kernel, request, kind)
  return handed(await kernel.files.bytes(request.caller.organisationId, found.digest), found.name, docxType)
}

/** An earlier version that is a Word file, as it was saved. */
export const versionFile: FileStream = {
  path: '/api/letters/:id/versions/:number/letter.docx',
  async answer(kernel, request) {
    const letter = await asked(kernel, request)
    if (isAnswer(letter)) return letter
    const { caller, requestId, params } = request
    const number = /^\d{1,6}$/.test(params['number'] ?? '') ? Number(params['number']) : 0
    const found = await kernel.viewing({ ...caller, requestId }, async view => {
      const { rows } = await sql<{ fileId: string | null }>`select file_id as "fileId" from letters.version
        where organisation_id = ${view.office.id} and letter_id = ${letter.record.id} and number = ${number}`.execute(
        dbOf(view),
      )
      return rows[0]?.fileId ? officeFileOf(view, rows[0].fileId) : null
    })
    return storedFile(kernel, request, found, 'letter')
  },
}

/** A template's Word file in one language, with its fields. */
export const templateFile: FileStream = {
  path: '/api/letter-templates/:id/:language/template.docx',
  async answer(kernel, request) {
    const { caller, requestId, params } = request
    const input = { id: params['id'] }
    const answer = await kernel.ask({ ...caller, query: getTemplate.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const found = await kernel.viewing({ ...caller, requestId }, async view => {
      const { rows } = await sql<{ fileId: string | null }>`select file_id as "fileId" from letters.variant
        where organisation_id = ${view.office.id} and template_id = ${params['id']!} and language = ${params['language']!}`.execute(
        dbOf(view),
      )
      return rows[0]?.fileId ? officeFileOf(view, rows[0].fileId) : null
    })
    return storedFile(kernel, request, found, 'letter-template')
  },
}
