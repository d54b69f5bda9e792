import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { generateMonth, generatePapers } from './generate.ts'
import { drawnBills } from './month/drawn-bills.ts'
import { chanceFrom } from './chance.ts'
import { almgrenTveit } from './offices.ts'
import { decimal } from './formats.ts'
import { textOfPdf } from './scans/raster.ts'
import { printable } from './truth.ts'
import { type Paper, type Truth, languages } from './types.ts'

const seed = process.env['KONTOR_SEED'] ?? '7'

const all = async (papers: AsyncIterable<Paper>): Promise<Paper[]> => {
  const list: Paper[] = []
  for await (const paper of papers) list.push(paper)
  return list
}

const digestOf = (papers: readonly Paper[]): string =>
  papers
    .reduce(
      (hash, { name, bytes, truth }) => hash.update(name).update(bytes).update(JSON.stringify(truth)),
      createHash('sha256'),
    )
    .digest('hex')

/** Blanks of all kinds are one; PDFium gives non-breaking ones back as they were set. */
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

const canonical = (field: string, text: string, truth: Truth): string => {
  const bare = text.replace(/[\s\u00a0]/g, '')
  if (['net', 'vat', 'total'].includes(field)) {
    const point = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
    return `${bare.slice(0, point).replace(/[.,]/g, '')}.${bare.slice(point + 1)}`
  }
  if (field === 'reference' || field === 'iban' || field === 'organisationNumber') return bare
  if (field === 'vatNumber') return truth.language === 'pt' ? `PT${bare}` : bare
  return text
}

const expected = (field: string, truth: Truth): string => String(truth[field as keyof Truth])

test(`the same seed gives the same bytes, another seed others (seed ${seed})`, async () => {
  const first = digestOf(await all(generatePapers({ seed, count: 24 })))
  assert.equal(digestOf(await all(generatePapers({ seed, count: 24 }))), first)
  assert.notEqual(digestOf(await all(generatePapers({ seed: `${seed}+`, count: 24 }))), first)
})

test(`every text PDF holds what the truth says, literally, and nothing is claimed that is not printed (seed ${seed})`, async () => {
  let checked = 0
  for await (const paper of generatePapers({ seed, count: 80 })) {
    const pdfs = paper.mediaType === 'application/pdf' ? [paper.bytes] : []
    for (const pdf of pdfs) {
      const text = plain((await textOfPdf(pdf)).join(' '))
      for (const { field, text: literal } of paper.truth.printed) {
        assert.ok(text.includes(plain(literal)), `${paper.name}: ${field} «${literal}» is not in the text layer`)
        if (!/On$|validUntil|subject|currency/.test(field))
          assert.equal(canonical(field, literal, paper.truth), expected(field, paper.truth), `${paper.name}: ${field}`)
        checked += 1
      }
      for (const field of printable) {
        if (paper.truth[field] === null) continue
        assert.ok(
          paper.truth.printed.some(one => one.field === field),
          `${paper.name}: ${field} is true but not printed`,
        )
      }
    }
  }
  assert.ok(checked > 350, `${checked} facts`)
})

test(`net, VAT and total add up, and e-invoices say the same (seed ${seed})`, async () => {
  for await (const { name, truth } of generatePapers({ seed, count: 60, kinds: ['bill', 'credit-note'] })) {
    const one = truth.kind === 'mail' ? truth.inside[0]?.truth : truth
    assert.ok(one?.net && one.vat && one.total, name)
    const cents = (text: string): number => Math.round(Number(text) * 100)
    // Swedish utilities round to whole kronor; nobody else rounds.
    const difference = Math.abs(cents(one.net) + cents(one.vat) - cents(one.total))
    assert.ok(
      difference === 0 || (one.currency === 'SEK' && difference <= 50),
      `${name}: ${one.net} + ${one.vat} ≠ ${one.total}`,
    )
  }
})

test('a stream goes round the six languages; asked for one it keeps to it', async () => {
  const seen = new Set((await all(generatePapers({ seed, count: 12 }))).map(({ truth }) => truth.language))
  assert.deepEqual([...seen].sort(), [...languages].sort())
  for (const language of languages) {
    for await (const { truth } of generatePapers({ seed, count: 3, language })) assert.equal(truth.language, language)
  }
})

test('the bills that the design draws come to what it draws', () => {
  const bills = drawnBills({ office: almgrenTveit, chance: chanceFrom('drawn'), textOnly: true })
  const drawn = Object.fromEntries(
    Object.entries(bills).map(([key, bill]) => [
      key,
      `${decimal(bill.totals.total_minor)} ${bill.currency} ${bill.dueOn}`,
    ]),
  )
  assert.deepEqual(drawn, {
    lindholmen: '13980.00 SEK 2026-12-11',
    hisingsFraud: '48312.50 SEK 2026-11-27',
    cleaning: '18750.00 SEK 2026-11-20',
    electricity: '8914.00 SEK 2026-12-02',
    kranz: '1284.60 EUR 2026-12-03',
    ringon: '7362.50 SEK 2026-12-07',
    flowers: '1240.00 SEK 2026-12-08',
    coffee: '1872.00 SEK 2026-12-11',
    plotter: '6245.00 SEK 2026-11-30',
    fibre: '3490.00 SEK 2026-11-30',
    alarm: '4125.00 SEK 2026-12-01',
    licences: '2310.00 EUR 2026-12-04',
    telephones: '2180.00 SEK 2026-12-10',
    rent: '284500.00 SEK 2026-12-31',
    noord: '960.00 EUR 2026-12-19',
    credit: '412.00 SEK null',
  })
})

test('the month: arrivals in order, six languages, its alarms and duplicates in place', async () => {
  const papers = await all(generateMonth({ seed, textOnly: true }))
  assert.ok(papers.length >= 110, `${papers.length} papers`)
  assert.deepEqual(
    papers.map(({ arrivedAt }) => arrivedAt),
    papers.map(({ arrivedAt }) => arrivedAt).toSorted(),
  )
  for (const language of languages)
    assert.ok(
      papers.some(({ truth }) => truth.language === language),
      language,
    )
  assert.equal(new Set(papers.map(({ name }) => name)).size, papers.length)
  const twice = papers.filter(({ truth }) => truth.number === '85520418')
  assert.equal(twice.length, 2)
  assert.deepEqual(twice[0]?.bytes, twice[1]?.bytes)
  assert.ok(papers.some(({ truth }) => truth.inside.some(one => one.truth.iban === 'LT773990001482230517')))
  for (const kind of ['reminder', 'permit', 'application', 'receipt', 'contract', 'credit-note'] as const)
    assert.ok(
      papers.some(({ truth }) => truth.kind === kind),
      kind,
    )
  assert.ok(papers.some(({ truth }) => truth.confidential && truth.kind === 'letter'))
})
