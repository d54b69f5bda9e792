import { useEffect, useMemo, useRef } from 'react'
import { usePermission } from '../../session.ts'
import { useQuery } from '../../useQuery.ts'
import { commandIcon } from '../words.ts'
import { Happened } from './Side.tsx'

interface Lines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
}

export interface RecordTimelineProps {
  readonly id: string
  /** The record's answer: where it is another than before, the timeline is asked for anew. */
  readonly of?: object
}

/** Everything that happened to a record, in the sentences of the journal; nothing where one may not read them. */
export function RecordTimeline({ id, of }: RecordTimelineProps) {
  const may = usePermission('authority.record-timeline')
  const { data, refetch } = useQuery('authority.record-timeline', { id, limit: 100 }, { when: may })
  const seen = useRef(of)
  useEffect(() => {
    if (seen.current === of) return
    seen.current = of
    void refetch()
  }, [of, refetch])
  const happenings = useMemo(
    () =>
      ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [data],
  )
  return happenings.length > 0 ? <Happened happenings={happenings} /> : null
}
