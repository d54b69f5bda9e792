/** A piece of a mail's text: plain, or an address to be opened. */
export interface Piece {
  readonly text: string
  readonly href?: string
}

const address = /\bhttps?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?…]|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\b/g

/** Addresses of the web and of mail become links; nothing else of what a stranger wrote does. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    if (match.index > from) out.push({ text: text.slice(from, match.index) })
    const [found] = match
    out.push({ text: found, href: found.startsWith('http') ? found : `mailto:${found}` })
    from = match.index + found.length
  }
  if (from < text.length) out.push({ text: text.slice(from) })
  return out
}
