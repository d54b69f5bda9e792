/** Files that old programs put into the text itself (uuencode, POSIX): told apart from it. */
export interface UuFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const block = /^begin [0-7]{3,4} ([^\n]{1,200})\n((?:[\x20-\x60]{1,90}\n)*?)(?:[ `]?\n)?end[ \t]*$/gm

function decodeLine(line: string, into: number[]): boolean {
  const count = (line.charCodeAt(0) - 32) & 63
  const wanted = Math.ceil(count / 3) * 4
  // trailing blanks are cut off by some programs on the way
  const packed = line.slice(1).padEnd(wanted, ' ')
  if (packed.trimEnd().length > wanted + 1) return false
  const bytes: number[] = []
  for (let at = 0; at < wanted; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map(i => (packed.charCodeAt(at + i) - 32) & 63)
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d)
  }
  into.push(...bytes.slice(0, count))
  return true
}

/** The text without its files, and the files. What is no whole file stays text. */
export function takeUu(text: string): { text: string; files: UuFile[] } {
  if (!/^begin [0-7]{3,4} /m.test(text)) return { text, files: [] }
  const files: UuFile[] = []
  const rest = text.replace(block, (whole: string, name: string, body: string) => {
    const bytes: number[] = []
    const sound = body
      .split('\n')
      .filter(line => line !== '')
      .every(line => decodeLine(line, bytes))
    if (!sound || bytes.length === 0) return whole
    files.push({ name: name.trim(), bytes: Uint8Array.from(bytes) })
    return ''
  })
  return { text: rest, files }
}
