import type { Vocabulary } from './vocabulary.ts'

/** Bokmål, with the nynorsk and Danish words that differ. */
export const nb: Vocabulary = {
  language: 'nb',
  months: [
    `januar | jan`,
    `februar | feb`,
    `mars | mar | marts`,
    `april | apr`,
    `mai | maj`,
    `juni | jun`,
    `juli | jul`,
    `august | aug`,
    `september | sep | sept`,
    `oktober | okt`,
    `november | nov`,
    `desember | des | december | dec`,
  ],
  labels: {
    number: `
      fakturanummer | fakturanr | faktura nr | faktura nummer | fakt nr | kreditnotanummer | kreditnota nr |
      kreditnotanr | regningsnummer | bilagsnummer | bilagsnr | dokumentnr | dokumentnummer | purrenummer |
      kreditnr | kreditnota nummer | dokument nr | bilag nr | fakt. nummer`,
    looseNumber: `
      kvitteringsnummer | kvittering nr | kvitteringsnr | kvittering | bookingnummer | bookingnr | tilbudsnummer |
      tilbudsnr | tilbud nr | tilbodsnr | følgeseddel nr | følgeseddelnr | følgeseddelnummer | pakkseddel nr |
      pakkseddelnr | pakksetel nr | avtalenummer | avtalenr | avtale nr | kontraktsnummer | saksnummer | saksnr |
      sak nr | arkivref | løyvenummer | bevillingsnummer | referansenummer | søknadsnummer | rapportnr | bongnr |
      bong | løyve nr | nummer | nr`,
    orderNumber: `
      ordrenummer | ordrenr | ordre nr | ordre | deres ordre | deres ordrenr | vår ordre | bestillingsnummer |
      bestillingsnr | innkjøpsordre | bestilling nr | innkjøpsordrenr | po-nummer | dykkar ordre | tingingsnummer |
      rekvisisjonsnummer | rekvisisjon`,
    ourReference: `vår referanse | vår ref | vår saksref | arkivsak`,
    yourOrder: `
      deres ordre | deres ordrenr | deres ordrenummer | deres bestilling | innkjøpsordre | innkjøpsordrenr |
      dykkar ordre | deres bestillingsnr | deres best nr`,
    reference: `
      kid | kid-nummer | kidnummer | kid nr | kid-nr | kundeidentifikasjon | kundeidentifikasjon (kid) |
      kundeidentifikasjonsnummer | betalingsreferanse | betalingsidentifikasjon | betalings-id | merk betaling med |
      merk betalingen | merk betalingen med | ved betaling oppgi | oppgi kid | ved betaling bruk kid | bruk kid |
      bruk kid-nummer | betalingsid | fi-kode`,
    yourReference: `
      deres referanse | deres ref | vår referanse | vår ref | referanse | ref | dykkar ref | dykkar referanse |
      kontaktperson | saksbehandler | saksbehandlar | bestiller | merket | merking | att`,
    customerNumber: `
      kundenummer | kundenr | kunde nr | kunde-id | medlemsnummer | abonnementsnummer | avtalegiro | kundenr.`,
    otherNumber: `
      telefon | tlf | tel | telefonnr | mobil | faks | telefax | artikkelnr | artikkel | varenr | varenummer |
      art nr | prosjekt | prosjektnr | prosjektnummer | målepunkt-id | målernummer | måler | målepunktid |
      serienummer | side | kolli | fødselsnummer | fødselsnr | polisenummer | forsikringsnummer | kundesenter |
      kundeservice | gln | postboks | kasse | kassenr | regnr | gnr | bnr | kortnr | anleggsnummer | anlegg |
      leilighetsnr`,
    issued: `
      fakturadato | faktura dato | fakturadato/dato | utstedt | utstedelsesdato | utskrive | kreditnotadato |
      purredato | kvitteringsdato | dokumentdato | bilagsdato | regningsdato | tilbudsdato | vedtaksdato |
      avtaledato | brevdato | faktureringsdato | utskrivingsdato | udstedt`,
    looseDate: `dato | den`,
    due: `
      forfallsdato | forfall | forfallsdag | forfaller | forfaller til betaling | forfell | betalingsfrist |
      betales innen | betal innen | betalast innan | innen | siste frist for betaling | ny betalingsfrist |
      ny forfallsdato | siste betalingsdag | betales senest | betalingsdato | må betales innen |
      frist for betaling | vennligst betal innen | forf dato | forfald | belastes konto | trekkes fra konto |
      betales innan | forfallsdato betalingsfrist | betal senest | betales før | betalingsdag | forfallsdato:`,
    validUntil: `
      gyldig til | gyldig til og med | gjelder til | gjeld til | utløper | utløpsdato | gyldig t.o.m. |
      tilbudet gjelder til | gyldighet | sluttdato | opphører | gyldighetsperiode | gyldig tom |
      bevillingen gjelder til | tilbudet er gyldig til | vedståelsesfrist | går ut | gjelder til og med |
      tilbodet gjeld til | løyvet gjeld til`,
    period: `
      periode | fakturaperiode | for perioden | gjelder perioden | gjelder | faktureringsperiode | leieperiode |
      perioden | avregningsperiode | forbruksperiode | avtaleperiode | gjeld perioden | abonnementsperiode |
      leveringsperiode | kontoutskrift for perioden | termin`,
    otherDate: `
      ordredato | leveringsdato | leveransedato | levert | levert dato | lev dato | utskriftsdato | fødselsdato |
      født | avlest | avlesningsdato | bestillingsdato | bestilt | opprinnelig forfall | opprinnelig forfallsdato |
      opprinnelig fakturadato | ankomst | avreise | startdato | tiltredelse | bokføringsdato | bokført | levering |
      sendt | søknad mottatt | mottatt dato | valutadato | opphavleg forfall | leveringstid`,
    discountUntil: `kontantrabatt`,
    net: `
      netto | nettobeløp | netto beløp | beløp eks mva | beløp ekskl mva | sum eks mva | sum ekskl mva |
      total eks mva | totalt eks mva | mva-grunnlag | mva grunnlag | grunnlag mva | grunnlag | avgiftspliktig |
      avgiftspliktig beløp | netto sum | sum netto | beløp uten mva | sum uten mva | eks mva | ordresum eks mva |
      sum før mva | nettosum | avgiftsgrunnlag | beløp før mva | sum eksklusive mva | totalt ekskl mva |
      total ekskl mva | ekskl moms`,
    vat: `
      mva | merverdiavgift | meirverdiavgift | moms | mva-beløp | mva beløp | herav mva | hvorav mva | mva av |
      mva kr | avgift | derav mva | inkludert mva | mva utgjør`,
    vatTotal: `sum mva | mva totalt | total mva | totalt mva | samlet mva | mva sum | mva total | moms i alt`,
    total: `
      sum inkl mva | total inkl mva | totalt inkl mva | beløp inkl mva | totalbeløp | fakturabeløp | fakturasum |
      totalsum | bruttobeløp | brutto | fakturatotal | beløp inklusive mva | sum inkludert mva | faktura totalt |
      sum faktura | totalpris | sluttsum | sum kreditnota | beløp inkludert mva | total beløp | sum totalt | i alt |
      total inkl moms | kreditert beløp | ordresum inkl mva`,
    sum: `sum | total | totalt | tot | sum nok | totalt nok | total nok | i alt | summa`,
    subtotal: `delsum | subtotal | sum varer | varesum | ordresum | mellomsum`,
    payable: `
      å betale | beløp å betale | sum å betale | totalt å betale | total å betale | til betaling | å betala |
      beløp til betaling | til gode | til betaling nok | å betale nok | skyldig beløp | å betale kr | utestående |
      utestående beløp | restbeløp | samlet krav | til gode beløp | totalt krav | beløp til gode | til utbetaling |
      sum til betaling | totalt til betaling | at betale | å betale totalt | sum skyldig | skyldig | rest å betale |
      gjenstår å betale`,
    prepaid: `
      forskudd | betalt | innbetalt | allerede betalt | forskuddsbetalt | a konto | akonto | depositum |
      tidligere betalt | tidligere fakturert | forskot | minus betalt`,
    rounding: `øreavrunding | avrunding | øresavrunding | øreavr`,
    otherAmount: `
      rabatt | frakt | porto | gebyr | fakturagebyr | purregebyr | inkassogebyr | inkassosalær | salær |
      forsinkelsesrente | renter | forseinkingsrente | pris | enhetspris | stykkpris | ekspedisjonsgebyr |
      miljøgebyr | opprinnelig beløp | hovedstol | hovudstol | inngående saldo | tidligere saldo | aksjekapital |
      antall | mengde | kurs | egenandel | forbruk | forsinkelsesgebyr | tal | pant | pris pr enhet |
      faktura gebyr | administrasjonsgebyr | opphavleg beløp`,
    lineAmount: `beløp | linjesum | saldo | utgående saldo | debet | kredit`,
    tendered: `kontant | bankkort | kort | bankaxept | vipps | mottatt | betalt kort | bank | bankterminal`,
    change: `tilbake | veksel | vekslepenger | vekslepengar`,
    excludingVat: `
      eks mva | ekskl mva | eksl mva | uten mva | eksklusive mva | eksklusiv mva | før mva | utan mva | ekskl moms |
      eks moms | e mva`,
    includingVat: `inkl mva | inklusive mva | inklusiv mva | med mva | inkludert mva | inkl moms | ink mva`,
    vatRate: `mva-sats | mva sats | mva % | mva-kode | mvakode | sats | avgiftskode`,
    iban: `iban | iban-nr | iban nr`,
    bic: `bic | swift | bic/swift | swift/bic | swift-kode | bic-kode`,
    account: `
      kontonummer | kontonr | konto nr | bankkonto | bankkontonr | konto | bankkontonummer | til konto |
      betal til konto | betales til konto | betales til kontonr | bankgiro | bankgironr | til kontonr |
      til kontonummer | bankgirokonto | innbetales til konto | betales til | kto | kto nr | driftskonto |
      betal til kontonummer`,
    vatNumber: `
      mva-nr | mva nr | mva-nummer | mva reg nr | vat no | vat-nr | vat nr | cvr | cvr-nr | cvr nr | momsnr |
      mva nummer`,
    organisationNumber: `
      organisasjonsnummer | organisasjonsnr | org nr | orgnr | org.nummer | org nummer | foretaksregisteret |
      foretaksnummer | foretaksnr | foretaksregisteret no | org.nr./mva | føretaksnummer`,
    seller: `
      selger | leverandør | avsender | fra | betalingsmottaker | mottaker av betaling | utleier | utsteder |
      betales til | oppdragstaker | kreditor | seljar | avsendar | kontohaver | betalingsmottakar | fordringshaver`,
    buyer: `
      kjøper | kunde | fakturaadresse | faktureres til | fakturamottaker | mottaker | betaler | betalt av |
      betalar | leietaker | kjøpar | mottakar | til | kundenavn | søker | innehaver | debitor | skyldner |
      leigetakar | faktura til`,
    deliveryAddress: `
      leveringsadresse | leveres til | levert til | vareadresse | besøksadresse | anleggsadresse | leveringssted |
      varemottaker`,
    name: `navn | namn | firma | firmanavn`,
    subject: `emne | vedrørende | vedr | angående | ang | sak | gjelder | overskrift | gjeld`,
    currency: `valuta | beløp i | alle beløp i`,
    yours: `deres | kundens | kjøpers | ditt | din | dykkar`,
  },
  kinds: {
    bill: {
      titles: `
        faktura | regning | giro | strømregning | fakturakopi | kopi faktura | sluttfaktura | delfaktura |
        kommunale avgifter | proforma faktura | kommunale gebyrer | strømfaktura | rekning | samlefaktura |
        terminfaktura | salgsfaktura`,
      hints: `
        fakturanummer | fakturadato | forfallsdato | å betale | kontonummer | kid | betalingsbetingelser |
        betalingsvilkår`,
    },
    'credit-note': {
      titles: `kreditnota | kreditfaktura | kreditering`,
      hints: `krediterer | kreditert | kreditering av faktura | godskrevet | til gode`,
    },
    reminder: {
      titles: `
        purring | betalingspåminnelse | betalingspåminning | inkassovarsel | betalingsoppfordring | påminnelse |
        påminning | inkassokrav | inkasso | purrefaktura | 1. purring | 2. purring | første purring |
        andre purring | betalingskrav | rykker | betalingsvarsel | siste varsel | inkassosak | andre gangs purring |
        varsel om inkasso | purregebyr faktura`,
      hints: `
        purregebyr | ikke registrert betaling | ikke mottatt betaling | ubetalt | forfalt | forsinkelsesrente |
        ikkje betalt | sendt til inkasso | inkasso | utestående | ikke er betalt | ikkje registrert betaling`,
    },
    receipt: {
      titles: `
        kvittering | salgskvittering | kassakvittering | salskvittering | parkeringskvittering | kontantkvittering`,
      hints: `
        takk for handelen | velkommen tilbake | kasserer | byttelapp | bankaxept | kasse | ekspeditør | åpent kjøp |
        byttefrist | terminal`,
    },
    contract: {
      titles: `
        avtale | kontrakt | leiekontrakt | leieavtale | arbeidsavtale | arbeidskontrakt | rammeavtale |
        serviceavtale | oppdragsavtale | kjøpekontrakt | databehandleravtale | taushetserklæring |
        samarbeidsavtale | husleiekontrakt | husleieavtale | vedlikeholdsavtale | konsulentavtale | leigeavtale |
        leasingavtale | konfidensialitetsavtale`,
      hints: `
        mellom partene | partene | oppsigelse | oppsigelsestid | heretter kalt | avtalen | i to eksemplarer |
        undertegnet | avtaleperiode | norsk rett | verneting | partane | mislighold`,
    },
    application: {
      titles: `
        søknad | jobbsøknad | søknad om stilling | cv | curriculum vitae | søknad på stilling | stillingssøknad |
        søknad på stillingen som | åpen søknad | søknad om jobb`,
      hints: `
        jeg søker | arbeidserfaring | utdanning | referanser | språk | førerkort | stillingen som | søker herved |
        eg søkjer | erfaring | referansar | motivert | intervju`,
    },
    permit: {
      titles: `
        tillatelse | vedtak om tillatelse | byggetillatelse | skjenkebevilling | løyve | bevilling |
        rammetillatelse | igangsettingstillatelse | ferdigattest | serveringsbevilling | løyvebrev |
        arbeidstillatelse | oppholdstillatelse | parkeringstillatelse | konsesjon | salgsbevilling |
        bevillingsbevis | utslippstillatelse | brukstillatelse | skjenkeløyve`,
      hints: `
        innvilges | gis tillatelse | bevillingshaver | vilkår | klage | kommunen har | gir tillatelse | vedtak |
        gyldig til | innvilget | løyve til | klagefrist`,
    },
    letter: {
      titles: `brev | melding | informasjon`,
      hints: `med vennlig hilsen | vennlig hilsen | med vennleg helsing | hei | kjære | mvh | hilsen`,
    },
    'delivery-note': {
      titles: `
        følgeseddel | pakkseddel | fraktbrev | leveringsseddel | pakkseddel/følgeseddel | leveringsnota |
        pakksetel | følgesetel | pakkeliste | plukkliste`,
      hints: `
        levert antall | kolli | mottatt av | bruttovekt | varemottaker | transportør | restordre |
        mottakers underskrift`,
    },
    order: {
      titles: `
        ordre | ordrebekreftelse | bestilling | innkjøpsordre | ordrestadfesting | tinging |
        bestillingsbekreftelse | avrop`,
      hints: `
        vi bestiller | takk for din bestilling | takk for ordren | ønsket leveringsdato | vi bekrefter |
        bekrefter herved | takk for bestillingen`,
    },
    quote: {
      titles: `
        tilbud | pristilbud | anbud | kostnadsoverslag | tilbod | prisoverslag | pristilbod | overslag`,
      hints: `
        tilbudet gjelder | gyldig til | takk for din forespørsel | vi tilbyr | takk for forespørselen |
        vedståelsesfrist | tilbodet gjeld`,
    },
    statement: {
      titles: `
        kontoutskrift | kontoutdrag | årsoppgave | lønnslipp | lønsslipp | saldooppgave | reskontroutskrift |
        kundereskontro | lønnsslipp | årsoppgåve`,
      hints: `
        inngående saldo | utgående saldo | transaksjoner | bokføringsdato | rentedato | inn på konto | ut av konto`,
    },
    certificate: {
      titles: `
        attest | bekreftelse | vitnemål | legeerklæring | arbeidsattest | firmaattest | forsikringsbevis |
        sykmelding | kursbevis | diplom | sertifikat | egenmelding | sjukmelding | forsikringsattest | stadfesting`,
      hints: `
        det bekreftes | bekreftes herved | har deltatt | bekrefter at | attesterer | har arbeidet |
        har gjennomført`,
    },
    report: {
      titles: `
        rapport | årsrapport | årsregnskap | tilstandsrapport | revisjonsrapport | månedsrapport | tilsynsrapport |
        kontrollrapport | årsberetning | inspeksjonsrapport | månadsrapport`,
      hints: `sammendrag | konklusjon | anbefalinger | bakgrunn | innledning | samandrag | tilrådingar`,
    },
    minutes: {
      titles: `
        referat | møtereferat | protokoll | styreprotokoll | møteprotokoll | styremøte | protokoll fra styremøte |
        referat fra møte | møtebok`,
      hints: `
        til stede | saksliste | møteleder | ordstyrer | eventuelt | neste møte | forfall | referent | dagsorden |
        møtet ble | til stades`,
    },
    advertising: {
      titles: `kampanje | nyhetsbrev | salg | spesialtilbud | invitasjon | nyheitsbrev`,
      hints: `
        bestill nå | kun nå | rabattkode | meld deg av | kampanjepris | spar opptil | kjøp nå | tilbudet varer |
        gå ikke glipp | prøv gratis | bestill no`,
    },
    form: {
      titles: `
        skjema | søknadsskjema | melding om | fullmakt | reiseregning | skademelding | selvangivelse |
        spørreskjema | meldeskjema | påmelding`,
      hints: `fyll ut | fylles ut | kryss av | bruk blokkbokstaver | underskrift | sted og dato | fyll inn`,
    },
  },
  numberWords: `nr | nummer | no | id`,
  dayWords: `dager | dagar | dgr | dag | dage | dg`,
  termWords: `
    betalingsbetingelser | betalingsvilkår | netto | betalingsbet | bet bet | forfall | innen | per | pr |
    betalingsfrist | betaling | betingelser | bet vilkår | kreditt`,
  untilWords: `til | tom | t o m | til og med | og`,
  legalForms: `
    as | asa | ans | enk | da | nuf | sa | ks | kommune | fylkeskommune | stiftelsen | stiftelse | borettslag |
    sameie | sameiet | hf | iks | kf | lag | aps | a/s | i/s | sparebank | brl | forening | forbund`,
}
