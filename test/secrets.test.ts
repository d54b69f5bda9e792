/** What is secret stands in no log and no table; what a request did is found by its number in both. */
import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openLog } from '../src/app/log.ts'
import { newId } from '../src/kernel/ids.ts'
import { makePdf } from '../src/modules/documents/reading/fixtures/pdf.ts'
import { testDatabase } from '../tools/testing/database.ts'
import { testServer, urlOf } from '../tools/testing/server.ts'

let logged = ''
const lines = new PassThrough().on('data', chunk => (logged += String(chunk)))
const database = await testDatabase()
const superuser = new pg.Client(database.superuser)
await superuser.connect()
const server = await testServer({
  database: { ownerUrl: urlOf(database.owner), appUrl: urlOf(database.app) },
  log: openLog('trace', lines),
})
after(async () => {
  await server.close()
  await superuser.end()
  await database.close()
})
const elin = await server.openOffice()

/** Every secret that was used, by what it was. */
const secrets = new Map<string, string>([
  ['the first password', elin.password],
  ['the first-run link', server.running.firstRun!.split(/[#/=]/).at(-1)!],
  ['a cookie', elin.cookie.split('=')[1]!],
])

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

async function linkOf(id: string): Promise<string> {
  const { path } = (await elin.see('authority.show-link', { id })) as { path: string }
  return path.split(/[#/=]/).at(-1)!
}

test('signing in, rightly, wrongly and in broken JSON', async () => {
  secrets.set('a wrong password', 'canary wrong 4711')
  secrets.set('a password in broken JSON', 'canary-broken-4711')
  assert.equal((await post('/api/session', { email: elin.email, password: 'canary wrong 4711' })).status, 401)
  assert.equal((await post('/api/session', `{"email":"a@b.example","password":"canary-broken-4711`)).status, 400)
  const again = await server.signIn(elin.email, elin.password)
  secrets.set('another cookie', again.cookie.split('=')[1]!)
})

test('an invitation, a link to a new password, and what was chosen by them', async () => {
  const invited = await elin.act('authority.invite-person', { name: 'Maria', email: 'maria@example.org' })
  const { invitationId, principalId } = invited['output'] as { invitationId: string; principalId: string }
  const invitation = await linkOf(invitationId)
  secrets.set('an invitation', invitation).set('an invited password', 'canary invited 4711')
  const accepted = await post('/api/session/accept-invitation', { token: invitation, password: 'canary invited 4711' })
  assert.equal(accepted.status, 200, await accepted.text())
  const offered = await elin.act('authority.reset-password', { id: principalId })
  const reset = await linkOf((offered['output'] as { resetId: string }).resetId)
  secrets.set('a reset link', reset).set('a new password', 'canary reset 4711')
  const changed = await post('/api/session/reset-password', { token: reset, password: 'canary reset 4711' })
  assert.equal(changed.status, 200, await changed.text())
})

test('an API token, used by REST and by MCP, and a forged one', async () => {
  const made = await elin.act('authority.create-api-token', { name: 'For the canary' })
  const { id } = made['output'] as { id: string }
  const { token } = (await elin.see('authority.show-api-token', { id })) as { token: string }
  secrets.set('a token', token).set('a forged token', 'canaryforged'.repeat(3))
  const bearer = { authorization: `Bearer ${token}` }
  assert.equal((await fetch(`${server.address}/api/work/desk`, { headers: bearer })).status, 200)
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const spoken = await post('/mcp', call, { ...bearer, accept: 'application/json, text/event-stream' })
  assert.equal(spoken.status, 200)
  await spoken.text()
  const forged = { authorization: `Bearer ${'canaryforged'.repeat(3)}` }
  assert.equal((await fetch(`${server.address}/api/work/desk`, { headers: forged })).status, 401)
})

test('the password of a document, and words that were searched for', async () => {
  const locked = await makePdf(pdf => void pdf.text('Locked'), {
    userPassword: 'canary-document-4711',
    ownerPassword: 'o',
  })
  const fileId = await elin.store('locked.pdf', locked)
  const taken = await elin.act('documents.take-in', { fileId, name: 'locked.pdf', arrivedBy: 'upload' })
  const { id } = taken['output'] as { id: string }
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(100)) {
    const seen = (await elin.see('documents.get-document', { id })) as { record: { state: string } }
    if (seen.record.state !== 'arrived') break
  }
  secrets.set('a wrong document password', 'canary-wrong-4711').set('a document password', 'canary-document-4711')
  for (const [password, status] of [
    ['canary-wrong-4711', 'refused'],
    ['canary-document-4711', 'done'],
  ] as const) {
    const answer = await post(`/api/documents/${id}/password`, { password }, { cookie: elin.cookie })
    assert.equal(((await answer.json()) as { status: string }).status, status)
  }
  secrets.set('words that were searched for', 'canarysearch4711')
  await elin.see('kernel.search', { text: 'canarysearch4711' })
})

test('a request is found by its number in the log and in the journal', async () => {
  for (const given of [undefined, `canary-${newId()}`]) {
    const headers = { cookie: elin.cookie, ...(given ? { 'x-request-id': given } : {}) }
    const response = await post('/api/work/create-task', { title: 'Numbered' }, headers)
    const number = response.headers.get('x-request-id')!
    assert.ok(number && (!given || number === given))
    const { rows } = await superuser.query('select command, surface from kernel.journal where request_id = $1', [
      number,
    ])
    assert.deepEqual(rows[0], { command: 'work.create-task', surface: 'rest' })
    const found = logged
      .split('\n')
      .filter(line => line.includes(number))
      .map(line => JSON.parse(line) as Record<string, unknown>)
    assert.deepEqual(
      found.map(({ msg, method, path, status }) => [msg, method, path, status]),
      [['request', 'POST', '/api/work/create-task', 200]],
    )
  }
})

test('no log line and no table holds any of them', async () => {
  assert.ok(logged.split('\n').length > 15)
  for (const [what, secret] of secrets) {
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
      assert.ok(!logged.includes(form), `the log holds ${what}`)
  }
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const held: string[] = []
  const forms = [...secrets.values()].flatMap(secret => [secret, Buffer.from(secret).toString('hex')])
  for (const { name } of tables) {
    const { rows } = await superuser.query(
      `select 1 from ${name} t where exists (select from unnest($1::text[]) form where position(form in t::text) > 0) limit 1`,
      [forms],
    )
    if (rows.length > 0) held.push(name)
  }
  assert.deepEqual(held, [])
})
