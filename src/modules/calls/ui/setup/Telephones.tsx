import { Button } from '../../../../web/kit/Button.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { setExtension } from '../../contract.ts'
import type { Keys } from '../words.ts'
import type { WireLine } from './Wires.tsx'

/** Which telephone stands on whose desk: calls find them there, and they call with it from here. */
export function Telephones({ wire }: { readonly wire: WireLine }) {
  const say = useSay<Keys>()
  const set = useCommand<typeof setExtension>('calls.set-extension')
  return (
    <div className="calls-telephones">
      <h3>{say('page.setup.telephones')}</h3>
      {wire.extensions.length === 0 ? <p>{say('page.setup.telephones.none')}</p> : null}
      <ul>
        {wire.extensions.map(({ person, extension }) => (
          <li key={person.id}>
            <span>{person.title}</span>
            <span className="num">{extension}</span>
            <button
              type="button"
              aria-label={say('page.setup.remove-telephone', { name: person.title })}
              onClick={() => void set.run({ wireId: wire.id, personId: person.id, extension: null })}
            >
              <Icon name="x" small />
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="s"
        look="quiet"
        icon="plus"
        onClick={() => openCommand({ command: 'calls.set-extension', input: { wireId: wire.id }, about: wire.title })}
      >
        {say('page.setup.add-telephone')}
      </Button>
    </div>
  )
}
