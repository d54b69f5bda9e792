const signatures: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
]

const byEnding: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  eml: 'message/rfc822',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** The media type by the first bytes; the name's ending decides only among ZIP-based and text kinds. */
export function sniffMediaType(start: Uint8Array, name: string, claimed?: string): string {
  const found = signatures.find(([, bytes]) => bytes.every((byte, i) => start[i] === byte))?.[0]
  const ending = byEnding[name.split('.').at(-1)?.toLowerCase() ?? '']
  if (found === 'application/zip') return ending?.startsWith('application/vnd') ? ending : found
  if (found) return found
  if (ending && !ending.startsWith('application/vnd')) return ending
  return claimed === 'message/rfc822' ? claimed : 'application/octet-stream'
}
