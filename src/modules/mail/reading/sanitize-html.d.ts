/** What is used of sanitize-html, which brings no types. */
declare module 'sanitize-html' {
  interface Options {
    readonly allowedTags: readonly string[]
    readonly disallowedTagsMode: 'discard'
    readonly allowedAttributes: Readonly<Record<string, readonly string[]>>
    readonly allowedStyles: Readonly<Record<string, Readonly<Record<string, readonly RegExp[]>>>>
    readonly allowedSchemes: readonly string[]
    readonly allowedSchemesByTag: Readonly<Record<string, readonly string[]>>
    readonly allowProtocolRelative: boolean
    readonly nestingLimit: number
    readonly transformTags: Readonly<
      Record<
        string,
        (
          tagName: string,
          attributes: Readonly<Record<string, string>>,
        ) => { readonly tagName: string; readonly attribs: Readonly<Record<string, string>> }
      >
    >
  }
  export default function sanitizeHtml(html: string, options: Options): string
}
