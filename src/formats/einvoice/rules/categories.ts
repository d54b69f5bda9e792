import { type Decimal, absolute, equal, minus, plus } from '../../decimal.ts'
import type { Fact } from '../fact.ts'
import type { Invoice, Tax, VatCategory } from '../model.ts'
import type { ReadInvoice } from '../reading.ts'
import { allAdjustments, figures, invoiceOf, isVat, taxesOf, total, value, vatCode } from './ask.ts'
import { type Rule, type RuleGroup, rulesFor } from './rule.ts'
import { taxAt, within } from './totals.ts'

/** What the standard asks for each category of VAT (UNTDID 5305). From each row follow its rules 01 to 10. */
interface Category {
  readonly code: string
  readonly prefix: string
  readonly name: string
  /** How often the breakdown has it: once, or once for each rate. */
  readonly breakdown: 'once' | 'each-rate'
  /** Which numbers of the seller are enough: of VAT or any tax, of VAT alone, or none may stand there. */
  readonly seller: 'any' | 'vat' | 'none'
  /** What the buyer must carry. */
  readonly buyer: 'nothing' | 'vat' | 'vat-or-legal'
  readonly rate: 'zero' | 'positive' | 'not-negative' | 'none'
  readonly exemption: 'needed' | 'unwanted'
}

// biome-ignore format: one category a row
export const categories: readonly Category[] = [
  { code: 'S',  prefix: 'BR-S',  name: 'Standard rated',         breakdown: 'each-rate', seller: 'any',  buyer: 'nothing',      rate: 'positive',     exemption: 'unwanted' },
  { code: 'Z',  prefix: 'BR-Z',  name: 'Zero rated',             breakdown: 'once',      seller: 'any',  buyer: 'nothing',      rate: 'zero',         exemption: 'unwanted' },
  { code: 'E',  prefix: 'BR-E',  name: 'Exempt from VAT',        breakdown: 'once',      seller: 'any',  buyer: 'nothing',      rate: 'zero',         exemption: 'needed' },
  { code: 'AE', prefix: 'BR-AE', name: 'Reverse charge',         breakdown: 'once',      seller: 'any',  buyer: 'vat-or-legal', rate: 'zero',         exemption: 'needed' },
  { code: 'K',  prefix: 'BR-IC', name: 'Intra-community supply', breakdown: 'once',      seller: 'vat',  buyer: 'vat',          rate: 'zero',         exemption: 'needed' },
  { code: 'G',  prefix: 'BR-G',  name: 'Export outside the EU',  breakdown: 'once',      seller: 'vat',  buyer: 'nothing',      rate: 'zero',         exemption: 'needed' },
  { code: 'O',  prefix: 'BR-O',  name: 'Not subject to VAT',     breakdown: 'once',      seller: 'none', buyer: 'nothing',      rate: 'none',         exemption: 'needed' },
  { code: 'L',  prefix: 'BR-AF', name: 'IGIC',                   breakdown: 'each-rate', seller: 'any',  buyer: 'nothing',      rate: 'not-negative', exemption: 'unwanted' },
  { code: 'M',  prefix: 'BR-AG', name: 'IPSI',                   breakdown: 'each-rate', seller: 'any',  buyer: 'nothing',      rate: 'not-negative', exemption: 'unwanted' },
]

const bearers = [
  { rule: '02', rate: '05', of: 'a line', term: 'BT-151', on: lineCategories },
  { rule: '03', rate: '06', of: 'an allowance', term: 'BT-95', on: (i: Invoice<Fact>) => adjusted(i, false) },
  { rule: '04', rate: '07', of: 'a charge', term: 'BT-102', on: (i: Invoice<Fact>) => adjusted(i, true) },
] as const

function lineCategories(invoice: Invoice<Fact>): readonly (VatCategory<Fact> | null)[] {
  return invoice.lines.map(one => one.vat)
}

function adjusted(invoice: Invoice<Fact>, charge: boolean): readonly (VatCategory<Fact> | null)[] {
  return allAdjustments(invoice)
    .filter(one => one.charge === charge)
    .map(one => one.vat)
}

function used(invoice: Invoice<Fact>): readonly (VatCategory<Fact> | null)[] {
  return [...lineCategories(invoice), ...allAdjustments(invoice).map(one => one.vat)]
}

function breakdownOf(invoice: Invoice<Fact>, code: string): readonly Tax<Fact>[] {
  return taxesOf(invoice).filter(one => vatCode(one.category) === code)
}

/** Every category that is used is summed up in the breakdown, and no other is. */
function isSummed(invoice: Invoice<Fact>, { code, breakdown }: Category): boolean {
  const count = breakdownOf(invoice, code).length
  const isUsed = used(invoice).some(one => vatCode(one) === code)
  if (breakdown === 'each-rate') return isUsed === count > 0
  return count === 1 || (count === 0 && !isUsed)
}

function sellerIsTold({ seller, taxRepresentative }: Invoice<Fact>, { seller: asks }: Category): boolean {
  if (seller?.vatId || taxRepresentative?.vatId) return true
  return asks === 'any' && !!seller?.taxId
}

function buyerIsTold({ buyer }: Invoice<Fact>, { buyer: asks }: Category): boolean {
  return asks === 'nothing' || !!buyer?.vatId || (asks === 'vat-or-legal' && !!buyer?.legalId)
}

function carriesNone({ seller, buyer, taxRepresentative }: Invoice<Fact>): boolean {
  return !seller?.vatId && !buyer?.vatId && !taxRepresentative?.vatId
}

function rateFits(category: VatCategory<Fact>, { rate }: Category): boolean {
  if (rate === 'none') return category.rate === null
  const units = value(category.rate)?.units
  if (units === undefined) return false
  return rate === 'zero' ? units === 0n : rate === 'positive' ? units > 0n : units >= 0n
}

/** What of the invoice bears this category, at this rate where the breakdown is by rates. */
function baseOf(read: ReadInvoice, category: Category, rate: Decimal | null): Decimal {
  const { invoice } = read
  const bears = (one: VatCategory<Fact> | null): boolean => {
    if (one?.code?.text !== category.code) return false
    if (category.breakdown === 'once') return true
    const own = value(one.rate)
    return own !== null && rate !== null && equal(own, rate)
  }
  const of = (charge: boolean): Decimal =>
    total(invoice.adjustments.filter(one => one.charge === charge && bears(one.vat)).map(one => one.amount))
  const lines = total(invoice.lines.filter(one => bears(one.vat)).map(one => one.amount))
  return minus(plus(lines, of(true)), of(false))
}

function baseAddsUp(tax: Tax<Fact>, read: ReadInvoice, category: Category): boolean {
  const base = value(tax.base)
  const rate = value(tax.category?.rate)
  if (category.breakdown === 'once')
    return base !== null && read.invoice.lines.length > 0 && equal(base, baseOf(read, category, null))
  if (rate === null) return true
  return base !== null && bearersOf(read, category, rate) && within(base, baseOf(read, category, rate))
}

/** Something bears the rate that is summed up; for taxes other than the standard one any line will do. */
function bearersOf({ invoice }: ReadInvoice, { code }: Category, rate: Decimal): boolean {
  if (code !== 'S') return invoice.lines.length > 0
  return used(invoice).some(one => {
    const own = value(one?.rate)
    return one?.code?.text === code && own !== null && equal(own, rate)
  })
}

function taxIsRight(tax: Tax<Fact>, { breakdown }: Category): boolean {
  const amount = value(tax.amount)
  if (breakdown === 'once') return amount?.units === 0n
  const base = value(tax.base)
  const rate = value(tax.category?.rate)
  return amount !== null && base !== null && rate !== null && within(absolute(amount), taxAt(base, rate))
}

function partyRule(category: Category, { rule, of, term, on }: (typeof bearers)[number]): Rule<Invoice<Fact>> {
  const id = `${category.prefix}-${rule}`
  const params = { category: category.code }
  const bears = (i: Invoice<Fact>): boolean => on(i).some(one => vatCode(one) === category.code)
  if (category.seller === 'none')
    return {
      id,
      holds: i => !bears(i) || carriesNone(i),
      words: 'no-vat-numbers',
      shows: () => params,
      says: `With ${of} “${category.name}” (${term}) no VAT number of seller, representative or buyer is stated.`,
    }
  const buyer = category.buyer === 'nothing' ? '' : ', and the buyer’s VAT number'
  return {
    id,
    holds: i => !bears(i) || (sellerIsTold(i, category) && buyerIsTold(i, category)),
    words: category.buyer === 'nothing' ? 'seller-vat' : 'buyer-vat',
    shows: () => params,
    says: `With ${of} “${category.name}” (${term}) the seller’s ${category.seller === 'any' ? 'tax' : 'VAT'} number or that of the representative${buyer} is stated.`,
  }
}

const rateSays: Readonly<Record<Category['rate'], string>> = {
  zero: 'is 0',
  positive: 'is greater than 0',
  'not-negative': 'is not negative',
  none: 'is left out',
}

function rateRule(category: Category, bearer: (typeof bearers)[number]): RuleGroup {
  const subjects = ({ invoice }: ReadInvoice): readonly VatCategory<Fact>[] =>
    bearer.on(invoice).filter((one): one is VatCategory<Fact> => vatCode(one) === category.code)
  return rulesFor(subjects, [
    {
      id: `${category.prefix}-${bearer.rate}`,
      holds: one => rateFits(one, category),
      words: 'rate',
      shows: one => ({ category: category.code, rate: one.rate?.text ?? '-' }),
      says: `The VAT rate of ${bearer.of} “${category.name}” ${rateSays[category.rate]}.`,
    },
  ])
}

function breakdownRules(category: Category): readonly Rule<Tax<Fact>>[] {
  const { prefix, name, code } = category
  const params = { category: code }
  return [
    {
      id: `${prefix}-08`,
      holds: (tax, read) => baseAddsUp(tax, read, category),
      words: ['sum-differs', 'BT-116'],
      shows: (tax, read) => figures(tax.base, baseOf(read, category, value(tax.category?.rate))),
      says: `The taxable amount (BT-116) of “${name}” is its lines, less allowances, plus charges.`,
    },
    {
      id: `${prefix}-09`,
      holds: tax => taxIsRight(tax, category),
      words: ['sum-differs', 'BT-117'],
      shows: tax => {
        const [base, rate] = [value(tax.base), value(tax.category?.rate)]
        if (category.breakdown === 'once') return { says: tax.amount?.text ?? '-', computed: '0.00' }
        return base && rate ? figures(tax.amount, taxAt(base, rate)) : {}
      },
      says: `The tax (BT-117) of “${name}” ${category.breakdown === 'once' ? 'is 0' : 'is its taxable amount times its rate'}.`,
    },
    {
      id: `${prefix}-10`,
      holds: tax => (category.exemption === 'needed') === (tax.exemption !== null || tax.exemptionCode !== null),
      words: category.exemption === 'needed' ? 'exemption-needed' : 'exemption-unwanted',
      shows: () => params,
      says: `The breakdown of “${name}” ${category.exemption === 'needed' ? 'says why (BT-120 or BT-121)' : 'has no reason for exemption (BT-120, BT-121)'}.`,
    },
  ]
}

function rulesOf(category: Category): readonly RuleGroup[] {
  return [
    rulesFor(invoiceOf, [
      {
        id: `${category.prefix}-01`,
        holds: invoice => isSummed(invoice, category),
        words: 'breakdown',
        shows: () => ({ category: category.code }),
        says: `What is “${category.name}” is summed up in ${category.breakdown === 'once' ? 'one VAT breakdown' : 'VAT breakdowns'} (BG-23) of that category.`,
      },
      ...bearers.map(bearer => partyRule(category, bearer)),
    ]),
    ...bearers.map(bearer => rateRule(category, bearer)),
    rulesFor(({ invoice }) => breakdownOf(invoice, category.code), breakdownRules(category)),
  ]
}

function others(list: readonly (VatCategory<Fact> | null)[]): boolean {
  return list.some(one => isVat(one) && one?.code?.text !== 'O')
}

const notSubject = (i: Invoice<Fact>): boolean => breakdownOf(i, 'O').length > 0
const intra = (i: Invoice<Fact>): boolean => breakdownOf(i, 'K').length > 0
const split = (i: Invoice<Fact>): boolean =>
  [...used(i), ...taxesOf(i).map(one => one.category)].some(one => one?.code?.text === 'B')

// biome-ignore format: one rule a row
export const categoryRules: readonly RuleGroup[] = [
  ...categories.flatMap(rulesOf),
  rulesFor(invoiceOf, [
    { id: 'BR-O-11', holds: i => !notSubject(i) || !others(taxesOf(i).map(one => one.category)), words: 'mixed', shows: () => ({ category: 'O' }), says: 'An invoice “Not subject to VAT” has no other VAT breakdown.' },
    { id: 'BR-O-12', holds: i => !notSubject(i) || !others(lineCategories(i)), words: 'mixed', shows: () => ({ category: 'O' }), says: 'An invoice “Not subject to VAT” has no line of another category.' },
    { id: 'BR-O-13', holds: i => !notSubject(i) || !others(adjusted(i, false)), words: 'mixed', shows: () => ({ category: 'O' }), says: 'An invoice “Not subject to VAT” has no allowance of another category.' },
    { id: 'BR-O-14', holds: i => !notSubject(i) || !others(adjusted(i, true)), words: 'mixed', shows: () => ({ category: 'O' }), says: 'An invoice “Not subject to VAT” has no charge of another category.' },
    { id: 'BR-IC-11', holds: i => !intra(i) || (i.delivery?.on?.text.length ?? 0) > 1 || (i.period?.at?.children.length ?? 0) > 0, words: ['missing', 'BT-72'], says: 'An intra-community supply states the delivery date (BT-72) or the invoicing period (BG-14).' },
    { id: 'BR-IC-12', holds: i => !intra(i) || (i.delivery?.address?.country?.text.length ?? 0) > 1, words: ['missing', 'BT-80'], says: 'An intra-community supply states the country of delivery (BT-80).' },
    { id: 'BR-B-01', holds: (i, r) => !split(i) || countriesOf(r).every(one => one === 'IT'), words: 'mixed', shows: () => ({ category: 'B' }), says: '“Split payment” is for invoices within Italy.' },
    { id: 'BR-B-02', holds: i => !split(i) || !used(i).some(one => one?.code?.text === 'S'), words: 'mixed', shows: () => ({ category: 'B' }), says: '“Split payment” does not stand beside “Standard rated”.' },
  ]),
]

function countriesOf({ invoice }: ReadInvoice): readonly string[] {
  const addresses = [invoice.seller, invoice.buyer, invoice.taxRepresentative].map(one => one?.address)
  return [...addresses, invoice.delivery?.address].flatMap(one => (one?.country ? [one.country.text] : []))
}
