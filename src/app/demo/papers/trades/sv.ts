import type { Descriptions } from './types.ts'

export const sv: Descriptions = {
  paper: [
    'Plotterpapper 90 g, 914 mm × 50 m',
    'Kopieringspapper A3 80 g',
    'Kopieringspapper A4 80 g, miljömärkt',
    'Bläckpatron svart 775 ml',
    'Skissrulle 50 cm × 100 m, gul',
  ],
  cleaning: [
    'Kontorsstädning enligt avtal, tre kvällar i veckan',
    'Extra städning efter möte',
    'Fönsterputs invändigt, plan 2',
    'Pappershanddukar och tvål',
  ],
  energy: ['Elenergi, rörligt pris', 'Abonnemangsavgift, säkring 63 A', 'Elöverföring och energiskatt'],
  telephone: [
    'Mobilabonnemang Företag 20 GB',
    'Växel i molnet, grundavgift',
    'Samtal till utlandet',
    'SIM-kort och portering',
  ],
  rent: ['Hyra lokal, plan 2 och 3, 612 m²', 'Fastighetsskatt och driftstillägg', 'Garageplats'],
  hotel: ['Logi enkelrum, frukost ingår', 'Middag i restaurangen', 'Parkering i garage'],
  models: [
    'Kapaskiva 5 mm, 700 × 1000',
    'Akrylskiva 3 mm, klar, laserskuren',
    'Modellarbete, fräsning och montering',
    'Balsaribbor, sorterade',
  ],
  software: [
    'Licens ritprogram, årsabonnemang',
    'Lagring 2 TB med säkerhetskopia',
    'Support och utbildning på distans',
  ],
  coffee: ['Mörkrost hela bönor, Majnabbe', 'Havredryck barista, 6 × 1 l', 'Te, blandad låda', 'Hyra kaffemaskin'],
  service: [
    'Filterbyte ventilationsaggregat',
    'Injustering av luftflöden, plan 3',
    'Fläktmotor EC 2,4 kW',
    'Resa, servicebil',
  ],
  courier: ['Cykelbud inom Göteborg', 'Paket inrikes, nästa dag', 'Drivmedelstillägg'],
  printing: ['Utskrift A0 färg, 120 g', 'Utskrift A1 svartvit', 'Häfte A3, limbundet, 48 sidor', 'Laminering, matt'],
  survey: [
    'Grundundersökning och provtagning',
    'Inmätning och utsättning, mätningsingenjör',
    'Sondering, per punkt',
    'Etablering och resa',
  ],
  flowers: ['Bukett, säsongens blommor', 'Växtskötsel enligt avtal', 'Krukväxt, liten'],
}
