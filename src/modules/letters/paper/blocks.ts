/** Blocks one after the other: headings keep with what follows, rows stay whole, pictures are made to fit. */
import type { Block, List, Picture, RichDoc } from '../../../formats/rich/doc.ts'
import { ascentOf } from './faces.ts'
import { bodySize, type Flow, leading } from './flow.ts'
import { flowContents } from './contents-list.ts'
import { itemsOf, linesOf } from './lines.ts'
import { flowTable } from './table.ts'

/** Points after a paragraph. */
const after = 7

const headings = { 1: 15, 2: 12.5, 3: 10.5 } as const

/** Flows the whole text; gives what flows, so that more can be put beneath. */
export function flowDoc(doc: RichDoc, flow: Flow): Flow {
  flowBlocks(doc.content, flow, flow.ground.left, flow.ground.right)
  return flow
}

export function flowBlocks(blocks: readonly Block[], flow: Flow, left: number, right: number): void {
  blocks.forEach((block, at) => flowBlock(block, flow, left, right, at === blocks.length - 1))
}

function flowBlock(block: Block, flow: Flow, left: number, right: number, isLast: boolean): void {
  const gap = isLast ? 0 : after
  switch (block.type) {
    case 'paragraph':
      flow.paragraph(block.content ?? [], left, right, { size: bodySize })
      return flow.skip(gap)
    case 'heading': {
      const size = headings[block.attrs.level]
      const lines = linesOf(flow.contents.numbered(block), right - left, { size, strong: true }, flow.values)
      flow.skip(size * 0.7)
      // with two lines of what follows
      flow.need((lines.length * size + (isLast ? 0 : 2 * bodySize)) * leading + 4)
      flow.contents.stands(block, flow)
      flow.lines(lines, left)
      return flow.skip(isLast ? 0 : 4)
    }
    case 'bulletList':
    case 'orderedList':
      flowList(block, flow, left, right)
      return flow.skip(gap)
    case 'blockquote':
      return flowQuote(block.content, flow, left, right, gap)
    case 'table':
      flowTable(block, flow, left, right, flowBlocks)
      return flow.skip(gap + 2)
    case 'picture':
      flowPicture(block, flow, left, right)
      return flow.skip(gap)
    case 'horizontalRule':
      flow.need(10)
      flow.put({ kind: 'line', x: left, y: flow.y + 4, toX: right, toY: flow.y + 4, weight: 0.6, ink: 'pale' })
      flow.y += 8
      return flow.skip(gap)
    case 'contents':
      flowContents(flow, left, right)
      return flow.skip(gap + 5)
    case 'pageBreak':
      if (!flow.isAtTop || flow.pages.length === 1) flow.nextPage()
  }
}

const indent = 18

function flowList(list: List, flow: Flow, left: number, right: number): void {
  list.content.forEach((item, at) => {
    flow.need(bodySize * leading)
    const mark = list.type === 'bulletList' ? '•' : `${(list.attrs?.start ?? 1) + at}.`
    const [line] = linesOf([{ type: 'text', text: mark }], indent * 2, { size: bodySize }, flow.values)
    const [page, y] = [flow.pages.length, flow.y]
    const first = item.content[0]
    flowBlocks(item.content, flow, left + indent, right)
    if (!line || first?.type === 'bulletList' || first?.type === 'orderedList') return
    // the mark stands beside the first line, wherever that came to stand
    const isHere =
      flow.pages.length === page || (flow.pages[page - 1] ?? []).some(one => one.kind === 'text' && one.y > y)
    const target = isHere ? flow.pages[page - 1]! : flow.pages[page]!
    const top = isHere ? y : flow.ground.nextTop
    const baseline = top + (bodySize * leading - bodySize) / 2 + ascentOf('text') * bodySize * 0.82
    target.push(...itemsOf(line, left + indent - 5 - line.width, baseline))
    if (at < list.content.length - 1) flow.skip(2.5)
  })
}

function flowQuote(blocks: readonly Block[], flow: Flow, left: number, right: number, gap: number): void {
  const [page, from] = [flow.pages.length, flow.y]
  flowBlocks(blocks, flow, left + 14, right - 14)
  for (let at = page; at <= flow.pages.length; at++) {
    const y = at === page ? from : flow.ground.nextTop
    const toY = at === flow.pages.length ? flow.y : flow.ground.bottom
    flow.pages[at - 1]!.push({ kind: 'line', x: left + 4, y, toX: left + 4, toY, weight: 1.5, ink: 'pale' })
  }
  flow.skip(gap)
}

/** CSS pixels are three quarters of a point; what is too large is made smaller, never cut. */
function flowPicture({ attrs }: Picture, flow: Flow, left: number, right: number): void {
  const { ground } = flow
  const full = { width: attrs.width * 0.75, height: attrs.height * 0.75 }
  const scale = Math.min(1, (right - left) / full.width, (ground.bottom - ground.nextTop) / full.height)
  const [width, height] = [full.width * scale, full.height * scale]
  flow.need(height)
  flow.put({ kind: 'picture', x: left, y: flow.y, width, height, fileId: attrs.fileId, alt: attrs.alt })
  flow.y += height
}
