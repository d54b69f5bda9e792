import '../channels.css'
import { useState } from 'react'
import { type Language, languages as allLanguages } from '../../../../kernel/language/catalogue.ts'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeForm, closeForm, getForm, publishForm } from '../../contract.ts'
import { type FormDetail, formGlyphs, type Keys } from '../words.ts'
import { type Draft, draftOf, names, type PartProps, unworded } from './draft.ts'
import { Fields } from './Fields.tsx'
import { Where } from './Where.tsx'

export default function FormPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<OutputOf<typeof getForm>> query="channels.get-form" id={id}>
      {form => <Builder key={form.record.id} form={form} />}
    </RecordOf>
  )
}

/** Fields in their order, texts in each language, where it stands; beside it the page as strangers see it. */
function Builder({ form }: { readonly form: FormDetail }) {
  const say = useSay<Keys>()
  const may = usePermission('channels.manage-channels')
  const { record } = form
  const [draft, setDraft] = useState<Draft>(() => draftOf(form))
  const [language, setLanguage] = useState<Language>(form.languages[0] ?? 'en')
  const saving = useCommand<typeof changeForm>('channels.change-form', { said: say('done.channels.change-form') })
  const publishing = useCommand<typeof publishForm>('channels.publish-form', {
    said: say('done.channels.publish-form'),
  })
  const closing = useCommand<typeof closeForm>('channels.close-form', { said: say('done.channels.close-form') })
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(form))
  const missing = unworded(draft)
  const save = async () => {
    const { title, ...facts } = draft
    const input = {
      id: record.id,
      ...facts,
      title: title.trim() || record.title,
      sites: draft.sites.filter(Boolean),
      replyTo: draft.replyTo || null,
    }
    return (await saving.run(input as never)).status === 'done'
  }
  const publish = async () => {
    if (!isChanged || (await save())) await publishing.run({ id: record.id })
  }
  const refusal = [saving, publishing].map(one => one.answer).find(one => one?.status === 'refused')
  const isOpen = record.state === 'published'
  return (
    <Page
      title={record.title}
      crumbs={[
        { label: say('page.channels'), href: '/channels' },
        { label: say('page.forms'), href: '/channels/forms' },
      ]}
      beside={<State glyph={formGlyphs[record.state]}>{say(`state.web-form.${record.state}`)}</State>}
      end={
        may ? (
          <>
            {isChanged ? (
              <Button look={isOpen ? 'primary' : 'quiet'} busy={saving.busy} onClick={() => void save()}>
                {say('page.form.save')}
              </Button>
            ) : null}
            {isOpen ? (
              <Button busy={closing.busy} onClick={() => void closing.run({ id: record.id })}>
                {say('channels.close-form')}
              </Button>
            ) : (
              <Button look="primary" busy={publishing.busy} onClick={() => void publish()}>
                {say('channels.publish-form')}
              </Button>
            )}
          </>
        ) : null
      }
      side={<Preview form={form} language={language} isOld={isChanged} />}
      sideLabel={say('page.form.preview')}
    >
      {refusal?.status === 'refused' ? <Problem title={refusal.refusal.message} todo={refusal.refusal.todo} /> : null}
      <fieldset className="form-builder" disabled={!may}>
        <Languages draft={draft} language={language} onLanguage={setLanguage} change={change} />
        {missing.length > 0 ? (
          <p className="blocked">
            {say('page.form.unworded', { languages: missing.map(one => names[one]).join(', ') })}
          </p>
        ) : null}
        <Fields draft={draft} language={language} change={change} />
        <Texts draft={draft} language={language} change={change} />
        <Where form={form} draft={draft} change={change} />
      </fieldset>
    </Page>
  )
}

/** In which languages it is offered, and in which one words it now. */
function Languages({
  draft,
  language,
  onLanguage,
  change,
}: PartProps & { readonly onLanguage: (language: Language) => void }) {
  const say = useSay<Keys>()
  const toggle = (one: Language) => {
    const next = draft.languages.includes(one)
      ? draft.languages.filter(each => each !== one)
      : allLanguages.filter(each => each === one || draft.languages.includes(each))
    if (next.length === 0) return
    change({ languages: next })
    if (!next.includes(language)) onLanguage(next[0]!)
  }
  return (
    <Section title={say('page.form.languages')}>
      <ul className="form-languages">
        {allLanguages.map(one => (
          <li key={one}>
            <label>
              <input
                className="box"
                type="checkbox"
                checked={draft.languages.includes(one)}
                onChange={() => toggle(one)}
              />
              <span lang={one}>{names[one]}</span>
            </label>
          </li>
        ))}
      </ul>
      {draft.languages.length > 1 ? (
        <div
          className="form-tabs"
          role="group"
          aria-label={say('page.form.in-language', { language: names[language] })}
        >
          {draft.languages.map(one => (
            <button key={one} type="button" aria-pressed={one === language} lang={one} onClick={() => onLanguage(one)}>
              {names[one]}
            </button>
          ))}
        </div>
      ) : null}
    </Section>
  )
}

function Texts({ draft, language, change }: PartProps) {
  const say = useSay<Keys>()
  const area = (key: 'intros' | 'consents' | 'thanks', label: Keys, hint?: Keys) => (
    <Field label={say(label)} hint={hint ? say(hint) : undefined}>
      {control => (
        <textarea
          className="input"
          rows={3}
          {...control}
          lang={language}
          value={draft[key][language] ?? ''}
          onChange={event => change({ [key]: { ...draft[key], [language]: event.target.value } })}
        />
      )}
    </Field>
  )
  return (
    <Section title={say('page.form.in-language', { language: names[language] })}>
      <div className="form">
        <TextField
          label={say('field.channels.title')}
          value={draft.title}
          maxLength={120}
          onChange={event => change({ title: event.target.value })}
        />
        {area('intros', 'page.form.intro')}
        {area('consents', 'page.form.consent', 'page.form.consent.hint')}
        {area('thanks', 'page.form.thanks.field', 'page.form.thanks.hint')}
      </div>
    </Section>
  )
}

/** The page itself, as it is kept. */
function Preview({
  form,
  language,
  isOld,
}: {
  readonly form: FormDetail
  readonly language: Language
  readonly isOld: boolean
}) {
  const say = useSay<Keys>()
  const shown = form.languages.includes(language) ? language : form.languages[0]
  return (
    <div className="form-preview">
      <h2 className="h3">{say('page.form.preview')}</h2>
      {isOld ? <p className="t3">{say('page.form.preview.old')}</p> : null}
      <iframe
        title={say('page.form.preview')}
        src={`/api/channels/forms/${form.record.id}/preview?lang=${shown}&v=${form.record.version}`}
      />
    </div>
  )
}
