import { useMemo } from 'react'
import { useSay } from '../../language/Say.tsx'
import { usePermission } from '../../session.ts'
import { useMany } from '../../useMany.ts'
import { commandWords } from '../words.ts'
import type { BulkAction, ListRow } from './types.ts'

export interface EachAction<Row> {
  readonly command: string
  readonly keys?: string
  /** Keep these two outside the component. */
  readonly inputOf: (row: Row) => Readonly<Record<string, unknown>>
  /** Whether it can be done with a row as it stands. */
  readonly fits: (row: Row) => boolean
}

/** A command for one record as an act with many selected ones: one after the other, with progress, Stop and one Undo. Null: not permitted. */
export function useEachAction<Row extends ListRow>(action: EachAction<Row>): BulkAction<Row> | null {
  const { command, keys, inputOf, fits } = action
  const say = useSay<string>()
  const many = useMany()
  const may = usePermission(command)
  return useMemo(() => {
    if (!may) return null
    return {
      label: commandWords(say, command),
      ...(keys ? { keys } : {}),
      hidden: rows => !rows.some(fits),
      refused: rows => (rows.every(fits) ? undefined : say('many.unfit')),
      run: (rows, clear) => {
        clear()
        void many(rows.map(row => ({ command, input: inputOf(row) })))
      },
    }
  }, [may, say, command, keys, inputOf, fits, many])
}
