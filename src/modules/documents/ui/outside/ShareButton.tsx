import './outside.css'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { refusalWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { share } from '../../contract.ts'
import type { DocumentDetail } from '../confirm/confirmTypes.ts'
import { ShareLink } from './ShareLink.tsx'
import type { Words } from './outsideWords.ts'

/** Opens the form that shares the paper; dashed with the reason where it may not leave the house. */
export function ShareButton({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<string>()
  const [open, setOpen] = useState(false)
  const offer = detail.can.find(({ command }) => command === 'documents.share')
  if (!offer) return null
  return (
    <>
      <Button
        icon="external-link"
        refused={offer.refusedBecause ? refusalWords(say, offer.refusedBecause) : undefined}
        onClick={() => setOpen(true)}
      >
        {say('documents.share')}
      </Button>
      {open ? <ShareDialog detail={detail} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const shortestPassword = 10
const usualDays = 7

function ShareDialog({ detail, onClose }: { readonly detail: DocumentDetail; readonly onClose: () => void }) {
  const say = useSay<Words>()
  const sharing = useCommand<typeof share>('documents.share', { quiet: true })
  const keeping = useCommand('documents.share-passwords', { quiet: true })
  const confidential = detail.record.class >= 2
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '').trim()
    const password = String(form.get('password') ?? '')
    let passwordId: string | undefined
    if (password) {
      // Not a command: a password may stand in no journal.
      const kept = await keeping.run({ password } as never)
      if (kept.status !== 'done') return
      passwordId = (kept.output as { id: string }).id
    } else keeping.clear()
    await sharing.run({
      id: detail.record.id,
      recipient: said('recipient') || null,
      days: Number(said('days')) || usualDays,
      mostFetches: Number(said('mostFetches')) || null,
      form: said('form') === 'searchable' ? 'searchable' : 'original',
      note: said('note'),
      ...(passwordId ? { passwordId } : {}),
    } as never)
  }
  const { answer } = sharing
  const problem = [keeping.answer, answer].find(one => one?.status === 'refused' || one?.status === 'offline')
  return (
    <Dialog title={say('documents.share')} about={detail.record.title} onClose={onClose}>
      <div className="share-body">
        {answer?.status === 'done' ? (
          <ShareLink id={answer.output.id} />
        ) : answer?.status === 'asked' ? (
          <p>{say('page.shares.asked')}</p>
        ) : (
          <form className="share-form" onSubmit={event => void submit(event)}>
            <TextField label={say('field.documents.share.recipient')} name="recipient" maxLength={200} autoFocus />
            <div className="pair">
              <TextField
                label={say('field.documents.share.days')}
                name="days"
                type="number"
                min={1}
                max={365}
                defaultValue={usualDays}
                required
              />
              <TextField
                label={say('field.documents.share.mostFetches')}
                name="mostFetches"
                type="number"
                min={1}
                max={1000}
              />
            </div>
            <Field label={say('field.documents.share.form')}>
              {control => (
                <select className="input" name="form" defaultValue="original" {...control}>
                  <option value="original">{say('choice.form.original')}</option>
                  {detail.pages.length > 0 ? <option value="searchable">{say('choice.form.searchable')}</option> : null}
                </select>
              )}
            </Field>
            <TextField
              label={say('page.shares.set-password')}
              hint={say('page.shares.password.hint', { count: shortestPassword })}
              name="password"
              type="password"
              autoComplete="new-password"
              minLength={shortestPassword}
              required={confidential}
            />
            <Field label={say('field.documents.share.note')}>
              {control => <textarea className="input" name="note" maxLength={2000} {...control} />}
            </Field>
            <p className="t3">{say(confidential ? 'page.shares.confidential' : 'page.shares.effect')}</p>
            {problem?.status === 'refused' ? (
              <Problem title={problem.refusal.message} todo={problem.refusal.todo} />
            ) : problem ? (
              <Problem title={say('problem.offline')} />
            ) : null}
            <div>
              <Button look="primary" type="submit" busy={sharing.busy || keeping.busy}>
                {say('documents.share')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </Dialog>
  )
}
