/** Lists written as lines of text, which is how they are thought of. */

export interface Thing {
  readonly text: string
  readonly sort: 'do' | 'bring'
  readonly done: boolean
}
export interface Contact {
  readonly name: string
  readonly phone: string
  readonly what: string | null
  readonly sort: 'person' | 'emergency'
}

export const thingText = (things: readonly Thing[]): string =>
  things.map(one => `${one.sort === 'bring' ? '* ' : ''}${one.text}`).join('\n')

/** What was ticked stays ticked, by its words. */
export function thingsIn(text: string, before: readonly Thing[]): Thing[] {
  const done = new Set(before.filter(one => one.done).map(one => one.text))
  return linesIn(text).map(line => {
    const words = line.replace(/^\*\s*/, '').slice(0, 200)
    return {
      text: words || line.slice(0, 200),
      sort: line.startsWith('*') && words ? 'bring' : 'do',
      done: done.has(words),
    }
  })
}

export const contactText = (contacts: readonly Contact[]): string =>
  contacts
    .map(one => `${one.sort === 'emergency' ? '! ' : ''}${[one.name, one.phone, one.what].filter(Boolean).join(', ')}`)
    .join('\n')

/** `! Embassy, +351 213 942 260, in Lisbon`; a line without a number is none. */
export function contactsIn(text: string): Contact[] {
  return linesIn(text).flatMap(line => {
    const [name = '', phone = '', ...what] = line
      .replace(/^!\s*/, '')
      .split(',')
      .map(part => part.trim())
    if (!name || !/\d{2}/.test(phone)) return []
    return [
      {
        name: name.slice(0, 120),
        phone: phone.slice(0, 60),
        what: what.join(', ').slice(0, 200) || null,
        sort: line.startsWith('!') ? 'emergency' : 'person',
      },
    ]
  })
}

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .slice(0, 50)
