import type { Descriptions } from './types.ts'

export const nl: Descriptions = {
  paper: [
    'Plotterpapier 90 g, 914 mm × 50 m',
    'Kopieerpapier A3 80 g',
    'Kopieerpapier A4 80 g, FSC',
    'Inktcartridge zwart 775 ml',
    'Schetsrol 50 cm × 100 m, geel',
  ],
  cleaning: [
    'Schoonmaak kantoor volgens contract',
    'Extra schoonmaak na vergadering',
    'Glasbewassing binnenzijde, tweede verdieping',
    'Papieren handdoekjes en zeep',
  ],
  energy: ['Levering elektriciteit, variabel tarief', 'Vaste leveringskosten', 'Netbeheer en energiebelasting'],
  telephone: [
    'Mobiel abonnement Zakelijk 20 GB',
    'Telefooncentrale in de cloud, basis',
    'Gesprekken naar het buitenland',
    'Simkaart en nummerbehoud',
  ],
  rent: ['Huur kantoorruimte derde verdieping, 340 m²', 'Voorschot servicekosten', 'Parkeerplaats in de garage'],
  hotel: ['Overnachting eenpersoonskamer met ontbijt', 'Diner in het restaurant', 'Parkeren in de garage'],
  models: [
    'Foamboard 5 mm, 700 × 1000',
    'Acrylaatplaat 3 mm, helder, lasergesneden',
    'Maquettebouw, frezen en monteren',
    'Balsalatten, gesorteerd',
  ],
  software: [
    'Licentie tekenprogramma, jaarabonnement',
    'Opslag 2 TB met reservekopie',
    'Ondersteuning en training op afstand',
  ],
  coffee: ['Donkere branding, hele bonen', 'Haverdrank barista, 6 × 1 l', 'Thee, gemengde doos', 'Huur koffiemachine'],
  service: [
    'Filters vervangen luchtbehandelingskast',
    'Inregelen luchtdebieten, derde verdieping',
    'Ventilatormotor EC 2,4 kW',
    'Voorrijkosten servicewagen',
  ],
  courier: ['Fietskoerier binnen de stad', 'Pakket binnenland, volgende dag', 'Brandstoftoeslag'],
  printing: ['Afdruk A0 kleur, 120 g', 'Afdruk A1 zwart-wit', 'Boekje A3, gelijmd, 48 pagina’s', 'Lamineren, mat'],
  survey: [
    'Grondonderzoek en monstername',
    'Inmeten en uitzetten, landmeter',
    'Sondering, per punt',
    'Opstelkosten en reistijd',
  ],
  flowers: ['Boeket, bloemen van het seizoen', 'Plantenverzorging volgens contract', 'Kamerplant, klein'],
}
