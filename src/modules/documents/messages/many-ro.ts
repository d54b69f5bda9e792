import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { ManyKeys } from './many-en.ts'

export const manyRo: Messages<ManyKeys> = {
  'documents.originals': 'Descarcă mai multe',
  'refusal.nothing-to-download': 'Nu este nimic de descărcat aici.',
  'refusal.nothing-to-download.todo': 'Alegeți documente din listă, cel mult trei sute.',
  'refusal.archive-too-large': 'Împreună depășesc patru gigaocteți.',
  'refusal.archive-too-large.todo': 'Alegeți mai puține odată.',
  'page.many.kind': 'Tip',
  'page.many.class': 'Confidențialitate',
  'page.many.audience': 'Pentru cine',
  'page.many.matter': 'Dosar',
  'page.many.zip': 'Descarcă (ZIP)',
  'page.many.print': 'Tipărește documentele',
  'page.many.too-many': 'Cel mult {most} odată.',
  'page.many.change': 'Modifică…',
  'page.many.what': 'Ce se modifică',
  'page.many.everybody': 'Toți cei cu nivelul de acces',
  'page.many.only': 'Numai aceștia',
  'page.many.choose': 'Alegeți întâi.',
  'page.many.preparing': '{done} din {total} pagini',
}
