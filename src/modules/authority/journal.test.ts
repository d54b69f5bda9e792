import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Language } from '../../kernel/language/catalogue.ts'
import { setAccountLanguage } from '../../kernel/platform/accounts.ts'
import { sentencesOf } from './journal/sentence.ts'
import {
  createRole,
  getJournalLine,
  readJournal,
  recordTimeline,
  redactJournalLine,
  setRecordClass,
  standardRoles,
  assignRole,
  withdrawApproval,
} from './contract.ts'
import { knowRegistry } from './index.ts'
import { makeThing, payThing, peek, renameThing, testOffice } from './testing.ts'

const office = await testOffice()
after(() => office.close())
knowRegistry(office.kernel.registry)
const { owner } = office
const refusal = (outcome: { status: string; refusal?: { name: string } }) =>
  outcome.status === 'refused' ? outcome.refusal!.name : outcome.status

/** The owner chooses another language, as in the interface. */
async function speak(language: Language): Promise<void> {
  const [row] = await peek<{ account_id: string }>(
    office,
    'select account_id from platform.membership where principal_id = $1',
    [owner.id],
  )
  await setAccountLanguage(office.ground, row!.account_id, language)
}

async function read(
  input: Parameters<typeof office.query<never, Record<string, unknown>, never, never>>[1] = {},
  as = owner,
) {
  const answer = await office.query(readJournal, input as never, as)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}

test('the journal speaks the reader’s language, newest first, filtered and in pages', async () => {
  const karin = await office.colleague('Karin Lindqvist', ['clerk'])
  await office.done(assignRole, { id: karin.id, roleId: standardRoles.bookkeeper.id }, owner)
  const english = await read({ recordId: karin.id })
  assert.deepEqual(
    english.rows.map(row => row.sentences),
    [['Olga Owner gave Karin Lindqvist the role Bookkeeper'], ['Olga Owner invited Karin Lindqvist']],
  )
  await speak('sv')
  assert.deepEqual((await read({ recordId: karin.id })).rows[0]!.sentences, [
    'Olga Owner gav Karin Lindqvist rollen Bookkeeper',
  ])
  await speak('en')
  const byCommand = await read({ command: 'authority.assign-role', who: owner.id })
  assert.ok(byCommand.total >= 1 && byCommand.rows.every(row => row.command === 'authority.assign-role'))
  assert.equal((await read({ who: karin.id })).total, 0)
  assert.equal((await read({ from: '2100-01-01T00:00:00Z' })).total, 0)
  const seqs: number[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const page = await read({ limit: 2, ...(next ? { after: next } : {}) })
    seqs.push(...page.rows.map(row => row.seq))
    next = page.next
  }
  assert.deepEqual(
    seqs,
    [...seqs].sort((a, b) => b - a),
  )
  assert.equal(seqs.length, (await read()).total)
})

test('a line that did the like to several says in the timeline of each what it did to it', () => {
  const view = { office: { zone: 'Europe/Stockholm' }, principal: { language: 'en' } } as never
  const [mine, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const event = (id: string, name: string) =>
    ({
      name: 'authority.role-unassigned',
      payload: { id, name, role: 'Clerk' },
      records: [id],
      command: 'authority.unassign-role',
    }) as const
  const line = {
    who: 'Olga',
    onBehalfOf: null,
    command: 'authority.unassign-role',
    body: { events: [event(mine, 'Karin'), event(other, 'Maria')] },
    open: true,
    titles: new Map<string, string>(),
  }
  assert.equal(sentencesOf(view, line).length, 2)
  assert.match(sentencesOf(view, { ...line, about: new Set([mine]) }).join(), /^[^,]*Karin[^,]*$/)
  assert.equal(sentencesOf(view, { ...line, about: new Set([crypto.randomUUID()]) }).length, 2, 'nothing is hidden')
})

test('a line that touches what one may not see is named by its act alone', async () => {
  const { id } = await office.done(makeThing, { title: 'Bonus list', class: 3 }, owner)
  await office.done(setRecordClass, { id, kind: 'thing', class: 3 }, owner)
  const manager = await office.colleague('Max Manager', ['manager'])
  const [seen] = (await read({ command: 'authority.set-record-class' })).rows
  assert.deepEqual(seen!.sentences, ['Olga Owner set the confidentiality of “Bonus list”'])
  const [hidden] = (await read({ command: 'authority.set-record-class' }, manager)).rows
  assert.deepEqual([hidden!.sentences, hidden!.records], [['Olga Owner: Set confidentiality'], []])
  assert.ok(!JSON.stringify(await read({}, manager)).includes('Bonus'))
  const timeline = await office.query(recordTimeline, { id }, manager)
  assert.equal(timeline.status, 'refused')
})

test('an asked act, an act for another and an erased line say so', async () => {
  const role = await office.done(
    createRole,
    {
      name: 'Small',
      grants: [
        { permission: 'probe.*', limit: { amount: '1.00', currency: 'SEK' } },
        { permission: 'authority.withdraw-approval' },
      ],
    },
    owner,
  )
  const asker = await office.colleague('Ask Asker', [role])
  const { id } = await office.done(makeThing, { title: 'Van' }, owner)
  const asked = await office.dispatch(payThing, { id, amount: { amount: '9.00', currency: 'SEK' } }, asker)
  assert.ok(asked.status === 'asked')
  assert.deepEqual((await read({ who: asker.id, command: 'kernel.ask' })).rows[0]!.sentences, [
    'Ask Asker asked for approval: probe.pay-thing',
  ])
  await office.done(withdrawApproval, { id: asked.approval.id }, asker)
  const [line] = (await read({ who: asker.id })).rows
  assert.deepEqual(line!.sentences, ['Ask Asker withdrew “Pay Van”'])
  await office.done(redactJournalLine, { seq: line!.seq, reason: 'Asked for by Ask' }, owner)
  const [erased] = (await read({ who: asker.id })).rows
  assert.deepEqual(
    [erased!.erased, erased!.sentences],
    [true, ['Ask Asker · the content of this line has been erased']],
  )
  assert.equal(
    refusal(await office.dispatch(redactJournalLine, { seq: line!.seq, reason: 'Twice' }, owner)),
    'journal-line-erased',
  )
  assert.equal(
    refusal(await office.dispatch(redactJournalLine, { seq: 99_999, reason: 'None' }, owner)),
    'journal-line-missing',
  )
  const chain = await peek<{ broken: string }>(
    office,
    `select count(*) as broken from kernel.journal j left join kernel.journal p on p.organisation_id = j.organisation_id and p.seq = j.seq - 1
     where j.organisation_id = $1 and (j.previous_hash <> coalesce(p.hash, sha256(uuid_send(j.organisation_id)))
       or j.hash <> sha256(j.previous_hash || int8send(j.seq) || sha256(j.head) || j.body_digest))`,
    [owner.organisationId],
  )
  assert.equal(Number(chain[0]!.broken), 0, 'the chain holds')
  const words = {
    who: 'Berit',
    onBehalfOf: 'Anna',
    command: 'probe.pay-thing',
    body: {},
    open: true,
    titles: new Map(),
  }
  assert.deepEqual(sentencesOf({ office: { zone: 'Europe/Oslo' }, principal: { language: 'nb' } } as never, words), [
    'Berit for Anna: probe.pay-thing',
  ])
})

test('a line opens to its hashes, which continue those of the line before', async () => {
  const [newest, before] = (await read({ limit: 2 })).rows
  const open = async (seq: number) => {
    const answer = await office.query(getJournalLine, { seq }, owner)
    assert.ok(answer.status === 'done', JSON.stringify(answer))
    return answer.output
  }
  const [later, earlier] = [await open(newest!.seq), await open(before!.seq)]
  assert.match(later.hash, /^[0-9a-f]{64}$/)
  assert.equal(later.previousHash, earlier.hash)
  assert.deepEqual(later.line.sentences, newest!.sentences)
  assert.equal(refusal(await office.query(getJournalLine, { seq: 99_999 }, owner)), 'record-not-found')
  const clerk = await office.colleague('Carl Clerk', ['clerk'])
  assert.equal((await office.query(getJournalLine, { seq: newest!.seq }, clerk)).status, 'refused')
})

test('a record’s timeline follows what was merged into it', async () => {
  const [a, b] = [
    (await office.done(makeThing, { title: 'A' }, owner)).id,
    (await office.done(makeThing, { title: 'B' }, owner)).id,
  ]
  await office.done(renameThing, { id: b, title: 'B2' }, owner)
  await office.superuser.query('update kernel.record set merged_into = $1 where id = $2', [a, b])
  const timeline = await office.query(recordTimeline, { id: a }, owner)
  assert.ok(timeline.status === 'done' && timeline.output.total === 3)
})
