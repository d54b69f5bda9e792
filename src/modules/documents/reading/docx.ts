import { decodeXml, xmlTokens } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'
import type { Finding } from './types.ts'

const DOCX_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

/** The text of a Word file (ECMA-376 WordprocessingML): headers, body, notes, footers; deleted revisions are left out. */
export async function textOfDocx(bytes: Uint8Array, warnings: Finding[]): Promise<string> {
  const entries = await unzip(bytes, name => DOCX_PARTS.test(name), warnings)
  const order = ['header', 'document', 'footnotes', 'endnotes', 'footer']
  const rank = (name: string) => order.findIndex(part => name.startsWith(`word/${part}`))
  return entries
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
    .map(entry => wordText(decodeXml(entry.bytes)))
    .filter(text => text !== '')
    .join('\n')
}

/** Paragraphs as lines; the cells of a table row stand on one line, parted by two spaces. */
function wordText(xml: string): string {
  let text = ''
  let inText = false
  let cells = 0
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText) text += token.text
    } else if (token.kind === 'open') {
      if (token.name === 'w:t') inText = !token.empty
      else if (token.name === 'w:tc') cells++
      else if (token.name === 'w:tab') text += '\t'
      else if (token.name === 'w:br' || token.name === 'w:cr') text += '\n'
    } else if (token.name === 'w:t') inText = false
    else if (token.name === 'w:p') text += cells > 0 ? ' ' : '\n'
    else if (token.name === 'w:tc') {
      cells--
      text += ' '
    } else if (token.name === 'w:tr') text += '\n'
  }
  return text
    .replace(/[ ]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
