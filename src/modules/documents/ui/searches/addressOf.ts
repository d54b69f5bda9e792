/** The list of documents with these filters. */
export function addressOf(search: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(search).toString()
  return text ? `/documents?${text}` : '/documents'
}
