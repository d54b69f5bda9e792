/**
 * The parts of compound words of Swedish, Norwegian and Dutch, so that *avtal* finds *hyresavtal*. The word lists beside this
 * say how often each word stood first or last in longer words (tools/compound-words.ts); a word is parted where two such meet.
 */
import { readFileSync } from 'node:fs'
import { officeWords } from './compounds/office.ts'

/** Each word's count as first and as last part. */
type Parts = ReadonlyMap<string, readonly [first: number, last: number]>

interface Grammar {
  /** Endings of a noun, so that an inflected last part is known by its plain form. */
  readonly endings: RegExp
  /** What may stand between two parts, beside nothing. */
  readonly links: readonly string[]
  /** Prefixes: they change a verb's sense and are nobody's word. */
  readonly prefixes: ReadonlySet<string>
  /** Suffixes that look like words. */
  readonly suffixes: ReadonlySet<string>
  /** What a derived word ends in when a split falls within it. */
  readonly derived: RegExp
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const grammars: Readonly<Record<string, Grammar>> = {
  sv: {
    endings: /(arnas|ernas|ornas|arna|erna|orna|ens|ets|nas|ars|ers|ors|en|et|na|ar|er|or|ns|ts|n|t|s)$/,
    links: ['s', 'e', 'o', 'u', 'a'],
    prefixes: words(
      'för från fram med mot ned ner sam till upp vid åter över under utan genom mellan efter bort före emot samman tillbaka inne ute kring miss gen van oriktig ihop sär all mer ing and ant ent ans ens kon kom kong pro per pre sub syn tele tran trans inter extra anti mono poly auto',
    ),
    suffixes: words(
      'ning ningen ningar ningarna ningens het heten heter heterna ande andet anden ing ingen ingar are aren arna ares ans ens sam samt samma dom skap skapet skapen ligt liga lig bar bart bara lös löst lösa fri full fullt fulla else elsen elser ion ioner tion ator era erad erat eras ering eringen inna ist ister isk iska iskt mässig mässigt mässiga and ant ent ens nad nat des ten tens ster bara när nära aktig artad eri erier ande ende are ator den det der dig han hon sin sitt har var som man men eller inte ska kan vill lagd lagt tal talen tar ter nen ner rar rat rad lag gare tering gande',
    ),
    derived: /^.{0,2}(ing|ande|ende|are|isk|ning)$/,
  },
  nb: {
    endings: /(enes|ene|ens|ets|ers|en|et|er|a|s|e|n)$/,
    links: ['s', 'e'],
    prefixes: words(
      'for fra fram frem med mot ned opp over under ute uten ved til gjennom etter mellom sam mis igjen tilbake inn unna unn inne bort hen van all mer ing and ant ent ans ens kon kom pro per pre sub syn tele trans inter ekstra anti mono poly auto gjen',
    ),
    suffixes: words(
      'ning ningen ninger ningene het heten heter skap skapet skapen ende endes ende else elsen elser ing ingen inger ingene lig lige bar bart bare som somme full fulle fri fritt ans ens inne isk iske ere eren erne sjon sjonen sjoner ert ent ant and ist ister eri erier messig messige dom dommen løs løst løse aktig ator den det der han hun sin har var man men ikke skal kan vil lagt tal tall lag ter nen ner rer ret rede takende tale talen ling',
    ),
    derived: /^.{0,2}(ing|ende|ere|isk|ning)$/,
  },
  nl: {
    endings: /(en|s|e|n|tje|tjes|jes|je)$/,
    links: ['s', 'en', 'e', 'n'],
    prefixes: words(
      'aan achter bij door ger her mee mis naar onder ont over samen tegen ter toe tot uit van ver voor vol weg zonder aaneen terug neer mede opeen all ing and ant ent kon com con pro per pre sub syn tele trans inter extra anti mono poly auto ere ele rent',
    ),
    suffixes: words(
      'ing ingen ingetje heid heden lijk lijke baar bare schap schappen sel sels ster sters aar aars eren ende erij isch ische ief ieve iek teit tie ties loos loze zaam zame dom ling lingen achtig achtige enen den der dat die een hij zij ons met niet zal kan wil ten ter tend terd aren eren elen erd end ens ers eerde eert ert ist isten isme age nis nissen vering vering taling huring loning grad wering king ger tor tel ker oor tage acht aarde',
    ),
    derived: /^.{0,3}(ing|end|lijk|isch|aar|matig)$/,
  },
}

export const compoundLanguages: ReadonlySet<string> = new Set(Object.keys(grammars))

const lists = new Map<string, Parts>()

function listOf(language: string): Parts {
  const known = lists.get(language)
  if (known) return known
  const text = readFileSync(new URL(`./compounds/${language}.txt`, import.meta.url), 'utf8')
  const list = new Map<string, readonly [number, number]>()
  for (const line of text.trim().split('\n')) {
    const [word, first, last] = line.split(' ')
    list.set(word!, [Number(first), Number(last)])
  }
  for (const word of officeWords[language]?.split(' ') ?? []) {
    const [first, last] = list.get(word) ?? [0, 0]
    list.set(word, [Math.max(first, officeCount), Math.max(last, officeCount)])
  }
  lists.set(language, list)
  return list
}

/** A word of offices counts as if it had been seen so often, first and last. */
const officeCount = 30
/** A part may be as short as this; the shortest must be very common ones. */
const shortest = 3
const shortestWord = 6
/** Longer words are names, numbers or faults of recognition. */
const longestWord = 48
/** How often a part of three letters must have been seen. */
const commonEnough = 10
/** How often a first part must have been seen before a last part that was seen once. */
const commonFirst = 8
/** What is before a last part so sure as this may be any word. */
const sureLast = 5
const sureLastLetters = 5

interface Split {
  readonly first: string
  readonly last: string
  /** The first part is a known word. */
  readonly known: boolean
  readonly score: number
}

/** How often this stood last, plain or inflected. */
function lastCount(list: Parts, { endings, suffixes, derived }: Grammar, part: string): number {
  if (suffixes.has(part) || (derived.test(part) && (list.get(part)?.[1] ?? 0) < officeCount)) return 0
  const whole = list.get(part)?.[1] ?? 0
  const stem = part.replace(endings, '')
  const plain = stem.length >= shortest && stem !== part && !suffixes.has(stem) ? (list.get(stem)?.[1] ?? 0) : 0
  const vowel =
    stem.length >= shortest && stem !== part
      ? Math.max(list.get(`${stem}a`)?.[1] ?? 0, list.get(`${stem}e`)?.[1] ?? 0)
      : 0
  const count = Math.max(whole, plain, vowel)
  return part.length === shortest && count < commonEnough ? 0 : count
}

/** How often this stood first, with or without what links it to the next. */
function firstCount(list: Parts, { links, prefixes }: Grammar, part: string): { word: string; count: number } {
  const plain = { word: part, count: prefixes.has(part) ? 0 : sum(list.get(part)) }
  const linked = links
    .filter(link => part.endsWith(link) && part.length - link.length >= shortest)
    .map(link => part.slice(0, -link.length))
    .filter(word => !prefixes.has(word))
    .map(word => ({ word, count: sum(list.get(word)) }))
  const best = [plain, ...linked].reduce((a, b) => (b.count > a.count * 4 ? b : a))
  return part.length === shortest && best.count < commonEnough ? { word: part, count: 0 } : best
}

const sum = (counts: readonly [number, number] | undefined) => (counts ? counts[0] + counts[1] / 4 : 0)

function bestSplit(list: Parts, grammar: Grammar, word: string): Split | null {
  let best: Split | null = null
  for (let at = shortest; at <= word.length - shortest; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const last = lastCount(list, grammar, tail)
    if (last < 1 || grammar.prefixes.has(head)) continue
    const first = firstCount(list, grammar, head)
    // A rare last part is one only after a common first.
    if (last < 2 && (first.count < commonFirst || tail.length < 4)) continue
    const known = first.count >= 1
    if (!known && (last < sureLast || tail.length < sureLastLetters || head.length < 4)) continue
    const score =
      (known ? Math.log2(1 + first.count) : -3) +
      Math.log2(1 + last) +
      Math.min(head.length, tail.length, 6) +
      tail.length / 4
    if (!best || score > best.score) best = { first: first.word, last: tail, known, score }
  }
  return best
}

const wholes = new Map<string, ReadonlySet<string>>()

/** A word of offices, plain or inflected, is no compound, whatever its letters spell. */
function isWhole(language: string, { endings }: Grammar, word: string): boolean {
  let whole = wholes.get(language)
  if (!whole) wholes.set(language, (whole = words(officeWords[language] ?? '')))
  return whole.has(word) || whole.has(word.replace(endings, ''))
}

/** The parts of one word in lower case; none where it is no compound, or no word that can be told. */
export function partsOf(language: string, word: string): readonly string[] {
  const grammar = grammars[language]
  if (!grammar || word.length < shortestWord || word.length > longestWord) return []
  const list = listOf(language)
  const parts: string[] = []
  const open = [word.toLowerCase()]
  for (let next = open.pop(); next && parts.length < 8; next = open.pop()) {
    const split =
      next.length >= shortestWord && !isWhole(language, grammar, next) ? bestSplit(list, grammar, next) : null
    if (!split) continue
    parts.push(split.last)
    open.push(split.last)
    if (!split.known) continue
    parts.push(split.first)
    open.push(split.first)
  }
  return parts
}

/** Different parts of the words of a text at most. */
const mostParts = 20_000

/** All parts of the compound words of a text, each once, parted by blanks; for what is found, never for what is shown. */
export function compoundParts(language: string | null | undefined, text: string): string {
  if (!language || !compoundLanguages.has(language)) return ''
  const seen = new Set<string>()
  const found = new Set<string>()
  for (const [word] of text.matchAll(/\p{L}{6,48}/gu)) {
    const lower = word.toLowerCase()
    if (seen.has(lower)) continue
    seen.add(lower)
    for (const part of partsOf(language, lower)) found.add(part)
    if (found.size >= mostParts) break
  }
  return [...found].join(' ')
}
