/** Made papers of six kinds of an office's own and of five that every office has, in six languages; no two alike. */

export type Made = Readonly<Record<string, string>>

/** Phrases of each kind: its title, then what its papers say, of which each paper has some. */
export const own: Readonly<Record<string, Made>> = {
  sv: {
    besiktning:
      'Besiktningsprotokoll|Slutbesiktning av entreprenaden|Anmärkningar vid besiktningen|Besiktningsmannen godkänner arbetet|Fel avhjälps före garantitidens slut|Närvarande vid syn på platsen',
    ritning:
      'Ritningsförteckning|Reviderade ritningar bifogas|Skala och format enligt förteckningen|Handlingarna ersätter tidigare utskick|Planritning sektion och fasad|Ritningsnummer och ändringsdatum',
    intyg:
      'Anställningsintyg|Härmed intygas att medarbetaren varit anställd|Arbetsuppgifterna har omfattat projektering|Anställningen upphörde på egen begäran|Vi rekommenderar henne varmt|Sysselsättningsgrad heltid',
    tillbud:
      'Tillbudsrapport|Händelsen inträffade på arbetsplatsen|Skyddsombudet underrättades samma dag|Ingen person skadades vid tillbudet|Åtgärder för att hindra upprepning|Beskrivning av risken',
    matdata:
      'Mätprotokoll luftflöden|Uppmätt flöde i tilluft och frånluft|Instrumentet kalibrerades före mätning|Avvikelse från projekterat värde|Injustering av ventilationen utförd|Don och kanal enligt bilaga',
    stipendium:
      'Stipendieansökan|Den sökande studerar arkitektur|Motivering till varför stipendiet söks|Tidigare stipendier och studieresor|Plan för hur medlen används|Rekommendation från lärare',
  },
  en: {
    survey:
      'Building survey|Condition of roof and walls inspected|Defects noted by the surveyor|Dampness measured in the basement|Repairs advised within the year|Access was given by the caretaker',
    drawings:
      'Drawing issue sheet|Revised drawings are enclosed|Scale and sheet size as listed|These supersede earlier issues|Plans sections and elevations|Drawing number and revision letter',
    reference:
      'Reference for employment|This confirms she was employed with us|Her duties comprised site supervision|She leaves at her own request|We recommend her without hesitation|Hours worked were full time',
    incident:
      'Incident report|The event occurred on the building site|The safety officer was informed at once|Nobody was injured by the falling load|Measures to prevent repetition|Description of the hazard',
    airflow:
      'Airflow test record|Measured supply and extract volumes|Instrument calibrated before testing|Deviation from the design value|Dampers were rebalanced afterwards|Terminals and ducts as appended',
    grant:
      'Scholarship application|The applicant studies architecture|Reasons for seeking the scholarship|Earlier awards and study journeys|Plan for the use of the funds|Letter from a teacher',
  },
  nb: {
    befaring:
      'Befaringsrapport|Taket og ytterveggene ble befart|Avvik notert av takstmannen|Fukt målt i kjelleren|Utbedring tilrådes innen året|Vaktmesteren ga adgang til bygget',
    tegning:
      'Tegningsliste|Reviderte tegninger følger vedlagt|Målestokk og format etter listen|Disse erstatter tidligere utsendelser|Plan snitt og fasade|Tegningsnummer og revisjonsdato',
    attest:
      'Tjenestebevis|Det bekreftes at hun har vært ansatt|Arbeidsoppgavene omfattet prosjektering|Hun slutter etter eget ønske|Vi gir henne våre beste anbefalinger|Stillingsprosent hel stilling',
    avvik:
      'Avviksmelding HMS|Hendelsen skjedde på byggeplassen|Verneombudet ble varslet samme dag|Ingen ble skadet av lasten|Tiltak for å hindre gjentakelse|Beskrivelse av faren',
    luft: 'Måleprotokoll luftmengder|Målt tilluft og avtrekk|Instrumentet ble kalibrert på forhånd|Avvik fra prosjektert verdi|Spjeldene ble innregulert etterpå|Ventiler og kanaler etter vedlegg',
    stipend:
      'Søknad om stipend|Søkeren studerer arkitektur|Begrunnelse for søknaden om stipend|Tidligere stipend og studiereiser|Plan for bruken av midlene|Anbefaling fra lærer',
  },
  nl: {
    keuring:
      'Bouwkundige keuring|Toestand van dak en gevels onderzocht|Gebreken volgens de keurmeester|Vocht gemeten in de kelder|Herstel geadviseerd binnen het jaar|De huismeester verleende toegang',
    tekening:
      'Tekeningenlijst|Herziene tekeningen zijn bijgevoegd|Schaal en bladformaat volgens lijst|Deze vervangen eerdere uitgaven|Plattegrond doorsnede en gevelaanzicht|Tekeningnummer en wijzigingsletter',
    getuigschrift:
      'Getuigschrift van dienstverband|Hierbij verklaren wij dat zij werkzaam was|Haar taken omvatten directievoering|Zij vertrekt op eigen verzoek|Wij bevelen haar van harte aan|Omvang van het dienstverband voltijds',
    incident:
      'Incidentmelding veiligheid|Het voorval gebeurde op de bouwplaats|De veiligheidskundige werd gewaarschuwd|Niemand raakte gewond door de last|Maatregelen tegen herhaling|Omschrijving van het gevaar',
    lucht:
      'Meetrapport luchthoeveelheden|Gemeten toevoer en afvoer|Het instrument werd vooraf gekalibreerd|Afwijking van de ontwerpwaarde|Kleppen zijn daarna ingeregeld|Roosters en kanalen volgens bijlage',
    beurs:
      'Aanvraag studiebeurs|De aanvrager studeert bouwkunde|Motivering voor de studiebeurs|Eerdere beurzen en studiereizen|Plan voor besteding van het geld|Aanbeveling van een docent',
  },
  ro: {
    expertiza:
      'Raport de expertiză tehnică|Starea acoperișului și a fațadelor examinată|Defecte constatate de expert|Umiditate măsurată la subsol|Reparații recomandate în cursul anului|Administratorul a permis accesul',
    planse:
      'Borderou de planșe|Planșele revizuite sunt anexate|Scara și formatul conform borderoului|Acestea înlocuiesc edițiile anterioare|Plan secțiune și fațadă|Numărul planșei și indicele reviziei',
    adeverinta:
      'Adeverință de salariat|Se adeverește că a fost angajată|Atribuțiile au cuprins proiectarea|Contractul a încetat la cererea sa|O recomandăm cu toată încrederea|Norma de lucru întreagă',
    incident:
      'Raport de incident SSM|Evenimentul a avut loc pe șantier|Responsabilul cu securitatea a fost anunțat|Nimeni nu a fost rănit de sarcină|Măsuri pentru prevenirea repetării|Descrierea pericolului',
    aer: 'Buletin de măsurare debite aer|Debit măsurat introdus și evacuat|Aparatul a fost etalonat anterior|Abatere față de valoarea proiectată|Clapetele au fost reglate ulterior|Grile și tubulatură conform anexei',
    bursa:
      'Cerere de bursă|Solicitantul studiază arhitectura|Motivarea solicitării bursei|Burse anterioare și călătorii de studii|Planul de utilizare a fondurilor|Recomandare de la profesor',
  },
  pt: {
    vistoria:
      'Relatório de vistoria|Estado da cobertura e das fachadas examinado|Anomalias registadas pelo perito|Humidade medida na cave|Reparações aconselhadas durante o ano|O porteiro facultou o acesso',
    desenhos:
      'Lista de peças desenhadas|Seguem em anexo os desenhos revistos|Escala e formato conforme a lista|Substituem as emissões anteriores|Plantas cortes e alçados|Número do desenho e índice de revisão',
    declaracao:
      'Declaração de trabalho|Declara-se que exerceu funções nesta empresa|As tarefas compreenderam a fiscalização|Saiu por sua própria iniciativa|Recomendamo-la sem reservas|Horário completo de trabalho',
    incidente:
      'Participação de incidente|O acontecimento deu-se no estaleiro|O técnico de segurança foi avisado|Ninguém ficou ferido pela carga|Medidas para evitar a repetição|Descrição do perigo',
    ar: 'Registo de ensaio de caudais|Caudal medido de insuflação e extração|Equipamento calibrado previamente|Desvio em relação ao valor de projeto|Registos regulados posteriormente|Grelhas e condutas conforme anexo',
    bolsa:
      'Candidatura a bolsa de estudo|O candidato estuda arquitetura|Motivação para pedir a bolsa|Bolsas anteriores e viagens de estudo|Plano de utilização das verbas|Recomendação de um docente',
  },
}

/** What every office gets, and what none of its own kinds is. */
export const usual: Readonly<Record<string, Made>> = {
  sv: {
    bill: 'Faktura|Betalningsvillkor trettio dagar|Dröjsmålsränta enligt räntelagen|Moms och summa att betala|Bankgiro och referens',
    letter:
      'Hej|Tack för ert brev om projektet|Vi återkommer med besked|Med vänlig hälsning|Ring gärna om något är oklart',
    minutes: 'Mötesprotokoll|Närvarande och frånvarande|Föregående protokoll godkändes|Beslut och ansvariga|Nästa möte',
    contract:
      'Uppdragsavtal|Parterna är överens om följande|Uppsägningstid och ansvar|Ersättning enligt bilaga|Tvist avgörs av allmän domstol',
    order:
      'Orderbekräftelse|Leverans sker till angiven adress|Artiklar antal och pris|Fraktfritt över viss summa|Reklamation inom åtta dagar',
  },
  en: {
    bill: 'Invoice|Payment due within thirty days|Interest is charged on late payment|Value added tax and total payable|Account and reference',
    letter:
      'Dear colleagues|Thank you for your letter about the project|We shall revert with an answer|Yours sincerely|Please telephone if anything is unclear',
    minutes:
      'Minutes of meeting|Present and apologies|Previous minutes were approved|Decisions and who is responsible|Next meeting',
    contract:
      'Agreement for services|The parties agree as follows|Termination and liability|Fee as appended|Disputes are settled by the courts',
    order:
      'Order confirmation|Delivery to the address given|Articles quantity and price|Carriage free above a sum|Claims within eight days',
  },
  nb: {
    bill: 'Faktura|Betalingsfrist fjorten dager|Forsinkelsesrente etter loven|Merverdiavgift og sum å betale|Kontonummer og betalingsreferanse',
    letter:
      'Hei|Takk for brevet om prosjektet|Vi kommer tilbake med svar|Med vennlig hilsen|Ring gjerne om noe er uklart',
    minutes: 'Møtereferat|Til stede og fraværende|Forrige referat ble godkjent|Vedtak og ansvarlig|Neste møte',
    contract:
      'Oppdragsavtale|Partene er enige om følgende|Oppsigelse og ansvar|Vederlag etter vedlegg|Tvister avgjøres av domstolene',
    order:
      'Ordrebekreftelse|Levering til oppgitt adresse|Varer antall og pris|Fraktfritt over en viss sum|Reklamasjon innen åtte dager',
  },
  nl: {
    bill: 'Factuur|Betaling binnen dertig dagen|Bij te late betaling is rente verschuldigd|Omzetbelasting en totaal te betalen|Rekeningnummer en kenmerk',
    letter:
      'Geachte heer mevrouw|Dank voor uw brief over het project|Wij komen hierop terug|Met vriendelijke groet|Bel gerust als iets onduidelijk is',
    minutes:
      'Notulen vergadering|Aanwezig en afwezig|Vorige notulen goedgekeurd|Besluiten en verantwoordelijken|Volgende vergadering',
    contract:
      'Overeenkomst van opdracht|Partijen komen het volgende overeen|Opzegging en aansprakelijkheid|Vergoeding volgens bijlage|Geschillen worden voorgelegd aan de rechter',
    order:
      'Orderbevestiging|Levering op het opgegeven adres|Artikelen aantal en prijs|Franco boven een bedrag|Reclames binnen acht dagen',
  },
  ro: {
    bill: 'Factură|Plata în termen de treizeci de zile|Penalități pentru întârziere|Taxa pe valoarea adăugată și total de plată|Cont și referință',
    letter:
      'Stimați colegi|Vă mulțumim pentru scrisoarea despre proiect|Vom reveni cu un răspuns|Cu stimă|Telefonați dacă ceva nu este clar',
    minutes:
      'Proces-verbal de ședință|Prezenți și absenți|Procesul-verbal anterior a fost aprobat|Hotărâri și responsabili|Ședința următoare',
    contract:
      'Contract de prestări servicii|Părțile convin următoarele|Încetarea și răspunderea|Onorariu conform anexei|Litigiile se soluționează de instanțe',
    order:
      'Confirmare de comandă|Livrarea la adresa indicată|Articole cantitate și preț|Transport gratuit peste o sumă|Reclamații în opt zile',
  },
  pt: {
    bill: 'Fatura|Pagamento a trinta dias|Juros de mora nos termos da lei|Imposto sobre o valor acrescentado e total a pagar|Conta e referência',
    letter:
      'Caros colegas|Obrigado pela vossa carta sobre o projeto|Voltaremos com uma resposta|Com os melhores cumprimentos|Telefonem se algo não estiver claro',
    minutes: 'Ata de reunião|Presentes e ausentes|Aprovada a ata anterior|Decisões e responsáveis|Próxima reunião',
    contract:
      'Contrato de prestação de serviços|As partes acordam o seguinte|Cessação e responsabilidade|Honorários conforme anexo|Os litígios são decididos pelos tribunais',
    order:
      'Confirmação de encomenda|Entrega na morada indicada|Artigos quantidade e preço|Portes grátis acima de um valor|Reclamações em oito dias',
  },
}

/** What stands on any paper: addresses, people, streets. */
const anywhere =
  'Arkitekterna Lund AB|Storgatan Malmö|Hisings Ventilation|Lindholmen Göteborg|Andrei Popescu|Ingrid Dahl|Johan Ek|Maria Santos|Telefon kontor|Avenida Liberdade Lisboa|Strada Florilor Cluj|Keizersgracht Amsterdam|Karl Johans gate Oslo|High Street London|Bygg Konsult|Design Studio|Partner Group Holding|Sofia Lund|Elin Almgren|Projekt Norra Älvstranden'.split(
    '|',
  )

/** A stream of chance from a seed (mulberry32), 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One paper: its title but for one in eight, some of what its kind says, and what stands on any paper; here and there a slip. */
export function paperOf(phrases: string, draw: () => number, borrowed: readonly string[] = []): string {
  const [title = '', ...rest] = phrases.split('|')
  const said = rest.filter(() => draw() < 0.65)
  const some = (list: readonly string[], share: number) => list.filter(() => draw() < share)
  const foreign = some(borrowed, 0.04)
  const lines = [draw() < 0.12 ? '' : title, ...some(anywhere, 0.25), ...said, ...foreign]
  return lines
    .toSorted(() => draw() - 0.5)
    .join('\n')
    .replace(/\w/g, letter => (draw() < 0.004 ? 'x' : letter))
}
