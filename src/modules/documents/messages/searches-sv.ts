import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { SearchesKeys } from './searches-en.ts'

export const searchesSv: Messages<SearchesKeys> = {
  'kind.saved-search': 'Sparad sökning',
  'kind.saved-search.plural': 'Sparade sökningar',
  'documents.keep-search': 'Spara sökningen',
  'documents.change-search': 'Ändra sparad sökning',
  'documents.drop-search': 'Ta bort sparad sökning',
  'documents.restore-search': 'Återställ sparad sökning',
  'documents.list-searches': 'Sparade sökningar',
  'done.documents.keep-search': 'Sparad',
  'refusal.saved-search-not-yours': '”{name}” har delats av någon annan.',
  'refusal.saved-search-not-yours.todo': 'Spara sökningen under ett eget namn.',
  'refusal.saved-searches-full': 'Du har redan {most} sparade sökningar.',
  'refusal.saved-searches-full.todo': 'Ta bort någon som du inte längre behöver.',
  'event.documents.search-kept': '{who} sparade sökningen ”{name}”',
  'event.documents.search-changed': '{who} ändrade den sparade sökningen ”{name}”',
  'event.documents.search-dropped': '{who} tog bort den sparade sökningen ”{name}”',
  'event.documents.search-restored': '{who} återställde den sparade sökningen ”{name}”',
  'field.documents.shared': 'Dela med kontoret',
  'field.documents.shared.hint': 'Var och en ser i den det hen får se.',
  'page.searches.mine': 'din',
  'page.searches.shared': 'delad av {owner}',
  'page.searches.shared-mine': 'delad av dig',
  'page.searches.gone': 'Den sparade sökningen finns inte längre.',
}
