import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OwnKindsKeys } from './own-kinds-en.ts'

export const ownKindsRo: Messages<OwnKindsKeys> = {
  'kind.own-kind': 'Tip propriu',
  'kind.own-kind.plural': 'Tipuri proprii',
  'documents.create-own-kind': 'Tip nou de document',
  'documents.change-own-kind': 'Modifică tipul',
  'documents.list-own-kinds': 'Tipuri proprii',
  'refusal.own-kind-taken': 'Există deja un tip „{name}”.',
  'refusal.own-kind-taken.todo': 'Alegeți alt nume.',
  'refusal.own-kind-not-found': 'Tipul acela nu mai există.',
  'refusal.own-kind-not-found.todo': 'Alegeți unul dintre cele oferite.',
  'event.documents.own-kind-created': '{who} a creat tipul de document „{name}”',
  'event.documents.own-kind-changed': '{who} a modificat tipul de document „{name}”',
  'field.documents.create-own-kind.kind': 'Este un fel de',
  'field.documents.create-own-kind.name': 'Nume',
  'field.ownKindId': 'Tip propriu',
  'field.documents.create-own-kind.title': 'Sarcina se numește',
  'field.documents.change-own-kind.title': 'Sarcina se numește',
  'field.wants': 'Trebuie să aibă',
  'reason.own-kind': 'seamănă cu cele confirmate astfel',
  'read-reason.own-kind': 'cuvintele sunt cele din documentele confirmate ca acest tip',
  'page.own-kinds.base': 'Este un fel de',
  'page.own-kinds.known': 'Este recunoscut',
  'page.own-kinds.learnt': 'după cuvinte',
  'page.own-kinds.learning': 'de la trei documente',
  'page.own-kinds.empty':
    'Documentele cărora nu li se potrivește niciun tip, precum rapoartele de expertiză, primesc aici un tip propriu. Confirmați trei astfel și Kontor îl propune pentru cele asemănătoare.',
}
