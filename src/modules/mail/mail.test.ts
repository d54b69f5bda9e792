import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestKernel, TestPrincipal } from '../../kernel/testing.ts'
import { createPerson } from '../directory/contract.ts'
import * as c from './contract.ts'
import { openMail } from './reading/read.ts'
import {
  arrive,
  type Box,
  kontor,
  mailKernelForTests,
  mailText,
  plainBox,
  smtpServer,
  storedMail,
  tearingServer,
} from './testing.ts'

let k: TestKernel
let me: TestPrincipal
let box: Box
before(async () => {
  k = await mailKernelForTests()
  me = k.principal(await k.openOrganisation('sv'), { name: 'Elin' })
  await k.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
    me.organisationId,
  ])
  await k.superuser.query(
    `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now()) on conflict do nothing`,
    [me.organisationId, me.id],
  )
  box = await plainBox(k, me)
})
after(() => k.close())

async function threads(input: object = {}, as = me) {
  const answer = await k.query(c.listThreads, { limit: 50, ...input } as never, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output.rows
}
const thread = async (id: string) => {
  const answer = await k.query(c.getThread, { id }, me)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const bySubject = async (subject: string, box = 'all') => (await threads({ box })).find(row => row.subject === subject)

test('mails come in once, into the threads they belong to, in whatever order', async () => {
  const first = mailText({ id: 'a1@x.example', subject: 'Hyran för lokalen' })
  const answer = mailText({ id: 'a2@x.example', subject: 'SV: Hyran för lokalen', references: 'a1@x.example' })
  const third = mailText({ id: 'a3@x.example', subject: 'Something else', references: 'a2@x.example' })
  assert.deepEqual(await arrive(k, me, box, [third, answer]), { taken: 2, known: 0 })
  assert.deepEqual(await arrive(k, me, box, [first, answer, first]), { taken: 1, known: 2 })
  const row = (await threads()).find(one => one.messages === 3)!
  assert.equal(row.unread, 3)
  assert.deepEqual((await thread(row.id)).lines.map(line => line.subject).sort(), [
    'Hyran för lokalen',
    'SV: Hyran för lokalen',
    'Something else',
  ])
  // no references: the same subject and people, lately
  await arrive(k, me, box, [mailText({ id: 'b1@x.example', subject: 'Offert på stolar' })])
  await arrive(k, me, box, [
    mailText({ id: 'b2@x.example', subject: 'Re: offert på stolar' }),
    mailText({ from: 'a@other.example', subject: 'Re: Offert på stolar' }),
  ])
  const same = (await threads()).filter(one => /offert på stolar/i.test(one.subject))
  assert.deepEqual(
    same.map(one => one.messages).sort((a, b) => a - b),
    [1, 2],
  )
})

test('found by words, people, compounds and names of attachments; marks and moves bring themselves back', async () => {
  const parted = mailText({
    subject: 'Hyresavtalet',
    headers: ['MIME-Version: 1.0'],
    text: 'Vi bifogar hyresavtalet för källaren. Vi hörs om det är något som inte är klart för er.',
  })
  await arrive(k, me, box, [parted])
  for (const text of ['källaren', 'avtal', 'eva lindholm', 'lindholm.example']) {
    const found = await threads({ text, box: 'all' })
    assert.ok(
      found.some(row => row.subject === 'Hyresavtalet'),
      text,
    )
  }
  assert.equal((await threads({ text: 'nirgendwo', box: 'all' })).length, 0)
  const row = (await bySubject('Hyresavtalet'))!
  assert.equal(row.language, 'sv')
  const read = await k.dispatch(c.markRead, { ids: [row.id] }, me)
  assert.ok(read.status === 'done' && read.undo)
  assert.equal((await bySubject('Hyresavtalet'))!.unread, 0)
  await k.dispatch(c.markRead, read.undo.input as never, me)
  assert.equal((await bySubject('Hyresavtalet'))!.unread, 1)
  const moved = await k.dispatch(c.moveThreads, { ids: [row.id], to: 'trash' }, me)
  assert.ok(moved.status === 'done' && moved.undo)
  assert.equal(await bySubject('Hyresavtalet', 'open'), undefined)
  assert.ok(await bySubject('Hyresavtalet', 'trash'))
  await k.done(c.restoreThreads, moved.undo.input as never, me)
  assert.ok(await bySubject('Hyresavtalet', 'open'))
  const flagged = await k.dispatch(c.flagThreads, { ids: [row.id] }, me)
  assert.ok(flagged.status === 'done' && (await bySubject('Hyresavtalet'))!.flagged)
  // a dry run leaves it as it was; the same key twice is one act
  await k.dispatch(c.flagThreads, { ids: [row.id], flagged: false }, me, { dryRun: true })
  assert.equal((await bySubject('Hyresavtalet'))!.flagged, true)
  const twice = { key: 'once', ids: [row.id] }
  const one = await k.dispatch(c.flagThreads, { ids: twice.ids, flagged: false }, me, { key: twice.key })
  const two = await k.dispatch(c.flagThreads, { ids: twice.ids, flagged: false }, me, { key: twice.key })
  assert.deepEqual(one.status === 'done' && one.output, two.status === 'done' && two.output)
})

test('who is no reader of a mailbox sees nothing of it; a known sender is the party, whose page has the thread', async () => {
  const own = await plainBox(k, me, { address: 'elin@office.example', name: 'Elin', kind: 'own', ownerId: me.id })
  const karin = await k.done(
    createPerson,
    { name: 'Karin Öberg', emails: [{ email: 'Karin@oberg.example' }] } as never,
    me,
  )
  await arrive(k, me, own, [mailText({ from: 'Karin <karin@oberg.example>', subject: 'Only for Elin' })])
  const row = (await bySubject('Only for Elin'))!
  assert.equal(row.party?.id, (karin as { id: string }).id)
  const { rows: links } = await k.superuser.query('select from kernel.link where from_id = $1 and to_id = $2', [
    row.id,
    row.party!.id,
  ])
  assert.equal(links.length, 1)
  const stranger = k.principal(me.organisationId, { name: 'Other' })
  assert.equal(
    (await threads({ box: 'all' }, stranger)).some(one => one.id === row.id),
    false,
  )
  assert.equal((await threads({ box: 'all', text: 'Elin' }, stranger)).length, 0)
  for (const act of [
    k.dispatch(c.markRead, { ids: [row.id] }, stranger),
    k.query(c.getThread, { id: row.id }, stranger),
  ]) {
    const answer = await act
    assert.ok(answer.status === 'refused' && answer.refusal.name === 'record-not-found')
  }
  const message = (await thread(row.id)).lines[0]!
  const bytes = await k.query(c.getMessage, { id: message.id }, stranger)
  assert.ok(bytes.status === 'refused')
})

test('new mail opens what was done; newsletters leave noise in peace; machines’ answers are known', async () => {
  await arrive(k, me, box, [mailText({ id: 'd1@x.example', subject: 'Done soon' })])
  const row = (await bySubject('Done soon'))!
  await k.dispatch(c.moveThreads, { ids: [row.id], to: 'archive' }, me)
  await arrive(k, me, box, [mailText({ id: 'd2@x.example', subject: 'Re: Done soon', references: 'd1@x.example' })])
  assert.equal((await bySubject('Done soon'))!.state, 'open')
  await k.dispatch(c.moveThreads, { ids: [row.id], to: 'junk' }, me)
  await arrive(k, me, box, [
    mailText({
      subject: 'Re: Done soon',
      references: 'd1@x.example',
      headers: ['List-Unsubscribe: <mailto:x@y.example>'],
    }),
  ])
  assert.equal((await bySubject('Done soon'))!.state, 'noise')
  await arrive(k, me, box, [
    mailText({ subject: 'Away', headers: ['Auto-Submitted: auto-replied'] }),
    mailText({ subject: 'Old mail' }),
  ])
  assert.equal((await thread((await bySubject('Away'))!.id)).lines[0]!.automatic, 'reply')
  await arrive(k, me, box, [mailText({ subject: 'Long read' })], { fresh: false, seen: true })
  assert.equal((await bySubject('Long read'))!.state, 'done')
})

async function sendingBox(port: number, address: string): Promise<Box> {
  return plainBox(k, me, { address, name: 'Support', smtpHost: '127.0.0.1', smtpPort: port, smtpEncryption: 'none' })
}
const later = async (seconds: number, work: () => Promise<unknown>) => {
  k.setClock(Temporal.Now.instant().add({ seconds }).round('microsecond'))
  try {
    return await work()
  } finally {
    k.setClock(null)
  }
}

test('an answer goes out once, with its references, and is laid with what was sent; bounces come back to it', async () => {
  const server = await smtpServer()
  const from = await sendingBox(server.port, 'support@office.example')
  await arrive(k, me, from, [mailText({ id: 'q1@x.example', subject: 'A question', to: 'support@office.example' })])
  const row = (await bySubject('A question'))!
  const content = {
    mailboxId: from.id,
    to: [{ name: 'Eva', address: 'eva@lindholm.example' }],
    subject: 'SV: A question',
    text: 'Svar på frågan',
  }
  const draft = await k.done(
    c.saveDraft,
    { ...content, threadId: row.id, bcc: [{ address: 'secret@office.example' }] } as never,
    me,
  )
  const again = await k.dispatch(c.saveDraft, { ...content, id: draft.id, threadId: row.id, draftVersion: 7 }, me)
  assert.ok(again.status === 'refused' && again.refusal.name === 'mail-draft-changed')
  assert.equal((await threads()).find(one => one.id === row.id)!.drafts[0]!.id, me.id)
  const queued = await k.dispatch(c.sendDraft, { id: draft.id, threadId: row.id }, me)
  assert.ok(queued.status === 'done' && queued.undo)
  await k.runJobs()
  assert.equal(server.posted.length, 0, 'not before its time')
  assert.equal((await k.dispatch(c.recallDraft, queued.undo.input as never, me)).status, 'done')
  assert.ok((await k.dispatch(c.sendDraft, { id: draft.id, threadId: row.id, undoSeconds: 0 }, me)).status === 'done')
  await k.runJobs()
  await k.runJobs()
  assert.equal(server.posted.length, 1)
  const [sent] = server.posted
  assert.deepEqual(sent!.envelope.to, ['eva@lindholm.example', 'secret@office.example'])
  assert.match(sent!.source, /^In-Reply-To: <q1@x.example>/m)
  assert.doesNotMatch(sent!.source, /secret@/)
  const after = await thread(row.id)
  assert.equal(after.record.state, 'waiting')
  assert.deepEqual(
    after.lines.map(line => [line.direction, line.answered]),
    [
      ['in', true],
      ['out', false],
    ],
  )
  const messageId = /^Message-ID: <(.+)>/im.exec(sent!.source)![1]!
  await arrive(k, me, from, [bounceOf(messageId)])
  const bounced = await thread(row.id)
  assert.equal(bounced.record.state, 'open')
  assert.deepEqual(
    bounced.lines[1]!.bounces.map(one => [one.address, one.final]),
    [['eva@lindholm.example', true]],
  )
  assert.equal(bounced.lines[2]!.bounceOf, bounced.lines[1]!.id)
  const over = await k.dispatch(c.sendDraft, { id: draft.id, threadId: row.id }, me)
  assert.ok(over.status === 'refused' && over.refusal.name === 'mail-draft-not-open')
  await server.close()
})

test('text with its shape is kept as it is written, its pictures are its author’s, and it goes out as HTML beside plain words', async () => {
  const server = await smtpServer()
  const from = await sendingBox(server.port, 'rich@office.example')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
    'base64',
  )
  const { id: fileId } = await k.kernel.files.put(me.organisationId, png, { name: 'trappan.png' })
  const picture = { type: 'picture', attrs: { fileId, width: 40, height: 30, alt: 'Trappan' } }
  const said = { type: 'paragraph', content: [{ type: 'text', text: 'Se här', marks: [{ type: 'bold' }] }] }
  const content = { mailboxId: from.id, to: [{ address: 'eva@lindholm.example' }], subject: 'Mått', text: '' }
  const rich = { type: 'doc', content: [said, picture] }
  const draft = await k.done(c.saveDraft, { ...content, rich } as never, me)
  const missing = { type: 'picture', attrs: { ...picture.attrs, fileId: from.id } }
  const lost = await k.dispatch(c.saveDraft, { ...content, rich: { type: 'doc', content: [missing] } } as never, me)
  assert.ok(lost.status === 'refused' && lost.refusal.name === 'mail-file-missing')
  const [kept] = (await thread(draft.threadId)).outgoing
  assert.deepEqual([kept!.text, (kept!.rich as { content: unknown[] }).content.length], ['Se här\n\n[Trappan]', 2])
  const asked = { id: draft.id, fileId }
  const other = k.principal(me.organisationId, { name: 'Karin' })
  assert.equal((await k.query(c.draftPicture, asked, me)).status, 'done')
  assert.equal((await k.query(c.draftPicture, asked, other)).status, 'refused')
  assert.equal((await k.query(c.draftPicture, { ...asked, fileId: from.id }, me)).status, 'refused')
  await k.done(c.sendDraft, { id: draft.id, threadId: draft.threadId, undoSeconds: 0 }, me)
  await k.runJobs()
  const { html, parts, read } = await openMail(Buffer.from(server.posted[0]!.source))
  assert.match(html!, /<b>Se här<\/b>.*src="cid:/)
  assert.deepEqual([parts.length, parts[0]!.inline, Buffer.compare(parts[0]!.bytes, png)], [1, true, 0])
  assert.equal(read.text, 'Se här\n\n[Trappan]')
  await server.close()
})

const bounceOf = (messageId: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'To: support@office.example',
    'Subject: Undelivered',
    'Message-ID: <bounce1@mx.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; eva@lindholm.example',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    'Subject: SV: A question',
    '',
    '--b--',
    '',
  ].join('\r\n')

test('busy is tried again, refused is told, a torn line and a killed sender are asked about and never sent twice', async () => {
  const server = await smtpServer()
  const from = await sendingBox(server.port, 'sales@office.example')
  const write = async (subject: string) => {
    const draft = await k.done(
      c.saveDraft,
      { mailboxId: from.id, to: [{ address: 'eva@lindholm.example' }], subject, text: 'Text' } as never,
      me,
    )
    await k.done(c.sendDraft, { id: draft.id, threadId: draft.threadId, undoSeconds: 0 }, me)
    return draft
  }
  const stateOf = async (draft: { id: string; threadId: string }) =>
    (await thread(draft.threadId)).outgoing.find(one => one.id === draft.id)?.state ?? 'sent'
  server.behaviour = 'busy'
  await k.runJobs()
  const busy = await write('Busy')
  await k.runJobs(1)
  assert.equal(await stateOf(busy), 'waiting')
  server.behaviour = 'takes'
  await later(120, () => k.runJobs())
  assert.equal(await stateOf(busy), 'sent')
  server.behaviour = 'refuses'
  const refused = await write('Refused')
  await k.runJobs()
  assert.equal(await stateOf(refused), 'failed')
  const { rows } = await k.superuser.query(`select from work.task where source_id = $1`, [refused.threadId])
  assert.equal(rows.length, 1)
  server.behaviour = 'takes'
  const killed = await write('Killed')
  const fileId = await storedMail(k, me.organisationId, mailText({ subject: 'Killed' }))
  await k.done(c.beginSending, { id: killed.id, fileId }, kontor(me.organisationId))
  const before = server.posted.length
  await k.runJobs()
  assert.equal(await stateOf(killed), 'doubtful')
  assert.equal(server.posted.length, before)
  const recalled = await k.dispatch(c.recallDraft, { id: killed.id, threadId: killed.threadId }, me)
  assert.ok(recalled.status === 'refused' && recalled.refusal.name === 'mail-sent-already')
  await k.done(c.settleDoubtful, { id: killed.id, threadId: killed.threadId, again: false }, me)
  assert.equal(await stateOf(killed), 'sent')
  await server.close()
  const tearing = await tearingServer()
  const torn = await plainBox(k, me, {
    address: 'torn@office.example',
    smtpHost: '127.0.0.1',
    smtpPort: tearing.port,
    smtpEncryption: 'none',
  })
  const draft = await k.done(
    c.saveDraft,
    { mailboxId: torn.id, to: [{ address: 'eva@lindholm.example' }], subject: 'Torn', text: 'T' } as never,
    me,
  )
  await k.done(c.sendDraft, { id: draft.id, threadId: draft.threadId, undoSeconds: 0 }, me)
  await k.runJobs()
  assert.equal(await stateOf(draft), 'doubtful')
  await tearing.close()
})

test('what is missing is refused by name', async () => {
  const refusedAs = async (work: ReturnType<TestKernel['dispatch']>, name: string) => {
    const answer = await work
    assert.ok(answer.status === 'refused', name)
    assert.equal(answer.refusal.name, name)
  }
  const facts = { name: 'X', address: 'x@office.example', kind: 'shared', way: 'none' } as const
  await refusedAs(k.dispatch(c.connectMail, { ...facts, address: 'INFO@office.example' }, me), 'mail-address-taken')
  await refusedAs(k.dispatch(c.connectMail, { ...facts, kind: 'own' }, me), 'mail-owner-missing')
  await refusedAs(k.dispatch(c.connectMail, { ...facts, way: 'password' }, me), 'mail-sign-in-refused')
  await refusedAs(k.dispatch(c.connectMail, { ...facts, smtpHost: 'mx.example' }, me), 'mail-reach-missing')
  const draft = await k.done(c.saveDraft, { mailboxId: box.id, to: [], subject: 'N', text: '' }, me)
  const one = { id: draft.id, threadId: draft.threadId }
  await refusedAs(k.dispatch(c.sendDraft, one, me), 'mail-nobody-addressed')
  await k.done(
    c.saveDraft,
    { ...one, mailboxId: box.id, to: [{ address: 'a@b.example' }], subject: 'N', text: '' } as never,
    me,
  )
  await refusedAs(k.dispatch(c.sendDraft, one, me), 'mail-no-way-out')
  await refusedAs(k.dispatch(c.settleDoubtful, { ...one, again: true }, me), 'mail-not-doubtful')
  await refusedAs(
    k.dispatch(
      c.saveDraft,
      { mailboxId: box.id, to: [], text: '', attachments: [{ fileId: box.id, name: 'a.pdf' }] },
      me,
    ),
    'mail-file-missing',
  )
  const discarded = await k.dispatch(c.discardDraft, one, me)
  assert.ok(discarded.status === 'done' && discarded.undo)
  assert.equal((await k.dispatch(c.restoreDraft, discarded.undo.input as never, me)).status, 'done')
  const ended = await plainBox(k, me, { address: 'gone@office.example' })
  await k.done(c.disconnectMail, { id: ended.id }, me)
  await refusedAs(k.dispatch(c.saveDraft, { mailboxId: ended.id, to: [], text: '' }, me), 'mail-mailbox-over')
})
