/** A mailbox and its server, kept in step by the door: a stand-in of a server, real sockets, a real database. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { allowPrivateAddresses } from '../../kernel/outside/fetch.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestKernel, TestPrincipal } from '../../kernel/testing.ts'
import * as c from './contract.ts'
import { mailActs } from './doors/acts.ts'
import { openMailboxes } from './doors/imap.ts'
import { type ImapFixture, imapServer } from './fixtures/imap-server.ts'
import { serversOf, setMailEndpoints } from './wires/accounts.ts'
import { mailKernelForTests, mailText, type SmtpFixture, smtpServer } from './testing.ts'

let k: TestKernel
let me: TestPrincipal
let smtp: SmtpFixture
before(async () => {
  k = await mailKernelForTests()
  smtp = await smtpServer()
  me = k.principal(await k.openOrganisation('sv'), { name: 'Elin' })
  await k.superuser.query(`insert into platform.organisation values ($1, 'Office', now()) on conflict do nothing`, [
    me.organisationId,
  ])
  await k.superuser.query(
    `insert into kernel.record (organisation_id, id, kind, title, class, created_at, changed_at) values ($1, $2, 'principal', 'Elin', 0, now(), now()) on conflict do nothing`,
    [me.organisationId, me.id],
  )
})
after(async () => {
  await smtp.close()
  await k.close()
})

const act = (path: string, given: object) =>
  mailActs('https://kontor.example')
    .find(one => one.path === path)!
    .act(k.kernel, { organisationId: me.organisationId, principalId: me.id, mandateId: null }, given as never, newId())

let boxes = 0
async function connect(server: ImapFixture, facts: object = {}): Promise<string> {
  const outcome = await act('/api/mail/mailboxes', {
    name: 'Info',
    address: `info${++boxes}@office.example`,
    kind: 'shared',
    imapHost: '127.0.0.1',
    imapPort: server.port,
    imapEncryption: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: smtp.port,
    smtpEncryption: 'none',
    username: 'office',
    password: 'right',
    ...facts,
  })
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return (outcome.output as { id: string }).id
}

async function watching(work: () => Promise<void>, options: object = {}): Promise<void> {
  const door = openMailboxes({
    kernel: k.kernel,
    organisations: async () => [{ id: me.organisationId, name: 'Office' }] as never,
    log: () => undefined,
    settingsMs: 50,
    askMs: 150,
    compareMs: 100,
    againMs: 50,
    ...options,
  })
  try {
    await work()
  } finally {
    await door.close()
  }
}

async function until<T>(look: () => Promise<T> | T, wanted: (found: T) => boolean, what = ''): Promise<T> {
  const deadline = performance.now() + 15_000
  for (;;) {
    const found = await look()
    if (wanted(found)) return found
    if (performance.now() > deadline)
      throw new Error(
        `${what}: still ${JSON.stringify(found, (_, value) => (value instanceof Set ? [...value] : value))}`,
      )
    await wait(15)
  }
}

async function rows(mailboxId: string, box = 'all') {
  const answer = await k.query(c.listThreads, { mailboxId, box, limit: 500 } as never, me)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}
const thread = async (id: string) => {
  const answer = await k.query(c.getThread, { id }, me)
  assert.ok(answer.status === 'done')
  return answer.output
}
const flagsOf = (server: ImapFixture, folder: string, subject: string) =>
  server.folders
    .get(folder)!
    .mails.filter(mail => mail.source.includes(`Subject: ${subject}\r\n`))
    .map(mail => [...mail.flags].sort())

for (const capabilities of [
  'IMAP4rev1 IDLE MOVE UIDPLUS SPECIAL-USE',
  'IMAP4rev1 IDLE MOVE UIDPLUS SPECIAL-USE CONDSTORE ENABLE',
])
  test(`both ways with ${capabilities.includes('CONDSTORE') ? 'CONDSTORE' : 'nothing but flags'}`, async () => {
    const server = await imapServer()
    server.capabilities = capabilities
    server.deliver('INBOX', mailText({ subject: 'Old and read' }), ['\\Seen'])
    const id = await connect(server)
    await watching(async () => {
      await until(
        () => rows(id),
        found => found.length === 1,
        'first fetch',
      )
      server.deliver('INBOX', mailText({ subject: 'New', id: `new${boxes}@x.example` }))
      const fresh = (
        await until(
          () => rows(id, 'open'),
          found => found.length === 1,
          'told by IDLE',
        )
      )[0]!
      assert.equal(fresh.unread, 1)
      // here → there
      await k.done(c.markRead, { ids: [fresh.id] }, me)
      await until(
        () => flagsOf(server, 'INBOX', 'New'),
        found => found[0]?.includes('\\Seen') === true,
        'read there',
      )
      await k.done(c.moveThreads, { ids: [fresh.id], to: 'archive' }, me)
      await until(
        () => flagsOf(server, 'Archive', 'New'),
        found => found.length === 1,
        'moved there',
      )
      assert.equal((await rows(id)).length, 2, 'met again in the archive, it is the same mail')
      // there → here
      const old = server.folders.get('INBOX')!.mails[0]!
      server.mark('INBOX', old.uid, ['\\Seen', '\\Flagged', '\\Answered'])
      const row = (await rows(id)).find(one => one.subject === 'Old and read')!
      await until(
        () => thread(row.id),
        found => found.lines[0]!.flagged && found.lines[0]!.answered,
        'flagged there',
      )
      server.move('INBOX', old.uid, 'Trash')
      await until(
        () => rows(id, 'trash'),
        found => found.length === 1,
        'thrown away there',
      )
      assert.equal((await thread(row.id)).lines[0]!.gone, false)
      const thrown = server.folders.get('Trash')!.mails[0]!
      server.expunge('Trash', thrown.uid)
      await until(
        () => thread(row.id),
        found => found.lines[0]!.gone,
        'gone there',
      )
      server.move('Archive', server.folders.get('Archive')!.mails[0]!.uid, 'INBOX')
      await until(
        () => rows(id, 'open'),
        found => found.length === 1,
        'taken back there',
      )
      // an answer: sent by SMTP, its copy laid with what was sent, the mail marked as answered
      const draft = await k.done(
        c.saveDraft,
        {
          mailboxId: id,
          threadId: fresh.id,
          to: [{ address: 'eva@lindholm.example' }],
          subject: 'Re: New',
          text: 'Yes',
        } as never,
        me,
      )
      await k.done(c.sendDraft, { id: draft.id, threadId: fresh.id, undoSeconds: 0 }, me)
      await k.runJobs()
      await until(
        () => flagsOf(server, 'Sent', 'Re: New'),
        found => found.length === 1,
        'copy there',
      )
      await until(
        () => flagsOf(server, 'INBOX', 'New'),
        found => found[0]?.includes('\\Answered') === true,
        'answered there',
      )
      await wait(400)
      assert.equal((await thread(fresh.id)).lines.length, 2, 'its copy is no second mail')
      assert.equal(flagsOf(server, 'Sent', 'Re: New').length, 1)
    })
    await k.done(c.disconnectMail, { id }, me)
    await server.close()
  })

test('a rule lays mail into a folder, there too: it stays open until it is done, and then where it was laid', async () => {
  const server = await imapServer([
    ['INBOX', ''],
    ['Archive', '\\Archive'],
    ['Invoices', ''],
  ])
  const id = await connect(server)
  const lies = (path: string) => server.folders.get(path)!.mails.length
  const inStep = new Set<string>()
  const work = async () => {
    // what lies there when a folder is seen for the first time is no news
    await until(() => inStep.has(id), Boolean, 'in step')
    const folders = async () => {
      const answer = await k.query(c.listFolders, { mailboxId: id } as never, me)
      assert.ok(answer.status === 'done')
      return answer.output.rows
    }
    const found = await until(folders, list => list.length === 3, 'folders')
    const folderId = found.find(one => one.title === 'Invoices')!.id
    const rule = { title: 'Invoices', from: '@lindholm.example', folderId }
    const elsewhere = await k.dispatch(c.createRule, rule, me)
    assert.equal(elsewhere.status === 'refused' && elsewhere.refusal.name, 'mail-rule-folder-elsewhere')
    await k.done(c.createRule, { ...rule, mailboxId: id }, me)
    const listed = await k.query(c.listRules, {} as never, me)
    assert.ok(listed.status === 'done')
    assert.equal(listed.output.rows[0]!.folder!.title, 'Invoices')
    server.deliver('INBOX', mailText({ subject: 'Rent' }))
    await until(
      () => lies('Invoices'),
      n => n === 1,
      'laid there',
    )
    // met again in that folder, it is no news
    await wait(500)
    const [row] = await rows(id, 'open')
    assert.deepEqual([row?.subject, lies('INBOX')], ['Rent', 0])
    await k.done(c.finishThreads, { ids: [row!.id] }, me)
    await wait(600)
    assert.deepEqual([(await rows(id, 'done')).length, lies('Invoices'), lies('Archive')], [1, 1, 0])
  }
  await watching(work, { inStep: (one: string) => inStep.add(one) })
  await k.done(c.disconnectMail, { id }, me)
  await server.close()
})

test('interrupted anywhere, each mail is taken in once and none is lost; renumbered, nothing comes twice', async () => {
  const server = await imapServer()
  for (let n = 0; n < 60; n++) server.deliver('INBOX', mailText({ subject: `Many ${n}` }))
  const id = await connect(server)
  for (const breakAfter of [0, 7, 23]) {
    server.breakAfter = breakAfter
    await watching(() =>
      until(
        () => server.breakAfter,
        left => left === -1,
      ).then(() => undefined),
    )
  }
  await watching(() =>
    until(
      () => rows(id),
      found => found.length === 60,
      'all of them',
    ).then(() => undefined),
  )
  server.folders.get('INBOX')!.uidValidity = 9
  server.deliver('INBOX', mailText({ subject: 'One more' }))
  await watching(async () => {
    await until(
      () => rows(id),
      found => found.length === 61,
      'and one more',
    )
  })
  const { rows: counted } = await k.superuser.query(
    'select count(*)::int as n, count(distinct digest)::int as digests from mail.message where mailbox_id = $1',
    [id],
  )
  assert.deepEqual(counted[0], { n: 61, digests: 61 })
  await k.done(c.disconnectMail, { id }, me)
  await server.close()
})

test('by consent: the browser is sent away, comes back, and the line is opened with what was given (XOAUTH2)', async () => {
  const server = await imapServer()
  server.capabilities = 'IMAP4rev1 IDLE MOVE UIDPLUS SPECIAL-USE AUTH=XOAUTH2 SASL-IR'
  let given = 0
  const tokens = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const asked = new URLSearchParams(Buffer.concat(chunks).toString())
      const right =
        asked.get('client_secret') === 'the secret' &&
        (asked.get('code') === 'a code' || asked.get('refresh_token') === 'again 1')
      server.bearer = `access ${++given}`
      response.writeHead(right ? 200 : 400, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify(
          right
            ? { access_token: server.bearer, refresh_token: `again ${given}`, expires_in: 60 }
            : { error: 'invalid_grant' },
        ),
      )
    })
  })
  await new Promise<void>(resolve => tokens.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(tokens.address() as { port: number }).port}`
  allowPrivateAddresses(true)
  setMailEndpoints({ googleAuthorize: `${url}/authorize`, googleToken: `${url}/token`, microsoftLogin: url })
  const before = serversOf.google
  Object.assign(serversOf, {
    google: {
      imap: { host: '127.0.0.1', port: server.port, encryption: 'none' },
      smtp: { host: '127.0.0.1', port: smtp.port, encryption: 'none' },
    },
  })
  const begin = await act('/api/mail/consents', { provider: 'google' })
  assert.ok(begin.status === 'refused' && begin.refusal.name === 'mail-client-missing')
  assert.equal(
    (await act('/api/mail/clients', { provider: 'google', clientId: 'an id', clientSecret: 'the secret' })).status,
    'done',
  )
  const away = await act('/api/mail/consents', { provider: 'google' })
  assert.ok(away.status === 'done')
  const state = new URL((away.output as { address: string }).address).searchParams.get('state')!
  const back = { name: 'Consented', address: 'consent@office.example', kind: 'shared', code: 'a code' }
  const forged = await act('/api/mail/consented', { ...back, state: state.slice(4) })
  assert.ok(forged.status === 'refused' && forged.refusal.name === 'mail-consent-over')
  const outcome = await act('/api/mail/consented', { ...back, state })
  assert.ok(outcome.status === 'done', JSON.stringify(outcome))
  const { id } = outcome.output as { id: string }
  server.deliver('INBOX', mailText({ subject: 'By consent' }))
  await watching(() =>
    until(
      () => rows(id),
      found => found.length === 1,
      'fetched by consent',
    ).then(() => undefined),
  )
  assert.ok(server.asked.some(line => line.startsWith('AUTHENTICATE XOAUTH2')))
  const { rows: journal } = await k.superuser.query(
    `select count(*)::int as n from kernel.journal_body where convert_from(body, 'UTF8') ~ 'the secret|again \\d|access \\d'`,
  )
  assert.equal(journal[0].n, 0, 'neither secret nor token stands in the journal')
  Object.assign(serversOf, { google: before })
  allowPrivateAddresses(false)
  await k.done(c.disconnectMail, { id }, me)
  await server.close()
  await new Promise(resolve => tokens.close(resolve))
})

test('what keeps one out is said; a sign-in that is over is a task, done when it works again', async () => {
  const server = await imapServer()
  await assert.rejects(connect(server, { password: 'wrong' }), /mail-sign-in-refused/)
  await assert.rejects(connect(server, { imapPort: 1 }), /mail-unreachable/)
  await assert.rejects(connect(server, { imapHost: 'mail.example.org' }), /mail-(not-encrypted|host-unknown)/)
  const id = await connect(server)
  const problem = async () => {
    const answer = await k.query(c.listMailboxes, {}, me)
    assert.ok(answer.status === 'done')
    return answer.output.rows.find(row => row.id === id)!.problem
  }
  server.bearer = 'nobody has it'
  await watching(async () => {
    await until(problem, found => found === 'sign-in-refused')
    const { rows: tasks } = await k.superuser.query(`select state from work.task where source_id = $1`, [id])
    assert.deepEqual(
      tasks.map(one => one.state),
      ['open'],
    )
    server.bearer = null
    await until(problem, found => found === null)
  })
  const { rows: tasks } = await k.superuser.query(`select state from work.task where source_id = $1`, [id])
  assert.deepEqual(
    tasks.map(one => one.state),
    ['done'],
  )
  const { rows: journal } = await k.superuser.query(
    `select count(*)::int as n from kernel.journal_body where convert_from(body, 'UTF8') like '%right%'`,
  )
  assert.equal(journal[0].n, 0, 'no password stands in the journal')
  await k.done(c.disconnectMail, { id }, me)
  await server.close()
})
