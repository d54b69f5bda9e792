import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OwnKindsKeys } from './own-kinds-en.ts'

export const ownKindsSv: Messages<OwnKindsKeys> = {
  'kind.own-kind': 'Egen typ',
  'kind.own-kind.plural': 'Egna typer',
  'documents.create-own-kind': 'Ny handlingstyp',
  'documents.change-own-kind': 'Ändra typen',
  'documents.list-own-kinds': 'Egna typer',
  'refusal.own-kind-taken': 'Det finns redan en typ ”{name}”.',
  'refusal.own-kind-taken.todo': 'Välj ett annat namn.',
  'refusal.own-kind-not-found': 'Den typen finns inte längre.',
  'refusal.own-kind-not-found.todo': 'Välj någon av dem som erbjuds.',
  'event.documents.own-kind-created': '{who} skapade handlingstypen ”{name}”',
  'event.documents.own-kind-changed': '{who} ändrade handlingstypen ”{name}”',
  'field.documents.create-own-kind.kind': 'Är en sorts',
  'field.documents.create-own-kind.name': 'Namn',
  'field.ownKindId': 'Egen typ',
  'field.documents.create-own-kind.title': 'Uppgiften heter',
  'field.documents.change-own-kind.title': 'Uppgiften heter',
  'field.wants': 'Måste ha',
  'reason.own-kind': 'liknar dem som bekräftats som sådana',
  'read-reason.own-kind': 'orden är de i handlingar som bekräftats som denna typ',
  'page.own-kinds.base': 'Är en sorts',
  'page.own-kinds.known': 'Känns igen',
  'page.own-kinds.learnt': 'på orden',
  'page.own-kinds.learning': 'från tre handlingar',
  'page.own-kinds.empty':
    'Handlingar som ingen typ passar, till exempel besiktningsprotokoll, får en egen typ här. Bekräfta tre som sådana, så föreslår Kontor den för dem som liknar.',
}
