/** Which part of an invoice a term is said of. */
export type Part =
  | 'seller'
  | 'buyer'
  | 'payee'
  | 'representative'
  | 'delivery'
  | 'line'
  | 'allowance'
  | 'charge'
  | 'line-allowance'
  | 'line-charge'

/**
 * The terms of EN 16931 by the word people use for them: where one word serves several (a town of the seller, of the buyer),
 * the part tells them apart. The words stand in the catalogues of `payables`: `page.einvoice.term.<word>`, `page.einvoice.part.<part>`.
 */
// biome-ignore format: a table
const table = {
  number: 'BT-1', 'issue-date': 'BT-2', type: 'BT-3', currency: 'BT-5 currencyID', 'tax-currency': 'BT-6', 'tax-point': 'BT-7 BT-8',
  'due-date': 'BT-9', 'buyer-reference': 'BT-10', project: 'BT-11', contract: 'BT-12', order: 'BT-13', 'sales-order': 'BT-14',
  'receiving-advice': 'BT-15', 'despatch-advice': 'BT-16', tender: 'BT-17', object: 'BT-18 BT-128:line', accounting: 'BT-19 BT-133:line',
  'payment-terms': 'BT-20', note: 'BT-21 BT-22 BT-127:line', process: 'BT-23', specification: 'BT-24', 'preceding-invoice': 'BT-25 BT-26 BG-3',
  name: 'BT-27:seller BT-44:buyer BT-59:payee BT-62:representative BT-70:delivery', 'trading-name': 'BT-28:seller BT-45:buyer',
  identifier: 'BT-29:seller BT-46:buyer BT-60:payee ID', registration: 'BT-30:seller BT-47:buyer BT-61:payee',
  'vat-number': 'BT-31:seller BT-48:buyer BT-63:representative', 'tax-registration': 'BT-32:seller', 'legal-form': 'BT-33:seller',
  endpoint: 'BT-34:seller BT-49:buyer', address: 'BG-5:seller BG-8:buyer BG-12:representative',
  street: 'BT-35:seller BT-50:buyer BT-64:representative BT-75:delivery',
  'address-line': 'BT-36:seller BT-51:buyer BT-65:representative BT-76:delivery BT-162:seller BT-163:buyer BT-164:representative BT-165:delivery',
  town: 'BT-37:seller BT-52:buyer BT-66:representative BT-77:delivery', 'postal-code': 'BT-38:seller BT-53:buyer BT-67:representative BT-78:delivery',
  region: 'BT-39:seller BT-54:buyer BT-68:representative BT-79:delivery', country: 'BT-40:seller BT-55:buyer BT-69:representative BT-80:delivery',
  contact: 'BG-6:seller BT-41:seller BT-56:buyer', telephone: 'BT-42:seller BT-57:buyer', mail: 'BT-43:seller BT-58:buyer',
  delivery: 'BG-13', 'delivery-place': 'BT-71', 'delivery-date': 'BT-72', period: 'BG-14 BT-73 BT-74 BG-26:line BT-134:line BT-135:line',
  payment: 'BG-16', means: 'BT-81 BT-82', 'payment-reference': 'BT-83', account: 'BT-84', 'account-name': 'BT-85', bank: 'BT-86', card: 'BG-18 BT-87', 'card-holder': 'BT-88',
  mandate: 'BG-19 BT-89', 'creditor-id': 'BT-90', 'debited-account': 'BT-91', adjustment: 'BG-20',
  amount: 'BT-92:allowance BT-99:charge BT-136:line-allowance BT-141:line-charge BT-131:line',
  base: 'BT-93:allowance BT-100:charge BT-137:line-allowance BT-142:line-charge', percent: 'BT-94:allowance BT-101:charge',
  'vat-category': 'BT-95:allowance BT-102:charge BT-118 BT-151:line', 'vat-rate': 'BT-119 BT-152:line',
  reason: 'BT-97:allowance BT-98:allowance BT-104:charge BT-105:charge BT-139:line-allowance BT-140:line-allowance BT-144:line-charge BT-145:line-charge',
  'sum-of-lines': 'BT-106', 'sum-of-allowances': 'BT-107', 'sum-of-charges': 'BT-108', net: 'BT-109', vat: 'BT-110', 'vat-other-currency': 'BT-111',
  total: 'BT-112', paid: 'BT-113', rounding: 'BT-114', due: 'BT-115', taxable: 'BT-116', tax: 'BT-117', exemption: 'BT-120 BT-121', breakdown: 'BG-23',
  document: 'BG-24 BT-122 BT-123 BT-124', file: 'BT-125', lines: 'BG-25', 'line-number': 'BT-126', quantity: 'BT-129', unit: 'BT-130', 'order-line': 'BT-132',
  price: 'BT-146', discount: 'BT-147', 'gross-price': 'BT-148', 'base-quantity': 'BT-149 BT-150', item: 'BT-153 BT-154', 'item-number': 'BT-157', classification: 'BT-158',
  origin: 'BT-159', attribute: 'BG-32 BT-160 BT-161',
} as const

export type Term = keyof typeof table

const terms: ReadonlyMap<string, { readonly word: Term; readonly part: Part | null }> = new Map(
  Object.entries(table).flatMap(([word, ids]) =>
    ids.split(' ').map(each => {
      const [id = '', part] = each.split(':')
      return [id, { word: word as Term, part: (part ?? null) as Part | null }] as const
    }),
  ),
)

/** The word for a term of the standard (`BT-37`), and what it is said of. */
export function termOf(id: string): { readonly word: Term; readonly part: Part | null } | null {
  return terms.get(id) ?? null
}

export const termIds: readonly string[] = [...terms.keys()]
