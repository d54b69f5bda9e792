import type { Vocabulary } from './vocabulary.ts'

export const nl: Vocabulary = {
  language: 'nl',
  months: [
    `januari | jan`,
    `februari | feb | febr`,
    `maart | mrt | mar`,
    `april | apr`,
    `mei`,
    `juni | jun`,
    `juli | jul`,
    `augustus | aug`,
    `september | sep | sept`,
    `oktober | okt`,
    `november | nov`,
    `december | dec`,
  ],
  labels: {
    number: `
      factuurnummer | factuurnr | factuur nr | factuur nummer | nota nummer | notanummer | nota nr |
      creditnotanummer | creditfactuurnummer | creditnota nr | creditnummer | rekeningnummer factuur | factuur |
      documentnummer | nummer factuur | creditfactuurnr | declaratienummer | herinneringsnummer | facturnr |
      fact nr | factnr | fact nummer`,
    looseNumber: `
      bonnummer | bonnr | bon nr | kassabon | reserveringsnummer | boekingsnummer | offertenummer | offertenr |
      offerte nr | pakbonnummer | pakbonnr | pakbon nr | leverbonnummer | contractnummer | contractnr | zaaknummer |
      vergunningnummer | vergunningsnummer | dossiernummer | certificaatnummer | rapportnummer | vrachtbriefnummer |
      overeenkomstnummer | besluitnummer | transactie | zaaknr | nummer | nr`,
    orderNumber: `
      ordernummer | ordernr | order nr | order | uw order | bestelnummer | bestelnr | bestelbon |
      inkoopordernummer | inkoopnummer | inkooporder | opdrachtnummer | uw ordernummer | ons ordernummer |
      uw bestelnummer | po-nummer | po nummer | opdrachtnr | bestelling | bestellingsnummer | inkoopordernr`,
    ourReference: `onze referentie | ons kenmerk | onze ref`,
    yourOrder: `
      uw order | uw ordernummer | uw bestelnummer | uw opdracht | inkoopordernummer | inkooporder |
      inkooporder nr | inkoopordernr | inkoopnummer | uw ordernr | uw opdrachtnummer | uw bestelling`,
    reference: `
      betalingskenmerk | kenmerk betaling | acceptgiro betalingskenmerk | betaalkenmerk | onder vermelding van |
      o.v.v. | ovv | gelieve te vermelden | gestructureerde mededeling | mededeling | vermeld bij betaling |
      betalingsreferentie | vermeld bij uw betaling | bij betaling vermelden | bij betaling graag vermelden`,
    yourReference: `
      uw referentie | uw ref | onze referentie | ons kenmerk | uw kenmerk | referentie | kenmerk | contactpersoon |
      behandeld door | ref | t.a.v. | tav | besteld door`,
    customerNumber: `
      klantnummer | klantnr | klant nr | debiteurnummer | debiteurennummer | debiteurnr | relatienummer |
      lidnummer | klant | klantcode | deb nr | debiteur nr | debiteur | huurdernummer | relatienr`,
    otherNumber: `
      telefoon | tel | telefoonnummer | mobiel | fax | artikelnummer | artikelnr | artikel | art nr | artnr |
      project | projectnummer | projectnr | meternummer | ean | ean-code | serienummer | pagina | blad | colli |
      polisnummer | klantenservice | gln | postbus | kassa | kenteken | bsn | machtigingskenmerk | incassant id |
      mandaat | serienr | terminal | kaartnummer | vestigingsnummer | aansluiting | volgnummer`,
    issued: `
      factuurdatum | factuur datum | datum factuur | notadatum | creditnotadatum | datum nota | uitgiftedatum |
      datum van uitgifte | documentdatum | offertedatum | dagtekening | besluitdatum | datum besluit | creditdatum |
      herinneringsdatum | bondatum | datum brief | factuurdatum/leverdatum | verzenddatum factuur | opgemaakt op |
      datum van facturatie | facturatiedatum`,
    looseDate: `datum | d.d. | dd`,
    due: `
      vervaldatum | verval datum | vervaldag | betaaldatum | te betalen voor | te betalen vóór |
      uiterste betaaldatum | uiterlijk betalen | betalen voor | betalen vóór | uiterlijk | betalingstermijn tot |
      te voldoen voor | te voldoen vóór | uiterste betaaldag | uiterlijk op | betalen uiterlijk |
      wordt afgeschreven op | afgeschreven rond | incassodatum | betaal voor | uiterlijk te betalen op |
      te betalen uiterlijk | graag betalen voor | verval | uiterste datum | te voldoen uiterlijk |
      te voldoen uiterlijk op | voldoen voor | vervalt op | te voldoen op`,
    validUntil: `
      geldig tot | geldig tot en met | geldig t/m | geldigheidsduur | vervalt op | einddatum | geldigheid |
      loopt af op | offerte geldig tot | eindigt op | looptijd tot | verleend tot | deze offerte is geldig tot |
      geldigheidsdatum | geldig t.m. | loopt tot | van kracht tot | verloopt op`,
    period: `
      periode | factuurperiode | over de periode | over periode | verbruiksperiode | huurperiode | betreft periode |
      looptijd | voor de periode | facturatieperiode | abonnementsperiode | contractperiode | leveringsperiode |
      termijn`,
    otherDate: `
      orderdatum | order datum | leverdatum | leveringsdatum | datum levering | besteldatum | printdatum |
      afdrukdatum | geboortedatum | geboren | datum van levering | verzenddatum | aankomst | vertrek |
      ingangsdatum | startdatum | boekdatum | opnamedatum | oorspronkelijke vervaldatum |
      oorspronkelijke factuurdatum | ingang | datum dienst | ontvangen op | geleverd op | valutadatum |
      datum aanvraag | aanvraagdatum`,
    discountUntil: `betalingskorting | kredietbeperking | korting bij betaling`,
    net: `
      netto | netto bedrag | nettobedrag | totaal excl btw | totaal exclusief btw | bedrag excl btw |
      bedrag exclusief btw | subtotaal excl btw | subtotaal exclusief btw | exclusief btw | excl btw | totaal excl |
      grondslag | grondslag btw | btw grondslag | maatstaf van heffing | belastbaar bedrag | maatstaf |
      totaal netto | netto totaal | totaal ex btw | bedrag ex btw | totaalbedrag excl btw | basisbedrag |
      totaal zonder btw | over | factuurbedrag excl btw | netto factuurbedrag | goederenbedrag | subtotaal ex btw`,
    vat: `
      btw | b.t.w. | omzetbelasting | btw bedrag | btw-bedrag | bedrag btw | waarvan btw | btw hoog | btw laag |
      btw over | omzetbelasting bedrag | inclusief btw bedrag | btw inbegrepen`,
    vatTotal: `
      totaal btw | btw totaal | totale btw | btw totaalbedrag | totaalbedrag btw | totaal btw bedrag |
      totaal omzetbelasting`,
    total: `
      totaal incl btw | totaal inclusief btw | totaalbedrag | factuurbedrag | totaal bedrag | bedrag incl btw |
      bedrag inclusief btw | totaal factuur | factuur totaal | factuurtotaal | bruto | brutobedrag | eindtotaal |
      totaalbedrag incl btw | totaal factuurbedrag | totaalbedrag inclusief btw | totaal incl | eindbedrag |
      totaal inc btw | totaal generaal | notabedrag | creditbedrag | totaal credit | totaal creditnota |
      totaalprijs`,
    sum: `totaal | som | totaal eur | totalen | tot | totaal euro | totaal generaal`,
    subtotal: `subtotaal | tussentotaal | sub totaal | sub-totaal`,
    payable: `
      te betalen | te betalen bedrag | totaal te betalen | te voldoen | bedrag te betalen | openstaand bedrag |
      openstaand | nog te betalen | door u te betalen | restant | te voldoen bedrag | totaal te voldoen |
      te ontvangen | terug te ontvangen | nog te voldoen | u ontvangt terug | u betaalt | saldo te betalen |
      verschuldigd bedrag | totaal openstaand | totaal verschuldigd | af te schrijven bedrag | te betalen eur |
      totaal nog te betalen | door ons te betalen | openstaand saldo | te betalen totaal | af te rekenen |
      te crediteren`,
    prepaid: `
      vooruitbetaald | aanbetaling | reeds betaald | reeds voldaan | betaald | voorschot | voorschotten |
      in mindering | waarvan betaald | al betaald | betaalde voorschotten | ontvangen betaling |
      reeds gefactureerd | betaald bedrag | af betaald | voldaan`,
    rounding: `afronding | afrondingsverschil | afgerond | afronding contant`,
    otherAmount: `
      korting | verzendkosten | porto | vracht | vrachtkosten | administratiekosten | aanmaningskosten |
      herinneringskosten | incassokosten | rente | wettelijke rente | prijs | stukprijs | prijs per stuk |
      eenheidsprijs | tarief | oorspronkelijk bedrag | beginsaldo | vorig saldo | toeslag | statiegeld |
      bezorgkosten | hoofdsom | orderkosten | transportkosten | kosten | aantal | hoeveelheid | emballage |
      verwijderingsbijdrage | afleverkosten | voordeel | uw voordeel | fooi | eigen risico | milieutoeslag`,
    lineAmount: `
      bedrag | regeltotaal | saldo | eindsaldo | prijs incl btw | prijs excl btw | af | bij | debet | credit`,
    tendered: `
      contant | pin | pinbetaling | ideal | bankpas | maestro | ontvangen | betaalpas | gepind | creditcard |
      v pay`,
    change: `wisselgeld | terug | retour`,
    excludingVat: `excl btw | exclusief btw | ex btw | zonder btw | exc btw | excl | exclusief`,
    includingVat: `incl btw | inclusief btw | inc btw | met btw | incl | inclusief`,
    vatRate: `btw % | btw-tarief | btw tarief | btw-percentage | tarief btw | btw perc | btw code`,
    iban: `iban | iban-nummer | iban nr | ibannummer`,
    bic: `bic | swift | bic-code | bic/swift | swift/bic | bic code`,
    account: `
      rekeningnummer | bankrekening | bankrekeningnummer | rekening | bank | rek nr | bankrek | op rekening |
      rekeningnr`,
    vatNumber: `
      btw-nummer | btw nummer | btw nr | btw-nr | btw-id | btw id | btw-identificatienummer | btwnr | btwnummer |
      vat no | vat | ob-nummer | btw identificatienummer | omzetbelastingnummer | vat number`,
    organisationNumber: `
      kvk | kvk-nummer | kvk nr | kvk nummer | k.v.k. | kamer van koophandel | handelsregister | kvknr | kvk-nr |
      ondernemingsnummer | kvk no | inschrijfnummer kvk | handelsregisternummer | rsin`,
    seller: `
      verkoper | leverancier | afzender | van | begunstigde | ten name van | t.n.v. | tnv | verhuurder |
      opdrachtnemer | schuldeiser | crediteur | op naam van | naam begunstigde | werkgever | rekeninghouder`,
    buyer: `
      koper | factuuradres | factuur aan | factureren aan | gefactureerd aan | afnemer | ontvanger | aan | huurder |
      opdrachtgever | geadresseerde | naam klant | aanvrager | vergunninghouder | schuldenaar | klantgegevens |
      werknemer`,
    deliveryAddress: `
      afleveradres | leveradres | bezorgadres | leveringsadres | verzendadres | geleverd aan | aflever adres |
      bezoekadres | leveringsadres adres`,
    name: `naam | bedrijf | bedrijfsnaam`,
    subject: `betreft | onderwerp | inzake | betr | omschrijving | aangaande`,
    currency: `valuta | munteenheid | bedragen in | alle bedragen in`,
    yours: `uw | klant | afnemer`,
  },
  kinds: {
    bill: {
      titles: `
        factuur | rekening | nota | eindfactuur | kopie factuur | voorschotnota | jaarrekening energie |
        eindafrekening | deelfactuur | termijnfactuur | huurfactuur | proforma factuur | verzamelfactuur |
        verkoopfactuur | declaratie | energienota | jaarnota | factuurspecificatie`,
      hints: `
        factuurnummer | factuurdatum | vervaldatum | te betalen | betalingstermijn | btw-nummer | kvk |
        wij verzoeken u | gelieve het bedrag`,
    },
    'credit-note': {
      titles: `creditnota | creditfactuur | creditering | credit factuur | credit nota`,
      hints: `
        crediteren | gecrediteerd | credit op factuur | creditering van factuur | te ontvangen | in mindering`,
    },
    reminder: {
      titles: `
        herinnering | betalingsherinnering | aanmaning | tweede herinnering | laatste aanmaning |
        ingebrekestelling | incasso | sommatie | eerste herinnering | laatste herinnering | eerste aanmaning |
        tweede aanmaning | herinnering openstaande factuur | incassobrief | laatste sommatie`,
      hints: `
        nog niet ontvangen | niet betaald | openstaande | verstreken | aanmaningskosten | incassobureau |
        incassokosten | nog geen betaling | wettelijke rente | vervallen factuur | betaling nog niet |
        reeds betaald heeft | achterstand`,
    },
    receipt: {
      titles: `bon | kassabon | kwitantie | kassaticket | betaalbewijs | aankoopbewijs | pinbon | parkeerbon`,
      hints: `
        bedankt voor uw bezoek | tot ziens | wisselgeld | kassa | bewaar deze bon | pin | ruilen |
        bedankt en tot ziens | klantticket | medewerker | akkoord`,
    },
    contract: {
      titles: `
        contract | overeenkomst | huurovereenkomst | huurcontract | arbeidsovereenkomst | arbeidscontract |
        raamovereenkomst | dienstverleningsovereenkomst | verwerkersovereenkomst | geheimhoudingsovereenkomst |
        koopovereenkomst | onderhoudscontract | servicecontract | leaseovereenkomst | overeenkomst van opdracht |
        samenwerkingsovereenkomst | koopcontract | licentieovereenkomst`,
      hints: `
        de partijen | partijen | opzegging | opzegtermijn | hierna te noemen | ondergetekenden | deze overeenkomst |
        nederlands recht | in tweevoud | komen overeen | artikel 1`,
    },
    application: {
      titles: `
        sollicitatie | sollicitatiebrief | cv | curriculum vitae | motivatiebrief | open sollicitatie |
        sollicitatie naar | sollicitatie functie`,
      hints: `
        ik solliciteer | werkervaring | opleiding | referenties | vaardigheden | talen | functie van | rijbewijs |
        vacature | solliciteren | opleidingen | persoonlijk gesprek | motivatie`,
    },
    permit: {
      titles: `
        vergunning | omgevingsvergunning | parkeervergunning | exploitatievergunning | drank- en horecavergunning |
        ontheffing | besluit vergunning | evenementenvergunning | milieuvergunning | werkvergunning |
        verblijfsvergunning | beschikking | bouwvergunning | alcoholvergunning | beschikking omgevingsvergunning |
        tewerkstellingsvergunning | terrasvergunning`,
      hints: `
        verleend | wij verlenen | vergunninghouder | voorschriften | bezwaar | burgemeester en wethouders |
        besluiten | bezwaarschrift | verlenen wij | geldig tot`,
    },
    letter: {
      titles: `brief | mededeling | informatie`,
      hints: `
        met vriendelijke groet | met vriendelijke groeten | hoogachtend | geachte | beste | geachte heer |
        geachte mevrouw`,
    },
    'delivery-note': {
      titles: `
        pakbon | leverbon | vrachtbrief | afleverbon | leveringsbon | paklijst | verzendnota | afleveringsbon |
        zendnota`,
      hints: `
        aantal geleverd | colli | ontvangen door | brutogewicht | in goede orde ontvangen | handtekening ontvanger |
        backorder | vervoerder | geleverd`,
    },
    order: {
      titles: `
        order | bestelling | orderbevestiging | inkooporder | bestelbon | opdrachtbevestiging | bestelbevestiging |
        bevestiging bestelling`,
      hints: `
        wij bestellen | hierbij bestellen | bedankt voor uw bestelling | gewenste leverdatum | wij bevestigen |
        bevestigen wij | dank voor uw bestelling`,
    },
    quote: {
      titles: `offerte | prijsopgave | aanbieding | kostenraming | begroting | prijsofferte | prijsvoorstel`,
      hints: `
        deze offerte | geldig tot | wij bieden | vrijblijvend | voor akkoord | naar aanleiding van uw aanvraag |
        offerte is geldig | aanbieding geldig`,
    },
    statement: {
      titles: `
        rekeningafschrift | afschrift | rekeningoverzicht | jaaroverzicht | jaaropgave | loonstrook |
        salarisstrook | saldo-opgave | openstaande posten | salarisspecificatie | rekeningafschriften |
        debiteurenoverzicht`,
      hints: `
        beginsaldo | eindsaldo | transacties | boekdatum | bij en af | nieuw saldo | vorig saldo | af/bij`,
    },
    certificate: {
      titles: `
        certificaat | diploma | verklaring | werkgeversverklaring | uittreksel | attest | getuigschrift |
        verzekeringsbewijs | medische verklaring | bewijs van deelname | uittreksel handelsregister |
        doktersverklaring | verzekeringscertificaat`,
      hints: `
        hierbij verklaart | verklaart dat | verklaren wij | heeft deelgenomen | verklaart hierbij |
        met goed gevolg`,
    },
    report: {
      titles: `
        rapport | verslag | jaarverslag | inspectierapport | controlerapport | maandrapportage | keuringsrapport |
        rapportage | auditrapport | kwartaalrapportage | jaarrapport`,
      hints: `samenvatting | conclusie | aanbevelingen | inleiding | bevindingen | achtergrond`,
    },
    minutes: {
      titles: `
        notulen | vergaderverslag | verslag bouwvergadering | bouwvergadering | verslag bespreking | bouwverslag | besluitenlijst | notulen vergadering | verslag vergadering | gespreksverslag |
        notulen van de vergadering`,
      hints: `
        aanwezig | afwezig | agenda | voorzitter | rondvraag | actiepunten | sluiting | notulist |
        volgende vergadering | opening`,
    },
    advertising: {
      titles: `actie | nieuwsbrief | uitverkoop | uitnodiging | speciale aanbieding | korting`,
      hints: `
        bestel nu | alleen nu | kortingscode | uitschrijven | actieprijs | tot wel | koop nu | profiteer |
        mis het niet | probeer gratis | zolang de voorraad`,
    },
    form: {
      titles: `
        formulier | aanvraagformulier | aangifte | machtiging | declaratieformulier | schadeformulier |
        inschrijfformulier | vragenlijst | volmacht | aanmeldformulier | wijzigingsformulier`,
      hints: `invullen | vul in | blokletters | aankruisen | handtekening | plaats en datum | in te vullen`,
    },
  },
  numberWords: `nr | nummer | no | num | id`,
  dayWords: `dagen | dag | dgn`,
  termWords: `
    betalingstermijn | betalingsconditie | betalingscondities | betaling binnen | netto | binnen | betaling |
    betalingsvoorwaarden | betaaltermijn | betalingsvoorwaarde | te voldoen binnen`,
  untilWords: `tot | tm | t m | tot en met | en`,
  legalForms: `
    bv | b.v. | nv | n.v. | vof | v.o.f. | cv | eenmanszaak | stichting | vereniging | coöperatie | ua | u.a. |
    maatschap | gemeente | provincie | bvba | waterschap | vve | holding`,
}
