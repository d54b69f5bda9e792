import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OwnKindsKeys } from './own-kinds-en.ts'

export const ownKindsNl: Messages<OwnKindsKeys> = {
  'kind.own-kind': 'Eigen soort',
  'kind.own-kind.plural': 'Eigen soorten',
  'documents.create-own-kind': 'Nieuwe soort stuk',
  'documents.change-own-kind': 'Soort wijzigen',
  'documents.list-own-kinds': 'Eigen soorten',
  'refusal.own-kind-taken': 'Er is al een soort “{name}”.',
  'refusal.own-kind-taken.todo': 'Kies een andere naam.',
  'refusal.own-kind-not-found': 'Die soort is er niet meer.',
  'refusal.own-kind-not-found.todo': 'Kies er een van de lijst.',
  'event.documents.own-kind-created': '{who} maakte de soort “{name}”',
  'event.documents.own-kind-changed': '{who} wijzigde de soort “{name}”',
  'field.documents.create-own-kind.kind': 'Valt onder',
  'field.documents.create-own-kind.name': 'Naam',
  'field.ownKindId': 'Eigen soort',
  'field.documents.create-own-kind.title': 'De taak heet',
  'field.documents.change-own-kind.title': 'De taak heet',
  'field.wants': 'Moet hebben',
  'reason.own-kind': 'lijkt op wat zo is bevestigd',
  'read-reason.own-kind': 'de woorden zijn die van stukken die zo zijn bevestigd',
  'page.own-kinds.base': 'Valt onder',
  'page.own-kinds.known': 'Wordt herkend',
  'page.own-kinds.learnt': 'aan de woorden',
  'page.own-kinds.learning': 'vanaf drie stukken',
  'page.own-kinds.empty':
    'Stukken waar geen soort bij past, zoals keuringsrapporten, krijgen hier een eigen soort. Bevestig er drie, en Kontor stelt haar voor bij wat erop lijkt.',
}
