import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAddress, readAddresses } from './address.ts'

test('addresses are read as people paste them', () => {
  assert.deepEqual(
    readAddresses('Anna Nyman <anna@example.org>; bo@example.org,"Öberg, Karin" <karin@example.org>\n'),
    [
      { name: 'Anna Nyman', address: 'anna@example.org' },
      { name: '', address: 'bo@example.org' },
      { name: 'Öberg, Karin', address: 'karin@example.org' },
    ],
  )
  assert.ok(isAddress('a@b.se'))
  for (const wrong of ['', 'a', 'a@b', 'a b@c.se', '<a@b.se>']) assert.ok(!isAddress(wrong), wrong)
})
