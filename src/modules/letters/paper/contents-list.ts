/** The list of a contents page: title, then a line for each heading with its number; where the page goes is noted. */
import { indent, numberRoom } from './contents.ts'
import { widthOf } from './faces.ts'
import { bodySize, type Flow, leading } from './flow.ts'
import { itemsOf, linesOf } from './lines.ts'

export function flowContents(flow: Flow, left: number, right: number): void {
  const { outline, title, waiting } = flow.contents
  if (outline.length === 0) return
  if (title) {
    flow.need(12.5 * leading + 4 + 2 * bodySize * leading)
    flow.paragraph([{ type: 'text', text: title }], left, right, { size: 12.5, strong: true })
    flow.skip(4)
  }
  const numbers = Math.max(0, ...outline.map(({ number }) => widthOf(`${number}   `, 'strong', bodySize)))
  for (const entry of outline) {
    const x = left + (entry.depth - 1) * indent
    const style = { size: bodySize, strong: entry.depth === 1 && outline.some(({ depth }) => depth > 1) }
    const lines = linesOf([{ type: 'text', text: entry.title }], right - numberRoom - x - numbers, style, flow.values)
    const height = lines.length * bodySize * leading
    flow.need(height)
    const [number] = linesOf([{ type: 'text', text: entry.number }], numbers + 20, style, flow.values)
    const top = flow.y
    for (const line of lines) flow.line(line, x + numbers)
    if (number && entry.number) flow.put(...itemsOf(number, x, flow.baselineAt(top, bodySize)))
    waiting.push({
      entry,
      page: flow.pages.length,
      baseline: flow.baselineAt(flow.y - bodySize * leading, bodySize),
      x,
      from: x + numbers + (lines.at(-1)?.width ?? 0),
      right,
    })
  }
}
