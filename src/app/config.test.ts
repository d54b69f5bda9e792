import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ConfigError, officeAddresses, readConfig } from './config.ts'

const file = (text: string) => ({ path: '/etc/kontor/kontor.conf', text })
const problemsOf = (env: NodeJS.ProcessEnv, text = ''): string[] => {
  try {
    readConfig(env, file(text))
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message.split('\n')
  }
  return []
}

describe('the configuration', () => {
  test('needs nothing', () => {
    const config = readConfig({}, file(''))
    assert.equal(config.port, 8120)
    assert.equal(config.address, 'http://localhost:8120')
    assert.equal(config.database, undefined)
    assert.equal(config.smtpPort, 0)
    assert.match(config.dataDir, /kontor/)
  })

  test('is read from a file of KEY=value lines, paths from where the file stands', () => {
    const text = '\uFEFF# the office\r\nKONTOR_PORT = 9000\r\n\r\nKONTOR_WATCH_DIR="scans in"\nKONTOR_LOG_LEVEL=\n'
    const config = readConfig({}, file(text))
    assert.deepEqual([config.port, config.watchDir, config.logLevel], [9000, '/etc/kontor/scans in', 'info'])
  })

  test('the environment wins over the file, and an empty variable is none', () => {
    const config = readConfig(
      { KONTOR_PORT: '9001', KONTOR_SMTP_PORT: '' },
      file('KONTOR_PORT=9000\nKONTOR_SMTP_PORT=2525'),
    )
    assert.deepEqual([config.port, config.smtpPort], [9001, 2525])
  })

  test('with a certificate the address is https; a public address stands before it', () => {
    const tls = { KONTOR_TLS_CERT: '/c.pem', KONTOR_TLS_KEY: '/k.pem' }
    assert.equal(readConfig(tls, file('')).address, 'https://localhost:8120')
    assert.equal(
      readConfig({ ...tls, KONTOR_ADDRESS: 'https://office.example/' }, file('')).address,
      'https://office.example',
    )
  })

  test('the way from HTTP leads to HTTPS only where there is one', () => {
    const tls = { KONTOR_TLS_CERT: '/c.pem', KONTOR_TLS_KEY: '/k.pem' }
    assert.equal(readConfig({ ...tls, KONTOR_HTTP_PORT: '80' }, file('')).httpPort, 80)
    assert.match(problemsOf({ KONTOR_HTTP_PORT: '80' }).join(), /KONTOR_TLS_CERT/)
  })

  test('a database of somebody else’s', () => {
    const { database } = readConfig({ DATABASE_URL: 'postgres://o@db/kontor' }, file(''))
    assert.deepEqual(database, { ownerUrl: 'postgres://o@db/kontor', appUrl: undefined })
  })

  test('every mistake is told at once, with its place', () => {
    assert.deepEqual(
      problemsOf({ KONTOR_PORT: '80a' }, 'KONTOR_PROT=1\nKONTOR_ADDRESS=office\nwhat\nKONTOR_TLS_KEY=k.pem'),
      [
        '/etc/kontor/kontor.conf:3: KEY=value is wanted, not "what"',
        'KONTOR_PROT (/etc/kontor/kontor.conf:1): there is no such setting',
        'KONTOR_PORT (environment): a whole number is wanted, not "80a"',
        'KONTOR_ADDRESS (/etc/kontor/kontor.conf:2): an address such as https://kontor.example.org is wanted, not "office"',
        'KONTOR_TLS_KEY (/etc/kontor/kontor.conf:4): KONTOR_TLS_CERT is wanted with it',
      ],
    )
  })

  test('ports out of range, levels that are not, addresses of other databases', () => {
    assert.match(problemsOf({ KONTOR_PORT: '0' }).join(), /from 1 to 65535/)
    assert.match(problemsOf({ KONTOR_PORT: '65536' }).join(), /from 1 to 65535/)
    assert.match(problemsOf({ KONTOR_LOG_LEVEL: 'loud' }).join(), /trace, debug, info/)
    const [wrong] = problemsOf({ DATABASE_URL: 'mysql://me:secret@db/kontor' })
    assert.match(wrong ?? '', /postgres:\/\//)
    assert.doesNotMatch(wrong ?? '', /secret/)
    assert.match(problemsOf({ KONTOR_APP_DATABASE_URL: 'postgres://db/kontor' }).join(), /DATABASE_URL is wanted/)
    assert.match(problemsOf({}, 'KONTOR_PORT=1\nKONTOR_PORT=2').join(), /stands already at .*:1/)
  })

  test('a settings file that was named must be there', () => {
    assert.throws(() => readConfig({ KONTOR_CONFIG: '/nowhere/kontor.conf' }), ConfigError)
  })

  test('the operator’s guide has every setting', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operator.md'), 'utf8')
    const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8')
    const names = new Set([...source.matchAll(/\b(KONTOR_[A-Z_]+|DATABASE_URL)\b/g)].map(match => match[1] ?? ''))
    assert.deepEqual(
      [...names].filter(name => !guide.includes(`\`${name}\``)),
      [],
    )
  })
})

test('addresses for the office: none when only this computer is listened to', () => {
  assert.deepEqual(officeAddresses({ host: '127.0.0.1', port: 8120, tls: undefined }), [])
  assert.deepEqual(officeAddresses({ host: '10.1.1.1', port: 1, tls: undefined }), ['http://10.1.1.1:1'])
  for (const address of officeAddresses({ host: '0.0.0.0', port: 8120, tls: undefined })) {
    assert.match(address, /^http:\/\/(?!127)[\d.]+:8120$/)
  }
})
