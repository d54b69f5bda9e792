import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { docOfLines } from '../../formats/rich/doc.ts'
import { setMailDoor, type OutgoingMail } from '../../kernel/mail/door.ts'
import { createOrganisation, createPerson } from '../directory/contract.ts'
import { getDocument } from '../documents/contract.ts'
import * as c from './contract.ts'
import { letterRoutes } from './index.ts'
import { lettersOffice, refusalOf } from './testing.ts'

const { office, elin, karin, visitor, organisationId, system, colleague } = await lettersOffice()
after(() => office.close())

const wire = (...lines: string[]) => docOfLines(...lines) as unknown as Record<string, unknown>
const person = (name: string, facts: object = {}) => office.done(createPerson, { name, ...facts } as never, elin)
const letterOf = async (id: string, as = elin) => {
  const answer = await office.query(c.getLetter, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const get = async (path: string, id: string, query: Record<string, string> = {}, as = elin) => {
  const route = letterRoutes.find(one => one.path === path)!
  const caller = { organisationId: as.organisationId, principalId: as.id, mandateId: null }
  const answer = await route.answer(office.kernel, { params: { id }, query, caller, requestId: 'x', language: 'en' })
  return { status: answer.status ?? 200, headers: answer.headers, body: Buffer.from(answer.body as Uint8Array) }
}

test('a letter begins in the language of whom it is to, with address and salutation, from the template of that language', async () => {
  const { id: partyId } = await person('Ana Popescu', {
    language: 'ro',
    emails: [{ email: 'ana@popescu.example' }],
    addresses: [{ street: 'Strada Lungă 4', postcode: '500035', city: 'Brașov', country: 'RO' }],
  })
  const { count } = await office.done(c.addStandardTemplates, {}, elin)
  assert.equal(count, 6)
  assert.equal(refusalOf(await office.dispatch(c.addStandardTemplates, {}, elin)), 'letter-templates-there')
  const templates = await office.query(c.listTemplates, { text: 'Covering' }, elin)
  assert.ok(templates.status === 'done')
  const [cover] = templates.output.rows
  assert.deepEqual([cover!.languages.length, cover!.asks], [6, ['What is enclosed']])
  const { id } = await office.done(c.createLetter, { partyId, templateId: cover!.id }, elin)
  const letter = await letterOf(id)
  assert.equal(letter.language, 'ro')
  assert.equal(letter.subject, 'Documente anexate')
  assert.equal(letter.recipient, 'Ana Popescu\nStrada Lungă 4\n500035 Brașov\nROMANIA')
  assert.equal(letter.email, 'ana@popescu.example')
  assert.equal(letter.signerName, 'Elin Bergqvist')
  const known = new Map(letter.fields.map(({ name, value }) => [name, value]))
  assert.equal(known.get('recipient.salutation'), 'Stimate/Stimată Ana Popescu,')
  assert.match(known.get('date')!, /24 noiembrie 2026/)

  // what nobody can know is asked for, and keeps the letter here until it is said
  assert.equal(refusalOf(await office.dispatch(c.finishLetter, { id }, elin)), 'letter-incomplete')
  const preview = await office.query(
    c.previewLetter,
    { id, answers: [{ name: 'Ce se anexează', value: 'planurile' }] },
    elin,
  )
  assert.ok(preview.status === 'done')
  assert.deepEqual(preview.output.missing, [])
  const said = preview.output.pages.flatMap(page => page.items.flatMap(item => item.text ?? [])).join(' ')
  assert.match(said, /Vă transmitem alăturat planurile\./)
  assert.match(said, /Cu stimă,/)
})

test('saving keeps versions, one for each sitting; an earlier one is put back and that is taken back', async () => {
  const { id } = await office.done(c.createLetter, { subject: 'Om taket', recipient: 'Karin\nGatan 1' }, elin)
  await office.done(c.saveLetter, { id, body: wire('One') }, elin)
  await office.done(c.saveLetter, { id, body: wire('Two') }, elin)
  assert.equal((await letterOf(id)).versions.length, 1, 'one sitting')
  await office.done(c.saveLetter, { id, body: wire('Three') }, karin)
  assert.deepEqual(
    (await letterOf(id)).versions.map(({ number }) => number),
    [2, 1],
  )
  const before = (await letterOf(id)).record.version
  assert.equal(
    refusalOf(await office.dispatch(c.saveLetter, { id, expectedVersion: before - 1, subject: 'x' }, elin)),
    'version-changed',
  )
  assert.equal(
    refusalOf(await office.dispatch(c.restoreLetterVersion, { id, number: 9 }, elin)),
    'letter-version-unknown',
  )
  const back = await office.dispatch(c.restoreLetterVersion, { id, number: 1 }, elin)
  assert.ok(back.status === 'done')
  assert.deepEqual((await letterOf(id)).body, wire('Two'))
  const old = await office.query(c.getLetterVersion, { id, number: 2 }, elin)
  assert.ok(old.status === 'done' && old.output.pages.length === 1)
  await office.done(c.restoreLetterVersion, back.undo!.input as never, elin)
  assert.deepEqual((await letterOf(id)).body, wire('Three'))
  for (const body of [
    { type: 'doc', content: [{ type: 'script' }] },
    { type: 'doc', content: 'x' },
  ])
    assert.equal(refusalOf(await office.dispatch(c.saveLetter, { id, body }, elin)), 'input-invalid')
})

test('finishing numbers it and files it as a confirmed document; taken up again it keeps its number, and the paper gets a version', async () => {
  const { id: partyId } = await office.done(createOrganisation, { name: 'Hisings Ventilation AB' } as never, elin)
  const { id } = await office.done(
    c.createLetter,
    { partyId, subject: 'Service', body: wire('{recipient.salutation}', 'Nr {number}') },
    elin,
  )
  const dry = await office.dispatch(c.finishLetter, { id }, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const finished = await office.dispatch(c.finishLetter, { id }, elin, { key: 'once' })
  assert.ok(finished.status === 'done')
  assert.match(finished.output.number, /^2026-\d+$/)
  const again = await office.dispatch(c.finishLetter, { id }, elin, { key: 'once' })
  assert.deepEqual(again.status === 'done' && again.output, finished.output)
  assert.equal(refusalOf(await office.dispatch(c.saveLetter, { id, subject: 'x' }, elin)), 'letter-not-so-far')
  await office.runJobs()
  const { document, number } = await letterOf(id)
  const paper = await office.query(getDocument, { id: document!.id }, elin)
  assert.ok(paper.status === 'done')
  assert.equal(paper.output.record.state, 'confirmed', 'nobody has to look at it')

  await office.done(c.reopenLetter, { id }, elin)
  await office.done(c.saveLetter, { id, body: wire('Nr {number}, corrected') }, elin)
  assert.equal((await office.done(c.finishLetter, { id }, elin)).number, number)
  await office.runJobs()
  assert.equal((await letterOf(id)).document!.id, document!.id, 'one document, two versions')
})

test('what is missing is said; what is confidential, or of a template that says so, asks a second person', async () => {
  const { id } = await office.done(c.createLetter, { body: wire('Hello'), recipient: '' }, elin)
  assert.equal(refusalOf(await office.dispatch(c.finishLetter, { id }, elin)), 'letter-recipient-missing')
  await office.done(c.saveLetter, { id, recipient: 'Eva', body: wire('') }, elin)
  assert.equal(refusalOf(await office.dispatch(c.finishLetter, { id }, elin)), 'letter-empty')
  const secret = await office.done(c.createLetter, { body: wire('Hello'), recipient: 'Eva', class: 2 }, elin)
  assert.equal((await office.dispatch(c.finishLetter, { id: secret.id }, elin)).status, 'asked')
  const template = {
    title: 'Offer',
    language: 'en',
    subject: 'Our offer',
    body: wire('Hello'),
    needsApproval: true,
  } as const
  const { id: templateId } = await office.done(c.createTemplate, template, elin)
  const offer = await office.done(c.createLetter, { templateId, recipient: 'Eva' }, elin)
  assert.equal((await office.dispatch(c.finishLetter, { id: offer.id }, elin)).status, 'asked')
})

test('it is mailed with its PDF once; where the mail is not taken, a task says so and it can be sent anew', async () => {
  const sent: OutgoingMail[] = []
  let works = false
  setMailDoor({
    send: async mail => {
      if (!works) throw new Error('not taken')
      sent.push(mail)
    },
    close: () => {},
  })
  const { id } = await office.done(
    c.createLetter,
    { subject: 'Hello', recipient: 'Eva Lindholm', body: wire('Text') },
    elin,
  )
  assert.equal(refusalOf(await office.dispatch(c.sendLetter, { id, how: 'post' }, elin)), 'letter-not-so-far')
  await office.done(c.finishLetter, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.sendLetter, { id, how: 'mail' }, elin)), 'letter-mail-address-missing')
  await office.done(c.sendLetter, { id, how: 'mail', email: 'eva@lindholms.example' }, elin)
  await office.runJobs()
  assert.equal((await letterOf(id)).mail, 'failed')
  const { rows } = await office.superuser.query(
    'select title from kernel.record where organisation_id = $1 and kind = $2',
    [organisationId, 'task'],
  )
  assert.ok(rows.some(({ title }) => /Letter not mailed to eva@lindholms\.example/.test(title)))
  works = true
  await office.done(c.sendLetter, { id, how: 'mail', email: 'eva@lindholms.example' }, elin)
  await office.runJobs()
  const letter = await letterOf(id)
  assert.deepEqual([letter.mail, letter.record.state, sent.length], ['sent', 'sent', 1])
  assert.equal(sent[0]!.attachments![0]!.content.subarray(0, 5).toString(), '%PDF-')
  setMailDoor(null)
})

test('PDF, office file, envelope and label are for whoever may see the letter; strangers are told that there is none', async () => {
  const { id } = await office.done(
    c.createLetter,
    { subject: 'Åäö', recipient: 'Eva\nGatan 1', body: wire('Text') },
    elin,
  )
  const pdf = await get('/api/letters/:id/letter.pdf', id)
  assert.equal(pdf.body.subarray(0, 5).toString(), '%PDF-')
  assert.match(String(pdf.headers['content-security-policy']), /sandbox/)
  assert.equal((await get('/api/letters/:id/letter.docx', id)).body.subarray(0, 2).toString(), 'PK')
  assert.equal((await get('/api/letters/:id/envelope.pdf', id, { size: 'DL' })).body.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await get('/api/letters/:id/label.pdf', id, { sheet: 'nothing' })).status, 200)
  assert.equal((await get('/api/letters/:id/letter.pdf', id, {}, visitor)).status, 404)
  const elsewhere = { id: elin.id, organisationId: await office.openOrganisation() }
  assert.ok([403, 404].includes((await get('/api/letters/:id/letter.pdf', id, {}, elsewhere)).status))
  assert.equal(refusalOf(await office.query(c.getLetter, { id }, visitor)), 'record-not-found')
  assert.equal(refusalOf(await office.query(c.letterToSend, { id }, elin)), 'record-not-found', 'for jobs alone')
  const other = await colleague('No Rights', { permissions: new Map() })
  assert.equal(refusalOf(await office.dispatch(c.createLetter, {}, other)), 'act-not-permitted')
})

test('a picture is one that was stored; it is shown to whoever sees the letter it stands in', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const file = await office.kernel.files.put(organisationId, png, { name: 'dot.png', mediaType: 'image/png' })
  const words = await office.kernel.files.put(organisationId, Buffer.from('x'), {
    name: 'x.txt',
    mediaType: 'text/plain',
  })
  const body = (fileId: string) => ({
    type: 'doc',
    content: [
      { type: 'picture', attrs: { fileId, width: 20, height: 20, alt: 'Dot' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'x' }] },
    ],
  })
  assert.equal(refusalOf(await office.dispatch(c.createLetter, { body: body(words.id) }, elin)), 'letter-picture-unfit')
  assert.equal((await get('/api/letters/pictures/:id', file.id)).status, 404, 'in no letter yet')
  const { id } = await office.done(c.createLetter, { body: body(file.id), class: 2 }, elin)
  assert.ok((await get('/api/letters/pictures/:id', file.id)).body.equals(png))
  assert.equal((await get('/api/letters/pictures/:id', file.id, {}, visitor)).status, 404)
  assert.ok((await get('/api/letters/:id/letter.pdf', id)).body.includes('/Image'))
  const set = { name: 'Almgren', logoFileId: file.id, logoWidth: 20, logoHeight: 20, window: 'left' } as const
  const done = await office.dispatch(c.setLetterhead, set, elin)
  assert.ok(done.status === 'done')
  const shown = await office.query(c.getLetterhead, {}, elin)
  assert.ok(shown.status === 'done' && shown.output.pages[0]!.items.some(item => item.kind === 'picture'))
  await office.done(c.setLetterhead, done.undo!.input as never, elin)
})

test('templates: languages are added and taken out, the last one stays, what is retired is not written from', async () => {
  const { id } = await office.done(
    c.createTemplate,
    { title: 'Note', language: 'sv', subject: 'Hej', body: wire('Text') },
    elin,
  )
  assert.equal(refusalOf(await office.dispatch(c.removeVariant, { id, language: 'sv' }, elin)), 'letter-variant-last')
  const written = await office.dispatch(
    c.writeVariant,
    { id, language: 'nl', subject: 'Dag', body: wire('Tekst') },
    elin,
  )
  assert.ok(written.status === 'done' && written.undo!.command === 'letters.remove-variant')
  assert.equal(
    refusalOf(await office.dispatch(c.removeVariant, { id, language: 'pt' }, elin)),
    'letter-variant-unknown',
  )
  const taken = await office.dispatch(c.removeVariant, { id, language: 'sv' }, elin)
  assert.ok(taken.status === 'done')
  await office.done(c.writeVariant, taken.undo!.input as never, elin)
  await office.done(c.retireTemplate, { id }, elin)
  for (const act of [
    office.dispatch(c.changeTemplate, { id, title: 'x' }, elin),
    office.dispatch(c.createLetter, { templateId: id }, elin),
  ])
    assert.equal(refusalOf(await act), 'letter-template-retired')
  await office.done(c.restoreTemplate, { id }, elin)
  const list = await office.query(c.listTemplates, {}, elin)
  assert.ok(list.status === 'done' && list.output.rows.some(row => row.id === id && row.languages.join() === 'nl,sv'))
})

test('a copy is a letter of its own; drafts come first in the list; what is discarded is restored', async () => {
  const { id } = await office.done(
    c.createLetter,
    { subject: 'First of all', recipient: 'Eva', body: wire('Text') },
    elin,
  )
  await office.done(c.finishLetter, { id }, elin)
  const copy = await office.done(c.createLetter, { copyOfId: id, recipient: 'Ola' }, elin)
  const { subject, recipient, number } = await letterOf(copy.id)
  assert.deepEqual([subject, recipient, number], ['First of all', 'Ola', null])
  const list = await office.query(c.listLetters, { text: 'First of', limit: 1 }, elin)
  assert.ok(list.status === 'done')
  assert.deepEqual([list.output.rows[0]!.id, list.output.total], [copy.id, 2])
  const next = await office.query(c.listLetters, { text: 'First of', limit: 1, after: list.output.next! }, elin)
  assert.ok(next.status === 'done' && next.output.rows[0]!.id === id)
  const gone = await office.dispatch(c.discardLetter, { id: copy.id }, elin)
  assert.ok(gone.status === 'done')
  await office.done(c.restoreLetter, gone.undo!.input as never, elin)
  assert.equal((await letterOf(copy.id)).record.state, 'draft')
  assert.ok(system.id)
})
