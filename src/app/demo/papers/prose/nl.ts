import type { Prose } from './types.ts'

export const nl: Prose = {
  labels: {
    date: 'Datum', caseNumber: 'Ons kenmerk', handledBy: 'Behandeld door', subject: 'Betreft', validUntil: 'Geldig tot en met', validFrom: 'Geldig vanaf',
    confidential: 'VERTROUWELIJK', regards: 'Met vriendelijke groet', personalAddress: 'Persoonlijk',
  },
  authority: {
    sender: { name: 'Gemeente Rotterdam', unit: 'Stadsontwikkeling', street: 'Postbus 6575', town: '3002 AN Rotterdam', phone: '14 010', mail: 'bouwtoezicht@rotterdam.example', organisation: '24483298', signer: 'Anneke de Bruijn', role: 'Behandelaar vergunningen' },
    subject: 'Verzoek om aanvullende gegevens, aanvraag Scheepmakershaven 59',
    paragraphs: (on) => [
      `Op uw aanvraag namens ${on.office} kunnen wij nog niet beslissen, omdat een aantal gegevens ontbreekt.`,
      'Wij ontvangen graag de constructieberekening van de nieuwe verdiepingsvloer, een tekening van de gevel op schaal 1:50 en een bewijs dat de eigenaar met de verbouwing instemt.',
      `U kunt de gegevens tot en met ${on.until} indienen. Ontvangen wij ze niet op tijd, dan kunnen wij besluiten uw aanvraag niet verder in behandeling te nemen. De beslistermijn is tot die datum opgeschort.`,
    ],
  },
  permit: {
    sender: { name: 'Gemeente Rotterdam', unit: 'Parkeervergunningen', street: 'Postbus 6575', town: '3002 AN Rotterdam', phone: '14 010', mail: 'parkeren@rotterdam.example', organisation: '24483298', signer: 'Robert Jansen', role: 'Teamleider vergunningen' },
    subject: 'Parkeervergunning bedrijven, sector 17',
    paragraphs: (on) => [
      `Hierbij verlenen wij ${on.office} een bedrijfsvergunning voor twee voertuigen met kenteken 8-KLT-29 en R-418-BZ.`,
      `De vergunning is geldig tot en met ${on.until} en wordt niet automatisch verlengd. Een nieuwe aanvraag moet ten minste tien werkdagen voor het einde zijn ingediend.`,
      'Bent u het niet eens met dit besluit, dan kunt u binnen zes weken bezwaar maken bij het college van burgemeester en wethouders.',
    ],
  },
  health: {
    sender: { name: 'Arbodienst Maasoever B.V.', street: 'Westblaak 180', town: '3012 KN Rotterdam', phone: '010 741 77 10', mail: 'info@arbomaasoever.example', organisation: '24310077', signer: 'Drs. Esther Visser', role: 'Bedrijfsarts' },
    subject: 'Terugkoppeling spreekuur bedrijfsarts',
    paragraphs: (on) => [
      'Deze brief bevat gegevens over de gezondheid van een medewerker en is uitsluitend bestemd voor de casemanager.',
      `Op het spreekuur van ${on.from} is vastgesteld dat de medewerker voor de helft inzetbaar is tot en met ${on.until}. Langdurig beeldschermwerk wordt afgeraden.`,
      'Geadviseerd wordt een werkplekonderzoek en een opbouw met twee uur per week. Een vervolgafspraak is gepland.',
    ],
  },
  private: {
    sender: { name: 'Delta Vastgoed B.V.', street: 'Coolsingel 65', town: '3012 AC Rotterdam', phone: '010 741 20 02', mail: 'beheer@deltavastgoed.example', organisation: '24299071', signer: 'Marijke Hoekstra', role: 'Technisch beheerder' },
    subject: 'Werkzaamheden aan de luchtbehandeling',
    paragraphs: (on) => [
      `In week 49 vervangen wij de filters van de luchtbehandelingskast in ${on.street}. De installatie staat dan op dinsdag van acht tot twaalf uur stil.`,
      'Wij verzoeken u de ruimte onder de roosters vrij te houden. De monteurs melden zich bij uw receptie.',
      'Heeft u bezwaar tegen deze dag, laat het ons dan voor vrijdag weten.',
    ],
  },
  lease: {
    title: 'HUUROVEREENKOMST KANTOORRUIMTE', landlord: 'Verhuurder', tenant: 'Huurder', number: 'Contractnummer', signed: 'Datum ondertekening',
    clauses: (on) => [
      ['Het gehuurde en bestemming', `Kantoorruimte van 340 m² op de derde verdieping van ${on.street}, uitsluitend te gebruiken als architectenbureau.`],
      ['Duur, verlenging en opzegging', `De overeenkomst is aangegaan voor de periode van ${on.from} tot en met ${on.until}. Daarna wordt zij telkens met vijf jaar voortgezet, tenzij een der partijen met een termijn van ten minste twaalf maanden opzegt per aangetekende brief.`],
      ['Huurprijs', 'De aanvangshuurprijs bedraagt € 82.200,00 per jaar, te vermeerderen met omzetbelasting, en wordt jaarlijks op 1 januari aangepast aan het consumentenprijsindexcijfer.'],
      ['Servicekosten', 'Huurder betaalt een voorschot op de vergoeding voor levering van zaken en diensten. Verhuurder verstrekt jaarlijks een overzicht, uitgesplitst naar soort.'],
      ['Zekerheid', 'Huurder stelt een bankgarantie ter grootte van drie maanden huur, servicekosten en omzetbelasting.'],
    ],
  },
  application: {
    applicant: { name: 'Lotte Verhoeven', street: 'Claes de Vrieselaan 22', town: '3021 JR Rotterdam', phone: '06 24 18 09 55', mail: 'lotte.verhoeven@post.example' },
    subject: 'Sollicitatie maquettebouwer',
    paragraphs: [
      'Met veel belangstelling las ik uw vacature voor maquettebouwer. Ik bouw al zes jaar maquettes voor bureaus in Rotterdam en Antwerpen, van snelle massastudies tot presentatiemodellen.',
      'Ik werk graag met hout, karton en gips, en ken de lasersnijder van binnen en van buiten. Zweeds leer ik sinds een jaar; vergaderen gaat al goed.',
      'Graag licht ik mijn motivatie toe in een gesprek.',
    ],
    cvTitle: 'Curriculum vitae',
    cv: [
      ['Werkervaring', [['2021–heden', 'Zelfstandig maquettebouwer, Rotterdam'], ['2019–2021', 'Atelier Schaal, Antwerpen, medewerker maquettes']]],
      ['Opleiding', [['2015–2019', 'Willem de Kooning Academie, ruimtelijk ontwerp']]],
      ['Talen', [['', 'Nederlands, Engels, Duits, basis Zweeds']]],
    ],
  },
  certificate: {
    title: 'KEURINGSCERTIFICAAT BRANDBLUSMIDDELEN',
    sender: { name: 'Veiligheid & Zn. B.V.', street: 'Galvanistraat 100', town: '3029 AD Rotterdam', phone: '010 741 91 18', mail: 'keuring@veiligheidzn.example', organisation: '24190384', signer: 'Henk Vermeer', role: 'REOB-gecertificeerd onderhoudsdeskundige' },
    subject: 'Keuring brandblusmiddelen',
    paragraphs: (on) => [`Hierbij verklaren wij dat de brandblusmiddelen in het pand ${on.street} zijn onderhouden volgens NEN 2559 en zijn goedgekeurd. Dit certificaat is geldig tot en met ${on.until}.`],
    facts: [['Poederblussers', '4'], ['Schuimblussers', '6'], ['Brandslanghaspels', '3'], ['Afgekeurd', '0']],
  },
  minutes: {
    title: 'Verslag bouwvergadering 11, Scheepmakershaven', place: 'Scheepmakershaven 59, Rotterdam', present: 'Aanwezig', keeper: 'Notulist',
    items: [
      ['1. Opening en verslag vorige keer', 'Het verslag van vergadering 10 wordt ongewijzigd vastgesteld.'], ['2. Planning', 'De ruwbouw loopt twee dagen achter. De aannemer haalt dit in met een zaterdag.'],
      ['3. Meerwerk', 'Meerwerk 14, extra stalen ligger, is akkoord voor een bedrag nader te bepalen.'], ['4. Volgende vergadering', 'Dinsdag 8 december om half tien in de keet.'],
    ],
  },
  advertising: {
    company: 'Bureauland', headline: 'Zitten zoals het hoort', text: 'Alleen deze maand: drie bureaustoelen voor de prijs van twee. Onze adviseur komt geheel vrijblijvend bij u langs.',
    points: ['Gratis proefplaatsing', 'Vijf jaar garantie', 'Levering binnen 48 uur'], call: 'Kijk op www.bureauland.example of bel vandaag nog',
  },
  statement: {
    bank: 'Rabobank', title: 'Rekeningafschrift', account: 'Rekening', day: 'Datum', text: 'Omschrijving', out: 'Af', in: 'Bij', balance: 'Saldo', opening: 'Beginsaldo', closing: 'Eindsaldo',
    rows: ['Maasstroom Energie N.V.', 'Delta Vastgoed B.V.', 'Ontvangst factuur', 'Salarissen', 'Belastingdienst omzetbelasting', 'Betaalautomaat', 'Helder Schoonmaakdiensten', 'Ontvangst project'],
  },
  sentences: [
    'De huurder betaalt zelf stroom, schoonmaak en het vervangen van de filters.', 'Wij bevestigen uw bestelling en melden u spoedig de leverdatum.',
    'De voorzitter opent de vergadering en heet iedereen welkom.', 'Het kopieerapparaat op de tweede verdieping heeft een nieuwe trommel nodig.',
    'De werkzaamheden moeten uiterlijk vrijdag om vijf uur gereed zijn.', 'Bel de receptie als u niet door de oostelijke poort naar binnen kunt.',
    'De sleutels zijn af te halen op vertoon van een legitimatiebewijs.', 'De brandoefening vindt tweemaal per jaar plaats, in het voor- en najaar.',
    'Nog niemand heeft zich aangemeld voor de cursus eerste hulp.', 'De planten in de hal krijgen elke maandag en donderdag water.',
    'Vermeld op de factuur altijd het projectnummer en de naam van de besteller.', 'Oudere tekeningen liggen in het archief in de kelder, stelling vier.',
    'Bij overwerk moet de leidinggevende vooraf geïnformeerd zijn.', 'Coördinatie tussen de bureaus gebeurt wekelijks per videogesprek.',
  ],
  mail: {
    hello: 'Geachte heer, mevrouw,', bill: (number) => `hierbij ontvangt u factuur ${number}. Bij vragen kunt u altijd contact met ons opnemen.`, forward: 'Wil jij deze oppakken?',
    forwardedHead: 'Doorgestuurd bericht', subjectBill: (number, company) => `Factuur ${number} van ${company}`,
    request: ['Beelden voor de prijsvraag', 'vrijdag sturen wij de eerste renders van het binnenhof. Kunnen jullie voor woensdag laten weten of de avondsfeer goed is?\n\nGroet,\nSanne de Wit'],
  },
}
