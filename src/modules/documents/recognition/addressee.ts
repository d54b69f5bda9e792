import { nameOfBlock } from './block-name.ts'
import type { PartyBlock, Segment } from './blocks.ts'
import { squash } from './fold.ts'
import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import { cleanName, isName } from './names.ts'
import { byRow } from './near.ts'
import { hasPostcode } from './window.ts'

/** Who the paper is for: a block headed by a word for buyer, or the window of the envelope. */
export function addresseeGuesses(
  blocks: readonly PartyBlock[],
  labels: readonly Label[],
  window: readonly Segment[],
): Guess[] {
  const inRows = byRow(labels)
  const guesses: Guess[] = []
  for (const block of blocks.filter(one => one.role === 'buyer')) {
    const name = nameOfBlock(block, inRows)
    if (!name) continue
    const addressed = block.lines.some(line => hasPostcode(line.text))
    guesses.push({
      value: name.text,
      span: name,
      confidence: (block.label.concepts.length > 1 ? 0.7 : 0.84) + (addressed ? 0.08 : 0),
      sure: false,
      reasons: ['under-buyer', ...(addressed ? ['address-follows'] : [])],
    })
  }
  const first = window[0]
  const name = first ? cleanName(first.text) : ''
  if (first && isName(name)) {
    const agrees = guesses.some(one => squash(one.value) === squash(name))
    guesses.push({
      value: name,
      span: first,
      confidence: agrees ? 0.95 : 0.72,
      sure: false,
      reasons: ['address-window'],
    })
  }
  return guesses.sort((a, b) => b.confidence - a.confidence)
}

/** The addressee is sure where nobody else could be it, an address stands under the name, and it is not the sender. */
export function settleAddressee(addressee: readonly Guess[], sender: Guess | undefined): Guess[] {
  const [first, ...rest] = addressee
  if (!first) return []
  const rival = rest.some(other => !related(other.value, first.value))
  const apart = sender?.sure === true && !related(sender.value, first.value)
  const placed = first.reasons.includes('address-window') || first.reasons.includes('address-follows')
  const sure = !rival && apart && placed
  return [{ ...first, confidence: first.confidence + (sure ? 0.04 : 0), sure }, ...rest]
}

/** Whether one name holds the other. */
export function related(a: string, b: string): boolean {
  return squash(a).includes(squash(b)) || squash(b).includes(squash(a))
}
