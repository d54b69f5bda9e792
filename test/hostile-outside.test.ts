/** What people outside reach without signing in, tried by people who mean harm: guessing, forging, flooding, active content, links in logs. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { after, beforeEach, test } from 'node:test'
import { openLog } from '../src/app/log.ts'
import { newId } from '../src/kernel/ids.ts'
import { outsideToken } from '../src/kernel/outside/link.ts'
import { makePdf } from '../src/modules/documents/reading/fixtures/pdf.ts'
import { testServer } from '../tools/testing/server.ts'

let logged = ''
const lines = new PassThrough().on('data', chunk => (logged += String(chunk)))
// Each test asks from an address of its own, as a proxy says it: limits are met where a test means to meet them.
const server = await testServer({ log: openLog('trace', lines), trustedProxies: ['127.0.0.1'] })
let visitor = 0
beforeEach(() => void visitor++)
const from = () => ({ 'x-forwarded-for': `203.0.113.${visitor}` })
after(() => server.close())
const elin = await server.openOffice()
const secrets: string[] = []

interface Asked {
  readonly token: string
  readonly body?: object
  readonly headers?: Record<string, string>
}
/** As somebody with a link and nothing else. */
async function outside(path: string, { token, body = {}, headers = {} }: Asked): Promise<Response> {
  return fetch(`${server.address}/public/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-kontor-link': token,
      'accept-language': 'sv',
      ...from(),
      ...headers,
    },
    body: JSON.stringify(body),
  })
}
// biome-ignore lint/suspicious/noExplicitAny: answers of the border
type Any = any
const told = async (answer: Response): Promise<Any> => answer.json()

async function take(name: string, bytes: Uint8Array): Promise<string> {
  const fileId = await elin.store(name, bytes)
  const taken = (await elin.act('documents.take-in', { fileId, name, arrivedBy: 'upload' })) as Any
  return taken.output.id
}

async function link(id: string, input: object = {}): Promise<{ shareId: string; token: string }> {
  const made = (await elin.act('documents.share', { id, ...input })) as Any
  assert.equal(made.status, 'done', JSON.stringify(made))
  const { path } = (await elin.see('documents.show-share-link', { id: made.output.id })) as { path: string }
  const token = path.split('#')[1]!
  secrets.push(token)
  return { shareId: made.output.id, token }
}

async function read(id: string): Promise<void> {
  for (let left = 200; left > 0; left--) {
    const { pages } = (await elin.see('documents.get-document', { id })) as Any
    if (pages.length > 0) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('the paper was not read')
}

const pdf = await makePdf(page => void page.text('Zqkanarie the offer'))

test('a link shows what it was given for, in the reader’s language, and every opening is counted and journalled', async () => {
  const id = await take('offer.pdf', pdf)
  await read(id)
  const { shareId, token } = await link(id, { recipient: 'Eva', note: 'As agreed', mostFetches: 2 })
  const opened = await told(await outside('shares/open', { token }))
  assert.deepEqual([opened.name, opened.note, opened.left, opened.pages], ['offer.pdf', 'As agreed', 2, 1])
  secrets.push(opened.pass)
  const shown = await told(await outside('shares/show', { token, body: { pass: opened.pass } }))
  const page = await outside('shares/page', { token, body: { pass: shown.pass, page: 1, width: 800 } })
  assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'image/webp'])
  const file = await outside('shares/file', { token, body: { pass: opened.pass } })
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), Buffer.from(pdf))
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
  const spent = await outside('shares/file', { token, body: { pass: opened.pass } })
  assert.equal(spent.status, 404)
  assert.match((await told(spent)).refusal.message, /^Länken öppnar inget/)
  const { share } = (await elin.see('documents.get-share', { id: shareId })) as Any
  assert.deepEqual([share.state, share.fetches], ['spent', 2])
  const { rows } = (await elin.see('authority.record-timeline', { id, limit: 50 })) as Any
  assert.equal(rows.filter((row: Any) => row.command === 'documents.note-share-fetch').length, 2)
})

test('no answer runs, is framed, kept, indexed or tells where it came from; no cookie is set or counts', async () => {
  const { token } = await link(await take('page.html', Buffer.from('<script>alert(1)</script>')))
  const opened = await outside('shares/open', { token })
  const { pass } = await told(opened.clone())
  const file = await outside('shares/file', { token, body: { pass } })
  for (const answer of [opened, file]) {
    const says = (name: string) => answer.headers.get(name) ?? ''
    assert.match(says('content-security-policy'), /default-src 'none'.*sandbox/)
    assert.equal(says('referrer-policy'), 'no-referrer')
    assert.equal(says('cache-control'), 'no-store')
    assert.equal(says('x-content-type-options'), 'nosniff')
    assert.match(says('x-robots-tag'), /noindex/)
    assert.equal(answer.headers.get('set-cookie'), null)
  }
  assert.equal(file.headers.get('content-type'), 'application/octet-stream')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
  const byCookie = await outside('shares/open', { token: '', headers: { cookie: elin.cookie } })
  assert.equal(byCookie.status, 404, 'being signed in opens nothing here')
  const elsewhere = await outside('shares/open', { token, headers: { 'sec-fetch-site': 'cross-site' } })
  assert.equal(elsewhere.status, 403, 'another site’s page asks nothing')
  const page = await fetch(`${server.address}/shared`)
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
})

test('after revoking, after a change of class, and by nobody’s link nothing opens, in the same words', async () => {
  const id = await take('secret.txt', Buffer.from('Zqkanarie'))
  const { shareId, token } = await link(id)
  const { pass } = await told(await outside('shares/open', { token }))
  await elin.act('documents.revoke-share', { id: shareId })
  const risen = await link(id)
  await elin.act('authority.set-record-class', { id, kind: 'document', class: 2, audience: null })
  const forged = outsideToken(Buffer.alloc(32), 'share', { organisationId: newId(), id: shareId })
  const traversal = '../../../../etc/passwd'
  const words = new Set<string>()
  for (const tried of [token, risen.token, forged, traversal, '', `${token}A`]) {
    for (const path of ['shares/open', 'shares/file']) {
      const answer = await outside(path, { token: tried, body: { pass } })
      assert.equal(answer.status, 404, `${path} ${tried}`)
      const { refusal } = await told(answer)
      words.add(refusal.message)
      assert.doesNotMatch(JSON.stringify(refusal), /Zqkanarie|secret\.txt/)
    }
  }
  assert.equal(words.size, 1)
})

test('a password is asked for, told to nobody, and a pass of one share opens no other', async () => {
  const id = await take('with.txt', Buffer.from('behind a password'))
  secrets.push('a comma and four words')
  const kept = await elin.fetch('/api/documents/share-passwords', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'a comma and four words' }),
  })
  const { token } = await link(id, { passwordId: (await told(kept)).output.id })
  const asked = await told(await outside('shares/open', { token }))
  assert.deepEqual(Object.keys(asked).sort(), ['needsPassword', 'office'])
  const wrong = await outside('shares/open', { token, body: { password: 'not this one' } })
  assert.equal(wrong.status, 403)
  const right = await told(await outside('shares/open', { token, body: { password: 'a comma and four words' } }))
  assert.equal(right.name, 'with.txt')
  const other = await link(await take('other.txt', Buffer.from('other')))
  const { pass } = await told(await outside('shares/open', { token: other.token }))
  for (const forged of [pass, `${pass}0`, 'x', undefined, `${Date.now() + 1e9}.x`])
    assert.equal((await outside('shares/file', { token, body: { pass: forged } })).status, 403)
  assert.equal((await outside('shares/file', { token, body: { pass: right.pass } })).status, 200)
})

async function request(input: object = {}): Promise<{ id: string; token: string }> {
  const wanted = { title: 'Zqkanarie lease', askedOf: 'Eva', items: ['Lease', 'Extract'], dueOn: '2126-12-01' }
  const made = (await elin.act('documents.ask-for-files', { ...wanted, ...input })) as Any
  assert.equal(made.status, 'done', JSON.stringify(made))
  const { path } = (await elin.see('documents.request-letter', { id: made.output.id })) as { path: string }
  const token = path.split('#')[1]!
  secrets.push(token)
  return { id: made.output.id, token }
}

const send = (token: string, bytes: Uint8Array | ReadableStream, name: string, item = '') =>
  fetch(`${server.address}/public/requests/file`, {
    method: 'PUT',
    headers: { ...from(), 'x-kontor-link': token, 'x-kontor-name': encodeURIComponent(name), 'x-kontor-item': item },
    body: bytes as never,
    duplex: 'half',
  } as RequestInit)

test('files come in by a request’s link, under names that reach nowhere, and are never active', async () => {
  const { id, token } = await request()
  const asked = await told(await outside('requests/open', { token }))
  assert.deepEqual(
    asked.items.map((item: Any) => item.ticked),
    [false, false],
  )
  const html = Buffer.from('<script>alert(1)</script>')
  const first = await send(token, html, '../../etc/pass\u0000wd.html', '1')
  assert.equal(first.status, 200, await first.clone().text())
  assert.deepEqual(
    (await told(first)).items.map((item: Any) => item.ticked),
    [true, false],
  )
  const { request: detail } = (await elin.see('documents.get-file-request', { id })) as Any
  assert.doesNotMatch(detail.papers[0].name, /[/\\\u0000]/)
  const original = await elin.fetch(`/api/documents/${detail.papers[0].id}/original`)
  assert.match(original.headers.get('content-disposition') ?? '', /^attachment/)
  assert.doesNotMatch(original.headers.get('content-type') ?? '', /html/)
  assert.equal((await send(token, new Uint8Array(), 'empty.txt')).status, 400)
  assert.equal((await send(token, html, '%', '99')).status, 200, 'a line that is none is none of them')
})

test('a request’s link opens no share and no share’s link a request; after it is withdrawn it takes nothing', async () => {
  const { id, token } = await request()
  const { token: other } = await link(await take('one.txt', Buffer.from('one of them')))
  assert.equal((await outside('shares/open', { token })).status, 404)
  assert.equal((await outside('requests/open', { token: other })).status, 404)
  assert.equal((await send(other, Buffer.from('x'), 'x.txt')).status, 404)
  assert.equal((await outside('requests/done', { token, body: { reply: 'The rest on Monday' } })).status, 200)
  await elin.act('documents.withdraw-file-request', { id })
  for (const answer of [
    await outside('requests/open', { token }),
    await send(token, Buffer.from('late'), 'late.txt'),
    await outside('requests/done', { token }),
  ])
    assert.equal(answer.status, 404)
  const { request: detail } = (await elin.see('documents.get-file-request', { id })) as Any
  assert.deepEqual([detail.files, detail.reply], [0, 'The rest on Monday'])
})

test('a file that is too large is cut off, and nothing of it stays', async () => {
  const { id, token } = await request()
  const chunk = new Uint8Array(8 * 1024 * 1024)
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      if (sent++ < 40) controller.enqueue(chunk)
      else controller.close()
    },
  })
  const answer = await send(token, endless, 'endless.bin').catch(() => null)
  assert.ok(answer === null || answer.status === 413, `${answer?.status}`)
  const { request: detail } = (await elin.see('documents.get-file-request', { id })) as Any
  assert.equal(detail.files, 0)
  const left = await readdir(join(server.dataDir, 'files', 'incoming'))
  assert.deepEqual(left, [])
})

test('the public list is closed until it is opened, and shows nothing but public entries, masked', async () => {
  const get = (path: string) =>
    fetch(`${server.address}/public/register/${path}`, { headers: { ...from(), cookie: elin.cookie } })
  const enter = async (subject: string, more: object = {}) =>
    (
      (await elin.act('documents.register', {
        direction: 'in',
        correspondent: 'Zqperson Åkerholm',
        subject,
        ...more,
      })) as Any
    ).output
  const open = await enter('Zqöppen from Zqperson <b onload=x> 19800101-1234 eva@zq.example =cmd')
  await enter('Zqhemlig', { secret: true })
  const struck = await enter('Zqstruken')
  await elin.act('documents.strike-registration', { id: struck.id, reason: 'Wrong' })
  const confidential = await enter('Zqförtrolig')
  await elin.act('authority.set-record-class', { id: confidential.id, kind: 'registration', class: 2, audience: null })
  const paper = await take('zq.txt', Buffer.from('zq secret paper'))
  const bound = await enter('Zqpapper', { documentId: paper })
  await elin.act('authority.set-record-class', { id: bound.id, kind: 'registration', class: 1, audience: null })
  await elin.act('authority.set-record-class', { id: paper, kind: 'document', class: 2, audience: null })
  const withheld = await enter('Zqundantagen')
  await elin.act('documents.mask-registration', { id: withheld.id, withheld: true })
  for (const address of ['almgren', 'almgren.json', '..%2f..%2fetc', ''])
    assert.equal((await get(address)).status, 404, address)
  const list = {
    isOpen: false,
    address: 'almgren',
    showsNames: false,
    afterDays: 0,
    maskedWords: ['cmd'],
    intro: '<i>Hej</i>',
  }
  await elin.act('documents.change-public-register', list)
  assert.equal((await get('almgren')).status, 404, 'named, but closed')
  await elin.act('documents.change-public-register', { ...list, isOpen: true })
  const page = await get('almgren')
  const text = await page.text()
  assert.equal(page.status, 200, text)
  for (const word of [
    /hemlig/,
    /struken/,
    /förtrolig/,
    /papper/,
    /undantagen/,
    /Zqperson/,
    /Åkerholm/,
    /1980/,
    /eva@/,
    /cmd/,
    /<b /,
    /<i>/,
    /<script/,
  ])
    assert.doesNotMatch(text, word)
  assert.ok(text.includes('Zqöppen') && text.includes(open.number))
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-/)
  assert.equal(page.headers.get('set-cookie'), null)
  const feed = await (await get('almgren.json?q=Zqperson')).json()
  assert.deepEqual(feed.entries, [], 'no question tells what a mask hides')
  const { entries } = (await (await get('almgren.json?q=zqoppen&from=2000-01-01')).json()) as Any
  assert.equal(entries.length, 1)
  assert.deepEqual(Object.keys(entries[0]).sort(), ['correspondent', 'direction', 'happenedOn', 'number', 'subject'])
  const csv = await get('almgren.csv')
  assert.match(csv.headers.get('content-disposition') ?? '', /^attachment/)
  assert.doesNotMatch(await csv.text(), /(^|,)"?[=+@-]/m)
  for (const query of ["?after='", '?from=x&to=2020-99-99', `?q=${'a'.repeat(5000)}`, '?after=999999'])
    assert.ok([200, 400].includes((await get(`almgren${query}`)).status), query)
  await elin.act('documents.change-public-register', list)
  assert.equal((await get('almgren')).status, 404)
})

test('no link, pass or password stands in the log or in a table', async () => {
  for (const secret of secrets) assert.ok(!logged.includes(secret), `the log tells ${secret.slice(0, 8)}…`)
  const { pool } = server.running.composed.kernel
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`,
  )
  assert.ok(rows.length > 50)
  const client = await pool.connect()
  try {
    const { rows: offices } = await client.query<{ id: string }>(
      'select organisation_id as id from platform.organisations()',
    )
    await client.query("select set_config('kontor.organisation_id', $1, false)", [offices[0]!.id])
    for (const { name } of rows) {
      const found = await client.query(`select 1 from ${name} t where t::text like any($1) limit 1`, [
        secrets.flatMap(secret => [`%${secret}%`, `%${Buffer.from(secret).toString('hex')}%`]),
      ])
      assert.equal(found.rows.length, 0, `${name} holds a link, a pass or a password`)
    }
  } finally {
    await client.query("select set_config('kontor.organisation_id', '', false)")
    client.release()
  }
})

test('whoever guesses is stopped, and so is whoever floods', async () => {
  const statuses: number[] = []
  for (let tried = 0; tried < 30; tried++) {
    const token = outsideToken(Buffer.alloc(32, tried), 'share', { organisationId: newId(), id: newId() })
    statuses.push((await outside('shares/page', { token })).status)
  }
  assert.ok(statuses.includes(429) && statuses.indexOf(429) <= 21, statuses.join(' '))
})
