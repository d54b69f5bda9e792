import { Menu } from '@mantine/core'
import type { Can, OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { assignRole, listRoles, unassignRole } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { offered, type PersonDetail } from './personDetail.ts'

type Held = PersonDetail['roles'][number]
type Role = OutputOf<typeof listRoles>['rows'][number]

/** The roles somebody has; one press gives or takes, and undo takes it back. */
export function PersonRoles({ person, can }: { readonly person: PersonDetail; readonly can: readonly Can[] }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const roles = useQuery<typeof listRoles>('authority.list-roles')
  const give = useCommand<typeof assignRole>('authority.assign-role', { said: say('done.authority.assign-role') })
  const take = useCommand<typeof unassignRole>('authority.unassign-role', {
    said: say('done.authority.unassign-role'),
  })
  const held = person.roles as readonly Held[]
  const mayGive = offered(can, 'authority.assign-role')
  const mayTake = offered(can, 'authority.unassign-role')
  const open = ((roles.data?.rows ?? []) as readonly Role[]).filter(role => !held.some(({ id }) => id === role.id))
  const more = mayGive && open.length > 0 && (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button size="s" icon="plus" busy={give.busy}>
          {say('authority.assign-role')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {open.map(role => (
          <Menu.Item key={role.id} onClick={() => void give.run({ ...mayGive.input, roleId: role.id } as never)}>
            {role.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <Section title={say('field.roles')} count={held.length || undefined} more={more || undefined}>
      {held.length === 0 ? <p className="t3 none-yet">{say('page.colleague.no-roles')}</p> : null}
      <ul className="plain-rows">
        {held.map(role => (
          <li key={role.id}>
            <Icon name="shield-check" small />
            <span>
              <Link className="strong" href={`/machine/roles/${role.id}`}>
                {role.name}
              </Link>
              <span className="t3">
                {' '}
                {say('page.machine.since', { day: formats.day(formats.dayOf(role.fromAt)) })}
                {role.untilAt
                  ? ` · ${say('page.machine.until', { day: formats.day(formats.dayOf(role.untilAt)) })}`
                  : ''}
              </span>
            </span>
            {mayTake ? (
              <Button
                size="s"
                look="quiet"
                aria-label={`${say('page.machine.take-away')}: ${role.name}`}
                onClick={() => void take.run({ ...mayTake.input, roleId: role.id } as never)}
              >
                {say('page.machine.take-away')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
