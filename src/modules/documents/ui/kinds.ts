import type { listDocuments } from '../contract.ts'
import type { OutputOf } from '../../../web/answers.ts'

export type DocumentLine = OutputOf<typeof listDocuments>['rows'][number]
export type Kind = DocumentLine['kind']
export type State = DocumentLine['state']

/** Every kind in the order in which an office meets them; a kind left out here is a type error. */
const everyKind: Readonly<Record<Kind, true>> = {
  bill: true,
  'credit-note': true,
  reminder: true,
  receipt: true,
  contract: true,
  application: true,
  permit: true,
  letter: true,
  'delivery-note': true,
  order: true,
  quote: true,
  statement: true,
  certificate: true,
  report: true,
  minutes: true,
  mail: true,
  advertising: true,
  form: true,
  other: true,
}
export const kinds = Object.keys(everyKind) as readonly Kind[]
