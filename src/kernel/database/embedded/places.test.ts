import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultDataDir, installRoot, placeName, placesOf } from './places.ts'

test('two checkouts of one name have two data folders, which bear it', () => {
  const [one, other] = ['/home/ana/kontor', '/home/ben/kontor'].map(defaultDataDir)
  assert.notEqual(one, other)
  assert.match(one ?? '', /\/kontor-[0-9a-f]{8}$/)
  assert.equal(defaultDataDir('/home/ana/kontor'), one)
})

test('a name of any letters makes a plain folder', () => {
  assert.match(placeName('/srv/Kontor (ny) å'), /^Kontor__ny___-[0-9a-f]{8}$/)
})

test('an ordinary user’s things lie in their own folder, where the desktop says', {
  skip: process.getuid?.() === 0 ? 'root' : false,
}, () => {
  assert.equal(installRoot({ XDG_DATA_HOME: '/home/ana/data' }), '/home/ana/data/kontor')
})

test('a socket’s path fits whatever the data folder is called', () => {
  for (const dataDir of ['/d', `/srv/${'long/'.repeat(40)}`, `/srv/${'åäö'.repeat(20)}`]) {
    const { socketDir } = placesOf(dataDir)
    assert.ok(Buffer.byteLength(`${socketDir}/.s.PGSQL.5432.lock`) < 104, socketDir)
  }
  assert.notEqual(placesOf(`/srv/${'a'.repeat(90)}`).socketDir, placesOf(`/srv/${'b'.repeat(90)}`).socketDir)
})
