import { useMemo } from 'react'
import { Happened } from './Side.tsx'
import { commandIcon } from '../words.ts'
import { useQuery } from '../../useQuery.ts'

interface Lines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
}

/** Everything that happened to a record, in the sentences of the journal. */
export function RecordTimeline({ id }: { readonly id: string }) {
  const { data } = useQuery('authority.record-timeline', { id, limit: 100 })
  const happenings = useMemo(
    () =>
      ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [data],
  )
  return happenings.length > 0 ? <Happened happenings={happenings} /> : null
}
