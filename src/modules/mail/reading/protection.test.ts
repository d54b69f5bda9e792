import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { openMail } from './read.ts'

const sealed = join(import.meta.dirname, '../fixtures/sealed')
const opened = (name: string) => openMail(readFileSync(join(sealed, name)))
const names = ({ read }: Awaited<ReturnType<typeof openMail>>) =>
  read.facts.attachments.filter(one => !one.inline).map(({ name }) => name)

for (const name of ['signed-beside.eml', 'signed-around.eml', 'signed-in-pieces.eml'])
  test(`S/MIME, ${name}: read whole, with what is enclosed, and said to be signed`, async () => {
    const mail = await opened(name)
    assert.equal(mail.read.parse, 'whole')
    assert.equal(mail.read.facts.protection, 'smime-signed')
    assert.match(mail.read.text, /hyresavtalet är bifogat/)
    assert.equal(mail.read.facts.from.address, 'eva@lindholm.example')
    assert.deepEqual(names(mail), ['avtal.pdf'])
    const part = mail.read.facts.attachments.find(one => one.name === 'avtal.pdf')!.part
    assert.equal(Buffer.from(mail.parts[part]!.bytes).toString(), '%PDF-1.4 an agreement')
  })

test('S/MIME, encrypted: said to be, kept, its sealed part there to be saved', async () => {
  const mail = await opened('encrypted.eml')
  assert.equal(mail.read.facts.protection, 'smime-encrypted')
  assert.equal(mail.read.text, '')
  assert.deepEqual(names(mail), ['smime.p7m'])
})

const mailOf = (type: string, ...body: readonly string[]) =>
  Buffer.from(
    ['From: eva@lindholm.example', 'Subject: x', 'MIME-Version: 1.0', `Content-Type: ${type}`, '', ...body].join(
      '\r\n',
    ),
  )
const part = (type: string, body: string) => ['--b', `Content-Type: ${type}`, '', body]

test('OpenPGP: signed and encrypted, as parts and in the text', async () => {
  const signed = await openMail(
    mailOf(
      'multipart/signed; protocol="application/pgp-signature"; boundary=b',
      ...part('text/plain', 'See you on Friday.'),
      ...part(
        'application/pgp-signature; name="signature.asc"',
        '-----BEGIN PGP SIGNATURE-----\r\n\r\niQ\r\n-----END PGP SIGNATURE-----',
      ),
      '--b--',
    ),
  )
  assert.equal(signed.read.facts.protection, 'openpgp-signed')
  assert.equal(signed.read.text, 'See you on Friday.')
  assert.deepEqual(names(signed), [])
  const locked = await openMail(
    mailOf(
      'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
      ...part('application/pgp-encrypted', 'Version: 1'),
      ...part(
        'application/octet-stream; name="encrypted.asc"',
        '-----BEGIN PGP MESSAGE-----\r\n\r\nhQ\r\n-----END PGP MESSAGE-----',
      ),
      '--b--',
    ),
  )
  assert.equal(locked.read.facts.protection, 'openpgp-encrypted')
  assert.deepEqual(names(locked), ['encrypted.asc'])
  const inText = async (words: string) => (await openMail(mailOf('text/plain', words))).read.facts.protection
  assert.equal(await inText('-----BEGIN PGP MESSAGE-----\r\n\r\nhQ'), 'openpgp-encrypted')
  assert.equal(await inText('-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n\r\nYes'), 'openpgp-signed')
  assert.equal(await inText('They wrote: -----BEGIN PGP MESSAGE-----'), null)
})

test('a seal that is cut off, or anything in its place, keeps the mail and breaks nothing', async () => {
  const whole = readFileSync(join(sealed, 'signed-around.eml'))
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 300 }), async (at, bytes) => {
      for (const source of [
        whole.subarray(0, at),
        mailOf(
          'application/pkcs7-mime; name="smime.p7m"\r\nContent-Transfer-Encoding: base64',
          Buffer.from(bytes).toString('base64'),
        ),
      ]) {
        const { read } = await openMail(source)
        assert.ok(read.facts.quotedFrom <= read.text.length)
      }
    }),
    { numRuns: 60 },
  )
})
