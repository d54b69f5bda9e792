export interface Address {
  readonly name: string
  readonly address: string
}

/** Good enough to be tried; the server is stricter. */
export const isAddress = (text: string): boolean => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text)

/** "Anna Nyman <anna@example.org>; bo@example.org" as people paste it from other programs. */
export function readAddresses(text: string): Address[] {
  return text
    .split(/[,;\n]+(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(one => one.trim())
    .filter(Boolean)
    .map(one => {
      const match = /^(?:"?(.*?)"?\s*)<([^<>]+)>$/.exec(one)
      return match ? { name: match[1]!.trim(), address: match[2]!.trim() } : { name: '', address: one }
    })
}
