/** A detached signature as PAdES baseline B-B has it: CMS SignedData (RFC 5652) with the signing certificate named (RFC 5035). */
import { createHash, type KeyObject, sign } from 'node:crypto'
import { integer, objectId, octets, sequence, setOf, tagged } from './der.ts'
import { ecdsaSha256, issuerAndSerial } from './house-key.ts'

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const data = objectId('1.2.840.113549.1.7.1')
const sha256Id = sequence(objectId('2.16.840.1.101.3.4.2.1'))

const attribute = (id: string, value: Uint8Array): Buffer => sequence(objectId(id), setOf(value))

/** Signs the digest of what was signed. The time stands in the PDF (`M`), not among the attributes (EN 319 142-1, 6.3). */
export function detachedSignature(digest: Uint8Array, key: KeyObject, certificate: Uint8Array): Buffer {
  const attributes = [
    attribute('1.2.840.113549.1.9.3', data),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(sha256(certificate)))))),
  ]
  // Signed as a SET, written as [0]: the tag alone differs.
  const signed = setOf(...attributes)
  const written = Buffer.from(signed)
  written[0] = 0xa0
  const signer = sequence(
    integer(1),
    issuerAndSerial(certificate),
    sha256Id,
    written,
    ecdsaSha256,
    octets(sign('sha256', signed, key)),
  )
  return sequence(
    objectId('1.2.840.113549.1.7.2'),
    tagged(0, sequence(integer(1), setOf(sha256Id), sequence(data), tagged(0, certificate), setOf(signer))),
  )
}
