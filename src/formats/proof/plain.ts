/** What a person wrote of a text: quotations, headers of mails answered and hidden parts are blank, at their length. */

const breaking = /<(?:br|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|hr|pre))\b[^<>]*>/gi
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  euro: '€',
  hellip: '…',
}

const entity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
}

/** What is no text of the writer's, each with all that it holds; one that does not end is left. One pass, whatever stands there. */
function withoutHidden(html: string): string {
  const opening = /<(style|script|head|title|blockquote)\b/gi
  const endless = new Set<string>()
  let seen = ''
  let from = 0
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const name = found[1]!.toLowerCase()
    if (endless.has(name)) continue
    const closing = new RegExp(`</${name}\\s*>`, 'gi')
    closing.lastIndex = opening.lastIndex
    if (!closing.exec(html)) {
      endless.add(name)
      continue
    }
    seen += `${html.slice(from, found.index)}\n`
    opening.lastIndex = from = closing.lastIndex
  }
  return seen + html.slice(from)
}

/** Gmail puts what is answered last, in a part of this name. */
function withoutQuote(html: string): string {
  for (const { 0: tag, index } of html.matchAll(/<div\b[^<>]*/gi))
    if (/\bclass="?[^">]{0,500}gmail_quote/i.test(tag.slice(0, 2_000))) return `${html.slice(0, index)}\n`
  return html
}

/** Without spaces and tabs at its ends. */
function bare(line: string): string {
  const isBlank = (at: number) => line[at] === ' ' || line[at] === '\t'
  let [from, to] = [0, line.length]
  while (from < to && isBlank(from)) from++
  while (to > from && isBlank(to - 1)) to--
  return line.slice(from, to)
}

/** HTML as its reader sees it, quotations left out. */
export function plainOf(html: string): string {
  const seen = withoutQuote(withoutHidden(html.replace(/<!--[\s\S]*?(-->|$)/g, '')))
    .replace(/\s+/g, ' ')
    .replace(/<\/t[dh]\b[^<>]*>/gi, '\t')
    .replace(breaking, '\n')
    .replace(/<[^<>]*(>|$)/g, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, entity)
  return seen
    .split('\n')
    .map(bare)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The line with which mail programs begin what is answered. */
const answerHead = new RegExp(
  [
    '^-{2,}\\s*(?:original message|ursprungligt meddelande|opprinnelig melding|oorspronkelijk bericht|mesaj original|mensagem original|forwarded message|vidarebefordrat meddelande|videresendt melding|doorgestuurd bericht|mesaj redirecționat|mensagem reencaminhada)\\s*-{2,}',
    '^(?:on|den|op|le|în data de|pe|em|el|a)\\b.{6,140}(?:wrote|skrev|schreef|a scris|escreveu|scris)\\s*:\\s*$',
    '^.{0,120}(?:wrote|skrev|schreef|a scris|escreveu)\\s*(?:den .{4,30})?:\\s*$',
    '^(?:from|från|fra|van|de la|de|von)\\s*:\\s.{2,160}$',
  ].join('|'),
  'iu',
)
const headerBelow =
  /^(?:sent|date|to|subject|skickat|datum|till|ämne|sendt|dato|til|emne|verzonden|aan|onderwerp|trimis|data|către|subiect|enviad[oa]|para|assunto|cc)\s*:\s/iu

const blank = (line: string): string => ' '.repeat(line.length)

/** The text with what is quoted blank, so that every place stays where it is. */
export function ownWords(text: string): string {
  const lines = text.split('\n')
  let quoted = false
  return lines
    .map((line, index) => {
      if (!quoted && answerHead.test(line.trim())) {
        // a "From:" alone is a word like any; with "Sent:" below it is the head of what is answered
        const mere = /^(?:from|från|fra|van|de la|de|von)\s*:/iu.test(line.trim())
        quoted = !mere || lines.slice(index + 1, index + 4).some(next => headerBelow.test(next.trim()))
      }
      return quoted || /^\s*(?:>|\|\s)/.test(line) ? blank(line) : line
    })
    .join('\n')
}

/** Addresses of pages and mail are nobody's sentences. */
export const withoutAddresses = (text: string): string =>
  text.replace(/(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, found => ' '.repeat(found.length))
