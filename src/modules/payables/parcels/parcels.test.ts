import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { crc32 } from 'node:zlib'
import { newId } from '../../../kernel/ids.ts'
import { setMailDoor, type OutgoingMail } from '../../../kernel/mail/door.ts'
import { setUpBooks } from '../../ledger/contract.ts'
import { ledger } from '../../ledger/index.ts'
import * as p from '../contract.ts'
import { insertRecord, type PayablesOffice, payablesOffice, refusalOf } from '../testing.ts'
import { csvOf } from './jobs.ts'

let it: PayablesOffice
before(async () => {
  it = await payablesOffice(ledger)
  it.goTo('2026-12-02')
  await it.office.done(setUpBooks, { mode: 'none' }, it.elin)
})
after(() => it.office.close())

const sek = (amount: string) => ({ amount, currency: 'SEK' })
let numbers = 0

async function bill(on: string, facts: object = {}): Promise<string> {
  const { office, elin } = it
  const { id } = await office.done(
    p.enterBill,
    {
      supplierName: 'Lindholms Åkeri',
      number: `L${++numbers}`,
      total: sek('125.00'),
      issuedOn: on,
      dueOn: '2026-12-30',
      ...facts,
    },
    elin,
  )
  await office.done(p.codeBill, { id, lines: [{ text: '=1+1', net: sek('125.00'), account: '6110' }] }, elin)
  await office.done(p.approveBill, { id }, elin)
  return id
}

/** A paper in the tray with a file. */
async function paper(content: string): Promise<string> {
  const { office, organisationId } = it
  const file = await office.kernel.files.put(organisationId, Buffer.from(content), { name: 'scan: 1.pdf' })
  const id = await insertRecord(office, organisationId, 'document', 'Scan')
  await office.superuser.query(
    `insert into documents.document (organisation_id, id, file_id, digest, name, media_kind, state, received_at, arrived_by, kind, sender_name, number, issued_on, due_on, currency, total_minor, confirmed_at, confirmed_by)
     values ($1, $2, $3, $4, 'scan: 1.pdf', 'pdf', 'confirmed', '2026-11-23T08:00:00Z', 'mail', 'bill', 'Lindholms', 'L1', '2026-11-20', '2026-12-20', 'SEK', 12500, '2026-11-23T09:00:00Z', $5)`,
    [organisationId, id, file.id, file.digest, it.elin.id],
  )
  return id
}

/** A line of the bank that was matched with an account. */
async function bankLine(on: string): Promise<void> {
  const { office, organisationId } = it
  const [account, statement, line, match] = [
    await insertRecord(office, organisationId, 'bank-account', 'Bank'),
    await insertRecord(office, organisationId, 'bank-statement', 'File'),
    newId(),
    newId(),
  ]
  const run = (text: string, values: unknown[]) => office.superuser.query(text, values)
  await run(
    `insert into banking.account (organisation_id, id, scheme, number, currency, file_version, holder, country) values ($1, $2, 'account', $3, 'SEK', '09', 'Office', 'SE')`,
    [organisationId, account, `9${numbers}${Date.now()}`],
  )
  await run(
    `insert into banking.statement (organisation_id, id, file_id, digest, file_name, state, format, taken_on) values ($1, $2, $2, '', 'x', 'read', 'csv', $3)`,
    [organisationId, statement, on],
  )
  await run(
    `insert into banking.line (organisation_id, id, account_id, statement_id, kind, identity, position, booked_on, amount_minor, currency, party_name, reference, text, is_reversal)
     values ($1, $2, $3, $4, 'statement', 'one', 1, $5, -12500, 'SEK', 'Lindholms', '[]', 'Thanks', false)`,
    [organisationId, line, account, statement, on],
  )
  await run(
    `insert into banking.match (organisation_id, id, line_id, parts, matched_at, matched_by_id) values ($1, $2, $3, '[{"account": "6570", "minor": "-12500"}]', now(), $4)`,
    [organisationId, match, line, it.elin.id],
  )
  await run(`update banking.line set match_id = $2 where id = $1`, [line, match])
}

const see = async (id: string, as = it.elin) => {
  const seen = await it.office.query(p.getParcel, { id }, as)
  return seen.status === 'done' ? seen.output : assert.fail(JSON.stringify(seen))
}

/** What stands in a ZIP, by its directory at the end. */
function unzipped(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let n = 0; n < zip.readUInt16LE(end + 10); n++) {
    const [crc, size, name, offset] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ]
    const start = offset + 30 + zip.readUInt16LE(offset + 26)
    const bytes = zip.subarray(start, start + size)
    assert.equal(crc32(bytes), crc)
    assert.equal(zip.toString('latin1', offset, offset + 4), 'PK\u0003\u0004')
    files.set(zip.toString('utf8', at + 46, at + 46 + name), bytes)
    at += 46 + name
  }
  return files
}

async function fileOf(id: string): Promise<Map<string, Buffer>> {
  const seen = await it.office.query(p.parcelFile, { id }, it.elin)
  assert.ok(seen.status === 'done', JSON.stringify(seen))
  const bytes = await it.office.kernel.files.bytes(it.organisationId, Buffer.from(seen.output.digest, 'hex'))
  assert.equal(bytes.byteLength, seen.output.sizeBytes)
  return unzipped(Buffer.from(bytes))
}

const text = (files: Map<string, Buffer>, ending: string): string => {
  const [name] = [...files.keys()].filter(one => one.endsWith(ending))
  return files.get(name ?? '')?.toString() ?? assert.fail(`${ending}: ${[...files.keys()]}`)
}

test('a month goes to the accountant whole: papers, lists, codings, bank lines, a manifest that says what each file must be', async () => {
  const { office, elin } = it
  assert.equal(refusalOf(await office.dispatch(p.makeParcel, { month: '2026-11-09' }, elin)), 'parcel-empty')
  assert.equal(refusalOf(await office.dispatch(p.makeParcel, { month: '2027-01-01' }, elin)), 'parcel-month-ahead')
  const first = await bill('2026-11-03', { documentId: await paper('the scan') })
  await bill('2026-12-01')
  const secret = await bill('2026-11-04', { class: 3 })
  await bankLine('2026-11-30')
  assert.equal((await office.dispatch(p.makeParcel, { month: '2026-11-09' }, elin, { dryRun: true })).status, 'done')
  const made = await office.dispatch(p.makeParcel, { month: '2026-11-09' }, elin)
  assert.ok(made.status === 'done', JSON.stringify(made))
  assert.deepEqual([made.output.bills, made.output.lines], [1, 1])
  const { id } = made.output
  assert.equal(refusalOf(await office.dispatch(p.sendParcel, { id, name: 'Byrån' }, elin)), 'parcel-not-ready')
  await office.runJobs()
  const parcel = await see(id)
  assert.deepEqual([parcel.record.state, parcel.papers, parcel.rows.map(row => row.id)], ['ready', 1, [first]])
  assert.ok(!parcel.rows.some(row => row.id === secret))
  const files = await fileOf(id)
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    files: { name: string; sha256: string }[]
    month: string
  }
  assert.equal(manifest.month, '2026-11')
  assert.equal(manifest.files.length, files.size - 1)
  for (const told of manifest.files)
    assert.equal(createHash('sha256').update(files.get(told.name)!).digest('hex'), told.sha256, told.name)
  assert.equal(files.get('papers/001 Lindholms Åkeri L1.pdf')?.toString(), 'the scan')
  assert.match(text(files, 'Bills.csv'), /1;Lindholms Åkeri;L1;2026-11-03;2026-12-30;2026-11-03;125\.00/)
  assert.match(text(files, 'Coding.csv'), /1;6110;'=1\+1;125\.00/)
  assert.match(text(files, 'Bank.csv'), /2026-11-30;-125\.00;SEK;Lindholms;Thanks;6570/)
  assert.ok(text(files, '.pdf').startsWith('%PDF'))
})

test('nothing goes twice; what came late goes with the next and says so; taken back it goes again; anew it says so', async () => {
  const { office, elin } = it
  const late = await bill('2026-11-20')
  assert.equal(refusalOf(await office.dispatch(p.makeParcel, { month: '2026-10-01' }, elin)), 'parcel-empty')
  const december = await office.done(p.makeParcel, { month: '2026-12-01' }, elin)
  assert.equal(december.bills, 2)
  const rows = async (id: string) => (await see(id)).rows.map(row => [row.id === late, row.late, row.again])
  assert.deepEqual(await rows(december.id), [
    [true, true, false],
    [false, false, false],
  ])
  assert.equal(refusalOf(await office.dispatch(p.makeParcel, { month: '2026-12-01' }, elin)), 'parcel-empty')
  await office.done(p.withdrawParcel, { id: december.id, reason: 'Too early' }, elin)
  assert.equal(
    refusalOf(await office.dispatch(p.withdrawParcel, { id: december.id, reason: 'x' }, elin)),
    'parcel-is-withdrawn',
  )
  const again = await office.done(p.makeParcel, { month: '2026-12-01' }, elin)
  assert.equal(again.bills, 2)
  await office.runJobs()
  assert.match(text(await fileOf(again.id), 'Bills.csv'), /late: its month has gone/)
  await office.done(p.takeBackApproval, { id: late }, elin)
  await office.done(p.approveBill, { id: late }, elin)
  const anew = await office.done(p.makeParcel, { month: '2026-12-01' }, elin)
  assert.deepEqual(await rows(anew.id), [[true, true, true]])
})

test('it is handed on by mail with the file, or noted; confidential papers go by no mail', async () => {
  const { office, elin } = it
  const sent: OutgoingMail[] = []
  setMailDoor({
    send: async mail => {
      if (mail.to.address.startsWith('bad')) throw new Error('refused')
      sent.push(mail)
    },
    close: () => {},
  })
  await bill('2026-12-02')
  const { id } = await office.done(p.makeParcel, { month: '2026-12-01' }, elin)
  await office.runJobs()
  await office.done(p.sendParcel, { id, name: 'Byrån', email: 'bad@example.org' }, elin)
  await office.runJobs()
  assert.deepEqual([(await see(id)).mail, (await see(id)).mailError], ['failed', 'refused'])
  await office.done(p.sendParcel, { id, name: 'Byrån', email: 'byran@example.org', note: 'Mind the rent.' }, elin)
  await office.runJobs()
  assert.deepEqual([(await see(id)).mail, (await see(id)).record.state, sent.length], ['sent', 'sent', 1])
  assert.ok(sent[0]!.text.includes('Mind the rent.') && sent[0]!.attachments?.[0]?.name === 'parcel-2026-12.zip')
  setMailDoor(null)
  await bill('2026-12-02', { class: 2 })
  const quiet = await office.done(p.makeParcel, { month: '2026-12-01' }, elin)
  await office.runJobs()
  const byMail = { id: quiet.id, name: 'Byrån', email: 'byran@example.org' }
  assert.equal(refusalOf(await office.dispatch(p.sendParcel, byMail, elin)), 'parcel-not-by-mail')
  await office.done(p.sendParcel, { id: quiet.id, name: 'Byrån' }, elin)
  const low = await it.colleague('Low', { clearance: 1 })
  const hidden = await office.query(p.getParcel, { id: quiet.id }, low)
  assert.equal(hidden.status === 'refused' && hidden.refusal.name, 'record-not-found')
  const file = await office.query(p.parcelToWrite, { id }, elin)
  assert.equal(file.status === 'refused' && file.refusal.name, 'record-not-found')
})

test('cells that a spreadsheet would take for formulas stay words', () => {
  const cells = ['=A1', '-5.00', '-x', '+46', 'a;b', 'say "so"', 'two\nlines']
  assert.equal(
    csvOf({ heads: [], rows: [cells] })
      .toString()
      .slice(1),
    `\r\n'=A1;-5.00;'-x;'+46;"a;b";"say ""so""";"two\nlines"\r\n`,
  )
})
