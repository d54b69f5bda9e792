import assert from 'node:assert/strict'
import { chmod, mkdtemp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import PostalMime from 'postal-mime'
import sharp from 'sharp'
import { SMTPServer } from 'smtp-server'
import { openMailDoor, setMailDoor } from '../../kernel/mail/door.ts'
import { createOrganisation } from '../directory/contract.ts'
import { takeIn } from '../documents/contract.ts'
import { listTasks } from '../work/contract.ts'
import * as c from './contract.ts'
import { openFaxFolder } from './doors.folder.ts'
import { formedNumber, nearNumbers, shownNumber } from './numbers.ts'
import { proofPdf } from './paper/proof.ts'
import { type FaxOffice, faxOffice, refusalOf, whiteFax } from './testing.ts'
import { jobsIn, useFaxPrograms } from './wires/fax-server.ts'
import { gatewayMail } from './wires/gateway-mail.ts'
import { useFaxPages } from './wires/pages.ts'
import { faxFile } from './wires/tiff-tags.ts'
import { loggedSender } from './wires/transfer-log.ts'

let it: FaxOffice
let folder = ''
let lineId = ''
let kranz = ''
const inbox: { to: string; raw: Buffer }[] = []
const refused = new Set<string>()
const gateway = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo: (to, _session, done) =>
    done(refused.has(to.address) ? Object.assign(new Error('no such number'), { responseCode: 550 }) : null),
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part as Buffer))
    stream.on('end', () => {
      inbox.push({ to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(parts) })
      done()
    })
  },
})

before(async () => {
  it = await faxOffice()
  folder = await mkdtemp(join(tmpdir(), 'kontor-fax-test-'))
  const port = await new Promise<number>(resolve =>
    gateway.listen(0, '127.0.0.1', () => resolve((gateway.server.address() as { port: number }).port)),
  )
  setMailDoor(openMailDoor(`smtp://127.0.0.1:${port}`, 'Kontor <fax@almgren.example>'))
  const page = await sharp({ create: { width: 60, height: 84, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  useFaxPages(async ({ page: number }) => (number > 2 ? null : page))
  const { office, elin } = it
  const line = {
    title: 'By mail',
    way: 'gateway' as const,
    number: '031-390 06 99',
    senders: ['@fax.example'],
    subjectIn: 'Fax from {number}',
    addressOut: '{number}@fax.example',
    isDefault: true,
  }
  lineId = (await office.done(c.addLine, line, elin)).id
  const phones = [{ number: '+49 30 901820', label: 'Fax' }]
  kranz = (await office.done(createOrganisation, { name: 'Kranz Modellbau GmbH', phones }, elin)).id
})
after(async () => {
  setMailDoor(null)
  useFaxPages(null)
  useFaxPrograms(null)
  await new Promise<void>(resolve => gateway.close(() => resolve()))
  await rm(folder, { recursive: true, force: true })
  await it.office.close()
})

/** Runs what waits but reading, which is documents' own. */
async function run(): Promise<void> {
  const waiting = it.office.waitingJobs as unknown as { job: { name: string } }[]
  for (;;) {
    const faxes = waiting.filter(({ job }) => job.name.startsWith('fax.'))
    waiting.splice(0, waiting.length, ...faxes)
    if (faxes.length === 0) return
    await it.office.runJobs(1)
  }
}

async function paper(name = 'Offer.pdf', level = 1): Promise<string> {
  const { office, elin, organisationId } = it
  const file = await office.kernel.files.put(organisationId, Buffer.from(`%PDF-1.7 ${name}`), {
    name,
    mediaType: 'application/pdf',
  })
  return (await office.done(takeIn, { fileId: file.id, name, arrivedBy: 'upload', confidentiality: level }, elin)).id
}

async function arrives(mail: string): Promise<string> {
  const { office, organisationId, system } = it
  const bytes = Buffer.from(mail.replaceAll('\n', '\r\n'))
  const file = await office.kernel.files.put(organisationId, bytes, { name: 'mail.eml', mediaType: 'message/rfc822' })
  const { id } = await office.done(takeIn, { fileId: file.id, name: 'mail.eml', arrivedBy: 'mail' }, system)
  await run()
  return id
}

const see = async (id: string) => {
  const answer = await it.office.query(c.getFax, { id }, it.elin)
  assert.ok(answer.status === 'done', JSON.stringify(answer))
  return answer.output
}
const book = async (input: object = {}) => {
  const answer = await it.office.query(c.listFaxes, input as never, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows
}
const tasks = async (id: string): Promise<string[]> => {
  const answer = await it.office.query(listTasks, { sourceId: id }, it.elin)
  assert.ok(answer.status === 'done')
  return answer.output.rows.filter(task => task.state === 'open').map(task => task.title)
}

const tiff = whiteFax([
  {
    width: 1728,
    height: 200,
    tags: [
      [270, '+49 30 901820'],
      [306, '2026:11:24 08:31:02'],
    ],
  },
  { width: 1728, height: 100 },
])
const faxMail = (subject: string, id = 'a1') => `From: "Fax" <incoming@fax.example>
To: in@almgren.example
Subject: ${subject}
Message-ID: <${id}@fax.example>
Date: Tue, 24 Nov 2026 08:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

You have received a fax of 2 pages.
--b
Content-Type: image/tiff; name=fax.tif
Content-Disposition: attachment; filename=fax.tif
Content-Transfer-Encoding: base64

${tiff.toString('base64').replace(/(.{76})/g, '$1\n')}
--b--
`
const report = (faxId: string, subject: string, text: string) => `From: <reports@fax.example>
To: fax@almgren.example
Subject: ${subject}
In-Reply-To: <fax-${faxId}@almgren.example>
Message-ID: <r-${faxId}-${subject.length}@fax.example>
Content-Type: text/plain

${text}
`

test('numbers: as one dials them, as a gateway wants them, those a slip away; tags, log and queue of a fax server', async () => {
  assert.equal(shownNumber('46313900655', 'SE'), '031-390 06 55')
  assert.equal(formedNumber('46313900655', 'zeros', 'SE'), '0046313900655')
  assert.deepEqual(
    [formedNumber('46313900655', 'national', 'SE'), formedNumber('4930901820', 'national', 'SE')],
    ['0313900655', '+4930901820'],
  )
  const near = new Set(nearNumbers('46313900655'))
  assert.ok(
    near.has('46313900656') && near.has('46313909055') === false && near.has('46319300655') && !near.has('46313900655'),
  )
  const known = faxFile(tiff)
  assert.deepEqual(
    [known?.pages, known?.sender, String(known?.receivedAt)],
    [2, '+49 30 901820', '2026-11-24T08:31:02'],
  )
  const drawn = await sharp(tiff, { page: 1 }).metadata()
  assert.deepEqual([drawn.width, drawn.height, drawn.pages], [1728, 100, 2], 'a TIFF/F as libtiff reads it')
  assert.equal(faxFile(Buffer.from('II*\0\xff\xff\xff\xff', 'latin1')), null)
  const log =
    '11/24/26 08:31\tRECV\t000000012\tttyS0\trecvq/fax000000012.tif\t""\tfax\t""\t"49 30 901820"\t0\t2\t0:40\t0:40\t""\t"KRANZ"\t"+4930901820"'
  assert.deepEqual(loggedSender(log, 'fax000000012.tif'), { number: '+4930901820', name: 'KRANZ' })
  const listed = jobsIn(
    'HylaFAX scheduler on fax: Running\n\nJID  Pri S  Owner Number       Pages Dials     TTS Status\n3    126 S kontor 0046313900   0:2   1:12   08:40 Busy signal detected\n2    127 D kontor 0049309018   2:2   1:12         \n1    127 F kontor 0049309018   0:2  12:12         No answer from remote',
  )
  assert.deepEqual(
    listed.map(({ job, state, problem }) => [job, state, problem]),
    [
      ['3', 'waits', null],
      ['2', 'delivered', null],
      ['1', 'failed', 'no-answer'],
    ],
  )
})

test('mails of gateways: a number where the line says, else the first one; a report by our mark, a bounce, other people’s mail', async () => {
  const gateways = [{ id: 'g', senders: ['@fax.example'], subjectIn: null }]
  const read = (mail: string) => gatewayMail(Buffer.from(mail), gateways)
  const came = await read(faxMail('New fax 2026-11-24 08:30 (2 pages) +49 30 901820'))
  assert.deepEqual([came?.number, came?.papers.length, came?.report], ['+49 30 901820', 1, null])
  assert.equal(await read(faxMail('x').replace('incoming@fax.example', 'someone@else.example')), null)
  const id = '019aa000-0000-7000-8000-000000000061'
  const told = await read(report(id, 'Fax not delivered', 'Kunde inte levereras: upptaget'))
  assert.deepEqual([told?.report?.faxId, told?.report?.state, told?.report?.problem], [id, 'failed', 'busy'])
  const good = await read(report(id, 'Your fax was sent', '2 pages delivered'))
  assert.deepEqual([good?.report?.state, good?.papers.length], ['delivered', 0])
  const bounce = await read(
    `From: MAILER-DAEMON@mail.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; 1@fax.example\nAction: failed\nStatus: 5.1.1\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <fax-${id}@almgren.example>\n\nx\n--b--\n`,
  )
  assert.deepEqual([bounce?.report?.faxId, bounce?.report?.state, bounce?.report?.problem], [id, 'failed', 'refused'])
})

test('a fax by mail: one document, one line of the book, known by its number, in the tray until somebody has it', async () => {
  const { office, elin, karin, organisationId, system } = it
  const mailId = await arrives(faxMail('Fax from +49 30 901820'))
  const [row, ...more] = await book()
  assert.equal(more.length, 0)
  assert.deepEqual([row!.title, row!.party?.id, row!.pages, row!.state], ['Kranz Modellbau GmbH', kranz, 2, 'new'])
  await office.done(c.noteMail, { documentId: mailId }, system)
  await run()
  assert.equal((await book()).length, 1, 'looked into again, it is the same fax')
  const papers = await office.superuser.query(
    'select 1 from documents.document where organisation_id = $1 and parent_id = $2',
    [organisationId, mailId],
  )
  assert.equal(papers.rowCount, 1)
  const tray = await office.query(c.listWaiting, {}, elin)
  assert.ok(tray.status === 'done' && tray.output.rows[0]?.path === `/post/fax/${row!.id}`)
  const given = await office.dispatch(c.assignFax, { id: row!.id, toId: karin.id }, elin)
  assert.ok(given.status === 'done')
  assert.equal((await book({ box: 'new' })).length, 0)
  await office.done(c.settleFax, given.undo!.input as never, elin)
  assert.equal((await see(row!.id)).record.state, 'new')
  await office.done(c.assignFax, { id: row!.id, toId: karin.id }, elin)
  const other = await office.done(
    c.receiveFax,
    {
      documentId: await paper(),
      lineId,
      number: '+4930901820',
      name: '',
      pages: 1,
      at: '2026-11-24T09:00:00Z',
      mark: 'x',
    },
    system,
  )
  assert.deepEqual(
    (await see(other.id)).perhapsFor.map(({ id }) => id),
    [karin.id],
    'who had the last one from there',
  )
  const renamed = await office.dispatch(c.setParty, { id: other.id, partyId: null }, elin)
  assert.ok(renamed.status === 'done')
  assert.equal((await see(other.id)).record.title, '+49 30 901820')
  await office.done(c.setParty, renamed.undo!.input as never, elin)
  const done = await office.dispatch(c.settleFax, { id: other.id }, elin)
  assert.ok(done.status === 'done')
  await office.done(c.settleFax, done.undo!.input as never, elin)
  assert.equal(refusalOf(await office.dispatch(c.sendAgain, { id: other.id }, elin)), 'fax-state-wrong')
})

test('whoever is for some alone is named by no fax that comes, and by no name that is given it too widely', async () => {
  const { office, elin, karin, system, organisationId } = it
  const phones = [{ number: '+46 31 390 07 77', label: 'Fax' }]
  const hidden = (await office.done(createOrganisation, { name: 'Firm of the sale', phones }, elin)).id
  await office.superuser.query('update kernel.record set audience = $3 where organisation_id = $1 and id = $2', [
    organisationId,
    hidden,
    [elin.id, system.id],
  ])
  const came = {
    documentId: await paper(),
    lineId,
    number: '+46313900777',
    name: '',
    pages: 1,
    at: '2026-11-24T09:00:00Z',
    mark: 'hidden',
  }
  const { id } = await office.done(c.receiveFax, came, system)
  const asKarin = async () => office.query(c.getFax, { id }, karin)
  const seen = await asKarin()
  assert.ok(seen.status === 'done' && !JSON.stringify(seen.output).includes('Firm of the sale'))
  await office.done(c.setParty, { id, partyId: hidden }, elin)
  assert.equal(refusalOf(await asKarin()), 'record-not-found')
})

test('a mail made to be read for ever is not', async () => {
  const html = `${'<style'.repeat(120_000)}${'<'.repeat(200_000)}`
  const mail = `From: incoming@fax.example\nSubject: x\nContent-Type: text/html\n\n${html}\n`
  const from = process.cpuUsage()
  await gatewayMail(Buffer.from(mail), [{ id: 'g', senders: ['@fax.example'], subjectIn: null }])
  const { user, system } = process.cpuUsage(from)
  assert.ok((user + system) / 1000 < 4_000)
})

test('the fax server’s folder: each file once, also killed between its paper and its line; what is no fax stays unread', async () => {
  const { office, system, organisationId } = it
  const queue = join(folder, 'recvq')
  await mkdir(queue)
  await mkdir(join(folder, 'log'))
  const organisations = async () => [{ id: organisationId, name: 'Office' }] as never
  const open = () =>
    openFaxFolder({
      kernel: office.kernel,
      organisations,
      log: () => {},
      folder: queue,
      everyMs: 3_600_000,
      stillMs: 0,
    })
  const before = (await book({ box: 'in' })).length
  const lay = async (name: string, bytes: Buffer) => {
    await writeFile(join(queue, name), bytes)
    await utimes(join(queue, name), 1_700_000_000, 1_700_000_000)
  }
  await lay('fax000000012.tif', tiff)
  await lay('notes.tif', Buffer.from('no picture'))
  await writeFile(join(queue, 'seqf'), '12')
  const door = open()
  assert.deepEqual([await door.look(), await door.look()], [1, 0])
  await door.close()
  const again = open()
  assert.equal(await again.look(), 0, 'a server that was started again knows it')
  const [newest] = await book({ box: 'in' })
  assert.deepEqual(
    [newest!.title, String(newest!.at), newest!.pages],
    ['Kranz Modellbau GmbH', '2026-11-24T07:31:02Z', 2],
  )
  // Killed after the paper was taken in: its line is written on the next look, to the same paper.
  await lay('fax000000013.tif', tiff)
  const dispatch = office.kernel.dispatch
  let killed = false
  ;(office.kernel as { dispatch: typeof dispatch }).dispatch = async request => {
    if (request.command === c.receiveFax.name && !killed) {
      killed = true
      throw new Error('killed')
    }
    return dispatch(request)
  }
  assert.equal(await again.look(), 0)
  ;(office.kernel as { dispatch: typeof dispatch }).dispatch = dispatch
  assert.equal(await again.look(), 1)
  await again.close()
  assert.equal((await book({ box: 'in' })).length, before + 2)
  const { rows } = await office.superuser.query(
    `select 1 from documents.document where organisation_id = $1 and name = 'fax000000013.tif'`,
    [organisationId],
  )
  assert.equal(rows.length, 1)
  assert.deepEqual(await readFile(join(queue, 'fax000000012.tif')), tiff, 'left where the server keeps it')
  assert.equal(
    refusalOf(await office.query(c.faxToSend, { id: newest!.id }, system)),
    'record-not-found',
    'what came is not sent',
  )
})

test('sent by the gateway once, with its cover sheet; its report ends it, a late one settles what was doubtful', async () => {
  const { office, elin, system } = it
  const sent = await office.dispatch(
    c.sendFax,
    { documentId: await paper(), partyId: kranz, number: '+49 30 901820', note: 'Som överenskommet.' },
    elin,
    { key: 'fax-1' },
  )
  assert.ok(sent.status === 'done')
  const { id } = sent.output
  const twice = await office.dispatch(
    c.sendFax,
    { documentId: (await see(id)).document!.id, partyId: kranz, number: '+49 30 901820', note: 'Som överenskommet.' },
    elin,
    { key: 'fax-1' },
  )
  assert.ok(twice.status === 'done' && twice.output.id === id)
  await run()
  assert.deepEqual(
    inbox.map(({ to }) => to),
    ['+4930901820@fax.example'],
  )
  const mail = await PostalMime.parse(inbox[0]!.raw, { attachmentEncoding: 'arraybuffer' })
  const pdf = Buffer.from(mail.attachments[0]!.content as ArrayBuffer).toString('latin1')
  assert.equal(pdf.match(/\/Type \/Page\b(?!s)/g)?.length, 3, 'cover sheet and two pages')
  const gone = await see(id)
  assert.deepEqual([gone.record.state, gone.pages, gone.digest?.length], ['sent', 3, 64])
  const unmarked = report(id, 'Your fax was sent', 'delivered').replace(/In-Reply-To.*\n/, '')
  await arrives(unmarked.replace('Your fax was sent', 'Your fax to +49 30 901820 was sent'))
  const ended = await see(id)
  assert.deepEqual(
    [ended.record.state, ended.reportDocument !== null],
    ['delivered', true],
    'the only one to that number',
  )
  assert.ok((await proofPdf(c.getFax.output.parse(ended), 'sv')).subarray(0, 5).equals(Buffer.from('%PDF-')))
  await arrives(report(id, 'Fax not delivered', 'busy'))
  assert.equal((await see(id)).record.state, 'delivered', 'what was reported stays')
  const late = await office.done(
    c.sendFax,
    { documentId: await paper(), partyId: kranz, number: '+49 30 901820', cover: false },
    elin,
  )
  await run()
  office.setClock(Temporal.Instant.from('2026-11-25T08:42:00Z'))
  const following = office.waitingJobs as unknown[]
  following.push({
    organisationId: it.organisationId,
    job: { name: c.followJob.name, principalId: system.id, payload: {}, data: {} },
  })
  await run()
  assert.deepEqual([(await see(late.id)).record.state, (await see(late.id)).problem], ['doubtful', 'no-report'])
  assert.equal((await tasks(late.id)).length, 1)
  await arrives(report(late.id, 'Your fax was sent', 'delivered at last'))
  assert.equal((await see(late.id)).record.state, 'delivered')
  assert.equal((await tasks(late.id)).length, 0)
  office.setClock(Temporal.Instant.from('2026-11-24T08:42:00Z'))
})

test('what did not arrive is a task of whoever sent it; sent again it is a fax of its own; taken back it never leaves', async () => {
  const { office, elin } = it
  const had = inbox.length
  const documentId = await paper()
  const send = () => office.done(c.sendFax, { documentId, partyId: kranz, number: '+49 30 901820' }, elin)
  const { id } = await send()
  await run()
  await arrives(report(id, 'Fax not delivered', 'The line was busy'))
  const failed = await see(id)
  assert.deepEqual([failed.record.state, failed.problem], ['failed', 'busy'])
  assert.match((await tasks(id)).join(), /busy/)
  const again = await office.done(c.sendAgain, { id }, elin)
  assert.equal((await tasks(id)).length, 0)
  await run()
  assert.equal((await see(again.id)).againOf?.id, id)
  assert.equal(inbox.length, had + 2)
  const back = await office.dispatch(c.sendFax, { documentId, partyId: kranz, number: '+49 30 901820' }, elin)
  assert.ok(back.status === 'done')
  await office.done(c.cancelFax, back.undo!.input as never, elin)
  await run()
  assert.equal(inbox.length, had + 2)
  assert.equal(refusalOf(await office.dispatch(c.cancelFax, { id: again.id }, elin)), 'fax-state-wrong')
  refused.add('+4930901820@fax.example')
  const { id: turned } = await send()
  await run()
  assert.deepEqual([(await see(turned)).record.state, (await see(turned)).problem], ['failed', 'refused'])
  refused.clear()
  const noted = await office.done(
    c.noteResult,
    { id: again.id, outcome: 'failed', note: 'They say nothing came' },
    elin,
  )
  assert.ok(noted.version > 1)
  assert.equal((await see(again.id)).problem, 'other')
})

test('through sendfax: laid into the queue once and followed; killed while it was handed over, a person is asked', async () => {
  const { office, elin, system } = it
  const [send, status, out] = [join(folder, 'sendfax'), join(folder, 'faxstat'), join(folder, 'queue.txt')]
  await writeFile(
    send,
    `#!/bin/sh\necho "$@" >> ${out}\necho "request id is 7 (group id 7) for host localhost (1 file)"\n`,
  )
  await writeFile(
    status,
    `#!/bin/sh\necho "HylaFAX scheduler on fax: Running"\necho "7    127 $(cat ${folder}/state) kontor 0049309018   2:3   1:12         $(cat ${folder}/said)"\n`,
  )
  for (const program of [send, status]) await chmod(program, 0o755)
  await writeFile(join(folder, 'state'), 'S')
  await writeFile(join(folder, 'said'), 'Busy signal detected')
  useFaxPrograms({ send: [send, '-q'], status: [status] })
  const server = await office.done(c.addLine, { title: 'Own server', way: 'server', numberForm: 'zeros' }, elin)
  const wish = async () => ({ documentId: await paper(), partyId: kranz, number: '+49 30 901820', lineId: server.id })
  const { id } = await office.done(c.sendFax, await wish(), elin)
  await run()
  assert.match(await readFile(out, 'utf8'), /^-q -n -i kontor-[0-9a-f]{12} -d 004930901820 \S+fax\.pdf\n$/)
  const follow = async () => {
    const waiting = office.waitingJobs as unknown[]
    waiting.push({
      organisationId: it.organisationId,
      job: { name: c.followJob.name, principalId: system.id, payload: {}, data: {} },
    })
    await run()
    return see(id)
  }
  assert.deepEqual([(await follow()).record.state, (await see(id)).spoolJob], ['sent', '7'])
  await writeFile(join(folder, 'state'), 'D')
  assert.equal((await follow()).record.state, 'delivered')
  const { id: cut } = await office.done(c.sendFax, await wish(), elin)
  await office.superuser.query(`update fax.fax set state = 'sending' where id = $1`, [cut])
  await run()
  assert.deepEqual([(await see(cut)).record.state, (await see(cut)).problem], ['doubtful', 'interrupted'])
  assert.equal((await readFile(out, 'utf8')).split('\n').length, 2, 'not laid into the queue again')
  await writeFile(send, '#!/bin/sh\necho "Can not reach server" >&2\nexit 1\n')
  await office.done(c.sendFax, await wish(), elin)
  await assert.rejects(run(), /not handed over/)
  assert.equal((await book())[0]!.state, 'queued', 'tried again by the queue')
  // It ended well without a word of a job, or was ended: whether it lies in the queue nobody knows, and it is not laid there again.
  for (const [script, patience_ms] of [
    ['echo "queued, perhaps"', 20_000],
    ['exec sleep 30', 300],
  ] as const) {
    await writeFile(send, `#!/bin/sh\necho once >> ${out}.tries\n${script}\n`)
    useFaxPrograms({ send: [send], status: [status], patience_ms })
    const { id: unclear } = await office.done(c.sendFax, await wish(), elin)
    await run()
    assert.deepEqual([(await see(unclear)).record.state, (await see(unclear)).problem], ['doubtful', 'interrupted'])
  }
  assert.equal((await readFile(`${out}.tries`, 'utf8')).split('\n').length, 3)
  useFaxPrograms(null)
  const { id: none } = await office.done(c.sendFax, await wish(), elin)
  await run()
  assert.equal((await see(none)).problem, 'not-set-up')
})

test('a number that looks mistaken wants a word; so does what is confidential; what cannot be sent is refused', async () => {
  const { office, elin, visitor, organisationId } = it
  const documentId = await paper()
  const ask = async (input: object) =>
    refusalOf(await office.dispatch(c.sendFax, { documentId, number: '+49 30 901821', ...input } as never, elin))
  assert.equal(await ask({}), 'fax-number-doubtful', 'a digit away from Kranz')
  assert.equal(await ask({ sure: true }), 'done')
  const own = await office.done(createOrganisation, { name: 'Stiller', phones: [{ number: '+46 31 390 06 41' }] }, elin)
  assert.equal(await ask({ number: '+49 30 901820', partyId: own.id }), 'fax-number-doubtful', 'it is Kranz’s')
  assert.equal(await ask({ number: '+40 21 312 3456' }), 'done', 'nobody’s, and near to nobody’s')
  assert.equal(
    await ask({ number: '+40 21 312 3456', documentId: await paper('Secret.pdf', 2) }),
    'fax-number-doubtful',
  )
  assert.equal(await ask({ number: '112' }), 'fax-number-wrong')
  const check = await office.query(c.checkNumber, { number: '+49 30 901821' }, elin)
  assert.ok(check.status === 'done' && check.output.asks)
  assert.deepEqual(
    check.output.near.map(({ id }) => id),
    [kranz],
  )
  const mail = await office.kernel.files.put(organisationId, Buffer.from('x'), {
    name: 'x.eml',
    mediaType: 'message/rfc822',
  })
  const { id: eml } = await office.done(takeIn, { fileId: mail.id, name: 'x.eml', arrivedBy: 'upload' }, elin)
  assert.equal(await ask({ documentId: eml, sure: true }), 'fax-not-drawable')
  const line = { title: 'X', way: 'gateway' as const }
  for (const wrong of [{ addressOut: 'fax@gateway.example' }, { senders: ['no address'] }, { subjectIn: 'Fax' }])
    assert.equal(refusalOf(await office.dispatch(c.addLine, { ...line, ...wrong }, elin)), 'fax-line-unfit')
  assert.equal(
    refusalOf(await office.dispatch(c.addLine, { ...line, way: 'server', senders: ['a@b.se'] }, elin)),
    'fax-line-unfit',
  )
  const retired = await office.dispatch(c.changeLine, { id: lineId, retired: true }, elin)
  assert.ok(retired.status === 'done')
  assert.equal(await ask({ sure: true, lineId }), 'fax-line-retired')
  await office.done(c.changeLine, retired.undo!.input as never, elin)
  const { id } = await office.done(c.sendFax, { documentId, number: '+40 21 312 3456' }, elin)
  assert.equal(refusalOf(await office.dispatch(c.cancelFax, { id }, visitor)), 'record-not-found')
  assert.equal((await office.query(c.getFax, { id }, visitor)).status, 'refused')
  assert.equal(refusalOf(await office.query(c.faxToSend, { id }, elin)), 'record-not-found')
})
