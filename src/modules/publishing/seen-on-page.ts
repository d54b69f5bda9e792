/** Whether words stand on a web page: every line of them, as its reader sees it. */
import { plainOf } from '../../formats/proof/plain.ts'

/** Signs that pages write otherwise than people do, and all white space as one. */
const evened = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’‚']/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

export interface Looked {
  readonly seen: boolean
  /** The first line that does not stand there. */
  readonly missing: string | null
}

export function lookFor(page: { readonly text: string; readonly isHtml: boolean }, words: string): Looked {
  // a quotation of a page is what its reader sees too
  const shown = page.isHtml ? plainOf(page.text.replace(/<(\/?)blockquote\b[^<>]*>/gi, '<$1div>')) : page.text
  const stands = evened(shown)
  const lines = words
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const missing = lines.find(line => !stands.includes(evened(line))) ?? null
  return { seen: missing === null && lines.length > 0, missing }
}
