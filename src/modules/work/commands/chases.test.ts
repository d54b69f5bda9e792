import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { languages } from '../../../kernel/language/catalogue.ts'
import { openMailDoor, setMailDoor } from '../../../kernel/mail/door.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { nextChase, workingDaysAfter } from '../chase-plan.ts'
import { writeReminder } from '../chase-text.ts'
import * as work from '../contract.ts'
import { chaseJobBody } from '../jobs/chase.ts'
import { refusalOf, type WorkOffice, workOffice } from '../testing.ts'
import { workingCalendar } from '../working-days.ts'

let it: WorkOffice
before(async () => {
  it = await workOffice()
})
after(() => it.office.close())

const tuesday = Temporal.Instant.from('2026-11-24T08:42:00Z')
const at = (day: string) => it.office.setClock(Temporal.Instant.from(`${day}T09:00:00Z`))

/** A mail server of the kind that the world has; what it is sent is kept, until it refuses. */
async function peer() {
  const mails: string[] = []
  let refuses = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('No such mailbox') : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as { port: number }
  const door = openMailDoor(`smtp://127.0.0.1:${port}`, 'Kontoret <office@example.org>')
  setMailDoor(door)
  return {
    mails,
    refuse: (is: boolean) => void (refuses = is),
    async close() {
      setMailDoor(null)
      door.close()
      await new Promise<void>(closed => server.close(closed))
    },
  }
}

/** Runs the scheduled job as the workers would. */
async function runChase(jobId = crypto.randomUUID()) {
  const { office, organisationId } = it
  const as = { organisationId, principalId: systemPrincipalId, requestId: `job:${jobId}` }
  await chaseJobBody.run(
    {
      organisationId,
      jobId,
      principalId: systemPrincipalId,
      attempt: 0,
      signal: new AbortController().signal,
      files: office.kernel.files,
      dispatch: (command, input, step) =>
        office.kernel.dispatch({ ...as, command: command.name, input, key: `job:${jobId}:${step}`, surface: 'job' }),
      query: async (query, input) => {
        const answer = await office.kernel.ask({ ...as, query: query.name, input })
        if (answer.status === 'refused') throw new Error(JSON.stringify(answer.refusal))
        return query.output.decode(answer.output as never)
      },
      progress: async () => {},
    },
    {},
  )
}

async function waiting(title: string, plan: Record<string, unknown> = {}) {
  const { office, elin } = it
  const { id } = await office.done(work.createTask, { title }, elin)
  assert.equal(refusalOf(await office.dispatch(work.planChase, { id, name: 'Johan' }, elin)), 'task-not-waiting')
  await office.done(work.waitFor, { id, waitingFor: 'Johan Almgren' }, elin)
  const planned = await office.done(
    work.planChase,
    {
      id,
      name: 'Johan Almgren',
      email: 'johan@example.org',
      language: 'sv',
      firstAfter: 2,
      every: 1,
      most: 2,
      ...plan,
    },
    elin,
  )
  return { id, planned }
}

async function chaseOf(id: string) {
  const answer = await it.office.query(work.getTask, { id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.chase!
}

test('reminders go by mail on working days, as often as was laid down, and are written on the task', async () => {
  const smtp = await peer()
  try {
    const { id, planned } = await waiting('Hyresavtalet för plan två')
    assert.equal(planned.nextOn, '2026-11-26')
    await runChase()
    assert.equal(smtp.mails.length, 0, 'not before its day')
    at('2026-11-26')
    await runChase()
    await runChase()
    assert.equal(smtp.mails.length, 1, 'once a day')
    const mail = await PostalMime.parse(smtp.mails[0]!)
    assert.deepEqual(
      [mail.subject, mail.to?.[0]?.address, mail.from?.address],
      ['En vänlig påminnelse: Hyresavtalet för plan två', 'johan@example.org', 'office@example.org'],
    )
    assert.match(mail.text!, /^Hej Johan Almgren!\s+Sedan 24 november 2026 väntar vi/)
    assert.match(mail.text!, /Elin Bergqvist/)
    assert.equal(mail.messageId, `<chase-${id}-1@example.org>`)
    assert.equal((await chaseOf(id)).nextOn, '2026-11-27')
    at('2026-11-28')
    await runChase()
    assert.equal(smtp.mails.length, 1, 'nobody is asked on a Saturday')
    at('2026-11-30')
    await runChase()
    at('2026-12-04')
    await runChase()
    assert.equal(smtp.mails.length, 2, 'twice at most')
    const { asked, nextOn, lines } = await chaseOf(id)
    assert.deepEqual(
      [asked, nextOn, lines.map(line => [line.n, line.state])],
      [
        2,
        null,
        [
          [2, 'sent'],
          [1, 'sent'],
        ],
      ],
    )
  } finally {
    it.office.setClock(tuesday)
    await smtp.close()
  }
})

test('an answer stops it; a server that refuses is told on the task, and a job that was killed sends the same mail', async () => {
  const smtp = await peer()
  try {
    const answered = await waiting('Answered in time')
    const refused = await waiting('Refused')
    await it.office.done(work.stopWaiting, { id: answered.id }, it.elin)
    assert.equal((await chaseOf(answered.id)).stopped, true)
    at('2026-11-26')
    smtp.refuse(true)
    await runChase()
    const failed = await chaseOf(refused.id)
    assert.deepEqual([failed.lines[0]?.state, /No such mailbox/.test(failed.lines[0]?.error ?? '')], ['failed', true])
    smtp.refuse(false)
    at('2026-11-27')
    const job = crypto.randomUUID()
    await runChase(job)
    assert.equal((await chaseOf(refused.id)).lines[0]?.state, 'sent')
    assert.equal(smtp.mails.length, 1)
    assert.match(smtp.mails[0]!, new RegExp(`chase-${refused.id}-2@`))
    assert.equal(refusalOf(await it.office.dispatch(work.stopChase, { id: answered.id }, it.elin)), 'chase-stopped')
  } finally {
    it.office.setClock(tuesday)
    await smtp.close()
  }
})

test('without mail it is a task with the text ready, which goes when the answer comes', async () => {
  const { office, elin } = it
  const { id } = await waiting('Lease addendum', { email: undefined, language: 'en', text: undefined })
  at('2026-11-26')
  await runChase()
  const found = async () => {
    const tasks = await office.query(work.listTasks, { sourceId: id }, elin)
    assert.ok(tasks.status === 'done')
    return tasks.output.rows
  }
  const [ask] = await found()
  assert.equal(ask?.title, 'Ask Johan Almgren again: Johan Almgren')
  const detail = await office.query(work.getTask, { id: ask!.id }, elin)
  assert.ok(detail.status === 'done')
  assert.match(
    detail.output.note,
    /^A friendly reminder: Lease addendum\n\nDear Johan Almgren,\n\nSince 24 November 2026/,
  )
  assert.deepEqual(
    (await chaseOf(id)).lines.map(line => line.state),
    ['ready'],
  )
  await office.done(work.completeTask, { id }, elin)
  assert.deepEqual(
    (await found()).map(row => row.state),
    ['dropped'],
  )
  assert.equal((await chaseOf(id)).stopped, true)
  office.setClock(tuesday)
})

test('a plan is undone, refused to strangers, and its own words take the place of ours', async () => {
  const { office, elin, visitor } = it
  const { id } = await office.done(work.createTask, { title: 'Own words' }, elin)
  await office.done(work.waitFor, { id, waitingFor: 'Them' }, elin)
  const input = { id, name: 'Them', text: 'Hello, and?' }
  assert.equal(refusalOf(await office.dispatch(work.planChase, input, visitor)), 'record-not-found')
  assert.equal((await office.dispatch(work.planChase, input, elin, { dryRun: true })).status, 'done')
  const outcome = await office.dispatch(work.planChase, input, elin)
  assert.ok(outcome.status === 'done')
  assert.equal((await chaseOf(id)).language, 'en')
  at('2026-11-27')
  await runChase()
  assert.equal((await chaseOf(id)).lines[0]?.body, 'Hello, and?')
  await office.done(work.stopChase, { id }, elin)
  assert.equal((await chaseOf(id)).stopped, true)
  office.setClock(tuesday)
})

test('days of reminders: working days only, forward only, and never more than was laid down', () => {
  const date = fc.integer({ min: 0, max: 1500 }).map(days => Temporal.PlainDate.from('2026-01-01').add({ days }))
  const country = fc.constantFrom('SE', 'NO', 'NL', 'RO', 'PT', 'XX')
  const plan = fc.record({
    firstAfter: fc.integer({ min: 1, max: 30 }),
    every: fc.integer({ min: 1, max: 30 }),
    most: fc.integer({ min: 1, max: 6 }),
  })
  fc.assert(
    fc.property(date, country, plan, (start, where, one) => {
      const calendar = workingCalendar(where)
      let since = start
      let asked = 0
      for (let next = nextChase(one, 0, since, calendar); next; next = nextChase(one, asked, since, calendar)) {
        assert.ok(calendar.isWorkday(next) && Temporal.PlainDate.compare(next, since) > 0)
        const wanted = asked === 0 ? one.firstAfter : one.every
        let working = 0
        for (
          let day = calendar.onOrAfter(since).add({ days: 1 });
          Temporal.PlainDate.compare(day, next) <= 0;
          day = day.add({ days: 1 })
        )
          if (calendar.isWorkday(day)) working++
        assert.equal(working, wanted)
        asked++
        since = next
      }
      assert.equal(asked, one.most)
      assert.ok(workingDaysAfter(start, 0, calendar).equals(calendar.onOrAfter(start)))
    }),
    { numRuns: 60 },
  )
})

test('what is confidential is not named to somebody outside, by mail or in the words laid ready', async () => {
  at('2026-11-24')
  const smtp = await peer()
  try {
    const canary = 'Kanariefågel zvkqx'
    const { id } = await waiting(`Uppsägning ${canary}`)
    const own = await waiting(`Lön ${canary}`, { text: 'Hej! Har du hunnit titta?' })
    const open = await waiting('Gardiner till plan två')
    await it.office.superuser.query('update kernel.record set class = 2 where id = any($1)', [[id, own.id]])
    at('2026-11-26')
    await runChase()
    const mails = await Promise.all(smtp.mails.map(raw => PostalMime.parse(raw)))
    const subjects = mails.map(mail => mail.subject!).sort()
    assert.equal(subjects.filter(subject => subject.startsWith('En vänlig påminnelse från ')).length, 2)
    assert.equal(subjects[2], 'En vänlig påminnelse: Gardiner till plan två')
    assert.ok(smtp.mails.every(raw => !raw.includes('zvkqx')))
    for (const mail of mails) assert.doesNotMatch(`${mail.subject} ${mail.text} ${mail.html ?? ''}`, /Kanarief|zvkqx/)
    assert.ok(mails.some(mail => mail.text?.startsWith('Hej! Har du hunnit titta?')))
    assert.doesNotMatch(JSON.stringify((await chaseOf(id)).lines), /zvkqx/)
    for (const task of [id, own.id, open.id]) await it.office.done(work.completeTask, { id: task }, it.elin)
  } finally {
    at('2026-11-24')
    await smtp.close()
  }
})

test('every language asks politely, names the matter and the day, and leaves nothing unfilled', () => {
  for (const language of languages) {
    const asking = {
      name: 'Ana',
      what: 'Plan 2',
      since: Temporal.PlainDate.from('2026-11-24'),
      from: 'Elin',
      office: 'Kontoret',
      n: 2,
    }
    const { subject, body } = writeReminder(language, asking, null)
    assert.match(subject, /2.*Plan 2/)
    for (const word of ['Ana', 'Plan 2', '2026', 'Elin', 'Kontoret'])
      assert.ok(body.includes(word), `${language}: ${word}`)
    assert.doesNotMatch(subject + body, /undefined|[{}]/)
    assert.notEqual(writeReminder(language, { ...asking, n: 1 }, null).subject, subject)
    const quiet = writeReminder(language, { ...asking, what: null }, null)
    assert.match(quiet.subject, /2.*Kontoret/)
    assert.doesNotMatch(quiet.subject + quiet.body, /undefined|null|[{}]|Plan 2/)
    for (const word of ['Ana', '2026', 'Elin']) assert.ok(quiet.body.includes(word), `${language}: ${word}`)
  }
})
