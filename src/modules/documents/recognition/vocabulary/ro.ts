import type { Vocabulary } from './vocabulary.ts'

export const ro: Vocabulary = {
  language: 'ro',
  months: [
    `ianuarie | ian`,
    `februarie | feb | febr`,
    `martie | mar | mart`,
    `aprilie | apr`,
    `mai`,
    `iunie | iun`,
    `iulie | iul`,
    `august | aug`,
    `septembrie | sep | sept`,
    `octombrie | oct`,
    `noiembrie | noi | nov`,
    `decembrie | dec`,
  ],
  labels: {
    number: `
      factura nr | număr factură | numărul facturii | nr factură | nr facturii | factura numărul |
      seria și numărul | seria si numarul facturii | serie și număr | seria/nr | serie/număr | serie nr |
      nr factura | factură seria | factură serie | seria | serie | factură fiscală nr | nr document |
      număr document | factura proformă nr | factura storno nr | nota de credit nr | notificare nr | somație nr |
      nr fact | număr și serie | nr crt factura | factura seria | seria și nr | nr și data facturii`,
    looseNumber: `
      bon nr | bon fiscal nr | nr bon | chitanța nr | chitanță nr | nr chitanță | aviz nr | nr aviz |
      aviz de însoțire nr | contract nr | nr contract | contractul nr | ofertă nr | oferta nr | nr ofertă |
      nr înregistrare | nr de înregistrare | autorizația nr | autorizație nr | nr autorizație | rezervare nr |
      certificat nr | proces verbal nr | raport nr | dosar nr | adeverință nr | număr contract | înregistrat cu nr |
      cerere nr | decizie nr | licența nr | aviz seria | număr | numărul | nr`,
    orderNumber: `
      comanda nr | comandă nr | nr comandă | nr comenzii | număr comandă | comanda | comanda dvs | comandă client |
      nr comanda | comanda de achiziție | po nr | comandă de cumpărare`,
    ourReference: `referința noastră | nr nostru | ref noastră`,
    yourOrder: `
      comanda dvs | comandă client | comanda dumneavoastră | comanda client | comanda de achiziție`,
    reference: `
      referință plată | referința plății | cod plată | cod de plată | număr de evidență a plății |
      cod client plată | cod de bare plată | la plată menționați | menționați la plată | referință de plată |
      explicații plată | identificator plată | cod încasare | cod abonat plată | codul de plată | cod referință |
      detalii plată`,
    yourReference: `
      referință | referința dvs | ref | referința noastră | persoana de contact | în atenția | persoană de contact |
      delegat | responsabil`,
    customerNumber: `
      cod client | nr client | număr client | cod abonat | cod partener | id client | cod de client | cont client |
      cont contract | cod consumator | nr abonat`,
    otherNumber: `
      telefon | tel | mobil | fax | cod produs | cod articol | cod | proiect | nr proiect | serie contor | contor |
      cod loc consum | pod | pagina | pag | cnp | ci seria | ci | bi | poliță nr | auto nr | mijloc de transport |
      nr auto | număr de telefon | casa | casier | cod poștal | capital social | index | nlc | serie | nr crt |
      gln | cod ean | cod loc de consum | poz | relații clienți`,
    issued: `
      data facturii | data emiterii | data emitere | data emiterii facturii | emisă la | emis la | data factură |
      data factura | din data | din data de | data document | data documentului | data eliberării | data ofertei |
      emisă la data | data bonului | data contractului | data (ziua, luna, anul) | data (ziua luna anul) |
      data emiterii documentului | emisă în data de | data emisă | încheiat astăzi | încheiat la data de |
      data întocmirii`,
    looseDate: `data | din | dată`,
    due: `
      scadență | scadența | data scadenței | data scadență | data scadentă | scadentă la | termen de plată |
      termen plată | termenul de plată | data limită de plată | data limită | plată până la | de plată până la |
      se va plăti până la | scadent | termen scadent | termen de scadență | data limita plata |
      scadenta la data de | achitați până la | plătiți până la | scadentă | termen limită de plată |
      cel târziu până la | până la data de | data scadentei | scadență la plată | termen limită | scade la |
      scadența plății`,
    validUntil: `
      valabil până la | valabilă până la | valabilitate | valabil până la data de | valabilă până la data de |
      expiră la | expiră | data expirării | valabilitatea ofertei | oferta este valabilă până la |
      termen de valabilitate | valabil pana in | data expirare | până la data | expiră la data de | încetează la`,
    period: `
      perioada | perioada de facturare | perioada facturată | pentru perioada | perioadă | perioada de consum |
      perioada facturării | perioada serviciilor | interval | perioada contractuală | aferent perioadei | durata |
      aferentă perioadei`,
    otherDate: `
      data comenzii | data livrării | data livrare | data expedierii | data nașterii | născut | data tipăririi |
      data citirii | data citire | data plății | data prestării | data încasării | data listării | check-in |
      data înregistrării | data recepției | data contabilă | data valutei | data ridicării |
      data livrarii/prestarii | livrat la | data comandă | ora`,
    discountUntil: `scont | discount`,
    net: `
      valoare fără tva | total fără tva | valoare fara tva | bază impozabilă | baza de impozitare | baza tva |
      total net | valoare netă | net | suma fără tva | total valoare fără tva | bază de calcul | total bază |
      baza impozabila | total valoare | total baza impozabila | subtotal fără tva | fără tva | valoare net |
      preț fără tva | total fara t.v.a. | bază | baza de calcul | total valoare netă | valoare totală fără tva |
      suma netă`,
    vat: `
      tva | t.v.a. | valoare tva | valoarea tva | suma tva | cota tva | din care tva | taxa pe valoarea adăugată |
      tva lei | valoare t.v.a. | tva colectat | tva 19 | tva 21 | tva 9 | tva 11`,
    vatTotal: `
      total tva | tva total | total valoare tva | total t.v.a. | valoare totală tva | valoare totala tva |
      tva de plată`,
    total: `
      total cu tva | total general | valoare totală | total factură | total factura | valoare cu tva |
      total facturat | suma totală | total brut | total cu t.v.a. | valoarea totală | valoare totală cu tva |
      total inclusiv tva | total bon | total lei | valoare factură | total factură curentă | total valoare cu tva |
      brut | total factura curenta | total ron | total incl tva | valoare facturată | total document |
      valoarea facturii | total storno`,
    sum: `total | totaluri | suma | tot`,
    subtotal: `subtotal | sub total | total parțial | total articole`,
    payable: `
      total de plată | de plată | suma de plată | total plată | rest de plată | total de plata | sumă de plată |
      sold de plată | total de achitat | de achitat | rest de achitat | total de plată lei | total datorat |
      suma datorată | sold | total de plată (ron) | total de recuperat | de restituit | suma restantă |
      total restant | debit restant | total debit | sold restant | suma de achitat | total plata |
      valoare de plată | valoare de plata`,
    prepaid: `
      avans | achitat | plătit | plăți | plăți efectuate | încasat | avans achitat | plătit în avans |
      suma achitată | storno avans | avans facturat | suma plătită | avans încasat | achitat deja | plătit anterior`,
    rounding: `rotunjire | rotunjiri | diferență rotunjire`,
    otherAmount: `
      discount | reducere | transport | taxă transport | penalități | penalități de întârziere | dobânda | preț |
      preț unitar | pret unitar | p.u. | sold anterior | sold precedent | capital social | cantitate | cant | curs |
      curs valutar | accize | reducere comercială | garanție | taxă | majorări | cap social | capital | consum |
      bacșiș | sgr | valoare inițială | sold inițial | contribuție | debit principal | cheltuieli | curs bnr`,
    lineAmount: `valoare | valoarea | sumă | debit | credit | sold final`,
    tendered: `
      numerar | card | cash | card bancar | plată card | plata numerar | lei numerar | tichete | plată numerar`,
    change: `rest | rest numerar`,
    excludingVat: `fără tva | fara t.v.a. | excl tva | fără t.v.a. | exclusiv tva | ex tva | net de tva`,
    includingVat: `cu tva | inclusiv tva | incl tva | tva inclus | cu t.v.a. | cu tva inclus`,
    vatRate: `cota tva | cotă tva | cota | tva % | cota t.v.a. | % tva | procent tva`,
    iban: `iban | cod iban | cont iban | iban lei | iban ron | cont bancar iban | cont (iban)`,
    bic: `bic | swift | cod swift | cod bic | bic/swift | swift/bic`,
    account: `cont | cont bancar | contul | cont nr | cont lei | cont ron | în contul`,
    vatNumber: `
      cif | cui | c.i.f. | c.u.i. | cod fiscal | cod tva | cod identificare fiscală | cod de identificare fiscală |
      cod unic de înregistrare | cod înregistrare tva | cif/cui | cui/cif | ro cif |
      cod de înregistrare în scopuri de tva | c.f. | cf | cod tva ro | cod înregistrare fiscală`,
    organisationNumber: `
      nr reg com | nr registrul comerțului | reg com | nr ord reg com | registrul comerțului | nr ord reg com/an |
      nr reg comerțului | nr. ord. reg. com. | j | nr de ordine în registrul comerțului | nr înmatriculare | onrc |
      înreg reg com | r.c.`,
    seller: `
      furnizor | vânzător | emitent | prestator | de la | beneficiar plată | expeditor | locator | proprietar |
      societatea | creditor | titular cont | beneficiarul plății | furnizorul | vânzătorul | prestatorul | titular`,
    buyer: `
      client | cumpărător | beneficiar | cumpărătorul | către | plătitor | destinatar | locatar | chiriaș |
      nume client | adresa de facturare | adresă facturare | facturat către | solicitant | debitor | abonat |
      clientul | beneficiarul | titularul autorizației`,
    deliveryAddress: `
      adresa de livrare | adresă livrare | loc de livrare | locul de livrare | punct de lucru | livrat la adresa |
      adresa livrare | loc de consum | adresa locului de consum | punct de livrare`,
    name: `nume | denumire | denumirea | firma | companie | nume și prenume`,
    subject: `subiect | referitor la | ref | obiect | privind | obiectul | referitor`,
    currency: `moneda | valuta | moneda facturii | sumele sunt exprimate în`,
    yours: `dvs | dumneavoastră | client | cumpărător`,
  },
  kinds: {
    bill: {
      titles: `
        factură | factura fiscală | factură proformă | proformă | factura proforma | factură fiscală |
        notă de plată | factură seria | aviz de plată | factura | factură simplificată`,
      hints: `
        data scadenței | total de plată | furnizor | cumpărător | cota tva | reg com | cod fiscal |
        termen de plată | delegat`,
    },
    'credit-note': {
      titles: `
        notă de credit | factură storno | storno | factura de stornare | notă de creditare | factură de stornare |
        factură de corecție | factură storno seria`,
      hints: `stornare | storno factura | stornăm | se stornează | anulare factură | stornat`,
    },
    reminder: {
      titles: `
        somație | notificare de plată | somație de plată | înștiințare de plată | notificare | reamintire |
        memento de plată | notificare restanță | ultima somație | aviz de neplată | înștiințare | a doua somație |
        somatie | reamintire de plată | prima notificare | notificare debit restant`,
      hints: `
        restant | nu am înregistrat plata | neachitată | neachitat | penalități de întârziere | debit |
        executare silită | restanță | nu a fost achitată | restanțe | depășit | vă rugăm să achitați |
        scadența depășită | sumă restantă`,
    },
    receipt: {
      titles: `bon fiscal | chitanță | bon | bon de casă | chitanța | dovadă de plată | chitanță seria`,
      hints: `
        casier | vă mulțumim | am primit de la | numerar | suma de | reprezentând | casa de marcat |
        vă mai așteptăm | casa | rest`,
    },
    contract: {
      titles: `
        contract | contract de închiriere | contract de prestări servicii | contract individual de muncă | acord |
        contract cadru | acord cadru | act adițional | contract de vânzare | acord de confidențialitate |
        contract de furnizare | contract de mentenanță | contract de locațiune | contract de vânzare cumpărare |
        contract de comodat | contract de colaborare | convenție | contract de leasing`,
      hints: `
        părțile | părți contractante | părțile contractante | obiectul contractului | durata contractului |
        încetarea contractului | denumită în continuare | forță majoră | în două exemplare | litigii | au convenit |
        reziliere | preaviz | art 1`,
    },
    application: {
      titles: `
        cerere de angajare | curriculum vitae | cv | scrisoare de intenție | scrisoare de motivație |
        cerere de înscriere | candidatură | aplicație | cerere angajare | curriculum vitae europass |
        scrisoare de recomandare`,
      hints: `
        experiență profesională | experiență | educație și formare | studii | competențe | limbi străine |
        postul de | îmi depun candidatura | solicit angajarea | permis de conducere | angajarea mea | interviu |
        aptitudini | loc de muncă | doresc să aplic`,
    },
    permit: {
      titles: `
        autorizație | autorizație de construire | autorizație de funcționare | permis | licență |
        autorizație de mediu | aviz | acord de mediu | certificat de urbanism | autorizație sanitară |
        acord de funcționare | permis de muncă | permis de ședere | autorizație de securitate la incendiu |
        aviz de securitate la incendiu | aviz de funcționare`,
      hints: `
        se autorizează | se acordă | titular | titularul autorizației | valabilă până la | valabil până la |
        primăria | primarul | condiții | în baza cererii | emitentul | eliberată`,
    },
    letter: {
      titles: `scrisoare | adresă | informare | înștiințare generală | comunicare`,
      hints: `
        cu stimă | stimate domn | stimată doamnă | cu respect | stimate | vă aducem la cunoștință |
        cu deosebită considerație | bună ziua | stimați`,
    },
    'delivery-note': {
      titles: `
        aviz de însoțire a mărfii | aviz de expediție | aviz de însoțire | notă de livrare |
        proces verbal de predare primire | scrisoare de trăsură | notă de recepție | listă de colisaj |
        aviz de livrare | aviz de insotire a marfii | bon de livrare | notă de recepție și constatare de diferențe`,
      hints: `
        cantitate livrată | colete | primit de | greutate brută | mijloc de transport | semnătura de primire |
        am predat | am primit | delegat | gestionar | expedierea | încărcare`,
    },
    order: {
      titles: `
        comandă | confirmare comandă | comandă de achiziție | notă de comandă | confirmarea comenzii |
        comandă fermă | bon de comandă | comandă furnizor`,
      hints: `
        comandăm | vă rugăm să livrați | mulțumim pentru comandă | termen de livrare | confirmăm |
        vă mulțumim pentru comandă | comanda dumneavoastră`,
    },
    quote: {
      titles: `
        ofertă | ofertă de preț | ofertă comercială | deviz | deviz estimativ | cotație | deviz ofertă |
        estimare de preț`,
      hints: `
        oferta este valabilă | valabilitatea ofertei | ca urmare a solicitării | vă oferim | condiții de livrare |
        urmare a cererii | vă transmitem oferta`,
    },
    statement: {
      titles: `
        extras de cont | fișă client | situație cont | confirmare de sold | fluturaș de salariu | extras cont |
        fișa contului | situația conturilor | stat de plată | extras`,
      hints: `
        sold inițial | sold final | tranzacții | rulaj | data tranzacției | sold precedent | rulaj debitor |
        rulaj creditor`,
    },
    certificate: {
      titles: `
        certificat | adeverință | diplomă | certificat medical | certificat constatator | adeverință de salariat |
        atestat | certificat de înregistrare | adeverință medicală | certificat de calitate | dovadă |
        certificat de conformitate | concediu medical | certificat de garanție`,
      hints: `
        se adeverește | adeverim prin prezenta | prin prezenta se certifică | se certifică | a absolvit |
        adeverim că | eliberat prezenta | este angajat`,
    },
    report: {
      titles: `
        raport | raport anual | raport de audit | raport de inspecție | raport lunar | raport de activitate |
        situații financiare | raport de expertiză | raport tehnic`,
      hints: `rezumat | concluzii | recomandări | introducere | constatări | context`,
    },
    minutes: {
      titles: `
        proces verbal | proces verbal de ședință | minută | minuta ședinței | hotărâre |
        procesul verbal al ședinței | proces-verbal | minuta întâlnirii`,
      hints: `
        ordinea de zi | prezenți | ședința | președinte | secretar | au participat | absenți | diverse |
        participanți | s-a hotărât`,
    },
    advertising: {
      titles: `ofertă specială | promoție | newsletter | reduceri | invitație | super ofertă`,
      hints: `
        comandă acum | cumpără acum | ofertă limitată | cod de reducere | dezabonare | economisește | doar acum |
        până la epuizarea | gratuit | nu rata | profită | în limita stocului`,
    },
    form: {
      titles: `
        formular | cerere | declarație | împuternicire | declarație pe propria răspundere | procură | decont |
        ordin de deplasare | chestionar | fișă de înscriere | cerere tip | declarație fiscală`,
      hints: `
        completați | semnătura | subsemnatul | bifați | cu majuscule | domiciliat | se completează |
        data și semnătura | subsemnata`,
    },
  },
  numberWords: `nr | numar | numarul | no | num | seria | serie`,
  dayWords: `zile | zi`,
  termWords: `
    termen de plată | termen plată | scadență | plata în | în termen de | termen | plată | net | scadent |
    termenul de plată`,
  untilWords: `până la | la | pana | și | până`,
  legalForms: `
    srl | s.r.l. | sa | s.a. | pfa | p.f.a. | snc | ii | î.i. | srl-d | ra | r.a. | asociația | fundația |
    primăria | s.c. | sc | if | cabinet | scs | ong | societatea | regia | sca | comuna | municipiul`,
}
