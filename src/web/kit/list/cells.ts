import type { Column } from './types.ts'

export const classOf = <R>(column: Column<R>): string =>
  [column.align === 'end' ? 'n' : '', column.wide ? 'wide' : '', `ph-${column.phone ?? 'none'}`]
    .filter(Boolean)
    .join(' ')
