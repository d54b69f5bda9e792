import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Page, Reading } from '../reading/types.ts'
import { parseEInvoice } from './einvoice.ts'
import { pageOf, readingOf, type Run } from './paper-for-tests.ts'
import { recognise } from './recognise.ts'
import { vocabularies } from './vocabulary/index.ts'
import { phrasesOf } from './vocabulary/vocabulary.ts'

const phrases = vocabularies.flatMap(one => Object.values(one.labels).flatMap(phrasesOf))
const tricky = [
  '1.234,56',
  '1 234',
  '-5,00',
  '€',
  '12/31/99',
  '2026-02-30',
  'IBAN',
  'DE00',
  'RF18',
  '#',
  '>',
  '####',
  '1'.repeat(80),
  '1.1.1.1.1.1',
  '1 1 1',
  '(((',
  '٣٤',
  '\u202e',
  '😀',
  '\0',
  '0,',
  ',0',
  '--',
  'O0l1',
  '99.99.9999',
  '1/2/3/4/5',
  'Seria',
  'A:123456789*B:',
  '25%',
  'MVA',
  '$-4.11',
  "1'234'567.89",
]

/** Numbers that repeat from a seed, so that a failure can be seen again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function junkPage(number: number, random: () => number): Page {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const runs: Run[] = Array.from({ length: 120 }, () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
      random() < 0.4 ? pick(phrases) : random() < 0.5 ? pick(tricky) : `${Math.floor(random() * 1e6) / 100}`,
    )
    return [random() * 560, random() * 820, words.join(' '), 6 + random() * 14] as const
  })
  return pageOf(runs, number)
}

/** Processor time, since other work on the machine says nothing about this. */
function cpuMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}

test('500 pages of junk take less than two seconds', () => {
  const seed = Number(process.env.KONTOR_SEED ?? Date.now() % 1_000_000)
  const random = seeded(seed)
  const pages = Array.from({ length: 500 }, (_, index) => junkPage(index + 1, random))
  const reading = readingOf(pages, 'sv')
  const begun = process.cpuUsage()
  const { fields } = recognise(reading)
  const took = cpuMs(begun)
  assert.ok(took < 2000, `seed ${seed}: ${Math.round(took)} ms`)
  for (const field of fields)
    assert.ok(field.confidence >= 0 && field.confidence <= 1 && field.value !== '', `seed ${seed}: ${field.name}`)
})

test('one page with a hundred thousand words, one line of them, one word of a megabyte', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    text: index % 2 ? 'total' : '1,00',
    box: [index / 100_000, 0.5, 0.00001, 0.01] as const,
    confidence: 1,
  }))
  const page: Page = {
    number: 1,
    width: 595,
    height: 842,
    source: 'text-layer',
    turn: 0,
    skew: 0,
    lines: [{ words: many, box: [0, 0.5, 1, 0.01] }],
  }
  const long: Page = {
    ...page,
    number: 2,
    lines: [{ words: [{ text: '1'.repeat(1_000_000), box: [0, 0, 1, 1], confidence: 1 }], box: [0, 0, 1, 1] }],
  }
  const begun = process.cpuUsage()
  recognise(readingOf([page, long], null))
  const took = cpuMs(begun)
  assert.ok(took < 2000, `${Math.round(took)} ms`)
})

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(...phrases),
  fc.constantFrom(...tricky),
  fc.date({ noInvalidDate: true }).map(date => date.toISOString().slice(0, 10)),
)
const box = fc.tuple(
  fc.double({ min: -1, max: 2, noNaN: true }),
  fc.double({ min: -1, max: 2, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
)
const anyPage = fc
  .array(
    fc.array(fc.record({ text: word, box, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 8 }),
    { maxLength: 25 },
  )
  .chain(lines =>
    fc.constantFrom('text-layer' as const, 'ocr' as const, 'flow' as const).map(
      (source): Page => ({
        number: 1,
        width: 595,
        height: 842,
        source,
        turn: 0,
        skew: 0,
        lines: lines.map(words => ({ words, box: [0, 0, 0, 0] })),
      }),
    ),
  )

test('no words, wherever they stand, make it throw, and it never answers twice unlike', () => {
  fc.assert(
    fc.property(
      anyPage,
      fc.constantFrom('en', 'sv', 'nb', 'nl', 'ro', 'pt', 'de', null),
      fc.string(),
      (page, language, code) => {
        const reading: Reading = {
          ...readingOf([page], language),
          codes: [{ page: 1, format: 'QRCode', text: code, box: [0, 0, 0, 0] }],
        }
        const first = recognise(reading)
        assert.deepEqual(recognise(reading), first)
        for (const field of first.fields) {
          assert.ok(field.confidence >= 0 && field.confidence <= 1)
          if (/On$|^period|^validUntil/.test(field.name)) assert.match(field.value, /^\d{4}-\d\d-\d\d$/)
          if (['net', 'vat', 'total', 'payable'].includes(field.name)) assert.match(field.value, /^-?\d+\.\d\d$/)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('any bytes as an e-invoice are an answer or none, entities included', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      assert.equal(parseEInvoice(bytes), null)
    }),
    { numRuns: 200 },
  )
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><Invoice><ID>&j;</ID></Invoice>`
  assert.equal(parseEInvoice(Buffer.from(bomb)), null)
  const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><Invoice><ID>&f;</ID></Invoice>'
  assert.equal(parseEInvoice(Buffer.from(`${' '.repeat(5000)}${outside}`)), null)
})
