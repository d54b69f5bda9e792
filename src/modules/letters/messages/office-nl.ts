import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OfficeKeys } from './office-en.ts'

export const office: Messages<OfficeKeys> = {
  'letters.begin-editing': 'Openen in een programma',
  'letters.note-opening': 'Noteren wat een programma met een brief doet',
  'letters.keep-office-file': 'Bewaren wat een Word-bestand zegt',
  'letters.show-opening': 'Adres van een geopende brief',
  'refusal.letter-file-unreadable': 'Dat is geen Word-bestand (DOCX) dat gelezen kan worden.',
  'refusal.letter-file-unreadable.todo': 'Sla het op als DOCX, kleiner dan 20 MB, en kies dat.',
  'refusal.letter-file-locked': 'Het Word-bestand is met een wachtwoord beveiligd.',
  'refusal.letter-file-locked.todo': 'Sla het zonder wachtwoord op.',
  'refusal.letter-file-unsafe':
    'Het Word-bestand voert iets uit of haalt iets van elders op wanneer het wordt geopend.',
  'refusal.letter-file-unsafe.todo':
    'Sla het op als DOCX zonder macro’s, gekoppelde afbeeldingen en ingesloten programma’s.',
  'refusal.letter-file-unknown': 'Zo’n Word-bestand is er niet.',
  'refusal.letter-file-unknown.todo': 'Kies het bestand opnieuw.',
  'refusal.letter-file-fields-unknown': 'Deze velden betekenen hier niets: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Verbeter ze in het bestand. Wat alleen de schrijver weet, vraagt u met een vraagteken ervoor, bijvoorbeeld ?Bedrag.',
  'refusal.letter-being-edited': '{who} heeft ‘{title}’ open in een programma.',
  'refusal.letter-being-edited.todo': 'Wacht tot het daar gesloten is, uiterlijk om {until} als niemand verdergaat.',
  'refusal.letter-opening-over': 'Het is hier niet meer open.',
  'refusal.letter-opening-over.todo': 'Open het opnieuw vanuit de brief.',
  'refusal.letter-no-converter': 'Van het Word-bestand kon geen pdf worden gemaakt.',
  'refusal.letter-no-converter.todo':
    'Sla het in uw tekstverwerker op als pdf, of vraag de beheerder van Kontor er een op te geven (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what':
    'Een brief aan velen wordt geschreven vanuit een sjabloon of vanuit één Word-bestand, niet vanuit beide.',
  'refusal.merge-of-what.todo': 'Kies een sjabloon of neem een Word-bestand.',
  'page.merge.reason.file': 'Het Word-bestand kon niet worden ingevuld',
  'page.merge.printed': 'Wat is gemaakt om af te drukken',
  'page.merge.zip-word': 'Elk als eigen Word-bestand',
  'page.merge.print-word': 'Het afdrukbestand maken',
  'page.merge.no-pdf':
    'De brieven worden als Word-bestand afgedrukt en gemaild, omdat op de server geen tekstverwerker is ingesteld die pdf’s maakt.',
  'page.merge.take-word': 'Een Word-bestand gebruiken …',
  'page.merge.word-file': 'Word-bestand',
  'page.merge.word-file.hint':
    'Samenvoegvelden erin, en namen tussen dubbele accolades, worden ingevuld uit kolommen met dezelfde naam of uit het adresboek.',
  'event.letters.letter-opened': '{who} heeft de brief ‘{title}’ in een programma geopend',
  'event.letters.version-aside':
    '{who} heeft de brief ‘{title}’ opgeslagen, die intussen gewijzigd was: versie {number} wordt ernaast bewaard',
  'field.letters.fileId': 'Word-bestand',
  'page.task.version-aside': 'Twee versies van ‘{title}’: voeg versie {number} en de nieuwste samen',
  'page.letter.open-word': 'Openen in Word',
  'page.letter.open-libreoffice': 'Openen in LibreOffice',
  'page.letter.open-none':
    'Gebeurt er niets, dan staat zo’n programma niet op deze computer: haal het Word-bestand op en sla het hier weer op.',
  'page.letter.opened': 'Open in uw programma. Wat u daar opslaat, wordt hier een versie.',
  'page.letter.take-file': 'Verdergaan met een Word-bestand …',
  'page.letter.take-newer': 'Gewijzigd bestand terugzetten',
  'page.letter.write-here': 'Toch hier schrijven',
  'page.letter.write-here.sure':
    'De woorden gaan mee, de opmaak van het bestand niet. Het bestand blijft onder Versies staan.',
  'page.letter.is-file': 'Deze brief is een Word-bestand',
  'page.letter.words': 'De woorden van het bestand. Hoe ze eruitzien, staat in het bestand zelf.',
  'page.letter.no-pdf':
    'De brief wordt als Word-bestand gearchiveerd en gemaild, omdat op de server geen tekstverwerker is ingesteld die pdf’s maakt.',
  'page.letter.see-pdf': 'De pdf bekijken',
  'page.letter.held': '{who} heeft de brief open in een programma, tot {time} als niemand verdergaat.',
  'page.letter.aside': 'ernaast: iemand anders had intussen opgeslagen',
  'page.letter.word-file': 'Word-bestand',
  'page.template.take-file': 'Word-bestand gebruiken',
  'page.template.take-newer': 'Nieuwer bestand gebruiken',
  'page.template.is-file': 'Deze tekst is een Word-bestand: {name}',
  'page.template.fields':
    'Velden staan erin tussen dubbele accolades, als samenvoegvelden of als inhoudsbesturingselementen met de naam van het veld als label. Een vraagteken ervoor vraagt het aan de schrijver.',
  'page.template.fetch': 'Het bestand ophalen',
}
