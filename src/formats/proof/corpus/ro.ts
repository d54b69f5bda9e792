import { type Corpus, one } from './model.ts'

export const ro: Corpus = {
  clean: [
    {
      subject: 'Inspecție',
      text: 'Bună ziua, Ana,\n\nvenim pentru inspecție marți, 24 noiembrie, la ora 9:30. Durează două ore. Sunați la 021 312 34 56 dacă nu vă convine.\n\nCu stimă,\nAndrei Pop',
      to: [{ name: 'Ana Ionescu', email: 'ana.ionescu@firma.example' }],
    },
    {
      text: 'Bună ziua,\n\nvă mulțumim pentru factura din 28 octombrie 2026. A fost achitată pe 20 noiembrie. Anunțați-ne dacă lipsește ceva.\n\nCu stimă,\nMaria',
    },
    {
      text: 'Ofertă\n\nSchimbare filtre     4.850,00 lei\nReglaj              10.740,00 lei\nDeplasare              400,00 lei\nTotal fără TVA      15.990,00 lei\nTVA 21%              3.357,90 lei\nTotal de plată      19.347,90 lei\n\nOferta este valabilă până la 31 decembrie 2026.',
    },
    {
      text: 'Convocare la ședința consiliului\n\nData: joi, 3 decembrie, orele 17:00–19:00\nLocul: sala de ședințe, etajul 2\n\n1. Deschidere\n2. Raport financiar\n3. Buget 2027\n4. Diverse\n\nVă așteptăm!',
      purpose: 'invitation',
    },
    {
      text: 'Bună, Ion,\n\natașat găsești contractul în două exemplare. Te rog să semnezi și să trimiți unul înapoi până pe 4 decembrie.\n\nCu drag,\nCarmen',
      attached: true,
      to: [{ name: 'Ion Dumitru', email: 'ion.dumitru@nord.example' }],
    },
    {
      text: 'Către toți locatarii\n\nApa se oprește miercuri, 2 decembrie, între orele 8 și 12. Faceți rezerve din timp. Liftul funcționează normal.\n\nAdministratorul',
      purpose: 'announcement',
    },
    {
      text: 'Bună!\n\nSunt în concediu în săptămâna 52 și revin luni, 4 ianuarie. Între timp răspunde Ingrid la 0722 123 456.\n\nNumai bine, Petru',
    },
    {
      text: 'Stimată doamnă Marin,\n\ncontul nostru este IBAN RO49 AAAA 1B31 0075 9384 0000. Vă rugăm să menționați numărul facturii la plată. CUI 14399840.\n\nCu stimă,\nContabilitate',
      to: [{ name: 'Elena Marin', email: 'elena.marin@client.example' }],
    },
    {
      text: 'Stimate domnule Lungu,\n\nreferitor la discuția noastră din 12 noiembrie, confirmăm că am primit rezilierea contractului de închiriere, semnat la 1 martie 2019. Contractul încetează la 28 februarie 2027. Garanția de 1.500 lei se restituie în 30 de zile.\n\nCu stimă,\nAlmgren & Tveit',
      to: [{ name: 'Vasile Lungu', email: 'vasile@lungu.example' }],
      purpose: 'letter',
    },
    {
      text: 'Bună tuturor,\n\nprocesul-verbal al ședinței din 19 noiembrie este la avizier. Următoarea ședință este pe 10 decembrie, la aceeași oră.\n\nConducerea',
      to: [
        { name: 'Bogdan Ene', inside: true },
        { name: 'Ida Pop', inside: true },
      ],
    },
    {
      text: 'Bună, Radu,\n\nte rog să atașezi bonul data viitoare. Fără bon nu putem deconta cei 125 lei.\n\nMulțumesc!\nMaria',
      to: [{ name: 'Radu Gran', email: 'radu.gran@almgren.example', inside: true }],
    },
    {
      text: 'Bună, Sara,\n\nsemnez astăzi și trimit originalul mâine prin poștă.\n\nCu drag, Elena\n\nPe 18 noiembrie 2026, Sara Holm <sara@holm.example> a scris:\n> Ședință miercuri, 24 noiembrie? Vezi anexa. 300 lei + 200 lei = 600 lei.\n',
      to: [{ name: 'Sara Holm', email: 'sara@holm.example' }],
    },
    {
      text: 'Comandă pentru prânz, vineri, 27 noiembrie:\n\n- 12 sandvișuri x 25 lei = 300 lei\n- 12 cafele x 10 lei = 120 lei\n\nTotal 420 lei. Livrare la ora 11:45, mulțumim!',
    },
    {
      text: 'Bună ziua,\n\ndeplasarea a costat 234 lei trenul, 189,50 lei hotelul și 24 lei taxiul, în total 447,50 lei. Aduc bonurile luni.\n\nO zi bună,\nNadia',
    },
    {
      text: 'Curs de prim ajutor\n\nLuni–marți, 7–8 decembrie, orele 9–16, în sala mare. Înscrieri până pe 30 noiembrie la Ingrid. Anul trecut au fost 14 participanți.',
      purpose: 'announcement',
    },
    {
      text: 'Bună, Mihai,\n\nbugetul crește de la 25.000 lei la 27.500 lei anul viitor. Este o creștere de 10%. Mai sunt 2 mai multe deplasări decât anul trecut.\n\nCele bune,\nIon',
      to: [{ name: 'Mihai Albu', email: 'mihai@albu.example' }],
    },
    {
      text: 'Decizie\n\nSe acordă autorizația de construire pentru extinderea de pe strada Mesteacănului 4. Decizia poate fi contestată în 30 de zile de la comunicare. Nr. 2026-0412.\n\nDecizia a fost luată la 17 noiembrie 2026.',
      purpose: 'letter',
    },
    {
      text: 'Bună, Gigi,\n\nE în regulă schimbul: tu faci tura 22:00–06:00 în noaptea spre sâmbătă, eu fac duminică. În noiembrie au fost 160 de ore.\n\nSpor, Dan',
      to: [{ name: 'Gheorghe Stan', email: 'gheorghe.stan@almgren.example', inside: true }],
    },
    {
      text: 'Dragi colegi,\n\nsunteți invitați la cina de Crăciun vineri, 11 decembrie, la ora 18:30, la Han. Anunțați alergiile până pe 1 decembrie. Vă așteptăm!\n\nComitetul',
      purpose: 'invitation',
    },
    {
      text: 'Tarife 2027 (fără TVA)\n\nOră de zi: 89,50 lei\nOră de seară: 129,50 lei\nMinimum: 2 ore\n\nTarifele se aplică de la 1 ianuarie 2027.',
    },
    {
      text: 'Bună, Petra,\n\nwebinarul se numește „How to write a good report” și este în engleză, marți, 8 decembrie (săptămâna 50). Linkul vine pe e-mail cu o zi înainte.\n\nElena',
      to: [{ name: 'Petra Sandu', email: 'petra.sandu@x.example' }],
    },
    {
      text: 'Notă despre lift\n\nLiftul de pe scara B nu funcționează luni, 30 noiembrie, între orele 07:00–15:00, din cauza reviziei. Folosiți scara A.',
      purpose: 'memo',
    },
  ],
  planted: [
    one('weekday|Bună ziua,\n\nne vedem miercuri, 24 noiembrie, la ora zece, la birou.'),
    one('weekday|Ședință vineri 26.11 la ora 13. Vă așteptăm!'),
    one('weekday|Livrarea se face pe 1 decembrie (miercuri) înainte de prânz.'),
    one('weekday|Consiliul se întrunește joi, 4 decembrie 2026, în sala 3.'),
    one('week|Renovăm bucătăria în săptămâna 49 (23–27 noiembrie).'),
    one('week|Cursul este în săptămâna 50, 24 noiembrie, pentru toți de la etajul 2.'),
    one('relative-day|Meșterul vine mâine, marți, la ora opt.'),
    one('relative-day,weekday|Nu uitați curățenia de mâine (25 noiembrie)!'),
    one('no-such-day|Chiria trebuie plătită până pe 31 noiembrie.'),
    one('no-such-day|Contractul expiră la 30 februarie 2027.'),
    one('past|Vă rugăm să răspundeți până la 15 octombrie 2026, ca să vă păstrăm locul.'),
    one('past|Vă așteptăm la inaugurare pe 12 noiembrie 2026, la ora 18!'),
    one('reversed|Biroul este închis în perioada 27–24 decembrie.'),
    one('reversed|Program sâmbătă: orele 15:00–11:00.'),
    one('time|Ne întâlnim la ora 25:30 la recepție.'),
    one('time|Autobuzul pleacă la 14:75 din piață.'),
    one('sum|Vopsea 125,00\nPensule 34,00\nBandă 9,50\nTotal 178,50'),
    one('sum|Hotelul a costat 189 lei, trenul 94 lei și masa 31 lei, în total 324 lei.'),
    one('product|Am comandat 12 buc x 8,90 lei = 116,80 lei.'),
    one('vat,sum|Manoperă 800,00\nMateriale 200,00\nTotal fără TVA 1.000,00\nTVA 21% 201,00\nTotal de plată 1.201,00'),
    one('iban|Plătiți în contul IBAN RO49 AAAA 1B31 0075 9384 0001.'),
    one('number|CUI 14399841 este trecut pe factură.'),
    one('number|CNP 1960229123456 apare în formular.'),
    one('iban|Contul: RO09BCYP0000001234567891.'),
    one('attachment|Bună, Ion,\n\nîți atașez procesul-verbal de joi.\n\nElena'),
    one('attachment|Vedeți anexa pentru prețuri și condiții.'),
    one('attachment|Găsiți atașat raportul despre care am vorbit.'),
    one('placeholder|Bună, {prenume},\n\nmulțumim pentru vizită.'),
    one('placeholder|Ședința are loc pe [data] în sala mare.'),
    one('placeholder|Numărul dumneavoastră de client este XXXX și revenim.'),
    one('double|Revenim imediat ce ce decizia este luată.'),
    one(
      'language|Vă mulțumim pentru mesaj. Am primit comanda dumneavoastră. Please let us know if you have any questions about the delivery. Marfa pleacă luni.',
    ),
    one('telephone|Sunați-ne la telefon 021 31.'),
    one(
      'count|Avem nevoie de trei lucruri de la dumneavoastră:\n- contractul\n- planul\n- o fotografie\n- numărul de cont',
    ),
    {
      rules: ['greeting'],
      text: 'Bună, Ana,\n\nmulțumesc pentru discuția de ieri.',
      to: [{ name: 'Bogdan Ene', email: 'bogdan.ene@x.example' }],
    },
    {
      rules: ['similar-domain'],
      text: 'Bună, Bogdan,\n\nmulțumesc pentru ajutor.',
      to: [{ name: 'Bogdan Ene', email: 'bogdan.ene@ventilati.example' }],
      domains: ['ventilatii.example'],
    },
    {
      rules: ['inside-words'],
      text: 'Bună, Bogdan,\n\nacesta este doar pentru uz intern: marja este 12%.',
      to: [{ name: 'Bogdan Ene', email: 'bogdan.ene@x.example' }],
    },
    {
      rules: ['reply-all'],
      text: 'Luăm prețul acela.',
      to: [
        { name: 'Elena', email: 'elena@a.example', inside: true },
        { name: 'Bogdan Ene', email: 'bo@x.example' },
      ],
      replyingTo: { from: 'elena@a.example', fromInside: true },
    },
    {
      rules: ['secret'],
      text: 'Iată documentele.',
      attached: true,
      secret: true,
      to: [{ name: 'Bogdan Ene', email: 'bo@x.example' }],
    },
    { rules: ['name'], text: 'Am vorbit cu Ana Ionesu despre asta.', names: ['Ana Ionescu'] },
    { rules: ['subject'], subject: '', text: 'Bună ziua, revin mâine.' },
  ],
}
