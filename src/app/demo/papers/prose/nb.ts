import type { Prose } from './types.ts'

export const nb: Prose = {
  labels: {
    date: 'Dato', caseNumber: 'Saksnummer', handledBy: 'Saksbehandler', subject: 'Sak', validUntil: 'Gyldig til', validFrom: 'Gyldig fra',
    confidential: 'FORTROLIG', regards: 'Med vennlig hilsen', personalAddress: 'Personlig',
  },
  authority: {
    sender: { name: 'Trondheim kommune', unit: 'Byggesakskontoret', street: 'Postboks 2300 Torgarden', town: '7004 Trondheim', phone: '72 54 00 00', mail: 'byggesak@trondheim.example', organisation: '942 110 464', signer: 'Solveig Nygård', role: 'Saksbehandler' },
    subject: 'Foreløpig svar og mangelbrev – rammesøknad Kjøpmannsgata 38',
    paragraphs: (on) => [
      `Vi viser til rammesøknad fra ${on.office}. Søknaden er ikke komplett, og vi ber om at den suppleres før den kan behandles videre.`,
      'Følgende mangler: situasjonsplan med kotehøyder, redegjørelse for overvann og uttalelse fra byantikvaren om fasaden mot elva. Nabovarsel må dokumenteres med kvittering.',
      `Vi ber om at dokumentasjonen sendes oss innen ${on.until}. Dersom vi ikke hører fra dere innen fristen, vil søknaden kunne bli avvist.`,
    ],
  },
  permit: {
    sender: { name: 'Trondheim kommune', unit: 'Miljøenheten', street: 'Erling Skakkes gate 14', town: '7013 Trondheim', phone: '72 54 00 00', mail: 'miljo@trondheim.example', organisation: '942 110 464', signer: 'Øystein Aune', role: 'Rådgiver' },
    subject: 'Midlertidig arbeidstillatelse – gravearbeid i Kjøpmannsgata',
    paragraphs: (on) => [
      `${on.office} gis tillatelse til prøvegraving på fortauet foran Kjøpmannsgata 38. Arbeidet skal varsles med skilt, og det skal til enhver tid være fri passasje på minst 1,5 meter.`,
      `Tillatelsen gjelder til og med ${on.until}. Søknad om forlengelse må være mottatt senest fem virkedager før utløp.`,
      'Vedtaket kan påklages innen tre uker etter at det er mottatt.',
    ],
  },
  health: {
    sender: { name: 'Midtbyen Bedriftshelsetjeneste AS', street: 'Munkegata 12', town: '7013 Trondheim', phone: '73 90 17 70', mail: 'post@midtbyenbht.example', organisation: '984 220 113', signer: 'Dr. Ingeborg Sæther', role: 'Bedriftslege' },
    subject: 'Uttalelse etter dialogmøte',
    paragraphs: (on) => [
      'Denne uttalelsen gjelder en ansatts helse og skal bare leses av den som har ansvar for oppfølgingen.',
      `Etter møtet ${on.from} vurderes arbeidsevnen som redusert med halvparten til og med ${on.until}. Støy i åpent landskap bør unngås.`,
      'Vi anbefaler fast plass nær vindu, korte møter og gradvis opptrapping. Ny time er avtalt.',
    ],
  },
  private: {
    sender: { name: 'Karl Johan Eiendom AS', street: 'Rosenkrantz’ gate 8', town: '0159 Oslo', phone: '22 90 05 11', mail: 'drift@kjeiendom.example', organisation: '934 170 857', signer: 'Ragnhild Sæther', role: 'Forvalter' },
    subject: 'Varsel om arbeid på heisen',
    paragraphs: (on) => [
      `Heisen i ${on.street} får ny styring i uke 49. Den står stille fra mandag klokken 07 til onsdag klokken 16.`,
      'Varelevering må i denne tiden skje over trappen i bakgården. Gi beskjed hvis dere venter tunge kolli.',
      'Vi beklager ulempen og takker for tålmodigheten.',
    ],
  },
  lease: {
    title: 'LEIEKONTRAKT FOR NÆRINGSLOKALER', landlord: 'Utleier', tenant: 'Leietaker', number: 'Kontraktsnummer', signed: 'Kontraktsdato',
    clauses: (on) => [
      ['Leieobjektet', `Lokaler på 340 m² i tredje etasje, ${on.street}. Leieobjektet skal brukes til arkitektkontor.`],
      ['Leieperiode', `Leieforholdet løper fra ${on.from} til ${on.until}, hvoretter det opphører uten oppsigelse. Leietaker har rett til forlengelse på uendrede vilkår i fem år dersom dette varsles skriftlig tolv måneder før utløp.`],
      ['Leie', 'Leien er kr 945 300 per år eksklusive merverdiavgift og betales kvartalsvis forskuddsvis. Leien reguleres hvert år per 1. januar med endringen i konsumprisindeksen.'],
      ['Felleskostnader', 'Leietaker betaler sin forholdsmessige andel av eiendommens felleskostnader a konto. Avregning sendes innen 1. juli påfølgende år.'],
      ['Sikkerhet', 'Leietaker stiller bankgaranti tilsvarende seks måneders leie med tillegg av merverdiavgift.'],
    ],
  },
  application: {
    applicant: { name: 'Sindre Øvergård', street: 'Nonnegata 9', town: '7014 Trondheim', phone: '901 22 417', mail: 'sindre.overgard@post.example' },
    subject: 'Søknad på stilling som modellbygger',
    paragraphs: [
      'Jeg søker stillingen som modellbygger og flytter gjerne til Göteborg. Jeg har fagbrev som møbelsnekker og har de siste fire årene bygd modeller for arkitekter i Trondheim.',
      'Jeg arbeider nøyaktig og raskt, trives i verksted og er vant til korte frister. Særlig glad er jeg i terrengmodeller, og jeg har egen erfaring med fresing av bjørk og støping i gips.',
      'Jeg kan begynne i mars og kommer gjerne til intervju.',
    ],
    cvTitle: 'Curriculum vitae',
    cv: [
      ['Arbeidserfaring', [['2022–', 'Modellverkstedet på Nedre Elvehavn AS, modellbygger'], ['2019–2022', 'Møbelsnekkeriet Bakklandet, møbelsnekker']]],
      ['Utdanning', [['2019', 'Fagbrev, møbelsnekkerfaget'], ['2016–2018', 'Charlottenlund videregående, design og håndverk']]],
      ['Annet', [['Språk', 'Norsk, engelsk, noe tysk'], ['Førerkort', 'Klasse B']]],
    ],
  },
  certificate: {
    title: 'SERTIFIKAT FOR VARME ARBEIDER',
    sender: { name: 'Norsk Brannvern Opplæring AS', street: 'Fridtjof Nansens vei 17', town: '0369 Oslo', phone: '22 90 80 12', mail: 'kurs@nbo.example', organisation: '977 301 465', signer: 'Kjersti Hovland', role: 'Kursleder' },
    subject: 'Sertifikat, varme arbeider',
    paragraphs: (on) => [`Det bekreftes at ${on.person} har gjennomført opplæring i brannvern ved varme arbeider og bestått prøven. Sertifikatet er gyldig til og med ${on.until}.`],
    facts: [['Kurssted', 'Trondheim'], ['Varighet', '8 timer'], ['Resultat', 'Bestått']],
  },
  minutes: {
    title: 'Referat fra byggherremøte nr. 6, Kjøpmannsgata 38', place: 'Dokkgata 6, Trondheim', present: 'Til stede', keeper: 'Referent',
    items: [
      ['6.1 Forrige referat', 'Ingen merknader. Referatet er godkjent.'], ['6.2 Fremdrift', 'Grunnundersøkelsene er forsinket en uke på grunn av frost. Ny dato er 11. desember.'],
      ['6.3 Økonomi', 'Budsjettet holder. Tillegg for spunt avklares før neste møte.'], ['6.4 Neste møte', 'Onsdag 9. desember klokken 10 på byggeplassen.'],
    ],
  },
  advertising: {
    company: 'Nordlys Kontormøbler AS', headline: 'Ny høst – nye stoler!', text: 'Vi rydder lageret og gir dere 30 % på hele serien Fjell. Prøv stolen gratis i fjorten dager.',
    points: ['Fri frakt i hele Norden', 'Ti års garanti', 'Gamle stoler hentes og gjenbrukes'], call: 'Bestill på www.nordlysmobler.example',
  },
  statement: {
    bank: 'DNB', title: 'Kontoutskrift', account: 'Kontonummer', day: 'Dato', text: 'Forklaring', out: 'Ut av konto', in: 'Inn på konto', balance: 'Saldo', opening: 'Inngående saldo', closing: 'Utgående saldo',
    rows: ['Giro Bryggen Kraft AS', 'Giro Karl Johan Eiendom AS', 'Innbetaling KID', 'Lønn', 'Skatteetaten forskuddstrekk', 'Varekjøp Clas Ohlson', 'Gebyr', 'Innbetaling prosjekt'],
  },
  sentences: [
    'Leietaker dekker selv strøm, renhold og bytte av filter etter vedlegget.', 'Vi bekrefter bestillingen og kommer tilbake med leveringsdato.',
    'Møtet ble åpnet av lederen, som ønsket alle velkommen.', 'Kopimaskinen i annen etasje trenger ny trommel før nyttår.',
    'Arbeidet skal være ferdig senest fredag klokken femten.', 'Ring sentralbordet hvis dere ikke kommer inn gjennom østre port.',
    'Nøklene hentes i resepsjonen mot legitimasjon.', 'Brannøvelsen holdes to ganger i året, vår og høst.',
    'Ennå har ingen meldt seg på kurset i førstehjelp.', 'Blomstene i inngangen vannes hver mandag og torsdag.',
    'Fakturaen merkes med prosjektnummer og navnet på bestilleren.', 'Ærlig talt bør vi øve på å få øye på slike feil før de når kunden.',
    'Eldre tegninger ligger i arkivet i kjelleren, hylle fire.', 'Ved overtid skal nærmeste leder alltid være varslet på forhånd.',
  ],
  mail: {
    hello: 'Hei,', bill: (number) => `vedlagt følger faktura ${number}. Ta kontakt hvis noe ikke stemmer.`, forward: 'Kan du ta deg av denne?',
    forwardedHead: 'Videresendt melding', subjectBill: (number, company) => `Faktura ${number} fra ${company}`,
    request: ['Møte på byggeplassen 9. desember', 'kan dere bekrefte hvem som kommer til befaringen onsdag 9. desember klokken 10? Vi trenger navn til adgangskortene.\n\nHilsen\nHåkon Bråthen'],
  },
}
