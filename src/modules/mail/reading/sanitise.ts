/** HTML that a stranger wrote, fit to be shown: nothing that runs, sends or fetches; pictures of the mail itself come from our route. */
import sanitizeHtml from 'sanitize-html'

export interface Shown {
  readonly html: string
  /** Something from outside was left out. */
  readonly held: boolean
}

const tags = [
  ...[
    'a',
    'abbr',
    'address',
    'article',
    'b',
    'bdi',
    'bdo',
    'big',
    'blockquote',
    'body',
    'br',
    'caption',
    'center',
    'cite',
    'code',
    'col',
  ],
  ...[
    'colgroup',
    'dd',
    'del',
    'dfn',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...[
    'header',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'main',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
    'samp',
    'section',
    'small',
    'span',
    'strike',
  ],
  ...[
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'time',
    'tr',
    'tt',
    'u',
    'ul',
    'var',
    'wbr',
  ],
]

const length = /^-?[\d.]{1,8}(px|em|rem|pt|%|ex|ch)?$|^auto$|^0$/
const lengths = /^(-?[\d.]{1,8}(px|em|rem|pt|%|ex|ch)?|auto|0)(\s+(-?[\d.]{1,8}(px|em|rem|pt|%|ex|ch)?|auto|0)){0,3}$/
const colour = /^(#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]{5,40}\)|hsla?\([\d\s.,%/deg]{5,40}\)|[a-z]{3,24})$/i
const border = /^[\w\s#.,()%-]{1,80}$/
const words = /^[\w\s-]{1,60}$/

const styles = {
  '*': {
    color: [colour],
    'background-color': [colour],
    background: [colour],
    'font-size': [length, words],
    'font-weight': [words],
    'font-style': [words],
    'font-family': [/^[\w\s,'"-]{1,200}$/],
    'line-height': [length],
    'text-align': [words],
    'text-decoration': [words],
    'text-transform': [words],
    'vertical-align': [words, length],
    'white-space': [words],
    'border-collapse': [words],
    'border-radius': [lengths],
    'list-style-type': [words],
    width: [length],
    'max-width': [length],
    height: [length],
    padding: [lengths],
    'padding-left': [length],
    'padding-right': [length],
    'padding-top': [length],
    'padding-bottom': [length],
    margin: [lengths],
    'margin-left': [length],
    'margin-right': [length],
    'margin-top': [length],
    'margin-bottom': [length],
    border: [border],
    'border-top': [border],
    'border-bottom': [border],
    'border-left': [border],
    'border-right': [border],
  },
}

const box = ['align', 'valign', 'width', 'height', 'bgcolor', 'dir', 'lang', 'title', 'style']

/**
 * `partOf` says which part of the mail a Content-ID is; `remote` lets pictures from outside be shown, which tells whoever sent the
 * mail that it was read: asked for each time.
 */
export function sanitise(
  html: string,
  { partOf, remote }: { partOf: (contentId: string) => string | null; remote: boolean },
): Shown {
  let held = false
  const shown = sanitizeHtml(html, {
    allowedTags: tags,
    disallowedTagsMode: 'discard',
    allowedAttributes: {
      '*': box,
      a: ['href', 'name', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      table: ['border', 'cellpadding', 'cellspacing'],
      font: ['color', 'face', 'size'],
      ol: ['start', 'type'],
      time: ['datetime'],
    },
    allowedStyles: styles,
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'sip'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    nestingLimit: 200,
    transformTags: {
      a: (tagName, attributes) => ({
        tagName,
        attribs: { ...attributes, target: '_blank', rel: 'noopener noreferrer nofollow' },
      }),
      img: (tagName, attributes) => {
        const { src = '', alt = '', ...rest } = attributes
        const own = /^cid:(.+)$/i.exec(src)
        const from = own ? partOf(safeDecode(own[1]!)) : allowedSource(src, remote)
        if (!from && /^\s*(https?:)?\/\//i.test(src)) held = true
        return { tagName, attribs: { ...rest, alt, ...(from ? { src: from } : {}) } }
      },
    },
  })
  return { html: shown, held }
}

/** Pictures that lie in the text itself are small; the largest sort is left out. */
const mostData = 2_000_000

function allowedSource(src: string, remote: boolean): string | null {
  if (/^data:image\/(png|jpe?g|gif|webp);base64,/i.test(src)) return src.length <= mostData ? src : null
  if (/^\/\//.test(src)) return remote ? `https:${src}` : null
  return remote && /^https?:\/\//i.test(src) ? src : null
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
