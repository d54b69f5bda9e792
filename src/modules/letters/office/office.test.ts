import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { openDocx } from '../../../formats/docx/open.ts'
import { packed } from '../../../formats/docx/fill.ts'
import { linesOfDocx } from '../../../formats/docx/words.ts'
import type { DavAnswer } from '../../../kernel/dav/door.ts'
import { createPerson } from '../../directory/contract.ts'
import { getDocument } from '../../documents/contract.ts'
import * as c from '../contract.ts'
import { oneFileDoor } from '../../../surfaces/http/one-file.ts'
import { outsidePages } from '../../../kernel/outside/link.ts'
import { findOpenLetter, letterFileAct, letterRoutes } from '../index.ts'
import { lettersOffice, refusalOf } from '../testing.ts'
import { fieldNamed } from './field-names.ts'

const { office, elin, karin, visitor, organisationId } = await lettersOffice()
after(() => office.close())

const types =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const docx = (...lines: string[]) =>
  packed(
    new Map([
      ['[Content_Types].xml', Buffer.from(types)],
      [
        'word/document.xml',
        Buffer.from(
          `<w:document xmlns:w="w"><w:body>${lines.map(line => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
        ),
      ],
    ]),
  )
const wordsOf = async (bytes: Uint8Array) =>
  linesOfDocx(await openDocx(bytes), () => undefined).map(({ parts }) =>
    parts.map(part => ('words' in part ? part.words : '')).join(''),
  )
const stored = async (bytes: Uint8Array, as = elin) => {
  const file = await office.kernel.files.put(organisationId, bytes, { name: 'Mall.docx' })
  const caller = { organisationId, principalId: as.id, mandateId: null }
  return { fileId: file.id, outcome: await letterFileAct.act(office.kernel, caller, { fileId: file.id }, 'x') }
}
const taken = async (...lines: string[]) => {
  const { fileId, outcome } = await stored(await docx(...lines))
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  return fileId
}
const letterOf = async (id: string, as = elin) => {
  const answer = await office.query(c.getLetter, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const get = async (path: string, params: Record<string, string>, as = elin) => {
  const route = letterRoutes.find(one => one.path === path)!
  const caller = { organisationId: as.organisationId, principalId: as.id, mandateId: null }
  const answer = await route.answer(office.kernel, { params, query: {}, caller, requestId: 'x', language: 'en' })
  return { status: answer.status ?? 200, body: Buffer.from(answer.body as Uint8Array) }
}
const template = async (...lines: string[]) => {
  const facts = { title: 'Our own paper', language: 'sv', subject: 'Hej {recipient.name}' } as const
  const { id } = await office.done(c.createTemplate, facts, elin)
  await office.done(c.writeVariant, { id, language: 'sv', subject: facts.subject, fileId: await taken(...lines) }, elin)
  return id
}
/** The address that a letter is opened at. */
const opened = async (id: string, as = elin) => {
  const opening = await office.done(c.beginLetterEditing, { id }, as)
  const shown = await office.query(c.showOpening, { id: opening.id }, as)
  assert.ok(shown.status === 'done')
  return shown.output.path
}
const dav = async (
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body: Uint8Array | string = '',
) => {
  const request = {
    method,
    url,
    headers,
    body: Readable.from(body.length > 0 ? [Buffer.from(body as string)] : []),
    address: '127.0.0.1',
    requestId: 'x',
    host: 'kontor',
  }
  const answer: DavAnswer = await oneFileDoor(outsidePages.open, [findOpenLetter]).answer(
    office.kernel,
    { pool: office.kernel.pool },
    request,
    () => {},
  )
  return { ...answer, bytes: answer.body ? Buffer.from(answer.body as Uint8Array) : Buffer.alloc(0) }
}
const lockInfo =
  '<D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype><D:owner>Elin</D:owner></D:lockinfo>'
const tokenOf = (answer: DavAnswer) => answer.headers['lock-token']!.slice(1, -1)

test('a field is known by its name or by the words for it in any language; a question by its mark', () => {
  assert.equal(fieldNamed('Recipient_Name'), 'recipient.name')
  assert.equal(fieldNamed('mottagarens namn'), 'recipient.name')
  assert.equal(fieldNamed('? Which day'), 'ask.Which day')
  assert.equal(fieldNamed('recipient.nmae'), null)
})

test('a Word file is a template: its fields are filled, its questions asked; filed as it is where nothing makes a PDF of it', async () => {
  const templateId = await template('{{recipient.salutation}}', 'Vårt nummer {{Nummer}}', 'Plats: {{?Plats}}')
  const shown = await office.query(c.getTemplate, { id: templateId }, elin)
  assert.ok(shown.status === 'done' && shown.output.variants[0]!.file === 'Mall.docx')
  const listed = await office.query(c.listTemplates, { text: 'Our own' }, elin)
  assert.ok(listed.status === 'done' && listed.output.rows[0]!.asks.join() === 'Plats')
  assert.equal(
    (await get('/api/letter-templates/:id/:language/template.docx', { id: templateId, language: 'sv' })).status,
    200,
  )
  const { id: partyId } = await office.done(createPerson, { name: 'Eva Lindholm', language: 'sv' } as never, elin)
  const { id } = await office.done(c.createLetter, { templateId, partyId, recipient: 'Eva Lindholm\nGatan 1' }, elin)
  const letter = await letterOf(id)
  assert.deepEqual([letter.file, letter.drawsPdf], ['Mall.docx', false])
  assert.equal(refusalOf(await office.dispatch(c.finishLetter, { id }, elin)), 'letter-incomplete')
  await office.done(c.saveLetter, { id, answers: [{ name: 'Plats', value: 'Rum 4' }] }, elin)
  const { number } = await office.done(c.finishLetter, { id }, elin)
  await office.runJobs()
  const { document } = await letterOf(id)
  const paper = await office.query(getDocument, { id: document!.id }, elin)
  assert.ok(paper.status === 'done' && paper.output.row.name.endsWith('.docx'))
  const bytes = (await get('/api/letters/:id/letter.docx', { id })).body
  assert.deepEqual(await wordsOf(bytes), ['Hej Eva Lindholm,', `Vårt nummer ${number}`, 'Plats: Rum 4'])
  assert.equal((await get('/api/letters/:id/letter.pdf', { id })).status, 409, 'no word processor was named')
})

test('what means nothing is named with its place; hostile files, files nobody looked at are refused', async () => {
  const { id } = await office.done(c.createTemplate, { title: 'Bad', language: 'en', subject: '' }, elin)
  const write = (fileId: string) => office.dispatch(c.writeVariant, { id, language: 'en', fileId }, elin)
  const answer = await write(await taken('Dear {{recipient.nmae}}, hello'))
  assert.ok(answer.status === 'refused')
  assert.equal(answer.refusal.name, 'letter-file-fields-unknown')
  assert.match(String(answer.refusal.data['fields']), /recipient\.nmae.*Dear/)
  const loose = await office.kernel.files.put(organisationId, await docx('x'), { name: 'x.docx' })
  assert.equal(refusalOf(await write(loose.id)), 'letter-file-unknown')
  const macros = new Map([
    ['[Content_Types].xml', types],
    ['word/document.xml', '<x/>'],
    ['word/vbaProject.bin', 'x'],
  ])
  const unsafe = await packed(new Map([...macros].map(([name, text]) => [name, Buffer.from(text)])))
  for (const [name, bytes] of [
    ['letter-file-unreadable', Buffer.from('%PDF-1.7')],
    ['letter-file-locked', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['letter-file-unsafe', unsafe],
  ] as const) {
    const { outcome } = await stored(bytes)
    assert.ok(outcome.status === 'refused' && outcome.refusal.name === name, JSON.stringify(outcome))
  }
})

test('a letter is opened, held, changed and saved back by a program; each saving is a version, and it can be written here again', async () => {
  const facts = { subject: 'Om taket', recipient: 'Eva', body: undefined }
  const { id } = await office.done(c.createLetter, { subject: facts.subject, recipient: facts.recipient }, elin)
  const address = await opened(id)
  assert.match(address, /^\/open\/[\w-]{75}\/Om%20taket\.docx$/)
  const folder = address.slice(0, address.lastIndexOf('/') + 1)
  assert.match((await dav('PROPFIND', folder, { depth: '1' })).bytes.toString(), /Om%20taket\.docx/)
  assert.equal((await dav('OPTIONS', address)).headers['dav'], '1, 2')
  const seen = await dav('PROPFIND', address, { depth: '0' })
  const fetched = await dav('GET', address)
  assert.ok(seen.bytes.toString().includes(fetched.headers['etag']!.replaceAll('"', '&quot;')))
  assert.ok((await wordsOf(fetched.bytes)).includes('Om taket'))

  const held = await dav('LOCK', address, { timeout: 'Second-600' }, lockInfo)
  assert.equal(held.status, 200)
  assert.equal((await letterOf(id)).editing[0]!.who, 'Elin Bergqvist')
  assert.equal((await dav('LOCK', address, {}, lockInfo)).status, 423)
  const typed = { id, body: { type: 'doc', content: [{ type: 'paragraph' }] } }
  assert.equal(refusalOf(await office.dispatch(c.saveLetter, typed, karin)), 'letter-being-edited')
  const theirs = await opened(id, karin)
  assert.equal((await dav('LOCK', theirs, {}, lockInfo)).status, 423, 'somebody else’s program waits too')
  assert.equal((await dav('PUT', theirs, {}, await docx('Mine'))).status, 423)

  const changed = await docx('Dear Eva,', 'changed in Word, {{number}}')
  assert.equal((await dav('PUT', address, {}, changed)).status, 423, 'whoever holds it shows it')
  const own = { if: `(<${tokenOf(held)}>)` }
  assert.equal((await dav('LOCK', address, own)).status, 200, 'goes on holding it')
  const put = await dav('PUT', address, own, changed)
  assert.deepEqual([put.status, (await dav('GET', address)).headers['etag']], [204, put.headers['etag']])
  assert.equal((await dav('PUT', address, own, Buffer.from('no Word file'))).status, 415)
  assert.equal((await dav('PUT', address, own, changed)).status, 204, 'the same again is no version')
  const letter = await letterOf(id)
  assert.deepEqual(
    letter.versions.map(({ number, isFile, aside, by }) => [number, isFile, aside, by?.title]),
    [
      [2, true, false, 'Elin Bergqvist'],
      [1, false, false, 'Elin Bergqvist'],
    ],
  )
  assert.equal((await dav('UNLOCK', address, { 'lock-token': `<${tokenOf(held)}>` })).status, 204)
  const version = await get('/api/letters/:id/versions/:number/letter.docx', { id, number: '2' })
  assert.ok(version.body.equals(changed))

  // opened from the first version, saved after the second
  await office.superuser.query('update letters.opening set based_on = 1 where principal_id = $1', [karin.id])
  assert.equal((await dav('PUT', theirs, {}, await docx('Karin’s words'))).status, 204)
  const both = await letterOf(id)
  assert.deepEqual(
    [both.versions[0]!.number, both.versions[0]!.aside, both.versions[0]!.by?.title],
    [3, true, 'Karin Öberg'],
  )
  assert.match(JSON.stringify(both.body), /changed in Word/, 'the letter is what it was')
  const { rows } = await office.superuser.query("select title from kernel.record where kind = 'task'")
  assert.ok(rows.some(({ title }) => /Two versions of “Om taket”/.test(title)))

  const back = await office.dispatch(c.restoreLetterVersion, { id, number: 3 }, elin)
  assert.ok(back.status === 'done')
  assert.match(JSON.stringify((await letterOf(id)).body), /Karin’s words/)
  await office.done(c.restoreLetterVersion, back.undo!.input as never, elin)
  assert.match(JSON.stringify((await letterOf(id)).body), /changed in Word/)
  await office.done(c.saveLetter, { id, fileId: null }, elin)
  assert.equal((await letterOf(id)).file, null)

  await office.done(c.finishLetter, { id }, elin).catch(() => undefined)
  await office.superuser.query("update letters.letter set state = 'discarded' where id = $1", [id])
  assert.equal((await dav('PUT', address, {}, changed)).status, 403)
})

test('the address opens one letter, for one person, for a while', async () => {
  const { id } = await office.done(c.createLetter, { subject: 'Secret', recipient: 'Eva', class: 2 }, elin)
  const address = await opened(id)
  assert.equal((await dav('GET', address.replace(/.\/Secret/, 'A/Secret').replace('/open/', '/open/A'))).status, 404)
  assert.equal((await dav('GET', address.replace('Secret', 'Other'))).status, 404)
  assert.equal((await dav('PUT', address.replace('Secret', '.~lock.Secret'), {}, 'x')).status, 403)
  assert.equal((await dav('GET', '/open/')).status, 404)
  const { rows } = await office.superuser.query('select id from letters.opening where letter_id = $1', [id])
  assert.equal(refusalOf(await office.query(c.showOpening, { id: rows[0].id }, karin)), 'letter-opening-over')
  assert.equal(refusalOf(await office.dispatch(c.beginLetterEditing, { id }, visitor)), 'record-not-found')
  await office.superuser.query("update letters.opening set until_at = now() - interval '1 hour' where letter_id = $1", [
    id,
  ])
  assert.equal((await dav('GET', address)).status, 404)
})
