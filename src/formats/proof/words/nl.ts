import type { ProofWords } from './model.ts'

export const nl: ProofWords = {
  weekdays: [
    'maandag(?:en)?|ma',
    'dinsdag(?:en)?|di',
    'woensdag(?:en)?|wo',
    'donderdag(?:en)?|do',
    'vrijdag(?:en)?|vr',
    'zaterdag(?:en)?|za',
    'zondag(?:en)?|zo',
  ],
  months: [
    'januari|jan',
    'februari|febr|feb',
    'maart|mrt',
    'april|apr',
    'mei',
    'juni|jun',
    'juli|jul',
    'augustus|aug',
    'september|sept|sep',
    'oktober|okt',
    'november|nov',
    'december|dec',
  ],
  dayMark: 'e|ste|de',
  beforeDay: 'op|de|d\\.d\\.',
  between: 'van|in',
  clock: 'om',
  week: 'week|wk\\.?',
  relative: { vandaag: 0, vanavond: 0, vanmiddag: 0, morgen: 1, overmorgen: 2, gisteren: -1, eergisteren: -2 },
  rangeWords: 'tot en met|tot|t/m|tm|t\\.?e\\.?m\\.?',
  ahead:
    'uiterlijk|vóór|voor|tot en met|t/m|deadline|laatste dag|vervalt|vervaldatum|betaaldatum|zal|zullen|gaan|gaat|welkom|gelieve|graag|zien (?:wij|we|elkaar)|uitgenodigd|uitnodig\\w*|nodig(?:en)? .{0,30} uit|gepland|vindt plaats|plaatsvinden|antwoord\\w*|reageren|reageer|reactie|bevestig\\w*|betaal|betalen|te betalen|voldoen|stuur|sturen|lever(?:en|ing)?|past|kunnen (?:wij|we)|aanmeld\\w*|begint|start|loopt af|afloopt|verwacht\\w*|tot ziens|retourneren|terugsturen|moet(?:en)?|aanstaande',
  behind:
    'was|waren|had|hadden|werd|werden|gedateerd|gestuurd|verstuurd|verzonden|ontvangen|ontvingen|kreeg|kregen|verviel|gehouden|schreef|getekend|ondertekend|betaald|sinds|vorige|vorig|afgelopen|uw (?:brief|mail|e-mail|factuur|bestelling|order|aanvraag|schrijven)|onze (?:factuur|offerte|brief|mail|e-mail)|ons (?:gesprek|overleg|contract)|per|na|van|vanaf|al|reeds|gefactureerd|geleverd|overeengekomen|volgens|besloten|goedgekeurd|toegekend|gebeurde|bedankt voor|dank voor|uitgevoerd|geëindigd|zei|deelgenomen|spraken|beloofde|afgesloten|verlopen|laatst|laatste|gesproken|plaatsvond|plaatsgevonden|heeft|hebben|dateert',
  meeting:
    'vergadering\\w*|afspraak|afspraken|bijeenkomst\\w*|overleg|bespreking\\w*|gesprek|interview|training|cursus|conferentie|bestuur\\w*|lunch|bezoek|workshop|seminar|inspectie|sollicitatiegesprek|keuring',
  attached: [
    'bijgevoegd(?:e)?\\b|bijlage(?:n|s)?\\b|bijgesloten\\b|bijgaand(?:e)?\\b|ingesloten\\b|aangehecht(?:e)?\\b|toegevoegde bestand\\w*',
    'voeg(?:en)? (?:ik|wij|we)? ?.{0,50}\\b(?:bij|toe)\\b',
    '(?:stuur|sturen|zend|zenden) (?:ik|wij|we)? ?.{0,40}\\bmee\\b|meegestuurd(?:e)?\\b|meegezonden\\b',
    '(?:hierbij|hierbij (?:stuur|zend|ontvangt)|hier is|hier zijn|hierbij de|hierbij het) .{0,50}\\b(?:bestand\\w*|pdf\\w*|document\\w*|factuur|facturen|contract\\w*|overeenkomst\\w*|concept\\w*|rapport\\w*|verslag\\w*|notulen|agenda|offerte\\w*|foto\\w*|formulier\\w*|tekening\\w*|presentatie\\w*|prijslijst\\w*)',
  ],
  notAttached: [
    '(?:vergat|vergeten) .{0,30}(?:bijlage|bij te voegen|toe te voegen)|(?:zonder|geen) bijlagen?|(?:kunt|kun|wilt|wil|zou) (?:u|je|jij) .{0,40}(?:bijvoegen|meesturen|toevoegen|bij te voegen)|gelieve .{0,40}(?:bij te voegen|mee te sturen|toe te voegen)|(?:moet|moeten|dient|dienen|kan|kunnen) .{0,30}(?:worden )?(?:bijgevoegd|meegestuurd|toegevoegd)|uw bijlagen?|je bijlagen?|bijlagen? (?:bij uw|bij je|ontbreekt|ontbrak|kon|kan ik niet|van (?:uw|je|het contract|de overeenkomst)|bij (?:het contract|de overeenkomst|de wet))|apart (?:toe)?gestuurd|apart per|(?:vorige|eerdere) (?:mail|e-mail|bericht) .{0,20}(?:bijgevoegd|bijlage)|voeg (?:a\\.u\\.b\\.|alstublieft|svp) .{0,20}|ingesloten (?:terrein|ruimte|perceel)',
  ],
  greeting: 'beste|geachte|hallo|hoi|dag|goedemorgen|goedemiddag|goedenavond|goedendag|lieve|hey|hi',
  everybody:
    'allen|allemaal|iedereen|collega|collega.s|team|vrienden|buren|leden|klanten|klant|beide|beiden|relatie|relaties|huurders?|leverancier|daar|bestuur|en|lezer|heer|mevrouw|heren|dames|heer of mevrouw|heer/mevrouw|mensen|jongens|ouders?|bewoners?|medewerkers?|ontvanger|partners?|lid|cliënt|weer',
  titles: 'de heer|heer|mevrouw|mevr|mw|dhr|dr|drs|ir|mr|prof|professor|meneer|ing',
  total:
    'totaal(?:bedrag)?(?: (?:te betalen|incl(?:usief)?\\.? btw))?|te betalen|eindtotaal|eindbedrag|som|in totaal|totaalsom|te voldoen',
  subtotal: 'subtotaal|netto(?:bedrag)?|totaal (?:excl(?:usief)?|ex)\\.? btw|excl\\.? btw|bedrag excl\\.? btw',
  vat: 'btw|omzetbelasting',
  deduct: 'korting|aftrek|af|voorschot|reeds betaald|aanbetaling|creditering|in mindering|al betaald|betaald',
  noSum:
    'in plaats|voorheen|eerder|vergeleken|tot|tussen|minus|of|waarvan|per|stuk|elk|maximaal|hoogstens|minimaal|minstens|dan|begroting|budget|vorig jaar|stijgt|daalt|gestegen|gedaald|inclusief|incl|à|ieder',
  inTotal:
    'in totaal|totaal|samen|tezamen|alles bij elkaar|alles samen|bij elkaar|som van|bedraagt|komt op|maakt|opgeteld',
  ofWhich: 'waarvan|inclusief|incl\\.?',
  inside: [
    '(?:alleen |strikt )?(?:onder ons|tussen ons|tussen jou en mij)',
    '(?:alleen|uitsluitend|enkel) (?:voor )?intern\\w*|intern gebruik|intern:',
    'niet (?:doorsturen|verspreiden|delen)|mag niet (?:worden )?(?:doorgestuurd|verspreid|gedeeld)|stuur (?:dit|dat) niet door',
    '(?:zeg|vertel|noem) .{0,20}(?:niets|niet|niks) .{0,20}(?:klant|leverancier|huurder|hem|haar|hen|buiten)',
    '(?:voordat|zonder dat|voor) (?:de )?(?:klant|leverancier|huurder|zij|ze) .{0,25}(?:weet|weten|hoort|merkt|merken)',
    '(?:klant|leverancier|huurder) (?:mag|hoeft|moet) .{0,20}niet (?:weten|zien|horen|te weten)',
    'hou(?:d)? (?:dit|het) (?:intern|voor je|binnenskamers|onder ons)',
    'blijft (?:onder ons|binnenskamers|binnenshuis)',
  ],
  secret:
    'strikt vertrouwelijk|vertrouwelijk\\w*|geheim\\w*|alleen intern|intern gebruik|uitsluitend intern|niet voor publicatie',
  phone: 'tel|telefoon|telefoonnummer|mobiel|bel|gsm|fax|nummer|bereikbaar (?:op|via)|sms|bellen',
  fillIn: [
    '(?:in te vullen|nog invullen|hier invullen)',
    '(?:nader|nog) te bepalen',
    'ntb',
    '(?:voeg|zet) .{1,25} hier',
    'naam (?:van )?(?:ontvanger|klant|geadresseerde)',
    'uw naam hier',
    'volgt nog hier',
    'typ hier .{1,20}',
  ],
  twice: 'dat|die|zij|ze|ja|nee|heel|zeer|ha|had|het|was|wij|en|zo|veel|dag|hele|er',
  common:
    'de|het|een|en|van|te|dat|die|in|is|op|voor|met|zijn|niet|aan|er|om|ook|als|dan|maar|bij|nog|uit|naar|heeft|hebben|wij|we|ik|u|uw|je|jij|onze|ons|deze|dit|kunnen|kan|zal|zullen|wordt|worden|geen|beste|geachte|groet|groeten|vriendelijke|graag|door|over|tot|of|wel|hier|mij|mijn|al|was|moet|hierbij|tussen',
  numbers: ['een|één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'],
  hours: 'uur|uren|u',
  closing:
    'met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|hoogachtend|groeten|groetjes|mvg|hartelijke groet(?:en)?|groet|met hartelijke groet',
}
