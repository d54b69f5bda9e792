import type { ReactNode } from 'react'
import type { WireMoney } from '../../answers.ts'

export interface ListRow {
  readonly id: string
}

export interface Column<Row> {
  /** Also the name it is sorted by at the server. */
  readonly key: string
  readonly label: string
  /** Native content only: text, `<State>`, a link; a component of Mantine here costs smooth scrolling. */
  readonly cell: (row: Row) => ReactNode
  /** Pixels; the one column without a width takes what is left. */
  readonly width?: number
  readonly align?: 'end'
  readonly sortable?: boolean
  /** As it stands in a CSV file; without it the column is left out there. */
  readonly text?: (row: Row) => string
  /** Amounts that the ink bar adds up. */
  readonly money?: (row: Row) => WireMoney | null | undefined
  /** Where it stands on the phone: title above; left and right beneath; `below` under left; else not shown. */
  readonly phone?: 'title' | 'left' | 'right' | 'below'
  /** Hidden on narrower sheets than a wide one. */
  readonly wide?: boolean
}

export interface ListFilter {
  /** The query's property and the address bar's. */
  readonly key: string
  readonly label: string
  /** `day` asks for a day; else one of the options, or several with `many`. */
  readonly type?: 'day' | 'choice'
  readonly many?: boolean
  readonly options?: readonly FilterOption[]
}

export interface FilterOption {
  readonly value: string
  readonly label: string
}

export interface ListView {
  readonly key: string
  readonly label: string
  /** What stands in the address bar: filters, sort, find. */
  readonly search: Readonly<Record<string, string>>
  readonly count?: number | undefined
}

export interface BulkAction<Row> {
  readonly label: string
  readonly keys?: string
  readonly run: (rows: readonly Row[], clear: () => void) => void
  /** Left out where there is little room. */
  readonly spare?: boolean
  /** Left out where it means none of the rows. */
  readonly hidden?: (rows: readonly Row[]) => boolean
  /** Why it cannot be done with these rows; undefined when it can. */
  readonly refused?: (rows: readonly Row[]) => string | undefined
}
