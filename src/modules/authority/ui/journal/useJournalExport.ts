import type { Slice } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { csvOf, saveCsv } from '../../../../web/kit/list/csv.ts'
import { tell } from '../../../../web/kit/notices.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { commandWords } from '../shared/words.ts'
import type { JournalLine } from './journalInput.ts'

/** The most lines one request gives. */
const mostLines = 5_000

/** Saves every line that the filters show as a CSV file. */
export function useJournalExport(asked: Readonly<Record<string, unknown>>): () => Promise<void> {
  const say = useSay<Keys>()
  const formats = useFormats()
  return async () => {
    const done = tell({ kind: 'progress', text: say('list.exporting') })
    try {
      const file = `${say('page.journal')} ${formats.today()}.csv`
      const columns = [
        { label: say('field.seq'), text: (line: JournalLine) => String(line.seq) },
        { label: say('field.at'), text: (line: JournalLine) => line.at },
        { label: say('field.who'), text: (line: JournalLine) => line.who.name },
        { label: say('page.journal.for'), text: (line: JournalLine) => line.onBehalfOf?.name ?? '' },
        { label: say('page.journal.what'), text: (line: JournalLine) => line.sentences.join(' · ') },
        { label: say('field.command'), text: (line: JournalLine) => commandWords(say, line.command) },
        {
          label: say('page.journal.records'),
          text: (line: JournalLine) => line.records.map(({ title }: { title: string }) => title).join(', '),
        },
      ]
      saveCsv(file, csvOf(columns, await everyLine(asked), formats.number(1.5).includes(',') ? ';' : ','))
      done()
      tell({ kind: 'done', text: say('notice.exported', { file }) })
    } catch {
      done()
      tell({ kind: 'refused', text: say('problem.broken') })
    }
  }
}

async function everyLine(asked: Readonly<Record<string, unknown>>): Promise<JournalLine[]> {
  const lines: JournalLine[] = []
  let after: string | null = null
  do {
    const input = { ...asked, limit: mostLines, ...(after ? { after } : {}) }
    const slice = (await runQuery('authority.read-journal', input)) as Slice<JournalLine>
    lines.push(...slice.rows)
    after = slice.next
  } while (after)
  return lines
}
