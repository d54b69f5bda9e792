import '../mail.css'
import { useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { MailKeys } from '../words.ts'
import { type AnswerDetail, AnswerForm } from './AnswerForm.tsx'

export default function AnswerPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AnswerDetail> query="mail.get-answer" id={id}>
      {answer => <Answer answer={answer} key={id} />}
    </RecordOf>
  )
}

function Answer({ answer }: { readonly answer: AnswerDetail }) {
  const say = useSay<MailKeys>()
  const [changing, setChanging] = useState(false)
  const { record } = answer
  const change = answer.can.some(({ command }) => command === 'mail.change-answer')
  useHotkeys([change && { keys: 'e', label: say('mail.change-answer'), run: () => setChanging(true) }])
  return (
    <>
      <RecordPage
        record={record}
        crumbs={[
          { label: say('page.mail'), href: '/mail' },
          { label: say('page.mail.answers'), href: '/mail/answers' },
        ]}
        state={
          <State glyph={record.state === 'kept' ? 'settled' : 'ended'}>
            {say(`state.saved-answer.${record.state}`)}
          </State>
        }
        first={
          change ? (
            <Button look="primary" icon="edit" keys="e" onClick={() => setChanging(true)}>
              {say('mail.change-answer')}
            </Button>
          ) : undefined
        }
        can={(answer.can as readonly Can[]).filter(({ command }) => command !== 'mail.change-answer')}
        facts={[
          { label: say('field.mail.shortcut'), value: answer.shortcut ? `;${answer.shortcut}` : '–' },
          { label: say('kind.mail-mailbox'), value: answer.mailbox?.title ?? say('page.mail.answers.everywhere') },
        ]}
        side={<RecordTimeline id={record.id} of={answer} />}
      >
        {answer.texts.map(text => (
          <Section key={text.language} title={languageNames[text.language]}>
            {text.subject ? (
              <p className="t2" lang={text.language}>
                {text.subject}
              </p>
            ) : null}
            <p className="words" lang={text.language}>
              {text.body}
            </p>
          </Section>
        ))}
      </RecordPage>
      {changing ? (
        <AnswerForm answer={answer} onClose={() => setChanging(false)} onDone={() => setChanging(false)} />
      ) : null}
    </>
  )
}
