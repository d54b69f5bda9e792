import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { makePdf } from './fixtures/pdf.ts'
import { makeZip } from './fixtures/zip.ts'
import { closeReaders, readInChild, readingPool, renderPageInChild } from './in-child.ts'
import { ReadingPool } from './pool.ts'

after(closeReaders)

test('nothing at all, and a file that is not there', async () => {
  assert.deepEqual((await readInChild(new Uint8Array(), 'x')).error, { name: 'file-empty' })
  assert.equal((await readInChild('/no/such/file.pdf', 'file.pdf')).error?.name, 'file-not-found')
})

test('a zip bomb is refused by its claims and by its contents', async () => {
  const zeros = makeZip({ 'zeros.txt': Buffer.alloc(30_000_000) })
  assert.ok(zeros.length < 100_000)
  assert.equal((await readInChild(zeros, 'bomb.zip')).error?.name, 'zip-bomb')
  const liar = makeZip({ 'zeros.txt': Buffer.alloc(20_000_000) }, { 'zeros.txt': 10 })
  const reading = await readInChild(liar, 'liar.zip')
  assert.equal(reading.parts.length, 0)
  assert.equal(reading.warnings[0]?.name, 'zip-entry-damaged')
  const docx = makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': Buffer.alloc(30_000_000, 32) })
  assert.equal((await readInChild(docx, 'bomb.docx')).error?.name, 'zip-bomb')
})

test('entries of a ZIP lose their folders, and too many are left out', async () => {
  const reading = await readInChild(makeZip({ 'a/b/<img src=x onerror=alert(1)>.txt': 'one' }), 'x.zip')
  assert.deepEqual(
    reading.parts.map(part => part.name),
    ['<img src=x onerror=alert(1)>.txt'],
  )
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`${n}.txt`, 'x']))
  const full = await readInChild(makeZip(many), 'x.zip')
  assert.equal(full.parts.length, 1000)
  assert.equal(full.warnings[0]?.name, 'zip-entries-left-out')
})

test('a name that climbs out of its folder is refused', async () => {
  const reading = await readInChild(makeZip({ '../../etc/passwd': 'x' }), 'x.zip')
  assert.equal(reading.error?.name, 'file-damaged')
})

test('a picture that claims to be enormous is refused before it is unpacked', async () => {
  const reading = await readInChild(hugePng(60_000, 60_000), 'x.png')
  assert.equal(reading.error?.name, 'picture-too-large')
})

test('cut pictures and files of the wrong kind say so or are read in part', async () => {
  const png = hugePng(10, 10)
  for (const bytes of [png.subarray(0, 20), Buffer.from('%PDF-1.7\nrubbish'), Buffer.from('PK\x03\x04 no zip')]) {
    const reading = await readInChild(bytes, 'x')
    assert.notEqual(reading.error, null)
  }
})

test('any bytes give a reading', async () => {
  const starts = [
    '',
    '%PDF-1.7\n',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'PK\x03\x04',
    'II*\0',
    'From: a\nTo: b\n',
    '<?xml ',
  ]
  const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }))
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async ([start, rest]: [string, Uint8Array], name: string) => {
      const reading = await readInChild(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name)
      assert.ok(
        !['reading-crashed', 'reading-took-too-long'].includes(reading.error?.name ?? ''),
        String(reading.error?.name),
      )
    }),
    { numRuns: 120 },
  )
})

test('damage anywhere in a PDF gives a reading', async () => {
  const pdf = await makePdf(document => void document.text('Some words that stand in a file'))
  const damage = fc.array(fc.tuple(fc.nat(pdf.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(damage, async places => {
      const bytes = Buffer.from(pdf)
      for (const [at, byte] of places) bytes[at] = byte
      const reading = await readInChild(bytes, 'x.pdf', { ocr: 'none' })
      assert.ok(
        !['reading-crashed', 'reading-took-too-long'].includes(reading.error?.name ?? ''),
        String(reading.error?.name),
      )
    }),
    { numRuns: 60 },
  )
})

test('a child that is killed fails its own file alone; the next file is read', async () => {
  const pool = new ReadingPool({ children: 1 })
  try {
    const pdf = await makePdf(document => void document.text('Next'))
    const job = { source: pdf, name: 'x.pdf', options: {} }
    const first = await pool.run('read', job, 20_000)
    assert.equal(first.text, 'Next')
    // Stopped first, so that it cannot have read the file before it is killed.
    for (const pid of pool.pids) process.kill(pid, 'SIGSTOP')
    const doomed = pool.run('read', job, 20_000)
    for (const pid of pool.pids) process.kill(pid, 'SIGKILL')
    await assert.rejects(doomed, { message: 'reading-crashed' })
    assert.equal((await pool.run('read', job, 20_000)).text, 'Next')
  } finally {
    pool.close()
  }
})

test('a file that takes too long is ended, one that is cancelled too', async () => {
  const pool = new ReadingPool({ children: 1 })
  const job = { source: new Uint8Array(1), name: 'x', options: {} }
  await assert.rejects(pool.run('read', job, 1), { message: 'reading-took-too-long' })
  const cancelled = AbortSignal.abort()
  await assert.rejects(pool.run('read', job, 20_000, cancelled), { message: 'reading-cancelled' })
  const waiting = pool.run('read', job, 20_000)
  pool.close()
  await assert.rejects(waiting, { message: 'reading-cancelled' })
})

test('time in which the machine served others does not count, up to a multiple of the limit', async () => {
  const pdf = await makePdf(document => void document.text('Busy'))
  const job = { source: pdf, name: 'x.pdf', options: {} }
  const startMs = performance.now()
  const always = { sample: () => performance.now() - startMs }
  const never = { sample: () => 0 }
  // No child begins within five milliseconds.
  for (const [starvation, patience, fails] of [
    [always, 10_000, false],
    [always, 2, true],
    [never, 10_000, true],
  ] as const) {
    const pool = new ReadingPool({ children: 1, patience, starvation: () => starvation })
    try {
      const reading = pool.run('read', job, 5)
      if (fails) await assert.rejects(reading, { message: 'reading-took-too-long' })
      else assert.equal((await reading).text, 'Busy')
    } finally {
      pool.close()
    }
  }
})

test('an idle child ends, and gives back its memory', async () => {
  const pool = new ReadingPool({ children: 1, idleMs: 50 })
  await pool.run('read', { source: Buffer.from('words'), name: 'x', options: {} }, 20_000)
  const [pid] = pool.pids
  assert.ok(pid)
  const deadline = performance.now() + 10_000
  while (pool.pids.length > 0 && performance.now() < deadline) await new Promise(resolve => setTimeout(resolve, 20))
  assert.deepEqual(pool.pids, [])
})

test('children know no secret of their parent', async () => {
  process.env['DATABASE_URL'] = 'postgres://secret'
  const pool = readingPool()
  await pool.run('read', { source: Buffer.from('words'), name: 'x', options: {} }, 20_000)
  const { readFile } = await import('node:fs/promises')
  for (const pid of process.platform === 'linux' ? pool.pids : []) {
    assert.doesNotMatch(await readFile(`/proc/${pid}/environ`, 'latin1'), /DATABASE_URL/)
  }
})

test('what cannot be drawn is refused by name', async () => {
  const pdf = await makePdf(document => void document.text('One page'))
  await assert.rejects(renderPageInChild(pdf, 'pdf', { page: 7, width: 100 }), { message: 'no-such-page' })
  await assert.rejects(renderPageInChild(pdf, 'mail', { page: 1, width: 100 }), { message: 'no-picture' })
})

/** A PNG whose header claims these sides; its data ends at once. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const start = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    start,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
