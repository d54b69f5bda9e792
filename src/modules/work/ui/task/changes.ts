/** The facts of a task as its form holds them, by the names of the command's input. */
export type Values = Readonly<Record<string, unknown>>

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** What differs from how it was; what was emptied is null, except the note, which is words: ''. */
export function changesOf(before: Values, now: Values): Values {
  const isSame = (name: string) =>
    (isBlank(before[name]) && isBlank(now[name])) || JSON.stringify(before[name]) === JSON.stringify(now[name])
  const changed = Object.keys(now).filter(name => !isSame(name))
  const blank = (name: string) => (name === 'note' ? '' : null)
  return Object.fromEntries(changed.map(name => [name, isBlank(now[name]) ? blank(name) : now[name]]))
}
