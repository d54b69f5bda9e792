/** Names of files in an archive: safe on every system, none twice. */

/** What no file may be called on Windows, whatever its ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const longest = 120

/** Without ways to other folders, signs that a file system refuses, or marks that turn the reading of a name round. */
export function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const [, stem, ending] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(clean)!
  const cut = `${[...(stem ?? '')].slice(0, longest).join('').trim() || '_'}${ending ?? ''}`
  return reserved.test(cut) ? `_${cut}` : cut
}

/** The same names with ` (2)`, ` (3)` where one came before; case tells no two apart. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map(given => {
    const name = safeName(given)
    const [, stem, ending] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name)!
    let unique = name
    for (let next = 2; taken.has(unique.toLowerCase()); next += 1) unique = `${stem} (${next})${ending ?? ''}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
