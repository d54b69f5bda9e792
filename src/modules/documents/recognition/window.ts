import { heads, linesUnder, type Segment } from './blocks.ts'
import { squash } from './fold.ts'
import type { Label } from './labels.ts'
import { lineHeight, type Row, type Sheet } from './layout.ts'
import { byRow } from './near.ts'
import { cleanName, domainsIn, isName, matchesDomain } from './names.ts'
import type { Title } from './titles.ts'

const startsWithPostcode =
  /^(?:[A-Z]{1,2}[-\s])?(?:\d{3}\s?\d{2}|\d{4}(?:-\d{3})?|\d{4}\s?[A-Z]{2}|\d{5,6})\b\s*,?\s*\p{L}/u
const endsWithPostcode =
  /(?:^\p{Lu}[\p{L}.\- ]{2,30},?\s\d{6}|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\b[A-Z]\d[\dW]\s?[A-Z\d]{4}|\b[A-Z]{2}\s\d{5})$/u

/** Whether a line names a place by its postcode, before the town or, in Britain and Ireland, after it. */
export function hasPostcode(line: string): boolean {
  const text = line.trim()
  return startsWithPostcode.test(text) || endsWithPostcode.test(text)
}

interface Block {
  readonly lines: readonly Segment[]
  readonly score: number
}

const least = 0.3

/**
 * The block in the window of the envelope: a name and lines under it in one column of the upper part of the first page, down to
 * a postcode. Of several the one that is not the sender's: without telephone, register numbers or the letterhead's name.
 */
export function addressWindow(
  sheet: Sheet,
  segments: readonly Segment[],
  labels: readonly Label[],
  titles: readonly Title[],
  taken: (segment: Segment) => boolean,
): readonly Segment[] {
  const inRows = byRow(segments)
  const labelled = byRow(labels)
  const titlesByRow = byRow(titles)
  const domains = domainsIn(sheet)
  const usual = middleHeight(sheet)
  const used = new Set<Segment>()
  const blocks: Block[] = []
  const registered = labels.filter(label =>
    label.concepts.some(one => one === 'vatNumber' || one === 'organisationNumber'),
  )
  for (const segment of segments) {
    const depth = segment.row.top / (sheet.height.get(segment.row.page) ?? 800)
    if (segment.row.page !== 1 || segment.row.flow || depth > 0.42) continue
    if (used.has(segment) || taken(segment) || !mayBegin(segment, segments, labelled)) continue
    if (titlesByRow.get(segment.row)?.some(title => title.leads && title.from === segment.from)) continue
    const under = linesUnder(sheet, inRows, segment, 7)
    if (under[0] && heightOf(segment) < 0.85 * heightOf(under[0])) continue
    const end = under.findIndex((line, index) => index > 0 && hasPostcode(line.text))
    const lines = [segment, ...under.slice(0, end + 1)]
    if (end < 1 || end > 5 || under.slice(0, end + 1).some(line => isHeaded(line, labelled))) continue
    for (const line of lines) used.add(line)
    const score = scoreOf(lines, under.slice(end + 1, end + 3), {
      labelled,
      domains,
      usual,
      first: blocks.length === 0,
      photographed: sheet.recognised,
      depth,
      elsewhere: registered.some(label => !standsWith(label, segment, under)),
    })
    const own = under.slice(end + 1, end + 3).filter(line => registered.some(label => contains(line, label)))
    blocks.push({ lines: [...lines, ...own], score })
  }
  const best = blocks.sort((a, b) => b.score - a.score)[0]
  return best && best.score >= least ? best.lines : []
}

const highRows = 30

function isHigh({ row }: Segment): boolean {
  return row.page === 1 && row.index < highRows
}

/** A return address in one line and a repeated letterhead stand above the window, not in it. */
function mayBegin(segment: Segment, segments: readonly Segment[], labelled: ReadonlyMap<Row, Label[]>): boolean {
  if (!isName(cleanName(segment.text)) || /[·•|]/.test(segment.text) || isHeaded(segment, labelled)) return false
  const key = squash(segment.text)
  const again = segments.some(
    other => other.row.index < segment.row.index && isHigh(other) && squash(other.text) === key,
  )
  return key.length >= 4 && !again
}

/** The return address is set smaller than what stands in the window. */
function heightOf({ row, from }: Segment): number {
  const token = row.tokens[from]
  return token ? token.bottom - token.top : 0
}

function contains(line: Segment, label: Label): boolean {
  return label.row === line.row && label.from >= line.from && label.to <= line.to
}

function standsWith(label: Label, name: Segment, under: readonly Segment[]): boolean {
  return [name, ...under].some(line => contains(line, label))
}

interface Around {
  /** On a receipt the shop's own name and address stand first. */
  readonly photographed: boolean
  /** Whether another VAT number is printed: then the one under this block may be the addressee's. */
  readonly elsewhere: boolean
  readonly labelled: ReadonlyMap<Row, Label[]>
  readonly domains: readonly string[]
  readonly usual: number
  readonly first: boolean
  readonly depth: number
}

function scoreOf(lines: readonly Segment[], after: readonly Segment[], around: Around): number {
  const [name] = lines
  if (!name) return 0
  let score = 0.5 + (lines.length >= 3 ? 0.2 : 0)
  const particulars = [...lines, ...after].flatMap(line => isParticular(line, around.labelled) ?? [])
  if (particulars.length > 0) score -= particulars.every(one => one === 'vatNumber') && around.elsewhere ? 0.1 : 0.6
  if (lineHeight(name.row) > around.usual * 1.25) score -= 0.3
  if (name.row.index === 0 || (around.first && around.depth < 0.1)) score -= around.photographed ? 0.5 : 0.25
  if (matchesDomain(cleanName(name.text), around.domains) > 0) score -= 0.5
  return score
}

/** What only a sender says of itself: telephone, web, accounts; a VAT number a buyer has too. */
function isParticular(line: Segment, labelled: ReadonlyMap<Row, Label[]>): 'vatNumber' | 'contact' | null {
  if (/@|www\.|https?:/.test(line.text)) return 'contact'
  const inRow = (labelled.get(line.row) ?? []).filter(label => contains(line, label))
  const contact = inRow.some(
    label =>
      label.concepts.some(one => ['iban', 'bic', 'bankgiro'].includes(one)) ||
      /^(?:tel|phone|telefon)/.test(label.row.tokens[label.from]?.key ?? ''),
  )
  if (contact) return 'contact'
  return inRow.some(label => label.concepts.some(one => one === 'vatNumber' || one === 'organisationNumber'))
    ? 'vatNumber'
    : null
}

function middleHeight(sheet: Sheet): number {
  const heights = sheet.rows.map(lineHeight).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 10
}

/** Lines that a label heads belong to the particulars of the paper. */
function isHeaded(segment: Segment, labelled: ReadonlyMap<Row, Label[]>): boolean {
  return (labelled.get(segment.row) ?? []).some(
    label =>
      label.from === segment.from &&
      heads(label, segment) &&
      !label.concepts.every(one => ['name', 'buyer', 'yours', 'yourReference'].includes(one)),
  )
}
