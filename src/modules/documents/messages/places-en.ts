import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of where paper originals lie. */
export const placesEn = {
  'documents.place-papers': 'Note where the papers lie',
  'documents.place-back': 'Note where they lay',
  'documents.note-shredded': 'Shredded',
  'documents.take-shredding-back': 'Not shredded after all',
  'documents.list-places': 'Binders and boxes',
  'documents.list-papers': 'Paper originals',
  'refusal.paper-not-to-shred': 'The paper of “{name}” is not to be shredded yet (from: {from}).',
  'refusal.paper-not-to-shred.todo': 'Say first from when it may be shredded.',
  'refusal.paper-held': 'A hold stands upon “{name}”: its paper may be needed as evidence.',
  'refusal.paper-held.todo': 'Keep the paper until the hold is lifted.',
  'event.documents.papers-placed': {
    one: '{who} noted where the paper of one document lies',
    other: '{who} noted where the papers of {count} documents lie',
  },
  'event.documents.papers-shredded': { one: '{who} shredded one paper', other: '{who} shredded {count} papers' },
  'event.documents.shredding-taken-back': {
    one: '{who} found one paper after all',
    other: '{who} found {count} papers after all',
  },
  'field.shredFrom': 'May be shredded from',
  'page.places': 'Where the papers lie',
  'page.places.empty':
    'No paper has a place yet. Choose documents in their list and say in which binder or box they lie.',
  'page.places.place': 'Place',
  'page.places.papers': 'Papers',
  'page.places.years': 'From – to',
  'page.places.shreddable': 'May be shredded',
  'page.places.shredded': 'Shredded',
  'page.places.label': 'Label',
  'page.places.there': 'Lies there',
  'page.places.held': 'Held',
  'page.places.nothing': 'Nothing lies here.',
} as const satisfies Messages

export type PlacesKeys = keyof typeof placesEn
