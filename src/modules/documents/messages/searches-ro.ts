import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { SearchesKeys } from './searches-en.ts'

export const searchesRo: Messages<SearchesKeys> = {
  'kind.saved-search': 'Căutare salvată',
  'kind.saved-search.plural': 'Căutări salvate',
  'documents.keep-search': 'Salvează căutarea',
  'documents.change-search': 'Modifică căutarea salvată',
  'documents.drop-search': 'Șterge căutarea salvată',
  'documents.restore-search': 'Readu căutarea salvată',
  'documents.list-searches': 'Căutări salvate',
  'done.documents.keep-search': 'Salvată',
  'refusal.saved-search-not-yours': '„{name}” a fost partajată de altcineva.',
  'refusal.saved-search-not-yours.todo': 'Salvați căutarea sub un nume propriu.',
  'refusal.saved-searches-full': 'Aveți deja {most} căutări salvate.',
  'refusal.saved-searches-full.todo': 'Ștergeți una de care nu mai aveți nevoie.',
  'event.documents.search-kept': '{who} a salvat căutarea „{name}”',
  'event.documents.search-changed': '{who} a modificat căutarea salvată „{name}”',
  'event.documents.search-dropped': '{who} a șters căutarea salvată „{name}”',
  'event.documents.search-restored': '{who} a readus căutarea salvată „{name}”',
  'field.documents.shared': 'Partajează cu biroul',
  'field.documents.shared.hint': 'Fiecare vede în ea ce are voie să vadă.',
  'page.searches.mine': 'a dumneavoastră',
  'page.searches.shared': 'partajată de {owner}',
  'page.searches.shared-mine': 'partajată de dumneavoastră',
  'page.searches.gone': 'Căutarea salvată nu mai există.',
}
