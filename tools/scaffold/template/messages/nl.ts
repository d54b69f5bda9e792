import type { Messages } from '../../../../src/kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const nl: Messages<Keys> = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Toevoegen',
  'sample.close-thing': 'Afsluiten',
  'sample.reopen-thing': 'Heropenen',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} heeft ‘{title}’ toegevoegd',
  'event.sample.thing-closed': '{who} heeft ‘{title}’ afgesloten',
  'event.sample.thing-reopened': '{who} heeft ‘{title}’ heropend',
  'refusal.thing-not-open': '‘{title}’ is al afgesloten.',
  'refusal.thing-not-open.todo': 'Heropen dit eerst als er iets moet veranderen.',
  'refusal.thing-not-closed': '‘{title}’ is nog open.',
  'refusal.thing-not-closed.todo': 'Er valt niets te heropenen.',
  'field.title': 'Titel',
  'field.note': 'Notitie',
  'field.state': 'Status',
  'choice.state.open': 'Open',
  'choice.state.closed': 'Afgesloten',
}
