import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { SearchesKeys } from './searches-en.ts'

export const searchesPt: Messages<SearchesKeys> = {
  'kind.saved-search': 'Pesquisa guardada',
  'kind.saved-search.plural': 'Pesquisas guardadas',
  'documents.keep-search': 'Guardar a pesquisa',
  'documents.change-search': 'Alterar a pesquisa guardada',
  'documents.drop-search': 'Retirar a pesquisa guardada',
  'documents.restore-search': 'Repor a pesquisa guardada',
  'documents.list-searches': 'Pesquisas guardadas',
  'done.documents.keep-search': 'Guardada',
  'refusal.saved-search-not-yours': '«{name}» foi partilhada por outra pessoa.',
  'refusal.saved-search-not-yours.todo': 'Guarde a pesquisa com um nome seu.',
  'refusal.saved-searches-full': 'Já tem {most} pesquisas guardadas.',
  'refusal.saved-searches-full.todo': 'Retire uma de que já não precise.',
  'event.documents.search-kept': '{who} guardou a pesquisa «{name}»',
  'event.documents.search-changed': '{who} alterou a pesquisa guardada «{name}»',
  'event.documents.search-dropped': '{who} retirou a pesquisa guardada «{name}»',
  'event.documents.search-restored': '{who} repôs a pesquisa guardada «{name}»',
  'field.documents.shared': 'Partilhar com o escritório',
  'field.documents.shared.hint': 'Cada um vê nela o que pode ver.',
  'page.searches.mine': 'sua',
  'page.searches.shared': 'partilhada por {owner}',
  'page.searches.shared-mine': 'partilhada por si',
  'page.searches.gone': 'Esta pesquisa guardada já não existe.',
}
