import { useSay } from '../language/Say.tsx'
import { Button } from '../kit/Button.tsx'
import { Page } from '../kit/Page.tsx'
import { Problem } from '../kit/Problem.tsx'

/** A page that broke: says that nothing was lost, and begins again. The rest of the frame stays usable. */
export function Fault({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const say = useSay()
  return (
    <Page title={say('fault')}>
      <Problem
        title={say('fault.text')}
        safe={say('fault.safe')}
        todo={say('fault.todo')}
        detail={error instanceof Error ? error.message : String(error)}
      >
        <Button onClick={reset}>{say('again')}</Button>
        <Button look="quiet" onClick={() => location.reload()}>
          {say('reload')}
        </Button>
      </Problem>
    </Page>
  )
}
