/**
 * WordPress's REST interface (developer.wordpress.org/rest-api: posts, media, users) with an application password. It knows no
 * idempotency: the post's slug bears its key, and is looked for before anything is sent, so that it stands there once.
 */
import {
  askOutlet,
  extensionOf,
  type OutletWire,
  textIn,
  WireFault,
  type WirePicture,
  type WirePost,
  type WireSettings,
} from './wire.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** Paragraphs as WordPress's editor keeps them. */
function contentOf({ text, link, hashtags }: WirePost, pictures: readonly string[]): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean)
    .map(one => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`)
  const linked = link && !text.includes(link) ? [`<p><a href="${escaped(link)}">${escaped(link)}</a></p>`] : []
  const tags = hashtags.length ? [`<p>${hashtags.map(tag => escaped(`#${tag}`)).join(' ')}</p>`] : []
  return [...paragraphs, ...pictures, ...linked, ...tags].join('\n')
}

export function wordpress({ url, account, secret, signal }: WireSettings): OutletWire {
  const base = `${url.replace(/\/+$/, '')}/wp-json/wp/v2`
  const headers = { authorization: `Basic ${Buffer.from(`${account ?? ''}:${secret}`).toString('base64')}` }
  const asJson = { ...headers, 'content-type': 'application/json' }

  async function upload({ bytes, mediaType, alt }: WirePicture, key: string, n: number) {
    const { json } = await askOutlet(`${base}/media`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${key}-${n}.${extensionOf(mediaType)}"`,
      },
      body: bytes,
      signal,
    })
    const [id, address] = [json['id'], textIn(json, 'source_url')]
    if (typeof id !== 'number' || !address) throw new WireFault('answer-wrong', 'media without an id')
    await askOutlet(`${base}/media/${id}`, {
      method: 'POST',
      headers: asJson,
      body: JSON.stringify({ alt_text: alt }),
      signal,
    })
    return { id, html: `<figure class="wp-block-image"><img src="${escaped(address)}" alt="${escaped(alt)}"></figure>` }
  }

  /** One that was sent before and whose answer was lost. */
  async function standing(slug: string): Promise<{ foreignId: string; address: string | null } | null> {
    const asked = `${base}/posts?slug=${encodeURIComponent(slug)}&status=publish,future,draft&_fields=id,link`
    const { body } = await askOutlet(asked, { headers, signal })
    try {
      const [found] = JSON.parse(body.toString('utf8')) as { id: number; link?: string }[]
      return found ? { foreignId: String(found.id), address: found.link ?? null } : null
    } catch {
      throw new WireFault('answer-wrong', 'posts')
    }
  }

  return {
    repeatableMinutes: 7 * 24 * 60,
    async check() {
      const { json } = await askOutlet(`${base}/users/me?context=edit&_fields=name,slug`, { headers, signal })
      const name = textIn(json, 'name') ?? textIn(json, 'slug')
      if (!name) throw new WireFault('answer-wrong')
      return name
    },
    async publish(post) {
      const slug = `kontor-${post.key}`
      const before = await standing(slug)
      if (before) return before
      const pictures: Awaited<ReturnType<typeof upload>>[] = []
      for (const [index, picture] of post.pictures.entries()) pictures.push(await upload(picture, post.key, index + 1))
      const [first] = pictures
      const { json } = await askOutlet(`${base}/posts`, {
        method: 'POST',
        headers: asJson,
        body: JSON.stringify({
          title: post.title,
          content: contentOf(
            post,
            pictures.map(one => one.html),
          ),
          slug,
          status: 'publish',
          ...(first ? { featured_media: first.id } : {}),
        }),
        signal,
        makes: true,
      })
      if (typeof json['id'] !== 'number') throw new WireFault('answer-wrong', 'a post without an id', true)
      return { foreignId: String(json['id']), address: textIn(json, 'link') }
    },
  }
}
