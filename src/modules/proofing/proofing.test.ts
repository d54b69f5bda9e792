import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { listTasks } from '../work/contract.ts'
import * as c from './contract.ts'
import { checkText } from './contract.ts'
import { insertRecord, type ProofingOffice, proofingOffice, refusalOf } from './testing.ts'

let it: ProofingOffice
before(async () => {
  it = await proofingOffice()
})
after(() => it.close())

async function check(input: z.input<typeof checkText.input>) {
  const answer = await it.query(checkText, input, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const rules = async (input: z.input<typeof checkText.input>) =>
  (await check(input)).findings.map(one => `${one.rule} ${one.severity}`)
const mail = (text: string, more: object = {}) => ({
  purpose: 'mail' as const,
  subject: 'About Tuesday',
  text,
  ...more,
})

test('a day, its place and its reason; HTML is read as its reader sees it', async () => {
  const plain = await check(mail('Dear Anna,\n\nwe meet on Wednesday 24 November 2026.'))
  const [found] = plain.findings
  assert.deepEqual([plain.language, found!.rule, found!.words], ['en', 'weekday', 'Wednesday 24 November 2026'])
  assert.equal(found!.reason.key, 'page.proof.weekday')
  assert.equal(found!.reason.params['on'], '2026-11-24')
  const html = await check(
    mail(
      '<p>Dear Anna,</p><p>we meet on <b>Wednesday</b> 24&nbsp;November 2026.</p><blockquote>Sunday 23 November 2026</blockquote>',
      { format: 'html' },
    ),
  )
  assert.equal(html.findings.length, 1)
  const { start, end } = html.findings[0]!.at!
  assert.equal(html.text!.slice(start, end), 'Wednesday 24 November 2026')
})

test('whom it goes to: known by address, taken for another, a domain nearly known, colleagues inside', async () => {
  await it.person('Birgitta Löf', 'birgitta.lof@hisingsvent.example', 'sv')
  await it.person('Birgitte Løf', 'b.lof@annet.example')
  const to = (email: string, name?: string) => ({ recipients: [{ email, ...(name ? { name } : {}) }] })
  assert.deepEqual(
    await rules(
      mail('Hej Birgitta,\n\nvi ses på onsdag och går igenom avtalet.', to('birgitta.lof@hisingsvent.example')),
    ),
    ['namesake quiet'],
  )
  assert.deepEqual(
    (
      await rules(
        mail('Hej Anders,\n\nvi ses på onsdag och går igenom avtalet.', to('birgitta.lof@hisingsvent.example')),
      )
    )[0],
    'greeting loud',
  )
  assert.ok(
    (await rules(mail('Hej Birgitta,\n\nvi ses på onsdag.', to('birgitta.lof@hisingsvemt.example')))).includes(
      'similar-domain loud',
    ),
  )
  assert.deepEqual(await rules(mail('Hi Maria,\n\nthis is for internal use only.', to('maria@almgren.example'))), [])
  assert.ok(
    (
      await rules(
        mail(
          'Dear Birgitta,\n\nthank you for all your help with this, it was very good of you.',
          to('birgitta.lof@hisingsvent.example'),
        ),
      )
    ).includes('recipient-language quiet'),
  )
  const misspelt = await check(mail('Hej Maria,\n\nBirgitta Lööf ringer dig i morgon.', to('maria@almgren.example')))
  assert.deepEqual(
    misspelt.findings.map(one => [one.rule, one.words, one.suggestion]),
    [['name', 'Lööf', 'Löf']],
  )
})

test('what is confidential goes to nobody outside, by link or by attachment', async () => {
  const secret = await insertRecord(it, it.organisationId, 'document', 'Salaries.pdf', { class: 2 })
  const open = await insertRecord(it, it.organisationId, 'document', 'Prices.pdf', { class: 1 })
  const outside = { recipients: [{ email: 'somebody@outside.example' }] }
  assert.deepEqual(
    await rules(mail('Here it is.', { ...outside, attachments: [{ name: 'Salaries.pdf', documentId: secret }] })),
    ['secret loud'],
  )
  assert.deepEqual(await rules(mail('Here it is.', { ...outside, aboutIds: [secret] })), ['secret loud'])
  assert.deepEqual(
    await rules(mail('Here it is.', { ...outside, attachments: [{ name: 'Prices.pdf', documentId: open }] })),
    [],
  )
  assert.deepEqual(
    await rules(mail('Here it is.', { recipients: [{ email: 'maria@almgren.example' }], aboutIds: [secret] })),
    [],
  )
})

test('an answer to all reaches outsiders', async () => {
  const recipients = [{ email: 'maria@almgren.example' }, { email: 'somebody@outside.example', role: 'cc' as const }]
  assert.deepEqual(await rules(mail('Fine with me.', { recipients, replyingTo: { from: 'maria@almgren.example' } })), [
    'reply-all loud',
  ])
})

const see = async (id: string, as = it.elin) => {
  const answer = await it.query(c.getCheck, { id }, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const open = async (id: string) => {
  const answer = await it.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.state === 'open').map(task => task.title)
}

test('a memo of somebody else is held, asked about, corrected and released; each step can be taken back', async () => {
  const { elin, maria } = it
  const memo = { title: 'The lift', authorId: maria.id, memo: 'The lift stands still on Wednesday 24 November 2026.' }
  assert.equal(refusalOf(await it.dispatch(c.holdMemo, { title: 'Empty', authorId: maria.id }, elin)), 'memo-empty')
  assert.equal(
    refusalOf(await it.dispatch(c.holdMemo, { ...memo, authorId: '019aa000-0000-7000-8000-00000000ffff' }, elin)),
    'memo-author-unknown',
  )
  const dry = await it.dispatch(c.holdMemo, memo, elin, { dryRun: true })
  assert.equal(dry.status, 'done')
  const held = await it.dispatch(c.holdMemo, memo, elin, { key: 'one' })
  const again = await it.dispatch(c.holdMemo, memo, elin, { key: 'one' })
  assert.ok(held.status === 'done' && again.status === 'done')
  const { id } = held.output
  assert.equal(again.output.id, id)
  assert.equal(held.output.doubtful, 1)
  assert.deepEqual(
    (await see(id)).findings.map(one => [one.rule, one.words]),
    [['weekday', 'Wednesday 24 November 2026']],
  )
  const tray = await it.query(c.listWaitingChecks, {}, elin)
  assert.ok(tray.status === 'done')
  assert.deepEqual(
    tray.output.rows.map(row => [row.id, row.from, row.path]),
    [[id, 'Maria Berg', `/held/${id}`]],
  )
  assert.equal(refusalOf(await it.dispatch(c.releaseMemo, { id }, elin)), 'memo-doubtful')
  const asked = await it.dispatch(c.askAuthor, { id, question: 'Tuesday or Wednesday?' }, elin)
  assert.ok(asked.status === 'done')
  assert.deepEqual(await open(id), ['Answer about your memo: The lift'])
  await it.done(c.takeBackMemoStep, asked.undo!.input as never, elin)
  assert.deepEqual([(await see(id)).record.state, (await see(id)).question, await open(id)], ['held', null, []])
  assert.equal(refusalOf(await it.dispatch(c.takeBackMemoStep, { id }, elin)), 'memo-step-not-last')
  await it.done(c.askAuthor, { id, question: 'Tuesday or Wednesday?' }, elin)
  assert.equal(refusalOf(await it.dispatch(c.releaseMemo, { id }, elin)), 'outgoing-check-not-so-far')
  assert.equal(refusalOf(await it.dispatch(c.correctMemo, { id }, maria)), 'memo-empty')
  await it.done(
    c.correctMemo,
    { id, memo: 'The lift stands still on Tuesday 24 November 2026.', answer: 'Tuesday.' },
    maria,
  )
  assert.deepEqual(await open(id), ['Look at the corrected memo: The lift'])
  const released = await it.dispatch(c.releaseMemo, { id }, elin)
  assert.ok(released.status === 'done')
  assert.deepEqual(
    [(await see(id)).record.state, (await see(id)).decidedBy?.title, await open(id)],
    ['released', 'Elin Almgren', []],
  )
  await it.done(c.takeBackMemoStep, released.undo!.input as never, elin)
  assert.equal((await see(id)).record.state, 'corrected')
  const gone = await it.dispatch(c.withdrawMemo, { id }, elin)
  assert.equal(gone.status, 'done')
  assert.equal(refusalOf(await it.dispatch(c.withdrawMemo, { id }, elin)), 'outgoing-check-not-so-far')
  const undone = await it.done(c.holdMemo, { ...memo, title: 'Another' }, elin)
  await it.done(c.withdrawMemo, { id: undone.id }, elin)
  const list = await it.query(c.listChecks, { states: ['withdrawn'], text: 'lift' }, elin)
  assert.ok(list.status === 'done')
  assert.deepEqual(
    list.output.rows.map(row => [row.title, row.loud]),
    [['The lift', 0]],
  )
})

test('what was sent over a doubt is kept with what left, and seen by whoever sees that', async () => {
  const { elin, maria } = it
  const findings = [
    {
      rule: 'iban' as const,
      severity: 'loud' as const,
      words: 'SE12',
      reason: { key: 'page.proof.iban', params: { scheme: 'iban' } },
    },
  ]
  const paper = await insertRecord(it, it.organisationId, 'document', 'Offer.pdf', { class: 2 })
  const { id } = await it.done(c.noteDecision, { purpose: 'mail', title: 'Offer', aboutId: paper, findings }, elin)
  const kept = await see(id)
  assert.deepEqual([kept.record.state, kept.record.class, kept.about?.id, kept.loud], ['sent', 2, paper, 1])
  const alone = await it.done(c.noteDecision, { purpose: 'mail', title: 'Between us', findings }, elin)
  const stranger = await it.query(c.getCheck, { id: alone.id }, maria)
  assert.equal(stranger.status, 'refused')
  assert.equal(
    refusalOf(await it.dispatch(c.noteDecision, { purpose: 'mail', title: 'x', aboutId: alone.id, findings }, maria)),
    'record-not-found',
  )
})

test('the office’s own words', async () => {
  const { elin } = it
  const added = await it.dispatch(c.addWord, { word: 'Kontorsro', spelledIn: 'sv' }, elin)
  assert.ok(added.status === 'done')
  assert.equal(
    refusalOf(await it.dispatch(c.addWord, { word: 'Kontorsro', spelledIn: 'sv' }, elin)),
    'word-known-already',
  )
  const list = async () => {
    const answer = await it.query(c.listWords, {}, elin)
    assert.ok(answer.status === 'done')
    return answer.output.rows.map(row => [row.word, row.spelledIn, row.addedBy?.title])
  }
  assert.deepEqual(await list(), [['Kontorsro', 'sv', 'Elin Almgren']])
  await it.done(c.removeWord, added.undo!.input as never, elin)
  assert.deepEqual(await list(), [])
  assert.equal(refusalOf(await it.dispatch(c.removeWord, { wordId: added.output.wordId }, elin)), 'word-not-there')
})

test('words that no dictionary knows, in the language of their paragraph; names and own words are known', async () => {
  const text = 'Hej Maria,\n\nbesiktningsprotokollet återkomer vi med. Fråga Birgitta Löf om kontorsrox, mvh.'
  const asked = mail(text, {
    subject: 'Om besiktningen',
    language: 'sv' as const,
    recipients: [{ email: 'maria@almgren.example' }],
    spelling: true,
  })
  const before = (await check(asked)).misspellings
  assert.deepEqual(
    before.map(one => one.word),
    ['återkomer', 'kontorsrox'],
  )
  assert.deepEqual(before[0]!.suggestions, ['återkommer'])
  assert.equal(text.slice(before[0]!.at.start, before[0]!.at.end), 'återkomer')
  await it.done(c.addWord, { word: 'kontorsrox' }, it.elin)
  assert.deepEqual(
    (await check(asked)).misspellings.map(one => one.word),
    ['återkomer'],
  )
})
