import { attribute, decodeXml, xmlTokens } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'
import type { Finding } from './types.ts'

/** The text of an OpenDocument text file (ISO/IEC 26300): page headers and footers from styles.xml, then the body. */
export async function textOfOdt(bytes: Uint8Array, warnings: Finding[]): Promise<string> {
  const entries = await unzip(bytes, name => name === 'content.xml' || name === 'styles.xml', warnings)
  const part = (name: string) => entries.find(entry => entry.name === name)
  const styles = part('styles.xml')
  const content = part('content.xml')
  const around = styles === undefined ? '' : openText(decodeXml(styles.bytes), 'office:master-styles')
  const body = content === undefined ? '' : openText(decodeXml(content.bytes), 'office:body')
  return [around, body].filter(text => text !== '').join('\n')
}

const MAX_SPACES = 100

/** The text inside one element; tracked deletions are left out. */
function openText(xml: string, inside: string): string {
  let text = ''
  let on = false
  let deleted = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (on && !deleted) text += token.text.replace(/\s+/g, ' ')
    } else if (token.kind === 'open') {
      if (token.name === inside) on = true
      if (token.name === 'text:tracked-changes') deleted = !token.empty
      if (!on || deleted) continue
      if (token.name === 'text:tab') text += '\t'
      else if (token.name === 'text:line-break') text += '\n'
      else if (token.name === 'text:s') text += ' '.repeat(spaces(token.attributes))
    } else {
      if (token.name === inside) on = false
      if (token.name === 'text:tracked-changes') deleted = false
      if (on && (token.name === 'text:p' || token.name === 'text:h')) text += '\n'
      if (on && token.name === 'table:table-cell') text = text.replace(/\n$/, '  ')
      if (on && token.name === 'table:table-row') text += '\n'
    }
  }
  return text
    .replace(/[ ]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function spaces(attributes: string): number {
  const count = Number(attribute(attributes, 'text:c') ?? '1')
  return Number.isInteger(count) && count > 0 ? Math.min(MAX_SPACES, count) : 1
}
