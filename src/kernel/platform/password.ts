/** Passwords: argon2id (RFC 9106) in PHC string form, so that its cost can be raised and old hashes still be read. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** OWASP's second recommendation: 19 MiB, two passes; about 40 ms on one core of 2024. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const shortest = 10
const longest = 1_000

interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

function derive(
  password: string,
  nonce: Uint8Array,
  { memory, passes, parallelism }: Cost,
  length: number,
): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, memory, passes, parallelism, tagLength: length }, (error, tag) =>
      error ? reject(error) : resolve(Buffer.from(tag)),
    )
  })
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** Hashes a password with a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, cost, tagLength)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Compares in constant time; `renew` where the hash was made at another cost than today's. */
export async function verifyPassword(password: string, hash: string): Promise<{ right: boolean; renew: boolean }> {
  const match = phc.exec(hash)
  if (!match) throw new Error('not an argon2id hash in PHC form')
  const kept = { memory: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) }
  const tag = Buffer.from(match[5]!, 'base64')
  const found = await derive(password, Buffer.from(match[4]!, 'base64'), kept, tag.length)
  return { right: timingSafeEqual(found, tag), renew: kept.memory !== cost.memory || kept.passes !== cost.passes }
}

let dummy: Promise<string> | undefined

/** Takes as long as verifying does: what an unknown e-mail gets, so that it cannot be told from a wrong password. */
export async function verifyNothing(password: string): Promise<void> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'))
  await verifyPassword(password, await dummy)
}

/** Why a password will not do, or null. Length decides (NIST SP 800-63B); one that repeats the e-mail or one letter is none. */
export function passwordWeakness(password: string, email: string): { shortest: number } | null {
  const plain = password.normalize('NFKC').toLowerCase()
  const short = [...plain].length < shortest || password.length > longest
  return short || plain === email.toLowerCase() || new Set(plain).size < 4 ? { shortest } : null
}
