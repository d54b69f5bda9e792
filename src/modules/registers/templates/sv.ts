import type { LanguageWords } from './words.ts'

export const sv: LanguageWords = {
  keys: {
    name: 'Nyckel',
    plural: 'Nycklar',
    description: 'Vem som har vilken nyckel, och till när.',
    fields: ['Nummer', 'Går till', 'Innehavare', 'Utlämnad', 'Åter senast', 'Anteckning'],
  },
  gifts: {
    name: 'Gåva',
    plural: 'Gåvor',
    description: 'Gåvor och inbjudningar, mottagna och givna.',
    fields: ['Vad', 'Riktning', 'Från eller till', 'Värde', 'Datum', 'Tillfälle', 'Beslut', 'Anteckning'],
    options: [
      ['Mottagen', 'Given'],
      ['Behållen', 'Återlämnad', 'Delad på kontoret', 'Avböjd'],
    ],
  },
  contracts: {
    name: 'Avtal',
    plural: 'Avtal',
    description: 'Avtal med sina villkor; den ansvariga påminns innan uppsägning måste ske.',
    fields: [
      'Avser',
      'Motpart',
      'Handling',
      'Börjar',
      'Upphör',
      'Uppsägningstid',
      'Säg upp senast',
      'Dagar till uppsägning',
      'Förlängs automatiskt',
      'Kostnad per år',
      'Anteckning',
    ],
  },
  'access-cards': {
    name: 'Passerkort',
    plural: 'Passerkort',
    description: 'Kort och taggar till lokalerna.',
    fields: ['Kortnummer', 'Innehavare', 'Behörighet', 'Utlämnat', 'Giltigt till', 'Återlämnat'],
    options: [['Kontorstid', 'Dygnet runt', 'Besökare']],
  },
  vehicles: {
    name: 'Fordon',
    plural: 'Fordon',
    description: 'Bilar och cyklar med besiktning, försäkring och leasing.',
    fields: [
      'Registreringsnummer',
      'Märke och modell',
      'Förare',
      'Första registrering',
      'Ålder',
      'Besiktigas senast',
      'Försäkrad till',
      'Leasing upphör',
      'Mätarställning',
    ],
  },
}
