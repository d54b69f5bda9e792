import { Empty } from '../kit/Empty.tsx'
import { ButtonLink } from '../kit/Button.tsx'
import { Page } from '../kit/Page.tsx'
import { useSay } from '../language/Say.tsx'

/** Nothing stands at this address, or it is not for this person: the same words for both. */
export function Missing() {
  const say = useSay()
  return (
    <Page title={say('missing')}>
      <Empty text={say('missing.text')}>
        <ButtonLink href="/" look="primary">
          {say('missing.home')}
        </ButtonLink>
      </Empty>
    </Page>
  )
}
