import { choice, z } from '../../../kernel/schema.ts'

/** What a column of a pasted table may hold; `ignore` is left out. */
export const columnMeanings = [
  'name',
  'givenName',
  'familyName',
  'organisation',
  'role',
  'email',
  'phone',
  'mobile',
  'street',
  'postcode',
  'city',
  'postcodeCity',
  'country',
  'companyNumber',
  'vatNumber',
  'account',
  'website',
  'language',
  'note',
  'kind',
  'ignore',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

export const columnMapping = z.strictObject({
  separator: z.enum(['\t', ';', ',']),
  header: z.boolean(),
  columns: z.array(choice(columnMeanings)).min(1).max(100),
})
export type ColumnMapping = z.output<typeof columnMapping>

/** What the rows are: told apart row by row, or all the same. */
export const importKinds = () => choice(['auto', 'person', 'organisation'])
export type ImportKind = z.output<ReturnType<typeof importKinds>>
