import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanPasted } from './pasted.ts'

const bullet = (level: number, mark: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>${words}<o:p></o:p></p>`

test('a letter from Word: words, strength, lists and tables stay; looks, comments and office elements go', () => {
  const html = `<html xmlns:o="x"><head><style>p.MsoNormal{color:red}</style></head><body lang=SV><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>Hej</b> <span style="font-weight:700;color:red">du</span><o:p></o:p></p>
${bullet(1, '·', 'ett')}
${bullet(2, 'o', 'inre')}
${bullet(1, '·', 'två')}
<p class=MsoNormal>&nbsp;</p>
<table class=MsoTableGrid><tr><td colspan=2 style='width:10pt' onclick="x()">cell</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>`
  const clean = cleanPasted(html).replace(/\s+/g, ' ')
  assert.match(clean, /<b>Hej<\/b> <span style="font-weight:700">du<\/span>/)
  assert.match(clean, /<ul><li><p>ett<\/p><ul><li><p>inre<\/p><\/li><\/ul><\/li><li><p>två<\/p><\/li><\/ul>/)
  assert.match(clean, /<td colspan="2">cell<\/td>/)
  assert.doesNotMatch(clean, /Mso|mso|o:p|script|onclick|color|·|style='/)
})

test('numbered items are a numbered list', () => {
  const clean = cleanPasted(`${bullet(1, '1.', 'first')}${bullet(1, '2.', 'second')}<p>after</p>`)
  assert.equal(clean.replace(/\s+/g, ''), '<ol><li><p>first</p></li><li><p>second</p></li></ol><p>after</p>')
})
