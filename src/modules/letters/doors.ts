/** Letters as files: PDF, office file, envelope, labels; and the pictures that stand in them. */
import { sql } from 'kysely'
import { type FileStream, refusedAnswer, type StreamRequest } from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { kernelRefusals } from '../../kernel/refusal.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { fileName, letterPdf, pictureIds, picturesOf } from './drawn.ts'
import { asked, handed, isAnswer } from './handed.ts'
import { dbOf, letterOf } from './letter-row.ts'
import { filledLetterFile, templateFile, versionFile, wordFileAsPdf } from './office/doors.ts'
import { docxType } from './office/take-in.ts'
import { layOut } from './paper.ts'
import { docxOf, type DocxPicture } from './paper/docx.ts'
import { envelopeNames, envelopeSize, layEnvelope, layLabels, sheetNames } from './paper/labels.ts'
import { pdfOf } from './paper/pdf.ts'
import { layLetter } from './paper/sheet.ts'

const laid = (kernel: Kernel, { caller, requestId }: StreamRequest, id: string) =>
  kernel.viewing({ ...caller, requestId }, async view => ({
    ...(await layOut(view, await letterOf(view, id))),
    today: view.today,
    at: view.at.toZonedDateTimeISO(view.office.zone).toPlainDateTime(),
  }))

const pdf: FileStream = {
  path: '/api/letters/:id/letter.pdf',
  async answer(kernel, request) {
    const letter = await asked(kernel, request)
    if (isAnswer(letter)) return letter
    const { facts, values } = await laid(kernel, request, letter.record.id)
    if (letter.file !== null) return wordFileAsPdf(kernel, request, letter, values)
    const bytes = await letterPdf(kernel.files, request.caller.organisationId, layLetter(facts), {
      title: letter.record.title,
      author: facts.head.name,
      language: letter.language,
      on: letter.datedOn,
    })
    const how = request.query['show'] === undefined ? 'attachment' : 'inline'
    return handed(bytes, fileName(letter.number, letter.record.title, 'pdf'), 'application/pdf', how)
  },
}

const docx: FileStream = {
  path: '/api/letters/:id/letter.docx',
  async answer(kernel, request) {
    const letter = await asked(kernel, request)
    if (isAnswer(letter)) return letter
    const { facts, values, at } = await laid(kernel, request, letter.record.id)
    if (letter.file !== null) {
      const bytes = await filledLetterFile(kernel, request, letter.record.id, values)
      return handed(bytes, fileName(letter.number, letter.record.title, 'docx'), docxType)
    }
    const ids = pictureIds(layLetter(facts))
    const pictures = new Map<string, DocxPicture>()
    for (const [id, bytes] of await picturesOf(kernel.files, request.caller.organisationId, ids))
      pictures.set(id, { bytes, type: bytes[0] === 0x89 ? 'png' : 'jpeg' })
    return handed(await docxOf(facts, pictures, at), fileName(letter.number, letter.record.title, 'docx'), docxType)
  },
}

const one = <T extends string>(names: readonly T[], given: string | undefined): T =>
  names.find(name => name === given) ?? names[0]!

const envelope: FileStream = {
  path: '/api/letters/:id/envelope.pdf',
  async answer(kernel, request) {
    const letter = await asked(kernel, request)
    if (isAnswer(letter)) return letter
    const { facts, today } = await laid(kernel, request, letter.record.id)
    const name = one(envelopeNames, request.query['size'])
    const page = layEnvelope(facts.address, [facts.head.name, ...facts.head.address], name)
    const about = { title: letter.record.title, author: facts.head.name, language: letter.language, on: today }
    return handed(await pdfOf([page], { ...about, size: envelopeSize(name) }), `${name}.pdf`, 'application/pdf')
  },
}

const label: FileStream = {
  path: '/api/letters/:id/label.pdf',
  async answer(kernel, request) {
    const letter = await asked(kernel, request)
    if (isAnswer(letter)) return letter
    const { facts, today } = await laid(kernel, request, letter.record.id)
    const name = one(sheetNames, request.query['sheet'] ?? 'L7160')
    const skip = Number(request.query['skip'] ?? 0) || 0
    const about = { title: letter.record.title, author: facts.head.name, language: letter.language, on: today }
    return handed(await pdfOf(layLabels([facts.address], name, skip), about), `${name}.pdf`, 'application/pdf')
  },
}

/** A picture, to whoever may see a text that it stands in; the logo to everybody who writes letters. */
const picture: FileStream = {
  path: '/api/letters/pictures/:id',
  async answer(kernel, request) {
    const { caller, requestId, params } = request
    const id = /^[0-9a-f-]{36}$/.test(params['id'] ?? '') ? params['id']! : null
    const isShown =
      id !== null &&
      (await kernel.viewing({ ...caller, requestId }, async view => {
        const { rows } = await sql`
          select 1 from letters.picture p join ${visibleRecords(view).selectAll()} r on r.id = p.record_id
          where p.organisation_id = ${view.office.id} and p.file_id = ${id}
          union all select 1 from letters.letterhead h where h.organisation_id = ${view.office.id} and h.logo_file_id = ${id}
          limit 1`.execute(dbOf(view))
        return rows.length > 0
      }))
    const file = isShown ? await kernel.files.find(caller.organisationId, id) : null
    if (!file) return refusedAnswer(kernel, request, { ...kernelRefusals.notFound, data: { kind: 'file', id } })
    const bytes = await kernel.files.bytes(caller.organisationId, file.digest)
    return handed(bytes, file.name, file.mediaType === 'image/png' ? 'image/png' : 'image/jpeg', 'inline')
  },
}

export const letterRoutes: readonly FileStream[] = [pdf, docx, envelope, label, picture, versionFile, templateFile]
