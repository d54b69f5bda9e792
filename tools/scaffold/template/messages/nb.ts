import type { Messages } from '../../../../src/kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nb: Messages<Keys> = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Legg til',
  'sample.close-thing': 'Avslutt',
  'sample.reopen-thing': 'Åpne igjen',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} la til «{title}»',
  'event.sample.thing-closed': '{who} avsluttet «{title}»',
  'event.sample.thing-reopened': '{who} åpnet «{title}» igjen',
  'refusal.thing-not-open': '«{title}» er allerede avsluttet.',
  'refusal.thing-not-open.todo': 'Åpne den igjen først hvis den skal endres.',
  'refusal.thing-not-closed': '«{title}» er fortsatt åpen.',
  'refusal.thing-not-closed.todo': 'Det er ingenting å åpne igjen.',
  'field.title': 'Tittel',
  'field.note': 'Merknad',
  'field.state': 'Status',
  'choice.state.open': 'Åpen',
  'choice.state.closed': 'Avsluttet',
}
