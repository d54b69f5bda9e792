/** The live line tells each listener what has changed of what they may see, and nothing of the rest. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../src/kernel/ids.ts'
import { openOrganisation } from '../src/kernel/platform/first-run.ts'
import { standardRoles } from '../src/modules/authority/contract.ts'
import { testServer } from '../tools/testing/server.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of acts named by a string
type Any = any

const server = await testServer({ web: false })
after(() => server.close())
const { kernel, ground } = server.running.composed

/** One more organisation; gives who owns it. */
async function openAnother(): Promise<{ organisationId: string; principalId: string }> {
  const about = {
    language: 'en' as const,
    organisation: 'Another',
    country: 'SE',
    name: 'Otto',
    email: `${newId()}@example.org`,
    password: 'a longer password than most',
  }
  const opened = await openOrganisation(ground, kernel.dispatch, about)
  assert.ok(opened.ok)
  return opened.value
}

const owner = await openAnother()
const other = await openAnother()

async function act(command: string, input: object, as = owner): Promise<Any> {
  const outcome = await kernel.dispatch({ ...as, command, input, requestId: newId(), surface: 'test' })
  assert.ok(outcome.status === 'done', `${command}: ${JSON.stringify(outcome)}`)
  return outcome.output
}

async function tokenOf(as: { organisationId: string; principalId: string }): Promise<string> {
  const { id } = await act('authority.create-api-token', { name: 'Listening' }, as)
  const shown = await kernel.ask({ ...as, query: 'authority.show-api-token', input: { id }, requestId: newId() })
  assert.ok(shown.status === 'done', JSON.stringify(shown))
  return (shown.output as { token: string }).token
}

interface Listener {
  /** All that came, as it came. */
  readonly text: () => string
  readonly changes: () => { seq: number; kinds: string[]; ids: string[] }[]
  heard(
    what: string,
    found: (change: { seq: number; ids: string[] }) => boolean,
  ): Promise<{ seq: number; ids: string[] }>
  close(): void
}

async function listen(token: string, lastEventId?: number): Promise<Listener> {
  const ending = new AbortController()
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
  }
  const response = await fetch(`${server.address}/api/live`, { headers, signal: ending.signal })
  assert.deepEqual([response.status, response.headers.get('content-type')], [200, 'text/event-stream'])
  let text = ''
  const reading = (async () => {
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) text += part
  })().catch(() => {})
  const changes = () =>
    [...text.matchAll(/event: change\nid: \d+\ndata: (.*)\n\n/g)].map(([, data]) => JSON.parse(data!))
  const listener: Listener = {
    text: () => text,
    changes,
    async heard(what, found) {
      for (const end = Date.now() + 20_000; Date.now() < end; await wait(20)) {
        const change = changes().find(found)
        if (change) return change
      }
      throw new Error(`waited to hear of ${what}; heard ${text}`)
    },
    close: () => {
      ending.abort()
      void reading
    },
  }
  for (const end = Date.now() + 20_000; !text.includes('event: hello') && Date.now() < end; ) await wait(10)
  assert.match(text, /event: hello\nid: \d+/)
  return listener
}

const { principalId } = await act('authority.invite-person', {
  name: 'Mona Manager',
  email: `${newId()}@example.org`,
  roleIds: [standardRoles.manager.id],
})
const colleagueToken = await tokenOf({ organisationId: owner.organisationId, principalId })
const ownerToken = await tokenOf(owner)
const otherToken = await tokenOf(other)

test('who may see a record hears of it; who may not, and who is elsewhere, hears nothing of it', async t => {
  const [me, colleague, stranger] = [await listen(ownerToken), await listen(colleagueToken), await listen(otherToken)]
  t.after(() => [me, colleague, stranger].forEach(one => one.close()))
  const { id: open } = await act('work.create-task', { title: 'Open to all' })
  const created = await me.heard('the open task', ({ ids }) => ids.includes(open))
  await colleague.heard('the open task', ({ ids }) => ids.includes(open))

  await act('authority.set-record-class', { id: open, kind: 'task', class: 3, audience: null })
  const { seq } = await me.heard('its new class', ({ ids, seq: at }) => ids.includes(open) && at > created.seq)
  await act('work.complete-task', { id: open })
  await me.heard('its end', ({ ids, seq: at }) => ids.includes(open) && at > seq)

  const { id: after } = await act('work.create-task', { title: 'Open again' })
  await colleague.heard('the next open task', ({ ids }) => ids.includes(after))
  const closed = colleague.changes().filter(({ ids }) => ids.includes(open))
  assert.ok(
    closed.every(({ seq: at }) => at < seq),
    'nothing of it since it was shut',
  )
  // Their own office may do things by itself meanwhile.
  const { id: elsewhere } = await act('work.create-task', { title: 'Elsewhere' }, other)
  await stranger.heard('their own', ({ ids }) => ids.includes(elsewhere))
  assert.ok(!stranger.text().includes(open) && !stranger.text().includes(after))
  assert.doesNotMatch(me.text(), /Open|again/, 'ids are told, never words')
})

test('who comes back is told what was missed', async t => {
  const before = await listen(colleagueToken)
  const { id: first } = await act('work.create-task', { title: 'Before' })
  const { seq } = await before.heard('it', ({ ids }) => ids.includes(first))
  before.close()
  const { id: missed } = await act('work.create-task', { title: 'Meanwhile' })
  const { id: hidden } = await act('work.create-task', { title: 'Hidden' })
  await act('authority.set-record-class', { id: hidden, kind: 'task', class: 3, audience: null })
  const later = await listen(colleagueToken, seq)
  t.after(() => later.close())
  await later.heard('what was missed', ({ ids }) => ids.includes(missed))
  assert.ok(!later.text().includes(first) && !later.text().includes(hidden))
})

test('who is shut out hears no more', async t => {
  const colleague = await listen(colleagueToken)
  t.after(() => colleague.close())
  await act('authority.disable-principal', { id: principalId })
  const { id: later } = await act('work.create-task', { title: 'Later' })
  const me = await listen(ownerToken, 1)
  t.after(() => me.close())
  await me.heard('it', ({ ids }) => ids.includes(later))
  for (const end = Date.now() + 500; Date.now() < end; await wait(50)) assert.ok(!colleague.text().includes(later))
  assert.equal(
    (await fetch(`${server.address}/api/live`, { headers: { authorization: `Bearer ${colleagueToken}` } })).status,
    403,
  )
})

test('what a switchboard tells is heard by whom it concerns within 300 ms', async t => {
  const wire = await act('calls.add-wire', { title: 'The switchboard', memberIds: [owner.principalId] })
  const setup = await kernel.ask({ ...owner, query: 'calls.get-setup', input: {}, requestId: newId() })
  assert.ok(setup.status === 'done')
  const { path } = (setup.output as Any).wires.find((one: Any) => one.id === wire.id)
  const listener = await listen(await tokenOf(owner))
  const took: number[] = []
  for (let n = 0; n < 5; n++) {
    const began = performance.now()
    const form = { event: 'newCall', direction: 'in', from: '46313900655', to: '46317012200', callId: `c${n}` }
    const answer = await fetch(server.address + path, { method: 'POST', body: new URLSearchParams(form) })
    assert.match(await answer.text(), /<Response onAnswer=/)
    const ringing = await kernel.ask({ ...owner, query: 'calls.ringing', input: {}, requestId: newId() })
    assert.ok(ringing.status === 'done')
    const { id } = (ringing.output as Any).rows[0]
    await listener.heard('the call', change => change.ids.includes(id))
    took.push(performance.now() - began)
  }
  listener.close()
  const median = took.sort((a, b) => a - b)[2]!
  t.diagnostic(`webhook to live line: ${median.toFixed(0)} ms`)
  assert.ok(median < 300, took.map(Math.round).join(', '))
})
