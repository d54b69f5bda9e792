import { useState } from 'react'
import type { Slice } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { readJournal } from '../../contract.ts'
import { type Held, withNewest, withOlder } from './heldLines.ts'
import type { JournalLine } from './journalInput.ts'

/** Lines of one answer. */
const sliceLength = 200

interface Shown {
  readonly asked: object
  /** The newest slice that is laid on already. */
  readonly slice: Slice<JournalLine>
  readonly held: Held<JournalLine>
}

/**
 * The journal, of which only the newest slice is asked anew when something happens: older lines never change. Those already
 * scrolled to stay, and further ones are fetched by `more`.
 */
export function useJournalLines(asked: Readonly<Record<string, unknown>>) {
  const newest = useQuery<typeof readJournal>(
    'authority.read-journal',
    { ...asked, limit: sliceLength },
    { keep: true },
  )
  const [shown, setShown] = useState<Shown | null>(null)
  const [fetching, setFetching] = useState(false)
  const slice = newest.isPlaceholderData ? undefined : newest.data
  let current = shown
  if (slice && (shown?.slice !== slice || shown.asked !== asked)) {
    current = { asked, slice, held: withNewest(shown?.asked === asked ? shown.held : null, slice) }
    setShown(current)
  }
  const next = current?.held.next ?? null
  const fetchOlder = async () => {
    setFetching(true)
    try {
      const input = { ...asked, limit: sliceLength, after: next as string }
      const older = (await runQuery<typeof readJournal>('authority.read-journal', input)) as Slice<JournalLine>
      // Filters may have changed, or a gap opened, since it was asked: then it no longer follows what is held.
      setShown(before =>
        before?.asked === asked && before.held.next === next
          ? { ...before, held: withOlder(before.held, older) }
          : before,
      )
    } catch {
      // The band above says that the server is away; scrolling on asks again.
    } finally {
      setFetching(false)
    }
  }
  return {
    newest,
    lines: current?.held.lines ?? [],
    total: newest.data?.total ?? 0,
    more: next !== null && !fetching && current?.asked === asked ? () => void fetchOlder() : null,
  }
}
