import { type Corpus, one } from './model.ts'

export const nb: Corpus = {
  clean: [
    {
      subject: 'Befaring',
      text: 'Hei Kari,\n\nvi kommer på befaring tirsdag 24. november kl. 09.30. Regn med to timer. Ring gjerne 22 12 34 56 hvis det ikke passer.\n\nVennlig hilsen\nOla Nordmann',
      to: [{ name: 'Kari Hansen', email: 'kari.hansen@firma.example' }],
    },
    {
      text: 'Hei,\n\ntakk for fakturaen datert 28. oktober 2026. Den ble betalt 20. november til kontonummer 8601.11.17947. Si fra om noe mangler.\n\nMvh\nMarit',
    },
    {
      text: 'Tilbud\n\nFilterbytte         4 850,00\nInnregulering      10 740,00\nReise                 400,00\nSum eks. mva.      15 990,00\nMva. 25 %           3 997,50\nÅ betale           19 987,50\n\nTilbudet gjelder til og med 31. desember 2026.',
    },
    {
      text: 'Innkalling til styremøte\n\nTid: torsdag 3. desember kl. 17.00–19.00\nSted: Møterommet, 2. etasje\n\n1. Åpning\n2. Økonomirapport\n3. Budsjett 2027\n4. Eventuelt\n\nVelkommen!',
      purpose: 'invitation',
    },
    {
      text: 'Hei Johan,\n\nvedlagt følger kontrakten i to eksemplarer. Signer og send ett av dem tilbake innen 4. desember.\n\nHilsen\nKarin',
      attached: true,
      to: [{ name: 'Johan Dahl', email: 'johan.dahl@nord.example' }],
    },
    {
      text: 'Til alle beboere\n\nVannet stenges onsdag 2. desember mellom kl. 8 og 12. Fyll gjerne opp vann på forhånd. Heisen går som vanlig.\n\nVaktmesteren',
      purpose: 'announcement',
    },
    {
      text: 'Hei!\n\nJeg har fri i uke 52 og er tilbake mandag 4. januar. I mellomtiden svarer Ingrid på 901 23 456.\n\nMvh Per',
    },
    {
      text: 'Hei Anne,\n\nher er kontoopplysningene våre: IBAN NO93 8601 1117 947. Bruk KID 00123455 når dere betaler.\n\nVennlig hilsen\nRegnskap',
      to: [{ name: 'Anne Berg', email: 'anne.berg@kunde.example' }],
    },
    {
      text: 'Kjære herr Lund,\n\nvi viser til samtalen vår 12. november og bekrefter at oppsigelsen av leiekontrakten, signert 1. mars 2019, er mottatt. Kontrakten opphører 28. februar 2027. Depositumet på 15 000 kr tilbakebetales innen 30 dager.\n\nMed vennlig hilsen\nAlmgren & Tveit',
      to: [{ name: 'Sven Lund', email: 'sven@lund.example' }],
      purpose: 'letter',
    },
    {
      text: 'Hei alle sammen,\n\nreferatet fra møtet 19. november ligger nå på oppslagstavlen. Neste møte er 10. desember, samme tid.\n\nHilsen styret',
      to: [
        { name: 'Bo Ek', inside: true },
        { name: 'Ida Øst', inside: true },
      ],
    },
    {
      text: 'Hei Ulf,\n\nkan du legge ved kvitteringen neste gang? Uten den kan vi ikke utbetale 1 250 kr.\n\nTakk!\nMarit',
      to: [{ name: 'Ulf Gran', email: 'ulf.gran@almgren.example', inside: true }],
    },
    {
      text: 'Hei Sara,\n\njeg signerer i dag og sender originalen i posten i morgen.\n\nHilsen Eli\n\nDen 18. november 2026 skrev Sara Holm <sara@holm.example>:\n> Møte onsdag 24. november? Se vedlegg. 300 kr + 200 kr = 600 kr.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Bestilling til lunsj fredag 27. november:\n\n- 12 rundstykker à 89 kr = 1 068 kr\n- 12 kaffe à 25 kr = 300 kr\n\nTotalt 1 368 kr. Levering kl. 11.45, takk!',
    },
    {
      text: 'Hei,\n\nreisen kostet 2 340 kr for tog, 1 895 kr for hotell og 240 kr for drosje, til sammen 4 475 kr. Kvitteringene leverer jeg på mandag.\n\nMvh\nNadia',
    },
    {
      text: 'Kurs i førstehjelp\n\nMandag–tirsdag 7.–8. desember kl. 9–16 i storsalen. Påmelding innen 30. november til Ingrid. Det var 14 deltakere i fjor.',
      purpose: 'announcement',
    },
    {
      text: 'Hei Mikael,\n\nbudsjettet øker fra 250 000 kr til 275 000 kr neste år. Det er en økning på 10 %. Det er reiser som koster mest.\n\nHilsen\nJohan',
      to: [{ name: 'Mikael Ås', email: 'mikael@as.example' }],
    },
    {
      text: 'Vedtak\n\nDet gis byggetillatelse for tilbygg på eiendommen Bjerkeveien 4. Vedtaket kan påklages innen tre uker fra det ble mottatt. Org.nr. 974 760 673. Saksnr. 2026/412.\n\nVedtaket ble fattet 17. november 2026.',
      purpose: 'letter',
    },
    {
      text: 'Hei Olav,\n\nDet går fint å bytte: du tar vakten kl. 22.00–06.00 natt til lørdag, jeg tar søndag. I november ble det 160 timer.\n\nHilsen Lars',
      to: [{ name: 'Olav Svendsen', email: 'olav.svendsen@almgren.example', inside: true }],
    },
    {
      text: 'Hei,\n\ninvitasjon til julebord fredag 11. desember kl. 18.30 på Vertshuset. Gi beskjed om allergier innen 1. desember. Velkommen!\n\nFestkomiteen',
      purpose: 'invitation',
    },
    {
      text: 'Priser 2027 (eks. mva.)\n\nTime på dagtid: 895 kr\nTime på kveldstid: 1 295 kr\nMinstepris: 2 timer\n\nPrisene gjelder fra 1. januar 2027.',
    },
    {
      text: 'Hei Petra,\n\nwebinaret heter «How to write a good report» og holdes på engelsk tirsdag 8. desember (uke 50). Lenken kommer på e-post dagen før.\n\nMvh Eli',
      to: [{ name: 'Petra Sund', email: 'petra.sund@x.example' }],
    },
    {
      text: 'Notat om heisen\n\nHeisen i oppgang B står stille mandag 30. november kl. 07.00–15.00 på grunn av service. Bruk oppgang A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Hei,\n\nvi ses onsdag 24. november klokken ti på kontoret.'),
    one('weekday|Møte fredag 26.11. kl. 13. Velkommen!'),
    one('weekday|Leveringen skjer 1. desember (onsdag) før lunsj.'),
    one('weekday|Styret møtes torsdag den 4. desember i sal 3.'),
    one('week|Vi pusser opp kjøkkenet i uke 49 (23.–27. november).'),
    one('week|Kurset holdes uke 50, 24. november, for alle i 2. etasje.'),
    one('relative-day|Håndverkeren kommer i morgen, tirsdag, klokken åtte.'),
    one('relative-day,weekday|Husk dugnad i morgen 25. november!'),
    one('no-such-day|Husleien må være betalt senest 31. november.'),
    one('no-such-day|Avtalen utløper 30. februar 2027.'),
    one('past|Svar innen 15. oktober 2026, så holder vi av en plass.'),
    one('past|Velkommen til åpningen 12. november 2026 kl. 18!'),
    one('reversed|Kontoret er stengt 27.–24. desember for alle.'),
    one('reversed|Åpningstider lørdag: kl. 15.00–11.00.'),
    one('time|Vi møtes kl. 25.30 i resepsjonen.'),
    one('time|Bussen går 14:75 fra torget.'),
    one('sum|Maling 1 250,00\nKoster 340,00\nTape 95,00\nSum 1 785,00'),
    one('sum|Hotellet kostet 1 895 kr, toget 940 kr og maten 310 kr, til sammen 3 245 kr.'),
    one('product|Vi bestilte 12 stk à 89 kr = 1 168 kr.'),
    one('vat,sum|Arbeid 8 000,00\nMateriell 2 000,00\nSum eks. mva. 10 000,00\nMva. 25 % 2 050,00\nÅ betale 12 050,00'),
    one('iban|Betal til IBAN NO93 8601 1117 948.'),
    one('account|Beløpet settes inn på kontonummer 8601.11.17948.'),
    one('reference|Bruk KID 00123456 ved betaling.'),
    one('number|Organisasjonsnummer 974 760 674.'),
    one('attachment|Hei,\n\njeg legger ved referatet fra torsdag.\n\nMvh Eli'),
    one('attachment|Se vedlegget for priser og vilkår.'),
    one('attachment|Her kommer rapporten vi snakket om.'),
    one('placeholder|Hei {fornavn},\n\ntakk for besøket.'),
    one('placeholder|Møtet holdes [dato] i storsalen.'),
    one('placeholder|Kundenummeret ditt er XXXX, og vi kommer tilbake til deg.'),
    one('double|Vi kommer tilbake så snart at at vedtaket er fattet.'),
    one(
      'language|Hei og takk for meldingen. Vi har mottatt bestillingen deres. Please let us know if you have any questions about the delivery. Varene sendes på mandag.',
    ),
    one('telephone|Ring oss på telefon 22 12.'),
    one('count|Vi trenger tre ting fra dere:\n- kontrakten\n- plantegningen\n- et bilde\n- kontonummeret'),
    {
      rules: ['greeting'],
      text: 'Hei Anne,\n\ntakk for samtalen i går.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Hei Bo,\n\ntakk for hjelpen.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@norskventllasjon.example' }],
      domains: ['norskventilasjon.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Hei Bo,\n\ndette er kun til internt bruk: marginen er 12 %.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'Vi tar den prisen.',
      to: [
        { name: 'Eli', email: 'eli@a.example', inside: true },
        { name: 'Bo Ek', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'eli@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Her er grunnlaget.',
      attached: true,
      secret: true,
      to: [{ name: 'Bo Ek', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'Jeg har snakket med Kari Hanssen om saken.', names: ['Kari Hansen'] },
    { rules: ['subject'], subject: '', text: 'Hei, jeg kommer tilbake i morgen.' },
  ],
}
