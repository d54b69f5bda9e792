import { useEffect } from 'react'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listSearches } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { addressOf } from './addressOf.ts'

/** Where the palette and links lead: the list of documents as that search finds them. */
export default function OpenSearch() {
  const say = useSay<DocumentKeys>()
  const { id = '' } = useParams()
  const go = useGo()
  const { data } = useQuery<typeof listSearches>('documents.list-searches', { id } as never)
  const found = data?.rows[0]
  useEffect(() => {
    if (found) go(addressOf(found.search), { replace: true })
  }, [found, go])
  return (
    <Page title={say('kind.saved-search')} crumbs={[{ label: say('page.documents'), href: '/documents' }]}>
      {data && !found ? (
        <Empty text={say('page.searches.gone')}>
          <ButtonLink href="/documents">{say('page.documents')}</ButtonLink>
        </Empty>
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  )
}
