import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeZip } from './fixtures/zip.ts'
import { decodeEntities, textOfHtml } from './html.ts'
import { read } from './read.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('HTML gives the text a person sees, and nothing of its scripts', () => {
  const html = `<html><head><title>t</title><style>p{}</style></head><body onload="steal()"><h1>R&auml;kning</h1>
    <script>alert('x')</script><p>Att betala:&nbsp;7&#160;609,38&euro;<br>F&ouml;rfaller</p><table><tr><td>a</td><td>b</td></tr></table>`
  const text = textOfHtml(html)
  assert.match(text, /^Räkning\n/)
  assert.match(text, /Att betala:\s7\s609,38€\nFörfaller/u)
  assert.match(text, /a\s+b/)
  assert.doesNotMatch(text, /alert|steal|title/)
})

test('HTML of any shape ends quickly', () => {
  const began = performance.now()
  for (const piece of ['<script', '<!--', '<p ', '<![CDATA[', '&amp', '<a href="', '</', '<td>']) {
    textOfHtml(piece.repeat(200_000))
  }
  assert.ok(performance.now() - began < 5000)
})

test('entities decode to what they name, unknown ones stay', () => {
  assert.equal(decodeEntities('&aring;&Oslash;&#x219;&#8364;&unknown;&#xD800;'), 'åØș€&unknown;')
})

test('DOCX: headers, paragraphs, table rows', async () => {
  const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
  const reading = await read(
    makeZip({
      '[Content_Types].xml': '<Types/>',
      'word/header1.xml': `<w:hdr>${p('Almgren &amp; Tveit')}</w:hdr>`,
      'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${p('Hyresavtal för lokal')}<w:tbl><w:tr>
        <w:tc>${p('Hyra')}</w:tc><w:tc>${p('12 500 kr')}</w:tc></w:tr></w:tbl><w:del><w:delText>struken</w:delText></w:del></w:body></w:document>`,
    }),
    'avtal.docx',
  )
  assert.equal(reading.mediaKind, 'docx')
  assert.equal(reading.error, null)
  assert.match(reading.text, /^Almgren & Tveit\nHyresavtal för lokal\nHyra\s+12 500 kr/)
  assert.doesNotMatch(reading.text, /struken/)
})

test('XLSX: shared strings, numbers, and dates by their style', async () => {
  const reading = await read(
    makeZip({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="Inköp" sheetId="1"/></sheets></workbook>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      'xl/sharedStrings.xml': '<sst><si><t>Vara</t></si><si><r><t>Kopi</t></r><r><t>papper</t></r></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c s="1"><v>46338</v></c><c><v>189.5</v></c><c t="inlineStr"><is><t>kr</t></is></c></row></sheetData></worksheet>',
    }),
    'x.xlsx',
  )
  assert.equal(reading.mediaKind, 'xlsx')
  assert.equal(reading.text, 'Inköp\nVara  Kopipapper\n2026-11-12  189.5  kr')
})

test('ODT: headings, tabs, runs of spaces', async () => {
  const reading = await read(
    makeZip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml':
        '<office:document-content><office:body><text:h>Møte</text:h><text:p>Sted:<text:tab/>rom<text:s text:c="3"/>4</text:p></office:body></office:document-content>',
    }),
    'x.odt',
  )
  assert.equal(reading.mediaKind, 'odt')
  assert.equal(reading.text, 'Møte\nSted:\trom   4')
})

test('an e-invoice is text to read and a part to compute with', async () => {
  const xml = `<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>A-17</ID></Invoice>`
  const reading = await read(utf8(xml), '../../etc/bill.xml')
  assert.equal(reading.mediaKind, 'ubl')
  assert.equal(reading.text, 'ID: A-17')
  assert.deepEqual(
    reading.parts.map(part => part.name),
    ['bill.xml'],
  )
  assert.deepEqual(Buffer.from(reading.parts[0]?.bytes ?? []), Buffer.from(xml))
})

test('a mail gives its head, its text and its attachments under harmless names', async () => {
  const mail = [
    'From: =?utf-8?q?Bj=C3=B8rg_S=C3=A6ther?= <bjorg@example.no>',
    'To: office@example.se, "Kari" <kari@example.no>',
    'Subject: =?iso-8859-1?q?R=E4kning_f=F6r_november?=',
    'Date: Thu, 12 Nov 2026 09:30:00 +0100',
    'Message-ID: <1@example.no>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Hei, her er <b>regningen</b>.</p><script>x()</script>',
    '--b',
    'Content-Type: application/pdf; name="../../<script>.pdf"',
    'Content-Disposition: attachment; filename="../../<script>.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.4').toString('base64'),
    '--b--',
  ].join('\r\n')
  const reading = await read(utf8(mail), 'x.eml')
  assert.deepEqual(reading.mail, {
    from: { name: 'Bjørg Sæther', address: 'bjorg@example.no' },
    to: ['office@example.se', 'kari@example.no'],
    subject: 'Räkning för november',
    date: '2026-11-12T08:30:00.000Z',
    messageId: '<1@example.no>',
  })
  assert.equal(reading.text, 'Hei, her er regningen.')
  assert.equal(reading.parts.length, 1)
  assert.doesNotMatch(reading.parts[0]?.name ?? '/', /[/\\]/)
  assert.equal(Buffer.from(reading.parts[0]?.bytes ?? []).toString(), '%PDF-1.4')
})

test('plain text is decoded by its byte order mark, as UTF-8, or as Windows-1252; form feeds part pages', async () => {
  assert.equal((await read(Buffer.from('\xc5ngstr\xf6m', 'latin1'), 'x')).text, 'Ångström')
  assert.equal((await read(utf8('Ångström'), 'x')).text, 'Ångström')
  assert.equal((await read(Buffer.from('\ufeffÅngström', 'utf16le'), 'x')).text, 'Ångström')
  assert.equal((await read(utf8('one\ftwo'), 'x')).pages.length, 2)
})

test('the language is told, or nothing where there is too little text', async () => {
  const texts: Record<string, string> = {
    en: 'Please find enclosed our invoice for the delivery of last Tuesday; payment is due within thirty days.',
    sv: 'Bifogat finner ni vår faktura för leveransen i tisdags, som ska betalas inom trettio dagar från idag.',
    nb: 'Vedlagt finner dere fakturaen vår for leveringen på tirsdag, som må betales innen tretti dager fra i dag.',
    nl: 'Bijgaand vindt u onze factuur voor de levering van afgelopen dinsdag, te betalen binnen dertig dagen.',
    ro: 'Alăturat găsiți factura noastră pentru livrarea de marțea trecută, cu plata în termen de treizeci de zile.',
    pt: 'Junto enviamos a nossa fatura relativa à entrega da passada terça-feira, a pagar no prazo de trinta dias.',
  }
  for (const [language, text] of Object.entries(texts)) assert.equal((await read(utf8(text), 'x')).language, language)
  assert.equal((await read(utf8('17 kr'), 'x')).language, null)
})

test('XML entities are refused, and damaged XML is read as far as it goes', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a xmlns="x">&b;</a>`
  assert.deepEqual((await read(utf8(bomb), 'x')).error, { name: 'xml-entities-refused' })
  assert.equal((await read(utf8('<?xml version="1.0"?><a><b>one</b><c>two'), 'x')).text, 'b: one\nc: two')
})

test('any text in any wrapping is read without an exception', async () => {
  const wrapped = fc.tuple(fc.constantFrom('<?xml version="1.0"?>', '<html>', 'From: a@b\nTo: c\n\n', ''), fc.string())
  await fc.assert(
    fc.asyncProperty(wrapped, async ([start, rest]) => {
      const reading = await read(utf8(start + rest), 'x')
      assert.equal(typeof reading.text, 'string')
    }),
    { numRuns: 150 },
  )
})
