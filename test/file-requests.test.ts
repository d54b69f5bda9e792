/** Files asked of people outside: the task that waits and reminds, what comes, when it ends; through the dispatcher of the whole office. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '../src/kernel/dispatch/outcome.ts'
import { newId } from '../src/kernel/ids.ts'
import { setMailDoor, type OutgoingMail } from '../src/kernel/mail/door.ts'
import { linkSecretOf, outsideToken, setOutsideLinks } from '../src/kernel/outside/link.ts'
import { openOffice } from './office.ts'

const office = await openOffice({ mark: 'Zqkanarie' })
const { act, see, system, owner, make } = office
const wanted = { title: 'Papers for the lease', askedOf: 'Eva Lindholm', items: ['Signed lease', 'Extract'] }
const day = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`)
const refused = (outcome: Outcome) => (outcome.status === 'refused' ? outcome.refusal.name : outcome.status)

// biome-ignore lint/suspicious/noExplicitAny: answers of queries named by a string
type Any = any
async function tasks(id: string): Promise<Any[]> {
  return (await see('work.list-tasks', { sourceId: id, states: ['open', 'waiting', 'done', 'dropped'], limit: 50 }))
    .rows
}
const receive = async (id: string, position: number | null, name = 'lease.txt') =>
  act('documents.receive-requested', { id, fileId: await make.file(), name, position }, system)

test('a request waits on the desk, takes what comes by the ordinary intake, tells the asker, and closes when all is there', async () => {
  office.setClock(day('2027-03-01'))
  const matterId = await make.matter()
  const { id } = await act('documents.ask-for-files', { ...wanted, dueOn: '2027-03-12', matterId })
  const [waiting] = await tasks(id)
  assert.deepEqual([waiting.state, waiting.owner?.id, waiting.dueOn], ['waiting', owner.id, '2027-03-12'])
  const { chase } = await see('work.get-task', { id: waiting.id })
  assert.equal(chase.nextOn, '2027-03-10', 'two working days before')
  assert.equal(chase.lines.length, 0)

  const first = await receive(id, 1)
  assert.equal(first.complete, false)
  const { row, arrivedFrom } = await see('documents.get-document', { id: first.documentId })
  assert.deepEqual([row.state, arrivedFrom], ['arrived', 'Eva Lindholm'])
  assert.ok(
    office.waitingJobs.some(({ job }) => job.name === 'documents.read'),
    'it is read as every paper',
  )
  const bound = await see('matters.get-matter', { id: matterId })
  assert.deepEqual(
    new Set(bound.bound.map((one: Any) => one.record.id)),
    new Set([id, first.documentId]),
    'request and paper belong to the matter',
  )
  const came = (await tasks(id)).filter(task => task.state === 'open')
  assert.equal(came.length, 1)
  await receive(id, null, 'more.txt')
  assert.equal((await tasks(id)).length, 2, 'one task a day, however many files')

  const last = await receive(id, 2, 'extract.txt')
  assert.equal(last.complete, true)
  const { request } = await see('documents.get-file-request', { id })
  assert.deepEqual([request.state, request.files, request.ticked], ['complete', 3, 2])
  assert.deepEqual(new Set((await tasks(id)).map(task => task.state)), new Set(['done', 'open']))
  const late = { id, fileId: await make.file(), name: 'late.txt', position: null }
  assert.equal(refused(await office.try('documents.receive-requested', late, system)), 'request-link-closed')
  office.setClock(null)
})

test('what comes is as confidential as what it was asked for, then and later', async () => {
  const { id } = await act('documents.ask-for-files', { ...wanted, dueOn: '2126-03-13' })
  const { documentId } = await receive(id, 1)
  await act('authority.set-record-class', { id, kind: 'file-request', class: 2, audience: null })
  assert.equal((await see('documents.get-document', { id: documentId })).record.class, 2)
  const after = await receive(id, null)
  assert.equal((await see('documents.get-document', { id: after.documentId })).record.class, 2)
})

test('lines are ticked by hand and asked for again; the last one closes it, another day opens it', async () => {
  const { id } = await act('documents.ask-for-files', { ...wanted, dueOn: '2126-03-13' })
  const ticked = await office.try('documents.tick-requested-item', { id, position: 1 })
  assert.ok(ticked.status === 'done')
  assert.equal(refused(await office.try('documents.tick-requested-item', { id, position: 9 })), 'request-item-unknown')
  await act(ticked.undo!.command, ticked.undo!.input)
  await act('documents.tick-requested-item', { id, position: 1 })
  const closing = await office.try('documents.tick-requested-item', { id, position: 2 })
  assert.ok(closing.status === 'done')
  assert.equal((await see('documents.get-file-request', { id })).record.state, 'complete')
  assert.equal(refused(await office.try('documents.untick-requested-item', { id, position: 2 })), 'request-closed')
  await act(closing.undo!.command, closing.undo!.input)
  assert.equal((await see('documents.get-file-request', { id })).record.state, 'open')
  await act('documents.withdraw-file-request', { id })
  assert.equal(refused(await office.try('documents.withdraw-file-request', { id })), 'request-closed')
  assert.equal((await tasks(id)).filter(task => task.state === 'waiting').length, 0, 'nobody is reminded any more')
  await act('documents.renew-file-request', { id, dueOn: '2126-04-01' })
  const open = (await tasks(id)).filter(task => task.state === 'waiting')
  assert.deepEqual(
    open.map(task => task.dueOn),
    ['2126-04-01'],
  )
  const past = { ...wanted, dueOn: '2020-01-01' }
  assert.equal(refused(await office.try('documents.ask-for-files', past)), 'request-day-past')
})

test('by mail: the first letter at once, the reminders by work, each with the link; the link stands in no table', async () => {
  const sent: OutgoingMail[] = []
  const secret = await linkSecretOf(office.pool)
  setOutsideLinks({ address: 'https://office.example', secret })
  setMailDoor({ send: async mail => void sent.push(mail), close: () => {} })
  try {
    office.setClock(day('2027-03-01'))
    const asked = { ...wanted, askedOf: 'Karin', email: 'karin@example.org', language: 'sv', dueOn: '2027-03-12' }
    const { id } = await act('documents.ask-for-files', asked)
    await office.runJobs()
    const token = outsideToken(secret, 'send', { organisationId: owner.organisationId, id })
    const [letter] = sent
    assert.match(letter!.subject, /^Filer vi ber er om: Papers for the lease$/)
    assert.ok(letter!.text.includes(`https://office.example/send#${token}`) && letter!.text.includes('Extract'))
    assert.equal((await see('documents.get-file-request', { id })).request.mail, 'sent')
    office.setClock(day('2027-03-10'))
    await office.kernel.registry.jobBody('work.chase')!.run(
      {
        organisationId: owner.organisationId,
        jobId: newId(),
        principalId: system.id,
        attempt: 0,
        signal: new AbortController().signal,
        files: office.kernel.files,
        dispatch: (command, input) => office.try(command.name, input, system) as never,
        query: (query, input) => see(query.name, input, system) as never,
        progress: async () => {},
      },
      {},
    )
    const reminder = sent.find(mail => mail !== letter && mail.to.address === 'karin@example.org')
    assert.ok(reminder?.text.includes(`/send#${token}`), JSON.stringify(sent))
    const tables = ['documents.file_request', 'work.chase', 'work.chase_line', 'work.task', 'kernel.idempotency']
    for (const table of tables) {
      const { rows } = await office.superuser.query(`select 1 from ${table} t where t::text like $1`, [`%${token}%`])
      assert.equal(rows.length, 0, table)
    }
  } finally {
    setMailDoor(null)
    setOutsideLinks(null)
    office.setClock(null)
  }
})

test('without a way out for mail the text is there to copy; what is confidential is not named in it', async () => {
  const asked = { ...wanted, email: 'eva@example.org', dueOn: '2126-03-13' }
  const { id } = await act('documents.ask-for-files', asked)
  await office.runJobs()
  assert.equal((await see('documents.get-file-request', { id })).request.mail, 'no-door')
  const letter = await see('documents.request-letter', { id })
  assert.ok(letter.body.includes('Signed lease') && letter.body.includes('{link}') && /^\/send#/.test(letter.path))
  await act('authority.set-record-class', { id, kind: 'file-request', class: 2, audience: null })
  const quiet = await see('documents.request-letter', { id })
  assert.doesNotMatch(quiet.subject + quiet.body, /the lease|Signed/i)
})

test('a matter that is no more keeps nothing out', async () => {
  const [matterId, into] = [await make.matter(), await make.matter()]
  const { id } = await act('documents.ask-for-files', { ...wanted, dueOn: '2126-03-13', matterId })
  await act('matters.merge-matters', { id: into, mergedId: matterId })
  const { documentId } = await receive(id, 1)
  const { bound } = await see('matters.get-matter', { id: into })
  assert.ok(bound.some((one: Any) => one.record.id === documentId))
})
