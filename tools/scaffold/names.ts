/** `set-aside` as an identifier: `setAside`. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export const pascal = (name: string): string => camel(`-${name}`)

/** Ends the program with a word on how to call it. */
export function usage(text: string): never {
  console.error(text)
  process.exit(2)
}

/** A file cannot be changed by rule; the message says what to add by hand. */
export class UnknownShape extends Error {
  override readonly name = 'UnknownShape'
}

/** Puts text after the first match of a pattern. */
export function insertAfter(text: string, pattern: RegExp, addition: string, what: string): string {
  const match = pattern.exec(text)
  if (!match) throw new UnknownShape(`${what}: no place was found for\n${addition}`)
  const at = match.index + match[0].length
  return text.slice(0, at) + addition + text.slice(at)
}

/** Puts an import after the last one. */
export function addImport(text: string, line: string): string {
  const imports = [...text.matchAll(/^import [^;]*? from '[^']+'\n|^\} from '[^']+'\n/gm)]
  const last = imports.at(-1)
  if (!last) throw new UnknownShape(`There are no imports to follow with: ${line}`)
  const at = last.index + last[0].length
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`
}
