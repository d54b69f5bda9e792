/**
 * Which addresses printers may have. A printer stands inside, where an address that a person types must not lead a server by
 * itself (SSRF): so none is spoken to until the operator has said where printers are (KONTOR_PRINTERS), and then those alone.
 */
import { lookup } from 'node:dns'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

let names: ReadonlySet<string> = new Set()
let nets = new BlockList()

/** Names, addresses and networks (`10.0.20.0/24`), told once by whoever starts the server. */
export function allowPrinters(places: readonly string[]): void {
  names = new Set(places.filter(place => isIP(place.split('/')[0]!) === 0).map(place => place.toLowerCase()))
  nets = new BlockList()
  for (const place of places) {
    const [address = '', bits] = place.split('/')
    if (isIP(address) === 0) continue
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) nets.addAddress(address, family)
    else nets.addSubnet(address, Number(bits), family)
  }
}

export const printerPlace = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|[\da-f:.]+(\/\d{1,3})?)$/i

const isAllowed = (address: string): boolean => nets.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

export class PrinterNotAllowed extends Error {
  override readonly name = 'PrinterNotAllowed'
}

export function requireAllowed(hostname: string): void {
  if (isIP(hostname) !== 0 && !isAllowed(hostname)) throw new PrinterNotAllowed(hostname)
}

/** Looks a name up once; what was looked at is what is connected to. */
export const guarded: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true, verbatim: true }, (error, found) => {
    const addresses = (found ?? []) as { address: string; family: number }[]
    const [first] = addresses
    if (error || !first) return callback(error ?? new Error('no address'), '', 4)
    if (!names.has(hostname.toLowerCase()) && !addresses.every(({ address }) => isAllowed(address)))
      return callback(new PrinterNotAllowed(hostname) as NodeJS.ErrnoException, '', 4)
    if ((options as { all?: boolean }).all) return (callback as (e: null, a: typeof addresses) => void)(null, addresses)
    callback(null, first.address, first.family)
  })
}
