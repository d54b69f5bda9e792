/** Odd mails that a parser would lose part of, written as their senders meant them. Each way gives other bytes, or nothing. */

const split = (source: string): { head: string; body: string } => {
  const at = /\r?\n\r?\n/.exec(source)
  return at
    ? { head: source.slice(0, at.index), body: source.slice(at.index + at[0].length) }
    : { head: source, body: '' }
}

/** The line that files of mails put before each (mbox). */
export function withoutMboxLine(source: string): string {
  return source.replace(/^>?From [^\n]*\n/, '')
}

/** Header lines that end without an empty line: the first that is none begins the body. */
export function separated(source: string): string | null {
  const lines = source.split('\n')
  for (const [at, line] of lines.entries()) {
    const words = line.replace(/\r$/, '')
    if (words === '') return null
    if (/^[!-9;-~]{1,100}[ \t]*:/.test(words) || (at > 0 && /^[ \t]/.test(words))) continue
    return [...lines.slice(0, at), '', ...lines.slice(at)].join('\n')
  }
  return null
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A boundary that the header names and the body never has: the one that the body has is named instead. */
export function rebound(source: string): string | null {
  const { head, body } = split(source)
  const declared = /^content-type:\s*multipart\/[^;\r\n]+(?:;[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)?/im.exec(head)
  if (!declared) return null
  const named = /boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(declared[0])
  const boundary = named?.[1] ?? named?.[2]
  const folded = named?.[0].includes('\n') ? foldedBoundary(source, declared[0], boundary!) : null
  if (folded !== null) return folded
  if (boundary && new RegExp(`^--${escaped(boundary)}`, 'm').test(body)) return null
  const used = /^--([^\r\n]{1,200}?)[ \t]*\r?\n(?:[ \t]*\r?\n|[!-9;-~]{1,60}:)/m.exec(body)?.[1]
  if (!used) return null
  const type = declared[0].replace(/;?\s*boundary\s*=\s*(?:"[^"]*"|[^\s;]+)/i, '')
  return source.replace(declared[0], () => `${type.replace(/;?\s*$/, '')}; boundary="${used.replace(/"/g, '')}"`)
}

/** A boundary that was broken over two lines, in the header and with it in the body. */
function foldedBoundary(source: string, declared: string, boundary: string): string | null {
  const broken = new RegExp(
    `^--${boundary
      .split(/\s*\r?\n\s+/)
      .map(escaped)
      .join('\\s*\\r?\\n\\s+')}`,
    'gm',
  )
  const token = 'a-boundary-of-one-line'
  const [head, body] = [
    source.slice(0, source.indexOf(declared)),
    source.slice(source.indexOf(declared) + declared.length),
  ]
  if (body.search(broken) === -1) return null
  const type = declared.replace(/;?\s*boundary\s*=\s*(?:"[^"]*"|[^\s;]+)/i, '').replace(/;?\s*$/, '')
  return `${head}${type}; boundary="${token}"${body.replace(broken, `--${token}`)}`
}

/** A body of many parts that has none: it is text. */
export function asText(source: string): string | null {
  const { head, body } = split(source)
  if (body.trim() === '') return null
  const plain = head.replace(
    /^content-(type|transfer-encoding|disposition):[^\r\n]*(\r?\n[ \t][^\r\n]*)*(\r?\n)?/gim,
    '',
  )
  return `${plain.trimEnd()}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}`
}

/** How much of it is body: what a reading is measured by. */
export const bodySize = (source: string): number => split(source).body.trim().length
