import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { type Happening, Timeline } from '../../../../web/kit/Timeline.tsx'
import { commandIcon } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { MatterDetail } from '../words.ts'

const parts = ['all', 'matter', 'papers', 'tasks', 'people'] as const
type PartName = (typeof parts)[number]

interface JournalLines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
  readonly total: number
}

function idsOf(detail: MatterDetail, part: PartName): readonly string[] {
  const papers = detail.bound.map(({ record }) => record.id)
  const tasks = detail.tasks.map(({ id }) => id)
  const people = detail.parties.map(({ party }) => party.id)
  switch (part) {
    case 'all':
      return [...papers, ...tasks]
    case 'matter':
      return []
    case 'papers':
      return papers
    case 'tasks':
      return tasks
    case 'people':
      return people
  }
}

/** One timeline over the matter and all that belongs to it, newest first; only what the reader may see is told. */
export function MatterTimeline({ detail }: { readonly detail: MatterDetail }) {
  const say = useSay<string>()
  const [part, setPart] = useState<PartName>('all')
  const [limit, setLimit] = useState(60)
  const others = idsOf(detail, part).slice(0, 2000)
  const whole = part === 'all' || part === 'matter'
  const [first, ...rest] = whole ? [detail.record.id, ...others] : others
  const asked = useQuery(
    'authority.record-timeline',
    { id: first ?? detail.record.id, alsoIds: rest, limit },
    { when: first !== undefined, keep: true },
  )
  const lines = first === undefined ? undefined : (asked.data as JournalLines | undefined)
  const happenings: readonly Happening[] = useMemo(
    () =>
      (lines?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [lines],
  )
  return (
    <Section title={say('record.happened')}>
      <div className="matter-filter">
        {parts.map(one => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {say(`page.matter.timeline.${one}`)}
          </button>
        ))}
      </div>
      <Timeline happenings={happenings} />
      {lines && lines.total > lines.rows.length ? (
        <Button look="quiet" size="s" onClick={() => setLimit(limit + 200)}>
          {say('page.matter.timeline.more')}
        </Button>
      ) : null}
    </Section>
  )
}
