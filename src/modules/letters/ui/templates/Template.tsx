import '../letters.css'
import type { Can } from '../../../../web/answers.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Commands } from '../../../../web/kit/record/Commands.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useParams, useSearch } from '../../../../web/useAddress.ts'
import { languageCodes, type LanguageCode, type LetterKeys, type TemplateDetail } from '../words.ts'
import { Variant } from './Variant.tsx'

export default function TemplatePage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<TemplateDetail> query="letters.get-template" id={id}>
      {detail => <Template detail={detail} key={id} />}
    </RecordOf>
  )
}

/** These have their own place on the page. */
const elsewhere = new Set(['letters.write-variant', 'letters.remove-variant', 'letters.create-letter'])

/** A template: a tab for each language, its text, and how it is printed. */
function Template({ detail }: { readonly detail: TemplateDetail }) {
  const say = useSay<LetterKeys>()
  const [search, change] = useSearch()
  const { record, variants } = detail
  const can = detail.can as readonly Can[]
  const asked = languageCodes.find(code => code === search['in'])
  const language = asked ?? variants[0]?.language ?? 'en'
  const there = variants.map(one => one.language)
  const mayWrite = can.some(({ command }) => command === 'letters.write-variant')
  const open = (code: LanguageCode) => change({ in: code })
  return (
    <Page
      title={record.title}
      crumbs={[
        { label: say('page.letters'), href: '/letters' },
        { label: say('page.letters.templates'), href: '/letter-templates' },
      ]}
      beside={record.state === 'retired' ? say('state.letter-template.retired') : undefined}
    >
      <Commands
        can={can.filter(({ command }) => !elsewhere.has(command))}
        about={record.title}
        record={record}
        first={
          record.state === 'current' ? (
            <ButtonLink href={`/letters/new?template=${record.id}`} icon="edit">
              {say('page.templates.use')}
            </ButtonLink>
          ) : null
        }
      />
      <div className="letter-tabs" role="group" aria-label={say('page.templates.languages')}>
        {languageCodes
          .filter(code => there.includes(code) || code === language)
          .map(code => (
            <button
              key={code}
              type="button"
              className="letter-tab"
              aria-pressed={code === language}
              onClick={() => open(code)}
            >
              {languageNames[code]}
            </button>
          ))}
        {mayWrite && there.length < languageCodes.length ? (
          <select
            className="rich-style"
            aria-label={say('page.templates.add-language')}
            value=""
            onChange={event => open(event.target.value as LanguageCode)}
          >
            <option value="">{say('page.templates.add-language')}</option>
            {languageCodes
              .filter(code => !there.includes(code))
              .map(code => (
                <option key={code} value={code}>
                  {languageNames[code]}
                </option>
              ))}
          </select>
        ) : null}
      </div>
      <Variant
        key={`${language} ${variants.find(one => one.language === language)?.file ?? ''}`}
        detail={detail}
        language={language}
        mayWrite={mayWrite}
      />
    </Page>
  )
}
