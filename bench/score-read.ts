/**
 * Scores recognition on outside data: `node bench/score-read.ts [--json] [--wrong] [--no-baseline] [zugferd|invoice2data|receipts …]`.
 *
 * zugferd: the XML inside tells the truth about what is printed. invoice2data: the JSON beside. receipts: the SROIE labels.
 * A field counts only where its true value stands literally in the visible text, in any national writing. The embedded XML is
 * never looked at while recognising.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closeReaders, readInChild, type Reading } from '../src/modules/documents/reading/index.ts'
import { parseEInvoice, recognise } from '../src/modules/documents/recognition/index.ts'
import { squash } from '../src/modules/documents/recognition/fold.ts'
import { naiveReceipt } from './score-read-baseline.ts'

interface Truth {
  readonly [field: string]: string
}

interface Paper {
  readonly file: string
  readonly set: string
  readonly truth: (reading: Reading) => Truth
}

interface Score {
  inTruth: number
  inText: number
  found: number
  right: number
  sure: number
  sureRight: number
}

const data = process.env.KONTOR_DATA ?? path.resolve(import.meta.dirname, '../../shared/data')
const flags = new Set(process.argv.slice(2).filter(one => one.startsWith('--')))
const wanted = process.argv.slice(2).filter(one => !one.startsWith('--'))

function filesIn(folder: string, ending: RegExp): string[] {
  const full = path.join(data, folder)
  return existsSync(full)
    ? readdirSync(full)
        .filter(name => ending.test(name))
        .sort()
        .map(name => path.join(full, name))
    : []
}

function papers(): Paper[] {
  const zugferd = filesIn('zugferd', /\.pdf$/i).map(file => ({ file, set: 'zugferd', truth: truthOfXml }))
  const invoices = filesIn('invoice2data', /\.(pdf|txt)$/i)
    .filter(file => existsSync(file.replace(/\.\w+$/, '.json')))
    .map(file => ({ file, set: 'invoice2data', truth: () => truthOfJson(file.replace(/\.\w+$/, '.json')) }))
  const receipts = filesIn('receipts/images', /\.jpg$/i).map(file => ({
    file,
    set: 'receipts',
    truth: () => truthOfReceipt(file.replace('/images/', '/labels/').replace(/\.jpg$/, '.json')),
  }))
  return [...zugferd, ...invoices, ...receipts].filter(paper => wanted.length === 0 || wanted.includes(paper.set))
}

const scored = [
  'senderName',
  'senderVatNumber',
  'number',
  'issuedOn',
  'dueOn',
  'currency',
  'net',
  'vat',
  'total',
  'iban',
  'bic',
  'reference',
  'orderNumber',
]

function truthOfXml(reading: Reading): Truth {
  for (const part of reading.parts) {
    const invoice = /\.xml$/i.test(part.name) ? parseEInvoice(part.bytes) : null
    if (invoice)
      return Object.fromEntries(
        invoice.fields.filter(field => scored.includes(field.name)).map(field => [field.name, field.value]),
      )
  }
  return {}
}

function truthOfJson(file: string): Truth {
  const [one] = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[]
  if (!one) return {}
  const money = (key: string): string | undefined => (typeof one[key] === 'number' ? one[key].toFixed(2) : undefined)
  const text = (key: string): string | undefined => (typeof one[key] === 'string' ? one[key] : undefined)
  const vat = [text('vat'), text('static_vat')].find(value => value !== undefined && /\d{6}/.test(value))
  return defined({
    senderName: text('partner_name') ?? text('issuer'),
    senderVatNumber: vat?.replace(/\s/g, ''),
    number: text('invoice_number'),
    issuedOn: text('date'),
    dueOn: text('date_due'),
    currency: text('currency'),
    net: money('amount_untaxed'),
    vat: money('amount_tax'),
    total: money('amount'),
    iban: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text('iban') ?? '') ? text('iban') : undefined,
    bic: (text('bic')?.length ?? 0) >= 8 ? text('bic') : undefined,
    reference: text('payment_reference'),
    orderNumber: text('order_id'),
  })
}

function truthOfReceipt(file: string): Truth {
  const label = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const [day = '', month = '', year = ''] = (label.date ?? '').split(/[/-]/)
  const total = (label.total ?? '').replace(/[^\d.]/g, '')
  return defined({
    senderName: label.company,
    issuedOn: `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    total,
  })
}

function defined(truth: Record<string, string | undefined>): Truth {
  return Object.fromEntries(
    Object.entries(truth).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  )
}

/** Whether the true value stands in the text, written in any national way. */
export function standsIn(field: string, value: string, text: string): boolean {
  const flat = text.replace(/[\u00a0\u202f\u2009]/g, ' ')
  if (['net', 'vat', 'total'].includes(field))
    return amountWritings(value).some(one => new RegExp(`(?<![\\d.,])${one}(?![\\d]|[.,]\\d)`).test(flat))
  if (/On$/.test(field)) return dateStands(value, flat)
  if (field === 'currency')
    return currencySigns[value]?.some(sign => flat.toLowerCase().includes(sign)) ?? flat.includes(value)
  return squash(flat).includes(squash(value))
}

const currencySigns: Readonly<Record<string, readonly string[]>> = {
  EUR: ['eur', '€'],
  USD: ['usd', '$'],
  GBP: ['gbp', '£'],
  INR: ['inr', 'rs', '₹'],
  PLN: ['pln', 'zł'],
  SEK: ['sek', 'kr'],
  NOK: ['nok', 'kr'],
}

function amountWritings(value: string): string[] {
  const [whole = '0', fraction = '00'] = value.replace('-', '').split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '@').split('@')
  const wholes = [...new Set([whole, ...[' ', '\\.', ',', "'", '’'].map(mark => groups.join(mark))])]
  const ends = [
    `[.,]${fraction}`,
    ...(/^0+$/.test(fraction) ? ['(?:,-|:-)?'] : []),
    ...(fraction.endsWith('0') ? [`[.,]${fraction.slice(0, 1)}`] : []),
  ]
  return wholes.flatMap(one => ends.map(end => `${one}${end}`))
}

const monthNames =
  'january january|januar|januari|janvier|ianuarie|janeiro|jan february|februar|februari|fevrier|februarie|fevereiro|feb march|marz|mars|maart|martie|marco|mar april|avril|aprilie|abril|apr may|mai|maj|mei|maio june|juni|juin|iunie|junho|jun july|juli|juillet|iulie|julho|jul august|augusti|augustus|aout|agosto|aug september|septembre|septembrie|setembro|sep october|oktober|octobre|octombrie|outubro|oct|okt november|novembre|noiembrie|novembro|nov december|dezember|desember|decembre|decembrie|dezembro|dec|des'
    .split(' ')
    .slice(1)

function dateStands(iso: string, text: string): boolean {
  const [year = '', month = '', day = ''] = iso.split('-')
  const [m, d] = [`0?${Number(month)}`, `0?${Number(day)}`]
  const y = `(?:${year}|${year.slice(2)})`
  const gap = '\\s?[./\\-]\\s?'
  const name = `(?:${monthNames[Number(month) - 1]})`
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const patterns = [
    `${d}${gap}${m}${gap}${y}`,
    `${m}${gap}${d}${gap}${y}`,
    `${year}${gap}${m}${gap}${d}`,
    `${year}${month}${day}`,
    `${d}(?:st|nd|rd|th|er)?[\\s.\\-]*(?:de )?${name}[a-z]*[\\s.,\\-]*(?:de )?'?${y}`,
    `${name}[a-z]*\\.?\\s*${d}(?:st|nd|rd|th)?\\s*,?\\s*${y}`,
  ]
  return patterns.some(pattern => new RegExp(`(?<!\\d)${pattern}(?!\\d)`).test(folded))
}

/** Whether two values say the same: names may carry more or fewer words, numbers differ in punctuation. */
function agrees(field: string, truth: string, value: string): boolean {
  if (['net', 'vat', 'total'].includes(field)) return Number(truth) === Number(value)
  if (/On$/.test(field) || field === 'currency') return truth === value
  const [a, b] = [squash(truth), squash(value)]
  if (field === 'senderName') return b.length >= 3 && (a.includes(b) || b.includes(a))
  return a === b
}

function blank(): Score {
  return { inTruth: 0, inText: 0, found: 0, right: 0, sure: 0, sureRight: 0 }
}

async function main(): Promise<void> {
  const table = new Map<string, Score>()
  const baseline = { n: 0, total: 0, issuedOn: 0 }
  for (const paper of papers()) {
    const reading = await readInChild(paper.file, path.basename(paper.file))
    const truth = paper.truth(reading)
    const { fields } = recognise(reading, { visibleOnly: true })
    for (const [name, value] of Object.entries(truth)) {
      const key = `${paper.set} ${name}`
      const score = table.get(key) ?? blank()
      table.set(key, score)
      count(
        score,
        paper,
        name,
        value,
        reading.text,
        fields.find(one => one.name === name),
      )
    }
    if (paper.set === 'receipts' && !flags.has('--no-baseline')) {
      const naive = await naiveReceipt(paper.file)
      baseline.n += 1
      baseline.total += naive.total !== null && Number(naive.total) === Number(truth.total) ? 1 : 0
      baseline.issuedOn += naive.date === truth.issuedOn ? 1 : 0
    }
  }
  closeReaders()
  print(table, baseline)
}

interface FoundField {
  readonly value: string
  readonly sure: boolean
  readonly confidence: number
  readonly reasons: readonly string[]
}

function count(
  score: Score,
  paper: Paper,
  name: string,
  value: string,
  text: string,
  field: FoundField | undefined,
): void {
  score.inTruth += 1
  const stands = standsIn(name, value, text)
  if (!stands && !(paper.set === 'receipts' && name !== 'senderName')) return
  if (stands) score.inText += 1
  if (!field) {
    if (flags.has('--wrong')) console.log(`missing  ${path.basename(paper.file)} ${name}: ${value}`)
    return
  }
  const right = agrees(name, value, field.value)
  score.found += 1
  score.right += right ? 1 : 0
  score.sure += field.sure ? 1 : 0
  score.sureRight += field.sure && right ? 1 : 0
  if (flags.has('--wrong') && (!right || !field.sure)) {
    console.log(
      `${right ? 'unsure ' : field.sure ? 'SURE-WRONG' : 'wrong  '}  ${path.basename(paper.file)} ${name}: ${value} ≠ ${field.value} (${field.confidence}; ${field.reasons.join(', ')})`,
    )
  }
}

function print(table: ReadonlyMap<string, Score>, baseline: { n: number; total: number; issuedOn: number }): void {
  const pages = blank()
  for (const [key, score] of table) if (!key.startsWith('receipts')) add(pages, score)
  if (flags.has('--json')) {
    console.log(JSON.stringify({ fields: Object.fromEntries(table), visibleText: pages, baseline }))
    return
  }
  console.log(`${'field'.padEnd(30)} truth  text found right  sure sure-right`)
  for (const [key, score] of [...table, ['all but receipts', pages] as const]) {
    console.log(
      key.padEnd(30) +
        [score.inTruth, score.inText, score.found, score.right, score.sure, score.sureRight]
          .map(one => String(one).padStart(6))
          .join(''),
    )
  }
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
  console.log(
    `right of what stands in the text ${percent(pages.right, pages.inText)} · sure right ${percent(pages.sureRight, pages.sure)} · sure of found ${percent(pages.sure, pages.found)}`,
  )
  if (baseline.n > 0)
    console.log(`naive tesseract on ${baseline.n} receipts: total ${baseline.total}, date ${baseline.issuedOn}`)
}

function add(all: Score, one: Score): void {
  for (const key of Object.keys(all) as (keyof Score)[]) all[key] += one[key]
}

if (process.argv[1] === import.meta.filename) await main()
