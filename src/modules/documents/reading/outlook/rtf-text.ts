/** What RTF says, without how it looks; and the HTML that Outlook wraps in RTF ([MS-OXRTFEX]). */
import { textOfHtml } from '../html.ts'
import { ReadingProblem } from '../problem.ts'
import { codePageOfCharset, decodeCodePage } from './code-pages.ts'

interface Group {
  /** Nothing of it is for people: fonts, colours, pictures. */
  skipped: boolean
  /** Only there for those who read the RTF and not the HTML. */
  rtfOnly: boolean
  /** How many characters stand in for one in Unicode. */
  stand: number
  codePage: number
}

const MOST_GROUPS = 10_000
const MOST_TEXT = 10_000_000
const NOT_FOR_PEOPLE =
  /^(fonttbl|colortbl|stylesheet|info|pict|object|objdata|header|footer|headerl|headerr|footerl|footerr|themedata|datastore|listtable|listoverridetable|generator|xmlnstbl|rsidtbl|fldinst|filetbl|revtbl|latentstyles|mhtmltag|nonshppict|shpinst)$/
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  page: '\n',
  sect: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}]+)|\\/gs

/** The text of an RTF document; of the HTML in it, where it holds one. */
export function textOfRtf(rtf: Buffer): string {
  const source = rtf.toString('latin1')
  if (!source.startsWith('{\\rtf')) throw new ReadingProblem('file-damaged', { cause: 'no RTF' })
  const html = /\\fromhtml1/.test(source.slice(0, 2000))
  const out = new RtfReader(html).run(source)
  return html ? textOfHtml(out) : out
}

class RtfReader {
  readonly #html: boolean
  readonly #fonts = new Map<number, number | null>()
  readonly #groups: Group[] = []
  #now: Group = { skipped: false, rtfOnly: false, stand: 1, codePage: 1252 }
  #page = 1252
  #font = 0
  #begins = false
  #left = 0
  #pending: number[] = []
  #out: string[] = []
  #length = 0

  constructor(html: boolean) {
    this.#html = html
  }

  run(source: string): string {
    for (const [, word, number, hex, sign, brace, plain] of source.matchAll(TOKEN)) {
      if (this.#length > MOST_TEXT) break
      if (brace !== undefined) this.#brace(brace)
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16))
      else if (word !== undefined) this.#word(word, number === undefined ? null : Number(number))
      else if (sign !== undefined) this.#sign(sign)
      else if (plain !== undefined) this.#plain(plain)
    }
    this.#flush()
    return this.#out.join('')
  }

  #brace(brace: string): void {
    this.#flush()
    this.#left = 0
    if (brace === '{') {
      if (this.#groups.length >= MOST_GROUPS) throw new ReadingProblem('file-damaged', { cause: 'RTF too deep' })
      this.#groups.push(this.#now)
      this.#now = { ...this.#now }
      this.#begins = true
      return
    }
    this.#now = this.#groups.pop() ?? this.#now
    this.#begins = false
  }

  #sign(sign: string): void {
    if (sign === '*') {
      // What may be passed over by who does not know it; the HTML's own pieces are known below.
      this.#now.skipped = true
      return
    }
    this.#begins = false
    if (sign === '~') this.#put('\u00a0')
    else if (sign === '_') this.#put('-')
    else if (sign === '\n' || sign === '\r') this.#put('\n')
    else if (sign === '\\' || sign === '{' || sign === '}') this.#plain(sign)
  }

  #word(word: string, number: number | null): void {
    const begins = this.#begins
    this.#begins = false
    if (word === 'htmltag' && this.#html) this.#now.skipped = false
    else if (begins && NOT_FOR_PEOPLE.test(word)) this.#now.skipped = true
    else if (word === 'htmlrtf') this.#now.rtfOnly = number !== 0
    else if (word === 'ansicpg') this.#page = this.#now.codePage = number ?? 1252
    else if (word === 'uc') this.#now.stand = Math.max(0, Math.min(10, number ?? 1))
    else if (word === 'f') this.#chooseFont(number ?? 0)
    else if (word === 'fcharset') this.#fonts.set(this.#font, codePageOfCharset(number ?? 0))
    else if (word === 'u') this.#unicode(number ?? 0)
    else this.#put(SIGNS[word] ?? '')
  }

  #chooseFont(font: number): void {
    this.#flush()
    this.#font = font
    this.#now.codePage = this.#fonts.get(font) ?? this.#page
  }

  #unicode(number: number): void {
    this.#flush()
    this.#put(String.fromCharCode(number < 0 ? number + 65_536 : number & 0xffff))
    this.#left = this.#now.stand
  }

  #byte(byte: number): void {
    this.#begins = false
    if (this.#left > 0) this.#left--
    else if (this.#shown()) this.#pending.push(byte)
  }

  #plain(text: string): void {
    this.#begins = false
    // Line ends of the file mean nothing.
    const said = text.replace(/[\r\n]+/g, '')
    const from = Math.min(this.#left, said.length)
    this.#left -= from
    if (!this.#shown()) return
    if (this.#pending.length > 0 || (this.#now.codePage > 900 && this.#now.codePage < 1000)) {
      for (const sign of said.slice(from)) this.#pending.push(sign.charCodeAt(0) & 0xff)
      return
    }
    this.#put(said.slice(from))
  }

  #shown(): boolean {
    return !this.#now.skipped && !(this.#html && this.#now.rtfOnly)
  }

  #put(text: string): void {
    if (text === '' || !this.#shown()) return
    this.#flush()
    this.#out.push(text)
    this.#length += text.length
  }

  #flush(): void {
    if (this.#pending.length === 0) return
    const text = decodeCodePage(Uint8Array.from(this.#pending), this.#now.codePage)
    this.#pending = []
    this.#out.push(text)
    this.#length += text.length
  }
}
