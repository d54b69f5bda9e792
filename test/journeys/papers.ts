/** What a journey takes in: outside papers where they lie beside the checkout, else papers of our own making. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { generatePapers } from '../../src/app/demo/papers/generate.ts'
import type { Paper } from '../../src/app/demo/papers/types.ts'

export interface JourneyPaper {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  /** One word that stands in this paper and in no other of them, as somebody would remember it. */
  readonly word: string
}

/** Bills by ten makers, in German, Dutch and English; the word was chosen by reading the page. */
const outside: readonly (readonly [file: string, word: string])[] = [
  ['zugferd/EN16931_ElektronischeAdresse.pdf', 'Autovermietung'],
  ['zugferd/EN16931_Kraftfahrversicherung_Bruttopreise.pdf', 'Kraftfahrtversicherung'],
  ['zugferd/EN16931_SEPA_Prenotification.pdf', 'Mandatsreferenz'],
  ['zugferd/zugferd_2p0_EN16931_Haftpflichtversicherung_Versicherungssteuer.pdf', 'Privathaftpflicht'],
  ['zugferd/zugferd_2p0_EN16931_OEPNV.pdf', 'Verkehrsbetriebe'],
  ['zugferd/zugferd_2p0_EN16931_Rechnungskorrektur.pdf', 'Reklamationsnummer'],
  ['zugferd/zugferd_2p0_EXTENDED_Warenrechnung.pdf', 'Leergutpfand'],
  ['zugferd/Facture_UE_MINIMUM.pdf', 'intracommunautaires'],
  ['zugferd/sample_inofficial_20190125_atgp_factur-x_v_1_0.pdf', 'Luftballon'],
  ['invoice2data/AzureInterior.pdf', 'Truffles'],
  ['invoice2data/FlipkartInvoice.pdf', 'MicroSDHC'],
  ['invoice2data/QualityHosting.pdf', 'Grundgebühr'],
  ['invoice2data/coolblue1.pdf', 'Afschrijvingskosten'],
  ['invoice2data/coolblue2.pdf', 'Replicator'],
]

/** Where the outside data lies: beside the checkout, or where KONTOR_DATA says. */
export const outsideData = process.env['KONTOR_DATA'] ?? join(import.meta.dirname, '../../../shared/data')

/** Papers for the first hour, and where they come from. */
export async function journeyPapers(): Promise<{ readonly from: string; readonly papers: readonly JourneyPaper[] }> {
  if (outside.every(([file]) => existsSync(join(outsideData, file)))) {
    const papers = outside.map(([file, word]) => ({
      name: basename(file),
      mediaType: 'application/pdf',
      bytes: readFileSync(join(outsideData, file)),
      word,
    }))
    return { from: 'outside papers', papers }
  }
  return { from: 'papers of our own making (no outside data)', papers: await ownPapers(outside.length) }
}

/** Bills of our own; each is remembered by the longest word, name or number that only it holds. */
export async function ownPapers(count: number, language?: 'sv'): Promise<JourneyPaper[]> {
  const made: { readonly paper: Paper; readonly words: ReadonlySet<string> }[] = []
  const asked = {
    seed: 'first hour',
    count: count * 5,
    kinds: ['bill'] as const,
    wrap: 'text' as const,
    ...(language ? { language } : {}),
  }
  for await (const paper of generatePapers(asked)) {
    // A mail is two papers, itself and the bill in it.
    if (made.length < count && paper.mediaType === 'application/pdf') made.push({ paper, words: wordsOf(paper.truth) })
  }
  return made.map(({ paper, words }) => {
    const others = new Set(made.filter(other => other.paper !== paper).flatMap(other => [...other.words]))
    const [word] = [...words].filter(one => !others.has(one)).sort((a, b) => b.length - a.length)
    if (!word) throw new Error(`${paper.name} holds no word of its own`)
    return { name: paper.name, mediaType: paper.mediaType, bytes: Buffer.from(paper.bytes), word }
  })
}

/** Words of six letters and more; where all stand in other papers too, its own number is what is remembered. */
function wordsOf({ text, number }: Paper['truth']): Set<string> {
  const words = (text.match(/\p{L}{6,}/gu) ?? []).map(word => word.toLowerCase())
  return new Set([...words, ...(number === null ? [] : [number])])
}
