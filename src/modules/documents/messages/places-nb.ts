import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PlacesKeys } from './places-en.ts'

export const placesNb: Messages<PlacesKeys> = {
  'documents.place-papers': 'Noter hvor papirene ligger',
  'documents.place-back': 'Noter hvor de lå',
  'documents.note-shredded': 'Makulert',
  'documents.take-shredding-back': 'Ikke makulert likevel',
  'documents.list-places': 'Permer og esker',
  'documents.list-papers': 'Papiroriginaler',
  'refusal.paper-not-to-shred': 'Papiret til «{name}» kan ikke makuleres ennå (fra: {from}).',
  'refusal.paper-not-to-shred.todo': 'Oppgi først fra når det kan makuleres.',
  'refusal.paper-held': 'Et kassasjonsstopp gjelder «{name}»: papiret kan trenges som bevis.',
  'refusal.paper-held.todo': 'Behold papiret til stoppet oppheves.',
  'event.documents.papers-placed': {
    one: '{who} noterte hvor papiret til ett dokument ligger',
    other: '{who} noterte hvor papirene til {count} dokumenter ligger',
  },
  'event.documents.papers-shredded': { one: '{who} makulerte ett papir', other: '{who} makulerte {count} papirer' },
  'event.documents.shredding-taken-back': {
    one: '{who} fant ett papir likevel',
    other: '{who} fant {count} papirer likevel',
  },
  'field.shredFrom': 'Kan makuleres fra',
  'page.places': 'Hvor papirene ligger',
  'page.places.empty':
    'Ingen papirer har noen plass ennå. Velg dokumenter i listen og oppgi hvilken perm eller eske de ligger i.',
  'page.places.place': 'Plass',
  'page.places.papers': 'Papirer',
  'page.places.years': 'Fra – til',
  'page.places.shreddable': 'Kan makuleres',
  'page.places.shredded': 'Makulert',
  'page.places.label': 'Etikett',
  'page.places.there': 'Ligger der',
  'page.places.held': 'Stoppet',
  'page.places.nothing': 'Her ligger ingenting.',
}
