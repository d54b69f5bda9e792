import { addresseeGuesses, related, settleAddressee } from './addressee.ts'
import { nameOfBlock } from './block-name.ts'
import { colonAfter, findSegments, type PartyBlock, partyBlocks, type Segment } from './blocks.ts'
import { squash } from './fold.ts'
import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import { cleanName, contradictsDomains, domainsIn, hasLegalForm, isName, isStreet, matchesDomain } from './names.ts'
import { lineHeight, type Row, type Sheet, type Span, spanText } from './layout.ts'
import { byRow } from './near.ts'
import type { Title } from './titles.ts'
import { addressWindow, hasPostcode } from './window.ts'

/** What the parties are, with the ground they stand on. */
export interface Parties {
  readonly sender: Guess[]
  readonly addressee: Guess[]
  readonly blocks: readonly PartyBlock[]
  /** Whether a place on the paper belongs to the buyer. */
  readonly isBuyers: (span: Span) => boolean
}

/** Finds sender and addressee by headed blocks, company names, letterhead, domain and repetition. */
export function findParties(sheet: Sheet, labels: readonly Label[], titles: readonly Title[]): Parties {
  const segments = findSegments(sheet)
  const blocks = partyBlocks(sheet, labels, segments)
  const buyers = blocks.filter(block => block.role !== 'seller')
  const buyerSpans = buyers.flatMap(block => [...(block.beside ? [block.beside] : []), ...block.lines])
  const inBlock = within(buyerSpans)
  const sellers = within(blocks.filter(block => block.role === 'seller').flatMap(block => block.lines))
  const window = addressWindow(sheet, segments, labels, titles, span => inBlock(span) || sellers(span))
  const isBuyers = within([...buyerSpans, ...window])
  const addressee = addresseeGuesses(blocks, labels, window)
  const context: SenderContext = {
    sheet,
    labels: byRow(labels),
    titles: byRow(titles),
    domains: domainsIn(sheet),
    isBuyers,
    window,
    addressee,
  }
  const sender = senderGuesses(segments, blocks, context)
  return { sender, addressee: settleAddressee(addressee, sender[0]), blocks, isBuyers }
}

/** Whether a place overlaps one of these. */
function within(spans: readonly Span[]): (span: Span) => boolean {
  const inRows = byRow(spans)
  return span => (inRows.get(span.row) ?? []).some(one => one.from < span.to && span.from < one.to)
}

interface SenderContext {
  readonly sheet: Sheet
  readonly labels: ReadonlyMap<Row, Label[]>
  readonly titles: ReadonlyMap<Row, Title[]>
  readonly domains: readonly string[]
  readonly isBuyers: (span: Span) => boolean
  readonly window: readonly Segment[]
  readonly addressee: readonly Guess[]
}

function senderGuesses(segments: readonly Segment[], blocks: readonly PartyBlock[], context: SenderContext): Guess[] {
  const guesses: Guess[] = []
  for (const block of blocks.filter(one => one.role === 'seller')) {
    const name = nameOfBlock(block, context.labels)
    if (name)
      guesses.push({
        value: name.text,
        span: name,
        confidence: 0.84 + (hasLegalForm(name.text) ? 0.08 : 0),
        sure: false,
        reasons: ['under-seller'],
      })
  }
  const repeated = new Map<string, number>()
  for (const segment of segments) {
    const key = squash(cleanName(segment.text))
    if (key.length > 3) repeated.set(key, (repeated.get(key) ?? 0) + 1)
  }
  for (const segment of segments) {
    const guess = weighName(segment, context, repeated)
    if (guess) guesses.push(guess)
  }
  return merge(guesses, context)
}

function weighName(segment: Segment, context: SenderContext, repeated: ReadonlyMap<string, number>): Guess | null {
  const inRow = context.labels.get(segment.row) ?? []
  const leading = inRow.find(
    label =>
      label.from === segment.from &&
      colonAfter(label) &&
      label.concepts.some(one => one === 'name' || one === 'seller'),
  )
  const text = cleanName(
    segment.text.slice(
      leading
        ? segment.row.tokens
            .slice(leading.from, leading.to)
            .map(token => token.text)
            .join(' ').length
        : 0,
    ),
  )
  if (!isName(text) || context.isBuyers(segment) || context.window.includes(segment)) return null
  if (context.addressee.some(one => squash(one.value) === squash(text))) return null
  if (
    inRow.some(
      label =>
        label.from < segment.to &&
        segment.from < label.to &&
        label !== leading &&
        label.to - label.from >= segment.to - segment.from,
    )
  )
    return null
  if ((context.titles.get(segment.row) ?? []).some(title => title.from === segment.from && title.leads)) return null
  const legal = hasLegalForm(text)
  const domain = matchesDomain(text, context.domains)
  const depth = segment.row.flow
    ? segment.row.index / 60
    : segment.row.top / (context.sheet.height.get(segment.row.page) ?? 800)
  const first = segment.row.page === 1
  const again = (repeated.get(squash(text)) ?? 1) > 1
  const reasons: string[] = []
  let weight = 0.06
  if (legal) {
    weight += 0.3
    reasons.push('company-form')
  }
  if (domain > 0) {
    weight += 0.32 * domain
    reasons.push('mail-domain-agrees')
  }
  if (first && depth < 0.16) {
    weight += 0.2 - depth * 0.5
    reasons.push('letterhead')
  }
  if (first && segment.row.index === 0) weight += 0.08
  if (depth > 0.86) weight += legal || domain > 0 ? 0.16 : 0
  if (lineHeight(segment.row) > 14 && depth < 0.25) weight += 0.12
  if (again && (legal || domain > 0)) {
    weight += 0.14
    reasons.push('stands-twice')
  }
  if (
    inRow.some(label =>
      label.concepts.some(one => ['vatNumber', 'organisationNumber', 'iban', 'bankgiro'].includes(one)),
    ) &&
    legal
  )
    weight += 0.14
  const addressed = hasAddressAfter(segment.text, text)
  if (addressed) {
    weight += 0.3
    reasons.push('address-follows')
  }
  const numbered = inRow.some(label => label.from === segment.from && !/\p{L}/u.test(textFrom(segment, label.to)))
  if (numbered) return null
  if (!legal && domain === 0 && !addressed && (text.split(' ').length > 6 || !first || depth > 0.3)) return null
  if (text.split(' ').length > 6) weight -= 0.15
  if (/\d/.test(text)) weight -= 0.12
  return weight < 0.1 ? null : { value: text, span: segment, confidence: Math.min(0.9, weight), sure: false, reasons }
}

/** `Menuiserie Dubois, 12 rue de la Paix, 69003 Lyon`: a return address or a footer names its sender first. */
function hasAddressAfter(whole: string, name: string): boolean {
  const parts = whole.split(/,\s+|\s[·|•–-]\s/)
  return (
    parts.length > 1 && !isStreet(name) && squash(whole).startsWith(squash(name)) && parts.slice(1).some(hasPostcode)
  )
}

function textFrom(segment: Segment, from: number): string {
  return spanText({ row: segment.row, from, to: segment.to })
}

/** The only company on a paper, the buyer apart, has sent it. */
function alone(guesses: readonly Guess[]): readonly Guess[] {
  const companies = guesses.filter(one => one.reasons.includes('company-form') || hasLegalForm(one.value))
  const first = companies[0]
  if (!first || !companies.every(one => related(one.value, first.value))) return guesses
  return guesses.map(one =>
    companies.includes(one)
      ? { ...one, confidence: Math.min(0.92, one.confidence + 0.12), reasons: [...one.reasons, 'only-company'] }
      : one,
  )
}

function merge(guesses: readonly Guess[], { addressee, domains }: SenderContext): Guess[] {
  const addresseeKnown = addressee.length > 0
  const ranked = [...alone(guesses)].sort((a, b) => b.confidence - a.confidence)
  const best = ranked[0]
  if (!best) return []
  const support = ranked.some(
    other => other !== best && squash(other.value) === squash(best.value) && other.span?.row !== best.span?.row,
  )
  const rival = ranked.find(other => squash(other.value) !== squash(best.value) && !related(other.value, best.value))
  const clear = !rival || rival.confidence < best.confidence - 0.2
  const named = best.reasons.includes('under-seller')
  const company = best.reasons.includes('company-form') || hasLegalForm(best.value)
  const placed =
    best.reasons.includes('mail-domain-agrees') ||
    (addresseeKnown &&
      best.reasons.includes('only-company') &&
      (support || ['letterhead', 'stands-twice', 'address-follows'].some(one => best.reasons.includes(one))))
  const foreign = contradictsDomains(best.value, domains)
  const sure = clear && !foreign && ((named && (support || company)) || (company && placed))
  const confidence = Math.min(0.96, best.confidence + (support ? 0.05 : 0) + (clear ? 0.05 : 0))
  return [
    { ...best, confidence, sure, reasons: support ? [...best.reasons, 'stands-twice'] : best.reasons },
    ...ranked.slice(1),
  ]
}
