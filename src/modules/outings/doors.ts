/** GET /api/outings/:id/name-tags.pdf?sheet=L7160: whoever comes, and whoever they bring, on labels of that size. */
import { type FileStream, fileNamed, refusedAnswer, shut, unkept } from '../../kernel/files/stream.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import { getOuting } from './contract.ts'
import { nameTagsPdf, type SheetName, sheets } from './paper/name-tags.ts'
import { wordsIn } from './words.ts'

const isSheet = (name: string): name is SheetName => Object.hasOwn(sheets, name)

const nameTags: FileStream = {
  path: '/api/outings/:id/name-tags.pdf',
  async answer(kernel, request) {
    const { caller, requestId } = request
    const input = { id: request.params['id'] }
    const answer = await kernel.ask({ ...caller, query: getOuting.name, input, requestId })
    if (answer.status === 'refused') return refusedAnswer(kernel, request, answer.refusal)
    const outing = getOuting.output.parse(answer.output)
    const { language } = await kernel.viewing({ ...caller, requestId }, async view => view.office)
    const say = wordsIn(nearestLanguage(language))
    const { title } = outing.record
    const tags = outing.registrations
      .filter(one => one.answer === 'coming')
      .flatMap(one => [
        { name: one.name, under: title },
        ...Array.from({ length: one.guests }, () => ({ name: ' ', under: say('page.tags.guest', { name: one.name }) })),
      ])
    const asked = request.query['sheet'] ?? 'L7160'
    const pdf = await nameTagsPdf(`${say('page.outing.tags')} ${title}`, tags, isSheet(asked) ? asked : 'L7160')
    return {
      headers: {
        ...shut,
        'content-type': 'application/pdf',
        'content-disposition': fileNamed(`${say('page.outing.tags')} ${title}.pdf`),
        'content-length': String(pdf.byteLength),
        ...unkept,
      },
      body: pdf,
    }
  },
}

export const outingRoutes: readonly FileStream[] = [nameTags]
