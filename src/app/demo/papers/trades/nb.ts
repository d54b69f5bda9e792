import type { Descriptions } from './types.ts'

export const nb: Descriptions = {
  paper: [
    'Plotterpapir 90 g, 914 mm × 50 m',
    'Kopipapir A3 80 g',
    'Kopipapir A4 80 g, svanemerket',
    'Blekkpatron sort 775 ml',
    'Skisserull 50 cm × 100 m, gul',
  ],
  cleaning: [
    'Renhold av kontor etter avtale',
    'Ekstra renhold etter møte',
    'Vinduspuss innvendig, 2. etasje',
    'Tørkepapir og såpe',
  ],
  energy: ['Strøm, spotpris', 'Fastbeløp nettleie', 'Energiledd og forbruksavgift'],
  telephone: [
    'Mobilabonnement Bedrift 20 GB',
    'Sentralbord i skyen, grunnpris',
    'Samtaler til utlandet',
    'SIM-kort og nummerflytting',
  ],
  rent: ['Leie kontorlokaler, 3. etasje, 340 m²', 'Felleskostnader a konto', 'Parkeringsplass i kjeller'],
  hotel: ['Overnatting enkeltrom med frokost', 'Middag i restauranten', 'Parkering i garasje'],
  models: [
    'Kapaplate 5 mm, 700 × 1000',
    'Akrylplate 3 mm, klar, laserskåret',
    'Modellarbeid, fresing og montering',
    'Balsalister, sortert',
  ],
  software: [
    'Lisens tegneprogram, årsabonnement',
    'Lagring 2 TB med sikkerhetskopi',
    'Brukerstøtte og opplæring over nett',
  ],
  coffee: ['Mørkbrente hele bønner', 'Havredrikk barista, 6 × 1 l', 'Te, blandet eske', 'Leie av kaffemaskin'],
  service: [
    'Filterbytte ventilasjonsaggregat',
    'Innregulering av luftmengder, 3. etasje',
    'Viftemotor EC 2,4 kW',
    'Kjøring, servicebil',
  ],
  courier: ['Sykkelbud i sentrum', 'Pakke innenlands, neste dag', 'Drivstofftillegg'],
  printing: ['Utskrift A0 farge, 120 g', 'Utskrift A1 sort/hvitt', 'Hefte A3, limfrest, 48 sider', 'Laminering, matt'],
  survey: [
    'Grunnundersøkelse og prøvetaking',
    'Innmåling og stikking, landmåler',
    'Totalsondering, per punkt',
    'Rigg og reise',
  ],
  flowers: ['Bukett, sesongens blomster', 'Plantestell etter avtale', 'Potteplante, liten'],
}
