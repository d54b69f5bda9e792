/** The text a person would see in HTML, and whether it would fetch anything: nothing is run or loaded. */
import { Parser } from 'htmlparser2'

const silent = new Set(['script', 'style', 'head', 'template', 'svg', 'math', 'noscript', 'iframe', 'object', 'select'])
const breaking = new Set(
  'p div br tr li ul ol table h1 h2 h3 h4 h5 h6 blockquote pre section article header footer hr dd dt address center'.split(
    ' ',
  ),
)
/** Largest HTML whose text is taken. */
const mostHtml = 5_000_000

export interface HtmlText {
  readonly text: string
  /** Pictures, styles or fonts that would be fetched from outside. */
  readonly remote: boolean
}

export function textOfHtml(html: string): HtmlText {
  const out: string[] = []
  let quiet = 0
  let quotes = 0
  let remote = false
  let lineOpen = false
  const newLine = () => {
    if (lineOpen) out.push('\n')
    lineOpen = false
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silent.has(name)) quiet++
        if (breaking.has(name)) newLine()
        if (name === 'blockquote') quotes++
        if (name === 'td' || name === 'th') out.push(' ')
        remote ||= isRemote(name, attributes)
      },
      ontext(text) {
        if (quiet > 0) {
          remote ||= /url\(\s*['"]?\s*(https?:)?\/\/|@import/i.test(text)
          return
        }
        const words = text.replace(/[^\S\u00a0]+/g, ' ').replaceAll('\u00a0', ' ')
        if (words.trim() === '') {
          if (lineOpen && words !== '') out.push(' ')
          return
        }
        if (!lineOpen && quotes > 0) out.push('> '.repeat(Math.min(quotes, 5)))
        out.push(lineOpen ? words : words.trimStart())
        lineOpen = true
      },
      onclosetag(name) {
        if (silent.has(name)) quiet = Math.max(0, quiet - 1)
        if (breaking.has(name) && name !== 'br') {
          newLine()
          if (name === 'p' || name === 'table' || /^h\d$/.test(name)) out.push('\n')
        }
        if (name === 'blockquote') quotes = Math.max(0, quotes - 1)
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html.slice(0, mostHtml))
  const text = out
    .join('')
    .split('\n')
    .map(line => line.replace(/ {2,}/g, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { text, remote }
}

const outside = /^\s*(https?:)?\/\//i

function isRemote(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'a') return /url\(\s*['"]?\s*(https?:)?\/\//i.test(attributes['style'] ?? '')
  if (name === 'link') return outside.test(attributes['href'] ?? '')
  return (
    outside.test(attributes['src'] ?? '') ||
    outside.test(attributes['background'] ?? '') ||
    outside.test(attributes['poster'] ?? '') ||
    (attributes['srcset'] ?? '').includes('//') ||
    /url\(\s*['"]?\s*(https?:)?\/\//i.test(attributes['style'] ?? '')
  )
}
