import { useRef, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import type { Proof } from '../../../../web/kit/proof/useProof.ts'
import { Commands } from '../../../../web/kit/record/Commands.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { finishLetter } from '../../contract.ts'
import { Held } from '../office/Opened.tsx'
import { OpenIn } from '../office/OpenIn.tsx'
import { letterGlyphs, type LetterDetail, type LetterKeys } from '../words.ts'
import { Files } from './Files.tsx'
import type { LetterDraft } from './useLetterDraft.ts'

interface SavedProps {
  readonly draft: LetterDraft
  readonly state: LetterDetail['record']['state']
}

export function Saved({ draft, state }: SavedProps) {
  const say = useSay<LetterKeys>()
  const words = draft.busy ? 'page.letter.saving' : draft.dirty ? 'page.letter.unsaved' : 'page.letter.saved'
  return (
    <span className="letter-saved">
      <State glyph={letterGlyphs[state]}>{say(`state.letter.${state}`)}</State> ·{' '}
      <span role="status">{say(words)}</span>
    </span>
  )
}

export function Bands({ detail, draft }: { readonly detail: LetterDetail; readonly draft: LetterDraft }) {
  const say = useSay<LetterKeys>()
  const [last] = detail.versions
  return (
    <>
      {draft.restored && !draft.stale ? <p className="t2">{say('page.letter.draft-back')}</p> : null}
      {draft.stale ? (
        <div className="letter-asked" role="alert">
          <p>{say('page.letter.changed-meanwhile', { who: last?.by?.title ?? '' })}</p>
          <div className="letter-tabs">
            <Button onClick={draft.takeTheirs}>{say('page.letter.take-theirs')}</Button>
            <Button look="quiet" onClick={() => draft.keepMine(detail.record.version)}>
              {say('page.letter.keep-mine')}
            </Button>
          </div>
        </div>
      ) : null}
      {draft.refusal ? <Problem title={draft.refusal.message} todo={draft.refusal.todo} /> : null}
      <Held detail={detail} />
      {detail.needsApproval ? <p className="t2">{say('page.letter.needs-approval')}</p> : null}
    </>
  )
}

/** These have their own place on the page. */
const elsewhere = new Set([
  'letters.save-letter',
  'letters.finish-letter',
  'letters.restore-version',
  'letters.create-letter',
  'letters.begin-editing',
])

interface ActsProps {
  readonly detail: LetterDetail
  readonly draft: LetterDraft
  readonly proof: Proof
}

/** What can be done with a draft: finishing it once it has been looked at, saving it, going on elsewhere. */
export function Acts({ detail, draft, proof }: ActsProps) {
  const say = useSay<LetterKeys>()
  const { record } = detail
  const finish = useCommand<typeof finishLetter>('letters.finish-letter')
  const [busy, setBusy] = useState(false)
  const once = useRef(false)
  const can = detail.can as readonly Can[]
  const mayFinish = can.some(({ command }) => command === 'letters.finish-letter')
  const done = async () => {
    if (once.current) return
    once.current = true
    setBusy(true)
    if ((await draft.save()) && (await proof.settle())) {
      const answer = await finish.run({ id: record.id, expectedVersion: draft.version() })
      if (answer.status === 'done') void proof.note('letter', record.title, record.id)
    }
    setBusy(false)
    once.current = false
  }
  useHotkeys([
    { keys: 'mod+s', label: say('letters.save-letter'), run: () => void draft.save() },
    mayFinish ? { keys: 'mod+enter', label: say('letters.finish-letter'), run: () => void done() } : null,
  ])
  return (
    <Commands
      can={can.filter(({ command }) => !elsewhere.has(command))}
      about={record.title}
      record={record}
      first={
        <>
          {mayFinish ? (
            <Button look="primary" icon="check" busy={busy || finish.busy} onClick={() => void done()}>
              {say('letters.finish-letter')}
            </Button>
          ) : null}
          <Button busy={draft.busy} onClick={() => void draft.save()}>
            {say('letters.save-letter')}
          </Button>
        </>
      }
      last={
        <>
          {detail.file === null && can.some(({ command }) => command === 'letters.begin-editing') ? (
            <OpenIn id={record.id} before={draft.save} />
          ) : null}
          <Files id={record.id} before={draft.save} drawsPdf={detail.drawsPdf} />
        </>
      }
    />
  )
}
