import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Command } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { type OutgoingMail, setMailDoor } from '../../kernel/mail/door.ts'
import { createPerson } from '../directory/contract.ts'
import { directory } from '../directory/index.ts'
import { listPromises, listTasks } from '../work/contract.ts'
import { documents } from '../documents/index.ts'
import { holdThread, listThreads, releaseThread } from '../mail/contract.ts'
import { mail, setMailKernel } from '../mail/index.ts'
import { openMail } from '../mail/reading/read.ts'
import { arrive, mailText, plainBox, smtpServer } from '../mail/testing.ts'
import { notifications } from '../notifications/index.ts'
import { refusalOf, workOffice } from '../work/testing.ts'
import * as c from './contract.ts'
import { verdictPublic } from './doors.public.ts'
import { cases } from './index.ts'
import { outsideToken, linkSecretOf, setOutsideLinks } from '../../kernel/outside/link.ts'

const it = await workOffice([directory, documents, notifications, mail, cases])
const { office, organisationId, elin, karin, visitor } = it
const system = { id: systemPrincipalId, organisationId }
const sent: OutgoingMail[] = []
let refusing = false
setMailDoor({
  send: async mail => {
    if (refusing) throw new Error('550 no such user')
    sent.push(mail)
  },
  close: () => {},
})
after(async () => {
  setMailDoor(null)
  setOutsideLinks(null)
  await office.close()
})

const clock = (local: string) =>
  office.setClock(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').toInstant())
const see = async (id: string, as = elin) => {
  const answer = await office.query(c.getCase, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const list = async (input: object = {}, as = elin) => {
  const answer = await office.query(c.listCases, input as never, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const tasks = async (id: string) => {
  const answer = await office.query(listTasks, { sourceId: id, states: ['open'] } as never, elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}
const local = (at: string | null) =>
  at && Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString().slice(0, 16)
const newCase = async (facts: object = {}) => {
  const input = {
    title: 'The stairs have no measures',
    kind: 'complaint',
    said: 'We cannot build from it.',
    channel: 'call',
    contactName: 'Berit Holm',
    contactEmail: 'berit@holm.example',
    ...facts,
  }
  return (await office.done(c.openCase, input as never, elin)).id
}

test('a complaint: its clock runs in working hours, stands still for the customer, goes on, is answered in time', async () => {
  clock('2026-11-24T09:42')
  const id = await newCase()
  const begun = await see(id)
  assert.deepEqual(
    [begun.record.state, begun.clock.state, local(begun.clock.dueAt)],
    ['new', 'running', '2026-11-27T09:42'],
  )
  assert.equal(begun.clock.leftMinutes, 1440)
  const waiting = await office.query(c.listWaiting, {} as never, elin)
  assert.ok(waiting.status === 'done')
  assert.deepEqual(
    waiting.output.rows.map(row => [row.from, row.path]),
    [['Berit Holm', `/cases/${id}`]],
  )
  const taken = await office.dispatch(c.assignCase, { id }, elin)
  assert.ok(taken.status === 'done')
  assert.deepEqual(
    (await tasks(id)).map(task => task.title),
    ['Answer 2026-1: The stairs have no measures'],
  )
  assert.equal((await list({ states: ['new'] })).total, 0)
  clock('2026-11-25T09:42')
  await office.done(c.waitCase, { id, waitingFor: 'customer', what: 'A picture' }, elin)
  clock('2026-11-30T10:00')
  const still = await see(id)
  assert.deepEqual([still.clock.state, still.clock.leftMinutes, still.waiting!.what], ['stopped', 960, 'A picture'])
  await office.done(c.resumeCase, { id }, elin)
  assert.equal(local((await see(id)).clock.dueAt), '2026-12-02T10:00')
  assert.equal(refusalOf(await office.dispatch(c.resumeCase, { id }, elin)), 'case-not-so-far')
  await office.done(c.sendAnswer, { id, body: 'The measures are there now.', way: 'told', apology: true }, elin)
  const answered = await see(id)
  assert.deepEqual(
    [answered.record.state, answered.clock.state, answered.entries.map(one => one.what)],
    ['answered', 'kept', ['said', 'answer']],
  )
  assert.deepEqual(await tasks(id), [])
  assert.equal(refusalOf(await office.dispatch(c.closeCase, { id }, elin)), 'cause-missing')
  const { id: causeId } = await office.done(c.setCause, { name: 'Not checked' }, elin)
  const closed = await office.dispatch(c.closeCase, { id, causeId }, elin)
  assert.ok(closed.status === 'done')
  await office.done(c.reopenCase, closed.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).record.state, (await see(id)).reopened], ['owned', 1])
  await office.done(c.closeCase, { id }, elin)
})

test('warned before the promise breaks, then whoever leads is told, each once; what was answered closes by itself', async () => {
  clock('2026-12-07T09:00')
  const id = await newCase({ kind: 'question', ownerId: karin.id, title: 'Which formats?', contactName: 'Olle' })
  const raise = () => office.done(c.raiseDue, {}, system)
  assert.deepEqual(await raise(), { warned: 0, escalated: 0, closed: 0, old: 0 })
  clock('2026-12-07T16:00')
  assert.equal((await raise()).warned, 1)
  assert.equal((await raise()).warned, 0)
  assert.deepEqual(
    (await tasks(id)).map(task => [task.urgency, task.owner?.title]),
    [['urgent', 'Karin Öberg']],
  )
  clock('2026-12-08T10:00')
  assert.equal((await raise()).escalated, 1)
  assert.equal((await raise()).escalated, 0)
  assert.ok((await tasks(id)).some(task => task.ownerRole === 'manager'))
  assert.equal((await see(id)).clock.state, 'broken')
  await office.done(c.sendAnswer, { id, body: 'All of them.', way: 'told' }, karin)
  assert.equal((await see(id)).clock.state, 'broken')
  clock('2026-12-23T12:00')
  assert.equal((await raise()).closed, 1)
  assert.equal((await see(id)).record.state, 'closed')
})

test('answered by mail in the customer’s language; who is not content by one press has the case taken up again', async () => {
  clock('2027-01-11T09:00')
  const id = await newCase({ language: 'sv', ownerId: elin.id, contactName: null, contactEmail: null })
  const answer = { id, body: 'Vi beklagar. Ni får en ny ritning på fredag.', way: 'mail' as const, apology: true }
  assert.equal(refusalOf(await office.dispatch(c.sendAnswer, answer, elin)), 'case-no-address')
  await office.done(c.changeCase, { id, contactEmail: 'Berit@Holm.example' }, elin)
  await office.done(c.sendAnswer, answer, elin)
  const secret = await linkSecretOf(office.pool)
  setOutsideLinks({ address: 'https://kontor.example', secret })
  await office.runJobs()
  const [mail] = sent
  assert.deepEqual(
    [mail!.to.address, mail!.subject.startsWith('Svar') || mail!.subject.length > 5],
    ['berit@holm.example', true],
  )
  const token = outsideToken(secret, 'verdict', { organisationId, id })
  assert.ok(mail!.text.includes(`https://kontor.example/verdict#${token}`))
  assert.equal((await see(id)).entries.at(-1)!.mail, 'sent')

  const door = (path: string) => verdictPublic.find(one => one.path === `/public/verdict/${path}`)!
  const ask = async (path: string, body: object) => {
    const answered = await door(path).answer(office.kernel, { token, body: body as never, requestId: 'r' } as never)
    return JSON.parse(answered.body.toString())
  }
  assert.equal((await ask('open', {})).title, 'The stairs have no measures')
  const after_ = await ask('give', { verdict: 'not', words: 'Still no measures.' })
  assert.equal(after_.verdict, 'not')
  const again = await see(id)
  assert.deepEqual([again.record.state, again.reopened, again.verdict!.words], ['owned', 1, 'Still no measures.'])
  assert.ok((await tasks(id)).some(task => task.title.startsWith('Not content')))
  await assert.rejects(ask('give', { verdict: 'content' }), /verdict-link-closed/)
  await assert.rejects(
    async () => door('open').answer(office.kernel, { token: 'x'.repeat(75), body: {}, requestId: 'r' } as never),
    /verdict-link-closed/,
  )

  refusing = true
  await office.done(c.sendAnswer, { ...answer, body: 'Nu är måtten med.' }, elin)
  await office.runJobs()
  const failed = await see(id)
  assert.deepEqual(
    [failed.record.state, failed.entries.at(-1)!.mail, failed.entries.at(-1)!.mailError],
    ['owned', 'failed', '550 no such user'],
  )
  assert.ok((await tasks(id)).some(task => task.title.startsWith('The answer could not be sent')))
})

test('the question came by mail: its answer goes out from that mailbox in that thread, and what becomes of it is known', async () => {
  clock('2026-12-07T09:00')
  setMailKernel(office.kernel)
  const smtp = await smtpServer()
  const relay = { smtpHost: '127.0.0.1', smtpPort: smtp.port, smtpEncryption: 'none' }
  const box = await plainBox(office, elin, relay)
  const mailed = { from: 'Berit Holm <berit@holm.example>', subject: 'Måtten?', id: 'asks@holm.example' }
  await arrive(office, elin, box, [mailText({ ...mailed, text: 'Vi kan inte bygga av den.' })], {
    at: Temporal.Instant.from('2026-12-07T07:00:00Z'),
  })
  const threads = async () => {
    const answer = await office.query(listThreads, { mailboxId: box.id, box: 'all' } as never, elin)
    assert.ok(answer.status === 'done')
    return answer.output.rows
  }
  const [thread] = await threads()
  const asked = { channel: 'mail', language: 'sv', sourceId: thread!.id, kind: 'question' }
  const id = await newCase(asked)
  assert.deepEqual((await see(id)).answersBy, { threadId: thread!.id, mailbox: 'Info', address: 'info@office.example' })
  const before = sent.length
  refusing = false
  const given = { id, body: 'Nu är måtten med.', way: 'mail' as const, asksVerdict: true }
  await office.done(holdThread, { id: thread!.id }, karin)
  assert.equal(refusalOf(await office.dispatch(c.sendAnswer, given, elin)), 'mail-thread-held')
  await office.done(releaseThread, { id: thread!.id }, karin)
  await office.done(c.sendAnswer, given, elin)
  await office.runJobs()
  const [letter] = smtp.posted
  const bytes = letter!.source.replace(/=\r?\n/g, '')
  assert.match(bytes, /^In-Reply-To: <asks@holm\.example>/im)
  assert.match(bytes, /^References: <asks@holm\.example>/im)
  assert.match(bytes, /^From: Info <info@office\.example>/im)
  const { facts, text } = (await openMail(Buffer.from(letter!.source))).read
  assert.equal(facts.subject, 'Re: Måtten?')
  const token = outsideToken(await linkSecretOf(office.pool), 'verdict', { organisationId, id })
  assert.match(text, /Nu är måtten med\.[\s\S]*Elin Bergqvist[\s\S]*> Vi kan inte bygga av den\./)
  assert.ok(text.includes(`/verdict#${token}`), 'the link is written when it leaves')
  const { rows: kept } = await office.superuser.query<{ text: string }>(
    'select text from mail.outgoing where for_id = $1',
    [id],
  )
  assert.ok(kept[0]!.text.includes('{link}'), 'and stands in no table')
  assert.deepEqual([(await see(id)).entries.at(-1)!.mail, (await threads())[0]!.state], ['sent', 'waiting'])
  assert.equal(sent.length, before, 'not by the house’s door too')

  // it bounces: the case is its owner's again; and a refusal is told in the same way, with one task and not two
  const sentId = facts.messageId!
  const bounced = [
    'From: Mail Delivery <postmaster@holm.example>',
    'To: info@office.example',
    'Subject: Undelivered',
    'Message-ID: <b1@holm.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; holm.example',
    '',
    'Final-Recipient: rfc822; berit@holm.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${sentId}>`,
    'Subject: Re',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n')
  await arrive(office, elin, box, [bounced], { at: Temporal.Instant.from('2026-12-07T08:30:00Z') })
  const again = await see(id)
  assert.deepEqual([again.record.state, again.entries.at(-1)!.mail], ['owned', 'failed'])
  smtp.behaviour = 'refuses'
  await office.done(c.sendAnswer, { ...given, body: 'En gång till.' }, elin)
  await office.runJobs()
  const failed = await see(id)
  assert.deepEqual([failed.record.state, failed.entries.at(-1)!.mail], ['owned', 'failed'])
  assert.match(failed.entries.at(-1)!.mailError!, /554/)
  const raised = (await tasks(id)).filter(task => task.title.startsWith('The answer could not be sent'))
  assert.equal(raised.length, 1)
  await smtp.close()
  refusing = true
})

test('a remedy within one’s limit is given and taken back; above it somebody is asked', async () => {
  clock('2027-01-12T09:00')
  const id = await newCase()
  const given = await office.dispatch(
    c.giveRemedy,
    { id, way: 'refund', amount: { amount: '450.00', currency: 'SEK' } },
    elin,
  )
  assert.ok(given.status === 'done')
  assert.equal((await see(id)).remedies[0]!.amount!.amount, '450.00')
  await office.done(c.takeBackRemedy, given.undo!.input as never, elin)
  assert.equal(refusalOf(await office.dispatch(c.takeBackRemedy, given.undo!.input as never, elin)), 'version-changed')
  assert.equal(refusalOf(await office.dispatch(c.giveRemedy, { id, way: 'credit' }, elin)), 'remedy-money-missing')
  await office.done(c.giveRemedy, { id, way: 'replacement', note: 'New drawing' }, elin)
  const small = office.principal(organisationId, {
    permissions: new Map([['cases.give-remedy', { minor: 10_000n, currency: 'SEK' }]]),
  })
  const asked = await office.dispatch(
    c.giveRemedy,
    { id, way: 'refund', amount: { amount: '450.00', currency: 'SEK' } },
    small,
  )
  assert.equal(asked.status, 'asked')
})

test('the same customer with the same thing again is linked by itself, and a person may settle it', async () => {
  clock('2027-01-13T09:00')
  const { id: partyId } = await office.done(
    createPerson,
    { name: 'Greta Ek', emails: [{ email: 'greta@ek.example' }] },
    elin,
  )
  const facts = { partyId, contactName: null, contactEmail: null, product: 'Door 3' }
  const first = await newCase({ ...facts, title: 'Door sticks' })
  clock('2027-01-14T09:00')
  const second = await newCase({ ...facts, title: 'Cannot get in', product: 'door 3' })
  assert.equal((await see(second)).repeats!.id, first)
  assert.equal((await see(second)).contact.email, 'greta@ek.example')
  assert.deepEqual(
    (await see(first)).repeatedBy.map(one => one.id),
    [second],
  )
  const no = await office.dispatch(c.setRepeat, { id: second, repeatsId: null }, elin)
  assert.ok(no.status === 'done')
  await office.done(c.changeCase, { id: second, product: 'Door 3' }, elin)
  assert.equal((await see(second)).repeats, null)
  const other = await newCase({ ...facts, product: null, title: 'Window sticks badly' })
  assert.equal((await see(other)).repeats, null)
  assert.equal(refusalOf(await office.dispatch(c.setRepeat, { id: other, repeatsId: other }, elin)), 'repeat-of-itself')
  const party = await list({ partyId })
  assert.equal(party.total, 3)
})

test('promises in what we write are found, kept with one key as a promised task, or passed over', async () => {
  clock('2027-01-18T09:00')
  const id = await newCase({ said: 'You will send it on Friday, you said.' })
  const { entryId } = await office.done(
    c.addEntry,
    { id, what: 'note', body: 'I told him: we will send the drawing on Thursday.\n\nI will call him on Wednesday.' },
    elin,
  )
  const [one, two] = (await see(id)).promises
  assert.deepEqual([one!.on, two!.on, (await see(id)).promises.length], ['2027-01-21', '2027-01-20', 2])
  const { taskId } = await office.done(c.keepPromise, { id, entryId, place: one!.place }, elin)
  const promises = await office.query(listPromises, {} as never, elin)
  assert.ok(promises.status === 'done')
  const kept = promises.output.rows.find(row => row.id === taskId)!
  assert.deepEqual(
    [kept.to, kept.forOn, kept.words],
    ['Berit Holm', '2027-01-21', 'I told him: we will send the drawing on Thursday'],
  )
  assert.equal(
    refusalOf(await office.dispatch(c.keepPromise, { id, entryId, place: one!.place }, elin)),
    'found-promise-unknown',
  )
  const passed = await office.dispatch(c.passPromise, { id, entryId, place: two!.place }, elin)
  assert.ok(passed.status === 'done')
  assert.equal((await see(id)).promises.length, 0)
  await office.done(c.restorePromise, passed.undo!.input as never, elin)
  clock('2027-01-25T09:00')
  assert.equal((await see(id)).promises[0]!.past, true)
  assert.equal(
    refusalOf(await office.dispatch(c.keepPromise, { id, entryId, place: two!.place }, elin)),
    'found-promise-past',
  )
  const removed = await office.dispatch(c.removeEntry, { id, entryId }, elin)
  assert.equal(removed.status, 'done')
})

test('an answer grows from a case, is offered in the reader’s words and language, counted, judged, and looked at again', async () => {
  clock('2027-02-01T09:00')
  const id = await newCase({ title: 'Which file formats do you deliver drawings in?', kind: 'question' })
  const { id: answerId } = await office.done(
    c.writeAnswer,
    {
      question: 'Which file formats do you deliver drawings in?',
      body: 'PDF, DWG and IFC.',
      tags: ['Files'],
      fromId: id,
      language: 'en',
    },
    elin,
  )
  await office.done(
    c.wordAnswer,
    { id: answerId, language: 'sv', question: 'I vilka filformat levererar ni ritningar?', body: 'PDF, DWG och IFC.' },
    elin,
  )
  for (const n of [1, 2, 3, 4, 5, 6])
    await office.done(
      c.writeAnswer,
      { question: `What are the opening hours of office ${n}?`, body: 'From eight to five.', language: 'en' },
      elin,
    )
  const offered = async (text: string, language?: 'en' | 'sv' | 'nb') => {
    const answer = await office.query(c.offerAnswers, { text, ...(language ? { language } : {}) } as never, elin)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output.rows
  }
  const [swedish] = await offered(
    'Hej, jag undrar vilket filformat ritningarna levereras i? Tack på förhand, Berit',
    'sv',
  )
  assert.deepEqual([swedish!.id, swedish!.language, swedish!.body], [answerId, 'sv', 'PDF, DWG och IFC.'])
  assert.equal((await offered('In what format are your drawings delivered, and which files?'))[0]!.id, answerId)
  assert.deepEqual(await offered('Where can I park my horse?'), [])
  const typed = await office.query(c.listAnswers, { text: 'filform ritn' } as never, elin)
  assert.ok(typed.status === 'done' && typed.output.rows.map(row => row.id).join() === answerId)
  await office.done(c.sendAnswer, { id, body: 'PDF, DWG and IFC.', way: 'told', answerIds: [answerId] }, elin)
  await office.done(c.giveVerdict, { id, verdict: 'content' }, system)
  const detail = await office.query(c.getAnswer, { id: answerId }, elin)
  assert.ok(detail.status === 'done')
  assert.deepEqual(
    [detail.output.used, detail.output.content, detail.output.from!.id, detail.output.texts.length],
    [1, 1, id, 2],
  )
  const only = await office.dispatch(c.unwordAnswer, { id: answerId, language: 'nb' }, elin)
  assert.equal(refusalOf(only), 'answer-text-last')
  const retired = await office.dispatch(c.retireAnswer, { id: answerId }, elin)
  assert.ok(retired.status === 'done')
  assert.deepEqual(
    (await offered('Which file formats do you deliver drawings in?')).filter(row => row.id === answerId),
    [],
  )
  await office.done(c.restoreAnswer, retired.undo!.input as never, elin)
  await office.done(c.changeAnswer, { id: answerId, validUntil: '2027-02-28', reviewMonths: 60 }, elin)
  clock('2027-03-01T09:00')
  assert.equal((await office.done(c.raiseDue, {}, system)).old, 1)
  assert.equal((await tasks(answerId)).length, 1)
  await office.done(c.reviewAnswer, { id: answerId }, elin)
  assert.deepEqual([await tasks(answerId), (await office.done(c.raiseDue, {}, system)).old], [[], 0])
})

test('the office’s own kinds promise their own time; figures count by month, kind and cause', async () => {
  clock('2027-03-02T09:00')
  const kind = {
    sort: 'complaint' as const,
    answerMinutes: 2400,
    warnMinutes: 480,
    stopsForCustomer: true,
    stopsInside: true,
    asksVerdict: true,
  }
  const made = await office.dispatch(c.setKind, { ...kind, name: 'Warranty' }, elin)
  assert.ok(made.status === 'done')
  assert.equal(refusalOf(await office.dispatch(c.setKind, { ...kind, name: 'Warranty' }, elin)), 'case-name-taken')
  assert.equal(refusalOf(await office.dispatch(c.setKind, kind, elin)), 'case-kind-unknown')
  const id = await newCase({ kindId: made.output.id, kind: undefined, title: 'Ten years of warranty' })
  assert.equal(local((await see(id)).clock.dueAt), '2027-03-09T09:00')
  const standard = await office.query(c.listKinds, {} as never, elin)
  assert.ok(standard.status === 'done')
  assert.deepEqual(
    standard.output.rows.map(row => row.title),
    ['Question', 'Complaint', 'Request', 'Warranty'],
  )
  const question = standard.output.rows[0]!
  await office.done(c.setKind, { ...kind, id: question.id, sort: 'question', answerMinutes: 60, warnMinutes: 10 }, elin)
  const quick = await newCase({ kind: 'question', title: 'Quick one' })
  assert.equal((await see(quick)).clock.leftMinutes, 60)
  const figures = await office.query(c.caseFigures, { from: '2026-11-01', until: '2027-03-31' }, elin)
  assert.ok(figures.status === 'done', JSON.stringify(figures))
  const { total, months, kinds, causes } = figures.output
  assert.equal(months.length, 5)
  assert.equal(
    total,
    months.reduce((sum, one) => sum + one.questions + one.complaints + one.requests, 0),
  )
  assert.equal(
    total,
    kinds.reduce((sum, one) => sum + one.count, 0),
  )
  assert.deepEqual(
    causes.filter(one => one.id).map(one => [one.title, one.count]),
    [['Not checked', 1]],
  )
})

test('dropped and taken back; what one may not see is not there; a dry run and a second key do nothing more', async () => {
  clock('2027-03-03T09:00')
  const opened = await office.dispatch(
    c.openCase,
    { title: 'By mistake', channel: 'other', tone: 'rude' } as never,
    elin,
    { key: 'k' },
  )
  const twice = await office.dispatch(
    c.openCase,
    { title: 'By mistake', channel: 'other', tone: 'rude' } as never,
    elin,
    { key: 'k' },
  )
  assert.ok(opened.status === 'done' && twice.status === 'done')
  assert.equal(opened.output.id, twice.output.id)
  await office.done(c.dropCase, opened.undo!.input as never, elin)
  const { id } = opened.output
  assert.equal(refusalOf(await office.dispatch(c.sendAnswer, { id, body: 'x', way: 'told' }, elin)), 'case-not-so-far')
  assert.equal((await list({ text: 'By mistake' })).total, 0)
  await office.done(c.reopenCase, { id }, elin)
  const changed = await office.dispatch(c.changeCase, { id, title: 'Not by mistake', tone: 'calm' }, elin)
  assert.ok(changed.status === 'done')
  await office.done(c.changeCase, changed.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).record.title, (await see(id)).tone], ['By mistake', 'rude'])
  assert.equal((await office.dispatch(c.assignCase, { id }, elin, { dryRun: true })).status, 'done')
  assert.equal((await see(id)).record.state, 'new')
  assert.equal(
    refusalOf(await office.dispatch(c.assignCase, { id, ownerId: '019aa000-0000-7000-8000-00000000ffff' }, elin)),
    'case-person-unknown',
  )
  assert.equal(
    refusalOf(await office.dispatch(c.openCase, { title: 'x', receivedAt: '2099-01-01T00:00:00Z' } as never, elin)),
    'case-received-later',
  )
  const stranger = office.principal(await office.openOrganisation())
  const acts: readonly (readonly [Command, object])[] = [
    [c.changeCase, { id, title: 'x' }],
    [c.assignCase, { id }],
    [c.sendAnswer, { id, body: 'x', way: 'told' }],
    [c.giveRemedy, { id, way: 'gift' }],
    [c.closeCase, { id }],
    [c.setRepeat, { id, repeatsId: null }],
  ]
  for (const [command, input] of acts)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input as never, who)), 'record-not-found', command.name)
  assert.equal(refusalOf(await office.query(c.getCase, { id }, visitor)), 'record-not-found')
})
