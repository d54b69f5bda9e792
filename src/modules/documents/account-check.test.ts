import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addAccount, createOrganisation, mergeParties } from '../directory/contract.ts'
import { changedAccounts, type KnownAccount } from './account-check.ts'
import { confirm, confirmSure, type FieldName, getDocument, linkParty, previewConfirm, reopen } from './contract.ts'
import { type DocumentsKernel, documentsKernel, sureBill } from './testing.ts'

let kernel: DocumentsKernel
before(async () => {
  kernel = await documentsKernel()
})
after(() => kernel.close())

const fieldsOf = (given: Partial<Record<FieldName, string>>) =>
  new Map(Object.entries(given).map(([name, value]) => [name as FieldName, { value, sure: true }]))
const bankgiro: KnownAccount = { scheme: 'bankgiro', number: '57309122' }
const iban: KnownAccount = { scheme: 'iban', number: 'SE4550000000058398257466' }

test('accounts that are the same however they are written, and those that are not', () => {
  const changed = (given: Partial<Record<FieldName, string>>, known: readonly KnownAccount[]) =>
    changedAccounts('bill', fieldsOf(given), known).map(({ field }) => field)
  for (const written of ['5730-9122', '57309122', 'BG 5730-9122', 'Bankgiro: 5730 9122'])
    assert.deepEqual(changed({ account: written }, [bankgiro]), [], written)
  assert.deepEqual(changed({ account: '5050-1055' }, [bankgiro]), ['account'])
  assert.deepEqual(changed({ iban: iban.number }, [bankgiro, iban]), [])
  assert.deepEqual(changed({ iban: 'SE7280000810340009783242' }, [bankgiro]), ['iban'])
  // The other account on the paper is known, and nothing like this one is: not a change, but one more.
  assert.deepEqual(changed({ iban: 'SE7280000810340009783242', account: '5730-9122' }, [bankgiro]), [])
  // A forger who leaves the known one standing beside his own.
  assert.deepEqual(changed({ iban: 'SE7280000810340009783242', account: '5730-9122' }, [bankgiro, iban]), ['iban'])
  // ISO 13616: the national number stands at the end of the IBAN.
  assert.deepEqual(changed({ iban: 'NO9386011117947' }, [{ scheme: 'account', number: '86011117947' }]), [])
  assert.deepEqual(changed({ account: '5050-1055' }, []), [], 'nothing to compare with')
  assert.deepEqual(changedAccounts('letter', fieldsOf({ account: '5050-1055' }), [bankgiro]), [])
})

async function officeWithSender() {
  const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  const sender = await kernel.done(
    createOrganisation,
    { name: sureBill.senderName, accounts: [{ number: '5730-9122', scheme: 'bankgiro' }] },
    me,
  )
  return { me, senderId: sender.id }
}

test('a known sender’s changed account is never sure, is named with both accounts, and is confirmed in so many words only', async () => {
  const { me, senderId } = await officeWithSender()
  const detail = async (id: string) => {
    const answer = await kernel.query(getDocument, { id }, me)
    return answer.status === 'done' ? answer.output : assert.fail(JSON.stringify(answer))
  }
  const usual = await kernel.readPaper(me, sureBill, { senderId })
  assert.deepEqual([(await detail(usual)).row.sure, (await detail(usual)).warnings], [true, []])

  const id = await kernel.readPaper(me, { ...sureBill, number: '40719', account: '5050-1055' }, { senderId })
  const shown = await detail(id)
  assert.deepEqual([shown.row.sure, shown.row.doubts], [false, 1])
  assert.deepEqual(shown.warnings, [{ name: 'account-changed', data: { read: '5050-1055', known: '5730-9122' } }])
  const account = shown.fields.find(({ name }) => name === 'account')!
  assert.deepEqual(
    [account.sure, account.reasons[0], account.value, account.alternatives[0]?.value],
    [false, 'account-changed', '5050-1055', '5730-9122'],
  )
  const preview = await kernel.query(previewConfirm, { id }, me)
  assert.deepEqual(preview.status === 'done' && [preview.output.doubts, preview.output.changedAccounts], [
    ['account'],
    [{ field: 'account', read: '5050-1055', known: ['5730-9122'] }],
  ])

  const pile = await kernel.done(confirmSure, {}, me)
  assert.deepEqual(pile.ids, [usual])
  const refused = await kernel.dispatch(confirm, { id }, me)
  assert.deepEqual(refused.status === 'refused' && [refused.refusal.name, refused.refusal.data], [
    'account-changed',
    { field: 'account', read: '5050-1055', known: '5730-9122', party: sureBill.senderName },
  ])
  // Typing the same number by hand makes it no better known.
  const typed = await kernel.dispatch(confirm, { id, fields: [{ name: 'account', value: '5050-1056' }] }, me)
  assert.equal(typed.status === 'refused' && typed.refusal.name, 'account-changed')
  await kernel.done(confirm, { id, acceptAccount: true }, me)
  assert.deepEqual([(await detail(id)).record.state, (await detail(id)).warnings], ['confirmed', []])
})

test('it may also be confirmed with the account that is known, or once the directory knows the new one', async () => {
  const { me, senderId } = await officeWithSender()
  const forged = { ...sureBill, number: '40720', account: '5050-1055' }
  const put = await kernel.readPaper(me, forged, { senderId })
  await kernel.done(confirm, { id: put, fields: [{ name: 'account', value: '5730-9122' }] }, me)
  const added = await kernel.readPaper(me, { ...forged, number: '40721' }, { senderId })
  await kernel.done(addAccount, { id: senderId, kind: 'organisation', number: '5050-1055', scheme: 'bankgiro' }, me)
  await kernel.done(confirm, { id: added }, me)
})

test('what was confirmed before is known too, where the directory has no account; not what is hidden, nor what was taken back', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv', 'SE'))
  const { id: senderId } = await kernel.done(createOrganisation, { name: sureBill.senderName }, me)
  const first = await kernel.readPaper(me, sureBill, { senderId })
  const outcome = await kernel.dispatch(confirm, { id: first }, me)
  assert.equal(outcome.status, 'done', 'nothing to compare with')
  const forged = await kernel.readPaper(me, { ...sureBill, number: '2', account: '5050-1055' }, { senderId })
  const changed = async () => {
    const answer = await kernel.query(previewConfirm, { id: forged }, me)
    return answer.status === 'done' ? answer.output.changedAccounts : assert.fail()
  }
  assert.deepEqual(await changed(), [{ field: 'account', read: '5050-1055', known: ['5730-9122'] }])
  const sure = await kernel.query(getDocument, { id: forged }, me)
  assert.equal(sure.status === 'done' && sure.output.row.sure, false)
  await kernel.done(reopen, { id: first }, me)
  assert.deepEqual(await changed(), [])
  await kernel.done(confirm, { id: first, confidentiality: 3 }, me)
  const low = kernel.principal(me.organisationId, { clearance: 1 })
  const seen = await kernel.query(previewConfirm, { id: forged }, low)
  assert.deepEqual(seen.status === 'done' && seen.output.changedAccounts, [])
  await kernel.done(confirm, { id: forged, acceptAccount: true }, me)
  const next = await kernel.readPaper(me, { ...sureBill, number: '3', account: '5050-1055' }, { senderId })
  await kernel.done(confirm, { id: next }, me)
})

test('the sure ones are looked at again before they are confirmed: what was merged counts, what was linked later too', async () => {
  const { me, senderId } = await officeWithSender()
  const twin = await kernel.done(createOrganisation, { name: 'Lindholmens Plott' }, me)
  const id = await kernel.readPaper(me, { ...sureBill, account: '5050-1055' }, { senderId: twin.id })
  const sure = async () => {
    const answer = await kernel.query(getDocument, { id }, me)
    return answer.status === 'done' && answer.output.row.sure
  }
  assert.equal(await sure(), true, 'no account is known of it')
  await kernel.done(mergeParties, { id: twin.id, kind: 'organisation', mergedId: senderId }, me)
  const refused = await kernel.dispatch(confirmSure, {}, me)
  assert.equal(refused.status === 'refused' && refused.refusal.name, 'nothing-sure-to-confirm')
  await kernel.done(linkParty, { id, partyId: twin.id }, me)
  assert.equal(await sure(), false)
})
