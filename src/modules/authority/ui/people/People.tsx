import '../authority.css'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import { TitleCell } from '../../../../web/kit/list/Row.tsx'
import type { Column, ListFilter, ListView } from '../../../../web/kit/list/types.ts'
import { useEachAction } from '../../../../web/kit/list/useEachAction.ts'
import { openCommand } from '../../../../web/kit/openers.ts'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useAskedToMake } from '../../../../web/useAddress.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import type { listPrincipals, listRoles } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { personGlyph, stateWords } from '../shared/words.ts'
import { InviteDialog } from './InviteDialog.tsx'

type PersonLine = OutputOf<typeof listPrincipals>['rows'][number]

const rowTitle = (person: PersonLine) => person.name
const href = (person: PersonLine) => `/machine/people/${person.id}`
const inputOf = ({ id }: PersonLine) => ({ id })
const isIn = ({ state }: PersonLine) => state !== 'disabled'
const isOut = ({ state }: PersonLine) => state === 'disabled'
const rolesOf = (person: PersonLine) => person.roles.map(({ name }: { name: string }) => name).join(', ')

/** Everybody who may act here: who they are, what they may do, whether they have come in. */
export default function People() {
  const say = useSay<Keys>()
  const mayInvite = usePermission('authority.invite-person')
  const mayMakeAssistant = usePermission('authority.create-assistant')
  const roles = useQuery<typeof listRoles>('authority.list-roles')
  const [inviting, setInviting] = useState(false)
  useAskedToMake(() => setInviting(mayInvite))
  useHotkeys([mayInvite ? { keys: 'n', label: say('authority.invite-person'), run: () => setInviting(true) } : null])
  const columns = useMemo<readonly Column<PersonLine>[]>(
    () => [
      {
        key: 'name',
        label: say('field.name'),
        phone: 'title',
        text: rowTitle,
        cell: person => (
          <TitleCell
            title={person.name}
            snippet={person.email ?? (person.kind === 'assistant' ? say('choice.kind.assistant') : '')}
          />
        ),
      },
      { key: 'roles', label: say('field.roles'), width: 300, phone: 'below', text: rolesOf, cell: rolesOf },
      {
        key: 'deputy',
        label: say('field.deputy'),
        width: 190,
        text: person => person.deputy?.name ?? '',
        cell: person => person.deputy?.name ?? '',
      },
      {
        key: 'state',
        label: say('field.state'),
        width: 150,
        phone: 'left',
        text: person => stateWords(say, 'principal', person.state),
        cell: person => (
          <State glyph={personGlyph[person.state as keyof typeof personGlyph]}>
            {stateWords(say, 'principal', person.state)}
          </State>
        ),
      },
    ],
    [say],
  )
  const filters = useMemo<readonly ListFilter[]>(
    () => [
      {
        key: 'state',
        label: say('field.state'),
        options: (['active', 'invited', 'disabled'] as const).map(value => ({
          value,
          label: stateWords(say, 'principal', value),
        })),
      },
      {
        key: 'roleId',
        label: say('field.roleId'),
        options: (roles.data?.rows ?? []).map(({ id, name }: { id: string; name: string }) => ({
          value: id,
          label: name,
        })),
      },
      {
        key: 'kind',
        label: say('page.colleagues.kind'),
        options: [
          { value: 'person', label: say('page.colleagues.persons') },
          { value: 'assistant', label: say('page.colleagues.assistants') },
        ],
      },
    ],
    [say, roles.data],
  )
  const views = useMemo<readonly ListView[]>(
    () => [
      { key: 'invited', label: say('choice.state.invited'), search: { state: 'invited' } },
      { key: 'disabled', label: say('choice.state.disabled'), search: { state: 'disabled' } },
      { key: 'assistants', label: say('page.colleagues.assistants'), search: { kind: 'assistant' } },
    ],
    [say],
  )
  const disable = useEachAction<PersonLine>({ command: 'authority.disable-principal', inputOf, fits: isIn })
  const enable = useEachAction<PersonLine>({ command: 'authority.enable-principal', inputOf, fits: isOut })
  const actions = useMemo(() => [disable, enable].filter(action => action !== null), [disable, enable])
  const invite = (
    <Button look="primary" keys="n" onClick={() => setInviting(true)}>
      {say('authority.invite-person')}…
    </Button>
  )
  return (
    <>
      <DataList
        title={say('page.colleagues')}
        kind="principal"
        query="authority.list-principals"
        columns={columns}
        filters={filters}
        views={views}
        actions={actions}
        rowTitle={rowTitle}
        href={href}
        rowHeight={45}
        empty={say('page.colleagues.empty')}
        end={
          <>
            {mayMakeAssistant ? (
              <Button look="quiet" onClick={() => openCommand({ command: 'authority.create-assistant' })}>
                {say('authority.create-assistant')}…
              </Button>
            ) : null}
            {mayInvite ? invite : null}
          </>
        }
      />
      {inviting && roles.data ? <InviteDialog roles={roles.data.rows} onClose={() => setInviting(false)} /> : null}
    </>
  )
}
