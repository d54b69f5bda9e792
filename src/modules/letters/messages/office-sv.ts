import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OfficeKeys } from './office-en.ts'

export const office: Messages<OfficeKeys> = {
  'letters.begin-editing': 'Öppna i ett program',
  'letters.note-opening': 'Notera vad ett program gör med ett brev',
  'letters.keep-office-file': 'Spara vad en Wordfil säger',
  'letters.show-opening': 'Adress till ett öppnat brev',
  'refusal.letter-file-unreadable': 'Det är ingen Wordfil (DOCX) som går att läsa.',
  'refusal.letter-file-unreadable.todo': 'Spara den som DOCX, mindre än 20 MB, och välj den.',
  'refusal.letter-file-locked': 'Wordfilen är låst med lösenord.',
  'refusal.letter-file-locked.todo': 'Spara den utan lösenord.',
  'refusal.letter-file-unsafe': 'Wordfilen kör något eller hämtar något utifrån när den öppnas.',
  'refusal.letter-file-unsafe.todo': 'Spara den som DOCX utan makron, länkade bilder och inbäddade program.',
  'refusal.letter-file-unknown': 'Det finns ingen sådan Wordfil.',
  'refusal.letter-file-unknown.todo': 'Välj filen igen.',
  'refusal.letter-file-fields-unknown': 'De här fälten betyder inget här: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Rätta dem i filen. Det som bara skribenten vet frågas efter med ett frågetecken framför, till exempel ?Belopp.',
  'refusal.letter-being-edited': '{who} har ”{title}” öppet i ett program.',
  'refusal.letter-being-edited.todo': 'Vänta tills det stängs där, senast {until} om ingen fortsätter.',
  'refusal.letter-opening-over': 'Det är inte längre öppet här.',
  'refusal.letter-opening-over.todo': 'Öppna det igen från brevet.',
  'refusal.letter-no-converter': 'Det gick inte att göra en PDF av Wordfilen.',
  'refusal.letter-no-converter.todo':
    'Spara den som PDF i ditt ordbehandlingsprogram, eller be den som driver Kontor att ange ett (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what': 'Ett brev till många skrivs från en mall eller från en Word-fil, inte från båda.',
  'refusal.merge-of-what.todo': 'Välj en mall eller ta en Word-fil.',
  'page.merge.reason.file': 'Word-filen kunde inte fyllas i',
  'page.merge.printed': 'Det som gjordes för utskrift',
  'page.merge.zip-word': 'Vart och ett som egen Word-fil',
  'page.merge.print-word': 'Gör filen för utskrift',
  'page.merge.no-pdf':
    'Det skrivs ut och mejlas som Word-fil, eftersom inget ordbehandlingsprogram som gör PDF:er är inställt på servern.',
  'page.merge.take-word': 'Ta en Word-fil i stället …',
  'page.merge.word-file': 'Word-fil',
  'page.merge.word-file.hint':
    'Kopplade fält i den, och namn inom dubbla klamrar, fylls från kolumner med samma namn eller från adressregistret.',
  'event.letters.letter-opened': '{who} öppnade brevet ”{title}” i ett program',
  'event.letters.version-aside':
    '{who} sparade brevet ”{title}” som hade ändrats under tiden: version {number} ligger bredvid',
  'field.letters.fileId': 'Wordfil',
  'page.task.version-aside': 'Två versioner av ”{title}”: för ihop version {number} med den senaste',
  'page.letter.open-word': 'Öppna i Word',
  'page.letter.open-libreoffice': 'Öppna i LibreOffice',
  'page.letter.open-none':
    'Händer inget finns inget sådant program på datorn: hämta Wordfilen och spara tillbaka den här.',
  'page.letter.opened': 'Öppet i ditt program. Det du sparar där blir en version här.',
  'page.letter.take-file': 'Fortsätt med en Wordfil …',
  'page.letter.take-newer': 'Spara tillbaka en ändrad fil',
  'page.letter.write-here': 'Skriv det här i stället',
  'page.letter.write-here.sure': 'Orden följer med, men inte hur de ser ut i filen. Filen finns kvar under Versioner.',
  'page.letter.is-file': 'Brevet är en Wordfil',
  'page.letter.words': 'Filens ord. Hur de ser ut står i själva filen.',
  'page.letter.no-pdf':
    'Det arkiveras och mejlas som Wordfil, eftersom inget ordbehandlingsprogram som gör PDF är inställt på servern.',
  'page.letter.see-pdf': 'Visa PDF:en',
  'page.letter.held': '{who} har det öppet i ett program, till {time} om ingen fortsätter.',
  'page.letter.aside': 'bredvid: någon annan hade sparat under tiden',
  'page.letter.word-file': 'Wordfil',
  'page.template.take-file': 'Använd en Wordfil',
  'page.template.take-newer': 'Använd en nyare fil',
  'page.template.is-file': 'Den här texten är en Wordfil: {name}',
  'page.template.fields':
    'Fält står i den inom dubbla klamrar, som kopplade fält eller som innehållskontroller med fältets namn som tagg. Ett frågetecken framför frågar skribenten.',
  'page.template.fetch': 'Hämta filen',
}
