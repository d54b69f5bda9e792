import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Rich, useSay } from '../../../../web/language/Say.tsx'
import type { Consequence, DocumentDetail, DocumentKeys } from './confirmTypes.ts'
import { FilingLine } from './FilingLine.tsx'
import { MatterLine } from './MatterLine.tsx'
import { TaskLine } from './TaskLine.tsx'
import { isOpen } from './doubts.ts'
import { type Confirming, refusalId } from './useConfirm.ts'

interface EffectsProps {
  readonly work: Confirming
  readonly detail: DocumentDetail
}

/** What confirming will do, said before it is done. */
export function Effects({ work, detail }: EffectsProps) {
  const say = useSay<DocumentKeys>()
  const { effect } = work
  const open = isOpen(detail)
  return (
    <div className="then">
      <h2>{say('page.confirm.then')}</h2>
      {effect && open ? (
        <EffectList work={work} effect={effect} detail={detail} />
      ) : (
        <p className="t3">{open ? say('loading') : say(`choice.state.${detail.row.state}`)}</p>
      )}
      {work.refusal ? (
        <p className="late" role="alert" id={refusalId}>
          {work.refusal.message} {work.refusal.todo}
        </p>
      ) : null}
      <div className="acts">
        <Button
          look="primary"
          keys="mod+enter"
          busy={work.busy}
          onClick={() => void work.confirm()}
          refused={open ? undefined : say('page.confirm.settled')}
        >
          {say('page.confirm.next')}
        </Button>
        {open ? (
          <>
            <Button keys="alt+s" onClick={() => void work.setAside()}>
              {say('documents.set-aside')}
            </Button>
            <Button className="opt" keys="alt+x" onClick={() => void work.discard()}>
              {say('documents.discard')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  )
}

function EffectList({ work, effect, detail }: EffectsProps & { readonly effect: Consequence }) {
  const say = useSay<DocumentKeys>()
  const raised = effect.confidentiality > detail.record.class
  return (
    <ul>
      {effect.discardProposed ? (
        <li>
          <Icon name="trash" small />
          <b>{say('page.confirm.discard-proposed')}</b>
        </li>
      ) : null}
      <NewSenderLine work={work} effect={effect} detail={detail} />
      {effect.task || work.edits.task === null ? <TaskLine work={work} effect={effect} /> : null}
      <FilingLine work={work} effect={effect} />
      <MatterLine work={work} detail={detail} />
      {raised ? (
        <li>
          <Icon name="lock" small />
          <span>{say('page.confirm.confidential')}</span>
        </li>
      ) : null}
    </ul>
  )
}

/** An unknown sender comes into the directory, unless one says no. */
function NewSenderLine({ work, effect, detail }: EffectsProps & { readonly effect: Consequence }) {
  const say = useSay<DocumentKeys>()
  const kept = work.edits.newSender === false
  if (!kept && (!effect.newSender || effect.sender)) return null
  const name = work.edits.fields.senderName ?? effect.newSender?.name ?? detail.row.sender?.name ?? null
  return (
    <li>
      <Icon name="building" small />
      <span>
        {kept ? (
          say('page.confirm.sender-kept-out')
        ) : (
          <Rich>{say('page.confirm.new-sender', { name: effect.newSender?.name ?? '' })}</Rich>
        )}{' '}
        <button type="button" className="link" onClick={() => work.setSender(name, { keptOut: !kept })}>
          {kept ? say('undo') : say('page.confirm.keep-out')}
        </button>
      </span>
    </li>
  )
}
