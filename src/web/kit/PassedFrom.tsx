import { Link } from '../Link.tsx'
import type { PassedTable } from '../usePassedTable.ts'
import { Icon } from './Icon.tsx'

/** The document that a table came in, above what is made of it. */
export function PassedFrom({ table }: { readonly table: PassedTable | null }) {
  if (!table?.name) return null
  return (
    <p className="t2">
      <Icon name="file-spreadsheet" small />{' '}
      <Link className="link" href={`/documents/${table.id}`}>
        {table.name}
      </Link>
    </p>
  )
}
