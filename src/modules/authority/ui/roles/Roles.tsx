import '../authority.css'
import { useMemo, useRef, useState } from 'react'
import type { OutputOf, WireMoney } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useStepKeys } from '../../../../web/kit/useStepKeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listRoles, permissionMatrix } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { areaOf, areaWords } from '../shared/words.ts'
import { RoleDialog } from './RoleDialog.tsx'

type Matrix = OutputOf<typeof permissionMatrix>
type RightRow = Matrix['rows'][number]
type Cell = RightRow['cells'][number]

/** Who may do what: rights by area against roles, in words. */
export default function Roles() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const mayMake = usePermission('authority.create-role')
  const matrix = useQuery<typeof permissionMatrix>('authority.permission-matrix')
  const roles = useQuery<typeof listRoles>('authority.list-roles')
  const table = useRef<HTMLTableElement>(null)
  useStepKeys(table, 'tbody tr')
  const [making, setMaking] = useState(false)
  const areas = useMemo(() => {
    const rows = (matrix.data?.rows ?? []) as readonly RightRow[]
    const groups = [...Map.groupBy(rows, ({ permission }) => areaOf(permission))]
    return groups.toSorted(([a], [b]) => areaWords(say, a).localeCompare(areaWords(say, b)))
  }, [matrix.data, say])
  const columns = (matrix.data?.roles ?? []) as readonly { id: string; name: string }[]
  const holders = new Map(
    ((roles.data?.rows ?? []) as readonly { id: string; holders: number }[]).map(role => [role.id, role.holders]),
  )
  return (
    <Page
      title={say('page.roles')}
      beside={say('page.roles.text')}
      end={
        mayMake ? (
          <Button look="primary" onClick={() => setMaking(true)}>
            {say('authority.create-role')}…
          </Button>
        ) : undefined
      }
    >
      {matrix.isPending ? <SkeletonRows rows={12} /> : null}
      {matrix.isError ? <QueryProblem fault={matrix.error} again={() => void matrix.refetch()} /> : null}
      {matrix.data ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys (WCAG 2.1.1)
        <section className="matrix" tabIndex={0} aria-label={say('page.roles')}>
          <table className="tbl" ref={table}>
            <thead>
              <tr>
                <th scope="col">{say('field.permission')}</th>
                {columns.map(role => (
                  <th key={role.id} scope="col">
                    <Link className="strong" href={`/machine/roles/${role.id}`}>
                      {role.name}
                    </Link>
                    <span className="t3 block num">
                      {say('page.roles.holders', {
                        count: holders.get(role.id) ?? 0,
                        shown: formats.number(holders.get(role.id) ?? 0),
                      })}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            {areas.map(([area, rows]) => (
              <AreaRows key={area} area={area} rows={rows} columns={columns} />
            ))}
          </table>
        </section>
      ) : null}
      {making ? <RoleDialog onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

interface AreaRowsProps {
  readonly area: string
  readonly rows: readonly RightRow[]
  readonly columns: readonly { readonly id: string; readonly name: string }[]
}

/** An area says at once who may do all, some or nothing; opened, each right. */
function AreaRows({ area, rows, columns }: AreaRowsProps) {
  const say = useSay<Keys>()
  const [open, setOpen] = useState(false)
  const cellOf = (row: RightRow, roleId: string) => row.cells.find((one: Cell) => one.roleId === roleId)
  return (
    <tbody>
      <tr className="area">
        <th scope="rowgroup">
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'chevron-down' : 'chevron-right'} small />
            {areaWords(say, area)}
          </button>
        </th>
        {columns.map(({ id }) => {
          const held = rows.filter(row => cellOf(row, id)?.held).length
          const words =
            held === rows.length
              ? say('page.rights.all')
              : held
                ? say('page.rights.some', { count: held, of: rows.length })
                : say('page.rights.none')
          return (
            <td key={id} className={held ? 'num' : 't3'}>
              {words}
            </td>
          )
        })}
      </tr>
      {open
        ? rows.map(row => (
            <tr key={row.permission}>
              <th scope="row">{row.label === row.permission ? (say.maybe(row.permission) ?? row.label) : row.label}</th>
              {columns.map(({ id }) => (
                <RightCell key={id} cell={cellOf(row, id)} />
              ))}
            </tr>
          ))
        : null}
    </tbody>
  )
}

function RightCell({ cell }: { readonly cell: Cell | undefined }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const limit = cell?.limit as WireMoney | null | undefined
  if (!cell?.held)
    return (
      <td className="t3">
        <span aria-hidden="true">–</span>
        <span className="vh">{say('page.machine.no')}</span>
      </td>
    )
  return (
    <td className="num">
      {limit ? (
        say('page.machine.up-to', { amount: formats.money(limit) })
      ) : (
        <>
          <Icon name="check" small />
          <span className="vh">{say('page.machine.yes')}</span>
        </>
      )}
    </td>
  )
}
