/**
 * What words on a bill of a new supplier point to, for the charts that most offices of a country use (BAS, Norwegian standard
 * accounts, the Romanian general chart, SNC). Few and plain; where the office's chart lacks the account nothing is proposed.
 */

interface Meaning {
  /** Beginnings of words, folded: lower case, no accents. */
  readonly words: readonly string[]
  /** Country to account. */
  readonly accounts: Readonly<Record<string, string>>
}

const meanings: readonly Meaning[] = [
  {
    words: ['lokalhyra', 'hyra', 'husleie', 'huur', 'chirie', 'renda', 'rent'],
    accounts: { SE: '5010', NO: '6300', RO: '612', PT: '6261' },
  },
  {
    words: [
      'elektric',
      'electric',
      'eletric',
      'elnat',
      'elhandel',
      'strom',
      'kraft',
      'energie',
      'energia',
      'fjarrvarme',
    ],
    accounts: { SE: '5020', NO: '6340', RO: '605', PT: '6241' },
  },
  {
    words: ['telefon', 'mobil', 'telecom', 'bredband', 'internet', 'telekom'],
    accounts: { SE: '6212', NO: '6900', RO: '626', PT: '6262' },
  },
  {
    words: ['forsakring', 'forsikring', 'verzekering', 'asigurar', 'seguro', 'insurance'],
    accounts: { SE: '6310', NO: '7500', RO: '613', PT: '6263' },
  },
  {
    words: [
      'kontorsmaterial',
      'kontorrekvisita',
      'kontormateriell',
      'papper',
      'papir',
      'papetar',
      'papelaria',
      'stationery',
    ],
    accounts: { SE: '6110', NO: '6800', PT: '6233' },
  },
  {
    words: ['licens', 'lisens', 'licent', 'licenc', 'software', 'programvara', 'programvare'],
    accounts: { SE: '5420', NO: '6553' },
  },
  {
    words: ['porto', 'postnord', 'frimarken', 'frimerker'],
    accounts: { SE: '6250', NO: '6940', RO: '626', PT: '6262' },
  },
  {
    words: ['stadning', 'stad', 'renhold', 'rengjoring', 'schoonmaak', 'curatenie', 'limpeza', 'cleaning'],
    accounts: { SE: '5060', NO: '6360', PT: '6267' },
  },
  {
    words: [
      'reparation',
      'service av',
      'underhall',
      'vedlikehold',
      'reparatii',
      'reparac',
      'ventilation',
      'ventilasjon',
    ],
    accounts: { SE: '5170', NO: '6620', RO: '611', PT: '6226' },
  },
  {
    words: ['redovisning', 'bokforing', 'regnskap', 'revision', 'revisjon', 'contabil'],
    accounts: { SE: '6530', NO: '6705', RO: '628', PT: '6221' },
  },
  {
    words: ['hotell', 'hotel', 'flyg', 'flyreise', 'tagresa', 'taxi', 'drosje', 'resa', 'reise', 'viagem'],
    accounts: { SE: '5800', NO: '7140', RO: '625', PT: '6251' },
  },
]

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ø/gi, 'o').toLowerCase()

/** Every account that words may point to in a country. */
export const meantIn = (country: string): string[] => meanings.flatMap(({ accounts }) => accounts[country] ?? [])

/** The first meaning whose word begins one of the text's; null where no word says anything, or the chart lacks the account. */
export function accountByWords(
  country: string,
  text: string,
  accounts: ReadonlySet<string> | null,
): { account: string; word: string } | null {
  const folded = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ')} `
  for (const { words, accounts: byCountry } of meanings) {
    const account = byCountry[country]
    const word = words.find(one => folded.includes(` ${one}`))
    if (account && word && (accounts?.has(account) ?? true)) return { account, word: wordIn(folded, word) }
  }
  return null
}

/** The whole word as it stands in the text. */
const wordIn = (folded: string, beginning: string): string =>
  folded.slice(folded.indexOf(` ${beginning}`) + 1).split(' ')[0] ?? beginning
