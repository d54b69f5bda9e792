import { type Corpus, one } from './model.ts'

export const sv: Corpus = {
  clean: [
    {
      subject: 'Besiktning',
      text: 'Hej Birgitta,\n\nvi kommer för besiktning tisdagen den 24 november kl. 9.30. Räkna med två timmar. Ring gärna 031-390 06 14 om det inte passar.\n\nVänliga hälsningar\nElin Bergqvist',
      to: [{ name: 'Birgitta Löf', email: 'birgitta.lof@hisingsvent.example' }],
    },
    {
      text: 'Hej,\n\ntack för er faktura daterad 28 oktober 2026. Den är betald den 20 november till bankgiro 5050-1055. Hör av er om något saknas.\n\nMvh\nMaria',
    },
    {
      text: 'Offert\n\nFilterbyte          4 850,00\nInjustering        10 740,00\nResor                 400,00\nSumma exkl. moms   15 990,00\nMoms 25 %           3 997,50\nAtt betala         19 987,50\n\nOfferten gäller till och med den 31 december 2026.',
    },
    {
      text: 'Kallelse till styrelsemöte\n\nTid: torsdag 3 december kl. 17.00–19.00\nPlats: Sammanträdesrummet, plan 2\n\n1. Mötets öppnande\n2. Ekonomisk rapport\n3. Budget 2027\n4. Övriga frågor\n\nVälkommen!',
      purpose: 'invitation',
    },
    {
      text: 'Hej Johan,\n\nbifogat finner du avtalet i två exemplar. Skriv under och skicka tillbaka ett av dem före den 4 december.\n\nHälsningar\nKarin',
      attached: true,
      to: [{ name: 'Johan Ek', email: 'johan.ek@norra.example' }],
    },
    {
      text: 'Till samtliga hyresgäster\n\nVattnet stängs av onsdagen den 2 december mellan kl. 8 och 12. Fyll gärna upp vatten i förväg. Hissen går som vanligt.\n\nFastighetsskötaren',
      purpose: 'announcement',
    },
    {
      text: 'Hej!\n\nJag är ledig v. 52 och v. 53 och är tillbaka måndagen den 4 januari. Under tiden svarar Ingrid på 070-123 45 67.\n\nMvh Per',
    },
    {
      text: 'Hej Anna,\n\nhär är våra kontouppgifter: IBAN SE45 5000 0000 0583 9825 7466, BIC ESSESESS. Ange OCR 881270029 när ni betalar.\n\nVänligen\nEkonomi',
      to: [{ name: 'Anna Berg', email: 'anna.berg@kund.example' }],
    },
    {
      text: 'Bäste herr Lindqvist,\n\nmed hänvisning till vårt samtal den 12 november bekräftar vi att uppsägningen av hyresavtalet, undertecknat den 1 mars 2019, har mottagits. Avtalet upphör den 28 februari 2027. Depositionen om 15 000 kr återbetalas inom 30 dagar.\n\nHögaktningsfullt\nAlmgren & Tveit',
      to: [{ name: 'Sven Lindqvist', email: 'sven@lindqvist.example' }],
      purpose: 'letter',
    },
    {
      text: 'Hej alla,\n\nprotokollet från mötet den 19 november ligger nu på anslagstavlan. Nästa möte är den 10 december, samma tid.\n\nHälsningar styrelsen',
      to: [
        { name: 'Bo Ek', inside: true },
        { name: 'Ida Öst', inside: true },
      ],
    },
    {
      text: 'Hej Ulf,\n\nkan du bifoga kvittot nästa gång? Utan kvitto kan vi inte betala ut 1 250 kr.\n\nTack!\nMaria',
      to: [{ name: 'Ulf Gran', email: 'ulf.gran@almgren.example', inside: true }],
    },
    {
      text: 'Hej Sara,\n\njag skriver under idag och skickar originalet med posten i morgon.\n\n/Elin\n\nDen 18 november 2026 skrev Sara Holm <sara@holm.example>:\n> Hej, möte onsdag 24 november? Se bilaga. Totalt 300 kr + 200 kr = 600 kr.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Lunchbeställning till fredag 27 november:\n\n- 12 smörgåsar à 89 kr = 1 068 kr\n- 12 kaffe à 25 kr = 300 kr\n\nTotalt 1 368 kr. Leverans kl. 11.45, tack!',
    },
    {
      text: 'Hej,\n\nresan kostade 2 340 kr för tåg, 1 895 kr för hotell och 240 kr för taxi, totalt 4 475 kr. Kvitton lämnar jag på måndag.\n\nMvh\nNadia',
    },
    {
      text: 'Utbildning i hjärt-lungräddning\n\nMåndag–tisdag 7–8 december kl. 9–16 i stora salen. Anmälan senast 30 november till Ingrid. Det var 14 deltagare förra året.',
      purpose: 'announcement',
    },
    {
      text: 'Hej Mikael,\n\nbudgeten höjs från 250 000 kr till 275 000 kr nästa år. Ökningen är alltså 10 %. Det som som regel drar över är resor.\n\nHälsningar\nJohan',
      to: [{ name: 'Mikael Ås', email: 'micke@as.example' }],
    },
    {
      text: 'Beslut\n\nBygglov beviljas för tillbyggnad på fastigheten Björken 4. Beslutet kan överklagas inom tre veckor från den dag ni fick del av det. Org.nr 556016-0680. Dnr 2026-0412.\n\nBeslutet fattades den 17 november 2026.',
      purpose: 'letter',
    },
    {
      text: 'Hej Bosse,\n\nDet gick bra att byta: du tar jouren kl. 22.00–06.00 natten till lördag, jag tar söndag. I november blev det 160 timmar.\n\nTack och hej\nLasse',
      to: [{ name: 'Bo Svensson', email: 'bo.svensson@almgren.example', inside: true }],
    },
    {
      text: 'Hej,\n\ninbjudan till julbord fredagen den 11 december kl. 18.30 på Värdshuset. Meddela eventuella allergier senast den 1 december. Välkomna!\n\nFestkommittén',
      purpose: 'invitation',
    },
    {
      text: 'Priser 2027 (exkl. moms)\n\nTimme dagtid: 895 kr\nTimme kvällstid: 1 295 kr\nMinsta debitering: 2 timmar\n\nPriserna gäller från 1 januari 2027.',
    },
    {
      text: 'Hej Petra,\n\nwebbinariet heter "How to write a good report" och hålls på engelska tisdag 8 december (v. 50). Länken kommer på mejl dagen innan.\n\nMvh Elin',
      to: [{ name: 'Petra Sund', email: 'petra.sund@x.example' }],
    },
    {
      text: 'PM om hissen\n\nHissen i trapphus B står stilla måndag den 30 november kl. 07.00–15.00 på grund av service. Använd trapphus A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Hej,\n\nvi ses onsdagen den 24 november klockan tio på kontoret.'),
    one('weekday|Möte fredag 26/11 kl. 13. Välkomna!'),
    one('weekday|Leveransen sker den 1 december (onsdag) före lunch.'),
    one('weekday|Styrelsen sammanträder torsdag 2026-12-04 i sal 3.'),
    one('weekday,week|Kursen ges vecka 50, den 24 november, för alla på plan 2.'),
    one('week|Vi bygger om köket v. 49 (23–27 november).'),
    one('relative-day|Hantverkaren kommer imorgon, tisdag, vid åtta.'),
    one('relative-day,weekday|Påminnelse: städdag i morgon den 25 november!'),
    one('no-such-day|Hyran ska vara oss tillhanda senast den 31 november.'),
    one('no-such-day|Avtalet löper ut 30 februari 2027.'),
    one('past|Svara senast den 15 oktober 2026, så bokar vi plats åt er.'),
    one('past|Välkommen till invigningen den 12 november 2026 kl. 18!'),
    one('reversed|Kontoret är stängt 27–24 december för alla.'),
    one('reversed|Öppettider på lördag: kl. 15.00–11.00.'),
    one('time|Vi ses kl. 25.30 i receptionen.'),
    one('time|Bussen går 14:75 från torget.'),
    one('sum|Färg 1 250,00\nPenslar 340,00\nTejp 95,00\nSumma 1 785,00'),
    one('sum|Hotellet kostade 1 895 kr, tåget 940 kr och maten 310 kr, totalt 3 245 kr.'),
    one('product|Vi beställde 12 st à 89 kr = 1 168 kr.'),
    one(
      'vat,sum|Arbete 8 000,00\nMaterial 2 000,00\nSumma exkl. moms 10 000,00\nMoms 25 % 2 050,00\nAtt betala 12 050,00',
    ),
    one('iban|Betala till IBAN SE45 5000 0000 0583 9825 7467.'),
    one('account|Sätt in beloppet på bankgiro 5050-1054.'),
    one('reference|Ange OCR 881270027 vid betalning.'),
    one('number|Vårt org.nr är 556016-0681.'),
    one('attachment|Hej,\n\njag bifogar protokollet från i torsdags.\n\nMvh Elin'),
    one('attachment|Se bilagan för priser och villkor.'),
    one('attachment|Här kommer rapporten som vi talade om.'),
    one('placeholder|Hej {förnamn},\n\ntack för ditt besök.'),
    one('placeholder|Mötet hålls den [datum] i stora salen.'),
    one('placeholder|Ditt kundnummer är XXXX och vi återkommer.'),
    one('double|Vi återkommer så snart att att beslutet är fattat.'),
    one(
      'language|Hej och tack för ert meddelande. Vi har tagit emot beställningen. Please let us know if you have any questions about the delivery. Varorna skickas på måndag.',
    ),
    one('telephone|Ring oss på telefon 031-39.'),
    one('count|Vi behöver tre saker av er:\n- avtalet\n- planritningen\n- ett foto\n- ert kontonummer'),
    {
      rules: ['greeting'],
      text: 'Hej Anna,\n\ntack för samtalet igår.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Hej Bo,\n\ntack för hjälpen.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@hisingsvemt.example' }],
      domains: ['hisingsvent.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Hej Bo,\n\ndetta är endast för internt bruk: marginalen är 12 %.',
      to: [{ name: 'Bo Ek', email: 'bo.ek@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'Vi tar det priset.',
      to: [
        { name: 'Elin', email: 'elin@a.example', inside: true },
        { name: 'Bo Ek', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'elin@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Här är underlaget.',
      attached: true,
      secret: true,
      to: [{ name: 'Bo Ek', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'Jag har talat med Birgita Löf om saken.', names: ['Birgitta Löf'] },
    { rules: ['subject'], subject: '', text: 'Hej, återkommer i morgon.' },
  ],
}
