import type { ProofWords } from './model.ts'

export const ro: ProofWords = {
  weekdays: [
    'luni|lunea|lun',
    'mar[țţt]i|mar[țţt]ea',
    'miercuri|miercurea|mie',
    'joi|joia',
    'vineri|vinerea|vin',
    's[âa]mb[ăa]t[ăa]|s[âa]mb[ăa]ta|sâm',
    'duminic[ăa]|dum',
  ],
  months: [
    'ianuarie|ian',
    'februarie|febr|feb',
    'martie|mart',
    'aprilie|apr',
    'mai',
    'iunie|iun',
    'iulie|iul',
    'august|aug',
    'septembrie|sept|sep',
    'octombrie|oct',
    'noiembrie|noi|nov',
    'decembrie|dec',
  ],
  dayMark: '-a',
  beforeDay: 'pe data de|pe|din|la data de|data de|în',
  between: 'din|al lunii',
  clock: 'la ora|ora|de la ora|orele|la orele',
  week: 'săptămâna|saptamana|săpt\\.?',
  relative: { azi: 0, astăzi: 0, diseară: 0, mâine: 1, maine: 1, poimâine: 2, ieri: -1, alaltăieri: -2 },
  rangeWords: 'până pe|până la|până în|până|la|pana la|pana',
  ahead:
    'până|pana|cel târziu|cel tarziu|termen(?:ul)?(?: limită)?|scaden[țt]\\w*|va|vor|vom|voi|veți|o să|vă (?:rugăm|așteptăm|invităm|rog)|bine ați venit|ne vedem|ne întâlnim|invit\\w*|programat[ăae]?|are loc|răspun\\w*|confirm\\w*|plăti\\w*|achit\\w*|trimite\\w*|livr\\w*|urmează|începe|expiră|se potrivește|putem|puteți|ultima zi|convo\\w*|ținem|înscri\\w*|depune\\w*|înainte de',
  behind:
    'a fost|au fost|era|erau|datat[ăae]?|am (?:trimis|primit|discutat|vorbit|semnat|convenit|achitat|livrat|stabilit)|ați (?:trimis|solicitat|primit)|a (?:expirat|trimis|primit|avut|semnat|decis|aprobat|fost)|au (?:avut|semnat|decis)|trimis[ăe]?|primit[ăe]?|semnat[ăe]?|plătit[ăe]?|achitat[ăe]?|de la|din|trecut[ăe]?|ultim(?:a|ul)|scrisoarea (?:dumneavoastră|noastră)|factura|conform|potrivit|deja|emis[ăe]?|livrat[ăe]?|încheiat[ăe]?|hotărât|aprobat[ăe]?|mulțumim pentru|efectuat[ăe]?|încetat|ținut[ăe]?|participat|a avut loc|începând|după|avut',
  meeting:
    'ședinț\\w*|întâlnir\\w*|întâlnim|vedem|programar\\w*|interviu\\w*|instruir\\w*|conferinț\\w*|consili\\w*|prânz|vizit\\w*|atelier\\w*|seminar\\w*|adunar\\w*|curs\\w*|inspecți\\w*|reuniun\\w*|discuți\\w*',
  attached: [
    'ata[șşs]at(?:ă|e|ul|a)?\\b|ata[șşs]ament\\w*|anexat(?:ă|e|ul)?\\b|anexez\\b|anexăm\\b|ata[șşs]ez\\b|ata[șşs]ăm\\b|al[ăa]turat(?:ă|e)?\\b|al[ăa]tur(?:ăm)? .{0,40}',
    '(?:în|vezi|vede[țt]i|consulta[țt]i|găsiți|regăsiți) (?:în )?anex[ăae]\\b(?! (?:nr|\\d))',
    '(?:vă|îți|iti|va) (?:trimit|trimitem|transmit|transmitem) (?:și )?(?:alăturat|atașat|mai jos|cu acest)',
    '(?:iată|aici (?:este|sunt|aveți)) .{0,40}\\b(?:fișier\\w*|pdf\\w*|document\\w*|factur\\w*|contract\\w*|proiect\\w*|raport\\w*|procesul?-verbal\\w*|ofert\\w*|fotografi\\w*|formular\\w*|prezentar\\w*|desen\\w*|list\\w*)',
  ],
  notAttached: [
    '(?:am uitat|uitat) .{0,25}(?:ata[șşs]|anex)|fără (?:ata[șşs]ament|anex)\\w*|niciun ata[șşs]ament|(?:puteți|poți|ați putea|vă rog să|vă rugăm să|te rog să) .{0,20}(?:ata[șşs]|anex|al[ăa]tur)\\w*|(?:trebuie|va fi|vor fi|se va|să fie|se) (?:ata[șşs]at|anexat|anexează|atașează)\\w*|ata[șşs]amentul (?:dumneavoastră|dvs|tău|nu|lipsește|lipsea)|ata[șşs]at[ăe]? (?:la|în) (?:mesajul|e-?mailul) (?:anterior|precedent|meu)|anexa (?:nr\\.? )?\\d+ (?:la|din) (?:contract|lege|hotărâre)\\w*|separat|firma alăturată|clădirea alăturată|camera alăturată|sala alăturată|biroul alăturat',
  ],
  greeting:
    'bun[ăa] ziua|bun[ăa] diminea[țţt]a|bun[ăa] seara|bun[ăa]|salut(?:are|ări)?|drag[ăa]|dragul|stimat[ăae]|stimate|stima[țţt]i|domnule|doamn[ăa]|salutare',
  everybody:
    'tuturor|to[țţt]i|colegi|coleg[iă]?|echip[ăa]|prieteni|vecini|membri|clien[țţt]i|client|chiria[șşs]i|chiriaș|furnizor|domnule|doamn[ăa]|domni|doamnelor|domnilor|și|si|parteneri?|părinți|locatari|dragilor|din nou|dragi|iubiți|domn|dragul|colaboratori?|director|redacția|abonat|beneficiar',
  titles:
    'domnule|doamn[ăa]|domni[șşs]oar[ăa]|dl|dna|d-na|d-l|dr|doctor|profesor|avocat|ing|director|domnul|doamna|președinte|inginer|notar',
  total:
    'total(?: general| de plat[ăa]| cu tva| inclusiv tva)?|de plat[ăa]|suma total[ăa]|valoare total[ăa]|în total|total plat[ăa]|sum[ăa]',
  subtotal: 'subtotal|net|total (?:f[ăa]r[ăa]|net|excl\\.?) ?(?:de )?tva|f[ăa]r[ăa] tva|valoare f[ăa]r[ăa] tva',
  vat: 'tva',
  deduct: 'reducere|discount|avans|achitat|deja pl[ăa]tit|rabat|sc[ăa]dere|minus|pl[ăa]tit',
  noSum:
    'de la|în loc|anterior|fa[țţt]ă de|până la|între|minus|sau|din care|bucata|fiecare|maxim|maximum|minim|minimum|cel mult|cel pu[țţt]in|decât|buget\\w*|anul trecut|cre[șşs]te|scade|crescut|scăzut|inclusiv|câte',
  inTotal:
    'în total|total|în sumă de|împreună|însumând|laolaltă|în valoare totală de|totalizând|adică|suma de|suma totală este',
  ofWhich: 'din care|inclusiv|incl\\.?',
  inside: [
    '(?:doar |strict )?între noi|rămâne între noi',
    '(?:doar|numai|exclusiv|strict) (?:pentru )?(?:uz )?intern\\w*|(?:pentru )?uz intern|intern:',
    'nu (?:redirecționa\\w*|distribui\\w*|trimite\\w* mai departe|da\\w* mai departe)|a nu se (?:distribui|redirecționa|difuza|transmite)|nu se (?:distribuie|redirecționează|difuzează)',
    '(?:nu (?:le |îi |i )?(?:spune\\w*|pomeni\\w*)) .{0,30}(?:client\\w*|furnizor\\w*|chiriaș\\w*|lor|lui|ei|nimic)',
    '(?:înainte ca|fără ca) .{0,15}(?:client\\w*|furnizor\\w*|ei|chiriaș\\w*) .{0,15}(?:să )?(?:afle|știe|observe)',
    '(?:clientul|furnizorul|chiriașul) nu (?:trebuie|poate|are voie) .{0,15}(?:știe|vadă|afle)',
    '(?:țineți|păstrați|păstrează|ține)(?:-o| acest lucru| asta)? (?:intern|în interior|pentru tine|pentru dumneavoastră)',
  ],
  secret: 'strict confidențial\\w*|confidențial\\w*|confidential\\w*|secret\\w*|uz intern|strict secret',
  phone: 'tel|telefon|telefonul|mobil|sunați(?: la)?|fax|numărul|număr|sun[ăa](?:-mă)?|la numărul|apel\\w*',
  fillIn: [
    '(?:de|a se|se va) complet(?:at|a|ează)',
    'completați aici',
    'introduceți .{1,25} aici',
    'numele (?:destinatarului|clientului)',
    'numele dumneavoastră aici',
    'urmează a fi (?:completat|stabilit)',
    'scrieți aici .{1,20}',
  ],
  twice: 'o|da|nu|foarte|mult|ha|bine|se|le|că|la|repede|încet|de|mai|tot|abia|ba|vă',
  common:
    'și|în|la|de|cu|pe|este|sunt|nu|că|să|un|o|pentru|din|care|mai|am|vă|ne|se|sau|dar|ați|avem|fi|fost|vom|va|rugăm|rog|bună|ziua|mulțumesc|mulțumim|dumneavoastră|dvs|acest|această|până|prin|după|noi|eu|ca|ce|al|ale|lui|cum|când|a|au|nostru|noastră|aveți|puteți|fără|sub|trebuie|stimate|cât|despre',
  numbers: ['un|una|unu', 'doi|două', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă', 'zece'],
  hours: 'ore|oră|h',
  closing:
    'cu stimă|cu respect|cu drag|toate cele bune|o zi bună|cele bune|cu considerație|numai bine|cu deosebită stimă|cu prietenie',
}
