import type { OutputOf } from '../../../../web/answers.ts'
import { Happened } from '../../../../web/kit/record/Side.tsx'
import { commandIcon } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { recordTimeline } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'

type Line = OutputOf<typeof recordTimeline>['rows'][number]

/** How much of a record's past stands beside it; the journal has the rest. */
const shown = 30

/** What happened to a record, from the journal. */
export function RecordHappened({ id }: { readonly id: string }) {
  const say = useSay<Keys>()
  const mayRead = usePermission('authority.read-journal')
  const timeline = useQuery<typeof recordTimeline>('authority.record-timeline', { id, limit: shown })
  const lines = (timeline.data?.rows ?? []) as readonly Line[]
  if (!lines.length) return null
  return (
    <Happened
      more={mayRead ? <Link href={`/machine/journal?record=${id}`}>{say('page.journal')}</Link> : null}
      happenings={lines.map(line => ({
        id: String(line.seq),
        at: line.at,
        icon: commandIcon(line.command),
        text: line.sentences.join(' · '),
      }))}
    />
  )
}
