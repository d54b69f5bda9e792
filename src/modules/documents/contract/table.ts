/** Spreadsheets and other tables that came as documents. */
import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, z } from '../../../kernel/schema.ts'

/** A sheet as a reading brings it: its cells as deflated JSON, base64. */
export const readSheet = () =>
  z.strictObject({
    name: z.string().max(100),
    rows: count(),
    columns: count(),
    cut: flag(),
    cells: z.base64().max(10_000_000),
  })
export type ReadSheet = z.output<ReturnType<typeof readSheet>>

export const columnHolds = ['text', 'numbers', 'days', 'nothing'] as const
export type ColumnHolds = (typeof columnHolds)[number]

/** Rows of one answer. */
export const mostShownRows = 100

export const getTable = query({
  name: 'documents.get-table',
  summary:
    'A spreadsheet or CSV that came as a document, as a table: its sheets, whether the first row names the columns, and its rows; `whole` gives all of it as tab-separated text, to be imported.',
  permission: 'documents.get-document',
  input: z.strictObject({
    id: id('document'),
    sheet: z.int().min(1).max(30).default(1),
    /** Rows passed over, the header not counted. */
    from: z.int().min(0).default(0),
    whole: flag().optional(),
  }),
  output: z.strictObject({
    name: z.string(),
    /** None where the document is no table. */
    sheets: z.array(
      z.strictObject({ position: z.int(), name: z.string(), rows: count(), columns: count(), cut: flag() }),
    ),
    sheet: z.int(),
    header: flag(),
    columns: z.array(z.strictObject({ name: z.string(), holds: choice(columnHolds) })),
    rows: z.array(z.array(z.string())),
    /** Rows without the header. */
    total: count(),
    text: z.string().nullable(),
  }),
  kinds: ['document'],
  example: { id: '019aa000-0000-7000-8000-000000000001' },
})

export const tableQueries = [getTable]
