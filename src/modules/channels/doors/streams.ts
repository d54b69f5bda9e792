/** Files that strangers sent, and a form as they would see it; each is answered as its caller. */
import { fileNamed, type FileStream, refusedAnswer, shut } from '../../../kernel/files/stream.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { getAttachment, getForm } from '../contract.ts'
import { formHtml, pageHeaders } from '../forms/page.ts'

/** What opens nothing by itself in a browser; everything else goes out as plain bytes. */
const harmless: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'text/plain',
])

const fileStream: FileStream = {
  path: '/api/channels/files/:id/:n',
  async answer(kernel, request) {
    const { params, caller, requestId } = request
    const n = /^\d{1,2}$/.test(params['n'] ?? '') ? Number(params['n']) : 0
    const answer = await kernel.ask({
      ...caller,
      query: getAttachment.name,
      input: { messageId: params['id'], n },
      requestId,
    })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const found = getAttachment.output.parse(answer.output)
    const isHarmless = harmless.has(found.mediaType)
    return {
      headers: {
        ...shut,
        'content-type': isHarmless ? found.mediaType : 'application/octet-stream',
        'content-disposition': fileNamed(
          found.name,
          isHarmless && request.query['show'] === 'yes' ? 'inline' : 'attachment',
        ),
        'cache-control': 'private, max-age=3600',
        'content-length': String(found.bytes),
      },
      body: await kernel.files.open(caller.organisationId, Buffer.from(found.digest, 'hex')),
    }
  },
}

/** The page itself, as it is kept now: what one sees while building it is what strangers see. */
const previewStream: FileStream = {
  path: '/api/channels/forms/:id/preview',
  async answer(kernel, request) {
    const { params, caller, requestId, query } = request
    const answer = await kernel.ask({ ...caller, query: getForm.name, input: { id: params['id'] }, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const form = getForm.output.parse(answer.output)
    const language = form.languages.find(one => one === nearestLanguage(query['lang'])) ?? form.languages[0]!
    const body = formHtml({ ...form, title: form.record.title }, { language, action: '', stamp: '', preview: true })
    return {
      headers: {
        ...pageHeaders(['self'], 'none'),
        'x-frame-options': 'SAMEORIGIN',
        'cache-control': 'private, no-store',
      },
      body: Buffer.from(body),
    }
  },
}

export const channelRoutes: readonly FileStream[] = [fileStream, previewStream]
