import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { lookThrough } from './fields.ts'
import { filledDocx, filledPart, packed } from './fill.ts'
import { DocxRefused, openDocx } from './open.ts'
import { tokensOf } from './tokens.ts'
import { fieldsOfDocx, linesOfDocx } from './words.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const documentOf = (body: string) => `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`
const paragraph = (...runs: string[]) =>
  `<w:p>${runs.map(text => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p>`

const docxWith = (body: string, more: Record<string, string> = {}) =>
  packed(
    new Map(
      Object.entries({ '[Content_Types].xml': types, 'word/document.xml': documentOf(body), ...more }).map(
        ([name, text]) => [name, Buffer.from(text)] as const,
      ),
    ),
  )
const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    fieldsOfDocx(await openDocx(bytes))
    return 'opened'
  } catch (thrown) {
    assert.ok(thrown instanceof DocxRefused, String(thrown))
    return thrown.reason
  }
}
const complex = (name: string, result: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGE</w:instrText></w:r><w:r><w:instrText>FIELD ${name} \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

test('a field is filled wherever Word has cut it, in the look where it begins; the rest stays byte for byte', async () => {
  const body =
    paragraph('Dear {', '{recip', 'ient.name}', '}, of {{town}} &amp; {{none}}') +
    complex('"Our number"', '<w:r><w:t>«Our</w:t></w:r><w:r><w:t> number»</w:t></w:r>') +
    '<w:p><w:fldSimple w:instr=" MERGEFIELD town "><w:r><w:t>«town»</w:t></w:r></w:fldSimple></w:p>' +
    '<w:sdt><w:sdtPr><w:tag w:val="date"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click</w:t></w:r><w:r><w:t> here</w:t></w:r></w:p></w:sdtContent></w:sdt>'
  const docx = await openDocx(await docxWith(body, { 'word/header1.xml': documentOf(paragraph('{{ town }}')) }))
  assert.deepEqual(
    fieldsOfDocx(docx).map(({ name, kind, part }) => `${part} ${kind} ${name}`),
    [
      'head marked town',
      'text marked recipient.name',
      'text marked town',
      'text marked none',
      'text merge Our number',
      'text merge town',
      'text control date',
    ],
  )
  const values: Record<string, string> = {
    'recipient.name': 'Ö & Co\nGatan 1',
    town: 'Göteborg',
    'Our number': '2026-1',
    date: 'today',
  }
  const filled = await openDocx((await filledDocx(docx, name => values[name]))!)
  assert.deepEqual(
    linesOfDocx(filled, name => (name === 'none' ? 'ask.none' : undefined)).map(({ parts }) => parts),
    [
      [{ words: 'Göteborg' }],
      [{ words: 'Dear Ö & Co\nGatan 1, of Göteborg & ' }, { field: 'ask.none' }],
      [{ words: '2026-1' }],
      [{ words: 'Göteborg' }],
      [{ words: 'today' }],
    ],
  )
  const text = filled.parts.get('word/document.xml')!.toString()
  assert.doesNotMatch(text, /fldChar|instrText|fldSimple|showingPlcHdr|PlaceholderText/)
  assert.equal((await filledDocx(filled, () => undefined)) ?? null, null)
})

test('what runs, fetches, expands or is no letter is refused by its reason', async () => {
  const rels = (type: string, target: string) => ({
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  })
  const word = paragraph('x')
  const bomb = Buffer.alloc(30_000_000)
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['opened', await docxWith(word, rels('hyperlink', 'https://example.org'))],
    ['opened', await docxWith(word, rels('attachedTemplate', 'file:///C:\\Users\\Eva\\Brev.dotm'))],
    ['outside', await docxWith(word, rels('attachedTemplate', 'file://server/share/x.dotm'))],
    ['outside', await docxWith(word, rels('image', 'http://tracker.example/x.png'))],
    ['outside', await docxWith(complex('x', '').replace('MERGE<', 'DDEAUTO c:\\\\x <'))],
    ['active', await docxWith(word, { 'word/vbaProject.bin': 'x' })],
    ['active', await docxWith(word, { '[Content_Types].xml': types.replace('document.main', 'macroEnabled.main') })],
    ['damaged', await docxWith('<w:p>')],
    ['damaged', await docxWith(word, { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' })],
    ['damaged', await docxWith(word, { 'word/styles.xml': '<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0x\0>\0' })],
    ['damaged', await docxWith(word, { '../../etc/passwd': 'x' })],
    ['damaged', (await docxWith(word)).subarray(0, 120)],
    ['not-docx', await packed(new Map([['a.txt', Buffer.from('x')]]))],
    ['not-docx', Buffer.from('%PDF-1.7')],
    ['encrypted', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['damaged', await docxWith('<w:x>'.repeat(400) + '</w:x>'.repeat(400))],
  ]
  for (const [reason, bytes] of cases) assert.equal(await reasonOf(bytes), reason)
  // a bomb: thirty million bytes in thirty thousand
  const small = deflateRawSync(bomb)
  const plain = await packed(new Map([['word/document.xml', small]]))
  const at = plain.indexOf('PK\u0001\u0002')
  for (const [from, method] of [
    [0, 8],
    [at, 10],
  ] as const) {
    plain.writeUInt16LE(8, from + method)
    plain.writeUInt32LE(bomb.length, from + method + 14)
  }
  assert.equal(await reasonOf(plain), 'too-large')
})

/** Of the processor: other programs run beside the tests. */
function cpuMs(work: () => unknown): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

test('what is made to be looked through for ever is not', async () => {
  const sign = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`
  const nested = `<w:p>${(sign('begin') + sign('separate')).repeat(3_000)}${'<w:t>x</w:t>'.repeat(3_000)}</w:p>`
  assert.equal(await reasonOf(await docxWith(nested)), 'damaged')
  const control = '<w:sdt><w:sdtContent>'
  assert.equal(
    await reasonOf(await docxWith(`${control.repeat(30)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(30)}`)),
    'damaged',
  )
  assert.equal(await reasonOf(await docxWith(paragraph(...Array<string>(6_000).fill('{{a}}')))), 'too-large')
  const head = documentOf(paragraph('x'.repeat(3_000_000)))
  const heads = Object.fromEntries([1, 2, 3, 4, 5].map(n => [`word/header${n}.xml`, head]))
  assert.equal(await reasonOf(await docxWith(paragraph('x'), heads)), 'too-large')
  const [spaces, many] = [paragraph(`{{${' '.repeat(50_000)}`), paragraph(...Array<string>(4_000).fill('{{a}}'))]
  assert.ok(cpuMs(() => lookThrough(tokensOf(spaces))) < 1_000)
  assert.ok(cpuMs(() => filledPart(many, () => 'b')) < 1_500)
})

test('whatever the words, what is filled in is found again as it was, and XML stays XML', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(fc.nat(12), { maxLength: 6 }),
      (value, cuts) => {
        const clean = value.toWellFormed().replace(/[\u0000-\u001f\u007f\ufffe\uffff\ue000\ue001{}]/g, '')
        const field = 'a {{name}} b'
        const places = [...new Set(cuts)].sort((a, b) => a - b)
        const runs = [0, ...places].map((from, n) => field.slice(from, places[n] ?? field.length))
        const xml = filledPart(documentOf(paragraph(...runs)), name => (name === 'name' ? clean : undefined))
        const again = filledPart(xml, () => assert.fail('nothing is left to fill'))
        assert.equal(again, xml)
        const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
        assert.equal(
          words
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&'),
          `a ${clean} b`,
        )
      },
    ),
    { numRuns: 60 },
  )
})
