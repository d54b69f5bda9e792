/** A record as it is offered for choosing. */
export interface Option {
  readonly id: string
  readonly title: string
  readonly detail?: string
}

/** Reads a row of a list query, a hit of the search, or a detail: what a record is called stands in one of these places. */
export const optionOf = (row: any): Option => ({
  id: row.id ?? row.record?.id,
  title: row.title ?? row.name ?? row.record?.title ?? '',
  detail: row.detail ?? row.subtitle ?? row.email ?? undefined,
})
