import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { command, contract, event } from '../../../kernel/declare.ts'
import { defineModule, implementCommand } from '../../../kernel/implement.ts'
import { z } from '../../../kernel/schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../../kernel/testing.ts'
import { createOrganisation, findParty, getParty, senderWish } from '../contract.ts'
import { directory } from '../index.ts'
import { outputOf } from '../testing.ts'

/** A module whose papers name their senders. */
const told = event(
  'papers.told',
  z.strictObject({ documentId: z.uuid(), newSender: senderWish.omit({ sourceId: true }).nullable() }),
)
const tell = command({
  name: 'papers.tell',
  summary: 'Files a paper and tells who sent it.',
  input: z.strictObject({ newSender: senderWish.omit({ sourceId: true }).nullable() }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [told],
  example: { newSender: null },
})
const papers = defineModule({
  contract: contract({ name: 'papers', depends: ['directory'], commands: [tell], events: [told] }),
  commands: [
    implementCommand(tell, {
      async run(act, { newSender }) {
        const id = await act.createRecord({ kind: 'document', title: 'A bill' })
        act.emit(told, { documentId: id, newSender }, [id])
        return { output: { id } }
      },
    }),
  ],
  catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} },
})

let office: TestKernel
let elin: TestPrincipal
before(async () => {
  office = await testKernel([directory, papers])
  elin = office.principal(await office.openOrganisation('sv', 'SE'))
})
after(() => office.close())

const iban = 'SE4550000000058398257466'
const knownAfter = async (newSender: (typeof tell)['example']['newSender']) => {
  const outcome = await office.dispatch(tell, { newSender }, elin)
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  return outcome.status === 'done'
    ? outcome.events.filter(one => one.name === 'directory.sender-known').map(one => one.payload)
    : []
}

test('a sender nobody knew is added with its numbers and account, and is the same one the next time', async () => {
  const [first] = await knownAfter({ name: 'Hisings Ventilation AB', vatNumber: 'SE556016068001', iban })
  assert.deepEqual([first.title, first.created], ['Hisings Ventilation AB', true])
  const party = outputOf(await office.query(getParty, { id: first.partyId }, elin))
  assert.deepEqual(
    [party.country, party.accounts.map(account => [account.number, account.sourceId])],
    ['SE', [[iban, first.sourceId]]],
  )
  const [second] = await knownAfter({ name: 'HISINGS VENTILATION' })
  assert.deepEqual([second.partyId, second.created], [first.partyId, false])
  assert.deepEqual(await knownAfter(null), [])
})

test('a known sender never gets an account from a paper', async () => {
  const { id } = await office.done(createOrganisation, { name: 'Bredband Väst AB' }, elin)
  const [known] = await knownAfter({ name: 'Bredband Väst', iban: 'NO9386011117947' })
  assert.deepEqual([known.partyId, known.created], [id, false])
  assert.deepEqual(outputOf(await office.query(getParty, { id }, elin)).accounts, [])
  assert.deepEqual(outputOf(await office.query(findParty, { wanted: [{ account: 'NO9386011117947' }] }, elin)).found, [
    [],
  ])
})
