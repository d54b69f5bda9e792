import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { ManyKeys } from './many-en.ts'

export const manyNl: Messages<ManyKeys> = {
  'documents.originals': 'Meerdere downloaden',
  'refusal.nothing-to-download': 'Er is hier niets om te downloaden.',
  'refusal.nothing-to-download.todo': 'Kies documenten in de lijst, hoogstens driehonderd.',
  'refusal.archive-too-large': 'Samen zijn ze groter dan vier gigabyte.',
  'refusal.archive-too-large.todo': 'Kies er minder tegelijk.',
  'page.many.kind': 'Soort',
  'page.many.class': 'Vertrouwelijkheid',
  'page.many.audience': 'Voor wie',
  'page.many.matter': 'Zaak',
  'page.many.zip': 'Downloaden (ZIP)',
  'page.many.print': 'Stukken afdrukken',
  'page.many.too-many': 'Hoogstens {most} tegelijk.',
  'page.many.change': 'Wijzigen…',
  'page.many.what': 'Wat te wijzigen',
  'page.many.everybody': 'Iedereen met de bevoegdheid',
  'page.many.only': 'Alleen deze',
  'page.many.choose': 'Kies eerst.',
  'page.many.preparing': '{done} van {total} pagina’s',
}
