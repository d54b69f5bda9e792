import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { stopChase } from '../../contract.ts'
import type { WorkKeys } from '../desk/deskTypes.ts'
import type { TaskDetail } from './Task.tsx'

const glyphs = { open: 'open', kept: 'done', broken: 'late' } as const

/** To whom the task is promised, in which words, and each new day that was told. */
export function Promised({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const { promised } = detail
  if (!promised) return null
  return (
    <Section
      title={say('page.task.promise')}
      more={<State glyph={glyphs[promised.state]}>{say(`choice.promise.${promised.state}`)}</State>}
    >
      <p className="note">
        {say('reason.promised-to', { name: promised.to, on: formats.weekday(promised.forOn) })}
        {promised.words ? `\n“${promised.words}”` : ''}
      </p>
      {promised.moves.map(move => (
        <p className="t3" key={move.at}>
          {say('page.task.moved', {
            from: formats.weekday(move.fromOn),
            to: formats.weekday(move.toOn),
            reason: move.reason,
            told: move.told,
          })}
        </p>
      ))}
    </Section>
  )
}

/** Who is asked again and when; each reminder with what became of it, its text ready to copy. */
export function Chase({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<WorkKeys>()
  const formats = useFormats()
  const may = usePermission('work.stop-chase')
  const stopping = useCommand<typeof stopChase>('work.stop-chase')
  const { chase, record } = detail
  if (!chase) return null
  const next = chase.stopped
    ? say('page.task.chase.stopped')
    : chase.nextOn
      ? say('page.task.chase.next', { on: formats.weekday(chase.nextOn) })
      : say('page.task.chase.over')
  return (
    <Section title={say('page.task.chase')} count={`${chase.asked} / ${chase.most}`}>
      <p className="note">
        {[chase.name, chase.email].filter(Boolean).join(', ')} · {next}
      </p>
      {chase.lines.map(line => (
        <details key={line.n}>
          <summary>
            {line.n}. {formats.moment(line.at)} ·{' '}
            <span className={line.state === 'failed' ? 'late' : undefined}>
              {say(`page.task.chase.${line.state}`, { error: line.error ?? '' })}
            </span>
          </summary>
          <p className="note">{`${line.subject}\n\n${line.body}`}</p>
        </details>
      ))}
      {may && !chase.stopped && chase.nextOn ? (
        <Button look="quiet" size="s" onClick={() => void stopping.run({ id: record.id })}>
          {say('work.stop-chase')}
        </Button>
      ) : null}
    </Section>
  )
}
