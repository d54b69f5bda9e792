/** Elements whose content is no text for people. */
const SILENT = /<(script|style|head|template|svg|math|noscript|iframe|object)\b[^<>]*>[\s\S]*?(<\/\1\s*>|$)/gi
const BREAKING =
  /<\/?(p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|pre|section|article|header|footer|hr|dd|dt)\b[^<>]*>/gi
const CELL = /<\/?(td|th)\b[^<>]*>/gi

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  sect: '§',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  deg: '°',
  ordm: 'º',
  ordf: 'ª',
  frac12: '½',
  shy: '',
  zwnj: '',
  trade: '™',
  times: '×',
}

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
}

/** Largest HTML whose text is taken; the rest of a longer one is dropped. */
const MAX_HTML = 5_000_000

/** The text a person would see, without a browser: nothing is run, loaded or kept but letters. */
export function textOfHtml(html: string): string {
  const text = html
    .slice(0, MAX_HTML)
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(SILENT, ' ')
    .replace(/\s+/g, ' ')
    .replace(BREAKING, '\n')
    .replace(CELL, '  ')
    .replace(/<[^<>]*(>|$)/g, '')
  return decodeEntities(text)
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+\d*);?/gi, (whole, name: string) => {
    if (name.startsWith('#')) return codePoint(name)
    return NAMED[name] ?? NAMED[name.toLowerCase()] ?? accented(name) ?? whole
  })
}

function codePoint(name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** `aring`, `Ouml`, `eacute`: a letter and the name of its accent (HTML's Latin 1 entities); and the four that are not. */
function accented(name: string): string | null {
  const special: Record<string, string> = { oslash: 'ø', Oslash: 'Ø', aelig: 'æ', AElig: 'Æ', szlig: 'ß' }
  if (special[name] !== undefined) return special[name]
  const mark = ACCENTS[name.slice(1).toLowerCase()]
  return mark === undefined ? null : `${name[0]}${mark}`.normalize('NFC')
}
