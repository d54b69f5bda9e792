import type { Messages } from '../../../../src/kernel/language/catalogue.ts'

export const en = {
  'kind.thing': 'Thing',
  'kind.thing.plural': 'Things',
  'sample.add-thing': 'Add',
  'sample.close-thing': 'Close',
  'sample.reopen-thing': 'Reopen',
  'sample.list-things': 'Things',
  'sample.get-thing': 'Thing',
  'event.sample.thing-added': '{who} added “{title}”',
  'event.sample.thing-closed': '{who} closed “{title}”',
  'event.sample.thing-reopened': '{who} reopened “{title}”',
  'refusal.thing-not-open': '“{title}” is already closed.',
  'refusal.thing-not-open.todo': 'Reopen it first, if it must be changed.',
  'refusal.thing-not-closed': '“{title}” is still open.',
  'refusal.thing-not-closed.todo': 'There is nothing to reopen.',
  'field.title': 'Title',
  'field.note': 'Note',
  'field.state': 'State',
  'choice.state.open': 'Open',
  'choice.state.closed': 'Closed',
} as const satisfies Messages

export type Keys = keyof typeof en
