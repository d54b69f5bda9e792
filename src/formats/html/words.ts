/** What one would read of HTML, in one pass whatever a stranger wrote; nothing of it is run or loaded. */
import { Parser } from 'htmlparser2'

const most = { html: 500_000, words: 20_000 } as const
const breaking = new Set(['p', 'div', 'br', 'tr', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'table'])
const silent = new Set(['script', 'style', 'head', 'title'])

export function wordsOfHtml(html: string): string {
  let words = ''
  let quiet = 0
  const parser = new Parser({
    onopentag: name => {
      if (silent.has(name)) quiet++
      if (name === 'br') words += '\n'
    },
    ontext: text => {
      if (quiet === 0 && words.length < most.words) words += text.replace(/\s+/g, ' ')
    },
    onclosetag: name => {
      if (silent.has(name)) quiet--
      if (breaking.has(name)) words += name === 'td' || name === 'th' ? ' ' : '\n'
    },
  })
  parser.end(html.slice(0, most.html))
  return words
}
