import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { hashPassword, passwordWeakness, verifyPassword } from './password.ts'

test('argon2id in PHC form, freshly salted, right only for the same password', async () => {
  const hash = await hashPassword('correct horse battery')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(await hashPassword('correct horse battery'), hash)
  assert.deepEqual(await verifyPassword('correct horse battery', hash), { right: true, renew: false })
  assert.deepEqual(await verifyPassword('correct horse batterY', hash), { right: false, renew: false })
})

test('å composed or decomposed is the same password', async () => {
  const hash = await hashPassword('blåbärsår i år'.normalize('NFC'))
  assert.equal((await verifyPassword('blåbärsår i år'.normalize('NFD'), hash)).right, true)
})

test('a hash made at an older cost is still read, and asks to be renewed', async () => {
  const nonce = Buffer.alloc(16, 7)
  const tag = argon2Sync('argon2id', {
    message: 'once upon a time',
    nonce,
    memory: 8192,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
  const hash = `$argon2id$v=19$m=8192,t=1,p=1$${plain(nonce)}$${plain(tag)}`
  assert.deepEqual(await verifyPassword('once upon a time', hash), { right: true, renew: true })
})

test('length decides; the e-mail itself and one letter over and over are none', () => {
  assert.ok(passwordWeakness('nine char', 'a@b.se'))
  assert.ok(passwordWeakness('Karin@Example.org', 'karin@example.org'))
  assert.ok(passwordWeakness('aaaaaaaaaaaaaaaa', 'a@b.se'))
  assert.ok(passwordWeakness('x'.repeat(1_001), 'a@b.se'))
  assert.equal(passwordWeakness('ten chars!', 'a@b.se'), null)
})
