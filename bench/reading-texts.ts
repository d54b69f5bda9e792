/** A page of office prose in each of the six languages, with the letters and figures that recognisers get wrong. */
export interface PageText {
  readonly language: 'en' | 'sv' | 'nb' | 'nl' | 'ro' | 'pt'
  readonly head: readonly string[]
  readonly paragraphs: readonly string[]
  /** Rows of a table: what, how many, price, sum. */
  readonly table: readonly (readonly [string, string, string, string])[]
  readonly foot: readonly string[]
}

export const pageTexts: readonly PageText[] = [
  {
    language: 'en',
    head: [
      'Harrow & Whitlock Stationers Ltd',
      '14 Castle Street, Bristol BS1 3AD',
      'Invoice 2026-004417',
      '12 November 2026',
    ],
    paragraphs: [
      'Dear Ms Okonkwo, thank you for your order of 3 November. The paper and the toner were delivered to your reception on Tuesday morning and signed for by your colleague, who asked us to send the bill to the accounts department.',
      'Please note that our bank details have not changed. Should anyone ring you and say that they have, call us first on the number printed below; we would rather be asked twice than paid once into the wrong account.',
      'The shelf units are out of stock until the week of 23 November. We have kept them on back order at the price agreed, and will deliver them without further charge as soon as they arrive from the factory in Leeds.',
    ],
    table: [
      ['Description', 'Quantity', 'Price', 'Amount'],
      ['Copy paper A4, 80 g, box of five reams', '12', '18.40', '220.80'],
      ['Toner cartridge, black, high yield', '3', '89.95', '269.85'],
      ['Ring binders, 75 mm, assorted colours', '40', '2.15', '86.00'],
      ['Delivery before noon', '1', '9.50', '9.50'],
      ['Net amount', '', '', '586.15'],
      ['VAT 20%', '', '', '117.23'],
      ['Total to pay in GBP', '', '', '703.38'],
    ],
    foot: [
      'Due on 12 December 2026. Sort code 20-45-77, account 33917526.',
      'VAT number GB 731 2264 09. Registered in England 04417723.',
    ],
  },
  {
    language: 'sv',
    head: ['Göteborgs Kontorsvaruhus AB', 'Östra Hamngatan 37, 411 10 Göteborg', 'Faktura 88213', '2026-11-12'],
    paragraphs: [
      'Hej! Tack för er beställning den 3 november. Papperet och färgpatronerna lämnades i receptionen på tisdagsförmiddagen och kvitterades av er kollega, som bad oss skicka räkningen till ekonomiavdelningen.',
      'Observera att vårt bankgironummer inte har ändrats. Om någon ringer och påstår något annat, hör av er till oss först på numret här nedan; vi blir hellre frågade två gånger än betalda en gång till fel konto.',
      'Hyllorna är tyvärr slut och väntas åter vecka 48. Vi har sparat dem åt er till överenskommet pris och kör ut dem utan extra kostnad så snart de kommit från fabriken i Ängelholm. Dröjsmålsränta enligt räntelagen.',
    ],
    table: [
      ['Benämning', 'Antal', 'À-pris', 'Belopp'],
      ['Kopieringspapper A4, 80 g, låda om fem ris', '12', '189,00', '2 268,00'],
      ['Färgpatron svart, hög kapacitet', '3', '949,50', '2 848,50'],
      ['Gaffelpärmar 75 mm, blandade färger', '40', '21,90', '876,00'],
      ['Leverans före klockan tolv', '1', '95,00', '95,00'],
      ['Summa exklusive moms', '', '', '6 087,50'],
      ['Moms 25 %', '', '', '1 521,88'],
      ['Att betala SEK', '', '', '7 609,38'],
    ],
    foot: [
      'Förfallodag 2026-12-12. Bankgiro 5050-1055, OCR 882134.',
      'Organisationsnummer 556012-5790, godkänd för F-skatt.',
    ],
  },
  {
    language: 'nb',
    head: ['Bjørvika Kontorrekvisita AS', 'Dronning Eufemias gate 16, 0191 Oslo', 'Faktura 104882', '12.11.2026'],
    paragraphs: [
      'Hei! Takk for bestillingen av 3. november. Papiret og fargepatronene ble levert i resepsjonen tirsdag formiddag og kvittert for av kollegaen deres, som ba oss sende regningen til økonomiavdelingen.',
      'Vi gjør oppmerksom på at kontonummeret vårt ikke er endret. Hvis noen ringer og påstår noe annet, ta kontakt med oss først på nummeret nedenfor; vi vil heller bli spurt to ganger enn å få betaling på feil konto.',
      'Hyllene er dessverre utsolgt og ventes på nytt i uke 48. Vi har lagt dem til side til avtalt pris og kjører dem ut uten ekstra kostnad så snart de er kommet fra fabrikken på Åndalsnes. Ærbødigst, Bjørg Sæther.',
    ],
    table: [
      ['Beskrivelse', 'Antall', 'Pris', 'Beløp'],
      ['Kopipapir A4, 80 g, eske med fem pakker', '12', '199,00', '2 388,00'],
      ['Fargepatron sort, høy kapasitet', '3', '989,50', '2 968,50'],
      ['Ringpermer 75 mm, forskjellige farger', '40', '24,90', '996,00'],
      ['Levering før klokken tolv', '1', '110,00', '110,00'],
      ['Sum uten merverdiavgift', '', '', '6 462,50'],
      ['Merverdiavgift 25 %', '', '', '1 615,63'],
      ['Å betale NOK', '', '', '8 078,13'],
    ],
    foot: [
      'Forfallsdato 12.12.2026. Kontonummer 1503 40 12349, KID 1048826.',
      'Foretaksregisteret NO 923 609 016 MVA.',
    ],
  },
  {
    language: 'nl',
    head: [
      'Kantoorhuis Van der Meijden B.V.',
      'Prinsengracht 412, 1016 JC Amsterdam',
      'Factuur 2026-3391',
      '12 november 2026',
    ],
    paragraphs: [
      'Geachte mevrouw De Wit, hartelijk dank voor uw bestelling van 3 november. Het papier en de inktpatronen zijn dinsdagochtend bij uw receptie afgeleverd; uw collega tekende voor ontvangst en vroeg ons de rekening naar de administratie te sturen.',
      'Ons rekeningnummer is niet gewijzigd. Mocht iemand u bellen en iets anders beweren, neem dan eerst contact met ons op via het nummer hieronder; wij worden liever twee keer gevraagd dan één keer op de verkeerde rekening betaald.',
      'De kasten zijn helaas uitverkocht en worden pas in week 48 weer verwacht. Wij hebben ze voor u gereserveerd tegen de afgesproken prijs en bezorgen ze zonder extra kosten zodra ze uit de fabriek in Zaltbommel komen.',
    ],
    table: [
      ['Omschrijving', 'Aantal', 'Prijs', 'Bedrag'],
      ['Kopieerpapier A4, 80 g, doos van vijf pakken', '12', '21,50', '258,00'],
      ['Tonercassette zwart, hoge capaciteit', '3', '94,95', '284,85'],
      ['Ordners 75 mm, diverse kleuren', '40', '2,45', '98,00'],
      ['Levering vóór twaalf uur', '1', '9,75', '9,75'],
      ['Bedrag exclusief btw', '', '', '650,60'],
      ['Btw 21%', '', '', '136,63'],
      ['Totaal te betalen EUR', '', '', '787,23'],
    ],
    foot: ['Vervaldatum 12 december 2026. IBAN NL91 ABNA 0417 1643 00.', 'KvK 33014286, btw-nummer NL001234567B01.'],
  },
  {
    language: 'ro',
    head: [
      'Papetăria Dâmbovița S.R.L.',
      'Strada Ștefan cel Mare nr. 28, București',
      'Factura seria DMB nr. 20417',
      '12.11.2026',
    ],
    paragraphs: [
      'Stimată doamnă Ionescu, vă mulțumim pentru comanda din 3 noiembrie. Hârtia și cartușele au fost livrate marți dimineață la recepție, iar colega dumneavoastră a semnat de primire și ne-a rugat să trimitem factura la contabilitate.',
      'Vă atragem atenția că datele noastre bancare nu s-au schimbat. Dacă cineva vă sună și pretinde altceva, întrebați-ne mai întâi la numărul de mai jos; preferăm să fim întrebați de două ori decât plătiți o dată în contul greșit.',
      'Rafturile nu mai sunt în stoc și sunt așteptate din nou în săptămâna 48. Le-am păstrat pentru dumneavoastră la prețul stabilit și vi le aducem fără costuri suplimentare îndată ce sosesc de la fabrica din Târgoviște.',
    ],
    table: [
      ['Denumirea produselor', 'Cantitate', 'Preț', 'Valoare'],
      ['Hârtie de copiator A4, 80 g, cutie cu cinci topuri', '12', '98,50', '1.182,00'],
      ['Cartuș negru, capacitate mare', '3', '389,90', '1.169,70'],
      ['Bibliorafturi 75 mm, culori diferite', '40', '11,25', '450,00'],
      ['Livrare înainte de prânz', '1', '45,00', '45,00'],
      ['Total fără TVA', '', '', '2.846,70'],
      ['TVA 21%', '', '', '597,81'],
      ['Total de plată RON', '', '', '3.444,51'],
    ],
    foot: [
      'Scadența 12.12.2026. IBAN RO49 AAAA 1B31 0075 9384 0000.',
      'CUI RO14399840, J40/4417/2002, capital social 45.000 lei.',
    ],
  },
  {
    language: 'pt',
    head: [
      'Papelaria São Tomé, Lda.',
      'Rua da Conceição 112, 1100-153 Lisboa',
      'Fatura FT 2026/3918',
      '12 de novembro de 2026',
    ],
    paragraphs: [
      'Exma. Senhora Dra. Gonçalves, agradecemos a sua encomenda de 3 de novembro. O papel e os tinteiros foram entregues na receção na terça-feira de manhã; a sua colega assinou a guia e pediu que enviássemos a fatura à contabilidade.',
      'Informamos que os nossos dados bancários não foram alterados. Se alguém telefonar a dizer o contrário, contacte-nos primeiro pelo número indicado abaixo; preferimos que nos perguntem duas vezes a receber uma vez na conta errada.',
      'As estantes estão esgotadas e só são esperadas de novo na semana 48. Guardámo-las para si ao preço combinado e entregá-las-emos sem custos adicionais assim que chegarem da fábrica de Vila Nova de Famalicão.',
    ],
    table: [
      ['Descrição', 'Quantidade', 'Preço', 'Valor'],
      ['Papel de fotocópia A4, 80 g, caixa de cinco resmas', '12', '22,90', '274,80'],
      ['Tinteiro preto de alta capacidade', '3', '97,50', '292,50'],
      ['Pastas de arquivo 75 mm, cores sortidas', '40', '2,30', '92,00'],
      ['Entrega antes do meio-dia', '1', '8,90', '8,90'],
      ['Total sem IVA', '', '', '668,20'],
      ['IVA 23%', '', '', '153,69'],
      ['Total a pagar EUR', '', '', '821,89'],
    ],
    foot: [
      'Vencimento em 12 de dezembro de 2026. Multibanco: entidade 11249.',
      'NIF 502 011 378, capital social 50 000 euros, matrícula na C.R.C. de Lisboa.',
    ],
  },
]
