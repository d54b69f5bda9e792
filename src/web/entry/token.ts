/** NIST SP 800-63B asks for at least 8 and for no composition rules; ten is what the server asks for. */
export const shortestPassword = 10

/** The one-time token of a door's link, after `#` (which no log keeps) or as `?token=`. */
export function tokenOf({ search, hash }: { readonly search: string; readonly hash: string }): string {
  const inHash = hash.startsWith('#') ? hash.slice(1) : ''
  const named = new URLSearchParams(inHash).get('token')
  return new URLSearchParams(search).get('token') ?? named ?? (inHash.includes('=') ? '' : inHash)
}
