import { useMemo } from 'react'
import type { SheetSource } from '../../../../web/kit/list/sheet.ts'
import { type Exporting, useExport } from '../../../../web/kit/list/useExport.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { commandWords } from '../shared/words.ts'
import type { JournalLine } from './journalInput.ts'

/** Every line that the filters show as a file: who, for whom, what, to what. */
export function useJournalExport(asked: Readonly<Record<string, unknown>>): Exporting<JournalLine> {
  const say = useSay<Keys>()
  const columns = useMemo<readonly SheetSource<JournalLine>[]>(
    () => [
      { label: say('field.seq'), align: 'end', text: line => String(line.seq) },
      { label: say('field.at'), text: line => line.at },
      { label: say('field.who'), text: line => line.who.name },
      { label: say('page.journal.for'), text: line => line.onBehalfOf?.name ?? '' },
      { label: say('page.journal.what'), text: line => line.sentences.join(' · ') },
      { label: say('field.command'), text: line => commandWords(say, line.command) },
      {
        label: say('page.journal.records'),
        text: line => line.records.map(({ title }: { title: string }) => title).join(', '),
      },
    ],
    [say],
  )
  return useExport(say('page.journal'), 'authority.read-journal', asked, columns)
}
