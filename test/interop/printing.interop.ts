/** Against a printer that is not ours (`ippeveprinter.ts`). Without it installed this is skipped with a word. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import PDFDocument from 'pdfkit'
import { drawingOf } from '../../src/app/drawing.ts'
import type { FileStore } from '../../src/kernel/files/store.ts'
import { closeReaders } from '../../src/modules/documents/reading/index.ts'
import { lookAt } from '../../src/modules/printing/wire/abilities.ts'
import { allowPrinters } from '../../src/modules/printing/wire/allowed.ts'
import { makePrintable } from '../../src/modules/printing/wire/make-printable.ts'
import { findPrinting, followPrinting, IppRefused, stopPrinting } from '../../src/modules/printing/wire/operations.ts'
import { PrinterFault, type Reached } from '../../src/modules/printing/wire/post.ts'
import { handOver, wishes } from '../../src/modules/printing/wire/print.ts'
import { labelPdf } from '../../src/modules/printing/paper/label.ts'
import { useDrawing } from '../../src/modules/printing/wire/drawing.ts'
import { skippedWithout } from './clients.ts'
import { openPrinter, type Printer, skippedWithoutPrinter, until } from './ippeveprinter.ts'

const skip = skippedWithoutPrinter
let printer: Printer
let folder = ''
let reached: Reached

before(async () => {
  if (skip) return
  allowPrinters(['127.0.0.1'])
  folder = await mkdtemp(join(tmpdir(), 'kontor-printing-'))
  printer = await openPrinter()
  reached = { uri: printer.uri, certificate: null }
})

after(async () => {
  await printer?.close()
  allowPrinters([])
  useDrawing(null)
  closeReaders()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const wanted = {
  name: 'Protokoll – årsmöte · 1',
  user: 'Elin Bergqvist',
  copies: 1,
  sides: 'two-sided-long-edge',
  colour: 'grey',
  staple: false,
  tray: null,
} as const
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test('it says what it can do; a PDF is handed over, followed to its end and found again by its name', {
  skip,
}, async () => {
  const { abilities, state } = await lookAt(reached)
  assert.ok(abilities.formats.includes('application/pdf'), abilities.formats.join())
  assert.ok(abilities.sides.includes('two-sided-long-edge'))
  assert.equal(state, 'idle')
  const { number } = await handOver(reached, wanted, abilities, { format: 'application/pdf', data: pdf })
  const done = await until(async () => {
    const seen = await followPrinting(reached, number)
    return seen.state === 'done' ? seen : null
  }, 'the end of the job')
  assert.equal(done.number, number)
  assert.equal((await findPrinting(reached, wanted.name))?.number, number)
  assert.equal(await findPrinting(reached, 'nothing of that name'), null)
  const kept = await printer.printed()
  const file = kept.find(name => name.endsWith('.pdf'))
  assert.ok(file, kept.join())
  assert.deepEqual(await readFile(join(printer.spool, file)), pdf)
})

test('pages drawn as PWG raster are taken; a job that has ended cannot be stopped; what it does not know is refused', {
  skip,
}, async () => {
  const { abilities } = await lookAt(reached)
  useDrawing(async ({ page, width }) =>
    page > 1 ? null : { width, height: 300, channels: 1, pixels: new Uint8Array(width * 300).fill(255) },
  )
  const printable = await makePrintable({
    organisationId: 'x',
    digest: '00',
    mediaType: 'application/vnd.unknown',
    abilities,
    sides: 'one-sided',
    grey: true,
    bytes: async () => pdf,
  })
  assert.equal(printable?.format, 'image/pwg-raster')
  const { number } = await handOver(reached, { ...wanted, sides: 'one-sided' }, abilities, printable)
  await until(async () => ((await followPrinting(reached, number)).state === 'done' ? true : null), 'the raster')
  await assert.rejects(stopPrinting(reached, number, 'Elin'), IppRefused)
  await assert.rejects(
    followPrinting(reached, 9_999),
    (fault: unknown) => fault instanceof IppRefused && fault.status === 0x0406,
  )
  await assert.rejects(handOver(reached, wanted, abilities, { format: 'application/x-nothing', data: pdf }), IppRefused)
})

test('a label tells its size where the printer has it, and is printed all the same where it has not', {
  skip,
}, async () => {
  const { abilities } = await lookAt(reached)
  const [known] = (abilities.sizes ?? []).filter(({ x, y }) => x[0] <= 12_000 && y[1] <= 25_000)
  assert.ok(known, JSON.stringify(abilities.sizes))
  const has = { widthMm: Math.round(known.x[0] / 100), heightMm: Math.round(known.y[0] / 100) }
  assert.match(JSON.stringify(wishes({ ...wanted, size: has }, abilities)), /media-size/)
  const odd = { widthMm: 407, heightMm: 23 }
  assert.doesNotMatch(JSON.stringify(wishes({ ...wanted, size: odd }, abilities)), /media-size/)
  const at = Temporal.Instant.from('2026-11-24T09:30:00Z')
  for (const size of [has, odd]) {
    const data = await labelPdf({ title: 'Badge', at, size, natural: [100, 62] }, drawn => drawn.text('Lars Ekdahl'))
    const label = { ...wanted, name: `Badge ${size.widthMm}`, sides: 'one-sided', size } as const
    const { number } = await handOver(reached, label, abilities, { format: 'application/pdf', data })
    await until(async () => ((await followPrinting(reached, number)).state === 'done' ? true : null), 'the label')
  }
})

test('over TLS: the certificate that the printer showed first is the one that is trusted', { skip }, async () => {
  const safe: Reached = { uri: reached.uri.replace('ipp:', 'ipps:'), certificate: null }
  const { certificate, state } = await lookAt(safe)
  assert.match(certificate ?? '', /^[0-9a-f]{64}$/)
  assert.equal(state, 'idle')
  const known = { ...safe, certificate }
  const { abilities } = await lookAt(known)
  const { number } = await handOver(known, { ...wanted, name: 'Over TLS' }, abilities, {
    format: 'application/pdf',
    data: pdf,
  })
  await until(async () => ((await followPrinting(known, number)).state === 'done' ? true : null), 'the end of the job')
  await assert.rejects(
    lookAt({ ...safe, certificate: '0'.repeat(64) }),
    (fault: unknown) => fault instanceof PrinterFault && fault.problem === 'certificate-changed',
  )
})

interface RasterPage {
  readonly facts: Readonly<Record<string, number | string>>
  readonly dark: number
}

/** Places in a page's header (PWG 5102.4, 4.3). */
const places = { bitsPerColor: 384, bitsPerPixel: 388, colorOrder: 396, colorSpace: 400, dpiX: 276, dpiY: 280 } as const

/** A reader of PWG raster of its own: that it reads Ghostscript's to the last byte says that it reads rightly. */
function pagesOf(data: Uint8Array): RasterPage[] {
  const bytes = Buffer.from(data)
  assert.equal(bytes.subarray(0, 4).toString(), 'RaS2')
  const pages: RasterPage[] = []
  for (let at = 4; at < bytes.length; ) {
    const head = bytes.subarray(at, at + 1796)
    const [width, height, line] = [372, 376, 392].map(place => head.readUInt32BE(place)) as [number, number, number]
    const step = head.readUInt32BE(places.bitsPerPixel) / 8
    assert.equal(line, width * step)
    at += 1796
    let dark = 0
    for (let row = 0; row < height; ) {
      const rows = bytes[at++]! + 1
      let dots = 0
      for (let x = 0; x < width; ) {
        const code = bytes[at++]!
        const [run, kept] = code < 128 ? [code + 1, 1] : [257 - code, 257 - code]
        for (let n = 0; n < run; n++) if (bytes[at + (kept === 1 ? 0 : n * step)]! < 128) dots++
        at += kept * step
        x += run
        assert.ok(x <= width)
      }
      dark += dots * rows
      row += rows
      assert.ok(row <= height)
    }
    const facts = Object.fromEntries(Object.entries(places).map(([name, place]) => [name, head.readUInt32BE(place)]))
    pages.push({ facts: { ...facts, class: head.subarray(0, 9).toString(), width, height }, dark })
  }
  return pages
}

/** Two pages as a reading child draws them. */
async function twoPages(): Promise<string> {
  const made = new PDFDocument({ size: 'A4' })
  const parts: Buffer[] = []
  made.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>(resolve => made.once('end', resolve))
  made.fontSize(40).text('Åre 1').addPage().text('Åre 2').end()
  await ended
  const path = join(folder, 'pages.pdf')
  await writeFile(path, Buffer.concat(parts))
  return path
}

test('real pages, drawn and packed, say and show what Ghostscript’s raster of them does', {
  skip: skip || skippedWithout('gs', 'ghostscript'),
}, async () => {
  const path = await twoPages()
  useDrawing(drawingOf({ path: () => path } as unknown as FileStore))
  const { abilities } = await lookAt(reached)
  const printable = await makePrintable({
    organisationId: 'x',
    digest: '00',
    mediaType: 'application/pdf',
    abilities: { ...abilities, formats: ['image/pwg-raster'], rasterDpi: 150 },
    sides: 'two-sided-long-edge',
    grey: true,
    bytes: async () => pdf,
  })
  const theirs = join(folder, 'theirs.pwg')
  const asked = ['-dcupsColorSpace=18', '-dcupsBitsPerColor=8', '-dGraphicsAlphaBits=4', '-dTextAlphaBits=4']
  execFileSync('gs', [
    '-q',
    '-dBATCH',
    '-dNOPAUSE',
    '-dSAFER',
    '-sDEVICE=pwgraster',
    '-r150',
    ...asked,
    `-sOutputFile=${theirs}`,
    path,
  ])
  const [ours, judged] = [pagesOf(printable!.data), pagesOf(await readFile(theirs))]
  assert.deepEqual([ours.length, judged.length], [2, 2])
  for (const [n, page] of ours.entries()) {
    const { width, height, ...facts } = page.facts
    const { width: theirWidth, height: theirHeight, ...theirFacts } = judged[n]!.facts
    assert.deepEqual(facts, theirFacts)
    assert.ok(Math.abs(Number(width) - Number(theirWidth)) <= 1 && Math.abs(Number(height) - Number(theirHeight)) <= 1)
    assert.ok(
      Math.abs(page.dark - judged[n]!.dark) < judged[n]!.dark * 0.15,
      `${page.dark} and ${judged[n]!.dark} dark dots`,
    )
  }
})
