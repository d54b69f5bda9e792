import type { Messages } from '../../../kernel/language/catalogue.ts'

/** Words of acts on many documents. */
export const manyEn = {
  'documents.originals': 'Download several',
  'refusal.nothing-to-download': 'There is nothing here to download.',
  'refusal.nothing-to-download.todo': 'Choose documents in the list, three hundred at most.',
  'refusal.archive-too-large': 'Together they are larger than four gigabytes.',
  'refusal.archive-too-large.todo': 'Choose fewer at a time.',
  'page.many.kind': 'Kind',
  'page.many.class': 'Confidentiality',
  'page.many.audience': 'For whom',
  'page.many.matter': 'Matter',
  'page.many.zip': 'Download (ZIP)',
  'page.many.print': 'Print the papers',
  'page.many.too-many': 'At most {most} at a time.',
  'page.many.change': 'Change…',
  'page.many.what': 'What to change',
  'page.many.everybody': 'Everybody with the clearance',
  'page.many.only': 'Only these',
  'page.many.choose': 'Choose first.',
  'page.many.preparing': '{done} of {total} pages',
} as const satisfies Messages

export type ManyKeys = keyof typeof manyEn
