import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of Word files: as templates, as letters, open in a program. */
export const office = {
  'letters.begin-editing': 'Open in a program',
  'letters.note-opening': 'Note what a program does with a letter',
  'letters.keep-office-file': 'Keep what a Word file says',
  'letters.show-opening': 'Address of an opened letter',
  'refusal.letter-file-unreadable': 'That is no Word file (DOCX) that can be read.',
  'refusal.letter-file-unreadable.todo': 'Save it as DOCX, smaller than 20 MB, and take that.',
  'refusal.letter-file-locked': 'The Word file is locked with a password.',
  'refusal.letter-file-locked.todo': 'Save it without a password.',
  'refusal.letter-file-unsafe': 'The Word file runs something, or fetches something from elsewhere when it is opened.',
  'refusal.letter-file-unsafe.todo': 'Save it as DOCX without macros, linked pictures and embedded programs.',
  'refusal.letter-file-unknown': 'There is no such Word file.',
  'refusal.letter-file-unknown.todo': 'Choose the file again.',
  'refusal.letter-file-fields-unknown': 'These fields mean nothing here: {fields}.',
  'refusal.letter-file-fields-unknown.todo':
    'Correct them in the file. What only the writer knows is asked for with a question mark before it, such as ?Amount.',
  'refusal.letter-being-edited': '{who} has “{title}” open in a program.',
  'refusal.letter-being-edited.todo': 'Wait until it is closed there, by {until} at the latest unless they go on.',
  'refusal.letter-opening-over': 'It is no longer open here.',
  'refusal.letter-opening-over.todo': 'Open it again from the letter.',
  'refusal.letter-no-converter': 'No PDF could be made of the Word file.',
  'refusal.letter-no-converter.todo':
    'Save it as PDF in your word processor, or ask whoever runs Kontor to name one (KONTOR_WORD_PROCESSOR).',
  'refusal.merge-of-what': 'A letter to many is written from a template or from one Word file, not from both.',
  'refusal.merge-of-what.todo': 'Choose a template, or take a Word file.',
  'page.merge.reason.file': 'The Word file could not be filled in',
  'page.merge.printed': 'What was made to print',
  'page.merge.zip-word': 'Each as a Word file of its own',
  'page.merge.print-word': 'Make the file to print',
  'page.merge.no-pdf':
    'It is printed and mailed as a Word file, since no word processor that makes PDFs is set up on the server.',
  'page.merge.take-word': 'Take a Word file instead …',
  'page.merge.word-file': 'Word file',
  'page.merge.word-file.hint':
    'Its merge fields, and names in double braces, are filled from columns of the same name, or from the directory.',
  'event.letters.letter-opened': '{who} opened the letter “{title}” in a program',
  'event.letters.version-aside':
    '{who} saved the letter “{title}”, which had been changed meanwhile: version {number} is kept beside it',
  'field.letters.fileId': 'Word file',
  'page.task.version-aside': 'Two versions of “{title}”: put version {number} and the newest together',
  'page.letter.open-word': 'Open in Word',
  'page.letter.open-libreoffice': 'Open in LibreOffice',
  'page.letter.open-none':
    'If nothing opens, no such program is on this computer: take the Word file, and save it back here.',
  'page.letter.opened': 'Open in your program. What you save there becomes a version here.',
  'page.letter.take-file': 'Go on with a Word file …',
  'page.letter.take-newer': 'Save a changed file back',
  'page.letter.write-here': 'Write it here instead',
  'page.letter.write-here.sure':
    'Its words come over; how they look in the file does not. The file stays under Versions.',
  'page.letter.is-file': 'This letter is a Word file',
  'page.letter.words': 'Words of the file. How they look stands in the file itself.',
  'page.letter.no-pdf':
    'It is filed and mailed as a Word file, since no word processor that makes PDFs is set up on the server.',
  'page.letter.see-pdf': 'Look at the PDF',
  'page.letter.held': '{who} has it open in a program, until {time} unless they go on.',
  'page.letter.aside': 'beside it: somebody else had saved meanwhile',
  'page.letter.word-file': 'Word file',
  'page.template.take-file': 'Take a Word file',
  'page.template.take-newer': 'Take a newer file',
  'page.template.is-file': 'This text is a Word file: {name}',
  'page.template.fields':
    'Fields stand in it in double braces, as merge fields or as content controls with the field’s name as their tag. A question mark before it asks the writer.',
  'page.template.fetch': 'Fetch the file',
} as const satisfies Messages
export type OfficeKeys = keyof typeof office
