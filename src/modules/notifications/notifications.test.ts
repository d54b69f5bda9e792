import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import PostalMime from 'postal-mime'
import { command, contract, event } from '../../kernel/declare.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule, implementCommand } from '../../kernel/implement.ts'
import { emptyCatalogues } from '../../kernel/language/testing.ts'
import { openMailDoor, setMailDoor } from '../../kernel/mail/door.ts'
import { openOrganisation } from '../../kernel/platform/first-run.ts'
import { z } from '../../kernel/schema.ts'
import { type TestKernel, type TestPrincipal, testKernel } from '../../kernel/testing.ts'
import { setPreference } from '../../kernel/builtin/contract.ts'
import { assignTask, createTask } from '../work/contract.ts'
import {
  invitePerson,
  refuseApproval,
  type RoleKey,
  setRecordClass,
  standardRoles,
  withdrawApproval,
} from '../authority/contract.ts'
import { authority, authorityPort } from '../authority/index.ts'
import { directory } from '../directory/index.ts'
import { documents } from '../documents/index.ts'
import { work } from '../work/index.ts'
import {
  allowBrowser,
  forgetBrowser,
  getSettings,
  listNotices,
  lookForDigests,
  markRead,
  type NoticeSettings,
  notificationsContract,
  notifyEnvelope,
  settingsKey,
  usualSettings,
} from './contract.ts'
import { knowWords, notifications } from './index.ts'
import { useOutgoing } from './outgoing.ts'

/** Another module, whose event tells people. */
const rang = event('phone.rang', z.strictObject(notifyEnvelope))
const ring = command({
  name: 'phone.ring',
  summary: 'Somebody rings.',
  input: z.strictObject(notifyEnvelope),
  output: z.strictObject({}),
  emits: [rang],
  example: {},
})
/** Another's eyes are asked for. */
const callAbroad = command({
  name: 'phone.call-abroad',
  summary: 'Calls abroad.',
  permission: 'work.create-task',
  input: z.strictObject({ to: z.string() }),
  output: z.strictObject({}),
  example: { to: '+47' },
})
const phone = defineModule({
  contract: contract({ name: 'phone', depends: ['notifications'], commands: [ring, callAbroad], events: [rang] }),
  commands: [
    implementCommand(ring, {
      async run(act, input) {
        act.emit(rang, input)
        return { output: {} }
      },
    }),
    implementCommand(callAbroad, {
      weigh: () => ({ fourEyes: true }),
      basis: ({ to }) => ({ title: `Call ${to}`, shown: { to } }),
      run: async () => ({ output: {} }),
    }),
  ],
  catalogues: emptyCatalogues,
})

/** Tuesday, half past nine in Stockholm: the hour of the digest has come, and it is no quiet hour. */
const tuesday = Temporal.Instant.from('2026-11-24T08:30:00Z')

let office: TestKernel
let olga: TestPrincipal
let maria: TestPrincipal
let mails: string[]
let refuses = false
let pushed: { endpoint: string; payload: string }[]
let gone: Set<string>
let server: SMTPServer

async function colleague(name: string, role: RoleKey, language: string): Promise<TestPrincipal> {
  const roleIds = [standardRoles[role].id]
  const { principalId } = await office.done(invitePerson, { name, email: `${newId()}@example.org`, roleIds }, olga)
  const account = newId()
  await office.pool.query('select platform.account_create($1, $2, $3, $4, null, now())', [
    account,
    `${name.toLowerCase()}@example.org`,
    name,
    language,
  ])
  await office.pool.query('select platform.membership_join($1, $2, $3, now())', [
    account,
    olga.organisationId,
    principalId,
  ])
  await office.superuser.query('update authority.principal set language = $2 where id = $1', [principalId, language])
  return { id: principalId, organisationId: olga.organisationId }
}

before(async () => {
  office = await testKernel([authority, work, directory, documents, notifications, phone], {
    authority: authorityPort(),
  })
  office.setClock(tuesday)
  knowWords(office.kernel.registry)
  const opened = await openOrganisation({ pool: office.pool, clock: office.kernel.clock }, office.kernel.dispatch, {
    language: 'en',
    organisation: 'Almgren & Tveit',
    country: 'SE',
    name: 'Olga',
    email: 'olga@example.org',
    password: 'four words and a comma',
  })
  assert.ok(opened.ok)
  olga = { id: opened.value.principalId, organisationId: opened.value.organisationId }
  maria = await colleague('Maria', 'clerk', 'sv')
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('No such mailbox') : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as { port: number }
  setMailDoor(openMailDoor(`smtp://127.0.0.1:${port}`, 'Kontor <kontor@example.org>'))
})
beforeEach(async () => {
  mails = []
  pushed = []
  gone = new Set()
  refuses = false
  office.setClock(tuesday)
  await office.runJobs()
  useOutgoing({
    address: 'https://kontor.example',
    push: {
      key: 'key',
      send: async ({ endpoint }, payload) => {
        pushed.push({ endpoint, payload })
        return gone.has(endpoint) ? 'gone' : 'sent'
      },
    },
  })
  // Each test begins with nothing told and no digest sent.
  await office.superuser.query('delete from notifications.digest; delete from notifications.notice')
  pushed = []
  mails = []
})
after(async () => {
  setMailDoor(null)
  await new Promise<void>(closed => server.close(closed))
  await office.close()
})

const notices = async (as: TestPrincipal) => {
  const answer = await office.query(listNotices, {}, as)
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.status === 'done' ? answer.output : { rows: [], total: 0, unread: 0, next: null }
}
const prefer = (as: TestPrincipal, settings: Partial<NoticeSettings>) =>
  office.done(setPreference, { key: settingsKey, value: { ...usualSettings, ...settings } }, as)

/** As the workers would, when the clock of the schedule strikes. */
async function strike(): Promise<void> {
  const body = office.kernel.registry.jobBody(lookForDigests.name)!
  const as = { organisationId: olga.organisationId, principalId: systemPrincipalId, requestId: newId() }
  await body.run(
    {
      dispatch: (act: { name: string }, input: unknown, step: string) =>
        office.kernel.dispatch({ ...as, command: act.name, input, key: `${newId()}:${step}`, surface: 'job' }),
      query: async (query: { name: string; output: z.ZodType }, input: unknown) => {
        const answer = await office.kernel.ask({ ...as, query: query.name, input })
        assert.equal(answer.status, 'done', JSON.stringify(answer))
        return answer.status === 'done' ? query.output.decode(answer.output as never) : null
      },
    } as never,
    {},
  )
  await office.runJobs()
}
const to = (mail: string) => /^To: .*<(.*)>|^To: (.*)$/m.exec(mail)?.slice(1).find(Boolean)

test('a task handed over is told to whoever has it now, once while unread, never to who did it', async () => {
  const { id } = await office.done(createTask, { title: 'Call Karin', ownerId: maria.id }, olga)
  await office.done(createTask, { title: 'My own', ownerId: olga.id }, olga)
  const [told] = (await notices(maria)).rows
  assert.deepEqual(
    [told!.titleKey, told!.params, told!.record, told!.read],
    [
      'notice.task-handed',
      { who: 'Olga', title: 'Call Karin', count: 1 },
      { id, kind: 'task', title: 'Call Karin' },
      false,
    ],
  )
  assert.equal((await notices(olga)).total, 0)
  await office.done(assignTask, { id, ownerId: olga.id }, maria)
  await office.done(assignTask, { id, ownerId: maria.id }, olga)
  const again = await notices(maria)
  assert.deepEqual([again.total, again.unread, again.rows[0]!.times], [1, 1, 2])
  assert.equal((await notices(olga)).rows[0]!.params['who'], 'Maria')
  const read = await office.dispatch(markRead, { ids: [again.rows[0]!.id] }, maria)
  assert.equal((await notices(maria)).unread, 0)
  assert.deepEqual((await office.done(markRead, { ids: [again.rows[0]!.id] }, olga)).ids, [])
  assert.equal(read.status, 'done')
  if (read.status === 'done')
    await office.kernel.dispatch({
      organisationId: maria.organisationId,
      principalId: maria.id,
      requestId: newId(),
      surface: 'test',
      ...read.undo!,
    })
  assert.equal((await notices(maria)).unread, 1)
})

test('one digest a day, in the person’s language, each line a link; nothing where nothing waits', async () => {
  await prefer(olga, { digestAt: '23:59' })
  await strike()
  assert.equal(mails.length, 0, 'nothing waits for Maria yet')
  await office.superuser.query('delete from notifications.digest')
  const { id } = await office.done(
    createTask,
    { title: 'Ring <Karin> & co', ownerId: maria.id, dueOn: '2026-11-24' },
    olga,
  )
  await strike()
  await strike()
  assert.deepEqual(mails.map(to), ['maria@example.org'])
  const mail = await PostalMime.parse(mails[0]!)
  assert.equal(mail.subject, 'Ditt kontor, tisdag 24 november')
  assert.match(mail.text ?? '', /Olga gav dig ”Ring <Karin> & co”/)
  assert.ok(mail.text?.includes(`https://kontor.example/tasks/${id}`))
  assert.ok(
    mail.html?.includes(`<a href="https://kontor.example/tasks/${id}"`) &&
      mail.html.includes('Ring &lt;Karin&gt; &amp; co'),
  )
  assert.equal(mail.headers.find(header => header.key === 'auto-submitted')?.value, 'auto-generated')
  office.setClock(tuesday.add({ hours: 48 }))
  await strike()
  const next = await PostalMime.parse(mails[1]!)
  assert.doesNotMatch(next.text ?? '', /gav dig/, 'what was told is not told again')
  office.setClock(Temporal.Instant.from('2026-11-28T08:30:00Z'))
  await strike()
  assert.equal(mails.length, 2, 'a Saturday is no day of it')
})

test('what is raised in between is neither mailed, nor pushed, nor listed', async () => {
  await prefer(olga, { digestAt: '23:59' })
  await office.done(allowBrowser, { ...allowBrowser.example, endpoint: 'https://push.example.org/m' }, maria)
  const { id } = await office.done(createTask, { title: 'canary-merger', ownerId: maria.id }, olga)
  await office.runJobs()
  await office.done(
    ring,
    {
      notify: [
        {
          key: 'call',
          toId: maria.id,
          titleKey: 'notice.task-handed',
          params: { title: 'canary-merger' },
          recordId: id,
          urgency: 'now',
        },
      ],
    },
    olga,
  )
  assert.match(JSON.stringify(await notices(maria)), /canary/)
  await office.done(setRecordClass, { id, kind: 'task', class: 3 }, olga)
  await office.runJobs()
  await strike()
  const out = JSON.stringify([mails, pushed, await notices(maria)])
  assert.doesNotMatch(out, /canary/)
  assert.equal(pushed.length, 0)
  assert.equal((await notices(maria)).unread, 0)
})

test('an urgent notice interrupts by push and mail, in quiet hours neither; a browser that is gone is forgotten', async () => {
  const wish = {
    toId: maria.id,
    titleKey: 'notice.task-handed',
    params: { title: 'A visitor' },
    urgency: 'now' as const,
  }
  const browsers = async () => {
    const answer = await office.query(getSettings, {}, maria)
    return answer.status === 'done' ? answer.output.browsers.map(one => one.endpoint) : []
  }
  for (const endpoint of await browsers()) assert.ok(endpoint)
  await office.done(allowBrowser, { ...allowBrowser.example, endpoint: 'https://push.example.org/m' }, maria)
  await office.done(allowBrowser, { ...allowBrowser.example, endpoint: 'https://push.example.org/old' }, maria)
  gone.add('https://push.example.org/old')
  await office.done(ring, { notify: [{ ...wish, key: 'v1' }] }, olga)
  await office.runJobs()
  assert.deepEqual(pushed.map(one => one.endpoint).sort(), [
    'https://push.example.org/m',
    'https://push.example.org/old',
  ])
  assert.match(pushed[0]!.payload, /Olga gav dig ”A visitor”/)
  assert.deepEqual(mails.map(to), ['maria@example.org'])
  assert.deepEqual(await browsers(), ['https://push.example.org/m'])
  pushed = []
  mails = []
  office.setClock(Temporal.Instant.from('2026-11-24T21:00:00Z'))
  await office.done(ring, { notify: [{ ...wish, key: 'v2' }] }, olga)
  await office.runJobs()
  assert.deepEqual([pushed, mails], [[], []])
  assert.equal((await notices(maria)).unread, 2, 'it stands there all the same')
  const other = await office.dispatch(forgetBrowser, { id: newId() }, maria)
  assert.equal(other.status === 'refused' && other.refusal.name, 'browser-unknown')
})

test('a reminder comes by the ways that were chosen for it, whatever holds for what is urgent; and no digest tells of it the next day', async () => {
  const wish = {
    toId: maria.id,
    titleKey: 'notice.task-handed',
    params: { title: 'The board' },
    urgency: 'now' as const,
    reminder: true,
  }
  let n = 0
  const ways = async (settings: Partial<NoticeSettings>) => {
    await prefer(maria, settings)
    pushed = []
    mails = []
    await office.done(ring, { notify: [{ ...wish, key: `r${n++}` }] }, olga)
    await office.runJobs()
    return [pushed.length, mails.length]
  }
  await office.done(allowBrowser, { ...allowBrowser.example, endpoint: 'https://push.example.org/m' }, maria)
  assert.deepEqual(await ways({}), [1, 0], 'as is usual')
  assert.deepEqual(await ways({ reminderPush: false, reminderMail: true }), [0, 1])
  assert.deepEqual(await ways({ reminderPush: true, reminderMail: true, urgentMail: false }), [1, 1])
  assert.deepEqual(await ways({ reminderPush: false }), [0, 0])
  assert.equal((await notices(maria)).unread, n, 'the desk has them all')
  await office.superuser.query('delete from notifications.digest')
  mails = []
  await strike()
  assert.ok(
    mails.some(mail => to(mail) === 'maria@example.org' && mail.includes('The board')),
    'in that day’s it stands',
  )
  await office.superuser.query('update notifications.notice set mailed_at = null')
  office.setClock(tuesday.add({ hours: 24 }))
  mails = []
  await strike()
  assert.ok(mails.every(mail => !mail.includes('The board')))
  // Settings that were kept before there was a choice still hold.
  const { reminderPush: _push, reminderMail: _mail, ...older } = usualSettings
  await office.done(setPreference, { key: settingsKey, value: { ...older, urgentMail: false } }, maria)
  const kept = await office.query(getSettings, {}, maria)
  assert.ok(kept.status === 'done')
  assert.deepEqual(kept.output.settings, { ...usualSettings, urgentMail: false })
})

test('a mail server that refuses fails the job, which is tried again; nobody is told twice', async () => {
  await prefer(olga, { digestAt: '23:59' })
  await office.done(createTask, { title: 'Call Karin', ownerId: maria.id }, olga)
  await office.runJobs()
  refuses = true
  await assert.rejects(strike(), /No such mailbox|recipients were rejected/)
  refuses = false
  const [{ state }] = (
    await office.superuser.query('select state from notifications.digest where principal_id = $1', [maria.id])
  ).rows as [{ state: string }]
  assert.equal(state, 'due')
  const job = office.kernel.registry.jobBody('notifications.send-digest')!
  const as = { organisationId: maria.organisationId, principalId: maria.id, requestId: newId() }
  const run = {
    principalId: maria.id,
    dispatch: (act: { name: string }, input: unknown, step: string) =>
      office.kernel.dispatch({ ...as, command: act.name, input, key: `again:${step}`, surface: 'job' }),
    query: async (query: { name: string; output: z.ZodType }, input: unknown) => {
      const answer = await office.kernel.ask({ ...as, query: query.name, input })
      if (answer.status !== 'done') throw new Error(`${query.name} refused: ${answer.refusal.name}`)
      return query.output.decode(answer.output as never)
    },
  }
  for (let attempt = 0; attempt < 2; attempt++)
    await job.run(run as never, job.job.payload.decode({ on: '2026-11-24' } as never))
  assert.equal(mails.length, 1)
})

test('to a role, to its holders alone; another office hears nothing', async () => {
  const stranger = await office.openOrganisation('nb', 'NO')
  const johan = await colleague('Johan', 'bookkeeper', 'sv')
  await office.done(
    ring,
    { notify: [{ key: 'r', role: 'bookkeeper', titleKey: 'notice.task-handed', params: { title: 'x' } }] },
    olga,
  )
  assert.deepEqual([(await notices(johan)).total, (await notices(maria)).total], [1, 0])
  const rows = await office.superuser.query('select 1 from notifications.notice where organisation_id = $1', [stranger])
  assert.equal(rows.rowCount, 0)
  assert.equal(notificationsContract.name, 'notifications')
})

test('whoever can decide hears of it at the moment consent is asked for, once, and nobody else', async () => {
  const asked = await office.dispatch(callAbroad, { to: '+47 22' }, maria)
  assert.ok(asked.status === 'asked')
  const again = await office.dispatch(callAbroad, { to: '+47 22' }, maria)
  assert.ok(again.status === 'asked' && again.approval.id === asked.approval.id)
  const told = (await notices(olga)).rows.filter(row => row.titleKey === 'notice.approval-asked')
  assert.deepEqual(
    told.map(row => [row.record?.id, row.params['who'], row.params['title'], row.times]),
    [[asked.approval.id, 'Maria', 'Call +47 22', 1]],
  )
  assert.ok(!(await notices(maria)).rows.some(row => row.titleKey === 'notice.approval-asked'))
})

test('what another has decided, or the asker taken back, is unread no longer', async () => {
  const ingrid = await colleague('Ingrid', 'manager', 'nb')
  const unread = async (who: TestPrincipal, id: string) =>
    (await notices(who)).rows.some(row => row.record?.id === id && !row.read)
  const asked = await office.dispatch(callAbroad, { to: '+47 33' }, maria)
  assert.ok(asked.status === 'asked')
  assert.ok((await unread(ingrid, asked.approval.id)) && (await unread(olga, asked.approval.id)))
  await office.done(refuseApproval, { id: asked.approval.id, reason: 'Too dear' }, olga)
  assert.ok(!(await unread(ingrid, asked.approval.id)) && !(await unread(olga, asked.approval.id)))
  assert.ok(await unread(maria, asked.approval.id))
  const second = await office.dispatch(callAbroad, { to: '+47 44' }, maria)
  assert.ok(second.status === 'asked')
  await office.done(withdrawApproval, { id: second.approval.id }, maria)
  assert.ok(!(await unread(olga, second.approval.id)))
})
