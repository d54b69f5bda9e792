import type { Prose } from './types.ts'

export const sv: Prose = {
  labels: {
    date: 'Datum', caseNumber: 'Diarienummer', handledBy: 'Handläggare', subject: 'Ärende', validUntil: 'Giltigt till', validFrom: 'Giltigt från',
    confidential: 'KONFIDENTIELLT', regards: 'Med vänlig hälsning', personalAddress: 'Personligt',
  },
  authority: {
    sender: { name: 'Skatteverket', unit: 'Storföretagsavdelningen', street: '', town: '403 32 Göteborg', phone: '0771-567 567', mail: '', organisation: '202100-5448', signer: 'Margareta Hult', role: 'Skattehandläggare' },
    subject: 'Förfrågan om mervärdesskatt, redovisningsperiod september 2026',
    paragraphs: (on) => [
      `Vid genomgången av er skattedeklaration har vi sett att ingående skatt för perioden är högre än tidigare månader. Vi behöver därför fler uppgifter från ${on.office} för att kunna fatta beslut.`,
      'Skicka in en sammanställning av de tio största inköpen under perioden tillsammans med kopior av fakturorna. Ange för varje faktura vilket projekt den avser och hur momsen har bokförts.',
      `Vi behöver ha ert svar senast den ${on.until}. Om ni inte svarar kan vi komma att besluta utifrån de uppgifter som finns. Behöver ni längre tid ska ni höra av er före detta datum.`,
      'Uppgifterna omfattas av sekretess enligt 27 kap. offentlighets- och sekretesslagen (2009:400).',
    ],
  },
  permit: {
    sender: { name: 'Göteborgs Stad', unit: 'Stadsbyggnadsförvaltningen', street: 'Box 2554', town: '403 17 Göteborg', phone: '031-390 06 55', mail: 'bygglov@goteborg.example', organisation: '212000-1355', signer: 'Gunilla Westman', role: 'Bygglovshandläggare' },
    subject: 'Beslut om parkeringstillstånd för fyra fordon, Stigbergsliden 18',
    paragraphs: (on) => [
      `Trafiknämnden beviljar ${on.office} nyttoparkeringstillstånd för fyra fordon inom område M, Majorna-Linné. Tillståndet gäller fordon med registreringsnummer DRA 418, KTU 72M, PLO 903 och ZEB 16T.`,
      `Tillståndet gäller till och med den ${on.until}. Ansökan om förlängning ska ha kommit in minst tre arbetsdagar innan tillståndet löper ut. Avgift tas ut enligt fastställd taxa.`,
      'Tillståndet ska placeras väl synligt innanför vindrutan. Det kan återkallas om villkoren inte följs. Beslutet kan överklagas till länsstyrelsen inom tre veckor från den dag ni fick del av det.',
    ],
  },
  health: {
    sender: { name: 'Majornas Företagshälsa AB', street: 'Mariagatan 17', town: '414 71 Göteborg', phone: '031-390 06 84', mail: 'mottagning@majornasfh.example', organisation: '556912-0446', signer: 'Dr. Helena Åkesson', role: 'Företagsläkare' },
    subject: 'Utlåtande efter rehabiliteringsmöte, Hugo Lindgren',
    paragraphs: (on) => [
      `Till Petra Wallin, ${on.office}. Detta utlåtande rör en medarbetares hälsa och får bara läsas av den som handlägger rehabiliteringen.`,
      `Vid mötet den ${on.from} framkom besvär i höger axel och hand efter långvarigt arbete vid skärm. Jag bedömer arbetsförmågan nedsatt med en fjärdedel till och med den ${on.until}, med en planerad återgång i två steg.`,
      'Jag rekommenderar höj- och sänkbart bord med centrerad styrplatta, pauser var femtionde minut och ergonomisk genomgång av arbetsplatsen inom två veckor. Återbesök är bokat.',
    ],
  },
  private: {
    sender: { name: 'Kustfast AB', street: 'Stigbergstorget 1', town: '414 63 Göteborg', phone: '031-390 06 18', mail: 'lars.ekdahl@kustfast.example', organisation: '556348-8065', signer: 'Lars Ekdahl', role: 'Förvaltare' },
    subject: 'Arbeten på värmesystemet, plan 3',
    paragraphs: (on) => [
      `Under vecka 49 byter vi styrventilerna på radiatorslingan i ert våningsplan på ${on.street}. Arbetet utförs vardagar mellan 07.00 och 15.00, och värmen stängs av högst fyra timmar i taget.`,
      'Vi behöver komma åt fönsterväggen i rummen Klippan och Hamnen. Flytta gärna möbler och modeller en meter från fönstren. Sladdar och kablar kan ligga kvar.',
      'Hör av er om något datum är olämpligt, så försöker vi lägga om ordningen.',
    ],
  },
  lease: {
    title: 'HYRESAVTAL FÖR LOKAL', landlord: 'Hyresvärd', tenant: 'Hyresgäst', number: 'Avtalsnummer', signed: 'Avtalsdatum',
    clauses: (on) => [
      ['Lokalens adress och användning', `Lokal om 612 m² på plan 2 och 3, ${on.street}. Lokalen hyrs ut för att användas till arkitektkontor med modellverkstad.`],
      ['Hyrestid', `Avtalet gäller från och med ${on.from} till och med ${on.until}. Uppsägning ska ske skriftligen minst nio månader före den avtalade hyrestidens utgång. I annat fall förlängs avtalet med tre år för varje gång.`],
      ['Hyra', 'Hyran utgör 910 400 kronor per år exklusive mervärdesskatt och betalas kvartalsvis i förskott senast sista vardagen före varje kvartals början. Hyran ändras enligt bifogad indexklausul, konsumentprisindex oktober 2024.'],
      ['Drift och gränsdragning', 'Hyresvärden svarar för fjärrvärme, ventilation, hiss och yttre skötsel. Hyresgästen svarar för el, städning och filterbyte enligt bilaga 4.'],
      ['Säkerhet', 'Hyresgästen ställer bankgaranti motsvarande tre månaders hyra. Garantin ska vara hyresvärden tillhanda före tillträdet.'],
      ['Övrigt', 'Ändringar och tillägg gäller endast om de är skriftliga och undertecknade av båda parter. Avtalet är upprättat i två exemplar, av vilka parterna tagit var sitt.'],
    ],
  },
  application: {
    applicant: { name: 'Ida Fransson', street: 'Slottsskogsgatan 41 B', town: '414 76 Göteborg', phone: '070-174 06 35', mail: 'ida.fransson@post.example' },
    subject: 'Ansökan: modellbyggare',
    paragraphs: [
      'Jag söker tjänsten som modellbyggare som ni annonserade den 30 oktober. Jag har byggt arkitekturmodeller i sju år, först i Köpenhamn och sedan på Ringön, och vill nu arbeta nära dem som ritar.',
      'Jag fräser, laserskär och gjuter, men tycker fortfarande bäst om att skissa i kapa tillsammans med arkitekten. Bland mina senaste arbeten finns tävlingsmodellen för Frihamnens bad och en sektion i skala 1:20 som går att plocka isär.',
      'Jag kan börja den 1 februari och berättar gärna mer vid en intervju. Mina referenser står i meritförteckningen.',
    ],
    cvTitle: 'Meritförteckning',
    cv: [
      ['Arbete', [['2022–', 'Ringöns Modellbygg AB, modellbyggare och ansvarig för laser'], ['2019–2022', 'Nyhavn Modelværksted, København, modellbyggare'], ['2018', 'Göteborgsoperan, praktik i dekorverkstaden']]],
      ['Utbildning', [['2015–2018', 'HDK-Valand, kandidat i design'], ['2014', 'Stenebyskolan, trä, ett år']]],
      ['Språk och verktyg', [['Språk', 'Svenska, danska, engelska, lite tyska'], ['Verktyg', 'Rhino, CNC-fräs, laser, silikongjutning']]],
      ['Referenser', [['', 'Jonas Hedman, Ringöns Modellbygg, 031-390 06 37']]],
    ],
  },
  certificate: {
    title: 'INTYG OM OBLIGATORISK VENTILATIONSKONTROLL',
    sender: { name: 'Hisings Ventilation AB', street: 'Deltavägen 7', town: '418 34 Göteborg', phone: '031-390 06 14', mail: 'faktura@hisingsvent.example', organisation: '556432-1182', signer: 'Birgitta Löf', role: 'Certifierad funktionskontrollant, behörighet K' },
    subject: 'OVK-protokoll Stigbergsliden 18',
    paragraphs: (on) => [`Ventilationssystemet i byggnaden har kontrollerats enligt plan- och byggförordningen. Resultat: godkänd. Anmärkning: låg tilluft på plan 3, åtgärdas vid injustering. Intyget gäller till och med den ${on.until} och ska anslås på väl synlig plats.`],
    facts: [['System', 'FTX 1–3'], ['Kontrollerade plan', '1–3'], ['Projekterat flöde', '2 450 l/s'], ['Uppmätt flöde', '2 380 l/s']],
  },
  minutes: {
    title: 'Protokoll från projektmöte, Kv. Hajen', place: 'Klippan, Stigbergsliden 18', present: 'Närvarande', keeper: 'Vid protokollet',
    items: [
      ['§ 1 Föregående protokoll', 'Protokollet från den 9 november lades till handlingarna.'],
      ['§ 2 Bygglov', 'Staden väntar på reviderad ritning A-40.1-02 med schaktet i sektion B. Karin Öberg svarar senast torsdag klockan 12.'],
      ['§ 3 Ventilation', 'Schakt genom bjälklag utförs i EI 60 enligt detalj 40.3-11. Mira Jokinen kontrollerar bärningen före fredag.'],
      ['§ 4 Modell', 'Wilma Sand bygger en sektionsmodell i skala 1:50. Material beställs av Ringöns Modellbygg.'],
      ['§ 5 Nästa möte', 'Måndag den 7 december klockan 13.00 i Hamnen.'],
    ],
  },
  advertising: {
    company: 'Kontorsmässan 2027', headline: 'Boka er plats på Kontorsmässan 2027!',
    text: 'Den 9–11 februari samlas 240 utställare på Svenska Mässan. Möt framtidens kontor och ta del av fyrtio kostnadsfria föreläsningar.',
    points: ['20 % rabatt på monter före 15 december', 'Fri entré för två personer', 'Seminarier om ljus, ljud och luft'], call: 'Anmäl er på www.kontorsmassan.example',
  },
  statement: {
    bank: 'Handelsbanken', title: 'Kontoutdrag', account: 'Konto', day: 'Datum', text: 'Text', out: 'Ut', in: 'In', balance: 'Saldo', opening: 'Ingående saldo', closing: 'Utgående saldo',
    rows: ['Bg Kustfast AB', 'Bg Västkust Städ AB', 'Insättning Kv. Hajen', 'Lön november', 'Skatteverket', 'Kortköp SJ', 'Bg Kopiera Väst AB', 'Insättning Backaplan'],
  },
  sentences: [
    'Hyresgästen svarar själv för el, städning och byte av filter enligt bilagan.', 'Vi bekräftar härmed er beställning och återkommer med leveransdag.',
    'Mötet öppnades av ordföranden, som hälsade alla välkomna.', 'Kopiatorn på plan två behöver ny trumma före årsskiftet.',
    'Åtgärderna ska vara färdiga senast fredag klockan femton.', 'Ring växeln om ni inte kommer in genom östra porten.',
    'Nycklarna kvitteras ut hos receptionen mot legitimation.', 'Brandövningen hålls två gånger om året, vår och höst.',
    'Ännu har ingen anmält sig till kursen i första hjälpen.', 'Blommorna i entrén vattnas varje måndag och torsdag.',
    'Fakturan ska märkas med projektnummer och beställarens namn.', 'Protokollet justeras av två närvarande ledamöter.',
    'Äldre ritningar förvaras i arkivet i källaren, hylla fyra.', 'Vid övertid ska närmaste chef alltid vara underrättad i förväg.',
  ],
  mail: {
    hello: 'Hej,', bill: (number) => `bifogat finns faktura ${number}. Hör av er om något verkar fel.`, forward: 'Kan du ta hand om den här? Den låg i min inkorg.',
    forwardedHead: 'Vidarebefordrat meddelande', subjectBill: (number, company) => `Faktura ${number} från ${company}`,
    request: ['Studiebesök i december?', 'vi är arton studenter från Chalmers som gärna skulle se ert kontor och modellverkstaden en förmiddag i december. Passar någon dag vecka 50?\n\nMed vänlig hälsning\nEster Nylund, Arkitektur årskurs 3'],
  },
}
