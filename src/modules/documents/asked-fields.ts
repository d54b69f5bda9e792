/** Which fields are asked of a paper of each kind when it is confirmed, in the order of a person's eye. */
import type { DocumentKind, FieldName } from './contract/words.ts'

interface Asked {
  /** Without these it is not known what the paper says. */
  readonly needed: readonly FieldName[]
  /** Shown too; where one was read and is doubtful, the paper is doubtful. */
  readonly also: readonly FieldName[]
}

const paying: readonly FieldName[] = ['iban', 'account', 'bic', 'reference']
const plain: Asked = { needed: [], also: ['senderName', 'addressee', 'subject', 'issuedOn'] }
const fromSomebody: Asked = { needed: ['senderName'], also: ['addressee', 'subject', 'number', 'issuedOn'] }

const asked: Readonly<Record<DocumentKind, Asked>> = {
  bill: {
    needed: ['senderName', 'number', 'issuedOn', 'dueOn', 'currency', 'total'],
    also: ['net', 'vat', ...paying, 'orderNumber', 'periodFrom', 'periodTo', 'addressee'],
  },
  'credit-note': {
    needed: ['senderName', 'number', 'issuedOn', 'currency', 'total'],
    also: ['net', 'vat', 'reference', 'orderNumber', 'addressee'],
  },
  reminder: {
    needed: ['senderName', 'dueOn', 'currency', 'total'],
    also: ['number', 'issuedOn', ...paying, 'addressee'],
  },
  receipt: { needed: ['senderName', 'issuedOn', 'currency', 'total'], also: ['net', 'vat', 'number'] },
  contract: {
    needed: ['senderName'],
    also: ['addressee', 'subject', 'number', 'issuedOn', 'periodFrom', 'validUntil'],
  },
  application: { needed: ['senderName'], also: ['addressee', 'subject', 'issuedOn'] },
  permit: { needed: ['senderName', 'validUntil'], also: ['number', 'issuedOn', 'subject', 'addressee'] },
  letter: { ...fromSomebody, also: [...fromSomebody.also, 'dueOn'] },
  'delivery-note': { needed: ['senderName'], also: ['number', 'orderNumber', 'issuedOn'] },
  order: { needed: ['senderName', 'number'], also: ['issuedOn', 'currency', 'total', 'orderNumber'] },
  quote: { needed: ['senderName'], also: ['number', 'issuedOn', 'validUntil', 'currency', 'total'] },
  statement: {
    needed: ['senderName'],
    also: ['number', 'periodFrom', 'periodTo', 'iban', 'account', 'currency', 'total'],
  },
  certificate: { needed: ['senderName'], also: ['number', 'issuedOn', 'validUntil', 'subject'] },
  report: { ...plain, also: [...plain.also, 'periodFrom', 'periodTo'] },
  minutes: { ...plain, needed: ['issuedOn'], also: ['subject', 'senderName', 'addressee'] },
  mail: plain,
  advertising: plain,
  form: fromSomebody,
  other: plain,
}

export function askedFields(kind: DocumentKind): Asked {
  return asked[kind]
}

/** Kinds by which money leaves or comes back: a sender whom nobody knows is a doubt of its own there. */
export const moneyKinds: ReadonlySet<DocumentKind> = new Set(['bill', 'credit-note', 'reminder'])

/** What is asked, the needed ones first, with what a kind of the office's own wants besides. */
export function askedOf(
  needed: readonly FieldName[],
  also: readonly FieldName[],
  wants: readonly FieldName[] = [],
): { name: FieldName; needed: boolean }[] {
  const must = [...new Set([...needed, ...wants])]
  return [
    ...must.map(name => ({ name, needed: true })),
    ...also.filter(name => !must.includes(name)).map(name => ({ name, needed: false })),
  ]
}
