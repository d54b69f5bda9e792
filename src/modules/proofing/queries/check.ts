import { createHash } from 'node:crypto'
import { check } from '../../../formats/proof/check.ts'
import type { ProofFinding } from '../../../formats/proof/model.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { checkText } from '../contract.ts'
import { questionOf } from '../question.ts'
import { misspelled } from '../spelling/misspelled.ts'
import type { ProofingTables } from '../tables.ts'

export const checkTextBody = implementQuery(checkText, async (view, asked) => {
  const question = await questionOf(view, asked)
  const { prepared, findings } = check(question)
  return {
    language: prepared.language,
    text: asked.format === 'html' ? question.text : null,
    findings: findings.map(one => told(one, view.principal.language)),
    misspellings: asked.spelling ? await misspelled(prepared, await ownWordsOf(view)) : [],
  }
})

/** Languages are named in the reader's own. */
function told(finding: ProofFinding, language: string) {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const params = Object.fromEntries(
    Object.entries(finding.data).map(([name, value]) => [
      name,
      (name === 'language' || name === 'main') && typeof value === 'string' ? (names.of(value) ?? value) : value,
    ]),
  )
  return {
    key: createHash('sha256')
      .update(`${finding.rule}\n${finding.words}\n${JSON.stringify(finding.data)}`)
      .digest('base64url')
      .slice(0, 16),
    rule: finding.rule,
    severity: finding.severity,
    at: finding.at,
    words: finding.words,
    reason: { key: `page.proof.${finding.reason}`, params },
    suggestion: finding.suggestion,
  }
}

const ownWordsOf = (view: View) =>
  view
    .db<ProofingTables>()
    .selectFrom('proofing.word')
    .select(['word', 'language'])
    .where('organisation_id', '=', view.office.id)
    .limit(20_000)
    .execute()
