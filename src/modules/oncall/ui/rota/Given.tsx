import { Button } from '../../../../web/kit/Button.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission, useSession } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { answerSwap, takeBackTurn, withdrawSwap } from '../../contract.ts'
import { type Keys, type RotaDetail, spanOf, type SwapTold, whenOf } from '../words.ts'

/** What was given to somebody outside the layers. */
export function Given({ rota }: { readonly rota: RotaDetail }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const mayTake = usePermission('oncall.take-back-turn')
  const back = useCommand<typeof takeBackTurn>('oncall.take-back-turn')
  const { id } = rota.record
  return (
    <Section title={say('page.rota.given')} count={rota.overrides.length}>
      {rota.overrides.length === 0 ? <p className="t3">{say('page.rota.given.empty')}</p> : null}
      <ul className="rota-lines">
        {rota.overrides.map(one => (
          <li key={one.id}>
            <b>{one.person?.title ?? '–'}</b>
            <span className="num">{spanOf(formats, one)}</span>
            <span className="t3 what">{one.bySwap ? say('page.rota.swapped') : one.reason}</span>
            {mayTake ? (
              <Button size="s" look="quiet" busy={back.busy} onClick={() => void back.run({ id, overrideId: one.id })}>
                {say('oncall.take-back-turn')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Swaps({ rota }: { readonly rota: RotaDetail }) {
  const say = useSay<Keys>()
  if (rota.swaps.length === 0) return null
  return (
    <Section title={say('page.rota.swaps')} count={rota.swaps.length}>
      <ul className="rota-lines">
        {rota.swaps.map(swap => (
          <SwapLine key={swap.id} rotaId={rota.record.id} swap={swap} />
        ))}
      </ul>
    </Section>
  )
}

/** What somebody asks of somebody; whoever was asked answers here. */
export function SwapLine({
  rotaId,
  swap,
  where,
}: {
  readonly rotaId: string
  readonly swap: SwapTold
  readonly where?: string
}) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const me = useSession().principal.id
  const answer = useCommand<typeof answerSwap>('oncall.answer-swap', { said: say('page.rota.swap.done') })
  const withdraw = useCommand<typeof withdrawSwap>('oncall.withdraw-swap')
  const one = { id: rotaId, swapId: swap.id }
  const isOpen = swap.state === 'asked'
  return (
    <li>
      <b>{say('page.rota.swap.asks', { who: swap.askedBy?.title ?? '–', with: swap.with?.title ?? '–' })}</b>
      <span className="num">{spanOf(formats, swap)}</span>
      {swap.returnStart && swap.returnEnd ? (
        <span className="num t2">
          {say('page.rota.swap.return', {
            from: whenOf(formats, swap.returnStart),
            until: whenOf(formats, swap.returnEnd),
          })}
        </span>
      ) : null}
      <span className="t3 what">{[where, swap.note].filter(Boolean).join(' · ')}</span>
      {isOpen && swap.with?.id === me ? (
        <>
          <Button size="s" look="primary" busy={answer.busy} onClick={() => void answer.run({ ...one, accept: true })}>
            {say('page.rota.swap.accept')}
          </Button>
          <Button size="s" busy={answer.busy} onClick={() => void answer.run({ ...one, accept: false })}>
            {say('page.rota.swap.decline')}
          </Button>
        </>
      ) : (
        <State glyph={isOpen ? 'waits' : swap.state === 'accepted' ? 'done' : 'ended'}>
          {say(`page.rota.swap.${swap.state}`)}
        </State>
      )}
      {isOpen && swap.askedBy?.id === me ? (
        <Button size="s" look="quiet" busy={withdraw.busy} onClick={() => void withdraw.run(one)}>
          {say('oncall.withdraw-swap')}
        </Button>
      ) : null}
    </li>
  )
}
