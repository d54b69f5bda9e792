/**
 * D406, the Romanian SAF-T (ANAF, namespace version 1): accounts, parties, taxes and entries. Its schema is not at hand here, so that
 * own rules check it and ANAF's validator has the last word; stocks, assets and payments are not Kontor's and are not in it.
 */
import { may, must, sided } from '../nodes.ts'
import type { Books, BooksRead, BookVatCode } from '../model.ts'
import { readSaft } from './read.ts'
import { type SaftDialect, writeSaft } from './write.ts'

const account: Readonly<Record<string, string>> = {
  asset: 'Activ',
  cost: 'Activ',
  liability: 'Pasiv',
  equity: 'Pasiv',
  income: 'Pasiv',
}
/** The file does not say on which side of trade a code stands. */
const direction = (): BookVatCode['direction'] => 'both'

const dialect: SaftDialect = {
  namespace: 'mfp:anaf:dgti:d406:declaratie:v1',
  version: '2.4.8',
  country: 'RO',
  headEnd: books => [
    // L: monthly, T: quarterly
    must('HeaderComment', monthsOf(books) > 1 ? 'T' : 'L'),
    must('SegmentIndex', '1'),
    must('TotalSegmentsInsequence', '1'),
    must('TaxAccountingBasis', 'A'),
    may('UserID', books.madeBy),
  ],
  account: one => [
    must('StandardAccountID', one.taxCodes[0] ?? one.number, 35),
    must('AccountType', one.type ? account[one.type]! : 'Bifunctional'),
  ],
  partyBalance: (party, currency) => [
    must('AccountID', party.account ?? (party.side === 'customer' ? '4111' : '401')),
    sided('Opening', 'Balance', party.opening, currency),
    sided('Closing', 'Balance', party.closing, currency),
  ],
  taxType: '300',
  taxTypeName: 'TVA',
  taxCode: code => [
    must('Description', code.name),
    may('TaxPercentage', code.rate),
    must('BaseRate', '100'),
    must('Country', 'RO'),
  ],
  line: 'TransactionLine',
  always: true,
}

function monthsOf({ span }: Books): number {
  if (!span) return 1
  return Temporal.PlainDate.from(span.from).until(Temporal.PlainDate.from(span.to).add({ days: 1 }), {
    largestUnit: 'months',
  }).months
}

export const writeD406 = (books: Books): string => writeSaft(books, dialect)
export const readD406 = (bytes: Uint8Array): BooksRead => readSaft(bytes, { country: 'RO', direction })
