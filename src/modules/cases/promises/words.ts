/**
 * By which words a promise is known in each language, in small letters without marks. `says`: we do it, you get it, it is
 * done. `not`: what makes of the same words no promise: denied, hoped, asked, on a condition, another's to do, an appointment.
 */
import type { Language } from '../../../kernel/language/catalogue.ts'
import { anyOf } from './letters.ts'

export interface PromiseWords {
  readonly says: RegExp
  readonly not: RegExp
  /** After a name: "Johan sends", "Johan skickar". */
  readonly does: RegExp
}

const enActs =
  '(?:send|post|ship|deliver|call|phone|ring|bring|pay|refund|mail|e-mail|email|return|reply|answer|come|fix|repair|replace|finish|write|arrange|get|let|have|make|do|check|forward|book|collect|deal|see to|take|credit|update|order|prepare|hand|put|correct|transfer|submit|circulate|look|find out|sort|see|confirm|inform|provide|give|tell|share|process|discuss|inspect|contact)'
const sv =
  '(?:skickar|sander|aterkommer|ringer|levererar|betalar|fixar|lagar|ordnar|mejlar|mailar|lamnar|svarar|aterbetalar|krediterar|byter|kommer|lovar|garanterar|postar|tar fram|ser till|hor av|atgardar|reparerar|overlamnar|bestaller|uppdaterar|gor klart|kontaktar|meddelar|hamtar|ersatter|kollar|undersoker|ger|bekraftar|lagger|for over|aterkopplar)'
const nb =
  '(?:sender|kommer|ringer|leverer|leverar|betaler|fikser|ordner|mailer|leverer|svarer|refunderer|krediterer|bytter|lover|garanterer|poster|sorger for|horer fra|reparerer|bestiller|oppdaterer|kontakter|henter|erstatter|tilbakebetaler|overforer|retter|sjekker|undersoker|gir|bekrefter|legger)'
const nl =
  '(?:sturen|stuur|mailen|mail|bellen|bel|leveren|lever|betalen|betaal|komen|kom|zorgen|zorg|regelen|regel|antwoorden|antwoord|repareren|repareer|vervangen|vervang|crediteren|crediteer|beloven|beloof|garanderen|garandeer|brengen|breng|bezorgen|bezorg|laten|laat|storten|stort|maken|maak|nemen|neem|verzenden|verzend|herstellen|herstel|zoeken|zoek|kijken|kijk|bevestigen|bevestig|geven|geef)'
const ro =
  '(?:trimit|trimitem|sun|sunam|livrez|livram|platesc|platim|revin|revenim|raspund|raspundem|promit|promitem|rezolv|rezolvam|repar|reparam|inlocuim|inlocuiesc|returnez|returnam|garantez|garantam|aduc|aducem|expediez|expediem|comunic|comunicam|contactez|contactam|dau|dam|predau|predam|rambursam|anunt|anuntam|verific|verificam|confirm|confirmam)'
const pt =
  '(?:envio|enviamos|ligo|ligamos|entrego|entregamos|pago|pagamos|respondo|respondemos|prometo|prometemos|resolvo|resolvemos|reparo|reparamos|substituimos|devolvo|devolvemos|garanto|garantimos|trago|trazemos|mando|mandamos|comunico|comunicamos|contacto|contactamos|dou|damos|telefono|telefonamos|reembolsamos|enviarei|enviaremos|ligarei|ligaremos|entregaremos|entregarei|responderei|responderemos|pagaremos|devolveremos|resolveremos|daremos|darei|repararemos|trataremos|tratamos|informaremos|corrigimos|corrigiremos|digo|dizemos|direi|diremos|verifico|verificamos|confirmo|confirmamos)'

export const promiseWords: Readonly<Record<Language, PromiseWords>> = {
  en: {
    says: anyOf(
      `(?:i|we)(?:'ll| will| shall)(?: \\w+ly| also| then| of course)? ${enActs}`,
      `(?:i|we)(?:'ll| will| shall)(?: also| then)? be (?:in touch|back|there|with you|able|sending|calling)`,
      `(?:i'm|i am|we're|we are) (?:going to ${enActs}|sending|posting|shipping|delivering|calling|bringing|paying|refunding|mailing|returning|coming)`,
      '(?:i|we) (?:promise|guarantee|undertake)',
      `(?:will|shall) ${enActs} (?:it|you|them|this|that|the|a|an|your)`,
      `you(?:'ll| will| shall)(?: \\w+ly| then)? (?:have (?!to)|get|receive|hear|be (?:called|paid|contacted|informed|refunded))`,
      'you (?:can expect|can count on)|(?<!(?:we|i|they) )expect (?:it|them|a|an|the|our)',
      '(?:it|order|parcel|package|delivery|invoice|offer|quote|refund|drawing|drawings|report|parts?) (?:ships?|leaves?|arrives?|goes out|comes?)',
      `(?:will|shall|'ll) be (?:\\w+ly )?(?:sent|ready|delivered|shipped|posted|done|finished|paid|refunded|repaired|fixed|replaced|there|with you|in your|credited|completed|available|returned|uploaded|corrected|answered|settled|transferred|on your)`,
      '(?:will|shall) (?:reach|arrive)',
    ),
    not: anyOf(
      '(?:will|shall|can|do|could|would|did|does|is|are|am) ?not',
      "won't|can't|cannot|couldn't|don't|didn't|never|unable",
      'if(?! you have| there is anything| anything)|unless|provided|whether',
      "hope|hopes|hoping|try|tries|trying|might|maybe|perhaps|possibly|probably|would|wouldn't|could|planned|plan to|aim to|intend to",
      "(?:be|am|are|'m|'re) (?:away|out of|on leave|on holiday|closed|travelling|off|busy|in meetings|in a meeting)",
      'see you|meet|have lunch|have to|need to|have a meeting|be able to tell whether',
      '(?:you|he|she|they|who|customer) (?:had )?(?:said|told|wrote|promised)|thought|asked|promised',
    ),
    does: anyOf(
      '(?:will|shall) (?:also )?(?!be (?:away|out|on)|not)\\w+|sends|brings|calls|delivers|writes|books|orders|pays|checks|prepares|answers|is sending',
    ),
  },
  sv: {
    says: anyOf(
      `(?:jag|vi) (?:${sv}|ska (?!traffas|ses|ha mote)\\w+|skall \\w+|hor)`,
      `(?:${sv}|ska|skall|hor) (?:jag|vi)`,
      '(?:ni|du) (?:far|har|hor|kommer att fa|ska fa|kan rakna med|kan forvanta)',
      '(?:far|har|hor|kommer|ska) (?:ni|du)',
      '(?:skickas|levereras|betalas|aterbetalas|repareras|fixas|byts ut|atgardas|krediteras|ar klara?|ar klart|blir klara?|blir klart|ska vara klart?|ska vara framme|ar hos|ar framme|kommer fram|star klart?|ar betald|ar fardigt?|blir fardigt?|finns hos er|finns pa)',
      'pengarna (?:ar|finns)|kommer (?:pa|i|senast|till|inom|den|fore|redan)',
      'lovar|hor av mig|hor av oss',
    ),
    not: anyOf(
      'inte|ej|aldrig|kan tyvarr|hinner knappast',
      '^om(?! (?:\\d+|en|ett|tva|tre|fyra|fem|ett par) (?:dag|veck|tim|minut|manad))|om (?:ni|du|vi|jag|det|de|allt|leverantoren)(?! har fragor)|ifall|forutsatt|huruvida',
      'hoppas|forsoker|forsoka|kanske|eventuellt|troligen|formodligen|skulle|borde|siktar|planerar|tanker',
      '(?:ar|kommer att vara|ska vara) (?:borta|lediga?|bortrest|stangt|upptagna?|pa resa|i mote)|stangt|semester|stanger',
      'ses|traffas|har mote|hade|lovade|skickade|skrev|sa|fick|ringde|har (?:redan )?(?:skickat|betalat|ringt|fatt|levererat)',
      'maste|var god|vanligen|(?:far|ska|kan) (?:ni|du|garna) (?:garna )?(?:skicka|betala|lamna|aterkomma|hora|vanta|ringa|hamta)|(?:ni|du) (?:far|ska|kan|behover) (?:garna |sjalv |sjalva )?(?:skicka|betala|lamna|aterkomma|hora|vanta|ringa|hamta)',
    ),
    does: anyOf(`(?!kommer)${sv}|ska (?!vara borta|inte|ha)\\w+|hor av sig`),
  },
  nb: {
    says: anyOf(
      `(?:jeg|vi) (?:${nb}|skal (?!motes|ha mote|treffes)\\w+|vil (?:sende|ringe|levere|svare|betale|komme)|horer)`,
      `(?:${nb}|skal) (?:jeg|vi)`,
      '(?:du|dere) (?:far|har|horer|vil fa|vil hore|skal fa|kan regne med|kan forvente)',
      '(?:far|har|horer|vil) (?:du|dere)',
      '(?:sendes|leveres|betales|refunderes|repareres|ordnes|byttes|krediteres|er klar|er klart|er klare|blir klar|blir klart|skal vere klar|er hos|er fremme|kommer frem|er ferdig|blir ferdig|er pa plass|blir sendt|blir levert|blir betalt|blir refundert|blir reparert|blir byttet|blir rettet|blir kreditert)',
      'pengene er|(?:gir|sender|ringer) (?:deg|dere)|kommer (?:pa|i|senest|til|innen|den|for)',
      'lover',
    ),
    not: anyOf(
      'ikke|aldri|dessverre ikke|neppe',
      'hvis|dersom|forutsatt|om (?:du|dere|vi|jeg|det|leverandoren)(?! har sporsmal)',
      'haper|prover|kanskje|eventuelt|trolig|sannsynligvis|skulle|burde|kunne|planlegger|tar sikte|tenker',
      '(?:er|skal vere|kommer til a vere) (?:borte|bortreist|opptatt|stengt|pa ferie|pa reise|i mote)|stengt|ferie|stenger',
      'moter hverandre|motes|treffes|sees|har mote|hadde|lovet|sendte|skrev|sa|fikk|ringte|har (?:allerede )?(?:sendt|betalt|ringt|fatt|levert)',
      'ma|vennligst|ver sa snill|(?:du|dere) (?:far|skal|kan|bor) (?:gjerne |selv )?(?:sende|betale|levere|hore|vente|ringe|hente|komme tilbake)',
    ),
    does: anyOf(`(?!kommer)${nb}|skal (?!vere borte|ikke|ha)\\w+`),
  },
  nl: {
    says: anyOf(
      `(?:ik|we|wij) (?:${nl}|zal|zullen|gaan|ga)`,
      `(?:${nl}|zal|zullen) (?:ik|we|wij)`,
      '(?:u|je|jij|jullie) (?:krijgt|krijg|krijgen|ontvangt|ontvangen|hoort|horen|heeft|hebt|hebben|zult|zal|kunt rekenen op|kunt .{0,30}verwachten)',
      '(?:krijgt|krijg|krijgen|ontvangt|ontvang|hoort|hoor|heeft|hebt|heb|hebben) (?:u|je|jij|jullie)',
      '(?:wordt|worden) .{0,60}(?:gestuurd|verstuurd|verzonden|geleverd|bezorgd|betaald|terugbetaald|gerepareerd|hersteld|vervangen|gecrediteerd|overgemaakt|opgelost|gemaild|gestort)',
      '(?:is|zijn|staat|ligt|komt) .{0,50}(?:klaar|bij u|binnen|gereed|op uw rekening|in huis|af)',
      'beloof|(?:offerte|factuur|levering|bestelling|pakket|bedrag|tekening) .{0,30}?komt|komt (?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|volgende)',
    ),
    not: anyOf(
      'niet|nooit|geen|helaas niet',
      'als|indien|mits|tenzij|of (?:we|wij|u|het)',
      'hopen|hoop|hopelijk|proberen|probeer|misschien|wellicht|waarschijnlijk|zou|zouden|kunnen|zouden|streven|van plan|mogelijk|eventueel',
      '(?:ben|zijn|is) (?:afwezig|weg|gesloten|vrij|op vakantie|op reis|in vergadering|bezet)|gesloten|vakantie|afwezig',
      'zien we elkaar|zien elkaar|afspraak|vergaderen|spreken elkaar|had|hadden|beloofde|stuurde|schreef|zei|heb (?:al )?(?:gestuurd|betaald|gebeld|gekregen)|hebben .{0,40}(?:gestuurd|verstuurd|betaald|gebeld|gekregen|ontvangen)|heeft .{0,40}(?:gestuurd|betaald|gebeld|beloofd|gekregen|ontvangen)',
      'moet|moeten|dient|gelieve|graag|alstublieft|wilt u|wil je',
    ),
    does: anyOf(
      'zal|stuurt|mailt|belt|levert|betaalt|zorgt|regelt|antwoordt|repareert|brengt|bestelt|maakt|boekt|neemt|schrijft|controleert|verstuurt',
    ),
  },
  ro: {
    says: anyOf(
      `(?:va |vi |o sa va |o sa )?(?:le |il |o |ii |l-|le-)?${ro}`,
      '(?:voi|vom|o sa|am sa|avem sa) (?:va |vi |ti |te )?(?:le |il |o |l-)?(?:trimite|suna|livra|plati|reveni|raspunde|rezolva|repara|inlocui|returna|aduce|expedia|comunica|contacta|da|preda|rambursa|anunta|face|corecta|verifica|trimit|sun|revin|revenim|trimitem)',
      '(?:veti|vei) (?:primi|avea|fi (?:contactat|contactata|contactati|sunat|sunata|anuntat|anuntati))',
      '(?:primiti|primesti|aveti raspunsul|aveti oferta|aveti|ai)',
      '(?:va fi|vor fi|este|sunt|e) (?:trimis|trimisa|trimise|livrat|livrata|livrate|platit|platita|platite|rezolvat|rezolvata|reparat|reparata|reparate|inlocuit|inlocuita|returnati|returnata|gata|expediat|expediata|la dumneavoastra|disponibil|disponibila|corectat|corectata|rambursati|rambursata|rambursat)',
      '(?:ajunge|ajung|va ajunge|vor ajunge) (?:la|in)|(?:oferta|coletul|comanda|factura|raspunsul|livrarea) (?:vine|va veni|ajunge|pleaca)',
    ),
    not: anyOf(
      'nu|niciodata|n-|imposibil',
      'daca|in cazul in care|cu conditia',
      'sper|speram|incerc|incercam|incerca|poate|probabil|eventual|ar trebui|ar putea|as putea|am putea|planuim|intentionam|posibil|am vrea|am dori',
      '(?:sunt|suntem|voi fi|vom fi|este|e) (?:plecat|plecata|plecati|liber|libera|in concediu|inchis|inchisi|in sedinta|ocupat|ocupata|ocupati)|inchis|inchisi|concediu',
      'ne vedem|ne intalnim|avem sedinta|aveti sedinta|sedinta|am (?:trimis|primit|platit|sunat|promis|spus|scris|livrat)|ati (?:trimis|primit|spus|promis|sunat)|a (?:trimis|promis|spus|sunat|scris)|trebuia',
      'trebuie|va rog|va rugam|rog|rugam|aveti de|aveti termen|trimiteti|aveti nevoie|ai nevoie',
    ),
    does: anyOf(
      'trimite|va trimite|suna|va suna|livreaza|va livra|plateste|va plati|revine|va reveni|raspunde|aduce|va aduce|pregateste|va pregati|comanda|rezerva|scrie|verifica|va verifica',
    ),
  },
  pt: {
    says: anyOf(
      `(?:eu |nos )?(?:lhe |lhes |vos |te |o |a )?${pt}(?:-lhe|-lhes|-lho|-vos|-te|-o|-a|-os|-as)?`,
      '(?:vou|vamos|iremos|irei) (?:lhe |vos |te )?(?:enviar|ligar|entregar|pagar|responder|verificar|resolver|reparar|substituir|devolver|trazer|mandar|comunicar|contactar|dar|telefonar|reembolsar|tratar|informar|corrigir|fazer|confirmar|voltar)(?:-lhe|-lhes|-lho|-vos|-te|-o|-a)?',
      '(?:recebe|recebera|receberao|recebem|vai receber|vao receber|vai ter|tem|tera|terao|ter-lhe-a)',
      '(?:sera|serao|e|vai ser|vao ser|fica|ficara|ficam|estara|estarao|esta) (?:enviado|enviada|enviados|enviadas|entregue|entregues|pago|paga|pagos|reparado|reparada|substituido|substituida|devolvido|devolvida|reembolsado|reembolsada|pronto|pronta|prontos|prontas|resolvido|resolvida|corrigido|corrigida|creditado|creditada|disponivel|ai|na sua)',
      '(?:chega|chegara|chegam|segue|seguira|seguem) (?:ai|ate|na|a|no|amanha|hoje|por)',
      'pode contar',
    ),
    not: anyOf(
      'nao|nunca|jamais|impossivel|infelizmente nao',
      '(?<!-)se(?! tiver| precisar)|caso|desde que|a menos que',
      'esperamos|espero|tentamos|tento|tentar|tentaremos|tentarei|talvez|possivelmente|provavelmente|eventualmente|deveria|deveriamos|poderia|poderiamos|gostariamos|gostaria|contamos|prevemos|planeamos|pretendemos|podera',
      '(?:estou|estamos|estarei|estaremos|vou estar|vamos estar|estao) (?:fora|fechados?|ausentes?|de ferias|em reuniao|ocupad[oa]s?|de viagem)|fechados?|encerrad[oa]s?|ferias',
      'vemo-nos|encontramo-nos|reuniao|reunimos|enviei|enviamos-lhe ontem|liguei|paguei|prometi|disse|disseram|prometeram|recebi|recebemos|tinha|tinham|ficou|prometeu|foi|foram',
      'tem de|tem que|deve|devem|por favor|queira|agradecemos que|agradeco que|pedimos(?! desculpa)|pode enviar|podem enviar|tem ate|envie|pague',
    ),
    does: anyOf(
      'envia|enviara|vai enviar|liga|ligara|entrega|entregara|paga|responde|traz|vai tratar|trata|prepara|vai preparar|reserva|encomenda|verifica|escreve|vai ligar',
    ),
  },
}
