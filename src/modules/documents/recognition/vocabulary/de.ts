import type { Vocabulary } from './vocabulary.ts'

export const de: Vocabulary = {
  language: 'de',
  months: [
    `januar | jan | jänner`,
    `februar | feb`,
    `märz | mrz | mär | maerz`,
    `april | apr`,
    `mai`,
    `juni | jun`,
    `juli | jul`,
    `august | aug`,
    `september | sep | sept`,
    `oktober | okt`,
    `november | nov`,
    `dezember | dez`,
  ],
  labels: {
    number: `
      rechnungsnummer | rechnungsnr | rechnungs-nr | rechnung nr | rechnung nummer | rg-nr | rg nr | re-nr |
      belegnummer | belegnr | beleg-nr | gutschriftsnummer | gutschrift nr | rechnung-nr | rechn-nr |
      rechnungskorrektur nr | dokumentnummer | dokumentennummer | beitragsrechnung nr | mahnungsnummer |
      stornorechnung nr | rechnungs-id | re nr | rgnr | gutschrift-nr | mahnung nr | rechnungsnummer/beleg`,
    looseNumber: `
      angebotsnummer | angebotsnr | angebot nr | lieferscheinnummer | lieferscheinnr | lieferschein nr |
      vertragsnummer | vertragsnr | vertrag nr | aktenzeichen | vorgangsnummer | bonnummer | bon-nr |
      quittungsnummer | quittung nr | buchungsnummer | reservierungsnummer | nummer | nr`,
    orderNumber: `
      bestellnummer | bestellnr | bestell-nr | bestellung | bestellung nr | auftragsnummer | auftragsnr |
      auftrags-nr | auftrag | ihre bestellung | ihre bestellnummer | auftrag nr | ihr auftrag |
      kundenbestellnummer | bestellreferenz`,
    ourReference: `unser zeichen | unsere referenz | geschäftszeichen`,
    yourOrder: `
      ihre bestellung | ihre bestellnummer | kundenbestellnummer | ihr auftrag | ihre bestell-nr`,
    reference: `
      verwendungszweck | zahlungsreferenz | referenznummer | zahlungsreferenznummer | bitte angeben |
      bei zahlung angeben | bei zahlung bitte angeben | als verwendungszweck | esr-referenz | qr-referenz |
      unter angabe`,
    yourReference: `
      ihr zeichen | ihre referenz | unser zeichen | unsere referenz | referenz | ansprechpartner | sachbearbeiter |
      bearbeiter | leitweg-id | referenz des käufers | buchungsreferenz | ihr ansprechpartner | weitere referenz |
      art der referenz`,
    customerNumber: `
      kundennummer | kundennr | kunden-nr | debitorennummer | debitor | kd-nr | kdnr | mitgliedsnummer | kunden-id |
      ihre kundennummer | kundenkonto | vertragskonto`,
    otherNumber: `
      telefon | tel | telefax | fax | mobil | artikelnummer | artikelnr | art-nr | artnr | pos | projekt |
      projektnummer | zählernummer | seite | gln | globale nummer | gtin | personalnummer | seriennummer |
      kennzeichen | mandatsreferenz | gläubiger-id | gläubiger id | mandatsreferenz d lastschrift |
      versicherungsnummer | vsnr | lieferavis | ursprungsbeleg-nr | ursprungsbeleg | reklamationsnummer | blz |
      hotline | version | abteilung | lieferantennummer | lieferanten-nr | weee-reg-nr | nummer | rapport-nr |
      stylesheet-version | zugferd-version | codelisten-version | art-nr-kunde | art-nr-lief |
      versicherungsscheinnummer | gläubiger id bei lastschrift | wkn | isin`,
    issued: `
      rechnungsdatum | datum der rechnung | ausstellungsdatum | belegdatum | rechnung vom | gutschriftsdatum |
      ausgestellt am | rg-datum | dokumentdatum | angebotsdatum | mahndatum | rechnungs-datum | re-datum |
      ausgestellt | rechnung datum | erstellt am | erstellungsdatum | datum rechnung`,
    looseDate: `datum | vom | den | von | am`,
    due: `
      fälligkeitsdatum | fälligkeit | fällig am | fällig | zahlbar bis | zahlbar bis zum | zu zahlen bis |
      zahlungsziel | zahlungsfrist | bitte überweisen sie bis zum | fällig bis | bis zum | netto bis |
      zahlbar ohne abzug bis | zahlbar ohne abschlag bis | zahlbar netto bis | tage netto bis | tagen netto bis |
      zahlung bis | zahlung bis zum | spätestens bis | spätestens bis zum | spätestens am | einzug am |
      abbuchung am | bitte zahlen sie bis | zahlungstermin | wird abgebucht am | ohne abzug bis | fällig zum |
      zahlbar am | zahlbar spätestens | zahlbar bis spätestens | zu begleichen bis | fälligkeitstag | fällig per |
      zahlungseingang bis`,
    validUntil: `
      gültig bis | gültig bis zum | gültigkeit | ablaufdatum | läuft ab am | angebot gültig bis | befristet bis |
      endet am`,
    period: `
      leistungszeitraum | abrechnungszeitraum | zeitraum | rechnungszeitraum | liefer-/leistungszeitraum |
      liefer- und leistungszeitraum | abrechnungsperiode | für den zeitraum | vertragslaufzeit | laufzeit |
      im zeitraum`,
    otherDate: `
      bestelldatum | lieferdatum | leistungsdatum | liefer- und leistungsdatum | auftragsdatum | druckdatum |
      geburtsdatum | geboren am | gedruckt am | versanddatum | valuta | buchungsdatum | anreise | abreise |
      liefertermin | bestellung vom | lieferung vom | auftrag vom | lieferschein vom |
      ursprüngliches rechnungsdatum | übergabe am | rückgabe am | gültig ab | version vom | beginn | leistung vom |
      gemäß bestellung vom | unser angebot vom | ihre bestellung vom | ihr schreiben vom | tag der lieferung`,
    discountUntil: `
      skonto | skonto bis | mit skonto | skonto innerhalb | abzüglich skonto | zahlbar mit |
      skonto bei zahlung bis | skonto bei zahlung`,
    net: `
      nettobetrag | netto | summe netto | gesamt netto | nettosumme | gesamtbetrag netto | nettobetrag gesamt |
      rechnungssumme ohne ust | summe ohne mwst | zwischensumme netto | warenwert netto | gesamtnetto |
      netto gesamt | nettowert | basisbetrag | steuerbasisbetrag | steuerbetrag basis | entgelt |
      bemessungsgrundlage | nettorechnungsbetrag | total netto | netto-summe | netto summe | netto betrag |
      nettopreis gesamt | rechnungsbetrag netto | gesamtpreis netto | betrag netto | summe ohne ust |
      steuergrundlage | umsatz netto | nettogesamtbetrag | netto-betrag | gesamtsumme netto`,
    vat: `
      mwst | ust | umsatzsteuer | mehrwertsteuer | mwst-betrag | ust-betrag | steuer | zzgl mwst | zzgl ust |
      zuzüglich umsatzsteuer | zuzüglich mwst | zuzüglich mehrwertsteuer | enthaltene mwst | inkl mwst betrag |
      steuerbetrag | darin enthaltene mwst | plus mwst | mwst betrag | vat | gesetzliche mwst | davon mwst |
      enthält mwst | darin enthalten mwst | enthaltene umsatzsteuer | inkl mwst von`,
    vatTotal: `
      ust gesamt | mwst gesamt | summe mwst | summe ust | gesamt mwst | gesamt ust | steuerbetrag |
      steuerbetrag in | steuersumme | umsatzsteuer gesamt | summe umsatzsteuer | mehrwertsteuer gesamt |
      gesamtsteuerbetrag | steuer gesamt`,
    total: `
      bruttosumme | bruttobetrag | gesamtbetrag | rechnungsbetrag | gesamtsumme | endbetrag | endsumme |
      gesamt brutto | summe brutto | brutto | gesamtbetrag brutto | rechnungssumme | rechnungsbetrag brutto |
      gesamtbetrag inkl mwst | rechnungsendbetrag | total brutto | gutschriftsbetrag | brutto gesamt |
      gesamtpreis brutto | summe inkl mwst | gesamt inkl mwst | rechnungstotal | gesamtrechnungsbetrag |
      bruttogesamtbetrag | gesamtsumme brutto | total inkl mwst | summe inkl ust | rechnungsbetrag inkl mwst`,
    sum: `summe | gesamt | total | betrag gesamt | gesamtpreis | totalbetrag | summe eur`,
    subtotal: `
      zwischensumme | positionssumme | warenwert | summe positionen | subtotal | warensumme | teilsumme`,
    payable: `
      zahlbetrag | zu zahlen | zu zahlender betrag | fälliger betrag | offener betrag | noch zu zahlen |
      zahlungsbetrag | überweisungsbetrag | restbetrag | offener restbetrag | zahllast | forderungsbetrag |
      noch offen | gesamtforderung | offene forderung | saldo | guthaben | auszahlungsbetrag | zu zahlen bis |
      verbleibender betrag | zu bezahlen | abzubuchender betrag | erstattungsbetrag | noch zu zahlender betrag`,
    prepaid: `
      erhaltene anzahlungen | anzahlung | anzahlungen | bereits gezahlt | bereits bezahlt | vorauszahlung |
      abschlagszahlung | abschlagszahlungen | abzüglich anzahlung | gezahlt | teilzahlung | geleistete zahlungen |
      erhaltene zahlungen | bezahlt | vorauskasse | geleistete abschläge | bereits geleistet | abzgl anzahlung`,
    rounding: `rundung | rundungsdifferenz | rundungsbetrag | rundungsausgleich`,
    otherAmount: `
      rabatt | versand | versandkosten | porto | fracht | frachtkosten | mahngebühr | mahngebühren | verzugszinsen |
      einzelpreis | preis | e-preis | stückpreis | zuschlag | abschlag | gesamtbetrag der zuschläge |
      gesamtbetrag der abschläge | bruttopreis | nettopreis | stammkapital | grundkapital | offene zahlungen |
      menge | anzahl | pfand | leergutwert | artikelrabatt | umrechnungskurs | bruttolistenpreis |
      kleinmengenzuschlag | basismenge | grundbetrag | versicherungssteuer | gebühr | trinkgeld | vk-preis |
      zinsen | grundpreis | summe zuschläge | summe abschläge | getlinetradeagreementbruttopreis |
      gesamtbetrag der zu-/abschläge`,
    lineAmount: `betrag | zeilenbetrag | positionsbetrag | nettobetrag pos | soll | haben | wert`,
    tendered: `
      bar | ec-karte | karte | gegeben | girocard | ec | kartenzahlung | barzahlung | kreditkarte | bar gegeben |
      ec-cash`,
    change: `rückgeld | zurück | wechselgeld | zurueck`,
    excludingVat: `
      ohne mwst | ohne ust | exkl mwst | zzgl mwst | excl mwst | exkl ust | netto ohne mwst | ohne umsatzsteuer`,
    includingVat: `
      inkl mwst | inkl ust | einschl mwst | mit mwst | inklusive mwst | inkl umsatzsteuer | einschließlich mwst |
      incl mwst | inkl mehrwertsteuer`,
    vatRate: `
      mwst % | ust % | mwst-satz | steuersatz | ust satz | mwst satz | ust-satz | steuersatz [%] | satz |
      steuercode`,
    iban: `iban | iban nr | iban-nr`,
    bic: `bic | swift | bic/swift | swift-bic | verkäufer-bic | bic-code | swift-code`,
    account: `kontonummer | konto | kto | kto-nr | konto-nr | bankverbindung | kontonr`,
    vatNumber: `
      ust-id | ust-idnr | ust-id-nr | ust-ident-nr | umsatzsteuer-id | umsatzsteuer-identifikationsnummer | uid |
      uid-nr | uid-nummer | ustid | ust id nr | mwst-nr | ust-id nr | umsatzsteueridentifikationsnummer |
      ust.-id.-nr | umsatzsteuer-identnummer | mwst-nummer`,
    organisationNumber: `
      handelsregister | hrb | hra | handelsregisternummer | steuernummer | steuer-nr | st-nr | hrb nr |
      firmenbuchnummer | fn | amtsgericht | registergericht | steuernr | reg-nr`,
    seller: `
      verkäufer | lieferant | absender | rechnungssteller | kontoinhaber | kontoname | zahlungsempfänger |
      begünstigter | leistungserbringer | auftragnehmer | vermieter | abweichender zahlungsempfänger |
      steuerbevollmächtigter des verkäufers | empfänger der zahlung`,
    buyer: `
      käufer | käufer/leistungsempfänger | kunde | rechnungsempfänger | rechnungsadresse | leistungsempfänger |
      empfänger | auftraggeber | rechnung an | rechnungsanschrift | mieter | abweichender rechnungsempfänger |
      zahlungspflichtiger | an | herrn | firma | besteller`,
    deliveryAddress: `
      lieferadresse | lieferanschrift | warenempfänger | abweichender warenempfänger | versandadresse |
      lieferung an`,
    name: `name | firmenname | unternehmen`,
    subject: `betreff | betrifft | betr | gegenstand`,
    currency: `währung | rechnungswährung | alle beträge in | beträge in`,
    yours: `ihre | ihr | kunden | käufer | ihre ust-idnr | ihre ust-id`,
  },
  kinds: {
    bill: {
      titles: `
        rechnung | handelsrechnung | schlussrechnung | teilrechnung | abschlagsrechnung | warenrechnung |
        mietrechnung | beitragsrechnung | proformarechnung | rechnung des versicherers | anzahlungsrechnung |
        schlussrechnung bau | rechnungskopie | honorarrechnung | sammelrechnung | stromrechnung |
        verbrauchsabrechnung | honorarnote`,
      hints: `
        rechnungsnummer | rechnungsdatum | zahlbar | fällig | ust-idnr | bankverbindung | bitte überweisen`,
    },
    'credit-note': {
      titles: `
        gutschrift | rechnungskorrektur | stornorechnung | korrekturrechnung | gutschriftanzeige | storno`,
      hints: `gutgeschrieben | wir schreiben ihnen gut | storniert | stornierung | korrektur der rechnung`,
    },
    reminder: {
      titles: `
        mahnung | zahlungserinnerung | erste mahnung | zweite mahnung | letzte mahnung | 1. mahnung | 2. mahnung |
        3. mahnung | inkasso | letzte zahlungsaufforderung | zahlungsaufforderung | dritte mahnung`,
      hints: `
        mahngebühr | noch nicht beglichen | überfällig | verzugszinsen | zahlungseingang | in verzug |
        nicht eingegangen`,
    },
    receipt: {
      titles: `quittung | kassenbon | beleg | kassenbeleg | bewirtungsbeleg | kundenbeleg | zahlungsbeleg`,
      hints: `vielen dank für ihren einkauf | rückgeld | kasse | bedient | kartenzahlung | es bediente sie`,
    },
    contract: {
      titles: `
        vertrag | mietvertrag | arbeitsvertrag | vereinbarung | rahmenvertrag | dienstleistungsvertrag |
        kaufvertrag | wartungsvertrag | geheimhaltungsvereinbarung | auftragsverarbeitungsvertrag`,
      hints: `
        die parteien | zwischen | kündigung | kündigungsfrist | nachfolgend | gerichtsstand | vertragsdauer`,
    },
    application: {
      titles: `bewerbung | lebenslauf | bewerbung als | bewerbung um | curriculum vitae | initiativbewerbung`,
      hints: `berufserfahrung | ausbildung | hiermit bewerbe | kenntnisse | sprachkenntnisse | bewerbe mich`,
    },
    permit: {
      titles: `
        genehmigung | baugenehmigung | erlaubnis | bescheid | bewilligung | gaststättenerlaubnis |
        aufenthaltserlaubnis | arbeitserlaubnis`,
      hints: `wird erteilt | rechtsbehelfsbelehrung | auflagen | genehmigt | widerspruch`,
    },
    letter: {
      titles: `brief | schreiben | mitteilung`,
      hints: `mit freundlichen grüßen | sehr geehrte | sehr geehrter | freundliche grüße | hochachtungsvoll`,
    },
    'delivery-note': {
      titles: `lieferschein | packliste | frachtbrief | warenbegleitschein | packzettel | versandanzeige`,
      hints: `gelieferte menge | ware erhalten | packstücke | empfangen | lieferbedingungen | spediteur`,
    },
    order: {
      titles: `bestellung | auftragsbestätigung | auftrag | bestellbestätigung`,
      hints: `wir bestellen | vielen dank für ihre bestellung | wir bestätigen | gewünschter liefertermin`,
    },
    quote: {
      titles: `angebot | kostenvoranschlag | offerte | preisangebot`,
      hints: `wir bieten ihnen | freibleibend | gültig bis | vielen dank für ihre anfrage | unser angebot`,
    },
    statement: {
      titles: `
        kontoauszug | saldenbestätigung | gehaltsabrechnung | lohnabrechnung | depotauszug | entgeltabrechnung`,
      hints: `alter saldo | neuer saldo | buchungstag | kontostand | anfangssaldo`,
    },
    certificate: {
      titles: `
        bescheinigung | zertifikat | zeugnis | arbeitszeugnis | urkunde | arbeitsunfähigkeitsbescheinigung |
        bestätigung`,
      hints: `hiermit bescheinigen | wird bescheinigt | hat teilgenommen | hiermit wird bestätigt`,
    },
    report: {
      titles: `bericht | jahresbericht | prüfbericht | gutachten | monatsbericht | inspektionsbericht`,
      hints: `zusammenfassung | ergebnis | empfehlungen | einleitung`,
    },
    minutes: {
      titles: `protokoll | sitzungsprotokoll | besprechungsprotokoll | niederschrift | ergebnisprotokoll`,
      hints: `anwesend | tagesordnung | teilnehmer | nächste sitzung | beschlüsse`,
    },
    advertising: {
      titles: `sonderangebot | aktion | newsletter | einladung`,
      hints: `
        jetzt bestellen | nur für kurze zeit | rabattcode | abmelden | sparen sie | solange der vorrat`,
    },
    form: {
      titles: `formular | antrag | vollmacht | anmeldung | erklärung | fragebogen`,
      hints: `ausfüllen | ankreuzen | unterschrift | druckbuchstaben | ort, datum`,
    },
  },
  numberWords: `nr | nummer | no | id`,
  dayWords: `tage | tagen | tag`,
  termWords: `
    zahlungsbedingungen | zahlungsziel | netto | innerhalb | zahlbar | zahlbar innerhalb | rein netto | binnen |
    zahlung | ohne abzug | zahlungskonditionen`,
  untilWords: `bis | bis zum | und`,
  legalForms: `
    gmbh | ag | kg | ohg | ug | e.v. | ev | gmbh & co. kg | co. kg | gbr | e.k. | ek | se | kgaa | eg | mbh |
    haftungsbeschränkt | a.g. | partg | verein | stiftung | gesmbh | versicherungsverein`,
}
