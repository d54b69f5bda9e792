import type { Vocabulary } from './vocabulary.ts'

export const sv: Vocabulary = {
  language: 'sv',
  months: [
    `januari | jan`,
    `februari | feb | febr`,
    `mars | mar`,
    `april | apr`,
    `maj`,
    `juni | jun`,
    `juli | jul`,
    `augusti | aug`,
    `september | sep | sept`,
    `oktober | okt`,
    `november | nov`,
    `december | dec`,
  ],
  labels: {
    number: `
      fakturanummer | fakturanr | faktura nr | faktura nummer | faktura-id | fakturans nummer |
      kreditfakturanummer | kreditfakturanr | kreditfaktura nr | kreditnota nr | fakt nr | faktnr |
      påminnelsenummer | påminnelse nr | avinummer | avi nr | dokumentnummer | dokumentnr | kreditnotanr |
      faktura-nr`,
    looseNumber: `
      kvittonummer | kvittonr | kvitto nr | kvitto | bokningsnummer | bokningsnr | offertnummer | offertnr |
      offert nr | följesedelsnummer | följesedelsnr | följesedel nr | avtalsnummer | avtalsnr | avtal nr |
      diarienummer | diarienr | dnr | ärendenummer | ärendenr | ärende | tillståndsnummer | intygsnummer |
      rapportnummer | protokoll nr | kontraktsnummer | ansökningsnummer | beslutsnummer | nummer | nr`,
    orderNumber: `
      ordernummer | ordernr | order nr | order | er order | ert ordernummer | ert ordernr | vårt ordernummer |
      vår order | beställningsnummer | beställningsnr | inköpsorder | inköpsordernummer | bestnr | beställning nr |
      orderreferens | rekvisitionsnummer`,
    ourReference: `vår referens | vår ref | vår beteckning | beteckning`,
    yourOrder: `
      er order | ert ordernummer | ert ordernr | er beställning | inköpsorder | inköpsordernummer | er ordernr |
      ert bestnr`,
    reference: `
      ocr | ocr-nummer | ocr nr | ocrnr | ocr-referens | ocr/referens | ocr/fakturanummer | betalningsreferens |
      referensnummer | referensnr | betalreferens | meddelande/ocr | ocr/meddelande | ange ocr | ange ocr-nummer |
      ange ocr nr | ange vid betalning | uppge vid betalning | vid betalning ange | ange alltid ocr |
      meddelande till betalningsmottagaren | inbetalningsnummer | referens vid betalning`,
    yourReference: `
      er referens | er ref | vår referens | vår ref | referens | ert ref | märkning | godsmärkning | er märkning |
      kontaktperson | handläggare | beställare | att | ref`,
    customerNumber: `
      kundnummer | kundnr | kund nr | kund-id | medlemsnummer | kund-nr | hyresgästnummer | objektnummer |
      objektsnr`,
    otherNumber: `
      telefon | tel | telefonnr | telefonnummer | tfn | mobil | fax | växel | artikelnummer | artnr | art nr |
      artikelnr | artikel | projekt | projektnummer | projektnr | anläggningsid | anläggnings-id | mätarnummer |
      mätare | serienummer | sida | sidnr | kolli | kollinummer | personnummer | kassa | terminal |
      försäkringsnummer | kortnummer | clearingnr | clearingnummer | gln | lokaliseringskod | kundtjänst |
      områdesid | lägenhetsnummer | nätområdesid | fastighetsbeteckning | regnr | registreringsnummer |
      följesedelsnr`,
    issued: `
      fakturadatum | faktura datum | fakturans datum | faktureringsdatum | utfärdad | utfärdat | utfärdandedatum |
      utställd | kreditfakturadatum | påminnelsedatum | kvittodatum | dokumentdatum | offertdatum | beslutsdatum |
      avtalsdatum | brevdatum | fakt datum | avidatum | utskriven den | utskriftsdatum | fakturadag |
      bokföringsdatum faktura | utställd den | datum för faktura`,
    looseDate: `datum | den`,
    due: `
      förfallodatum | förfallodag | förfaller | förfaller den | förfaller till betalning | förf datum | förf dag |
      oss tillhanda senast | oss tillhanda | betalas senast | betala senast | senast | sista betalningsdag |
      sista betaldag | betalningsdag | tillhanda | att betala senast | betalningsdatum |
      ska vara oss tillhanda senast | betaldatum | sista dag för betalning | ny förfallodag | nytt förfallodatum |
      dras från ditt konto | autogirodragning | slutbetalningsdag | betalas senast den | betalas före |
      betala före | senast den`,
    validUntil: `
      giltig till | giltigt till | giltig till och med | giltigt till och med | giltig t.o.m. | giltigt t.o.m. |
      gäller till | gäller till och med | gäller t.o.m. | offerten gäller till | giltighetstid |
      sista giltighetsdag | upphör | löper ut | avtalet löper till | slutdatum | giltig tom | gäller tom |
      giltighetsdatum | avtalstid till | offerten giltig till`,
    period: `
      period | fakturaperiod | avser perioden | avser period | faktureringsperiod | debiteringsperiod | avser |
      hyresperiod | perioden | förbrukningsperiod | avtalsperiod | avläsningsperiod | avtalstid | tiden |
      kontoutdrag för perioden`,
    otherDate: `
      orderdatum | leveransdatum | leveransdag | leverans | lev datum | utskriftsdatum | utskriven | född |
      födelsedatum | avläst | avläsningsdatum | skickad | beställningsdatum | ursprungligt förfallodatum |
      ursprunglig förfallodag | ursprungligt fakturadatum | avresa | ankomst | startdatum | tillträde |
      uppdragsdatum | bokföringsdatum | valutadatum | ansökan inkom | inkom`,
    discountUntil: `kassarabatt | rabatt vid betalning`,
    net: `
      netto | nettobelopp | belopp exkl moms | summa exkl moms | totalt exkl moms | total exkl moms | summa exkl |
      netto exkl moms | exkl moms | belopp före moms | summa före moms | momsunderlag | underlag moms |
      momspliktigt belopp | belopp utan moms | nettosumma | summa netto | totalt netto | varav netto |
      momsgrundande belopp | pris exkl moms | beskattningsunderlag | underlag`,
    vat: `
      moms | mervärdesskatt | varav moms | momsbelopp | moms kr | moms sek | moms % | därav moms | ingående moms |
      momssats | momsen utgör`,
    vatTotal: `
      summa moms | moms totalt | total moms | totalt moms | moms summa | momsbelopp totalt | totalmoms`,
    total: `
      summa inkl moms | totalt inkl moms | total inkl moms | belopp inkl moms | totalbelopp | fakturabelopp |
      totalsumma | bruttobelopp | brutto | summa faktura | slutsumma | fakturatotal | faktura total |
      fakturans totalbelopp | total summa | totalt belopp | köpesumma | summa kredit | summa totalt | totalt köp |
      varuvärde inkl moms`,
    sum: `summa | totalt | total | tot | sa | summa sek | totalt sek | total sek | summa kr`,
    subtotal: `delsumma | summa artiklar | radsumma | varuvärde | delbelopp | summa varor`,
    payable: `
      att betala | att betala sek | belopp att betala | summa att betala | totalt att betala | att betala kr |
      betala | kvar att betala | återstår att betala | att erlägga | tillgodo | er tillgodo | att få tillbaka |
      total att betala | skuld | total skuld | att betala totalt | belopp att få tillbaka | slutbelopp |
      krav totalt | skuldbelopp | totalt krav | att återfå | att kreditera | till godo`,
    prepaid: `
      avgår | förskott | betalt | redan betalt | inbetalt | erlagt | á conto | a-conto | handpenning |
      tidigare fakturerat | avgår förskott | tidigare betalt | a conto | delbetalt | förskottsbetalt | avgår a conto`,
    rounding: `öresavrundning | öresutjämning | avrundning | öresutj | öresavr | utjämning | avr`,
    otherAmount: `
      rabatt | frakt | fraktkostnad | porto | expeditionsavgift | faktureringsavgift | fakturaavgift |
      påminnelseavgift | påminnelsekostnad | inkassoavgift | inkassokostnad | dröjsmålsränta | ränta | à-pris |
      a-pris | apris | pris | enhetspris | administrationsavgift | tidigare skuld | ingående saldo |
      ursprungligt belopp | kapitalbelopp | kapital | förseningsavgift | rot-avdrag | rutavdrag | rotavdrag |
      skattereduktion | avdrag | antal | aktiekapital | dricks | pant | ingående balans | arbetskostnad |
      förbrukning | sparat | du sparade | pris/enhet | kurs | varor | antal varor`,
    lineAmount: `belopp | radbelopp | summa rad | saldo | utgående saldo | debet | kredit`,
    tendered: `
      kontant | kontanter | kort | bankkort | betalkort | swish | mottaget | betalat med | kortbetalning |
      kontokort`,
    change: `tillbaka | växel | åter | växel tillbaka`,
    excludingVat: `exkl moms | exklusive moms | ex moms | utan moms | före moms | excl moms | exkl`,
    includingVat: `inkl moms | inklusive moms | ink moms | med moms | incl moms | inkl`,
    vatRate: `momssats | moms % | moms-% | momskod | momsprocent`,
    iban: `iban | iban-nr`,
    bic: `bic | swift | bic/swift | swift/bic | bic-kod | swift-kod`,
    account: `bankkonto | kontonummer | kontonr | konto | bankkontonummer`,
    bankgiro: `
      bankgiro | bg | bankgironummer | bankgironr | bankgiro nr | till bankgiro | bankgirot | bg-nr | bgnr |
      bankgiro (bg) | inbetalning bankgiro | till bankgironr`,
    plusgiro: `
      plusgiro | pg | postgiro | plusgironummer | plusgironr | plusgiro nr | pg-nr | pgnr | till plusgiro`,
    vatNumber: `
      momsreg nr | momsregnr | momsregistreringsnummer | momsnr | momsnummer | vat nr | vat-nr | vatnr |
      vat-nummer | moms/vat nr | moms reg nr | momsreg.nr | moms-nr | vat no | vat | momsregistreringsnr |
      registreringsnummer för moms | momsreg | momsreg.nr/vat`,
    organisationNumber: `organisationsnummer | organisationsnr | org nr | orgnr | org.nummer | org nummer | org-nr`,
    seller: `
      säljare | leverantör | avsändare | från | betalningsmottagare | mottagare av betalning | utfärdare |
      fakturautställare | betala till | hyresvärd | uppdragstagare | borgenär | kontohavare | fordringsägare |
      kravställare`,
    buyer: `
      köpare | kund | fakturaadress | faktureras | fakturamottagare | mottagare | betalningsavsändare |
      faktureringsadress | till | kundnamn | hyresgäst | beställare | betalare | avsändare/betalare | sökande |
      gäldenär | tillståndshavare | faktureras till | fakturerad till | faktura till`,
    deliveryAddress: `
      leveransadress | levereras till | godsmottagare | leverans till | godsadress | besöksadress |
      anläggningsadress`,
    name: `namn | företag | företagsnamn`,
    subject: `ärende | angående | ang | rubrik | avser | ämne | gäller | betr | beträffande`,
    currency: `valuta | fakturavaluta | belopp i | alla belopp i`,
    yours: `er | ert | era | kundens | köparens | ditt | din`,
  },
  kinds: {
    bill: {
      titles: `
        faktura | fakturaspecifikation | hyresavi | räkning | avi | delfaktura | slutfaktura | elfaktura |
        förskottsfaktura | fakturakopia | kopia faktura | räntefaktura | betalningsavi | samlingsfaktura |
        qr-faktura | kontantfaktura | årsavi | avgiftsavi | faktura/följesedel | kundfaktura | följesedel/faktura`,
      hints: `
        fakturanummer | fakturadatum | förfallodatum | bankgiro | att betala | betalningsvillkor | dröjsmålsränta |
        godkänd för f-skatt`,
    },
    'credit-note': {
      titles: `kreditfaktura | kreditnota | krediteringsfaktura | kredit | kreditering`,
      hints: `krediterar | avser kreditering | krediteras | kreditering av faktura | ert tillgodo`,
    },
    reminder: {
      titles: `
        påminnelse | betalningspåminnelse | inkassokrav | inkasso | kravbrev | påminnelsefaktura |
        andra påminnelsen | inkassovarsel | betalningsuppmaning | påminnelse om obetald faktura | krav |
        sista påminnelse | betalningskrav | fakturapåminnelse`,
      hints: `
        påminnelseavgift | inkassokostnad | inte fått betalt | saknar betalning | obetald | ej betald |
        förfallen till betalning | lämnas till inkasso | kronofogden | redan betalat | betalning saknas |
        har inte registrerat`,
    },
    receipt: {
      titles: `kvitto | kassakvitto | köpkvitto | betalningskvitto | kvittens | parkeringskvitto`,
      hints: `
        öppet köp | spara kvittot | kassa | expedit | välkommen åter | kontrollenhet | kortköp | bytesrätt |
        tack för besöket | kontantköp | butik`,
    },
    contract: {
      titles: `
        avtal | hyresavtal | kontrakt | hyreskontrakt | anställningsavtal | ramavtal | serviceavtal |
        uppdragsavtal | köpeavtal | sekretessavtal | personuppgiftsbiträdesavtal | leasingavtal | överenskommelse |
        samarbetsavtal | underhållsavtal | konsultavtal | köpekontrakt | hyreskontrakt för lokal |
        abonnemangsavtal | leveransavtal | licensavtal`,
      hints: `
        mellan parterna | parterna | uppsägning | uppsägningstid | nedan kallad | avtalstid | detta avtal |
        i två exemplar | undertecknas | avtalet gäller | tvist | svensk lag | kontrahenter`,
    },
    application: {
      titles: `
        ansökan | ansökan om anställning | jobbansökan | personligt brev | meritförteckning | cv |
        curriculum vitae | ansökan om tjänst | platsansökan | spontanansökan | ansökan till tjänsten`,
      hints: `
        jag söker | arbetslivserfarenhet | utbildning | referenser lämnas | erfarenhet | språkkunskaper | körkort |
        tjänsten som | mitt namn är | söker härmed | referenser | anställningar | arbetslivs | träffa er`,
    },
    permit: {
      titles: `
        tillstånd | beslut om tillstånd | bygglov | serveringstillstånd | startbesked | tillståndsbevis |
        polistillstånd | licens | parkeringstillstånd | miljötillstånd | slutbesked | beviljat tillstånd |
        arbetstillstånd | uppehållstillstånd | marklov | rivningslov`,
      hints: `
        beviljar | beviljas | tillståndet gäller | villkor | överklaga | tillståndshavare | besluta | nämnden |
        länsstyrelsen | tillståndet är giltigt | bifall`,
    },
    letter: {
      titles: `brev | meddelande | information`,
      hints: `med vänlig hälsning | med vänliga hälsningar | hälsningar | hej | bästa | vänligen | härmed`,
    },
    'delivery-note': {
      titles: `följesedel | packsedel | fraktsedel | leveransnota | plocksedel | leveranssedel | utleverans`,
      hints: `
        godsmottagare | levererat antal | kolli | mottaget av | bruttovikt | levererad kvantitet |
        mottagarens underskrift | restnoterat | transportör | avsändare gods`,
    },
    order: {
      titles: `
        order | orderbekräftelse | beställning | inköpsorder | orderbekraftelse | avrop | rekvisition |
        orderkvitto | beställningsbekräftelse`,
      hints: `
        vi beställer | härmed beställer | tack för din beställning | tack för er order | önskat leveransdatum |
        vi bekräftar | bekräftar er order`,
    },
    quote: {
      titles: `offert | anbud | prisförslag | kostnadsförslag | prisuppgift | anbudsförfrågan | prisoffert`,
      hints: `
        offerten gäller | giltig till | vi offererar | tackar för er förfrågan | tackar för förfrågan |
        anbudet gäller | har nöjet att offerera`,
    },
    statement: {
      titles: `
        kontoutdrag | kontobesked | årsbesked | reskontrautdrag | lönebesked | lönespecifikation | saldobesked |
        kundreskontra | transaktionslista | årsbesked bank`,
      hints: `
        ingående saldo | utgående saldo | transaktioner | bokföringsdag | valutadag | insättning | uttag`,
    },
    certificate: {
      titles: `
        intyg | betyg | arbetsgivarintyg | läkarintyg | registerutdrag | försäkringsbevis | tjänstgöringsbetyg |
        registreringsbevis | kursintyg | diplom | certifikat | sjukintyg`,
      hints: `härmed intygas | intygas | intygar | har deltagit | intygar att`,
    },
    report: {
      titles: `
        rapport | årsredovisning | besiktningsprotokoll | revisionsrapport | månadsrapport | provningsrapport |
        delårsrapport | inspektionsrapport | granskningsrapport | verksamhetsberättelse`,
      hints: `sammanfattning | slutsats | rekommendationer | bakgrund | inledning | resultat`,
    },
    minutes: {
      titles: `
        protokoll | mötesprotokoll | styrelseprotokoll | minnesanteckningar | mötesanteckningar |
        sammanträdesprotokoll | protokoll fört vid`,
      hints: `
        närvarande | justerare | dagordning | mötet öppnades | ordförande | sekreterare | övriga frågor |
        nästa möte | mötet avslutades | vid protokollet`,
    },
    advertising: {
      titles: `erbjudande | kampanj | nyhetsbrev | rea | specialerbjudande | inbjudan`,
      hints: `
        beställ nu | passa på | endast nu | rabattkod | avregistrera | kampanjpris | spara upp till | köp nu |
        erbjudandet gäller | missa inte | prova gratis`,
    },
    form: {
      titles: `
        blankett | anmälan | formulär | ansökningsblankett | deklaration | skadeanmälan | reseräkning | fullmakt |
        enkät | anmälningsblankett`,
      hints: `fyll i | texta tydligt | kryssa | underskrift | namnförtydligande | ort och datum | ifylls av`,
    },
  },
  numberWords: `nr | nummer | no | id`,
  dayWords: `dagar | dgr | dag | dg`,
  termWords: `
    betalningsvillkor | netto | betalas inom | villkor | förfaller | per | bet villkor | betalning | inom |
    betvillkor | betalningstid`,
  untilWords: `till | tom | t o m | till och med | och`,
  legalForms: `
    ab | aktiebolag | aktiebolaget | hb | handelsbolag | kb | kommanditbolag | ek för | ekonomisk förening |
    ideell förening | stiftelse | stiftelsen | ab (publ) | publ | kommun | region | förening |
    bostadsrättsförening | brf | enskild firma | enskilda firma | byrå | filial`,
}
