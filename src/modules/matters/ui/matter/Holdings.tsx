import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeParty, unbindRecord, unmergeMatters } from '../../contract.ts'
import type { MatterDetail } from '../words.ts'
import { RecordLink } from './RecordLink.tsx'

interface Part {
  readonly detail: MatterDetail
}

/** Tasks made within the matter, or bound to it; open ones first. */
export function Tasks({ detail }: Part) {
  const say = useSay<string>()
  const formats = useFormats()
  const open = detail.tasks.filter(({ state }) => state === 'open' || state === 'waiting').length
  return (
    <Section title={say('page.matter.tasks')} count={detail.tasks.length ? open : undefined}>
      {detail.tasks.length ? (
        <ul className="matter-rows">
          {detail.tasks.map(task => {
            const ended = task.state === 'done' || task.state === 'dropped'
            return (
              <li key={task.id} className={ended ? 'done' : undefined}>
                <RecordLink to={{ id: task.id, kind: 'task', title: task.title }} />
                <span className="d who">{task.owner?.title}</span>
                <span className="d num">
                  {ended ? say(`choice.state.${task.state}`) : task.dueOn ? formats.weekday(task.dueOn) : ''}
                </span>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="matter-none">{say('page.matter.tasks.none', { number: detail.matter.number })}</p>
      )}
    </Section>
  )
}

/** Papers and whatever else belongs to it, and what the papers come to. */
export function Bound({ detail }: Part) {
  const say = useSay<string>()
  const formats = useFormats()
  const mayTakeOut = usePermission('matters.unbind-record')
  const takingOut = useCommand<typeof unbindRecord>('matters.unbind-record')
  const { record, bound, sums, left } = detail
  return (
    <Section title={say('page.matter.bound')} count={bound.length || undefined}>
      {bound.length ? (
        <ul className="matter-rows">
          {bound.map(one => (
            <li key={one.record.id}>
              <RecordLink to={one.record} />
              <span className="d num">{one.amount ? formats.money(one.amount) : kindWords(say, one.record.kind)}</span>
              {mayTakeOut ? (
                <Button
                  look="quiet"
                  size="s"
                  icon="x"
                  aria-label={say('page.matter.take-out', { title: one.record.title })}
                  onClick={() => void takingOut.run({ id: record.id, recordId: one.record.id })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="matter-none">{say('page.matter.bound.none')}</p>
      )}
      {sums.length ? (
        <p className="matter-sums num">
          {sums.map(({ amount, papers }) => (
            <span key={amount.currency}>
              {say('page.matter.sum', { amount: formats.money(amount), count: papers })}
            </span>
          ))}
          {left ? (
            left.amount.startsWith('-') ? (
              <span className="late">
                {say('page.matter.over', { amount: formats.money({ ...left, amount: left.amount.slice(1) }) })}
              </span>
            ) : (
              <span>{say('page.matter.left', { amount: formats.money(left) })}</span>
            )
          ) : null}
        </p>
      ) : null}
    </Section>
  )
}

/** Who has to do with it, and as what. */
export function People({ detail, onAdd }: Part & { readonly onAdd: (add: Can) => void }) {
  const say = useSay<string>()
  const removing = useCommand<typeof removeParty>('matters.remove-party')
  const add = detail.can.find(({ command }) => command === 'matters.add-party') as Can | undefined
  if (!detail.parties.length && !add) return null
  return (
    <Section
      title={say('page.matter.people')}
      more={
        add ? (
          <button type="button" className="matter-quiet" onClick={() => onAdd(add)}>
            {say('matters.add-party')}
          </button>
        ) : null
      }
    >
      <ul className="matter-rows">
        {detail.parties.map(({ party, role, note }) => (
          <li key={`${party.id} ${role}`}>
            <span>
              <RecordLink to={party} /> {note ? <span className="d"> · {note}</span> : null}
            </span>
            <span className="d">{say(`choice.role.${role}`)}</span>
            {add ? (
              <Button
                look="quiet"
                size="s"
                icon="x"
                aria-label={say('page.matter.take-out', { title: party.title })}
                onClick={() => void removing.run({ id: detail.record.id, partyId: party.id, role })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Matters that were laid into this one. */
export function Merged({ detail }: Part) {
  const say = useSay<string>()
  const may = usePermission('matters.unmerge-matters')
  const taking = useCommand<typeof unmergeMatters>('matters.unmerge-matters')
  if (!detail.merged.length) return null
  return (
    <Section title={say('page.matter.merged')}>
      <ul className="matter-rows">
        {detail.merged.map(one => (
          <li key={one.id}>
            <span>{one.title}</span>
            {may ? (
              <Button look="quiet" size="s" onClick={() => void taking.run({ id: detail.record.id, mergedId: one.id })}>
                {say('page.matter.apart')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
