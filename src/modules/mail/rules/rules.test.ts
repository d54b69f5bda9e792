import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import * as c from '../contract.ts'
import { info, mailOffice, refusalOf } from '../desk/testing.ts'
import { type MailFacts, meets, type Rule, wishesOf } from './match.ts'

const it = await mailOffice()
const { office, organisationId, elin, karin, system } = it
after(() => office.close())

const threadOf = async (id: string) => {
  const { rows } = await office.superuser.query<{ state: string; owner_id: string | null; labels: string[] }>(
    'select state, owner_id, labels from mail.thread where organisation_id = $1 and id = $2',
    [organisationId, id],
  )
  return rows[0]!
}
const sort = (mails: readonly { threadId: string; messageId: string }[]) =>
  office.done(
    c.sortReceived,
    { threadIds: mails.map(one => one.threadId), messageIds: mails.map(one => one.messageId) },
    system,
  )
const refused = async (command: unknown, input: object) =>
  refusalOf(await office.dispatch(command as typeof c.createRule, input as never, elin))

test('a rule is tried on what came, gives what comes an owner and a label, and is taken back', async () => {
  const rent = await it.mail({ address: 'faktura@klippan.example', subject: 'Hyra december', attachments: 1 })
  const tried = await office.query(c.tryRule, { from: 'KLIPPAN', hasAttachment: true }, elin)
  assert.ok(tried.status === 'done')
  assert.deepEqual([tried.output.tried, tried.output.met.map(one => one.id)], [1, [rent.threadId]])
  assert.equal(await refused(c.createRule, { title: 'All', outcome: 'noise' }), 'mail-rule-empty')
  assert.equal(await refused(c.createRule, { title: 'Nothing', from: 'a' }), 'mail-rule-does-nothing')
  const nobody = { title: 'x', from: 'a', ownerId: '019aa000-0000-7000-8000-000000000099' }
  assert.equal(await refused(c.createRule, nobody), 'mail-owner-unknown')
  const rule = await office.dispatch(
    c.createRule,
    { title: 'Rent', from: 'klippan', label: 'Rent', ownerId: karin.id },
    elin,
  )
  assert.ok(rule.status === 'done' && rule.undo)
  assert.deepEqual(await sort([rent]), { count: 1 })
  assert.deepEqual(await threadOf(rent.threadId), { state: 'open', owner_id: karin.id, labels: ['Rent'] })
  // told again, nothing is done twice
  assert.deepEqual(await sort([rent]), { count: 0 })
  await office.done(c.changeRule, { id: rule.output.id, paused: true }, elin)
  const next = await it.mail({ address: 'faktura@klippan.example' })
  assert.deepEqual(await sort([next]), { count: 0 })
  await office.done(c.changeRule, { id: rule.output.id, removed: true }, elin)
  const listed = await office.query(c.listRules, {}, elin)
  assert.ok(listed.status === 'done' && listed.output.total === 0)
})

test('a sender is buried with what is there and what comes, and dug out again', async () => {
  const news = { from: 'Kaffekompaniet', address: 'nyheter@kaffe.example', subject: 'Rea!' }
  const [first, second] = [await it.mail(news), await it.mail(news)]
  const buried = await office.dispatch(c.burySender, { id: first.threadId }, elin)
  assert.ok(buried.status === 'done' && buried.undo)
  assert.equal(buried.output.count, 2)
  assert.equal((await threadOf(second.threadId)).state, 'noise')
  const third = await it.mail(news)
  await sort([third])
  assert.equal((await threadOf(third.threadId)).state, 'noise')
  const list = await office.query(c.listBuried, {}, elin)
  assert.ok(list.status === 'done')
  assert.deepEqual(
    list.output.rows.map(one => one.address),
    ['nyheter@kaffe.example'],
  )
  await office.done(c.unburySender, buried.undo.input as never, elin)
  assert.equal((await threadOf(third.threadId)).state, 'open')
})

test('while nobody is there each sender is answered once; machines, lists and those who did not write to us never', async () => {
  const set = (part: object = {}) => ({
    id: it.mailboxId,
    fromOn: '2026-11-24',
    untilOn: '2026-11-30',
    texts: [{ language: 'sv' as const, text: 'Hej {förnamn}, vi är tillbaka {till-och-med}.' }],
    ...part,
  })
  assert.equal(await refused(c.setAwayReply, set({ untilOn: '2026-11-20' })), 'mail-away-reversed')
  assert.equal(await refused(c.setAwayReply, set({ fromOn: '2026-11-01', untilOn: '2026-11-02' })), 'mail-away-over')
  const reply = await office.dispatch(c.setAwayReply, set(), elin)
  assert.ok(reply.status === 'done' && reply.undo)
  assert.equal(await refused(c.setAwayReply, set({ fromOn: '2026-11-30', untilOn: '2026-12-02' })), 'mail-away-there')
  const from = (address: string, more: object = {}) => it.mail({ address, from: 'Anna Nyman', ...more })
  const mails = [
    await from('anna@example.org'),
    await from('anna@example.org'),
    await from('robot@example.org', { automatic: 'reply' }),
    await from('list@example.org', { automatic: 'list' }),
    await from('no-reply@example.org'),
    await from(info),
    await from('hidden@example.org', { to: [{ name: '', address: 'others@example.org' }] }),
  ]
  const answered = []
  for (const { messageId } of mails) answered.push((await office.done(c.replyAway, { messageId }, system)).answered)
  assert.deepEqual(answered, [true, false, false, false, false, false, false])
  const { rows } = await office.superuser.query<{ text: string; automatic: boolean; state: string; leaves: string }>(
    'select text, automatic, state, leaves from mail.outgoing where organisation_id = $1',
    [organisationId],
  )
  assert.deepEqual(rows, [
    { text: 'Hej Anna, vi är tillbaka 30 november 2026.', automatic: true, state: 'waiting', leaves: 'same' },
  ])
  const list = await office.query(c.listAwayReplies, {}, elin)
  assert.ok(list.status === 'done' && list.output.rows[0]!.answered === 1)
  await office.done(c.endAwayReply, reply.undo.input as never, elin)
  assert.equal(await refused(c.endAwayReply, reply.undo.input as object), 'mail-away-over')
  const late = await from('new@example.org')
  assert.deepEqual(await office.done(c.replyAway, { messageId: late.messageId }, system), { answered: false })
})

test('conditions hold all together, whatever their case and accents; the first rule with a word on it decides', () => {
  const mail: MailFacts = {
    mailboxId: 'm',
    from: 'Åsa Öberg asa@example.org',
    to: ['Info info@example.org'],
    subject: 'Räkning',
    text: 'Bifogad',
    attachments: 1,
  }
  assert.ok(meets(mail, { from: 'asa oberg', subject: 'RAKNING', words: 'bifogad', hasAttachment: true, to: 'INFO@' }))
  assert.ok(!meets(mail, { from: 'asa', hasAttachment: false }))
  const word = fc.constantFrom(null, 'asa', 'nobody')
  const rule = fc.record({
    from: word,
    subject: fc.constantFrom(null, 'rakning', 'x'),
    ownerId: fc.constantFrom(null, 'a', 'b'),
    label: fc.constantFrom(null, 'L', 'M'),
    outcome: fc.constantFrom('stays' as const, 'done' as const, 'noise' as const),
  })
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), rules => {
      const met = rules.filter(one => one.from !== 'nobody' && one.subject !== 'x')
      const wished = wishesOf(mail, rules as Rule[])
      assert.equal(wished.ownerId, met.map(one => one.ownerId).find(Boolean) ?? null)
      assert.equal(wished.outcome, met.map(one => one.outcome).find(one => one !== 'stays') ?? 'stays')
      assert.deepEqual(new Set(wished.labels), new Set(met.flatMap(one => one.label ?? [])))
    }),
    { numRuns: 200 },
  )
})
