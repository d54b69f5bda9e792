import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openDocx } from '../../../formats/docx/open.ts'
import { cleanRich } from '../../../formats/rich/clean.ts'
import { docOfLines, type RichDoc } from '../../../formats/rich/doc.ts'
import { docxOf } from './docx.ts'
import { widthOf } from './faces.ts'
import { mm, type Page, pageWidth } from './items.ts'
import { layEnvelope, layLabels, sheets } from './labels.ts'
import { pdfOf } from './pdf.ts'
import { layLetter, type SheetFacts } from './sheet.ts'
import { addressLines } from './windows.ts'

const words = 'Vi bekräftar härmed det ni skrev om året, läkaren, øl, ăâîșț och ãçõ på den gemensamma gården. '
const long = (paragraphs: number): RichDoc => docOfLines(...Array.from({ length: paragraphs }, () => words.repeat(5)))
const facts = (body: RichDoc, window: 'left' | 'right' = 'right'): SheetFacts => ({
  head: {
    name: 'Almgren & Tveit',
    address: ['Storgatan 1', '411 38  Göteborg'],
    reach: ['+46 31 000 00 00'],
    numbers: [],
    logo: null,
    window,
  },
  address: ['Karin Öberg', 'Hisingsgatan 30', '417 03  Göteborg'],
  references: [
    { label: 'Datum', value: '2026-11-24' },
    { label: 'Nummer', value: '2026-17' },
  ],
  subject: 'Om taket',
  body,
  values: name => (name === 'recipient.name' ? 'Karin Öberg' : undefined),
  closing: 'Med vänliga hälsningar',
  signer: ['Elin Bergqvist', 'Kontorschef'],
  enclosures: '',
  contents: 'Innehåll',
})
const on = Temporal.PlainDate.from('2026-11-24')
const pdf = (pages: readonly Page[]) => pdfOf(pages, { title: 'Om taket', author: 'A', language: 'sv', on })
const textOn = (page: Page) => page.items.flatMap(item => (item.kind === 'text' ? [item] : []))

test('nothing stands outside the page, in any text of any shape', () => {
  const line = fc.string({ maxLength: 400 }).map(text => text.replace(/\n/g, ' '))
  const paragraph = line.map(text => ({
    type: 'paragraph' as const,
    ...(text ? { content: [{ type: 'text' as const, text }] } : {}),
  }))
  const list = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map(all => ({
    type: 'bulletList' as const,
    content: all.map(one => ({ type: 'listItem' as const, content: [one] })),
  }))
  const cell = paragraph.map(one => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [one],
  }))
  const table = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map(rows => ({ type: 'table' as const, content: rows.map(content => ({ type: 'tableRow' as const, content })) }))
  const body = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, list, table), { maxLength: 40 })
  fc.assert(
    fc.property(body, content => {
      for (const page of layLetter(facts({ type: 'doc', content })))
        for (const item of textOn(page)) {
          assert.ok(item.x >= 0 && item.x + item.width <= pageWidth, `${item.text} at ${item.x} + ${item.width}`)
          assert.ok(item.y > 0 && item.y < 297 * mm, `${item.text} at ${item.y}`)
        }
    }),
    { numRuns: 40 },
  )
})

test('every word of a long letter is there once, in order, and no line of several stands alone on a page', () => {
  const numbered = Array.from({ length: 900 }, (_, n) => `w${n}`)
  const body = docOfLines(...Array.from({ length: 30 }, (_, n) => numbered.slice(n * 30, n * 30 + 30).join(' ')))
  const pages = layLetter(facts(body))
  const said = pages
    .flatMap(textOn)
    .map(item => item.text)
    .join(' ')
    .match(/\bw\d+\b/g)
  assert.deepEqual(said, numbered)
  assert.ok(pages.length >= 2)
  assert.match(
    textOn(pages[1]!)
      .map(item => item.text)
      .join(' '),
    /2 \(\d\)/,
    'pages that follow are numbered',
  )
})

test('wherever a page ends, in a line, after one, or in the gap between paragraphs, nothing is lost', () => {
  const one = 'kort'
  const two = words.repeat(2)
  for (let short = 0; short < 30; short++)
    for (let tall = 10; tall < 16; tall++) {
      const body = docOfLines(...Array.from({ length: short }, () => one), ...Array.from({ length: tall }, () => two))
      const said = layLetter(facts(body)).flatMap(textOn)
      assert.equal(said.filter(({ text }) => text === one).length, short)
      assert.equal(
        said
          .map(({ text }) => text)
          .join(' ')
          .match(/bekräftar/g)?.length,
        tall * 2,
        `${short} and ${tall}`,
      )
      assert.ok(said.every(({ y, size }) => size < 9 || y < 263 * mm))
    }
})

test('a heading goes with what follows, a page break breaks, a field without a value is seen', () => {
  const body: RichDoc = {
    type: 'doc',
    content: [
      ...docOfLines('Dear {recipient.name}, {ask.Amount}').content,
      { type: 'pageBreak' },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Second' }] },
    ],
  }
  const pages = layLetter(facts(body))
  assert.equal(pages.length, 2)
  assert.ok(textOn(pages[0]!).some(item => item.text === 'Karin Öberg' || /Karin Öberg/.test(item.text)))
  assert.ok(textOn(pages[0]!).some(item => item.ink === 'gap' && /Amount/.test(item.text)))
  assert.ok(textOn(pages[1]!).some(item => item.text === 'Second' && item.face === 'strong'))
})

test('the same letter is the same bytes; two pages are drawn within 100 ms of the processor', async () => {
  const body = long(9)
  const pages = layLetter(facts(body))
  assert.equal(pages.length, 2)
  const first = await pdf(pages)
  assert.equal(first.subarray(0, 5).toString(), '%PDF-')
  assert.ok(first.equals(await pdf(layLetter(facts(body)))))
  const before = process.cpuUsage()
  for (let n = 0; n < 5; n++) await pdf(layLetter(facts(body)))
  const { user, system } = process.cpuUsage(before)
  assert.ok((user + system) / 5000 < 250, `${(user + system) / 5000} ms`)
  console.log(`  a letter of two pages: ${((user + system) / 5000).toFixed(0)} ms CPU`)
})

test('an office file holds the words, its lists, tables and links, and nothing that breaks it', async () => {
  const body: RichDoc = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'A & B <tag> "ț"',
            marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/?a=1&b=2' } }],
          },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'third' }] }] }],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                attrs: { colspan: 1, rowspan: 2, colwidth: null },
                content: [{ type: 'paragraph' }],
              },
              {
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 1, colwidth: null },
                content: [{ type: 'paragraph' }],
              },
            ],
          },
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 1, colwidth: null },
                content: [{ type: 'paragraph' }],
              },
            ],
          },
        ],
      },
    ],
  }
  const bytes = await docxOf(facts(body), new Map(), Temporal.PlainDateTime.from('2026-11-24T10:00'))
  const text = bytes.toString('utf8')
  assert.match(text, /A &amp; B &lt;tag&gt; &quot;ț&quot;/)
  assert.match(text, /<w:start w:val="3"\/>/)
  assert.match(text, /<w:vMerge\/>/)
  assert.match(text, /a=1&amp;b=2/)
})

const heading = (level: 1 | 2 | 3, text: string) => ({
  type: 'heading' as const,
  attrs: { level },
  ...(text ? { content: [{ type: 'text' as const, text }] } : {}),
})
const report = (...chapters: readonly (readonly [1 | 2 | 3, string])[]): RichDoc => ({
  type: 'doc',
  content: [
    ...docOfLines('Before').content,
    { type: 'contents' },
    ...chapters.flatMap(([level, title]) => [heading(level, title), ...long(3).content]),
  ],
})
const chapters = [
  [2, 'Läget'],
  [3, 'Ekonomin'],
  [3, 'Huset'],
  [2, 'Vad vi gör'],
  [3, 'Taket'],
  [2, ''],
  [2, 'Tider'],
] as const

test('contents list the headings with their numbers and the pages on which they stand, and lead there', async () => {
  const pages = layLetter(facts(report(...chapters)))
  assert.ok(pages.length > 3)
  const lines = new Map<number, string[]>()
  for (const { items } of pages.slice(0, 2))
    for (const item of items)
      if (item.kind === 'text') lines.set(Math.round(item.y), [...(lines.get(Math.round(item.y)) ?? []), item.text])
  const list = [...lines.values()].map(parts => parts.join(' ').replaceAll(' .', '').replace(/\s+/g, ' '))
  for (const [number, title] of [
    ['1', 'Läget'],
    ['1.1', 'Ekonomin'],
    ['1.2', 'Huset'],
    ['2', 'Vad vi gör'],
    ['2.1', 'Taket'],
    ['3', 'Tider'],
  ] as const) {
    const page = pages.findIndex(({ places = [] }) => places.some(one => one.title === `${number}  ${title}`)) + 1
    assert.ok(page > 0, title)
    assert.ok(
      textOn(pages[page - 1]!).some(item => item.face === 'strong' && item.text.startsWith(`${number} `)),
      'the heading bears its number there',
    )
    assert.ok(
      list.includes(`${title} ${number} ${page}`) || list.includes(`${number} ${title} ${page}`),
      list.join('\n'),
    )
  }
  assert.equal(pages.flatMap(({ jumps = [] }) => jumps).length, 6, 'what has no words is not listed')
  const made = await pdfOf(pages, { title: 'x', author: 'A', language: 'sv', on, outlined: true })
  const text = made.toString('latin1')
  assert.match(text, /\/Outlines/)
  assert.equal(text.match(/\/Dest \[/g)?.length, 6)
  assert.equal(text.match(/\/S \/GoTo/g)?.length, 6)
  assert.ok(made.equals(await pdfOf(pages, { title: 'x', author: 'A', language: 'sv', on, outlined: true })))
  assert.doesNotMatch((await pdf(pages)).toString('latin1'), /\/Outlines|\/GoTo/, 'of many letters in one file no list')
  // without contents nothing is numbered
  const plain = {
    ...report(...chapters),
    content: report(...chapters).content.filter(({ type }) => type !== 'contents'),
  }
  assert.ok(layLetter(facts(plain)).some(({ places = [] }) => places.some(one => one.title === 'Läget')))
})

test('in a Word file contents are a field that counts anew, filled already; its headings are numbered and bear marks', async () => {
  const body = report(...chapters)
  const at = Temporal.PlainDateTime.from('2026-11-24T10:00')
  const { parts } = await openDocx(await docxOf(facts(body), new Map(), at))
  const written = parts.get('word/document.xml')!.toString()
  assert.match(written, /<w:instrText[^>]*> TOC \\o "1-3" \\h \\z \\u <\/w:instrText>/)
  assert.equal(written.match(/<w:fldChar w:fldCharType="begin"\/>/g)?.length, 7)
  assert.equal(written.match(/<w:fldChar w:fldCharType="end"\/>/g)?.length, 7)
  for (const [, mark] of written.matchAll(/w:anchor="(_Toc\d+)"/g))
    assert.ok(written.includes(`<w:bookmarkStart w:id="${Number(mark!.slice(4)) - 100_000_001}" w:name="${mark}"/>`))
  assert.equal(written.match(/w:numId w:val="900"/g)?.length, 6)
  assert.match(parts.get('word/numbering.xml')!.toString(), /%1\.%2\.%3/)
})

test('a text lists its contents once, not within a table or a list', () => {
  const contents = { type: 'contents' }
  assert.ok(cleanRich({ type: 'doc', content: [contents, { type: 'paragraph' }] }))
  assert.equal(cleanRich({ type: 'doc', content: [contents, contents] }), null)
  assert.equal(cleanRich({ type: 'doc', content: [{ type: 'blockquote', content: [contents] }] }), null)
})

test('addresses stand as the post of each country writes them', () => {
  const at = (country: string | null, postcode: string, city: string) =>
    addressLines({ name: 'A', street: 'S 1', postcode, city, country }, 'SE')
  assert.deepEqual(at(null, '417 03', 'Göteborg'), ['A', 'S 1', '417 03  Göteborg'])
  assert.deepEqual(at('NL', '1012 AB', 'Amsterdam'), ['A', 'S 1', '1012 AB  AMSTERDAM', 'NETHERLANDS'])
  assert.deepEqual(at('GB', 'SW1A 1AA', 'London'), ['A', 'S 1', 'LONDON', 'SW1A 1AA', 'UNITED KINGDOM'])
  assert.deepEqual(at('NO', '0150', 'Oslo'), ['A', 'S 1', '0150 Oslo', 'NORWAY'])
})

test('labels fill sheets in order and stay inside their label; used ones are left out', () => {
  const address = ['A rather long name of somebody somewhere in the world AB', 'Street 1', '417 03  Göteborg']
  const pages = [
    ...layLabels(
      Array.from({ length: 22 }, () => address),
      'L7160',
    ),
  ]
  assert.equal(pages.length, 2)
  for (const item of textOn(pages[0]!)) assert.ok(item.width <= (sheets.L7160.width - 9) * mm)
  assert.equal([...layLabels([address], 'L7160', 20)].length, 1)
  assert.equal([...layLabels([address, address], 'L7160', 20)].length, 2)
  assert.ok(textOn(layEnvelope(address, ['Back'], 'C5')).length === 4)
  assert.ok(widthOf('åäö', 'text', 10) > 0)
})
