import './card.css'
import { useEffect, useRef } from 'react'
import { useTitle } from '../../../../web/kit/Page.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import type { Keys } from '../words.ts'
import { CardBody } from './CardBody.tsx'
import { focusFirst } from './CallCard.tsx'

/** The slip as a page: on a mobile, and where a telephone program opens an address with the number, `/call?number=`. */
export default function CallPage() {
  const say = useSay<Keys>()
  const go = useGo()
  const [search] = useSearch()
  const page = useRef<HTMLDivElement>(null)
  useTitle(say('calls.take-slip'))
  useEffect(() => focusFirst(page.current), [])
  const number = search['number']
  return (
    <div className="cc cc-page" ref={page}>
      <h1 className="vh">{say('calls.take-slip')}</h1>
      <CardBody key={number} open={number ? { number } : {}} onClose={() => go('/slips')} />
    </div>
  )
}
