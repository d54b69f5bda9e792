import { type BulkKind, type Wrap, bulkPaper } from './bulk.ts'
import { chanceFrom } from './chance.ts'
import { monthPapers } from './month/index.ts'
import { almgrenTveit } from './offices.ts'
import type { Office } from './parties/types.ts'
import type { Language, Paper } from './types.ts'

export interface GenerateCall {
  readonly seed: string | number
  /** Papers of this language only, to an office of its country; left out: all six in turn. */
  readonly language?: Language
  readonly count: number
  /** Addressee; left out: an office of the sender's own country. */
  readonly office?: Office
  readonly kinds?: readonly BulkKind[]
  /** `text` (the default): text PDFs, mails, e-invoices, fast; `scan`: pictures; `mixed`: as an office gets them. */
  readonly wrap?: Wrap
}

/** File names of one stream are made different, as an upload folder would. */
const withOwnName = (paper: Paper, taken: Map<string, number>): Paper => {
  const times = taken.get(paper.name) ?? 0
  taken.set(paper.name, times + 1)
  if (times === 0) return paper
  const dot = paper.name.lastIndexOf('.')
  return { ...paper, name: `${paper.name.slice(0, dot)} (${times + 1})${paper.name.slice(dot)}` }
}

/**
 * Papers without end, for tests and benchmarks: the same seed and options give the same bytes. About 80 text PDFs a second
 * on one core; a scanned page takes about half a second.
 */
export async function* generatePapers(call: GenerateCall): AsyncGenerator<Paper> {
  const chance = chanceFrom(`papers ${call.seed}`)
  const taken = new Map<string, number>()
  const { language, office, kinds, wrap = 'text' } = call
  for (let serial = 0; serial < call.count; serial++) {
    const paper = await bulkPaper({
      chance,
      serial,
      wrap,
      ...(language === undefined ? {} : { language }),
      ...(office === undefined ? {} : { office }),
      ...(kinds === undefined ? {} : { kinds }),
    })
    yield withOwnName(paper, taken)
  }
}

/**
 * November 2026 at Almgren Tveit Arkitekter, for the demo: about 120 papers in the order of their arrival, with the bills
 * that the design's pages show. `textOnly` draws scans as text PDFs (seconds instead of half a minute).
 */
export async function* generateMonth(call: {
  readonly seed: string | number
  readonly textOnly?: boolean
  readonly office?: Office
}): AsyncGenerator<Paper> {
  const taken = new Map<string, number>()
  for await (const paper of monthPapers({
    office: call.office ?? almgrenTveit,
    chance: chanceFrom(`month ${call.seed}`),
    textOnly: call.textOnly ?? false,
  }))
    yield withOwnName(paper, taken)
}
