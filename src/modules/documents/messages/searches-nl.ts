import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { SearchesKeys } from './searches-en.ts'

export const searchesNl: Messages<SearchesKeys> = {
  'kind.saved-search': 'Bewaarde zoekopdracht',
  'kind.saved-search.plural': 'Bewaarde zoekopdrachten',
  'documents.keep-search': 'Zoekopdracht bewaren',
  'documents.change-search': 'Bewaarde zoekopdracht wijzigen',
  'documents.drop-search': 'Bewaarde zoekopdracht verwijderen',
  'documents.restore-search': 'Bewaarde zoekopdracht terughalen',
  'documents.list-searches': 'Bewaarde zoekopdrachten',
  'done.documents.keep-search': 'Bewaard',
  'refusal.saved-search-not-yours': '“{name}” is door iemand anders gedeeld.',
  'refusal.saved-search-not-yours.todo': 'Bewaar de zoekopdracht onder een eigen naam.',
  'refusal.saved-searches-full': 'U bewaart al {most} zoekopdrachten.',
  'refusal.saved-searches-full.todo': 'Verwijder er een die u niet meer nodig hebt.',
  'event.documents.search-kept': '{who} bewaarde de zoekopdracht “{name}”',
  'event.documents.search-changed': '{who} wijzigde de bewaarde zoekopdracht “{name}”',
  'event.documents.search-dropped': '{who} verwijderde de bewaarde zoekopdracht “{name}”',
  'event.documents.search-restored': '{who} haalde de bewaarde zoekopdracht “{name}” terug',
  'field.documents.shared': 'Delen met het kantoor',
  'field.documents.shared.hint': 'Ieder ziet erin wat hij of zij mag zien.',
  'page.searches.mine': 'van u',
  'page.searches.shared': 'gedeeld door {owner}',
  'page.searches.shared-mine': 'door u gedeeld',
  'page.searches.gone': 'Deze bewaarde zoekopdracht is er niet meer.',
}
