import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of searches kept as folders. */
export const searchesEn = {
  'kind.saved-search': 'Saved search',
  'kind.saved-search.plural': 'Saved searches',
  'documents.keep-search': 'Keep the search',
  'documents.change-search': 'Change the saved search',
  'documents.drop-search': 'Take the saved search away',
  'documents.restore-search': 'Bring the saved search back',
  'documents.list-searches': 'Saved searches',
  'done.documents.keep-search': 'Kept',
  'refusal.saved-search-not-yours': '“{name}” was shared by somebody else.',
  'refusal.saved-search-not-yours.todo': 'Keep the search under a name of your own.',
  'refusal.saved-searches-full': 'You keep {most} searches already.',
  'refusal.saved-searches-full.todo': 'Take one away that you no longer need.',
  'event.documents.search-kept': '{who} kept the search “{name}”',
  'event.documents.search-changed': '{who} changed the saved search “{name}”',
  'event.documents.search-dropped': '{who} took the saved search “{name}” away',
  'event.documents.search-restored': '{who} brought the saved search “{name}” back',
  'field.documents.shared': 'Share with the office',
  'field.documents.shared.hint': 'Everybody finds in it what they may see.',
  'page.searches.mine': 'yours',
  'page.searches.shared': 'shared by {owner}',
  'page.searches.shared-mine': 'shared by you',
  'page.searches.gone': 'This saved search is no longer there.',
} as const satisfies Messages

export type SearchesKeys = keyof typeof searchesEn
