import type { DocumentKind } from '../../../modules/documents/recognition/types.ts'
import { addressPart, billByMail, ciiPaper, hybridPaper, instantAt, mailPaper, ublPaper, upload } from './arrival.ts'
import { roughWear, receiptPhoto, scanned } from './scanned.ts'
import { type Bill, type Line, type TradeKind, billOf, linesOf } from './bill.ts'
import type { Chance } from './chance.ts'
import { after, monthEnd } from './formats.ts'
import { drawBill } from './layouts/index.ts'
import { application, authorityLetter, healthLetter, lease, permit, plainLetter } from './letters.ts'
import { type LetterCall } from './letter.ts'
import { officesByCountry } from './offices.ts'
import { advertising, certificate, minutes, statement } from './papers-other.ts'
import { partiesByLanguage } from './parties/index.ts'
import type { Office, Party } from './parties/types.ts'
import { proseOf } from './prose/index.ts'
import { receipt } from './receipts.ts'
import { type Language, type Paper, type Sheaf, languages } from './types.ts'

export const bulkKinds = [
  'bill',
  'credit-note',
  'reminder',
  'delivery-note',
  'order',
  'quote',
  'receipt',
  'letter',
  'permit',
  'contract',
  'application',
  'certificate',
  'minutes',
  'statement',
  'advertising',
  'mail',
] as const satisfies readonly DocumentKind[]
export type BulkKind = (typeof bulkKinds)[number]

/** Of a hundred papers that reach an office, about so many are of each kind. */
const weights: Readonly<Record<BulkKind, number>> = {
  bill: 52,
  'credit-note': 4,
  reminder: 4,
  'delivery-note': 4,
  order: 3,
  quote: 4,
  receipt: 5,
  letter: 6,
  permit: 2,
  contract: 1,
  application: 3,
  certificate: 2,
  minutes: 3,
  statement: 1,
  advertising: 2,
  mail: 4,
}

const weighted = (kinds: readonly BulkKind[], chance: Chance): BulkKind => {
  let rest = chance.fraction() * kinds.reduce((sum, kind) => sum + weights[kind], 0)
  for (const kind of kinds) if ((rest -= weights[kind]) < 0) return kind
  return kinds.at(-1) as BulkKind
}

const homes: Readonly<Record<Language, keyof typeof officesByCountry>> = {
  sv: 'SE',
  nb: 'NO',
  nl: 'NL',
  ro: 'RO',
  pt: 'PT',
  en: 'GB',
}

/** Portuguese series begin with the kind of document, as SAF-T names it. */
const portugueseKinds: Readonly<Partial<Record<TradeKind, string>>> = {
  'credit-note': 'NC',
  quote: 'OR',
  order: 'NE',
  'delivery-note': 'GR',
}

const seriesOf = (seller: Party, kind: TradeKind): string => {
  const code = seller.country === 'PT' ? portugueseKinds[kind] : undefined
  return code === undefined ? seller.series : seller.series.replace(/^F[TR]/, code)
}

/** One bill in twenty-five lists a whole month's deliveries and runs over the page. */
const manyOrFew = (lines: Line[], kind: TradeKind, chance: Chance): Line[] =>
  kind === 'bill' && chance.happens(0.04) ? Array.from({ length: chance.whole(5, 14) }, () => lines).flat() : lines

const billFor = (
  kind: TradeKind,
  seller: Party,
  buyer: Office,
  serial: number,
  issuedOn: string,
  chance: Chance,
): Bill => {
  const previous = `${seller.series}${seller.nextNumber + serial - 1}`
  const number = kind === 'reminder' ? previous : `${seriesOf(seller, kind)}${seller.nextNumber + serial}`
  const earlier = after(issuedOn, -chance.whole(35, 60))
  const monthly = seller.trade === 'rent' || seller.trade === 'energy' || seller.trade === 'telephone'
  return billOf({
    kind,
    seller,
    buyer,
    number,
    issuedOn,
    lines: manyOrFew(linesOf(seller, chance), kind, chance),
    orderNumber: chance.happens(0.5) ? chance.digits(4) : null,
    deliveredOn: kind === 'bill' && !monthly ? after(issuedOn, -chance.whole(0, 9)) : null,
    period: monthly && kind === 'bill' ? [`${issuedOn.slice(0, 7)}-01`, monthEnd(issuedOn)] : null,
    yourReference: chance.pick(buyer.people).name,
    about:
      kind === 'credit-note' || kind === 'reminder'
        ? { number: previous, issuedOn: earlier, dueOn: after(earlier, seller.termDays) }
        : null,
    ...(kind === 'quote'
      ? { dueOn: after(issuedOn, 30) }
      : kind === 'delivery-note' || kind === 'order' || kind === 'credit-note'
        ? { dueOn: null }
        : {}),
  })
}

const letterKinds = {
  letter: [authorityLetter, plainLetter, healthLetter],
  permit: [permit],
  contract: [lease],
  application: [application],
  certificate: [certificate],
  minutes: [minutes],
  advertising: [advertising],
} as const

const sheafFor = async (kind: Exclude<BulkKind, TradeKind | 'mail'>, call: LetterCall): Promise<Sheaf> => {
  if (kind === 'receipt') return receipt(call.language, call.issuedOn, call.chance)
  if (kind === 'statement') {
    const { bank, currency } = call.chance.pick(partiesByLanguage[call.language])
    return statement(call, bank, currency)
  }
  return call.chance.pick(letterKinds[kind] as readonly ((call: LetterCall) => Promise<Sheaf>)[])(call)
}

const request = (language: Language, office: Office, arrivedAt: string, chance: Chance): Paper => {
  const { mail } = proseOf(language)
  const from = chance.pick(partiesByLanguage[language])
  return mailPaper(
    {
      language,
      from: { name: from.person, address: `${addressPart(from.person)}@${from.web.slice(4)}` },
      to: { name: office.name, address: office.mail },
      subject: mail.request[0],
      text: `${mail.hello}\n\n${mail.request[1]}`,
      html: chance.happens(0.5),
      ...(chance.happens(0.3) && language !== 'ro' ? { charset: 'iso-8859-1' as const } : {}),
    },
    arrivedAt,
  )
}

export type Wrap = 'text' | 'scan' | 'mixed'

export interface BulkCall {
  readonly chance: Chance
  readonly serial: number
  readonly language?: Language
  readonly office?: Office
  readonly kinds?: readonly BulkKind[]
  /** `text`: text PDFs, mails and e-invoices; `scan`: pictures only; `mixed`: as an office gets them. */
  readonly wrap: Wrap
  /** When it comes, local (`2026-11-24T08:26`); left out: some time of 2026. */
  readonly at?: string
}

const isTrade = (kind: BulkKind): kind is TradeKind =>
  ['bill', 'credit-note', 'reminder', 'delivery-note', 'order', 'quote'].includes(kind)

/** One paper of an endless stream: the same serial of the same seed is always the same paper. */
export const bulkPaper = async (call: BulkCall): Promise<Paper> => {
  const chance = call.chance.fork(`paper ${call.serial}`)
  const language = call.language ?? languages[call.serial % languages.length] ?? 'en'
  const onPaper = call.wrap === 'scan' ? bulkKinds.filter(kind => kind !== 'mail') : bulkKinds
  const kind = weighted(call.kinds ?? onPaper, chance)
  const seller = chance.pick(partiesByLanguage[language])
  const office =
    call.office ?? officesByCountry[isTrade(kind) ? (seller.country === 'DE' ? 'SE' : seller.country) : homes[language]]
  const drawnOn = after('2026-01-05', chance.whole(0, 318))
  const travelledDays = chance.whole(0, 3)
  const drawnTime = `${String(chance.whole(8, 16)).padStart(2, '0')}:${String(chance.whole(10, 59))}`
  const at = call.at ?? `${after(drawnOn, travelledDays)}T${drawnTime}`
  const issuedOn = after(at.slice(0, 10), -travelledDays)
  const arrivedAt = instantAt(at, office.zone)
  if (kind === 'mail') return request(language, office, arrivedAt, chance)
  const scan = call.wrap === 'scan' || (call.wrap === 'mixed' && chance.happens(0.25))
  const letter = (): LetterCall => ({
    language,
    office,
    issuedOn,
    until: after(issuedOn, chance.whole(20, 900)),
    from: `${issuedOn.slice(0, 7)}-01`,
    number: `${issuedOn.slice(0, 4)}-${chance.digits(5)}`,
    chance,
    person: chance.pick(office.people).name,
  })
  const bill = isTrade(kind) ? billFor(kind, seller, office, call.serial * 3 + 1, issuedOn, chance) : null
  const sheaf =
    bill === null ? await sheafFor(kind as Exclude<BulkKind, TradeKind | 'mail'>, letter()) : await drawBill(bill)
  if (scan && kind === 'receipt') return receiptPhoto(sheaf, arrivedAt, call.serial, chance)
  if (scan)
    return scanned(
      sheaf,
      roughWear(chance),
      chance.pick(['pdf', 'pdf', 'pdf', 'jpeg', 'tiff', 'png'] as const),
      arrivedAt,
      call.serial,
      chance,
    )
  const way = chance.fraction()
  if (bill !== null && (kind === 'bill' || kind === 'credit-note')) {
    if (way < 0.05) return ublPaper(bill, arrivedAt)
    if (way < 0.08) return ciiPaper(bill, arrivedAt)
    if (way < 0.13 && kind === 'bill') return hybridPaper(bill, arrivedAt)
    if (way < 0.34) return billByMail(bill, sheaf, arrivedAt, { html: chance.happens(0.5) })
  }
  return upload(sheaf, arrivedAt)
}
