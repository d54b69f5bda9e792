import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { PlacesKeys } from './places-en.ts'

export const placesPt: Messages<PlacesKeys> = {
  'documents.place-papers': 'Registar onde estão os papéis',
  'documents.place-back': 'Registar onde estavam',
  'documents.note-shredded': 'Destruídos',
  'documents.take-shredding-back': 'Afinal não destruídos',
  'documents.list-places': 'Pastas e caixas',
  'documents.list-papers': 'Originais em papel',
  'refusal.paper-not-to-shred': 'O papel de “{name}” ainda não pode ser destruído (a partir de: {from}).',
  'refusal.paper-not-to-shred.todo': 'Indique primeiro a partir de quando pode ser destruído.',
  'refusal.paper-held': '“{name}” está sob suspensão: o papel pode ser necessário como prova.',
  'refusal.paper-held.todo': 'Guarde o papel até ao levantamento da suspensão.',
  'event.documents.papers-placed': {
    one: '{who} registou onde está o papel de um documento',
    other: '{who} registou onde estão os papéis de {count} documentos',
  },
  'event.documents.papers-shredded': { one: '{who} destruiu um papel', other: '{who} destruiu {count} papéis' },
  'event.documents.shredding-taken-back': {
    one: '{who} encontrou afinal um papel',
    other: '{who} encontrou afinal {count} papéis',
  },
  'field.shredFrom': 'Pode ser destruído a partir de',
  'page.places': 'Onde estão os papéis',
  'page.places.empty': 'Nenhum papel tem ainda lugar. Escolha documentos na lista e indique a pasta ou caixa.',
  'page.places.place': 'Lugar',
  'page.places.papers': 'Papéis',
  'page.places.years': 'De – até',
  'page.places.shreddable': 'Podem ser destruídos',
  'page.places.shredded': 'Destruído',
  'page.places.label': 'Etiqueta',
  'page.places.there': 'Está lá',
  'page.places.held': 'Suspenso',
  'page.places.nothing': 'Aqui não há nada.',
}
