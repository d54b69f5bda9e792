import type { LanguageWords } from './words.ts'

export const nl: LanguageWords = {
  keys: {
    name: 'Sleutel',
    plural: 'Sleutels',
    description: 'Wie welke sleutel heeft, en tot wanneer.',
    fields: ['Nummer', 'Past op', 'Houder', 'Uitgegeven op', 'Terug op', 'Opmerking'],
  },
  gifts: {
    name: 'Geschenk',
    plural: 'Geschenken',
    description: 'Ontvangen en gegeven geschenken en uitnodigingen.',
    fields: ['Wat', 'Richting', 'Van of aan', 'Waarde', 'Datum', 'Aanleiding', 'Besluit', 'Opmerking'],
    options: [
      ['Ontvangen', 'Gegeven'],
      ['Gehouden', 'Teruggegeven', 'Gedeeld op kantoor', 'Geweigerd'],
    ],
  },
  contracts: {
    name: 'Contract',
    plural: 'Contracten',
    description:
      'Overeenkomsten met hun voorwaarden; wie ervoor verantwoordelijk is, krijgt een herinnering voordat moet worden opgezegd.',
    fields: [
      'Onderwerp',
      'Wederpartij',
      'Document',
      'Begint op',
      'Eindigt op',
      'Opzegtermijn',
      'Opzeggen vóór',
      'Dagen tot opzegging',
      'Stilzwijgende verlenging',
      'Kosten per jaar',
      'Opmerking',
    ],
  },
  'access-cards': {
    name: 'Toegangspas',
    plural: 'Toegangspassen',
    description: 'Passen en tags voor het pand.',
    fields: ['Pasnummer', 'Houder', 'Toegang', 'Uitgegeven op', 'Geldig tot', 'Ingeleverd'],
    options: [['Kantooruren', 'Altijd', 'Bezoeker']],
  },
  vehicles: {
    name: 'Voertuig',
    plural: 'Voertuigen',
    description: "Auto's en fietsen met keuring, verzekering en lease.",
    fields: [
      'Kenteken',
      'Merk en model',
      'Bestuurder',
      'Eerste toelating',
      'Leeftijd',
      'Keuring vóór',
      'Verzekerd tot',
      'Lease eindigt op',
      'Kilometerstand',
    ],
  },
}
