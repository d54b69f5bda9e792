/** What word processors put on the clipboard, as plain HTML: their lists become lists, their looks go, their words stay. */

/** Comments (with what only Word reads in them), styles, scripts and office's own elements, with all they hold or around it. */
const nothing = [
  /<!--[\s\S]*?-->/g,
  /<!\[[\s\S]*?\]>/g,
  /<(style|script|xml|title|head)\b[\s\S]*?<\/\1\s*>/gi,
  /<(meta|link|base)\b[^>]*>/gi,
  /<\/?(?:o|w|v|m|st1):[a-z]+\b[^>]*>/gi,
]
/** What of a style says something: strength, slant, lines. */
const meaning = /(?<![-\w])(?:font-weight|font-style|text-decoration(?:-line)?)\s*:\s*[a-z0-9 -]+/gi

const listItem = /<p\b([^>]*mso-list\s*:\s*l\d+\s+level(\d+)[^>]*)>([\s\S]*?)<\/p\s*>/gi
/** The mark that Word writes out before a list's item. */
const mark = /<span\b[^>]*mso-list\s*:\s*Ignore[^>]*>([\s\S]*?)<\/span\s*>(?:\s*<\/span\s*>)?/i

interface Item {
  readonly level: number
  readonly numbered: boolean
  readonly html: string
}

function itemOf(level: string, html: string): Item {
  const written = (mark.exec(html)?.[1] ?? '').replace(/<[^>]*>|&nbsp;|\s/gi, '')
  return {
    level: Math.min(9, Number(level)),
    numbered: /^[\da-z]{1,4}[.)]/i.test(written),
    html: html.replace(mark, ''),
  }
}

/** Items one after the other, each at its level, as lists within lists. */
export function nested(items: readonly Item[]): string {
  let html = ''
  const open: string[] = []
  for (const { level, numbered, html: words } of items) {
    while (open.length > level) html += `</li></${open.pop()}>`
    if (open.length === level) html += '</li>'
    while (open.length < level) {
      const tag = numbered ? 'ol' : 'ul'
      // a level that was skipped is a list of its own
      html += open.length < level - 1 ? `<${tag}><li>` : `<${tag}>`
      open.push(tag)
    }
    html += `<li><p>${words}</p>`
  }
  while (open.length > 0) html += `</li></${open.pop()}>`
  return html
}

/** Word's paragraphs that are list items, where they stand one after the other. */
function withLists(html: string): string {
  let [out, from] = ['', 0]
  let items: Item[] = []
  for (const match of html.matchAll(listItem)) {
    const between = html.slice(from, match.index)
    if (between.trim() !== '' && items.length > 0) {
      out += nested(items)
      items = []
    }
    out += between.trim() === '' ? '' : between
    items.push(itemOf(match[2]!, match[3]!))
    from = match.index + match[0].length
  }
  return items.length > 0 ? out + nested(items) + html.slice(from) : html
}

/** Attributes that carry meaning stay: where a link leads, how far a cell reaches, what strength says. */
function withoutLooks(html: string): string {
  return html.replace(
    /<([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi,
    (_whole, tag: string, attributes: string) => {
      const kept: string[] = []
      for (const [, name, , double, single, bare] of attributes.matchAll(
        /([a-z-]+)\s*=\s*("([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
      )) {
        const value = double ?? single ?? bare ?? ''
        if (/^(href|colspan|rowspan|start)$/i.test(name!)) kept.push(`${name}="${value.replace(/"/g, '&quot;')}"`)
        else if (/^style$/i.test(name!)) {
          const said = [...value.matchAll(meaning)].map(([part]) => part).join(';')
          if (said) kept.push(`style="${said}"`)
        }
      }
      return `<${[tag, ...kept].join(' ')}>`
    },
  )
}

export function cleanPasted(html: string): string {
  const body = /<body\b[^>]*>([\s\S]*?)<\/body\s*>/i.exec(html)?.[1] ?? html
  const lists = withLists(body.replace(/<!--\[if !supportLists\]-->|<!\[if !supportLists\]>/g, ''))
  const bare = nothing.reduce((text, pattern) => text.replace(pattern, ''), lists)
  return withoutLooks(bare)
    .replace(/<span>\s*<\/span>/gi, '')
    .replace(/<p>(?:\s|&nbsp;|<span>|<\/span>)*<\/p>/gi, '')
}
