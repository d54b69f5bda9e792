/** The demo office's fax book: what a German model builder and a building office still send by fax, and what went back. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { FileStore } from '../../kernel/files/store.ts'
import { rasterise } from './papers/scans/raster.ts'

type Act = (who: string, command: string, input: unknown) => Promise<object>

export interface FaxSeed {
  readonly act: Act
  readonly ask: (query: string, input: unknown) => Promise<unknown>
  /** As Kontor itself. */
  readonly system: (command: string, input: unknown) => Promise<object>
  readonly files: FileStore
  readonly organisationId: string
  readonly people: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
}

const require = createRequire(import.meta.url)
const face = require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf')
const clerk = 'Elin Bergqvist'
const id = (made: object): string => (made as { readonly id: string }).id
/** Fine resolution of a fax machine, dots per inch. */
const dpi = 200

interface Letter {
  readonly head: string
  readonly title: string
  readonly lines: readonly string[]
}

async function drawn({ head, title, lines }: Letter): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 64, font: face })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>(resolve => pdf.once('end', resolve))
  pdf.fontSize(8).text(head, 40, 18)
  pdf.fontSize(24).text(title, 64, 90).moveDown(1)
  for (const line of lines) pdf.fontSize(13).text(line).moveDown(0.5)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** As a fax machine would have it: black and white, by its own lines. */
async function asFax(letter: Letter): Promise<Buffer> {
  const [page] = await rasterise(await drawn(letter), dpi)
  const raw = { width: page!.width, height: page!.height, channels: 3 as const }
  const dots = dpi / 25.4
  return sharp(page!.pixels, { raw })
    .greyscale()
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: dots, yres: dots })
    .toBuffer()
}

const came: readonly (Letter & { number: string; name: string; minutesAgo: number })[] = [
  {
    head: '24.11. 08:12   KRANZ MODELLBAU   +49 30 9018 2044   S. 1/1',
    title: 'Telefax',
    number: '+49 30 9018 2044',
    name: 'Kranz Modellbau GmbH',
    minutesAgo: 95,
    lines: [
      'An: Almgren & Tveit Arkitekter, Andrei Munteanu',
      'Betr.: Modell 1:50, Fassade',
      'Sehr geehrter Herr Munteanu,',
      'die Fassade ist geschnitten und geht heute mit Kurier ab.',
      'Bitte bestätigen Sie die Farbe der Fenster bis Donnerstag per Fax.',
      'Mit freundlichen Grüßen, J. Kranz',
    ],
  },
  {
    head: '24-11 09:03   STADSBYGGNADSKONTORET   031-368 00 12   SID 1/1',
    title: 'FAX: Kv. Hajen, underrättelse',
    number: '+46 31 368 00 12',
    name: '',
    minutesAgo: 44,
    lines: [
      'Till: Almgren & Tveit Arkitekter AB',
      'Ärende: bygglov Kv. Hajen 4, dnr 2026-1184',
      'Grannehörandet förlängs till den 4 december.',
      'Vänligen sänd reviderad situationsplan före dess.',
    ],
  },
]

async function seedCame({ system, files, organisationId, now }: FaxSeed, lineId: string): Promise<string[]> {
  const made: string[] = []
  for (const [n, { number, name, minutesAgo, ...letter }] of came.entries()) {
    const title = `fax00000${31 + n}.tif`
    const file = await files.put(organisationId, await asFax(letter), { name: title, mediaType: 'image/tiff' })
    const input = { fileId: file.id, name: title, arrivedBy: 'folder', arrivedFrom: `fax ${number}` }
    const documentId = id(await system('documents.take-in', input))
    const at = now.subtract({ minutes: minutesAgo }).toString()
    const fax = { documentId, lineId, number, name, pages: 1, at, mark: `demo:${n}` }
    made.push(id(await system('fax.receive-fax', fax)))
  }
  return made
}

/** The newest papers that a fax can be drawn of: what came as a mail cannot. */
async function drawable(ask: FaxSeed['ask'], most: number): Promise<string[]> {
  const { rows } = (await ask('documents.list-documents', { state: ['confirmed'], limit: 20 })) as {
    readonly rows: readonly { readonly id: string }[]
  }
  const found: string[] = []
  for (const { id: document } of rows) {
    const { mediaType } = (await ask('documents.get-document', { id: document })) as { readonly mediaType: string }
    if (mediaType === 'application/pdf' && found.push(document) === most) break
  }
  return found
}

/** Sent, and what the gateway said of it. */
async function seedWent(seed: FaxSeed): Promise<void> {
  const { act, ask, system, files, organisationId } = seed
  const sent: readonly (readonly [string, string, string, object | null])[] = [
    [
      'Kranz Modellbau GmbH',
      '+49 30 9018 2044',
      'Farbe der Fenster: RAL 7016, wie besprochen.',
      { state: 'delivered', problem: null, report: '2 pages, 1:12, OK' },
    ],
    ['Stiller Ingenjörer AB', '031-711 20 41', '', { state: 'failed', problem: 'busy', report: 'Busy after 12 dials' }],
    [
      'Länsförsäkringar',
      '031-63 80 11',
      'Anmälan enligt samtal i dag.',
      { state: 'sent', problem: null, report: 'Handed over' },
    ],
  ]
  const documents = await drawable(ask, sent.length)
  for (const [n, [name, number, note, report]] of sent.entries()) {
    const documentId = documents[n]
    if (!documentId) continue
    const cover = { head: '', title: 'Fax', lines: [name, number, note].filter(Boolean) }
    const asked = { documentId, number, name, sure: true, ...(note ? { note } : {}) }
    const faxId = id(await act(clerk, 'fax.send-fax', asked))
    const file = await files.put(organisationId, await drawn(cover), { name: 'fax.pdf', mediaType: 'application/pdf' })
    await system('fax.note-sending', { id: faxId, fileId: file.id, pages: 2 })
    await system('fax.note-report', { id: faxId, ...report, spoolJob: null, reportId: null })
  }
}

export async function seedFaxes(seed: FaxSeed): Promise<void> {
  const { act, people } = seed
  const lineId = id(
    await act('Johan Almgren', 'fax.add-line', {
      title: 'Fax by mail',
      way: 'gateway',
      number: '031-390 06 99',
      senders: ['@fax.example.org'],
      subjectIn: 'Fax from {number}',
      addressOut: '{number}@fax.example.org',
      isDefault: true,
    }),
  )
  await act('Johan Almgren', 'fax.add-line', { title: 'HylaFAX in the cellar', way: 'server', numberForm: 'national' })
  const [first] = await seedCame(seed, lineId)
  await seedWent(seed)
  const andrei = people.get('Andrei Munteanu')
  if (first && andrei) await act(clerk, 'fax.assign-fax', { id: first, toId: andrei })
}
