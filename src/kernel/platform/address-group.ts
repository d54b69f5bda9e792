import { isIPv4, isIPv6 } from 'node:net'

/** The first four groups of an IPv6 address: what one household or office is given as a whole (RFC 6177). */
function network(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after]
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * What counts as one address where attempts are counted: an IPv4 address, also where it is wrapped in IPv6, or the /64 of an
 * IPv6 address, within which anybody may take a new one for each request.
 */
export function addressGroup(address: string): string {
  const plain = address.replace(/%.*$/, '')
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (wrapped && isIPv4(wrapped)) return wrapped
  return isIPv6(plain) && !plain.includes('.') ? `${network(plain)}::/64` : plain
}
