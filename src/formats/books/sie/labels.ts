/** Every record of the SIE text, version 4C: which fields it has, in order, and in which types of file it may stand. */
import { readAmount, readDay } from '../amounts.ts'
import { BooksFault } from '../model.ts'
import type { SieField, SieRecord } from './lines.ts'

type FieldKind = 'text' | 'whole' | 'day' | 'month' | 'amount' | 'quantity' | 'account' | 'objects' | 'year'

interface LabelRule {
  readonly what: string
  readonly fields: readonly FieldKind[]
  /** How many of them must be there. */
  readonly needed: number
  readonly inside?: 'VER'
}

export const sieLabels: Readonly<Record<string, LabelRule>> = {
  FLAGGA: { what: 'whether the file has been read', fields: ['whole'], needed: 0 },
  PROGRAM: { what: 'program and version that wrote it', fields: ['text', 'text'], needed: 0 },
  FORMAT: { what: 'character set, PC8 alone', fields: ['text'], needed: 0 },
  GEN: { what: 'when and by whom it was written', fields: ['day', 'text'], needed: 0 },
  SIETYP: {
    what: 'type of file: 1 year balances, 2 period balances, 3 objects, 4 vouchers',
    fields: ['whole'],
    needed: 0,
  },
  PROSA: { what: 'a comment', fields: ['text'], needed: 0 },
  FTYP: { what: 'legal form', fields: ['text'], needed: 0 },
  FNR: { what: "the program's own id of the company", fields: ['text'], needed: 0 },
  ORGNR: { what: 'registration number', fields: ['text', 'whole', 'whole'], needed: 0 },
  BKOD: { what: 'line of business', fields: ['text'], needed: 0 },
  ADRESS: { what: 'contact, street, postal town, telephone', fields: ['text', 'text', 'text', 'text'], needed: 0 },
  FNAMN: { what: 'name of the company', fields: ['text'], needed: 0 },
  RAR: { what: 'a financial year', fields: ['year', 'day', 'day'], needed: 3 },
  TAXAR: { what: 'year of taxation', fields: ['whole'], needed: 0 },
  OMFATTN: { what: 'until which day period balances go', fields: ['day'], needed: 0 },
  KPTYP: { what: 'type of chart of accounts', fields: ['text'], needed: 0 },
  VALUTA: { what: 'currency of the books', fields: ['text'], needed: 0 },
  KONTO: { what: 'an account', fields: ['account', 'text'], needed: 1 },
  KTYP: { what: 'its type: T asset, S debt, K cost, I income', fields: ['account', 'text'], needed: 1 },
  ENHET: { what: 'unit of its quantities', fields: ['account', 'text'], needed: 1 },
  SRU: { what: 'its code in the tax form', fields: ['account', 'text'], needed: 1 },
  DIM: { what: 'a dimension', fields: ['whole', 'text'], needed: 2 },
  UNDERDIM: { what: 'a dimension beneath another', fields: ['whole', 'text', 'whole'], needed: 3 },
  OBJEKT: { what: 'a value of a dimension', fields: ['whole', 'text', 'text'], needed: 2 },
  IB: { what: 'opening balance', fields: ['year', 'account', 'amount', 'quantity'], needed: 3 },
  UB: { what: 'closing balance', fields: ['year', 'account', 'amount', 'quantity'], needed: 3 },
  OIB: {
    what: 'opening balance of an object',
    fields: ['year', 'account', 'objects', 'amount', 'quantity'],
    needed: 4,
  },
  OUB: {
    what: 'closing balance of an object',
    fields: ['year', 'account', 'objects', 'amount', 'quantity'],
    needed: 4,
  },
  RES: { what: 'result of an account', fields: ['year', 'account', 'amount', 'quantity'], needed: 3 },
  PSALDO: {
    what: "a month's change",
    fields: ['year', 'month', 'account', 'objects', 'amount', 'quantity'],
    needed: 5,
  },
  PBUDGET: {
    what: "a month's budget",
    fields: ['year', 'month', 'account', 'objects', 'amount', 'quantity'],
    needed: 5,
  },
  VER: { what: 'a voucher', fields: ['text', 'text', 'day', 'text', 'day', 'text'], needed: 3 },
  TRANS: {
    what: 'a line of a voucher',
    fields: ['account', 'objects', 'amount', 'day', 'text', 'quantity', 'text'],
    needed: 3,
    inside: 'VER',
  },
  RTRANS: {
    what: 'a line added later',
    fields: ['account', 'objects', 'amount', 'day', 'text', 'quantity', 'text'],
    needed: 3,
    inside: 'VER',
  },
  BTRANS: {
    what: 'a line struck out later',
    fields: ['account', 'objects', 'amount', 'day', 'text', 'quantity', 'text'],
    needed: 3,
    inside: 'VER',
  },
  KSUMMA: { what: 'begin and value of the check sum', fields: ['text'], needed: 0 },
}

/** The fields of a record, tried against its rule; a label that nobody knows is left alone, as the format asks. */
export function checkRecord(record: SieRecord, inside: string | null): void {
  const rule = sieLabels[record.label]
  if (!rule) return
  if ((rule.inside ?? null) !== inside) throw new BooksFault('label-misplaced', record.line, { label: record.label })
  if (record.fields.length < rule.needed) throw new BooksFault('field-missing', record.line, { label: record.label })
  rule.fields.forEach((kind, at) => {
    const field = record.fields[at]
    if (field !== undefined) checkField(kind, field, at < rule.needed, record)
  })
  for (const inner of record.records) checkRecord(inner, record.label)
}

function checkField(kind: FieldKind, field: SieField, needed: boolean, { line, label }: SieRecord): void {
  if ((kind === 'objects') !== (typeof field !== 'string')) throw new BooksFault('field-wrong', line, { label })
  if (typeof field !== 'string') {
    if (field.length % 2 !== 0) throw new BooksFault('objects-unpaired', line, { label })
    return
  }
  if (field === '' && !needed) return
  if (kind === 'day') readDay(field, line)
  else if (kind === 'month') readDay(`${field}01`, line)
  else if (kind === 'amount') readAmount(field, 'SEK', line)
  else if (kind === 'quantity' && !/^-?\d{1,12}([.,]\d{1,8})?$/.test(field))
    throw new BooksFault('quantity-wrong', line, { value: field })
  else if (kind === 'account' && !/^\w{1,16}$/.test(field))
    throw new BooksFault('account-wrong', line, { value: field })
  else if (kind === 'year' && !/^-?\d{1,2}$/.test(field)) throw new BooksFault('year-wrong', line, { value: field })
  else if (kind === 'whole' && !/^\d{1,10}$/.test(field)) throw new BooksFault('number-wrong', line, { label })
}
