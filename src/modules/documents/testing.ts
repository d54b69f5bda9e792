/** For the tests of this module: a kernel with the modules it stands on, and papers made by hand. */
import type { Module } from '../../kernel/implement.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { setRecordClass } from '../authority/contract.ts'
import { authority } from '../authority/index.ts'
import { directory } from '../directory/index.ts'
import { work } from '../work/index.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { getDocument, recordReading, takeIn } from './contract.ts'
import { documents } from './index.ts'
import { bandsOf } from './near-duplicate.ts'
import { closeReaders } from './reading/index.ts'

export const modulesForTests: readonly Module[] = [authority, work, directory, documents]

export interface DocumentsKernel extends TestKernel {
  /** Stores bytes as an upload would; gives the file's id. */
  store(as: TestPrincipal, content: string | Uint8Array, name?: string): Promise<string>
  /** Takes a paper in without reading it. */
  takeIn(as: TestPrincipal, content: string | Uint8Array, name?: string): Promise<string>
  /** Takes a paper in and records a reading of these fields, all sure unless named in `doubtful`. */
  readPaper(as: TestPrincipal, fields: Readonly<Record<string, string>>, options?: PaperOptions): Promise<string>
  version(as: TestPrincipal, id: string): Promise<number>
}

export interface PaperOptions {
  readonly doubtful?: readonly string[]
  readonly text?: string
  readonly name?: string
  readonly senderId?: string
  readonly error?: string
}

let made = 0

export async function documentsKernel(): Promise<DocumentsKernel> {
  const kernel = await testKernel(modulesForTests)
  const store = async (as: TestPrincipal, content: string | Uint8Array, name = 'paper.txt') => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return (await kernel.kernel.files.put(as.organisationId, bytes, { name })).id
  }
  const take = async (as: TestPrincipal, content: string | Uint8Array, name = 'paper.txt') =>
    (await kernel.done(takeIn, { fileId: await store(as, content, name), name, arrivedBy: 'upload' }, as)).id
  return {
    ...kernel,
    async close() {
      closeReaders()
      await kernel.close()
    },
    store,
    takeIn: take,
    async readPaper(as, fields, { doubtful = [], text, name = 'paper.txt', senderId, error } = {}) {
      const content = text ?? `paper ${++made} ${JSON.stringify(fields)}`
      const id = await take(as, `${content} ${++made}`, name)
      const job = kernel.waitingJobs.findLast(({ job }) => (job.payload as { documentId: string }).documentId === id)
      const at = kernel.waitingJobs.indexOf(job!)
      ;(kernel.waitingJobs as unknown[]).splice(at, 1)
      await kernel.done(
        recordReading,
        {
          id,
          readingId: (job!.job.payload as { readingId: string }).readingId,
          mediaKind: 'text',
          mediaType: 'text/plain',
          language: 'sv',
          pageCount: 0,
          pages: [],
          text: content,
          kind: (fields['kind'] ?? 'other') as 'other',
          senderId: senderId ?? null,
          mailFrom: null,
          bands: bandsOf(content).map(String),
          warnings: [],
          error: error ? { name: error } : null,
          fields: Object.entries(fields).map(([field, value]) => ({
            name: field as 'kind',
            value,
            page: 1,
            box: [0.1, 0.1, 0.2, 0.02],
            confidence: doubtful.includes(field) ? 0.6 : 0.99,
            sure: !doubtful.includes(field),
            reasons: [],
            alternatives: [{ value: `${value}?`, confidence: 0.2, page: 1, box: [0.5, 0.5, 0.1, 0.02] }],
          })),
        },
        { id: systemPrincipalId, organisationId: as.organisationId },
      )
      return id
    },
    async version(as, id) {
      const answer = await kernel.query(getDocument, { id }, as)
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      return answer.output.record.version
    },
  }
}

/** A bill on which everything is sure. */
export const sureBill = {
  kind: 'bill',
  senderName: 'Lindholmens Papper & Plott AB',
  number: '40718',
  issuedOn: '2026-11-11',
  dueOn: '2026-12-11',
  currency: 'SEK',
  net: '11184.00',
  vat: '2796.00',
  total: '13980.00',
  account: '5730-9122',
  reference: '4071811261',
} as const

/** Sets how confidential a paper is. */
export async function changeClass(kernel: TestKernel, as: TestPrincipal, id: string, level: number): Promise<void> {
  await kernel.done(setRecordClass, { id, kind: 'document', class: level, audience: null }, as)
}
