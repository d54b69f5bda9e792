import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { holds } from '../../../../web/permissions.ts'
import { useSession } from '../../../../web/session.ts'
import { otherPages } from '../otherPages.ts'
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
        end={<MorePlaces />}
      />
      {dialog}
    </>
  )
}

/** What else is done with papers: the module's other pages that one may open. */
function MorePlaces() {
  const say = useSay<string>()
  const go = useGo()
  const { permissions } = useSession()
  return (
    <Menu
      label={say('more')}
      align="end"
      button={opener => (
        <Button look="quiet" {...opener}>
          {say('more')} <Icon name="chevron-down" small />
        </Button>
      )}
    >
      {otherPages.flatMap(({ path, named }) =>
        named && (!named.permission || holds(permissions, named.permission)) ? (
          <MenuItem key={path} icon={named.icon} onSelect={() => go(path)}>
            {say(named.message)}
          </MenuItem>
        ) : (
          []
        ),
      )}
    </Menu>
  )
}
