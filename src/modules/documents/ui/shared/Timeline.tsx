import { useMemo } from 'react'
import { Happened } from '../../../../web/kit/record/Side.tsx'
import { commandIcon } from '../../../../web/kit/words.ts'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'

interface Lines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
}

/** Everything that happened to a record, in the sentences of the journal; nothing where one may not read them. */
export function Timeline({ id }: { readonly id: string }) {
  const may = usePermission('authority.record-timeline')
  const { data } = useQuery('authority.record-timeline', { id, limit: 100 }, { when: may })
  const happenings = useMemo(
    () =>
      ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [data],
  )
  return happenings.length > 0 ? <Happened happenings={happenings} /> : null
}
