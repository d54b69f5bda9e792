/** GET /api/documents/certificates/:id/pdf: the certificate as its reader takes it to an auditor. */
import {
  type FileStream,
  fileNamed,
  languageOfCaller,
  refusedAnswer,
  shut,
  unkept,
} from '../../../kernel/files/stream.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import { getCertificate } from '../contract/keeping.ts'
import { certificatePdf, officeOf, type Wording } from './certificate-pdf.ts'

/** Words of the catalogues in one language. */
export function wordsIn(kernel: Kernel, language: string): Wording {
  const nearest = nearestLanguage(language)
  return (key, params = {}) => {
    const message = kernel.registry.message(nearest, key)
    return message === undefined ? key : translate(message, params, nearest)
  }
}

export const certificateStream: FileStream = {
  path: '/api/documents/certificates/:id/pdf',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const answer = await kernel.ask({ ...caller, query: getCertificate.name, input: { id: params['id'] }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const certificate = getCertificate.output.parse(answer.output)
    const say = wordsIn(kernel, request.language ?? (await languageOfCaller(kernel, { ...caller, requestId })))
    const pdf = await certificatePdf(certificate, await officeOf(kernel, caller, requestId), say)
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${certificate.record.title}.pdf`),
        'content-length': String(pdf.byteLength),
        ...unkept,
      },
      body: pdf,
    }
  },
}
