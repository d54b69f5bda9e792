/** The XML of a part as the pieces it is written in: put together again they are the same bytes, so that nothing is lost by filling in. */
import { escapeXml } from '../xml/write.ts'

export interface Token {
  /** `words`: character data. `other`: comments and instructions. */
  readonly kind: 'open' | 'close' | 'empty' | 'words' | 'other'
  /** `w:p` */
  readonly name: string
  readonly raw: string
}

const pieces = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g

/** Of XML that was parsed before. */
export function tokensOf(xml: string): Token[] {
  return [...xml.matchAll(pieces)].map(([raw]) => {
    if (!raw.startsWith('<') || raw.startsWith('<![CDATA[')) return { kind: 'words', name: '', raw }
    if (raw.startsWith('<!') || raw.startsWith('<?')) return { kind: 'other', name: '', raw }
    const name = /^<\/?([^\s/>]+)/.exec(raw)?.[1] ?? ''
    const kind = raw.startsWith('</') ? 'close' : raw.endsWith('/>') ? 'empty' : 'open'
    return { kind, name, raw }
  })
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Character data as the words they are. */
export function wordsIn(raw: string): string {
  if (raw.startsWith('<![CDATA[')) return raw.slice(9, -3)
  return raw.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

export const attributeIn = (raw: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(raw)
  return found ? wordsIn(found[1] ?? found[2] ?? '') : null
}

export const written = (text: string): string => escapeXml(text)
