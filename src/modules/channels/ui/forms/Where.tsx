import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { FormDetail, Keys } from '../words.ts'
import type { Draft } from './draft.ts'

interface WhereProps {
  readonly form: FormDetail
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}

/** Its address, how it comes into the office's own pages, and how those who fill it in are answered. */
export function Where({ form, draft, change }: WhereProps) {
  const say = useSay<Keys>()
  const address = form.path ? `${location.origin}${form.path}` : ''
  const frame = `<iframe src="${address}" title="${form.record.title}" style="width:100%;height:900px;border:0"></iframe>`
  return (
    <>
      <Section title={say('page.form.where')}>
        <div className="form">
          {form.record.state === 'published' ? (
            <Kept label={say('page.form.address')} text={address} open={address} />
          ) : (
            <p className="t3">{say('page.form.address.draft')}</p>
          )}
          {form.record.state === 'published' && form.sites.length > 0 ? (
            <Kept label={say('page.form.embed')} text={frame} />
          ) : null}
          <Field label={say('page.form.sites')} hint={say('page.form.sites.hint')}>
            {control => (
              <textarea
                className="input"
                rows={2}
                spellCheck={false}
                {...control}
                value={draft.sites.join('\n')}
                onChange={event => change({ sites: event.target.value.split('\n').map(line => line.trim()) })}
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title={say('page.form.answers')}>
        <div className="form">
          <TextField
            label={say('field.channels.replyTo')}
            type="email"
            maxLength={254}
            value={draft.replyTo ?? ''}
            onChange={event => change({ replyTo: event.target.value || null })}
          />
          <label className="form-tick">
            <input
              className="box"
              type="checkbox"
              checked={draft.acknowledges}
              onChange={event => change({ acknowledges: event.target.checked })}
            />
            <span>{say('field.channels.acknowledges')}</span>
          </label>
        </div>
      </Section>
    </>
  )
}

/** A text to take along. */
function Kept({ label, text, open }: { readonly label: string; readonly text: string; readonly open?: string }) {
  const say = useSay<Keys>()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="form-kept">
      <span className="t3">{label}</span>
      <code>{text}</code>
      <span className="acts">
        <Button size="s" icon="copy" onClick={() => void copy()}>
          {say('page.channels.copy')}
        </Button>
        {open ? (
          <a className="btn s" href={open} target="_blank" rel="noopener">
            {say('page.form.address.open')}
          </a>
        ) : null}
        {isCopied ? <span role="status">{say('page.channels.copied')}</span> : null}
      </span>
    </div>
  )
}
