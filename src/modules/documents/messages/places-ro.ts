import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PlacesKeys } from './places-en.ts'

export const placesRo: Messages<PlacesKeys> = {
  'documents.place-papers': 'Notează unde se află hârtiile',
  'documents.place-back': 'Notează unde se aflau',
  'documents.note-shredded': 'Tocate',
  'documents.take-shredding-back': 'Totuși netocate',
  'documents.list-places': 'Bibliorafturi și cutii',
  'documents.list-papers': 'Originale pe hârtie',
  'refusal.paper-not-to-shred': 'Hârtia pentru „{name}” nu poate fi tocată încă (de la: {from}).',
  'refusal.paper-not-to-shred.todo': 'Precizați întâi de când poate fi tocată.',
  'refusal.paper-held': '„{name}” se află sub suspendare: hârtia poate servi ca probă.',
  'refusal.paper-held.todo': 'Păstrați hârtia până la ridicarea suspendării.',
  'event.documents.papers-placed': {
    one: '{who} a notat unde se află hârtia unui document',
    few: '{who} a notat unde se află hârtiile a {count} documente',
    other: '{who} a notat unde se află hârtiile a {count} de documente',
  },
  'event.documents.papers-shredded': {
    one: '{who} a tocat o hârtie',
    few: '{who} a tocat {count} hârtii',
    other: '{who} a tocat {count} de hârtii',
  },
  'event.documents.shredding-taken-back': {
    one: '{who} a regăsit o hârtie',
    few: '{who} a regăsit {count} hârtii',
    other: '{who} a regăsit {count} de hârtii',
  },
  'field.shredFrom': 'Poate fi tocată de la',
  'page.places': 'Unde se află hârtiile',
  'page.places.empty':
    'Nicio hârtie nu are încă un loc. Alegeți documente din listă și precizați bibliorafturile sau cutiile.',
  'page.places.place': 'Loc',
  'page.places.papers': 'Hârtii',
  'page.places.years': 'De la – până la',
  'page.places.shreddable': 'Se pot toca',
  'page.places.shredded': 'Tocată',
  'page.places.label': 'Etichetă',
  'page.places.there': 'Se află acolo',
  'page.places.held': 'Suspendat',
  'page.places.nothing': 'Aici nu se află nimic.',
}
