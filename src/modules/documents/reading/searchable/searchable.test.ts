import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { makePdf } from '../fixtures/pdf.ts'
import { scanOf } from '../fixtures/scan.ts'
import { closeReaders, drawSearchablePdfInChild } from '../in-child.ts'
import { read } from '../read.ts'
import { renderPage } from '../render.ts'
import type { Page } from '../types.ts'
import { pdfOf } from './pdf-file.ts'
import { writeSearchablePdf } from './write.ts'

const folder = await mkdtemp(join(tmpdir(), 'kontor-searchable-'))
after(() => rm(folder, { recursive: true }))
const out = join(folder, 'out.pdf')

const letter = (line: string) =>
  makePdf(document => void document.fontSize(16).text(line, 60, 120, { lineBreak: false }))
const LINE = 'Please find enclosed our invoice for November'

test('words written behind a picture are found again, accents and places too', async () => {
  const jpeg = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const word = { text: 'Förfallodag€ș', box: [0.25, 0.5, 0.3, 0.02], confidence: 0.9 } as const
  const page: Page = {
    number: 1,
    width: 600,
    height: 800,
    lines: [{ words: [word], box: word.box }],
    source: 'ocr',
    turn: 0,
    skew: 0,
  }
  const again = await read(pdfOf([{ jpeg, pixels: { width: 60, height: 80, channels: 3 }, page }]), 'x.pdf')
  assert.equal(again.text, word.text)
  const [x, y, width] = again.pages[0]?.lines[0]?.box ?? [0, 0, 0, 0]
  assert.ok(
    Math.abs(x - 0.25) < 0.005 && Math.abs(y - 0.5) < 0.02 && Math.abs(width - 0.3) < 0.02,
    `${x} ${y} ${width}`,
  )
})

test('a scan becomes a level PDF whose words can be searched', async () => {
  const scan = await scanOf(await letter(LINE), 150, 0, 90, 'png')
  const reading = await writeSearchablePdf(scan, 'x.png', out, { picture: 'page' })
  assert.deepEqual(reading.warnings, [])
  const again = await read(await readFile(out), 'out.pdf')
  assert.equal(again.pages[0]?.source, 'text-layer')
  assert.match(again.text, new RegExp(LINE))
  const drawn = await drawSearchablePdfInChild(scan, 'image', reading.pages)
  closeReaders()
  assert.equal((await read(drawn, 'x.pdf')).text, again.text)
  assert.ok((again.pages[0]?.height ?? 0) > (again.pages[0]?.width ?? 0), 'stands upright')
})

test('pages with a text layer are kept as they came beside scanned ones', async () => {
  const scan = await scanOf(await letter(LINE), 150, 0, 0, 'jpeg')
  const mixed = await makePdf(document => {
    document.text('Typed page')
    document.addPage().image(scan, 0, 0, { width: 595 })
  })
  await writeSearchablePdf(mixed, 'x.pdf', out)
  const again = await read(await readFile(out), 'out.pdf')
  assert.equal(again.pages.length, 2)
  assert.match(again.text, /^Typed page\f/)
  assert.match(again.text, new RegExp(LINE))
})

test('a file with a text layer alone is copied byte for byte; others are not written', async () => {
  const typed = await letter('Typed')
  await writeSearchablePdf(typed, 'x.pdf', out)
  assert.deepEqual(await readFile(out), typed)
  const mail = await writeSearchablePdf(
    Buffer.from('From: a@b.se\nTo: c@d.se\n\nHej'),
    'x.eml',
    join(folder, 'none.pdf'),
  )
  assert.equal(mail.warnings[0]?.name, 'pdf-not-written')
})

test('a page is drawn as wide as asked, turned and level', async () => {
  const typed = await letter('Typed')
  const upright = await sharp(await renderPage(typed, 'pdf', { page: 1, width: 300 })).metadata()
  assert.deepEqual([upright.width, upright.height, upright.format], [300, 424, 'webp'])
  const lying = await sharp(await renderPage(typed, 'pdf', { page: 1, width: 300, turn: 90, format: 'png' })).metadata()
  assert.deepEqual([lying.width, lying.height, lying.format], [300, 212, 'png'])
  const scan = await scanOf(typed, 100, 0, 0, 'jpeg')
  const askew = await sharp(await renderPage(scan, 'image', { page: 1, width: 200, skew: 5 })).metadata()
  assert.equal(askew.width, 200)
})
