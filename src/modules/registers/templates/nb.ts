import type { LanguageWords } from './words.ts'

export const nb: LanguageWords = {
  keys: {
    name: 'Nøkkel',
    plural: 'Nøkler',
    description: 'Hvem som har hvilken nøkkel, og til når.',
    fields: ['Nummer', 'Går til', 'Innehaver', 'Utlevert', 'Tilbake innen', 'Merknad'],
  },
  gifts: {
    name: 'Gave',
    plural: 'Gaver',
    description: 'Gaver og invitasjoner, mottatt og gitt.',
    fields: ['Hva', 'Retning', 'Fra eller til', 'Verdi', 'Dato', 'Anledning', 'Avgjørelse', 'Merknad'],
    options: [
      ['Mottatt', 'Gitt'],
      ['Beholdt', 'Returnert', 'Delt på kontoret', 'Avslått'],
    ],
  },
  contracts: {
    name: 'Avtale',
    plural: 'Avtaler',
    description: 'Avtaler med vilkår; den ansvarlige blir påminnet før oppsigelse må skje.',
    fields: [
      'Gjelder',
      'Motpart',
      'Dokument',
      'Starter',
      'Slutter',
      'Oppsigelsestid',
      'Si opp innen',
      'Dager til oppsigelse',
      'Fornyes automatisk',
      'Kostnad per år',
      'Merknad',
    ],
  },
  'access-cards': {
    name: 'Adgangskort',
    plural: 'Adgangskort',
    description: 'Kort og brikker til lokalene.',
    fields: ['Kortnummer', 'Innehaver', 'Adgang', 'Utlevert', 'Gyldig til', 'Levert tilbake'],
    options: [['Kontortid', 'Døgnet rundt', 'Besøkende']],
  },
  vehicles: {
    name: 'Kjøretøy',
    plural: 'Kjøretøy',
    description: 'Biler og sykler med EU-kontroll, forsikring og leasing.',
    fields: [
      'Registreringsnummer',
      'Merke og modell',
      'Fører',
      'Første registrering',
      'Alder',
      'EU-kontroll innen',
      'Forsikret til',
      'Leasing slutter',
      'Kilometerstand',
    ],
  },
}
