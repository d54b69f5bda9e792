/** Threads moved: to where they belong by their state, into a folder, and back to where each of their mails lay. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../kernel/ids.ts'
import type { TestKernel, TestPrincipal } from '../../kernel/testing.ts'
import * as c from './contract.ts'
import { arrive, type Box, mailKernelForTests, mailText, plainBox } from './testing.ts'

let k: TestKernel
let me: TestPrincipal
let box: Box
let building: string

before(async () => {
  k = await mailKernelForTests()
  me = k.principal(await k.openOrganisation('sv'), { name: 'Elin' })
  await k.superuser.query(
    `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now())`,
    [me.organisationId, me.id],
  )
  box = await plainBox(k, me)
  building = await folder(box.id, 'Building')
})
after(() => k.close())

async function folder(mailboxId: string, path: string): Promise<string> {
  const id = newId()
  await k.superuser.query(
    `insert into mail.folder (organisation_id, id, mailbox_id, path, role) values ($1, $2, $3, $4, 'other')`,
    [me.organisationId, id, mailboxId, path],
  )
  return id
}

interface Lies {
  readonly state: string
  readonly folders: readonly (string | null)[]
}

async function lies(id: string): Promise<Lies> {
  const { rows } = await k.superuser.query<Lies>(
    `select t.state, array_agg(f.path order by m.at, m.id) as folders from mail.thread t
     join mail.message m on m.organisation_id = t.organisation_id and m.thread_id = t.id
     left join mail.folder f on f.organisation_id = m.organisation_id and f.id = m.folder_id
     where t.organisation_id = $1 and t.id = $2 group by t.state`,
    [me.organisationId, id],
  )
  return rows[0]!
}

let number = 0
async function came(): Promise<string> {
  const subject = `Scaffold ${++number}`
  await arrive(k, me, box, [mailText({ subject })])
  const { rows } = await k.superuser.query<{ id: string }>('select id from mail.thread where subject = $1', [subject])
  return rows[0]!.id
}

test('into a folder: put away there; taken back, each lies and stands as before', async () => {
  const [open, snoozed, thrown] = [await came(), await came(), await came()]
  await k.done(c.snoozeThreads, { ids: [snoozed], until: '2126-01-01T08:00:00Z' }, me)
  await k.done(c.moveThreads, { ids: [thrown], to: 'trash' }, me)
  const ids = [open, snoozed, thrown]
  const before = await Promise.all(ids.map(lies))
  assert.deepEqual(
    before.map(({ state }) => state),
    ['open', 'snoozed', 'trash'],
  )
  const asked = { ids, to: 'archive', folderId: building } as const
  assert.equal((await k.dispatch(c.moveThreads, asked, me, { dryRun: true })).status, 'done')
  assert.deepEqual(await Promise.all(ids.map(lies)), before)
  const moved = await k.dispatch(c.moveThreads, asked, me, { key: 'once' })
  const again = await k.dispatch(c.moveThreads, asked, me, { key: 'once' })
  assert.ok(moved.status === 'done' && again.status === 'done' && moved.undo)
  assert.equal(moved.journal, again.journal)
  for (const id of ids) assert.deepEqual(await lies(id), { state: 'done', folders: ['Building'] })
  assert.equal(moved.undo.command, c.restoreThreads.name)
  await k.done(c.restoreThreads, moved.undo.input as never, me)
  assert.deepEqual(await Promise.all(ids.map(lies)), before)
})

test('thrown away from wherever they are, and back', async () => {
  const [open, waits] = [await came(), await came()]
  await k.done(c.moveThreads, { ids: [waits], to: 'archive', folderId: building }, me)
  const before = [await lies(open), await lies(waits)]
  const thrown = await k.dispatch(c.moveThreads, { ids: [open, waits], to: 'trash' }, me)
  assert.ok(thrown.status === 'done' && thrown.undo)
  assert.deepEqual((await lies(waits)).state, 'trash')
  await k.done(c.restoreThreads, thrown.undo.input as never, me)
  assert.deepEqual([await lies(open), await lies(waits)], before)
})

test('a folder of another mailbox is refused by name; a stranger finds nothing to move', async () => {
  const id = await came()
  const other = await plainBox(k, me, { name: 'Other', address: 'other@office.example' })
  const elsewhere = await folder(other.id, 'Elsewhere')
  for (const folderId of [elsewhere, newId()]) {
    const answer = await k.dispatch(c.moveThreads, { ids: [id], to: 'archive', folderId }, me)
    assert.equal(answer.status === 'refused' && answer.refusal.name, 'mail-rule-folder-elsewhere')
  }
  // what one was told to take back cannot lay mails of other threads anywhere
  const { rows } = await k.superuser.query<{ id: string }>('select id from mail.message where thread_id = $1', [id])
  const lay = await lies(id)
  const back = { id: await came(), state: 'open', ownerId: null, snoozedUntil: null } as const
  await k.done(c.restoreThreads, { threads: [back], mails: [{ id: rows[0]!.id, folderId: building }] }, me)
  assert.deepEqual(await lies(id), lay)
  const stranger = k.principal(await k.openOrganisation())
  const answer = await k.dispatch(c.moveThreads, { ids: [id], to: 'archive', folderId: building }, stranger)
  assert.equal(answer.status === 'refused' && answer.refusal.name, 'record-not-found')
})
