import type { Messages } from '../../../kernel/language/catalogue.ts'
import type { ManyKeys } from './many-en.ts'

export const manySv: Messages<ManyKeys> = {
  'documents.originals': 'Ladda ner flera',
  'refusal.nothing-to-download': 'Här finns inget att ladda ner.',
  'refusal.nothing-to-download.todo': 'Välj handlingar i listan, högst trehundra.',
  'refusal.archive-too-large': 'Tillsammans är de större än fyra gigabyte.',
  'refusal.archive-too-large.todo': 'Välj färre åt gången.',
  'page.many.kind': 'Typ',
  'page.many.class': 'Sekretess',
  'page.many.audience': 'För vilka',
  'page.many.matter': 'Ärende',
  'page.many.zip': 'Ladda ner (ZIP)',
  'page.many.print': 'Skriv ut handlingarna',
  'page.many.too-many': 'Högst {most} åt gången.',
  'page.many.change': 'Ändra…',
  'page.many.what': 'Vad som ska ändras',
  'page.many.everybody': 'Alla med behörighet',
  'page.many.only': 'Bara dessa',
  'page.many.choose': 'Välj först.',
  'page.many.preparing': '{done} av {total} sidor',
}
