import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listSearches } from '../../contract.ts'
import { addressOf } from './addressOf.ts'
import './searches.css'

/** As many as stand beside the filters; the others are found beside the file plan and by name. */
const mostShown = 5

/** Kept searches as folders, each with how many documents it finds now. */
export function Folders() {
  const formats = useFormats()
  const { data } = useQuery<typeof listSearches>('documents.list-searches', { limit: mostShown }, { keep: true })
  if (!data?.rows.length) return null
  return (
    <ul className="search-folders">
      {data.rows.map(({ id, title, search, documents }) => (
        <li key={id}>
          <Link href={addressOf(search)}>
            <Icon name="folder-search" small />
            <span className="clip">{title}</span>
            <span className="t3 num">{formats.number(documents)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
