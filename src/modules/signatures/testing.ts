/** What the tests of the folder share: an office, papers that have been read, and drawing done in this process. */
import { randomBytes } from 'node:crypto'
import { houseKey } from '../../formats/pdf-signature/house-key.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { authority } from '../authority/index.ts'
import { directory } from '../directory/index.ts'
import { recordReading, takeIn } from '../documents/contract.ts'
import { documents } from '../documents/index.ts'
import { makePdf } from '../documents/reading/fixtures/pdf.ts'
import { perform } from '../documents/reading/jobs.ts'
import { notifications } from '../notifications/index.ts'
import { work } from '../work/index.ts'
import { insertRecord, tuesday } from '../work/testing.ts'
import { useSignatureDrawing } from './drawing.ts'
import { signatures } from './index.ts'

export { refusalOf } from '../work/testing.ts'

export interface House {
  readonly office: TestKernel
  readonly organisationId: string
  readonly elin: TestPrincipal
  readonly johan: TestPrincipal
  readonly ingrid: TestPrincipal
  readonly system: TestPrincipal
  colleague(name: string, options?: object): Promise<TestPrincipal>
  /** A paper that has been read; text of so many pages where no bytes are given. */
  paper(facts?: PaperFacts): Promise<string>
  /** Another version of it, stored. */
  stored(text: string): Promise<string>
}

export interface PaperFacts {
  readonly pages?: number
  readonly bytes?: Uint8Array
  readonly name?: string
  readonly mediaKind?: 'pdf' | 'image' | 'text'
  readonly archiveNumber?: number
  readonly class?: number
  readonly text?: string
}

const pdfOf = (text: string, pages: number) =>
  makePdf(pdf => {
    for (let page = 1; page <= pages; page++) {
      if (page > 1) pdf.addPage()
      pdf.fontSize(14).text(`${text}, page ${page}`, 60, 80)
    }
  })

let made = 0

export async function openHouse(): Promise<House> {
  const office = await testKernel([authority, work, directory, documents, notifications, signatures])
  const organisationId = await office.openOrganisation('en', 'SE')
  office.setClock(tuesday)
  const secret = randomBytes(32)
  useSignatureDrawing({
    page: async ({ digest, mediaType, page, width, organisationId: of }) => {
      const source = await office.kernel.files.bytes(of, Buffer.from(digest, 'hex'))
      const mediaKind = mediaType === 'application/pdf' ? 'pdf' : 'image'
      return perform('render', { source, mediaKind, options: { page, width, format: 'png' } })
    },
    stamp: async ({ digest, mediaKind, organisationId: of, ...stamping }) => {
      const source = await office.kernel.files.bytes(of, Buffer.from(digest, 'hex'))
      return perform('stamp', { source, mediaKind, stamping })
    },
    key: id => houseKey(secret, id),
  })
  const colleague = async (name: string, options: object = {}) => {
    const person = office.principal(organisationId, { name, ...options })
    await insertRecord(office, organisationId, 'principal', name, { id: person.id, class: 0 })
    await office.superuser.query(
      `insert into authority.principal (organisation_id, id, kind, email, language, clearance) values ($1, $2, 'person', $3, 'en', $4)`,
      [organisationId, person.id, `${person.id}@office.example`, (options as { clearance?: number }).clearance ?? 3],
    )
    return person
  }
  const system = { id: systemPrincipalId, organisationId }
  const elin = await colleague('Elin Bergqvist')
  const store = async (bytes: Uint8Array, name: string) =>
    (await office.kernel.files.put(organisationId, bytes, { name, mediaType: 'application/pdf' })).id
  return {
    office,
    organisationId,
    elin,
    johan: await colleague('Johan Almgren'),
    ingrid: await colleague('Ingrid Tveit'),
    system,
    colleague,
    stored: async text => store(await pdfOf(text, 1), 'paper.pdf'),
    async paper({ pages = 2, bytes, name, mediaKind = 'pdf', archiveNumber, class: level = 1, text } = {}) {
      const title = name ?? `Agreement ${++made}.pdf`
      const fileId = await store(bytes ?? (await pdfOf(text ?? title, pages)), title)
      const { id } = await office.done(
        takeIn,
        { fileId, name: title, arrivedBy: 'upload', confidentiality: level },
        elin,
      )
      const job = office.waitingJobs.findLast(one => (one.job.payload as { documentId?: string }).documentId === id)!
      ;(office.waitingJobs as unknown[]).splice(office.waitingJobs.indexOf(job), 1)
      const { readingId } = job.job.payload as { readingId: string }
      const page = { width: 595, height: 842, turn: 0, skew: 0, source: 'text-layer', words: '' } as const
      await office.done(
        recordReading,
        {
          id,
          readingId,
          mediaKind,
          mediaType: mediaKind === 'pdf' ? 'application/pdf' : 'image/png',
          language: 'en',
          pageCount: pages,
          pages: Array.from({ length: pages }, (_, index) => ({ number: index + 1, ...page })),
          text: title,
          kind: 'other',
          fields: [],
          senderId: null,
          mailFrom: null,
          bands: [],
          warnings: [],
          error: null,
          ...(archiveNumber ? { archiveNumbers: [archiveNumber] } : {}),
        },
        system,
      )
      return id
    },
  }
}
