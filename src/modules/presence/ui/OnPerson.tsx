import './presence.css'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { usePresence } from './usePresence.ts'
import { dots, groupOf, type Keys, moreWords, stateWords } from './words.ts'

/** On a colleague's card: where they are, when they can be reached, and who stands in. */
export default function OnPerson({ id }: { readonly id: string }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const maySet = usePermission('presence.set-for')
  const { data } = usePresence({ personIds: [id] })
  const line = data?.rows[0]
  if (!line) return null
  return (
    <section className="pr-card" aria-label={say('page.presence')}>
      <span className={dots[groupOf(formats, line)]} aria-hidden="true" />
      <p>
        <b>{stateWords(say, formats, line)}</b>
        <span>{[moreWords(say, line), line.said ? say('page.presence.said') : ''].filter(Boolean).join(' · ')}</span>
      </p>
      {maySet ? (
        <Button
          size="s"
          icon="edit"
          onClick={() => openCommand({ command: 'presence.set-for', input: { personId: id }, about: line.title })}
        >
          {say('presence.set-for')}
        </Button>
      ) : null}
    </section>
  )
}
