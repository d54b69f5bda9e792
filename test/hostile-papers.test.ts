/** Any bytes as a document: kept as they came, with the cause shown where they cannot be read; nothing in them acts. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { makePdf, manyPages } from '../src/modules/documents/reading/fixtures/pdf.ts'
import { makeZip } from '../src/modules/documents/reading/fixtures/zip.ts'
import { testServer } from '../tools/testing/server.ts'
import { billMail, billPdf } from './makers.ts'

const seed = Number(process.env['HOSTILE_SEED'] ?? 20261124)
const longest = { readMs: 60_000 }

const faults: string[] = []
const server = await testServer({
  web: false,
  onLog: (level, message, data) => void (level === 'error' && faults.push(`${message} ${JSON.stringify(data)}`)),
})
after(() => server.close())
const elin = await server.openOffice()

interface Seen {
  readonly record: { readonly id: string; readonly state: string; readonly title: string }
  readonly [fact: string]: unknown
}

interface Taken {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Takes a paper in as the browser does. Gives null where its name is refused, as a name with line ends is. */
async function takeIn(name: string, bytes: Uint8Array): Promise<Taken | null> {
  const fileId = await elin.store(name, bytes)
  const outcome = await elin.act('documents.take-in', { fileId, name, arrivedBy: 'upload' })
  if (outcome.status === 'refused') {
    assert.equal((outcome['refusal'] as { name: string }).name, 'input-invalid', JSON.stringify(outcome))
    return null
  }
  return { id: (outcome['output'] as { id: string }).id, name, bytes }
}

async function whenRead({ id, name }: Taken): Promise<Seen> {
  for (const until = Date.now() + longest.readMs; Date.now() < until; await wait(100)) {
    const seen = (await elin.see('documents.get-document', { id })) as Seen
    if (seen.record.state !== 'arrived') return seen
  }
  throw new Error(`${name} was not read within ${longest.readMs} ms`)
}

/** Whatever it holds, a browser is told to run nothing, load nothing and guess nothing. */
function assertShut(what: string, { headers }: Response): void {
  assert.equal(headers.get('x-content-type-options'), 'nosniff', what)
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/, what)
  assert.match(policy, /sandbox/, what)
  assert.doesNotMatch(policy, /allow-scripts|unsafe-inline|unsafe-eval/, what)
  assert.doesNotMatch(headers.get('content-type') ?? '', /html|svg|xml|javascript/, what)
}

/** The original comes back byte for byte, as a download; what is drawn of it is a picture or a PDF of ours. */
async function assertHarmless({ id, name, bytes }: Taken): Promise<void> {
  const original = await elin.fetch(`/api/documents/${id}/original`)
  assert.equal(original.status, 200, name)
  assert.deepEqual(Buffer.from(await original.arrayBuffer()), Buffer.from(bytes), `${name} is kept as it came`)
  assertShut(name, original)
  assert.match(
    original.headers.get('content-disposition') ?? '',
    /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%!$&+^`|#-]*$/,
    name,
  )
  for (const path of ['pages/1.webp?width=240', 'searchable.pdf']) {
    const drawn = await elin.fetch(`/api/documents/${id}/${path}`)
    assert.ok(drawn.status < 500, `${name} ${path} → ${drawn.status}`)
    assertShut(`${name} ${path}`, drawn)
    await drawn.arrayBuffer()
  }
}

const html =
  '<!doctype html><script>fetch("/api/work/create-task",{method:"POST",body:"{}"})</script><img src=x onerror=alert(1)><meta http-equiv=refresh content="0;url=https://evil.example">Kära kund'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
const entities =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><Invoice>&c;&d;</Invoice>'

const mailOf = (body: string, headers = ''): Buffer =>
  Buffer.from(
    `From: <script>alert(1)</script> <a@b.example>\r\nTo: x@example.org\r\nSubject: =?utf-8?q?=00=1B?= <b>x</b>\r\n${headers}MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`,
  )

const endlessMail = (depth: number): Buffer => {
  let mail = mailOf('innermost')
  for (let n = 0; n < depth; n++)
    mail = Buffer.concat([
      Buffer.from(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\nContent-Type: message/rfc822\r\n\r\n`,
      ),
      mail,
      Buffer.from(`\r\n--b${n}--\r\n`),
    ])
  return mail
}

const script = await makePdf(pdf => {
  pdf.text('A bill')
  ;(pdf as unknown as { _root: { data: Record<string, unknown> } })._root.data['OpenAction'] = {
    S: 'JavaScript',
    JS: new String('app.alert(1)'),
  }
})

test('hostile papers are kept, read or told why not, and act on nobody', async () => {
  const whole = await billMail(77)
  const papers: [name: string, bytes: Uint8Array][] = [
    ['empty.pdf', Buffer.alloc(0)],
    ['page.html', Buffer.from(html)],
    ['picture.svg', Buffer.from(svg)],
    ['entities.xml', Buffer.from(entities)],
    ['cut.eml', whole.subarray(0, Math.floor(whole.length * 0.6))],
    ['script.eml', mailOf(html)],
    ['deep.eml', endlessMail(60)],
    ['bomb.zip', makeZip({ 'zeros.txt': Buffer.alloc(30_000_000) })],
    ['bombs.zip', makeZip({ 'inner.zip': makeZip({ 'zeros.txt': Buffer.alloc(30_000_000) }) })],
    ['climbs.zip', makeZip({ '../../../../tmp/climbed.txt': 'x' })],
    ['lies.pdf', Buffer.from('%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj trailer <</Root 1 0 R>>')],
    ['cut.pdf', (await billPdf(78)).subarray(0, 700)],
    ['script.pdf', script],
    ['"><script>alert(1)</script>.pdf', await billPdf(79)],
    ["'; drop table documents.document; --.pdf", await billPdf(80)],
    ['../../../etc/passwd', Buffer.from('root:x:0:0')],
    ['räkning ‮fdp.exe', Buffer.from('MZ\x90\x00')],
    ['name\r\nSet-Cookie: x=1.pdf', await billPdf(81)],
    ['%s%n%00.pdf', await billPdf(82)],
    [`${'long'.repeat(70)}.pdf`, await billPdf(83)],
  ]
  const taken = (await Promise.all(papers.map(([name, bytes]) => takeIn(name, bytes)))).filter(one => one !== null)
  assert.equal(taken.length, papers.length - 1, 'only the name with a line end is refused')
  for (const one of taken) {
    const seen = await whenRead(one)
    assert.ok(
      ['to-confirm', 'needs-help'].includes(seen.record.state),
      `${one.name}: ${JSON.stringify(seen).slice(0, 300)}`,
    )
    if (seen.record.state === 'needs-help')
      assert.match(JSON.stringify(seen), /"readError":"[a-z-]+"/, `${one.name} says why`)
    await assertHarmless(one)
  }
  assert.deepEqual(faults, [])
})

test('ten thousand pages are read within the minute', async () => {
  const taken = await takeIn('long.pdf', manyPages(10_000))
  const seen = await whenRead(taken!)
  assert.ok(['to-confirm', 'needs-help'].includes(seen.record.state))
  const found = (await elin.see('kernel.search', { text: 'Page 4711 of the long file' })) as { hits: { id: string }[] }
  assert.ok(seen.record.state === 'needs-help' || found.hits.some(({ id }) => id === taken!.id))
  assert.deepEqual(faults, [])
})

test(`any bytes under any name (seed ${seed})`, async () => {
  const starts = [
    '',
    '%PDF-1.7\n',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'PK\x03\x04',
    'II*\0',
    'From: a\r\nTo: b\r\n\r\n',
    '<?xml ',
    'GIF89a',
    '{\\rtf1',
    'RIFF....WEBP',
  ]
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 1_000 }))
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
  const name = fc.oneof(
    fc.constantFrom('a.pdf', 'b.eml', 'c.png', 'd.docx', 'e.xml', 'f'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map(text => text.toWellFormed()),
  )
  const papers = fc.sample(fc.tuple(name, bytes), { seed, numRuns: 24 })
  const taken: Taken[] = []
  for (const [called, content] of papers) {
    const one = await takeIn(called, content)
    if (one) taken.push(one)
  }
  assert.ok(taken.length >= 12)
  for (const one of taken) {
    await whenRead(one)
    await assertHarmless(one)
  }
  const { dead } = (await elin.see('kernel.list-jobs', {})) as { dead: number }
  assert.equal(dead, 0)
  assert.deepEqual(faults, [])
})

test('a file larger than is kept is refused, and nothing of it stays', async () => {
  const stream = (async function* () {
    const part = Buffer.alloc(8 * 1024 * 1024)
    for (let sent = 0; sent < 208 * 1024 * 1024; sent += part.length) yield part
  })()
  const response = await elin.fetch('/api/files?name=huge.bin', {
    method: 'PUT',
    body: stream as unknown as BodyInit,
    duplex: 'half',
  } as RequestInit)
  const answer = (await response.json()) as { refusal: { name: string; message: string } }
  assert.deepEqual([response.status, answer.refusal.name], [413, 'file-too-large'])
})

test('the interface itself runs only what is ours', async () => {
  const page = await fetch(`${server.address}/`)
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'self'/)
  assert.doesNotMatch(policy.split(';').find(part => part.includes('script-src')) ?? '', /unsafe/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
})
