/** Addresses on sheets of labels and on envelopes. */
import { widthOf } from './faces.ts'
import { type Item, mm, type Page } from './items.ts'
import { itemsOf, linesOf } from './lines.ts'

interface Sheet {
  readonly across: number
  readonly down: number
  /** Of one label, mm. */
  readonly width: number
  readonly height: number
  /** Between two across, and between two down, mm. */
  readonly gap: readonly [number, number]
}

/** Labels on A4 as Avery numbers them and others copy them, in the middle of the sheet. */
export const sheets = {
  L7159: { across: 3, down: 8, width: 63.5, height: 33.9, gap: [2.5, 0] },
  L7160: { across: 3, down: 7, width: 63.5, height: 38.1, gap: [2.5, 0] },
  L7161: { across: 3, down: 6, width: 63.5, height: 46.6, gap: [2.5, 0] },
  L7162: { across: 2, down: 8, width: 99.1, height: 33.9, gap: [2.5, 0] },
  L7163: { across: 2, down: 7, width: 99.1, height: 38.1, gap: [2.5, 0] },
  L7165: { across: 2, down: 4, width: 99.1, height: 67.7, gap: [2.5, 0] },
} as const satisfies Readonly<Record<string, Sheet>>
export type SheetName = keyof typeof sheets
export const sheetNames = ['L7159', 'L7160', 'L7161', 'L7162', 'L7163', 'L7165'] as const

/** Envelopes, mm (ISO 269). */
export const envelopes = { C5: [229, 162], DL: [220, 110], C4: [324, 229] } as const
export type EnvelopeName = keyof typeof envelopes
export const envelopeNames = ['C5', 'DL', 'C4'] as const

/** Lines of one address; smaller where one is too long or they are too many, never cut. */
function addressAt(
  lines: readonly string[],
  x: number,
  y: number,
  width: number,
  height: number,
  largest: number,
): Item[] {
  const widest = Math.max(1, ...lines.map(line => widthOf(line, 'text', largest)))
  const size = Math.max(5, Math.min(largest, (largest * width) / widest, height / (lines.length * 1.25)))
  return lines.flatMap((text, at) => {
    const [line] = linesOf([{ type: 'text', text }], width * 2, { size }, () => undefined)
    return line ? itemsOf(line, x, y + size + at * size * 1.25) : []
  })
}

/** `skip`: labels of the first sheet that are gone already. */
export function* layLabels(addresses: Iterable<readonly string[]>, name: SheetName, skip = 0): Generator<Page> {
  const { across, down, width, height, gap }: Sheet = sheets[name]
  const left = (210 - across * width - (across - 1) * gap[0]) / 2
  const top = (297 - down * height - (down - 1) * gap[1]) / 2
  const aSheet = across * down
  let items: Item[] = []
  let at = Math.max(0, Math.min(aSheet - 1, skip))
  for (const lines of addresses) {
    if (at === aSheet) {
      yield { items }
      items = []
      at = 0
    }
    const x = left + (at % across) * (width + gap[0]) + 5
    const y = top + Math.floor(at / across) * (height + gap[1]) + 4
    items.push(...addressAt(lines, x * mm, y * mm, (width - 10) * mm, (height - 8) * mm, 10.5))
    at += 1
  }
  yield { items }
}

export const envelopeSize = (name: EnvelopeName): [number, number] => [envelopes[name][0] * mm, envelopes[name][1] * mm]

/** The address right of the middle, who sends it at the top left. */
export function layEnvelope(address: readonly string[], sender: readonly string[], name: EnvelopeName): Page {
  const [width, height] = envelopes[name]
  return {
    items: [
      ...addressAt(sender, 12 * mm, 10 * mm, (width / 2 - 20) * mm, 20 * mm, 8),
      ...addressAt(address, (width / 2) * mm, height * 0.48 * mm, (width / 2 - 15) * mm, (height * 0.52 - 18) * mm, 12),
    ],
  }
}
