import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanRich } from '../../../formats/rich/clean.ts'
import type { RichDoc } from '../../../formats/rich/doc.ts'
import { richOfText, textOfRich } from '../contract/written.ts'
import { openMail } from '../reading/read.ts'
import { sanitise } from '../reading/sanitise.ts'
import { composeMail } from '../wires/compose.ts'
import { contentIdOf, htmlOfRich } from './html.ts'

const fileId = '019aa000-0000-7000-8000-000000000009'
const doc: RichDoc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mått <3' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Se ' },
        {
          type: 'text',
          text: 'ritningen',
          marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/?a=1&b="2"' } }],
        },
        { type: 'hardBreak' },
        { type: 'text', text: 'nu' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ett' }] }] },
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'två' }] }] },
      ],
    },
    { type: 'picture', attrs: { fileId, width: 40, height: 30, alt: 'Trappan' } },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vad kostar den?' }] }] },
  ],
}

test('text with its shape goes out as HTML, its pictures within it, and plain words beside it', async () => {
  const text = textOfRich(doc)
  assert.equal(text, 'Mått <3\n\nSe ritningen\nnu\n\n3. ett\n4. två\n\n[Trappan]\n\n> Vad kostar den?')
  const png = Buffer.from('iVBORw0KGgo=', 'base64')
  const mail = {
    from: { name: 'Info', address: 'info@office.example' },
    to: [{ name: '', address: 'eva@x.example' }],
    cc: [],
    bcc: [],
    subject: 'Mått',
    text,
    html: null,
    rich: doc,
    messageId: 'a@office.example',
    answers: null,
    references: [],
    automatic: false,
    at: Temporal.Instant.from('2026-11-24T08:00:00Z'),
  }
  const enclosed = [{ name: 'trappan.png', mediaType: 'image/png', content: png, cid: contentIdOf(fileId) }]
  const { bytes } = await composeMail(mail as never, enclosed)
  const { read, html, parts } = await openMail(bytes)
  assert.equal(read.parse, 'whole')
  assert.equal(read.text.replace(/\n{3,}/g, '\n\n'), text)
  assert.deepEqual([read.facts.hasRemote, read.facts.attachments.filter(one => !one.inline).length], [false, 0])
  const shown = sanitise(html!, { partOf: id => (id === parts[0]!.contentId ? '/part/0' : null), remote: false })
  assert.match(shown.html, /<h2[^>]*>Mått &lt;3<\/h2>/)
  assert.match(shown.html, /href="https:\/\/a\.example\/\?a=1&amp;b=&quot;2&quot;"/)
  assert.match(shown.html, /<img src="\/part\/0"[^>]*alt="Trappan"|<img[^>]*alt="Trappan"[^>]*src="\/part\/0"/)
  assert.match(shown.html, /<blockquote[^>]*>.*Vad kostar den\?/)
  assert.equal(shown.held, false)
})

test('whatever is written stays words: no tag, no address of its own comes out of it', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 })
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), lines => {
      const text = lines.join('\n')
      const rich = richOfText(text)
      assert.ok(cleanRich(rich), 'the server takes it')
      const html = htmlOfRich(rich, () => '')
      assert.doesNotMatch(html.replace(/<\/?(html|body|p|br|blockquote)\b[^<>]*>/g, ''), /[<>]/)
      const plain = (of: string) => of.replace(/[>\s]+/g, '')
      assert.equal(plain(textOfRich(rich)), plain(text))
    }),
    { numRuns: 60 },
  )
})
