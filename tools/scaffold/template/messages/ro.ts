import type { Messages } from '../../../../src/kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const ro: Messages<Keys> = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Adaugă',
  'sample.close-thing': 'Închide',
  'sample.reopen-thing': 'Redeschide',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} a adăugat „{title}”',
  'event.sample.thing-closed': '{who} a închis „{title}”',
  'event.sample.thing-reopened': '{who} a redeschis „{title}”',
  'refusal.thing-not-open': '„{title}” este deja închis.',
  'refusal.thing-not-open.todo': 'Redeschideți mai întâi, dacă trebuie modificat.',
  'refusal.thing-not-closed': '„{title}” este încă deschis.',
  'refusal.thing-not-closed.todo': 'Nu este nimic de redeschis.',
  'field.title': 'Titlu',
  'field.note': 'Notă',
  'field.state': 'Stare',
  'choice.state.open': 'Deschis',
  'choice.state.closed': 'Închis',
}
