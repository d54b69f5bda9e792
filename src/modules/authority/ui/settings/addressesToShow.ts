/** An address that only this computer knows. */
export const isOwn = (host: string): boolean =>
  host === 'localhost' || host.startsWith('127.') || host === '[::1]' || host === '::1'

export interface ShownAddresses {
  /** What others in the office type; none when only this computer reaches it, or nobody may say. */
  readonly office: readonly string[]
  /** The one that programs are given. */
  readonly main: string
}

/** The address one set up comes first, then those by number; what only this computer knows is nothing for the others. */
export function addressesToShow(
  origin: string,
  server: { readonly address: string; readonly officeAddresses: readonly string[] } | null,
): ShownAddresses {
  const told = server ? [server.address, ...server.officeAddresses] : []
  const office = [...new Set(told.filter(address => !isOwn(new URL(address).hostname)))]
  return { office, main: isOwn(new URL(origin).hostname) ? (office[0] ?? origin) : origin }
}
