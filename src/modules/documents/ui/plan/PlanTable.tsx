import type { ReactNode } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { atId } from './useAt.ts'

export interface PlanTableProps {
  /** Head cells, without the one over the buttons. */
  readonly heads: ReactNode
  readonly mayChange: boolean
  readonly children: ReactNode
}

/** A table of the file plan's page; the last column holds the way to change a line, where one may. */
export function PlanTable({ heads, mayChange, children }: PlanTableProps) {
  const say = useSay<DocumentKeys>()
  return (
    <table className="tbl plan">
      <thead>
        <tr>
          {heads}
          {mayChange ? (
            <th className="act">
              <span className="vh">{say('page.confirm.change')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

export interface PlanRowProps {
  readonly id: string
  /** The line that the address names. */
  readonly at: string | null | undefined
  readonly className?: string | undefined
  /** What the button changes, for who does not see the line. */
  readonly change: string
  readonly onChange: (() => void) | undefined
  readonly children: ReactNode
}

export function PlanRow({ id, at, className, change, onChange, children }: PlanRowProps) {
  const say = useSay<DocumentKeys>()
  const isAt = id === at
  return (
    <tr id={atId(id)} className={className} tabIndex={isAt ? -1 : undefined} aria-current={isAt ? 'true' : undefined}>
      {children}
      {onChange ? (
        <td className="act">
          <button type="button" className="link" aria-label={change} onClick={onChange}>
            {say('page.confirm.change')}
          </button>
        </td>
      ) : null}
    </tr>
  )
}
