/** Papers as files: invoices, quotes, reminders and statements of account, each as its caller may see it. */
import type { Query } from '../../kernel/declare.ts'
import {
  fileNamed,
  type FileStream,
  refusedAnswer,
  shut,
  type StreamAnswer,
  type StreamRequest,
  unkept,
} from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { eInvoiceWrong, getPaper, getReminder, statement } from './contract.ts'
import { checkSchema } from '../../formats/einvoice/schema-check.ts'
import { eInvoiceOf } from './e-invoice.ts'
import { fileNameOf } from './jobs/papers.ts'
import { paperPdf } from './paper/invoice-pdf.ts'
import { letterPdf, statementPdf } from './paper/letter-pdf.ts'
import { wordsIn } from './words.ts'

function file(bytes: Uint8Array, mediaType: string, name: string, inline: boolean): StreamAnswer {
  return {
    headers: {
      ...shut,
      ...unkept,
      'content-type': mediaType,
      'content-disposition': fileNamed(name, inline ? 'inline' : 'attachment'),
      'content-length': String(bytes.byteLength),
    },
    body: bytes,
  }
}

/** The answer to a query, or its refusal in the caller's words. */
async function answered<Wire, Out>(
  kernel: Kernel,
  asked: StreamRequest,
  query: Query<unknown, Wire, Out>,
  input: Wire,
  then: (output: Out) => Promise<StreamAnswer>,
): Promise<StreamAnswer> {
  const { caller, requestId } = asked
  const answer = await kernel.ask({ ...caller, query: query.name, input, requestId })
  if (answer.status === 'done') return then(query.output.decode((answer as unknown as { output: never }).output))
  return refusedAnswer(kernel, asked, answer.refusal)
}

const paperRoute: FileStream = {
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
const eInvoiceRoute = (form: 'ubl' | 'cii'): FileStream => ({
  path: `/api/receivables/papers/:id/${form}`,
  answer: (kernel, asked) =>
    answered(kernel, asked, getPaper as never, { id: asked.params['id'] }, async ({ paper, draft }: FoundPaper) => {
      if (draft || paper.type === 'quote')
        return refusedAnswer(kernel, asked, {
          status: 409,
          name: 'invoice-not-so-far',
          data: { title: paper.buyer.name },
        })
      const { xml, check } = eInvoiceOf(paper, form)
      const fatal = check.findings.filter(one => one.severity === 'fatal')
      const { problems } = await checkSchema(xml)
      if (fatal.length + problems.length > 0) {
        const rules = [...new Set([...fatal.map(one => one.rule), ...problems.map(() => 'XSD')])].join(', ')
        return refusedAnswer(kernel, asked, { ...eInvoiceWrong, data: { number: paper.number, rules } })
      }
      return file(Buffer.from(xml), 'application/xml', fileNameOf(paper).replace(/pdf$/, 'xml'), false)
    }),
})

type FoundPaper = ReturnType<(typeof getPaper)['output']['decode']>

const reminderRoute: FileStream = {
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

const statementRoute: FileStream = {
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

export const receivableRoutes: readonly FileStream[] = [
  paperRoute,
  eInvoiceRoute('ubl'),
  eInvoiceRoute('cii'),
  reminderRoute,
  statementRoute,
]
