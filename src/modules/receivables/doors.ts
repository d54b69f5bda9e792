/** Papers as files: invoices, quotes, reminders and statements of account, each as its caller may see it. */
import type { Readable } from 'node:stream'
import type { Query } from '../../kernel/declare.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { eInvoiceWrong, getPaper, getReminder, statement } from './contract.ts'
import { eInvoiceOf } from './e-invoice.ts'
import { fileNameOf } from './jobs/papers.ts'
import { paperPdf } from './paper/invoice-pdf.ts'
import { letterPdf, statementPdf } from './paper/letter-pdf.ts'
import { wordsIn } from './words.ts'

interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly caller: { readonly organisationId: string; readonly principalId: string; readonly mandateId: string | null }
  readonly requestId: string
  readonly language?: string | undefined
}
interface Answer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readable | Uint8Array | null
}
interface Route {
  readonly path: string
  answer(kernel: Kernel, asked: Asked): Promise<Answer>
}

const shut = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
}

function file(bytes: Uint8Array, mediaType: string, name: string, inline: boolean): Answer {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '_')
  return {
    headers: {
      ...shut,
      'content-type': mediaType,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'content-length': String(bytes.byteLength),
    },
    body: bytes,
  }
}

/** The answer to a query, or its refusal in the caller's words. */
async function answered<Wire, Out>(
  kernel: Kernel,
  asked: Asked,
  query: Query<unknown, Wire, Out>,
  input: Wire,
  then: (output: Out) => Promise<Answer>,
): Promise<Answer> {
  const { caller, requestId } = asked
  const answer = await kernel.ask({ ...caller, query: query.name, input, requestId })
  if (answer.status === 'done') return then(query.output.decode((answer as unknown as { output: never }).output))
  return refused(kernel, asked, answer.refusal)
}

function refused(
  kernel: Kernel,
  { requestId, language = 'en' }: Asked,
  { status, name, data }: { status: number; name: string; data: object },
): Answer {
  const nearest = nearestLanguage(language)
  const say = (key: string) => {
    const message = kernel.registry.message(nearest, key)
    return message === undefined ? key : translate(message, data as Params, nearest)
  }
  const refusal = { name, data, message: say(`refusal.${name}`), todo: say(`refusal.${name}.todo`) }
  return {
    status,
    headers: { ...shut, 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify({ status: 'refused', refusal, requestId })),
  }
}

const paperRoute: Route = {
  path: '/api/receivables/papers/:id/pdf',
  answer: (kernel, asked) =>
    answered(kernel, asked, getPaper as never, { id: asked.params['id'] }, async (found: FoundPaper) => {
      const { paper, digest, draft } = found
      const bytes = digest
        ? await kernel.files.bytes(asked.caller.organisationId, Buffer.from(digest, 'hex'))
        : await paperPdf(paper, { draft })
      return file(bytes, 'application/pdf', fileNameOf(paper), asked.query['show'] === '1')
    }),
}

/** The e-invoice as Peppol takes it (UBL), or as a hybrid PDF holds it (CII): not before its rules are kept. */
const eInvoiceRoute = (form: 'ubl' | 'cii'): Route => ({
  path: `/api/receivables/papers/:id/${form}`,
  answer: (kernel, asked) =>
    answered(kernel, asked, getPaper as never, { id: asked.params['id'] }, async ({ paper, draft }: FoundPaper) => {
      if (draft || paper.type === 'quote')
        return refused(kernel, asked, { status: 409, name: 'invoice-not-so-far', data: { title: paper.buyer.name } })
      const { xml, check } = eInvoiceOf(paper, form)
      const fatal = check.findings.filter(one => one.severity === 'fatal')
      if (fatal.length > 0) {
        const rules = [...new Set(fatal.map(one => one.rule))].join(', ')
        return refused(kernel, asked, { ...eInvoiceWrong, data: { number: paper.number, rules } })
      }
      return file(Buffer.from(xml), 'application/xml', fileNameOf(paper).replace(/pdf$/, 'xml'), false)
    }),
})

type FoundPaper = ReturnType<(typeof getPaper)['output']['decode']>

const reminderRoute: Route = {
  path: '/api/receivables/reminders/:id/pdf',
  answer: (kernel, asked) =>
    answered(
      kernel,
      asked,
      getReminder as never,
      { id: asked.params['id'] },
      async ({ letter }: ReturnType<(typeof getReminder)['output']['decode']>) => {
        const step = Math.min(3, Math.max(1, letter.step)) as 1 | 2 | 3
        const name = `${wordsIn(letter.language)(`page.letter.title.${step}`)}.pdf`
        return file(await letterPdf(letter), 'application/pdf', name, asked.query['show'] === '1')
      },
    ),
}

const statementRoute: Route = {
  path: '/api/receivables/customers/:id/statement',
  answer: (kernel, asked) => {
    const { from, until } = asked.query
    const input = { id: asked.params['id'], ...(from ? { from } : {}), ...(until ? { until } : {}) }
    return answered(
      kernel,
      asked,
      statement as never,
      input,
      async (facts: ReturnType<(typeof statement)['output']['decode']>) =>
        file(
          await statementPdf(facts),
          'application/pdf',
          `${wordsIn(facts.language)('page.paper.statement')} ${facts.buyer.name}.pdf`,
          asked.query['show'] === '1',
        ),
    )
  },
}

export const receivableRoutes: readonly Route[] = [
  paperRoute,
  eInvoiceRoute('ubl'),
  eInvoiceRoute('cii'),
  reminderRoute,
  statementRoute,
]
