import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { SearchesKeys } from './searches-en.ts'

export const searchesNb: Messages<SearchesKeys> = {
  'kind.saved-search': 'Lagret søk',
  'kind.saved-search.plural': 'Lagrede søk',
  'documents.keep-search': 'Lagre søket',
  'documents.change-search': 'Endre lagret søk',
  'documents.drop-search': 'Fjern lagret søk',
  'documents.restore-search': 'Hent lagret søk tilbake',
  'documents.list-searches': 'Lagrede søk',
  'done.documents.keep-search': 'Lagret',
  'refusal.saved-search-not-yours': '«{name}» er delt av noen andre.',
  'refusal.saved-search-not-yours.todo': 'Lagre søket under et eget navn.',
  'refusal.saved-searches-full': 'Du har allerede {most} lagrede søk.',
  'refusal.saved-searches-full.todo': 'Fjern ett du ikke lenger trenger.',
  'event.documents.search-kept': '{who} lagret søket «{name}»',
  'event.documents.search-changed': '{who} endret det lagrede søket «{name}»',
  'event.documents.search-dropped': '{who} fjernet det lagrede søket «{name}»',
  'event.documents.search-restored': '{who} hentet det lagrede søket «{name}» tilbake',
  'field.documents.shared': 'Del med kontoret',
  'field.documents.shared.hint': 'Alle ser i det det de har lov til å se.',
  'page.searches.mine': 'din',
  'page.searches.shared': 'delt av {owner}',
  'page.searches.shared-mine': 'delt av deg',
  'page.searches.gone': 'Det lagrede søket finnes ikke lenger.',
}
