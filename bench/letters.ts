/**
 * Letters: 1,000 rows of a table drawn into one PDF, one row bad; what a preview costs while one types, in a letter and in a long report;
 * a Word file filled in. `node bench/letters.ts [--rows 1000] [--json]`
 */
import { parseArgs } from 'node:util'
import { docOfLines, type RichDoc } from '../src/formats/rich/doc.ts'
import * as c from '../src/modules/letters/contract.ts'
import { filledOffice } from '../src/modules/letters/office/apart.ts'
import { docxOf } from '../src/modules/letters/paper/docx.ts'
import { lettersOffice } from '../src/modules/letters/testing.ts'
import { percentile, table } from './measure.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000' }, json: { type: 'boolean' } } })
const rows = Number(values.rows)
const { office, elin } = await lettersOffice()
const words = 'Vi bekräftar härmed det ni skrev om gården och om taket, och hör av oss när arbetet har börjat. '
const wire = (doc: RichDoc) => doc as unknown as Record<string, unknown>
const cpuMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

async function merge() {
  const body = docOfLines('{recipient.salutation}', words.repeat(3), 'Plats {ask.Plats}', words.repeat(4))
  const template = { title: 'Kallelse', language: 'sv', subject: 'Till {recipient.name}', body: wire(body) } as const
  const { id: templateId } = await office.done(c.createTemplate, template, elin)
  const lines = Array.from({ length: rows }, (_, n) => `Namn ${n};Gatan ${n};41703;Göteborg;${n === 500 ? '' : n}`)
  const given = { title: 'Kallelse', templateId, table: ['Namn;Gata;Postnr;Ort;Plats', ...lines].join('\n') }
  const { id } = await office.done(c.createMerge, given, elin)
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  const before = process.memoryUsage.rss()
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  await office.runJobs(1)
  clearInterval(watch)
  const [seconds, cpuSeconds] = [(performance.now() - began) / 1000, cpuMs(cpu) / 1000]
  const answer = await office.query(c.getMerge, { id }, elin)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  const { done, failed, record } = answer.output
  if (done !== rows - 1 || failed !== 1 || record.state !== 'done') throw new Error(JSON.stringify({ done, failed }))
  return { seconds, cpuSeconds, memoryMb: (most - before) / 1_000_000, done, failed }
}

async function typing(body: RichDoc, strokes: number) {
  const { id } = await office.done(c.createLetter, { subject: 'Om taket', recipient: 'Eva', body: wire(body) }, elin)
  const clock: number[] = []
  const cpu: number[] = []
  let pages = 0
  for (let n = 0; n < strokes; n++) {
    const typed = { type: 'paragraph', content: [{ type: 'text', text: words.slice(0, 1 + (n % words.length)) }] }
    const text = { ...body, content: [...body.content, typed] } as RichDoc
    const [began, used] = [performance.now(), process.cpuUsage()]
    const answer = await office.query(c.previewLetter, { id, body: wire(text) }, elin)
    clock.push(performance.now() - began)
    cpu.push(cpuMs(used))
    if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
    pages = answer.output.pages.length
  }
  return { pages, p50: percentile(clock, 50), p95: percentile(clock, 95), cpu: percentile(cpu, 50), strokes }
}

const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})
/** Headings, paragraphs, a list and a table in each chapter. */
const report: RichDoc = {
  type: 'doc',
  content: Array.from({ length: 20 }, (_, n): RichDoc['content'] => [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: `Kapitel ${n + 1}` }] },
    ...docOfLines(words.repeat(6), words.repeat(8)).content,
    {
      type: 'table',
      content: Array.from({ length: 8 }, (_, row) => ({
        type: 'tableRow' as const,
        content: ['Skede', 'Klart', 'Timmar'].map(text => cell(row ? 'tableCell' : 'tableHeader', `${text} ${row}`)),
      })),
    },
  ]).flat(),
}

async function filling() {
  const facts = {
    head: { name: 'A', address: [], reach: [], numbers: [], logo: null, window: 'left' as const },
    address: ['{{recipient.name}}'],
    references: [],
    subject: '{{?Ärende}}',
    body: docOfLines('{recipient.salutation}', words.repeat(20), '{date}'),
    values: (name: string) => `{{${name}}}`,
    closing: '',
    signer: [],
    enclosures: '',
    contents: 'Innehåll',
  }
  const bytes = await docxOf(facts, new Map(), Temporal.PlainDateTime.from('2026-11-24T10:00'))
  const known = new Map([
    ['recipient.name', 'Eva'],
    ['recipient.salutation', 'Hej Eva,'],
    ['date', 'i dag'],
    ['ask.Ärende', 'Taket'],
  ])
  const clock: number[] = []
  for (let n = 0; n < 200; n++) {
    const began = performance.now()
    await filledOffice(bytes, known)
    clock.push(performance.now() - began)
  }
  return { p50: percentile(clock, 50), p95: percentile(clock, 95) }
}

try {
  const letter = await typing(
    docOfLines('{recipient.salutation}', words.repeat(8), words.repeat(6), words.repeat(8)),
    300,
  )
  const long = await typing(report, 60)
  const filled = await filling()
  const merged = await merge()
  if (values.json) console.log(JSON.stringify({ rows, merge: merged, letter, report: long, fill: filled }))
  else {
    console.log(table([{ what: `${rows} rows into one PDF`, ...merged }]))
    console.log(
      table([
        { what: 'preview, letter', ...letter },
        { what: 'preview, report', ...long },
      ]),
    )
    console.log(table([{ what: 'a Word file filled in, ms', ...filled }]))
  }
} finally {
  await office.close()
}
