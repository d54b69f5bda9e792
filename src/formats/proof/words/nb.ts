import type { ProofWords } from './model.ts'

export const nb: ProofWords = {
  weekdays: [
    'mandag(?:en|er)?|man|ma',
    'tirsdag(?:en|er)?|tirs|tir|ti',
    'onsdag(?:en|er)?|ons',
    'torsdag(?:en|er)?|tors|tor|to',
    'fredag(?:en|er)?|fre|fr',
    'lørdag(?:en|er)?|lør|lø',
    'søndag(?:en|er)?|søn|sø',
  ],
  months: [
    'januar|jan',
    'februar|feb',
    'mars|mar',
    'april|apr',
    'mai',
    'juni|jun',
    'juli|jul',
    'august|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'desember|des',
  ],
  dayMark: '\\.',
  beforeDay: 'den',
  between: 'i',
  clock: 'kl|klokka|klokken',
  week: 'uke|u\\.',
  relative: {
    'i dag': 0,
    idag: 0,
    'i kveld': 0,
    'i morgen': 1,
    imorgen: 1,
    'i overmorgen': 2,
    overmorgen: 2,
    'i går': -1,
    igår: -1,
  },
  rangeWords: 'til og med|til|t\\.?o\\.?m\\.?',
  ahead:
    'senest|innen|før|til og med|t\\.?o\\.?m|\\w*frist(?:en)?|siste dag|forfaller|forfall(?:sdato)?|skal|kommer|velkommen|vennligst|ses|sees|møtes|inviter\\w*|invitasjon\\w*|innkall\\w*|planlagt|finner sted|svar|gi (?:oss )?(?:beskjed|tilbakemelding)|tilbakemelding|bestill\\w*|betal(?:es)?|send|levere?s?|holdes|avholdes|passer|kan vi|meld\\w*|påmelding\\w*|starter|begynner|utløper|går ut|vil|ber (?:vi|om)',
  behind:
    'var|hadde|ble|datert|sendte|sendt|mottok|mottatt|fikk|forfalt|holdt|skrev|signert|undertegnet|betalt|betalte|siden|forrige|deres (?:brev|e-post|faktura|bestilling|ordre|søknad)|vår (?:faktura|e-post|ordre|samtale)|vårt (?:brev|tilbud|møte)|per|etter|fra|allerede|fakturert|levert|enige|ifølge|vedtok|vedtatt|godkjent|innvilget|skjedde|takk for|gjennomført|opphørte|sa|deltok|utført|møttes|lovet|avsluttet|gikk ut|utløp|sist|i henhold til',
  meeting:
    'møte\\w*|treff\\w*|befaring\\w*|intervju\\w*|opplæring\\w*|konferanse\\w*|styre\\w*|lunsj|besøk\\w*|generalforsamling\\w*|workshop|seminar\\w*|kurs\\w*|ses|sees|samling\\w*',
  attached: [
    'vedlagt(?:e)?\\b|vedlegg(?:et|ene|er)?\\b|vedlegges\\b|vedlegge\\b',
    'legger ved\\b|lagt ved\\b|legges ved\\b|følger vedlagt\\b',
    'medfølgende\\b|medfølger\\b',
    '(?:sender|send) (?:jeg |vi )?(?:også )?med\\b',
    '(?:her kommer|her er|herved oversend\\w*|oversender|oversendes|kommer her) .{0,50}\\b(?:fil\\w*|pdf\\w*|dokument\\w*|faktura\\w*|kontrakt\\w*|avtale\\w*|utkast\\w*|rapport\\w*|referat\\w*|saksliste\\w*|dagsorden\\w*|tilbud\\w*|bilde\\w*|skjema\\w*|tegning\\w*|presentasjon\\w*|prisliste\\w*|innkalling\\w*)',
    'i den vedlagte\\b',
  ],
  notAttached: [
    '(?:glemte|glemt) .{0,20}(?:vedlegg|legge ved)|la ved (?:i|til) (?:forrige|min)|uten vedlegg|ingen vedlegg|(?:kan|kunne|vil) (?:du|dere) .{0,20}legge ved|legg gjerne ved|vennligst legg ved|(?:skal|må|bør) (?:legges ved|vedlegges)|(?:vedlegget|vedleggene) (?:ditt|deres|i (?:din|deres)|mangler|manglet|kom ikke|lot seg)|deres vedlegg|åpne vedlegg\\w*|vedlegg \\d+ til (?:avtalen|kontrakten|forskriften)|ettersend\\w*|separat',
  ],
  greeting: 'hei|heisann|hallo|god morgen|god dag|kjære|morn|heia|hei og hopp',
  everybody:
    'alle|alle sammen|igjen|sammen|kolleger?|team|venner|naboer?|medlemmer|kunder?|kollega|begge|leietakere?|leverandør|der|dere|styret|styre|og|deg|du|mottaker|foreldre|beboere|gjeng|medarbeidere|partnere?',
  titles: 'herr|fru|frøken|dr|doktor|professor|advokat|direktør|hr|styreleder|saksbehandler',
  total:
    'sum(?: å betale| totalt| inkl\\.? mva\\.?| til betaling)?|totalt?(?:sum|beløp)?(?: (?:å betale|inkl(?:usive)?\\.? mva\\.?))?|å betale|til betaling|totalsum|totalbeløp|i alt|samlet(?: sum)?|sluttsum',
  subtotal:
    'delsum|netto(?:sum|beløp)?|sum (?:eks(?:kl)?|før|uten)\\.? mva\\.?|eks\\.? mva\\.?|totalt? eks\\.? mva\\.?',
  vat: 'mva|merverdiavgift|moms',
  deduct: 'rabatt|fradrag|trekk|forskudd|a konto|allerede betalt|innbetalt|kreditt|avslag|betalt',
  noSum:
    'fra|i stedet|istedenfor|tidligere|sammenlignet|opp til|inntil|mellom|minus|eller|hvorav|per|pr|stykk|hver|maks|maksimalt|høyst|minst|enn|budsjett\\w*|i fjor|øker|økt|reduseres|redusert|inkludert|inklusive|inkl|settes|à',
  inTotal: 'totalt|til sammen|tilsammen|sum|samlet|i alt|alt i alt|blir|utgjør|beløper seg til|det gir',
  ofWhich: 'hvorav|inkludert|inkl\\.?|herav|inklusive',
  inside: [
    '(?:bare |strengt )?mellom (?:oss|deg og meg)|oss imellom|på tomannshånd',
    '(?:kun|bare) (?:til )?intern\\w*|(?:til )?intern(?:t)? bruk|internt:',
    '(?:må|skal|kan) ikke (?:spres|videresendes|deles|sendes videre)|ikke (?:videresend|del|spre|send videre)',
    '(?:ikke|ingenting) (?:si|fortell|nevn) .{0,20}|(?:si|fortell|nevn) (?:ikke|ingenting|ikke noe) .{0,20}(?:kunden|leverandøren|leietakeren|dem|ham|henne|utad)',
    '(?:før|uten at) (?:kunden|leverandøren|de|leietakeren) (?:vet|får vite|merker)',
    '(?:kunden|leverandøren|leietakeren) (?:skal|må|bør) ikke (?:vite|se|få vite)',
    'hold (?:dette|det) (?:internt|innad|for deg)',
    'blir (?:mellom oss|i huset)',
  ],
  secret:
    'strengt fortrolig|fortrolig|konfidensiel\\w*|taushetsbelagt|hemmelig\\w*|unntatt offentlighet|kun internt|intern bruk|internt bruk',
  phone: 'tlf|telefon|mobil|ring|tel|faks|telefonnummer|nummer|treffes på|sms|nås på',
  fillIn: [
    'fyll(?:es)? (?:inn|ut)(?: her)?',
    '(?:skal|må) (?:fylles (?:inn|ut)|avklares)',
    'sett inn .{1,25} her',
    'navn på (?:mottaker|kunde)',
    'ditt navn her',
    'kommer senere her',
    'skriv (?:tekst|navn) her',
  ],
  twice: 'så|ja|nei|takk|veldig|hei|ha|mye|der|for|på|som|om|til|mange|lenge|jo|vi|det|litt|fra|er|med',
  common:
    'og|at|det|er|som|på|for|med|av|til|den|ikke|har|om|vi|jeg|dere|du|et|en|fra|kan|skal|eller|når|vår|vårt|våre|deres|hei|hilsen|vennlig|dette|denne|men|også|over|kommer|ved|etter|da|hvordan|her|oss|meg|deg|seg|så|var|vil|må|skulle|finnes|uten|å|blir|ble|hvis|dersom|være|mellom|innen',
  numbers: ['en|ett|én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju|syv', 'åtte', 'ni', 'ti'],
  hours: 'timer|time|t',
  closing:
    'med vennlig hilsen|vennlig hilsen|mvh|hilsen|beste hilsen|beste hilsener|vennlig hilsen|ha en fin dag|alt godt',
}
