/** Addresses of WebDAV: what lies beneath a prefix, and how it is written. */

/** What is below the prefix: its parts, decoded and in NFC; null where it is no address of ours. */
export function partsOf(url: string, prefix: string): readonly string[] | null {
  const path = url.split(/[?#]/, 1)[0]!
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return null
  const parts: string[] = []
  for (const raw of path.slice(prefix.length).split('/').filter(Boolean)) {
    try {
      const part = decodeURIComponent(raw).normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no name has them
      if (part === '.' || part === '..' || /[/\\\u0000-\u001f\u007f]/.test(part) || !part.isWellFormed()) return null
      parts.push(part)
    } catch {
      return null
    }
  }
  return parts.length <= 12 && parts.join('/').length <= 900 ? parts : null
}

const escapeSign = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** One part of an address. */
export const encodedPart = (part: string): string =>
  /^[\w.~-]*$/.test(part) ? part : encodeURIComponent(part).replace(/[!'()*]/g, escapeSign)

/** The address of parts, as answers give it; a folder's ends with a slash. */
export function hrefOf(prefix: string, parts: readonly string[], folder: boolean): string {
  const path = parts.map(encodedPart).join('/')
  return `${prefix}/${path}${folder && path ? '/' : ''}`
}

/** The parts of an address of ours, also where it is written in full; null for anybody else's. */
export function partsOfAddress(address: string, host: string, prefix: string): readonly string[] | null {
  if (address.startsWith('/')) return partsOf(address, prefix)
  const url = URL.parse(address)
  return url && url.host === host && !url.hash ? partsOf(url.pathname, prefix) : null
}
