/** One element to write: name with prefix, attributes, and text or children. Null children and empty texts fall away. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | readonly XmlNode[]
}

type Content = string | null | undefined | readonly (XmlNode | null | undefined)[]

/**
 * `element('cbc:Amount', '12.50', { currencyID: 'EUR' })`. Answers null for what would be empty: no text, no child left. An
 * element that stands empty on purpose is a plain `{ name, attributes: {}, content: [] }`.
 */
export function element(
  name: string,
  content: Content,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
): XmlNode | null {
  const kept = typeof content === 'string' ? content : content?.filter(one => one !== null && one !== undefined)
  if (kept === undefined || kept.length === 0) return null
  const said = Object.entries(attributes).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return { name, attributes: Object.fromEntries(said), content: kept as string | readonly XmlNode[] }
}

/** Writes a whole file in UTF-8 with its declaration, two spaces a level. */
export function writeXml(root: XmlNode): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>']
  write(root, '', lines)
  return `${lines.join('\n')}\n`
}

function write(node: XmlNode, indent: string, lines: string[]): void {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  const head = `${indent}<${node.name}${attributes.join('')}`
  if (typeof node.content === 'string') lines.push(`${head}>${escapeXml(node.content)}</${node.name}>`)
  else if (node.content.length === 0) lines.push(`${head}/>`)
  else {
    lines.push(`${head}>`)
    for (const one of node.content) write(one, `${indent}  `, lines)
    lines.push(`${indent}</${node.name}>`)
  }
}

const escapes: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** Text for an element or an attribute; characters that XML forbids fall away. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[<>&"\r]/g, one => escapes[one] as string)
  )
}
