import { decodeXml, xmlTokens } from './xml-tokens.ts'

/** Longest text taken from an XML file. */
const MAX_TEXT = 5_000_000

/** An XML file as lines `Name: value`, one for each element that holds text: readable, and found by its words. */
export function textOfXml(bytes: Uint8Array): string {
  const lines: string[] = []
  let length = 0
  let name = ''
  for (const token of xmlTokens(decodeXml(bytes))) {
    if (token.kind === 'open') name = token.name.replace(/^.*:/, '')
    if (token.kind !== 'text') continue
    const text = token.text.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    lines.push(name === '' ? text : `${name}: ${text}`)
    length += text.length
    if (length > MAX_TEXT) break
  }
  return lines.join('\n')
}
