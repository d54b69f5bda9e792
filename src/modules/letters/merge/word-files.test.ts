import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { packed } from '../../../formats/docx/fill.ts'
import { openDocx } from '../../../formats/docx/open.ts'
import { linesOfDocx } from '../../../formats/docx/words.ts'
import { unzipped } from '../../../formats/zip/read.ts'
import { type OutgoingMail, setMailDoor } from '../../../kernel/mail/door.ts'
import { createPerson } from '../../directory/contract.ts'
import * as c from '../contract.ts'
import { letterFileAct, letterRoutes } from '../index.ts'
import { lettersOffice, refusalOf } from '../testing.ts'

const { office, elin, visitor, organisationId } = await lettersOffice()
after(() => office.close())

const types =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const merge = (name: string) =>
  `<w:p><w:fldSimple w:instr=" MERGEFIELD ${name} "><w:r><w:t>«${name}»</w:t></w:r></w:fldSimple></w:p>`
const docx = (...lines: string[]) =>
  packed(
    new Map([
      ['[Content_Types].xml', Buffer.from(types)],
      [
        'word/document.xml',
        Buffer.from(
          `<w:document xmlns:w="w"><w:body>${lines.map(line => (line.startsWith('<') ? line : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
        ),
      ],
    ]),
  )
const wordsOf = async (bytes: Uint8Array) =>
  linesOfDocx(await openDocx(bytes), () => undefined)
    .map(({ parts }) => parts.map(part => ('words' in part ? part.words : '')).join(''))
    .filter(Boolean)
const taken = async (...lines: string[]) => {
  const file = await office.kernel.files.put(organisationId, await docx(...lines), { name: 'Medlemmar.docx' })
  const caller = { organisationId, principalId: elin.id, mandateId: null }
  const outcome = await letterFileAct.act(office.kernel, caller, { fileId: file.id }, 'x')
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  return file.id
}
const letter = () => taken(merge('Namn'), 'Medlemsavgiften är {{Belopp}} kr.', merge('Ort'))
const get = async (path: string, params: Record<string, string>, as = elin) => {
  const route = letterRoutes.find(one => one.path === path)!
  const caller = { organisationId: as.organisationId, principalId: as.id, mandateId: null }
  const answer = await route.answer(office.kernel, { params, query: {}, caller, requestId: 'x', language: 'en' })
  const parts: Uint8Array[] = []
  if (!answer.status)
    for await (const part of answer.body instanceof Uint8Array
      ? [answer.body]
      : (answer.body as AsyncIterable<Uint8Array>))
      parts.push(part)
  return { status: answer.status ?? 200, headers: answer.headers ?? {}, body: Buffer.concat(parts) }
}
const mergeOf = async (id: string) => {
  const answer = await office.query(c.getMerge, { id }, elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const statesOf = async (id: string) => {
  const answer = await office.query(c.listMergeRows, { id }, elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.map(({ state, reason }) => [state, reason])
}
const table = [
  'Namn;Gata;Postnr;Ort;E-post;Belopp',
  'Eva Ek;Gatan 1;41703;Göteborg;eva@ek.example;300',
  'Bo Alm;Gatan 2;41704;Mölndal;bo@alm.example;',
  'Åsa Lind;Gatan 3;41705;Kungälv;asa@lind.example;450',
].join('\n')

test('a Word file as people have them is filled for each row of a table: one file to print, filed, and each by itself; a row without an answer stops only itself', async () => {
  const { id } = await office.done(c.createMerge, { title: 'Avgift', fileId: await letter(), table }, elin)
  const before = await mergeOf(id)
  assert.deepEqual(
    [before.wordFile, before.isOffice, before.drawsPdf, before.template, before.printed],
    ['Medlemmar.docx', true, false, null, null],
  )
  assert.deepEqual(before.mapping.map(({ target, column }) => `${target} ${column}`).sort(), [
    'ask.Belopp 5',
    'ask.Namn 0',
    'ask.Ort 3',
    'city 3',
    'email 4',
    'name 0',
    'postcode 2',
    'street 1',
  ])
  const shown = await office.query(c.previewMergeRow, { id, position: 3 }, elin)
  assert.ok(shown.status === 'done' && shown.output.isFile && shown.output.problem === null)
  assert.match(JSON.stringify(shown.output.pages), /450/)
  const row = '/api/letter-merges/:id/rows/:position/letter.docx'
  assert.deepEqual(await wordsOf((await get(row, { id, position: '1' })).body), [
    'Eva Ek',
    'Medlemsavgiften är 300 kr.',
    'Göteborg',
  ])
  assert.equal((await get(row, { id, position: '9' })).status, 404)
  assert.equal((await get(row, { id, position: '1' }, visitor)).status, 404)
  assert.equal(
    (await get(row.replace('docx', 'pdf'), { id, position: '1' })).status,
    409,
    'no word processor was named',
  )

  await office.done(c.startMerge, { id, how: 'print' }, elin)
  await office.runJobs()
  assert.deepEqual(await statesOf(id), [
    ['done', null],
    ['failed', 'fields: Belopp'],
    ['done', null],
  ])
  const merged = await mergeOf(id)
  assert.deepEqual([merged.record.state, merged.printed, merged.done, merged.failed], ['done', 'docx', 2, 1])
  assert.ok(merged.document, 'filed')
  const { body, headers } = await get('/api/letter-merges/:id/printed', { id })
  assert.match(String(headers['content-disposition']), /Avgift\.docx/)
  assert.deepEqual(await wordsOf(body), [
    'Eva Ek',
    'Medlemsavgiften är 300 kr.',
    'Göteborg',
    'Åsa Lind',
    'Medlemsavgiften är 450 kr.',
    'Kungälv',
  ])
  const parts = await unzipped((await get('/api/letter-merges/:id/letters.zip', { id })).body, {
    entries: 10,
    totalBytes: 1e7,
    entryBytes: 1e7,
    ratio: 300,
  })
  assert.deepEqual([...parts.keys()], ['0001 Eva Ek.docx', '0003 Åsa Lind.docx'])
})

test('to people of the directory, what a Word file asks in the words of an address is known; each is mailed its own', async () => {
  const { id: partyId } = await office.done(
    createPerson,
    {
      name: 'Karin Öberg',
      emails: [{ email: 'karin@oberg.example' }],
      addresses: [{ street: 'Gatan 9', postcode: '413 04', city: 'Göteborg' }],
    } as never,
    elin,
  )
  const fileId = await taken('Hej {{Förnamn}},', '{{Adress}}', '{{?Tid}}')
  const { id } = await office.done(c.createMerge, { title: 'Kallelse', fileId, partyIds: [partyId] }, elin)
  assert.deepEqual((await mergeOf(id)).targets, ['ask.Tid'])
  await office.done(c.changeMerge, { id, answers: [{ name: 'Tid', value: 'kl. 18 <i dag>' }] }, elin)
  const sent: OutgoingMail[] = []
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  await office.done(c.startMerge, { id, how: 'mail' }, elin)
  await office.runJobs()
  setMailDoor(null)
  assert.deepEqual(await statesOf(id), [['done', null]])
  const [paper] = sent[0]!.attachments!
  assert.equal(paper!.name, 'Kallelse.docx')
  assert.deepEqual(await wordsOf(paper!.content as Uint8Array), [
    'Hej Karin,',
    'Gatan 9\n413 04 Göteborg',
    'kl. 18 <i dag>',
  ])
})

test('a template whose texts are Word files in some languages: one file for each, packed together', async () => {
  const { id: templateId } = await office.done(
    c.createTemplate,
    {
      title: 'Both',
      language: 'en',
      subject: 'Fee',
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The fee' }] }] },
    },
    elin,
  )
  const fileId = await taken('Avgift för {{recipient.name}}')
  await office.done(c.writeVariant, { id: templateId, language: 'sv', subject: 'Avgift', fileId }, elin)
  const both = 'Name;Street;Language\nEva;Gatan 1;sv\nAnn;Road 2;en\nBo;Gatan 3;sv'
  const { id } = await office.done(c.createMerge, { title: 'Both', templateId, table: both }, elin)
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  await office.runJobs()
  const merged = await mergeOf(id)
  assert.deepEqual([merged.printed, merged.done], ['zip', 3])
  const packedParts = await unzipped((await get('/api/letter-merges/:id/printed', { id })).body, {
    entries: 10,
    totalBytes: 1e7,
    entryBytes: 1e7,
    ratio: 300,
  })
  assert.deepEqual([...packedParts.keys()].sort(), ['en 2-2.pdf', 'sv 1-3.docx'])
  assert.deepEqual(await wordsOf(packedParts.get('sv 1-3.docx')!), ['Avgift för Eva', 'Avgift för Bo'])
})

test('neither or both, a file that nobody looked through, and hostile values', async () => {
  const create = (input: object) =>
    office.dispatch(c.createMerge, { title: 'x', table: 'Namn\nEva', ...input } as never, elin)
  assert.equal(refusalOf(await create({})), 'merge-of-what')
  const loose = await office.kernel.files.put(organisationId, await docx('x'), { name: 'x.docx' })
  assert.equal(refusalOf(await create({ fileId: loose.id })), 'letter-file-unknown')
  const fileId = await taken('{{Namn}} {{Rad}}')
  const { id } = await office.done(
    c.createMerge,
    { title: 'Hostile', fileId, table: `Namn;Rad\n</w:t><w:x>;&]]>\n{{Rad}};$& $1` },
    elin,
  )
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  await office.runJobs()
  assert.deepEqual(await wordsOf((await get('/api/letter-merges/:id/printed', { id })).body), [
    '</w:t><w:x> &]]>',
    '{{Rad}} $& $1',
  ])
})

test('a letter that its row makes too large is left out alone, and the child is no worse for it', async () => {
  const long = 'x'.repeat(1900)
  // 4,000 times 1,900 letters is more than anybody reads; the paragraphs differ, or the file would be a bomb by itself
  const fileId = await taken(...Array.from({ length: 4000 }, (_, n) => `{{Rad}} ${(n * 7919) ** 3}`))
  const { id } = await office.done(
    c.createMerge,
    { title: 'Large', fileId, table: `Namn;Rad\nEva;a\nBo;${long}\nAnn;b` },
    elin,
  )
  await office.done(c.startMerge, { id, how: 'print' }, elin)
  await office.runJobs()
  assert.deepEqual(await statesOf(id), [
    ['done', null],
    ['failed', 'file'],
    ['done', null],
  ])
})
