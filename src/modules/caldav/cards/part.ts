/** Some properties of a card (RFC 6352, 10.4): what makes it a card at all is always given. */
const always = ['BEGIN', 'END', 'VERSION', 'UID', 'FN', 'N']

export function partOfCard(text: string, names: readonly string[] | null): string {
  if (!names) return text
  const wanted = new Set([...always, ...names])
  return text
    .split(/\r?\n(?![ \t])/)
    .filter(line => wanted.has(/^(?:[\w-]+\.)?([\w-]+)/.exec(line)?.[1]?.toUpperCase() ?? ''))
    .map(line => `${line}\r\n`)
    .join('')
}
