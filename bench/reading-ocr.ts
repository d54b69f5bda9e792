/**
 * Error rate and cost of reading scanned sheets: six languages, four faces, 200 and 300 dpi, −10 to +10 degrees, quarter
 * turns, seeded noise. The whole way of a scan is counted: it is read, its words are kept as the database keeps them, and the
 * searchable PDF is drawn from what was kept. `node bench/reading-ocr.ts [--engine auto|wasm] [--pages 48] [--raw] [--json]`;
 * `--raw` adds tesseract on the picture as it came, for comparison.
 */
import { parseArgs } from 'node:util'
import { limitsOf } from '../src/modules/documents/reading/options.ts'
import { decodePicture, greyOf } from '../src/modules/documents/reading/picture.ts'
import { read } from '../src/modules/documents/reading/read.ts'
import { searchablePdf } from '../src/modules/documents/reading/searchable/write.ts'
import type { Page } from '../src/modules/documents/reading/types.ts'
import { recogniseWith } from '../src/modules/documents/reading/tesseract.ts'
import { languagesFor } from '../src/modules/documents/reading/tesseract-languages.ts'
import { linesOf, union } from '../src/modules/documents/reading/words.ts'
import { packLines, unpackLines } from '../src/modules/documents/reading-pack.ts'
import { cpuSeconds } from './reading-cpu.ts'
import { benchFonts, scan, writePage, type BenchFont, type Damage } from './reading-pages.ts'
import { errorRate, foldText, median } from './reading-score.ts'
import { pageTexts } from './reading-texts.ts'

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'auto' },
    pages: { type: 'string', default: '48' },
    raw: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const ocr = values.engine === 'wasm' ? 'wasm' : 'auto'
const angles = [-10, -7.3, -4.1, -1.6, -0.4, 0, 0.7, 2.2, 5.8, 8.9, 10]

interface Result {
  readonly page: string
  readonly errorRate: number
  readonly rawErrorRate: number | null
  /** Of reading and drawing together. */
  readonly cpuSeconds: number
  readonly pdfCpuSeconds: number
  readonly pdfBytes: number
  readonly skewMiss: number
  readonly turnRight: boolean
}

const results: Result[] = []
await read(
  await scan((await writePage(pageTexts[0]!, 'sans')).pdf, { dpi: 200, angle: 0, turn: 0, noise: 0, seed: 1 }),
  'warm',
  { ocr },
)
for (let index = 0; index < Number(values.pages); index++) {
  results.push(await one(index))
  if (!values.json) print(results.at(-1)!)
}
summary(results)

async function one(index: number): Promise<Result> {
  const text = pageTexts[index % 6]!
  const font = (Object.keys(benchFonts) as BenchFont[])[Math.floor(index / 6) % 4]!
  const damage: Damage = {
    dpi: Math.floor(index / 24) % 2 === 0 ? 300 : 200,
    angle: angles[(index * 7) % angles.length]!,
    turn: ([0, 0, 0, 0, 180, 0, 0, 90, 0, 0, 270] as const)[index % 11]!,
    noise: [0, 8, 16][index % 3]!,
    seed: 20_261_112 + index,
  }
  const { pdf, truth } = await writePage(text, font)
  const picture = await scan(pdf, damage)
  const before = cpuSeconds()
  const reading = await read(picture, 'scan.png', { ocr, picture: 'page' })
  const readIn = cpuSeconds() - before
  const drawn = await searchablePdf(picture, { mediaKind: reading.mediaKind, pages: keptPages(reading.pages) })
  const spent = cpuSeconds() - before
  const page = reading.pages[0]
  if (values.show) {
    const wanted = foldText(truth).split(' ')
    const got = new Set(foldText(reading.text).split(' '))
    console.log('  missing:', wanted.filter(word => !got.has(word)).join(' | '))
  }
  return {
    page: `${text.language} ${font} ${damage.dpi} dpi ${damage.angle}° turn ${damage.turn} noise ${damage.noise}`,
    errorRate: errorRate(truth, reading.text),
    rawErrorRate: values.raw ? errorRate(truth, await rawText(picture)) : null,
    cpuSeconds: spent,
    pdfCpuSeconds: spent - readIn,
    pdfBytes: drawn.byteLength,
    skewMiss: Math.abs((page?.skew ?? 0) + damage.angle),
    turnRight: page?.turn === (360 - damage.turn) % 360,
  }
}

/** The pages as they come back out of the database. */
function keptPages(pages: readonly Page[]): Page[] {
  return pages.map(page => ({
    ...page,
    lines: unpackLines(packLines(page.lines)).map(words => ({ words, box: union(words.map(({ box }) => box)) })),
  }))
}

async function rawText(picture: Buffer): Promise<string> {
  const decoded = await decodePicture(picture, 0, 'rgb')
  const words = await recogniseWith(
    limitsOf({ ocr }).ocr,
    await greyOf(decoded.raster),
    decoded.dpi,
    languagesFor(null),
    3,
  )
  return linesOf(words, decoded.raster.width / decoded.raster.height)
    .map(line => line.words.map(word => word.text).join(' '))
    .join('\n')
}

function print(result: Result): void {
  const raw = result.rawErrorRate === null ? '' : ` raw ${(result.rawErrorRate * 100).toFixed(2)}%`
  const turn = result.turnRight ? '' : ' TURN WRONG'
  console.log(
    `${(result.errorRate * 100).toFixed(2)}%${raw}  ${result.cpuSeconds.toFixed(2)} CPU-s  skew off by ${result.skewMiss.toFixed(2)}°${turn}  ${result.page}`,
  )
}

function summary(all: readonly Result[]): void {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const figures = {
    engine: ocr,
    pages: all.length,
    meanErrorRate: mean(all.map(result => result.errorRate)),
    worstErrorRate: Math.max(...all.map(result => result.errorRate)),
    rawMeanErrorRate: values.raw ? mean(all.map(result => result.rawErrorRate ?? 0)) : null,
    medianCpuSeconds: median(all.map(result => result.cpuSeconds)),
    meanCpuSeconds: mean(all.map(result => result.cpuSeconds)),
    medianPdfCpuSeconds: median(all.map(result => result.pdfCpuSeconds)),
    medianPdfBytes: median(all.map(result => result.pdfBytes)),
    turnsRight: all.filter(result => result.turnRight).length,
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
}
