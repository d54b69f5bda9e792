import type { ProofWords } from './model.ts'

export const sv: ProofWords = {
  weekdays: [
    'måndag(?:en|ens|ar)?|mån|må',
    'tisdag(?:en|ens|ar)?|tis|ti',
    'onsdag(?:en|ens|ar)?|ons',
    'torsdag(?:en|ens|ar)?|tors|tor|to',
    'fredag(?:en|ens|ar)?|fre|fr',
    'lördag(?:en|ens|ar)?|lör|lö',
    'söndag(?:en|ens|ar)?|sön|sö',
  ],
  months: [
    'januari|jan',
    'februari|febr|feb',
    'mars|mar',
    'april|apr',
    'maj',
    'juni|jun',
    'juli|jul',
    'augusti|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'december|dec',
  ],
  dayMark: ':e|:a|:de|e|:te',
  beforeDay: 'den',
  between: 'i|år',
  clock: 'kl|klockan',
  week: 'vecka|v\\.?',
  relative: {
    idag: 0,
    'i dag': 0,
    ikväll: 0,
    'i kväll': 0,
    imorgon: 1,
    'i morgon': 1,
    imorron: 1,
    övermorgon: 2,
    'i övermorgon': 2,
    igår: -1,
    'i går': -1,
    förrgår: -2,
  },
  rangeWords: 'till och med|till|t\\.?\\s?o\\.?\\s?m\\.?',
  ahead:
    'senast|före|innan|till och med|t\\.?o\\.?m|deadline|sista (?:betalnings|svars|anmälnings)?dag(?:en)?|\\w*frist(?:en)?|förfaller|förfallodag(?:en)?|ska|skall|kommer|välkom\\w*|vänligen|ses|träffas|inbjud\\w*|bjuder|kallas?|kallelse|planerat?|planerade|äger rum|svara|svar|återkom\\w*|boka[rt]?|bokat|oss tillhanda|betala|betalas|skicka|lämna|lämnas|hålls|passar|kan vi|hinner|anmäl\\w*|o\\.?s\\.?a|börjar|startar|går ut|löper ut|infaller|leverera[rs]?|levereras',
  behind:
    'var|hade|blev|daterat?|daterad|daterade|skickade|skickades|mottog|mottagen|mottogs|fick|förföll|hölls|höll|skrev|skrevs|undertecknade\\w*|tecknades|betalade|betalades|sedan|senaste|förra|ert (?:brev|mejl|mail)|er (?:faktura|beställning|order|ansökan)|vår (?:faktura|offert|order)|vårt (?:brev|mejl|mail|avtal|möte|samtal)|per den|efter|från|redan|fakturerad|fakturerades|levererades|levererad|enades|enligt|inkom\\w*|beslutade\\w*|godkände\\w*|beviljades|inträffade|tack för|genomförde\\w*|upphörde|sa|sade|deltog|utfördes|träffades|lovade|avslutades|gick ut|löpte ut',
  meeting:
    'möte[tns]?|mötet|sammanträde\\w*|träff\\w*|ses|besiktning\\w*|intervju\\w*|utbildning\\w*|konferens\\w*|styrelse\\w*|lunch|besök\\w*|stämma\\w*|workshop|seminari\\w*|årsmöte\\w*',
  attached: [
    'bifoga(?:r|d|t|de|s)?\\b',
    'bilaga(?:n)?\\b|bilagor(?:na)?\\b|bilagd[at]?\\b|bilagt\\b',
    '(?:med)?skickar (?:jag |vi )?(?:även |också )?med\\b',
    'medskick\\w*',
    'medföljande\\b|medföljer\\b',
    '(?:här kommer|här är|härmed (?:översänd\\w*|skickas?)|översänder|kommer här) .{0,50}\\b(?:fil\\w*|pdf\\w*|dokument\\w*|faktura\\w*|avtal\\w*|utkast\\w*|rapport\\w*|protokoll\\w*|dagordning\\w*|offert\\w*|bild\\w*|blankett\\w*|ritning\\w*|underlag\\w*|presentation\\w*|prislista\\w*|kallelse\\w*)',
    'i (?:den )?(?:bifogade|närslutna|vidhängda) ',
    'hänger med\\b|vidhäft\\w*|närslut\\w*',
  ],
  notAttached: [
    '(?:glömde|glömt) .{0,20}bifoga|bifogade (?:jag|vi) (?:i|till) (?:mitt|vårt) (?:förra|tidigare|senaste)|bifogades (?:i|till) (?:mitt|vårt|mejlet|brevet)|utan bilag\\w*|inga bilag\\w*|ingen bilaga|(?:kan|kunde|skulle|vill) (?:du|ni) .{0,20}bifoga|bifoga gärna|vänligen bifoga|(?:ska|skall|måste|bör) bifogas|bifogas (?:ansökan|deklarationen)|(?:er|din|ditt|edra) bilag\\w*|öppna bilag\\w*|bilag\\w* (?:till (?:ditt|ert|avtalet|lagen)|saknas|saknades|gick inte|kom inte|i ert|i ditt|skickas separat)|skickar .{0,20}separat|se bilaga \\d+ till (?:avtalet|lagen)|(?:ditt|ert) (?:mejl|mail|brev) .{0,20}bifog|medföljande (?:personer|barn|anhörig\\w*|familj\\w*)',
  ],
  greeting: 'hej|hejsan|hallå|tjena|tja|god morgon|god dag|god middag|bäste|bästa|käre|kära|morning|gomorron|godmorgon',
  everybody:
    'alla|allihop|allihopa|igen|på er|kollegor?|team|vänner|grannar|medlemmar?|kunder|kund|kollega|bägge|båda|hyresgäster?|leverantör|där|styrelsen?|och|gänget|ni|du|er|mottagare|föräldrar|boende|hallå|partners?|damer|herrar|medarbetare|support|kundtjänst|redaktionen',
  titles: 'herr|fru|fröken|dr|doktor|professor|advokat|direktör|ordförande|handläggare',
  total:
    'summa(?: att betala| totalt| inkl\\.? moms)?|totalt?(?:summa|belopp)?(?: (?:att betala|inkl(?:usive)?\\.? moms))?|att betala|slutsumma|totalsumma|sammanlagt|totalbelopp|belopp att betala',
  subtotal:
    'delsumma|netto(?:summa|belopp)?|summa (?:exkl(?:usive)?|före|exklusive)\\.? moms|exkl\\.? moms|totalt? exkl(?:usive)?\\.? moms|summa netto',
  vat: 'moms|mervärdesskatt',
  deduct: 'rabatt|avdrag|avgår|förskott|à conto|redan betalt|inbetalt|kredit|avgående|betalt',
  noSum:
    'från|i stället|istället|tidigare|jämfört|upp till|mellan|minus|eller|varav|per|styck|vardera|max|maximalt|högst|minst|än|budget|ifjol|förra året|höjs|sänks|ökar|ökat|minskar|minskat|inklusive|inkl|höjdes|sänktes|à',
  inTotal: 'totalt|sammanlagt|summa|tillsammans|inalles|allt som allt|blir|uppgår till|det gör',
  ofWhich: 'varav|inklusive|inkl\\.?|därav',
  inside: [
    '(?:oss |strikt )?(?:oss )?(?:e)?mellan (?:oss|dig och mig)|oss emellan|mellan skål och vägg',
    'endast (?:för )?(?:internt|intern)|(?:för )?internt bruk|bara internt|endast internt|internt:',
    'får inte (?:spridas|vidarebefordras|skickas vidare)|sprid inte|skicka inte vidare|vidarebefordra inte',
    '(?:säg|berätta|nämn) (?:inget|ingenting|inte) .{0,20}(?:kunden|leverantören|hyresgästen|dem|honom|henne|utåt)',
    '(?:innan|utan att) (?:kunden|leverantören|de|dom|hyresgästen) (?:vet|får veta|märker)',
    '(?:kunden|leverantören|hyresgästen) (?:ska|får|bör) inte (?:veta|se)',
    'håll (?:detta|det här|det) (?:inom|internt|för dig)',
    'stannar (?:mellan oss|inom huset|här)',
  ],
  secret:
    'strikt konfidentiellt?|konfidentiell\\w*|sekretess(?:belagd\\w*)?|hemlig\\w*|förtroligt?|endast internt|internt bruk',
  phone: 'tel|telefon|tfn|mobil|ring|nås på|fax|telefonnummer|nummer|sms',
  fillIn: [
    'fyll(?:s)? i(?: här)?',
    '(?:ska|att) (?:fyllas i|kompletteras|bestämmas)',
    'infoga .{1,25} här',
    'namn på (?:mottagare|kund)',
    'ditt namn här',
    'kompletteras senare',
    'skriv (?:text|namn) här',
  ],
  twice: 'var|för|så|ja|nej|tack|mycket|hej|väldigt|ha|som|om|på|till|många|länge|jo|vi|det|lite|sen',
  common:
    'och|att|det|är|som|på|för|med|av|till|den|inte|har|om|vi|jag|ni|er|du|ett|en|från|kan|ska|eller|när|vår|vårt|våra|ert|era|hej|hälsningar|vänliga|detta|denna|men|också|över|kommer|vid|efter|då|hur|här|oss|mig|dig|sig|även|så|var|vill|måste|skulle|finns|utan',
  numbers: ['en|ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'],
  hours: 'timmar|timme|tim|h',
  closing:
    'med vänliga? hälsning(?:ar)?|vänliga hälsningar|mvh|hälsningar|bästa hälsningar|vänligen|med vänlig hälsning|högaktningsfullt|allt gott',
}
