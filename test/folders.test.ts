/** Kontor as folders: what scanners and office programs do over WebDAV, from signing in to saving back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type SignedIn, type TestServer, testServer } from '../tools/testing/server.ts'
import { done, invite } from './journeys/small-office.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of commands named by a string
type Any = any

const faults: string[] = []
let server: TestServer
let elin: SignedIn
let password: string

before(async () => {
  server = await testServer({
    onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)),
  })
  elin = await server.openOffice()
  password = (await makePassword(elin)).password
})
after(async () => {
  await server.close()
  assert.deepEqual(faults, [])
})

async function makePassword(who: SignedIn, name = 'Scanner'): Promise<{ id: string; password: string }> {
  const answer = (await (
    await who.fetch('/api/documents/app-passwords', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    })
  ).json()) as Any
  assert.equal(answer.status, 'done', JSON.stringify(answer))
  return answer.output
}

interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

async function dav(
  method: string,
  path: string,
  {
    headers = {},
    body,
    as = `${elin.email}:${password}`,
  }: { headers?: Record<string, string>; body?: string | Uint8Array; as?: string } = {},
): Promise<Answered> {
  const response = await fetch(`${server.address}/dav/${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from(as).toString('base64')}`, ...headers },
    ...(body === undefined ? {} : { body: body as BodyInit }),
    redirect: 'manual',
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const namesIn = (text: string): string[] =>
  [...text.matchAll(/<D:href>\/dav\/([^<]*)<\/D:href><D:propstat>/g)].map(([, path]) => decodeURIComponent(path!))
const listed = async (path: string, as?: string) =>
  namesIn((await dav('PROPFIND', path, { headers: { depth: '1' }, ...(as ? { as } : {}) })).text)
const documents = async (who: SignedIn = elin): Promise<Any[]> =>
  ((await who.see('documents.list-documents')) as Any).rows
const lockBody = (scope = 'exclusive') =>
  `<?xml version="1.0"?><D:lockinfo xmlns:D="DAV:"><D:lockscope><D:${scope}/></D:lockscope><D:locktype><D:write/></D:locktype><D:owner>Writer</D:owner></D:lockinfo>`
const tokenOf = ({ headers }: Answered) => headers.get('lock-token') ?? ''

/** A document that lies in a class of the plan; gives its path and id. */
async function filed(name: string, text: string): Promise<{ path: string; id: string; code: Any }> {
  const fileId = await elin.store(name, Buffer.from(text))
  const taken = (await elin.act('documents.take-in', { fileId, name, arrivedBy: 'upload' })) as Any
  const { rows } = (await elin.see('documents.list-classes')) as Any
  const code = rows.find((one: Any) => one.code === '1.1')
  await elin.act('documents.file-under', { ids: [taken.output.id], classCodeId: code.id })
  const above = rows.find((one: Any) => one.code === '1')
  const path = [`1 ${above.name}`, `1.1 ${code.name}`, name].map(encodeURIComponent).join('/')
  return { path, id: taken.output.id, code }
}

test('nobody comes in without an app password of their own, and one that is ended opens nothing', async () => {
  assert.equal((await dav('OPTIONS', '')).headers.get('dav'), '1, 2')
  for (const as of [`${elin.email}:wrong`, `nobody@example.org:${password}`, `${elin.email}:${elin.password}`, ':'])
    assert.equal((await dav('PROPFIND', '', { as })).status, 401, as)
  const other = await makePassword(elin, 'Old')
  const as = `${elin.email.toUpperCase()}:${other.password.replaceAll('-', ' ').toUpperCase()}`
  assert.equal((await dav('PROPFIND', '', { as, headers: { depth: '0' } })).status, 207, 'as people type it')
  await elin.act('documents.revoke-app-password', { id: other.id })
  assert.equal((await dav('PROPFIND', '', { as, headers: { depth: '0' } })).status, 401)
  const { rows } = (await elin.see('documents.list-app-passwords')) as Any
  assert.ok(rows.find((row: Any) => row.id === other.id).revokedAt)
  const journal = JSON.stringify(await elin.see('authority.read-journal', { limit: 500 }))
  assert.ok(!journal.includes(other.password) && !journal.includes(password), 'no journal holds a password')
  const bearer = await fetch(`${server.address}/api/work/desk`, { headers: { authorization: `Bearer ${password}` } })
  assert.equal(bearer.status, 401, 'it opens the folders alone')
})

test('who guesses has to wait, and whoever knows does not', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 60 && statuses.at(-1) !== 429; n++)
    statuses.push((await dav('PROPFIND', '', { as: `${elin.email}:guess-${n}`, headers: { depth: '0' } })).status)
  assert.equal(statuses.at(-1), 429)
  assert.equal((await dav('PROPFIND', '', { headers: { depth: '0' } })).status, 207)
})

test('what a scanner lays into In is taken in; what systems lay down is let go', async () => {
  const before = (await documents()).length
  const put = await dav('PUT', 'In/scan.txt', { body: 'Faktura 17' })
  assert.equal(put.status, 201)
  for (const junk of ['.DS_Store', '._scan.txt', 'Thumbs.db'])
    assert.equal((await dav('PUT', `In/${junk}`, { body: 'x' })).status, 201)
  assert.equal((await dav('PUT', 'In/empty.txt', { body: '' })).status, 201)
  assert.deepEqual(await listed('In/'), ['In/', 'In/empty.txt', 'In/scan.txt'])
  assert.equal((await documents()).length, before + 1)
  assert.equal((await dav('PUT', 'In/scan.txt', { body: 'Faktura 18' })).status, 204)
  assert.equal((await documents()).length, before + 2, 'a scanner that names all alike loses nothing')
  assert.equal((await dav('GET', 'In/scan.txt')).text, 'Faktura 18')
  assert.equal((await dav('PUT', 'In/report.pdf.part', { body: 'half' })).status, 201)
  assert.equal((await documents()).length, before + 2, 'half a file is no paper')
  const destination = `${server.address}/dav/In/report.txt`
  assert.equal((await dav('MOVE', 'In/report.pdf.part', { headers: { destination } })).status, 201)
  assert.deepEqual(
    (await documents()).map(({ name }) => name).filter(name => name === 'report.txt'),
    ['report.txt'],
  )
  const { rows } = (await elin.see('documents.list-documents')) as Any
  const { arrivedFrom } = (await elin.see('documents.get-document', {
    id: rows.find((row: Any) => row.name === 'report.txt').id,
  })) as Any
  assert.match(arrivedFrom, /^Scanner: In/)
  assert.equal((await dav('DELETE', 'In/report.txt')).status, 204)
  assert.ok(!(await listed('In/')).includes('In/report.txt'))
})

test('a document is opened and saved back: every version is kept, and nobody overwrites another’s', async () => {
  const { path, id } = await filed('minutes.txt', 'one')
  const opened = await dav('GET', path)
  const etag = opened.headers.get('etag')!
  assert.deepEqual([opened.text, opened.headers.get('content-disposition')?.startsWith('attachment')], ['one', true])
  assert.equal((await dav('GET', path, { headers: { 'if-none-match': etag } })).status, 304)
  assert.equal((await dav('GET', path, { headers: { range: 'bytes=1-2' } })).text, 'ne')
  assert.equal((await dav('PUT', path, { body: 'two', headers: { 'if-match': etag } })).status, 204)
  const stale = await dav('PUT', path, { body: 'three', headers: { 'if-match': etag } })
  assert.equal(stale.status, 412)
  assert.equal((await dav('GET', path)).text, 'two')
  const { rows } = (await elin.see('documents.list-versions', { id })) as Any
  assert.deepEqual(
    rows.map(({ number, savedBy }: Any) => [number, savedBy]),
    [
      [2, 'Elin Bergqvist'],
      [1, null],
    ],
  )
  assert.equal(await (await elin.fetch(`/api/documents/${id}/versions/1`)).text(), 'one')
  assert.equal(await (await elin.fetch(`/api/documents/${id}/versions/2`)).text(), 'two')
  assert.equal((await elin.fetch(`/api/documents/${id}/versions/3`)).status, 404)
  const again = (await elin.act('documents.save-version', {
    id,
    fileId: await elin.store('minutes.txt', Buffer.from('four')),
    expectedDigest: rows[1].digest,
  })) as Any
  assert.equal(again.refusal?.name, 'version-not-newest')
})

test('while one edits, nobody else saves; the token, the end and the time of it open again', async () => {
  const { path, id } = await filed('contract.txt', 'a')
  const locked = await dav('LOCK', path, { body: lockBody(), headers: { timeout: 'Second-600', depth: '0' } })
  const token = tokenOf(locked)
  assert.equal(locked.status, 200)
  assert.match(token, /^<opaquelocktoken:[0-9a-f-]{36}>$/)
  assert.equal((await dav('PUT', path, { body: 'b' })).status, 423)
  assert.equal((await dav('LOCK', path, { body: lockBody(), headers: { depth: '0' } })).status, 423)
  const byHand = (await elin.act('documents.save-version', {
    id,
    fileId: await elin.store('contract.txt', Buffer.from('by hand')),
  })) as Any
  assert.equal(byHand.refusal?.name, 'document-being-edited')
  assert.match(byHand.refusal.message, /Elin Bergqvist/)
  const { editing } = (await elin.see('documents.list-versions', { id })) as Any
  assert.equal(editing[0].who, 'Elin Bergqvist')
  assert.equal((await dav('PUT', path, { body: 'b', headers: { if: `(${token})` } })).status, 204)
  assert.equal((await dav('LOCK', path, { headers: { if: `(${token})`, timeout: 'Second-60' } })).status, 200)
  const wrong = '<opaquelocktoken:019aa000-0000-7000-8000-00000000dead>'
  assert.equal((await dav('UNLOCK', path, { headers: { 'lock-token': wrong } })).status, 409)
  assert.equal((await dav('UNLOCK', path, { headers: { 'lock-token': token } })).status, 204)
  assert.equal((await dav('PUT', path, { body: 'c' })).status, 204)
  const brief = await dav('LOCK', path, { body: lockBody(), headers: { timeout: 'Second-1', depth: '0' } })
  assert.equal(brief.status, 200)
  const over = Date.now() + 10_000
  let after = await dav('PUT', path, { body: 'd' })
  while (after.status === 423 && Date.now() < over) after = await dav('PUT', path, { body: 'd' })
  assert.equal(after.status, 204, 'its time was over')
})

test('an office program that saves by laying down, moving away and moving in makes one new version', async () => {
  const { path, id } = await filed('letter.docx', 'old words')
  const folder = path.slice(0, path.lastIndexOf('/'))
  const at = (name: string) => `${server.address}/dav/${folder}/${encodeURIComponent(name)}`
  assert.equal((await dav('PUT', `${folder}/~$letter.docx`, { body: 'Elin' })).status, 201)
  assert.equal((await dav('PUT', `${folder}/~WRD0001.tmp`, { body: 'new words' })).status, 201)
  const away = await dav('MOVE', path, { headers: { destination: at('~WRL0002.tmp'), overwrite: 'F' } })
  assert.equal(away.status, 201)
  assert.equal((await dav('PROPFIND', path, { headers: { depth: '0' } })).status, 404)
  const back = await dav('MOVE', `${folder}/~WRD0001.tmp`, {
    headers: { destination: at('letter.docx'), overwrite: 'F' },
  })
  assert.equal(back.status, 201)
  assert.equal((await dav('DELETE', `${folder}/~WRL0002.tmp`)).status, 204)
  assert.equal((await dav('DELETE', `${folder}/~$letter.docx`)).status, 204)
  assert.equal((await dav('GET', path)).text, 'new words')
  const { rows } = (await elin.see('documents.list-versions', { id })) as Any
  assert.equal(rows.length, 2)
  assert.deepEqual(
    (await listed(`${folder}/`)).filter(name => name.includes('~')),
    [],
    'nothing is left lying',
  )
})

test('what the protocol knows and the file plan does not mean is refused', async () => {
  const { path } = await filed('kept.txt', 'kept')
  const folder = path.slice(0, path.lastIndexOf('/'))
  const to = (where: string) => ({ destination: `${server.address}/dav/${where}` })
  assert.equal((await dav('DELETE', path)).status, 403, 'a filed paper goes by the file plan')
  assert.equal((await dav('DELETE', `${folder}/`)).status, 403)
  assert.equal((await dav('MKCOL', `${folder}/new/`)).status, 403)
  assert.equal((await dav('PUT', 'x.txt', { body: 'x' })).status, 403)
  assert.equal((await dav('PUT', 'In/none/x.txt', { body: 'x' })).status, 409)
  assert.equal((await dav('COPY', path, { headers: to('In/kept.txt') })).status, 403)
  assert.equal((await dav('MOVE', path, { headers: to(`${folder}/other.txt`) })).status, 403)
  assert.equal((await dav('MOVE', path, { headers: { destination: 'http://elsewhere.example/dav/In/x' } })).status, 502)
  assert.equal((await dav('PROPFIND', '', { headers: { depth: 'infinity' } })).status, 403)
  assert.equal(
    (await dav('PROPFIND', '', { headers: { depth: '0' }, body: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' })).status,
    400,
  )
  assert.equal(
    (await dav('PROPFIND', '', { headers: { depth: '0' }, body: `<a>${'x'.repeat(70_000)}</a>` })).status,
    413,
  )
  assert.equal((await dav('PROPFIND', '%2e%2e/%2e%2e/etc', { headers: { depth: '0' } })).status, 404)
  assert.equal((await dav('PUT', 'In/x.txt', { body: 'x', headers: { if: 'nonsense' } })).status, 400)
})

test('a paper is filed by moving it into a folder of the plan', async () => {
  const { path } = await filed('first.txt', 'first')
  const folder = path.slice(0, path.lastIndexOf('/'))
  assert.equal((await dav('PUT', 'In/decision.txt', { body: 'decided' })).status, 201)
  const destination = `${server.address}/dav/${folder}/decision.txt`
  assert.equal((await dav('MOVE', 'In/decision.txt', { headers: { destination } })).status, 201)
  assert.ok((await listed(`${folder}/`)).some(name => name.endsWith('/decision.txt')))
  assert.ok(!(await listed('In/')).includes('In/decision.txt'))
  assert.equal((await dav('PUT', `${folder}/third.txt`, { body: 'third' })).status, 201)
  const third = (await documents()).find(({ name }) => name === 'third.txt')
  assert.equal(third.classCode.code, '1.1')
})

test('who may not see a document does not find it, nor can write over it', async () => {
  const { path, id } = await filed('secret.txt', 'canary')
  await done(elin, 'authority.set-record-class', { id, kind: 'document', class: 3 })
  const maria = await invite(server, elin, 'Maria Öberg', 'clerk')
  const as = `${maria.email}:${(await makePassword(maria)).password}`
  const folder = path.slice(0, path.lastIndexOf('/'))
  assert.ok(!(await listed(`${folder}/`, as)).some(name => name.includes('secret')))
  assert.equal((await dav('GET', path, { as })).status, 404)
  assert.equal((await dav('PROPFIND', path, { as, headers: { depth: '0' } })).status, 404)
  assert.equal((await dav('PUT', path, { as, body: 'mine' })).status, 201, 'a paper of her own')
  assert.equal((await dav('GET', path)).text, 'canary')
  assert.deepEqual(await listed('In/', as), ['In/'], 'a drop folder is one’s own')
})
