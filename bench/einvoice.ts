/**
 * Checking whole e-invoices, from bytes to findings: XML read, EN 16931, and Peppol where the invoice says so.
 * `node bench/einvoice.ts [--rounds 200] [--json]`; reads the examples in KONTOR_DATA, of which only whole invoices count.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkInvoiceFile, en16931, findingsBy, peppol } from '../src/formats/einvoice/check.ts'
import { readInvoiceFile } from '../src/formats/einvoice/read.ts'
import { percentile } from './measure.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, json: { type: 'boolean' } },
})
const data = process.env['KONTOR_DATA'] ?? path.resolve(import.meta.dirname, '../../shared/data')
if (!existsSync(data)) {
  console.log('skipped: no outside data')
  process.exit(0)
}

const files = ['en16931/examples', 'peppol'].flatMap(folder =>
  readdirSync(path.join(data, folder))
    .filter(name => /\.xml$/i.test(name) && !name.startsWith('PEPPOL-'))
    .map(name => ({ name, bytes: readFileSync(path.join(data, folder, name)) })),
)
const invoices = files.filter(one => typeof checkInvoiceFile(one.bytes) === 'object' && checkInvoiceFile(one.bytes))

/** Every invoice is held against EN 16931 and Peppol both, whatever it claims: the whole work. */
function check(bytes: Uint8Array): number {
  const read = readInvoiceFile(bytes)
  return read ? findingsBy([...en16931, ...peppol], read).length : 0
}

const rounds = Number(values.rounds)
const cold = performance.now()
check(invoices[0]!.bytes)
const first = performance.now() - cold
const times: number[] = []
for (let round = 0; round < rounds; round += 1)
  for (const { bytes } of invoices) {
    const from = performance.now()
    check(bytes)
    times.push(performance.now() - from)
  }
const figures = {
  bench: 'einvoice',
  invoices: invoices.length,
  bytes: invoices.reduce((so, one) => so + one.bytes.length, 0),
  runs: times.length,
  firstMs: first,
  medianMs: percentile(times, 50),
  p95Ms: percentile(times, 95),
  worstMs: percentile(times, 100),
}
console.log(JSON.stringify(figures, null, values.json ? 0 : 1))
