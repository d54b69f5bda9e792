/** A printer for tests: an IPP server in this process that keeps what it is given, and can be out of paper. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { attributesOf, decodeIpp, numbersOf, textsOf } from '../../formats/ipp/decode.ts'
import { encodeIpp } from '../../formats/ipp/encode.ts'
import { groupTags, type IppAttribute, type IppGroup, type IppMessage, type IppValue } from '../../formats/ipp/types.ts'
import { operations } from './wire/operations.ts'

export interface TakenJob {
  readonly id: number
  readonly name: string
  readonly format: string
  readonly data: Uint8Array
  readonly wishes: ReadonlyMap<string, IppAttribute>
  state: number
  reasons: string[]
}

export interface TestPrinter {
  readonly uri: string
  readonly jobs: TakenJob[]
  /** What it says of itself beside what every printer says. */
  readonly said: Map<string, IppAttribute>
  /** Each answer goes through this: to break off, to refuse. */
  before: (operation: number) => number | 'drop' | null
  close(): Promise<void>
}

const one = (tag: number, name: string, ...values: readonly unknown[]): IppAttribute => ({
  name,
  values: values.map(value => ({ tag, value }) as IppValue),
})
const keyword = (name: string, ...values: readonly string[]) => one(0x44, name, ...values)

const usual = (): Map<string, IppAttribute> =>
  new Map(
    [
      one(0x23, 'printer-state', 3),
      keyword('printer-state-reasons', 'none'),
      one(0x35, 'printer-make-and-model', { language: 'sv', text: 'Provskrivare Å 20' }),
      one(0x49, 'document-format-supported', 'application/pdf', 'image/jpeg'),
      keyword('sides-supported', 'one-sided', 'two-sided-long-edge'),
      keyword('media-source-supported', 'auto', 'tray-1', 'tray-2'),
      keyword('print-color-mode-supported', 'auto', 'monochrome', 'color'),
      one(0x23, 'finishings-supported', 3, 4),
      one(0x33, 'copies-supported', { from: 1, to: 99 }),
      one(0x23, 'operations-supported', ...Object.values(operations)),
      one(0x42, 'marker-names', 'Black', 'Cyan'),
      one(0x21, 'marker-levels', 40, -2),
    ].map(attribute => [attribute.name, attribute]),
  )

const head: IppGroup = {
  tag: groupTags.operation,
  attributes: [one(0x47, 'attributes-charset', 'utf-8'), one(0x48, 'attributes-natural-language', 'en')],
}

const jobGroup = (job: TakenJob): IppGroup => ({
  tag: groupTags.job,
  attributes: [
    one(0x21, 'job-id', job.id),
    one(0x42, 'job-name', job.name),
    one(0x23, 'job-state', job.state),
    keyword('job-state-reasons', ...(job.reasons.length ? job.reasons : ['none'])),
    one(0x21, 'job-media-sheets-completed', job.state === 9 ? 1 : 0),
  ],
})

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Answers an operation; the numbers are of RFC 8011 appendix B. */
function answer(printer: TestPrinter, asked: IppMessage): { code: number; groups: IppGroup[] } {
  const about = attributesOf(asked, groupTags.operation)
  const known = printer.jobs.find(job => job.id === numbersOf(about.get('job-id'))[0])
  const take = (data: Uint8Array): TakenJob => {
    const name = textsOf(about.get('job-name'))[0] ?? ''
    const format = textsOf(about.get('document-format'))[0] ?? ''
    const wishes = attributesOf(asked, groupTags.job)
    const job = { id: printer.jobs.length + 1, name, format, data, wishes, state: 3, reasons: [] }
    printer.jobs.push(job)
    return job
  }
  switch (asked.code) {
    case operations.getPrinterAttributes:
      return { code: 0, groups: [{ tag: groupTags.printer, attributes: [...printer.said.values()] }] }
    case operations.printJob:
    case operations.createJob:
      return { code: 0, groups: [jobGroup(take(asked.data))] }
    case operations.getJobs: {
      const completed = textsOf(about.get('which-jobs'))[0] === 'completed'
      return { code: 0, groups: printer.jobs.filter(job => job.state > 6 === completed).map(jobGroup) }
    }
    default:
  }
  if (!known) return { code: 0x0406, groups: [] }
  if (asked.code === operations.cancelJob) {
    if (known.state > 6) return { code: 0x0404, groups: [] }
    known.state = 7
  }
  if (asked.code === operations.sendDocument)
    Object.assign(known, { data: asked.data, format: textsOf(about.get('document-format'))[0] ?? '' })
  return { code: 0, groups: [jobGroup(known)] }
}

export async function openTestPrinter(): Promise<TestPrinter> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(body => {
      const asked = decodeIpp(body)
      const instead = printer.before(asked.code)
      const { code, groups } = typeof instead === 'number' ? { code: instead, groups: [] } : answer(printer, asked)
      // The line breaks after the work is done and before it is said.
      if (instead === 'drop') return request.socket.destroy()
      const message = {
        version: 0x0101,
        code,
        requestId: asked.requestId,
        groups: [head, ...groups],
        data: new Uint8Array(),
      }
      response.setHeader('content-type', 'application/ipp')
      response.end(encodeIpp(message))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const printer: TestPrinter = {
    uri: `ipp://127.0.0.1:${port}/ipp/print`,
    jobs: [],
    said: usual(),
    before: () => null,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return printer
}

export const saying = (name: string, tag: number, ...values: readonly unknown[]): [string, IppAttribute] => [
  name,
  one(tag, name, ...values),
]
