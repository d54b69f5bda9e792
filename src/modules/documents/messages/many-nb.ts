import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { ManyKeys } from './many-en.ts'

export const manyNb: Messages<ManyKeys> = {
  'documents.originals': 'Last ned flere',
  'refusal.nothing-to-download': 'Her er det ingenting å laste ned.',
  'refusal.nothing-to-download.todo': 'Velg dokumenter i listen, høyst tre hundre.',
  'refusal.archive-too-large': 'Til sammen er de større enn fire gigabyte.',
  'refusal.archive-too-large.todo': 'Velg færre om gangen.',
  'page.many.kind': 'Type',
  'page.many.class': 'Fortrolighet',
  'page.many.audience': 'For hvem',
  'page.many.matter': 'Sak',
  'page.many.zip': 'Last ned (ZIP)',
  'page.many.print': 'Skriv ut dokumentene',
  'page.many.too-many': 'Høyst {most} om gangen.',
  'page.many.change': 'Endre…',
  'page.many.what': 'Hva som skal endres',
  'page.many.everybody': 'Alle med klarering',
  'page.many.only': 'Bare disse',
  'page.many.choose': 'Velg først.',
  'page.many.preparing': '{done} av {total} sider',
}
