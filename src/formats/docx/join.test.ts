import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledParts, packed } from './fill.ts'
import { joinedDocx } from './join.ts'
import { openDocx } from './open.ts'
import { officeLetter } from './testing.ts'

const joined = async (bytes: Uint8Array, ...names: string[]) => {
  const docx = await openDocx(bytes)
  const parts = joinedDocx(
    docx,
    names.map(name => filledParts(docx, field => (field === 'Namn' ? name : undefined))),
  )!
  // what is written is a Word file that is opened again
  await openDocx(await packed(parts))
  return (name: string) => parts.get(name)!.toString('utf8')
}

test('each letter begins on a page of its own that counts from one, with its own head; nothing is added after it', async () => {
  const part = await joined(await officeLetter(), 'Eva', 'Bo', 'Åsa')
  const text = part('word/document.xml')
  assert.deepEqual(
    [...text.matchAll(/Hej (\p{L}+)!/gu)].map(([, name]) => name),
    ['Eva', 'Bo', 'Åsa'],
  )
  assert.equal(text.match(/<w:sectPr/g)!.length, 3)
  assert.equal(text.match(/<w:type w:val="nextPage"\/><w:pgSz/g)!.length, 3)
  assert.equal(text.match(/<w:pgNumType w:start="1"\/>/g)!.length, 3)
  // the first two end in their last paragraph, the last in the body, as it was
  assert.equal(text.match(/<\/w:sectPr><\/w:pPr>/g)!.length, 2)
  assert.match(text, /<\/w:sectPr><\/w:body>/)
  const heads = [...text.matchAll(/<w:headerReference [^>]*r:id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(heads, ['rId1of1', 'rId1of2', 'rId1of3'])
  assert.match(part('word/header1-of-2.xml'), /Till Bo/)
  assert.match(part('word/_rels/document.xml.rels'), /Id="rId1of2"[^>]*Target="header1-of-2.xml"/)
  assert.match(part('[Content_Types].xml'), /PartName="\/word\/header1-of-3.xml"/)
  assert.match(part('word/footer1.xml'), /SECTIONPAGES|NUMPAGES/)
})

test('lists are counted anew, notes and bookmarks are each letter’s own', async () => {
  const part = await joined(await officeLetter(), 'Eva', 'Bo')
  const text = part('word/document.xml')
  assert.deepEqual(
    [...text.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id),
    ['1', '1', '2', '2'],
  )
  assert.match(part('word/numbering.xml'), /<w:num w:numId="2">[\s\S]*startOverride/)
  const notes = [...text.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)
  assert.equal(new Set(notes).size, 2)
  for (const [at, id] of notes.entries())
    assert.match(part('word/footnotes.xml'), new RegExp(`w:id="${id}">.*?För ${['Eva', 'Bo'][at]}`))
  assert.doesNotMatch(part('word/footnotes.xml'), /\{\{/)
  const names = [...text.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
  assert.deepEqual(names, ['avgift', 'avgift_2'])
  assert.equal(new Set([...text.matchAll(/<w:bookmarkStart w:id="(\d+)"/g)].map(([, id]) => id)).size, 2)
  assert.match(text, /w:anchor="avgift_2"/)
  const pictures = [...text.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
  assert.equal(new Set(pictures).size, 2)
})

test('a letter that ends in a table, one without a last section, and one whose first section has no head', async () => {
  const table = await joined(
    await officeLetter({ end: '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>' }),
    'Eva',
    'Bo',
  )
  assert.match(table('word/document.xml'), /<\/w:tbl><w:p><w:pPr><w:sectPr/)
  const bare = await joined(await officeLetter({ section: '' }), 'Eva', 'Bo')
  assert.match(
    bare('word/document.xml'),
    /<w:sectPr><w:type w:val="nextPage"\/><w:pgNumType w:start="1"\/><\/w:sectPr>/,
  )
  const first = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
  const two = await joined(await officeLetter({ end: `${first}<w:p/>` }), 'Eva', 'Bo')
  const sections = two('word/document.xml').split('<w:sectPr').slice(1)
  assert.equal(sections.length, 4)
  // the first section of the second letter does not go on with the head of the first letter's last
  assert.match(sections[2]!, /r:id="noHead"/)
  assert.match(two('word/header-of-none.xml'), /<w:hdr/)
})
