import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { OfficeKeys } from './office-en.ts'

export const office: Messages<OfficeKeys> = {
  'letters.begin-editing': 'Åpne i et program',
  'letters.note-opening': 'Noter hva et program gjør med et brev',
  'letters.keep-office-file': 'Lagre hva en Word-fil sier',
  'letters.show-opening': 'Adresse til et åpnet brev',
  'refusal.letter-file-unreadable': 'Dette er ingen Word-fil (DOCX) som lar seg lese.',
  'refusal.letter-file-unreadable.todo': 'Lagre den som DOCX, mindre enn 20 MB, og velg den.',
  'refusal.letter-file-locked': 'Word-filen er låst med passord.',
  'refusal.letter-file-locked.todo': 'Lagre den uten passord.',
  'refusal.letter-file-unsafe': 'Word-filen kjører noe, eller henter noe utenfra når den åpnes.',
  'refusal.letter-file-unsafe.todo': 'Lagre den som DOCX uten makroer, koblede bilder og innebygde programmer.',
  'refusal.letter-file-unknown': 'Det finnes ingen slik Word-fil.',
  'refusal.letter-file-unknown.todo': 'Velg filen på nytt.',
  'refusal.letter-file-fields-unknown': 'Disse feltene betyr ingenting her: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Rett dem i filen. Det bare den som skriver vet, spør du om med et spørsmålstegn foran, for eksempel ?Beløp.',
  'refusal.letter-being-edited': '{who} har «{title}» åpent i et program.',
  'refusal.letter-being-edited.todo': 'Vent til det lukkes der, senest {until} hvis ingen fortsetter.',
  'refusal.letter-opening-over': 'Det er ikke lenger åpent her.',
  'refusal.letter-opening-over.todo': 'Åpne det igjen fra brevet.',
  'refusal.letter-no-converter': 'Det lot seg ikke gjøre å lage en PDF av Word-filen.',
  'refusal.letter-no-converter.todo':
    'Lagre den som PDF i tekstbehandleren din, eller be den som drifter Kontor om å oppgi en (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what': 'Et brev til mange skrives fra en mal eller fra én Word-fil, ikke fra begge.',
  'refusal.merge-of-what.todo': 'Velg en mal, eller ta en Word-fil.',
  'page.merge.reason.file': 'Word-filen kunne ikke fylles ut',
  'page.merge.printed': 'Det som ble laget for utskrift',
  'page.merge.zip-word': 'Hvert brev som egen Word-fil',
  'page.merge.print-word': 'Lag filen for utskrift',
  'page.merge.no-pdf':
    'Det skrives ut og sendes som Word-fil, siden ingen tekstbehandler som lager PDF-er er satt opp på serveren.',
  'page.merge.take-word': 'Ta en Word-fil i stedet …',
  'page.merge.word-file': 'Word-fil',
  'page.merge.word-file.hint':
    'Flettefelt i den, og navn i doble krøllparenteser, fylles fra kolonner med samme navn, eller fra adresseregisteret.',
  'event.letters.letter-opened': '{who} åpnet brevet «{title}» i et program',
  'event.letters.version-aside':
    '{who} lagret brevet «{title}», som var endret i mellomtiden: versjon {number} ligger ved siden av',
  'field.letters.fileId': 'Word-fil',
  'page.task.version-aside': 'To versjoner av «{title}»: slå versjon {number} sammen med den nyeste',
  'page.letter.open-word': 'Åpne i Word',
  'page.letter.open-libreoffice': 'Åpne i LibreOffice',
  'page.letter.open-none':
    'Skjer det ingenting, finnes det ikke noe slikt program på maskinen: hent Word-filen, og lagre den tilbake her.',
  'page.letter.opened': 'Åpent i programmet ditt. Det du lagrer der, blir en versjon her.',
  'page.letter.take-file': 'Fortsett med en Word-fil …',
  'page.letter.take-newer': 'Lagre en endret fil tilbake',
  'page.letter.write-here': 'Skriv det her i stedet',
  'page.letter.write-here.sure':
    'Ordene følger med, men ikke utseendet i filen. Filen ligger fortsatt under Versjoner.',
  'page.letter.is-file': 'Brevet er en Word-fil',
  'page.letter.words': 'Ordene i filen. Hvordan de ser ut, står i selve filen.',
  'page.letter.no-pdf':
    'Det arkiveres og sendes som Word-fil, fordi ingen tekstbehandler som lager PDF er satt opp på serveren.',
  'page.letter.see-pdf': 'Se PDF-en',
  'page.letter.held': '{who} har det åpent i et program, til {time} hvis ingen fortsetter.',
  'page.letter.aside': 'ved siden av: noen andre hadde lagret i mellomtiden',
  'page.letter.word-file': 'Word-fil',
  'page.template.take-file': 'Bruk en Word-fil',
  'page.template.take-newer': 'Bruk en nyere fil',
  'page.template.is-file': 'Denne teksten er en Word-fil: {name}',
  'page.template.fields':
    'Felt står i den i doble klammer, som flettefelt eller som innholdskontroller med feltets navn som kode. Et spørsmålstegn foran spør den som skriver.',
  'page.template.fetch': 'Hent filen',
}
