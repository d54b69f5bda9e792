import { useMemo } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { BulkAction, Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { Menu, MenuItem } from '../../../../web/kit/Menu.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listDuplicates, listParties } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import { useSaveParties } from './useSaveParties.ts'

type PartyRow = OutputOf<typeof listParties>['rows'][number]

const rowTitle = (party: PartyRow) => party.title
const href = (party: PartyRow) => `/${party.kind === 'person' ? 'people' : 'organisations'}/${party.id}`

/** Everybody the office has to do with. */
export default function People() {
  const say = useSay<DirectoryKeys>()
  return (
    <DataList
      title={say('page.people')}
      kind="person"
      query="directory.list-parties"
      columns={useColumns()}
      rowTitle={rowTitle}
      rowHeight={45}
      href={href}
      filters={useFilters()}
      views={useViews()}
      actions={useActions()}
      empty={say('page.people.empty')}
      emptyAction={<FirstSteps />}
      end={<Ends />}
    />
  )
}

/** Beneath the name: what somebody is, and where. */
const snippetOf = ({ role, memberOf, companyNumber }: PartyRow) =>
  [role, memberOf?.title, companyNumber].filter(Boolean).join(' · ')

function useColumns(): readonly Column<PartyRow>[] {
  const say = useSay<DirectoryKeys>()
  return useMemo(
    () => [
      {
        key: 'name',
        label: say('field.name'),
        phone: 'title',
        sortable: true,
        text: rowTitle,
        cell: party => <TitleCell title={party.title} snippet={snippetOf(party)} />,
      },
      {
        key: 'kind',
        label: say('field.kind'),
        width: 128,
        wide: true,
        text: ({ kind }) => say(`choice.kind.${kind}`),
        cell: ({ kind, retired }) =>
          retired ? <State glyph="ended">{say('state.retired')}</State> : say(`choice.kind.${kind}`),
      },
      {
        key: 'phone',
        label: say('field.phone'),
        width: 168,
        phone: 'left',
        text: ({ phone }) => phone ?? '',
        cell: ({ phone }) => <span className="num">{phone}</span>,
      },
      {
        key: 'email',
        label: say('field.emails'),
        width: 262,
        phone: 'below',
        text: ({ email }) => email ?? '',
        cell: ({ email }) => <span className="clip">{email}</span>,
      },
      {
        key: 'city',
        label: say('field.city'),
        width: 132,
        wide: true,
        text: ({ city }) => city ?? '',
        cell: ({ city }) => city,
      },
    ],
    [say],
  )
}

function useFilters(): readonly ListFilter[] {
  const say = useSay<DirectoryKeys>()
  return useMemo(
    () => [
      {
        key: 'kind',
        label: say('field.kind'),
        options: (['person', 'organisation'] as const).map(value => ({ value, label: say(`choice.kind.${value}`) })),
      },
      { key: 'retired', label: say('field.retired'), options: [{ value: 'true', label: say('state.retired') }] },
    ],
    [say],
  )
}

function useViews(): readonly ListView[] {
  const say = useSay<DirectoryKeys>()
  return useMemo(
    () => [
      { key: 'person', label: say('kind.person.plural'), search: { kind: 'person' } },
      { key: 'organisation', label: say('kind.organisation.plural'), search: { kind: 'organisation' } },
    ],
    [say],
  )
}

const inputOf = ({ id, kind }: PartyRow) => ({ id, kind })
const isCurrent = ({ retired }: PartyRow) => !retired
const isRetired = ({ retired }: PartyRow) => retired

function useActions(): readonly BulkAction<PartyRow>[] {
  const retire = useEachAction<PartyRow>({ command: 'directory.retire-party', inputOf, fits: isCurrent })
  const restore = useEachAction<PartyRow>({ command: 'directory.restore-party', inputOf, fits: isRetired })
  const save = useSaveParties()
  const say = useSay<DirectoryKeys>()
  const maySave = usePermission('directory.export-parties')
  return useMemo(() => {
    const cards: BulkAction<PartyRow> = {
      label: say('page.people.export.some'),
      spare: true,
      run: rows => void save('vcard4', { ids: rows.map(row => row.id) }),
    }
    return [retire, restore, maySave ? cards : null].filter(action => action !== null)
  }, [retire, restore, say, maySave]) // `save` is made anew with each drawing and does the same
}

function Ends() {
  const say = useSay<DirectoryKeys>()
  const mayImport = usePermission('directory.import-parties')
  const mayMerge = usePermission('directory.merge-parties')
  const mayMake = usePermission('directory.create-person')
  const maySave = usePermission('directory.export-parties')
  const duplicates = useQuery<typeof listDuplicates>(
    'directory.list-duplicates',
    {},
    { when: mayMerge, fresh_ms: 300_000 },
  )
  const pairs = duplicates.data?.rows.length ?? 0
  return (
    <>
      {pairs > 0 ? (
        <ButtonLink look="quiet" href="/people/duplicates" icon="git-merge">
          {say('page.people.duplicates', { count: pairs })}
        </ButtonLink>
      ) : null}
      {maySave ? <Save /> : null}
      {mayImport ? (
        <ButtonLink look="quiet" href="/people/import" icon="file-import">
          {say('page.people.import')}
        </ButtonLink>
      ) : null}
      {mayMake ? <Make /> : null}
    </>
  )
}

/** Everybody whom the filters show, as telephones, mail programs and spreadsheets read them. */
function Save() {
  const say = useSay<DirectoryKeys>()
  const save = useSaveParties()
  const [search] = useSearch()
  const shown = {
    ...(search['find'] ? { text: search['find'] } : {}),
    ...(search['kind'] ? { kind: search['kind'] } : {}),
    ...(search['retired'] ? { retired: true } : {}),
  }
  return (
    <Menu
      label={say('page.people.export')}
      align="end"
      width={232}
      button={opener => (
        <Button look="quiet" icon="download" title={say('page.people.export.all')} {...opener}>
          {say('page.people.export')}
        </Button>
      )}
    >
      {(['vcard4', 'vcard3', 'csv'] as const).map(form => (
        <MenuItem key={form} icon={form === 'csv' ? 'columns' : 'users'} onSelect={() => void save(form, shown)}>
          {say(`choice.form.${form}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function Make() {
  const say = useSay<DirectoryKeys>()
  return (
    <>
      <Button icon="building" onClick={() => openCommand({ command: 'directory.create-organisation' })}>
        {say('directory.create-organisation')}
      </Button>
      <Button look="primary" icon="user" onClick={() => openCommand({ command: 'directory.create-person' })}>
        {say('directory.create-person')}
      </Button>
    </>
  )
}

/** An address list is pasted first; the others come one by one. */
function FirstSteps() {
  const say = useSay<DirectoryKeys>()
  if (!usePermission('directory.import-parties')) return null
  return (
    <ButtonLink look="primary" href="/people/import" icon="file-import">
      {say('directory.import-parties')}
    </ButtonLink>
  )
}
