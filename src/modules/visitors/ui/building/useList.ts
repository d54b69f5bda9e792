import { useEffect } from 'react'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { keepFile } from '../../../../web/outside.ts'
import type { Building, Keys } from '../words.ts'
import { evacuationFile, type FileWords } from './evacuation-file.ts'
import { keepList } from './keep-list.ts'

type Words = Keys | `choice.presence.state.${Building['colleagues'][number]['state']}`

/** The list in words: what a colleague does, a file to keep, and the copy that this browser keeps by itself. */
export function useList(data: Building | undefined) {
  const say = useSay<Words>()
  const formats = useFormats()
  const stands = ({ state, said }: Building['colleagues'][number]): string =>
    [say(`choice.presence.state.${state}`), said ? '' : say('page.building.by-calendar')].filter(Boolean).join(' · ')
  const wordsOf = ({ at }: Building): FileWords => ({
    title: say('page.building.list'),
    asOf: `${formats.longDay(formats.dayOf(at))} ${formats.time(at)}`,
    words: key => say(key as Words),
    time: formats.time,
    language: formats.language,
    stands,
  })
  const keep = (list: Building) =>
    keepFile(
      new Blob([evacuationFile(list, wordsOf(list))], { type: 'text/html' }),
      `${say('page.building.list')} ${formats.dayOf(list.at)} ${formats.time(list.at).replace(':', '.')}.html`,
    )
  const isKnown = data !== undefined
  const written = data ? JSON.stringify([data.at, data.rows, data.colleagues]) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another list is known, or in another language
  useEffect(() => {
    if (!data || !isKnown) return
    const nonce = crypto.randomUUID()
    const all = data.rows.length + data.colleagues.length
    const kept = {
      nonce,
      note: say('page.building.kept'),
      print: say('page.building.print'),
      count: say('page.building.roll.stands', { safe: '§', all }),
    }
    void keepList(evacuationFile(data, wordsOf(data), kept), nonce, data.at)
  }, [written, formats.language])
  return { stands, keep }
}
