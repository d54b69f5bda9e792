/**
 * Bytes of a text file as text: by byte order mark, else UTF-8 where it is valid, else Windows-1252, which is what offices
 * in these six countries have (Romanian ş and ţ of Windows-1250 are not told apart from ºs and þs).
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
