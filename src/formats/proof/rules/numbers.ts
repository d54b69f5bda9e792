/** Numbers whose own digits say that they are mistyped: accounts, references, registers, telephones. */
import { stdnum } from 'stdnum'
import { checkAccount, checkReference } from '../../references/check.ts'
import { found, type Passage, type Prepared, type ProofFinding, type Rule } from '../model.ts'
import { telephones } from './telephones.ts'

export const numbers: Rule = prepared =>
  prepared.passages.flatMap(passage => [
    ...ibans(passage),
    ...labelled(prepared, passage),
    ...telephones(prepared, passage),
  ])

/** Countries that have an IBAN, for what only looks like one. */
const ibanCountries = new Set(
  'AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV MC MD ME MK MR MT MU NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM ST SV TL TN TR UA VA VG XK'.split(
    ' ',
  ),
)

function ibans(passage: Passage): ProofFinding[] {
  const expression =
    /(?<![\p{L}\p{N}])([A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z0-9]{4}){2,7}(?:[ \u00a0-]?[A-Z0-9]{1,3})?)(?![\p{L}\p{N}])/gu
  const wrong = [...passage.text.matchAll(expression)].flatMap(match => {
    const compact = match[1]!.replace(/[ \u00a0-]/g, '')
    if (!ibanCountries.has(compact.slice(0, 2)) || (compact.match(/\d/g)?.length ?? 0) < compact.length / 2) return []
    return ibanIn(match[1]!) ? [] : [say(passage, match.index, match[1]!, 'iban', 'iban')]
  })
  const led =
    /(?<![\p{L}])IBAN(?:[ -]?(?:nr|nummer|number|no|kod|cont))?\.?\s*[:=]?\s*([A-Za-z]{2}[ ]?[\dA-Za-z][\dA-Za-z \u00a0-]{8,42}[\dA-Za-z])/giu
  const byName = [...passage.text.matchAll(led)].flatMap(match => {
    const start = match.index + match[0].length - match[1]!.length
    // words that follow are none of it
    const number =
      /^[A-Z]{2}[ ]?\d[\dO](?:[ \u00a0-]?(?:[A-Z]{4}(?![a-z])|[A-Z\d]*\d[A-Z\d]*))+/u.exec(
        match[1]!.replace(/^[a-z]{2}/, two => two.toUpperCase()),
      )?.[0] ?? null
    if (!number || wrong.some(one => one.at!.start === passage.offset + start) || ibanIn(number)) return []
    return [say(passage, start, number, 'iban', 'iban')]
  })
  return [...wrong, ...byName]
}

/** Whether the number is an IBAN; what follows a number after a space may be another. */
function ibanIn(written: string): boolean {
  const parts = written.split(/[ \u00a0]/)
  for (let count = parts.length; count > 0; count--)
    if (checkAccount('iban', parts.slice(0, count).join('')).right) return true
  return false
}

const say = (
  passage: Passage,
  start: number,
  words: string,
  rule: 'iban' | 'account' | 'reference' | 'number',
  scheme: string,
  severity: 'loud' | 'quiet' = 'loud',
) => found(passage, start, start + words.length, { rule, severity, data: { scheme } })

interface Label {
  readonly rule: 'account' | 'reference' | 'number'
  readonly scheme: string
  readonly after: RegExp
  readonly right: (digits: string, prepared: Prepared) => boolean | null
  readonly severity?: 'quiet'
}

const gap = '(?:[ -]?(?:nr|nummer|number|no|num|n\\.?º|n\\.?o))?\\.?\\s*[:=#]?\\s*(?:is |är |er |este |é |: )?\\s*'
const label = (names: string, number: string): RegExp =>
  new RegExp(`(?<![\\p{L}])(?:${names})${gap}(${number})(?![\\d\\p{L}]|[-]\\d)`, 'giu')
const digits = (text: string) => text.replace(/\D/g, '')
type Checks = Readonly<Record<string, Readonly<Record<string, { validate(text: string): { isValid: boolean } }>>>>
const register =
  (country: string, ...names: string[]) =>
  (text: string): boolean | null => {
    const all = (stdnum as unknown as Checks)[country]
    const known = names.filter(name => all?.[name])
    return known.length === 0 ? null : known.some(name => all![name]!.validate(text).isValid)
  }
const swedish = register('SE', 'orgnr', 'personnummer')

const labels: readonly Label[] = [
  {
    rule: 'account',
    scheme: 'bankgiro',
    after: label('bankgiro(?:t|konto)?|bg', '\\d{3,4}-?\\d{4}'),
    right: text => checkAccount('bankgiro', text).right,
  },
  {
    rule: 'account',
    scheme: 'plusgiro',
    after: label('plusgiro(?:t|konto)?|postgiro|pg', '[\\d ]{1,9}-\\d'),
    right: text => checkAccount('plusgiro', text).right,
  },
  {
    rule: 'reference',
    scheme: 'ocr',
    after: label('ocr(?:[ -]?(?:referens|ref|kod))?', '\\d[\\d ]{3,28}\\d'),
    right: text => checkReference({ value: text, scheme: 'ocr' }).right,
  },
  {
    rule: 'reference',
    scheme: 'kid',
    after: label('kid', '\\d[\\d ]{2,28}[\\d-]'),
    right: text => checkReference({ value: text, scheme: 'kid' }).right,
  },
  {
    rule: 'reference',
    scheme: 'betalingskenmerk',
    after: label('betalingskenmerk|acceptgironummer', '\\d{4} ?\\d{4} ?\\d{4} ?\\d{4}'),
    right: text => checkReference({ value: text, scheme: 'betalingskenmerk' }).right,
  },
  {
    rule: 'reference',
    scheme: 'rf',
    after: /(?<![\p{L}\p{N}])(RF\d{2}(?:[ ]?[A-Z0-9]{1,4}){1,6})(?![\p{L}\p{N}])/gu,
    right: text => checkReference({ value: text.replace(/ /g, ''), scheme: 'rf' }).right,
  },
  {
    rule: 'account',
    scheme: 'kontonummer',
    after: label('kontonummer|kontonr|konto|bankkonto|account(?: number)?', '\\d{4}[ .]?\\d{2}[ .]?\\d{5}'),
    right: (text, { question }) => (question.country === 'NO' ? checkAccount('account', text, 'NO').right : null),
  },
  {
    rule: 'account',
    scheme: 'nib',
    after: label('nib', '\\d{4}[ .]?\\d{4}[ .]?\\d{11}[ .]?\\d{2}|\\d[\\d ]{20,26}\\d'),
    right: text => checkAccount('account', digits(text), 'PT').right,
  },
  {
    rule: 'number',
    scheme: 'orgnr',
    after: label(
      'org(?:anisations?)?\\.?[ -]?(?:nummer|nr)|organisasjonsnummer|organisationsnummer|foretaksnummer',
      '\\d[\\d -]{7,12}\\d',
    ),
    right: text =>
      digits(text).length === 9
        ? register('NO', 'orgnr', 'mva')(digits(text))
        : digits(text).length === 10
          ? swedish(digits(text))
          : false,
  },
  {
    rule: 'number',
    scheme: 'personnummer',
    after: label('personnummer|pers\\.?nr|pnr', '(?:19|20)?\\d{6}[-+ ]?\\d{4}'),
    right: text => luhnTail(digits(text)),
  },
  {
    rule: 'number',
    scheme: 'fodselsnummer',
    after: label('fødselsnummer|fnr', '\\d{6} ?\\d{5}'),
    right: text => register('NO', 'fodselsnummer')(digits(text)),
  },
  {
    rule: 'number',
    scheme: 'vat',
    after: /(?<![\p{L}\p{N}])(SE\d{12}|NL\d{9}B\d{2}|RO\d{5,10}|PT\d{9}|NO ?\d{9} ?MVA)(?![\p{L}\p{N}])/gu,
    right: text => vatRight(text),
  },
  {
    rule: 'number',
    scheme: 'btw',
    after: label('btw(?:-id(?:entificatienummer)?)?|omzetbelastingnummer', 'NL ?\\d{9} ?B ?\\d{2}'),
    right: text => register('NL', 'btw')(text.replace(/ /g, '')),
  },
  {
    rule: 'number',
    scheme: 'bsn',
    after: label('bsn|burgerservicenummer', '\\d{4}[ .]?\\d{2}[ .]?\\d{3}|\\d{9}'),
    right: text => register('NL', 'bsn')(digits(text)),
  },
  {
    rule: 'number',
    scheme: 'cui',
    after: label('c\\.?u\\.?i|cif|cod (?:unic|fiscal)(?: de înregistrare)?', '(?:RO)? ?\\d{2,10}'),
    right: text => register('RO', 'cui', 'cif')(digits(text)),
  },
  { rule: 'number', scheme: 'cnp', after: label('cnp', '\\d{13}'), right: text => register('RO', 'cnp')(digits(text)) },
  {
    rule: 'number',
    scheme: 'nif',
    after: label('nif|nipc|contribuinte|n\\.?º de contribuinte', '(?:PT)? ?\\d{3} ?\\d{3} ?\\d{3}'),
    right: text => register('PT', 'nif')(digits(text)),
  },
]

function luhnTail(text: string): boolean {
  const ten = text.slice(-10)
  let sum = 0
  for (let index = 0; index < ten.length; index++) {
    const doubled = Number(ten[index]) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function vatRight(text: string): boolean | null {
  const compact = text.replace(/ /g, '')
  const country = compact.slice(0, 2)
  if (country === 'SE') return register('SE', 'vat')(compact)
  if (country === 'NL') return register('NL', 'btw')(compact)
  if (country === 'RO') return register('RO', 'cui', 'cif')(compact.slice(2))
  if (country === 'PT') return register('PT', 'nif')(compact.slice(2))
  return register('NO', 'orgnr', 'mva')(digits(compact))
}

function labelled(prepared: Prepared, passage: Passage): ProofFinding[] {
  const wrong = labels.flatMap(({ rule, scheme, after, right }) =>
    [...passage.text.matchAll(after)].flatMap(match => {
      const words = match[1]!
      if (right(words.trim(), prepared) !== false) return []
      return [say(passage, match.index + match[0].lastIndexOf(words), words, rule, scheme)]
    }),
  )
  return [...wrong, ...multibanco(passage)].filter(
    (one, index, all) => all.findIndex(other => other.at!.start === one.at!.start) === index,
  )
}

/** Entity, reference and amount check each other. */
function multibanco(passage: Passage): ProofFinding[] {
  const expression =
    /entidade\s*:?\s*(\d{5})[\s\S]{0,40}?refer[êe]ncia\s*:?\s*(\d{3} ?\d{3} ?\d{3})(?!\d)[\s\S]{0,60}?(?:montante|valor|quantia)\s*:?\s*(?:€\s*)?(\d{1,3}(?:[. ]\d{3})*,\d{2}|\d+[.,]\d{2})/giu
  return [...passage.text.matchAll(expression)].flatMap(match => {
    const cents = BigInt(match[3]!.replace(/\D/g, ''))
    const { right } = checkReference({
      value: digits(match[2]!),
      scheme: 'multibanco',
      entity: match[1]!,
      amount_minor: cents,
    })
    const start = match.index + match[0].indexOf(match[2]!)
    return right === false ? [say(passage, start, match[2]!, 'reference', 'multibanco')] : []
  })
}
