/** SAF-T Financial, Norway, version 1.30 (Skatteetaten); checked against its XSD where the operator has it. */
import { may, must, node, sided } from '../nodes.ts'
import type { Books, BooksRead, BookVatCode } from '../model.ts'
import { readSaft } from './read.ts'
import { type SaftDialect, writeSaft } from './write.ts'

export const saftNoSchema = 'Norwegian_SAF-T_Financial_Schema_v_1.30.xsd'

/** The standard tax codes of sales and of purchases; the rest stand on either side. */
const sales = new Set(['3', '31', '32', '33', '5', '51', '52', '6', '7'])
const purchases = new Set([
  '1',
  '11',
  '12',
  '13',
  '14',
  '15',
  '20',
  '21',
  '22',
  '81',
  '82',
  '83',
  '84',
  '85',
  '86',
  '87',
  '88',
  '89',
  '91',
  '92',
])
const direction = (code: string | null): BookVatCode['direction'] =>
  code !== null && sales.has(code) ? 'sale' : code !== null && purchases.has(code) ? 'purchase' : 'both'

const dialect: SaftDialect = {
  namespace: 'urn:StandardAuditFile-Taxation-Financial:NO',
  version: '1.30',
  country: 'NO',
  headEnd: books => [must('TaxAccountingBasis', 'A'), may('UserID', books.madeBy)],
  // The grouping of the tax form is the accountant's choice; without one it is the two figures of NS 4102.
  account: account => [
    must('GroupingCategory', 'NS4102'),
    must('GroupingCode', account.taxCodes[0] ?? account.number.slice(0, 2), 35),
    must('AccountType', 'GL'),
  ],
  partyBalance: (party, currency) =>
    party.account === null
      ? []
      : [
          node('BalanceAccount', [
            must('AccountID', party.account),
            sided('Opening', 'Balance', party.opening, currency),
            sided('Closing', 'Balance', party.closing, currency),
          ]),
        ],
  taxType: 'MVA',
  taxTypeName: 'Merverdiavgift',
  taxCode: code => [
    must('Description', code.name),
    may('TaxPercentage', code.rate),
    must('Country', 'NO'),
    must('StandardTaxCode', code.standardCode ?? 'NA'),
    must('BaseRate', '100'),
  ],
  line: 'Line',
  always: false,
}

export const writeSaftNo = (books: Books): string => writeSaft(books, dialect)
export const readSaftNo = (bytes: Uint8Array): BooksRead => readSaft(bytes, { country: 'NO', direction })
