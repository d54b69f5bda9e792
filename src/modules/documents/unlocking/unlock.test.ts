import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { makePdf } from '../reading/fixtures/pdf.ts'
import { makeZip } from '../reading/fixtures/zip.ts'
import { closeReaders, read } from '../reading/index.ts'
import { ReadingProblem } from '../reading/problem.ts'
import { aes128, aes256, password, secret, traditional } from './fixtures/zips.ts'
import { unlockInChild } from './in-child.ts'
import { unlock } from './unlock.ts'

after(closeReaders)

const problem = (name: string) => (thrown: unknown) =>
  thrown instanceof ReadingProblem && thrown.finding.name === name ? true : assert.fail(String(thrown))

async function partsOf(zip: Uint8Array): Promise<Record<string, string>> {
  const { parts, warnings, error } = await read(zip, 'x.zip')
  assert.deepEqual([warnings, error], [[], null])
  return Object.fromEntries(parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}

test('archives locked by other programs open with their password, and with no other', async () => {
  assert.deepEqual(await partsOf(await unlock(traditional, 'a.zip', password)), {
    'bilaga.txt': secret,
    'kort.txt': 'Hej',
  })
  for (const archive of [aes128, aes256]) {
    assert.deepEqual(await partsOf(await unlock(archive, 'a.zip', password)), {
      'bilaga.txt': secret,
      'öppen.txt': 'Öppen',
    })
  }
  for (const archive of [traditional, aes128, aes256]) {
    for (const wrong of ['las9', '', 'lås9 ', 'x'.repeat(200)])
      await assert.rejects(unlock(archive, 'a.zip', wrong), problem('password-wrong'))
  }
})

test('what is not locked, or not in a way that is known, says so', async () => {
  await assert.rejects(unlock(makeZip({ 'a.txt': 'a' }), 'a.zip', 'x'), problem('password-not-needed'))
  const open = await makePdf(document => void document.text('Öppen'))
  await assert.rejects(unlock(open, 'a.pdf', 'x'), problem('password-not-needed'))
  await assert.rejects(unlock(Buffer.from('Hej'), 'a.txt', 'x'), problem('password-not-needed'))
})

test('a damaged archive gives a problem or an archive, never anything else (seeded)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(traditional, aes128),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 40 }),
      async (archive, changes, cut) => {
        const bytes = Buffer.from(archive.subarray(0, archive.length - cut))
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        try {
          assert.ok((await unlock(bytes, 'a.zip', password)).length > 0)
        } catch (thrown) {
          assert.ok(thrown instanceof ReadingProblem || thrown instanceof RangeError, String(thrown))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a locked PDF becomes the same PDF without its lock, attachments too, in a child that is told the password alone', async () => {
  const locked = await makePdf(
    document => {
      document.text('Lönelista november')
      document.file(Buffer.from('<Invoice/>'), { name: 'factur-x.xml' })
    },
    { userPassword: 'hänglås', ownerPassword: 'o', pdfVersion: '1.7ext3' },
  )
  assert.equal((await read(locked, 'lön.pdf')).error?.name, 'password-needed')
  const keep = async (copy: AsyncIterable<Buffer>) => {
    const chunks: Buffer[] = []
    for await (const chunk of copy) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const request = { source: locked, name: 'lön.pdf' }
  const plain = await unlockInChild({ ...request, password: 'hänglås' }, keep)
  const reading = await read(plain, 'lön.pdf')
  assert.deepEqual(
    [reading.error, reading.text.trim(), reading.parts.map(({ name }) => name)],
    [null, 'Lönelista november', ['factur-x.xml']],
  )
  assert.ok(!plain.includes('/Encrypt'))
  await assert.rejects(unlockInChild({ ...request, password: 'fel' }, keep), problem('password-wrong'))
})
