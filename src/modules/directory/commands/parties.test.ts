import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Command } from '../../../kernel/declare.ts'
import * as directory from '../contract.ts'
import { type DirectoryOffice, directoryOffice, outputOf, refusalOf } from '../testing.ts'

let it: DirectoryOffice
before(async () => {
  it = await directoryOffice()
})
after(() => it.office.close())

const iban = 'SE45 5000 0000 0583 9825 7466'

/** What of a party an undo must bring back. */
async function facts(id: string) {
  const {
    record,
    can: _can,
    phones,
    emails,
    addresses,
    accounts,
    ...rest
  } = outputOf(await it.office.query(directory.getParty, { id }, it.elin))
  const { version: _version, ...kept } = record
  const bare = <T extends object>(rows: readonly T[]) =>
    rows.map(
      ({ ...row }) => JSON.parse(JSON.stringify({ ...row, detailId: undefined, accountId: undefined })) as unknown,
    )
  return {
    ...rest,
    kept,
    phones: bare(phones),
    emails: bare(emails),
    addresses: bare(addresses),
    accounts: bare(accounts),
  }
}

test('every handling of a party is refused to whoever may not see it, refuses a stale version, and is undone', async () => {
  const { office, elin, visitor, stranger } = it
  const employer = await office.done(directory.createOrganisation, { name: 'Klippan Fastigheter AB' }, elin)
  const cases: readonly (readonly ['person' | 'organisation', Command, Record<string, unknown>])[] = [
    [
      'organisation',
      directory.changeParty,
      {
        name: 'Hisings Vent AB',
        vatNumber: 'SE556016068001',
        manner: 'Wants a call.',
        note: 'n',
        country: 'SE',
        language: 'sv',
      },
    ],
    ['person', directory.changeParty, { givenName: 'Karin', familyName: 'Öberg' }],
    ['organisation', directory.addNumber, { number: '031-390 06 41', label: 'switchboard' }],
    ['organisation', directory.addEmail, { email: 'Info@Hisings.Example' }],
    ['organisation', directory.addAddress, { street: 'Hisingsgatan 30', city: 'Göteborg' }],
    ['organisation', directory.addAccount, { number: iban, bic: 'ESSESESS' }],
    ['organisation', directory.retireParty, {}],
  ]
  for (const [kind, command, extra] of cases) {
    const make = kind === 'person' ? directory.createPerson : directory.createOrganisation
    const { id } = await office.done(
      make,
      { name: `Someone ${command.name}`, phones: [{ number: '08-123 456 78' }] } as never,
      elin,
    )
    const input = { id, kind, ...extra }
    const before = await facts(id)
    for (const who of [visitor, stranger])
      assert.equal(refusalOf(await office.dispatch(command, input, who)), 'record-not-found', command.name)
    assert.equal(
      refusalOf(await office.dispatch(command, { ...input, expectedVersion: 9 }, elin)),
      'version-changed',
      command.name,
    )
    assert.equal(
      refusalOf(await office.dispatch(command, input, it.principal({ permissions: new Map() }))),
      'act-not-permitted',
      command.name,
    )
    const other = kind === 'person' ? 'organisation' : 'person'
    assert.equal(
      refusalOf(await office.dispatch(command, { ...input, kind: other }, elin)),
      'record-not-found',
      command.name,
    )
    const outcome = await office.dispatch(command, { ...input, expectedVersion: 1 }, elin)
    assert.equal(outcome.status, 'done', `${command.name}: ${JSON.stringify(outcome)}`)
    if (outcome.status !== 'done') continue
    assert.notDeepEqual(await facts(id), before, `${command.name} changed nothing`)
    const inverse = office.kernel.registry.commands.find(one => one.name === outcome.undo!.command)!
    await office.done(inverse, outcome.undo!.input as never, elin)
    assert.deepEqual(await facts(id), before, `${command.name} was not undone`)
  }
  const person = await office.done(directory.createPerson, { name: 'Lars Ekdahl' }, elin)
  const outcome = await office.dispatch(
    directory.addMembership,
    { id: person.id, memberOfId: employer.id, role: 'Caretaker' },
    elin,
  )
  assert.equal(outcome.status, 'done')
  assert.deepEqual(
    (await facts(employer.id)).members.map(row => [row.title, row.role]),
    [['Lars Ekdahl', 'Caretaker']],
  )
  if (outcome.status === 'done') await office.done(directory.removeMembership, outcome.undo!.input as never, elin)
  assert.deepEqual((await facts(employer.id)).members, [])
})

test('a wrong IBAN or bankgiro is refused; the same account or address twice as well', async () => {
  const { office, elin } = it
  const { id } = await office.done(
    directory.createOrganisation,
    { name: 'Accounts AB', accounts: [{ number: iban }] },
    elin,
  )
  const add = async (number: string) =>
    refusalOf(await office.dispatch(directory.addAccount, { id, kind: 'organisation', number }, elin))
  assert.equal(await add('SE46 5000 0000 0583 9825 7466'), 'iban-wrong')
  assert.equal(await add('5050-1056'), 'account-wrong')
  assert.equal(await add('se4550000000058398257466'), 'account-known')
  assert.equal(await add('Bankgiro 5050-1055'), 'done')
  const { accounts } = outputOf(await office.query(directory.getParty, { id }, elin))
  assert.deepEqual(
    accounts.map(row => [row.scheme, row.shown, row.since]),
    [
      ['iban', 'SE45 5000 0000 0583 9825 7466', '2026-11-24'],
      ['bankgiro', '5050-1055', '2026-11-24'],
    ],
  )
})

test('two that are one: both are shown and found as the first, and stand apart again when it is undone', async () => {
  const { office, elin, stranger } = it
  const a = await office.done(
    directory.createOrganisation,
    { name: 'Västkust Städ AB', phones: [{ number: '031-711 00 10' }] },
    elin,
  )
  const b = await office.done(
    directory.createOrganisation,
    {
      name: 'Vastkust Stad',
      vatNumber: 'SE556677889901',
      emails: [{ email: 'info@vastkust.example' }],
      accounts: [{ number: 'NO9386011117947' }],
    },
    elin,
  )
  const pairs = outputOf(await office.query(directory.listDuplicates, {}, elin)).rows
  assert.ok(
    pairs.some(
      pair =>
        [pair.a.id, pair.b.id].includes(a.id) && [pair.a.id, pair.b.id].includes(b.id) && pair.because.includes('name'),
    ),
  )
  const outcome = await office.dispatch(
    directory.mergeParties,
    { id: a.id, kind: 'organisation', mergedId: b.id, expectedVersion: 1 },
    elin,
  )
  assert.equal(outcome.status, 'done')
  const through = outputOf(await office.query(directory.getParty, { id: b.id }, elin))
  assert.equal(through.record.id, a.id)
  assert.deepEqual(
    [through.emails.length, through.phones.length, through.accounts.length, through.merged.map(one => one.title)],
    [1, 1, 1, ['Vastkust Stad']],
  )
  const found = outputOf(
    await office.query(
      directory.findParty,
      { wanted: [{ vatNumber: 'SE 556677-8899 01' }, { account: 'NO93 8601 1117 947' }, { phone: '+46 31 7110010' }] },
      elin,
    ),
  ).found
  assert.deepEqual(
    found.map(answers => answers.map(answer => [answer.id, answer.by])),
    [[[a.id, 'vat']], [[a.id, 'account']], [[a.id, 'phone']]],
  )
  assert.deepEqual(
    outputOf(
      await office.query(
        directory.findParty,
        { wanted: [{ vatNumber: 'SE556677889901', name: 'Västkust Städ' }] },
        stranger,
      ),
    ).found,
    [[]],
  )
  if (outcome.status === 'done') await office.done(directory.unmergeParties, outcome.undo!.input as never, elin)
  assert.equal(outputOf(await office.query(directory.getParty, { id: b.id }, elin)).record.id, b.id)
})

test('names are found without marks, form or order, and when misread; words and numbers as one types them', async () => {
  const { office, elin } = it
  const { id } = await office.done(
    directory.createOrganisation,
    { name: 'Älvsborgs Blommor & Krukor AB', companyNumber: '556703-7485', phones: [{ number: '031-55 66 77' }] },
    elin,
  )
  const by = async (question: Record<string, string>) => {
    const [answers] = outputOf(await office.query(directory.findParty, { wanted: [question] }, elin)).found
    return answers!.filter(answer => answer.id === id).map(answer => answer.by)
  }
  assert.deepEqual(await by({ name: 'ALVSBORGS BLOMMOR & KRUKOR' }), ['name'])
  assert.deepEqual(await by({ name: 'Blommor och Krukor Älvsb0rgs A/B' }), ['similar'])
  assert.deepEqual(await by({ name: 'Göteborgs Energi' }), [])
  assert.deepEqual(await by({ companyNumber: '16556703-7485' }), ['number'])
  const typed = async (text: string) =>
    outputOf(await office.query(directory.suggestParty, { text }, elin)).rows.some(row => row.id === id)
  for (const text of ['älvs', 'ALVS blo', 'kruk', '556703-7485', '031-55 66 77', '+46 31 556677'])
    assert.equal(await typed(text), true, text)
  for (const text of ['lvsborg', 'blommor xyz']) assert.equal(await typed(text), false, text)
})

test('an unknown sender is added once with what was read; a known one never gets an account from a paper', async () => {
  const { office, elin } = it
  const known = await office.done(directory.createOrganisation, { name: 'Bredband Väst AB' }, elin)
  const registry = office.kernel.registry
  const [reaction] = registry.reactionsTo('documents.document-confirmed')
  const inputs = reaction!.reaction.inputs({
    name: 'documents.document-confirmed',
    command: 'documents.confirm',
    records: [],
    payload: { documentId: known.id, newSender: { name: 'x', iban } },
  })
  assert.deepEqual(inputs, [{ senders: [{ sourceId: known.id, name: 'x', iban }] }])
  assert.equal(refusalOf(await office.dispatch(directory.addSenders, inputs[0] as never, elin)), 'act-unknown')
})
