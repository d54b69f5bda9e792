import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PlacesKeys } from './places-en.ts'

export const placesNl: Messages<PlacesKeys> = {
  'documents.place-papers': 'Noteren waar de papieren liggen',
  'documents.place-back': 'Noteren waar ze lagen',
  'documents.note-shredded': 'Versnipperd',
  'documents.take-shredding-back': 'Toch niet versnipperd',
  'documents.list-places': 'Ordners en dozen',
  'documents.list-papers': 'Papieren originelen',
  'refusal.paper-not-to-shred': 'Het papier van ‘{name}’ mag nog niet versnipperd worden (vanaf: {from}).',
  'refusal.paper-not-to-shred.todo': 'Vermeld eerst vanaf wanneer dat mag.',
  'refusal.paper-held': 'Op ‘{name}’ rust een bewaarplicht: het papier kan als bewijs nodig zijn.',
  'refusal.paper-held.todo': 'Bewaar het papier tot de bewaarplicht is opgeheven.',
  'event.documents.papers-placed': {
    one: '{who} noteerde waar het papier van één document ligt',
    other: '{who} noteerde waar de papieren van {count} documenten liggen',
  },
  'event.documents.papers-shredded': {
    one: '{who} versnipperde één papier',
    other: '{who} versnipperde {count} papieren',
  },
  'event.documents.shredding-taken-back': {
    one: '{who} vond één papier toch terug',
    other: '{who} vond {count} papieren toch terug',
  },
  'field.shredFrom': 'Mag versnipperd worden vanaf',
  'page.places': 'Waar de papieren liggen',
  'page.places.empty':
    'Nog geen papier heeft een plaats. Kies documenten in de lijst en vermeld in welke ordner of doos ze liggen.',
  'page.places.place': 'Plaats',
  'page.places.papers': 'Papieren',
  'page.places.years': 'Van – tot',
  'page.places.shreddable': 'Mag versnipperd worden',
  'page.places.shredded': 'Versnipperd',
  'page.places.label': 'Etiket',
  'page.places.there': 'Ligt daar',
  'page.places.held': 'Bewaarplicht',
  'page.places.nothing': 'Hier ligt niets.',
}
