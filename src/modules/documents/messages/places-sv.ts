import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PlacesKeys } from './places-en.ts'

export const placesSv: Messages<PlacesKeys> = {
  'documents.place-papers': 'Ange var papperen ligger',
  'documents.place-back': 'Ange var de låg',
  'documents.note-shredded': 'Förstörda',
  'documents.take-shredding-back': 'Inte förstörda ändå',
  'documents.list-places': 'Pärmar och kartonger',
  'documents.list-papers': 'Pappersoriginal',
  'refusal.paper-not-to-shred': 'Papperet till ”{name}” får inte förstöras ännu (från: {from}).',
  'refusal.paper-not-to-shred.todo': 'Ange först från när det får förstöras.',
  'refusal.paper-held': 'Ett gallringsstopp gäller för ”{name}”: papperet kan behövas som bevis.',
  'refusal.paper-held.todo': 'Behåll papperet tills stoppet hävs.',
  'event.documents.papers-placed': {
    one: '{who} angav var papperet till en handling ligger',
    other: '{who} angav var papperen till {count} handlingar ligger',
  },
  'event.documents.papers-shredded': { one: '{who} förstörde ett papper', other: '{who} förstörde {count} papper' },
  'event.documents.shredding-taken-back': {
    one: '{who} hittade ett papper ändå',
    other: '{who} hittade {count} papper ändå',
  },
  'field.shredFrom': 'Får förstöras från',
  'page.places': 'Var papperen ligger',
  'page.places.empty':
    'Inget papper har någon plats ännu. Välj handlingar i listan och ange i vilken pärm eller kartong de ligger.',
  'page.places.place': 'Plats',
  'page.places.papers': 'Papper',
  'page.places.years': 'Från – till',
  'page.places.shreddable': 'Får förstöras',
  'page.places.shredded': 'Förstört',
  'page.places.label': 'Etikett',
  'page.places.there': 'Ligger där',
  'page.places.held': 'Stoppat',
  'page.places.nothing': 'Här ligger inget.',
}
