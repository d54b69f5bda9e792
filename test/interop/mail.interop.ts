/** A shared mailbox on Dovecot, as a mail program leaves it and finds it: read, moved, flagged and sent, both ways; killed and begun anew. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { newId } from '../../src/kernel/ids.ts'
import type { TestKernel, TestPrincipal } from '../../src/kernel/testing.ts'
import * as c from '../../src/modules/mail/contract.ts'
import { mailActs } from '../../src/modules/mail/doors/acts.ts'
import { openMailboxes } from '../../src/modules/mail/doors/imap.ts'
import { mailKernelForTests, mailText, type SmtpFixture, smtpServer } from '../../src/modules/mail/testing.ts'
import { skippedWithout } from './clients.ts'
import { type Dovecot, openDovecot } from './dovecot.ts'
import { openPostfix, skippedWithoutPostfix } from './postfix.ts'

const skip = skippedWithout('dovecot', 'dovecot-imapd')
const mails = Number(process.env['KONTOR_INTEROP_MAILS'] ?? 300)
let dovecot: Dovecot
let k: TestKernel
let me: TestPrincipal
let smtp: SmtpFixture
let port: number

before(async () => {
  if (skip) return
  dovecot = await openDovecot()
  port = dovecot.port
  smtp = await smtpServer()
  k = await mailKernelForTests()
  me = k.principal(await k.openOrganisation('sv'), { name: 'Elin' })
  await k.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
    me.organisationId,
  ])
  await k.superuser.query(
    `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now())`,
    [me.organisationId, me.id],
  )
})
after(async () => {
  await dovecot?.close()
  await smtp?.close()
  await k?.close()
})

/** What a colleague's mail program does there. */
async function program<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: 'office', pass: 'right' },
      logger: false,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await work(client)
    } catch (error) {
      if (client.authenticated || performance.now() > deadline) throw error
      await wait(200)
    } finally {
      client.close()
    }
  }
}

async function until<T>(look: () => Promise<T>, wanted: (found: T) => boolean, what: string): Promise<T> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const found = await look()
    if (wanted(found)) return found
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(found).slice(0, 500)}`)
    await wait(50)
  }
}

async function watching(work: () => Promise<void>): Promise<void> {
  const organisations = async () => [{ id: me.organisationId, name: 'Office' }] as never
  const door = openMailboxes({
    kernel: k.kernel,
    organisations,
    log: () => undefined,
    settingsMs: 100,
    askMs: 1_000,
    againMs: 100,
  })
  try {
    await work()
  } finally {
    await door.close()
  }
}

test('both ways with Dovecot', { skip }, async () => {
  await program(async client => {
    for (const path of ['Sent', 'Archive', 'Trash']) await client.mailboxCreate(path)
  })
  for (let n = 0; n < mails; n++) await dovecot.deliver(n, mailText({ subject: `Many ${n}`, id: `many${n}@x.example` }))
  const facts = { name: 'Info', address: 'info@office.example', kind: 'shared', username: 'office', password: 'right' }
  const servers = {
    imapHost: '127.0.0.1',
    imapPort: port,
    imapEncryption: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: smtp.port,
    smtpEncryption: 'none',
  }
  const outcome = await mailActs('https://kontor.example')[0]!.act(
    k.kernel,
    { organisationId: me.organisationId, principalId: me.id, mandateId: null },
    { ...facts, ...servers },
    newId(),
  )
  assert.equal(outcome.status, 'done', JSON.stringify(outcome))
  const id = (outcome as { output: { id: string } }).output.id
  const rows = async (box = 'all') => {
    const answer = await k.query(c.listThreads, { mailboxId: id, box, limit: 1000 } as never, me)
    assert.ok(answer.status === 'done')
    return answer.output.rows
  }
  // cut off some times on the way
  for (let cut = 0; cut < 3; cut++)
    await watching(async () => {
      const had = (await rows()).length
      await until(rows, found => found.length > had || found.length === mails, 'a part')
    })
  await watching(async () => {
    await until(rows, found => found.length === mails, 'all')
    await dovecot.deliver(mails, mailText({ subject: 'Fresh', id: 'fresh@x.example' }))
    const fresh = (
      await until(
        () => rows('open'),
        found => found.some(row => row.subject === 'Fresh'),
        'told by IDLE',
      )
    ).find(row => row.subject === 'Fresh')!
    await k.done(c.markRead, { ids: [fresh.id] }, me)
    await k.done(c.moveThreads, { ids: [fresh.id], to: 'archive' }, me)
    const there = async (path: string) =>
      program(async client => {
        await client.mailboxOpen(path, { readOnly: true })
        const found: { subject: string; flags: string[]; uid: number }[] = []
        if (client.mailbox && client.mailbox.exists > 0)
          for await (const message of client.fetch('1:*', { envelope: true, flags: true, uid: true }))
            found.push({
              subject: message.envelope?.subject ?? '',
              flags: [...(message.flags ?? [])],
              uid: message.uid,
            })
        return found
      })
    await until(
      () => there('Archive'),
      found => found.some(mail => mail.subject === 'Fresh' && mail.flags.includes('\\Seen')),
      'moved and read there',
    )
    const draft = await k.done(
      c.saveDraft,
      {
        mailboxId: id,
        threadId: fresh.id,
        to: [{ address: 'eva@x.example' }],
        subject: 'Re: Fresh',
        text: 'Yes',
      } as never,
      me,
    )
    await k.done(c.sendDraft, { id: draft.id, threadId: fresh.id, undoSeconds: 0 }, me)
    await k.runJobs()
    await until(
      () => there('Sent'),
      found => found.filter(mail => mail.subject === 'Re: Fresh').length === 1,
      'its copy there',
    )
    await until(
      () => there('Archive'),
      found => found.some(mail => mail.flags.includes('\\Answered')),
      'answered there',
    )
    await program(async client => {
      await client.mailboxOpen('INBOX')
      await client.messageFlagsAdd('1', ['\\Flagged'])
      await client.messageMove('2', 'Trash')
    })
    await until(rows, found => found.some(row => row.flagged), 'flagged here')
    await until(
      () => rows('trash'),
      found => found.length === 1,
      'thrown away here',
    )
    assert.equal(smtp.posted.length, 1)
  })
  const { rows: counted } = await k.superuser.query(
    'select count(*)::int as n, count(distinct digest)::int as digests from mail.message where mailbox_id = $1',
    [id],
  )
  assert.deepEqual(counted[0], { n: mails + 2, digests: mails + 2 })
})

test('out by Postfix, back by Dovecot: answers keep their thread, and what did not arrive is said on the mail itself', {
  skip: skip || skippedWithoutPostfix,
}, async () => {
  const postfix = await openPostfix(dovecot.folder)
  try {
    const facts = {
      name: 'Relay',
      address: 'info@office.example',
      kind: 'shared',
      username: 'office',
      password: 'right',
    }
    const servers = {
      imapHost: '127.0.0.1',
      imapPort: port,
      imapEncryption: 'none',
      smtpHost: '127.0.0.1',
      smtpPort: postfix.port,
      smtpEncryption: 'none',
    }
    const { rows: known } = await k.superuser.query<{ id: string; version: string }>(
      `select b.id, r.version from mail.mailbox b join kernel.record r on r.id = b.id where b.organisation_id = $1 and b.ended_at is null`,
      [me.organisationId],
    )
    for (const one of known)
      await k.done(c.disconnectMail, { id: one.id, expectedVersion: Number(one.version) } as never, me)
    const outcome = await mailActs('https://kontor.example')[0]!.act(
      k.kernel,
      { organisationId: me.organisationId, principalId: me.id, mandateId: null },
      { ...facts, ...servers },
      newId(),
    )
    assert.equal(outcome.status, 'done', JSON.stringify(outcome))
    const id = (outcome as { output: { id: string } }).output.id
    const rows = async (box = 'all') => {
      const answer = await k.query(c.listThreads, { mailboxId: id, box, limit: 1000 } as never, me)
      assert.ok(answer.status === 'done')
      return answer.output.rows
    }
    const send = async (subject: string, to: readonly string[], cc: readonly string[] = []) => {
      const named = (list: readonly string[]) => list.map(address => ({ address }))
      const draft = await k.done(
        c.saveDraft,
        { mailboxId: id, to: named(to), cc: named(cc), subject, text: `${subject}: yes` } as never,
        me,
      )
      await k.done(c.sendDraft, { id: draft.id, threadId: draft.threadId, undoSeconds: 0 }, me)
      await k.runJobs()
      return draft.threadId
    }
    const threadOf = async (threadId: string) => {
      const answer = await k.query(c.getThread, { id: threadId }, me)
      assert.ok(answer.status === 'done')
      return answer.output
    }
    await watching(async () => {
      await until(
        () => program(async client => (await client.list()).length),
        n => n > 0,
        'the inbox is there',
      )
      await until(rows, found => found.length > 0, 'in step')
      // to ourselves: it comes back as the same mail, in its own thread
      const own = await send('Round trip', ['info@office.example'])
      await until(postfix.log, text => /status=sent \(delivered to maildir\)/.test(text), 'laid into the maildir')
      // nobody lives there: taken by Postfix, and given back
      const gone = await send('To nobody', ['eva@gone.example'], ['bo@far.example'])
      const bounced = await until(
        () => threadOf(gone),
        found => found.lines.some(line => line.bounces.length > 0),
        'its bounce',
      )
      const [ours] = bounced.lines.filter(line => line.direction === 'out')
      assert.deepEqual(
        ours!.bounces.map(one => [one.address, one.final]),
        [['eva@gone.example', true]],
      )
      assert.match(ours!.bounces[0]!.because, /^5\.1\.1/)
      assert.equal(bounced.record.state, 'open')
      assert.ok(bounced.lines.some(line => line.automatic === 'bounce'))
      // one who is refused at once, beside one who is not
      const half = await send('Half', ['nosuch@office.example', 'bo@far.example'])
      const told = await threadOf(half)
      assert.deepEqual(
        told.lines[0]!.bounces.map(one => one.address),
        ['nosuch@office.example'],
      )
      assert.equal((await threadOf(own)).lines.length, 1, 'what came back is the same mail')
    })
    const log = await postfix.log()
    const ids = [...log.matchAll(/message-id=<([^>]+)>/g)].map(match => match[1]!)
    const sent = await k.superuser.query<{ message_id: string }>(
      `select message_id from mail.outgoing where mailbox_id = $1 and state = 'sent'`,
      [id],
    )
    for (const { message_id } of sent.rows)
      assert.equal(ids.filter(one => one === message_id).length, 1, 'given to Postfix once')
  } finally {
    await postfix.close()
  }
})
