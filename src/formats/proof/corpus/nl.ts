import { type Corpus, one } from './model.ts'

export const nl: Corpus = {
  clean: [
    {
      subject: 'Keuring',
      text: 'Beste Annelies,\n\nwij komen voor de keuring op dinsdag 24 november om 9.30 uur. Reken op twee uur. Bel gerust 020 624 11 11 als het niet schikt.\n\nMet vriendelijke groet,\nKees de Boer',
      to: [{ name: 'Annelies Visser', email: 'annelies.visser@firma.example' }],
    },
    {
      text: 'Geachte heer, mevrouw,\n\ndank voor uw factuur van 28 oktober 2026. Het bedrag is op 20 november betaald. Laat het ons weten als er iets ontbreekt.\n\nMet vriendelijke groet,\nMaria',
    },
    {
      text: 'Offerte\n\nFilters vervangen     € 4.850,00\nInregelen            € 10.740,00\nReiskosten              € 400,00\nTotaal excl. btw     € 15.990,00\nBtw 21%               € 3.357,90\nTe betalen           € 19.347,90\n\nDeze offerte geldt tot en met 31 december 2026.',
    },
    {
      text: 'Uitnodiging bestuursvergadering\n\nDatum: donderdag 3 december, 17.00–19.00 uur\nPlaats: vergaderzaal, tweede verdieping\n\n1. Opening\n2. Financieel verslag\n3. Begroting 2027\n4. Rondvraag\n\nTot dan!',
      purpose: 'invitation',
    },
    {
      text: 'Beste Johan,\n\nbijgevoegd vind je het contract in tweevoud. Wil je één exemplaar ondertekend terugsturen vóór 4 december?\n\nGroeten,\nKarin',
      attached: true,
      to: [{ name: 'Johan Smit', email: 'johan.smit@noord.example' }],
    },
    {
      text: 'Aan alle bewoners\n\nHet water wordt woensdag 2 december tussen 8 en 12 uur afgesloten. Zet vooraf wat water klaar. De lift blijft in gebruik.\n\nDe huismeester',
      purpose: 'announcement',
    },
    {
      text: 'Hallo,\n\nIk ben vrij in week 52 en weer terug op maandag 4 januari. Intussen is Ingrid bereikbaar op 06 12345678.\n\nGroet, Piet',
    },
    {
      text: 'Beste Anna,\n\nonze rekening is IBAN NL91 ABNA 0417 1643 00. Vermeld betalingskenmerk 0123 4567 8901 2345 bij uw betaling.\n\nMet vriendelijke groet,\nAdministratie',
      to: [{ name: 'Anna Bakker', email: 'anna.bakker@klant.example' }],
    },
    {
      text: 'Geachte heer Lansink,\n\nonder verwijzing naar ons gesprek van 12 november bevestigen wij dat de opzegging van de huurovereenkomst, ondertekend op 1 maart 2019, is ontvangen. De overeenkomst eindigt op 28 februari 2027. De waarborgsom van € 1.500 wordt binnen 30 dagen terugbetaald.\n\nHoogachtend,\nAlmgren & Tveit',
      to: [{ name: 'Sven Lansink', email: 'sven@lansink.example' }],
      purpose: 'letter',
    },
    {
      text: 'Beste allemaal,\n\nhet verslag van de vergadering van 19 november hangt op het prikbord. De volgende vergadering is op 10 december, zelfde tijd.\n\nGroeten, het bestuur',
      to: [
        { name: 'Bo Ek', inside: true },
        { name: 'Ida Post', inside: true },
      ],
    },
    {
      text: 'Dag Wim,\n\nwil je de volgende keer het bonnetje meesturen? Zonder bonnetje kunnen we de € 125 niet uitbetalen.\n\nBedankt!\nMaria',
      to: [{ name: 'Willem Gran', email: 'willem.gran@almgren.example', inside: true }],
    },
    {
      text: 'Beste Sara,\n\nik teken vandaag en stuur het origineel morgen per post.\n\nGroet, Els\n\nOp 18 november 2026 schreef Sara Holm <sara@holm.example>:\n> Vergadering woensdag 24 november? Zie bijlage. € 300 + € 200 = € 600.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Bestelling lunch vrijdag 27 november:\n\n- 12 broodjes à € 7,50 = € 90,00\n- 12 koffie à € 2,50 = € 30,00\n\nTotaal € 120,00. Levering om 11.45 uur, dank!',
    },
    {
      text: 'Hallo,\n\nde reis kostte € 234 voor de trein, € 189,50 voor het hotel en € 24 voor de taxi, samen € 447,50. De bonnetjes breng ik maandag.\n\nGroet,\nNadia',
    },
    {
      text: 'Cursus eerste hulp\n\nMaandag–dinsdag 7–8 december van 9.00 tot 16.00 uur in de grote zaal. Aanmelden uiterlijk 30 november bij Ingrid. Vorig jaar waren er 14 deelnemers.',
      purpose: 'announcement',
    },
    {
      text: 'Beste Mieke,\n\nde begroting gaat volgend jaar van € 25.000 naar € 27.500. Dat is een stijging van 10%. Dat dat vooral door reizen komt, wist je al.\n\nGroeten,\nJohan',
      to: [{ name: 'Mieke Aarts', email: 'mieke@aarts.example' }],
    },
    {
      text: 'Besluit\n\nDe omgevingsvergunning voor de aanbouw aan de Berkenweg 4 wordt verleend. U kunt binnen zes weken na de dag van verzending bezwaar maken. Ons kenmerk: 2026-0412.\n\nHet besluit is genomen op 17 november 2026.',
      purpose: 'letter',
    },
    {
      text: 'Beste Kees,\n\nRuilen is prima: jij neemt de dienst van 22.00–06.00 uur in de nacht naar zaterdag, ik neem zondag. In november kwamen we op 160 uur.\n\nGroeten, Henk',
      to: [{ name: 'Cornelis Bos', email: 'c.bos@almgren.example', inside: true }],
    },
    {
      text: 'Beste collega’s,\n\njullie zijn uitgenodigd voor het kerstdiner op vrijdag 11 december om 18.30 uur in De Herberg. Geef allergieën door vóór 1 december. Welkom!\n\nDe feestcommissie',
      purpose: 'invitation',
    },
    {
      text: 'Tarieven 2027 (excl. btw)\n\nUur overdag: € 89,50\nUur ’s avonds: € 129,50\nMinimum: 2 uur\n\nDe tarieven gelden vanaf 1 januari 2027.',
    },
    {
      text: 'Beste Petra,\n\nhet webinar heet ‘How to write a good report’ en is in het Engels, op dinsdag 8 december (week 50). De link komt de dag ervoor per mail.\n\nGroet, Els',
      to: [{ name: 'Petra Zand', email: 'petra.zand@x.example' }],
    },
    {
      text: 'Memo over de lift\n\nDe lift in portiek B staat stil op maandag 30 november van 07.00 tot 15.00 uur wegens onderhoud. Gebruik portiek A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Hallo,\n\nwij zien elkaar op woensdag 24 november om tien uur op kantoor.'),
    one('weekday|Overleg vr 26-11 om 13 uur. Tot dan!'),
    one('weekday|De levering is op 1 december (woensdag) voor de lunch.'),
    one('weekday|Het bestuur vergadert donderdag 4 december 2026 in zaal 3.'),
    one('week|De keuken wordt verbouwd in week 49 (23–27 november).'),
    one('week|De cursus is in week 50, 24 november, voor iedereen op de tweede verdieping.'),
    one('relative-day|De monteur komt morgen, dinsdag, om acht uur.'),
    one('relative-day,weekday|Denk aan de schoonmaak morgen (25 november)!'),
    one('no-such-day|De huur moet uiterlijk 31 november betaald zijn.'),
    one('no-such-day|De overeenkomst loopt af op 30 februari 2027.'),
    one('past|Graag antwoord uiterlijk 15 oktober 2026, dan houden wij een plaats vrij.'),
    one('past|Welkom bij de opening op 12 november 2026 om 18 uur!'),
    one('reversed|Het kantoor is gesloten van 27–24 december.'),
    one('reversed|Openingstijden zaterdag: 15.00–11.00 uur.'),
    one('time|Wij ontmoeten elkaar om 25.30 uur bij de receptie.'),
    one('time|De bus vertrekt om 14:75 van het plein.'),
    one('sum|Verf € 125,00\nKwasten € 34,00\nTape € 9,50\nTotaal € 178,50'),
    one('sum|Het hotel kostte € 189, de trein € 94 en het eten € 31, samen € 324.'),
    one('product|Wij bestelden 12 stuks à € 8,90 = € 116,80.'),
    one(
      'vat,sum|Arbeid € 800,00\nMateriaal € 200,00\nTotaal excl. btw € 1.000,00\nBtw 21% € 201,00\nTe betalen € 1.201,00',
    ),
    one('iban|Betaal op IBAN NL91 ABNA 0417 1643 01.'),
    one('iban|Ons rekeningnummer is NL20INGB0001234568.'),
    one('reference|Vermeld betalingskenmerk 0123 4567 8901 2346.'),
    one('number|BSN 111222334 staat op het formulier.'),
    one('attachment|Beste Jan,\n\nik stuur het verslag van donderdag mee.\n\nGroet, Els'),
    one('attachment|Zie de bijlage voor prijzen en voorwaarden.'),
    one('attachment|Hierbij het rapport waar we het over hadden.'),
    one('placeholder|Beste {voornaam},\n\ndank voor uw bezoek.'),
    one('placeholder|De vergadering is op [datum] in de grote zaal.'),
    one('placeholder|Uw klantnummer is XXXX en wij nemen contact op.'),
    one('double|Wij laten het weten zodra de de beslissing is genomen.'),
    one(
      'language|Dank voor uw bericht. Wij hebben de bestelling ontvangen. Please let us know if you have any questions about the delivery. De goederen worden maandag verstuurd.',
    ),
    one('telephone|Bel ons op telefoon 020-62.'),
    one('count|Wij hebben drie dingen van u nodig:\n- het contract\n- de plattegrond\n- een foto\n- uw rekeningnummer'),
    {
      rules: ['greeting'],
      text: 'Beste Anna,\n\ndank voor het gesprek van gisteren.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Beste Bo,\n\ndank voor de hulp.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@deboerinstalatie.example' }],
      domains: ['deboerinstallatie.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Beste Bo,\n\ndit is uitsluitend voor intern gebruik: de marge is 12%.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'Wij nemen die prijs.',
      to: [
        { name: 'Els', email: 'els@a.example', inside: true },
        { name: 'Bo Ek', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'els@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Hier zijn de stukken.',
      attached: true,
      secret: true,
      to: [{ name: 'Bo Ek', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'Ik heb Annelies Viser erover gesproken.', names: ['Annelies Visser'] },
    { rules: ['subject'], subject: '', text: 'Hallo, ik kom er morgen op terug.' },
  ],
}
