import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/*
 * A self-signed certificate for tests, so that none needs openssl:
 *
 *   const { cert, key } = selfSigned('127.0.0.1')        // PEM, good for a day, for that address or name
 */

/** DER: tag, length, content (X.690, 8.1). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const long = Buffer.from(length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'), 'hex')
  const head = length < 128 ? Buffer.of(tag, length) : Buffer.concat([Buffer.of(tag, 0x80 | long.length), long])
  return Buffer.concat([head, content])
}

const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts)
const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const at = (moment: Temporal.Instant): Buffer =>
  der(0x17, Buffer.from(`${moment.toString({ smallestUnit: 'second' }).replace(/[-:T]/g, '').slice(2)}`))

// Object identifiers, in DER: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints.
const ecdsa = sequence(oid('2a8648ce3d040302'))
const commonName = (text: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))))

function altName(host: string): Buffer {
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(host)
  // GeneralName: dNSName [2], iPAddress [7] (RFC 5280, 4.2.1.6).
  return isAddress ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))
}

/** Makes an EC key and a certificate that is its own authority (RFC 5280, 4.1), serial number by chance. */
export function selfSigned(host: string, called = 'Kontor test'): { cert: string; key: string; fingerprint: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Temporal.Now.instant()
  const extensions = sequence(
    sequence(oid('551d11'), octets(sequence(altName(host)))),
    sequence(oid('551d13'), der(0x01, Buffer.of(0xff)), octets(sequence(der(0x01, Buffer.of(0xff))))),
  )
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsa,
    commonName(called),
    sequence(at(now.subtract({ hours: 1 })), at(now.add({ hours: 24 }))),
    commonName(called),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', toSign, privateKey))
  const certificate = sequence(toSign, ecdsa, signature)
  const lines = certificate.toString('base64').replace(/(.{64})/g, '$1\n')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    fingerprint: createHash('sha256')
      .update(certificate)
      .digest('hex')
      .toUpperCase()
      .replace(/(..)(?!$)/g, '$1:'),
  }
}
