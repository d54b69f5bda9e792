/** Mails of Outlook that somebody spoiled on purpose: each gives a reading, quickly, and never more than its bytes are worth. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { type MadeMail, makeMsg, plainRtf } from '../fixtures/msg.ts'
import { closeReaders, readInChild } from '../in-child.ts'
import { decompressRtf } from './compressed-rtf.ts'
import { textOfRtf } from './rtf-text.ts'
import { writeCompoundFile } from './write-compound-file.ts'

after(closeReaders)

const small = (): Buffer => Buffer.from(makeMsg({ subject: 'Hej', body: 'Några ord', attachments: [one] }))
const one = { name: 'bilaga.txt', bytes: Buffer.alloc(9000, 'x') }
const errorOf = async (bytes: Uint8Array) => (await readInChild(bytes, 'x.msg')).error?.name ?? null

/** Where a sector's number stands in the first FAT sector (version 3: sectors of 512 bytes after the header). */
const fatAt = (bytes: Buffer, sector: number) => (bytes.readUInt32LE(0x4c) + 1) * 512 + sector * 4
const directoryAt = (bytes: Buffer) => (bytes.readUInt32LE(0x30) + 1) * 512

test('sectors that go round in a circle are refused: in the directory, in a stream, in the tables', async () => {
  const directory = small()
  const first = directory.readUInt32LE(0x30)
  directory.writeUInt32LE(first, fatAt(directory, first))
  assert.equal(await errorOf(directory), 'kind-unknown')
  const tables = small()
  tables.writeUInt32LE(0, 0x44)
  tables.writeUInt32LE(1, 0x48)
  // The last number of that sector names the next: itself.
  tables.writeUInt32LE(0, 512 + 508)
  assert.equal(await errorOf(tables), 'kind-unknown')
  const stream = small()
  // The large stream is the last chain; its last sector leads to itself.
  const last = stream.length / 512 - 2
  stream.writeUInt32LE(last - 3, fatAt(stream, last - 1))
  const reading = await readInChild(stream, 'x.msg')
  assert.deepEqual([reading.error, reading.text], [null, 'Några ord'])
})

test('a directory whose tree goes round in a circle is refused', async () => {
  const bytes = small()
  const at = directoryAt(bytes)
  for (let entry = 1; entry < 4; entry++) bytes.writeUInt32LE(1, at + entry * 128 + 68)
  assert.equal(await errorOf(bytes), 'kind-unknown')
})

test('a stream that claims to be enormous, or that many names share, is left out', async () => {
  const bytes = small()
  const at = directoryAt(bytes)
  let claimed = 0
  for (let entry = at; entry + 128 <= bytes.length && entry < at + 40 * 128; entry += 128) {
    if (bytes[entry + 66] !== 2 || bytes.readUInt32LE(entry + 120) !== 9000) continue
    bytes.writeUInt32LE(0xfffffff0, entry + 120)
    claimed++
  }
  assert.equal(claimed, 1)
  const reading = await readInChild(bytes, 'x.msg')
  assert.deepEqual([reading.error, reading.parts.length, reading.text], [null, 0, 'Några ord'])
  assert.equal(reading.warnings[0]?.name, 'parts-left-out')
})

test('one chain under many names gives no more than twice the file', async () => {
  const attachments = Array.from({ length: 100 }, (_, n) => ({
    name: `${n}.bin`,
    bytes: Buffer.alloc(n === 0 ? 200_000 : 4096, n),
  }))
  const bytes = Buffer.from(makeMsg({ body: 'x', attachments }))
  const at = directoryAt(bytes)
  let [start, names] = [0, 0]
  const entries = Array.from({ length: 700 }, (_, n) => at + n * 128).filter(entry => bytes[entry + 66] === 2)
  for (const entry of entries) if (bytes.readUInt32LE(entry + 120) === 200_000) start = bytes.readUInt32LE(entry + 116)
  for (const entry of entries) {
    if (bytes.readUInt32LE(entry + 120) !== 4096) continue
    bytes.writeUInt32LE(start, entry + 116)
    bytes.writeUInt32LE(200_000, entry + 120)
    names++
  }
  assert.equal(names, 99)
  const { parts, warnings } = await readInChild(bytes, 'x.msg')
  const taken = parts.reduce((sum, part) => sum + part.bytes.length, 0)
  assert.ok(taken <= bytes.length * 2, `${taken} of ${bytes.length}`)
  assert.equal(warnings[0]?.name, 'parts-left-out')
})

test('mails in mails, fifty deep, come out one at a time; a name that climbs loses its folders', async () => {
  let mail: MadeMail = {
    subject: 'deepest',
    body: 'deepest',
    attachments: [{ name: '../../etc/<b>.txt', bytes: Buffer.from('x') }],
  }
  for (let n = 0; n < 50; n++) mail = { subject: `${n}`, body: `${n}`, attachments: [{ name: `${n}`, mail }] }
  let reading = await readInChild(makeMsg(mail), 'x.msg')
  for (let n = 49; n >= 0; n--) {
    assert.deepEqual([reading.error, reading.parts.length, reading.text], [null, 1, `${n}`])
    reading = await readInChild(reading.parts[0]!.bytes, reading.parts[0]!.name)
  }
  assert.deepEqual(
    reading.parts.map(({ name }) => name),
    ['<b>.txt'],
  )
})

test('too many attachments are left out; an old Word file is no mail', async () => {
  const attachments = Array.from({ length: 260 }, (_, n) => ({ name: `${n}.txt`, bytes: Buffer.from('x') }))
  const reading = await readInChild(makeMsg({ body: 'x', attachments }), 'x.msg')
  assert.deepEqual([reading.parts.length, reading.warnings[0]], [200, { name: 'parts-left-out', data: { count: 60 } }])
  const word = writeCompoundFile({
    storages: new Map(),
    streams: new Map([['WordDocument', () => Buffer.alloc(5000)]]),
  })
  assert.equal(await errorOf(word), 'kind-unknown')
})

test('RTF that claims, refers and nests beyond reason is bounded', () => {
  const bomb = Buffer.alloc(1_000_000, 0xff)
  bomb.writeUInt32LE(bomb.length - 4, 0)
  bomb.writeUInt32LE(0xffffffff, 4)
  bomb.write('LZFu', 8, 'latin1')
  assert.ok(decompressRtf(bomb).length <= 10_000_000)
  assert.throws(() => textOfRtf(Buffer.from(`{\\rtf1${'{'.repeat(50_000)}`)), { message: 'file-damaged' })
  assert.equal(textOfRtf(Buffer.from(`{\\rtf1 a${'}'.repeat(50_000)}b`)).startsWith('a'), true)
})

test('damage anywhere gives a reading', async () => {
  const whole = Buffer.from(
    makeMsg({
      subject: 'x',
      rtf: plainRtf('{\\rtf1 some words}'),
      attachments: [one, { name: 'inner', mail: { body: 'inner', attachments: [one] } }],
    }),
  )
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
  const inHead = fc.array(fc.tuple(fc.integer({ min: 24, max: 4095 }), fc.nat(255)), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.oneof(damage, inHead), fc.nat(whole.length), async (places, cut) => {
      for (const bytes of [Buffer.from(whole), Buffer.from(whole.subarray(0, cut))]) {
        for (const [at, byte] of places) if (at < bytes.length) bytes[at] = byte
        const reading = await readInChild(bytes, 'x.msg', { ocr: 'none' })
        assert.ok(
          !['reading-crashed', 'reading-took-too-long'].includes(reading.error?.name ?? ''),
          String(reading.error?.name),
        )
      }
    }),
    { numRuns: 200 },
  )
})
