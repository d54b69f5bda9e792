/** Names of folders and files that every program can write down. */

/** Names that mean a device, whatever follows the point (Windows). */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/** A name that every program can write down; never empty, never hidden. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '_')
    .replace(/^[.\s~]+/, '_')
    .slice(0, 180)
    .toWellFormed()
    .replace(/[.\s]+$/, '')
  return devices.test(plain) ? `_${plain}` : plain || '_'
}

export interface Named {
  readonly id: string
  readonly name: string
}

/** Two names are one where a program takes capitals for small letters. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * One name for each, in the order given: the first of several alike has it plain, the others with the end of their id, so
 * that none changes when another comes.
 */
export function uniqueNames<T extends Named>(rows: readonly T[], taken: readonly string[] = []): Map<string, T> {
  const keys = new Set(taken.map(keyOf))
  const names = new Map<string, T>()
  for (const row of rows) {
    const plain = safeName(row.name)
    const dot = plain.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
    const name = keys.has(keyOf(plain)) ? `${stem} (${row.id.slice(-8)})${ending}` : plain
    keys.add(keyOf(name))
    names.set(name, row)
  }
  return names
}

/** What operating systems lay down for themselves: it is nobody's paper, and is let go. */
export const isJunk = (name: string): boolean =>
  /^(\._.*|\.DS_Store|\.localized|\.hidden|\.Trash.*|\.Spotlight.*|\.fseventsd|\.metadata_.*|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i.test(
    name,
  )

/** What programs lay down while they save or copy; it is kept for them for a while, and becomes a paper under another name. */
export const isTemporary = (name: string): boolean =>
  /^(~|\.)|~$|\.(part|partial|crdownload|tmp|temp|filepart|swp|swx|bak|lock|upload|download|asd|wbk|goutputstream.*)$/i.test(
    name,
  ) || /^[0-9A-F]{8}$/.test(name)
