import assert from 'node:assert/strict'
import { userInfo } from 'node:os'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { AddressError, addressProblem, connectionOf } from './address.ts'

const none = {}

describe('the address of a database, as libpq reads it', () => {
  test('a URI with everything in it', () => {
    assert.deepEqual(
      connectionOf('postgresql://o%40x:p%2Fq@db.example:5433/kontor?application_name=k&connect_timeout=3'),
      {
        host: 'db.example',
        port: 5433,
        user: 'o@x',
        password: 'p/q',
        database: 'kontor',
        application_name: 'k',
        connectionTimeoutMillis: 3000,
      },
    )
    assert.equal(connectionOf('postgres://o@[2001:db8::1]:5433/k').host, '2001:db8::1')
  })

  test('a socket, in each of the ways it is written', () => {
    for (const text of [
      'postgres://o@/kontor?host=/var/run/pg',
      'postgres:///kontor?host=%2Fvar%2Frun%2Fpg&user=o',
      'postgresql://o@%2Fvar%2Frun%2Fpg/kontor',
      'host=/var/run/pg user=o dbname=kontor',
      "dbname = 'kontor' host='/var/run/pg'  user=o sslmode=verify-full",
    ])
      assert.deepEqual(
        connectionOf(text, none),
        { host: '/var/run/pg', port: 5432, user: 'o', database: 'kontor' },
        text,
      )
  })

  test('what it leaves open comes from the environment, then from this account', () => {
    const env = { PGHOST: '/s', PGPORT: '5499', PGUSER: 'me', PGDATABASE: 'mine' }
    assert.deepEqual(connectionOf('postgres://', env), { host: '/s', port: 5499, user: 'me', database: 'mine' })
    const { username } = userInfo()
    assert.deepEqual(connectionOf('postgres://', { PGHOST: 'h' }), {
      host: 'h',
      port: 5432,
      user: username,
      database: username,
    })
  })

  test('no host and no socket: the message says what to write', () => {
    assert.throws(
      () => connectionOf('postgres://o:secret@:65001/kontor', none),
      (error: Error) => {
        assert.ok(error instanceof AddressError)
        assert.match(error.message, /\.s\.PGSQL\.65001.*\?host=\/folder/)
        assert.doesNotMatch(error.message, /secret/)
        return true
      },
    )
  })

  test('TLS means what it means to libpq', () => {
    const tls = (mode: string) => connectionOf(`postgres://o@db/k?sslmode=${mode}`).ssl
    assert.equal(tls('disable'), undefined)
    assert.equal(tls('require')?.rejectUnauthorized, false)
    assert.equal(tls('verify-full')?.rejectUnauthorized, undefined)
    assert.equal(tls('verify-full')?.checkServerIdentity, undefined)
    assert.ok(tls('verify-ca')?.checkServerIdentity)
    assert.equal(connectionOf('postgres://o@db/k?hostaddr=10.0.0.1&sslmode=verify-full').ssl?.servername, 'db')
    assert.match(addressProblem('postgres://o@db/k?sslmode=prefer') ?? '', /nothing in between/)
  })

  test('what cannot be meant is refused without its password', () => {
    for (const text of [
      'mysql://o:secret@db/k',
      'postgres://o:sec/ret@db/k',
      'postgres://o:secret@x@db/k',
      'postgres://o:secret%zz@db/k',
      'postgres://o:secret@a,b/k',
      'postgres://o:secret@db:99999/k',
      'postgres://o:secret@db/k?servise=x',
      'postgres://o:secret@db/k?x',
      'host=db password=secret passfile=/x',
      "host='db",
      'kontor',
    ]) {
      const problem = addressProblem(text)
      assert.ok(problem, text)
      assert.doesNotMatch(problem, /sec/, text)
    }
  })

  test('any parts, encoded, come back', () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter(text => text.isWellFormed())
    fc.assert(
      fc.property(part, part, part, (user, password, database) => {
        const [u, p, d] = [user, password, database].map(encodeURIComponent)
        const escaped = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`
        for (const text of [
          `postgres://${u}:${p}@h/${d}`,
          `host=h user=${escaped(user)} password=${escaped(password)} dbname=${escaped(database)}`,
        ])
          assert.deepEqual(connectionOf(text, none), { host: 'h', port: 5432, user, password, database })
      }),
    )
  })
})
