import { useEffect } from 'react'
import { openCommand } from '../../../../web/kit/openers.ts'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import Outgoing from './Outgoing.tsx'

/** Opened about a letter, a paper or somebody: the list of outgoing post, with the form for it over it. */
export default function SendAbout() {
  const [search] = useSearch()
  const go = useGo()
  const about = search['about']
  useEffect(() => {
    openCommand({
      command: 'post.add-outgoing',
      input: about ? { aboutId: about } : {},
      done: answer => go(`/post/out/${(answer.output as { id: string }).id}`),
    })
  }, [about, go])
  return <Outgoing />
}
