const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)

/** One element with text: empty content gives nothing, for optional elements. */
export const el = (name: string, text: string | null, attributes = ''): string =>
  text === null || text === '' ? '' : `<${name}${attributes === '' ? '' : ` ${attributes}`}>${escaped(text)}</${name}>`

/** One element around others. */
export const group = (name: string, ...inner: readonly string[]): string => `<${name}>${inner.join('')}</${name}>`
