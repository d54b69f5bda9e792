import '../letters.css'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { FilePicker } from '../../../../web/kit/Dropzone.tsx'
import { placePicture } from '../../../../web/kit/editor/picture.ts'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getLetterhead, setLetterhead } from '../../contract.ts'
import { Paper } from '../paper.tsx'
import type { LetterKeys } from '../words.ts'

type Head = OutputOf<typeof getLetterhead>

/** What stands on the office's paper, seen while it is typed in. */
export default function LetterheadPage() {
  const asked = useQuery<typeof getLetterhead>('letters.get-letterhead')
  if (asked.isPending) return <PageSkeleton />
  if (asked.isError || !asked.data) return <QueryProblem fault={asked.error!} again={() => void asked.refetch()} />
  return <Letterhead head={asked.data} />
}

const parts = ['address', 'reach', 'numbers'] as const

function Letterhead({ head }: { readonly head: Head }) {
  const say = useSay<LetterKeys>()
  const may = usePermission('letters.set-letterhead')
  const [typed, setTyped] = useState({
    name: head.name,
    address: head.address,
    reach: head.reach,
    numbers: head.numbers,
    window: head.window,
  })
  const set = useCommand<typeof setLetterhead>('letters.set-letterhead')
  const [problem, setProblem] = useState(false)
  const send = (logo: object = {}) => set.run({ ...typed, ...logo })
  const choose = async ([file]: readonly File[]) => {
    if (!file) return
    setProblem(false)
    try {
      const { fileId, pixels } = await placePicture(file)
      await send({ logoFileId: fileId, logoWidth: pixels[0], logoHeight: pixels[1] })
    } catch {
      setProblem(true)
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const refusal = set.answer?.status === 'refused' ? set.answer.refusal : null
  return (
    <Page
      title={say('page.letters.letterhead')}
      crumbs={[
        { label: say('page.letters'), href: '/letters' },
        { label: say('page.letters.templates'), href: '/letter-templates' },
      ]}
    >
      <div className="letter-desk">
        <form className="form" noValidate onSubmit={save}>
          <TextField
            label={say('field.letters.name')}
            maxLength={120}
            readOnly={!may}
            value={typed.name}
            onChange={event => setTyped({ ...typed, name: event.target.value })}
          />
          {parts.map(part => (
            <Field
              key={part}
              label={say(`field.letters.${part}`)}
              hint={part === 'address' ? say('field.letters.address.hint') : undefined}
            >
              {control => (
                <textarea
                  className="input"
                  {...control}
                  rows={3}
                  maxLength={300}
                  readOnly={!may}
                  value={typed[part]}
                  onChange={event => setTyped({ ...typed, [part]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field label={say('field.letters.window')}>
            {control => (
              <select
                className="input"
                {...control}
                disabled={!may}
                value={typed.window ?? ''}
                onChange={event => setTyped({ ...typed, window: (event.target.value || null) as Head['window'] })}
              >
                <option value="">
                  {say('page.letterhead.usual', { side: say(`choice.letters.window.${head.usual}`).toLowerCase() })}
                </option>
                {(['left', 'right'] as const).map(side => (
                  <option key={side} value={side}>
                    {say(`choice.letters.window.${side}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {may ? (
            <div className="letter-tabs">
              <FilePicker
                label={say('page.letterhead.logo')}
                accept="image/png,image/jpeg"
                onFiles={files => void choose(files)}
              />
              {head.logoFileId ? (
                <Button look="quiet" onClick={() => void send({ logoFileId: null })}>
                  {say('page.letterhead.no-logo')}
                </Button>
              ) : null}
            </div>
          ) : null}
          {problem ? (
            <Problem title={say('refusal.letter-picture-unfit')} todo={say('refusal.letter-picture-unfit.todo')} />
          ) : null}
          {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
          {may ? (
            <div className="form-foot">
              <Button look="primary" type="submit" busy={set.busy}>
                {say('page.letterhead.save')}
              </Button>
            </div>
          ) : null}
        </form>
        <section className="letter-bed" aria-label={say('page.letter.preview')}>
          <Paper pages={head.pages} />
        </section>
      </div>
    </Page>
  )
}
