import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listShares } from '../../contract.ts'
import type { Words } from './outsideWords.ts'

/** With whom a paper is shared now; nothing where it is with nobody. */
export function SharedWith({ documentId }: { readonly documentId: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const may = usePermission('documents.list-shares')
  const { data } = useQuery<typeof listShares>('documents.list-shares', { documentId, live: true }, { when: may })
  if (!data?.rows.length) return null
  return (
    <Section title={say('page.shares.here')}>
      <ul className="lines">
        {data.rows.map(line => (
          <li key={line.id}>
            <Link className="link" href={`/documents/shares/${line.id}`}>
              {line.recipient ?? say('page.shares.anybody')}
            </Link>{' '}
            <span className="t3">
              {say('page.shares.until').toLowerCase()} {formats.weekday(formats.dayOf(line.expiresAt))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
