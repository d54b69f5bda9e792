import { Field } from '../../../../web/kit/form/Field.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'

interface Colleague {
  readonly id: string
  readonly name?: string
  readonly title?: string
}

export interface PeopleSelectProps {
  readonly label: string
  readonly nobody: string
  /** A person's id, `role:<key>`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
}

interface RoleRow {
  readonly id: string
  readonly key?: string | null
  readonly name?: string
  readonly title?: string
}

/** A colleague, or a role whose holders may take it. */
export function PeopleSelect({ label, nobody, value, onChange }: PeopleSelectProps) {
  const may = usePermission('authority.list-principals')
  const mayRoles = usePermission('authority.list-roles')
  const { data } = useQuery('authority.list-principals', { limit: 200 }, { when: may, fresh_ms: 300_000 })
  const { data: roles } = useQuery('authority.list-roles', {}, { when: mayRoles, fresh_ms: 300_000 })
  const people = (data as { readonly rows: readonly Colleague[] } | undefined)?.rows ?? []
  const held = (roles as { readonly rows: readonly RoleRow[] } | undefined)?.rows ?? []
  return (
    <Field label={label}>
      {control => (
        <select className="input" {...control} value={value} onChange={event => onChange(event.target.value)}>
          <option value="">{nobody}</option>
          {people.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name ?? title}
            </option>
          ))}
          {held.map(role => (
            <option key={role.id} value={`role:${role.key ?? role.id}`}>
              {role.name ?? role.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
