import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OfficeKeys } from './office-en.ts'

export const office: Messages<OfficeKeys> = {
  'letters.begin-editing': 'Deschide într-un program',
  'letters.note-opening': 'Notează ce face un program cu o scrisoare',
  'letters.keep-office-file': 'Păstrează ce spune un fișier Word',
  'letters.show-opening': 'Adresa unei scrisori deschise',
  'refusal.letter-file-unreadable': 'Acesta nu este un fișier Word (DOCX) care poate fi citit.',
  'refusal.letter-file-unreadable.todo': 'Salvați-l ca DOCX, sub 20 MB, și alegeți-l pe acela.',
  'refusal.letter-file-locked': 'Fișierul Word este protejat cu parolă.',
  'refusal.letter-file-locked.todo': 'Salvați-l fără parolă.',
  'refusal.letter-file-unsafe': 'Fișierul Word execută ceva sau preia ceva din altă parte când este deschis.',
  'refusal.letter-file-unsafe.todo': 'Salvați-l ca DOCX fără macrocomenzi, imagini legate și programe încorporate.',
  'refusal.letter-file-unknown': 'Nu există un astfel de fișier Word.',
  'refusal.letter-file-unknown.todo': 'Alegeți fișierul din nou.',
  'refusal.letter-file-fields-unknown': 'Aceste câmpuri nu înseamnă nimic aici: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Corectați-le în fișier. Ce știe doar cel care scrie se cere cu un semn de întrebare în față, de exemplu ?Suma.',
  'refusal.letter-being-edited': '{who} are „{title}” deschisă într-un program.',
  'refusal.letter-being-edited.todo':
    'Așteptați până este închisă acolo, cel târziu la {until} dacă nimeni nu continuă.',
  'refusal.letter-opening-over': 'Nu mai este deschisă aici.',
  'refusal.letter-opening-over.todo': 'Deschideți-o din nou din pagina scrisorii.',
  'refusal.letter-no-converter': 'Din fișierul Word nu s-a putut face un PDF.',
  'refusal.letter-no-converter.todo':
    'Salvați-l ca PDF în procesorul de text sau cereți celui care administrează Kontor să indice unul (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what':
    'O scrisoare către mai mulți se scrie dintr-un șablon sau dintr-un singur fișier Word, nu din amândouă.',
  'refusal.merge-of-what.todo': 'Alegeți un șablon sau luați un fișier Word.',
  'page.merge.reason.file': 'Fișierul Word nu a putut fi completat',
  'page.merge.printed': 'Ce s-a pregătit pentru tipar',
  'page.merge.zip-word': 'Fiecare ca fișier Word separat',
  'page.merge.print-word': 'Pregătește fișierul pentru tipar',
  'page.merge.no-pdf':
    'Se tipărește și se trimite ca fișier Word, deoarece pe server nu este configurat un procesor de text care face PDF-uri.',
  'page.merge.take-word': 'Folosește un fișier Word …',
  'page.merge.word-file': 'Fișier Word',
  'page.merge.word-file.hint':
    'Câmpurile de îmbinare din el și numele între acolade duble se completează din coloanele cu același nume sau din agendă.',
  'event.letters.letter-opened': '{who} a deschis scrisoarea „{title}” într-un program',
  'event.letters.version-aside':
    '{who} a salvat scrisoarea „{title}”, care fusese schimbată între timp: versiunea {number} este păstrată alături',
  'field.letters.fileId': 'Fișier Word',
  'page.task.version-aside': 'Două versiuni ale „{title}”: uniți versiunea {number} cu cea mai nouă',
  'page.letter.open-word': 'Deschide în Word',
  'page.letter.open-libreoffice': 'Deschide în LibreOffice',
  'page.letter.open-none':
    'Dacă nu se deschide nimic, pe acest calculator nu există un astfel de program: descărcați fișierul Word și salvați-l înapoi aici.',
  'page.letter.opened': 'Deschisă în programul dumneavoastră. Ce salvați acolo devine o versiune aici.',
  'page.letter.take-file': 'Continuă cu un fișier Word …',
  'page.letter.take-newer': 'Salvează înapoi un fișier modificat',
  'page.letter.write-here': 'Scrie-o aici',
  'page.letter.write-here.sure': 'Cuvintele se preiau, aspectul din fișier nu. Fișierul rămâne la Versiuni.',
  'page.letter.is-file': 'Această scrisoare este un fișier Word',
  'page.letter.words': 'Cuvintele din fișier. Aspectul lor este în fișierul însuși.',
  'page.letter.no-pdf':
    'Se arhivează și se trimite ca fișier Word, deoarece pe server nu este configurat niciun procesor de text care să facă PDF-uri.',
  'page.letter.see-pdf': 'Vezi PDF-ul',
  'page.letter.held': '{who} o are deschisă într-un program, până la {time} dacă nu continuă.',
  'page.letter.aside': 'alături: altcineva salvase între timp',
  'page.letter.word-file': 'Fișier Word',
  'page.template.take-file': 'Folosește un fișier Word',
  'page.template.take-newer': 'Folosește un fișier mai nou',
  'page.template.is-file': 'Acest text este un fișier Word: {name}',
  'page.template.fields':
    'Câmpurile stau în el între acolade duble, ca câmpuri de îmbinare sau ca controale de conținut cu numele câmpului ca etichetă. Un semn de întrebare în față îl întreabă pe cel care scrie.',
  'page.template.fetch': 'Descarcă fișierul',
}
