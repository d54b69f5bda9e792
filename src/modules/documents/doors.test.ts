import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { getDocument, listDocuments } from './contract.ts'
import { openFolderDoor } from './doors.folder.ts'
import { attachmentNamed, documentRoutes } from './doors.http.ts'
import { openSmtpDoor } from './doors.smtp.ts'
import { addressesOf } from './intake.ts'
import { type DocumentsKernel, documentsKernel } from './testing.ts'

let kernel: DocumentsKernel
const folders: string[] = []
before(async () => {
  kernel = await documentsKernel()
})
after(async () => {
  await kernel.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-watch-'))
  folders.push(folder)
  return folder
}

const rowsOf = async (me: TestPrincipal) => {
  const answer = await kernel.query(listDocuments, { sort: 'title', order: 'ascending' }, me)
  return answer.status === 'done' ? answer.output.rows : assert.fail(JSON.stringify(answer))
}

const log = () => {}

function folderDoor(me: TestPrincipal, folder: string, name = 'Almgren Tveit') {
  return openFolderDoor({
    kernel: kernel.kernel,
    folder,
    log,
    everyMs: 1_000_000,
    stillMs: 0,
    principalId: me.id,
    organisations: async () => [{ id: me.organisationId, name }],
  })
}

test('what is laid into the watched folder is taken in and moved; half files, links and folders stay', async t => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const folder = await newFolder()
  await writeFile(join(folder, 'bill.txt'), 'Faktura 1')
  await writeFile(join(folder, 'half.pdf.part'), 'not whole')
  await symlink('/etc/hostname', join(folder, 'link.txt'))
  await mkdir(join(folder, 'a folder'))
  const door = folderDoor(me, folder)
  t.after(() => door.close())
  assert.equal(await door.look(), 1)
  assert.deepEqual((await readdir(folder)).sort(), ['a folder', 'half.pdf.part', 'link.txt', 'taken'])
  assert.equal(await readFile(join(folder, 'taken', 'bill.txt'), 'utf8'), 'Faktura 1')
  assert.deepEqual(
    (await rowsOf(me)).map(row => [row.name, row.arrivedBy]),
    [['bill.txt', 'folder']],
  )
})

test('a file whose acknowledgement was lost is taken in once', async t => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const folder = await newFolder()
  const path = join(folder, 'twice.txt')
  await writeFile(path, 'Faktura 2')
  const door = folderDoor(me, folder)
  t.after(() => door.close())
  await door.look()
  // As if the process had died between taking it in and moving it.
  const { rename } = await import('node:fs/promises')
  await rename(join(folder, 'taken', 'twice.txt'), path)
  assert.equal(await door.look(), 1)
  assert.equal((await rowsOf(me)).length, 1)
})

test('what is refused lies in `refused` with the reason', async t => {
  const organisation = await kernel.openOrganisation('sv')
  const nobody = kernel.principal(organisation, { permissions: new Map() })
  const folder = await newFolder()
  await writeFile(join(folder, 'bill.txt'), 'Faktura 3')
  const door = folderDoor(nobody, folder)
  t.after(() => door.close())
  await door.look()
  assert.equal(await readFile(join(folder, 'refused', 'bill.txt.reason.txt'), 'utf8'), 'act-not-permitted\n')
})

/** Talks SMTP line by line; gives the code of each answer. */
async function converse(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1')
  const codes: string[] = []
  let rest = ''
  const nextCode = () =>
    new Promise<string>((resolve, reject) => {
      const onData = (chunk: Buffer) => {
        rest += chunk.toString()
        const whole = /^(?:\d{3}-.*\r\n)*(\d{3}) .*\r\n/.exec(rest)
        if (!whole) return
        rest = rest.slice(whole[0].length)
        socket.off('data', onData)
        resolve(whole[1]!)
      }
      socket.on('data', onData)
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('the conversation was cut')))
    })
  codes.push(await nextCode())
  for (const line of lines) {
    const code = nextCode()
    socket.write(`${line}\r\n`)
    codes.push(await code)
  }
  socket.destroy()
  return codes
}

const mail = [
  'From: scanner@office.example',
  'Subject: Scan',
  'Date: Tue, 24 Nov 2026 08:26:00 +0100',
  '',
  'Page 1',
  '.',
].join('\r\n')

test('a mail to the SMTP door is taken in before it is acknowledged; sent again it is taken in once', async t => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const door = await openSmtpDoor({
    kernel: kernel.kernel,
    port: 0,
    host: '127.0.0.1',
    log,
    principalId: me.id,
    organisations: async () => [{ id: me.organisationId, name: 'Almgren Tveit' }],
  })
  t.after(() => door.close())
  const talk = ['HELO scanner', 'MAIL FROM:<scanner@office.example>', 'RCPT TO:<anything@kontor>', 'DATA', mail, 'QUIT']
  assert.deepEqual(await converse(door.port, talk), ['220', '250', '250', '250', '354', '250', '221'])
  assert.deepEqual(await converse(door.port, talk), ['220', '250', '250', '250', '354', '250', '221'])
  assert.deepEqual(
    (await rowsOf(me)).map(row => [row.arrivedBy, row.name]),
    [['mail', 'mail.eml']],
  )
  await kernel.runJobs()
  const [row] = await rowsOf(me)
  const seen = await kernel.query(getDocument, { id: row!.id }, me)
  assert.equal(seen.status === 'done' && seen.output.arrivedFrom, 'scanner@office.example')
})

test('the SMTP door turns away strange networks, unknown offices and too large mails, and relays nothing', async t => {
  const one = kernel.principal(await kernel.openOrganisation('sv'))
  const two = kernel.principal(await kernel.openOrganisation('nl'))
  await kernel.superuser.query(
    `update kernel.organisation set settings = '{"scanNetworks": ["203.0.113.0/24"]}' where organisation_id = $1`,
    [two.organisationId],
  )
  const organisations = async () => [
    { id: one.organisationId, name: 'Almgren Tveit' },
    { id: two.organisationId, name: 'Atelier Noord' },
  ]
  const door = await openSmtpDoor({
    kernel: kernel.kernel,
    port: 0,
    host: '127.0.0.1',
    log,
    principalId: one.id,
    organisations,
    limitBytes: 500,
  })
  t.after(() => door.close())
  const codes = await converse(door.port, [
    'HELO x',
    'MAIL FROM:<a@b.example>',
    'RCPT TO:<somebody@gmail.example>',
    'RCPT TO:<atelier-noord@kontor>',
    'RCPT TO:<almgren-tveit@kontor>',
    'DATA',
    `Subject: big\r\n\r\n${'x'.repeat(900)}\r\n.`,
    'QUIT',
  ])
  assert.deepEqual(codes, ['220', '250', '250', '550', '554', '250', '354', '552', '221'])
  assert.equal((await rowsOf(one)).length, 0)
})

test('organisations of the same name are told apart by the end of their id', () => {
  const addresses = addressesOf([
    { id: '019aa000-0000-7000-8000-00000000000a', name: 'Åkeri Øst' },
    { id: '019aa000-0000-7000-8000-00000000000b', name: 'akeri ost' },
    { id: '019aa000-0000-7000-8000-00000000000c', name: '???' },
  ])
  assert.deepEqual([...addresses.keys()], ['akeri-ost-00000a', 'akeri-ost-00000b', 'office'])
})

test('the original goes out byte for byte, as an attachment that runs nothing; strangers get the same words as for nothing', async () => {
  const office = await kernel.openOrganisation('sv')
  const me = kernel.principal(office)
  const html = '<html><script>alert(1)</script></html>'
  const id = await kernel.takeIn(me, html, 'å "quoted"; x.html')
  const route = documentRoutes.find(({ path }) => path.endsWith('/original'))!
  const ask = (who: TestPrincipal, at: string) =>
    route.answer(kernel.kernel, {
      params: { id: at },
      query: {},
      caller: { organisationId: who.organisationId, principalId: who.id, mandateId: null },
      requestId: 'test',
      ifNoneMatch: undefined,
    })
  const answer = await ask(me, id)
  const chunks: Buffer[] = []
  for await (const chunk of answer.body as AsyncIterable<Buffer>) chunks.push(chunk)
  assert.equal(Buffer.concat(chunks).toString(), html)
  assert.equal(answer.headers['content-type'], 'application/octet-stream')
  assert.match(answer.headers['content-security-policy']!, /sandbox/)
  assert.equal(answer.headers['content-disposition'], attachmentNamed('å "quoted"; x.html'))
  assert.match(
    attachmentNamed('å "q".pdf'),
    /^attachment; filename="a _q_\.pdf"; filename\*=UTF-8''%C3%A5%20%22q%22\.pdf$/,
  )
  const low = kernel.principal(office, { clearance: 0 })
  const [hidden, absent] = [await ask(low, id), await ask(low, '019aa000-0000-7000-8000-0000000000ff')]
  assert.deepEqual([hidden.status, String(hidden.body)], [absent.status, String(absent.body)])
  assert.equal(hidden.status, 404)
})

test('reading what is confidential is noted, with who and when', async () => {
  const office = await kernel.openOrganisation('sv')
  const me = kernel.principal(office)
  const id = await kernel.readPaper(me, { kind: 'application', senderName: 'Ida Fransson' })
  await kernel.kernel.viewing({ organisationId: office, principalId: me.id, requestId: 'test' }, async () => undefined)
  const route = documentRoutes.find(({ path }) => path.endsWith('/original'))!
  const answer = await route.answer(kernel.kernel, {
    params: { id },
    query: {},
    caller: { organisationId: office, principalId: me.id, mandateId: null },
    requestId: 'test',
    ifNoneMatch: undefined,
  })
  for await (const _chunk of answer.body as AsyncIterable<Buffer>);
  const { rows } = await kernel.superuser.query(
    'select principal_id from kernel.read_log where organisation_id = $1 and record_id = $2',
    [office, id],
  )
  assert.deepEqual(rows, [{ principal_id: me.id }])
})

/** A PDF of one page with a line of text, by hand (ISO 32000). */
function smallPdf(text: string): Buffer {
  const content = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = body.length
  body += `xref\n0 6\n0000000000 65535 f \n${places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${body}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
}

test('a page is drawn as a picture, once for all who look; unchanged it is not sent again', async () => {
  const me = kernel.principal(await kernel.openOrganisation('sv'))
  const id = await kernel.takeIn(me, smallPdf('Faktura 40718'), 'faktura.pdf')
  await kernel.runJobs()
  const stream = (path: string) => documentRoutes.find(route => route.path.endsWith(path))!
  const ask = (page: string, ifNoneMatch?: string, path = '/pages/:page') =>
    stream(path).answer(kernel.kernel, {
      params: { id, page },
      query: { width: '300' },
      caller: { organisationId: me.organisationId, principalId: me.id, mandateId: null },
      requestId: 'test',
      ifNoneMatch,
    })
  const picture = await ask('1.webp')
  assert.equal(
    Buffer.from(picture.body as Uint8Array)
      .subarray(8, 12)
      .toString(),
    'WEBP',
  )
  assert.equal((await ask('1.webp', picture.headers['etag'])).status, 304)
  assert.equal((await ask('1.webp')).body, picture.body)
  for (const page of ['2.webp', '0.webp', '../../etc', '1.png']) assert.equal((await ask(page)).status, 404)
  const pdf = await ask('', undefined, '/searchable.pdf')
  assert.equal(
    Buffer.from(pdf.body as Uint8Array)
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
})
