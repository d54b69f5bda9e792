import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import { outsideToken, readOutsideToken } from '../../../kernel/outside/link.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { changeClass, type DocumentsKernel, documentsKernel } from '../testing.ts'
import {
  changeKeeping,
  destroy,
  discard,
  getDocument,
  getShare,
  listShares,
  noteShareFetch,
  noteShareTry,
  placeHold,
  revokeShare,
  share,
  showShareLink,
} from '../contract.ts'
import { mostWrongTries } from './share-commands.ts'
import { sharePassword } from './share-password.ts'

let kernel: DocumentsKernel
let me: TestPrincipal
let kontor: TestPrincipal
before(async () => {
  kernel = await documentsKernel()
  me = kernel.principal(await kernel.openOrganisation('en'))
  kontor = { id: systemPrincipalId, organisationId: me.organisationId }
})
after(() => kernel.close())

const refusedWith = (outcome: { status: string; refusal?: { name: string } }) => outcome.refusal?.name ?? outcome.status
const stateOf = async (id: string) => {
  const answer = await kernel.query(getShare, { id }, me)
  assert.ok(answer.status === 'done')
  return answer.output.record.state
}
let made = 0
const paper = () => kernel.takeIn(me, `A paper ${++made}`, `paper ${made}.txt`)
const shared = async (input: object = {}) => {
  const id = await paper()
  return { id, shareId: (await kernel.done(share, { id, ...input }, me)).id }
}

test('a share is made for seven days, listed, written as a link again, and revoked', async () => {
  kernel.setClock(Temporal.Instant.from('2026-03-02T08:00:00Z'))
  const id = await paper()
  const { id: shareId, expiresAt } = await kernel.done(share, { id, recipient: 'Eva Lindholm', note: 'As agreed' }, me)
  assert.equal(expiresAt, '2026-03-09T08:00:00Z')
  const list = await kernel.query(listShares, { live: true, text: 'lindholm' }, me)
  assert.deepEqual(list.status === 'done' && list.output.rows.map(row => [row.id, row.state, row.fetches]), [
    [shareId, 'live', 0],
  ])
  const link = await kernel.query(showShareLink, { id: shareId }, me)
  assert.match(link.status === 'done' ? link.output.path : '', /^\/shared#[\w-]{75}$/)
  await kernel.done(revokeShare, { id: shareId }, me)
  assert.equal(await stateOf(shareId), 'revoked')
  assert.equal(refusedWith(await kernel.query(showShareLink, { id: shareId }, me)), 'share-link-closed')
  assert.equal(refusedWith(await kernel.dispatch(revokeShare, { id: shareId }, me)), 'share-already-ended')
  assert.equal(refusedWith(await kernel.dispatch(noteShareFetch, { id: shareId }, kontor)), 'share-link-closed')
  kernel.setClock(null)
})

test('undo of a share ends it; a dry run and the same key make no second one', async () => {
  const id = await paper()
  const dry = await kernel.dispatch(share, { id }, me, { dryRun: true })
  assert.equal(dry.status, 'done')
  const first = await kernel.dispatch(share, { id }, me, { key: 'once' })
  const second = await kernel.dispatch(share, { id }, me, { key: 'once' })
  assert.ok(first.status === 'done' && second.status === 'done')
  assert.deepEqual(first.output, second.output)
  const list = await kernel.query(listShares, { documentId: id }, me)
  assert.equal(list.status === 'done' && list.output.total, 1)
  const undone = await kernel.kernel.dispatch({
    organisationId: me.organisationId,
    principalId: me.id,
    command: first.undo!.command,
    input: first.undo!.input,
    requestId: 'undo',
    surface: 'test',
  })
  assert.equal(undone.status, 'done')
  assert.equal(await stateOf(first.output.id), 'revoked')
})

test('it is opened so often and so long as it was allowed, and no more', async () => {
  kernel.setClock(Temporal.Instant.from('2026-03-02T08:00:00Z'))
  const { shareId } = await shared({ days: 1, mostFetches: 2 })
  const tries = await Promise.all([1, 2, 3, 4].map(() => kernel.dispatch(noteShareFetch, { id: shareId }, kontor)))
  assert.deepEqual(tries.map(refusedWith).sort(), ['done', 'done', 'share-link-closed', 'share-link-closed'])
  assert.equal(await stateOf(shareId), 'spent')
  const { shareId: other } = await shared({ days: 1 })
  kernel.setClock(Temporal.Instant.from('2026-03-03T07:59:59Z'))
  assert.equal(await stateOf(other), 'live')
  kernel.setClock(Temporal.Instant.from('2026-03-03T08:00:00Z'))
  assert.equal(await stateOf(other), 'expired')
  assert.equal(refusedWith(await kernel.dispatch(noteShareFetch, { id: other }, kontor)), 'share-link-closed')
  kernel.setClock(null)
})

test('confidential asks a second person and needs a password; secret is never shared', async () => {
  const id = await paper()
  await changeClass(kernel, me, id, 2)
  const weak = await sharePassword.act(kernel.kernel, { ...caller(me) }, { password: 'short' }, 'r')
  assert.equal(refusedWith(weak as never), 'share-password-weak')
  const kept = await sharePassword.act(kernel.kernel, caller(me), { password: 'four words and a comma' }, 'r')
  assert.ok(kept.status === 'done')
  const passwordId = (kept.output as { id: string }).id
  assert.equal((await kernel.dispatch(share, { id, passwordId }, me)).status, 'asked')
  await changeClass(kernel, me, id, 3)
  assert.equal(refusedWith(await kernel.dispatch(share, { id, passwordId }, me)), 'share-too-secret')
  const detail = await kernel.query(getDocument, { id }, me)
  const offered = detail.status === 'done' ? detail.output.can.find(({ command }) => command === share.name) : undefined
  assert.equal(offered?.refusedBecause?.name, 'share-too-secret')
  const plain = await paper()
  const unknown = await kernel.dispatch(share, { id: plain, passwordId: newId() }, me)
  assert.equal(refusedWith(unknown), 'share-password-not-kept')
  await kernel.done(share, { id: plain, passwordId }, me)
  const twice = await kernel.dispatch(share, { id: plain, passwordId }, me)
  assert.equal(refusedWith(twice), 'share-password-not-kept', 'a password is of one share')
})

const caller = (as: TestPrincipal) => ({ organisationId: as.organisationId, principalId: as.id, mandateId: null })

test('it lapses for good when the paper rises in class, is discarded, is held or is destroyed', async () => {
  const risen = await shared()
  await changeClass(kernel, me, risen.id, 2)
  await changeClass(kernel, me, risen.id, 1)
  assert.equal(await stateOf(risen.shareId), 'class')
  const gone = await shared()
  await kernel.done(discard, { id: gone.id }, me)
  assert.equal(await stateOf(gone.shareId), 'discarded')
  assert.equal(refusedWith(await kernel.dispatch(share, { id: gone.id }, me)), 'document-state-unfit')
  const held = await shared()
  await kernel.done(placeHold, { title: 'Dispute', reason: 'Claim', recordId: held.id }, me)
  assert.equal(await stateOf(held.shareId), 'held')
  assert.equal(refusedWith(await kernel.dispatch(share, { id: held.id }, me)), 'document-held')
  const old = await shared({ recipient: 'Zqkanarie', note: 'Zqkanarie' })
  await kernel.done(changeKeeping, { fourEyes: false, discardedDays: 0 }, me)
  await kernel.done(discard, { id: old.id }, me)
  await kernel.done(destroy, { ids: [old.id], reason: 'Over' }, me)
  const answer = await kernel.query(getShare, { id: old.shareId }, me)
  assert.ok(answer.status === 'done')
  const { title, note, recipient } = answer.output.share
  assert.deepEqual([title, note, recipient], ['Destroyed document', '', null], 'nothing of it is told any more')
})

test('twenty wrong passwords close it', async () => {
  const { shareId } = await shared()
  for (let left = mostWrongTries - 1; left >= 0; left--)
    assert.equal((await kernel.done(noteShareTry, { id: shareId }, kontor)).left, left)
  assert.equal(await stateOf(shareId), 'guessed')
  assert.equal(refusedWith(await kernel.dispatch(noteShareTry, { id: shareId }, kontor)), 'share-link-closed')
})

test('who may not see the paper shares it not, sees no share of it, and who may not share is refused', async () => {
  const { id, shareId } = await shared()
  const other = kernel.principal(await kernel.openOrganisation('en'))
  assert.equal(refusedWith(await kernel.dispatch(share, { id }, other)), 'record-not-found')
  assert.equal(refusedWith(await kernel.dispatch(revokeShare, { id: shareId }, other)), 'record-not-found')
  assert.equal(refusedWith(await kernel.query(getShare, { id: shareId }, other)), 'record-not-found')
  const low = kernel.principal(me.organisationId, { clearance: 0 })
  assert.equal(refusedWith(await kernel.dispatch(share, { id }, low)), 'record-not-found')
  assert.equal(refusedWith(await kernel.query(showShareLink, { id: shareId }, low)), 'record-not-found')
  const reader = kernel.principal(me.organisationId, { permissions: new Map([['documents.list-shares', null]]) })
  assert.equal(refusedWith(await kernel.query(showShareLink, { id: shareId }, reader)), 'act-not-permitted')
  assert.equal(refusedWith(await kernel.dispatch(share, { id }, reader)), 'act-not-permitted')
  const denied = await sharePassword.act(kernel.kernel, caller(reader), { password: 'four words and a comma' }, 'r')
  assert.equal(refusedWith(denied as never), 'act-not-permitted')
})

test('a token opens what it was written for, and nothing that differs by one sign', () => {
  const secret = Buffer.alloc(32, 7)
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat(74), fc.constantFrom(...'AZaz09-_'), (organisationId, id, at, sign) => {
      const token = outsideToken(secret, 'share', { organisationId, id })
      assert.deepEqual(readOutsideToken(secret, 'share', token), { organisationId, id })
      assert.equal(readOutsideToken(secret, 'send', token), null, 'not for another purpose')
      assert.equal(readOutsideToken(Buffer.alloc(32, 8), 'share', token), null, 'not by another server')
      const other = token.slice(0, at) + sign + token.slice(at + 1)
      if (Buffer.from(other, 'base64url').equals(Buffer.from(token, 'base64url'))) return
      assert.equal(readOutsideToken(secret, 'share', other), null)
    }),
    { seed: 20261122 },
  )
})
