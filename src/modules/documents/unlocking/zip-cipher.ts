/** The two ways in which entries of a ZIP file are encrypted: PKWARE's (APPNOTE 6.3.10, 6.1) and WinZip's AES (AE-1, AE-2). */
import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

const HEADER_BYTES = 12

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** Decrypts PKWARE's stream cipher; null where the password's one byte of proof does not fit. */
export function traditionalPlain(data: Buffer, password: Buffer, proof: number): Buffer | null {
  let [a, b, c] = [0x12345678, 0x23456789, 0x34567890]
  const feed = (byte: number) => {
    a = crcTable[(a ^ byte) & 0xff]! ^ (a >>> 8)
    b = (Math.imul((b + (a & 0xff)) >>> 0, 134775813) + 1) >>> 0
    c = crcTable[(c ^ (b >>> 24)) & 0xff]! ^ (c >>> 8)
  }
  for (const byte of password) feed(byte)
  const plain = Buffer.allocUnsafe(data.length)
  for (let at = 0; at < data.length; at++) {
    const key = (c | 2) & 0xffff
    const byte = data[at]! ^ ((Math.imul(key, key ^ 1) >>> 8) & 0xff)
    feed(byte)
    plain[at] = byte
    if (at === HEADER_BYTES - 1 && byte !== proof) return null
  }
  return data.length < HEADER_BYTES ? null : plain.subarray(HEADER_BYTES)
}

const ITERATIONS = 1000
const PROOF_BYTES = 2
const SEAL_BYTES = 10
const BLOCK_BYTES = 16
const BLOCKS_AT_ONCE = 4096

/** Decrypts WinZip's AES; `strength` 1, 2, 3 is a key of 128, 192, 256 bits. Null where the password or the seal does not fit. */
export function aesPlain(data: Buffer, password: Buffer, strength: number): Buffer | null {
  const keyBytes = 8 + strength * 8
  const saltBytes = keyBytes / 2
  if (data.length < saltBytes + PROOF_BYTES + SEAL_BYTES) return null
  const keys = pbkdf2Sync(password, data.subarray(0, saltBytes), ITERATIONS, 2 * keyBytes + PROOF_BYTES, 'sha1')
  if (!keys.subarray(2 * keyBytes).equals(data.subarray(saltBytes, saltBytes + PROOF_BYTES))) return null
  const body = data.subarray(saltBytes + PROOF_BYTES, data.length - SEAL_BYTES)
  const seal = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(body)
    .digest()
    .subarray(0, SEAL_BYTES)
  if (!timingSafeEqual(seal, data.subarray(data.length - SEAL_BYTES))) return null
  return countedXor(body, keys.subarray(0, keyBytes))
}

/** AES in counter mode whose counter is little-endian and begins at one, which Node's own counter mode is not. */
function countedXor(body: Buffer, key: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  const plain = Buffer.allocUnsafe(body.length)
  const counters = Buffer.alloc(BLOCKS_AT_ONCE * BLOCK_BYTES)
  for (let from = 0; from < body.length; from += counters.length) {
    for (let block = 0; block < BLOCKS_AT_ONCE; block++)
      counters.writeUInt32LE(from / BLOCK_BYTES + block + 1, block * BLOCK_BYTES)
    const stream = cipher.update(counters)
    const end = Math.min(body.length, from + counters.length)
    for (let at = from; at < end; at++) plain[at] = body[at]! ^ stream[at - from]!
  }
  return plain
}
