import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Sort } from '../../../../web/kit/list/filters.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Words } from '../places/placesWords.ts'
import type { DocumentLine } from '../kinds.ts'
import { Folders } from '../searches/Folders.tsx'
import { useKeepSearch } from '../searches/useSearches.ts'
import { useDocumentActions } from './useDocumentActions.tsx'
import { useDocumentColumns } from './useDocumentColumns.tsx'
import { useDocumentFilters, useDocumentViews } from './useDocumentFilters.ts'

const rowTitle = (line: DocumentLine) => line.title
const href = (line: DocumentLine) => `/documents/${line.id}`
const sortInput = ({ key, descending }: Sort) => ({ sort: key, order: descending ? 'descending' : 'ascending' })
const rowClass = (line: DocumentLine) => (line.state === 'discarded' ? 'spent' : undefined)

/** Every document one may see: found by a word of it, by sender, kind, class, day. */
export default function Documents() {
  const say = useSay<Words>()
  const columns = useDocumentColumns()
  const filters = useDocumentFilters()
  const views = useDocumentViews()
  const keep = useKeepSearch(filters)
  const { actions, dialog } = useDocumentActions()
  return (
    <>
      <DataList<DocumentLine>
        title={say('page.documents')}
        kind="document"
        query="documents.list-documents"
        columns={columns}
        rowTitle={rowTitle}
        href={href}
        rowHeight={45}
        filters={filters}
        sortInput={sortInput}
        views={views}
        onSaveView={keep}
        beside={<Folders />}
        actions={actions}
        rowClass={rowClass}
        empty={say('page.documents.empty')}
        emptyAction={
          <ButtonLink href="/in" look="primary" icon="inbox">
            {say('page.documents.take-in')}
          </ButtonLink>
        }
        end={
          <>
            <ButtonLink href="/documents/register" look="quiet" icon="list-numbers">
              {say('page.register')}
            </ButtonLink>
            <ButtonLink href="/documents/requests" look="quiet" icon="upload">
              {say('page.requests.short')}
            </ButtonLink>
            <ButtonLink href="/documents/shares" look="quiet" icon="external-link">
              {say('page.shares.short')}
            </ButtonLink>
            <ButtonLink href="/documents/places" look="quiet" icon="archive">
              {say('page.places')}
            </ButtonLink>
            <ButtonLink href="/documents/plan" look="quiet" icon="folder">
              {say('page.plan')}
            </ButtonLink>
          </>
        }
      />
      {dialog}
    </>
  )
}
