import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../../kernel/ids.ts'
import { systemPrincipalId } from '../../../kernel/platform/first-run.ts'
import type { TestPrincipal } from '../../../kernel/testing.ts'
import { listTasks } from '../../work/contract.ts'
import { disconnectMailbox, listDocuments, listMailboxes, noteMailbox, pauseMailbox } from '../contract.ts'
import { openImapDoor } from '../doors.imap.ts'
import { type DocumentsKernel, documentsKernel } from '../testing.ts'
import { documentMailbox } from './connect.ts'
import { type ImapFixture, imapServer, mailText } from './fixtures/imap-server.ts'

let kernel: DocumentsKernel
let server: ImapFixture
let me: TestPrincipal
before(async () => {
  kernel = await documentsKernel()
})
beforeEach(async t => {
  server = await imapServer()
  me = kernel.principal(await kernel.openOrganisation('sv'))
  await kernel.superuser.query(
    `insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`,
    [me.organisationId],
  )
  ;(t as unknown as { after(work: () => Promise<void>): void }).after(() => server.close())
})
after(() => kernel.close())

async function connect(facts: object = {}): Promise<string> {
  const outcome = await tryConnect(facts)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return (outcome.output as { id: string }).id
}

const tryConnect = (facts: object = {}) =>
  documentMailbox.act(
    kernel.kernel,
    { organisationId: me.organisationId, principalId: me.id, mandateId: null },
    {
      name: 'Bills',
      host: '127.0.0.1',
      port: server.port,
      encryption: 'none',
      username: 'office',
      password: 'right',
      folder: 'INBOX',
      withOld: true,
      ...facts,
    },
    newId(),
  )

/** The door, while the work goes on. */
async function watching(work: () => Promise<void>, askMs = 200): Promise<void> {
  const door = openImapDoor({
    kernel: kernel.kernel,
    organisations: async () => [{ id: me.organisationId, name: 'Office' }] as never,
    log: () => undefined,
    settingsMs: 50,
    askMs,
    againMs: 50,
  })
  try {
    await work()
  } finally {
    await door.close()
  }
}

async function box() {
  const answer = await kernel.query(listMailboxes, {}, me)
  assert.ok(answer.status === 'done')
  return answer.output.rows[0]!
}

async function papers(): Promise<string[]> {
  const answer = await kernel.query(listDocuments, { limit: 1000 } as never, me)
  assert.ok(answer.status === 'done')
  return answer.output.rows.map(({ name }) => name).sort()
}

/** Until it is so; what was found last is told where it never is. */
async function until<T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  const deadline = performance.now() + 15_000
  for (;;) {
    const found = await look()
    if (wanted(found)) return found
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(found)}`)
    await wait(50)
  }
}

const sealedIn = async () =>
  (await kernel.superuser.query(`select encode(sealed, 'escape') as sealed from platform.sealed_secret`)).rows

test('what lies in the folder and what comes later is taken in once, and nothing of it is changed there', async () => {
  server.mails = [1, 2, 3].map(uid => ({ uid, source: mailText(uid) }))
  await connect()
  await watching(async () => {
    await until(papers, found => found.length === 3)
    await until(
      async () => server.asked,
      asked => asked.includes('IDLE'),
    )
    server.add(mailText(4))
    await until(papers, found => found.length === 4)
    // The same mail laid there twice is one paper.
    server.add(mailText(2))
    server.add(mailText(5))
    await until(papers, found => found.length === 5)
  }, 60_000)
  assert.deepEqual(
    await papers(),
    [1, 2, 3, 4, 5].map(n => `Faktura ${n}.eml`),
  )
  assert.deepEqual([(await box()).taken, (await box()).problem], [5, null])
  assert.ok(server.asked.some(line => line.startsWith('EXAMINE')))
  for (const line of server.asked)
    assert.doesNotMatch(line, /^(SELECT|STORE|COPY|MOVE|EXPUNGE|APPEND|UID (STORE|COPY|MOVE|EXPUNGE))|BODY\[/i, line)
})

test('a server that tells nothing is asked now and then', async () => {
  server.capabilities = 'IMAP4rev1'
  await connect()
  await watching(async () => {
    await until(box, found => found.lookedInto)
    server.add(mailText(1))
    await until(papers, found => found.length === 1)
  })
  assert.ok(!server.asked.includes('IDLE'))
})

test('what was there before stays there where one wants it so, also when its numbers begin anew', async () => {
  server.mails = [1, 2].map(uid => ({ uid, source: mailText(uid) }))
  await connect({ withOld: false })
  await watching(async () => {
    await until(box, found => found.lookedInto)
    server.add(mailText(3))
    await until(papers, found => found.length === 1)
  })
  server.uidValidity = 8
  server.mails = [mailText(9), mailText(2), mailText(3), mailText(1)].map((source, index) => ({
    uid: index + 1,
    source,
  }))
  await watching(async () => {
    await until(papers, found => found.length === 2)
    server.add(mailText(10))
    await until(papers, found => found.length === 3)
  })
  assert.deepEqual(await papers(), ['Faktura 10.eml', 'Faktura 3.eml', 'Faktura 9.eml'])
})

test('a line that breaks in the middle loses nothing and doubles nothing', async () => {
  server.mails = Array.from({ length: 30 }, (_, index) => ({ uid: index + 1, source: mailText(index + 1) }))
  await connect()
  for (const after of [4, 0, 11]) {
    server.breakAfter = after
    await watching(async () => {
      await until(
        async () => server.breakAfter,
        left => left === -1,
      )
    })
  }
  await watching(async () => {
    await until(papers, found => found.length >= 30)
  })
  assert.equal((await papers()).length, 30)
  assert.equal(new Set(await papers()).size, 30)
  assert.equal((await box()).taken, 30)
})

test('what keeps one from it is told by name, before it is kept and later, and over when it is over', async () => {
  const refusal = async (facts: object) => {
    const outcome = await tryConnect(facts)
    return outcome.status === 'refused' ? outcome.refusal.name : outcome.status
  }
  assert.equal(await refusal({ password: 'wrong' }), 'mailbox-sign-in-refused')
  assert.equal(await refusal({ folder: 'None' }), 'mailbox-folder-missing')
  assert.equal(await refusal({ host: 'imap.invalid', encryption: 'tls' }), 'mailbox-host-unknown')
  assert.equal(await refusal({ host: 'imap.example.org' }), 'mailbox-not-encrypted')
  assert.equal(await refusal({ encryption: 'starttls' }), 'mailbox-not-encrypted')
  assert.equal(await refusal({ port: 1 }), 'mailbox-unreachable')
  assert.equal(await refusal({ host: '' }), 'input-invalid')
  const stranger = kernel.principal(me.organisationId, { permissions: new Map() })
  const foreign = await documentMailbox.act(
    kernel.kernel,
    { organisationId: me.organisationId, principalId: stranger.id, mandateId: null },
    { host: '127.0.0.1' },
    newId(),
  )
  assert.notEqual(foreign.status, 'done')
  assert.equal(server.asked.filter(line => line.startsWith('LOGIN')).length, 2, 'nobody tries passwords who may not')
  const before = await sealedIn()
  await connect()
  assert.equal((await sealedIn()).length, before.length + 1)
  assert.ok(!JSON.stringify(await sealedIn()).includes('right'))
  await server.close()
  await watching(async () => {
    await until(box, found => found.problem === 'unreachable')
  })
})

test('paused it waits where it was; disconnected its password is forgotten', async () => {
  server.mails = [{ uid: 1, source: mailText(1) }]
  const id = await connect()
  await watching(async () => {
    await until(papers, found => found.length === 1)
    await kernel.done(pauseMailbox, { id, paused: true }, me)
    await until(
      async () => server.asked.length,
      () => true,
    )
    await wait(300)
    server.add(mailText(2))
    await wait(400)
    assert.equal((await papers()).length, 1)
    await kernel.done(pauseMailbox, { id, paused: false }, me)
    await until(papers, found => found.length === 2)
  })
  const kept = (await sealedIn()).length
  await kernel.done(disconnectMailbox, { id }, me)
  assert.equal((await sealedIn()).length, kept - 1)
  const again = await kernel.dispatch(pauseMailbox, { id, paused: false }, me)
  assert.equal(again.status === 'refused' && again.refusal.name, 'mailbox-ended')
  assert.deepEqual((await kernel.query(listMailboxes, {}, me)).status === 'done' && (await papers()).length, 2)
})

test('a mail larger than what is taken in is left out and counted', async () => {
  server.mails = [
    { uid: 1, source: mailText(1, 'x'.repeat(51 * 1024 * 1024)) },
    { uid: 2, source: mailText(2) },
  ]
  await connect()
  await watching(async () => {
    await until(papers, found => found.length === 1)
  })
  assert.deepEqual([(await box()).taken, (await box()).leftOut], [1, 1])
})

test('what somebody must mend is the task of whoever connected it, once, until it is mended; a line that is down is nobody’s', async () => {
  const id = await connect()
  const system = { id: systemPrincipalId, organisationId: me.organisationId }
  const note = (problem: 'sign-in-refused' | 'unreachable' | null) => kernel.done(noteMailbox, { id, problem }, system)
  const tasks = async () => {
    const answer = await kernel.query(listTasks, { sourceId: id }, me)
    assert.ok(answer.status === 'done')
    return answer.output.rows.map(({ title, state }) => `${state}: ${title}`)
  }
  await note('unreachable')
  assert.deepEqual(await tasks(), [])
  await note(null)
  await note('sign-in-refused')
  await note('unreachable')
  await note('sign-in-refused')
  const title = 'Åtgärda brevlådan Bills: ingen post kommer in'
  assert.deepEqual(await tasks(), [`open: ${title}`])
  await note(null)
  assert.deepEqual(await tasks(), [`done: ${title}`])
})
