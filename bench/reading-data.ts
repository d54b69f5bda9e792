/**
 * Every outside file through a reading child: what it was taken for, what failed and why, how long it took, and the memory
 * that the children keep. `node bench/reading-data.ts [--json] [--wall-ms 60000]`. Says "skipped" where there is no outside data.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeReaders, readInChild, readingPool } from '../src/modules/documents/reading/index.ts'
import { residentBytesOf } from '../src/modules/documents/reading/process-memory.ts'
import { editDistance, foldText, median } from './reading-score.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'wall-ms': { type: 'string', default: '60000' } },
})
const data = process.env['KONTOR_DATA'] ?? '../shared/data'
const folders = ['zugferd', 'invoice2data', 'receipts/images', 'pdf-odd', 'mail', 'en16931/examples', 'peppol']

interface Row {
  readonly folder: string
  readonly files: number
  readonly kinds: string
  readonly errors: string
  readonly warnings: string
  readonly medianMs: number
  readonly worstMs: number
}

if (!existsSync(data)) console.log('skipped: no outside data')
else await run()

async function run(): Promise<void> {
  const rows: Row[] = []
  for (const folder of folders) rows.push(await readFolder(folder))
  const figures = {
    folders: rows,
    linnErrorRate: await linnErrorRate(),
    childMegabytes: Math.round(readingPool().pids.reduce((sum, pid) => sum + residentBytesOf(pid), 0) / 1e6),
    textLayerMs: await textLayerMs(),
  }
  if (values.json) console.log(JSON.stringify(figures))
  else {
    console.table(rows)
    console.log(JSON.stringify({ ...figures, folders: undefined }, null, 2))
  }
  closeReaders()
}

async function readFolder(folder: string): Promise<Row> {
  const path = join(data, folder)
  const files = readdirSync(path)
    .filter(name => !/\.(json|txt|rst|xsd)$/.test(name) && statSync(join(path, name)).isFile())
    .sort()
  const times: number[] = []
  const kinds: string[] = []
  const errors: string[] = []
  const warnings: string[] = []
  for (const name of files) {
    const began = performance.now()
    const reading = await readInChild(join(path, name), name, { wallMs: Number(values['wall-ms']) })
    times.push(performance.now() - began)
    kinds.push(reading.mediaKind)
    if (reading.error !== null) errors.push(`${name}: ${reading.error.name}`)
    warnings.push(...reading.warnings.map(warning => `${name}: ${warning.name}`))
  }
  return {
    folder,
    files: files.length,
    kinds: tally(kinds),
    errors: errors.join(', '),
    warnings: warnings.join(', '),
    medianMs: Math.round(median(times)),
    worstMs: Math.round(Math.max(...times)),
  }
}

function tally(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}

/** The one scanned sheet of which somebody wrote down the true text; rows may stand in another order, so words are compared sorted. */
async function linnErrorRate(): Promise<number> {
  const truth = foldText(readFileSync(join(data, 'pdf-odd/linn.txt'), 'utf8'))
  const reading = await readInChild(join(data, 'pdf-odd/linn.png'), 'linn.png')
  const sorted = (text: string) => text.split(' ').sort().join(' ')
  return editDistance(sorted(truth), sorted(foldText(reading.text))) / truth.length
}

/** Bytes to words of one page with a text layer, in a warm child; the mean of a hundred readings. */
async function textLayerMs(): Promise<number> {
  const path = join(data, 'invoice2data')
  const files = readdirSync(path).filter(name => name.endsWith('.pdf'))
  let pages = 0
  const began = performance.now()
  while (pages < 100) {
    for (const name of files) {
      const reading = await readInChild(readFileSync(join(path, name)), basename(name))
      pages += Math.max(1, reading.pages.length)
    }
  }
  return (performance.now() - began) / pages
}
