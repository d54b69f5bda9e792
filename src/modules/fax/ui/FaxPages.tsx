import type { Named } from '../contract/shapes.ts'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../web/language/Say.tsx'
import { Link } from '../../../web/Link.tsx'
import { useQuery } from '../../../web/useQuery.ts'
import type { getDocument } from '../../documents/contract.ts'
import type { FaxKeys } from './words.ts'

/** As many as one looks at here; a longer one is read in the document. */
const most = 12

/** The pages of the fax, as they came or as they were given to go. */
export function FaxPages({ document }: { readonly document: Named | null }) {
  const say = useSay<FaxKeys>()
  const asked = useQuery<typeof getDocument>(
    'documents.get-document',
    { id: document?.id ?? '' },
    { when: document !== null },
  )
  if (!document) return null
  const pages = asked.data?.pages ?? []
  if (asked.data && pages.length === 0)
    return (
      <Section title={say('page.fax.pages')}>
        <p className="t3">
          <Link className="link" href={`/documents/${document.id}`}>
            {say('page.fax.no-pages')}
          </Link>
        </p>
      </Section>
    )
  return (
    <Section title={say('page.fax.pages')} count={pages.length}>
      <ol className="fax-pages">
        {pages.slice(0, most).map(page => (
          <li key={page.number}>
            <Link href={`/documents/${document.id}`}>
              <img
                src={`/api/documents/${document.id}/pages/${page.number}.webp?width=800`}
                alt={say('page.fax.page', { number: page.number })}
                style={{ aspectRatio: `${page.width} / ${page.height}` }}
                loading={page.number > 1 ? 'lazy' : 'eager'}
              />
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}
