/**
 * Whether total and date of photographed receipts stand in the text that reading gives (ICDAR 2019 SROIE labels, outside
 * data). `node bench/reading-receipts.ts [--ocr wasm] [--json]`. Finding the right one among them is recognition's work.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { read } from '../src/modules/documents/reading/read.ts'
import { cpuSeconds } from './reading-cpu.ts'
import { median } from './reading-score.ts'

const { values } = parseArgs({ options: { ocr: { type: 'string' }, json: { type: 'boolean', default: false } } })
const folder = join(process.env['KONTOR_DATA'] ?? '../shared/data', 'receipts')

interface Label {
  readonly company: string
  readonly date: string
  readonly total: string
}

if (!existsSync(folder)) console.log('skipped: no outside data')
else await run()

async function run(): Promise<void> {
  const rows: { name: string; total: boolean; date: boolean; company: boolean; seconds: number; error: unknown }[] = []
  for (const file of readdirSync(join(folder, 'labels')).sort()) {
    const name = file.replace(/\.[^.]+$/, '')
    const label = JSON.parse(readFileSync(join(folder, 'labels', file), 'utf8')) as Label
    const picture = readFileSync(join(folder, 'images', `${name}.jpg`))
    const before = cpuSeconds()
    const reading = await read(picture, `${name}.jpg`, values.ocr === 'wasm' ? { ocr: 'wasm' } : {})
    const seconds = cpuSeconds() - before
    const text = reading.text.toUpperCase()
    const close = text.replace(/\s+/g, '')
    rows.push({
      name,
      total: text.split(/\s+/).some(word => word.replace(/^[A-Z$:]+/, '') === label.total.replace(/^[A-Z$ ]+/, '')),
      date: text.includes(label.date.toUpperCase()) || close.includes(label.date.toUpperCase().replace(/\s+/g, '')),
      company: close.includes(label.company.toUpperCase().replace(/\s+/g, '')),
      seconds,
      error: reading.error,
    })
  }
  if (!values.json) console.table(rows)
  const share = (key: 'total' | 'date' | 'company') => rows.filter(row => row[key]).length
  const figures = {
    receipts: rows.length,
    totalFound: share('total'),
    dateFound: share('date'),
    companyFound: share('company'),
    medianCpuSeconds: median(rows.map(row => row.seconds)),
  }
  console.log(JSON.stringify(figures, null, values.json ? 0 : 2))
}
