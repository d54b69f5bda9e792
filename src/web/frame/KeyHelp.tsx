import { useState } from 'react'
import { Dialog } from '../kit/Dialog.tsx'
import { activeHotkeys } from '../kit/hotkeys.ts'
import { Kbd } from '../kit/Kbd.tsx'
import { keyHelpStore } from '../kit/openers.ts'
import { useSay } from '../language/Say.tsx'

/** All keys that work where one is now. */
export default function KeyHelp() {
  const say = useSay()
  const [keys] = useState(activeHotkeys)
  const groups = Map.groupBy(keys, ({ group }) => group ?? say('keys.here'))
  return (
    <Dialog title={say('keys')} width={640} onClose={() => keyHelpStore.set(false)}>
      <div className="keyhelp">
        {[...groups].map(([group, hotkeys]) => (
          <section key={group}>
            <h3 className="t3">{group}</h3>
            <dl>
              {hotkeys.map(({ keys: written, label }) => (
                <div key={written}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={written} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
