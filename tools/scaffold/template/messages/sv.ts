import type { Messages } from '../../../../src/kernel/language/catalogue.ts'
import type { Keys } from './en.ts'

export const sv: Messages<Keys> = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Lägg till',
  'sample.close-thing': 'Avsluta',
  'sample.reopen-thing': 'Öppna igen',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} lade till ”{title}”',
  'event.sample.thing-closed': '{who} avslutade ”{title}”',
  'event.sample.thing-reopened': '{who} öppnade ”{title}” igen',
  'refusal.thing-not-open': '”{title}” är redan avslutad.',
  'refusal.thing-not-open.todo': 'Öppna den igen först om den ska ändras.',
  'refusal.thing-not-closed': '”{title}” är fortfarande öppen.',
  'refusal.thing-not-closed.todo': 'Det finns inget att öppna igen.',
  'field.title': 'Rubrik',
  'field.note': 'Anteckning',
  'field.state': 'Status',
  'choice.state.open': 'Öppen',
  'choice.state.closed': 'Avslutad',
}
