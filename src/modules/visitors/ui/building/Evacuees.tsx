import type { ReactNode } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { Building, Keys } from '../words.ts'

type Colleague = Building['colleagues'][number]
type Tick = (personId: string, isSafe: boolean) => void

interface Props {
  readonly data: Building
  readonly stands: (one: Colleague) => string
  readonly tick: Tick
}

/** Everybody to be found: visitors first, whom nobody here knows by sight, then colleagues. */
export function Evacuees({ data, stands, tick }: Props) {
  const say = useSay<Keys>()
  return (
    <div className="vis-people">
      {data.rows.length > 0 ? (
        <Section title={say('page.building.visitors')} count={data.rows.length}>
          <Visitors data={data} tick={tick} />
        </Section>
      ) : null}
      {data.colleagues.length > 0 ? (
        <Section title={say('page.building.colleagues')} count={data.colleagues.length}>
          <Colleagues data={data} stands={stands} tick={tick} />
        </Section>
      ) : null}
    </div>
  )
}

interface SafeProps {
  readonly row: { readonly id: string; readonly title: string; readonly tickedAt: string | null }
  readonly tick: Tick
}

function Safe({ row, tick }: SafeProps) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const words = row.tickedAt
    ? say('page.building.safe-at', { time: formats.time(row.tickedAt) })
    : say('page.building.safe')
  return (
    <>
      <Button
        look={row.tickedAt ? 'quiet' : 'primary'}
        icon={row.tickedAt ? 'circle-check' : 'circle'}
        aria-pressed={row.tickedAt !== null}
        aria-label={`${words}: ${row.title}`}
        onClick={() => tick(row.id, row.tickedAt === null)}
      >
        {words}
      </Button>
      {row.tickedAt ? <span className="vis-printed">{words}</span> : null}
    </>
  )
}

/** Whether this roll call is the reader's to tick. */
const useTicks = (data: Building): boolean => {
  const may = usePermission('visitors.tick-person')
  return may && data.roll !== null
}

function Heads({
  names,
  children,
}: {
  readonly names: readonly (readonly [string, string?])[]
  readonly children?: ReactNode
}) {
  const say = useSay<Keys>()
  return (
    <thead>
      <tr>
        {names.map(([name, look]) => (
          <th key={name} scope="col" className={look}>
            {name}
          </th>
        ))}
        {children}
        <th scope="col" className="vis-paper">
          {say('page.building.sign')}
        </th>
      </tr>
    </thead>
  )
}

function Visitors({ data, tick }: Omit<Props, 'stands'>) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const ticks = useTicks(data)
  const heads = [
    [say('field.visitors.name')],
    [say('field.visitors.hostId')],
    [say('field.visitors.place'), 'wide'],
    [say('page.visitor.arrived'), 'wide'],
  ] as const
  return (
    <table className="vis-evac">
      <Heads names={heads}>
        <th scope="col" className="end">
          {ticks ? say('page.building.roll') : say('page.visitors.badge', { number: '' })}
        </th>
      </Heads>
      <tbody>
        {data.rows.map(row => (
          <tr key={row.id}>
            <td className="name">
              <Link href={`/visitors/${row.id}`}>{row.title}</Link>
              <span>{[row.company, row.phone].filter(Boolean).join(' · ')}</span>
            </td>
            <td>{row.host ?? say('page.visitors.at-counter')}</td>
            <td className="wide">{row.place}</td>
            <td className="wide num">{formats.time(row.since)}</td>
            <td className="end">
              {ticks ? <Safe row={row} tick={tick} /> : <span className="num t2">{row.badgeNo}</span>}
            </td>
            <td className="vis-paper" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Colleagues({ data, stands, tick }: Props) {
  const say = useSay<Keys>()
  const ticks = useTicks(data)
  return (
    <table className="vis-evac">
      <Heads names={[[say('field.visitors.name')], [say('page.building.state')]]}>
        {ticks ? (
          <th scope="col" className="end">
            {say('page.building.roll')}
          </th>
        ) : null}
      </Heads>
      <tbody>
        {data.colleagues.map(one => (
          <tr key={one.id}>
            <td className="name">{one.title}</td>
            <td className="t2 stands">{stands(one)}</td>
            {ticks ? (
              <td className="end">
                <Safe row={one} tick={tick} />
              </td>
            ) : null}
            <td className="vis-paper" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
