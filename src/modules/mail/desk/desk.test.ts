import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import * as c from '../contract.ts'
import { bareSubject, quoted } from './begin.ts'
import { info, mailOffice, refusalOf, tuesday } from './testing.ts'

const it = await mailOffice()
const { office, organisationId, elin, karin, visitor } = it
after(() => office.close())

const nowhere = '019aa000-0000-7000-8000-000000000099'
const ask = async <Out>(query: Parameters<typeof office.query>[0], input: unknown, as = elin): Promise<Out> => {
  const answer = await office.query(query, input as never, as)
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
  return answer.output as Out
}
const stateOf = async (id: string) => {
  const { rows } = await office.superuser.query<{ state: string; owner_id: string | null; labels: string[] }>(
    'select state, owner_id, labels from mail.thread where organisation_id = $1 and id = $2',
    [organisationId, id],
  )
  return rows[0]!
}
const undone = async (answer: { status: string; undo?: { command: string; input: unknown } | null }) => {
  assert.ok(answer.status === 'done' && answer.undo, JSON.stringify(answer))
  const { command, input } = answer.undo
  const known = [
    c.restoreThreads,
    c.labelThreads,
    c.unburySender,
    c.retireAnswer,
    c.changeAnswer,
    c.changeRule,
    c.setSignature,
    c.endAwayReply,
  ]
  await office.done(known.find(({ name }) => name === command)! as typeof c.restoreThreads, input as never, elin)
}

test('threads are assigned, put away, done, taken up again; each is taken back as it stood, many at once', async () => {
  const [{ threadId: one }, { threadId: other }] = [await it.mail({}), await it.mail({ subject: 'Another' })]
  const ids = [one, other]
  await undone(await office.dispatch(c.assignThreads, { ids, ownerId: karin.id }, elin))
  assert.equal((await stateOf(one)).owner_id, null)
  await office.done(c.assignThreads, { ids: [other], ownerId: karin.id }, elin)
  const finished = await office.dispatch(c.finishThreads, { ids }, elin, { key: 'done' })
  const again = await office.dispatch(c.finishThreads, { ids }, elin, { key: 'done' })
  assert.ok(finished.status === 'done' && again.status === 'done')
  assert.equal(finished.journal, again.journal)
  assert.equal((await stateOf(one)).state, 'done')
  await undone(finished)
  assert.deepEqual(await stateOf(other), { state: 'open', owner_id: karin.id, labels: [] })
  assert.equal((await office.dispatch(c.finishThreads, { ids }, elin, { dryRun: true })).status, 'done')
  assert.equal((await stateOf(one)).state, 'open')
  await undone(await office.dispatch(c.labelThreads, { ids: [one], label: 'Rent' }, elin))
  assert.deepEqual((await stateOf(one)).labels, [])
  const until = '2026-11-24T12:00:00Z'
  await office.done(c.snoozeThreads, { ids: [one], until }, elin)
  assert.equal((await stateOf(one)).state, 'snoozed')
  await office.done(c.wakeThreads, {}, it.system)
  assert.equal((await stateOf(one)).state, 'snoozed')
  office.setClock(Temporal.Instant.from(until))
  assert.deepEqual(await office.done(c.wakeThreads, {}, it.system), { count: 1 })
  office.setClock(tuesday)
  assert.equal((await stateOf(one)).state, 'open')
  await office.done(c.finishThreads, { ids: [one] }, elin)
  await office.done(c.reopenThreads, { ids: [one] }, elin)
  assert.equal((await stateOf(one)).state, 'open')
})

test('whoever is given mails by somebody else is told, once for all of them; whoever takes one is not', async () => {
  const [{ threadId: one }, { threadId: other }] = [await it.mail({ subject: 'Roof' }), await it.mail({})]
  const told = async (ids: string[], ownerId: string) => {
    await office.done(c.assignThreads, { ids, ownerId }, elin)
    const { rows } = await office.superuser.query<{ body: string }>(
      `select convert_from(body, 'UTF8') as body from kernel.journal_body where organisation_id = $1 order by seq desc limit 1`,
      [organisationId],
    )
    return [...(rows[0]?.body.matchAll(/notice\.mail-assigned[a-z-]*/g) ?? [])].map(([key]) => key)
  }
  assert.deepEqual(await told([one], karin.id), ['notice.mail-assigned'])
  assert.deepEqual(await told([one, other], karin.id), ['notice.mail-assigned-many'])
  assert.deepEqual(await told([one], elin.id), [])
})

test('what cannot be is refused by name; a stranger finds nothing', async () => {
  const { threadId } = await it.mail({})
  const refused = async (command: unknown, input: object, as = elin) =>
    refusalOf(await office.dispatch(command as typeof c.finishThreads, input as never, as))
  assert.equal(await refused(c.assignThreads, { ids: [threadId], ownerId: nowhere }), 'mail-owner-unknown')
  assert.equal(await refused(c.snoozeThreads, { ids: [threadId], until: '2026-11-20T08:00:00Z' }), 'mail-snooze-past')
  assert.equal(await refused(c.finishThreads, { ids: [nowhere] }), 'record-not-found')
  assert.equal(await refused(c.finishThreads, { ids: [threadId] }, visitor), 'record-not-found')
  assert.equal(await refused(c.unburySender, { id: it.mailboxId, address: 'x@example.org' }), 'mail-sender-not-buried')
  assert.equal(await refused(c.holdThread, { id: threadId }, visitor), 'record-not-found')
  assert.equal((await office.query(c.beginAnswer, { threadId }, visitor)).status, 'refused')
  const waiting = await ask<{ rows: unknown[] }>(c.listWaiting, {}, visitor)
  assert.deepEqual(waiting.rows, [])
})

test('of twenty who begin to answer at once one holds the thread; taken over, the first cannot send', async () => {
  const { threadId } = await it.mail({})
  const colleagues = await Promise.all(Array.from({ length: 20 }, (_, n) => it.colleague(`Colleague ${n}`)))
  const answers = await Promise.all(colleagues.map(one => office.dispatch(c.holdThread, { id: threadId }, one)))
  const holders = colleagues.filter((_, index) => answers[index]!.status === 'done')
  assert.equal(holders.length, 1)
  assert.ok(answers.every(answer => answer.status === 'done' || refusalOf(answer) === 'mail-thread-held'))
  const [holder] = holders
  const held = await ask<{ holder: { id: string }; mine: boolean }>(c.whoAnswers, { id: threadId })
  assert.equal(held.holder.id, holder!.id)
  const draft = async (as: typeof elin) =>
    office.done(
      c.saveDraft,
      {
        mailboxId: it.mailboxId,
        threadId,
        to: [{ address: 'anna@example.org' }],
        subject: 'Re: Your hours',
        text: 'At eight.',
      },
      as,
    )
  const [theirs, mine] = [await draft(holder!), await draft(elin)]
  const send = (given: { id: string }, as: typeof elin) => office.dispatch(c.sendDraft, { id: given.id, threadId }, as)
  assert.equal(refusalOf(await send(mine, elin)), 'mail-thread-held')
  await office.done(c.holdThread, { id: threadId, takeOver: true }, elin)
  assert.equal(refusalOf(await send(theirs, holder!)), 'mail-thread-held')
  assert.equal((await send(mine, elin)).status, 'done')
  // sent, the thread is free; and a hold ends by itself
  assert.equal((await ask<{ holder: null }>(c.whoAnswers, { id: threadId })).holder, null)
  await office.done(c.holdThread, { id: threadId }, karin)
  office.setClock(tuesday.add({ minutes: 4 }))
  await office.done(c.holdThread, { id: threadId }, elin)
  await office.done(c.releaseThread, { id: threadId }, karin)
  assert.equal((await ask<{ mine: boolean }>(c.whoAnswers, { id: threadId })).mine, true)
  office.setClock(tuesday)
})

test('an answer begins with whom, subject, quote in their language and the signature; never to ourselves', async () => {
  await office.done(
    c.setSignature,
    { id: it.mailboxId, language: 'sv', text: 'Hälsningar\n{mitt-namn}\n{kontoret}' },
    elin,
  )
  const { threadId } = await it.mail({
    subject: 'SV: Re: Öppettider',
    text: 'Hej!\n> förr\nNär öppnar ni?',
    to: [
      { name: 'Info', address: info.toUpperCase() },
      { name: 'Bo', address: 'bo@example.org' },
    ],
    cc: [
      { name: 'Cia', address: 'cia@example.org' },
      { name: '', address: 'BO@example.org' },
    ],
  })
  type Begun = {
    to: { address: string }[]
    cc: { address: string }[]
    subject: string
    quote: string
    signature: string
  }
  const begun = await ask<Begun>(c.beginAnswer, { threadId, how: 'reply-all' })
  assert.deepEqual(
    begun.to.map(one => one.address),
    ['anna@example.org', 'bo@example.org'],
  )
  assert.deepEqual(
    begun.cc.map(one => one.address),
    ['cia@example.org'],
  )
  assert.equal(begun.subject, 'Re: Öppettider')
  assert.match(begun.quote, /^Den 24 november 2026 kl\. 09:42 skrev Anna Nyman:\n> Hej!\n>> förr\n> När öppnar ni\?$/)
  assert.match(begun.signature, /^Hälsningar\nElin Bergqvist\n\S/)
  const forwarded = await ask<Begun>(c.beginAnswer, { threadId, how: 'forward' })
  assert.deepEqual(forwarded.to, [])
  assert.match(forwarded.quote, /Från: Anna Nyman <anna@example\.org>/)
  assert.equal(bareSubject('RE: sv: VS: Fwd: Hej'), 'Hej')
  assert.equal(quoted('a\n\n> b'), '> a\n>\n>> b')
})

test('saved answers: found, filled in for whoever is answered, in their language; changed and taken back', async () => {
  const texts = [
    { language: 'en' as const, body: 'Dear {name}, we open at eight. {number}' },
    { language: 'sv' as const, subject: 'Öppettider', body: 'Hej {förnamn}! Vi öppnar åtta. {mitt-namn}' },
  ]
  const saved = await office.dispatch(c.saveAnswer, { title: 'Hours', shortcut: 'tider', texts }, elin)
  assert.ok(saved.status === 'done')
  const { id } = saved.output
  const { threadId } = await it.mail({})
  type Filled = { text: string; language: string; theirs: boolean; missing: string[] }
  const filled = await ask<Filled>(c.fillAnswer, { id, threadId })
  assert.deepEqual(
    [filled.text, filled.language, filled.theirs],
    ['Hej Anna! Vi öppnar åtta. Elin Bergqvist', 'sv', true],
  )
  const english = await ask<Filled>(c.fillAnswer, { id, threadId, language: 'en' })
  assert.deepEqual([english.text, english.missing], ['Dear Anna Nyman, we open at eight. {number}', ['number']])
  assert.equal((await ask<Filled>(c.fillAnswer, { id, threadId, language: 'pt' })).theirs, false)
  type Listed = { total: number; rows: { id: string; languages: string[] }[] }
  const found = await ask<Listed>(c.listAnswers, { text: 'tid' })
  assert.deepEqual([found.total, found.rows[0]!.languages], [1, ['en', 'sv']])
  // read by somebody whose Kontor is English: fields bear English names
  const read = await ask<{ texts: { body: string }[] }>(c.getAnswer, { id })
  assert.match(read.texts[1]!.body, /\{first-name\}.*\{my-name\}/)
  const twice = { title: 'Other', shortcut: 'tider', texts: [texts[0]!, texts[0]!] }
  assert.equal(refusalOf(await office.dispatch(c.saveAnswer, twice, elin)), 'saved-answer-shortcut-taken')
  assert.equal(
    refusalOf(await office.dispatch(c.saveAnswer, { ...twice, shortcut: 'x' }, elin)),
    'saved-answer-language-twice',
  )
  await undone(await office.dispatch(c.changeAnswer, { id, title: 'Opening hours', texts: [texts[0]!] }, elin))
  assert.equal((await ask<{ texts: unknown[] }>(c.getAnswer, { id })).texts.length, 2)
  await office.done(c.retireAnswer, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.changeAnswer, { id, title: 'x' }, elin)), 'saved-answer-retired')
  assert.equal((await ask<Listed>(c.listAnswers, {})).total, 0)
  await office.done(c.restoreAnswer, { id }, elin)
  assert.equal(refusalOf(await office.dispatch(c.restoreAnswer, { id }, elin)), 'saved-answer-kept')
})

test('a note tells the colleagues who are named; what is filed is found on the thread', async () => {
  const { threadId } = await it.mail({})
  const noted = await office.dispatch(
    c.addNote,
    { id: threadId, text: '@Karin she rang too', personIds: [karin.id, elin.id] },
    elin,
  )
  assert.ok(noted.status === 'done' && noted.undo?.command === 'work.remove-comment')
  const unknown = { id: threadId, text: 'x', personIds: [nowhere] }
  assert.equal(refusalOf(await office.dispatch(c.addNote, unknown, elin)), 'mail-owner-unknown')
  const { insertRecord } = await import('../../work/testing.ts')
  const paper = await insertRecord(office, organisationId, 'document', 'Lease')
  await office.done(c.noteFiled, { id: threadId, documentIds: [paper, paper] }, elin)
  const links = await ask<{ rows: { id: string }[] }>(c.threadLinks, { id: threadId })
  assert.deepEqual(
    links.rows.map(one => one.id),
    [paper],
  )
  const found = await ask<{ rows: { address: string }[] }>(c.suggestRecipients, { text: 'nym' })
  assert.deepEqual(
    found.rows.map(one => one.address),
    ['anna@example.org'],
  )
})
