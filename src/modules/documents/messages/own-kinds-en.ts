import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of kinds of paper of the office’s own. */
export const ownKindsEn = {
  'kind.own-kind': 'Own kind',
  'kind.own-kind.plural': 'Own kinds',
  'documents.create-own-kind': 'New kind of paper',
  'documents.change-own-kind': 'Change the kind',
  'documents.list-own-kinds': 'Own kinds',
  'refusal.own-kind-taken': 'There is a kind “{name}” already.',
  'refusal.own-kind-taken.todo': 'Choose another name.',
  'refusal.own-kind-not-found': 'That kind is not here any more.',
  'refusal.own-kind-not-found.todo': 'Choose one of those offered.',
  'event.documents.own-kind-created': '{who} made the kind of paper “{name}”',
  'event.documents.own-kind-changed': '{who} changed the kind of paper “{name}”',
  'field.documents.create-own-kind.kind': 'Is one of',
  'field.documents.create-own-kind.name': 'Name',
  'field.ownKindId': 'Own kind',
  'field.documents.create-own-kind.title': 'The task is called',
  'field.documents.change-own-kind.title': 'The task is called',
  'field.wants': 'Must have',
  'reason.own-kind': 'looks like those confirmed as such',
  'read-reason.own-kind': 'its words are those of papers confirmed as this kind',
  'page.own-kinds.base': 'Is one of',
  'page.own-kinds.known': 'Known again',
  'page.own-kinds.learnt': 'by its words',
  'page.own-kinds.learning': 'from three papers on',
  'page.own-kinds.empty':
    'Papers that no kind fits, such as inspection reports, get a kind of your own here. Confirm three as such, and Kontor proposes it for those alike.',
} as const satisfies Messages

export type OwnKindsKeys = keyof typeof ownKindsEn
